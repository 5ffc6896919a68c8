//! Challenges: one step of proving who somebody is, while it is under way.

use std::fmt;

use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use super::name::open_name;
use super::{ChallengeId, UserId};

open_name! {
    /// What a challenge is for.
    pub struct ChallengePurpose {
        /// To go on signing in with a further proof.
        SIGN_IN = "sign_in",
        /// To show recovery codes to who made them, until they are saved.
        RECOVERY_CODES = "recovery_codes",
        /// To set up an authenticator app.
        TOTP = "totp",
        /// To export what the site keeps about a user: that it was asked for, and the pieces of its file.
        EXPORT = "export",
    }
}

/// A challenge row: short-lived, answered once, and in one browser where it names one.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "rows", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct Challenge {
    /// The row.
    pub id: ChallengeId,
    /// What it is for.
    pub purpose: ChallengePurpose,
    /// Who is to answer it, where that is known. It goes with the user.
    pub user_id: Option<UserId>,
    /// The browser that it was given to; `None` for one that may be answered in any.
    pub browser: Option<BrowserDigest>,
    /// What the step needs to know, at most 16 KiB.
    pub data: ChallengeData,
    /// How many more tries there are. At 0 it is spoiled: claiming takes one that is left, so a challenge that is to
    /// bear five wrong guesses and then be claimed has six.
    pub tries_left: u16,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// From when on it is refused.
    pub expires_at: DateTime<Utc>,
    /// When it was claimed or voided; `None` while it can still be used.
    pub used_at: Option<DateTime<Utc>>,
}

impl Challenge {
    /// A challenge for nobody in particular, in any browser, that is claimed without guessing. The other fields are set
    /// on it.
    pub fn new(
        id: ChallengeId,
        purpose: ChallengePurpose,
        created_at: DateTime<Utc>,
        expires_at: DateTime<Utc>,
    ) -> Self {
        Self {
            id,
            purpose,
            user_id: None,
            browser: None,
            data: ChallengeData::none(),
            tries_left: 1,
            created_at,
            expires_at,
            used_at: None,
        }
    }

    /// Whether it can be answered in this browser at this moment: unused, not expired, with a try left, and given to
    /// this browser or to none.
    pub fn is_open_to(&self, browser: Option<&BrowserDigest>, at: DateTime<Utc>) -> bool {
        let is_here = self.browser.is_none() || self.browser.as_ref() == browser;
        self.used_at.is_none() && at < self.expires_at && self.tries_left > 0 && is_here
    }
}

/// Which browser it is: the SHA-256 of what is random in its visitor cookie. Compared in constant time.
#[derive(Clone, Copy, Eq)]
pub struct BrowserDigest([u8; 32]);

impl BrowserDigest {
    /// The digest of what a browser keeps.
    pub fn of(mark: &[u8]) -> Self {
        Self(Sha256::digest(mark).into())
    }

    /// The digest with these bytes, as a store reads it back.
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The bytes of the digest.
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl PartialEq for BrowserDigest {
    fn eq(&self, other: &Self) -> bool {
        self.0.ct_eq(&other.0).into()
    }
}

impl fmt::Debug for BrowserDigest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BrowserDigest(…)")
    }
}

/// What a step needs to know, as a store keeps it. It does not print, and is overwritten in memory when it is dropped.
#[derive(Clone, PartialEq, Eq)]
pub struct ChallengeData(Zeroizing<Vec<u8>>);

impl ChallengeData {
    /// These bytes.
    pub fn new(bytes: impl Into<Vec<u8>>) -> Self {
        Self(Zeroizing::new(bytes.into()))
    }

    /// Nothing.
    pub fn none() -> Self {
        Self::new([])
    }

    /// The bytes, for the flow that made them and for the store.
    pub fn reveal(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Debug for ChallengeData {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ChallengeData(…)")
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;

    fn challenge() -> Challenge {
        let (made, end) = (DateTime::UNIX_EPOCH, DateTime::UNIX_EPOCH + TimeDelta::minutes(10));
        Challenge::new(ChallengeId::from_bytes([1; 16]), ChallengePurpose::SIGN_IN, made, end)
    }

    #[test]
    fn a_challenge_is_closed_when_it_is_used_expired_guessed_out_or_elsewhere() {
        let (here, there) = (BrowserDigest::of(b"here"), BrowserDigest::of(b"there"));
        let now = DateTime::UNIX_EPOCH;
        let open = Challenge { browser: Some(here), ..challenge() };
        let last = open.expires_at - TimeDelta::microseconds(1);

        assert!(open.is_open_to(Some(&here), now) && open.is_open_to(Some(&here), last));
        assert!(!open.is_open_to(Some(&there), now) && !open.is_open_to(None, now));
        assert!(!open.is_open_to(Some(&here), open.expires_at));
        assert!(!Challenge { tries_left: 0, ..open.clone() }.is_open_to(Some(&here), now));
        assert!(!Challenge { used_at: Some(now), ..open }.is_open_to(Some(&here), now));
        assert!(challenge().is_open_to(Some(&here), now) && challenge().is_open_to(None, now));
    }

    #[test]
    fn neither_data_nor_browser_is_printed() {
        let browser = Some(BrowserDigest::from_bytes([104; 32]));
        let printed =
            format!("{:?}", Challenge { data: ChallengeData::new([104; 9]), browser, ..challenge() });

        assert!(printed.contains("ChallengeData(…)") && !printed.contains("104"), "{printed}");
    }
}
