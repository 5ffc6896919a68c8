//! Which database is read, and what is called how there.

use std::collections::BTreeMap;
use std::path::PathBuf;

use thiserror::Error;
use user_core::ports::{Port, PortError};
use user_core::settings::is_server_url;

use crate::layout::Layout;
use crate::reading::{Reading, failed};
use crate::source::FlaskUsers;

/// The mark that `user-hash-argon2` knows such hashes by.
const FLASK_SECURITY_MARK: &str = "flask-security:";

/// How Flask-User made its hashes: its setting `USER_PASSWORD_HASH_MODE`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum HashMode {
    /// `passlib`: of the password. Its default, and the only mode of 1.0.
    #[default]
    Passlib,
    /// `Flask-Security`: of an HMAC of the password. The hasher needs the key to verify them.
    FlaskSecurity,
}

impl HashMode {
    /// The hash as the hasher here is told of it.
    pub(crate) fn mark(self, stored: String) -> String {
        match self {
            Self::FlaskSecurity if stored.starts_with('$') => format!("{FLASK_SECURITY_MARK}{stored}"),
            _ => stored,
        }
    }
}

/// A database of Flask-User.
#[derive(Clone, Debug)]
pub struct FlaskUserDatabase {
    url: String,
    tables: BTreeMap<String, String>,
    columns: BTreeMap<(String, String), String>,
    pub(crate) hash_mode: HashMode,
}

/// Why a database cannot be read.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum OpenError {
    /// Neither SQLite nor PostgreSQL.
    #[error("only sqlite: and postgresql: databases can be read")]
    Scheme,
    /// The URL is malformed: a driver would take a part of it for what it is not, and repeat a password in its errors.
    #[error(
        "the URL must read like postgresql://user:password@host:5432/database, with `@`, `/`, `#`, `?` of a password as %40, %2F, %23, %3F"
    )]
    Malformed,
    /// A table is not there, by none of the names it usually has.
    #[error("there is no table of `{0}`; say what it is called")]
    NoTable(String),
    /// A column is not there, by none of the names it usually has.
    #[error("the table `{table}` has no column for `{column}`; say what it is called")]
    NoColumn {
        /// The table, as it is called there.
        table: String,
        /// What was looked for.
        column: String,
    },
    /// A name was told of something that is never looked for.
    #[error("`{0}` is nothing that is read")]
    Unknown(String),
    /// The file of a SQLite database is not there.
    #[error(
        "there is no file {}; `sqlite:app.sqlite` is a relative path, and `sqlite:///` begins an absolute one, which \
         SQLAlchemy takes for a relative one",
        .0.display()
    )]
    NoFile(PathBuf),
    /// The database does not answer, or its file cannot be read.
    #[error("the database cannot be read")]
    Failed(#[from] PortError),
}

/// A file that is there and cannot be read as a database.
#[derive(Debug, Error)]
#[error("the file {} cannot be read", .file.display())]
struct Unreadable {
    file: PathBuf,
    source: PortError,
}

impl FlaskUserDatabase {
    /// Names the database by its URL: `sqlite:app.sqlite`, `sqlite:///srv/app.sqlite` or `postgresql://host/name`, with
    /// or without a driver (`postgresql+psycopg2:`).
    ///
    /// A path of SQLite is read as by `user-store-seaorm`. `SQLAlchemy` differs in one form: to it,
    /// `sqlite:///app.sqlite` is a relative path. Four slashes begin an absolute path for both.
    pub fn at(url: impl Into<String>) -> Self {
        Self {
            url: url.into(),
            tables: BTreeMap::new(),
            columns: BTreeMap::new(),
            hash_mode: HashMode::default(),
        }
    }

    /// Says what a table is called: that of `user`, `user_auth`, `user_email`, `role`, `user_roles`,
    /// `user_profile` or `user_invitation`.
    #[must_use]
    pub fn table(mut self, of: impl Into<String>, name: impl Into<String>) -> Self {
        self.tables.insert(of.into(), name.into());
        self
    }

    /// Says what a column is called: one of a table by its usual name, such as `user` and `confirmed_at`.
    #[must_use]
    pub fn column(
        mut self,
        table: impl Into<String>,
        column: impl Into<String>,
        name: impl Into<String>,
    ) -> Self {
        self.columns.insert((table.into(), column.into()), name.into());
        self
    }

    /// Says how the hashes were made.
    #[must_use]
    pub fn hash_mode(mut self, mode: HashMode) -> Self {
        self.hash_mode = mode;
        self
    }

    /// Connects, so that nothing can be written, and finds the tables. PostgreSQL is read in one transaction, as it is
    /// at this moment; SQLite as it is whenever a page is read, because a reader that stays would keep writers out.
    ///
    /// # Errors
    ///
    /// An [`OpenError`] that says what is not there, or that the database does not answer.
    pub async fn open(&self) -> Result<FlaskUsers, OpenError> {
        match self.sqlite_file() {
            Some(file) if !file.exists() => Err(OpenError::NoFile(file)),
            Some(file) => {
                self.read(format!("sqlite://{}?mode=ro", file.display())).await.map_err(|error| match error {
                    OpenError::Failed(source) => {
                        OpenError::Failed(PortError::new(Port::UserSource, Unreadable { file, source }))
                    }
                    other => other,
                })
            }
            None => self.read(self.driver_url()?).await,
        }
    }

    /// Connects and finds the tables.
    async fn read(&self, url: String) -> Result<FlaskUsers, OpenError> {
        let db = Reading::begin(url.clone()).await.map_err(|error| {
            // What the driver cannot read, it quotes.
            if error.to_string().contains(&url) { OpenError::Malformed } else { failed(error).into() }
        })?;
        let layout = Layout::find(&db, &self.tables, &self.columns).await?;
        Ok(FlaskUsers::new(db, layout, self.hash_mode))
    }

    /// The URL of PostgreSQL as the driver has it.
    fn driver_url(&self) -> Result<String, OpenError> {
        match self.parts() {
            Some(("postgres" | "postgresql", rest)) if is_server_url(&self.url) => {
                Ok(format!("postgres:{rest}"))
            }
            Some(("postgres" | "postgresql", _)) => Err(OpenError::Malformed),
            _ => Err(OpenError::Scheme),
        }
    }

    /// The file of a SQLite database.
    fn sqlite_file(&self) -> Option<PathBuf> {
        let (scheme, rest) = self.parts()?;
        let path = rest.split('?').next().unwrap_or_default();
        (scheme == "sqlite").then(|| path.strip_prefix("//").unwrap_or(path).into())
    }

    /// The scheme without a driver, and the rest.
    fn parts(&self) -> Option<(&str, &str)> {
        let (scheme, rest) = self.url.split_once(':')?;
        Some((scheme.split('+').next().unwrap_or_default(), rest))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_of_sqlite_are_read_as_by_the_store() {
        let file =
            |url: &str| FlaskUserDatabase::at(url).sqlite_file().map(|file| file.display().to_string());

        assert_eq!(file("postgresql://host/sqlite"), None);
        assert_eq!(file("sqlite:app.sqlite").as_deref(), Some("app.sqlite"));
        assert_eq!(file("sqlite://app.sqlite").as_deref(), Some("app.sqlite"));
        assert_eq!(file("sqlite:///srv/app.sqlite?mode=rwc").as_deref(), Some("/srv/app.sqlite"));
        assert_eq!(file("sqlite+pysqlite:////srv/app.sqlite").as_deref(), Some("//srv/app.sqlite"));
    }

    #[tokio::test]
    async fn a_malformed_url_is_refused_without_its_password() {
        for url in [
            "postgres://u:hunter2@h:99999/x",
            "postgres://u:hunter2@h x/y",
            "postgres://u:hunter2@[::1/x",
            "postgresql:u:hunter2@h/x",
            "postgresql+psycopg2://u:25/hunter2@h/x",
            "hunter2",
        ] {
            let error = FlaskUserDatabase::at(url).open().await.unwrap_err();
            let said = format!("{error} {error:?} {:?}", std::error::Error::source(&error));
            assert!(!said.contains("hunter2"), "{url}: {said}");
        }
    }

    #[test]
    fn a_hash_is_marked_in_one_mode_and_once() {
        assert_eq!(HashMode::Passlib.mark("$2b$x".to_owned()), "$2b$x");
        assert_eq!(HashMode::FlaskSecurity.mark("$2b$x".to_owned()), "flask-security:$2b$x");
    }
}
