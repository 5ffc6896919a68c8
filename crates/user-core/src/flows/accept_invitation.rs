//! Accepting an invitation: looking at it, and taking it up with an account that is there. A person without one
//! registers with it.

use chrono::{DateTime, Utc};
use thiserror::Error;

use crate::domain::{Detail, EmailAddress, EventKind, Invitation, Purpose, Unmet, User, UserEmail};
use crate::kit::{Current, LinkError, LinkRefusal, Try, Visitor, attempt, links_fail_as, refuses_as};
use crate::manager::UserManager;
use crate::ports::{Changes, CommitError, PortError, RoleChange, TokenChange, UserChange, UserKey};

/// What the holder of the link of an open invitation learns.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Invited {
    /// Who is invited.
    pub email: EmailAddress,
    /// The name of the inviter; `None` when code or an administrator invites.
    pub inviter: Option<String>,
    /// Whether the address has an account, whose owner accepts by signing in.
    pub has_account: bool,
}

/// Why an invitation was not accepted.
#[derive(Debug, Error)]
pub enum AcceptInvitationError {
    /// There are no invitations in this app.
    #[error("there are no invitations")]
    Off,
    /// The link leads nowhere.
    #[error(transparent)]
    Link(LinkRefusal),
    /// It is for somebody else than who is signed in.
    #[error("the invitation is for somebody else")]
    SomebodyElse,
    /// The account is gone or disabled.
    #[error("the account is gone")]
    Gone,
    /// Something behind a port failed.
    #[error(transparent)]
    Failed(#[from] PortError),
}

refuses_as!(AcceptInvitationError: Off, Link, Gone, Failed; Own::SomebodyElse => Self::Unmet(Unmet::NotAllowed));

links_fail_as!(AcceptInvitationError, Link);

impl UserManager {
    /// Returns the invitation of a link without accepting it. A page calls it when the link is opened, because mail
    /// scanners open links too.
    pub async fn invitation(&self, link: &str) -> Result<Invited, LinkError> {
        let (invitation, inviter) = self.invited(link).await?;
        let has_account = self.store().user(UserKey::Email(&invitation.email)).await?.is_some();
        let inviter = inviter.map(|inviter| inviter.display_name().to_owned());
        Ok(Invited { email: invitation.email, inviter, has_account })
    }

    /// Accepts an invitation for the user who is signed in, once, and gives them its roles. It must be for an address
    /// of theirs; one that was not confirmed yet is confirmed by it, as the link came by mail.
    pub async fn accept_invitation(
        &self,
        current: &Current,
        link: &str,
        visitor: &Visitor,
    ) -> Result<(), AcceptInvitationError> {
        if !self.settings().invites() {
            return Err(AcceptInvitationError::Off);
        }
        attempt(current.user.clone(), async |user: User| {
            let (invitation, _) = self.invited(link).await?;
            let held = held_for(&user, &invitation.email).ok_or(AcceptInvitationError::SomebodyElse)?;
            let since = self.counts_since(&user, held).await?;
            let changes = self.acceptance(&user, (held, since), &invitation, visitor).done_by(current);
            match self.commit(changes).await {
                Ok(()) => Ok(Try::Done(())),
                Err(CommitError::Failed(error)) => Err(error.into()),
                // Another account has confirmed the address meanwhile.
                Err(CommitError::Taken(_)) => Err(AcceptInvitationError::SomebodyElse),
                Err(CommitError::Stale | CommitError::Gone) => {
                    Ok(Try::Again(self.reread(&user).await?.ok_or(AcceptInvitationError::Gone)?))
                }
            }
        })
        .await
    }

    /// Returns whether an invitation is for an address of this user.
    pub fn may_accept(&self, user: &User, invited: &Invited) -> bool {
        held_for(user, &invited.email).is_some()
    }

    fn acceptance(
        &self,
        user: &User,
        (held, since): (&UserEmail, DateTime<Utc>),
        invitation: &Invitation,
        visitor: &Visitor,
    ) -> Changes {
        let mut changes = if held.confirmed_at.is_some() {
            Changes::none().with(UserChange::Revise { id: user.id, revision: user.revision })
        } else {
            let (email, purpose, at) = (held.id, Purpose::CONFIRM_EMAIL, self.now());
            self.confirmed(user, held, since, visitor).with(TokenChange::VoidFor { email, purpose, at })
        };
        for role in invitation.roles.difference(&user.roles) {
            changes.add(RoleChange::Grant(user.id, role.clone()));
            let event = self.event(EventKind::ROLE_GRANTED, Some(user.id), Some(visitor));
            changes.add(event.with(Detail::ROLE, role.as_str()));
        }
        self.add_acceptance(invitation, user.id, visitor, &mut changes);
        changes
    }
}

/// The invited address, where it is this user's: confirmed, or the one that is to be their first.
fn held_for<'a>(user: &'a User, email: &EmailAddress) -> Option<&'a UserEmail> {
    let is_first = user.primary_email().is_none();
    user.email(email).filter(|held| held.confirmed_at.is_some() || is_first)
}
