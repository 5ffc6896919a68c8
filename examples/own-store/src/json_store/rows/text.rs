//! Values that are right once they are parsed: written as text, and parsed again when read.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use user_core::domain::{EmailAddress, PasswordHash, Role, UserStatus, Username};

/// A value as text.
pub(super) struct Text<T>(pub(super) T);

/// How a value is written, and read back.
pub(super) trait Written: Sized {
    fn written(&self) -> &str;
    fn read(text: &str) -> Option<Self>;
}

impl<T: Written> Serialize for Text<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.written())
    }
}

impl<'de, T: Written> Deserialize<'de> for Text<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        T::read(&text).map(Self).ok_or_else(|| D::Error::custom("not what was written"))
    }
}

impl Written for EmailAddress {
    fn written(&self) -> &str {
        self.as_str()
    }

    fn read(text: &str) -> Option<Self> {
        Self::parse(text).ok()
    }
}

impl Written for Username {
    fn written(&self) -> &str {
        self.as_str()
    }

    fn read(text: &str) -> Option<Self> {
        Self::parse(text).ok()
    }
}

impl Written for Role {
    fn written(&self) -> &str {
        self.as_str()
    }

    fn read(text: &str) -> Option<Self> {
        Self::parse(text).ok()
    }
}

impl Written for UserStatus {
    fn written(&self) -> &str {
        self.as_str()
    }

    fn read(text: &str) -> Option<Self> {
        Self::parse(text)
    }
}

/// Never printed and not serialised by itself: a store is the one place that has to reveal it.
impl Written for PasswordHash {
    fn written(&self) -> &str {
        self.reveal()
    }

    fn read(text: &str) -> Option<Self> {
        Some(Self::new(text))
    }
}
