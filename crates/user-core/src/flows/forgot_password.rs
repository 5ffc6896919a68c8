//! A forgotten password: asking for a link, and setting a new one with it.

use std::time::Duration;

use thiserror::Error;

use crate::domain::{
    EmailAddress, EventKind, Field, MailKind, MailRequest, Method, PasswordHash, Purpose, Token,
    TokenSubject, User, UserEmail, UserStatus, Violations,
};
use crate::kit::{
    Claimant, CodeLists, LinkError, LinkRefusal, News, PasswordWasReset, Recognised, Try, Visitor, attempt,
    fell_back, limits_fail_as, links_fail_as, refuses_as,
};
use crate::manager::UserManager;
use crate::ports::{Changes, CommitError, PortError, TokenChange, UserChange};

/// What was typed into the form that asks for a link.
#[derive(Clone, Debug, Default)]
pub struct ForgotPasswordForm {
    /// The address.
    pub email: String,
}

/// Why no link was asked for. That the address is unknown is not among it: nobody is told.
#[derive(Debug, Error)]
pub enum ForgotPasswordError {
    /// Passwords are not reset by mail in this app.
    #[error("passwords are not reset by mail")]
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

refuses_as!(ForgotPasswordError: Off, Invalid, Throttled, Failed);

limits_fail_as!(ForgotPasswordError);

/// What was typed into the form that sets a new password.
#[derive(Clone, Default)]
pub struct ResetPasswordForm {
    /// The new password.
    pub new_password: String,
    /// The new password once more.
    pub retype_password: String,
}

/// Why no password was reset.
#[derive(Debug, Error)]
pub enum ResetPasswordError {
    /// Passwords are not reset by mail in this app.
    #[error("passwords are not reset by mail")]
    Off,
    /// The link leads nowhere.
    #[error(transparent)]
    Link(LinkRefusal),
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

refuses_as!(ResetPasswordError: Off, Link, Invalid, Throttled, Failed);

limits_fail_as!(ResetPasswordError);

links_fail_as!(ResetPasswordError, Link);

impl UserManager {
    /// Asks for a link to set a new password. The answer and the work are the same for every address: whether it is a
    /// confirmed one of a user in good standing, the courier finds out.
    pub async fn forgot_password(
        &self,
        form: &ForgotPasswordForm,
        visitor: &Visitor,
    ) -> Result<(), ForgotPasswordError> {
        if !self.settings().resets_password() {
            return Err(ForgotPasswordError::Off);
        }
        let email = EmailAddress::parse(&form.email)
            .map_err(|why| ForgotPasswordError::Invalid(Violations::one(Field::Email, why)))?;
        self.reserve_client(visitor).await?;
        if self.may_mail(MailKind::FORGOT_PASSWORD, &email).await? {
            let asked = (MailKind::FORGOT_PASSWORD, MailRequest::ResetPassword);
            self.request_mail(asked, &email, None, visitor).await?;
        }
        Ok(())
    }

    /// Sets a new password with a mailed link, once. Ends every session, voids every other reset link, and deletes the
    /// credentials that were added in the last days; never enables a disabled user.
    pub async fn reset_password(
        &self,
        link: &str,
        form: &ResetPasswordForm,
        visitor: &Visitor,
    ) -> Result<PasswordWasReset, ResetPasswordError> {
        if !self.settings().takes_back() {
            return Err(ResetPasswordError::Off);
        }
        let (token, user) = self.linked(Purpose::RESET_PASSWORD, link).await?;
        if token.email_id().is_some() && !self.settings().resets_password() {
            return Err(ResetPasswordError::Off);
        }
        self.reserve_client(visitor).await?;
        let typed = (form.new_password.as_str(), form.retype_password.as_str());
        let password = self.parse_reset(typed, &user).await?.map_err(ResetPasswordError::Invalid)?;
        let hash = self.parts.hasher.hash(&password).await?;
        attempt((), async |()| {
            let (token, user) = self.linked(Purpose::RESET_PASSWORD, link).await?;
            if user.status != UserStatus::Active || self.is_promised(&token, &user).await? {
                return Err(ResetPasswordError::Link(LinkRefusal::Invalid));
            }
            let later = user.clone().with_devices_void();
            let lists = self.code_lists(user.id).await?;
            let (mut changes, doubtful) = self.reset((&token, &user), &lists, hash.clone(), visitor);
            let admission = self.admit_after_reset(&later, Recognised::Mail, visitor, &mut changes).await?;
            match self.commit(changes).await {
                Ok(()) => {
                    let users = (&user, &later);
                    Ok(Try::Done(self.was_reset(users, admission, doubtful, visitor).await?))
                }
                Err(CommitError::Gone) => Err(ResetPasswordError::Link(LinkRefusal::Used)),
                Err(CommitError::Stale | CommitError::Taken(_)) => Ok(Try::Again(())),
                Err(CommitError::Failed(error)) => Err(error.into()),
            }
        })
        .await
    }

    /// Whose password a link to reset one sets. Looks only.
    pub async fn reset_account(&self, link: &str) -> Result<User, LinkError> {
        self.linked(Purpose::RESET_PASSWORD, link).await.map(|(_, user)| user)
    }

    /// Whether the account waits for a new password by the link that followed an undo, and this link is one of another
    /// address, whose claim is no older.
    async fn is_promised(&self, token: &Token, user: &User) -> Result<bool, PortError> {
        if user.password_hash.is_some() || token.email_id().is_none() {
            return Ok(false);
        }
        let Some(by) = sent_to(token, user) else { return Ok(false) };
        let now = self.now();
        let is_other = |waiting: &Token| match &waiting.subject {
            TokenSubject::Change { told, confirmed_at, .. } => {
                *told != by.address && by.confirmed_at.is_none_or(|at| at >= *confirmed_at)
            }
            TokenSubject::Email(_) | TokenSubject::Browser(_) | TokenSubject::Username(_) => false,
        };
        let resets = self.store().tokens(&user.id, Purpose::RESET_PASSWORD).await?;
        let mut waiting = resets.iter().filter(|reset| reset.is_open(now));
        Ok(waiting.any(is_other))
    }

    fn reset(
        &self,
        (token, user): (&Token, &User),
        lists: &CodeLists,
        hash: PasswordHash,
        visitor: &Visitor,
    ) -> (Changes, Vec<EmailAddress>) {
        let at = self.now();
        let mut changes = Changes::none()
            .with(UserChange::Revise { id: user.id, revision: user.revision })
            .with(TokenChange::Claim { id: token.id, purpose: token.purpose, at });
        let by = Claimant::by(sent_to(token, user));
        self.add_end_of_credentials(user, lists, by, &mut changes);
        let left = self.add_new_password(user, hash, by, &mut changes);
        changes.add(self.event(EventKind::PASSWORD_RESET, Some(user.id), Some(visitor)).by(Method::EMAIL));
        let (kind, details) = (MailKind::PASSWORD_CHANGED, self.where_and_when(visitor));
        self.add_news(&left, &News { kind, details, gained: None }, &mut changes);
        let doubtful = fell_back(user, &left);
        (changes, doubtful)
    }
}

/// The address to which a link was sent, where it is still a confirmed one of the user.
fn sent_to<'a>(token: &Token, user: &'a User) -> Option<&'a UserEmail> {
    let held = match &token.subject {
        TokenSubject::Email(id) => user.emails.iter().find(|email| email.id == *id),
        TokenSubject::Change { told, .. } => user.email(told),
        TokenSubject::Browser(_) | TokenSubject::Username(_) => None,
    };
    held.filter(|email| email.confirmed_at.is_some())
}
