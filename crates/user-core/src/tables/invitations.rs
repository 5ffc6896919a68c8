//! Invitations.

use std::cmp::Reverse;

use crate::domain::{Acceptance, Invitation, InvitationId, InvitationState, UserId};
use crate::ports::{CommitError, InvitationChange};
use chrono::{DateTime, Utc};

use super::{Tables, count, refuse_second_row};

impl Tables {
    /// The latest invitations, newest first: those that `inviter` made or, without one, everybody's.
    pub fn latest_invitations(&self, inviter: Option<UserId>, limit: u32) -> Vec<Invitation> {
        let wanted = |found: &&Invitation| inviter.is_none() || found.inviter == inviter;
        let mut all: Vec<&Invitation> = self.invitations.values().filter(wanted).collect();
        all.sort_by_key(|found| (Reverse(found.created_at), found.id));
        all.into_iter().take(count(limit)).cloned().collect()
    }

    pub(super) fn change_invitation(&mut self, change: &InvitationChange) -> Result<(), CommitError> {
        match change {
            InvitationChange::Insert(invitation) => {
                refuse_second_row(self.invitations.contains_key(&invitation.id))?;
                self.invitations.insert(invitation.id, Invitation::clone(invitation));
            }
            InvitationChange::Accept { id, by, at } => {
                let open = |found: &Invitation| found.state(*at) == InvitationState::Open;
                self.invitation_where(*id, open)?.accepted = Some(Acceptance { at: *at, by: *by });
            }
            InvitationChange::Revoke(id, at) => {
                self.invitation_where(*id, is_unanswered)?.revoked_at = Some(*at);
            }
            InvitationChange::RevokeAll(email, at) => self.revoke_where(*at, |found| found.email == *email),
            InvitationChange::RevokeGiving(user, at) => {
                self.revoke_where(*at, |found| found.inviter == Some(*user) && !found.roles.is_empty());
            }
        }
        Ok(())
    }

    fn revoke_where(&mut self, at: DateTime<Utc>, which: impl Fn(&Invitation) -> bool) {
        for found in self.invitations.values_mut().filter(|found| is_unanswered(found) && which(found)) {
            found.revoked_at = Some(at);
        }
    }

    fn invitation_where(
        &mut self,
        id: InvitationId,
        fits: impl Fn(&Invitation) -> bool,
    ) -> Result<&mut Invitation, CommitError> {
        self.invitations.get_mut(&id).filter(|found| fits(found)).ok_or(CommitError::Gone)
    }
}

/// Neither accepted nor revoked, however old.
fn is_unanswered(invitation: &Invitation) -> bool {
    invitation.accepted.is_none() && invitation.revoked_at.is_none()
}
