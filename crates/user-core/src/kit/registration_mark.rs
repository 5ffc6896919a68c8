//! The marks of the browser that registered: random there, and kept here by their hashes. A cookie carries those of its
//! latest registrations, so that each of these accounts is at home there.

use sha2::{Digest, Sha256};

use crate::domain::{EmailAddress, Purpose, Token, TokenId, TokenSubject, User, UserId, UserStatus};
use crate::kit::Visitor;
use crate::manager::UserManager;
use crate::ports::{PortError, UserKey};
use crate::seal::Label;

const MARK_BYTES: usize = 16;
/// The marks that a browser carries: those of its latest registrations.
const MARKS_MAX: usize = 4;

/// One registration of this browser, until its account is confirmed or redone.
#[derive(Clone, Copy)]
pub(crate) struct RegisteredHere {
    mark: [u8; MARK_BYTES],
    pub(crate) user: UserId,
}

impl UserManager {
    /// A fresh mark for a browser, beside those of the accounts that it registered before, and the token by which it is
    /// recognised. A token of the same account that came before is to be void by now.
    pub(crate) fn fresh_mark(
        &self,
        user: &User,
        here: &[RegisteredHere],
        visitor: &Visitor,
    ) -> (String, Token) {
        let mark = self.random_bytes();
        let browser = TokenSubject::Browser(visitor.user_agent());
        let token = self.fresh_token_about(Purpose::REGISTRATION, user, browser);
        let others = here.iter().filter(|other| other.user != user.id);
        (self.seal_marks(Some(mark), others), Token { id: hashed(&mark), ..token })
    }

    /// A mark that looks like any other, and marks nothing, beside those that this browser has.
    pub(crate) fn blank_mark(&self, here: &[RegisteredHere]) -> String {
        self.seal_marks(Some(self.random_bytes()), here)
    }

    /// The marks that this browser has, once more.
    pub(crate) fn same_mark(&self, here: &[RegisteredHere]) -> String {
        self.seal_marks(None, here)
    }

    fn seal_marks<'a>(
        &self,
        fresh: Option<[u8; MARK_BYTES]>,
        here: impl IntoIterator<Item = &'a RegisteredHere>,
    ) -> String {
        let marks = fresh.into_iter().chain(here.into_iter().map(|here| here.mark));
        let mut marks: Vec<u8> = marks.take(MARKS_MAX).flatten().collect();
        // Of one length, so that nobody counts them.
        marks.resize(MARKS_MAX * MARK_BYTES, 0);
        self.seals().seal(Label::Registration, &marks)
    }

    /// The accounts that this browser registered, the latest first, until they are confirmed or redone.
    pub(crate) async fn registered_here(&self, visitor: &Visitor) -> Result<Vec<RegisteredHere>, PortError> {
        let opened = visitor.mark.as_deref().and_then(|mark| self.seals().open(Label::Registration, mark));
        let (marks, _) = opened.as_deref().unwrap_or_default().as_chunks::<MARK_BYTES>();
        let is_good = |token: &Token| token.purpose == Purpose::REGISTRATION && token.is_open(self.now());
        let mut here = Vec::new();
        for mark in marks.iter().take(MARKS_MAX).filter(|mark| **mark != [0; MARK_BYTES]) {
            let token = self.store().token(&hashed(mark)).await?.filter(is_good);
            here.extend(token.map(|token| RegisteredHere { mark: *mark, user: token.user_id }));
        }
        Ok(here)
    }

    /// Of the accounts that this browser registered, the latest that waits and was registered with this address. One
    /// that only proposed the address since does not count: it may be its owner who signs in here.
    pub(crate) async fn registered_with(
        &self,
        email: &EmailAddress,
        here: &[RegisteredHere],
    ) -> Result<Option<User>, PortError> {
        let waits = |user: &User| {
            let registered = user.registered_email().filter(|_| user.status == UserStatus::Pending);
            registered.is_some_and(|registered| registered.address == *email)
        };
        for registered in here {
            let user = self.store().user(UserKey::Id(registered.user)).await?.filter(waits);
            if user.is_some() {
                return Ok(user);
            }
        }
        Ok(None)
    }

    /// The browser that registered an account, as it described itself.
    pub(crate) async fn registering_browser(&self, user: UserId) -> Result<Option<String>, PortError> {
        let latest = self.store().tokens(&user, Purpose::REGISTRATION).await?.into_iter().next();
        Ok(match latest.map(|token| token.subject) {
            Some(TokenSubject::Browser(user_agent)) => user_agent,
            _ => None,
        })
    }
}

/// A token is found by its id: half of a hash of 128 random bits is as hard to guess as they are.
fn hashed(mark: &[u8; MARK_BYTES]) -> TokenId {
    let mut id = [0; 16];
    for (byte, from) in id.iter_mut().zip(Sha256::digest(mark)) {
        *byte = from;
    }
    TokenId::from_bytes(id)
}
