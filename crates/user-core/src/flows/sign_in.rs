//! Signing in.

use std::time::Duration;

use thiserror::Error;

use crate::domain::{
    EmailAddress, EventKind, Field, Password, PasswordHash, SignInBar, User, UserEmail, UserId, UserStatus,
    Violation, Violations,
};
use crate::kit::{
    Admission, Attempt, Entrant, Identifier, Lane, Recognised, Try, Visitor, attempt, limits_fail_as,
    refuses_as,
};
use crate::manager::UserManager;
use crate::ports::{Changes, CommitError, Port, PortError, UserChange, UserKey};

/// What was typed into the sign-in form.
#[derive(Clone, Default)]
pub struct SignInForm {
    /// The username, the address, or either, as the identifiers say.
    pub identifier: String,
    /// The password.
    pub password: String,
    /// Whether to stay signed in.
    pub remember_me: bool,
}

/// Why nobody was signed in.
#[derive(Debug, Error)]
pub enum SignInError {
    /// The form was not right, or identifier and password do not belong together. One answer for an unknown user and
    /// for a wrong password.
    #[error("refused: {0}")]
    Invalid(Violations),
    /// The password is right, and no address is confirmed yet.
    #[error("no address is confirmed")]
    Unconfirmed,
    /// The password is right, and the account is disabled.
    #[error("the account is disabled")]
    Disabled,
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

refuses_as! {
    SignInError: Invalid, Throttled, Failed;
    Own::Unconfirmed => Self::Invalid(Violations::one(Field::Form, Violation::Unconfirmed)),
    Own::Disabled => Self::Invalid(Violations::one(Field::Form, Violation::Disabled))
}

limits_fail_as!(SignInError);

/// A sign-in form that can be evaluated, and who sent it.
struct Asked<'a> {
    identifier: Identifier,
    password: Password,
    remember_me: bool,
    visitor: &'a Visitor,
}

impl UserManager {
    /// Signs a user in with a new session. There is exactly one password verification whether or not the user exists,
    /// and the same look-ups and writes for a failure of either kind.
    pub async fn sign_in(&self, form: &SignInForm, visitor: &Visitor) -> Result<Admission, SignInError> {
        let asked = self.parse_sign_in(form, visitor).map_err(SignInError::Invalid)?;
        let user = self.identified(&asked.identifier, visitor).await?;
        let reserved = self.reserve_sign_in(asked.identifier.key(), user.as_ref(), visitor).await;
        let user_id = user.as_ref().map(|user| user.id);
        let attempt = self.note_throttled(reserved, user_id, visitor).await?;
        match self.evaluate(&asked, user, &attempt).await {
            Ok(admission) => {
                self.settle(attempt).await?;
                self.follow_admission(&admission, visitor).await;
                Ok(admission)
            }
            // The password was right, so it was no guess.
            Err(barred @ (SignInError::Disabled | SignInError::Unconfirmed)) => {
                self.settle(attempt).await?;
                Err(barred)
            }
            // Nobody had the time to look at it.
            Err(SignInError::Failed(busy)) if busy.retry_after().is_some() => {
                Err(self.withdraw(attempt, busy).await.into())
            }
            Err(refused) => Err(refused),
        }
    }

    async fn evaluate(
        &self,
        asked: &Asked<'_>,
        user: Option<User>,
        attempted: &Attempt,
    ) -> Result<Admission, SignInError> {
        attempt(user, async |user: Option<User>| {
            let user_id = user.as_ref().map(|user| user.id);
            let candidate = user.filter(|_| attempted.is_evaluated);
            let verified = self.prove(&asked.password, candidate.as_ref(), attempted.lane).await?;
            let Some(found) = candidate.filter(|user| verified && may_use(user, &asked.identifier)) else {
                return Err(self.refuse(&asked.identifier, user_id, asked.visitor).await?);
            };
            if let Err(bar) = found.may_sign_in(self.settings().sign_in.before_confirmation) {
                return Err(self.bar(&found, bar, asked.visitor).await?);
            }
            let upgraded = self.upgraded_hash(&found, &asked.password, attempted.lane).await?;
            match self.let_in(&found, upgraded, asked).await? {
                Some(admission) => Ok(Try::Done(admission)),
                None => Ok(Try::Again(self.identified(&asked.identifier, asked.visitor).await?)),
            }
        })
        .await
    }

    fn parse_sign_in<'a>(&self, form: &SignInForm, visitor: &'a Visitor) -> Result<Asked<'a>, Violations> {
        let mut violations = Violations::none();
        let identifier = violations.collect(self.identifier_field(), self.parse_identifier(&form.identifier));
        let password = violations.collect(Field::Password, Password::parse(&form.password));
        match (identifier, password) {
            (Some(identifier), Some(password)) => {
                Ok(Asked { identifier, password, remember_me: form.remember_me, visitor })
            }
            _ => Err(violations),
        }
    }

    async fn identified(
        &self,
        identifier: &Identifier,
        visitor: &Visitor,
    ) -> Result<Option<User>, PortError> {
        match identifier {
            Identifier::Username(username) => self.store().user(UserKey::Username(username)).await,
            Identifier::Email(email) => self.identified_by_address(email, visitor).await,
            Identifier::Nobody(_) => Ok(None),
        }
    }

    /// Who has confirmed the address. Where people sign in before they confirm, the browser that registered is known
    /// for its own account, whether or not somebody else has the address: a stranger must not learn which. On a device
    /// that its owner has signed in on, an account comes before what was registered there.
    async fn identified_by_address(
        &self,
        email: &EmailAddress,
        visitor: &Visitor,
    ) -> Result<Option<User>, PortError> {
        let owner = self.store().user(UserKey::Email(email)).await?;
        let is_known = owner.as_ref().is_some_and(|owner| self.known_device(owner, visitor).is_some());
        if !self.settings().sign_in.before_confirmation || is_known {
            return Ok(owner);
        }
        let here = self.registered_here(visitor).await?;
        Ok(self.registered_with(email, &here).await?.or(owner))
    }

    async fn refuse(
        &self,
        identifier: &Identifier,
        user: Option<UserId>,
        visitor: &Visitor,
    ) -> Result<SignInError, SignInError> {
        self.record_failure(user, visitor).await?;
        // By an address nobody is found before it is confirmed: one refusal for all, with the way on.
        let why = match identifier {
            Identifier::Email(_) if self.settings().confirms_email() => {
                Violation::BadCredentialsOrUnconfirmed
            }
            _ => Violation::BadCredentials,
        };
        Ok(SignInError::Invalid(Violations::one(self.identifier_field(), why)))
    }

    async fn record_failure(&self, user: Option<UserId>, visitor: &Visitor) -> Result<(), SignInError> {
        match self.strangers_event(EventKind::SIGN_IN_FAILED, user, visitor).await {
            Some(event) => self.commit(Changes::none().with(event)).await.map_err(failed),
            None => Ok(()),
        }
    }

    async fn bar(&self, user: &User, bar: SignInBar, visitor: &Visitor) -> Result<SignInError, SignInError> {
        self.record_failure(Some(user.id), visitor).await?;
        Ok(match bar {
            SignInBar::Disabled => SignInError::Disabled,
            SignInBar::Unconfirmed => SignInError::Unconfirmed,
        })
    }

    /// A hash of today's scheme and cost, where the stored one is not.
    async fn upgraded_hash(
        &self,
        user: &User,
        password: &Password,
        lane: Lane,
    ) -> Result<Option<PasswordHash>, PortError> {
        match &user.password_hash {
            Some(hash) if self.parts.hasher.needs_rehash(hash) => {
                self.hash_in(lane, password).await.map(Some)
            }
            _ => Ok(None),
        }
    }

    /// `None` when the account changed since it was looked at.
    async fn let_in(
        &self,
        user: &User,
        upgraded: Option<PasswordHash>,
        asked: &Asked<'_>,
    ) -> Result<Option<Admission>, PortError> {
        let (id, revision) = (user.id, user.revision);
        // From the first sign-in on nobody may take the account for one that is in nobody's use.
        let is_first = user.status == UserStatus::Pending && user.last_signed_in_at.is_none();
        let is_changed = upgraded.is_some() || is_first;
        let mut changes = Changes::none().with(if is_changed {
            UserChange::Revise { id, revision }
        } else {
            UserChange::Unchanged { id, revision }
        });
        changes.extend(upgraded.map(|hash| UserChange::SetPassword(id, hash)));
        let Asked { remember_me, visitor, .. } = *asked;
        let entrant = Entrant { user, by: Recognised::Password, begins: false, remember_me, visitor };
        let admission = self.admit(&entrant, &mut changes).await?;
        Ok(self.commit_unless_lost(changes).await?.then_some(admission))
    }
}

/// An unconfirmed address opens nothing but the account that came with it and has confirmed no other: it is not proven
/// to be the user's.
fn may_use(user: &User, identifier: &Identifier) -> bool {
    let came_with = |held: &UserEmail| {
        user.status != UserStatus::Active && user.main_email().is_some_and(|main| main.id == held.id)
    };
    match identifier {
        Identifier::Email(email) => {
            user.email(email).is_some_and(|held| held.confirmed_at.is_some() || came_with(held))
        }
        _ => true,
    }
}

fn failed(error: CommitError) -> SignInError {
    match error {
        CommitError::Failed(error) => SignInError::Failed(error),
        other => SignInError::Failed(PortError::new(Port::Store, other)),
    }
}
