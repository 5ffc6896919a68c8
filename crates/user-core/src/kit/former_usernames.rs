//! Another username, and the former one, which is kept from other users while the change can be taken back.

use crate::domain::{EventKind, MailDetails, MailKind, Purpose, Token, TokenSubject, User, UserId, Username};
use crate::kit::{News, Visitor};
use crate::manager::UserManager;
use crate::ports::{Changes, PortError, TokenChange, UserChange};

/// One user keeps no more former usernames than this from others.
const KEPT_MAX: usize = 4;

impl UserManager {
    /// The username becomes another one. So long as a mailed link can take the change back, the former one is kept from
    /// other users; of a user who has changed it often, the earliest ones. `kept` is how many are kept by now.
    pub(crate) fn username_change(
        &self,
        user: &User,
        username: &Username,
        kept: usize,
        visitor: &Visitor,
    ) -> Changes {
        let details =
            MailDetails { new_username: Some(username.to_string()), ..self.where_and_when(visitor) };
        let kind = MailKind::UsernameChanged;
        let mut changes = Changes::none()
            .with(UserChange::Revise { id: user.id, revision: user.revision })
            .with(UserChange::SetUsername { id: user.id, username: username.clone(), at: self.now() })
            .with(self.event(EventKind::UsernameChanged, Some(user.id), Some(visitor)));
        let ways_back = self.add_news(user, &News { kind, details, gained: None }, &mut changes);
        let former = user.username.as_ref().filter(|former| **former != *username);
        if let Some(former) = former.filter(|_| ways_back > 0 && kept < KEPT_MAX) {
            let subject = TokenSubject::Username(former.clone());
            changes.add(TokenChange::Insert(self.fresh_token_about(Purpose::FormerUsername, user, subject)));
        }
        changes
    }

    /// The tokens that keep former usernames of the user from others, earliest first.
    pub(crate) async fn former_usernames(&self, user: UserId) -> Result<Vec<Token>, PortError> {
        let (mut tokens, now) = (self.store().tokens(&user, Purpose::FormerUsername).await?, self.now());
        tokens.retain(|token| token.kept_username(now).is_some());
        tokens.reverse();
        Ok(tokens)
    }
}
