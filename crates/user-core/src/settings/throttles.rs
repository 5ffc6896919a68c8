//! How many failures are free.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::ports::Limit;

/// Limits on failures, and on what costs others something. A client is an IPv4 address or an IPv6 network of 64 bits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Throttles {
    /// Wrong passwords for one account from one client, and on one known device.
    /// Default: 5 an hour, then 2 s doubling to 15 minutes.
    pub account_and_client: Limit,
    /// Wrong passwords for one account, and for one name that was typed, from anywhere but a known device.
    /// Default: 50 an hour, then 2 s doubling to 1 minute.
    pub account: Limit,
    /// Wrong passwords from one client, whatever the account; and, counted by themselves, registrations and requests
    /// for mails of one client. Default: 60 in 10 minutes, then 1 s doubling to 5 minutes.
    pub client: Limit,
    /// Mails that strangers can cause to one address. Default: 3 a day, then 5 minutes doubling to 1 day.
    pub mail_address: Limit,
    /// Mails that one user can cause to addresses that they say are theirs. Default: 10 a day, then 5 minutes doubling
    /// to 1 hour.
    pub own_addresses: Limit,
    /// Invitations by one user. Default: 10 a day, then 30 minutes doubling to 2 hours.
    pub invitations: Limit,
}

const fn limit(free: u32, delay: u64, longest: u64, forget: u64) -> Limit {
    Limit {
        free,
        delay: Duration::from_secs(delay),
        longest: Duration::from_secs(longest),
        forget: Duration::from_secs(forget),
    }
}

impl Default for Throttles {
    fn default() -> Self {
        Self {
            account_and_client: limit(5, 2, 900, 3_600),
            account: limit(50, 2, 60, 3_600),
            client: limit(60, 1, 300, 600),
            mail_address: limit(3, 300, 86_400, 86_400),
            own_addresses: limit(10, 300, 3_600, 86_400),
            invitations: limit(10, 1_800, 7_200, 86_400),
        }
    }
}

impl Throttles {
    /// Every limit with the name of its setting.
    pub const fn all(&self) -> [(&'static str, Limit); 6] {
        [
            ("account_and_client", self.account_and_client),
            ("account", self.account),
            ("client", self.client),
            ("mail_address", self.mail_address),
            ("own_addresses", self.own_addresses),
            ("invitations", self.invitations),
        ]
    }
}
