//! Invitations from code or from the command line: by nobody in particular, with any roles.

use std::collections::BTreeSet;

use chrono::TimeDelta;

use crate::domain::{
    Detail, EmailAddress, EventKind, Field, Invitation, InvitationId, Locale, Role, Violation, Violations,
};
use crate::kit::{AdministrationError, Draft, parse_roles, refused};
use crate::manager::UserManager;
use crate::ports::{Changes, InvitationChange, PortError};

/// An invitation that an administrator sends.
#[derive(Clone, Debug, Default)]
pub struct NewInvitation {
    /// Whom to invite.
    pub email: String,
    /// The roles to give along: any.
    pub roles: Vec<String>,
    /// The language of the mail to somebody of whom none is known. Default: that of the site.
    pub locale: Option<Locale>,
}

impl UserManager {
    /// Invites a person in the name of the site, and returns the invitation. No limit counts, and every open invitation
    /// to the same address is replaced, no matter who sent it.
    pub async fn invite_as_administrator(
        &self,
        new: &NewInvitation,
    ) -> Result<InvitationId, AdministrationError> {
        if !self.settings().invites() {
            return Err(AdministrationError::NoInvitations);
        }
        let (email, roles) = parse(new).map_err(AdministrationError::Invalid)?;
        if email.needs_smtputf8() {
            // A command has not spoken to the mail server yet.
            self.parts.mailer.learn().await;
            if !self.carries_smtputf8() {
                let refused = Violations::one(Field::Email, Violation::NotAscii);
                return Err(AdministrationError::Invalid(refused));
            }
        }
        let mut changes = Changes::none().with(InvitationChange::RevokeAll(email.clone(), self.now()));
        let draft = Draft {
            email: &email,
            roles: &roles,
            inviter: None,
            locale: new.locale.as_ref(),
            wait: TimeDelta::zero(),
        };
        let id = self.add_invitation(&draft, &mut changes).await?;
        let event = self.event(EventKind::USER_INVITED, None, None);
        changes.add(event.with(Detail::ADDRESS, email.to_string()));
        self.commit(changes).await.map(|()| id).map_err(refused)
    }

    /// Revokes an invitation, no matter who sent it.
    pub async fn revoke_invitation_as_administrator(
        &self,
        id: InvitationId,
    ) -> Result<(), AdministrationError> {
        let event = self.event(EventKind::INVITATION_REVOKED, None, None);
        let revoke = InvitationChange::Revoke(id, self.now());
        self.commit(Changes::none().with(revoke).with(event)).await.map_err(refused)
    }

    /// Returns the latest invitations of all users, newest first.
    pub async fn all_invitations(&self, limit: u32) -> Result<Vec<Invitation>, PortError> {
        self.store().invitations(None, limit).await
    }
}

fn parse(new: &NewInvitation) -> Result<(EmailAddress, BTreeSet<Role>), Violations> {
    let mut violations = Violations::none();
    let email = violations.collect(Field::Email, EmailAddress::parse(&new.email));
    let roles = violations.collect_all(parse_roles(&new.roles));
    email.zip(roles).ok_or(violations)
}
