//! Which mail a browser asked for: what its page says while the reader waits for it.

use std::time::Duration;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use user_core::seal::Label;

use super::Exchange;
use crate::request::cookies::{Keep, Name};

const SENT: Label = Label::Custom("sent");
/// As long as a mail is waited for.
const KEPT: Duration = Duration::from_hours(1);
/// More than any address has.
const ADDRESS_MAX: usize = 320;
/// Cookies of most addresses are equally long.
const PADDED_TO: usize = 128;

/// What a mail is for that a browser asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SentAbout {
    /// Confirming the address that somebody registered with.
    Registered,
    /// The same, asked for once more.
    Resend,
    /// A new password.
    Reset,
}

/// A mail that a browser asked for. It says what was typed, and nothing of what is known of that.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SentMail {
    /// What it is for.
    pub about: SentAbout,
    /// The address, as it was typed.
    pub address: String,
    /// When it was asked for.
    pub at: DateTime<Utc>,
}

impl Exchange {
    /// Keeps which mail was asked for, for the page that says to look for it. Call it alike whether there is an account with
    /// the address or not.
    pub fn keep_sent(&self, about: SentAbout, address: &str) {
        let address = address.trim().chars().take(ADDRESS_MAX).collect();
        let sent = SentMail { about, address, at: self.users().now() };
        let mut json = serde_json::to_vec(&sent).unwrap_or_default();
        // How long an address is cannot be seen either.
        json.resize(json.len().next_multiple_of(PADDED_TO), b' ');
        self.set(Name::Sent, &self.users().seals().seal(SENT, &json), Keep::For(KEPT));
    }

    /// The mail that this browser asked for last, for an hour.
    pub fn sent(&self) -> Option<SentMail> {
        let sealed = self.cookie(Name::Sent)?;
        serde_json::from_slice(&self.users().seals().open(SENT, sealed)?).ok()
    }
}
