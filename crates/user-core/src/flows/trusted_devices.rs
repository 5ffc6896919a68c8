//! Trusted devices: listed, and trusted no longer.

use chrono::{DateTime, Utc};

use crate::domain::{CredentialId, CredentialKind, EventKind, User};
use crate::kit::{Current, Try, Visitor, attempt};
use crate::manager::UserManager;
use crate::ports::{Changes, CredentialChange, PortError, UserChange};

/// A browser in which its user is not asked for a second step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrustedDevice {
    /// The row.
    pub id: CredentialId,
    /// What the browser calls itself.
    pub user_agent: Option<String>,
    /// Since when it is trusted.
    pub created_at: DateTime<Utc>,
    /// Until when.
    pub expires_at: Option<DateTime<Utc>>,
    /// Whether it is this one.
    pub is_here: bool,
}

impl UserManager {
    /// The devices that somebody trusts, in order of when that began.
    ///
    /// # Errors
    ///
    /// The store did not work.
    pub async fn trusted_devices(
        &self,
        current: &Current,
        visitor: &Visitor,
    ) -> Result<Vec<TrustedDevice>, PortError> {
        let user = current.user.id;
        let kept = self.store().credentials_of(&user, Some(CredentialKind::TRUSTED_DEVICE)).await?;
        let here = self.trusted_here(user, &kept, visitor).map(|device| device.id);
        let good = kept.iter().filter(|device| device.is_good(self.now()));
        Ok(good
            .map(|device| TrustedDevice {
                id: device.id,
                user_agent: device.label.clone(),
                created_at: device.created_at,
                expires_at: device.expires_at,
                is_here: Some(device.id) == here,
            })
            .collect())
    }

    /// Trusts a device of somebody no longer: the next sign-in on it asks for a second step. One that is not there is no
    /// fault.
    ///
    /// # Errors
    ///
    /// The store did not work.
    pub async fn forget_device(
        &self,
        current: &Current,
        id: CredentialId,
        visitor: &Visitor,
    ) -> Result<(), PortError> {
        attempt(current.user.clone(), async |user: User| {
            let kept = self.store().credentials_of(&user.id, Some(CredentialKind::TRUSTED_DEVICE)).await?;
            if kept.iter().all(|device| device.id != id) {
                return Ok(Try::Done(()));
            }
            let changes = Changes::none()
                .with(UserChange::Revise { id: user.id, revision: user.revision })
                .with(CredentialChange::Delete { user: user.id, id })
                .with(self.event(EventKind::DEVICE_FORGOTTEN, Some(user.id), Some(visitor)));
            if self.commit_unless_lost(changes.in_session(current).done_by(current)).await? {
                return Ok(Try::Done(()));
            }
            Ok(self.still_here(current).await?.map_or(Try::Done(()), Try::Again))
        })
        .await
    }
}
