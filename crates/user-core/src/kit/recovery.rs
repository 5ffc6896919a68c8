//! A recovery: a new password ends what an intruder may have begun before it.

use chrono::{DateTime, TimeDelta, Utc};

use crate::domain::{EmailAddress, PasswordHash, Purpose, User, UserEmail};
use crate::manager::{UserManager, span};
use crate::ports::{Changes, EmailChange, InvitationChange, TokenChange, UserChange};

impl UserManager {
    /// A new password, chosen by whoever proved to be the owner: by a mail to the address `by` or, without one, by the
    /// password or as an administrator. Every session ends, no device is known any more, and so ends all that is younger than that claim:
    ///
    /// - links to reset the password, and to confirm addresses that were proposed;
    /// - addresses confirmed in the last days, and after `by`: they count as proposed again;
    /// - ways back that were mailed to such addresses;
    /// - invitations of this user that give roles and nobody accepted yet.
    ///
    /// Answers the user as this leaves them.
    pub(crate) fn add_new_password(
        &self,
        user: &User,
        hash: PasswordHash,
        by: Option<&UserEmail>,
        changes: &mut Changes,
    ) -> User {
        changes.add(UserChange::SetPassword(user.id, hash));
        Self::sign_out_everywhere(user.id, changes);
        changes.add(TokenChange::Void { user: user.id, purpose: Purpose::ResetPassword, at: self.now() });
        changes.add(InvitationChange::RevokeGiving(user.id, self.now()));
        self.add_void_proposals(user, changes);
        match by.or(user.first_confirmed_email()) {
            Some(by) => self.add_doubts(user, by, changes),
            None => user.clone(),
        }
    }

    /// The addresses that a new password would make count as proposed again: confirmed in the last days, and not the first.
    pub fn doubtful_emails(&self, user: &User) -> Vec<EmailAddress> {
        let Some(by) = user.first_confirmed_email() else { return Vec::new() };
        let since = self.doubtful_since(by);
        let doubtful = user.emails.iter().filter(|email| is_doubtful(email, since));
        doubtful.map(|email| email.address.clone()).collect()
    }

    /// No link confirms a proposed address any more, but that of the address with which the user came.
    fn add_void_proposals(&self, user: &User, changes: &mut Changes) {
        let (purpose, at, own) = (Purpose::ConfirmEmail, self.now(), user.main_email().map(|own| own.id));
        let proposed =
            user.emails.iter().filter(|email| email.confirmed_at.is_none() && Some(email.id) != own);
        changes.extend(proposed.map(|email| TokenChange::VoidFor { email: email.id, purpose, at }));
    }

    fn add_doubts(&self, user: &User, by: &UserEmail, changes: &mut Changes) -> User {
        let since = self.doubtful_since(by);
        let mut left = user.clone();
        let (purpose, at) = (Purpose::UndoEmailChange, self.now());
        changes.add(TokenChange::VoidSince { user: user.id, purpose, since, at });
        for email in left.emails.iter_mut().filter(|email| is_doubtful(email, since)) {
            if email.primary {
                changes.add(EmailChange::Demote(email.id));
            }
            changes.add(EmailChange::Delete(user.id, email.id));
            *email = self.proposed_email(&email.address);
            changes.add(EmailChange::Insert(user.id, email.clone()));
        }
        if left.primary_email().is_none() {
            changes.add(EmailChange::MakePrimary(by.id));
            left.emails.iter_mut().filter(|email| email.id == by.id).for_each(|email| email.primary = true);
        }
        left
    }

    /// From when on a confirmed address is not beyond doubt for whoever claims the account by the address `by`.
    fn doubtful_since(&self, by: &UserEmail) -> DateTime<Utc> {
        let long_ago = self.now() - span(self.settings().lifetimes.undo_email_change);
        by.confirmed_at.map_or(long_ago, |at| at.max(long_ago)) + TimeDelta::microseconds(1)
    }
}

fn is_doubtful(email: &UserEmail, since: DateTime<Utc>) -> bool {
    email.confirmed_at.is_some_and(|at| at >= since)
}
