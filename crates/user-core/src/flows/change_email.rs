//! Another address in place of the only one, and taking back a change of the primary address.

use std::time::Duration;

use thiserror::Error;

use super::limits::limits_fail_as;
use super::link::mail_link;
use super::{ATTEMPTS, Current, LinkError, LinkRefusal, Visitor, contention};
use crate::domain::{
    EmailAddress, EventKind, Field, MailDetails, MailKind, Password, Purpose, QueuedMail, Token,
    TokenSubject, User, UserEmail, UserStatus, Violation, Violations,
};
use crate::letters::Reader;
use crate::manager::UserManager;
use crate::ports::{Changes, CommitError, EmailChange, PortError, TokenChange, UserChange};

/// What was typed into the form.
#[derive(Clone, Default)]
pub struct ChangeEmailForm {
    /// The new address.
    pub new_email: String,
    /// The current password.
    pub old_password: String,
}

/// Why the address is not being changed. That somebody else has it is not among it: nobody is told.
#[derive(Debug, Error)]
pub enum ChangeEmailError {
    /// Addresses are not changed in this app, or are managed as several.
    #[error("addresses are not changed")]
    Off,
    /// The password was proven too long ago: sign in again first.
    #[error("the sign-in is too old")]
    NotFresh,
    /// The form was not right.
    #[error("refused: {0}")]
    Invalid(Violations),
    /// Too many attempts, or too many mails to that address.
    #[error("too many attempts")]
    Throttled {
        /// How long to wait.
        retry_after: Duration,
    },
    /// The account is gone or disabled.
    #[error("the account is gone")]
    Gone,
    /// Something behind a port failed.
    #[error(transparent)]
    Failed(#[from] PortError),
}

limits_fail_as!(ChangeEmailError);
super::decide::lost_is!(ChangeEmailError);

/// A change of the primary address was taken back.
pub struct EmailChangeUndone {
    /// The address that is primary again.
    pub email: EmailAddress,
    /// The sealed part of a link to set a new password, where passwords are reset by mail: whoever has the mailbox
    /// gets the account back, and nobody else keeps it.
    pub reset_link: Option<String>,
}

impl std::fmt::Debug for EmailChangeUndone {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("EmailChangeUndone").field("email", &self.email).finish_non_exhaustive()
    }
}

/// Why no change was taken back.
#[derive(Debug, Error)]
pub enum UndoEmailChangeError {
    /// Addresses are not changed in this app.
    #[error("addresses are not changed")]
    Off,
    /// The link leads nowhere, or the address belongs to somebody else by now.
    #[error(transparent)]
    Link(LinkRefusal),
    /// Something behind a port failed.
    #[error(transparent)]
    Failed(#[from] PortError),
}

impl From<LinkError> for UndoEmailChangeError {
    fn from(error: LinkError) -> Self {
        match error {
            LinkError::Refused(refusal) => Self::Link(refusal),
            LinkError::Failed(error) => Self::Failed(error),
        }
    }
}

impl UserManager {
    /// Mails the new address a link. Opening it puts the address in place of the present one, which stays until then.
    pub async fn change_email(
        &self,
        current: &Current,
        form: &ChangeEmailForm,
        visitor: &Visitor,
    ) -> Result<EmailAddress, ChangeEmailError> {
        if !self.settings().changes_email() {
            return Err(ChangeEmailError::Off);
        }
        if !self.is_fresh(current) {
            return Err(ChangeEmailError::NotFresh);
        }
        let (email, password) =
            self.parse_email_change(form, &current.user).map_err(ChangeEmailError::Invalid)?;
        if !self.proves(&current.user, &password, visitor).await? {
            return Err(ChangeEmailError::Invalid(Violations::one(Field::OldPassword, Violation::Wrong)));
        }
        self.reserve_own_address(current.user.id, &email, visitor).await?;
        let owner = self.owner_of(&email).await?;
        self.decide(current, |user| {
            let proposed = self.proposed_email(&email);
            let mut changes = self.proposal(user, &proposed, owner.as_ref(), visitor);
            // One address at a time is on its way: a new wish replaces the earlier one, and never the address by which
            // somebody who has confirmed none yet is known.
            let own = user.main_email().map(|own| own.id);
            let earlier =
                user.emails.iter().filter(|held| held.confirmed_at.is_none() && Some(held.id) != own);
            changes.extend(earlier.map(|held| EmailChange::Delete(user.id, held.id)));
            Ok::<_, ChangeEmailError>(changes)
        })
        .await?;
        Ok(email)
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
        changes.extend(user.primary_email().map(|old| EmailChange::Delete(user.id, old.id)));
    }

    /// Another primary address, with mails to both and a way back for the earlier one.
    pub(crate) fn add_primary_change(
        &self,
        user: &User,
        to: &UserEmail,
        visitor: &Visitor,
        changes: &mut Changes,
    ) {
        let from = user.primary_email();
        changes.extend(from.map(|from| EmailChange::Demote(from.id)));
        changes.add(EmailChange::MakePrimary(to.id));
        // Whoever reads the former address may have asked for a link before.
        let (purpose, at) = (Purpose::ResetPassword, self.now());
        changes.add(TokenChange::Void { user: user.id, purpose, at });
        changes.add(self.event(EventKind::PrimaryEmailChanged, Some(user.id), Some(visitor)));
        if !self.settings().mails.primary_email_changed {
            return;
        }
        if let Some(from) = from {
            let (from, to) = (from.address.clone(), to.address.clone());
            let subject = TokenSubject::EmailChange { from: from.clone(), to };
            let undo = self.fresh_token_about(Purpose::UndoEmailChange, user, subject);
            changes.extend(self.primary_changed_mail(user, &from, Some(&undo), visitor));
            changes.add(TokenChange::Insert(undo));
        }
        changes.extend(self.primary_changed_mail(user, &to.address, None, visitor));
    }

    fn primary_changed_mail(
        &self,
        user: &User,
        recipient: &EmailAddress,
        undo: Option<&Token>,
        visitor: &Visitor,
    ) -> Option<QueuedMail> {
        let about = match undo.map(|token| &token.subject) {
            Some(TokenSubject::EmailChange { to, .. }) => to,
            _ => recipient,
        };
        let details = MailDetails {
            about: Some(about.to_string()),
            link: undo.map(mail_link),
            ..self.where_and_when(visitor)
        };
        self.letter(MailKind::PrimaryEmailChanged, Reader::of(user, recipient), details)
    }

    /// The address that a link would make primary again. Looks only.
    pub async fn undone_email(&self, link: &str) -> Result<EmailAddress, LinkError> {
        let (token, _) = self.linked(Purpose::UndoEmailChange, link).await?;
        match token.subject {
            TokenSubject::EmailChange { from, .. } => Ok(from),
            TokenSubject::Email(_) | TokenSubject::Browser(_) => Err(LinkRefusal::Invalid.into()),
        }
    }

    /// Makes the earlier address primary again, also when it was removed since. The address that took its place goes, and
    /// so does every address proven after it; every session ends, and neither a reset link nor the undo of a later change stays good.
    pub async fn undo_email_change(
        &self,
        link: &str,
        visitor: &Visitor,
    ) -> Result<EmailChangeUndone, UndoEmailChangeError> {
        if !self.settings().manages_emails() && !self.settings().changes_email() {
            return Err(UndoEmailChangeError::Off);
        }
        for _ in 0..ATTEMPTS {
            let (token, user) = self.linked(Purpose::UndoEmailChange, link).await?;
            let TokenSubject::EmailChange { from, to } = &token.subject else {
                return Err(UndoEmailChangeError::Link(LinkRefusal::Invalid));
            };
            let restored = self.restored(&user, from);
            let mut changes = self.undo(&token, &user, &restored, to);
            let reset_link = self.add_reset(&user, &restored, &mut changes);
            changes.add(self.event(EventKind::EmailChangeUndone, Some(user.id), Some(visitor)));
            match self.commit(changes).await {
                Ok(()) => return Ok(EmailChangeUndone { email: from.clone(), reset_link }),
                Err(CommitError::Taken(_)) => return Err(UndoEmailChangeError::Link(LinkRefusal::Invalid)),
                Err(CommitError::Gone | CommitError::Stale) => {}
                Err(CommitError::Failed(error)) => return Err(error.into()),
            }
        }
        Err(contention().into())
    }

    /// The row of the address that comes back: the one that is there, or a fresh one.
    fn restored(&self, user: &User, from: &EmailAddress) -> UserEmail {
        let fresh = || UserEmail { confirmed_at: Some(self.now()), ..self.proposed_email(from) };
        user.email(from).cloned().unwrap_or_else(fresh)
    }

    fn undo(&self, token: &Token, user: &User, restored: &UserEmail, to: &EmailAddress) -> Changes {
        let at = self.now();
        let mut changes = Changes::none()
            .with(UserChange::Revise { id: user.id, revision: user.revision })
            .with(TokenChange::Claim { id: token.id, purpose: token.purpose, at })
            // A thief who went on to a further address of theirs holds the link that undoes that: it would bring back
            // the thief. The links of earlier changes stay, for the same reason the other way round.
            .with(TokenChange::VoidSince {
                user: user.id,
                purpose: token.purpose,
                since: token.created_at,
                at,
            });
        let usurper = user.primary_email().filter(|email| email.id != restored.id);
        changes.extend(usurper.map(|email| EmailChange::Demote(email.id)));
        match user.email(&restored.address) {
            Some(held) => {
                changes.add(EmailChange::Confirm { id: held.id, address: held.address.clone(), at });
            }
            None => changes.add(EmailChange::Insert(user.id, restored.clone())),
        }
        if !restored.primary {
            changes.add(EmailChange::MakePrimary(restored.id));
        }
        let since = |email: &&UserEmail| {
            let suspect = email.address == *to || email.confirmed_at.is_none_or(|at| at >= token.created_at);
            suspect && email.id != restored.id
        };
        changes.extend(user.emails.iter().filter(since).map(|email| EmailChange::Delete(user.id, email.id)));
        Self::sign_out_everywhere(user.id, &mut changes);
        changes
    }

    fn parse_email_change(
        &self,
        form: &ChangeEmailForm,
        user: &User,
    ) -> Result<(EmailAddress, Password), Violations> {
        let mut violations = Violations::none();
        let is_new = |email: EmailAddress| {
            let same = user.main_email().is_some_and(|held| held.address == email);
            if same { Err(Violation::Same) } else { Ok(email) }
        };
        let email = violations.collect(Field::NewEmail, self.parse_email(&form.new_email).and_then(is_new));
        let password = violations.collect(Field::OldPassword, Password::parse(&form.old_password));
        match (email, password) {
            (Some(email), Some(password)) => Ok((email, password)),
            _ => Err(violations),
        }
    }

    /// A link to set a new password, in place of all others, for the address that came back.
    fn add_reset(&self, user: &User, restored: &UserEmail, changes: &mut Changes) -> Option<String> {
        let token = self.fresh_token(Purpose::ResetPassword, user, restored.id);
        changes.add(TokenChange::Void { user: user.id, purpose: token.purpose, at: token.created_at });
        if !self.settings().resets_password() || user.status != UserStatus::Active {
            return None;
        }
        let link = self.link_text(token.purpose, token.id);
        changes.add(TokenChange::Insert(token));
        Some(link)
    }
}
