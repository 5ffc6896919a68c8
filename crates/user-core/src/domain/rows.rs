//! How values are written into rows that serde makes: bytes as base64 (RFC 4648 §4), for nothing prints them otherwise.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use zeroize::Zeroizing;

use super::{BrowserDigest, ChallengeData, CredentialSecret};

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
