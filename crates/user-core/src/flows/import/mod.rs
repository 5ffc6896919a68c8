//! Taking over the users of another program: judged by the rules here, written in large commits, without any mail.
//!
//! The id of an imported user is derived from where they come from, so an import that was stopped is run again: who is
//! there already stays as they are.

mod draft;
mod judge;
mod seen;

use std::collections::BTreeSet;

use serde::Serialize;

use self::draft::Draft;
use self::seen::Seen;
use crate::domain::{EventKind, ImportRemark, ImportedUser, User, UserId};
use crate::manager::UserManager;
use crate::ports::{Changes, CommitError, Port, PortError, Unique, UserChange, UserKey};

/// So often one user is compared with the store and written, while others take what they have.
const TRIES: usize = 3;

/// How an import goes about it.
#[derive(Clone, Debug)]
pub struct ImportOptions {
    /// The name of where the users come from. Ids are derived from it: every run for one database must give the same.
    pub source: String,
    /// Whether anything is written.
    pub mode: ImportMode,
    /// What becomes of passwords that no scheme knows.
    pub unknown_hashes: UnknownHashes,
}

/// Whether an import writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportMode {
    /// Everything is judged, also against the store, and nothing is written.
    DryRun,
    /// Users are written.
    Write,
}

/// What becomes of a stored password that the hasher does not recognise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnknownHashes {
    /// It is not taken over: the user resets the password by mail.
    LeaveOut,
    /// It is the password itself, as the other program kept it: it is hashed.
    ArePasswords,
}

/// What became of one user.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ImportResult {
    /// Written; in a dry run, would be.
    Imported,
    /// Written by an earlier run, and left as it is.
    AlreadyThere,
    /// Not written: nothing was left to sign in with, or somebody else has it.
    Refused,
}

/// What became of one user, and what was not taken over as it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ImportOutcome {
    /// What the other program knows the user by.
    pub external_id: String,
    /// What became of it.
    pub result: ImportResult,
    /// What was changed or left out, or why the user was refused. For a user who is already there, what is so by
    /// itself; what others had already is told by the run that wrote.
    pub remarks: Vec<ImportRemark>,
}

/// An import that is going on. Remembers which names and addresses it has met, some 40 MB for a million users.
pub struct Import<'a> {
    users: &'a UserManager,
    options: ImportOptions,
    seen: Seen,
    undeclared: BTreeSet<String>,
    began_empty: Option<bool>,
}

impl UserManager {
    /// Begins an import of users of another program.
    pub fn import(&self, options: ImportOptions) -> Import<'_> {
        Import { users: self, options, seen: Seen::default(), undeclared: BTreeSet::new(), began_empty: None }
    }
}

impl Import<'_> {
    /// Judges these users and, unless it is a dry run, writes those that are right: in one commit, if nobody else has
    /// one of their names or addresses. The outcomes are in the order of the users.
    pub async fn batch(&mut self, batch: &[ImportedUser]) -> Result<Vec<ImportOutcome>, PortError> {
        let fresh = self.store_was_empty().await?;
        let mut drafts = Vec::with_capacity(batch.len());
        for imported in batch {
            let mut draft = self.judge(imported);
            let is_there = !fresh && self.is_there(draft.id).await?;
            if !fresh && !is_there && self.options.mode == ImportMode::DryRun {
                self.compare(&mut draft).await?;
            }
            self.seen.remember(&draft);
            if is_there {
                draft.is_already_there();
            }
            drafts.push(draft);
        }
        if self.options.mode == ImportMode::Write {
            self.hash_passwords(&mut drafts).await?;
            self.write(&mut drafts).await?;
        }
        Ok(drafts.into_iter().map(Draft::into_outcome).collect())
    }

    /// Returns the names of imported values for which no field is declared.
    pub fn undeclared(&self) -> &BTreeSet<String> {
        &self.undeclared
    }

    /// Whether the store had nobody when this began: then nobody needs to be looked up.
    async fn store_was_empty(&mut self) -> Result<bool, PortError> {
        if let Some(known) = self.began_empty {
            return Ok(known);
        }
        let empty = self.users.store().users(None, 1).await?.is_empty();
        self.began_empty = Some(empty);
        Ok(empty)
    }

    async fn is_there(&self, id: UserId) -> Result<bool, PortError> {
        Ok(self.users.store().user(UserKey::Id(id)).await?.is_some())
    }

    /// Only of those who are written: hashing is what takes time.
    async fn hash_passwords(&self, drafts: &mut [Draft]) -> Result<(), PortError> {
        for draft in drafts {
            if let (Some(user), Some(password)) = (&mut draft.user, draft.password.take()) {
                user.password_hash = Some(self.users.parts.hasher.hash(&password).await?);
            }
        }
        Ok(())
    }

    /// Writes all of them in one commit; halves them while somebody else has a name or an address of one.
    async fn write(&self, drafts: &mut [Draft]) -> Result<(), PortError> {
        let mut open = vec![drafts];
        while let Some(part) = open.pop() {
            match self.users.commit(self.changes(part)).await {
                Ok(()) => {}
                Err(CommitError::Taken(_)) if part.len() > 1 => {
                    let (first, second) = part.split_at_mut(part.len() / 2);
                    open.extend([second, first]);
                }
                Err(CommitError::Taken(_)) => {
                    for draft in part {
                        self.write_without_what_is_taken(draft).await?;
                    }
                }
                Err(CommitError::Failed(error)) => return Err(error),
                Err(other) => return Err(PortError::new(Port::Store, other)),
            }
        }
        Ok(())
    }

    async fn write_without_what_is_taken(&self, draft: &mut Draft) -> Result<(), PortError> {
        // Somebody may register just now: once more for what is taken between a look and the commit, and once more.
        for _ in 0..TRIES {
            self.compare(draft).await?;
            match self.users.commit(self.changes_of_today(draft)).await {
                Ok(()) => return Ok(()),
                Err(CommitError::Taken(_)) => {}
                Err(CommitError::Failed(error)) => return Err(error),
                Err(other) => return Err(PortError::new(Port::Store, other)),
            }
        }
        Err(PortError::new(Port::Store, CommitError::Taken(Unique::Username)))
    }

    /// Leaves out of a draft what others in the store have.
    async fn compare(&self, draft: &mut Draft) -> Result<(), PortError> {
        let store = self.users.store();
        if let Some(name) = draft.username().cloned() {
            let is_kept = store.username_is_kept(&name, self.users.now()).await?;
            if is_kept || store.user(UserKey::Username(&name)).await?.is_some() {
                draft.leave_out_username("username.taken");
            }
        }
        for address in draft.confirmed_addresses() {
            if store.user(UserKey::Email(&address)).await?.is_some() {
                draft.leave_out_email(&address, "email.taken");
            }
        }
        draft.refuse_without_identifier(self.users.settings().identifiers);
        Ok(())
    }

    fn changes(&self, drafts: &[Draft]) -> Changes {
        let mut changes = Changes::none();
        for draft in drafts {
            let Some(user) = &draft.user else { continue };
            changes.add(UserChange::Insert(Box::new(user.clone())));
            changes.add(self.users.event(EventKind::USER_IMPORTED, Some(user.id), None));
        }
        changes
    }

    /// The same, with the name judged by what keeps it today, and not on the day when the account was made.
    fn changes_of_today(&self, draft: &Draft) -> Changes {
        let Some(user) = &draft.user else { return Changes::none() };
        let (id, at) = (user.id, self.users.now());
        let nameless = User { username: None, ..user.clone() };
        let mut changes = Changes::none().with(UserChange::Insert(Box::new(nameless)));
        let name = user.username.clone();
        changes.extend(name.map(|username| UserChange::SetUsername { id, username, at }));
        changes.with(self.users.event(EventKind::USER_IMPORTED, Some(id), None))
    }
}

impl std::fmt::Debug for Import<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Import").field("options", &self.options).finish_non_exhaustive()
    }
}
