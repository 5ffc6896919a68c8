//! Authenticator apps: listed, labelled and removed.

use thiserror::Error;

use crate::domain::{Credential, CredentialId, CredentialKind, EventKind, Field, MailKind, User, Violations};
use crate::kit::{
    Current, News, TotpApp, Try, Visitor, attempt, parse_totp_label, refuses_as, same_password,
};
use crate::manager::UserManager;
use crate::ports::{Changes, CredentialChange, PortError, UserChange};

/// Why an app was not changed.
#[derive(Debug, Error)]
pub enum ChangeTotpError {
    /// There are no authenticator apps here.
    #[error("there are no authenticator apps")]
    Off,
    /// The last proof is too old, or was not by a second factor: sign in again first.
    #[error("the last proof is too old")]
    NotFresh,
    /// The label is too long.
    #[error("refused: {0}")]
    Invalid(Violations),
    /// The user has no such app.
    #[error("there is no such app")]
    Unknown,
    /// The account is gone or disabled.
    #[error("the account is gone")]
    Gone,
    /// Something behind a port failed.
    #[error(transparent)]
    Failed(#[from] PortError),
}

refuses_as!(ChangeTotpError: Off, NotFresh, Invalid, Unknown, Gone, Failed);

impl UserManager {
    /// The authenticator apps of somebody, in order of when they were set up.
    ///
    /// # Errors
    ///
    /// The store did not work.
    pub async fn totp_apps(&self, current: &Current) -> Result<Vec<TotpApp>, PortError> {
        let kept = self.store().credentials_of(&current.user.id, Some(CredentialKind::TOTP)).await?;
        Ok(kept.into_iter().map(TotpApp::from).collect())
    }

    /// Gives an app another label, or none.
    pub async fn rename_totp(
        &self,
        current: &Current,
        id: CredentialId,
        label: &str,
        visitor: &Visitor,
    ) -> Result<(), ChangeTotpError> {
        if !self.settings().features.totp {
            return Err(ChangeTotpError::Off);
        }
        if !self.is_stepped_up(current) {
            return Err(ChangeTotpError::NotFresh);
        }
        let label = parse_totp_label(label)
            .map_err(|why| ChangeTotpError::Invalid(Violations::one(Field::Label, why)))?;
        self.change_totp(current, id, |user, _, changes| {
            changes.add(self.event_of_totp(EventKind::TOTP_RENAMED, user, label.as_deref(), visitor));
            changes.add(CredentialChange::Rename { user: user.id, id, label: label.clone() });
        })
        .await
    }

    /// Removes an app: its codes are worth nothing from now on. Asks for a second factor proven within `lifetimes.step_up`:
    /// a copied cookie and the password do not do it. Every confirmed address is told, with a way back.
    pub async fn remove_totp(
        &self,
        current: &Current,
        id: CredentialId,
        visitor: &Visitor,
    ) -> Result<(), ChangeTotpError> {
        if !self.settings().features.totp {
            return Err(ChangeTotpError::Off);
        }
        if !self.is_stepped_up_twice(current) {
            return Err(ChangeTotpError::NotFresh);
        }
        self.change_totp(current, id, |user, kept, changes| {
            changes.add(CredentialChange::Delete { user: user.id, id });
            changes.add(Self::end_of_trust(user.id));
            changes.add(self.event_of_totp(EventKind::TOTP_REMOVED, user, kept.label.as_deref(), visitor));
            let (kind, details) = (MailKind::TOTP_REMOVED, self.where_and_when(visitor));
            self.add_news(user, &News { kind, details, gained: None }, changes);
        })
        .await
    }

    async fn change_totp(
        &self,
        current: &Current,
        id: CredentialId,
        decide: impl Fn(&User, &Credential, &mut Changes) + Send + Sync,
    ) -> Result<(), ChangeTotpError> {
        attempt(current.user.clone(), async |user: User| {
            let apps = self.store().credentials_of(&user.id, Some(CredentialKind::TOTP)).await?;
            let kept = apps.iter().find(|kept| kept.id == id).ok_or(ChangeTotpError::Unknown)?;
            let revise = UserChange::Revise { id: user.id, revision: user.revision };
            let mut changes = Changes::none().with(revise);
            decide(&user, kept, &mut changes);
            if self.commit_unless_lost(changes.in_session(current).done_by(current)).await? {
                return Ok(Try::Done(()));
            }
            match self.still_here(current).await? {
                Some(now) if same_password(&now, &user) => Ok(Try::Again(now)),
                Some(_) => Err(ChangeTotpError::NotFresh),
                None => Err(ChangeTotpError::Gone),
            }
        })
        .await
    }
}
