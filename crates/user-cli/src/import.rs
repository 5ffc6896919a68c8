//! `import`: take over the users of another program.

use std::collections::BTreeMap;

use async_trait::async_trait;
use clap::{Args, Subcommand, ValueEnum};
use serde::Serialize;
use user_core::UserManager;
use user_core::flows::{Import, ImportMode, ImportOptions, ImportOutcome, ImportResult, UnknownHashes};
use user_core::ports::UserSource;

use crate::{CliError, Format, Terminal, Unwatched, show};

/// How many users one commit takes.
const BATCH: usize = 500;

/// `import …`: take over the users of another program.
#[derive(Args, Clone, Debug)]
pub struct ImportCommand {
    /// Output format: text for people, or JSON for scripts.
    #[command(flatten)]
    pub format: Format,
    /// From where.
    #[command(subcommand)]
    pub from: ImportFrom,
}

/// From where users come.
#[derive(Clone, Debug, Subcommand)]
pub enum ImportFrom {
    /// From the database of a Flask-User app. Try it with --dry-run first.
    FlaskUser(FlaskUserImport),
}

/// A Flask-User database, and how to go about it.
#[derive(Args, Clone, Debug)]
pub struct FlaskUserImport {
    /// The database: `sqlite:app.sqlite`, `sqlite:///srv/app.sqlite` or `postgresql://…`. Other processes can read
    /// arguments: where it holds a password, use the variable.
    #[arg(env = "USER_IMPORT_URL", hide_env_values = true)]
    pub url: String,
    /// Judge everything, and write nothing.
    #[arg(long)]
    pub dry_run: bool,
    /// The name of the source, from which ids are derived. The same in every run for one database.
    #[arg(long, default_value = "flask-user")]
    pub source: String,
    /// What a table is called there, such as `user=members`.
    #[arg(long = "table", value_name = "TABLE=NAME")]
    pub tables: Vec<String>,
    /// What a column is called there, such as `user.confirmed_at=proven_on`.
    #[arg(long = "column", value_name = "TABLE.COLUMN=NAME")]
    pub columns: Vec<String>,
    /// `USER_PASSWORD_HASH_MODE` there.
    #[arg(long, value_enum, default_value_t)]
    pub hash_mode: FlaskHashMode,
    /// Passwords that no scheme knows are plain text there: hash them.
    #[arg(long)]
    pub plaintext: bool,
}

/// `USER_PASSWORD_HASH_MODE` of Flask-User.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum FlaskHashMode {
    /// The hash of the password.
    #[default]
    Passlib,
    /// The hash of an HMAC of the password.
    FlaskSecurity,
}

/// Opens what is imported from: an app implements it over an adapter such as `user-import-flask`.
#[async_trait]
pub trait ImportSources: Send + Sync {
    /// A Flask-User database.
    async fn flask_user(&self, from: &FlaskUserImport) -> Result<Box<dyn UserSource>, CliError>;
}

impl FlaskUserImport {
    /// The tables that were told, each with its name there.
    pub fn tables(&self) -> Result<Vec<(&str, &str)>, CliError> {
        let told = self.tables.iter();
        told.map(|told| told.split_once('=').ok_or_else(|| usage(told, "user=members"))).collect()
    }

    /// The columns that were told: table, column, and its name there.
    pub fn columns(&self) -> Result<Vec<(&str, &str, &str)>, CliError> {
        let told = self.columns.iter();
        told.map(|told| column(told).ok_or_else(|| usage(told, "user.confirmed_at=proven_on"))).collect()
    }

    fn options(&self) -> ImportOptions {
        let mode = if self.dry_run { ImportMode::DryRun } else { ImportMode::Write };
        let unknown_hashes =
            if self.plaintext { UnknownHashes::ArePasswords } else { UnknownHashes::LeaveOut };
        ImportOptions { source: self.source.clone(), mode, unknown_hashes }
    }
}

fn column(told: &str) -> Option<(&str, &str, &str)> {
    let (of, name) = told.split_once('=')?;
    let (table, column) = of.split_once('.')?;
    Some((table, column, name))
}

fn usage(told: &str, such_as: &str) -> CliError {
    CliError::Usage(format!("`{told}` says nothing; write it such as `{such_as}`"))
}

/// What became of everybody.
#[derive(Debug, Default, Serialize)]
struct Report {
    dry_run: bool,
    users: u64,
    imported: u64,
    already_there: u64,
    refused: u64,
    with_remarks: u64,
    /// Users that are counted there, and that nobody can read: they have no id.
    not_read: u64,
    fields_left_out: Vec<String>,
    left_behind: BTreeMap<String, u64>,
}

impl Report {
    fn add(&mut self, outcome: &ImportOutcome) {
        self.users += 1;
        match outcome.result {
            ImportResult::Imported => self.imported += 1,
            ImportResult::AlreadyThere => self.already_there += 1,
            ImportResult::Refused => self.refused += 1,
        }
        self.with_remarks += u64::from(!outcome.remarks.is_empty());
    }

    fn rows(&self) -> Vec<Vec<String>> {
        let imported = if self.dry_run { "would be imported" } else { "imported" };
        let counts = [
            ("users", self.users),
            (imported, self.imported),
            ("already there", self.already_there),
            ("refused", self.refused),
            ("with remarks", self.with_remarks),
            ("not read", self.not_read),
        ];
        let mut rows: Vec<_> =
            counts.iter().map(|(what, count)| vec![(*what).to_owned(), count.to_string()]).collect();
        rows.push(vec!["fields left out".to_owned(), show::or_none(&self.fields_left_out)]);
        let left = self.left_behind.iter().map(|(what, count)| format!("{what} {count}"));
        rows.push(vec!["left behind".to_owned(), show::or_none(&left.collect::<Vec<_>>())]);
        rows
    }

    /// Whether somebody did not come is told apart from whether everything came as it was.
    fn outcome(&self) -> Result<(), CliError> {
        let lost = self.refused + self.not_read;
        if lost > 0 {
            return Err(CliError::refused(format!("{lost} users were not taken over")));
        }
        if self.with_remarks == 0 && self.fields_left_out.is_empty() && self.left_behind.is_empty() {
            return Ok(());
        }
        Err(CliError::Incomplete("not everything comes as it was: see the report".to_owned()))
    }
}

impl ImportCommand {
    /// Whether JSON is to be written.
    pub const fn json(&self) -> bool {
        self.format.json
    }

    /// Does it.
    pub async fn run(
        &self,
        users: &UserManager,
        sources: &dyn ImportSources,
        terminal: &mut dyn Terminal,
    ) -> Result<(), CliError> {
        let ImportFrom::FlaskUser(from) = &self.from;
        let mut source = sources.flask_user(from).await?;
        let users = users.acting(crate::user::ACTOR);
        let mut import = users.import(from.options());
        let mut report = Report { dry_run: from.dry_run, ..Report::default() };
        self.take_over(source.as_mut(), &mut import, &mut report, terminal).await?;
        report.fields_left_out = import.undeclared().iter().cloned().collect();
        report.not_read = source.count().await?.saturating_sub(report.users);
        report.left_behind = source.left_behind().await?;
        if self.json() {
            show::json_line(terminal, &report)?;
        } else {
            show::table(terminal, &report.rows())?;
        }
        report.outcome()
    }

    /// Tells of everybody with a remark at once: a list of a million would have to be kept.
    async fn take_over(
        &self,
        source: &mut dyn UserSource,
        import: &mut Import<'_>,
        report: &mut Report,
        terminal: &mut dyn Terminal,
    ) -> Result<(), CliError> {
        let all = source.count().await?;
        let mut progress = if self.json() { Box::new(Unwatched) } else { terminal.progress(all) };
        loop {
            let batch = source.next(BATCH).await?;
            if batch.is_empty() {
                return Ok(());
            }
            for outcome in import.batch(&batch).await? {
                report.add(&outcome);
                let mut told = Ok(());
                if !outcome.remarks.is_empty() {
                    progress.aside(&mut || told = self.tell(&outcome, terminal));
                }
                told?;
            }
            progress.at(report.users);
        }
    }

    fn tell(&self, outcome: &ImportOutcome, terminal: &mut dyn Terminal) -> Result<(), CliError> {
        if self.json() {
            return show::json_line(terminal, outcome);
        }
        let remarks = outcome.remarks.iter().map(|remark| format!("{} {}", remark.code, remark.value));
        let remarks: Vec<_> = remarks.map(|remark| remark.trim_end().to_owned()).collect();
        let result = match outcome.result {
            ImportResult::Refused => "refused",
            ImportResult::Imported => "imported with remarks",
            ImportResult::AlreadyThere => "already there, with remarks",
        };
        let row = vec![outcome.external_id.clone(), result.to_owned(), remarks.join("; ")];
        show::table(terminal, &[row])
    }
}
