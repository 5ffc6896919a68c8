//! The second step of signing in: a code after the first proof.

use std::time::Duration;

use chrono::{DateTime, Utc};
use thiserror::Error;

use crate::domain::{
    ChallengePurpose, Credential, CredentialKind, Factor, MailKind, Method, Proof, Proofs, RecoveryCode,
    TotpCode, User, Violation, Violations,
};
use crate::kit::{
    CodeFor, Entrant, FoundTotp, News, Pending, SignedIn, Try, Visitor, asked_after, attempt, limits_fail_as,
    parse_recovery_code, refused_code, refused_totp, refuses_as,
};
use crate::manager::UserManager;
use crate::ports::{ChallengeChange, Changes, CommitError, CredentialChange, PortError, UserChange, UserKey};

/// What was typed at the second step: the code of an app or, where one was typed, a recovery code.
#[derive(Clone, Default)]
pub struct SecondStepForm {
    /// Which pending sign-in it is for: [`PendingSignIn::step`](crate::flows::PendingSignIn::step).
    pub step: String,
    /// The code that an authenticator app shows.
    pub totp_code: String,
    /// A recovery code in its place.
    pub recovery_code: String,
    /// Whether to ask for no second step in this browser for a while, where the settings allow that.
    pub trust_device: bool,
}

/// A pending sign-in, as a page shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SecondStepUnderWay {
    /// What may be proven, the usual one first.
    pub asked: Vec<Factor>,
    /// From when on it leads nowhere.
    pub until: DateTime<Utc>,
}

/// The second step was passed.
#[derive(Debug)]
pub struct SecondStepPassed {
    /// The visitor is signed in: what the front end puts into the browser.
    pub signed_in: Box<SignedIn>,
    /// How many recovery codes are left, where one was used.
    pub codes_left: Option<usize>,
    /// What the front end keeps in the browser for as long as `second_factor.trust_device` says, and hands back as
    /// [`Visitor::trusted`], where the browser is trusted from now on.
    pub trusted: Option<String>,
}

/// Why the second step was not passed.
#[derive(Debug, Error)]
pub enum SecondStepError {
    /// There is no such pending sign-in in this browser, or no longer: it took too long, too many codes were wrong, it was
    /// passed, or the password was changed meanwhile. Sign in again.
    #[error("there is no such pending sign-in")]
    Gone,
    /// The code is wrong, was used, or is none.
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

refuses_as!(SecondStepError: Gone, Invalid, Throttled, Failed);

limits_fail_as!(SecondStepError);

/// What is to pass which step.
struct Passing<'a> {
    pending: &'a Pending,
    typed: &'a Typed,
    form: &'a SecondStepForm,
    visitor: &'a Visitor,
}

/// A code that can be looked for.
enum Typed {
    Totp(TotpCode),
    Recovery(RecoveryCode),
}

/// A code that was found.
enum Found {
    Totp(Box<Credential>, i64),
    Recovery(Box<Credential>),
}

impl Typed {
    const fn method(&self) -> Method {
        match self {
            Self::Totp(_) => Method::TOTP,
            Self::Recovery(_) => Method::RECOVERY_CODE,
        }
    }

    const fn factor(&self) -> Factor {
        match self {
            Self::Totp(_) => Factor::TOTP,
            Self::Recovery(_) => Factor::RECOVERY_CODE,
        }
    }

    fn refused(&self, why: Violation) -> SecondStepError {
        SecondStepError::Invalid(match self {
            Self::Totp(_) => refused_totp(why),
            Self::Recovery(_) => refused_code(why),
        })
    }
}

impl UserManager {
    /// The pending sign-in of this browser, for its page. Looks only.
    ///
    /// # Errors
    ///
    /// The store did not work.
    pub async fn second_step_of(
        &self,
        step: &str,
        visitor: &Visitor,
    ) -> Result<Option<SecondStepUnderWay>, PortError> {
        let Some(pending) = self.pending(step, visitor).await? else { return Ok(None) };
        let asked = asked_after(pending.by, self.second_factors(&pending.user).await?);
        Ok((!asked.is_empty()).then_some(SecondStepUnderWay { asked, until: pending.until }))
    }

    /// Signs in who has given the first proof in this browser, and now types a code: of an authenticator app, each once; or
    /// a recovery code, which is used up, and told to every confirmed address.
    ///
    /// A wrong code counts at the pending sign-in, which bears five, at the account and at the client. It is taken before
    /// anything is compared, so that guesses at one moment are no more than those.
    pub async fn second_step(
        &self,
        form: &SecondStepForm,
        visitor: &Visitor,
    ) -> Result<SecondStepPassed, SecondStepError> {
        let pending = self.pending(&form.step, visitor).await?.ok_or(SecondStepError::Gone)?;
        let typed = parse(form).map_err(SecondStepError::Invalid)?;
        let user = self.waiting(&pending).await?;
        let reserved = self.reserve_second_step(&user, visitor).await;
        let attempted = self.note_throttled(reserved, Some(user.id), visitor).await?;
        match self.take_try((pending.id, ChallengePurpose::SIGN_IN), pending.browser).await {
            Ok(true) => {}
            Ok(false) => return Err(SecondStepError::Gone),
            Err(error) => return Err(self.withdraw(attempted, error).await.into()),
        }
        let passing = Passing { pending: &pending, typed: &typed, form, visitor };
        let (passed, trusted) = attempt(user, |user| self.try_to_pass(user, &passing)).await?;
        self.settle(attempted).await?;
        self.forget_refused_steps(&pending.user).await?;
        self.end_previous(visitor).await;
        let codes_left = match typed {
            Typed::Recovery(_) => Some(self.codes_left(pending.user).await?.unused),
            Typed::Totp(_) => None,
        };
        Ok(SecondStepPassed { signed_in: Box::new(passed), codes_left, trusted })
    }

    /// One try. Answers the session, and the mark of the browser where it is trusted.
    async fn try_to_pass(
        &self,
        user: User,
        passing: &Passing<'_>,
    ) -> Result<Try<(SignedIn, Option<String>), User>, SecondStepError> {
        let Passing { pending, typed, form, visitor } = *passing;
        let found = match self.found(&user, pending, typed).await? {
            Ok(found) => found,
            Err(why) => {
                self.note_refused_step(&user, typed.method(), visitor).await?;
                return Err(typed.refused(why));
            }
        };
        let (mut changes, signed_in) = self.passed(&user, pending, (typed, &found), visitor);
        let mut trusted = None;
        if form.trust_device && self.trusts_devices() {
            trusted = Some(self.add_trust(&user, visitor, &mut changes).await?);
        }
        match self.commit(changes).await {
            Ok(()) => Ok(Try::Done((signed_in, trusted))),
            Err(CommitError::Failed(error)) => Err(error.into()),
            // The code was used, the step was passed, or the account changed: which, another look tells.
            Err(_) if self.pending(&form.step, visitor).await?.is_none() => Err(SecondStepError::Gone),
            Err(_) => Ok(Try::Again(self.waiting(pending).await?)),
        }
    }

    /// Who waits, as they are now, if they may sign in still.
    async fn waiting(&self, pending: &Pending) -> Result<User, SecondStepError> {
        let user = self.store().user(UserKey::Id(pending.user)).await?;
        let may = |user: &User| user.may_sign_in(self.settings().sign_in.before_confirmation).is_ok();
        user.filter(may).ok_or(SecondStepError::Gone)
    }

    /// The code among those of the user that count after this first proof; or why it is none.
    async fn found(
        &self,
        user: &User,
        pending: &Pending,
        typed: &Typed,
    ) -> Result<Result<Found, Violation>, PortError> {
        let asked = asked_after(pending.by, self.second_factors(&user.id).await?);
        if !asked.contains(&typed.factor()) {
            return Ok(Err(Violation::Wrong));
        }
        Ok(match typed {
            Typed::Totp(code) => match self.found_totp(user, *code).await? {
                FoundTotp::Of { kept, step } => Ok(Found::Totp(kept, step)),
                FoundTotp::Used => Err(Violation::Used),
                FoundTotp::None => Err(Violation::Wrong),
            },
            Typed::Recovery(code) => {
                let kept = self.unused_recovery_code(Some(user), code, CodeFor::Proof).await?;
                kept.map(|kept| Found::Recovery(Box::new(kept))).ok_or(Violation::Wrong)
            }
        })
    }

    fn passed(
        &self,
        user: &User,
        pending: &Pending,
        (typed, found): (&Typed, &Found),
        visitor: &Visitor,
    ) -> (Changes, SignedIn) {
        let Pending { id, browser, .. } = *pending;
        let (purpose, at) = (ChallengePurpose::SIGN_IN, self.now());
        let mut changes = Changes::none()
            .with(UserChange::Revise { id: user.id, revision: user.revision })
            .with(ChallengeChange::Claim { id, purpose, browser, at });
        match found {
            Found::Totp(kept, step) => {
                changes.add(self.use_of_totp(kept, *step));
                // The app is not lost: a reset that waits is called off.
                let kind = CredentialKind::SECOND_STEP_RESET;
                changes.add(CredentialChange::DeleteKind { user: user.id, kind });
            }
            Found::Recovery(kept) => {
                let _ = self.add_use_of_code(user, kept, visitor, &mut changes);
                let (kind, details) = (MailKind::RECOVERY_CODE_USED, self.where_and_when(visitor));
                self.add_news(user, &News { kind, details, gained: None }, &mut changes);
            }
        }
        let proofs: Proofs = [pending.first, Proof { by: typed.factor(), at }].into_iter().collect();
        let Pending { by, remember_me, .. } = *pending;
        let entrant = Entrant { user, by, begins: false, remember_me, visitor };
        let signed_in = self.open_session(&entrant, proofs, typed.method(), &mut changes);
        (changes, signed_in)
    }
}

fn parse(form: &SecondStepForm) -> Result<Typed, Violations> {
    if form.recovery_code.trim().is_empty() {
        return TotpCode::parse(&form.totp_code).map(Typed::Totp).map_err(refused_totp);
    }
    parse_recovery_code(&form.recovery_code).map(Typed::Recovery)
}
