//! `demo mail`: the outbox.

use anyhow::bail;
use user_core::UserManager;
use user_core::domain::MailId;
use user_core::flows::AdministrationError;
use user_core::ports::MailState;

use super::views::MailLine;
use crate::cli::MailCommand;
use crate::output;

pub(super) async fn run(users: &UserManager, command: MailCommand) -> anyhow::Result<()> {
    match command {
        MailCommand::List { dead, limit, output } => {
            let state = if dead { MailState::Dead } else { MailState::Waiting };
            let mails = users.mails(state, limit).await?;
            let lines: Vec<_> = mails.iter().map(MailLine::from).collect();
            if output.json { output::json(&lines) } else { lines.iter().try_for_each(output::line) }
        }
        MailCommand::Retry { ids } => retry(users, &ids).await,
    }
}

/// Tries all of them; says which were not to be found.
async fn retry(users: &UserManager, ids: &[String]) -> anyhow::Result<()> {
    let mut unknown = Vec::new();
    for raw in ids {
        let revived = match raw.parse::<MailId>() {
            Ok(id) => users.retry_mail(id).await,
            Err(_) => Err(AdministrationError::Unknown),
        };
        match revived {
            Ok(()) => output::line(format_args!("{raw}  is due again"))?,
            Err(AdministrationError::Unknown) => unknown.push(raw.as_str()),
            Err(error) => return Err(error.into()),
        }
    }
    if !unknown.is_empty() {
        bail!("no dead letter has the id {}", unknown.join(", "));
    }
    Ok(())
}
