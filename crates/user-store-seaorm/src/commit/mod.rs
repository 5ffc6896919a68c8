//! Making changes: each is one conditional statement, and its row count decides.

mod apply;
mod challenges;
mod credentials;
mod cursors;
mod deletion;
mod departures;
mod emails;
mod invitations;
mod mails;
mod order;
mod referrers;
mod roles;
mod sessions;
mod tokens;
mod transaction;
mod users;

pub(crate) use cursors::begin_at_start;
pub(crate) use departures::{Departures, depart};
pub(crate) use referrers::with_referrers;
pub use transaction::AppRows;
pub(crate) use transaction::{begin, commit, commit_with};

use user_core::ports::CommitError;

use crate::trouble::Trouble;

/// Rows must have matched, or else.
fn matched(rows: u64, otherwise: CommitError) -> Result<(), Trouble> {
    if rows == 0 { Err(otherwise.into()) } else { Ok(()) }
}
