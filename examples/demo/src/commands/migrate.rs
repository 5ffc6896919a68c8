//! `demo migrate`: the tables.

use anyhow::{Context, bail};

use crate::cli::MigrateCommand;
use crate::config::Deployment;
use crate::{output, wiring};

pub(super) async fn run(deployment: &Deployment, command: MigrateCommand) -> anyhow::Result<()> {
    let store = wiring::store(deployment).await?;
    match command {
        MigrateCommand::Up => store.migrate_up().await.context("the tables cannot be brought up to date")?,
        MigrateCommand::Down { yes: false } => {
            bail!("this deletes every account: say `demo migrate down --yes`")
        }
        MigrateCommand::Down { yes: true } => {
            store.migrate_down(u32::MAX).await.context("the tables cannot be taken back")?;
        }
        MigrateCommand::Status => {}
    }
    for (name, applied) in store.migration_status().await.context("the state of the tables cannot be read")? {
        let state = if applied { "applied" } else { "pending" };
        output::line(format_args!("{state}  {name}"))?;
    }
    Ok(())
}
