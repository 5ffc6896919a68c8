//! Everything the store holds, and how one change changes it.

use std::collections::{BTreeMap, BTreeSet};

use user_core::domain::{
    EmailId, Event, EventId, Invitation, InvitationId, MailId, QueuedMail, Session, SessionId, Token,
    TokenId, User, UserId,
};
use user_core::ports::{Change, CommitError, PortError};

/// The rows.
#[derive(Clone, Debug, Default)]
pub(super) struct State {
    pub(super) users: BTreeMap<UserId, User>,
    /// Addresses that are listed with a user and not taken.
    pub(super) proposed: BTreeSet<EmailId>,
    pub(super) tokens: BTreeMap<TokenId, Token>,
    pub(super) sessions: BTreeMap<SessionId, Session>,
    pub(super) invitations: BTreeMap<InvitationId, Invitation>,
    pub(super) mails: BTreeMap<MailId, QueuedMail>,
    pub(super) events: Vec<Event>,
}

impl State {
    pub(super) fn apply(&mut self, change: &Change) -> Result<(), CommitError> {
        match change {
            Change::User(change) => self.change_user(change),
            Change::Email(change) => self.change_email(change),
            Change::Role(change) => self.change_role(change),
            Change::Token(change) => self.change_token(change),
            Change::Session(change) => self.change_session(change),
            Change::Invitation(change) => self.change_invitation(change),
            Change::Mail(change) => self.change_mail(change),
            Change::Event(event) => self.record(event),
        }
    }

    pub(super) fn user_mut(&mut self, id: UserId) -> Result<&mut User, CommitError> {
        self.users.get_mut(&id).ok_or(CommitError::Gone)
    }

    pub(super) fn events_of(&self, user: UserId, limit: u32) -> Vec<Event> {
        let mut events: Vec<&Event> =
            self.events.iter().filter(|event| event.user_id == Some(user)).collect();
        events.sort_by_key(|event| std::cmp::Reverse((event.at, event.id)));
        events.into_iter().take(count(limit)).cloned().collect()
    }

    fn record(&mut self, event: &Event) -> Result<(), CommitError> {
        let taken = |id: EventId| self.events.iter().any(|event| event.id == id);
        refuse_second_row(taken(event.id))?;
        self.events.push(event.clone());
        Ok(())
    }
}

/// An id is made of fresh randomness: meeting it twice is a fault of the caller, not of a visitor.
pub(super) fn refuse_second_row(exists: bool) -> Result<(), CommitError> {
    if exists { Err(PortError::new("store", "two rows with one id").into()) } else { Ok(()) }
}

/// A limit as a number of items.
pub(super) fn count(limit: u32) -> usize {
    usize::try_from(limit).unwrap_or(usize::MAX)
}
