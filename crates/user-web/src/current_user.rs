//! Who is signed in, as handlers take it.

use user_core::UserManager;
use user_core::domain::{Requirement, Session, User};
use user_core::flows::Current;

/// The user who is signed in.
#[derive(Clone, Debug)]
pub struct CurrentUser {
    users: UserManager,
    current: Current,
}

impl CurrentUser {
    pub(crate) fn new(users: &UserManager, current: &Current) -> Self {
        Self { users: users.clone(), current: current.clone() }
    }

    /// The user.
    pub const fn user(&self) -> &User {
        &self.current.user
    }

    /// The session.
    pub const fn session(&self) -> &Session {
        &self.current.session
    }

    /// User and session, as the flows take them.
    pub const fn current(&self) -> &Current {
        &self.current
    }

    /// Whether the user meets a requirement, at this moment.
    pub fn meets(&self, requirement: &Requirement) -> bool {
        self.users.authorize(requirement, Some(&self.current)).is_ok()
    }
}
