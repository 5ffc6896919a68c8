//! Recovery codes: what a user keeps on paper for the day on which every other way in is lost.

use std::fmt;

use data_encoding::BASE32_NOPAD;
use subtle::ConstantTimeEq;
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

use super::Violation;
use crate::ports::Entropy;

/// How many characters a recovery code has. Each is worth five bits: 75 of them are more than the 64 below which NIST
/// SP 800-63B-4 §3.1.2 asks for a limit of guesses at one account, so that no stranger's guesses need to hold up a
/// right code.
pub const RECOVERY_CODE_CHARS: usize = 15;
/// How many recovery codes a user is given at once.
pub const RECOVERY_CODES: usize = 10;

/// A hyphen stands after so many characters, and makes a code easier to read.
const GROUP: usize = 5;
/// Random bytes for a code, and how many characters they are.
const RANDOM_BYTES: usize = 10;
const TEXT_CHARS: usize = 16;
/// Base32 (RFC 4648 §6): none of its characters is mistaken for another of them.
const ALPHABET: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
/// Nobody types more around a code than this.
const TYPED_MAX: usize = 64;

/// A recovery code: fifteen characters of base32, 75 random bits. It works once (NIST SP 800-63B-4 §3.1.2, look-up
/// secrets). It does not print.
///
/// ```
/// use user_core::domain::RecoveryCode;
///
/// let code = RecoveryCode::parse(" abcde-fghij klmno")?;
///
/// assert_eq!(code.grouped(), "ABCDE-FGHIJ-KLMNO");
/// # Ok::<(), user_core::domain::Violation>(())
/// ```
#[derive(Clone)]
pub struct RecoveryCode(Zeroizing<[u8; RECOVERY_CODE_CHARS]>);

impl RecoveryCode {
    /// A new code.
    pub fn fresh(entropy: &dyn Entropy) -> Self {
        let (mut random, mut text) = (Zeroizing::new([0; RANDOM_BYTES]), Zeroizing::new([0; TEXT_CHARS]));
        entropy.fill(random.as_mut_slice());
        BASE32_NOPAD.encode_mut(random.as_slice(), text.as_mut_slice());
        let mut code = Zeroizing::new([0; RECOVERY_CODE_CHARS]);
        // Each character is five random bits; one more than is wanted fills the last byte.
        code.iter_mut()
            .zip(text.iter().skip(TEXT_CHARS - RECOVERY_CODE_CHARS))
            .for_each(|(to, from)| *to = *from);
        Self(code)
    }

    /// Reads a code as people type it: in capitals or not, in any width, with spaces and hyphens wherever they like. A
    /// digit that no code has is read as the letter that it looks like.
    ///
    /// # Errors
    ///
    /// [`Violation::Required`] and [`Violation::Malformed`].
    pub fn parse(typed: &str) -> Result<Self, Violation> {
        if typed.chars().count() > TYPED_MAX {
            return Err(Violation::Malformed);
        }
        let dash = |c: char| c == '-' || ('\u{2010}'..='\u{2015}').contains(&c) || c == '\u{2212}';
        let mut code = Zeroizing::new([0; RECOVERY_CODE_CHARS]);
        let (mut free, mut is_empty) = (code.iter_mut(), true);
        for c in typed.nfkc().filter(|c| !c.is_whitespace() && !dash(*c)) {
            is_empty = false;
            let byte = match c.to_ascii_uppercase() {
                '0' => b'O',
                '1' => b'I',
                '8' => b'B',
                c => u8::try_from(c).ok().filter(|c| ALPHABET.contains(c)).ok_or(Violation::Malformed)?,
            };
            *free.next().ok_or(Violation::Malformed)? = byte;
        }
        match free.next() {
            Some(_) if is_empty => Err(Violation::Required),
            Some(_) => Err(Violation::Malformed),
            None => Ok(Self(code)),
        }
    }

    /// The code as it is shown, in three groups: `ABCDE-FGHIJ-KLMNO`.
    pub fn grouped(&self) -> String {
        let group = |group: &[u8]| group.iter().copied().map(char::from).collect::<String>();
        self.0.chunks(GROUP).map(group).collect::<Vec<_>>().join("-")
    }

    /// The fifteen characters.
    pub(crate) fn as_bytes(&self) -> &[u8] {
        self.0.as_slice()
    }
}

impl fmt::Debug for RecoveryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecoveryCode(…)")
    }
}

impl PartialEq for RecoveryCode {
    fn eq(&self, other: &Self) -> bool {
        self.as_bytes().ct_eq(other.as_bytes()).into()
    }
}

impl Eq for RecoveryCode {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ports::SystemEntropy;

    fn read(typed: &str) -> Result<String, Violation> {
        RecoveryCode::parse(typed).map(|code| code.grouped())
    }

    #[test]
    fn what_is_no_code_is_refused() {
        for typed in ["", " ", "-", " \u{2013} "] {
            assert_eq!(read(typed), Err(Violation::Required), "{typed:?}");
        }
        let long = "A".repeat(65);
        for typed in [
            "ABCDE",
            "ABCDE-FGHIJ-KLMN",
            "ABCDE-FGHIJ-KLMNOP",
            "ABCDE-FGHIJ-KLMN9",
            "ABCDE_FGHIJ_KLMNO",
            "ÄBCDEFGHIJKLMNO",
            &long,
        ] {
            assert_eq!(read(typed), Err(Violation::Malformed), "{typed:?}");
        }
    }

    #[test]
    fn a_code_is_read_however_it_is_typed() {
        for typed in [
            "ABCDE-FGHIJ-KLMNO",
            "abcdefghijklmno",
            " ab cd-ef gh\u{2013}ij\u{a0}klmno",
            "ＡＢＣＤＥ－ＦＧＨＩＪ－ＫＬＭＮＯ",
            "abcde-fgh1j-klmn0",
        ] {
            assert_eq!(read(typed), Ok("ABCDE-FGHIJ-KLMNO".to_owned()), "{typed:?}");
        }
        assert_eq!(read("00000-88888-11111"), Ok("OOOOO-BBBBB-IIIII".to_owned()));
    }

    #[test]
    fn a_fresh_code_is_read_as_it_is_shown_and_is_no_other() {
        let [one, other] = [(); 2].map(|()| RecoveryCode::fresh(&SystemEntropy));

        assert_eq!(read(&one.grouped()), Ok(one.grouped()));
        assert_ne!(one, other);
        assert_eq!(format!("{one:?}"), "RecoveryCode(…)");
    }
}
