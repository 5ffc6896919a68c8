//! Where a user is signed in, and the end of it.

use serde::Serialize;
use user_core::UserManager;
use user_core::domain::{Session, User};

use crate::show::{self, rfc3339};
use crate::{CliError, Terminal};

/// A session without what its cookie holds.
#[derive(Serialize)]
struct SessionView {
    id: String,
    created_at: String,
    last_seen_at: String,
    expires_at: String,
    address: Option<String>,
    user_agent: Option<String>,
}

impl From<&Session> for SessionView {
    fn from(session: &Session) -> Self {
        Self {
            id: session.id.to_string(),
            created_at: rfc3339(session.created_at),
            last_seen_at: rfc3339(session.last_seen_at),
            expires_at: rfc3339(session.expires_at),
            address: session.address.map(|address| address.to_string()),
            user_agent: session.user_agent.clone(),
        }
    }
}

impl SessionView {
    fn row(&self) -> Vec<String> {
        let or_none = |text: &Option<String>| text.clone().unwrap_or_else(|| "-".to_owned());
        vec![self.id.clone(), self.last_seen_at.clone(), or_none(&self.address), or_none(&self.user_agent)]
    }
}

/// Lists the sessions of a user, latest seen first.
pub(super) async fn list(
    users: &UserManager,
    user: &User,
    json: bool,
    terminal: &mut dyn Terminal,
) -> Result<(), CliError> {
    tell(&users.sessions(user.id).await?, json, terminal)
}

/// Ends every session of a user, and lists those that there were.
pub(super) async fn end(
    users: &UserManager,
    user: &User,
    json: bool,
    terminal: &mut dyn Terminal,
) -> Result<(), CliError> {
    let ended = users.sessions(user.id).await?;
    users.end_sessions(user.id).await.map_err(|error| CliError::of(users, error))?;
    tell(&ended, json, terminal)
}

fn tell(sessions: &[Session], json: bool, terminal: &mut dyn Terminal) -> Result<(), CliError> {
    let views: Vec<_> = sessions.iter().map(SessionView::from).collect();
    if json {
        return show::json(terminal, &views);
    }
    show::table(terminal, &views.iter().map(SessionView::row).collect::<Vec<_>>())
}
