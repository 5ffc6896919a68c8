//! What became of posted forms, for those who press a button twice.

use async_trait::async_trait;
use chrono::{DateTime, Utc};

use super::PortError;

/// A form that one browser posted: where its outcome is kept, and which form exactly it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PostedForm {
    /// The place of the browser or session: each has one, and the form posted last takes it.
    pub slot: [u8; 32],
    /// The digest of what was posted.
    pub work: [u8; 32],
}

/// The result of claiming a posted form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Claim {
    /// It is the first to come: the caller does the work, and must [keep](Outcomes::keep) the outcome or
    /// [release](Outcomes::release) the form.
    First,
    /// Another request does the work.
    UnderWay,
    /// The work is done, with this outcome.
    Done(Vec<u8>),
}

/// Keeps the outcomes of posted forms for a short while. Claiming is atomic: of many callers at once with one form
/// exactly one is the first, on however many nodes share the outcomes.
///
/// Outcomes are sealed by those who hand them over: a reader of what is kept learns nothing and can present nothing.
#[async_trait]
pub trait Outcomes: Send + Sync {
    /// Claims a form until `until`. Another form in the same slot, and a claim or an outcome whose time is over at
    /// `now`, give way.
    async fn claim(
        &self,
        form: &PostedForm,
        now: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> Result<Claim, PortError>;

    /// Returns the outcome of a form, if it is kept at `now`. It changes nothing.
    async fn find(&self, form: &PostedForm, now: DateTime<Utc>) -> Result<Option<Vec<u8>>, PortError>;

    /// Keeps the outcome of a form until `until`, if the form still has its slot.
    async fn keep(&self, form: &PostedForm, outcome: Vec<u8>, until: DateTime<Utc>) -> Result<(), PortError>;

    /// Gives a form back, if it still has its slot: the next who posts it is the first.
    async fn release(&self, form: &PostedForm) -> Result<(), PortError>;
}
