//! A throttle that lets everything through.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use user_core::ports::{Limit, PortError, Reservation, Throttle};

/// A [`Throttle`] that grants every attempt and counts none.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoThrottle;

#[async_trait]
impl Throttle for NoThrottle {
    async fn reserve(
        &self,
        _key: &str,
        _limit: &Limit,
        _now: DateTime<Utc>,
    ) -> Result<Reservation, PortError> {
        Ok(Reservation::Granted)
    }

    async fn give_back(&self, _key: &str, _limit: &Limit, _now: DateTime<Utc>) -> Result<(), PortError> {
        Ok(())
    }

    async fn clear(&self, _key: &str) -> Result<(), PortError> {
        Ok(())
    }
}
