//! The second step of a user who has lost the app and the recovery codes: seen and reset by an administrator.

use std::time::Duration;

use chrono::{DateTime, Utc};

use crate::domain::{Credential, CredentialId, CredentialKind, EventKind, MailDetails, MailKind, UserId};
use crate::kit::{AdministrationError, News, TotpApp};
use crate::manager::{UserManager, span};
use crate::ports::{Changes, CredentialChange, PortError};

/// By what a user passes the second step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Factors {
    /// The authenticator apps, oldest first.
    pub apps: Vec<TotpApp>,
    /// How many recovery codes are unused.
    pub recovery_codes: usize,
    /// How many devices are trusted.
    pub trusted_devices: usize,
    /// From when on the apps count no more, where an administrator reset them.
    pub reset_at: Option<DateTime<Utc>>,
}

impl UserManager {
    /// By what a user passes the second step, for administrators.
    ///
    /// # Errors
    ///
    /// The store did not work.
    pub async fn factors_of(&self, id: UserId) -> Result<Factors, PortError> {
        let (all, now) = (self.store().credentials_of(&id, None).await?, self.now());
        let of = |kind: CredentialKind| all.iter().filter(move |found| found.kind == kind);
        let unused =
            of(CredentialKind::RECOVERY_CODE).filter(|code| code.count == 0 && code.expires_at.is_none());
        Ok(Factors {
            apps: of(CredentialKind::TOTP).cloned().map(TotpApp::from).collect(),
            recovery_codes: unused.count(),
            trusted_devices: of(CredentialKind::TRUSTED_DEVICE).filter(|device| device.is_good(now)).count(),
            reset_at: of(CredentialKind::SECOND_STEP_RESET)
                .filter_map(|reset| DateTime::from_timestamp_micros(reset.count))
                .max(),
        })
    }

    /// Resets the second step of a user who has lost it: after `delay`, the apps that they have now are asked for no more, and no device
    /// is trusted from now on. Every confirmed address is told at once, with a way back; signing in with one of the apps calls it
    /// off. Answers from when on it counts.
    pub async fn reset_second_step(
        &self,
        id: UserId,
        delay: Duration,
    ) -> Result<DateTime<Utc>, AdministrationError> {
        let (now, due) = (self.now(), self.now() + span(delay));
        self.revise(id, |user| {
            let mut changes = Changes::none();
            let kind = CredentialKind::SECOND_STEP_RESET;
            changes.add(CredentialChange::DeleteKind { user: user.id, kind });
            changes.add(Self::end_of_trust(user.id));
            let row = CredentialId::fresh(self.parts.clock.as_ref(), self.parts.entropy.as_ref());
            let mut reset = Credential::new(row, user.id, kind, now);
            // Not when it expires: what has expired is purged.
            reset.count = due.timestamp_micros();
            changes.add(CredentialChange::Insert(Box::new(reset)));
            changes.add(self.event(EventKind::SECOND_STEP_RESET, Some(user.id), None));
            let details = MailDetails { at: Some(now), due: Some(due), ..MailDetails::default() };
            self.add_news(
                user,
                &News { kind: MailKind::SECOND_STEP_RESET, details, gained: None },
                &mut changes,
            );
            changes
        })
        .await?;
        Ok(due)
    }
}
