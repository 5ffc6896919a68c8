//! `demo user`: making and managing users.

use anyhow::{Context, bail};
use user_core::UserManager;
use user_core::domain::User;
use user_core::flows::NewAccount;

use super::views::{UserDetails, UserLine};
use super::words::refusal;
use crate::cli::{NewUser, Output, UserCommand};
use crate::{output, password};

/// How many of a user's latest events are shown.
const EVENTS: u32 = 20;

pub(super) async fn run(users: &UserManager, command: UserCommand) -> anyhow::Result<()> {
    match command {
        UserCommand::Create(new) => create(users, new).await,
        UserCommand::List { after, limit, output } => list(users, after, limit, output).await,
        UserCommand::Show { user, output } => show(users, &find(users, &user).await?, output).await,
        other => change(users, other).await,
    }
}

/// Everything that changes one user, who is then shown.
async fn change(users: &UserManager, command: UserCommand) -> anyhow::Result<()> {
    let (name, role) = match &command {
        UserCommand::Disable { user } | UserCommand::Enable { user } | UserCommand::SetPassword { user } => {
            (user, "")
        }
        UserCommand::Grant { user, role } | UserCommand::Revoke { user, role } => (user, role.as_str()),
        UserCommand::Create(_) | UserCommand::List { .. } | UserCommand::Show { .. } => return Ok(()),
    };
    let id = find(users, name).await?.id;
    let done = match &command {
        UserCommand::Disable { .. } => users.disable_user(id).await,
        UserCommand::Enable { .. } => users.enable_user(id).await,
        UserCommand::Grant { .. } => users.grant_role(id, role).await,
        UserCommand::Revoke { .. } => users.revoke_role(id, role).await,
        _ => users.set_password(id, &password::ask()?).await,
    };
    done.map_err(|error| refusal(users, error))?;
    let changed = find(users, &id.to_string()).await?;
    output::line(UserLine::from(&changed))
}

async fn find(users: &UserManager, name: &str) -> anyhow::Result<User> {
    users.find_user(name).await?.with_context(|| format!("there is no user `{name}`"))
}

async fn create(users: &UserManager, new: NewUser) -> anyhow::Result<()> {
    let password = if new.no_password { String::new() } else { password::ask()? };
    let account = NewAccount { username: new.username, email: new.email, password, roles: new.roles };
    let user = users.create_user(&account).await.map_err(|error| refusal(users, error))?;
    if new.output.json { output::json(&UserLine::from(&user)) } else { output::line(UserLine::from(&user)) }
}

async fn list(users: &UserManager, after: Option<String>, limit: u32, output: Output) -> anyhow::Result<()> {
    let after = match after.as_deref().map(str::parse) {
        Some(Ok(id)) => Some(id),
        Some(Err(_)) => bail!("--after takes the id of a user"),
        None => None,
    };
    let found = users.users(after, limit).await?;
    let lines: Vec<_> = found.iter().map(UserLine::from).collect();
    if output.json {
        return output::json(&lines);
    }
    lines.iter().try_for_each(output::line)
}

async fn show(users: &UserManager, user: &User, output: Output) -> anyhow::Result<()> {
    let details = UserDetails::new(user, &users.events_of(user.id, EVENTS).await?);
    if output.json { output::json(&details) } else { output::line(details) }
}
