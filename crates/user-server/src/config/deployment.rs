//! What belongs to this program and not to the product: where it listens, what it is connected to.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde::{Deserialize, Serialize};
use user_core::seal::Secret;

use super::Fault;

/// How `picture_store` names the database.
const DATABASE: &str = "database";

/// The settings of the server itself, beside those of the product. Not `Debug`: it holds secrets.
#[derive(Clone, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Deployment {
    /// Where to listen. Default: `127.0.0.1:3000`.
    pub(crate) listen: SocketAddr,
    /// Where accounts are kept.
    pub(crate) database: Database,
    /// How mails leave.
    pub(crate) mail: Mail,
    /// What links and cookies are sealed with: at least 32 bytes. Default, in development only: one made at the
    /// first start and kept in `data/NAME.secret`.
    pub(crate) secret: Option<String>,
    /// Secrets that were in use before.
    pub(crate) earlier_secrets: Vec<String>,
    /// A folder of templates that take the place of the built-in ones.
    pub(crate) templates: Option<PathBuf>,
    /// A folder of messages that take the place of the built-in ones, or add a language.
    pub(crate) locales: Option<PathBuf>,
    /// Where pictures are kept: `database`, or `folder:DIR`. Default: in the database.
    pub(crate) picture_store: String,
    /// Serve what is for development, the mailbox and the first users, where other machines can reach it. Default: off.
    pub(crate) exposed_development: bool,
    /// Where attempts are counted. Default: in memory.
    pub(crate) throttle: ThrottleKind,
    /// How the log is written. Default: as text.
    pub(crate) log: LogFormat,
    /// What the server puts up with.
    pub(crate) server: ServerLimits,
}

/// Where accounts are kept.
#[derive(Clone, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Database {
    /// `sqlite:`, `postgres:` or `mysql:`. Default: one SQLite file, `data/NAME.sqlite`.
    pub(crate) url: String,
    /// Bring the tables up to date at start; several nodes may do so at once. Default: on. Off, run `migrate up`.
    pub(crate) migrate: bool,
    /// How the names of the tables begin. Default: `user_`.
    pub(crate) prefix: Option<String>,
    /// The schema of PostgreSQL in which the tables are. Default: the first of the connection's `search_path`.
    pub(crate) schema: Option<String>,
    /// What a connection to PostgreSQL keeps hold of. Default: a server for as long as it lasts.
    pub(crate) pooling: PoolingKind,
}

/// What a connection to PostgreSQL keeps hold of.
#[derive(Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum PoolingKind {
    /// A server for as long as the connection lasts.
    #[default]
    Session,
    /// A server for one transaction, lent by a pooler.
    Transaction,
}

/// How mails leave.
#[derive(Clone, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Mail {
    /// `smtp://…`, `smtps://…`, `sendmail:`, `file:DIR`, or `mailbox:` for the mailbox of development. Default:
    /// `mailbox:`.
    pub(crate) url: String,
    /// The name to introduce this site by to a mail server, in `EHLO`. Default: the name of this machine; where that
    /// has no dot, the host of `public_base_url`.
    pub(crate) hello: Option<String>,
}

/// Where attempts are counted.
#[derive(Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ThrottleKind {
    /// In this process.
    #[default]
    Memory,
    /// In the database, for several processes together.
    Database,
}

/// How the log is written.
#[derive(Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum LogFormat {
    /// For people.
    #[default]
    Text,
    /// One JSON object a line.
    Json,
}

/// What the server puts up with.
#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct ServerLimits {
    /// Connections at once; one more waits until another ends. Default: 1024.
    pub(crate) max_connections: usize,
    /// Connections of one client at once; one more is turned away. A client is an IPv4 address or an IPv6 network of 64
    /// bits; trusted proxies stand for many clients and are not counted. Default: 256.
    pub(crate) max_connections_per_client: usize,
    /// How long a client may take to send the head of a request, and so how long a connection may lie idle.
    /// Default: 10 seconds.
    #[serde(with = "humantime_serde")]
    pub(crate) header_timeout: Duration,
    /// How long a whole request may take, its body included. Default: 30 seconds.
    #[serde(with = "humantime_serde")]
    pub(crate) request_timeout: Duration,
    /// How long a client may take to read what was written to it. Default: 20 seconds.
    #[serde(with = "humantime_serde")]
    pub(crate) write_timeout: Duration,
    /// How long to wait on stopping for what is being answered. Default: 8 seconds.
    #[serde(with = "humantime_serde")]
    pub(crate) stop_timeout: Duration,
}

impl Default for Deployment {
    fn default() -> Self {
        Self {
            listen: (Ipv4Addr::LOCALHOST, 3000).into(),
            database: Database::default(),
            mail: Mail::default(),
            secret: None,
            earlier_secrets: Vec::new(),
            templates: None,
            locales: None,
            picture_store: DATABASE.to_owned(),
            exposed_development: false,
            throttle: ThrottleKind::default(),
            log: LogFormat::default(),
            server: ServerLimits::default(),
        }
    }
}

impl Default for Database {
    fn default() -> Self {
        Self {
            url: "sqlite:data/user-server.sqlite".to_owned(),
            migrate: true,
            prefix: None,
            schema: None,
            pooling: PoolingKind::default(),
        }
    }
}

impl Default for Mail {
    fn default() -> Self {
        Self { url: "mailbox:".to_owned(), hello: None }
    }
}

impl Mail {
    pub(crate) fn is_mailbox(&self) -> bool {
        self.url == "mailbox:"
    }
}

impl Default for ServerLimits {
    fn default() -> Self {
        Self {
            max_connections: 1024,
            max_connections_per_client: 256,
            header_timeout: Duration::from_secs(10),
            request_timeout: Duration::from_secs(30),
            write_timeout: Duration::from_secs(20),
            stop_timeout: Duration::from_secs(8),
        }
    }
}

impl Deployment {
    /// The defaults of the app of this name.
    pub(crate) fn of(name: &str) -> Self {
        let database = Database { url: format!("sqlite:data/{name}.sqlite"), ..Database::default() };
        Self { database, ..Self::default() }
    }

    /// The folder in which pictures are kept, unless they are kept in the database.
    pub(crate) fn picture_folder(&self) -> Option<&Path> {
        let folder = self.picture_store.strip_prefix("folder:").filter(|folder| !folder.is_empty());
        folder.map(Path::new)
    }

    /// Everything that cannot be as it is.
    pub(super) fn faults(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        if !is_one_of(&self.database.url, &["sqlite", "postgres", "postgresql", "mysql", "mariadb"]) {
            let problem = "must begin with `sqlite:`, `postgres:` or `mysql:`";
            faults.push(Fault::new("database.url", problem));
        }
        if !self.mail.is_mailbox() && !is_one_of(&self.mail.url, &["smtp", "smtps", "sendmail", "file"]) {
            let problem = "must be `mailbox:`, or begin with `smtp:`, `smtps:`, `sendmail:` or `file:`";
            faults.push(Fault::new("mail.url", problem));
        }
        if self.picture_store != DATABASE && self.picture_folder().is_none() {
            faults.push(Fault::new("picture_store", "must be `database`, or `folder:` and a path"));
        }
        let secrets = self.secret.iter().map(|secret| ("secret", secret));
        let earlier = self.earlier_secrets.iter().map(|secret| ("earlier_secrets", secret));
        for (setting, secret) in secrets.chain(earlier) {
            faults.extend(Secret::new(secret).err().map(|weak| Fault::new(setting, weak.to_string())));
        }
        for (setting, folder) in [("templates", &self.templates), ("locales", &self.locales)] {
            if folder.as_ref().is_some_and(|folder| !folder.is_dir()) {
                faults.push(Fault::new(setting, "must be a folder that exists"));
            }
        }
        faults.extend(self.server.faults());
        faults
    }
}

impl ServerLimits {
    fn faults(&self) -> Vec<Fault> {
        let day = Duration::from_hours(24);
        let times = [
            ("server.header_timeout", self.header_timeout),
            ("server.request_timeout", self.request_timeout),
            ("server.write_timeout", self.write_timeout),
            ("server.stop_timeout", self.stop_timeout),
        ];
        let out_of_range = times.into_iter().filter(|(_, time)| time.is_zero() || *time > day);
        let mut faults: Vec<_> =
            out_of_range.map(|(setting, _)| Fault::new(setting, "must be between 1ms and 1day")).collect();
        for (setting, number) in [
            ("server.max_connections", self.max_connections),
            ("server.max_connections_per_client", self.max_connections_per_client),
        ] {
            if number == 0 || number > 100_000 {
                faults.push(Fault::new(setting, "must be between 1 and 100000"));
            }
        }
        faults
    }
}

fn is_one_of(url: &str, schemes: &[&str]) -> bool {
    url.split_once(':').is_some_and(|(scheme, _)| schemes.contains(&scheme))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_work_is_told_all_at_once() {
        let mut deployment = Deployment::default();
        deployment.database.url = "oracle://db".to_owned();
        deployment.mail.url = "pigeon:".to_owned();
        deployment.picture_store = "folder:".to_owned();
        deployment.secret = Some("short".to_owned());
        deployment.earlier_secrets = vec!["short too".to_owned()];
        deployment.templates = Some("/nowhere/at/all".into());
        deployment.server.max_connections = 0;
        deployment.server.header_timeout = Duration::ZERO;

        let faults = deployment.faults();

        let settings: Vec<_> = faults.iter().map(|fault| fault.setting.as_str()).collect();
        let expected = [
            "database.url",
            "mail.url",
            "picture_store",
            "secret",
            "earlier_secrets",
            "templates",
            "server.header_timeout",
            "server.max_connections",
        ];
        assert_eq!(settings, expected);
        assert!(Deployment::default().faults().is_empty());
    }
}
