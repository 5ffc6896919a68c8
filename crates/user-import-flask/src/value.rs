//! Values as `SQLAlchemy` writes them, read as text.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};

/// `2014-01-31 12:00:00.000000`: a moment in UTC, as Flask-User writes them, unless an offset says otherwise. A day is
/// its beginning.
pub(crate) fn moment(text: &str) -> Option<DateTime<Utc>> {
    let text = text.trim().replacen('T', " ", 1);
    let with_offset = |format| DateTime::parse_from_str(&text, format).ok().map(|at| at.to_utc());
    let without = NaiveDateTime::parse_from_str(&text, "%Y-%m-%d %H:%M:%S%.f").ok().map(|at| at.and_utc());
    let day = || {
        let day = NaiveDate::parse_from_str(&text, "%Y-%m-%d").ok()?;
        Some(day.and_time(NaiveTime::MIN).and_utc())
    };
    without.or_else(day).or_else(|| with_offset("%Y-%m-%d %H:%M:%S%.f%#z"))
}

/// `1`, `true` or `t`; anything else is not.
pub(crate) fn is_true(text: &str) -> bool {
    matches!(text.trim().to_ascii_lowercase().as_str(), "1" | "true" | "t" | "yes" | "y")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_of_both_databases_are_utc() {
        let cases = [
            "2014-01-31 12:00:00.000000",
            "2014-01-31 12:00:00",
            "2014-01-31T12:00:00",
            "2014-01-31 12:00:00+00",
            "2014-01-31 14:00:00.5+02:00",
        ];

        for case in cases {
            assert_eq!(moment(case).map(|at| at.timestamp()), Some(1_391_169_600), "{case}");
        }
        assert_eq!(moment("2014-01-31").map(|at| at.timestamp()), Some(1_391_126_400));
        assert_eq!(moment("yesterday"), None);
        assert_eq!(moment("infinity"), None);
        assert_eq!(moment("2014-02-30 12:00:00"), None);
        assert_eq!(moment(""), None);
    }

    #[test]
    fn booleans_of_both_databases_are_read() {
        assert!(["1", "true", "t"].into_iter().all(is_true));
        assert!(!["0", "false", "f", ""].into_iter().any(is_true));
    }
}
