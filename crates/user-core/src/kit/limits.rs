//! Attempts, reserved before the work they cost.

use std::time::Duration;

use chrono::TimeDelta;

use crate::domain::{EmailAddress, MailKind, UserId};
use crate::kit::{Flight, Visitor};
use crate::manager::{UserManager, span};
use crate::ports::{Limit, Port, PortError, Reservation, Throttle as _};

/// Nobody waits longer for others in flight. Each of them ends soon: the hasher turns away what would take longer.
const LONGEST_WAIT: TimeDelta = TimeDelta::seconds(5);
/// Changes of the profile that one user may make: 100, and then as many in each hour, evenly. Each is a row among the
/// events, which are kept for long.
const OWN_CHANGES: Limit = Limit {
    free: 100,
    delay: Duration::from_secs(36),
    longest: Duration::from_secs(36),
    forget: Duration::from_hours(1),
};
/// What is told then.
const COME_BACK: Duration = Duration::from_secs(1);

/// Too many attempts: come back after this long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TooMany(pub(crate) Duration);

/// What can be wrong with a reservation, for `?` in flows whose errors have both.
pub(crate) enum LimitError {
    Throttled(Duration),
    Failed(PortError),
}

impl From<PortError> for LimitError {
    fn from(error: PortError) -> Self {
        Self::Failed(error)
    }
}

impl From<TooMany> for LimitError {
    fn from(too_many: TooMany) -> Self {
        Self::Throttled(too_many.0)
    }
}

macro_rules! limits_fail_as {
    ($($error:ty),*) => {
        $(impl From<$crate::kit::LimitError> for $error {
            fn from(error: $crate::kit::LimitError) -> Self {
                match error {
                    $crate::kit::LimitError::Throttled(retry_after) => Self::Throttled { retry_after },
                    $crate::kit::LimitError::Failed(error) => Self::Failed(error),
                }
            }
        })*
    };
}
pub(crate) use limits_fail_as;

impl UserManager {
    pub(crate) async fn reserve(&self, key: &str, limit: &Limit) -> Result<(), LimitError> {
        match self.parts.throttle.reserve(key, limit, self.now()).await? {
            Reservation::Granted => Ok(()),
            Reservation::Refused { retry_after } => Err(TooMany(retry_after).into()),
        }
    }

    /// Reserves, after those that are in flight in this process where they are in the way: what they come to decides.
    /// The attempt is in flight until the answer is dropped.
    pub(crate) async fn reserve_in_turn(&self, key: &str, limit: &Limit) -> Result<Flight, LimitError> {
        let (begun, mut flight) = (self.now(), self.parts.in_flight.ask(key));
        loop {
            match self.reserve(key, limit).await {
                Ok(()) => {
                    flight.granted();
                    return Ok(flight);
                }
                Err(refused @ LimitError::Throttled(_)) => {
                    if !flight.refused().await {
                        return Err(refused);
                    }
                }
                Err(failed) => return Err(failed),
            }
            if self.now() - begun > LONGEST_WAIT {
                return Err(PortError::busy(Port::Throttle, COME_BACK).into());
            }
        }
    }

    pub(crate) async fn give_back(&self, key: &str, limit: &Limit) -> Result<(), PortError> {
        self.parts.throttle.give_back(key, limit, self.now()).await
    }

    /// One more registration, or request for a mail, of this client. It counts also when all went well: what it costs
    /// is the mail. Apart from its failed proofs, so that neither holds up the other.
    pub(crate) async fn reserve_client(&self, visitor: &Visitor) -> Result<(), LimitError> {
        let key = format!("request:{}", visitor.client());
        let reserved = self.reserve(&key, &self.settings().throttles.client).await;
        self.note_throttled(reserved, None, visitor).await
    }

    /// One more upload of this user, from wherever: other people behind the same address are not held up by it.
    pub(crate) async fn reserve_upload(&self, user: UserId, visitor: &Visitor) -> Result<(), LimitError> {
        let reserved = self.reserve(&format!("upload:{user}"), &self.settings().throttles.client).await;
        self.note_throttled(reserved, Some(user), visitor).await
    }

    /// One more change of this user's profile, language or picture, from wherever.
    pub(crate) async fn reserve_own_change(&self, user: UserId, visitor: &Visitor) -> Result<(), LimitError> {
        let reserved = self.reserve(&format!("own_change:{user}"), &OWN_CHANGES).await;
        self.note_throttled(reserved, Some(user), visitor).await
    }

    /// One question of this client that costs this process work and changes nothing: counted in its memory.
    pub(crate) async fn reserve_advice(&self, visitor: &Visitor, limit: &Limit) -> Result<(), LimitError> {
        match self.parts.advice.reserve(&visitor.client(), limit, self.now()).await? {
            Reservation::Granted => Ok(()),
            Reservation::Refused { retry_after } => Err(TooMany(retry_after).into()),
        }
    }

    /// One more mail of this user, from wherever, to this address that they say is theirs: nobody floods strangers
    /// under one account. Answers how long it has to wait where strangers have used up the mails to that address: they
    /// keep nobody from it.
    pub(crate) async fn reserve_own_address(
        &self,
        user: UserId,
        address: &EmailAddress,
        visitor: &Visitor,
    ) -> Result<TimeDelta, LimitError> {
        let of_user = format!("own_address:{user}");
        let reserved = self.reserve(&of_user, &self.settings().throttles.own_addresses).await;
        self.note_throttled(reserved, Some(user), visitor).await?;
        Ok(span(self.mail_wait(MailKind::CONFIRM_EMAIL, address).await?))
    }

    /// One more invitation by this user, from wherever.
    pub(crate) async fn reserve_invitation(&self, user: UserId, visitor: &Visitor) -> Result<(), LimitError> {
        let reserved =
            self.reserve(&format!("invitation:{user}"), &self.settings().throttles.invitations).await;
        self.note_throttled(reserved, Some(user), visitor).await
    }

    /// Whether one more mail of this kind may go to this address. Asked for known and unknown addresses alike.
    pub(crate) async fn may_mail(&self, kind: MailKind, address: &EmailAddress) -> Result<bool, PortError> {
        Ok(self.mail_wait(kind, address).await?.is_zero())
    }

    /// How long one more mail of this kind to this address has to wait: none at all, while its budget lasts.
    pub(crate) async fn mail_wait(
        &self,
        kind: MailKind,
        address: &EmailAddress,
    ) -> Result<Duration, PortError> {
        match self.reserve_mail(kind, address).await {
            Ok(()) => Ok(Duration::ZERO),
            Err(LimitError::Throttled(retry_after)) => Ok(retry_after),
            Err(LimitError::Failed(error)) => Err(error),
        }
    }

    async fn reserve_mail(&self, kind: MailKind, address: &EmailAddress) -> Result<(), LimitError> {
        let key = format!("mail:{}:{}", kind.as_str(), address.key());
        self.reserve(&key, &self.settings().throttles.mail_address).await
    }
}
