//! Deleting a user for good; scheduling it, and calling it off.

use std::time::Duration;

use chrono::{DateTime, Utc};

use crate::domain::{EventKind, MailDetails, MailKind, QueuedMail, User, UserId};
use crate::kit::{AdministrationError, Current, FormerEmail, News, Try, Visitor, attempt, forget, refused};
use crate::manager::{UserManager, span};
use crate::ports::{Changes, CommitError, UserChange, UserKey};

/// Which users a deletion takes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Only {
    /// Whoever it is.
    Any,
    /// One whose deletion is due: it may have been called off since somebody looked.
    Due,
}

impl UserManager {
    /// Whether somebody was deleted. `Only::Any` who is not there is an error. `by` is the user, where they ask for it
    /// themselves.
    pub(crate) async fn delete(
        &self,
        id: UserId,
        only: Only,
        by: Option<&Current>,
    ) -> Result<bool, AdministrationError> {
        attempt((), async |()| {
            let found = self.store().user(UserKey::Id(id)).await?;
            let is_due = |user: &User| user.deletion_at.is_some_and(|at| at <= self.now());
            let user = match found {
                Some(user) if only == Only::Any || is_due(&user) => user,
                None if only == Only::Any => return Err(AdministrationError::Unknown),
                _ => return Ok(Try::Done(false)),
            };
            let former = self.former_emails(&user.id).await?;
            let changes = self.deletion(&user, &former, by);
            match self.commit(changes).await {
                Ok(()) => {
                    if let (Some(parts), Some(picture)) = (&self.parts.pictures, user.picture) {
                        forget(parts, picture).await;
                    }
                    Ok(Try::Done(true))
                }
                Err(CommitError::Stale) => Ok(Try::Again(())),
                Err(error) => Err(refused(error)),
            }
        })
        .await
    }

    fn deletion(&self, user: &User, former: &[FormerEmail], by: Option<&Current>) -> Changes {
        let kept = self.settings().deletion.events;
        let mut changes = Changes::none()
            .with(UserChange::Revise { id: user.id, revision: user.revision })
            .with(UserChange::Delete(user.id, kept));
        let details = MailDetails { at: Some(self.now()), ..MailDetails::default() };
        // A mail about a user goes along with them: this one is for whoever they were.
        let mails = self.told_everywhere(MailKind::ACCOUNT_DELETED, &details, user, former);
        changes.extend(mails.into_iter().map(|mail| mail.of_account(None)));
        // It stays when all about the user goes, so it says no more than who was deleted, and by whom.
        let mut event = self.event(EventKind::USER_DELETED, Some(user.id), None);
        if let (Some(by), None) = (by, &self.actor) {
            event.actor = crate::domain::Actor::user(by.user.id);
        }
        changes.with(event)
    }

    /// The moment at which a deletion is due that is asked for now. One too far to be written is never due.
    pub(crate) fn due_after(&self, grace: Duration) -> DateTime<Utc> {
        self.now().checked_add_signed(span(grace)).unwrap_or(DateTime::<Utc>::MAX_UTC)
    }

    /// The account is deleted at that moment, unless that is called off. Every confirmed address is told, and so is
    /// one that left the account lately; where the user asked for it, with a way back that is good until then.
    pub(crate) fn scheduling(
        &self,
        user: &User,
        due: DateTime<Utc>,
        former: &[FormerEmail],
        visitor: Option<&Visitor>,
    ) -> Changes {
        let (kind, due) = (MailKind::DELETION_SCHEDULED, Some(due));
        let mut changes = Changes::none().with(UserChange::ScheduleDeletion(user.id, due));
        if let Some(visitor) = visitor {
            let details = MailDetails { due, ..self.where_and_when(visitor) };
            let news = News { kind, details: details.clone(), gained: None };
            self.add_news(user, &news, &mut changes);
            changes.extend(self.told_who_left(kind, &details, user, former));
        } else {
            let details = MailDetails { at: Some(self.now()), due, ..MailDetails::default() };
            changes.extend(self.told_everywhere(kind, &details, user, former));
        }
        changes.with(self.event(EventKind::DELETION_SCHEDULED, Some(user.id), visitor))
    }

    /// The account stays, if it was to be deleted, and all who were told of that learn of it.
    pub(crate) fn add_staying(&self, user: &User, former: &[FormerEmail], changes: &mut Changes) {
        if user.deletion_at.is_none() {
            return;
        }
        let details = MailDetails { at: Some(self.now()), ..MailDetails::default() };
        changes.add(UserChange::ScheduleDeletion(user.id, None));
        changes.extend(self.told_everywhere(MailKind::DELETION_CANCELLED, &details, user, former));
        changes.add(self.event(EventKind::DELETION_CANCELLED, Some(user.id), None));
    }

    /// A mail to every address that is the user's, and to those that were until lately: whoever holds the account now
    /// may not be its owner.
    fn told_everywhere(
        &self,
        kind: MailKind,
        details: &MailDetails,
        user: &User,
        former: &[FormerEmail],
    ) -> Vec<QueuedMail> {
        let held = user.emails.iter().filter(|email| email.confirmed_at.is_some());
        let held =
            held.filter_map(|email| self.letter(kind).saying(details.clone()).to_user(user, &email.address));
        held.chain(self.told_who_left(kind, details, user, former)).collect()
    }

    /// A mail to every address that left the account lately and is not confirmed in it now.
    fn told_who_left(
        &self,
        kind: MailKind,
        details: &MailDetails,
        user: &User,
        former: &[FormerEmail],
    ) -> Vec<QueuedMail> {
        let left = former.iter().filter(|former| former.is_proven).map(|former| &former.address);
        let left = left.filter(|to| user.email(to).is_none_or(|held| held.confirmed_at.is_none()));
        left.filter_map(|to| self.letter(kind).saying(details.clone()).to_user(user, to)).collect()
    }
}
