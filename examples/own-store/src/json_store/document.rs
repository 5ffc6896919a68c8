//! What stands in the file: the rows of every table, under a name and a version.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::{Deserialize, Serialize};
use thiserror::Error;
use user_core::domain::{
    Challenge, Credential, CursorName, EventPosition, Invitation, PositionedEvent, QueuedMail, Session,
    Token, User,
};
use user_core::ports::{
    ChallengeChange, Change, Changes, CommitError, CredentialChange, InvitationChange, MailChange,
    SessionChange, TokenChange, UserChange,
};
use user_core::tables::Tables;

const FORMAT: &str = "accounts";
const VERSION: u32 = 1;

/// Why bytes are no document. Says where and never what, which may be personal.
#[derive(Debug, Error)]
pub(crate) enum ReadError {
    /// Not JSON, or not of this shape.
    #[error("not a file of accounts, or a broken one: line {line}, column {column}")]
    Broken {
        /// From 1.
        line: usize,
        /// From 1.
        column: usize,
    },
    /// Written by a later version of this program.
    #[error("written in version {0}, and this program knows version {VERSION}")]
    Version(u32),
    /// Its rows contradict each other: two users with one name, a session of nobody.
    #[error("its rows do not go together")]
    Inconsistent(#[source] CommitError),
}

#[derive(Deserialize)]
struct Head {
    format: String,
    version: u32,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    format: String,
    version: u32,
    users: Vec<User>,
    tokens: Vec<Token>,
    credentials: Vec<Credential>,
    challenges: Vec<Challenge>,
    sessions: Vec<Session>,
    invitations: Vec<Invitation>,
    mails: Vec<QueuedMail>,
    events: Vec<PositionedEvent>,
    last_position: EventPosition,
    cursors: BTreeMap<CursorName, EventPosition>,
}

/// The tables that were written.
pub(super) fn read(bytes: &[u8]) -> Result<Tables, ReadError> {
    let broken = |error: serde_json::Error| ReadError::Broken { line: error.line(), column: error.column() };
    let head: Head = serde_json::from_slice(bytes).map_err(broken)?;
    if head.format != FORMAT {
        return Err(ReadError::Broken { line: 1, column: 1 });
    }
    if head.version != VERSION {
        return Err(ReadError::Version(head.version));
    }
    let document: Document = serde_json::from_slice(bytes).map_err(broken)?;
    let (last_position, cursors) = (document.last_position, document.cursors.clone());
    let positions: Vec<_> = document.events.iter().map(|positioned| positioned.position).collect();
    // A file can be edited: whatever is in it goes through the rules once more.
    let tables = Tables::default().after(&changes(document)).map_err(ReadError::Inconsistent)?;
    let events = positions.into_iter().zip(tables.events.into_values()).collect();
    Ok(Tables { events, last_position, cursors, ..tables })
}

/// Writes the tables, to be read by people as well.
pub(super) fn write(to: &mut impl Write, tables: &Tables) -> io::Result<()> {
    let document = Document {
        format: FORMAT.to_owned(),
        version: VERSION,
        users: tables.users.values().cloned().collect(),
        tokens: tables.tokens.values().cloned().collect(),
        credentials: tables.credentials.values().cloned().collect(),
        challenges: tables.challenges.values().cloned().collect(),
        sessions: tables.sessions.values().cloned().collect(),
        invitations: tables.invitations.values().cloned().collect(),
        mails: tables.mails.values().cloned().collect(),
        events: tables.events_after(EventPosition::START, u32::MAX),
        last_position: tables.last_position,
        cursors: tables.cursors.clone(),
    };
    serde_json::to_writer_pretty(to, &document).map_err(io::Error::from)
}

/// What makes these rows out of nothing.
fn changes(document: Document) -> Changes {
    let users = document.users.into_iter().map(|row| UserChange::Insert(Box::new(row)).into());
    let tokens = document.tokens.into_iter().map(|row| TokenChange::Insert(row).into());
    let credentials =
        document.credentials.into_iter().map(|row| CredentialChange::Insert(Box::new(row)).into());
    let challenges = document.challenges.into_iter().map(|row| ChallengeChange::Insert(Box::new(row)).into());
    let sessions = document.sessions.into_iter().map(|row| SessionChange::Insert(row).into());
    let invitations =
        document.invitations.into_iter().map(|row| InvitationChange::Insert(Box::new(row)).into());
    let mails = document.mails.into_iter().map(|row| MailChange::Queue(Box::new(row)).into());
    let events = document.events.into_iter().map(|row| Change::Event(row.event));
    let proofs = credentials.chain(challenges).chain(sessions);
    Changes::of(users.chain(tokens).chain(proofs).chain(invitations).chain(mails).chain(events))
}
