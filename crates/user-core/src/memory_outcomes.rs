//! The outcomes of posted forms in memory: for one process.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use async_trait::async_trait;
use chrono::{DateTime, Utc};

use crate::ports::{Claim, Outcomes, PortError, PostedForm};

/// More slots than this are never kept at once. To make room those go that have an outcome, and whose time is over
/// soonest. A form under way is never evicted: its second post would be done, too. While all are under way, a newcomer
/// is done and not kept.
const SLOTS_MAX: usize = 20_000;

struct Slot {
    work: [u8; 32],
    outcome: Option<Vec<u8>>,
    until: DateTime<Utc>,
}

/// Keeps the outcomes of posted forms in the memory of this process. Several nodes behind one address need shared ones
/// instead, or the second of two posts may meet a node that knows nothing of the first.
#[derive(Default)]
pub struct MemoryOutcomes {
    slots: Mutex<HashMap<[u8; 32], Slot>>,
}

impl MemoryOutcomes {
    /// None yet.
    pub fn new() -> Self {
        Self::default()
    }

    fn slots(&self) -> MutexGuard<'_, HashMap<[u8; 32], Slot>> {
        self.slots.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl std::fmt::Debug for MemoryOutcomes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("MemoryOutcomes")
    }
}

#[async_trait]
impl Outcomes for MemoryOutcomes {
    async fn claim(
        &self,
        form: &PostedForm,
        now: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> Result<Claim, PortError> {
        let mut slots = self.slots();
        if let Some(slot) = slots.get(&form.slot).filter(|slot| slot.work == form.work && slot.until > now) {
            return Ok(slot.outcome.clone().map_or(Claim::UnderWay, Claim::Done));
        }
        if slots.contains_key(&form.slot) || has_room(&mut slots, now) {
            slots.insert(form.slot, Slot { work: form.work, outcome: None, until });
        }
        Ok(Claim::First)
    }

    async fn find(&self, form: &PostedForm, now: DateTime<Utc>) -> Result<Option<Vec<u8>>, PortError> {
        let slots = self.slots();
        let slot = slots.get(&form.slot).filter(|slot| slot.work == form.work && slot.until > now);
        Ok(slot.and_then(|slot| slot.outcome.clone()))
    }

    async fn keep(&self, form: &PostedForm, outcome: Vec<u8>, until: DateTime<Utc>) -> Result<(), PortError> {
        if let Some(slot) = self.slots().get_mut(&form.slot).filter(|slot| slot.work == form.work) {
            (slot.outcome, slot.until) = (Some(outcome), until);
        }
        Ok(())
    }

    async fn release(&self, form: &PostedForm) -> Result<(), PortError> {
        let mut slots = self.slots();
        if slots.get(&form.slot).is_some_and(|slot| slot.work == form.work) {
            slots.remove(&form.slot);
        }
        Ok(())
    }
}

/// Whether there is room for one more slot, made where that is needed.
fn has_room(slots: &mut HashMap<[u8; 32], Slot>, now: DateTime<Utc>) -> bool {
    if slots.len() < SLOTS_MAX {
        return true;
    }
    slots.retain(|_, slot| slot.until > now);
    let done = slots.values().filter(|slot| slot.outcome.is_some());
    let mut ends: Vec<_> = done.map(|slot| slot.until).collect();
    if slots.len() >= SLOTS_MAX && !ends.is_empty() {
        let half = ends.len() / 2;
        let (_, middle, _) = ends.select_nth_unstable(half);
        let middle = *middle;
        slots.retain(|_, slot| slot.outcome.is_none() || slot.until > middle);
    }
    slots.len() < SLOTS_MAX
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;

    fn form(slot: u8, work: u8) -> PostedForm {
        PostedForm { slot: [slot; 32], work: [work; 32] }
    }

    fn at(second: i64) -> DateTime<Utc> {
        DateTime::<Utc>::UNIX_EPOCH + TimeDelta::seconds(second)
    }

    #[tokio::test]
    async fn the_first_claims_and_the_second_finds_its_outcome() {
        let outcomes = MemoryOutcomes::new();

        assert_eq!(outcomes.claim(&form(1, 1), at(0), at(30)).await.unwrap(), Claim::First);
        assert_eq!(outcomes.claim(&form(1, 1), at(1), at(31)).await.unwrap(), Claim::UnderWay);
        assert_eq!(outcomes.find(&form(1, 1), at(1)).await.unwrap(), None);
        outcomes.keep(&form(1, 1), b"done".to_vec(), at(120)).await.unwrap();

        assert_eq!(
            outcomes.claim(&form(1, 1), at(119), at(149)).await.unwrap(),
            Claim::Done(b"done".to_vec())
        );
        assert_eq!(outcomes.find(&form(1, 1), at(119)).await.unwrap(), Some(b"done".to_vec()));
        assert_eq!(outcomes.find(&form(1, 1), at(120)).await.unwrap(), None);
        assert_eq!(outcomes.claim(&form(1, 1), at(120), at(150)).await.unwrap(), Claim::First);
    }

    #[tokio::test]
    async fn another_form_takes_the_slot_and_the_earlier_one_is_forgotten() {
        let outcomes = MemoryOutcomes::new();
        outcomes.claim(&form(1, 1), at(0), at(30)).await.unwrap();

        assert_eq!(outcomes.claim(&form(1, 2), at(1), at(31)).await.unwrap(), Claim::First);
        outcomes.keep(&form(1, 1), b"late".to_vec(), at(120)).await.unwrap();
        outcomes.release(&form(1, 1)).await.unwrap();

        assert_eq!(outcomes.claim(&form(1, 2), at(2), at(32)).await.unwrap(), Claim::UnderWay);
        assert_eq!(outcomes.claim(&form(2, 1), at(2), at(32)).await.unwrap(), Claim::First);
    }

    #[tokio::test]
    async fn a_form_that_was_given_back_or_left_lying_is_done_by_the_next() {
        let outcomes = MemoryOutcomes::new();
        outcomes.claim(&form(1, 1), at(0), at(30)).await.unwrap();
        outcomes.release(&form(1, 1)).await.unwrap();

        assert_eq!(outcomes.claim(&form(1, 1), at(1), at(31)).await.unwrap(), Claim::First);
        assert_eq!(outcomes.claim(&form(1, 1), at(31), at(61)).await.unwrap(), Claim::First);
    }

    #[tokio::test]
    async fn memory_stays_bounded() {
        let outcomes = MemoryOutcomes::new();
        for index in 0..u32::try_from(SLOTS_MAX).unwrap() + 10 {
            let mut form = form(0, 0);
            form.slot[..4].copy_from_slice(&index.to_be_bytes());
            outcomes.claim(&form, at(0), at(30 + i64::from(index))).await.unwrap();
        }

        assert!(outcomes.slots().len() <= SLOTS_MAX);
    }

    #[tokio::test]
    async fn no_form_under_way_is_evicted_by_others() {
        let outcomes = MemoryOutcomes::new();
        outcomes.claim(&form(255, 1), at(0), at(30)).await.unwrap();

        for index in 0..u32::try_from(2 * SLOTS_MAX).unwrap() {
            let mut other = form(0, 0);
            other.slot[..4].copy_from_slice(&index.to_be_bytes());
            outcomes.claim(&other, at(1), at(31)).await.unwrap();
            if index % 2 == 0 {
                outcomes.keep(&other, b"done".to_vec(), at(121)).await.unwrap();
            }
        }

        assert_eq!(outcomes.claim(&form(255, 1), at(2), at(32)).await.unwrap(), Claim::UnderWay);
        assert!(outcomes.slots().len() <= SLOTS_MAX);
    }
}
