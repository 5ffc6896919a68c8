//! Why a value was refused: codes with arguments, never words.

use std::fmt;

use chrono::NaiveDate;
use serde::ser::SerializeMap;
use serde::{Deserialize, Serialize, Serializer};
use serde_json::{Number, Value};

use super::{Field, PasswordStrength};

/// Why one value was refused. What is serialised can be read again; a code of the app's own cannot be serialised.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Violation {
    /// Nothing was typed.
    Required,
    /// Fewer than `min` characters.
    TooShort {
        /// The least number of characters.
        min: usize,
    },
    /// More than `max` characters (bytes, for a password).
    TooLong {
        /// The greatest number of characters.
        max: usize,
    },
    /// A number below the least one.
    TooSmall {
        /// The least number.
        min: Number,
    },
    /// A number above the greatest one, or a file of more megabytes.
    TooLarge {
        /// The greatest number.
        max: Number,
    },
    /// A picture with sides of more pixels.
    TooManyPixels {
        /// The greatest number.
        max: u32,
    },
    /// A date before the earliest one.
    TooEarly {
        /// The earliest date.
        min: NaiveDate,
    },
    /// A date after the latest one.
    TooLate {
        /// The latest date.
        max: NaiveDate,
    },
    /// A character that is not allowed here.
    BadCharacters,
    /// Not of the right form.
    Malformed,
    /// An address with letters beyond ASCII before the `@`, to which this site can send no mail (SMTPUTF8, RFC 6531).
    NotAscii,
    /// Not a number.
    MalformedNumber,
    /// Not a whole number.
    MalformedWholeNumber,
    /// Not a date such as `2001-12-31`.
    MalformedDate,
    /// None of the values that can be chosen.
    NotAChoice,
    /// A name kept back for the site.
    Reserved,
    /// In use by somebody else, or on the list already.
    Taken,
    /// What it is already.
    Same,
    /// The limit has been reached.
    TooMany {
        /// The greatest number.
        max: usize,
    },
    /// A password that is among the first ones guessed.
    TooCommon,
    /// A password made of the username, the address or the name of the site.
    MadeOfIdentity,
    /// A password without an upper-case letter, a lower-case letter or a digit, where the policy asks for them.
    TooSimple,
    /// Two fields that must be equal differ.
    Mismatch,
    /// Not the current password, no code of the account, or not its name.
    Wrong,
    /// A code that was used already.
    Used,
    /// Identifier and password, or recovery code, do not belong together; says nothing about which of them is wrong.
    BadCredentials,
    /// Address and password do not belong together, or the address is not confirmed yet; says nothing about which.
    BadCredentialsOrUnconfirmed,
    /// The form was open for too long, or was opened in another session: send it once more.
    Expired,
    /// The browser sent no cookie along, without which no form is believed.
    NoCookies,
    /// The form was filled in by another user than the one who is signed in now: nothing of it was kept.
    OtherAccount {
        /// Who is signed in now.
        name: String,
    },
    /// Somebody, perhaps the same person in another window, changed this after the form was shown.
    ChangedMeanwhile,
    /// There were too many attempts: it can be sent again in so many seconds.
    Throttled {
        /// Whole seconds.
        seconds: u64,
    },
    /// No address of the account is confirmed yet.
    Unconfirmed,
    /// The account is disabled.
    Disabled,
    /// A role that this user may not give to others.
    NotYoursToGive,
    /// Refused by the app's own rule, under the app's own code.
    #[serde(skip)]
    Custom(#[serde(skip)] &'static str),
}

impl Violation {
    /// Second half of the code, such as `too_short`.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Required => "required",
            Self::TooShort { .. } => "too_short",
            Self::TooLong { .. } => "too_long",
            Self::TooSmall { .. } => "too_small",
            Self::TooLarge { .. } => "too_large",
            Self::TooManyPixels { .. } => "too_many_pixels",
            Self::TooEarly { .. } => "too_early",
            Self::TooLate { .. } => "too_late",
            Self::BadCharacters => "bad_characters",
            Self::Malformed => "malformed",
            Self::NotAscii => "not_ascii",
            Self::MalformedNumber => "malformed_number",
            Self::MalformedWholeNumber => "malformed_whole_number",
            Self::MalformedDate => "malformed_date",
            Self::NotAChoice => "not_a_choice",
            Self::Reserved => "reserved",
            Self::Taken => "taken",
            Self::Same => "same",
            Self::TooMany { .. } => "too_many",
            Self::TooCommon => "too_common",
            Self::MadeOfIdentity => "made_of_identity",
            Self::TooSimple => "too_simple",
            Self::Mismatch => "mismatch",
            Self::Wrong => "wrong",
            Self::Used => "used",
            Self::BadCredentials => "bad_credentials",
            Self::BadCredentialsOrUnconfirmed => "bad_credentials_or_unconfirmed",
            Self::Expired => "expired",
            Self::NoCookies => "no_cookies",
            Self::OtherAccount { .. } => "other_account",
            Self::ChangedMeanwhile => "changed_meanwhile",
            Self::Throttled { .. } => "throttled",
            Self::Unconfirmed => "unconfirmed",
            Self::Disabled => "disabled",
            Self::NotYoursToGive => "not_yours_to_give",
            Self::Custom(code) => code,
        }
    }

    /// The argument of the message, if it takes one: its name and value.
    pub fn argument(&self) -> Option<(&'static str, Value)> {
        match self {
            Self::TooShort { min } => Some(("min", (*min).into())),
            Self::TooLong { max } | Self::TooMany { max } => Some(("max", (*max).into())),
            Self::TooSmall { min } => Some(("min", min.clone().into())),
            Self::TooLarge { max } => Some(("max", max.clone().into())),
            Self::TooManyPixels { max } => Some(("max", (*max).into())),
            Self::Throttled { seconds } => Some(("seconds", (*seconds).into())),
            Self::TooEarly { min } => Some(("min", min.to_string().into())),
            Self::OtherAccount { name } => Some(("name", name.as_str().into())),
            Self::TooLate { max } => Some(("max", max.to_string().into())),
            _ => None,
        }
    }
}

/// One refused value: its field and why. Its code reads `username.taken`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldViolation {
    /// The field that was refused.
    pub field: Field,
    /// Why.
    pub violation: Violation,
}

impl FieldViolation {
    /// The stable code: subject, dot, reason.
    pub fn code(&self) -> String {
        format!("{}.{}", self.field.subject(), self.violation.name())
    }
}

impl Serialize for FieldViolation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("field", self.field.name())?;
        map.serialize_entry("code", &self.code())?;
        if let Some((name, value)) = self.violation.argument() {
            map.serialize_entry(name, &value)?;
        }
        map.end()
    }
}

/// Everything wrong with one form, in the order of its fields.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Violations {
    found: Vec<FieldViolation>,
    /// What the meter beside a new password shows: it was judged along with the form.
    #[serde(skip)]
    strength: Option<PasswordStrength>,
}

impl Violations {
    /// No violation yet.
    pub const fn none() -> Self {
        Self { found: Vec::new(), strength: None }
    }

    /// Exactly one violation.
    pub fn one(field: Field, violation: Violation) -> Self {
        Self { found: vec![FieldViolation { field, violation }], strength: None }
    }

    /// Adds one violation.
    pub fn add(&mut self, field: Field, violation: Violation) {
        self.found.push(FieldViolation { field, violation });
    }

    /// Keeps the violation of a failed parse and goes on; gives the value of a good one.
    pub fn collect<T>(&mut self, field: Field, parsed: Result<T, Violation>) -> Option<T> {
        parsed.map_err(|violation| self.add(field, violation)).ok()
    }

    /// Keeps all violations of what was refused and goes on; gives the value of what was good.
    pub fn collect_all<T>(&mut self, parsed: Result<T, Self>) -> Option<T> {
        parsed.map_err(|refused| self.found.extend(refused.found)).ok()
    }

    /// Keeps how strong the new password of the form is.
    pub(crate) fn judged(&mut self, strength: Option<PasswordStrength>) {
        self.strength = strength;
    }

    /// How strong the new password of a refused form is, where the policy judges that.
    pub const fn strength(&self) -> Option<PasswordStrength> {
        self.strength
    }

    /// Writes them down, for [`remembered`](Self::remembered); `None` where one has a code of the app's own.
    pub fn remember(&self) -> Option<String> {
        let found = self.found.iter().map(|found| (found.field.name().to_owned(), found.violation.clone()));
        serde_json::to_string(&(found.collect::<Vec<_>>(), self.strength.map(PasswordStrength::score))).ok()
    }

    /// Reads what [`remember`](Self::remember) wrote.
    pub fn remembered(text: &str) -> Option<Self> {
        let (found, score): (Vec<(String, Violation)>, Option<u8>) = serde_json::from_str(text).ok()?;
        let found =
            found.into_iter().map(|(name, violation)| FieldViolation { field: Field::of(&name), violation });
        let strength = PasswordStrength::ALL.into_iter().find(|strength| Some(strength.score()) == score);
        Some(Self { found: found.collect(), strength })
    }

    /// Whether nothing was refused.
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// The violations, in the order they were found.
    pub fn iter(&self) -> std::slice::Iter<'_, FieldViolation> {
        self.found.iter()
    }

    /// The violations of one field.
    pub fn of(&self, field: Field) -> impl Iterator<Item = &Violation> {
        self.found.iter().filter(move |found| found.field == field).map(|found| &found.violation)
    }

    /// The codes, for assertions and logs.
    pub fn codes(&self) -> Vec<String> {
        self.found.iter().map(FieldViolation::code).collect()
    }
}

impl<'a> IntoIterator for &'a Violations {
    type Item = &'a FieldViolation;
    type IntoIter = std::slice::Iter<'a, FieldViolation>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl fmt::Display for Violations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.codes().join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_refused_is_remembered_as_it_was() {
        let mut all = Violations::one(Field::Username, Violation::TooShort { min: 3 });
        all.add(Field::declared("born"), Violation::TooLate { max: NaiveDate::default() });
        all.add(Field::NewPassword, Violation::TooCommon);
        all.judged(Some(PasswordStrength::Weak));

        let remembered = all.remember().and_then(|text| Violations::remembered(&text));

        assert_eq!(remembered, Some(all));
    }

    #[test]
    fn a_code_of_the_apps_own_is_not_remembered() {
        assert_eq!(Violations::one(Field::Username, Violation::Custom("rude")).remember(), None);
        assert_eq!(Violations::remembered("nonsense"), None);
    }
}
