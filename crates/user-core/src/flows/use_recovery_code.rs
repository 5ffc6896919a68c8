//! Using a recovery code: as a proof of who is signed in, or for a new password.

use std::time::Duration;

use thiserror::Error;

use crate::domain::{
    Credential, EventKind, Factor, Field, MailKind, Method, Password, PasswordHash, Proof, RecoveryCode,
    Session, User, UserStatus, Violation, Violations,
};
use crate::kit::{
    Claimant, CodeFor, Current, Identifier, News, Objectors, PasswordWasReset, Recognised, Returning,
    SignedIn, Try, Typed, Visitor, attempt, fell_back, limits_fail_as, parse_recovery_code, refused_code,
    refuses_as,
};
use crate::manager::UserManager;
use crate::ports::{Changes, PortError, SessionChange, UserChange, UserKey};

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
    /// The session has ended, or the account is gone or disabled.
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
    /// Takes a recovery code as a proof of who is signed in, in place of the password, and uses it up. Codes of a list that
    /// was replaced prove nothing here. Guesses have counts of their own, for each client. The session goes on under a new
    /// id; every confirmed address is told, with a way back where it is no younger than the code.
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
        let reserved = self.reserve_code(&user.id.to_string(), Some(user), visitor).await;
        let attempted = self.note_throttled(reserved, Some(user.id), visitor).await?;
        match self.proven_by_code(current, &code, visitor).await {
            Ok(signed_in) => {
                self.settle(attempted).await?;
                let left = self.codes_left(user.id).await?.unused;
                Ok(ProvenByRecoveryCode { signed_in: Box::new(signed_in), left })
            }
            Err(ProveByRecoveryCodeError::Failed(error)) => Err(self.withdraw(attempted, error).await.into()),
            Err(refused) => Err(refused),
        }
    }

    async fn proven_by_code(
        &self,
        current: &Current,
        code: &RecoveryCode,
        visitor: &Visitor,
    ) -> Result<SignedIn, ProveByRecoveryCodeError> {
        attempt(current.user.clone(), async |user: User| {
            let Some(kept) = self.unused_recovery_code(Some(&user), code, CodeFor::Proof).await? else {
                return Err(self.wrong_code(&user, visitor).await?);
            };
            let (changes, signed_in) = self.proof_by_code(&user, current, &kept, visitor);
            if self.commit_unless_lost(changes.done_by(current)).await? {
                return Ok(Try::Done(signed_in));
            }
            // The session has ended, the code is used up, or something else of the account changed.
            let now = self.still_here(current).await?.ok_or(ProveByRecoveryCodeError::Gone)?;
            Ok(Try::Again(now))
        })
        .await
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
        let _ = self.add_use_of_code(user, kept, visitor, &mut changes);
        let proof = Proof { by: Factor::RECOVERY_CODE, at: self.now() };
        let proofs = current.session.proofs.clone().with(proof);
        let proven = Session { proofs, ..current.session.clone() };
        changes.add(SessionChange::EndOwned(user.id, proven.id));
        let signed_in = self.move_session(user, &proven, visitor, &mut changes);
        self.add_news_of_code(MailKind::RECOVERY_CODE_USED, (user, kept), visitor, &mut changes);
        (changes, signed_in)
    }

    fn add_news_of_code(
        &self,
        kind: MailKind,
        (user, code): (&User, &Credential),
        visitor: &Visitor,
        changes: &mut Changes,
    ) {
        let news = News { kind, details: self.where_and_when(visitor), gained: None };
        self.add_news_to(user, &news, Objectors::AsOldAs(code.created_at), changes);
    }

    /// Sets a new password with a recovery code, which is used up. The code is a claim of the moment at which it was made:
    /// every session ends, and so does what an intruder may have begun or added since, lately. Where that leaves no confirmed
    /// address, the one comes back that the code's account had first, of those that left it lately; so does the username
    /// that was given up since. A code opens no account that is disabled or waits.
    ///
    /// The form is judged before the code is looked at, by what was typed alone, so that no answer to it says anything of
    /// the code; and the work and the answer are the same for an unknown account and for a wrong code. Guesses have counts of
    /// their own, for each client: strangers' guesses elsewhere hold up no right code.
    pub async fn reset_by_recovery_code(
        &self,
        form: &ResetByRecoveryCodeForm,
        visitor: &Visitor,
    ) -> Result<PasswordWasReset, ResetByRecoveryCodeError> {
        if !self.settings().features.recovery_codes {
            return Err(ResetByRecoveryCodeError::Off);
        }
        let (identifier, code) = self.parse_recovery(form).map_err(ResetByRecoveryCodeError::Invalid)?;
        self.reserve_client(visitor).await?;
        let password = self.parse_password(form, &identifier).await?;
        let user = self.named(&identifier).await?;
        let id = user.as_ref().map(|user| user.id);
        let reserved = self.reserve_code(identifier.key(), user.as_ref(), visitor).await;
        let attempted = self.note_throttled(reserved, id, visitor).await?;
        match self.reset_by(&code, user, &password, visitor).await {
            Ok(reset) => {
                self.settle(attempted).await?;
                Ok(reset)
            }
            Err(ResetByRecoveryCodeError::Failed(error)) => Err(self.withdraw(attempted, error).await.into()),
            Err(refused) => {
                self.note_refused_code(id, visitor).await?;
                Err(refused)
            }
        }
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

    /// The new password, judged beside the name that was typed: what else the account is called is nobody's to learn.
    async fn parse_password(
        &self,
        form: &ResetByRecoveryCodeForm,
        identifier: &Identifier,
    ) -> Result<Password, ResetByRecoveryCodeError> {
        let mut violations = Violations::none();
        let (password, retyped) = (form.new_password.as_str(), form.retype_password.as_str());
        let typed = Typed { field: Field::NewPassword, password, retyped };
        let whose = match identifier {
            Identifier::Username(username) => (Some(username), None),
            Identifier::Email(email) => (None, Some(email)),
            Identifier::Nobody(_) => (None, None),
        };
        let password = self.parse_new_password(typed, whose, &mut violations).await?;
        let password = password.filter(|_| violations.is_empty());
        password.ok_or(ResetByRecoveryCodeError::Invalid(violations))
    }

    async fn named(&self, identifier: &Identifier) -> Result<Option<User>, PortError> {
        match identifier {
            Identifier::Username(username) => self.store().user(UserKey::Username(username)).await,
            Identifier::Email(email) => self.store().user(UserKey::Email(email)).await,
            Identifier::Nobody(_) => Ok(None),
        }
    }

    async fn reset_by(
        &self,
        code: &RecoveryCode,
        user: Option<User>,
        password: &Password,
        visitor: &Visitor,
    ) -> Result<PasswordWasReset, ResetByRecoveryCodeError> {
        let wrong = || ResetByRecoveryCodeError::Invalid(refused_code(Violation::BadCredentials));
        attempt((user, None), async |(user, hash): (Option<User>, Option<PasswordHash>)| {
            let candidate = user.as_ref().filter(|user| user.status == UserStatus::Active);
            let kept = self.unused_recovery_code(candidate, code, CodeFor::WayBack).await?;
            let (Some(user), Some(kept)) = (candidate, kept) else { return Err(wrong()) };
            let hash = match hash {
                Some(hash) => hash,
                None => self.parts.hasher.hash(password).await?,
            };
            let later = user.clone().with_devices_void();
            let (mut changes, left) = self.reset_by_code(user, &kept, hash.clone(), visitor).await?;
            let by = Recognised::Credential(Factor::RECOVERY_CODE, Method::RECOVERY_CODE);
            let admission = self.admit_after_reset(&later, by, visitor, &mut changes).await?;
            if self.commit_unless_lost(changes).await? {
                let (users, doubtful) = ((user, &later), fell_back(user, &left));
                return Ok(Try::Done(self.was_reset(users, admission, doubtful, visitor).await?));
            }
            Ok(Try::Again((self.reread(user).await?, Some(hash))))
        })
        .await
    }

    /// What a reset writes; and the user as it leaves them. The code is a claim of when it was made: of the other credentials
    /// those made later end, in the last days.
    async fn reset_by_code(
        &self,
        user: &User,
        kept: &Credential,
        hash: PasswordHash,
        visitor: &Visitor,
    ) -> Result<(Changes, User), PortError> {
        let mut changes = Changes::none().with(UserChange::Revise { id: user.id, revision: user.revision });
        let spent = self.add_use_of_code(user, kept, visitor, &mut changes);
        let lists = self.code_lists(user.id).await?.with(&spent);
        let former = self.former_address(user, kept).await?;
        // Where people have no name but an address, one that may be an intruder's is better than none.
        let has_name = self.settings().identifiers.username() || former.is_some();
        let has_older =
            user.emails.iter().any(|email| email.confirmed_at.is_some_and(|at| at <= kept.created_at));
        let by = if has_name || has_older { Claimant::Code(kept) } else { Claimant::Owner };
        self.add_end_of_credentials(user, &lists, Claimant::Code(kept), &mut changes);
        let left = self.add_new_password(user, hash, by, &mut changes);
        let left = self.add_former_address(left, former, visitor, &mut changes);
        let returning = Returning { since: Some(kept.created_at), by: Method::RECOVERY_CODE };
        self.add_former_username(user, returning, visitor, &mut changes).await?;
        let event = self.event(EventKind::PASSWORD_RESET, Some(user.id), Some(visitor));
        changes.add(event.by(Method::RECOVERY_CODE));
        for kind in [MailKind::RECOVERY_CODE_USED, MailKind::PASSWORD_CHANGED] {
            self.add_news_of_code(kind, (&left, kept), visitor, &mut changes);
        }
        Ok((changes, left))
    }
}
