//! The rows as they are written: every field of the core's nouns under a name that stays.

mod invitation;
mod mail;
mod session;
mod text;
mod token;
mod user;

pub(super) use self::invitation::InvitationRow;
pub(super) use self::mail::MailRow;
pub(super) use self::session::SessionRow;
pub(super) use self::token::TokenRow;
pub(super) use self::user::UserRow;
