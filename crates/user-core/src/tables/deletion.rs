//! Deleting a user, and what there is about them elsewhere.

use std::collections::BTreeSet;
use std::mem;

use crate::domain::{EmailAddress, Invitation, InvitationId, KeptEvents, MailLink, QueuedMail, UserId};
use crate::ports::CommitError;

use super::Tables;

impl Tables {
    /// An address that the user only listed may be somebody else's: what is about it stays.
    pub(super) fn delete_leaving(&mut self, id: UserId, kept: KeptEvents) -> Result<(), CommitError> {
        let emails = &self.user_mut(id)?.emails;
        let confirmed = emails.iter().filter(|email| email.confirmed_at.is_some());
        let addresses: Vec<EmailAddress> = confirmed.map(|email| email.address.clone()).collect();
        let is_theirs = |invitation: &Invitation| {
            invitation.inviter == Some(id)
                || invitation.accepted.is_some_and(|accepted| accepted.by == id)
                || addresses.contains(&invitation.email)
        };
        let gone: BTreeSet<InvitationId> =
            self.invitations.values().filter(|found| is_theirs(found)).map(|found| found.id).collect();
        self.invitations.retain(|id, _| !gone.contains(id));
        let invites = |mail: &QueuedMail| match mail.details.link {
            Some(MailLink::Invitation { invitation, .. }) => gone.contains(&invitation),
            _ => false,
        };
        self.mails.retain(|_, mail| !addresses.contains(&mail.to) && !invites(mail));
        let events = mem::take(&mut self.events).into_iter();
        self.events = events
            .filter_map(|(position, event)| Some((position, kept.left_of(event, id, &addresses)?)))
            .collect();
        self.delete_user(id);
        Ok(())
    }
}
