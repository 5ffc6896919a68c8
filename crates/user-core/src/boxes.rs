//! Boxes: what must be kept in the store and read back, and is nobody else's to read.
//!
//! A [seal](crate::seal) is made for texts that leave the site: it needs no stored secret, and equal payloads give equal texts.
//! A box is for rows: XChaCha20-Poly1305 (RFC 8439, with the 24-byte nonce of draft-irtf-cfrg-xchacha) under a key that HKDF-SHA256
//! (RFC 5869) derives from the app's secret, another one for each label. In front stand a version and an id of the secret, so
//! that a row tells under which secret it was closed; the nonce is random. Table, row and user are authenticated with
//! it: a box that is copied into another row, or to another user, does not open. The current secret closes, all secrets open,
//! and [`rewrap_secrets`](crate::UserManager::rewrap_secrets) renews what an earlier one closed.
//!
//! A reader of the store cannot read a box, and cannot make one; somebody who can write to the store can put an older box of the
//! same row back.

use std::fmt;
use std::sync::Arc;

use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};
use data_encoding::HEXLOWER;
use hkdf::Hkdf;
use sha2::Sha256;
use thiserror::Error;
use zeroize::Zeroizing;

use crate::domain::{Challenge, ChallengePurpose, Credential, CredentialKind, UserId};
use crate::ports::Entropy;
use crate::seal::Secret;

/// The most bytes that a box holds.
pub const BOXED_MAX: usize = 16 * 1_024;
/// How many bytes a box has more than what is in it.
pub const BOX_OVERHEAD: usize = HEAD_BYTES + NONCE_BYTES + TAG_BYTES;

const VERSION: u8 = 1;
const SECRET_ID_BYTES: usize = 4;
const HEAD_BYTES: usize = 1 + SECRET_ID_BYTES;
const NONCE_BYTES: usize = 24;
const TAG_BYTES: usize = 16;
const KEY_BYTES: usize = 32;

/// The kinds of credentials whose secret is in a box. A kind that keeps one adds itself here; others keep a hash, or none.
const BOXED_KINDS: &[CredentialKind] = &[CredentialKind::TOTP];

/// What is in a box. Each label has a key of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BoxLabel {
    /// The secret of a credential of this kind.
    Credential(CredentialKind),
    /// The data of a challenge for this purpose.
    Challenge(ChallengePurpose),
    /// Something of the app's own, by a name of its own.
    Custom(&'static str),
}

impl BoxLabel {
    const fn parts(&self) -> [&str; 2] {
        match self {
            Self::Credential(kind) => ["credential", kind.as_str()],
            Self::Challenge(purpose) => ["challenge", purpose.as_str()],
            Self::Custom(name) => ["custom", name],
        }
    }
}

/// Where a box is kept. It opens there alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BoxFor<'a> {
    /// The usual name of the table, whatever it is called in a database.
    pub table: &'a str,
    /// The id of the row.
    pub row: [u8; 16],
    /// Whose row it is.
    pub user: Option<UserId>,
}

impl BoxFor<'_> {
    /// The row of a credential.
    pub fn credential(credential: &Credential) -> Self {
        let (row, user) = (*credential.id.as_bytes(), Some(credential.user_id));
        Self { table: "user_credential", row, user }
    }

    /// The row of a challenge.
    pub fn challenge(challenge: &Challenge) -> Self {
        Self { table: "user_challenge", row: *challenge.id.as_bytes(), user: challenge.user_id }
    }

    /// What is authenticated with the box. No two places give the same bytes: the length of the table's name stands in front.
    fn bytes(&self, head: &[u8]) -> Vec<u8> {
        let length = u64::try_from(self.table.len()).unwrap_or(u64::MAX).to_be_bytes();
        let user = self.user.map_or([0; 16], |user| *user.as_bytes());
        let has_user = [u8::from(self.user.is_some())];
        [head, &length, self.table.as_bytes(), &self.row, &has_user, &user].concat()
    }
}

/// Why nothing was put into a box, or taken out of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum BoxError {
    /// More than fits.
    #[error("a box holds at most {BOXED_MAX} bytes")]
    TooLarge,
    /// It is too short or too long for a box, or was made by a program that makes other ones.
    #[error("these bytes are not a box")]
    NotABox,
    /// None of the secrets is the one that it was closed under.
    #[error("the box was closed under a secret that is not among those in use")]
    UnknownSecret,
    /// It was altered, or it belongs to another row, another user or another label.
    #[error("the box was altered, or is not the box of this row")]
    Foreign,
}

/// Closes and opens boxes. The first secret closes; all of them open, so that a secret can be replaced.
#[derive(Clone)]
pub struct Boxes {
    secrets: Vec<Known>,
    entropy: Arc<dyn Entropy>,
    /// Kinds of credentials of the app's own whose secret is in a box.
    own_kinds: Vec<CredentialKind>,
}

/// How the secret stands under which something was kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// It is the current one.
    Current,
    /// It is an earlier one that is still known.
    Earlier,
    /// It is not known any more.
    Unknown,
}

/// One secret, and the id by which boxes name it.
#[derive(Clone)]
struct Known {
    id: [u8; SECRET_ID_BYTES],
    secret: Secret,
}

impl Known {
    fn new(secret: Secret) -> Self {
        let mut id = [0; SECRET_ID_BYTES];
        derive(&secret, &["user-rs box id v1"], &mut id);
        Self { id, secret }
    }

    fn cipher(&self, label: BoxLabel) -> XChaCha20Poly1305 {
        let [family, name] = label.parts();
        let mut key = Zeroizing::new([0; KEY_BYTES]);
        derive(&self.secret, &["user-rs box v1", family, name], key.as_mut_slice());
        XChaCha20Poly1305::new((&*key).into())
    }

    fn mark(&self) -> String {
        HEXLOWER.encode(&self.id)
    }

    fn head(&self) -> [u8; HEAD_BYTES] {
        let [a, b, c, d] = self.id;
        [VERSION, a, b, c, d]
    }
}

/// Fills `output` from a secret. Each part of the description ends with a zero, which no part holds.
fn derive(secret: &Secret, description: &[&str], output: &mut [u8]) {
    let parts: Vec<&[u8]> = description.iter().flat_map(|part| [part.as_bytes(), &[0]]).collect();
    let made = Hkdf::<Sha256>::new(None, secret.bytes()).expand_multi_info(&parts, output);
    debug_assert!(made.is_ok(), "a key is shorter than 8160 bytes");
}

impl Boxes {
    /// Closes with `current`, and opens what any of `current` and `earlier` closed. Nonces come from `entropy`.
    pub fn new(
        current: Secret,
        earlier: impl IntoIterator<Item = Secret>,
        entropy: Arc<dyn Entropy>,
    ) -> Self {
        let secrets = std::iter::once(current).chain(earlier).map(Known::new).collect();
        Self { secrets, entropy, own_kinds: Vec::new() }
    }

    /// The same, where the secrets of credentials of these kinds are in boxes, too.
    #[must_use]
    pub(crate) fn holding(self, own_kinds: Vec<CredentialKind>) -> Self {
        Self { own_kinds, ..self }
    }

    /// Whether the secrets of credentials of this kind are in boxes, as far as this program knows.
    pub fn hold(&self, kind: CredentialKind) -> bool {
        BOXED_KINDS.contains(&kind) || self.own_kinds.contains(&kind)
    }

    /// What names the current secret in a row that keeps a digest made under it.
    pub(crate) fn mark(&self) -> String {
        self.secrets.first().map(Known::mark).unwrap_or_default()
    }

    /// How the secret stands that a row names by its mark.
    pub(crate) fn standing(&self, mark: &str) -> Standing {
        match self.secrets.iter().position(|known| known.mark() == mark) {
            Some(0) => Standing::Current,
            Some(_) => Standing::Earlier,
            None => Standing::Unknown,
        }
    }

    /// Closes `plain` into a box that opens under this label and in this row alone.
    ///
    /// # Errors
    ///
    /// [`BoxError::TooLarge`].
    pub fn close(&self, label: BoxLabel, of: BoxFor<'_>, plain: &[u8]) -> Result<Vec<u8>, BoxError> {
        let known = self.secrets.first().filter(|_| plain.len() <= BOXED_MAX).ok_or(BoxError::TooLarge)?;
        let mut nonce = [0; NONCE_BYTES];
        self.entropy.fill(&mut nonce);
        let head = known.head();
        let payload = Payload { msg: plain, aad: &of.bytes(&head) };
        let closed = known.cipher(label).encrypt(&XNonce::from(nonce), payload);
        let closed = closed.map_err(|_| BoxError::TooLarge)?;
        Ok([head.as_slice(), &nonce, &closed].concat())
    }

    /// What was closed under this label for this row.
    ///
    /// # Errors
    ///
    /// Every [`BoxError`] but [`BoxError::TooLarge`]: any bytes are refused that no box of this row has.
    pub fn open(
        &self,
        label: BoxLabel,
        of: BoxFor<'_>,
        boxed: &[u8],
    ) -> Result<Zeroizing<Vec<u8>>, BoxError> {
        let parts = parts(boxed).ok_or(BoxError::NotABox)?;
        let payload = || of.bytes(&parts.head);
        let mut refusal = BoxError::UnknownSecret;
        for known in self.secrets.iter().filter(|known| known.head() == parts.head) {
            let payload = Payload { msg: parts.closed, aad: &payload() };
            match known.cipher(label).decrypt(&XNonce::from(parts.nonce), payload) {
                Ok(plain) => return Ok(Zeroizing::new(plain)),
                Err(_) => refusal = BoxError::Foreign,
            }
        }
        Err(refusal)
    }

    /// Whether it was closed under the current secret. Looks at its beginning only.
    pub fn is_current(&self, boxed: &[u8]) -> bool {
        let current = self.secrets.first().map(Known::head);
        parts(boxed).is_some_and(|parts| Some(parts.head) == current)
    }
}

/// The parts of a box.
struct Parts<'a> {
    head: [u8; HEAD_BYTES],
    nonce: [u8; NONCE_BYTES],
    closed: &'a [u8],
}

fn parts(boxed: &[u8]) -> Option<Parts<'_>> {
    if boxed.len() > BOXED_MAX + BOX_OVERHEAD {
        return None;
    }
    let (head, rest) = boxed.split_first_chunk()?;
    let (nonce, closed) = rest.split_first_chunk()?;
    let is_one = head.first() == Some(&VERSION) && closed.len() >= TAG_BYTES;
    is_one.then_some(Parts { head: *head, nonce: *nonce, closed })
}

impl fmt::Debug for Boxes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Boxes({} secrets)", self.secrets.len())
    }
}

#[cfg(test)]
mod tests;
