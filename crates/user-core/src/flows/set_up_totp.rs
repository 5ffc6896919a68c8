//! Setting up an authenticator app, with a first code of it.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use thiserror::Error;

use crate::domain::{
    Challenge, ChallengeId, ChallengePurpose, Credential, EventKind, Factor, Field, MailKind, Proof, Session,
    TotpCode, TotpSecret, Unmet, User, UserStatus, Username, Violation, Violations,
};
use crate::kit::{
    Current, News, SignedIn, Try, Visitor, attempt, browser_of, limits_fail_as, parse_totp_label,
    refused_totp, refuses_as,
};
use crate::manager::UserManager;
use crate::ports::{
    ChallengeChange, Changes, CommitError, CredentialChange, Limit, Port, PortError, SessionChange,
    UserChange,
};
use crate::seal::Label;

/// How long setting up may take.
const LASTS: TimeDelta = TimeDelta::minutes(15);
/// Five wrong codes, and the claim.
const TRIES: u16 = 6;
/// More apps than anybody has devices.
const APPS_MAX: usize = 10;
/// Each time costs a mail to every address of the user.
const SETTING_UP: Limit = Limit {
    free: 20,
    delay: Duration::from_mins(30),
    longest: Duration::from_hours(2),
    forget: Duration::from_hours(24),
};

/// What was typed to finish setting up an app.
#[derive(Clone, Default)]
pub struct SetUpTotpForm {
    /// Which one: what [`begin_totp`](UserManager::begin_totp) answered.
    pub reference: String,
    /// The code that the app shows.
    pub totp_code: String,
    /// What the user calls the app; may be empty.
    pub label: String,
}

/// An app that is being set up, as its page shows it.
#[derive(Clone, Debug)]
pub struct TotpSetUpUnderWay {
    /// The secret, to be typed.
    pub secret: TotpSecret,
    /// The link that an app opens, or reads from a QR code.
    pub uri: String,
    /// From when on it leads nowhere.
    pub until: DateTime<Utc>,
}

/// An app was set up.
#[derive(Debug)]
pub struct TotpSetUp {
    /// The session, under a new id: a copy of the earlier cookie is no stronger for the code.
    pub signed_in: Box<SignedIn>,
    /// Whether the user should make recovery codes now: there are such codes here, and none is left.
    pub wants_recovery_codes: bool,
}

/// Why no app was set up.
#[derive(Debug, Error)]
pub enum SetUpTotpError {
    /// There are no authenticator apps here.
    #[error("there are no authenticator apps")]
    Off,
    /// The last proof is too old: sign in again first.
    #[error("the last proof is too old")]
    NotFresh,
    /// No address is confirmed yet: the account may be somebody else's in the end.
    #[error("no address is confirmed")]
    Unconfirmed,
    /// The code is wrong or none, or there are as many apps as there may be.
    #[error("refused: {0}")]
    Invalid(Violations),
    /// Nothing is being set up in this session, or no longer: begin again.
    #[error("nothing is being set up")]
    Unknown,
    /// Too often.
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

refuses_as! {
    SetUpTotpError: Off, NotFresh, Invalid, Unknown, Throttled, Gone, Failed;
    Own::Unconfirmed => Self::Unmet(Unmet::EmailNotConfirmed)
}

limits_fail_as!(SetUpTotpError);

/// A challenge of setting up, read.
struct UnderWay {
    id: ChallengeId,
    secret: TotpSecret,
    until: DateTime<Utc>,
}

impl UserManager {
    /// Begins to set up an app: makes its secret, which counts for nothing before a first code of it was typed. Asks for a
    /// proof given within `lifetimes.step_up`, and for a second factor where the user has one.
    ///
    /// Answers a sealed reference, with which [`totp_under_way`](Self::totp_under_way) reads the secret: in this session, for
    /// fifteen minutes. It lies in the store in a box.
    pub async fn begin_totp(&self, current: &Current, visitor: &Visitor) -> Result<String, SetUpTotpError> {
        self.may_set_up(current).await?;
        let reserved = self.reserve(&format!("totp:{}", current.user.id), &SETTING_UP).await;
        self.note_throttled(reserved, Some(current.user.id), visitor).await?;
        let secret = TotpSecret::fresh(self.parts.entropy.as_ref());
        let (id, now) = (ChallengeId::fresh(self.parts.entropy.as_ref()), self.now());
        let mut begun = Challenge::new(id, ChallengePurpose::TOTP, now, now + LASTS);
        (begun.user_id, begun.browser) = (Some(current.user.id), Some(browser_of(current)));
        begun.tries_left = TRIES;
        self.put_into(&mut begun, secret.reveal())?;
        match self.commit(Changes::none().with(ChallengeChange::Insert(Box::new(begun)))).await {
            Ok(()) => Ok(self.seals().seal(Label::Challenge(ChallengePurpose::TOTP), id.as_bytes())),
            Err(CommitError::Gone) => Err(SetUpTotpError::Gone),
            Err(CommitError::Failed(error)) => Err(error.into()),
            Err(other) => Err(PortError::new(Port::Store, other).into()),
        }
    }

    /// The app that is being set up in this session; none for any other reference. Looks only.
    ///
    /// # Errors
    ///
    /// The store did not work.
    pub async fn totp_under_way(
        &self,
        current: &Current,
        reference: &str,
    ) -> Result<Option<TotpSetUpUnderWay>, PortError> {
        let Some(UnderWay { secret, until, .. }) = self.under_way(current, reference).await? else {
            return Ok(None);
        };
        let user = &current.user;
        let address = user.main_email().map(|email| email.address.to_string());
        let account = user.username.as_ref().map(Username::to_string).or(address).unwrap_or_default();
        let uri = secret.uri(&self.settings().app_name, &account);
        Ok(Some(TotpSetUpUnderWay { secret, uri, until }))
    }

    /// Sets an app up with a first code of it: from now on its codes are asked for as the second step of signing in. The
    /// session goes on under a new id, proven by the code; every confirmed address is told, with a way back.
    pub async fn set_up_totp(
        &self,
        current: &Current,
        form: &SetUpTotpForm,
        visitor: &Visitor,
    ) -> Result<TotpSetUp, SetUpTotpError> {
        self.may_set_up(current).await?;
        let under_way = self.under_way(current, &form.reference).await?.ok_or(SetUpTotpError::Unknown)?;
        let (code, label) = parse(form).map_err(SetUpTotpError::Invalid)?;
        self.take_set_up_try(&under_way, current).await?;
        let tolerance = self.settings().second_factor.tolerance;
        // The latest: no code that the app showed until now is good after it.
        let step = under_way.secret.steps_of(code, self.now(), tolerance).pop();
        let step = step.ok_or_else(|| SetUpTotpError::Invalid(refused_totp(Violation::Wrong)))?;
        let signed_in = attempt(current.user.clone(), async |user: User| {
            if self.totp_apps(current).await?.len() >= APPS_MAX {
                let too_many = refused_totp(Violation::TooMany { max: APPS_MAX });
                return Err(SetUpTotpError::Invalid(too_many));
            }
            let lost = self.lost_factors(&user).await?;
            let kept = self.kept_totp(user.id, &under_way.secret, (label.clone(), step), self.now())?;
            let (mut changes, signed_in) = self.set_up(&user, current, (&under_way, kept), visitor);
            changes.extend(lost);
            match self.commit(changes.done_by(current)).await {
                Ok(()) => Ok(Try::Done(signed_in)),
                Err(CommitError::Failed(error)) => Err(error.into()),
                Err(CommitError::Gone) => Err(SetUpTotpError::Unknown),
                Err(_) => Ok(Try::Again(self.reread(&user).await?.ok_or(SetUpTotpError::Gone)?)),
            }
        })
        .await?;
        let codes = self.settings().features.recovery_codes;
        let wants_recovery_codes = codes && self.codes_left(current.user.id).await?.unused == 0;
        Ok(TotpSetUp { signed_in: Box::new(signed_in), wants_recovery_codes })
    }

    async fn may_set_up(&self, current: &Current) -> Result<(), SetUpTotpError> {
        if !self.settings().features.totp {
            return Err(SetUpTotpError::Off);
        }
        if current.user.status == UserStatus::Pending {
            return Err(SetUpTotpError::Unconfirmed);
        }
        let is_proven = if self.second_factors(&current.user.id).await?.totp {
            self.is_stepped_up_twice(current)
        } else {
            self.is_stepped_up(current)
        };
        if is_proven { Ok(()) } else { Err(SetUpTotpError::NotFresh) }
    }

    async fn under_way(&self, current: &Current, reference: &str) -> Result<Option<UnderWay>, PortError> {
        let begun = self.begun_here(current, ChallengePurpose::TOTP, reference).await?;
        let Some(begun) = begun else { return Ok(None) };
        let bytes = self.kept_in(&begun)?;
        Ok(TotpSecret::new(&bytes).map(|secret| UnderWay { id: begun.id, secret, until: begun.expires_at }))
    }

    /// Takes one try, before the code is compared.
    async fn take_set_up_try(&self, under_way: &UnderWay, current: &Current) -> Result<(), SetUpTotpError> {
        let which = (under_way.id, ChallengePurpose::TOTP);
        let was_left = self.take_try(which, Some(browser_of(current))).await?;
        was_left.then_some(()).ok_or(SetUpTotpError::Unknown)
    }

    fn set_up(
        &self,
        user: &User,
        current: &Current,
        (under_way, kept): (&UnderWay, Credential),
        visitor: &Visitor,
    ) -> (Changes, SignedIn) {
        let (purpose, browser, at) = (ChallengePurpose::TOTP, Some(browser_of(current)), self.now());
        let mut changes = Changes::none()
            .with(UserChange::Revise { id: user.id, revision: user.revision })
            .with(ChallengeChange::Claim { id: under_way.id, purpose, browser, at })
            // Steps of signing in that ask for less than what is asked from now on.
            .with(ChallengeChange::VoidFor { user: user.id, purpose: Some(ChallengePurpose::SIGN_IN), at });
        changes.add(Self::end_of_trust(user.id));
        changes.add(self.event_of_totp(EventKind::TOTP_ADDED, user, kept.label.as_deref(), visitor));
        changes.add(CredentialChange::Insert(Box::new(kept)));
        let proofs = current.session.proofs.clone().with(Proof { by: Factor::TOTP, at });
        let proven = Session { proofs, ..current.session.clone() };
        changes.add(SessionChange::EndOwned(user.id, proven.id));
        let signed_in = self.move_session(user, &proven, visitor, &mut changes);
        let (kind, details) = (MailKind::TOTP_ADDED, self.where_and_when(visitor));
        self.add_news(user, &News { kind, details, gained: None }, &mut changes);
        (changes, signed_in)
    }
}

fn parse(form: &SetUpTotpForm) -> Result<(TotpCode, Option<String>), Violations> {
    let mut violations = Violations::none();
    let code = violations.collect(Field::TotpCode, TotpCode::parse(&form.totp_code));
    let label = violations.collect(Field::Label, parse_totp_label(&form.label));
    code.zip(label).ok_or(violations)
}
