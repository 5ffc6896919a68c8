//! The second step of signing in.

use std::time::Duration;

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use serde::{Deserialize, Serialize};

use super::{Settings, SettingsFault};
use crate::domain::User;

/// The second step of signing in, for users who have a second factor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct SecondFactor {
    /// How many steps of thirty seconds before and after this one a time-based code is good: 0 or 1. Each code works once
    /// either way. Default: 1, since clocks differ (RFC 6238 §5.2).
    pub tolerance: u8,
    /// How long a device may be trusted, on which no second step is asked for after the password; nothing for never. At most
    /// a year. Default: never.
    #[serde(with = "super::time")]
    pub trust_device: Duration,
    /// How long an administrator's reset of somebody's second step waits, so that its owner can call it off. Default: 1 day.
    #[serde(with = "super::time")]
    pub reset_delay: Duration,
    /// Users with one of these roles must have a second factor: guards let nobody else of them through. Default: none.
    pub required_for_roles: Vec<String>,
    /// Every user must have a second factor. Default: off.
    pub required_for_everybody: bool,
    /// The day from which on a second factor is required (UTC), for accounts that are older. Default: since ever.
    pub required_from: Option<NaiveDate>,
    /// How long an account may be without the second factor that is required: since it was made, or since
    /// `required_from`. Default: 7 days.
    #[serde(with = "super::time")]
    pub grace: Duration,
}

impl Default for SecondFactor {
    fn default() -> Self {
        Self {
            tolerance: 1,
            trust_device: Duration::ZERO,
            reset_delay: Duration::from_hours(24),
            required_for_roles: Vec::new(),
            required_for_everybody: false,
            required_from: None,
            grace: Duration::from_hours(7 * 24),
        }
    }
}

impl SecondFactor {
    /// Whether anybody must have a second factor.
    pub const fn is_required(&self) -> bool {
        self.required_for_everybody || !self.required_for_roles.is_empty()
    }

    /// From when on this user must have a second factor; `None` where they need not.
    pub fn due_for(&self, user: &User) -> Option<DateTime<Utc>> {
        let is_of_role = self.required_for_roles.iter().any(|role| user.has_role(role));
        let from = self.required_from.map(|day| day.and_time(NaiveTime::MIN).and_utc());
        let since = from.map_or(user.created_at, |from| from.max(user.created_at));
        let due = since.checked_add_signed(chrono::TimeDelta::from_std(self.grace).ok()?)?;
        (self.required_for_everybody || is_of_role).then_some(due)
    }
}

impl Settings {
    /// Where a second factor is set up, if anywhere: a path of the app.
    pub fn second_factor_page(&self) -> Option<String> {
        self.features.totp.then(|| self.paths.whole(&self.paths.authenticator_apps))
    }

    pub(super) fn check_second_factor(&self, faults: &mut Vec<SettingsFault>) {
        let (ours, usual) = (&self.second_factor, SecondFactor::default());
        if ours.tolerance > 1 {
            faults.push(SettingsFault::new("second_factor.tolerance", "must be 0 or 1"));
        }
        for (name, given) in
            [("grace", ours.grace), ("trust_device", ours.trust_device), ("reset_delay", ours.reset_delay)]
        {
            if given > Duration::from_hours(366 * 24) {
                faults.push(SettingsFault::new(format!("second_factor.{name}"), "must be a year at most"));
            }
        }
        let chosen = [
            ("tolerance", ours.tolerance != usual.tolerance, self.features.totp),
            ("trust_device", ours.trust_device != usual.trust_device, self.features.totp),
            ("reset_delay", ours.reset_delay != usual.reset_delay, self.features.totp),
            ("required_for_roles", !ours.required_for_roles.is_empty(), self.features.totp),
            ("required_for_everybody", ours.required_for_everybody, self.features.totp),
            ("required_from", ours.required_from.is_some(), ours.is_required()),
            ("grace", ours.grace != usual.grace, ours.is_required()),
        ];
        for (name, is_chosen, is_on) in chosen {
            if is_chosen && !is_on {
                let problem =
                    "has no effect while what it is for is switched off: remove it, or switch that on";
                faults.push(SettingsFault::new(format!("second_factor.{name}"), problem));
            }
        }
    }
}
