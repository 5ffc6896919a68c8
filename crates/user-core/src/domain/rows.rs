//! How values are written into rows that serde makes: those that are parsed once as their text, which is parsed again
//! when it is read; bytes as base64 (RFC 4648 §4). Nothing else prints a hash or a secret, and this does only for a
//! store.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use zeroize::Zeroizing;

use super::{
    BrowserDigest, ChallengeData, CredentialSecret, EmailAddress, PasswordHash, Role, UserStatus, Username,
};

/// Bytes are written as text, and read by a constructor that says no by `None`.
macro_rules! written_as_base64 {
    ($($name:ident: $bytes:expr, $read:expr;)*) => {
        $(impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let bytes: fn(&Self) -> &[u8] = $bytes;
                serializer.serialize_str(&Zeroizing::new(STANDARD.encode(bytes(self))))
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = Zeroizing::new(String::deserialize(deserializer)?);
                let read: fn(Vec<u8>) -> Option<Self> = $read;
                let bytes = STANDARD.decode(text.as_bytes()).ok();
                bytes.and_then(read).ok_or_else(|| D::Error::custom("not what was written"))
            }
        })*
    };
}

written_as_base64! {
    CredentialSecret: Self::reveal, |bytes| Some(Self::new(bytes));
    ChallengeData: Self::reveal, |bytes| Some(Self::new(bytes));
    BrowserDigest: |digest| digest.as_bytes(), |bytes| bytes.try_into().ok().map(Self::from_bytes);
}

/// Values are written as text, and read by a constructor that says no by `None`.
macro_rules! written_as_text {
    ($($name:ident: $text:expr, $read:expr;)*) => {
        $(impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let text: fn(&Self) -> &str = $text;
                serializer.serialize_str(text(self))
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = Zeroizing::new(String::deserialize(deserializer)?);
                let read: fn(&str) -> Option<Self> = $read;
                read(&text).ok_or_else(|| D::Error::custom("not what was written"))
            }
        })*
    };
}

written_as_text! {
    EmailAddress: Self::as_str, |text| Self::parse(text).ok();
    Username: Self::as_str, |text| Self::parse(text).ok();
    Role: Self::as_str, |text| Self::parse(text).ok();
    UserStatus: |status| status.as_str(), Self::parse;
    PasswordHash: Self::reveal, |text| Some(Self::new(text));
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, from_value, json, to_value};

    use super::*;
    use crate::domain::{Credential, Session, Token, User};

    #[test]
    fn what_was_never_written_is_refused() {
        for text in ["", "no address", "a@b@c"] {
            assert!(from_value::<EmailAddress>(text.into()).is_err(), "{text:?}");
        }
        assert!(from_value::<Username>("".into()).is_err() && from_value::<Role>("No Role".into()).is_err());
        assert!(from_value::<UserStatus>("state_of_2030".into()).is_err());
        assert!(from_value::<BrowserDigest>("AAAA".into()).is_err(), "three bytes");
        for odd in ["?", "AAA", "AA=="] {
            assert_eq!(from_value::<CredentialSecret>(odd.into()).is_ok(), odd == "AA==", "{odd}");
        }
        for other in [Value::Null, json!(1), json!([1, 2])] {
            assert!(from_value::<CredentialSecret>(other.clone()).is_err());
            assert!(from_value::<PasswordHash>(other).is_err());
        }
    }

    #[test]
    fn a_field_that_this_program_does_not_know_is_refused_and_not_lost() {
        let row = json!({ "field_of_2030": 1 });

        let said = [
            from_value::<User>(row.clone()).unwrap_err().to_string(),
            from_value::<Token>(row.clone()).unwrap_err().to_string(),
            from_value::<Session>(row.clone()).unwrap_err().to_string(),
            from_value::<Credential>(row).unwrap_err().to_string(),
        ];

        assert!(said.iter().all(|said| said.contains("unknown field")), "{said:?}");
    }

    #[test]
    fn values_are_written_as_their_text_and_bytes_as_base64() {
        let address = EmailAddress::parse("Ada@Example.com").unwrap();

        assert_eq!(to_value(&address).unwrap(), address.as_str());
        assert_eq!(to_value(UserStatus::Active).unwrap(), "active");
        assert_eq!(to_value(PasswordHash::new("$x$")).unwrap(), "$x$");
        assert_eq!(to_value(CredentialSecret::new(*b"\0\xff")).unwrap(), "AP8=");
        assert_eq!(to_value(ChallengeData::none()).unwrap(), "");
        let browser = BrowserDigest::from_bytes([0; 32]);
        assert_eq!(from_value::<BrowserDigest>(to_value(browser).unwrap()).unwrap(), browser);
    }
}
