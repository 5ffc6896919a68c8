//! How long things last.

use std::time::Duration;

use serde::{Deserialize, Serialize};

const MINUTE: u64 = 60;
const HOUR: u64 = 60 * MINUTE;
const DAY: u64 = 24 * HOUR;

/// Lifetimes, written like `48h`, `30m` or `7days`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Lifetimes {
    /// A link to confirm an address. Default: 48 hours.
    #[serde(with = "crate::settings::time")]
    pub confirm_email: Duration,
    /// A link to confirm an address that takes the place of another. Default: 24 hours.
    #[serde(with = "crate::settings::time")]
    pub change_email: Duration,
    /// A link to reset a password. Default: 1 hour.
    #[serde(with = "crate::settings::time")]
    pub reset_password: Duration,
    /// A link to take back a change of the primary address. Default: 7 days.
    #[serde(with = "crate::settings::time")]
    pub undo_email_change: Duration,
    /// An invitation. Default: 7 days.
    #[serde(with = "crate::settings::time")]
    pub invitation: Duration,
    /// A session without "remember me", from the last visit on. Default: 12 hours.
    #[serde(with = "crate::settings::time")]
    pub session_idle: Duration,
    /// A session without "remember me", whatever happens. Default: 7 days.
    #[serde(with = "crate::settings::time")]
    pub session: Duration,
    /// A session with "remember me", whatever happens. Default: 30 days.
    #[serde(with = "crate::settings::time")]
    pub remembered_session: Duration,
    /// A session with "remember me", from the last visit on. Default: 14 days.
    #[serde(with = "crate::settings::time")]
    pub remembered_session_idle: Duration,
    /// How often the cookie of a session is replaced. Default: 24 hours.
    #[serde(with = "crate::settings::time")]
    pub session_rotation: Duration,
    /// How long a replaced cookie is still good once the new one was presented, for requests under way. Default: 60
    /// seconds.
    #[serde(with = "crate::settings::time")]
    pub rotation_grace: Duration,
    /// How long after proving the password the pages about the account are shown without proving it again. Default: 12
    /// hours.
    #[serde(with = "crate::settings::time")]
    pub fresh: Duration,
    /// How long after proving the password the ways into the account may be changed without proving it again; never
    /// longer than `fresh`. Default: 15 minutes.
    #[serde(with = "crate::settings::time")]
    pub step_up: Duration,
    /// Recorded events. Default: 90 days.
    #[serde(with = "crate::settings::time")]
    pub events: Duration,
    /// Accounts that were never confirmed, from registration or the last sign-in on: then the purge deletes them, and
    /// their names are free. Default: 7 days.
    #[serde(with = "crate::settings::time")]
    pub pending_users: Duration,
    /// A deleted account, from when its user asked for that: until then they may keep it. Zero deletes it at once. Default:
    /// 14 days.
    #[serde(with = "crate::settings::time")]
    pub deletion: Duration,
    /// An export of what the site keeps about a user, from when it was asked for. Default: 7 days.
    #[serde(with = "crate::settings::time")]
    pub export: Duration,
}

impl Default for Lifetimes {
    fn default() -> Self {
        Self {
            confirm_email: Duration::from_secs(48 * HOUR),
            change_email: Duration::from_secs(DAY),
            reset_password: Duration::from_secs(HOUR),
            undo_email_change: Duration::from_secs(7 * DAY),
            invitation: Duration::from_secs(7 * DAY),
            session_idle: Duration::from_secs(12 * HOUR),
            session: Duration::from_secs(7 * DAY),
            remembered_session: Duration::from_secs(30 * DAY),
            remembered_session_idle: Duration::from_secs(14 * DAY),
            session_rotation: Duration::from_secs(DAY),
            rotation_grace: Duration::from_secs(MINUTE),
            fresh: Duration::from_secs(12 * HOUR),
            step_up: Duration::from_secs(15 * MINUTE),
            events: Duration::from_secs(90 * DAY),
            pending_users: Duration::from_secs(7 * DAY),
            deletion: Duration::from_secs(14 * DAY),
            export: Duration::from_secs(7 * DAY),
        }
    }
}

impl Lifetimes {
    /// Every lifetime with the name of its setting.
    pub fn all(&self) -> [(&'static str, Duration); 17] {
        [
            ("confirm_email", self.confirm_email),
            ("change_email", self.change_email),
            ("reset_password", self.reset_password),
            ("undo_email_change", self.undo_email_change),
            ("invitation", self.invitation),
            ("session_idle", self.session_idle),
            ("session", self.session),
            ("remembered_session", self.remembered_session),
            ("remembered_session_idle", self.remembered_session_idle),
            ("session_rotation", self.session_rotation),
            ("rotation_grace", self.rotation_grace),
            ("fresh", self.fresh),
            ("step_up", self.step_up),
            ("events", self.events),
            ("pending_users", self.pending_users),
            ("deletion", self.deletion),
            ("export", self.export),
        ]
    }
}
