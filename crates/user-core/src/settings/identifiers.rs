//! What people sign in with.

use serde::{Deserialize, Serialize};

/// What a user is known by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Identifiers {
    /// A username and nothing else: no address is asked for, and so nothing is mailed.
    Username,
    /// An email address and nothing else. The only choice under which registering tells a stranger nothing.
    Email,
    /// Both; one box on the sign-in page takes either.
    #[default]
    UsernameAndEmail,
}

impl Identifiers {
    /// Whether users have a username.
    pub const fn username(self) -> bool {
        matches!(self, Self::Username | Self::UsernameAndEmail)
    }

    /// Whether users have an address.
    pub const fn email(self) -> bool {
        matches!(self, Self::Email | Self::UsernameAndEmail)
    }
}
