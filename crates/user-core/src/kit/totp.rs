//! Authenticator apps: how their secrets are kept, and which of them shows a code.

use chrono::{DateTime, Utc};

use crate::boxes::{BoxFor, BoxLabel};
use crate::domain::{
    Credential, CredentialId, CredentialKind, CredentialSecret, Detail, Event, EventKind, Field, Method,
    TotpCode, TotpSecret, User, UserId, Violation, Violations,
};
use crate::kit::{Visitor, reset_at};
use crate::manager::UserManager;
use crate::ports::{CredentialChange, Port, PortError};

/// Enough for the name of a phone, and less than a store keeps.
pub(crate) const TYPED_LABEL_MAX: usize = 60;

/// An authenticator app of a user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TotpApp {
    /// The row.
    pub id: CredentialId,
    /// What the user calls it.
    pub label: Option<String>,
    /// When it was set up.
    pub created_at: DateTime<Utc>,
    /// When a code of it was last used.
    pub last_used_at: Option<DateTime<Utc>>,
}

impl From<Credential> for TotpApp {
    fn from(kept: Credential) -> Self {
        let Credential { id, label, created_at, last_used_at, .. } = kept;
        Self { id, label, created_at, last_used_at }
    }
}

/// Whose code it is, of the apps of a user.
pub(crate) enum FoundTotp {
    /// The app shows it, and it was not used.
    Of {
        kept: Box<Credential>,
        /// The step in which the app shows it.
        step: i64,
    },
    /// The app shows it, and it was used, or a later one was.
    Used,
    /// No app shows it.
    None,
}

impl UserManager {
    /// The row of an app, which showed a code in this step already.
    pub(crate) fn kept_totp(
        &self,
        user: UserId,
        secret: &TotpSecret,
        (label, step): (Option<String>, i64),
        at: DateTime<Utc>,
    ) -> Result<Credential, PortError> {
        let id = CredentialId::fresh(self.parts.clock.as_ref(), self.parts.entropy.as_ref());
        let mut kept = Credential::new(id, user, CredentialKind::TOTP, at);
        let boxed =
            self.boxes().close(BoxLabel::Credential(kept.kind), BoxFor::credential(&kept), secret.reveal());
        kept.secret = CredentialSecret::new(boxed.map_err(|error| PortError::new(Port::Store, error))?);
        (kept.label, kept.count) = (label, step);
        Ok(kept)
    }

    /// Which app of this user shows this code, one step before and after included where the settings say so. The codes of
    /// all apps are compared, whichever was found before.
    pub(crate) async fn found_totp(&self, user: &User, code: TotpCode) -> Result<FoundTotp, PortError> {
        let (now, tolerance) = (self.now(), self.settings().second_factor.tolerance);
        let (mut found, mut was_used) = (None, false);
        let credentials = self.store().credentials_of(&user.id, None).await?;
        let reset = reset_at(&credentials, now);
        let is_app = |kept: &Credential| {
            kept.kind == CredentialKind::TOTP && reset.is_none_or(|reset| kept.created_at > reset)
        };
        for kept in credentials.into_iter().filter(is_app) {
            let steps = self.totp_secret(&kept)?.steps_of(code, now, tolerance);
            was_used |= !steps.is_empty();
            let unused = steps.into_iter().find(|step| *step > kept.count);
            if let Some(step) = unused.filter(|_| kept.is_good(now)) {
                found = found.or(Some((Box::new(kept), step)));
            }
        }
        Ok(match found {
            Some((kept, step)) => FoundTotp::Of { kept, step },
            None if was_used => FoundTotp::Used,
            None => FoundTotp::None,
        })
    }

    /// Uses up the code of this step, and all before it (RFC 6238 §5.2): of many who do that at one moment, one does.
    pub(crate) fn use_of_totp(&self, kept: &Credential, step: i64) -> CredentialChange {
        CredentialChange::Use { id: kept.id, from: kept.count, to: step, at: self.now() }
    }

    /// The end of apps that were lost and reset, and of the reset: a new app takes their place.
    pub(crate) async fn lost_factors(&self, user: &User) -> Result<Vec<CredentialChange>, PortError> {
        let all = self.store().credentials_of(&user.id, None).await?;
        let Some(reset) = reset_at(&all, self.now()) else { return Ok(Vec::new()) };
        let lost = all.iter().filter(|found| {
            let is_app = found.kind == CredentialKind::TOTP && found.created_at <= reset;
            is_app || found.kind == CredentialKind::SECOND_STEP_RESET
        });
        Ok(lost.map(|found| CredentialChange::Delete { user: user.id, id: found.id }).collect())
    }

    /// The record of a change to an app.
    pub(crate) fn event_of_totp(
        &self,
        kind: EventKind,
        user: &User,
        label: Option<&str>,
        visitor: &Visitor,
    ) -> Event {
        let event = self.event(kind, Some(user.id), Some(visitor)).by(Method::TOTP);
        match label {
            Some(label) => event.with(Detail::LABEL, label),
            None => event,
        }
    }

    fn totp_secret(&self, kept: &Credential) -> Result<TotpSecret, PortError> {
        let label = BoxLabel::Credential(kept.kind);
        let opened = self.boxes().open(label, BoxFor::credential(kept), kept.secret.reveal());
        let bytes = opened.map_err(|error| PortError::new(Port::Store, error))?;
        TotpSecret::new(&bytes)
            .ok_or_else(|| PortError::new(Port::Store, "no secret of an authenticator app"))
    }
}

/// A refusal of what was typed as a code.
pub(crate) fn refused_totp(why: Violation) -> Violations {
    Violations::one(Field::TotpCode, why)
}

/// What was typed as the label of an app, without control characters; none where nothing was.
pub(crate) fn parse_totp_label(typed: &str) -> Result<Option<String>, Violation> {
    let label: String = typed.trim().chars().filter(|c| !c.is_control()).collect();
    if label.chars().count() > TYPED_LABEL_MAX {
        return Err(Violation::TooLong { max: TYPED_LABEL_MAX });
    }
    Ok((!label.is_empty()).then_some(label))
}
