//! What administrators' acts have in common: their error, and deciding on a user who may change meanwhile.

use std::collections::BTreeSet;

use thiserror::Error;

use crate::domain::{Field, Role, User, UserId, Violation, Violations};
use crate::kit::{CodeLists, Try, Visitor, attempt, refuses_as};
use crate::manager::UserManager;
use crate::ports::{Changes, CommitError, Port, PortError, Unique, UserChange, UserKey};

/// Why an administrator's wish was not done.
#[derive(Debug, Error)]
pub enum AdministrationError {
    /// A value was not right.
    #[error("refused: {0}")]
    Invalid(Violations),
    /// The role to give or take away is none.
    #[error("`{0}` is no role: a lower-case letter, then lower-case letters, digits, `_` or `-`")]
    BadRole(String),
    /// No field of this name is declared.
    #[error("there is no field `{0}`: its name is `language`, `time_zone`, or that of a declared field")]
    UnknownField(String),
    /// There are no invitations in this app.
    #[error("there are no invitations: set `invitations.mode`")]
    NoInvitations,
    /// There is no such user, mail or invitation.
    #[error("there is no such user, mail or invitation")]
    Unknown,
    /// Something behind a port failed.
    #[error(transparent)]
    Failed(#[from] PortError),
}

refuses_as! {
    AdministrationError: Invalid, Unknown, Failed;
    Own::NoInvitations => Self::Off,
    Own::UnknownField(_) => Self::Unknown,
    Own::BadRole(_) => Self::Invalid(Violations::one(Field::Roles, Violation::BadCharacters))
}

impl UserManager {
    /// Reads a user, decides, commits; once more when somebody else was faster.
    pub(crate) async fn revise(
        &self,
        id: UserId,
        decide: impl Fn(&User) -> Changes + Send + Sync,
    ) -> Result<(), AdministrationError> {
        self.decide_on(id, |user| Ok(revision(user, &decide(user)))).await
    }

    /// The same for what ends lists of recovery codes.
    pub(crate) async fn revise_with_codes(
        &self,
        id: UserId,
        decide: impl Fn(&User, &CodeLists) -> Changes + Send + Sync,
    ) -> Result<(), AdministrationError> {
        self.decide_with_codes(id, |user, lists| Ok(revision(user, &decide(user, lists)))).await
    }

    /// Reads a user, decides on everything, commits; once more when somebody else was faster.
    pub(crate) async fn decide_on(
        &self,
        id: UserId,
        decide: impl Fn(&User) -> Result<Changes, Violations> + Send + Sync,
    ) -> Result<(), AdministrationError> {
        attempt((), async |()| {
            let user = self.store().user(UserKey::Id(id)).await?.ok_or(AdministrationError::Unknown)?;
            self.commit_decided(decide(&user)).await
        })
        .await
    }

    /// The same for what ends lists of recovery codes.
    pub(crate) async fn decide_with_codes(
        &self,
        id: UserId,
        decide: impl Fn(&User, &CodeLists) -> Result<Changes, Violations> + Send + Sync,
    ) -> Result<(), AdministrationError> {
        attempt((), async |()| {
            let user = self.store().user(UserKey::Id(id)).await?.ok_or(AdministrationError::Unknown)?;
            let lists = self.code_lists(id).await?;
            self.commit_decided(decide(&user, &lists)).await
        })
        .await
    }

    async fn commit_decided(
        &self,
        decided: Result<Changes, Violations>,
    ) -> Result<Try<()>, AdministrationError> {
        let changes = decided.map_err(AdministrationError::Invalid)?;
        match self.commit(changes.done_by_code()).await {
            Err(CommitError::Stale) => Ok(Try::Again(())),
            Err(CommitError::Taken(Unique::Username)) => Err(taken(Field::Username)),
            Err(CommitError::Taken(Unique::Email)) => Err(taken(Field::Email)),
            other => other.map(Try::Done).map_err(refused),
        }
    }

    /// There is no browser behind what an administrator does.
    pub(crate) fn nobody(&self) -> Visitor {
        Visitor::unknown(self.settings().languages.default.clone())
    }
}

fn revision(user: &User, decided: &Changes) -> Changes {
    let mut changes = Changes::none().with(UserChange::Revise { id: user.id, revision: user.revision });
    changes.extend(decided.iter().cloned());
    changes
}

/// All of them, or that one is none.
pub(crate) fn parse_roles(raw: &[String]) -> Result<BTreeSet<Role>, Violations> {
    let roles: Option<BTreeSet<_>> = raw.iter().map(|role| Role::parse(role).ok()).collect();
    roles.ok_or_else(|| Violations::one(Field::Roles, Violation::BadCharacters))
}

pub(crate) fn taken(field: Field) -> AdministrationError {
    AdministrationError::Invalid(Violations::one(field, Violation::Taken))
}

pub(crate) fn refused(error: CommitError) -> AdministrationError {
    match error {
        CommitError::Failed(error) => error.into(),
        CommitError::Gone => AdministrationError::Unknown,
        other => PortError::new(Port::Store, other).into(),
    }
}
