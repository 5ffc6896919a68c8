//! "This was not me": the owner of an address takes the account back, whatever was changed since.

use chrono::{DateTime, Utc};
use thiserror::Error;

use crate::domain::{
    EmailAddress, EventKind, MailDetails, MailKind, Purpose, Token, TokenSubject, User, UserEmail,
};
use crate::kit::{LinkError, LinkRefusal, News, Try, Visitor, attempt, refuses_as};
use crate::manager::{UserManager, span};
use crate::ports::{Changes, CommitError, EmailChange, InvitationChange, PortError, TokenChange, UserChange};

/// A change of a way in was taken back.
pub struct EmailChangeUndone {
    /// The address that is primary again.
    pub email: EmailAddress,
    /// The sealed part of a link to set a new password. Until that is done, no password opens the account.
    pub reset_link: String,
}

impl std::fmt::Debug for EmailChangeUndone {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("EmailChangeUndone").field("email", &self.email).finish_non_exhaustive()
    }
}

/// Why no change was taken back.
#[derive(Debug, Error)]
pub enum UndoEmailChangeError {
    /// Nothing is taken back by mail in this app.
    #[error("nothing is taken back by mail")]
    Off,
    /// The link leads nowhere, or the address belongs to somebody else by now.
    #[error(transparent)]
    Link(LinkRefusal),
    /// Something behind a port failed.
    #[error(transparent)]
    Failed(#[from] PortError),
}

refuses_as!(UndoEmailChangeError: Off, Link, Failed);

impl From<LinkError> for UndoEmailChangeError {
    fn from(error: LinkError) -> Self {
        match error {
            LinkError::Refused(refusal) => Self::Link(refusal),
            LinkError::Failed(error) => Self::Failed(error),
        }
    }
}

/// What the link claims.
struct Claim<'a> {
    token: &'a Token,
    /// The address that comes back, as its row will be.
    restored: UserEmail,
    confirmed_at: DateTime<Utc>,
    gained: Option<&'a EmailAddress>,
}

impl UserManager {
    /// The address that a link would make primary again. Looks only.
    pub async fn undone_email(&self, link: &str) -> Result<EmailAddress, LinkError> {
        let (token, _) = self.linked(Purpose::UndoEmailChange, link).await?;
        match token.subject {
            TokenSubject::Change { told, .. } => Ok(told),
            TokenSubject::Email(_) | TokenSubject::Browser(_) | TokenSubject::Username(_) => {
                Err(LinkRefusal::Invalid.into())
            }
        }
    }

    /// Gives the account back to the owner of the address that was told of a change, also when that address was removed
    /// since, unless another user has confirmed it.
    ///
    /// The address is primary again. The address that came in by the change goes, and so do those that were confirmed after
    /// this one and in the days before the change or since. The password goes: none opens the account until the owner sets
    /// one by the link in the answer. The earliest of the user's former usernames that are kept from others comes back.
    /// Every session ends; links to reset and to confirm, invitations that give roles, and
    /// ways back of younger claims are void. Older claims stay: else an intruder could spoil the owner's.
    pub async fn undo_email_change(
        &self,
        link: &str,
        visitor: &Visitor,
    ) -> Result<EmailChangeUndone, UndoEmailChangeError> {
        if !self.settings().takes_back() {
            return Err(UndoEmailChangeError::Off);
        }
        attempt((), async |()| {
            let (token, user) = self.linked(Purpose::UndoEmailChange, link).await?;
            let claim = self.claim(&token, &user).ok_or(UndoEmailChangeError::Link(LinkRefusal::Invalid))?;
            let mut changes = self.undo(&user, &claim, visitor);
            self.add_former_username(&user, visitor, &mut changes).await?;
            let reset_link = self.add_bound_reset(&user, &token, &mut changes);
            match self.commit(changes).await {
                Ok(()) => Ok(Try::Done(EmailChangeUndone { email: claim.restored.address, reset_link })),
                Err(CommitError::Taken(_)) => Err(UndoEmailChangeError::Link(LinkRefusal::Invalid)),
                Err(CommitError::Gone | CommitError::Stale) => Ok(Try::Again(())),
                Err(CommitError::Failed(error)) => Err(error.into()),
            }
        })
        .await
    }

    fn claim<'a>(&self, token: &'a Token, user: &User) -> Option<Claim<'a>> {
        let TokenSubject::Change { told, confirmed_at, gained } = &token.subject else { return None };
        let fresh = || UserEmail { confirmed_at: Some(*confirmed_at), ..self.proposed_email(told) };
        let restored = user.email(told).cloned().unwrap_or_else(fresh);
        Some(Claim { token, restored, confirmed_at: *confirmed_at, gained: gained.as_ref() })
    }

    fn undo(&self, user: &User, claim: &Claim<'_>, visitor: &Visitor) -> Changes {
        let (at, token) = (self.now(), claim.token);
        let mut changes = Changes::none()
            .with(UserChange::Revise { id: user.id, revision: user.revision })
            .with(TokenChange::Claim { id: token.id, purpose: token.purpose, at })
            .with(TokenChange::VoidSince {
                user: user.id,
                purpose: token.purpose,
                since: claim.confirmed_at,
                at,
            });
        for purpose in [Purpose::ConfirmEmail, Purpose::ResetPassword] {
            changes.add(TokenChange::Void { user: user.id, purpose, at });
        }
        changes.add(UserChange::RemovePassword(user.id));
        Self::sign_out_everywhere(user.id, &mut changes);
        changes.add(InvitationChange::RevokeGiving(user.id, at));
        changes.add(self.event(EventKind::EmailChangeUndone, Some(user.id), Some(visitor)));
        let dropped = self.dropped(user, claim);
        self.add_restored(user, claim, visitor, &mut changes);
        changes.extend(dropped.into_iter().map(|email| EmailChange::Delete(user.id, email.id)));
        changes
    }

    /// The username that the user had first comes back, of those that are kept for them.
    async fn add_former_username(
        &self,
        user: &User,
        visitor: &Visitor,
        changes: &mut Changes,
    ) -> Result<(), PortError> {
        let (kept, at) = (self.former_usernames(user.id).await?, self.now());
        let Some((token, former)) = kept.first().and_then(|token| Some((token, token.kept_username(at)?)))
        else {
            return Ok(());
        };
        changes.add(TokenChange::Claim { id: token.id, purpose: token.purpose, at });
        if user.username.as_ref().is_some_and(|held| held.as_str() == former.as_str()) {
            return Ok(());
        }
        changes.add(UserChange::SetUsername { id: user.id, username: former.clone(), at });
        changes.add(self.event(EventKind::UsernameChanged, Some(user.id), Some(visitor)));
        Ok(())
    }

    /// The addresses that the owner of this one did not have before the change.
    fn dropped<'a>(&self, user: &'a User, claim: &Claim<'_>) -> Vec<&'a UserEmail> {
        let lately = claim.token.created_at - span(self.settings().lifetimes.undo_email_change);
        let is_dropped = |email: &&UserEmail| {
            let gained = claim.gained == Some(&email.address);
            let is_younger = |at: DateTime<Utc>| {
                (at > claim.confirmed_at && at > lately) || (at >= claim.confirmed_at && gained)
            };
            email.id != claim.restored.id && email.confirmed_at.is_none_or(is_younger)
        };
        user.emails.iter().filter(is_dropped).collect()
    }

    /// The address is there, confirmed and primary. Where it was not primary, those that stay are told: an older claim may
    /// still object.
    fn add_restored(&self, user: &User, claim: &Claim<'_>, visitor: &Visitor, changes: &mut Changes) {
        let restored = &claim.restored;
        let usurper = user.primary_email().filter(|email| email.id != restored.id);
        changes.extend(usurper.map(|email| EmailChange::Demote(email.id)));
        match user.email(&restored.address) {
            Some(held) => {
                let (id, address, at) = (held.id, held.address.clone(), claim.confirmed_at);
                changes.add(EmailChange::Confirm { id, address, at });
            }
            None => changes.add(EmailChange::Insert(user.id, restored.clone())),
        }
        if restored.primary {
            return;
        }
        changes.add(EmailChange::MakePrimary(restored.id));
        let dropped = self.dropped(user, claim);
        let stay = user.emails.iter().filter(|email| dropped.iter().all(|gone| gone.id != email.id));
        let left = User { emails: stay.cloned().collect(), ..user.clone() };
        let (kind, gained) = (MailKind::PrimaryEmailChanged, Some(&restored.address));
        let details = MailDetails { about: gained.map(ToString::to_string), ..self.where_and_when(visitor) };
        self.add_news(&left, &News { kind, details, gained }, changes);
    }

    /// A link to set a new password that goes with the claim: not even somebody who asks for another link voids it.
    fn add_bound_reset(&self, user: &User, claim: &Token, changes: &mut Changes) -> String {
        let token = self.fresh_token_about(Purpose::ResetPassword, user, claim.subject.clone());
        let link = self.link_text(token.purpose, token.id);
        changes.add(TokenChange::Insert(token));
        link
    }
}
