//! Confirming an address, and asking for another mail to do so.

mod confirmation;

use std::time::Duration;

use thiserror::Error;

use self::confirmation::{Asks, Confirmed, Proof, emptied};
pub use self::confirmation::{Confirmation, ConfirmationAsks};
use crate::domain::{EmailAddress, Field, MailKind, MailRequest, User, UserStatus, Violations};
use crate::kit::{
    Admission, Current, Entrant, LinkRefusal, Recognised, Try, Visitor, attempt, limits_fail_as,
    links_fail_as, refuses_as, same_password,
};
use crate::manager::UserManager;
use crate::ports::{CommitError, PortError};

/// What was typed into the form that confirms an address: nothing in the browser that registered, a password elsewhere.
#[derive(Clone, Default)]
pub struct ConfirmEmailForm {
    /// The password of the account.
    pub password: String,
    /// A new password in its place, for an account that has confirmed no address yet.
    pub new_password: String,
    /// The new password once more.
    pub retype_password: String,
}

/// An address was confirmed.
#[derive(Debug)]
#[non_exhaustive]
pub struct EmailConfirmed {
    /// Set when that also let the visitor in.
    pub admission: Option<Admission>,
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
    /// The password is not that of the account, or the new one is not good enough.
    #[error("refused: {0}")]
    Invalid(Violations),
    /// Too many attempts.
    #[error("too many attempts")]
    Throttled {
        /// How long to wait.
        retry_after: Duration,
    },
    /// Something behind a port failed.
    #[error(transparent)]
    Failed(#[from] PortError),
}

refuses_as!(ConfirmEmailError: Off, Link, Invalid, Throttled, Failed);

limits_fail_as!(ConfirmEmailError);

links_fail_as!(ConfirmEmailError, Link);

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

refuses_as!(ResendConfirmEmailError: Off, Invalid, Throttled, Failed);

limits_fail_as!(ResendConfirmEmailError);

impl UserManager {
    /// Confirms the address that the link was mailed to, once: the address is the account's from then on.
    ///
    /// In the browser that registered, and in one that is signed in to the account, the link is enough. Anywhere else
    /// the form must prove the password, or set a new one: the reader of a mail must not open an account that somebody
    /// else can sign in to.
    pub async fn confirm_email(
        &self,
        link: &str,
        form: &ConfirmEmailForm,
        current: Option<&Current>,
        visitor: &Visitor,
    ) -> Result<EmailConfirmed, ConfirmEmailError> {
        if !self.settings().confirms_email() {
            return Err(ConfirmEmailError::Off);
        }
        let (_, user, email) = self.confirmable(link).await?;
        let asks = self.confirmation_asks((&user, &email), current, visitor).await?;
        let proof = self.prove_confirmation(form, &user, asks, visitor).await?;
        attempt((user, proof), async |(proven, proof)| {
            let (token, user, email) = self.confirmable(link).await?;
            let proof = if same_password(&user, &proven) {
                proof
            } else {
                // Another password by now: what was proven is worth nothing.
                self.prove_confirmation(form, &user, asks, visitor).await?
            };
            let since = self.counts_since(&user, &email).await?;
            let confirmed = Confirmed { token: &token, user: &user, email: &email, since, proof: &proof };
            match self.try_confirm(&confirmed, asks, visitor).await? {
                Some(confirmed) => Ok(Try::Done(confirmed)),
                None => Ok(Try::Again((user, proof))),
            }
        })
        .await
    }

    /// One try; `None` when somebody else changed what it was decided on.
    async fn try_confirm(
        &self,
        confirmed: &Confirmed<'_>,
        asks: Asks,
        visitor: &Visitor,
    ) -> Result<Option<EmailConfirmed>, ConfirmEmailError> {
        let user = confirmed.user;
        let is_replaced = matches!(confirmed.proof, Proof::NewPassword(_));
        let mut changes = self.confirmation(confirmed, visitor);
        let admission = if self.signs_in_after_confirm(asks) {
            let later = once_confirmed(confirmed);
            let later = if is_replaced { emptied(later.with_devices_void(), visitor) } else { later };
            let (user, by) = (&later, Recognised::Mail);
            let entrant = Entrant { user, by, begins: is_replaced, remember_me: false, visitor };
            Some(self.admit(&entrant, &mut changes).await?)
        } else {
            None
        };
        match self.commit(changes).await {
            Ok(()) => {
                if is_replaced {
                    self.clear_guesses(user).await?;
                }
                if let Some(admission) = &admission {
                    self.follow_admission(admission, visitor).await;
                }
                Ok(Some(EmailConfirmed { admission }))
            }
            Err(CommitError::Gone) => Err(ConfirmEmailError::Link(LinkRefusal::Used)),
            // Somebody else has confirmed the address meanwhile.
            Err(CommitError::Taken(_)) => Err(ConfirmEmailError::Link(LinkRefusal::Invalid)),
            Err(CommitError::Stale) => Ok(None),
            Err(CommitError::Failed(error)) => Err(error.into()),
        }
    }

    /// A user who is signed in already stays so; everybody else has proven who they are.
    fn signs_in_after_confirm(&self, asks: Asks) -> bool {
        self.settings().auto_sign_in.after_confirm_email && asks != Asks::SignedIn
    }

    /// Requests another mail to confirm an address. The answer and the work are the same for every address: whether
    /// anybody waits to confirm it, the courier finds out.
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
        if self.may_mail(MailKind::CONFIRM_EMAIL, &email).await? {
            let here = self.registered_here(visitor).await?;
            let own = self.registered_with(&email, &here).await?.map(|own| own.id);
            let asked = (MailKind::CONFIRM_EMAIL, MailRequest::ConfirmEmail);
            self.request_mail(asked, &email, own, visitor).await?;
        }
        Ok(())
    }
}

/// The user as the confirmation leaves them.
fn once_confirmed(confirmed: &Confirmed<'_>) -> User {
    let mut user = User { revision: confirmed.user.revision + 1, ..confirmed.user.clone() };
    let primary = user.primary_email().is_none();
    for email in user.emails.iter_mut().filter(|email| email.id == confirmed.email.id) {
        email.confirmed_at = email.confirmed_at.or(Some(confirmed.since));
        email.primary |= primary;
    }
    if user.status == UserStatus::Pending {
        user.status = UserStatus::Active;
    }
    user
}
