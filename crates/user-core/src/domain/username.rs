//! The name a person signs in with.

use std::fmt;

use super::Violation;

/// The least number of characters in a username.
pub const USERNAME_MIN: usize = 3;
/// The greatest number of characters in a username.
pub const USERNAME_MAX: usize = 32;

/// Names kept back, because a visitor would take their owner for the site itself (compare RFC 2142).
const RESERVED: [&str; 24] = [
    "abuse",
    "account",
    "admin",
    "administrator",
    "api",
    "billing",
    "contact",
    "help",
    "hostmaster",
    "info",
    "mailer-daemon",
    "me",
    "moderator",
    "noreply",
    "no-reply",
    "null",
    "official",
    "postmaster",
    "root",
    "security",
    "staff",
    "support",
    "system",
    "webmaster",
];

/// A username: kept as typed for show, compared by its [key](Self::key).
#[derive(Clone, Debug)]
pub struct Username {
    typed: String,
    key: String,
}

impl Username {
    /// Reads a username: 3 to 32 ASCII letters, digits, `.`, `-` and `_`. White space around it is dropped.
    ///
    /// ASCII only, because a name in look-alike letters of another script can pose as somebody else (UTS #39).
    pub fn parse(raw: &str) -> Result<Self, Violation> {
        let typed = raw.trim();
        let length = typed.chars().count();
        if length == 0 {
            return Err(Violation::Required);
        }
        if !typed.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_')) {
            return Err(Violation::BadCharacters);
        }
        if length < USERNAME_MIN {
            return Err(Violation::TooShort { min: USERNAME_MIN });
        }
        if length > USERNAME_MAX {
            return Err(Violation::TooLong { max: USERNAME_MAX });
        }
        Ok(Self { typed: typed.to_owned(), key: typed.to_ascii_lowercase() })
    }

    /// The name as its owner typed it.
    pub fn as_str(&self) -> &str {
        &self.typed
    }

    /// The canonical key: unique among users, without regard to case.
    pub fn key(&self) -> &str {
        &self.key
    }

    /// Whether the name is kept back for the site itself.
    pub fn is_reserved(&self) -> bool {
        RESERVED.contains(&self.key.as_str())
    }
}

impl PartialEq for Username {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
    }
}

impl Eq for Username {}

impl fmt::Display for Username {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.typed)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_refused_username_says_why() {
        let cases = [
            ("", Violation::Required),
            ("   ", Violation::Required),
            ("ab", Violation::TooShort { min: 3 }),
            ("a b c", Violation::BadCharacters),
            ("a&b", Violation::BadCharacters),
            ("o'hara", Violation::BadCharacters),
            ("ada@x", Violation::BadCharacters),
            ("\u{430}dmin", Violation::BadCharacters),
            ("abcdefghijklmnopqrstuvwxyz1234567", Violation::TooLong { max: 32 }),
        ];

        for (raw, expected) in cases {
            assert_eq!(Username::parse(raw).unwrap_err(), expected, "{raw:?}");
        }
    }

    #[test]
    fn a_username_keeps_its_case_and_compares_without() {
        let ada = Username::parse(" Ada.L-1_2 ").unwrap();

        assert_eq!(ada.as_str(), "Ada.L-1_2");
        assert_eq!(ada.key(), "ada.l-1_2");
        assert_eq!(ada, Username::parse("ADA.l-1_2").unwrap());
    }

    #[test]
    fn names_of_the_site_are_reserved_in_any_case() {
        assert!(Username::parse("Admin").unwrap().is_reserved());
        assert!(!Username::parse("adminton").unwrap().is_reserved());
    }

    proptest! {
        #[test]
        fn parsing_never_panics_and_the_key_is_idempotent(raw in ".{0,40}") {
            if let Ok(name) = Username::parse(&raw) {
                let again = Username::parse(name.key()).unwrap();
                prop_assert_eq!(again.key(), name.key());
            }
        }
    }
}
