//! "This was not me": the owner of an address takes the account back, whatever was changed since.

use chrono::{DateTime, TimeDelta, Utc};
use thiserror::Error;

use crate::domain::{
    EmailAddress, EventKind, MailDetails, MailKind, Method, Purpose, QueuedMail, Token, TokenSubject, User,
    UserEmail,
};
use crate::kit::{
    CodeLists, EndedLists, FormerEmail, LinkError, LinkRefusal, News, Returning, Try, Visitor, attempt,
    links_fail_as, refuses_as,
};
use crate::manager::{UserManager, span};
use crate::ports::{
    Changes, CommitError, CredentialChange, EmailChange, PortError, TokenChange, UserChange, UserKey,
};

/// A change of a way in was taken back.
#[non_exhaustive]
pub struct EmailChangeUndone {
    /// The address that is primary again.
    pub email: EmailAddress,
    /// The sealed part of a link to set a new password. Until that is done, no password opens the account.
    pub reset_link: String,
}

impl std::fmt::Debug for EmailChangeUndone {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("EmailChangeUndone").field("email", &self.email).finish_non_exhaustive()
    }
}

/// Why no change was taken back.
#[derive(Debug, Error)]
pub enum UndoEmailChangeError {
    /// Nothing is taken back by mail in this app.
    #[error("nothing is taken back by mail")]
    Off,
    /// The link leads nowhere, or the address belongs to somebody else by now.
    #[error(transparent)]
    Link(LinkRefusal),
    /// Something behind a port failed.
    #[error(transparent)]
    Failed(#[from] PortError),
}

refuses_as!(UndoEmailChangeError: Off, Link, Failed);

links_fail_as!(UndoEmailChangeError, Link);

/// What the link claims.
struct Claim<'a> {
    token: &'a Token,
    /// The address that comes back, as its row will be.
    restored: UserEmail,
    confirmed_at: DateTime<Utc>,
    gained: Option<&'a EmailAddress>,
    /// The addresses that left the account lately.
    former: &'a [FormerEmail],
}

/// What becomes of another address.
enum Fate {
    Stays,
    /// It counts as proposed again.
    Doubted,
    Goes,
}

impl UserManager {
    /// The address that a link would make primary again, unless another user has confirmed it since. Looks only.
    pub async fn undone_email(&self, link: &str) -> Result<EmailAddress, LinkError> {
        let (token, user) = self.linked(Purpose::UNDO_EMAIL_CHANGE, link).await?;
        let TokenSubject::Change { told, .. } = token.subject else {
            return Err(LinkRefusal::Invalid.into());
        };
        let owner = self.store().user(UserKey::Email(&told)).await?;
        if owner.is_some_and(|owner| owner.id != user.id) {
            return Err(LinkRefusal::Invalid.into());
        }
        Ok(told)
    }

    /// Gives the account back to the owner of the address that was told of a change, also when that address was removed
    /// since, unless another user has confirmed it.
    ///
    /// The address is primary again. The address that came in by the change goes, and so do those that were confirmed after
    /// this one and in the days before the change or since; younger ones that were there for longer count as proposed again.
    /// Credentials that were made in those days go, and so do lists of recovery codes of which one was used then. The
    /// password goes: none opens the account until the owner sets one by the link in the answer. The earliest of the
    /// user's former usernames that are kept from others comes back. Every session ends; so
    /// does what else an intruder may have begun; and ways back of younger claims are void. Older claims stay, and are told:
    /// else an intruder could spoil the owner's.
    pub async fn undo_email_change(
        &self,
        link: &str,
        visitor: &Visitor,
    ) -> Result<EmailChangeUndone, UndoEmailChangeError> {
        if !self.settings().takes_back() {
            return Err(UndoEmailChangeError::Off);
        }
        attempt((), async |()| {
            let (token, user) = self.linked(Purpose::UNDO_EMAIL_CHANGE, link).await?;
            let former = self.former_emails(&user.id).await?;
            let claim = self.claim(&token, &user, &former);
            let claim = claim.ok_or(UndoEmailChangeError::Link(LinkRefusal::Invalid))?;
            let lists = self.code_lists(user.id).await?;
            let mut changes = self.undo(&user, &claim, &lists, visitor);
            self.add_former_username(
                &user,
                Returning { since: None, by: Method::EMAIL },
                visitor,
                &mut changes,
            )
            .await?;
            let reset_link = self.add_bound_reset(&user, &token, &mut changes);
            match self.commit(changes).await {
                Ok(()) => Ok(Try::Done(EmailChangeUndone { email: claim.restored.address, reset_link })),
                Err(CommitError::Taken(_)) => Err(UndoEmailChangeError::Link(LinkRefusal::Invalid)),
                Err(CommitError::Gone | CommitError::Stale) => Ok(Try::Again(())),
                Err(CommitError::Failed(error)) => Err(error.into()),
            }
        })
        .await
    }

    fn claim<'a>(&self, token: &'a Token, user: &User, former: &'a [FormerEmail]) -> Option<Claim<'a>> {
        let TokenSubject::Change { told, confirmed_at, gained } = &token.subject else { return None };
        let held = user.email(told).filter(|held| held.confirmed_at.is_some_and(|at| at <= *confirmed_at));
        let fresh = || UserEmail { confirmed_at: Some(*confirmed_at), ..self.proposed_email(told) };
        let restored = held.cloned().unwrap_or_else(fresh);
        Some(Claim { token, restored, confirmed_at: *confirmed_at, gained: gained.as_ref(), former })
    }

    fn undo(&self, user: &User, claim: &Claim<'_>, lists: &CodeLists, visitor: &Visitor) -> Changes {
        let (at, token) = (self.now(), claim.token);
        let mut changes = Changes::none()
            .with(UserChange::Revise { id: user.id, revision: user.revision })
            .with(TokenChange::Claim { id: token.id, purpose: token.purpose, at })
            .with(TokenChange::VoidSince {
                user: user.id,
                purpose: token.purpose,
                since: claim.confirmed_at,
                at,
            });
        changes.add(TokenChange::Void { user: user.id, purpose: Purpose::CONFIRM_EMAIL, at });
        changes.add(UserChange::RemovePassword(user.id));
        let since = self.lately(claim);
        let ended = EndedLists { made: since, used: Some(self.before_change(claim)) };
        self.add_end_of_lists(user.id, lists, ended, &mut changes);
        changes.add(CredentialChange::DeleteSince { user: user.id, since, kept: &[] });
        Self::sign_out_everywhere(user.id, &mut changes);
        changes
            .add(self.event(EventKind::EMAIL_CHANGE_UNDONE, Some(user.id), Some(visitor)).by(Method::EMAIL));
        self.add_staying_for(user, &claim.restored, &mut changes);
        let left = self.add_end_of_begun(user, &mut changes);
        self.add_restored(&left, claim, visitor, &mut changes);
        changes
    }

    /// From when on something came in lately, before the change or since, and after the claim.
    fn lately(&self, claim: &Claim<'_>) -> DateTime<Utc> {
        self.before_change(claim).max(claim.confirmed_at) + TimeDelta::microseconds(1)
    }

    /// As long before the change as a way back is good.
    fn before_change(&self, claim: &Claim<'_>) -> DateTime<Utc> {
        claim.token.created_at - span(self.settings().lifetimes.undo_email_change)
    }

    /// What becomes of an address, as the owner of the restored one had it before the change: one that is younger goes,
    /// where it came in lately or by the change; it counts as proposed again, where it was there for longer.
    fn fate(&self, email: &UserEmail, claim: &Claim<'_>) -> Fate {
        let Some(at) = email.confirmed_at else { return Fate::Goes };
        let gained = claim.gained == Some(&email.address);
        if email.address == claim.restored.address || (gained && at >= claim.confirmed_at) {
            return Fate::Goes;
        }
        match at > claim.confirmed_at {
            false => Fate::Stays,
            true if at >= self.lately(claim) || !self.settings().manages_emails() => Fate::Goes,
            true => Fate::Doubted,
        }
    }

    /// The address is there, confirmed and primary, and younger ones are not. Those that stay are told, where it was not
    /// primary, and so are those of older claims that left: they may still object. Those that go are told that they did.
    fn add_restored(&self, user: &User, claim: &Claim<'_>, visitor: &Visitor, changes: &mut Changes) {
        let restored = &claim.restored;
        let others = user.emails.iter().filter(|email| email.id != restored.id);
        let usurper = user.primary_email().filter(|email| email.id != restored.id);
        changes.extend(usurper.map(|email| EmailChange::Demote(email.id)));
        let mut left = User { emails: Vec::new(), ..user.clone() };
        for email in others {
            match self.fate(email, claim) {
                Fate::Stays => left.emails.push(email.clone()),
                Fate::Doubted => drop(self.add_doubt(user.id, email, changes)),
                Fate::Goes => {
                    changes.add(EmailChange::Delete(user.id, email.id));
                    if email.address != restored.address {
                        changes.extend(self.told_removed(user, email, visitor));
                    }
                }
            }
        }
        Self::add_restored_row(user, claim, changes);
        if restored.primary {
            left.emails.clear();
        }
        self.tell_older(left, claim, visitor, changes);
    }

    fn add_restored_row(user: &User, claim: &Claim<'_>, changes: &mut Changes) {
        let restored = &claim.restored;
        if user.emails.iter().any(|email| email.id == restored.id) {
            let (id, address, at) = (restored.id, restored.address.clone(), claim.confirmed_at);
            changes.add(EmailChange::Confirm { id, address, at });
        } else {
            changes.add(EmailChange::Insert(user.id, restored.clone()));
        }
        if !restored.primary {
            changes.add(EmailChange::MakePrimary(restored.id));
        }
    }

    /// Whoever had the account may have had it deleted: it stays, and who took it back learns of that.
    fn add_staying_for(&self, user: &User, restored: &UserEmail, changes: &mut Changes) {
        let owner = User { emails: vec![restored.clone()], ..user.clone() };
        self.add_staying(&owner, &[], changes);
    }

    fn told_removed(&self, user: &User, email: &UserEmail, visitor: &Visitor) -> Option<QueuedMail> {
        let about = Some(email.address.to_string());
        let details = MailDetails { about, ..self.where_and_when(visitor) };
        self.letter(MailKind::EMAIL_REMOVED).saying(details).to_user(user, &email.address)
    }

    /// Tells addresses with a link: these, and those of older claims that left lately.
    fn tell_older(&self, mut left: User, claim: &Claim<'_>, visitor: &Visitor, changes: &mut Changes) {
        let (kind, gained) = (MailKind::PRIMARY_EMAIL_CHANGED, Some(&claim.restored.address));
        let details = MailDetails { about: gained.map(ToString::to_string), ..self.where_and_when(visitor) };
        let older = claim.former.iter().filter(|former| {
            former.is_proven
                && former.since < claim.confirmed_at
                && former.address != claim.restored.address
                && left.email(&former.address).is_none()
        });
        let older: Vec<_> = older
            .map(|former| UserEmail {
                confirmed_at: Some(former.since),
                ..self.proposed_email(&former.address)
            })
            .collect();
        left.emails.extend(older);
        self.add_news(&left, &News { kind, details, gained }, changes);
    }

    /// A link to set a new password that goes with the claim: not even somebody who asks for another link voids it.
    fn add_bound_reset(&self, user: &User, claim: &Token, changes: &mut Changes) -> String {
        let token = self.fresh_token_about(Purpose::RESET_PASSWORD, user, claim.subject.clone());
        let link = self.link_text(token.purpose, token.id);
        changes.add(TokenChange::Insert(token));
        link
    }
}
