//! The mark of the browser that registered: random there, and kept here by its hash.

use sha2::{Digest, Sha256};

use crate::domain::{Purpose, Token, TokenId, TokenSubject, User, UserId};
use crate::kit::Visitor;
use crate::manager::UserManager;
use crate::ports::PortError;
use crate::seal::Label;

impl UserManager {
    /// A fresh mark for a browser, and the token by which it is recognised.
    pub(crate) fn fresh_mark(&self, user: &User, visitor: &Visitor) -> (String, Token) {
        let mark = self.random_bytes();
        let browser = TokenSubject::Browser(visitor.user_agent());
        let token = self.fresh_token_about(Purpose::Registration, user, browser);
        (self.seal_mark(&mark), Token { id: hashed(&mark), ..token })
    }

    /// A mark that looks like any other, and marks nothing.
    pub(crate) fn blank_mark(&self) -> String {
        self.seal_mark(&self.random_bytes())
    }

    fn seal_mark(&self, mark: &[u8; 16]) -> String {
        self.seals().seal(Label::Registration, mark)
    }

    /// The account that this browser registered, until it is confirmed or redone.
    pub(crate) async fn registered_here(&self, visitor: &Visitor) -> Result<Option<UserId>, PortError> {
        let mark = visitor.mark.as_deref().and_then(|mark| self.seals().open_id(Label::Registration, mark));
        let Some(mark) = mark else { return Ok(None) };
        let token = self.store().token(&hashed(&mark)).await?;
        let is_good = |token: &Token| {
            token.purpose == Purpose::Registration && token.used_at.is_none() && self.now() < token.expires_at
        };
        Ok(token.filter(is_good).map(|token| token.user_id))
    }

    /// The browser that registered an account, as it described itself.
    pub(crate) async fn registering_browser(&self, user: UserId) -> Result<Option<String>, PortError> {
        let latest = self.store().tokens(&user, Purpose::Registration).await?.into_iter().next();
        Ok(match latest.map(|token| token.subject) {
            Some(TokenSubject::Browser(user_agent)) => user_agent,
            _ => None,
        })
    }
}

/// A token is found by its id: half of a hash of 128 random bits is as hard to guess as they are.
fn hashed(mark: &[u8; 16]) -> TokenId {
    let mut id = [0; 16];
    for (byte, from) in id.iter_mut().zip(Sha256::digest(mark)) {
        *byte = from;
    }
    TokenId::from_bytes(id)
}
