//! How much is asked for: a whole run, or a quick one.

use std::time::Duration;

/// How long rounds are, and how many of them there are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Extent {
    Whole,
    Quick,
}

impl Extent {
    pub(crate) const fn rounds(self) -> usize {
        match self {
            Self::Whole => 5,
            Self::Quick => 3,
        }
    }

    /// How long pages are asked for in one round.
    pub(crate) const fn round(self) -> Duration {
        match self {
            Self::Whole => Duration::from_secs(3),
            Self::Quick => Duration::from_secs(1),
        }
    }

    /// How many people sign in in one round.
    pub(crate) const fn sign_ins(self) -> usize {
        match self {
            Self::Whole => 200,
            Self::Quick => 60,
        }
    }

    /// How many people register in one round.
    pub(crate) const fn journeys(self) -> usize {
        match self {
            Self::Whole => 30,
            Self::Quick => 10,
        }
    }
}
