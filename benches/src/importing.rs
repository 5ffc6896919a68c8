//! Taking over the users of a Flask-User database from the command line.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use anyhow::{Result, ensure};
use sea_orm::{ConnectionTrait, Database};

use crate::program::{demo, wait};
use crate::report::{count, line, now, resident_mib_of, title};

const USERS: usize = 1_000_000;
const LOOK: Duration = Duration::from_millis(250);
/// A bcrypt hash, as Flask-User makes them; what of does not matter, as nobody signs in.
const HASH: &str = "$2b$12$GhvMmNVjRW29ulnudl.LbuAnUtN/LRfe1JsBm1Xu6LE3059z5Tr8m";

/// A database as version 1.0 lays it out; every tenth user has a role. Some 200 MB.
async fn source(path: &Path) -> Result<()> {
    let db = Database::connect(format!("sqlite://{}?mode=rwc", path.display())).await?;
    let sql = format!(
        "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
         CREATE TABLE users (id INTEGER PRIMARY KEY, is_active BOOLEAN NOT NULL, username VARCHAR(50) UNIQUE,
             password VARCHAR(255), email VARCHAR(255) UNIQUE, email_confirmed_at DATETIME);
         CREATE TABLE roles (id INTEGER PRIMARY KEY, name VARCHAR(50));
         CREATE TABLE user_roles (id INTEGER PRIMARY KEY, user_id INTEGER, role_id INTEGER);
         INSERT INTO roles VALUES (1, 'member');
         WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {USERS})
         INSERT INTO users SELECT i, 1, 'member' || i, '{HASH}', 'member' || i || '@example.com',
             '2014-01-31 12:00:00.000000' FROM n;
         INSERT INTO user_roles (user_id, role_id) SELECT id, 1 FROM users WHERE id % 10 = 0;"
    );
    db.execute_unprepared(&sql).await?;
    Ok(db.close().await?)
}

/// Runs the import once: how long it took, and the most memory that was seen.
fn import(folder: &Path, old: &Path) -> Result<(Duration, f64)> {
    let mut command = Command::new(demo()?);
    command.env_clear().current_dir(folder).args(["import", "flask-user", "--json"]);
    command.arg(format!("sqlite://{}", old.display()));
    let begun = now();
    let mut process = command.stdout(Stdio::null()).stderr(Stdio::inherit()).spawn()?;
    let mut peak = 0_f64;
    let status = loop {
        peak = peak.max(resident_mib_of(&process.id().to_string()).unwrap_or_default());
        match process.try_wait()? {
            Some(status) => break status,
            None => wait(LOOK),
        }
    };
    ensure!(status.success(), "the import ended with {status}");
    Ok((begun.elapsed(), peak))
}

/// A million users into an empty SQLite database, and once more with all of them there.
pub(crate) async fn a_million_users() -> Result<()> {
    title("A million users of a Flask-User database, SQLite to SQLite (goal: minutes; memory flat)");
    let folder = tempfile::tempdir()?;
    let old = folder.path().join("old.sqlite");
    source(&old).await?;
    for what in ["taken over", "run again, all there"] {
        let (took, peak) = import(folder.path(), &old)?;
        let rate = count(USERS) / took.as_secs_f64();
        line(what, &format!("{:.0} s, {rate:.0} users a second, {peak:.0} MiB at most", took.as_secs_f64()));
    }
    Ok(())
}
