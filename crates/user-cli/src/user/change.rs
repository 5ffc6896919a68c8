//! What changes one account, or ends it.

use std::collections::BTreeMap;
use std::time::Duration;

use clap::Args;
use user_core::UserManager;
use user_core::domain::{User, UserId};
use user_core::settings::FieldKind;

use super::find;
use crate::{CliError, Terminal};

/// What to change in a profile: by what would be typed into a form. Nothing empties a field.
#[derive(Args, Clone, Debug)]
#[group(required = true, multiple = true)]
pub struct ProfileEdit {
    /// The language, such as `nl`; empty for that of the browser.
    #[arg(long, value_name = "TAG")]
    pub language: Option<String>,
    /// The time zone, such as `Europe/Amsterdam`; empty for none.
    #[arg(long, value_name = "NAME")]
    pub time_zone: Option<String>,
    /// A declared field; may be given several times.
    #[arg(long = "set", value_name = "FIELD=VALUE", value_parser = assignment)]
    pub set: Vec<(String, String)>,
    /// A declared field to be emptied; may be given several times.
    #[arg(long = "unset", value_name = "FIELD")]
    pub unset: Vec<String>,
}

/// How a user is deleted.
#[derive(Args, Clone, Debug)]
pub struct Deletion {
    /// Username, address or id.
    pub user: String,
    /// Only after so long, such as `30days`; until then `user keep` calls it off.
    #[arg(long, value_name = "TIME", value_parser = humantime::parse_duration)]
    pub after: Option<Duration>,
    /// Do not ask.
    #[arg(long)]
    pub yes: bool,
}

fn assignment(text: &str) -> Result<(String, String), String> {
    let (name, value) = text.split_once('=').ok_or("it is FIELD=VALUE")?;
    Ok((name.to_owned(), value.to_owned()))
}

impl ProfileEdit {
    /// What would be typed, by the names of the fields.
    pub(super) fn typed(&self, users: &UserManager) -> BTreeMap<String, String> {
        let fields = &users.settings().fields;
        let named = |kind: &FieldKind, usual: &str| {
            let declared = fields.iter().find(|field| field.kind == *kind);
            declared.map_or_else(|| usual.to_owned(), |field| field.name.clone())
        };
        let language = self.language.clone().map(|tag| (named(&FieldKind::Language, "language"), tag));
        let zone = self.time_zone.clone().map(|name| (named(&FieldKind::TimeZone, "time_zone"), name));
        let unset = self.unset.iter().map(|name| (name.clone(), String::new()));
        language.into_iter().chain(zone).chain(self.set.iter().cloned()).chain(unset).collect()
    }
}

impl Deletion {
    /// Deletes the user, or schedules it, and answers with the user as they were, or are until then.
    pub(super) async fn run(
        &self,
        users: &UserManager,
        terminal: &mut dyn Terminal,
    ) -> Result<User, CliError> {
        let user = find(users, &self.user).await?;
        let done = match self.after {
            None => {
                self.ask(&user, terminal)?;
                return users
                    .delete_user(user.id)
                    .await
                    .map(|()| user)
                    .map_err(|why| CliError::of(users, why));
            }
            Some(grace) => users.schedule_deletion(user.id, grace).await,
        };
        done.map_err(|why| CliError::of(users, why))?;
        again(users, user.id).await
    }

    /// A deletion at once is for good: somebody at the terminal types the name once more, and a script says `--yes`.
    fn ask(&self, user: &User, terminal: &mut dyn Terminal) -> Result<(), CliError> {
        if self.yes {
            return Ok(());
        }
        if !terminal.is_attended() {
            return Err(CliError::Usage(
                "this deletes an account for good: add --yes, or --after TIME".to_owned(),
            ));
        }
        let name = user.display_name();
        terminal.message(&format!("This deletes {name} ({}) for good. Type {name} to go on:", user.id))?;
        let typed = terminal.read_line()?;
        if typed.trim() == name { Ok(()) } else { Err(CliError::refused("nothing was deleted")) }
    }
}

/// The user as they are now.
pub(super) async fn again(users: &UserManager, id: UserId) -> Result<User, CliError> {
    find(users, &id.to_string()).await
}

/// Whether users of this site have what is to be changed.
pub(super) fn has(users: &UserManager, what: &str) -> Result<(), CliError> {
    let identifiers = users.settings().identifiers;
    let has = if what == "usernames" { identifiers.username() } else { identifiers.email() };
    let refusal = || CliError::Usage(format!("users of this site have no {what}: change `identifiers`"));
    if has { Ok(()) } else { Err(refusal()) }
}
