//! Identifiers. Rows that people never present carry a time-ordered UUID (RFC 9562, version 7); tokens and
//! sessions carry 128 random bits, because their ids travel inside links and cookies.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::ports::{Clock, Entropy};

macro_rules! id {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Uuid);

        impl $name {
            /// The id with these sixteen bytes, as a store reads it back.
            pub const fn from_bytes(bytes: [u8; 16]) -> Self {
                Self(Uuid::from_bytes(bytes))
            }

            /// The sixteen bytes of the id, in network order.
            pub const fn as_bytes(&self) -> &[u8; 16] {
                self.0.as_bytes()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    };
}

macro_rules! time_ordered {
    ($($name:ident),*) => {
        $(impl $name {
            /// A fresh id: milliseconds since 1970, then 74 random bits.
            pub fn fresh(clock: &dyn Clock, entropy: &dyn Entropy) -> Self {
                let mut random = [0; 10];
                entropy.fill(&mut random);
                let millis = u64::try_from(clock.now().timestamp_millis()).unwrap_or(0);
                Self(uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid())
            }
        })*
    };
}

macro_rules! random {
    ($($name:ident),*) => {
        $(impl $name {
            /// A fresh id of 128 random bits.
            pub fn fresh(entropy: &dyn Entropy) -> Self {
                let mut random = [0; 16];
                entropy.fill(&mut random);
                Self::from_bytes(random)
            }
        })*
    };
}

id!(
    /// A user, for life: usernames and addresses may change, this never does.
    UserId
);
id!(
    /// One email address of one user.
    EmailId
);
id!(
    /// A mail in the outbox.
    MailId
);
id!(
    /// One recorded event.
    EventId
);
id!(
    /// A single-use token: what a mailed link stands for.
    TokenId
);
id!(
    /// A credential: one more thing by which a user is recognised.
    CredentialId
);
id!(
    /// A challenge: one step of proving who somebody is, while it is under way.
    ChallengeId
);
id!(
    /// An invitation: what a mailed invitation stands for.
    InvitationId
);
id!(
    /// A picture of a user; another picture has another one.
    PictureId
);
id!(
    /// A session: one browser in which somebody is signed in.
    SessionId
);

/// Numbers below this sort before every id that is made here: as a time they lie before 2004.
const EARLY: u64 = 1 << 40;

impl UserId {
    /// The id of a user who comes from another program: the same for the same `source` and `external_id`, whenever it
    /// is asked for (RFC 9562, version 8). Where those ids are numbers, users keep their order, and come before all
    /// others.
    pub fn imported(source: &str, external_id: &str) -> Self {
        let number = external_id.parse::<u64>().ok().filter(|number| *number < EARLY).unwrap_or(0);
        let length = u64::try_from(source.len()).unwrap_or(u64::MAX);
        let hashed = Sha256::new()
            .chain_update(length.to_be_bytes())
            .chain_update(source)
            .chain_update(external_id)
            .finalize();
        let [_, _, order @ ..] = number.to_be_bytes();
        let mut bytes = [0; 16];
        for (byte, from) in bytes.iter_mut().zip(order.into_iter().chain(hashed)) {
            *byte = from;
        }
        Self(uuid::Builder::from_custom_bytes(bytes).into_uuid())
    }
}

time_ordered!(UserId, EmailId, MailId, EventId, CredentialId);
random!(TokenId, SessionId, InvitationId, PictureId, ChallengeId);
