//! What every store must keep: one public function per sentence, run by [`store_contract!`](crate::store_contract).
//!
//! Each function takes a fresh store and fails by panicking. All of them hold on one back end or on none: what a
//! store in memory answers, SQLite, PostgreSQL and MariaDB answer too.
//!
//! ## Where the port leaves room
//!
//! The doc comments of [`user_core::ports`] say what each change means. Where they are silent, this is decided:
//!
//! - **Look-ups judge nothing.** An expired session, a used token and a disabled user are given as they are.
//! - **Addresses** of a user are in order of id; `users` and `mails` too. Sessions seen at one moment are in order of
//!   id, events of one moment in the reverse order of id (newest first).
//! - **A user who goes** takes along addresses, roles, tokens, credentials, challenges, sessions and queued mails, lent
//!   ones included. **Events stay**: they are a record, refer to nobody by constraint, and go by purging alone. So do
//!   invitations to their address, and those they sent unless it is by `Delete`.
//! - **An address that goes** takes along the tokens that act on it, whatever their purpose. A token about a change of
//!   addresses acts on none and stays.
//! - **A reference to what is not there** is `Gone`: a session, token, credential, role, address or queued mail for a
//!   user who is not there, so too a challenge that names one, and a token for an address that is not there. An event
//!   needs no user, and an invitation neither an inviter nor who accepted it.
//! - **No such user** is `Stale` for `Revise` and `Unchanged`: a caller that decided on that user must look again.
//! - **One insert with two values in use** is refused for the username: the user comes before the addresses. Several
//!   changes are refused for the first in order.
//! - **Setting what is already so** is accepted, also where a database counts changed rather than matched rows.
//! - **`Confirm`** of a confirmed address is accepted and keeps the first moment. It changes no status.
//! - **`MakePrimary`** of an address that is primary is `Gone`, for its user has one. A second primary address by
//!   inserting is a fault of the caller: the commit is refused, with whichever error.
//! - **Times are told.** A change names its moment, and a store judges by no clock of its own.
//! - **Expiry** is half open: at `expires_at` a token, a credential and a challenge are refused; at `leased_until` a
//!   lease can be taken over; a purge takes what lies before the moment, not at it; a mail is due at `due_at`.
//! - **A lease** is lost when another took it over, not by running out. Lending changes no attempts.
//! - **`Bury`** counts its try, as `Retry` does. **`Revive`** sets the attempts to 0 and forgets the last error.
//! - **A purge** counts rows of the seven kinds; what goes along with a user is not counted. Which of too many rows go
//!   first is left open. A pending user with a confirmed address is never purged.
//! - **Two rows with one id** are a fault of the caller (ids are random): any error, untested.
//! - **Times** are whole microseconds. A finer moment is a fault of the caller.
//! - **A look-up of one row** sees it as some commit left it. A user read from several tables may straddle two commits;
//!   a flow that decides on it carries its revision.
//!
//! ## The sentences
//!
//! Each is the description of the function that tries it, in the modules below; the book has all of them on the page
//! about ports.

pub mod atomicity;
pub mod challenges;
pub mod credentials;
pub mod deletion;
pub mod emails;
pub mod events;
pub mod handles;
pub mod invitations;
pub mod kept_usernames;
pub mod open_names;
pub mod outbox;
mod probe;
pub mod proofs;
pub mod purge;
pub mod races;
pub mod roles;
mod run;
mod samples;
pub mod search;
pub mod sessions;
pub mod tokens;
pub mod traces;
pub mod users;

pub use probe::Subject;
pub use run::run;
pub(crate) use run::run_on;
