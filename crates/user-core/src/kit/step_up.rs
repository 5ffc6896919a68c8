//! How long ago a proof was given in a session.

use std::time::Duration;

use chrono::{DateTime, Utc};

use crate::domain::{Factor, Requirement, Unmet};
use crate::kit::Current;
use crate::manager::UserManager;
use crate::ports::PortError;

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

    /// Whether, on top of that, a second factor was proven as recently: for what would weaken the second step.
    pub(crate) fn is_stepped_up_twice(&self, current: &Current) -> bool {
        let lifetimes = &self.settings().lifetimes;
        let within = lifetimes.step_up.min(lifetimes.fresh);
        let proofs = &current.session.proofs;
        let latest =
            [Factor::TOTP, Factor::RECOVERY_CODE].iter().filter_map(|factor| proofs.at(*factor)).max();
        let age = latest.map(|at| (self.now() - at).to_std().unwrap_or_default());
        self.is_stepped_up(current) && age.is_some_and(|age| age <= within)
    }

    fn since_proof(&self, current: &Current) -> Duration {
        let age = |at: DateTime<Utc>| (self.now() - at).to_std().unwrap_or_default();
        current.session.authenticated_at().map_or(Duration::MAX, age)
    }

    /// Asks a requirement of whoever is signed in, if anybody is. A user of whom the settings require a second factor needs
    /// one on top of it, whatever the requirement: the role that demands it may have come after they signed in.
    pub fn authorize(&self, requirement: &Requirement, current: Option<&Current>) -> Result<(), Unmet> {
        let met = requirement.check(current.map(|current| (&current.user, &current.session)), self.now());
        match met {
            Err(unmet) if unmet < Unmet::NoSecondFactor => Err(unmet),
            _ if current.is_some_and(|current| self.wants_second_factor(current)) => {
                Err(Unmet::NoSecondFactor)
            }
            met => met,
        }
    }

    /// Whether somebody has a second step of signing in.
    ///
    /// # Errors
    ///
    /// The store did not work.
    pub async fn has_second_step(&self, current: &Current) -> Result<bool, PortError> {
        Ok(self.second_factors(&current.user.id).await?.totp)
    }

    /// Whether the settings require a second factor of this user by now, and none was proven in this session.
    pub fn wants_second_factor(&self, current: &Current) -> bool {
        let settings = self.settings();
        let due = settings.second_factor.due_for(&current.user).filter(|_| settings.features.totp);
        due.is_some_and(|due| due <= self.now()) && !current.session.has_second_factor()
    }
}
