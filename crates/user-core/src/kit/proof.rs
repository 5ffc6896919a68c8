//! Proving a password: what is counted of it, by whom, and in which lane.
//!
//! An attempt is reserved before the work and given back when the password was right, so that limits count failures
//! alone: a school, an office or a carrier behind one address signs in without noticing them.
//!
//! What is in flight is no failure yet. An attempt that meets only such waits for what becomes of them, before it is
//! refused: guesses at one moment gain nothing, and nobody is held up by others who know their passwords.
//!
//! In the queue of the hasher, too, the known have a lane of their own. One account and one client have a few places in
//! it, however many marks they hold, so that nobody fills it with right passwords; beyond that, and where it is full,
//! they stand with the strangers, and are never worse off than those.
//!
//! A known device has a lane of its own, one for each mark and client. Nobody else's guesses count there, and its
//! guesses count nowhere else. A copied mark is worth few guesses and locks nobody out: where they are used up, its
//! bearer is a stranger like any other, and the owner is not, where the mark was made.

use sha2::{Digest, Sha256};

use crate::domain::{EventKind, Password, PasswordHash, User};
use crate::kit::{Flight, LimitError, Visitor};
use crate::manager::UserManager;
use crate::ports::{Limit, PortError};

/// How many proofs of one account are in the hasher's lane of the known at once.
const KNOWN_OF_ACCOUNT: usize = 2;
/// How many of one client are.
const KNOWN_OF_CLIENT: usize = 8;

/// Who asks the hasher for work: strangers in a queue do not turn away those who are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lane {
    Known,
    Stranger,
}

/// What is reserved under one key.
struct Reserved {
    key: String,
    limit: Limit,
    /// In flight, for those who wait; not where nobody is told that there is a limit.
    _flight: Option<Flight>,
}

/// An attempt that was reserved. It counts as a failure, unless it is settled or withdrawn.
pub(crate) struct Attempt {
    reserved: Vec<Reserved>,
    pub(crate) lane: Lane,
    /// Its places in the lane of the known.
    _places: Vec<Flight>,
    /// Whether the password is looked at. Otherwise the account has been guessed at too often under another of its
    /// names: to say so would tell that both are one account, so the answer is that of a wrong password.
    pub(crate) is_evaluated: bool,
}

impl UserManager {
    /// Reserves an attempt to sign in as `typed`, the canonical form of a username or an address, which `user` has or
    /// nobody. Guesses are counted under the name and under the account; known and unknown names alike.
    pub(crate) async fn reserve_sign_in(
        &self,
        typed: &str,
        user: Option<&User>,
        visitor: &Visitor,
    ) -> Result<Attempt, LimitError> {
        if let Some(attempt) = self.reserve_known(user, visitor).await? {
            return Ok(attempt);
        }
        let limit = self.settings().throttles.account;
        let mut attempt = self.reserve_strangers(typed, user, Lane::Stranger, visitor).await?;
        self.reserve_also(&mut attempt, format!("name:{typed}"), limit).await?;
        let account =
            user.map_or_else(|| format!("account:nobody:{typed}"), |user| format!("account:{}", user.id));
        match self.reserve(&account, &limit).await {
            Ok(()) => attempt.reserved.push(Reserved { key: account, limit, _flight: None }),
            Err(LimitError::Throttled(_)) => attempt.is_evaluated = false,
            Err(error) => return Err(error),
        }
        Ok(attempt)
    }

    /// Whether `password` is that of somebody who is signed in, and is asked for it once more. A limit refuses before
    /// anything is computed.
    pub(crate) async fn proves(
        &self,
        user: &User,
        password: &Password,
        visitor: &Visitor,
    ) -> Result<bool, LimitError> {
        let reserved = self.reserve_proof(user, visitor).await;
        let attempt = self.note_throttled(reserved, Some(user.id), visitor).await?;
        match self.prove(password, Some(user), attempt.lane).await {
            Ok(true) => self.settle(attempt).await.map(|()| true).map_err(LimitError::Failed),
            Ok(false) => {
                self.note_event(EventKind::PROOF_REFUSED, Some(user.id), visitor).await;
                Ok(false)
            }
            Err(error) => Err(self.withdraw(attempt, error).await.into()),
        }
    }

    /// Reserves an attempt of somebody who is signed in. The limit of the account is told: nothing is left to hide.
    pub(crate) async fn reserve_proof(&self, user: &User, visitor: &Visitor) -> Result<Attempt, LimitError> {
        if let Some(attempt) = self.reserve_known(Some(user), visitor).await? {
            return Ok(attempt);
        }
        let mut attempt =
            self.reserve_strangers(&user.id.to_string(), Some(user), Lane::Known, visitor).await?;
        let limit = self.settings().throttles.account;
        self.reserve_also(&mut attempt, format!("account:{}", user.id), limit).await?;
        Ok(attempt)
    }

    /// Reserves an attempt under a name and a limit of its own, apart from guesses at the password: on a known device in its
    /// own lane; else from this client, and from anywhere.
    pub(crate) async fn reserve_apart(
        &self,
        user: &User,
        (name, limit): (&str, &Limit),
        visitor: &Visitor,
    ) -> Result<Attempt, LimitError> {
        if let Some(attempt) = self.reserve_known(Some(user), visitor).await? {
            return Ok(attempt);
        }
        let mut attempt = self.reserve_strangers(name, Some(user), Lane::Stranger, visitor).await?;
        self.reserve_also(&mut attempt, name.to_owned(), *limit).await?;
        Ok(attempt)
    }

    /// The password was right: what this browser got wrong before is forgotten, and what it shares with others was not
    /// touched.
    pub(crate) async fn settle(&self, attempt: Attempt) -> Result<(), PortError> {
        for (index, Reserved { key, limit, .. }) in attempt.reserved.iter().enumerate() {
            if index == 0 {
                self.parts.throttle.clear(key).await?;
            } else {
                self.give_back(key, limit).await?;
            }
        }
        Ok(())
    }

    /// Nothing was proven or disproven, because of `error`: the attempt does not count.
    pub(crate) async fn withdraw(&self, attempt: Attempt, error: PortError) -> PortError {
        self.give_back_all(&attempt.reserved).await;
        error
    }

    /// Counts that could hold up the owner go, now that somebody has proven to be them by other means than the
    /// password: those of the account and of all its names. Those of a client at them were of the password before.
    pub(crate) async fn clear_guesses(&self, user: &User) -> Result<(), PortError> {
        let names = user.username.iter().map(|name| name.key().to_owned());
        let names = names.chain(user.emails.iter().map(|email| email.address.key().to_owned()));
        let keys = names
            .map(|name| format!("name:{name}"))
            .chain([format!("account:{}", user.id), Self::key_of_making_codes(user.id)]);
        for key in keys {
            self.parts.throttle.clear(&key).await?;
        }
        Ok(())
    }

    /// In the lane of this device, if it is a known one with guesses left.
    async fn reserve_known(
        &self,
        user: Option<&User>,
        visitor: &Visitor,
    ) -> Result<Option<Attempt>, LimitError> {
        let Some(device) = user.and_then(|user| self.known_device(user, visitor)) else { return Ok(None) };
        let mut attempt = self.attempt_in(Lane::Known, user, visitor);
        let throttles = &self.settings().throttles;
        let lanes =
            [(Some(device.key()), throttles.account_and_client), (device.key_away(), throttles.account)];
        for (key, limit) in lanes {
            let Some(key) = key else { continue };
            match self.reserve_also(&mut attempt, key, limit).await {
                Ok(()) => {}
                Err(LimitError::Throttled(_)) => return Ok(None),
                Err(error) => return Err(error),
            }
        }
        Ok(Some(attempt))
    }

    /// As a stranger: from this client at this name, and from this client at whatever.
    async fn reserve_strangers(
        &self,
        name: &str,
        user: Option<&User>,
        lane: Lane,
        visitor: &Visitor,
    ) -> Result<Attempt, LimitError> {
        let (client, throttles) = (visitor.client(), &self.settings().throttles);
        let mut attempt = self.attempt_in(lane, user, visitor);
        let proof = format!("proof:{client}:{name}:{:016x}", of_password(user));
        self.reserve_also(&mut attempt, proof, throttles.account_and_client).await?;
        self.reserve_also(&mut attempt, format!("client:{client}"), throttles.client).await?;
        Ok(attempt)
    }

    /// An attempt under which nothing is reserved yet, in this lane, if its account and client have room there.
    fn attempt_in(&self, lane: Lane, user: Option<&User>, visitor: &Visitor) -> Attempt {
        let of_account = user.map(|user| (format!("known:{}", user.id), KNOWN_OF_ACCOUNT));
        let wanted = of_account.into_iter().chain([(format!("known:{}", visitor.client()), KNOWN_OF_CLIENT)]);
        let places: Option<Vec<Flight>> = match lane {
            Lane::Known => wanted.map(|(key, most)| self.parts.in_flight.enter(&key, most)).collect(),
            Lane::Stranger => None,
        };
        let lane = if places.is_some() { lane } else { Lane::Stranger };
        Attempt { reserved: Vec::new(), lane, _places: places.unwrap_or_default(), is_evaluated: true }
    }

    /// A guess at something that no hasher works on.
    pub(crate) const fn attempt_at_code() -> Attempt {
        Attempt { reserved: Vec::new(), lane: Lane::Stranger, _places: Vec::new(), is_evaluated: true }
    }

    /// Reserves under one more key. Where that is refused, nothing else of the attempt counts either: it was none.
    pub(crate) async fn reserve_also(
        &self,
        attempt: &mut Attempt,
        key: String,
        limit: Limit,
    ) -> Result<(), LimitError> {
        match self.reserve_in_turn(&key, &limit).await {
            Ok(flight) => {
                attempt.reserved.push(Reserved { key, limit, _flight: Some(flight) });
                Ok(())
            }
            Err(refused) => {
                self.give_back_all(&attempt.reserved).await;
                Err(refused)
            }
        }
    }

    /// Where that fails, the attempt stays counted: the safe side.
    async fn give_back_all(&self, reserved: &[Reserved]) {
        for Reserved { key, limit, .. } in reserved {
            if let Err(error) = self.give_back(key, limit).await {
                tracing::warn!(
                    error = &error as &dyn std::error::Error,
                    "an attempt that was none stays counted"
                );
            }
        }
    }

    /// The hash of a new password of somebody who has just proven the last one. In the lane of the known it needs a
    /// place of its own: the proof has given its places back by then.
    pub(crate) async fn hash_in_turn(
        &self,
        password: &Password,
        user: &User,
        visitor: &Visitor,
    ) -> Result<PasswordHash, PortError> {
        let turn = self.attempt_in(Lane::Known, Some(user), visitor);
        self.hash_in(turn.lane, password).await
    }

    /// The hash of a password in a lane. Who is known and finds that lane full stands with the strangers.
    pub(crate) async fn hash_in(&self, lane: Lane, password: &Password) -> Result<PasswordHash, PortError> {
        let hasher = &self.parts.hasher;
        match lane {
            Lane::Known => match hasher.hash_known(password).await {
                Err(busy) if busy.retry_after().is_some() => hasher.hash(password).await,
                outcome => outcome,
            },
            Lane::Stranger => hasher.hash(password).await,
        }
    }

    /// Exactly one verification: against a decoy where there is no user or no password.
    pub(crate) async fn prove(
        &self,
        password: &Password,
        user: Option<&User>,
        lane: Lane,
    ) -> Result<bool, PortError> {
        let hasher = &self.parts.hasher;
        let known = user.and_then(|user| user.password_hash.as_ref());
        let decoy = hasher.decoy();
        let hash = known.unwrap_or(&decoy);
        let matches = match lane {
            Lane::Known => match hasher.verify_known(password, hash).await {
                Err(busy) if busy.retry_after().is_some() => hasher.verify(password, hash).await?,
                verified => verified?,
            },
            Lane::Stranger => hasher.verify(password, hash).await?,
        };
        Ok(matches && known.is_some())
    }
}

/// What tells one password of an account from the next: guesses at the one say nothing of the other.
fn of_password(user: Option<&User>) -> u64 {
    let hash = user.and_then(|user| user.password_hash.as_ref());
    let digest = hash.map(|hash| Sha256::digest(hash.reveal()));
    digest.and_then(|digest| digest.first_chunk().copied()).map_or(0, u64::from_be_bytes)
}
