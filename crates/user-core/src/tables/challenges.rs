//! Challenges.

use crate::domain::{BrowserDigest, Challenge, ChallengeId, ChallengePurpose};
use crate::ports::{ChallengeChange, CommitError};
use chrono::{DateTime, Utc};

use super::{Tables, refuse_second_row};

impl Tables {
    pub(super) fn change_challenge(&mut self, change: &ChallengeChange) -> Result<(), CommitError> {
        match change {
            ChallengeChange::Insert(challenge) => self.insert_challenge(challenge)?,
            ChallengeChange::Claim { id, purpose, browser, at } => {
                self.open_challenge(*id, *purpose, browser.as_ref(), *at)?.used_at = Some(*at);
            }
            ChallengeChange::Guess { id, purpose, browser, at } => {
                self.open_challenge(*id, *purpose, browser.as_ref(), *at)?.tries_left -= 1;
            }
            ChallengeChange::VoidFor { user, purpose, at } => {
                let theirs = |found: &&mut Challenge| {
                    found.user_id == Some(*user) && purpose.is_none_or(|purpose| found.purpose == purpose)
                };
                for challenge in self.challenges.values_mut().filter(theirs) {
                    challenge.used_at = challenge.used_at.or(Some(*at));
                }
            }
        }
        Ok(())
    }

    fn insert_challenge(&mut self, challenge: &Challenge) -> Result<(), CommitError> {
        refuse_second_row(self.challenges.contains_key(&challenge.id))?;
        if let Some(user) = challenge.user_id {
            self.user_mut(user)?;
        }
        self.challenges.insert(challenge.id, challenge.clone());
        Ok(())
    }

    fn open_challenge(
        &mut self,
        id: ChallengeId,
        purpose: ChallengePurpose,
        browser: Option<&BrowserDigest>,
        at: DateTime<Utc>,
    ) -> Result<&mut Challenge, CommitError> {
        let fits = |found: &&mut Challenge| found.purpose == purpose && found.is_open_to(browser, at);
        self.challenges.get_mut(&id).filter(fits).ok_or(CommitError::Gone)
    }
}
