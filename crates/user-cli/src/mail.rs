//! `mail`: the outbox.

use std::collections::BTreeSet;

use clap::{ArgGroup, Args, Subcommand};
use serde::Serialize;
use user_core::UserManager;
use user_core::domain::{MailId, QueuedMail};
use user_core::flows::AdministrationError;
use user_core::ports::MailState;

use crate::{CliError, Format, Terminal, show};

/// How many dead letters are read at once.
const CHUNK: u32 = 100;

/// `mail …`: look after the outbox.
#[derive(Args, Clone, Debug)]
pub struct MailCommand {
    /// Output format: text for people, or JSON for scripts.
    #[command(flatten)]
    pub format: Format,
    /// What to do.
    #[command(subcommand)]
    pub action: MailAction,
}

/// What to do with mails.
#[derive(Clone, Debug, Subcommand)]
pub enum MailAction {
    /// List mails that wait, or that were given up.
    List {
        /// Those that were given up: dead letters.
        #[arg(long)]
        dead: bool,
        /// At most so many.
        #[arg(long, default_value_t = 100)]
        limit: u32,
    },
    /// Try dead letters again: those that are named, or all.
    #[command(group(ArgGroup::new("which").required(true).args(["ids", "all"])))]
    Retry {
        /// Their ids; see `mail list --dead`.
        #[arg(value_name = "ID")]
        ids: Vec<String>,
        /// All of them.
        #[arg(long)]
        all: bool,
    },
}

impl MailCommand {
    /// Whether JSON is to be written.
    pub const fn json(&self) -> bool {
        self.format.json
    }

    /// Does it.
    pub async fn run(&self, users: &UserManager, terminal: &mut dyn Terminal) -> Result<(), CliError> {
        match &self.action {
            MailAction::List { dead, limit } => {
                let state = if *dead { MailState::Dead } else { MailState::Waiting };
                let mails: Vec<_> = users.mails(state, *limit).await?.iter().map(MailView::from).collect();
                if self.json() {
                    return show::json(terminal, &mails);
                }
                show::table(terminal, &mails.iter().map(MailView::row).collect::<Vec<_>>())
            }
            MailAction::Retry { all: true, .. } => self.tell(&retry_all(users).await?, terminal),
            MailAction::Retry { ids, .. } => self.tell(&retry(users, ids).await?, terminal),
        }
    }

    /// Says which were found, and refuses when some were not.
    fn tell(&self, retried: &Retried, terminal: &mut dyn Terminal) -> Result<(), CliError> {
        if self.json() {
            show::json(terminal, retried)?;
        } else {
            let row = |id: &String| vec![id.clone(), "is due again".to_owned()];
            show::table(terminal, &retried.due.iter().map(row).collect::<Vec<_>>())?;
        }
        if retried.unknown.is_empty() {
            return Ok(());
        }
        Err(CliError::refused(format!("no dead letter has the id {}", retried.unknown.join(", "))))
    }
}

#[derive(Default, Serialize)]
struct Retried {
    due: Vec<String>,
    unknown: Vec<String>,
}

async fn retry(users: &UserManager, ids: &[String]) -> Result<Retried, CliError> {
    let mut retried = Retried::default();
    for raw in ids {
        let is_due = match raw.parse() {
            Ok(id) => revive(users, id).await?,
            Err(_) => false,
        };
        if is_due { &mut retried.due } else { &mut retried.unknown }.push(raw.clone());
    }
    Ok(retried)
}

/// Each once: what a courier gives up again meanwhile is left alone.
async fn retry_all(users: &UserManager) -> Result<Retried, CliError> {
    let (mut retried, mut seen) = (Retried::default(), BTreeSet::new());
    loop {
        let dead = users.mails(MailState::Dead, CHUNK).await?;
        let fresh: Vec<MailId> = dead.iter().map(|mail| mail.id).filter(|id| seen.insert(*id)).collect();
        if fresh.is_empty() {
            return Ok(retried);
        }
        for id in fresh {
            if revive(users, id).await? {
                retried.due.push(id.to_string());
            }
        }
    }
}

/// Whether there was such a dead letter.
async fn revive(users: &UserManager, id: MailId) -> Result<bool, CliError> {
    match users.retry_mail(id).await {
        Ok(()) => Ok(true),
        Err(AdministrationError::Unknown) => Ok(false),
        Err(error) => Err(CliError::of(users, error)),
    }
}

/// A mail without its link.
#[derive(Serialize)]
struct MailView {
    id: String,
    kind: String,
    to: String,
    created_at: String,
    due_at: String,
    attempts: u32,
    dead_at: Option<String>,
    last_error: Option<String>,
}

impl From<&QueuedMail> for MailView {
    fn from(mail: &QueuedMail) -> Self {
        Self {
            id: mail.id.to_string(),
            kind: mail.kind.to_string(),
            to: mail.to.to_string(),
            created_at: show::rfc3339(mail.created_at),
            due_at: show::rfc3339(mail.due_at),
            attempts: mail.attempts,
            dead_at: mail.dead_at.map(show::rfc3339),
            last_error: mail.last_error.clone(),
        }
    }
}

impl MailView {
    fn row(&self) -> Vec<String> {
        let when = self.dead_at.as_ref().unwrap_or(&self.due_at);
        vec![
            self.id.clone(),
            when.clone(),
            self.kind.clone(),
            self.to.clone(),
            format!("tried {}", self.attempts),
            self.last_error.clone().unwrap_or_else(|| "-".to_owned()),
        ]
    }
}
