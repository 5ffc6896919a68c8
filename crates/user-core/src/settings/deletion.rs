//! What stays of a deleted user.

use serde::{Deserialize, Serialize};

use crate::domain::KeptEvents;

/// What stays of a deleted user.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Deletion {
    /// What stays of the events about them: `all`, `without_address` or `none`. Default: `without_address`.
    pub events: KeptEvents,
}
