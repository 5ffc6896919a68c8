//! What every change means, on plain tables in memory.
//!
//! The rules of [`Changes`] written once, without a database: a store that keeps everything in memory is these tables
//! and a lock, one in a file writes them out after each commit, and whoever teaches a database the same rules can read
//! here what each of its statements must do. `user_testkit::store_contract!` holds all of them to the same sentences.

mod challenges;
mod credentials;
mod deletion;
mod emails;
mod invitations;
mod mails;
mod purge;
mod sessions;
mod tokens;
mod users;

use std::collections::BTreeMap;

use crate::domain::{
    Challenge, ChallengeId, Credential, CredentialId, CursorName, Event, EventId, EventPosition, Invitation,
    InvitationId, MailId, PositionedEvent, QueuedMail, Session, SessionId, Token, TokenId, User, UserId,
};
use crate::ports::{Change, Changes, CommitError, CursorChange, Port, PortError};

/// Everything a store holds. Cloned before a commit and put in place after it, it is whole at every moment.
#[derive(Clone, Debug, Default)]
pub struct Tables {
    /// The users, with their addresses in order of id, and their roles.
    pub users: BTreeMap<UserId, User>,
    /// The tokens, used or not.
    pub tokens: BTreeMap<TokenId, Token>,
    /// The credentials, expired or not.
    pub credentials: BTreeMap<CredentialId, Credential>,
    /// The challenges, used or not.
    pub challenges: BTreeMap<ChallengeId, Challenge>,
    /// The sessions, expired or not.
    pub sessions: BTreeMap<SessionId, Session>,
    /// The invitations, whatever became of them.
    pub invitations: BTreeMap<InvitationId, Invitation>,
    /// The outbox, dead letters included.
    pub mails: BTreeMap<MailId, QueuedMail>,
    /// What happened, in the order in which it was committed.
    pub events: BTreeMap<EventPosition, Event>,
    /// The highest position that was ever given to an event, also to one that was purged since.
    pub last_position: EventPosition,
    /// The cursors that were moved.
    pub cursors: BTreeMap<CursorName, EventPosition>,
}

impl Tables {
    /// The tables after `changes`, made in order; these stay as they are.
    ///
    /// # Errors
    ///
    /// That of the first change that does not fit, as its description tells.
    pub fn after(&self, changes: &Changes) -> Result<Self, CommitError> {
        let mut next = self.clone();
        changes.iter().try_for_each(|change| next.apply(change))?;
        Ok(next)
    }

    /// The latest events of a user, newest first.
    pub fn events_of(&self, user: UserId, limit: u32) -> Vec<Event> {
        let mut events: Vec<&Event> =
            self.events.values().filter(|event| event.user_id == Some(user)).collect();
        events.sort_by_key(|event| std::cmp::Reverse((event.at, event.id)));
        events.into_iter().take(count(limit)).cloned().collect()
    }

    /// Up to `limit` events that stand after `after`, in order of position.
    pub fn events_after(&self, after: EventPosition, limit: u32) -> Vec<PositionedEvent> {
        let later = self.events.range(after.next()..);
        let positioned = |(position, event): (&EventPosition, &Event)| PositionedEvent {
            position: *position,
            event: event.clone(),
        };
        later.take(count(limit)).map(positioned).collect()
    }

    /// Where a cursor stands.
    pub fn cursor(&self, name: CursorName) -> EventPosition {
        self.cursors.get(&name).copied().unwrap_or_default()
    }

    fn apply(&mut self, change: &Change) -> Result<(), CommitError> {
        match change {
            Change::User(change) => self.change_user(change),
            Change::Email(change) => self.change_email(change),
            Change::Role(change) => self.change_role(change),
            Change::Token(change) => self.change_token(change),
            Change::Credential(change) => self.change_credential(change),
            Change::Challenge(change) => self.change_challenge(change),
            Change::Session(change) => self.change_session(change),
            Change::Invitation(change) => self.change_invitation(change),
            Change::Mail(change) => self.change_mail(change),
            Change::Event(event) => self.record(event),
            Change::Cursor(change) => self.change_cursor(change),
        }
    }

    fn change_cursor(&mut self, change: &CursorChange) -> Result<(), CommitError> {
        let CursorChange::Advance { name, from, to } = *change;
        if self.cursor(name) != from {
            return Err(CommitError::Stale);
        }
        self.cursors.insert(name, to);
        Ok(())
    }

    fn user_mut(&mut self, id: UserId) -> Result<&mut User, CommitError> {
        self.users.get_mut(&id).ok_or(CommitError::Gone)
    }

    fn record(&mut self, event: &Event) -> Result<(), CommitError> {
        let taken = |id: EventId| self.events.values().any(|event| event.id == id);
        refuse_second_row(taken(event.id))?;
        // Commits are made one after the other here, so each may number its own events. Where several are under way at
        // once, a number that is given before the commit can become visible after a higher one.
        self.last_position = self.last_position.next();
        self.events.insert(self.last_position, event.clone());
        Ok(())
    }
}

/// An id is made of fresh randomness: meeting it twice is a fault of the caller, not of a visitor.
fn refuse_second_row(exists: bool) -> Result<(), CommitError> {
    if exists { Err(PortError::new(Port::Store, "two rows with one id").into()) } else { Ok(()) }
}

/// A limit as a number of items.
fn count(limit: u32) -> usize {
    usize::try_from(limit).unwrap_or(usize::MAX)
}
