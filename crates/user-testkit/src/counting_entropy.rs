//! Randomness that counts.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use user_core::ports::Entropy;

/// An [`Entropy`] that counts: the same in every run, and different at every call that asks for eight bytes or more.
///
/// The count stands at the end, most significant byte first, so ids made one after the other are in that order.
/// Clones go on with the same count.
#[derive(Clone, Debug, Default)]
pub struct CountingEntropy {
    calls: Arc<AtomicU64>,
}

impl CountingEntropy {
    /// A count that starts at one.
    pub fn new() -> Self {
        Self::default()
    }
}

impl Entropy for CountingEntropy {
    fn fill(&self, bytes: &mut [u8]) {
        let count = self.calls.fetch_add(1, Ordering::SeqCst) + 1;
        bytes.fill(0);
        for (byte, digit) in bytes.iter_mut().rev().zip(count.to_le_bytes()) {
            *byte = digit;
        }
    }
}

#[cfg(test)]
mod tests {
    use user_core::domain::UserId;

    use super::*;
    use crate::FixedClock;

    #[test]
    fn every_call_differs_and_every_run_is_the_same() {
        let (one, other) = (CountingEntropy::new(), CountingEntropy::new());
        let draw = |entropy: &CountingEntropy| {
            let mut bytes = [7; 10];
            entropy.fill(&mut bytes);
            bytes
        };

        let (first, second) = (draw(&one), draw(&one));

        assert_eq!(first, [0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
        assert_ne!(first, second);
        assert_eq!(draw(&other), first);
    }

    #[test]
    fn ids_of_one_moment_are_in_the_order_they_were_made() {
        let (clock, entropy) = (FixedClock::default(), CountingEntropy::new());
        let ids: Vec<UserId> = (0..1_000).map(|_| UserId::fresh(&clock, &entropy)).collect();

        assert!(ids.is_sorted_by(|one, next| one < next));
    }
}
