//! A recovery: a new password ends what an intruder may have begun before it.

use chrono::{DateTime, TimeDelta, Utc};

use crate::domain::{
    Credential, CredentialKind, EmailAddress, EmailId, PasswordHash, Purpose, User, UserEmail, UserId,
};
use crate::kit::{Admission, CodeLists, EndedLists, Entrant, Recognised, Visitor};
use crate::manager::UserManager;
use crate::ports::{
    ChallengeChange, Changes, CredentialChange, EmailChange, InvitationChange, PortError, TokenChange,
    UserChange,
};

/// Credentials that a new password leaves alone, however young they are: a reset must not weaken an account.
const SECOND_FACTORS: &[CredentialKind] = &[CredentialKind::TOTP, CredentialKind::SECOND_STEP_RESET];

/// A password was reset.
#[derive(Debug)]
#[non_exhaustive]
pub struct PasswordWasReset {
    /// Set when that also let the visitor in.
    pub admission: Option<Admission>,
    /// The value of the device cookie. The browser in which it happened is a known device from now on: however many
    /// guesses hold up the account, the owner signs in there.
    pub device: String,
    /// Addresses that were confirmed in the last days, and after the one by which it was reset. They count as proposed again:
    /// the user confirms those that are theirs once more, and removes the others.
    pub doubtful: Vec<EmailAddress>,
}

/// By what somebody claims an account.
#[derive(Clone, Copy)]
pub(crate) enum Claimant<'a> {
    /// By the password, or as an administrator: that is as old as the address that was confirmed first.
    Owner,
    /// By a mail to this address.
    Email(&'a UserEmail),
    /// By a recovery code, which is as old as its list.
    Code(&'a Credential),
}

impl<'a> Claimant<'a> {
    /// By a mail to this address, if it is one that the user has confirmed.
    pub(crate) fn by(email: Option<&'a UserEmail>) -> Self {
        email.map_or(Self::Owner, Self::Email)
    }

    /// Since when the claim counts; `None` where nothing says so.
    fn since(self, user: &User) -> Option<DateTime<Utc>> {
        match self {
            Self::Owner => user.first_confirmed_email().and_then(|first| first.confirmed_at),
            Self::Email(by) => by.confirmed_at,
            Self::Code(code) => Some(code.created_at),
        }
    }
}

impl UserManager {
    /// A new password, chosen by whoever proved to be the owner. Every session ends, no device is known any more, and so ends
    /// all that is younger than that claim:
    ///
    /// - links to reset the password, steps of signing in, and proposed addresses with their links;
    /// - addresses confirmed in the last days, and after the claim: they count as proposed again;
    /// - ways back that were mailed to such addresses; where a recovery code claims, to every address that is younger;
    /// - invitations of this user that give roles and nobody accepted yet;
    /// - the deletion of the account, which stays.
    ///
    /// Answers the user as this leaves them.
    pub(crate) fn add_new_password(
        &self,
        user: &User,
        hash: PasswordHash,
        by: Claimant<'_>,
        changes: &mut Changes,
    ) -> User {
        changes.add(UserChange::SetPassword(user.id, hash));
        Self::sign_out_everywhere(user.id, changes);
        self.add_staying(user, &[], changes);
        let left = self.add_end_of_begun(user, changes);
        match by {
            Claimant::Email(by) => self.add_doubts(&left, by, changes),
            Claimant::Owner => match user.first_confirmed_email() {
                Some(by) => self.add_doubts(&left, by, changes),
                None => left,
            },
            Claimant::Code(code) => {
                let (purpose, at) = (Purpose::UNDO_EMAIL_CHANGE, self.now());
                let since = code.created_at + TimeDelta::microseconds(1);
                changes.add(TokenChange::VoidSince { user: user.id, purpose, since, at });
                let since = self.lately_after(Some(code.created_at));
                let is_older = |email: &&UserEmail| !is_doubtful(email, since);
                let heir = user.first_confirmed_email().filter(is_older).map(|email| email.id);
                self.add_doubts_since(&left, since, heir, changes)
            }
        }
    }

    /// Lets the user in who has set a new password, where the settings say so.
    pub(crate) async fn admit_after_reset(
        &self,
        user: &User,
        by: Recognised,
        visitor: &Visitor,
        changes: &mut Changes,
    ) -> Result<Option<Admission>, PortError> {
        if !self.settings().auto_sign_in.after_reset_password {
            return Ok(None);
        }
        let entrant = Entrant { user, by, begins: false, remember_me: false, visitor };
        self.admit(&entrant, changes).await.map(Some)
    }

    /// What follows when a new password is committed that its owner lost before: guesses at the last one are forgotten, and
    /// the browser is known.
    pub(crate) async fn was_reset(
        &self,
        (before, later): (&User, &User),
        admission: Option<Admission>,
        doubtful: Vec<EmailAddress>,
        visitor: &Visitor,
    ) -> Result<PasswordWasReset, PortError> {
        self.clear_guesses(before).await?;
        if let Some(admission) = &admission {
            self.follow_admission(admission, visitor).await;
        }
        Ok(PasswordWasReset { admission, device: self.device_mark(later, visitor), doubtful })
    }

    /// Deletes the credentials that an intruder may have added: those made in the last days, and after the claim; and lists
    /// of recovery codes of which one was used in the last days. For a recovery by whoever lost the password, or by an
    /// administrator. A second factor stays: whoever reads the mails alone does not get past it.
    pub(crate) fn add_end_of_credentials(
        &self,
        user: &User,
        lists: &CodeLists,
        by: Claimant<'_>,
        changes: &mut Changes,
    ) {
        self.add_end_of_codes(user, lists, by, changes);
        let since = self.lately_after(by.since(user));
        changes.add(CredentialChange::DeleteSince { user: user.id, since, kept: SECOND_FACTORS });
    }

    /// The same for recovery codes alone, which set a password: also where the password is changed by somebody who knows
    /// it.
    pub(crate) fn add_end_of_codes(
        &self,
        user: &User,
        lists: &CodeLists,
        by: Claimant<'_>,
        changes: &mut Changes,
    ) {
        let spent = (!matches!(by, Claimant::Code(_))).then(|| self.long_ago());
        let lately = EndedLists { made: self.lately_after(by.since(user)), used: spent };
        self.add_end_of_lists(user.id, lists, lately, changes);
    }

    /// Ends what an intruder may have begun: links to reset the password, steps of signing in, proposed addresses with their links, but the one
    /// with which somebody registered who waits, and open invitations of this user that give roles. Ways back stay: those
    /// of older claims are the owner's. Answers the user as this leaves them.
    pub(crate) fn add_end_of_begun(&self, user: &User, changes: &mut Changes) -> User {
        let at = self.now();
        changes.add(TokenChange::Void { user: user.id, purpose: Purpose::RESET_PASSWORD, at });
        changes.add(ChallengeChange::VoidFor { user: user.id, purpose: None, at });
        changes.add(InvitationChange::RevokeGiving(user.id, at));
        let registered = user.registered_email().map(|email| email.id);
        let stays = |email: &UserEmail| email.confirmed_at.is_some() || Some(email.id) == registered;
        let gone = user.emails.iter().filter(|email| !stays(email));
        changes.extend(gone.map(|email| EmailChange::Delete(user.id, email.id)));
        let mut left = user.clone();
        left.emails.retain(stays);
        left
    }

    /// The addresses that a new password would make count as proposed again: confirmed in the last days, and not the first.
    pub fn doubtful_emails(&self, user: &User) -> Vec<EmailAddress> {
        let Some(by) = user.first_confirmed_email() else { return Vec::new() };
        let since = self.doubtful_since(by);
        let doubtful = user.emails.iter().filter(|email| is_doubtful(email, since));
        doubtful.map(|email| email.address.clone()).collect()
    }

    /// What was confirmed after `by`, and lately, counts as proposed again.
    pub(crate) fn add_doubts(&self, user: &User, by: &UserEmail, changes: &mut Changes) -> User {
        let since = self.doubtful_since(by);
        let (purpose, at) = (Purpose::UNDO_EMAIL_CHANGE, self.now());
        changes.add(TokenChange::VoidSince { user: user.id, purpose, since, at });
        self.add_doubts_since(user, since, Some(by.id), changes)
    }

    /// What was confirmed since then counts as proposed again. If the primary address
    /// is among it, `heir` becomes primary.
    fn add_doubts_since(
        &self,
        user: &User,
        since: DateTime<Utc>,
        heir: Option<EmailId>,
        changes: &mut Changes,
    ) -> User {
        let mut left = user.clone();
        for email in left.emails.iter_mut().filter(|email| is_doubtful(email, since)) {
            if email.primary {
                changes.add(EmailChange::Demote(email.id));
            }
            *email = self.add_doubt(user.id, email, changes);
        }
        if !self.settings().manages_emails() {
            let doubted = left.emails.iter().filter(|email| email.confirmed_at.is_none());
            changes.extend(doubted.map(|email| EmailChange::Delete(user.id, email.id)));
            left.emails.retain(|email| email.confirmed_at.is_some());
        }
        if let Some(heir) = heir.filter(|_| left.primary_email().is_none()) {
            changes.add(EmailChange::MakePrimary(heir));
            left.emails.iter_mut().filter(|email| email.id == heir).for_each(|email| email.primary = true);
        }
        left
    }

    /// An address that is not primary counts as proposed again. Answers its row.
    pub(crate) fn add_doubt(&self, user: UserId, email: &UserEmail, changes: &mut Changes) -> UserEmail {
        changes.add(EmailChange::Delete(user, email.id));
        let proposed = self.proposed_email(&email.address);
        changes.add(EmailChange::Insert(user, proposed.clone()));
        proposed
    }

    /// From when on a confirmed address is not beyond doubt for whoever claims the account by the address `by`.
    fn doubtful_since(&self, by: &UserEmail) -> DateTime<Utc> {
        self.lately_after(by.confirmed_at)
    }

    /// From when on something came in lately, and after this claim.
    fn lately_after(&self, claimed: Option<DateTime<Utc>>) -> DateTime<Utc> {
        let long_ago = self.long_ago();
        claimed.map_or(long_ago, |at| at.max(long_ago)) + TimeDelta::microseconds(1)
    }
}

fn is_doubtful(email: &UserEmail, since: DateTime<Utc>) -> bool {
    email.confirmed_at.is_some_and(|at| at >= since)
}

/// The addresses that count as proposed again, of a user whom a recovery left so.
pub(crate) fn fell_back(user: &User, left: &User) -> Vec<EmailAddress> {
    let is_new = |email: &&UserEmail| user.emails.iter().all(|held| held.id != email.id);
    let proposed = left.emails.iter().filter(|email| email.confirmed_at.is_none());
    proposed.filter(is_new).map(|email| email.address.clone()).collect()
}
