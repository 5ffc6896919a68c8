//! Recovery codes: made, shown once, and kept as digests.

use std::time::Duration;

use chrono::TimeDelta;
use thiserror::Error;

use crate::domain::{
    Challenge, ChallengeId, ChallengePurpose, EventKind, MailKind, RECOVERY_CODES, RecoveryCode, Unmet, User,
    UserStatus,
};
use crate::kit::{
    CodeLists, Current, News, RecoveryCodesLeft, Try, Visitor, attempt, browser_of, limits_fail_as,
    refuses_as, same_password,
};
use crate::manager::UserManager;
use crate::ports::{
    ChallengeChange, Changes, CommitError, CredentialChange, Limit, Port, PortError, UserChange,
};
use crate::seal::Label;

/// How long codes are shown that nobody says are saved.
const SHOWN: TimeDelta = TimeDelta::minutes(10);
/// Each time costs a mail to every address of the user.
const MAKING: Limit = Limit {
    free: 10,
    delay: Duration::from_mins(30),
    longest: Duration::from_hours(2),
    forget: Duration::from_hours(24),
};

/// Why no recovery codes were made.
#[derive(Debug, Error)]
pub enum MakeRecoveryCodesError {
    /// There are no recovery codes in this app.
    #[error("there are no recovery codes")]
    Off,
    /// The last proof is too old: sign in again first.
    #[error("the last proof is too old")]
    NotFresh,
    /// Too often.
    #[error("too many attempts")]
    Throttled {
        /// How long to wait.
        retry_after: Duration,
    },
    /// No address is confirmed yet: the account may be somebody else's in the end.
    #[error("no address is confirmed")]
    Unconfirmed,
    /// The session has ended, or the account is gone or disabled.
    #[error("the account is gone")]
    Gone,
    /// Something behind a port failed.
    #[error(transparent)]
    Failed(#[from] PortError),
}

refuses_as! {
    MakeRecoveryCodesError: Off, NotFresh, Throttled, Gone, Failed;
    Own::Unconfirmed => Self::Unmet(Unmet::EmailNotConfirmed)
}

limits_fail_as!(MakeRecoveryCodesError);

impl UserManager {
    /// How the unused recovery codes of somebody stand.
    ///
    /// # Errors
    ///
    /// The store did not work.
    pub async fn recovery_codes_left(&self, current: &Current) -> Result<RecoveryCodesLeft, PortError> {
        self.codes_left(current.user.id).await
    }

    /// Makes ten recovery codes, and tells every confirmed address, with a way back. Asks for a proof given within
    /// `lifetimes.step_up`.
    ///
    /// The earlier list stays good as a way back, and for nothing else, for `lifetimes.undo_email_change`: so nobody
    /// with a copied session takes the owner's last way back. A list of which a code was used in that time before ends
    /// at once.
    ///
    /// Answers a sealed reference to the codes, with which [`shown_recovery_codes`](Self::shown_recovery_codes) reads
    /// them: in this session, for ten minutes, and until [`recovery_codes_saved`](Self::recovery_codes_saved). So a
    /// form that is sent twice shows the same codes twice. They lie in the store in a box meanwhile.
    pub async fn make_recovery_codes(
        &self,
        current: &Current,
        visitor: &Visitor,
    ) -> Result<String, MakeRecoveryCodesError> {
        if !self.settings().features.recovery_codes {
            return Err(MakeRecoveryCodesError::Off);
        }
        if !self.is_stepped_up(current) {
            return Err(MakeRecoveryCodesError::NotFresh);
        }
        let reserved = self.reserve(&Self::key_of_making_codes(current.user.id), &MAKING).await;
        self.note_throttled(reserved, Some(current.user.id), visitor).await?;
        let codes: Vec<_> =
            (0..RECOVERY_CODES).map(|_| RecoveryCode::fresh(self.parts.entropy.as_ref())).collect();
        let shown = self.shown_for_a_while(current, &codes)?;
        attempt(current.user.clone(), async |user: User| {
            if user.status == UserStatus::Pending {
                return Err(MakeRecoveryCodesError::Unconfirmed);
            }
            let lists = self.code_lists(user.id).await?;
            let changes = self.new_codes((&user, &lists), &codes, &shown, visitor);
            if self.commit_unless_lost(changes.in_session(current).done_by(current)).await? {
                return Ok(Try::Done(()));
            }
            match self.still_here(current).await? {
                Some(now) if same_password(&now, &user) => Ok(Try::Again(now)),
                Some(_) => Err(MakeRecoveryCodesError::NotFresh),
                None => Err(MakeRecoveryCodesError::Gone),
            }
        })
        .await?;
        Ok(self.seals().seal(Label::Challenge(ChallengePurpose::RECOVERY_CODES), shown.id.as_bytes()))
    }

    /// Returns the codes that were created in this session, while they are shown; none for any other reference.
    ///
    /// # Errors
    ///
    /// The store did not work.
    pub async fn shown_recovery_codes(
        &self,
        current: &Current,
        reference: &str,
    ) -> Result<Vec<RecoveryCode>, PortError> {
        let shown = self.begun_here(current, ChallengePurpose::RECOVERY_CODES, reference).await?;
        let Some(shown) = shown else { return Ok(Vec::new()) };
        let text = self.kept_in(&shown)?;
        let codes = text.split(|byte| *byte == b'\n').filter_map(|code| str::from_utf8(code).ok());
        Ok(codes.filter_map(|code| RecoveryCode::parse(code).ok()).collect())
    }

    /// Records that the codes are saved: they are never shown again.
    ///
    /// # Errors
    ///
    /// The store did not work.
    pub async fn recovery_codes_saved(&self, current: &Current, reference: &str) -> Result<(), PortError> {
        let Some(id) = self.named_challenge(ChallengePurpose::RECOVERY_CODES, reference) else {
            return Ok(());
        };
        let (purpose, browser) = (ChallengePurpose::RECOVERY_CODES, Some(browser_of(current)));
        let claim = ChallengeChange::Claim { id, purpose, browser, at: self.now() };
        match self.commit(Changes::none().with(claim)).await {
            Ok(()) | Err(CommitError::Gone) => Ok(()),
            Err(CommitError::Failed(error)) => Err(error),
            Err(other) => Err(PortError::new(Port::Store, other)),
        }
    }

    fn shown_for_a_while(&self, current: &Current, codes: &[RecoveryCode]) -> Result<Challenge, PortError> {
        let (id, now) = (ChallengeId::fresh(self.parts.entropy.as_ref()), self.now());
        let mut shown = Challenge::new(id, ChallengePurpose::RECOVERY_CODES, now, now + SHOWN);
        (shown.user_id, shown.browser) = (Some(current.user.id), Some(browser_of(current)));
        let text = codes.iter().map(RecoveryCode::as_bytes).collect::<Vec<_>>().join(&b'\n');
        let text = zeroize::Zeroizing::new(text);
        self.put_into(&mut shown, &text)?;
        Ok(shown)
    }

    fn new_codes(
        &self,
        (user, lists): (&User, &CodeLists),
        codes: &[RecoveryCode],
        shown: &Challenge,
        visitor: &Visitor,
    ) -> Changes {
        let mut changes = Changes::none().with(UserChange::Revise { id: user.id, revision: user.revision });
        self.add_end_of_replaced(user.id, lists, &mut changes);
        // Of one moment: none of them is younger than another.
        let at = self.now();
        for code in codes {
            let kept = self.kept_recovery_code(user.id, code, at);
            changes.add(CredentialChange::Insert(Box::new(kept)));
        }
        let purpose = Some(ChallengePurpose::RECOVERY_CODES);
        changes.add(ChallengeChange::VoidFor { user: user.id, purpose, at: self.now() });
        changes.add(ChallengeChange::Insert(Box::new(shown.clone())));
        changes.add(self.event(EventKind::RECOVERY_CODES_MADE, Some(user.id), Some(visitor)));
        let (kind, details) = (MailKind::RECOVERY_CODES_MADE, self.where_and_when(visitor));
        self.add_news(user, &News { kind, details, gained: None }, &mut changes);
        changes
    }
}
