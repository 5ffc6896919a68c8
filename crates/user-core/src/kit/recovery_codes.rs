//! Recovery codes: how they are kept, and how one is found.

use chrono::{DateTime, Utc};
use data_encoding::HEXLOWER;

use crate::boxes::Standing;
use crate::domain::{
    Credential, CredentialId, CredentialKind, EventKind, Field, Method, RecoveryCode, User, UserId,
    Violation, Violations,
};
use crate::kit::{Attempt, LimitError, Visitor};
use crate::manager::UserManager;
use crate::ports::{Changes, CredentialChange, Port, PortError};
use crate::seal::Label;

/// What the digests of codes are made under.
const LABEL: Label = Label::Credential(CredentialKind::RECOVERY_CODE);
/// How often an unused code was used.
const UNUSED: i64 = 0;
const USED: i64 = 1;
/// Where a row says under which of the app's secrets its digest was made.
const SECRET: &str = "secret";

/// For what a code is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CodeFor {
    /// For a proof of who is signed in: a code of the list that counts.
    Proof,
    /// As a way back: one of an earlier list does as well, while it is good.
    WayBack,
}

/// The codes of a user, as they stand at some moment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct RecoveryCodesLeft {
    /// How many unused codes of the latest list there are.
    pub unused: usize,
    /// Until when unused codes of an earlier list are good as a way back; `None` where there are none.
    pub earlier_until: Option<DateTime<Utc>>,
    /// How many unused codes were made under a secret that the app does not know any more. They get nobody in.
    pub lost: usize,
}

impl UserManager {
    /// The row of a code. It is found by its digest, which takes the app's secret to work out, and is another one for
    /// each user: who reads the database cannot try codes.
    pub(crate) fn kept_recovery_code(
        &self,
        user: UserId,
        code: &RecoveryCode,
        at: DateTime<Utc>,
    ) -> Credential {
        let id = CredentialId::fresh(self.parts.clock.as_ref(), self.parts.entropy.as_ref());
        let mut kept = Credential::new(id, user, CredentialKind::RECOVERY_CODE, at);
        let digest = self.seals().digest(LABEL, &payload(user, code));
        kept.handle = HEXLOWER.encode(&digest);
        kept.data.insert(SECRET.to_owned(), self.boxes().mark().into());
        kept
    }

    /// The unused code of this user, if it is one of theirs that is good for this. The work is the same for nobody.
    pub(crate) async fn unused_recovery_code(
        &self,
        user: Option<&User>,
        code: &RecoveryCode,
        wanted: CodeFor,
    ) -> Result<Option<Credential>, PortError> {
        let id = user.map_or(UserId::from_bytes([0; 16]), |user| user.id);
        let (mut found, now) = (None, self.now());
        for digest in self.seals().digests(LABEL, &payload(id, code)) {
            let kept =
                self.store().credential(CredentialKind::RECOVERY_CODE, &HEXLOWER.encode(&digest)).await?;
            let is_good = |kept: &Credential| match wanted {
                CodeFor::Proof => kept.expires_at.is_none(),
                CodeFor::WayBack => kept.is_good(now),
            };
            let theirs = kept.filter(|(kept, owner)| owner.id == id && kept.count == UNUSED && is_good(kept));
            found = found.or(theirs.map(|(kept, _)| kept));
        }
        Ok(found)
    }

    /// How the unused codes of a user stand.
    pub(crate) async fn codes_left(&self, user: UserId) -> Result<RecoveryCodesLeft, PortError> {
        let (now, mut left) = (self.now(), RecoveryCodesLeft::default());
        let kept = self.store().credentials_of(&user, Some(CredentialKind::RECOVERY_CODE)).await?;
        for code in kept.iter().filter(|code| code.count == UNUSED && code.is_good(now)) {
            match (self.standing_of(code), code.expires_at) {
                (Standing::Unknown, _) => left.lost += 1,
                (_, None) => left.unused += 1,
                (_, until) => left.earlier_until = left.earlier_until.max(until),
            }
        }
        Ok(left)
    }

    /// Whether a digest of the app's secrets finds this code.
    fn standing_of(&self, code: &Credential) -> Standing {
        self.boxes().standing(code.data.get(SECRET).and_then(serde_json::Value::as_str).unwrap_or_default())
    }

    /// Under which key the codes that a user makes are counted.
    pub(crate) fn key_of_making_codes(user: UserId) -> String {
        format!("recovery_codes:{user}")
    }

    /// The same of any credential; `None` for one that is none of these codes.
    pub(crate) fn standing_as_code(&self, credential: &Credential) -> Option<Standing> {
        let is_one = credential.kind == CredentialKind::RECOVERY_CODE;
        is_one.then(|| self.standing_of(credential))
    }

    /// Uses a code up, and records that. Answers its row as it is then.
    pub(crate) fn add_use_of_code(
        &self,
        user: &User,
        code: &Credential,
        visitor: &Visitor,
        changes: &mut Changes,
    ) -> Credential {
        let at = self.now();
        changes.add(CredentialChange::Use { id: code.id, from: UNUSED, to: USED, at });
        let event = self.event(EventKind::RECOVERY_CODE_USED, Some(user.id), Some(visitor));
        changes.add(event.by(Method::RECOVERY_CODE));
        Credential { count: USED, last_used_at: Some(at), ..code.clone() }
    }

    /// Reserves one guess at the codes of whoever `typed` is. Guesses at codes have counts of their own, and those of
    /// one client hold up nobody else: 75 random bits take care of all clients together (NIST SP 800-63B-4 §3.1.2 asks
    /// for a count at the account below 64). A browser that the user is known in has a count apart from its client's.
    pub(crate) async fn reserve_code(
        &self,
        typed: &str,
        user: Option<&User>,
        visitor: &Visitor,
    ) -> Result<Attempt, LimitError> {
        let known = user.and_then(|user| self.known_device(user, visitor)).map(|device| device.key());
        let throttles = &self.settings().throttles;
        let mut attempt = Self::attempt_at_code();
        if let Some(known) = known {
            let key = format!("code_of_{known}");
            match self.reserve_also(&mut attempt, key, throttles.account_and_client).await {
                Ok(()) => return Ok(attempt),
                Err(LimitError::Throttled(_)) => {}
                Err(failed) => return Err(failed),
            }
        }
        let client = visitor.client();
        let of_name = format!("code:{client}:{typed}");
        self.reserve_also(&mut attempt, of_name, throttles.account_and_client).await?;
        self.reserve_also(&mut attempt, format!("code_of_client:{client}"), throttles.client).await?;
        Ok(attempt)
    }

    /// Records that a code was refused.
    pub(crate) async fn note_refused_code(
        &self,
        user: Option<UserId>,
        visitor: &Visitor,
    ) -> Result<(), PortError> {
        let refused = self.strangers_event(EventKind::PROOF_REFUSED, user, visitor).await;
        match refused {
            Some(event) => {
                let recorded = self.commit(Changes::none().with(event.by(Method::RECOVERY_CODE))).await;
                recorded.map_err(|error| PortError::new(Port::Store, error))
            }
            None => Ok(()),
        }
    }
}

/// What was typed as a code, or why it is none.
pub(crate) fn parse_recovery_code(typed: &str) -> Result<RecoveryCode, Violations> {
    RecoveryCode::parse(typed).map_err(refused_code)
}

/// A refusal of what was typed as a code.
pub(crate) fn refused_code(why: Violation) -> Violations {
    Violations::one(Field::RecoveryCode, why)
}

fn payload(user: UserId, code: &RecoveryCode) -> Vec<u8> {
    [user.as_bytes().as_slice(), code.as_bytes()].concat()
}
