//! How old the claim of an address to an account is. The age outlives the row: who removes an address does not make it
//! younger.

use chrono::{DateTime, Utc};

use crate::domain::{
    Credential, Detail, EmailAddress, EventKind, Purpose, Token, TokenSubject, User, UserEmail, UserId,
};
use crate::kit::Visitor;
use crate::manager::{UserManager, span};
use crate::ports::{Changes, EmailChange, PortError, TokenChange, UserKey};

/// An address that left an account lately, and since when it had counted.
pub(crate) struct FormerEmail {
    pub(crate) address: EmailAddress,
    pub(crate) since: DateTime<Utc>,
    /// Whether it was ever confirmed. One that was not counts from then on if it comes back, and stands for nobody
    /// until then.
    pub(crate) is_proven: bool,
}

impl UserManager {
    /// Since when a claim is beyond doubt at this moment: the owner then was told, and could have objected.
    pub(crate) fn long_ago(&self) -> DateTime<Utc> {
        self.now() - span(self.settings().lifetimes.undo_email_change)
    }

    /// Whether an address is the owner's beyond doubt: it has counted for longer than a way back lives, or for as long
    /// as there is the account. That no older one is left says nothing: an intruder may have removed it.
    pub(crate) fn is_established(&self, user: &User, email: &UserEmail) -> bool {
        email.confirmed_at.is_some_and(|at| at <= self.oldest_doubt(user))
    }

    /// The latest moment since which an address can count and be beyond doubt.
    pub(crate) fn oldest_doubt(&self, user: &User) -> DateTime<Utc> {
        self.long_ago().max(user.created_at)
    }

    /// The addresses that left the account lately and were the owner's beyond doubt, the oldest claim first; among them
    /// those with which somebody registered and that were never proven.
    pub(crate) async fn former_emails(&self, user: &UserId) -> Result<Vec<FormerEmail>, PortError> {
        let now = self.now();
        let tokens = self.store().tokens(user, Purpose::FORMER_EMAIL).await?.into_iter();
        let mut former: Vec<FormerEmail> = tokens
            .filter(|token| token.is_open(now))
            .filter_map(|token| match token.subject {
                TokenSubject::Change { told, confirmed_at, gained } => {
                    let is_proven = gained.as_ref() != Some(&told);
                    Some(FormerEmail { address: told, since: confirmed_at, is_proven })
                }
                TokenSubject::Email(_) | TokenSubject::Browser(_) | TokenSubject::Username(_) => None,
            })
            .collect();
        // Of two claims of one age, the proven one.
        former.sort_by_key(|former| (former.since, !former.is_proven));
        let mut oldest: Vec<FormerEmail> = Vec::new();
        for one in former {
            match oldest.iter_mut().find(|older| older.address == one.address) {
                Some(older) => older.is_proven |= one.is_proven,
                None => oldest.push(one),
            }
        }
        Ok(oldest)
    }

    /// Since when an address counts that is confirmed now.
    pub(crate) async fn counts_since(
        &self,
        user: &User,
        email: &UserEmail,
    ) -> Result<DateTime<Utc>, PortError> {
        if let Some(at) = email.confirmed_at {
            return Ok(at);
        }
        if user.registered_email().is_some_and(|registered| registered.id == email.id) {
            return Ok(user.created_at);
        }
        let former = self.former_emails(&user.id).await?;
        let before = former.into_iter().find(|former| former.address == email.address);
        Ok(before.map_or_else(|| self.now(), |former| former.since))
    }

    /// An address leaves the account. Since when it counted is remembered, if it was the owner's beyond doubt.
    pub(crate) fn add_removal(&self, user: &User, email: &UserEmail, changes: &mut Changes) {
        changes.add(EmailChange::Delete(user.id, email.id));
        if let Some(since) = email.confirmed_at.filter(|_| self.is_established(user, email)) {
            changes.add(TokenChange::Insert(self.former_email(user, email, since)));
        }
    }

    /// Another address is confirmed before the one with which the user registered: that one stays as old as the
    /// account.
    pub(crate) fn add_passed_over(&self, user: &User, confirmed: &UserEmail, changes: &mut Changes) {
        let passed_over = user.registered_email().filter(|registered| registered.id != confirmed.id);
        let former = passed_over.map(|email| self.former_email(user, email, user.created_at));
        changes.extend(former.map(TokenChange::Insert));
    }

    /// What remembers since when the address counts. One that nobody has confirmed is marked by naming itself as what
    /// was gained.
    fn former_email(&self, user: &User, email: &UserEmail, since: DateTime<Utc>) -> Token {
        let told = email.address.clone();
        let gained = email.confirmed_at.is_none().then(|| told.clone());
        let subject = TokenSubject::Change { told, confirmed_at: since, gained };
        self.fresh_token_about(Purpose::FORMER_EMAIL, user, subject)
    }

    /// The address that the account had first, of those that left it lately and were there when the code was made;
    /// unless another user has confirmed it since.
    pub(crate) async fn former_address(
        &self,
        user: &User,
        code: &Credential,
    ) -> Result<Option<FormerEmail>, PortError> {
        for former in self.former_emails(&user.id).await? {
            let was_there = former.is_proven && former.since <= code.created_at;
            if was_there && self.store().user(UserKey::Email(&former.address)).await?.is_none() {
                return Ok(Some(former));
            }
        }
        Ok(None)
    }

    /// Where a recovery by a code leaves no confirmed address, a former one comes back. Answers the user as this leaves
    /// them.
    pub(crate) fn add_former_address(
        &self,
        mut left: User,
        former: Option<FormerEmail>,
        visitor: &Visitor,
        changes: &mut Changes,
    ) -> User {
        let Some(former) = former.filter(|_| !left.has_confirmed_email()) else { return left };
        let mut back = self.proposed_email(&former.address);
        back.confirmed_at = Some(former.since);
        changes.add(EmailChange::Insert(left.id, back.clone()));
        changes.add(EmailChange::MakePrimary(back.id));
        let event = self.event(EventKind::PRIMARY_EMAIL_CHANGED, Some(left.id), Some(visitor));
        changes.add(event.with(Detail::ADDRESS, back.address.to_string()));
        back.primary = true;
        left.emails.push(back);
        left
    }
}
