//! Invitations: who may send them, what one writes, and what its link leads to.

use std::collections::BTreeSet;

use chrono::TimeDelta;

use crate::domain::{
    Detail, EmailAddress, EventKind, Invitation, InvitationId, InvitationState, Locale, MailDetails,
    MailKind, MailLink, QueuedMail, Role, User, UserId, UserStatus,
};
use crate::kit::{LinkError, LinkRefusal, Visitor, plain_name};
use crate::manager::{UserManager, span};
use crate::ports::{Changes, InvitationChange, InvitationRight, PortError, UserKey};
use crate::seal::Label;

/// An invitation to be written, and what its mail says of it.
pub(crate) struct Draft<'a> {
    pub(crate) email: &'a EmailAddress,
    pub(crate) roles: &'a BTreeSet<Role>,
    pub(crate) inviter: Option<&'a User>,
    /// The language for somebody of whom none is known.
    pub(crate) locale: Option<&'a Locale>,
    /// How long the mail has to wait; the invitation counts from then.
    pub(crate) wait: TimeDelta,
}

impl UserManager {
    /// What a user may do about invitations; `None` for a user who may not invite.
    pub async fn invitation_right(&self, user: &User) -> Result<Option<InvitationRight>, PortError> {
        // An address that nobody proved must not make the site write to others.
        if !self.settings().invites() || user.status != UserStatus::Active {
            return Ok(None);
        }
        self.parts.invitation_policy.right_of(user).await
    }

    /// An open invitation and who sent it. Looks only: accepting is a change.
    pub(crate) async fn invited(&self, link: &str) -> Result<(Invitation, Option<User>), LinkError> {
        let id = self.seals().open_id(Label::Invitation, link).ok_or(LinkRefusal::Invalid)?;
        let id = InvitationId::from_bytes(id);
        let found = self.store().invitation(&id).await?.filter(|_| self.settings().invites());
        let invitation = found.ok_or(LinkRefusal::Invalid)?;
        match invitation.state(self.now()) {
            InvitationState::Open => {}
            InvitationState::Accepted => return Err(LinkRefusal::Used.into()),
            InvitationState::Expired => return Err(LinkRefusal::Expired.into()),
            InvitationState::Revoked => return Err(LinkRefusal::Invalid.into()),
        }
        let Some(inviter) = invitation.inviter else { return Ok((invitation, None)) };
        let inviter = self.store().user(UserKey::Id(inviter)).await?;
        // A user who was shut out must not go on letting others in.
        let inviter = inviter.filter(|inviter| inviter.status != UserStatus::Disabled);
        let inviter = inviter.ok_or(LinkRefusal::Invalid)?;
        if !self.may_still_give(&inviter, &invitation.roles).await? {
            return Err(LinkRefusal::Invalid.into());
        }
        Ok((invitation, Some(inviter)))
    }

    /// Whether the roles of an invitation are still its inviter's to give: a user who lost that right must not come
    /// back to it by an invitation from before.
    async fn may_still_give(&self, inviter: &User, roles: &BTreeSet<Role>) -> Result<bool, PortError> {
        if roles.is_empty() {
            return Ok(true);
        }
        let right = self.invitation_right(inviter).await?;
        Ok(right.is_some_and(|right| roles.is_subset(&right.grantable_roles)))
    }

    /// The invitation is used up by this user.
    pub(crate) fn add_acceptance(
        &self,
        invitation: &Invitation,
        by: UserId,
        visitor: &Visitor,
        changes: &mut Changes,
    ) {
        changes.add(InvitationChange::Accept { id: invitation.id, by, at: self.now() });
        let event = self.event(EventKind::INVITATION_ACCEPTED, Some(by), Some(visitor));
        changes.add(event.with(Detail::ADDRESS, invitation.email.to_string()));
    }

    /// Adds an invitation with its mail: to the owner of the address in their language, to a stranger in that of the
    /// draft.
    pub(crate) async fn add_invitation(
        &self,
        draft: &Draft<'_>,
        changes: &mut Changes,
    ) -> Result<InvitationId, PortError> {
        let (now, lifetime) = (self.now(), span(self.settings().lifetimes.invitation));
        let invitation = Invitation {
            id: InvitationId::fresh(self.parts.entropy.as_ref()),
            email: draft.email.clone(),
            roles: draft.roles.clone(),
            inviter: draft.inviter.map(|inviter| inviter.id),
            created_at: now,
            expires_at: now + draft.wait + lifetime,
            accepted: None,
            revoked_at: None,
        };
        let owner = self.store().user(UserKey::Email(draft.email)).await?;
        let id = invitation.id;
        changes.add(InvitationChange::Insert(Box::new(invitation)));
        // A shut account stays as silent as it is for everybody else.
        if owner.as_ref().is_none_or(|owner| owner.status == UserStatus::Active) {
            let mail = self.invitation_mail(id, draft, owner.as_ref());
            changes.extend(mail.map(|mail| mail.after(draft.wait)));
        }
        Ok(id)
    }

    fn invitation_mail(
        &self,
        invitation: InvitationId,
        draft: &Draft<'_>,
        owner: Option<&User>,
    ) -> Option<QueuedMail> {
        let valid_minutes = span(self.settings().lifetimes.invitation).num_minutes();
        let details = MailDetails {
            link: Some(MailLink::Invitation { invitation, valid_minutes }),
            inviter: draft.inviter.and_then(plain_name),
            ..MailDetails::default()
        };
        let letter = self.letter(MailKind::INVITE).saying(details).otherwise_in(draft.locale);
        match owner {
            // As the owner wrote it, never as the inviter did.
            Some(owner) => {
                let address = owner.email(draft.email).map_or(draft.email, |held| &held.address);
                letter.to_user(owner, address)
            }
            None => letter.to_address(draft.email),
        }
    }
}
