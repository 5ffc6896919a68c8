//! How many attempts are free.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::ports::Limit;

/// Limits on attempts. A client is an IPv4 address or an IPv6 network of 64 bits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Throttles {
    /// Proving one account's password from one client. Default: 5, then 2 s doubling to 15 minutes.
    pub account_and_client: Limit,
    /// Proving one account's password from anywhere but a device it has signed in on before.
    /// Default: 50, then 2 s doubling to 1 minute.
    pub account: Limit,
    /// Signing in, registering, asking for mails: from one client, whatever the account. Inviting and giving another
    /// address count for the user, too, wherever they are.
    /// Default: 60, then 1 s doubling to 5 minutes.
    pub client: Limit,
    /// Mails that strangers can cause to one address. Default: 3, then 5 minutes doubling to 1 day.
    pub mail_address: Limit,
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
        }
    }
}

impl Throttles {
    /// Every limit with the name of its setting.
    pub const fn all(&self) -> [(&'static str, Limit); 4] {
        [
            ("account_and_client", self.account_and_client),
            ("account", self.account),
            ("client", self.client),
            ("mail_address", self.mail_address),
        ]
    }
}
