//! The outbox.

use crate::domain::{MailId, QueuedMail};
use crate::ports::{CommitError, MailChange, MailLease, MailState};
use chrono::{DateTime, Utc};

use super::{Tables, count, refuse_second_row};

impl Tables {
    /// Mails of the outbox in order of id.
    pub fn mails_in(&self, state: MailState, limit: u32) -> Vec<QueuedMail> {
        let wanted = |mail: &&QueuedMail| mail.dead_at.is_some() == (state == MailState::Dead);
        self.mails.values().filter(wanted).take(count(limit)).cloned().collect()
    }

    /// Lends up to `limit` mails that are due at `now` until `until`: the most urgent kinds first, then oldest due
    /// first.
    pub fn lease_mail(&mut self, now: DateTime<Utc>, until: DateTime<Utc>, limit: u32) -> Vec<QueuedMail> {
        let free = |mail: &QueuedMail| mail.leased_until.is_none_or(|held| held <= now);
        let mut due: Vec<&mut QueuedMail> = self
            .mails
            .values_mut()
            .filter(|mail| mail.dead_at.is_none() && mail.due_at <= now && free(mail))
            .collect();
        due.sort_by_key(|mail| (mail.kind.urgency(), mail.due_at, mail.id));
        let lend = |mail: &mut QueuedMail| {
            mail.leased_until = Some(until);
            mail.clone()
        };
        due.into_iter().take(count(limit)).map(lend).collect()
    }

    pub(super) fn change_mail(&mut self, change: &MailChange) -> Result<(), CommitError> {
        match change {
            MailChange::Queue(mail) => self.queue(mail)?,
            MailChange::Sent(lease) => {
                self.leased(*lease)?;
                self.mails.remove(&lease.mail);
            }
            MailChange::Retry { lease, due_at, error } => {
                self.tried(*lease, error)?.due_at = *due_at;
            }
            MailChange::Postpone { lease, due_at, error } => {
                self.failed(*lease, error)?.due_at = *due_at;
            }
            MailChange::Bury { lease, at, error } => {
                self.tried(*lease, error)?.dead_at = Some(*at);
            }
            MailChange::Revive(id, due_at) => self.revive(*id, *due_at)?,
        }
        Ok(())
    }

    fn queue(&mut self, mail: &QueuedMail) -> Result<(), CommitError> {
        refuse_second_row(self.mails.contains_key(&mail.id))?;
        if let Some(user) = mail.user_id {
            self.user_mut(user)?;
        }
        self.mails.insert(mail.id, mail.clone());
        Ok(())
    }

    fn leased(&mut self, lease: MailLease) -> Result<&mut QueuedMail, CommitError> {
        let held = |mail: &&mut QueuedMail| mail.leased_until == Some(lease.until);
        self.mails.get_mut(&lease.mail).filter(held).ok_or(CommitError::Gone)
    }

    fn tried(&mut self, lease: MailLease, error: &str) -> Result<&mut QueuedMail, CommitError> {
        let mail = self.failed(lease, error)?;
        mail.attempts += 1;
        Ok(mail)
    }

    fn failed(&mut self, lease: MailLease, error: &str) -> Result<&mut QueuedMail, CommitError> {
        let mail = self.leased(lease)?;
        mail.leased_until = None;
        mail.last_error = Some(error.to_owned());
        Ok(mail)
    }

    fn revive(&mut self, id: MailId, due_at: DateTime<Utc>) -> Result<(), CommitError> {
        let dead = |mail: &&mut QueuedMail| mail.dead_at.is_some();
        let mail = self.mails.get_mut(&id).filter(dead).ok_or(CommitError::Gone)?;
        mail.dead_at = None;
        mail.due_at = due_at;
        mail.attempts = 0;
        mail.last_error = None;
        Ok(())
    }
}
