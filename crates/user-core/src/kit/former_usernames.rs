//! Another username, and the former one, which is kept from other users while the change can be taken back.

use chrono::{DateTime, Utc};

use crate::domain::{
    EventKind, MailDetails, MailKind, Method, Purpose, Token, TokenSubject, User, UserId, Username,
};
use crate::kit::{News, Visitor};
use crate::manager::UserManager;
use crate::ports::{Changes, PortError, TokenChange, UserChange};

/// One user keeps no more former usernames than this from others.
const KEPT_MAX: usize = 4;

/// What was before a change of username.
#[derive(Clone, Copy)]
pub(crate) struct NamesPast {
    /// How many former usernames are kept from others.
    kept: usize,
    /// Whether a mailed link can take the account back, or may be mailed yet, whatever this change mails.
    is_recoverable: bool,
}

/// Which of a user's former usernames may come back, and by what the account is claimed.
#[derive(Clone, Copy)]
pub(crate) struct Returning {
    /// Those that were given up after this moment; `None` for all that are kept.
    pub(crate) since: Option<DateTime<Utc>>,
    pub(crate) by: Method,
}

impl UserManager {
    /// The username becomes another one. So long as a mailed link can take the account back, be it that of this change
    /// or of an earlier one, the former username is kept from other users; of a user who has changed it often, the
    /// earliest ones.
    pub(crate) fn username_change(
        &self,
        user: &User,
        username: &Username,
        past: NamesPast,
        visitor: &Visitor,
    ) -> Changes {
        let details =
            MailDetails { new_username: Some(username.to_string()), ..self.where_and_when(visitor) };
        let kind = MailKind::USERNAME_CHANGED;
        let mut changes = Changes::none()
            .with(UserChange::Revise { id: user.id, revision: user.revision })
            .with(UserChange::SetUsername { id: user.id, username: username.clone(), at: self.now() })
            .with(self.event(EventKind::USERNAME_CHANGED, Some(user.id), Some(visitor)));
        let ways_back = self.add_news(user, &News { kind, details, gained: None }, &mut changes);
        let former = user.username.as_ref().filter(|former| **former != *username);
        let is_wanted = past.is_recoverable || ways_back > 0;
        if let Some(former) = former.filter(|_| is_wanted && past.kept < KEPT_MAX) {
            let subject = TokenSubject::Username(former.clone());
            changes.add(TokenChange::Insert(self.fresh_token_about(Purpose::FORMER_USERNAME, user, subject)));
        }
        changes
    }

    /// What decides whether the username that a user gives up now is kept for them.
    pub(crate) async fn names_past(&self, user: UserId) -> Result<NamesPast, PortError> {
        let now = self.now();
        let kept = self.former_usernames(user).await?.len();
        let ways_back = self.store().tokens(&user, Purpose::UNDO_EMAIL_CHANGE).await?;
        let is_open = ways_back.iter().any(|token| token.is_open(now));
        // An address that left lately may yet get a way back, when that of a younger one is used.
        let is_recoverable =
            is_open || self.former_emails(&user).await?.iter().any(|former| former.is_proven);
        Ok(NamesPast { kept, is_recoverable })
    }

    /// The tokens that keep former usernames of the user from others, earliest first.
    pub(crate) async fn former_usernames(&self, user: UserId) -> Result<Vec<Token>, PortError> {
        let (mut tokens, now) = (self.store().tokens(&user, Purpose::FORMER_USERNAME).await?, self.now());
        tokens.retain(|token| token.kept_username(now).is_some());
        tokens.reverse();
        Ok(tokens)
    }

    /// The username that the user had first comes back, of those that are kept for them and were given up since the
    /// claim. Answers it, where that changes anything.
    pub(crate) async fn add_former_username(
        &self,
        user: &User,
        Returning { since, by }: Returning,
        visitor: &Visitor,
        changes: &mut Changes,
    ) -> Result<Option<Username>, PortError> {
        let (kept, at) = (self.former_usernames(user.id).await?, self.now());
        let mut since = kept.iter().filter(|token| since.is_none_or(|since| token.created_at > since));
        let Some((token, former)) = since.next().and_then(|token| Some((token, token.kept_username(at)?)))
        else {
            return Ok(None);
        };
        changes.add(TokenChange::Claim { id: token.id, purpose: token.purpose, at });
        // Names that the account had since may be an intruder's: none of them comes back by an older claim.
        changes.add(TokenChange::Void { user: user.id, purpose: token.purpose, at });
        if user.username.as_ref().is_some_and(|held| held.as_str() == former.as_str()) {
            return Ok(None);
        }
        changes.add(UserChange::SetUsername { id: user.id, username: former.clone(), at });
        changes.add(self.event(EventKind::USERNAME_CHANGED, Some(user.id), Some(visitor)).by(by));
        Ok(Some(former.clone()))
    }
}
