//! The second step of signing in: what is still asked after a first proof, and the step in which it is given.
//!
//! One function decides, whatever the first proof was: a way in that did not ask it would be the way around the second step.
//! The step is a challenge. It is bound to one browser, lasts ten minutes, bears five wrong codes, and opens nothing but
//! what follows it.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::domain::{
    BrowserDigest, Challenge, ChallengeId, ChallengePurpose, Credential, CredentialKind, EventKind, Factor,
    MailKind, Method, Proof, User, UserId,
};
use crate::kit::{Attempt, Entrant, LimitError, News, Recognised, Visitor};
use crate::manager::UserManager;
use crate::ports::{ChallengeChange, Changes, Limit, Port, PortError};
use crate::seal::Label;

/// How long the second step may take.
const LASTS: TimeDelta = TimeDelta::minutes(10);
/// Five wrong codes, and the claim.
const TRIES: u16 = 6;
const DAY: Duration = Duration::from_hours(24);
/// Wrong codes at one account, from wherever. Whoever gets here has the password: they come slowly from the eleventh on,
/// at most 96 a day (NIST SP 800-63B-4 §3.2.2 allows 100 in a row).
const AT_ACCOUNT: Limit =
    Limit { free: 10, delay: Duration::from_secs(30), longest: Duration::from_mins(15), forget: DAY };
/// The fifth wrong code of an account in a day is told to its owner.
const UNTOLD: Limit = Limit { free: 4, delay: DAY, longest: DAY, forget: DAY };
/// Once a day.
const TOLD: Limit = Limit { free: 1, delay: DAY, longest: DAY, forget: DAY };

/// A sign-in that waits for its second step. It is no session, and opens nothing but
/// [`second_step`](UserManager::second_step).
#[derive(Clone)]
pub struct PendingSignIn {
    /// Which one: for the page of the second step. It says nothing by itself and may stand in a URL, because it is good in
    /// one browser alone.
    pub step: String,
    /// What the front end puts into that browser, and hands back as [`Visitor::browser`].
    pub browser: String,
    /// What may be proven, the usual one first.
    pub asked: Vec<Factor>,
    /// From when on it leads nowhere.
    pub until: DateTime<Utc>,
}

impl std::fmt::Debug for PendingSignIn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut shown = f.debug_struct("PendingSignIn");
        shown.field("asked", &self.asked).field("until", &self.until).finish_non_exhaustive()
    }
}

/// A pending sign-in, as its challenge keeps it.
pub(crate) struct Pending {
    pub(crate) id: ChallengeId,
    pub(crate) user: UserId,
    pub(crate) browser: Option<BrowserDigest>,
    /// The first proof, and how it was given.
    pub(crate) first: Proof,
    pub(crate) by: Recognised,
    pub(crate) remember_me: bool,
    pub(crate) until: DateTime<Utc>,
}

/// What is written into the box of a challenge.
#[derive(Serialize, Deserialize)]
struct Kept {
    by: Factor,
    /// Microseconds since 1970.
    at: i64,
    remember_me: bool,
}

/// The second factors that a user has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct SecondFactors {
    pub(crate) totp: bool,
    pub(crate) recovery_codes: bool,
}

impl SecondFactors {
    fn of(credentials: &[Credential], at: DateTime<Utc>) -> Self {
        let has = |kind: CredentialKind, is_usable: fn(&Credential) -> bool| {
            credentials.iter().any(|found| found.kind == kind && found.is_good(at) && is_usable(found))
        };
        let reset = reset_at(credentials, at);
        let apps = credentials.iter().filter(|found| found.kind == CredentialKind::TOTP);
        Self {
            totp: apps.into_iter().any(|app| reset.is_none_or(|reset| app.created_at > reset)),
            recovery_codes: has(CredentialKind::RECOVERY_CODE, |code| {
                code.count == 0 && code.expires_at.is_none()
            }),
        }
    }
}

/// What is still asked after a first proof: nothing where `asked` is empty. Something may stand in for it.
#[derive(Default)]
pub(crate) struct StillAsked {
    pub(crate) asked: Vec<Factor>,
    pub(crate) stands_in: Option<Factor>,
}

/// What is asked after a first proof, of a user who has these second factors: one of the factors in the answer; nothing where
/// it is empty. A factor is never the second one to itself: who has found the list of codes has both.
pub(crate) fn asked_after(first: Recognised, has: SecondFactors) -> Vec<Factor> {
    if !has.totp {
        return Vec::new();
    }
    let codes = has.recovery_codes && first.factor() != Factor::RECOVERY_CODE;
    [Some(Factor::TOTP), codes.then_some(Factor::RECOVERY_CODE)].into_iter().flatten().collect()
}

/// When the second step was reset, if that counts by now: apps that were set up until then are lost ones.
pub(crate) fn reset_at(credentials: &[Credential], at: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let resets = credentials.iter().filter(|found| found.kind == CredentialKind::SECOND_STEP_RESET);
    resets.filter(|reset| reset.count <= at.timestamp_micros()).map(|reset| reset.created_at).max()
}

impl UserManager {
    /// What is still asked of somebody after the first proof.
    ///
    /// On a device that the user trusts nothing is, after the password: the device stands for the second factor. It does not for
    /// somebody who is signed in and proves who they are once more.
    pub(crate) async fn still_asked(&self, entrant: &Entrant<'_>) -> Result<StillAsked, PortError> {
        let Entrant { user, by, begins, visitor, .. } = *entrant;
        if !self.settings().features.totp || begins {
            return Ok(StillAsked::default());
        }
        let credentials = self.store().credentials_of(&user.id, None).await?;
        let asked = asked_after(by, self.second_factors_among(&credentials));
        let may_stand_in = by == Recognised::Password && visitor.session.is_none();
        let is_trusted = may_stand_in && self.trusted_here(user.id, &credentials, visitor).is_some();
        let stands_in = (is_trusted && !asked.is_empty()).then_some(Factor::TRUSTED_DEVICE);
        let asked = if stands_in.is_some() { Vec::new() } else { asked };
        Ok(StillAsked { asked, stands_in })
    }

    /// The second factors that a user has, of those that are on.
    pub(crate) async fn second_factors(&self, user: &UserId) -> Result<SecondFactors, PortError> {
        Ok(self.second_factors_among(&self.store().credentials_of(user, None).await?))
    }

    fn second_factors_among(&self, credentials: &[Credential]) -> SecondFactors {
        let (features, has) = (&self.settings().features, SecondFactors::of(credentials, self.now()));
        SecondFactors {
            totp: has.totp && features.totp,
            recovery_codes: has.recovery_codes && features.recovery_codes,
        }
    }

    /// Begins the second step: adds to `changes` what that writes.
    pub(crate) fn pend(
        &self,
        entrant: &Entrant<'_>,
        asked: Vec<Factor>,
        changes: &mut Changes,
    ) -> Result<PendingSignIn, PortError> {
        let (now, id) = (self.now(), ChallengeId::fresh(self.parts.entropy.as_ref()));
        let (browser, digest) = self.marked_browser(entrant.visitor);
        let mut step = Challenge::new(id, ChallengePurpose::SIGN_IN, now, now + LASTS);
        (step.user_id, step.browser, step.tries_left) = (Some(entrant.user.id), Some(digest), TRIES);
        let by = entrant.by.factor();
        let kept = Kept { by, at: now.timestamp_micros(), remember_me: entrant.remember_me };
        let text = serde_json::to_vec(&kept).map_err(|error| PortError::new(Port::Store, error))?;
        self.put_into(&mut step, &text)?;
        let until = step.expires_at;
        changes.add(ChallengeChange::Insert(Box::new(step)));
        Ok(PendingSignIn {
            step: self.seals().seal(Label::Challenge(ChallengePurpose::SIGN_IN), id.as_bytes()),
            browser,
            asked,
            until,
        })
    }

    /// The pending sign-in, if it is one of this browser, and open still. Looks only.
    pub(crate) async fn pending(&self, step: &str, visitor: &Visitor) -> Result<Option<Pending>, PortError> {
        let Some(id) = self.named_challenge(ChallengePurpose::SIGN_IN, step) else { return Ok(None) };
        let browser = visitor.browser.as_deref().and_then(|mark| self.browser_of(mark));
        let is_open = |found: &Challenge| {
            found.purpose == ChallengePurpose::SIGN_IN && found.is_open_to(browser.as_ref(), self.now())
        };
        let found = self.store().challenge(&id).await?.filter(is_open);
        found.map_or(Ok(None), |found| self.read_pending(&found))
    }

    fn read_pending(&self, step: &Challenge) -> Result<Option<Pending>, PortError> {
        let text = self.kept_in(step)?;
        let Ok(kept) = serde_json::from_slice::<Kept>(&text) else { return Ok(None) };
        let found = Recognised::of(kept.by).zip(DateTime::from_timestamp_micros(kept.at)).zip(step.user_id);
        Ok(found.map(|((by, at), user)| Pending {
            id: step.id,
            user,
            browser: step.browser,
            first: Proof { by: kept.by, at },
            by,
            remember_me: kept.remember_me,
            until: step.expires_at,
        }))
    }

    /// The mark that this browser has or, where it has none, a new one; and its digest.
    fn marked_browser(&self, visitor: &Visitor) -> (String, BrowserDigest) {
        let held =
            visitor.browser.as_deref().and_then(|mark| Some((mark.to_owned(), self.browser_of(mark)?)));
        held.unwrap_or_else(|| {
            let random = self.random_bytes();
            (self.seals().seal(Label::Browser, &random), BrowserDigest::of(&random))
        })
    }

    fn browser_of(&self, mark: &str) -> Option<BrowserDigest> {
        self.seals().open(Label::Browser, mark).map(|random| BrowserDigest::of(&random))
    }

    /// Reserves an attempt at the second step: on a known device in its own lane; else under the account, and under the
    /// client. Apart from guesses at the password: whoever makes these has it.
    pub(crate) async fn reserve_second_step(
        &self,
        user: &User,
        visitor: &Visitor,
    ) -> Result<Attempt, LimitError> {
        let name = format!("second:{}", user.id);
        self.reserve_apart(user, (&name, &AT_ACCOUNT), visitor).await
    }

    /// Records that a second step was refused. The fifth time in a day its owner is told: somebody has the first proof.
    pub(crate) async fn note_refused_step(
        &self,
        user: &User,
        method: Method,
        visitor: &Visitor,
    ) -> Result<(), PortError> {
        let mut changes = Changes::none();
        let event = self.strangers_event(EventKind::SECOND_STEP_REFUSED, Some(user.id), visitor).await;
        changes.extend(event.map(|event| event.by(method)));
        let [untold, told] = ["second_failed", "second_told"].map(|family| format!("{family}:{}", user.id));
        if self.is_refused(&untold, &UNTOLD).await? && !self.is_refused(&told, &TOLD).await? {
            let (kind, details) = (MailKind::SECOND_STEP_REFUSED, self.where_and_when(visitor));
            self.add_news(user, &News { kind, details, gained: None }, &mut changes);
        }
        self.commit(changes).await.map_err(|error| PortError::new(Port::Store, error))
    }

    /// The second step was passed: what was wrong before it is news no more.
    pub(crate) async fn forget_refused_steps(&self, user: &UserId) -> Result<(), PortError> {
        self.parts.throttle.clear(&format!("second_failed:{user}")).await
    }

    async fn is_refused(&self, key: &str, limit: &Limit) -> Result<bool, PortError> {
        match self.reserve(key, limit).await {
            Ok(()) => Ok(false),
            Err(LimitError::Throttled(_)) => Ok(true),
            Err(LimitError::Failed(error)) => Err(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CODE: Recognised = Recognised::Credential(Factor::RECOVERY_CODE, Method::RECOVERY_CODE);
    const WAYS: [Recognised; 4] = [Recognised::Password, Recognised::Mail, CODE, Recognised::Registration];

    #[test]
    fn after_every_first_proof_a_second_one_is_asked_of_who_has_one_and_never_the_same() {
        for way in WAYS {
            let asked = |totp, recovery_codes| asked_after(way, SecondFactors { totp, recovery_codes });

            // Recovery codes alone are a way back, and no second step.
            assert!(asked(false, false).is_empty() && asked(false, true).is_empty(), "{way:?}");
            assert_eq!(asked(true, false), [Factor::TOTP], "{way:?}");
            let both: &[Factor] = match way {
                CODE => &[Factor::TOTP],
                _ => &[Factor::TOTP, Factor::RECOVERY_CODE],
            };
            assert_eq!(asked(true, true), both, "{way:?}");
        }
    }

    #[test]
    fn a_way_is_read_again_by_the_proof_that_it_left() {
        for way in WAYS {
            assert_eq!(Recognised::of(way.factor()), Some(way));
        }
        assert_eq!(Recognised::of(Factor::TOTP), None);
    }
}
