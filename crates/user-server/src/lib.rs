//! The demo: every adapter of user-rs put together, configured by a file and the environment, served and administered
//! by one program. Start reading in `wiring`.

mod background;
mod cli;
mod commands;
mod config;
mod fields;
mod inviting;
mod logs;
mod output;
mod outside;
mod pages;
mod production;
mod secret;
mod seed;
mod server;
mod wiring;

use std::io;
use std::process::ExitCode;
use std::time::Duration;

use clap::Parser;
use tokio::runtime::Runtime;

/// So long the end of the program waits for work beside the async threads that nobody waits for any more, such as a hash or
/// a picture. With `server.stop_timeout` it stays below the ten seconds after which Docker kills.
const LAST_WORK: Duration = Duration::from_secs(1);

/// Reads the command line, the configuration and the environment, and does what they ask for.
pub fn main() -> ExitCode {
    let cli = cli::Cli::parse();
    let config = config::Config::read(cli.config.as_deref(), std::env::vars_os());
    let usually = if cli.is_to_serve() { logs::SERVING } else { logs::ADMINISTERING };
    logs::start(config.deployment.log, usually);
    let json = cli.command.as_ref().is_some_and(cli::Command::json);
    let done = to_its_end(commands::run(cli, config));
    let done = done.unwrap_or_else(|error| Err(error.into()));
    user_cli::finish(done, json, &mut user_cli::StandardTerminal)
}

/// Runs `work` on a runtime of its own, and then ends that whatever still runs on it.
fn to_its_end<Done>(work: impl Future<Output = Done>) -> io::Result<Done> {
    let runtime = Runtime::new()?;
    let done = runtime.block_on(Box::pin(work));
    runtime.shutdown_timeout(LAST_WORK);
    Ok(done)
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::{RecvTimeoutError, channel};

    use super::*;

    #[test]
    fn work_that_nobody_waits_for_does_not_keep_the_program_from_ending() {
        let ((at_work, begun), (_held, until)) = (channel(), channel::<()>());
        let (ended, end) = channel();
        std::thread::spawn(move || {
            to_its_end(async {
                tokio::task::spawn_blocking(move || {
                    at_work.send(()).unwrap();
                    assert_eq!(until.recv_timeout(LAST_WORK * 30), Err(RecvTimeoutError::Timeout));
                });
                begun.recv().unwrap();
            })
            .unwrap();
            ended.send(()).unwrap();
        });

        assert!(end.recv_timeout(LAST_WORK * 10).is_ok());
    }
}
