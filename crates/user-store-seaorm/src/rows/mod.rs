//! Between rows and nouns, both ways.

mod challenge;
mod credential;
mod event;
mod invitation;
mod mail;
mod session;
mod token;
mod user;
mod value;

pub(crate) use challenge::{challenge, challenge_row};
pub(crate) use credential::{credential, credential_row, secret_bytes};
pub(crate) use event::{event, event_row, position_of, positioned};
pub(crate) use invitation::{invitation, invitation_row};
pub(crate) use mail::{mail, mail_row};
pub(crate) use session::{proofs, proofs_json, session, session_row};
pub(crate) use token::{token, token_row};
pub(crate) use user::{account_row, email_row, profile_json, role_row, user, user_email};
pub(crate) use value::{corrupt, legible, micros, moment, position, readable, uuid};
