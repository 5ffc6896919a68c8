//! The outbox.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use user_core::domain::{EmailAddress, Locale, MailDetails, MailId, MailKind, QueuedMail, UserId};

use super::text::Text;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct MailRow {
    id: MailId,
    kind: MailKind,
    user: Option<UserId>,
    to: Text<EmailAddress>,
    locale: Locale,
    details: MailDetails,
    created_at: DateTime<Utc>,
    due_at: DateTime<Utc>,
    attempts: u32,
    leased_until: Option<DateTime<Utc>>,
    dead_at: Option<DateTime<Utc>>,
    last_error: Option<String>,
}

impl MailRow {
    pub(crate) fn of(mail: &QueuedMail) -> Self {
        Self {
            id: mail.id,
            kind: mail.kind,
            user: mail.user_id,
            to: Text(mail.to.clone()),
            locale: mail.locale.clone(),
            details: mail.details.clone(),
            created_at: mail.created_at,
            due_at: mail.due_at,
            attempts: mail.attempts,
            leased_until: mail.leased_until,
            dead_at: mail.dead_at,
            last_error: mail.last_error.clone(),
        }
    }

    pub(crate) fn into_mail(self) -> QueuedMail {
        QueuedMail {
            id: self.id,
            kind: self.kind,
            user_id: self.user,
            to: self.to.0,
            locale: self.locale,
            details: self.details,
            created_at: self.created_at,
            due_at: self.due_at,
            attempts: self.attempts,
            leased_until: self.leased_until,
            dead_at: self.dead_at,
            last_error: self.last_error,
        }
    }
}
