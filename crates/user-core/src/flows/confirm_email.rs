//! Confirming an address, and asking for another mail to do so.

use std::time::Duration;

use thiserror::Error;

use super::limits::limits_fail_as;
use super::way_back::News;
use super::{ATTEMPTS, LinkError, LinkRefusal, SignedIn, Visitor, contention};
use crate::domain::{
    EmailAddress, EmailId, EventKind, Field, MailDetails, MailKind, Purpose, User, UserEmail, UserStatus,
    Violations,
};
use crate::manager::UserManager;
use crate::ports::{Changes, CommitError, EmailChange, PortError, SessionChange, TokenChange, UserChange};
use crate::seal::Label;

/// An address was confirmed.
#[derive(Debug)]
pub struct EmailConfirmed {
    /// Set when that also signed the visitor in.
    pub signed_in: Option<SignedIn>,
}

/// Why no address was confirmed.
#[derive(Debug, Error)]
pub enum ConfirmEmailError {
    /// Addresses are not confirmed in this app.
    #[error("addresses are not confirmed")]
    Off,
    /// The link leads nowhere.
    #[error(transparent)]
    Link(LinkRefusal),
    /// Something behind a port failed.
    #[error(transparent)]
    Failed(#[from] PortError),
}

impl From<LinkError> for ConfirmEmailError {
    fn from(error: LinkError) -> Self {
        match error {
            LinkError::Refused(refusal) => Self::Link(refusal),
            LinkError::Failed(error) => Self::Failed(error),
        }
    }
}

/// What was typed into the form that asks for another confirmation mail.
#[derive(Clone, Debug, Default)]
pub struct ResendConfirmEmailForm {
    /// The address.
    pub email: String,
}

/// Why no confirmation mail was asked for. That the address is unknown is not among it: nobody is told.
#[derive(Debug, Error)]
pub enum ResendConfirmEmailError {
    /// Addresses are not confirmed in this app.
    #[error("addresses are not confirmed")]
    Off,
    /// The form was not right.
    #[error("refused: {0}")]
    Invalid(Violations),
    /// Too many attempts from this client.
    #[error("too many attempts")]
    Throttled {
        /// How long to wait.
        retry_after: Duration,
    },
    /// Something behind a port failed.
    #[error(transparent)]
    Failed(#[from] PortError),
}

limits_fail_as!(ResendConfirmEmailError);

impl UserManager {
    /// Confirms the address that the link was mailed to, once. Signs in only where `mark` shows that this browser
    /// registered the account: a mail scanner, or whoever else got hold of the mail, is signed in nowhere.
    pub async fn confirm_email(
        &self,
        link: &str,
        mark: Option<&str>,
        visitor: &Visitor,
    ) -> Result<EmailConfirmed, ConfirmEmailError> {
        if !self.settings().confirms_email() {
            return Err(ConfirmEmailError::Off);
        }
        for _ in 0..ATTEMPTS {
            let (token, user) = self.linked(Purpose::ConfirmEmail, link).await?;
            let email = token.email_id().ok_or(ConfirmEmailError::Link(LinkRefusal::Invalid))?;
            let signed_in = self
                .signs_in_after_confirm(&user, mark)
                .then(|| self.fresh_session(&self.once_confirmed(&user, email), false, visitor));
            let held = user.emails.iter().find(|held| held.id == email);
            let held = held.ok_or(ConfirmEmailError::Link(LinkRefusal::Invalid))?;
            let mut changes = self.confirmation(&user, held, visitor);
            let (purpose, at) = (token.purpose, self.now());
            changes.add(TokenChange::Claim { id: token.id, purpose, at });
            changes.add(TokenChange::VoidFor { email, purpose, at });
            if let Some(signed_in) = &signed_in {
                changes.add(SessionChange::Insert(signed_in.session.clone()));
                changes.add(self.event(EventKind::UserSignedIn, Some(user.id), Some(visitor)));
            }
            match self.commit(changes).await {
                Ok(()) => {
                    if signed_in.is_some() {
                        self.end_previous(visitor).await;
                    }
                    return Ok(EmailConfirmed { signed_in });
                }
                Err(CommitError::Gone) => return Err(ConfirmEmailError::Link(LinkRefusal::Used)),
                // Somebody else has proven the address meanwhile.
                Err(CommitError::Taken(_)) => return Err(ConfirmEmailError::Link(LinkRefusal::Invalid)),
                Err(CommitError::Stale) => {}
                Err(CommitError::Failed(error)) => return Err(error.into()),
            }
        }
        Err(contention().into())
    }

    fn signs_in_after_confirm(&self, user: &User, mark: Option<&str>) -> bool {
        let registered = mark.and_then(|mark| self.seals().open_id(Label::Registration, mark));
        self.settings().auto_sign_in.after_confirm_email && registered == Some(*user.id.as_bytes())
    }

    /// The user as the confirmation leaves them.
    fn once_confirmed(&self, user: &User, confirmed: EmailId) -> User {
        let mut user = User { revision: user.revision + 1, ..user.clone() };
        let primary = user.primary_email().is_none();
        for email in user.emails.iter_mut().filter(|email| email.id == confirmed) {
            email.confirmed_at = email.confirmed_at.or(Some(self.now()));
            email.primary |= primary;
        }
        if user.status == UserStatus::Pending {
            user.status = UserStatus::Active;
        }
        user
    }

    pub(super) fn confirmation(&self, user: &User, email: &UserEmail, visitor: &Visitor) -> Changes {
        let mut changes = Changes::none()
            .with(UserChange::Revise { id: user.id, revision: user.revision })
            .with(EmailChange::Confirm { id: email.id, address: email.address.clone(), at: self.now() });
        if user.primary_email().is_none() {
            changes.add(EmailChange::MakePrimary(email.id));
            // Where there is one address at a time, the one they came with has been replaced by this later wish.
            let earlier = user.emails.iter().filter(|other| other.id < email.id);
            let replaced = earlier.filter(|_| self.settings().changes_email());
            changes.extend(replaced.map(|other| EmailChange::Delete(user.id, other.id)));
        } else if self.settings().changes_email() && email.confirmed_at.is_none() {
            self.add_replacement(user, email, visitor, &mut changes);
        } else if email.confirmed_at.is_none() {
            let (kind, gained) = (MailKind::EmailConfirmed, Some(&email.address));
            let details =
                MailDetails { about: gained.map(ToString::to_string), ..self.where_and_when(visitor) };
            self.add_news(user, &News { kind, details, gained }, &mut changes);
        }
        if user.status == UserStatus::Pending {
            changes.add(UserChange::SetStatus(user.id, UserStatus::Active));
        }
        changes.add(self.event(EventKind::EmailConfirmed, Some(user.id), Some(visitor)));
        changes
    }

    /// Sends another confirmation mail, if there is something to confirm. The answer is the same for everyone.
    pub async fn resend_confirm_email(
        &self,
        form: &ResendConfirmEmailForm,
        visitor: &Visitor,
    ) -> Result<(), ResendConfirmEmailError> {
        if !self.settings().confirms_email() {
            return Err(ResendConfirmEmailError::Off);
        }
        let email = EmailAddress::parse(&form.email)
            .map_err(|why| ResendConfirmEmailError::Invalid(Violations::one(Field::Email, why)))?;
        self.reserve_client(visitor).await?;
        let allowed = self.may_mail(MailKind::ConfirmEmail, &email).await?;
        for _ in 0..ATTEMPTS {
            let user = self.store().registrants(&email, 1).await?.pop().filter(|_| allowed);
            match self.commit(self.new_confirmation(user.as_ref(), &email, visitor).await).await {
                Ok(()) => return Ok(()),
                Err(CommitError::Failed(error)) => return Err(error.into()),
                Err(CommitError::Stale | CommitError::Gone | CommitError::Taken(_)) => {}
            }
        }
        Err(contention().into())
    }

    async fn new_confirmation(
        &self,
        user: Option<&User>,
        email: &EmailAddress,
        visitor: &Visitor,
    ) -> Changes {
        let user_id = user.map(|user| user.id);
        let mut changes = Changes::none();
        changes.extend(self.strangers_event(EventKind::ConfirmationRequested, user_id, visitor).await);
        if let Some((user, held)) = user.and_then(|user| Some((user, unconfirmed(user, email)?))) {
            changes.add(UserChange::Unchanged { id: user.id, revision: user.revision });
            self.add_confirmation(user, held, &mut changes);
        }
        changes
    }
}

/// The address, where an enabled user has it and has not confirmed it.
fn unconfirmed<'a>(user: &'a User, email: &EmailAddress) -> Option<&'a UserEmail> {
    let open = |held: &&UserEmail| held.confirmed_at.is_none() && user.status != UserStatus::Disabled;
    user.email(email).filter(open)
}
