//! How much there is to do, and how long that takes here.

use std::time::Duration;

/// An amount of work, measured as Argon2 has it: one unit is one pass over one KiB of memory.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Work(u64);

impl Work {
    /// As much as an Argon2 hash of `memory_kib` and `passes`. For another scheme: the Argon2 that would take as long.
    pub const fn of_argon2(memory_kib: u32, passes: u32) -> Self {
        Self(memory_kib as u64 * passes as u64)
    }

    pub(crate) const fn units(units: u64) -> Self {
        Self(units)
    }

    pub(crate) const fn plus(self, more: Self) -> Self {
        Self(self.0.saturating_add(more.0))
    }

    pub(crate) const fn minus(self, less: Self) -> Self {
        Self(self.0.saturating_sub(less.0))
    }
}

/// How fast this machine is: a moving average over what was measured.
#[derive(Debug, Default)]
pub(crate) struct Pace {
    picoseconds_per_unit: Option<u64>,
}

impl Pace {
    /// Before anything was measured: 20 ms for 19 MiB in two passes.
    const ASSUMED: u64 = 514_000;
    /// How many measurements it takes to forget an old one.
    const WINDOW: u64 = 8;

    /// How long `work` takes one thread.
    pub(crate) fn time_for(&self, work: Work) -> Duration {
        let pace = self.picoseconds_per_unit.unwrap_or(Self::ASSUMED);
        Duration::from_nanos(work.0.saturating_mul(pace) / 1_000)
    }

    /// Learns that `work` took `elapsed`.
    pub(crate) fn learn(&mut self, work: Work, elapsed: Duration) {
        let picoseconds = u64::try_from(elapsed.as_nanos()).unwrap_or(u64::MAX).saturating_mul(1_000);
        let measured = picoseconds / work.0.max(1);
        self.picoseconds_per_unit = Some(match self.picoseconds_per_unit {
            None => measured,
            Some(before) => before.saturating_mul(Self::WINDOW - 1).saturating_add(measured) / Self::WINDOW,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const USUAL: Work = Work::of_argon2(19_456, 2);

    #[test]
    fn an_unmeasured_machine_is_taken_for_an_ordinary_one() {
        assert_eq!(Pace::default().time_for(USUAL).as_millis(), 20);
    }

    #[test]
    fn the_first_measurement_counts_in_full_and_later_ones_by_an_eighth() {
        let mut pace = Pace::default();

        pace.learn(USUAL, Duration::from_millis(80));
        assert_eq!(pace.time_for(USUAL).as_micros().div_ceil(1_000), 80);

        pace.learn(USUAL, Duration::from_millis(160));
        assert_eq!(pace.time_for(USUAL).as_micros().div_ceil(1_000), 90);
    }

    #[test]
    fn absurd_numbers_saturate() {
        let mut pace = Pace::default();
        pace.learn(Work::units(0), Duration::MAX);

        assert!(pace.time_for(Work::units(u64::MAX)) > Duration::from_secs(1_000_000));
        assert_eq!(Work::units(1).minus(Work::units(2)), Work::units(0));
    }
}
