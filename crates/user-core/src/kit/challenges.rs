//! Challenges: what they keep, how they are named, and which browser they are for.

use zeroize::Zeroizing;

use crate::boxes::{BoxFor, BoxLabel};
use crate::domain::{BrowserDigest, Challenge, ChallengeData, ChallengeId, ChallengePurpose};
use crate::kit::Current;
use crate::manager::UserManager;
use crate::ports::{ChallengeChange, Changes, CommitError, Port, PortError};
use crate::seal::Label;

impl UserManager {
    /// Encrypts what a challenge keeps, and puts it there. The purpose, the user and the rest must be set before.
    pub(crate) fn put_into(&self, challenge: &mut Challenge, kept: &[u8]) -> Result<(), PortError> {
        let label = BoxLabel::Challenge(challenge.purpose);
        let boxed = self.boxes().close(label, BoxFor::challenge(challenge), kept);
        challenge.data = ChallengeData::new(boxed.map_err(|error| PortError::new(Port::Store, error))?);
        Ok(())
    }

    /// Decrypts what was put into a challenge.
    pub(crate) fn kept_in(&self, challenge: &Challenge) -> Result<Zeroizing<Vec<u8>>, PortError> {
        let label = BoxLabel::Challenge(challenge.purpose);
        let opened = self.boxes().open(label, BoxFor::challenge(challenge), challenge.data.reveal());
        opened.map_err(|error| PortError::new(Port::Store, error))
    }

    /// The challenge that a sealed reference names.
    pub(crate) fn named_challenge(&self, purpose: ChallengePurpose, reference: &str) -> Option<ChallengeId> {
        let id = self.seals().open(Label::Challenge(purpose), reference)?;
        id.try_into().ok().map(ChallengeId::from_bytes)
    }

    /// The open challenge of this purpose that was begun in this session, by its sealed reference. Looks only.
    pub(crate) async fn begun_here(
        &self,
        current: &Current,
        purpose: ChallengePurpose,
        reference: &str,
    ) -> Result<Option<Challenge>, PortError> {
        let Some(id) = self.named_challenge(purpose, reference) else { return Ok(None) };
        let is_open = |found: &Challenge| {
            found.purpose == purpose
                && found.user_id == Some(current.user.id)
                && found.is_open_to(Some(&browser_of(current)), self.now())
        };
        Ok(self.store().challenge(&id).await?.filter(is_open))
    }

    /// Takes one try, before anything is compared. Answers whether there was one left.
    pub(crate) async fn take_try(
        &self,
        (id, purpose): (ChallengeId, ChallengePurpose),
        browser: Option<BrowserDigest>,
    ) -> Result<bool, PortError> {
        let guess = ChallengeChange::Guess { id, purpose, browser, at: self.now() };
        match self.commit(Changes::none().with(guess)).await {
            Ok(()) => Ok(true),
            Err(CommitError::Gone) => Ok(false),
            Err(CommitError::Failed(error)) => Err(error),
            Err(other) => Err(PortError::new(Port::Store, other)),
        }
    }
}

/// What is begun by a user who is signed in goes on in that session alone.
pub(crate) fn browser_of(current: &Current) -> BrowserDigest {
    BrowserDigest::of(current.session.id.as_bytes())
}
