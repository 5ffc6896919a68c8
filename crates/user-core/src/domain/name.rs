//! Open names: what the product knows by a constant, and carries by its name where it does not.

use std::fmt;

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The longest open name, in bytes.
pub const NAME_MAX: usize = 48;

/// The text of an open name: 1 to 48 printable ASCII characters, kept in place and followed by zeros. So it is `Copy`,
/// and its constants are patterns.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Name([u8; NAME_MAX]);

impl Name {
    pub(crate) const fn parse(text: &str) -> Option<Self> {
        let mut bytes = [0; NAME_MAX];
        let Some((front, _)) = bytes.split_at_mut_checked(text.len()) else { return None };
        front.copy_from_slice(text.as_bytes());
        let mut left = text.as_bytes();
        if left.is_empty() {
            return None;
        }
        while let [first, rest @ ..] = left {
            if !first.is_ascii_graphic() {
                return None;
            }
            left = rest;
        }
        Some(Self(bytes))
    }

    /// The name of a constant. What makes the constants also asserts that each of them can be read.
    pub(crate) const fn known(text: &str) -> Self {
        match Self::parse(text) {
            Some(name) => name,
            None => Self([0; NAME_MAX]),
        }
    }

    pub(crate) const fn as_str(&self) -> &str {
        let mut text: &[u8] = &self.0;
        while let [front @ .., 0] = text {
            text = front;
        }
        match str::from_utf8(text) {
            Ok(text) => text,
            Err(_) => "",
        }
    }
}

impl fmt::Debug for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for Name {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Name {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| D::Error::custom("a name is 1 to 48 printable ASCII characters"))
    }
}

/// Declares an open name: a type whose values are names, with a constant for each one that this program knows. A name
/// that it does not know is a value like any other: it is read, compared, stored and shown unchanged.
///
/// ```text
/// open_name! {
///     /// What kind of tea it is.
///     pub struct Tea {
///         /// Picked early.
///         FIRST_FLUSH = "first_flush",
///     }
/// }
/// ```
macro_rules! open_name {
    ($(#[$meta:meta])* pub struct $name:ident { $($(#[$doc:meta])* $constant:ident = $text:literal,)* }) => {
        $(#[$meta])*
        ///
        /// An open name: compared, stored and serialised as its text. A text that is none of the constants is carried
        /// unchanged.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, ::serde::Serialize, ::serde::Deserialize)]
        #[serde(transparent)]
        pub struct $name($crate::domain::Name);

        impl $name {
            $($(#[$doc])* pub const $constant: Self = Self($crate::domain::Name::known($text));)*

            /// Every one that this program knows, in the order of their declaration.
            pub const ALL: &'static [Self] = &[$(Self::$constant),*];

            /// The name with this text, known or not; `None` unless it has 1 to 48 printable ASCII characters.
            pub const fn parse(text: &str) -> Option<Self> {
                match $crate::domain::Name::parse(text) {
                    Some(name) => Some(Self(name)),
                    None => None,
                }
            }

            /// The text, which stores keep.
            pub const fn as_str(&self) -> &str {
                self.0.as_str()
            }

            /// Whether it is one of the constants.
            pub fn is_known(&self) -> bool {
                Self::ALL.contains(self)
            }
        }

        $(const _: () = assert!($crate::domain::Name::parse($text).is_some(), "no name");)*

        impl ::std::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                write!(f, "{}({})", stringify!($name), self.as_str())
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}
pub(crate) use open_name;

#[cfg(test)]
#[expect(unreachable_pub, reason = "names are declared for everybody")]
mod tests {
    use std::collections::BTreeSet;

    open_name! {
        /// What kind of tea it is.
        pub struct Tea {
            /// Picked early.
            FIRST_FLUSH = "first_flush",
            /// Picked late.
            AUTUMNAL = "autumnal",
        }
    }

    #[test]
    fn text_that_is_no_name_is_refused() {
        let long = "x".repeat(49);

        for text in ["", " ", "first flush", "tab\t", "nul\0", "th\u{e9}", &long] {
            assert_eq!(Tea::parse(text), None, "{text:?}");
            assert!(serde_json::from_value::<Tea>(text.into()).is_err(), "{text:?}");
        }
    }

    #[test]
    fn an_unknown_name_is_carried_unchanged() {
        for text in ["tea_of_2030", "acme:oolong", &"x".repeat(48)] {
            let tea = Tea::parse(text).unwrap();

            assert!(!tea.is_known());
            assert_eq!((tea.as_str(), tea.to_string().as_str()), (text, text));
            assert_eq!(serde_json::to_value(tea).unwrap(), text);
            assert_eq!(serde_json::from_value::<Tea>(text.into()).unwrap(), tea);
        }
    }

    #[test]
    fn a_known_name_is_its_constant_and_a_pattern() {
        let told = |tea| match tea {
            Tea::FIRST_FLUSH => "early",
            Tea::AUTUMNAL => "late",
            _ => "unknown",
        };

        assert_eq!(Tea::parse("autumnal"), Some(Tea::AUTUMNAL));
        assert_eq!(Tea::parse("autumnal").map(told), Some("late"));
        assert_eq!(Tea::parse("oolong").map(told), Some("unknown"));
        assert_eq!(told(Tea::FIRST_FLUSH), "early");
        assert_eq!(format!("{:?}", Tea::AUTUMNAL), "Tea(autumnal)");
        assert!(Tea::AUTUMNAL.is_known());
    }

    #[test]
    fn all_known_names_are_listed_once() {
        let listed: BTreeSet<_> = Tea::ALL.iter().map(Tea::as_str).collect();

        assert_eq!(listed, BTreeSet::from(["autumnal", "first_flush"]));
        assert_eq!(Tea::ALL.len(), 2);
    }
}
