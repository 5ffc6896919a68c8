//! Replacing the app's secret: boxes that an earlier secret closed are closed anew.

use crate::boxes::{BoxError, BoxFor, BoxLabel, Standing};
use crate::domain::{Credential, CredentialId, CredentialSecret};
use crate::manager::UserManager;
use crate::ports::{Changes, CommitError, CredentialChange, Port, PortError};

/// How many credentials are looked at at once.
const PAGE: u32 = 500;
/// How often one credential is looked at that others change meanwhile.
const TRIES: u32 = 5;

/// What becomes of boxes that an earlier secret closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rewrap {
    /// They are closed anew under the current secret.
    Renew,
    /// They are counted, and stay as they are.
    Check,
}

/// What was found of the secrets of credentials.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Rewrapped {
    /// Closed under the current secret already.
    pub current: u64,
    /// Closed under an earlier secret: renewed or, by [`Rewrap::Check`], to be renewed.
    pub renewed: u64,
    /// Neither the current secret nor any earlier one opens them: they prove nothing any more. In order of id.
    pub unreadable: Vec<CredentialId>,
    /// Recovery codes that were made under an earlier secret and are not used. They cannot be renewed: once that secret
    /// is dropped, they get nobody in, and their users have to make new ones.
    pub codes_earlier: u64,
    /// Recovery codes that were made under a secret that is not known any more. They get nobody in, and their users are
    /// told on the page of their codes.
    pub codes_lost: u64,
    /// Of kinds that this program does not know: a newer one may keep their secrets in boxes.
    pub unknown: u64,
}

/// What became of one credential.
enum Found {
    Current,
    Renewed,
    Unreadable,
    /// It was deleted meanwhile.
    Gone,
}

impl UserManager {
    /// Looks at the secret of every credential that is in a [box](crate::boxes), and closes those anew that an earlier
    /// secret closed. Once none is left, the earlier secret can be dropped. It may run beside everything else, be
    /// stopped anywhere and be run again. Kinds whose secret is a hash are passed over; recovery codes are counted by
    /// the secret under which they were made.
    pub async fn rewrap_secrets(&self, how: Rewrap) -> Result<Rewrapped, PortError> {
        let (mut found, mut after) = (Rewrapped::default(), None);
        loop {
            let page = self.store().credentials(after, PAGE).await?;
            let Some(last) = page.last() else { return Ok(found) };
            after = Some(last.id);
            for credential in page {
                if let Some(standing) = self.standing_as_code(&credential) {
                    self.count_code(&credential, standing, &mut found);
                    continue;
                }
                if !self.boxes().hold(credential.kind) {
                    found.unknown += u64::from(!credential.kind.is_known());
                    continue;
                }
                let id = credential.id;
                match self.rewrap_one(credential, how).await? {
                    Found::Current => found.current += 1,
                    Found::Renewed => found.renewed += 1,
                    Found::Unreadable => found.unreadable.push(id),
                    Found::Gone => {}
                }
            }
        }
    }

    fn count_code(&self, code: &Credential, standing: Standing, found: &mut Rewrapped) {
        if code.last_used_at.is_some() || !code.is_good(self.now()) {
            return;
        }
        match standing {
            Standing::Current => {}
            Standing::Earlier => found.codes_earlier += 1,
            Standing::Unknown => found.codes_lost += 1,
        }
    }

    async fn rewrap_one(&self, mut credential: Credential, how: Rewrap) -> Result<Found, PortError> {
        for _ in 0..TRIES {
            let (label, place) = (BoxLabel::Credential(credential.kind), BoxFor::credential(&credential));
            let boxed = credential.secret.reveal();
            let Ok(plain) = self.boxes().open(label, place, boxed) else { return Ok(Found::Unreadable) };
            if self.boxes().is_current(boxed) {
                return Ok(Found::Current);
            }
            if how == Rewrap::Check {
                return Ok(Found::Renewed);
            }
            let closed = self.boxes().close(label, place, &plain).map_err(not_closed)?;
            let (id, from, to) = (credential.id, credential.secret.clone(), CredentialSecret::new(closed));
            match self.commit(Changes::none().with(CredentialChange::Rewrap { id, from, to })).await {
                Ok(()) => return Ok(Found::Renewed),
                Err(CommitError::Failed(error)) => return Err(error),
                // Deleted, or another secret by now.
                Err(CommitError::Gone | CommitError::Stale | CommitError::Taken(_)) => {}
            }
            let Some((now, _)) = self.store().credential(credential.kind, &credential.handle).await? else {
                return Ok(Found::Gone);
            };
            credential = now;
        }
        Err(PortError::new(Port::Store, "a credential changed each time it was looked at"))
    }
}

fn not_closed(error: BoxError) -> PortError {
    PortError::new(Port::Store, error)
}
