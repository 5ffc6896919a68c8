//! Who may give roles with an invitation, as a rule of the demo's own.

use async_trait::async_trait;
use user_core::domain::{Role, User};
use user_core::ports::{InvitationPolicy, InvitationRight, PortError};
use user_core::settings::Invitations;

/// The roles that the pages of the demo ask for.
const ROLES: [&str; 4] = ["admin", "agent", "sauce", "secret"];

/// Who may invite is as the settings say; administrators may give every role that the demo knows along.
pub(crate) struct AdministratorsGiveRoles(pub(crate) Invitations);

#[async_trait]
impl InvitationPolicy for AdministratorsGiveRoles {
    async fn right_of(&self, user: &User) -> Result<Option<InvitationRight>, PortError> {
        let right = self.0.right_of(user).await?;
        Ok(right.map(|mut right| {
            if user.has_role("admin") {
                right.grantable_roles.extend(ROLES.iter().filter_map(|role| Role::parse(role).ok()));
            }
            right
        }))
    }
}
