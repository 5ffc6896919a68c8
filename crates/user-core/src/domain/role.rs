//! A role: a name that guards ask for.

use std::fmt;

use super::Violation;

/// The greatest number of characters in a role.
pub const ROLE_MAX: usize = 64;

/// A role such as `admin`: a lower-case letter, then lower-case letters, digits, `_` and `-`. Case matters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Role(String);

impl Role {
    /// Reads a role.
    pub fn parse(raw: &str) -> Result<Self, Violation> {
        let mut characters = raw.chars();
        match characters.next() {
            None => return Err(Violation::Required),
            Some(first) if !first.is_ascii_lowercase() => return Err(Violation::BadCharacters),
            Some(_) => {}
        }
        if !characters.all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '_' | '-')) {
            return Err(Violation::BadCharacters);
        }
        if raw.len() > ROLE_MAX {
            return Err(Violation::TooLong { max: ROLE_MAX });
        }
        Ok(Self(raw.to_owned()))
    }

    /// The role's name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_is_a_lower_case_word() {
        for bad in ["", "Admin", "1st", "a b", "-x", "rôle"] {
            assert!(Role::parse(bad).is_err(), "{bad:?}");
        }
        for good in ["admin", "a", "team-lead_2"] {
            assert_eq!(Role::parse(good).unwrap().as_str(), good);
        }
    }
}
