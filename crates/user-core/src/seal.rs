//! Seals: what makes a link or a cookie ours without storing a secret.
//!
//! A sealed text is `base64url(masked ‖ tag)` (RFC 4648 §5). The tag is HMAC-SHA256 of the payload (RFC 2104). The
//! payload is masked with a stream of HMAC-SHA256 of the tag and a counter, a synthetic initialization vector as in RFC
//! 5297: equal payloads give equal texts, and nobody reads an id of a row in a link or a cookie. Both keys are derived
//! from the app's secret, two for each label. What is mailed is written in lower-case base32 (RFC 4648 §6) instead:
//! mail programs that turn text into links leave out a `-` or `_` at the end. A thief of the database holds payloads
//! and no key; what was sealed under one label opens under no other; garbage is refused before any query.

use std::collections::BTreeSet;
use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use data_encoding::BASE32_NOPAD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use thiserror::Error;
use zeroize::Zeroizing;

use crate::domain::{ChallengePurpose, CredentialKind, Purpose};

/// The least number of bytes in a secret (as long as the output of SHA-256, RFC 2104 §3).
pub const SECRET_MIN_BYTES: usize = 32;
/// A secret with fewer distinct bytes is none that chance made: of 32 random hexadecimal digits, one in ten million is
/// so.
const DISTINCT_MIN: usize = 8;
/// A secret with fewer bytes that do not follow from the one before, as `b` does from `a` and from `v`, is none that
/// chance made: of 32 random hexadecimal digits, one in ten million is so.
const SURPRISING_MIN: usize = 12;
/// What fingers run along. Each can be run back, too.
const RUNS: [&str; 5] = ["abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"];
/// Words that stand in for a secret, or make one: a shell that was to run them did not.
const STAND_INS: [&str; 9] =
    ["$(", "${", "openssl", "replace", "changeme", "change-me", "placeholder", "password", "example"];
/// Secrets that stood in documentation and examples, for everybody to read.
const PRINTED: [&str; 2] = ["32 bytes that nobody else can know", "6f1c0f4a5be3d29878a1c2e05d4b3f96"];
const MAC_BYTES: usize = 32;
/// Nothing sealed is longer, in bytes of text; more is not even decoded.
pub const SEALED_MAX: usize = 16 * 1_024;

/// The app's secret: at least 32 bytes that nobody can guess, kept outside the database.
#[derive(Clone)]
pub struct Secret(Zeroizing<Vec<u8>>);

/// A secret that cannot be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error(
    "a secret needs at least {SECRET_MIN_BYTES} bytes; this one has {0}. Make one with `openssl rand -hex 32`"
)]
pub struct WeakSecret(pub usize);

impl Secret {
    /// Takes a secret of at least 32 bytes.
    pub fn new(bytes: impl AsRef<[u8]>) -> Result<Self, WeakSecret> {
        let bytes = bytes.as_ref();
        if bytes.len() < SECRET_MIN_BYTES {
            return Err(WeakSecret(bytes.len()));
        }
        Ok(Self(Zeroizing::new(bytes.to_vec())))
    }

    /// The bytes, to derive keys from.
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// Whether somebody may guess it although it is long enough: it has few distinct bytes, repeats itself, runs along
    /// the alphabet or a keyboard, is a sentence or a placeholder, or stands in the documentation of this project. A
    /// site that others can reach should not start with it.
    ///
    /// ```
    /// use user_core::ports::{Entropy, SystemEntropy};
    /// use user_core::seal::Secret;
    ///
    /// let mut bytes = [0; 32];
    /// SystemEntropy.fill(&mut bytes);
    ///
    /// assert!(Secret::new([7; 32])?.is_guessable());
    /// assert!(!Secret::new(bytes)?.is_guessable());
    /// # Ok::<(), user_core::seal::WeakSecret>(())
    /// ```
    pub fn is_guessable(&self) -> bool {
        let bytes = self.0.trim_ascii();
        let distinct: BTreeSet<u8> = bytes.iter().copied().collect();
        distinct.len() < DISTINCT_MIN
            || repeats_itself(bytes)
            || surprising(bytes) < SURPRISING_MIN
            || std::str::from_utf8(bytes).is_ok_and(is_written)
    }
}

/// Whether it is one text of at most half its length, over and over.
fn repeats_itself(bytes: &[u8]) -> bool {
    (1..=bytes.len() / 2)
        .any(|length| bytes.iter().zip(bytes.iter().skip(length)).all(|(one, next)| one == next))
}

/// How many bytes do not follow from the one before.
fn surprising(bytes: &[u8]) -> usize {
    let lower = bytes.to_ascii_lowercase();
    let next_to = |pair: &[u8]| pair.first() == pair.last() || is_of_a_run(pair);
    let expected = lower.windows(2).filter(|pair| next_to(pair)).count();
    lower.len() - expected
}

fn is_of_a_run(pair: &[u8]) -> bool {
    let runs = || RUNS.iter().flat_map(|run| run.as_bytes().windows(2));
    runs().any(|two| two == pair || two.iter().rev().eq(pair))
}

/// Whether somebody wrote it: a sentence, letters that no generator gives, a placeholder. Random bytes are no text at
/// all.
fn is_written(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    !text.bytes().all(|byte| byte.is_ascii_graphic())
        || STAND_INS.iter().any(|stand_in| lower.contains(stand_in))
        || PRINTED.contains(&text)
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// Declares the labels, with what is written into their keys.
macro_rules! labels {
    ($($(#[$doc:meta])* $label:ident = $family:literal,)*) => {
        /// What a sealed text is for. Each label has keys of its own.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Label {
            /// A mailed link.
            Link(Purpose),
            /// The digest of a credential, by which it is found.
            Credential(CredentialKind),
            /// A reference to a challenge.
            Challenge(ChallengePurpose),
            $($(#[$doc])* $label,)*
            /// Something of the app's own, by a name of its own.
            Custom(&'static str),
        }

        impl Label {
            /// The labels of the product itself, whose keys are derived once.
            fn own() -> impl Iterator<Item = Self> {
                let links = Purpose::ALL.iter().copied().map(Self::Link);
                let credentials = CredentialKind::ALL.iter().copied().map(Self::Credential);
                let challenges = ChallengePurpose::ALL.iter().copied().map(Self::Challenge);
                links.chain(credentials).chain(challenges).chain([$(Self::$label),*])
            }

            const fn parts(&self) -> (&'static str, &str) {
                match self {
                    Self::Link(purpose) => ("link", purpose.as_str()),
                    Self::Credential(kind) => ("credential", kind.as_str()),
                    Self::Challenge(purpose) => ("challenge", purpose.as_str()),
                    $(Self::$label => ($family, ""),)*
                    Self::Custom(name) => ("custom", name),
                }
            }
        }
    };
}

labels! {
    /// The mailed link of an invitation.
    Invitation = "invitation",
    /// A session cookie.
    Session = "session",
    /// The mark of the browser that registered.
    Registration = "registration",
    /// The mark of a device that a user has signed in on.
    Device = "device",
    /// The mark of the browser in which a step of signing in was begun.
    Browser = "browser",
    /// The ids of the rows of an export.
    Export = "export",
    /// An anti-forgery token.
    Csrf = "csrf",
    /// One-time messages on their way through a redirect.
    Notices = "notices",
}

impl Label {
    /// Text for a URL. Mail programs that make links of text leave out a `-` or `_` at the end: what is mailed is
    /// base32.
    fn text(self, bytes: &[u8]) -> String {
        match self {
            Self::Link(_) | Self::Invitation => BASE32_NOPAD.encode(bytes).to_ascii_lowercase(),
            _ => URL_SAFE_NO_PAD.encode(bytes),
        }
    }

    /// The bytes that [`text`](Self::text) made `text` of.
    fn bytes(self, text: &str) -> Option<Vec<u8>> {
        match self {
            Self::Link(_) | Self::Invitation => {
                BASE32_NOPAD.decode(text.to_ascii_uppercase().as_bytes()).ok()
            }
            _ => URL_SAFE_NO_PAD.decode(text).ok(),
        }
    }

    fn write(self, mac: &mut Hmac<Sha256>, role: Role) {
        let (family, name) = self.parts();
        for part in ["user-rs seal v2", family, name, role.as_str()] {
            mac.update(part.as_bytes());
            mac.update(&[0]);
        }
    }
}

/// Seals and opens. The first secret seals; all of them open, so that a secret can be replaced without signing
/// anybody out: put the new one in front, and drop the old one when everything sealed with it has expired.
#[derive(Clone)]
pub struct Seals(Vec<Keys>);

/// One secret, with what was derived from it for the product's own labels.
#[derive(Clone)]
struct Keys {
    secret: Secret,
    derived: Vec<(Label, Pair)>,
}

/// What a derived key is for.
#[derive(Clone, Copy)]
enum Role {
    Tag,
    Mask,
}

impl Role {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Tag => "tag",
            Self::Mask => "mask",
        }
    }
}

/// The keys of one label, ready to be fed.
#[derive(Clone)]
struct Pair {
    tag: Hmac<Sha256>,
    mask: Hmac<Sha256>,
}

impl Pair {
    fn derive(secret: &Secret, label: Label) -> Option<Self> {
        Some(Self { tag: derive(secret, label, Role::Tag)?, mask: derive(secret, label, Role::Mask)? })
    }

    /// The code of `payload`.
    fn tag(&self, payload: &[u8]) -> Hmac<Sha256> {
        let mut mac = self.tag.clone();
        mac.update(payload);
        mac
    }

    /// Masks what is plain, and the other way round.
    fn mask(&self, tag: &[u8], payload: &mut [u8]) {
        for (counter, block) in (0_u32..).zip(payload.chunks_mut(MAC_BYTES)) {
            let mut stream = self.mask.clone();
            stream.update(tag);
            stream.update(&counter.to_be_bytes());
            for (byte, key) in block.iter_mut().zip(stream.finalize().into_bytes()) {
                *byte ^= key;
            }
        }
    }
}

impl Keys {
    fn new(secret: Secret) -> Self {
        let pair = |label| Pair::derive(&secret, label).map(|pair| (label, pair));
        let derived = Label::own().filter_map(pair).collect();
        Self { secret, derived }
    }

    fn pair(&self, label: Label) -> Option<Pair> {
        let known = self.derived.iter().find(|(other, _)| *other == label).map(|(_, pair)| pair.clone());
        known.or_else(|| Pair::derive(&self.secret, label))
    }

    /// The code of `payload` under `label`.
    fn mac(&self, label: Label, payload: &[u8]) -> Option<Hmac<Sha256>> {
        self.pair(label).map(|pair| pair.tag(payload))
    }

    /// The payload of what this secret sealed. Compares in constant time.
    fn open(&self, label: Label, masked: &[u8], tag: &[u8]) -> Option<Vec<u8>> {
        let pair = self.pair(label)?;
        let mut payload = masked.to_vec();
        pair.mask(tag, &mut payload);
        pair.tag(&payload).verify_slice(tag).is_ok().then_some(payload)
    }
}

impl Seals {
    /// Seals with `current`; opens what any of `current` and `earlier` sealed.
    pub fn new(current: Secret, earlier: impl IntoIterator<Item = Secret>) -> Self {
        Self(std::iter::once(current).chain(earlier).map(Keys::new).collect())
    }

    /// Seals `payload` under `label`: what is in it can neither be read nor changed.
    pub fn seal(&self, label: Label, payload: &[u8]) -> String {
        let mut sealed = payload.to_vec();
        if let Some(pair) = self.0.first().and_then(|keys| keys.pair(label)) {
            let tag = pair.tag(payload).finalize().into_bytes();
            pair.mask(&tag, &mut sealed);
            sealed.extend_from_slice(&tag);
        }
        label.text(&sealed)
    }

    /// A digest of `payload` that nobody can work out without the secret.
    pub fn digest(&self, label: Label, payload: &[u8]) -> [u8; MAC_BYTES] {
        let mac = self.0.first().and_then(|keys| keys.mac(label, payload));
        mac.map_or([0; MAC_BYTES], |mac| mac.finalize().into_bytes().into())
    }

    /// The same under each secret, the current one first: what was kept under an earlier one is found, too.
    pub(crate) fn digests(&self, label: Label, payload: &[u8]) -> Vec<[u8; MAC_BYTES]> {
        let macs = self.0.iter().filter_map(|keys| keys.mac(label, payload));
        macs.map(|mac| mac.finalize().into_bytes().into()).collect()
    }

    /// The payload of what was sealed under `label`, or nothing.
    pub fn open(&self, label: Label, sealed: &str) -> Option<Vec<u8>> {
        if sealed.len() > SEALED_MAX {
            return None;
        }
        let bytes = label.bytes(sealed)?;
        let (masked, tag) = bytes.split_at_checked(bytes.len().checked_sub(MAC_BYTES)?)?;
        self.0.iter().find_map(|keys| keys.open(label, masked, tag))
    }

    /// Seals `payload` under `label`, together with something that is not in the text: it is opened only with the same.
    pub(crate) fn seal_bound<const N: usize>(&self, label: Label, payload: &[u8; N], bound: &[u8]) -> String {
        let mut sealed = payload.to_vec();
        let whole = [payload.as_slice(), bound].concat();
        if let Some(mac) = self.0.first().and_then(|keys| keys.mac(label, &whole)) {
            sealed.extend_from_slice(&mac.finalize().into_bytes());
        }
        URL_SAFE_NO_PAD.encode(sealed)
    }

    /// The payload of what was sealed under `label` together with `bound`, or nothing. Compares in constant time.
    pub(crate) fn open_bound<const N: usize>(
        &self,
        label: Label,
        sealed: &str,
        bound: &[u8],
    ) -> Option<[u8; N]> {
        if sealed.len() > SEALED_MAX {
            return None;
        }
        let bytes = URL_SAFE_NO_PAD.decode(sealed).ok()?;
        let (payload, tag) = bytes.split_first_chunk::<N>()?;
        let whole = [payload.as_slice(), bound].concat();
        let ours =
            self.0.iter().filter_map(|keys| keys.mac(label, &whole)).any(|m| m.verify_slice(tag).is_ok());
        ours.then_some(*payload)
    }

    /// The sixteen bytes of what was sealed under `label`, or nothing.
    pub(crate) fn open_id(&self, label: Label, sealed: &str) -> Option<[u8; 16]> {
        self.open(label, sealed)?.try_into().ok()
    }
}

/// One key of one label, ready to be fed.
fn derive(secret: &Secret, label: Label, role: Role) -> Option<Hmac<Sha256>> {
    let mut derive = <Hmac<Sha256> as KeyInit>::new_from_slice(&secret.0).ok()?;
    label.write(&mut derive, role);
    <Hmac<Sha256> as KeyInit>::new_from_slice(&derive.finalize().into_bytes()).ok()
}

impl fmt::Debug for Seals {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Seals({} secrets)", self.0.len())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn secret(byte: u8) -> Secret {
        Secret::new([byte; 32]).unwrap()
    }

    fn seals() -> Seals {
        Seals::new(secret(7), [])
    }

    #[test]
    fn a_secret_that_nobody_made_by_chance_is_guessable() {
        for guessable in [
            "00000000000000000000000000000000",
            "abababababababababababababababab",
            "changemechangemechangemechangeme",
            "hunter2hunter2hunter2hunter2hunter2",
            "0123456789ab0123456789ab0123456789ab",
            "32 bytes that nobody else can know",
            "32 bytes that nobody else can know\n",
            "6f1c0f4a5be3d29878a1c2e05d4b3f96",
            "0123456789abcdef0123456789abcdef",
            "9f8e7d6c5b4a39281706f5e49f8e7d6c5b4a39281706f5e4",
            "abcdefghijklmnopqrstuvwxyz0123456789",
            "qwertyuiopasdfghjklzxcvbnm1234567890",
            "ZYXWVUTSRQPONMLKJIHGFEDCBA98765432",
            "replace-me-with-openssl-rand-hex-32",
            "$(openssl rand -hex 32)xxxxxxxxx",
            "…            # openssl rand -hex 32",
            "correct horse battery staple and some",
            "der-schlüssel-zu-allem-7Hq2-9Zk4-1Lp8",
        ] {
            assert!(Secret::new(guessable).unwrap().is_guessable(), "{guessable}");
        }
        for good in ["1e9c5a0f7d3b862440fa17c6d2e8953b", "q7Rk+2Xz/9LmVt0yBw4HsJc8dNfGpEaU1oKi6TQ="] {
            assert!(!Secret::new(good).unwrap().is_guessable(), "{good}");
        }
    }

    proptest! {
        #[test]
        fn a_secret_that_chance_made_is_not_guessable(bytes in any::<[u8; 32]>()) {
            let hexadecimal = data_encoding::HEXLOWER.encode(&bytes);
            let base64 = data_encoding::BASE64.encode(&bytes);
            prop_assert!(!Secret::new(bytes).unwrap().is_guessable());
            prop_assert!(!Secret::new(hexadecimal).unwrap().is_guessable());
            prop_assert!(!Secret::new(base64).unwrap().is_guessable());
        }
    }

    #[test]
    fn a_short_secret_is_refused() {
        assert_eq!(Secret::new([0; 31]).unwrap_err(), WeakSecret(31));
    }

    #[test]
    fn what_is_not_ours_does_not_open() {
        let sealed = seals().seal(Label::Session, b"0123456789abcdef");
        let mut tampered = sealed.clone().into_bytes();
        tampered[3] ^= 1;

        for text in [
            "",
            "AAAA",
            "????",
            &"A".repeat(SEALED_MAX + 1),
            &String::from_utf8(tampered).unwrap(),
            &sealed[1..],
        ] {
            assert_eq!(seals().open(Label::Session, text), None, "{text}");
        }
        assert_eq!(Seals::new(secret(8), []).open(Label::Session, &sealed), None);
    }

    #[test]
    fn what_was_sealed_for_one_purpose_opens_for_no_other() {
        let confirm = seals().seal(Label::Link(Purpose::CONFIRM_EMAIL), &[1; 16]);

        let others = [
            Label::Link(Purpose::RESET_PASSWORD),
            Label::Invitation,
            Label::Session,
            Label::Registration,
            Label::Device,
            Label::Csrf,
            Label::Notices,
            Label::Credential(CredentialKind::RECOVERY_CODE),
            Label::Credential(CredentialKind::parse("confirm_email").unwrap()),
            Label::Challenge(ChallengePurpose::parse("confirm_email").unwrap()),
            Label::Custom("confirm_email"),
        ];
        for label in others {
            assert_eq!(seals().open(label, &confirm), None, "{label:?}");
        }
        assert_eq!(seals().open_id(Label::Link(Purpose::CONFIRM_EMAIL), &confirm), Some([1; 16]));
    }

    #[test]
    fn an_earlier_secret_still_opens_and_the_current_one_seals() {
        let old = Seals::new(secret(1), []);
        let ring = Seals::new(secret(2), [secret(1)]);

        assert!(ring.open(Label::Csrf, &old.seal(Label::Csrf, b"x")).is_some());
        assert!(old.open(Label::Csrf, &ring.seal(Label::Csrf, b"x")).is_none());
    }

    #[test]
    fn what_was_sealed_with_something_opens_with_that_alone() {
        let sealed = seals().seal_bound(Label::Device, &[1; 16], b"ada");

        assert_eq!(seals().open_bound(Label::Device, &sealed, b"ada"), Some([1; 16]));
        assert_eq!(seals().open_bound::<16>(Label::Device, &sealed, b"eve"), None);
        assert_eq!(seals().open_bound::<16>(Label::Session, &sealed, b"ada"), None);
        assert_eq!(seals().open_bound::<15>(Label::Device, &sealed, b"ada"), None);
        assert_eq!(seals().open_bound::<17>(Label::Device, &sealed, b"ada"), None);
        for text in ["", "AAAA", "????", &sealed[1..], &"A".repeat(SEALED_MAX + 1)] {
            assert_eq!(seals().open_bound::<16>(Label::Device, text, b"ada"), None, "{text}");
        }
    }

    #[test]
    fn what_is_sealed_cannot_be_read() {
        let payload = [7; 100];

        let sealed = seals().seal(Label::Session, &payload);

        let bytes = URL_SAFE_NO_PAD.decode(&sealed).unwrap();
        assert_eq!(bytes.len(), payload.len() + MAC_BYTES);
        assert!(bytes.windows(2).all(|pair| pair != [7, 7]), "{bytes:?}");
        assert_eq!(
            seals().seal(Label::Session, &payload),
            sealed,
            "a link is the same however often it is mailed"
        );
        assert_ne!(seals().seal(Label::Csrf, &payload), sealed);
    }

    #[test]
    fn secrets_cannot_be_printed() {
        assert_eq!(format!("{:?} {:?}", secret(1), seals()), "Secret(…) Seals(1 secrets)");
    }

    proptest! {
        #[test]
        fn whatever_is_sealed_opens_again(payload in proptest::collection::vec(any::<u8>(), 0..200)) {
            let sealed = seals().seal(Label::Custom("test"), &payload);
            prop_assert_eq!(seals().open(Label::Custom("test"), &sealed), Some(payload));
        }

        #[test]
        fn a_mailed_link_is_letters_and_digits_and_opens_again(id in any::<[u8; 16]>()) {
            let purposes = [Purpose::CONFIRM_EMAIL, Purpose::RESET_PASSWORD, Purpose::UNDO_EMAIL_CHANGE];
            for label in purposes.map(Label::Link).into_iter().chain([Label::Invitation]) {
                let link = seals().seal(label, &id);

                prop_assert!(link.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()), "{}", link);
                prop_assert_eq!(seals().open_id(label, &link), Some(id));
            }
        }

        #[test]
        fn opening_never_panics(text in "\\PC{0,80}") {
            prop_assert_eq!(seals().open(Label::Session, &text), None);
            prop_assert_eq!(seals().open(Label::Invitation, &text), None);
        }
    }
}
