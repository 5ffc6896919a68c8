//! Time-based codes of authenticator apps (TOTP, RFC 6238).

use std::fmt;

use chrono::{DateTime, Utc};
use data_encoding::BASE32_NOPAD;
use hmac::{Hmac, KeyInit, Mac};
use sha1::Sha1;
use subtle::ConstantTimeEq;
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

use super::Violation;
use crate::ports::Entropy;

/// How many digits a code has.
pub const TOTP_DIGITS: usize = 6;
/// How many seconds a code is shown: RFC 6238 §5.2 recommends 30.
pub const TOTP_STEP: i64 = 30;

/// How many bytes a fresh secret has: as many as the digest of HMAC-SHA-1 (RFC 4226 §4, R6).
const SECRET_BYTES: usize = 20;
/// The fewest and the most bytes of a secret: 128 bits (RFC 4226 §4, R6), and a block of SHA-1.
const BOUNDS: std::ops::RangeInclusive<usize> = 16..=64;
const MODULUS: u32 = 1_000_000;
/// Nobody types more around a code than this.
const TYPED_MAX: usize = 64;
/// How many characters stand in one group of a key that is typed.
const GROUP: usize = 4;

/// The secret that an account and an authenticator app share. HMAC-SHA-1, six digits and thirty seconds: several apps ignore
/// whatever else they are told, and show wrong codes. It does not print, and is overwritten in memory when it is dropped.
///
/// ```
/// use chrono::DateTime;
/// use user_core::domain::{TotpCode, TotpSecret};
///
/// // RFC 6238, appendix B.
/// let secret = TotpSecret::new(b"12345678901234567890").ok_or("too short")?;
/// let at = DateTime::from_timestamp(59, 0).ok_or("no moment")?;
///
/// assert_eq!(secret.code_at(at).digits(), "287082");
/// assert_eq!(TotpCode::parse("287 082"), Ok(secret.code_at(at)));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct TotpSecret(Zeroizing<Vec<u8>>);

impl TotpSecret {
    /// The secret with these bytes: 16 to 64.
    pub fn new(bytes: &[u8]) -> Option<Self> {
        BOUNDS.contains(&bytes.len()).then(|| Self(Zeroizing::new(bytes.to_vec())))
    }

    /// The secret of this key, as apps and people write it: base32, in any case, with spaces and padding or without.
    pub fn of_key(key: &str) -> Option<Self> {
        let plain = key.trim().trim_end_matches('=').chars().filter(|c| !c.is_whitespace());
        let plain = Zeroizing::new(plain.map(|c| c.to_ascii_uppercase()).collect::<String>());
        Self::new(&Zeroizing::new(BASE32_NOPAD.decode(plain.as_bytes()).ok()?))
    }

    /// A new secret.
    pub fn fresh(entropy: &dyn Entropy) -> Self {
        let mut secret = Zeroizing::new(vec![0; SECRET_BYTES]);
        entropy.fill(&mut secret);
        Self(secret)
    }

    /// The bytes, for the flow that puts them into a box.
    pub fn reveal(&self) -> &[u8] {
        &self.0
    }

    /// The key as apps read it: base32 (RFC 4648 §6) without padding.
    pub fn key(&self) -> String {
        BASE32_NOPAD.encode(&self.0)
    }

    /// The key as people type it: in groups of four.
    pub fn grouped(&self) -> String {
        let key = self.key();
        let groups: Vec<_> =
            key.as_bytes().chunks(GROUP).filter_map(|group| str::from_utf8(group).ok()).collect();
        groups.join(" ")
    }

    /// The link that authenticator apps open, and read from a QR code: `otpauth://totp/{issuer}:{account}?secret=…`.
    pub fn uri(&self, issuer: &str, account: &str) -> String {
        let [issuer, account] = [issuer, account].map(|text| percent_encoded(&text.replace(':', " ")));
        format!("otpauth://totp/{issuer}:{account}?secret={}&issuer={issuer}", self.key())
    }

    /// The code that an app shows at this moment.
    pub fn code_at(&self, at: DateTime<Utc>) -> TotpCode {
        self.code(step_of(at))
    }

    /// The steps, of the one at this moment and `tolerance` steps around it, in which an app shows this code: earliest first.
    /// All of them are compared, in constant time.
    pub(crate) fn steps_of(&self, code: TotpCode, at: DateTime<Utc>, tolerance: u8) -> Vec<i64> {
        let (now, tolerance) = (step_of(at), i64::from(tolerance));
        let steps = now - tolerance..=now + tolerance;
        steps.filter(|step| self.code(*step) == code).collect()
    }

    /// RFC 4226 §5.3.
    fn code(&self, step: i64) -> TotpCode {
        let Ok(mut mac) = <Hmac<Sha1> as KeyInit>::new_from_slice(&self.0) else { return TotpCode(MODULUS) };
        mac.update(&step.to_be_bytes());
        let digest = mac.finalize().into_bytes();
        let offset = usize::from(digest.last().copied().unwrap_or_default() & 0x0f);
        let chosen = digest.get(offset..).and_then(|rest| rest.first_chunk()).copied().unwrap_or_default();
        TotpCode((u32::from_be_bytes(chosen) & 0x7fff_ffff) % MODULUS)
    }
}

impl fmt::Debug for TotpSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TotpSecret(…)")
    }
}

/// A code of six digits. It does not print, and is compared in constant time.
#[derive(Clone, Copy)]
pub struct TotpCode(u32);

impl TotpCode {
    /// Reads a code as people type it: with spaces and hyphens wherever they like, in the digits of their language.
    ///
    /// # Errors
    ///
    /// [`Violation::Required`] and [`Violation::Malformed`].
    pub fn parse(typed: &str) -> Result<Self, Violation> {
        if typed.chars().count() > TYPED_MAX {
            return Err(Violation::Malformed);
        }
        let is_between = |c: char| c.is_whitespace() || c == '-' || ('\u{2010}'..='\u{2015}').contains(&c);
        let (mut code, mut digits) = (0_u32, 0);
        for c in typed.nfkc().filter(|c| !is_between(*c)) {
            let digit = digit(c).filter(|_| digits < TOTP_DIGITS).ok_or(Violation::Malformed)?;
            (code, digits) = (code * 10 + digit, digits + 1);
        }
        match digits {
            0 => Err(Violation::Required),
            TOTP_DIGITS => Ok(Self(code)),
            _ => Err(Violation::Malformed),
        }
    }

    /// The six digits.
    pub fn digits(self) -> String {
        format!("{:0width$}", self.0, width = TOTP_DIGITS)
    }
}

impl fmt::Debug for TotpCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TotpCode(…)")
    }
}

impl PartialEq for TotpCode {
    fn eq(&self, other: &Self) -> bool {
        self.0.ct_eq(&other.0).into()
    }
}

impl Eq for TotpCode {}

fn step_of(at: DateTime<Utc>) -> i64 {
    at.timestamp().div_euclid(TOTP_STEP)
}

/// A digit of ASCII, of Arabic or of Persian.
fn digit(c: char) -> Option<u32> {
    let of = |zero: char| u32::from(c).checked_sub(u32::from(zero)).filter(|digit| *digit < 10);
    ['0', '\u{660}', '\u{6f0}'].into_iter().find_map(of)
}

/// RFC 3986 §2.1, for whatever is not unreserved.
fn percent_encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push('%');
            encoded.push_str(&data_encoding::HEXUPPER.encode(&[byte]));
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ports::SystemEntropy;

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(seconds, 0).unwrap()
    }

    fn secret() -> TotpSecret {
        TotpSecret::new(b"12345678901234567890").unwrap()
    }

    #[test]
    fn the_vectors_of_the_standard_hold() {
        // RFC 6238, appendix B, for SHA-1: the last six of its eight digits.
        for (seconds, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ] {
            assert_eq!(secret().code_at(at(seconds)).digits(), code);
        }
    }

    #[test]
    fn a_code_is_found_one_step_before_and_after_and_no_further() {
        let code = secret().code_at(at(1_000_000));
        let steps = |seconds, tolerance| secret().steps_of(code, at(seconds), tolerance);

        // 1,000,000 is the tenth second of a step.
        let step = 33_333;
        for seconds in [999_960, 999_990, 1_000_019, 1_000_049] {
            assert_eq!(steps(seconds, 1), [step], "{seconds}");
        }
        assert!(steps(999_959, 1).is_empty() && steps(1_000_050, 1).is_empty());
        assert_eq!((steps(999_990, 0), steps(1_000_020, 0)), (vec![step], vec![]));
    }

    #[test]
    fn a_code_is_read_however_it_is_typed() {
        for typed in ["012345", " 012 345 ", "012-345", "０１２３４５", "۰۱۲۳۴۵", "٠١٢٣٤٥"]
        {
            assert_eq!(TotpCode::parse(typed).unwrap().digits(), "012345", "{typed:?}");
        }
        for typed in ["", " ", "-"] {
            assert_eq!(TotpCode::parse(typed), Err(Violation::Required), "{typed:?}");
        }
        let long = "1".repeat(65);
        for typed in ["12345", "1234567", "12345a", "1234.5", "-1+345", "४२३४५६", &long] {
            assert_eq!(TotpCode::parse(typed), Err(Violation::Malformed), "{typed:?}");
        }
    }

    #[test]
    fn a_secret_is_neither_short_nor_printed() {
        assert!(TotpSecret::new(&[7; 15]).is_none() && TotpSecret::new(&[7; 65]).is_none());
        let [one, other] = [(); 2].map(|()| TotpSecret::fresh(&SystemEntropy));
        assert_ne!(one.key(), other.key());
        assert_eq!(format!("{one:?} {:?}", one.code_at(at(0))), "TotpSecret(…) TotpCode(…)");
    }

    #[test]
    fn a_key_is_typed_in_groups_and_a_link_has_no_colon_of_the_account() {
        let secret = secret();
        assert_eq!(secret.grouped(), "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
        for key in [secret.grouped(), secret.key().to_lowercase(), format!("{}====", secret.key())] {
            assert_eq!(TotpSecret::of_key(&key).unwrap().reveal(), secret.reveal());
        }
        for none in ["", "GEZD", "0189", &"é".repeat(32)] {
            assert!(TotpSecret::of_key(none).is_none(), "{none}");
        }

        let uri = secret.uri("Tea & Co: <1>", "ada:é@example.com");

        assert_eq!(
            uri,
            "otpauth://totp/Tea%20%26%20Co%20%20%3C1%3E:ada%20%C3%A9%40example.com\
             ?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Tea%20%26%20Co%20%20%3C1%3E"
        );
    }
}
