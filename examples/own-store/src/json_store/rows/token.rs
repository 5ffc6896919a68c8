//! Tokens.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use user_core::domain::{EmailAddress, EmailId, Purpose, Token, TokenId, TokenSubject, UserId, Username};

use super::text::Text;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct TokenRow {
    id: TokenId,
    purpose: Purpose,
    user: UserId,
    subject: SubjectRow,
    created_at: DateTime<Utc>,
    expires_at: DateTime<Utc>,
    used_at: Option<DateTime<Utc>>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum SubjectRow {
    Email(EmailId),
    Change { told: Text<EmailAddress>, confirmed_at: DateTime<Utc>, gained: Option<Text<EmailAddress>> },
    Browser(Option<String>),
    Username(Text<Username>),
}

impl TokenRow {
    pub(crate) fn of(token: &Token) -> Self {
        Self {
            id: token.id,
            purpose: token.purpose,
            user: token.user_id,
            subject: match &token.subject {
                TokenSubject::Email(id) => SubjectRow::Email(*id),
                TokenSubject::Change { told, confirmed_at, gained } => SubjectRow::Change {
                    told: Text(told.clone()),
                    confirmed_at: *confirmed_at,
                    gained: gained.clone().map(Text),
                },
                TokenSubject::Browser(user_agent) => SubjectRow::Browser(user_agent.clone()),
                TokenSubject::Username(username) => SubjectRow::Username(Text(username.clone())),
            },
            created_at: token.created_at,
            expires_at: token.expires_at,
            used_at: token.used_at,
        }
    }

    pub(crate) fn into_token(self) -> Token {
        Token {
            id: self.id,
            purpose: self.purpose,
            user_id: self.user,
            subject: match self.subject {
                SubjectRow::Email(id) => TokenSubject::Email(id),
                SubjectRow::Change { told, confirmed_at, gained } => {
                    TokenSubject::Change { told: told.0, confirmed_at, gained: gained.map(|gained| gained.0) }
                }
                SubjectRow::Browser(user_agent) => TokenSubject::Browser(user_agent),
                SubjectRow::Username(username) => TokenSubject::Username(username.0),
            },
            created_at: self.created_at,
            expires_at: self.expires_at,
            used_at: self.used_at,
        }
    }
}
