//! The builder.

use std::borrow::Cow;
use std::io;
use std::num::NonZeroUsize;
use std::process::ExitCode;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use poem::Route;
use tokio::runtime::{self, Runtime};
use user_core::UserManagerBuilder;
use user_core::settings::Settings;
use user_web_poem::UserWeb;

use crate::app::App;
use crate::cli::{self, Cli};
use crate::config::{Config, Configured};
use crate::{FirstUser, commands, logs};

/// So long the end of the program waits for work beside the async threads that nobody waits for any more, such as a
/// hash or a picture. With `server.stop_timeout` it stays below the ten seconds after which Docker kills.
const LAST_WORK: Duration = Duration::from_secs(1);

/// A program that serves and administers accounts, and what an app adds to it.
///
/// Every method adds something; without any, [`run`](Self::run) is the program `user-server`.
#[derive(Debug)]
#[must_use = "nothing happens before `run`"]
pub struct Server {
    app: App,
}

impl Server {
    /// Creates a program of this name: letters, digits and dashes.
    ///
    /// The name stands in the help and the messages. Where nothing else is configured, in development, accounts are
    /// kept in `data/NAME.sqlite` and the secret in `data/NAME.secret`.
    pub fn new(name: &'static str) -> Self {
        Self { app: App::new(name) }
    }

    /// Sets the sentence with which the help begins.
    pub fn about(mut self, about: impl Into<String>) -> Self {
        self.app.about = Some(about.into());
        self
    }

    /// Sets what `--version` prints. Default: the version of `user-server`.
    pub fn version(mut self, version: &'static str) -> Self {
        self.app.version = version;
        self
    }

    /// Chooses settings for the app.
    ///
    /// `choose` gets the settings as they are configured and may change all of them. A value that the configuration
    /// file or the environment gives stays as it is given. What `choose` decided is shown by `doctor` under the app's
    /// name.
    pub fn settings(
        mut self,
        choose: impl Fn(&mut Settings, Configured<'_>) + Send + Sync + 'static,
    ) -> Self {
        self.app.settings.push(Box::new(choose));
        self
    }

    /// Changes how the user manager is built: policies, observers, and ports that take the place of the usual ones.
    pub fn manager(
        mut self,
        change: impl Fn(UserManagerBuilder, &Settings) -> UserManagerBuilder + Send + Sync + 'static,
    ) -> Self {
        self.app.manager.push(Box::new(change));
        self
    }

    /// Sets the routes of the app. Default: `/` with links to register and to sign in.
    ///
    /// The account pages, `/healthz` and `/readyz` are added to them; a route of the app at one of these paths is an
    /// error at start. `/favicon.ico` and `/robots.txt` are answered where the app has none of its own.
    pub fn routes(mut self, routes: impl Fn(&UserWeb) -> Route + Send + Sync + 'static) -> Self {
        self.app.routes = Some(Box::new(routes));
        self
    }

    /// Adds templates, each with its path in a folder of templates, such as `pages/home.html`.
    ///
    /// A template takes the place of the built-in one at that path. The folder that the setting `templates` names comes
    /// before both.
    pub fn templates<Path, Template>(mut self, templates: impl IntoIterator<Item = (Path, Template)>) -> Self
    where
        Path: Into<Cow<'static, str>>,
        Template: Into<Cow<'static, str>>,
    {
        self.app.templates.extend(templates.into_iter().map(|(path, text)| (path.into(), text.into())));
        self
    }

    /// Adds messages in Fluent's syntax, each text with its language, such as `en`.
    ///
    /// A message takes the place of the built-in one of that name. The folder that the setting `locales` names comes
    /// before both.
    pub fn messages<Tag, Messages>(mut self, messages: impl IntoIterator<Item = (Tag, Messages)>) -> Self
    where
        Tag: Into<Cow<'static, str>>,
        Messages: Into<Cow<'static, str>>,
    {
        self.app.messages.extend(messages.into_iter().map(|(tag, text)| (tag.into(), text.into())));
        self
    }

    /// Adds a user whom the command `seed` and the option `--seed` make, with a password that is printed once.
    ///
    /// Without any first user, the program has neither the command nor the option.
    pub fn first_user(mut self, user: FirstUser) -> Self {
        self.app.first_users.push(user);
        self
    }

    /// Does what the command line asks for, with the configuration of `--config` and of the environment.
    ///
    /// Starts logging and a runtime, so it is called once, by `main`.
    pub fn run(self) -> ExitCode {
        let app = Arc::new(self.app);
        let cli = match Cli::read(&app, std::env::args_os()) {
            Ok(cli) => cli,
            Err(error) => error.exit(),
        };
        let config = Config::read(&app, cli.config.as_deref(), std::env::vars_os());
        let usually = if cli.is_to_serve() { logs::SERVING } else { logs::ADMINISTERING };
        logs::start(config.deployment.log, usually);
        let json = cli.command.as_ref().is_some_and(cli::Command::json);
        let done = to_its_end(commands::run(cli, config));
        let done = done.unwrap_or_else(|error| Err(error.into()));
        user_cli::finish(done, json, &mut user_cli::StandardTerminal)
    }
}

/// Runs `work` on a runtime of its own, and then ends that whatever still runs on it.
fn to_its_end<Done>(work: impl Future<Output = Done>) -> io::Result<Done> {
    let runtime = runtime()?;
    let done = runtime.block_on(Box::pin(work));
    runtime.shutdown_timeout(LAST_WORK);
    Ok(done)
}

/// A runtime with one worker more than there are cores: pages for strangers leave one worker to all others, and should
/// use all cores nevertheless.
fn runtime() -> io::Result<Runtime> {
    let cores = thread::available_parallelism().map_or(1, NonZeroUsize::get);
    runtime::Builder::new_multi_thread().worker_threads(cores + 1).enable_all().build()
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
