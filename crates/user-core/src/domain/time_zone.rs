//! A time zone, by its name in the IANA database.

use std::fmt;

use chrono::{DateTime, NaiveDate, Offset, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::Violation;

/// A time zone such as `Europe/Amsterdam`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "&'static str")]
pub struct TimeZone(Tz);

impl TimeZone {
    /// Coordinated universal time: what is shown to a user who chose no zone.
    pub const UTC: Self = Self(Tz::UTC);

    /// Reads the name of a zone, exactly as the IANA database writes it.
    pub fn parse(raw: &str) -> Result<Self, Violation> {
        match raw.trim() {
            "" => Err(Violation::Required),
            name => name.parse().map(Self).map_err(|_| Violation::Malformed),
        }
    }

    /// The name of the zone.
    pub fn name(self) -> &'static str {
        self.0.name()
    }

    /// Every zone, in order of name: cities and `UTC`, without the abbreviations and legacy names of the database.
    pub fn all() -> impl Iterator<Item = Self> {
        let usual = |zone: &&Tz| {
            let name = zone.name();
            name == "UTC" || (name.contains('/') && !name.starts_with("Etc/") && !name.starts_with("US/"))
        };
        chrono_tz::TZ_VARIANTS.iter().filter(usual).copied().map(Self)
    }

    /// How far the clocks of this zone are ahead at that moment: `+1`, `-3:30`, or `+0`.
    pub fn offset(self, at: DateTime<Utc>) -> String {
        let minutes = at.with_timezone(&self.0).offset().fix().local_minus_utc() / 60;
        let sign = if minutes < 0 { '-' } else { '+' };
        match (minutes.abs() / 60, minutes.abs() % 60) {
            (hours, 0) => format!("{sign}{hours}"),
            (hours, minutes) => format!("{sign}{hours}:{minutes:02}"),
        }
    }

    /// The moment as clocks in this zone show it: `2026-11-22 21:15 CET`.
    pub fn readable(self, at: DateTime<Utc>) -> String {
        at.with_timezone(&self.0).format("%Y-%m-%d %H:%M %Z").to_string()
    }

    /// The day that calendars in this zone show at that moment.
    pub fn day(self, at: DateTime<Utc>) -> NaiveDate {
        at.with_timezone(&self.0).date_naive()
    }
}

impl TryFrom<String> for TimeZone {
    type Error = String;

    fn try_from(raw: String) -> Result<Self, Self::Error> {
        Self::parse(&raw).map_err(|_| format!("`{raw}` is not a time zone such as `Europe/Amsterdam`"))
    }
}

impl From<TimeZone> for &'static str {
    fn from(zone: TimeZone) -> Self {
        zone.name()
    }
}

impl fmt::Display for TimeZone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl fmt::Debug for TimeZone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "TimeZone({})", self.name())
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeZone as _;

    use super::*;

    #[test]
    fn a_name_that_is_none_is_refused() {
        assert_eq!(TimeZone::parse(" "), Err(Violation::Required));
        for raw in ["Europe/Atlantis", "europe/amsterdam", "+01:00", "Europe/Amsterdam; x"] {
            assert_eq!(TimeZone::parse(raw), Err(Violation::Malformed), "{raw}");
        }
    }

    #[test]
    fn a_zone_shows_its_own_time() {
        let at = Utc.with_ymd_and_hms(2026, 7, 1, 12, 0, 0).unwrap();

        assert_eq!(TimeZone::parse("Europe/Amsterdam").unwrap().readable(at), "2026-07-01 14:00 CEST");
        assert_eq!(TimeZone::UTC.readable(at), "2026-07-01 12:00 UTC");
        let late = Utc.with_ymd_and_hms(2026, 7, 1, 23, 0, 0).unwrap();
        assert_eq!(TimeZone::parse("Europe/Amsterdam").unwrap().day(late).to_string(), "2026-07-02");
        assert_eq!(TimeZone::UTC.day(late).to_string(), "2026-07-01");
        let ahead = |zone: &str| TimeZone::parse(zone).unwrap().offset(at);
        assert_eq!(ahead("Europe/Amsterdam"), "+2");
        assert_eq!((ahead("UTC").as_str(), ahead("America/St_Johns").as_str()), ("+0", "-2:30"));
    }

    #[test]
    fn every_zone_offered_can_be_read_back() {
        assert!(TimeZone::all().count() > 400);
        for zone in TimeZone::all() {
            assert_eq!(TimeZone::parse(zone.name()), Ok(zone));
        }
    }
}
