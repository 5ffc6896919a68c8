//! Inviting people: sending an invitation, again, and taking it back.

use std::collections::{BTreeSet, HashSet};
use std::time::Duration;

use chrono::TimeDelta;
use thiserror::Error;

use crate::domain::{
    Detail, EmailAddress, EventKind, Field, Invitation, InvitationId, MailKind, Role, Unmet, User, UserId,
    Violation, Violations,
};
use crate::kit::{Current, Draft, Try, Visitor, attempt, limits_fail_as, refuses_as, same_password};
use crate::manager::{UserManager, span};
use crate::ports::{Changes, CommitError, InvitationChange, InvitationRight, PortError, UserChange};

/// So many of somebody's latest invitations are looked at.
const LATEST: u32 = 100;
/// Among so many an earlier invitation to the same address is found: more than a user can send while one is open.
const ALL: u32 = 10_000;

/// What was typed into the form that invites.
#[derive(Clone, Debug, Default)]
pub struct InviteForm {
    /// Whom to invite.
    pub email: String,
    /// The roles to give along, separated by commas.
    pub roles: String,
}

/// Why nobody was invited. That the address has an account is not among it: the inviter is not told.
#[derive(Debug, Error)]
pub enum InviteError {
    /// There are no invitations in this app.
    #[error("there are no invitations")]
    Off,
    /// This user may not invite.
    #[error("not allowed to invite")]
    NotAllowed,
    /// Roles are given only by somebody who proved the password lately.
    #[error("the password was not proven lately")]
    NotFresh,
    /// The form was not right.
    #[error("refused: {0}")]
    Invalid(Violations),
    /// The invitation is not one of theirs, or was accepted.
    #[error("there is no such invitation")]
    Unknown,
    /// Too many invitations by this user.
    #[error("too many attempts")]
    Throttled {
        /// How long to wait.
        retry_after: Duration,
    },
    /// The account is gone or disabled.
    #[error("the account is gone")]
    Gone,
    /// Something behind a port failed.
    #[error(transparent)]
    Failed(#[from] PortError),
}

refuses_as!(InviteError: Off, NotFresh, Invalid, Unknown, Throttled, Gone, Failed; Own::NotAllowed => Self::Unmet(Unmet::NotAllowed));

limits_fail_as!(InviteError);

/// Whom to invite, with what.
struct Wanted {
    email: EmailAddress,
    roles: BTreeSet<Role>,
}

impl UserManager {
    /// Invites a person by mail, and returns the address as it was parsed. The answer is the same whether or not
    /// the address has an account. An open invitation of the same inviter to the same address is replaced.
    pub async fn invite(
        &self,
        current: &Current,
        form: &InviteForm,
        visitor: &Visitor,
    ) -> Result<EmailAddress, InviteError> {
        self.right_to_invite(&current.user).await?;
        let wanted = self.parse_invite(form).map_err(InviteError::Invalid)?;
        self.send_invitation(current, &wanted, visitor).await?;
        Ok(wanted.email)
    }

    /// Sends one of the user's invitations again, under a new link. The earlier link leads nowhere from then on.
    pub async fn resend_invitation(
        &self,
        current: &Current,
        id: InvitationId,
        visitor: &Visitor,
    ) -> Result<EmailAddress, InviteError> {
        self.right_to_invite(&current.user).await?;
        let Invitation { email, roles, .. } =
            self.own_invitation(current.user.id, id).await?.ok_or(InviteError::Unknown)?;
        self.send_invitation(current, &Wanted { email: email.clone(), roles }, visitor).await?;
        Ok(email)
    }

    /// Revokes one of the user's invitations, whatever they may do by now, and answers where it had gone to.
    pub async fn revoke_invitation(
        &self,
        current: &Current,
        id: InvitationId,
        visitor: &Visitor,
    ) -> Result<EmailAddress, InviteError> {
        if !self.settings().invites() {
            return Err(InviteError::Off);
        }
        let user = current.user.id;
        let invitation = self.own_invitation(user, id).await?.ok_or(InviteError::Unknown)?;
        let event = self
            .event(EventKind::INVITATION_REVOKED, Some(user), Some(visitor))
            .with(Detail::ADDRESS, invitation.email.to_string());
        let revoke = InvitationChange::Revoke(id, self.now());
        match self.commit(Changes::none().with(revoke).with(event).done_by(current)).await {
            Ok(()) => Ok(invitation.email),
            Err(CommitError::Failed(error)) => Err(error.into()),
            Err(CommitError::Gone | CommitError::Stale | CommitError::Taken(_)) => Err(InviteError::Unknown),
        }
    }

    /// Returns the latest invitations of a user, newest first: the last one for each address.
    pub async fn sent_invitations(&self, inviter: UserId) -> Result<Vec<Invitation>, PortError> {
        let mut sent = self.store().invitations(Some(inviter), LATEST).await?;
        let mut seen = HashSet::new();
        sent.retain(|invitation| seen.insert(invitation.email.key().to_owned()));
        Ok(sent)
    }

    async fn right_to_invite(&self, user: &User) -> Result<InvitationRight, InviteError> {
        if !self.settings().invites() {
            return Err(InviteError::Off);
        }
        self.invitation_right(user).await?.ok_or(InviteError::NotAllowed)
    }

    /// An invitation of this user that nobody has accepted.
    async fn own_invitation(&self, user: UserId, id: InvitationId) -> Result<Option<Invitation>, PortError> {
        let found = self.store().invitation(&id).await?;
        Ok(found.filter(|found| found.inviter == Some(user) && found.accepted.is_none()))
    }

    async fn send_invitation(
        &self,
        current: &Current,
        wanted: &Wanted,
        visitor: &Visitor,
    ) -> Result<(), InviteError> {
        if !wanted.roles.is_empty() && !self.is_stepped_up(current) {
            return Err(InviteError::NotFresh);
        }
        let inviter = &current.user;
        self.check_roles(inviter, wanted).await?;
        self.reserve_invitation(inviter.id, visitor).await?;
        // Even if others used up the mails to this address, it is invited: the mail comes later.
        let wait = span(self.mail_wait(MailKind::INVITE, &wanted.email).await?);
        attempt(inviter.clone(), async |inviter: User| {
            let changes = self.invitation_by(&inviter, wanted, wait, visitor).await?.done_by(current);
            if self.commit_unless_lost(changes).await? {
                return Ok(Try::Done(()));
            }
            let now = self.reread(&inviter).await?.ok_or(InviteError::Gone)?;
            // The password changed meanwhile, so the requester may be the intruder it was changed against.
            if !same_password(&now, &inviter) {
                return Err(InviteError::NotFresh);
            }
            self.check_roles(&now, wanted).await?;
            Ok(Try::Again(now))
        })
        .await
    }

    /// Whether the user may invite at all, and give these roles along.
    async fn check_roles(&self, inviter: &User, wanted: &Wanted) -> Result<(), InviteError> {
        let right = self.right_to_invite(inviter).await?;
        if wanted.roles.is_subset(&right.grantable_roles) {
            return Ok(());
        }
        Err(InviteError::Invalid(Violations::one(Field::Roles, Violation::NotYoursToGive)))
    }

    async fn invitation_by(
        &self,
        inviter: &User,
        wanted: &Wanted,
        wait: TimeDelta,
        visitor: &Visitor,
    ) -> Result<Changes, PortError> {
        let (id, revision) = (inviter.id, inviter.revision);
        // Of two invitations of one user at once, the second must see the first.
        let mut changes = Changes::none().with(UserChange::Revise { id, revision });
        for earlier in self.store().invitations(Some(id), ALL).await? {
            let is_unanswered = earlier.accepted.is_none() && earlier.revoked_at.is_none();
            if earlier.email == wanted.email && is_unanswered {
                changes.add(InvitationChange::Revoke(earlier.id, self.now()));
            }
        }
        let (email, roles) = (&wanted.email, &wanted.roles);
        let draft = Draft { email, roles, inviter: Some(inviter), locale: Some(&visitor.locale), wait };
        self.add_invitation(&draft, &mut changes).await?;
        let event = self.event(EventKind::USER_INVITED, Some(id), Some(visitor));
        changes.add(event.with(Detail::ADDRESS, email.to_string()));
        Ok(changes)
    }

    fn parse_invite(&self, form: &InviteForm) -> Result<Wanted, Violations> {
        let mut violations = Violations::none();
        let email = violations.collect(Field::Email, self.parse_email(&form.email));
        let named = form.roles.split(',').map(str::trim).filter(|role| !role.is_empty());
        let roles: Option<BTreeSet<_>> = named.map(|role| Role::parse(role).ok()).collect();
        if roles.is_none() {
            violations.add(Field::Roles, Violation::BadCharacters);
        }
        match (email, roles) {
            (Some(email), Some(roles)) => Ok(Wanted { email, roles }),
            _ => Err(violations),
        }
    }
}
