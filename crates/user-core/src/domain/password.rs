//! Passwords and their hashes. Neither can be printed, compared by accident or serialised.

use std::fmt;

use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

use super::Violation;

/// The longest password, in bytes of UTF-8. A bound on work, far above what people type; never a truncation.
pub const PASSWORD_MAX_BYTES: usize = 1_024;

/// A password as typed, in Unicode normalisation form C, so that one password typed on two keyboards is one.
#[derive(Clone)]
pub struct Password(Zeroizing<String>);

impl Password {
    /// Reads a password: not empty and at most 1,024 bytes. Whether it is *good* is for a password policy.
    pub fn parse(raw: &str) -> Result<Self, Violation> {
        if raw.is_empty() {
            return Err(Violation::Required);
        }
        if raw.len() > PASSWORD_MAX_BYTES {
            return Err(too_long(raw));
        }
        // Never moved to a larger place while it grows, which would leave a copy behind: form C is at most three times
        // as long (Unicode Standard Annex #15, section 12).
        let mut normal = Zeroizing::new(String::with_capacity(3 * raw.len()));
        normal.extend(raw.nfc());
        if normal.len() > PASSWORD_MAX_BYTES {
            return Err(too_long(&normal));
        }
        Ok(Self(normal))
    }

    /// The password itself, for the hasher and for policies.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// Its length in Unicode scalar values (NIST SP 800-63B §5.1.1.2 counts code points).
    pub fn length(&self) -> usize {
        self.0.chars().count()
    }

    /// Whether the same password was typed twice.
    pub fn equals(&self, other: &Self) -> bool {
        subtle::ConstantTimeEq::ct_eq(self.0.as_bytes(), other.0.as_bytes()).into()
    }
}

/// Tells people what they can count: as many characters of this password as would have fit.
fn too_long(text: &str) -> Violation {
    let fits = |(at, character): &(usize, char)| at + character.len_utf8() <= PASSWORD_MAX_BYTES;
    Violation::TooLong { max: text.char_indices().take_while(fits).count() }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(…)")
    }
}

/// How long a guesser would take over a password, in five steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PasswordStrength {
    /// Among the first ones guessed.
    VeryWeak,
    /// Guessed soon, or refused.
    Weak,
    /// Withstands guessing on a page.
    Fair,
    /// Withstands guessing by somebody who has its hash, for a while.
    Good,
    /// Withstands that for longer than anybody has patience.
    Strong,
}

impl PasswordStrength {
    /// All of them, the weakest first.
    pub const ALL: [Self; 5] = [Self::VeryWeak, Self::Weak, Self::Fair, Self::Good, Self::Strong];

    /// From 0 to 4, for a meter.
    pub const fn score(self) -> u8 {
        match self {
            Self::VeryWeak => 0,
            Self::Weak => 1,
            Self::Fair => 2,
            Self::Good => 3,
            Self::Strong => 4,
        }
    }

    /// The message that says it.
    pub const fn message_id(self) -> &'static str {
        match self {
            Self::VeryWeak => "strength-very-weak",
            Self::Weak => "strength-weak",
            Self::Fair => "strength-fair",
            Self::Good => "strength-good",
            Self::Strong => "strength-strong",
        }
    }
}

/// A password hash, in PHC string format or in a format of another framework that the hasher knows.
#[derive(Clone)]
pub struct PasswordHash(Zeroizing<String>);

impl PasswordHash {
    /// Takes a hash as the hasher made it or the store kept it.
    pub fn new(hash: impl Into<String>) -> Self {
        Self(Zeroizing::new(hash.into()))
    }

    /// The hash itself, for the hasher and the store.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for PasswordHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PasswordHash(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_and_too_much_are_refused_and_nothing_is_cut() {
        assert_eq!(Password::parse("").unwrap_err(), Violation::Required);
        assert_eq!(Password::parse(&"x".repeat(1_025)).unwrap_err(), Violation::TooLong { max: 1_024 });
        assert_eq!(Password::parse(&"x".repeat(1_024)).unwrap().length(), 1_024);
        assert_eq!(Password::parse(&"密".repeat(342)).unwrap_err(), Violation::TooLong { max: 341 });
        assert_eq!(Password::parse(&"密".repeat(341)).unwrap().length(), 341);
    }

    #[test]
    fn one_password_in_two_unicode_forms_is_one() {
        let composed = Password::parse("caf\u{e9} au lait").unwrap();
        let decomposed = Password::parse("cafe\u{301} au lait").unwrap();

        assert!(composed.equals(&decomposed));
        assert_eq!(composed.length(), 12);
    }

    #[test]
    fn neither_password_nor_hash_can_be_printed() {
        assert_eq!(format!("{:?}", Password::parse("hunter2hunter2").unwrap()), "Password(…)");
        assert_eq!(format!("{:?}", PasswordHash::new("$argon2id$…")), "PasswordHash(…)");
    }
}
