//! Recovery codes: how they are kept, and how one is found.

use chrono::{DateTime, Utc};
use data_encoding::HEXLOWER;

use crate::domain::{
    Credential, CredentialId, CredentialKind, EventKind, Field, Method, RecoveryCode, User, UserId,
    Violation, Violations,
};
use crate::kit::Visitor;
use crate::manager::UserManager;
use crate::ports::{Changes, CredentialChange, Port, PortError};
use crate::seal::Label;

/// What the digests of codes are made under.
const LABEL: Label = Label::Credential(CredentialKind::RECOVERY_CODE);
/// How often an unused code was used.
const UNUSED: i64 = 0;
const USED: i64 = 1;

impl UserManager {
    /// The row of a code. It is found by its digest, which takes the app's secret to work out, and is another one for each
    /// user: who reads the database cannot try codes.
    pub(crate) fn kept_recovery_code(
        &self,
        user: UserId,
        code: &RecoveryCode,
        at: DateTime<Utc>,
    ) -> Credential {
        let id = CredentialId::fresh(self.parts.clock.as_ref(), self.parts.entropy.as_ref());
        let mut kept = Credential::new(id, user, CredentialKind::RECOVERY_CODE, at);
        let digest = self.seals().digest(LABEL, &payload(user, code));
        kept.handle = HEXLOWER.encode(&digest);
        kept
    }

    /// The unused code of this user, if it is one of theirs. The work is the same for nobody.
    pub(crate) async fn unused_recovery_code(
        &self,
        user: Option<&User>,
        code: &RecoveryCode,
    ) -> Result<Option<Credential>, PortError> {
        let id = user.map_or(UserId::from_bytes([0; 16]), |user| user.id);
        let mut found = None;
        for digest in self.seals().digests(LABEL, &payload(id, code)) {
            let kept =
                self.store().credential(CredentialKind::RECOVERY_CODE, &HEXLOWER.encode(&digest)).await?;
            let theirs = kept.filter(|(kept, owner)| owner.id == id && kept.count == UNUSED);
            found = found.or(theirs.map(|(kept, _)| kept));
        }
        Ok(found)
    }

    /// How many unused codes a user has.
    pub(crate) async fn unused_recovery_codes(&self, user: UserId) -> Result<usize, PortError> {
        let kept = self.store().credentials_of(&user, Some(CredentialKind::RECOVERY_CODE)).await?;
        Ok(kept.iter().filter(|code| code.count == UNUSED).count())
    }

    /// Deletes all codes of a user if one was used in the last days: who used it may have the others, too.
    pub(crate) async fn add_end_of_used_codes(
        &self,
        user: &User,
        changes: &mut Changes,
    ) -> Result<(), PortError> {
        if !self.settings().features.recovery_codes {
            return Ok(());
        }
        let (kind, long_ago) = (CredentialKind::RECOVERY_CODE, self.long_ago());
        let kept = self.store().credentials_of(&user.id, Some(kind)).await?;
        if kept.iter().any(|code| code.last_used_at.is_some_and(|at| at >= long_ago)) {
            changes.add(CredentialChange::DeleteKind { user: user.id, kind });
        }
        Ok(())
    }

    /// Deletes all codes of a user: who has one of a list may have the others, however old they are.
    pub(crate) fn end_codes(user: UserId, changes: &mut Changes) {
        changes.add(CredentialChange::DeleteKind { user, kind: CredentialKind::RECOVERY_CODE });
    }

    /// Under which key the codes that a user makes are counted.
    pub(crate) fn key_of_making_codes(user: UserId) -> String {
        format!("recovery_codes:{user}")
    }

    /// Uses a code up, and records that.
    pub(crate) fn add_use_of_code(
        &self,
        user: &User,
        code: &Credential,
        visitor: &Visitor,
        changes: &mut Changes,
    ) {
        changes.add(CredentialChange::Use { id: code.id, from: UNUSED, to: USED, at: self.now() });
        let event = self.event(EventKind::RECOVERY_CODE_USED, Some(user.id), Some(visitor));
        changes.add(event.by(Method::RECOVERY_CODE));
    }

    /// Records that a code was refused.
    pub(crate) async fn note_refused_code(
        &self,
        user: Option<UserId>,
        visitor: &Visitor,
    ) -> Result<(), PortError> {
        let refused = self.strangers_event(EventKind::PROOF_REFUSED, user, visitor).await;
        match refused {
            Some(event) => {
                let recorded = self.commit(Changes::none().with(event.by(Method::RECOVERY_CODE))).await;
                recorded.map_err(|error| PortError::new(Port::Store, error))
            }
            None => Ok(()),
        }
    }
}

/// What was typed as a code, or why it is none.
pub(crate) fn parse_recovery_code(typed: &str) -> Result<RecoveryCode, Violations> {
    RecoveryCode::parse(typed).map_err(refused_code)
}

/// A refusal of what was typed as a code.
pub(crate) fn refused_code(why: Violation) -> Violations {
    Violations::one(Field::RecoveryCode, why)
}

fn payload(user: UserId, code: &RecoveryCode) -> Vec<u8> {
    [user.as_bytes().as_slice(), code.as_bytes()].concat()
}
