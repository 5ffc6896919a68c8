//! How long ago a proof was given in a session.

use std::time::Duration;

use chrono::{DateTime, Utc};

use crate::domain::{Requirement, Unmet};
use crate::kit::Current;
use crate::manager::UserManager;

impl UserManager {
    /// Whether the user proved who they are recently enough to see the pages that change the account.
    pub fn is_fresh(&self, current: &Current) -> bool {
        self.since_proof(current) <= self.settings().lifetimes.fresh
    }

    /// Whether the user proved who they are recently enough to change the ways into the account without a proof on the form:
    /// to add, choose or remove an address, or to give roles with an invitation. A copied cookie alone does not do it.
    pub fn is_stepped_up(&self, current: &Current) -> bool {
        let lifetimes = &self.settings().lifetimes;
        self.since_proof(current) <= lifetimes.step_up.min(lifetimes.fresh)
    }

    fn since_proof(&self, current: &Current) -> Duration {
        let age = |at: DateTime<Utc>| (self.now() - at).to_std().unwrap_or_default();
        current.session.authenticated_at().map_or(Duration::MAX, age)
    }

    /// Asks a requirement of whoever is signed in, if anybody is.
    pub fn authorize(&self, requirement: &Requirement, current: Option<&Current>) -> Result<(), Unmet> {
        requirement.check(current.map(|current| (&current.user, &current.session)), self.now())
    }
}
