//! `user`: making and managing users.

mod change;
mod factors;
mod list;
mod sessions;
mod view;

use chrono::SecondsFormat;
use clap::{Args, Subcommand};
use user_core::UserManager;
use user_core::domain::{User, UserId};
use user_core::flows::{NewAccount, NewInvitation};

use crate::password::Given;
use crate::{CliError, Format, PasswordSource, Terminal, show};
pub use change::{Deletion, ProfileEdit};
pub use list::UserFilter;
use view::{InvitationView, UserDetails, UserView, WithPassword};

/// How many of a user's latest events are shown.
const EVENTS: u32 = 20;
/// How many accounts are named that wait with one address.
const REGISTRANTS: u32 = 10;
/// Who did it, in the events of what commands do.
pub(crate) const ACTOR: &str = "command line";

/// `user …`: make and manage users, who are named by username, address or id.
#[derive(Args, Clone, Debug)]
pub struct UserCommand {
    /// Output format: text for people, or JSON for scripts.
    #[command(flatten)]
    pub format: Format,
    /// What to do.
    #[command(subcommand)]
    pub action: UserAction,
}

/// What to do with users.
#[derive(Clone, Debug, Subcommand)]
pub enum UserAction {
    /// Make a user; the address counts as confirmed.
    Create(NewUser),
    /// List users in the order in which they came.
    List(UserFilter),
    /// Show one user, with sessions and latest events.
    Show {
        /// Username, address or id.
        user: String,
    },
    /// Shut an account: every session ends, every link is void.
    Disable {
        /// Username, address or id.
        user: String,
    },
    /// Open a disabled account again.
    Enable {
        /// Username, address or id.
        user: String,
    },
    /// Give a user a role.
    Grant {
        /// Username, address or id.
        user: String,
        /// The role.
        role: String,
    },
    /// Take a role away.
    Revoke {
        /// Username, address or id.
        user: String,
        /// The role.
        role: String,
    },
    /// Give a user another username; the user is told by mail.
    Rename {
        /// Username, address or id.
        user: String,
        /// The new username.
        username: String,
    },
    /// Give a user another primary address, which counts as confirmed; the former and the new one are told by mail.
    SetEmail {
        /// Username, address or id.
        user: String,
        /// The new address.
        email: String,
    },
    /// Change language, time zone and declared fields of a user.
    Edit {
        /// Username, address or id.
        user: String,
        /// What to change.
        #[command(flatten)]
        edit: ProfileEdit,
    },
    /// Delete a user with everything of theirs, at once or after a grace.
    Delete(Deletion),
    /// Call off the deletion of a user.
    Keep {
        /// Username, address or id.
        user: String,
    },
    /// Invite somebody by mail, with any roles. An open invitation to the same address is replaced.
    Invite {
        /// Whom to invite.
        email: String,
        /// A role to give along; may be given several times.
        #[arg(long = "role", value_name = "ROLE")]
        roles: Vec<String>,
    },
    /// List where a user is signed in.
    Sessions {
        /// Username, address or id.
        user: String,
    },
    /// Show by what a user passes the second step of signing in.
    Factors {
        /// Username, address or id.
        user: String,
    },
    /// Reset the second step of a user who has lost it, after a delay in which its owner can call it off.
    ResetSecondStep {
        /// Username, address or id.
        user: String,
        /// Without the delay that `second_factor.reset_delay` says.
        #[arg(long)]
        at_once: bool,
    },
    /// End every session of a user.
    SignOut {
        /// Username, address or id.
        user: String,
    },
    /// Set a password: every session ends, and the user is told.
    SetPassword {
        /// Username, address or id.
        user: String,
        /// Where the password comes from.
        #[command(flatten)]
        password: PasswordSource,
    },
}

/// A user to be made.
#[derive(Args, Clone, Debug)]
pub struct NewUser {
    /// The username, where the site uses them.
    #[arg(long, default_value = "")]
    pub username: String,
    /// The address, where the site uses them.
    #[arg(long, default_value = "")]
    pub email: String,
    /// A role; may be given several times.
    #[arg(long = "role", value_name = "ROLE")]
    pub roles: Vec<String>,
    /// Where the password comes from.
    #[command(flatten)]
    pub password: PasswordSource,
    /// Ask for no password: the user sets one by "forgot your password?".
    #[arg(long, conflicts_with_all = ["password_stdin", "generate"])]
    pub no_password: bool,
}

impl UserCommand {
    /// Whether JSON is to be written.
    pub const fn json(&self) -> bool {
        self.format.json
    }

    /// Does it.
    pub async fn run(&self, users: &UserManager, terminal: &mut dyn Terminal) -> Result<(), CliError> {
        let users = &users.acting(ACTOR);
        match &self.action {
            UserAction::Create(new) => self.create(users, new, terminal).await,
            UserAction::List(filter) => {
                let views: Vec<_> = filter.find(users).await?.iter().map(UserView::from).collect();
                if self.json() {
                    return show::json(terminal, &views);
                }
                show::table(terminal, &views.iter().map(UserView::row).collect::<Vec<_>>())
            }
            UserAction::Show { user } => self.show(users, &find(users, user).await?, terminal).await,
            UserAction::Sessions { user } => {
                sessions::list(users, &find(users, user).await?, self.json(), terminal).await
            }
            UserAction::Factors { user } => {
                factors::list(users, &find(users, user).await?, self.json(), terminal).await
            }
            UserAction::ResetSecondStep { user, at_once } => {
                let user = find(users, user).await?;
                factors::reset(users, &user, *at_once, self.json(), terminal).await
            }
            UserAction::SignOut { user } => {
                sessions::end(users, &find(users, user).await?, self.json(), terminal).await
            }
            UserAction::SetPassword { user, password } => {
                let id = find(users, user).await?.id;
                let given = password.take(users, terminal)?;
                users.set_password(id, &given.password).await.map_err(|error| CliError::of(users, error))?;
                self.tell(&find(users, &id.to_string()).await?, &given, terminal)
            }
            UserAction::Rename { .. } | UserAction::SetEmail { .. } | UserAction::Edit { .. } => {
                self.alter(users, terminal).await
            }
            UserAction::Delete(deletion) => {
                let user = deletion.run(users, terminal).await?;
                self.tell(&user, &Given::none(), terminal)
            }
            UserAction::Invite { email, roles } => self.invite(users, email, roles, terminal).await,
            UserAction::Disable { user } | UserAction::Enable { user } | UserAction::Keep { user } => {
                self.change(users, user, "", terminal).await
            }
            UserAction::Grant { user, role } | UserAction::Revoke { user, role } => {
                self.change(users, user, role, terminal).await
            }
        }
    }

    async fn create(
        &self,
        users: &UserManager,
        new: &NewUser,
        terminal: &mut dyn Terminal,
    ) -> Result<(), CliError> {
        new.fits(users)?;
        let given = if new.no_password { Given::none() } else { new.password.take(users, terminal)? };
        let account = NewAccount {
            username: new.username.clone(),
            email: new.email.clone(),
            password: (!new.no_password).then(|| given.password.clone()),
            roles: new.roles.clone(),
        };
        let user = users.create_user(&account).await.map_err(|error| CliError::of(users, error))?;
        self.tell(&user, &given, terminal)
    }

    async fn invite(
        &self,
        users: &UserManager,
        email: &str,
        roles: &[String],
        terminal: &mut dyn Terminal,
    ) -> Result<(), CliError> {
        let new = NewInvitation { email: email.to_owned(), roles: roles.to_vec(), locale: None };
        let id = users.invite_as_administrator(&new).await.map_err(|error| CliError::of(users, error))?;
        let view = InvitationView { id: id.to_string(), email: email.to_owned(), roles: roles.to_vec() };
        if self.json() { show::json(terminal, &view) } else { show::table(terminal, &[view.row()]) }
    }

    /// What a user is called, reached by and shown as.
    async fn alter(&self, users: &UserManager, terminal: &mut dyn Terminal) -> Result<(), CliError> {
        let (UserAction::Rename { user, .. }
        | UserAction::SetEmail { user, .. }
        | UserAction::Edit { user, .. }) = &self.action
        else {
            return Ok(());
        };
        let id = find(users, user).await?.id;
        let done = match &self.action {
            UserAction::Rename { username, .. } => {
                change::has(users, "usernames")?;
                users.rename_user(id, username).await.map(drop)
            }
            UserAction::SetEmail { email, .. } => {
                change::has(users, "addresses")?;
                users.set_email(id, email).await.map(drop)
            }
            UserAction::Edit { edit, .. } => users.edit_user(id, &edit.typed(users)).await,
            _ => Ok(()),
        };
        done.map_err(|error| CliError::of(users, error))?;
        self.tell(&change::again(users, id).await?, &Given::none(), terminal)
    }

    /// What changes one user and needs nothing but a role.
    async fn change(
        &self,
        users: &UserManager,
        user: &str,
        role: &str,
        terminal: &mut dyn Terminal,
    ) -> Result<(), CliError> {
        let id: UserId = find(users, user).await?.id;
        let done = match &self.action {
            UserAction::Disable { .. } => users.disable_user(id).await,
            UserAction::Enable { .. } => users.enable_user(id).await,
            UserAction::Keep { .. } => users.cancel_deletion(id).await,
            UserAction::Grant { .. } => users.grant_role(id, role).await,
            UserAction::Revoke { .. } => users.revoke_role(id, role).await,
            _ => Ok(()),
        };
        done.map_err(|error| CliError::of(users, error))?;
        self.tell(&find(users, &id.to_string()).await?, &Given::none(), terminal)
    }

    /// Shows a user as it is now, with a password that nobody knows yet.
    fn tell(&self, user: &User, given: &Given, terminal: &mut dyn Terminal) -> Result<(), CliError> {
        let (user, password) = (UserView::from(user), given.to_print());
        if self.json() {
            return show::json(terminal, &WithPassword { user, password });
        }
        show::table(terminal, &[user.row()])?;
        match password {
            Some(password) => Ok(terminal.data(&format!("password  {password}"))?),
            None => Ok(()),
        }
    }

    async fn show(
        &self,
        users: &UserManager,
        user: &User,
        terminal: &mut dyn Terminal,
    ) -> Result<(), CliError> {
        let sessions = users.sessions(user.id).await?.len();
        let details = UserDetails::new(user, sessions, &users.events_of(user.id, EVENTS).await?);
        if self.json() { show::json(terminal, &details) } else { show::table(terminal, &details.rows()) }
    }
}

impl NewUser {
    /// Refuses names that the site does not have, and asks for those that it needs, before a password is asked for.
    fn fits(&self, users: &UserManager) -> Result<(), CliError> {
        let identifiers = users.settings().identifiers;
        let given = [
            ("--username", "usernames", &self.username, identifiers.username()),
            ("--email", "addresses", &self.email, identifiers.email()),
        ];
        if let Some((argument, what, ..)) = given.iter().find(|(.., value, has)| !has && !value.is_empty()) {
            return Err(CliError::Usage(format!(
                "users of this site have no {what}: leave out {argument}, or change `identifiers`"
            )));
        }
        let missing = given.iter().filter(|(.., value, has)| *has && value.is_empty());
        let missing: Vec<_> = missing.map(|(argument, ..)| *argument).collect();
        if missing.is_empty() {
            Ok(())
        } else {
            Err(CliError::Usage(format!("give {}", missing.join(" and "))))
        }
    }
}

/// The user who is meant. Accounts that only say to have an address are named, and none of them is chosen: the latest
/// may be that of a stranger.
async fn find(users: &UserManager, name: &str) -> Result<User, CliError> {
    if let Some(user) = users.find_user(name).await? {
        return Ok(user);
    }
    let waiting = users.registrants(name, REGISTRANTS).await?;
    if waiting.is_empty() {
        return Err(CliError::refused(format!("there is no user `{name}`")));
    }
    let named = waiting.iter().map(|user| {
        let username = user.username.as_ref().map_or("without a username", |username| username.as_str());
        format!(
            "\n  {}  {username}, registered {}",
            user.id,
            user.created_at.to_rfc3339_opts(SecondsFormat::Secs, true)
        )
    });
    Err(CliError::refused(format!(
        "nobody has confirmed `{name}`; these accounts wait with it, and one is meant by its id or username:{}",
        named.collect::<String>()
    )))
}
