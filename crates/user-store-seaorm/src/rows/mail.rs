//! Mails.

use sea_orm::{DbErr, Set};
use user_core::domain::{EmailAddress, Locale, MailId, MailKind, QueuedMail, UserId};

use super::{corrupt, micros, moment, uuid};
use crate::entity::mail;

/// The mail of this row.
pub(crate) fn mail(row: mail::Model) -> Result<QueuedMail, DbErr> {
    let id = MailId::from_bytes(row.id.into_bytes());
    let kind = MailKind::parse(&row.kind).ok_or_else(|| corrupt("kind of mail"))?;
    let to = EmailAddress::parse(&row.to_address).map_err(|_| corrupt("address"))?;
    let locale = Locale::parse(&row.locale).ok_or_else(|| corrupt("locale"))?;
    let mut mail = QueuedMail::new(id, kind, to, locale, moment(row.created_at)?);
    mail.user_id = row.user_id.map(|user| UserId::from_bytes(user.into_bytes()));
    mail.details = serde_json::from_str(&row.details).map_err(|_| corrupt("mail"))?;
    mail.due_at = moment(row.due_at)?;
    mail.attempts = u32::try_from(row.attempts).map_err(|_| corrupt("number of attempts"))?;
    mail.leased_until = row.leased_until.map(moment).transpose()?;
    mail.dead_at = row.dead_at.map(moment).transpose()?;
    mail.last_error = row.last_error;
    Ok(mail)
}

/// The row of a mail.
pub(crate) fn mail_row(mail: &QueuedMail) -> Result<mail::ActiveModel, DbErr> {
    let details = serde_json::to_string(&mail.details).map_err(|error| DbErr::Json(error.to_string()))?;
    Ok(mail::ActiveModel {
        id: Set(uuid(mail.id.as_bytes())),
        kind: Set(mail.kind.as_str().to_owned()),
        user_id: Set(mail.user_id.map(|user| uuid(user.as_bytes()))),
        to_address: Set(mail.to.as_str().to_owned()),
        locale: Set(mail.locale.as_str().to_owned()),
        details: Set(details),
        urgency: Set(mail.kind.urgency().into()),
        created_at: Set(micros(mail.created_at)),
        due_at: Set(micros(mail.due_at)),
        attempts: Set(i64::from(mail.attempts)),
        leased_until: Set(mail.leased_until.map(micros)),
        dead_at: Set(mail.dead_at.map(micros)),
        last_error: Set(mail.last_error.clone()),
    })
}
