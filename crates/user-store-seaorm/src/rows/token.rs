//! Tokens.

use sea_orm::{DbErr, Set};
use user_core::domain::{EmailAddress, EmailId, Purpose, Token, TokenId, TokenSubject, UserId};

use super::{corrupt, micros, moment, uuid};
use crate::entity::token;

/// The token of this row.
pub(crate) fn token(row: &token::Model) -> Result<Token, DbErr> {
    Ok(Token {
        id: TokenId::from_bytes(row.id.into_bytes()),
        purpose: Purpose::parse(&row.purpose).ok_or_else(|| corrupt("purpose"))?,
        user_id: UserId::from_bytes(row.user_id.into_bytes()),
        subject: subject(row)?,
        created_at: moment(row.created_at)?,
        expires_at: moment(row.expires_at)?,
        used_at: row.used_at.map(moment).transpose()?,
    })
}

fn subject(row: &token::Model) -> Result<TokenSubject, DbErr> {
    let address = |raw: &String| EmailAddress::parse(raw).map_err(|_| corrupt("address"));
    match (&row.email_id, &row.changed_from, &row.changed_to) {
        (Some(email), None, None) => Ok(TokenSubject::Email(EmailId::from_bytes(email.into_bytes()))),
        (None, Some(from), Some(to)) => {
            Ok(TokenSubject::EmailChange { from: address(from)?, to: address(to)? })
        }
        (None, None, None) => Ok(TokenSubject::Browser(row.user_agent.clone())),
        _ => Err(corrupt("subject")),
    }
}

/// The row of a token.
pub(crate) fn token_row(token: &Token) -> token::ActiveModel {
    let (from, to, user_agent) = match &token.subject {
        TokenSubject::Email(_) => (None, None, None),
        TokenSubject::EmailChange { from, to } => (Some(from.to_string()), Some(to.to_string()), None),
        TokenSubject::Browser(user_agent) => (None, None, user_agent.clone()),
    };
    token::ActiveModel {
        id: Set(uuid(token.id.as_bytes())),
        purpose: Set(token.purpose.as_str().to_owned()),
        user_id: Set(uuid(token.user_id.as_bytes())),
        email_id: Set(token.email_id().map(|id| uuid(id.as_bytes()))),
        changed_from: Set(from),
        changed_to: Set(to),
        user_agent: Set(user_agent),
        created_at: Set(micros(token.created_at)),
        expires_at: Set(micros(token.expires_at)),
        used_at: Set(token.used_at.map(micros)),
    }
}
