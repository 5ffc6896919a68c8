//! Tokens.

use sea_orm::{DbErr, Set};
use user_core::domain::{EmailAddress, EmailId, Purpose, Token, TokenId, TokenSubject, UserId, Username};

use super::{corrupt, micros, moment, uuid};
use crate::entity::token;

/// The token of this row.
pub(crate) fn token(row: &token::Model) -> Result<Token, DbErr> {
    let id = TokenId::from_bytes(row.id.into_bytes());
    let purpose = Purpose::parse(&row.purpose).ok_or_else(|| corrupt("purpose"))?;
    let user = UserId::from_bytes(row.user_id.into_bytes());
    let valid = moment(row.created_at)?..moment(row.expires_at)?;
    let mut token = Token::new(id, purpose, user, subject(row)?, valid);
    token.used_at = row.used_at.map(moment).transpose()?;
    Ok(token)
}

fn subject(row: &token::Model) -> Result<TokenSubject, DbErr> {
    let address = |raw: &String| EmailAddress::parse(raw).map_err(|_| corrupt("address"));
    if let Some(name) = &row.username {
        return Username::parse(name).map(TokenSubject::Username).map_err(|_| corrupt("username"));
    }
    match (&row.email_id, &row.told, row.told_confirmed_at) {
        (Some(email), None, None) => Ok(TokenSubject::Email(EmailId::from_bytes(email.into_bytes()))),
        (None, Some(told), Some(confirmed_at)) => Ok(TokenSubject::Change {
            told: address(told)?,
            confirmed_at: moment(confirmed_at)?,
            gained: row.gained.as_ref().map(address).transpose()?,
        }),
        (None, None, None) => Ok(TokenSubject::Browser(row.user_agent.clone())),
        _ => Err(corrupt("subject")),
    }
}

/// The row of a token.
pub(crate) fn token_row(token: &Token) -> token::ActiveModel {
    let (told, told_confirmed_at, gained) = match &token.subject {
        TokenSubject::Email(_) | TokenSubject::Browser(_) | TokenSubject::Username(_) => (None, None, None),
        TokenSubject::Change { told, confirmed_at, gained } => {
            (Some(told.to_string()), Some(micros(*confirmed_at)), gained.as_ref().map(ToString::to_string))
        }
    };
    let user_agent = match &token.subject {
        TokenSubject::Browser(user_agent) => user_agent.clone(),
        _ => None,
    };
    let username = match &token.subject {
        TokenSubject::Username(username) => Some(username),
        _ => None,
    };
    token::ActiveModel {
        id: Set(uuid(token.id.as_bytes())),
        purpose: Set(token.purpose.as_str().to_owned()),
        user_id: Set(uuid(token.user_id.as_bytes())),
        email_id: Set(token.email_id().map(|id| uuid(id.as_bytes()))),
        told: Set(told),
        told_confirmed_at: Set(told_confirmed_at),
        gained: Set(gained),
        user_agent: Set(user_agent),
        username: Set(username.map(|name| name.as_str().to_owned())),
        username_key: Set(username.map(|name| name.key().to_owned())),
        created_at: Set(micros(token.created_at)),
        expires_at: Set(micros(token.expires_at)),
        used_at: Set(token.used_at.map(micros)),
    }
}
