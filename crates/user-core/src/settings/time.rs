//! How lengths of time are written in settings: `48h`, `30m`, `90days`. Read as humantime does; written without months
//! and years, whose length nobody would guess.

use std::time::Duration;

use humantime_serde::re::humantime::format_duration;
use serde::{Deserializer, Serializer};

const DAY: u64 = 24 * 60 * 60;

pub(crate) fn serialize<S: Serializer>(time: &Duration, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&written(*time))
}

pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Duration, D::Error> {
    humantime_serde::deserialize(deserializer)
}

fn written(time: Duration) -> String {
    let (days, rest) = (time.as_secs() / DAY, Duration::new(time.as_secs() % DAY, time.subsec_nanos()));
    match (days, rest.is_zero()) {
        (0, _) => format_duration(rest).to_string(),
        (1, true) => "1day".to_owned(),
        (_, true) => format!("{days}days"),
        (1, false) => format!("1day {}", format_duration(rest)),
        (_, false) => format!("{days}days {}", format_duration(rest)),
    }
}

#[cfg(test)]
mod tests {
    use humantime_serde::re::humantime::parse_duration;

    use super::*;

    #[test]
    fn a_time_is_written_as_people_would_and_read_again() {
        for (seconds, text) in [
            (0, "0s"),
            (90, "1m 30s"),
            (48 * 3_600, "2days"),
            (DAY, "1day"),
            (90 * DAY, "90days"),
            (366 * DAY + 61, "366days 1m 1s"),
            (DAY + 3_600, "1day 1h"),
        ] {
            let time = Duration::from_secs(seconds);
            assert_eq!(written(time), text);
            assert_eq!(parse_duration(text).unwrap(), time);
        }
        assert_eq!(written(Duration::from_millis(1_500)), "1s 500ms");
    }
}
