//! Tokens.

use std::cmp::Reverse;

use crate::domain::{Purpose, Token, TokenId, TokenSubject, UserId};
use crate::ports::{CommitError, TokenChange};
use chrono::{DateTime, Utc};

use super::{Tables, refuse_second_row};

impl Tables {
    /// The tokens of a user for one purpose, used or not, newest first.
    pub fn tokens_of(&self, user: UserId, purpose: Purpose) -> Vec<Token> {
        let theirs = |token: &&Token| token.user_id == user && token.purpose == purpose;
        let mut tokens: Vec<Token> = self.tokens.values().filter(theirs).cloned().collect();
        tokens.sort_by_key(|token| (Reverse(token.created_at), token.id));
        tokens
    }

    pub(super) fn change_token(&mut self, change: &TokenChange) -> Result<(), CommitError> {
        match change {
            TokenChange::Insert(token) => self.insert_token(token)?,
            TokenChange::Claim { id, purpose, at } => {
                self.claim(*id, *at, |token| token.purpose == *purpose)?;
            }
            TokenChange::Void { user, purpose, at } => {
                self.use_up(*at, |token| token.user_id == *user && token.purpose == *purpose);
            }
            TokenChange::VoidSince { user, purpose, since, at } => self.use_up(*at, |token| {
                let young = matches!(&token.subject, TokenSubject::Change { confirmed_at, .. } if confirmed_at >= since);
                token.user_id == *user && token.purpose == *purpose && young
            }),
            TokenChange::VoidFor { email, purpose, at } => {
                self.use_up(*at, |token| token.email_id() == Some(*email) && token.purpose == *purpose);
            }
            TokenChange::VoidAll { user, at } => self.use_up(*at, |token| token.user_id == *user),
        }
        Ok(())
    }

    fn insert_token(&mut self, token: &Token) -> Result<(), CommitError> {
        refuse_second_row(self.tokens.contains_key(&token.id))?;
        if !self.users.contains_key(&token.user_id) || token.email_id().is_some_and(|id| !self.has_email(id))
        {
            return Err(CommitError::Gone);
        }
        self.tokens.insert(token.id, token.clone());
        Ok(())
    }

    fn claim(
        &mut self,
        id: TokenId,
        at: DateTime<Utc>,
        fits: impl Fn(&Token) -> bool,
    ) -> Result<(), CommitError> {
        let usable = |token: &&mut Token| token.is_open(at) && fits(token);
        let token = self.tokens.get_mut(&id).filter(usable).ok_or(CommitError::Gone)?;
        token.used_at = Some(at);
        Ok(())
    }

    pub(super) fn use_up(&mut self, at: DateTime<Utc>, which: impl Fn(&Token) -> bool) {
        for token in self.tokens.values_mut().filter(|token| which(token)) {
            token.used_at = token.used_at.or(Some(at));
        }
    }
}
