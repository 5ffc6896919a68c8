//! Credentials.

use crate::domain::{Credential, CredentialId, CredentialKind, User, UserId};
use crate::ports::{CommitError, CredentialChange, Unique};

use super::{Tables, count, refuse_second_row};

impl Tables {
    /// The credentials of a user in order of id: those of one kind, or all.
    pub fn credentials_of(&self, user: UserId, kind: Option<CredentialKind>) -> Vec<Credential> {
        let wanted =
            |found: &&Credential| found.user_id == user && kind.is_none_or(|kind| found.kind == kind);
        self.credentials.values().filter(wanted).cloned().collect()
    }

    /// The credential of this kind with this handle, and its user.
    pub fn credential(&self, kind: CredentialKind, handle: &str) -> Option<(&Credential, &User)> {
        let found = self.credentials.values().find(|found| found.kind == kind && found.handle == handle)?;
        Some((found, self.users.get(&found.user_id)?))
    }

    /// Up to `limit` credentials in order of id, those after `after`.
    pub fn credentials_after(&self, after: Option<CredentialId>, limit: u32) -> Vec<Credential> {
        let later = self.credentials.values().filter(|found| after.is_none_or(|after| found.id > after));
        later.take(count(limit)).cloned().collect()
    }

    pub(super) fn change_credential(&mut self, change: &CredentialChange) -> Result<(), CommitError> {
        match change {
            CredentialChange::Insert(credential) => self.insert_credential(credential)?,
            CredentialChange::Use { id, from, to, at } => {
                let used = self.credential_where(*id, |found| found.count == *from && found.is_good(*at))?;
                used.count = *to;
                used.last_used_at = Some(*at);
            }
            CredentialChange::Rename { user, id, label } => {
                self.credential_where(*id, |found| found.user_id == *user)?.label.clone_from(label);
            }
            CredentialChange::Delete { user, id } => {
                self.credential_where(*id, |found| found.user_id == *user)?;
                self.credentials.remove(id);
            }
            CredentialChange::DeleteKind { user, kind } => {
                self.credentials.retain(|_, found| found.user_id != *user || found.kind != *kind);
            }
            CredentialChange::DeleteSince { user, since, kept } => {
                let goes = |found: &Credential| found.created_at >= *since && !kept.contains(&found.kind);
                self.credentials.retain(|_, found| found.user_id != *user || !goes(found));
            }
            CredentialChange::Rewrap { id, from, to } => {
                self.credential_where(*id, |found| found.secret == *from)?.secret = to.clone();
            }
        }
        Ok(())
    }

    fn insert_credential(&mut self, credential: &Credential) -> Result<(), CommitError> {
        refuse_second_row(self.credentials.contains_key(&credential.id))?;
        self.user_mut(credential.user_id)?;
        if self.credential(credential.kind, &credential.handle).is_some() {
            return Err(CommitError::Taken(Unique::Credential));
        }
        self.credentials.insert(credential.id, credential.clone());
        Ok(())
    }

    fn credential_where(
        &mut self,
        id: CredentialId,
        fits: impl Fn(&Credential) -> bool,
    ) -> Result<&mut Credential, CommitError> {
        self.credentials.get_mut(&id).filter(|found| fits(found)).ok_or(CommitError::Gone)
    }
}
