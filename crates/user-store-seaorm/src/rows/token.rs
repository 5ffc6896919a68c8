//! Tokens.

use sea_orm::{DbErr, Set};
use user_core::domain::{EmailId, Purpose, Token, TokenId, UserId};

use super::{corrupt, id, micros, moment};
use crate::entity::token;

/// The token of this row.
pub(crate) fn token(row: &token::Model) -> Result<Token, DbErr> {
    Ok(Token {
        id: TokenId::from_bytes(id(&row.id)?),
        purpose: Purpose::parse(&row.purpose).ok_or_else(|| corrupt("purpose"))?,
        user_id: UserId::from_bytes(id(&row.user_id)?),
        email_id: EmailId::from_bytes(id(&row.email_id)?),
        created_at: moment(row.created_at)?,
        expires_at: moment(row.expires_at)?,
        used_at: row.used_at.map(moment).transpose()?,
    })
}

/// The row of a token.
pub(crate) fn token_row(token: &Token) -> token::ActiveModel {
    token::ActiveModel {
        id: Set(token.id.as_bytes().to_vec()),
        purpose: Set(token.purpose.as_str().to_owned()),
        user_id: Set(token.user_id.as_bytes().to_vec()),
        email_id: Set(token.email_id.as_bytes().to_vec()),
        created_at: Set(micros(token.created_at)),
        expires_at: Set(micros(token.expires_at)),
        used_at: Set(token.used_at.map(micros)),
    }
}
