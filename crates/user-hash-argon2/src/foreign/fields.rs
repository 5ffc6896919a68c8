//! The parts that stored hashes are written in.

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD};

use super::Refusal;

/// The fields of `text`, which must be exactly so many.
pub(super) fn fields<const N: usize>(text: &str, separator: char) -> Result<[&str; N], Refusal> {
    let fields: Vec<&str> = text.splitn(N + 1, separator).collect();
    fields.try_into().map_err(|_| Refusal::Malformed)
}

/// What follows `name=`.
pub(super) fn named<'text>(field: &'text str, name: &str) -> Result<&'text str, Refusal> {
    field.strip_prefix(name).and_then(|rest| rest.strip_prefix('=')).ok_or(Refusal::Malformed)
}

/// A number in digits alone.
pub(super) fn number(text: &str) -> Result<u64, Refusal> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| digits).ok_or(Refusal::Malformed)
}

/// Base64 with its padding, as Django writes it.
pub(super) fn base64(text: &str) -> Result<Vec<u8>, Refusal> {
    STANDARD.decode(text).map_err(|_| Refusal::Malformed)
}

/// Base64 without padding; passlib writes `.` for `+` in some places ("ab64") and reads both.
pub(super) fn unpadded_base64(text: &str) -> Result<Vec<u8>, Refusal> {
    STANDARD_NO_PAD.decode(text.replace('.', "+")).map_err(|_| Refusal::Malformed)
}

/// Hexadecimal, as Werkzeug writes it.
pub(super) fn hexadecimal(text: &str) -> Result<Vec<u8>, Refusal> {
    let digits: Option<Vec<u8>> = text.chars().map(|digit| digit.to_digit(16)?.try_into().ok()).collect();
    let digits = digits.filter(|digits| digits.len() % 2 == 0).ok_or(Refusal::Malformed)?;
    Ok(digits.chunks(2).map(|pair| pair.iter().fold(0, |byte, digit| byte << 4 | digit)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_otherwise_is_refused() {
        for text in ["", "+1", "-1", "1_000", " 1", "٣", "99999999999999999999"] {
            assert_eq!(number(text), Err(Refusal::Malformed), "{text:?}");
        }
        for text in ["0", "0x00", "+f", "zz", "é"] {
            assert_eq!(hexadecimal(text), Err(Refusal::Malformed), "{text:?}");
        }
        for text in ["a$b", "a$b$c$d", ""] {
            assert_eq!(fields::<3>(text, '$'), Err(Refusal::Malformed), "{text:?}");
        }
        assert_eq!(named("rounds:1", "rounds"), Err(Refusal::Malformed));
        assert_eq!(base64("AAA"), Err(Refusal::Malformed));
        assert_eq!(unpadded_base64("AAA="), Err(Refusal::Malformed));
    }

    #[test]
    fn what_is_written_as_it_should_is_read() {
        assert_eq!(number("0600000"), Ok(600_000));
        assert_eq!(hexadecimal("00fFa0"), Ok(vec![0x00, 0xff, 0xa0]));
        assert_eq!(fields("a$$c", '$'), Ok(["a", "", "c"]));
        assert_eq!(named("r=8", "r"), Ok("8"));
        assert_eq!(base64("+/8="), Ok(vec![0xfb, 0xff]));
        assert_eq!(unpadded_base64("./8"), unpadded_base64("+/8"));
    }
}
