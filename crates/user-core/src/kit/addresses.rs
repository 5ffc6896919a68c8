//! The addresses of a user: what is written when one is proposed, confirmed, or made the primary one.

use chrono::{DateTime, TimeDelta, Utc};

use crate::domain::{
    Detail, EmailAddress, EmailId, EventKind, MailDetails, MailKind, MailRequest, Method, Purpose, User,
    UserEmail, UserStatus,
};
use crate::kit::{News, Visitor, mail_link};
use crate::manager::UserManager;
use crate::ports::{Changes, EmailChange, TokenChange, UserChange};

/// An address to which a link goes that confirms it.
#[derive(Clone, Copy)]
pub(crate) struct ToConfirm<'a> {
    pub(crate) email: &'a UserEmail,
    /// How long the mail has to wait. One that has to gets its link when it goes.
    pub(crate) wait: TimeDelta,
}

impl UserManager {
    pub(crate) fn proposed_email(&self, address: &EmailAddress) -> UserEmail {
        let id = EmailId::fresh(self.parts.clock.as_ref(), self.parts.entropy.as_ref());
        UserEmail { id, address: address.clone(), confirmed_at: None, primary: false }
    }

    /// An address that its user says is theirs: listed, not taken, with a mail that lets them prove it.
    pub(crate) fn proposal(&self, user: &User, proposed: ToConfirm<'_>, visitor: &Visitor) -> Changes {
        let mut changes = Changes::none()
            .with(UserChange::Revise { id: user.id, revision: user.revision })
            .with(EmailChange::Insert(user.id, proposed.email.clone()));
        self.add_confirmation(user, proposed, visitor, &mut changes);
        let event = self.event(EventKind::EMAIL_ADDED, Some(user.id), Some(visitor));
        changes.add(event.with(Detail::ADDRESS, proposed.email.address.to_string()));
        let (kind, gained) = (MailKind::EMAIL_ADDED, Some(&proposed.email.address));
        let details = MailDetails { about: gained.map(ToString::to_string), ..self.where_and_when(visitor) };
        self.add_news(user, &News { kind, details, gained }, &mut changes);
        changes
    }

    /// A fresh link to prove an address, in place of all earlier ones. Where somebody else has it, the courier tells
    /// them instead.
    pub(crate) fn add_confirmation(
        &self,
        user: &User,
        to_confirm: ToConfirm<'_>,
        visitor: &Visitor,
        changes: &mut Changes,
    ) {
        let ToConfirm { email, wait } = to_confirm;
        let (letter, details) = (self.letter(MailKind::CONFIRM_EMAIL), self.where_and_when(visitor));
        if !wait.is_zero() {
            let details = MailDetails { request: Some(MailRequest::OwnAddress), ..details };
            let mail = letter.saying(details).to_user(user, &email.address);
            changes.extend(mail.map(|mail| mail.after(wait)));
            return;
        }
        let token = self.fresh_token(Purpose::CONFIRM_EMAIL, user, email.id);
        let details = MailDetails { link: Some(mail_link(&token)), ..details };
        changes.add(TokenChange::VoidFor { email: email.id, purpose: token.purpose, at: token.created_at });
        changes.add(TokenChange::Insert(token));
        changes.extend(letter.saying(details).to_user(user, &email.address));
    }

    /// An address is confirmed, by whatever proof, and so is its user. It counts from `since`.
    pub(crate) fn confirmed(
        &self,
        user: &User,
        email: &UserEmail,
        since: DateTime<Utc>,
        visitor: &Visitor,
    ) -> Changes {
        let mut changes = Changes::none()
            .with(UserChange::Revise { id: user.id, revision: user.revision })
            .with(EmailChange::Confirm { id: email.id, address: email.address.clone(), at: since });
        if user.primary_email().is_none() {
            self.add_passed_over(user, email, &mut changes);
            changes.add(EmailChange::MakePrimary(email.id));
            // Where there is one address at a time, the one they came with has been replaced by this later wish.
            let earlier = user.emails.iter().filter(|other| other.id < email.id);
            let replaced = earlier.filter(|_| self.settings().changes_email());
            changes.extend(replaced.map(|other| EmailChange::Delete(user.id, other.id)));
        } else if self.settings().changes_email() && email.confirmed_at.is_none() {
            self.add_replacement(user, email, visitor, &mut changes);
        } else if email.confirmed_at.is_none() {
            let (kind, gained) = (MailKind::EMAIL_CONFIRMED, Some(&email.address));
            let details =
                MailDetails { about: gained.map(ToString::to_string), ..self.where_and_when(visitor) };
            self.add_news(user, &News { kind, details, gained }, &mut changes);
        }
        if user.status == UserStatus::Pending {
            changes.add(UserChange::SetStatus(user.id, UserStatus::Active));
        }
        let event = self.event(EventKind::EMAIL_CONFIRMED, Some(user.id), Some(visitor)).by(Method::EMAIL);
        changes.add(event.with(Detail::ADDRESS, email.address.to_string()));
        changes
    }

    /// The confirmed address takes the place of the primary one, which goes.
    pub(crate) fn add_replacement(
        &self,
        user: &User,
        confirmed: &UserEmail,
        visitor: &Visitor,
        changes: &mut Changes,
    ) {
        self.add_primary_change(user, confirmed, visitor, changes);
        if let Some(old) = user.primary_email() {
            self.add_removal(user, old, changes);
        }
    }

    /// Another primary address. The new one is told, too, and every other one gets a way back.
    pub(crate) fn add_primary_change(
        &self,
        user: &User,
        to: &UserEmail,
        visitor: &Visitor,
        changes: &mut Changes,
    ) {
        // The links to reset that the former one got stay good, while it stays: else an intruder could spoil the
        // owner's.
        changes.extend(user.primary_email().map(|from| EmailChange::Demote(from.id)));
        changes.add(EmailChange::MakePrimary(to.id));
        let event = self.event(EventKind::PRIMARY_EMAIL_CHANGED, Some(user.id), Some(visitor));
        changes.add(event.with(Detail::ADDRESS, to.address.to_string()));
        let (kind, gained) = (MailKind::PRIMARY_EMAIL_CHANGED, &to.address);
        let details = MailDetails { about: Some(gained.to_string()), ..self.where_and_when(visitor) };
        changes.extend(self.letter(kind).saying(details.clone()).to_user(user, gained));
        self.add_news(user, &News { kind, details, gained: Some(gained) }, changes);
    }
}
