//! Trusted devices: browsers in which no second step is asked for after the password.
//!
//! Each is a row that its user can see and end. The browser keeps random bytes, the row a keyed digest of them and the user. A new
//! password, signing out everywhere, and a change of the second factors end them all.

use data_encoding::HEXLOWER;

use crate::domain::{Credential, CredentialId, CredentialKind, Detail, EventKind, User, UserId};
use crate::kit::Visitor;
use crate::manager::{UserManager, span};
use crate::ports::{Changes, CredentialChange, PortError};
use crate::seal::Label;

impl UserManager {
    /// Whether devices can be trusted at all.
    pub fn trusts_devices(&self) -> bool {
        let settings = self.settings();
        settings.features.totp && !settings.second_factor.trust_device.is_zero()
    }

    /// The row of this browser, among the credentials of a user, if the user trusts it.
    pub(crate) fn trusted_here<'a>(
        &self,
        user: UserId,
        credentials: &'a [Credential],
        visitor: &Visitor,
    ) -> Option<&'a Credential> {
        if !self.trusts_devices() {
            return None;
        }
        let mark = self
            .seals()
            .open(Label::Credential(CredentialKind::TRUSTED_DEVICE), visitor.trusted.as_deref()?)?;
        let handles =
            self.seals().digests(Label::Credential(CredentialKind::TRUSTED_DEVICE), &marked(user, &mark));
        let handles: Vec<_> = handles.into_iter().map(|digest| HEXLOWER.encode(&digest)).collect();
        let is_here = |found: &&Credential| {
            found.kind == CredentialKind::TRUSTED_DEVICE
                && found.is_good(self.now())
                && handles.contains(&found.handle)
        };
        credentials.iter().find(is_here)
    }

    /// Trusts this browser from now on. Answers what the front end keeps in it.
    pub(crate) async fn add_trust(
        &self,
        user: &User,
        visitor: &Visitor,
        changes: &mut Changes,
    ) -> Result<String, PortError> {
        let kept = self.store().credentials_of(&user.id, Some(CredentialKind::TRUSTED_DEVICE)).await?;
        if let Some(earlier) = self.trusted_here(user.id, &kept, visitor) {
            changes.add(CredentialChange::Delete { user: user.id, id: earlier.id });
        }
        let (mark, now) = (self.random_bytes(), self.now());
        let id = CredentialId::fresh(self.parts.clock.as_ref(), self.parts.entropy.as_ref());
        let mut device = Credential::new(id, user.id, CredentialKind::TRUSTED_DEVICE, now);
        device.handle = HEXLOWER.encode(
            &self.seals().digest(Label::Credential(CredentialKind::TRUSTED_DEVICE), &marked(user.id, &mark)),
        );
        device.label = visitor.user_agent();
        device.expires_at = Some(now + span(self.settings().second_factor.trust_device));
        let event = self.event(EventKind::DEVICE_TRUSTED, Some(user.id), Some(visitor));
        changes.add(match &device.label {
            Some(label) => event.with(Detail::LABEL, label),
            None => event,
        });
        changes.add(CredentialChange::Insert(Box::new(device)));
        Ok(self.seals().seal(Label::Credential(CredentialKind::TRUSTED_DEVICE), &mark))
    }

    /// No device of this user is trusted any longer.
    pub(crate) const fn end_of_trust(user: UserId) -> CredentialChange {
        CredentialChange::DeleteKind { user, kind: CredentialKind::TRUSTED_DEVICE }
    }
}

fn marked(user: UserId, mark: &[u8]) -> Vec<u8> {
    [user.as_bytes().as_slice(), mark].concat()
}
