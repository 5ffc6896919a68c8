//! Attempts, reserved before the work they cost.

use std::time::Duration;

use super::Visitor;
use crate::domain::{EmailAddress, MailKind, UserId};
use crate::manager::UserManager;
use crate::ports::{Limit, PortError, Reservation};
use crate::seal::Label;

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
        $(impl From<$crate::flows::limits::LimitError> for $error {
            fn from(error: $crate::flows::limits::LimitError) -> Self {
                match error {
                    $crate::flows::limits::LimitError::Throttled(retry_after) => Self::Throttled { retry_after },
                    $crate::flows::limits::LimitError::Failed(error) => Self::Failed(error),
                }
            }
        })*
    };
}
pub(crate) use limits_fail_as;

impl UserManager {
    async fn reserve(&self, key: &str, limit: &Limit) -> Result<(), LimitError> {
        match self.parts.throttle.reserve(key, limit, self.now()).await? {
            Reservation::Granted => Ok(()),
            Reservation::Refused { retry_after } => Err(TooMany(retry_after).into()),
        }
    }

    /// One attempt of this client, at whatever.
    pub(crate) async fn reserve_client(&self, visitor: &Visitor) -> Result<(), LimitError> {
        self.reserve(&format!("client:{}", visitor.client()), &self.settings().throttles.client).await
    }

    /// One attempt of this client, and of this user from wherever, at something that mails strangers: nobody floods them
    /// from many addresses under one account.
    pub(crate) async fn reserve_sender(&self, user: UserId, visitor: &Visitor) -> Result<(), LimitError> {
        self.reserve_client(visitor).await?;
        self.reserve(&format!("sender:{user}"), &self.settings().throttles.client).await
    }

    /// One attempt at proving the password of this account. `account` is what was typed, in canonical form, so that
    /// known and unknown names count alike. On a device that its owner has signed in on, strangers' attempts do not
    /// count.
    pub(crate) async fn reserve_proof(
        &self,
        account: &str,
        user: Option<UserId>,
        visitor: &Visitor,
    ) -> Result<(), LimitError> {
        let throttles = &self.settings().throttles;
        self.reserve(&self.proof_key(account, user, visitor), &throttles.account_and_client).await?;
        if self.is_known_device(user, visitor) {
            return Ok(());
        }
        self.reserve(&format!("account:{account}"), &throttles.account).await
    }

    /// The password was proven: forget the failures of this client at this account.
    pub(crate) async fn clear_proof(
        &self,
        account: &str,
        user: Option<UserId>,
        visitor: &Visitor,
    ) -> Result<(), PortError> {
        self.parts.throttle.clear(&self.proof_key(account, user, visitor)).await
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

    /// One more mail of this kind to this address, for somebody who may be told when it is one too many.
    pub(crate) async fn reserve_mail(
        &self,
        kind: MailKind,
        address: &EmailAddress,
    ) -> Result<(), LimitError> {
        let key = format!("mail:{}:{}", kind.as_str(), address.key());
        self.reserve(&key, &self.settings().throttles.mail_address).await
    }

    fn proof_key(&self, account: &str, user: Option<UserId>, visitor: &Visitor) -> String {
        let known = self.is_known_device(user, visitor);
        let from = if known { "known-device".to_owned() } else { visitor.client() };
        format!("proof:{from}:{account}")
    }

    /// Whether the browser carries the mark of an earlier sign-in of this user.
    pub(crate) fn is_known_device(&self, user: Option<UserId>, visitor: &Visitor) -> bool {
        let marked = visitor.device.as_deref().and_then(|mark| self.seals().open_id(Label::Device, mark));
        marked.is_some() && marked == user.map(|id| *id.as_bytes())
    }
}
