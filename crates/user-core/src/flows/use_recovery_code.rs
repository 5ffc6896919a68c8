//! Using a recovery code: as a proof of who is signed in, or for a new password.

use std::time::Duration;

use chrono::TimeDelta;
use thiserror::Error;

use crate::domain::{
    Credential, EventKind, Factor, Field, MailKind, Method, PasswordHash, Proof, RecoveryCode, Session, User,
    UserStatus, Violation, Violations,
};
use crate::kit::{
    Current, Entrant, Identifier, News, PasswordWasReset, Recognised, SignedIn, Try, Visitor, attempt,
    fell_back, limits_fail_as, parse_recovery_code, refused_code, refuses_as,
};
use crate::manager::UserManager;
use crate::ports::{Changes, CommitError, CredentialChange, PortError, SessionChange, UserChange, UserKey};

/// What was typed by somebody who is signed in.
#[derive(Clone, Default)]
pub struct RecoveryCodeForm {
    /// The code.
    pub recovery_code: String,
}

/// What was typed by somebody who has lost the password.
#[derive(Clone, Default)]
pub struct ResetByRecoveryCodeForm {
    /// The username, the address, or either, as the identifiers say.
    pub identifier: String,
    /// The code.
    pub recovery_code: String,
    /// The new password.
    pub new_password: String,
    /// The new password once more.
    pub retype_password: String,
}

/// A recovery code was taken as a proof.
#[derive(Debug)]
#[non_exhaustive]
pub struct ProvenByRecoveryCode {
    /// The session, under a new id: what the front end puts into the browser. A copy of the earlier cookie is no fresher for
    /// the proof, and ends.
    pub signed_in: Box<SignedIn>,
    /// How many codes are left.
    pub left: usize,
}

/// Why a recovery code was not taken as a proof.
#[derive(Debug, Error)]
pub enum ProveByRecoveryCodeError {
    /// There are no recovery codes in this app.
    #[error("there are no recovery codes")]
    Off,
    /// It is none of the user's unused codes.
    #[error("refused: {0}")]
    Invalid(Violations),
    /// Too many attempts.
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

refuses_as!(ProveByRecoveryCodeError: Off, Invalid, Throttled, Gone, Failed);

/// Why no new password was set with a recovery code.
#[derive(Debug, Error)]
pub enum ResetByRecoveryCodeError {
    /// There are no recovery codes in this app.
    #[error("there are no recovery codes")]
    Off,
    /// The form was not right, or account and code do not belong together. One answer for an unknown account, a wrong code
    /// and one that was used.
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

refuses_as!(ResetByRecoveryCodeError: Off, Invalid, Throttled, Failed);

limits_fail_as!(ProveByRecoveryCodeError, ResetByRecoveryCodeError);

impl UserManager {
    /// Takes a recovery code as a proof of who is signed in, in place of the password, and uses it up. Guesses count as those
    /// of the password do. The session goes on under a new id; every confirmed address is told, with a way back.
    pub async fn prove_by_recovery_code(
        &self,
        current: &Current,
        form: &RecoveryCodeForm,
        visitor: &Visitor,
    ) -> Result<ProvenByRecoveryCode, ProveByRecoveryCodeError> {
        if !self.settings().features.recovery_codes {
            return Err(ProveByRecoveryCodeError::Off);
        }
        let code = parse_recovery_code(&form.recovery_code).map_err(ProveByRecoveryCodeError::Invalid)?;
        let user = &current.user;
        let reserved = self.reserve_proof(user, visitor).await;
        let attempted = self.note_throttled(reserved, Some(user.id), visitor).await?;
        match self.unused_recovery_code(Some(user), &code).await {
            Ok(Some(_)) => self.settle(attempted).await?,
            Ok(None) => return Err(self.wrong_code(user, visitor).await?),
            Err(error) => return Err(self.withdraw(attempted, error).await.into()),
        }
        let signed_in = attempt(user.clone(), async |user: User| {
            let Some(kept) = self.unused_recovery_code(Some(&user), &code).await? else {
                return Err(self.wrong_code(&user, visitor).await?);
            };
            let (changes, signed_in) = self.proof_by_code(&user, current, &kept, visitor);
            match self.commit(changes.done_by(current)).await {
                Ok(()) => Ok(Try::Done(signed_in)),
                Err(CommitError::Failed(error)) => Err(error.into()),
                // The session has ended meanwhile, unless it is the code that is used up.
                Err(CommitError::Gone) if self.unused_recovery_code(Some(&user), &code).await?.is_some() => {
                    Err(ProveByRecoveryCodeError::Gone)
                }
                Err(_) => {
                    let now = self.reread(&user).await?.ok_or(ProveByRecoveryCodeError::Gone)?;
                    Ok(Try::Again(now))
                }
            }
        })
        .await?;
        let left = self.unused_recovery_codes(user.id).await?;
        Ok(ProvenByRecoveryCode { signed_in: Box::new(signed_in), left })
    }

    async fn wrong_code(
        &self,
        user: &User,
        visitor: &Visitor,
    ) -> Result<ProveByRecoveryCodeError, PortError> {
        self.note_refused_code(Some(user.id), visitor).await?;
        Ok(ProveByRecoveryCodeError::Invalid(refused_code(Violation::Wrong)))
    }

    fn proof_by_code(
        &self,
        user: &User,
        current: &Current,
        kept: &Credential,
        visitor: &Visitor,
    ) -> (Changes, SignedIn) {
        let mut changes = Changes::none().with(UserChange::Revise { id: user.id, revision: user.revision });
        self.add_use_of_code(user, kept, visitor, &mut changes);
        let proof = Proof { by: Factor::RECOVERY_CODE, at: self.now() };
        let proofs = current.session.proofs.clone().with(proof);
        let proven = Session { proofs, ..current.session.clone() };
        changes.add(SessionChange::EndOwned(user.id, proven.id));
        let signed_in = self.move_session(user, &proven, visitor, &mut changes);
        let (kind, details) = (MailKind::RECOVERY_CODE_USED, self.where_and_when(visitor));
        self.add_news(user, &News { kind, details, gained: None }, &mut changes);
        (changes, signed_in)
    }

    /// Sets a new password with a recovery code, which is used up. Otherwise as
    /// [`reset_password`](Self::reset_password): every session ends, and so does what an intruder may have begun since the
    /// code was made. Guesses count as those of signing in do. A code opens no account that is disabled or waits.
    ///
    /// The work and the answer are the same for an unknown account and for a wrong code.
    pub async fn reset_by_recovery_code(
        &self,
        form: &ResetByRecoveryCodeForm,
        visitor: &Visitor,
    ) -> Result<PasswordWasReset, ResetByRecoveryCodeError> {
        if !self.settings().features.recovery_codes {
            return Err(ResetByRecoveryCodeError::Off);
        }
        let (identifier, code) = self.parse_recovery(form).map_err(ResetByRecoveryCodeError::Invalid)?;
        let user = self.recovered(&identifier, &code, visitor).await?;
        self.reserve_client(visitor).await?;
        let typed = (form.new_password.as_str(), form.retype_password.as_str());
        let password = self.parse_reset(typed, &user).await?.map_err(ResetByRecoveryCodeError::Invalid)?;
        let hash = self.parts.hasher.hash(&password).await?;
        attempt(user, async |user: User| {
            let candidate = Some(&user).filter(|user| user.status == UserStatus::Active);
            let (Some(user), Some(kept)) = (candidate, self.unused_recovery_code(candidate, &code).await?)
            else {
                return Err(ResetByRecoveryCodeError::Invalid(refused_code(Violation::BadCredentials)));
            };
            let later = user.clone().with_devices_void();
            let (mut changes, left) = self.reset_by_code(user, &kept, hash.clone(), visitor);
            let by = Recognised::Credential(Factor::RECOVERY_CODE, Method::RECOVERY_CODE);
            let entrant = Entrant { user: &later, by, remember_me: false, visitor };
            let signs_in = self.settings().auto_sign_in.after_reset_password;
            let admission = signs_in.then(|| self.admit(&entrant, &mut changes));
            match self.commit(changes).await {
                Ok(()) => {
                    let (users, doubtful) = ((user, &later), fell_back(user, &left));
                    Ok(Try::Done(self.was_reset(users, admission, doubtful, visitor).await?))
                }
                Err(CommitError::Failed(error)) => Err(error.into()),
                Err(_) => match self.reread(user).await? {
                    Some(now) => Ok(Try::Again(now)),
                    None => Err(ResetByRecoveryCodeError::Invalid(refused_code(Violation::BadCredentials))),
                },
            }
        })
        .await
    }

    fn parse_recovery(
        &self,
        form: &ResetByRecoveryCodeForm,
    ) -> Result<(Identifier, RecoveryCode), Violations> {
        let mut violations = Violations::none();
        let identifier = violations.collect(self.identifier_field(), self.parse_identifier(&form.identifier));
        let code = violations.collect(Field::RecoveryCode, RecoveryCode::parse(&form.recovery_code));
        match (identifier, code) {
            (Some(identifier), Some(code)) => Ok((identifier, code)),
            _ => Err(violations),
        }
    }

    /// Whose code it is. A limit refuses before the code is looked at.
    async fn recovered(
        &self,
        identifier: &Identifier,
        code: &RecoveryCode,
        visitor: &Visitor,
    ) -> Result<User, ResetByRecoveryCodeError> {
        let user = match identifier {
            Identifier::Username(username) => self.store().user(UserKey::Username(username)).await?,
            Identifier::Email(email) => self.store().user(UserKey::Email(email)).await?,
            Identifier::Nobody(_) => None,
        };
        let id = user.as_ref().map(|user| user.id);
        let reserved = self.reserve_sign_in(identifier.key(), user.as_ref(), visitor).await;
        let attempted = self.note_throttled(reserved, id, visitor).await?;
        let may = |user: &User| attempted.is_evaluated && user.status == UserStatus::Active;
        let candidate = user.filter(may);
        let found = match self.unused_recovery_code(candidate.as_ref(), code).await {
            Ok(found) => found,
            Err(error) => return Err(self.withdraw(attempted, error).await.into()),
        };
        let Some(user) = candidate.filter(|_| found.is_some()) else {
            self.note_refused_code(id, visitor).await?;
            return Err(ResetByRecoveryCodeError::Invalid(refused_code(Violation::BadCredentials)));
        };
        self.settle(attempted).await?;
        Ok(user)
    }

    /// What a reset writes; and the user as it leaves them. The code is a claim of when it was made: of the other credentials
    /// those made later end, in the last days.
    fn reset_by_code(
        &self,
        user: &User,
        kept: &Credential,
        hash: PasswordHash,
        visitor: &Visitor,
    ) -> (Changes, User) {
        let mut changes = Changes::none().with(UserChange::Revise { id: user.id, revision: user.revision });
        self.add_use_of_code(user, kept, visitor, &mut changes);
        let since = kept.created_at.max(self.long_ago()) + TimeDelta::microseconds(1);
        changes.add(CredentialChange::DeleteSince { user: user.id, since });
        let left = self.add_new_password(user, hash, None, &mut changes);
        let event = self.event(EventKind::PASSWORD_RESET, Some(user.id), Some(visitor));
        changes.add(event.by(Method::RECOVERY_CODE));
        for kind in [MailKind::RECOVERY_CODE_USED, MailKind::PASSWORD_CHANGED] {
            let details = self.where_and_when(visitor);
            self.add_news(&left, &News { kind, details, gained: None }, &mut changes);
        }
        (changes, left)
    }
}
