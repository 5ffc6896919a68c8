//! Credentials: what a user is recognised by, beside the password.

use std::fmt;

use chrono::{DateTime, Utc};
use serde_json::{Map, Value};
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use super::name::open_name;
use super::{CredentialId, UserId};

/// The most bytes of a handle.
pub const HANDLE_MAX: usize = 255;
/// The most characters of what a user calls a credential.
pub const LABEL_MAX: usize = 255;

open_name! {
    /// What kind of credential it is.
    pub struct CredentialKind {
        /// A code on paper that signs its user in once, where other ways in are lost.
        RECOVERY_CODE = "recovery_code",
        /// That an administrator resets the second step of the user: its count is the microsecond from which on.
        SECOND_STEP_RESET = "second_step_reset",
        /// A browser in which its user is not asked for a second step.
        TRUSTED_DEVICE = "trusted_device",
        /// An authenticator app that shows time-based codes (RFC 6238): a second step of signing in.
        TOTP = "totp",
    }
}

/// A credential row: one thing by which a user is recognised, beside the password, which is a column of the user.
///
/// ```
/// use user_core::domain::{Credential, CredentialId, CredentialKind, CredentialSecret, UserId};
/// # use chrono::{DateTime, Utc};
///
/// fn code(id: CredentialId, user: UserId, digest: [u8; 32], now: DateTime<Utc>) -> Credential {
///     let mut code = Credential::new(id, user, CredentialKind::RECOVERY_CODE, now);
///     code.secret = CredentialSecret::new(digest);
///     code
/// }
/// ```
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "rows", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct Credential {
    /// The row.
    pub id: CredentialId,
    /// Whose it is.
    pub user_id: UserId,
    /// What kind it is.
    pub kind: CredentialKind,
    /// What it is found by: unique within its kind, at most 255 bytes, compared byte by byte. For kinds that have
    /// nothing of the sort, the text of the id.
    pub handle: String,
    /// What proves it: a hash, or a secret in a box. Empty where there is none.
    pub secret: CredentialSecret,
    /// What the user calls it, at most 255 characters.
    pub label: Option<String>,
    /// What else its kind needs to know, at most 16 KiB as text: a JSON object. Never a secret.
    pub data: Map<String, Value>,
    /// Moves on with each use, in the way of its kind: the step of a time-based code, the counter of a key.
    pub count: i64,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it was last used.
    pub last_used_at: Option<DateTime<Utc>>,
    /// From when on it is refused; `None` for one that stays.
    pub expires_at: Option<DateTime<Utc>>,
}

impl Credential {
    /// A credential that was never used, found by its id, with nothing else to it. The other fields are set on it.
    pub fn new(id: CredentialId, user_id: UserId, kind: CredentialKind, created_at: DateTime<Utc>) -> Self {
        Self {
            id,
            user_id,
            kind,
            handle: id.to_string(),
            secret: CredentialSecret::none(),
            label: None,
            data: Map::new(),
            count: 0,
            created_at,
            last_used_at: None,
            expires_at: None,
        }
    }

    /// Whether it has not expired at this moment.
    pub fn is_good(&self, at: DateTime<Utc>) -> bool {
        self.expires_at.is_none_or(|end| at < end)
    }
}

/// What proves a credential, as a store keeps it: a hash, or a secret in a box. It does not print, is compared in
/// constant time, and is overwritten in memory when it is dropped.
#[derive(Clone)]
pub struct CredentialSecret(Zeroizing<Vec<u8>>);

impl CredentialSecret {
    /// The secret with these bytes.
    pub fn new(bytes: impl Into<Vec<u8>>) -> Self {
        Self(Zeroizing::new(bytes.into()))
    }

    /// No secret.
    pub fn none() -> Self {
        Self::new([])
    }

    /// The bytes, for the flow that judges them and for the store.
    pub fn reveal(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Debug for CredentialSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CredentialSecret(…)")
    }
}

impl PartialEq for CredentialSecret {
    fn eq(&self, other: &Self) -> bool {
        self.0.ct_eq(&other.0).into()
    }
}

impl Eq for CredentialSecret {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_secret_is_printed() {
        let (id, user) = (CredentialId::from_bytes([1; 16]), UserId::from_bytes([2; 16]));
        let made = DateTime::UNIX_EPOCH;
        let mut code = Credential::new(id, user, CredentialKind::RECOVERY_CODE, made);
        code.secret = CredentialSecret::new(*b"hunter2");

        let printed = format!("{code:?}");

        assert!(printed.contains("CredentialSecret(…)"), "{printed}");
        assert!(!printed.contains("104") && !printed.contains("hunter"), "{printed}");
    }

    #[test]
    fn secrets_are_the_same_by_every_byte() {
        let secret = |bytes: &[u8]| CredentialSecret::new(bytes);

        assert_eq!(secret(b"a\0b"), secret(b"a\0b"));
        for other in [&b""[..], b"a", b"a\0", b"a\0c", b"a\0b\0"] {
            assert_ne!(secret(b"a\0b"), secret(other));
        }
    }

    #[test]
    fn a_credential_is_refused_from_the_moment_it_expires() {
        let (id, user) = (CredentialId::from_bytes([1; 16]), UserId::from_bytes([2; 16]));
        let mut code = Credential::new(id, user, CredentialKind::RECOVERY_CODE, DateTime::UNIX_EPOCH);
        let end = DateTime::UNIX_EPOCH + chrono::TimeDelta::hours(1);
        assert!(code.is_good(end));

        code.expires_at = Some(end);

        assert!(code.is_good(end - chrono::TimeDelta::microseconds(1)));
        assert!(!code.is_good(end));
    }
}
