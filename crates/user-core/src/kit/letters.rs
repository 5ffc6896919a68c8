//! The one place where a mail is made: its switch, language, greeting and time zone are never left to a flow.

use chrono::TimeDelta;

use crate::domain::{EmailAddress, Locale, MailDetails, MailId, MailKind, QueuedMail, User, UserStatus};
use crate::kit::Visitor;
use crate::manager::UserManager;
use crate::ports::{Change, MailChange};

/// Who reads a mail, and where.
#[derive(Clone, Copy)]
pub(crate) struct Reader<'a> {
    user: Option<&'a User>,
    address: &'a EmailAddress,
    otherwise: Option<&'a Locale>,
}

impl<'a> Reader<'a> {
    /// This user, at this address.
    pub(crate) const fn of(user: &'a User, address: &'a EmailAddress) -> Self {
        Self { user: Some(user), address, otherwise: None }
    }

    /// Somebody who may have no account.
    pub(crate) const fn stranger(address: &'a EmailAddress) -> Self {
        Self { user: None, address, otherwise: None }
    }

    /// The language of the mail where the reader has not chosen one. Without it, that of the site.
    pub(crate) const fn otherwise_in(self, locale: Option<&'a Locale>) -> Self {
        Self { otherwise: locale, ..self }
    }

    fn locale(&self) -> Option<&'a Locale> {
        self.user.and_then(|user| user.locale.as_ref()).or(self.otherwise)
    }

    /// How the mail greets: by the username, where its owner has proven that the address is theirs. Anybody may give the
    /// address of somebody else, under a name that mail programs make a link of.
    fn name(&self) -> Option<String> {
        let user = self.user?;
        user.email(self.address)?.confirmed_at?;
        user.username.as_ref().map(ToString::to_string)
    }
}

impl UserManager {
    /// A mail to `reader`, due now, or none where the settings switch it off. The name and the time zone in `details`
    /// are those of the reader, whatever a flow wrote there.
    pub(crate) fn letter(
        &self,
        kind: MailKind,
        reader: Reader<'_>,
        details: MailDetails,
    ) -> Option<QueuedMail> {
        if !self.settings().mails.sends(kind) {
            return None;
        }
        let now = self.now();
        let time_zone = reader.user.and_then(|user| user.time_zone);
        Some(QueuedMail {
            id: MailId::fresh(self.parts.clock.as_ref(), self.parts.entropy.as_ref()),
            kind,
            user_id: reader.user.map(|user| user.id),
            to: reader.address.clone(),
            locale: reader.locale().unwrap_or(&self.settings().languages.default).clone(),
            // Where addresses are not confirmed, none is proven.
            details: MailDetails {
                name: reader.name().filter(|_| self.settings().confirms_email()),
                time_zone,
                ..details
            },
            created_at: now,
            due_at: now,
            attempts: 0,
            leased_until: None,
            dead_at: None,
            last_error: None,
        })
    }

    /// The same to the primary address, if the user has one.
    pub(crate) fn mail_to_owner(
        &self,
        kind: MailKind,
        user: &User,
        details: MailDetails,
    ) -> Option<QueuedMail> {
        self.letter(kind, Reader::of(user, &user.primary_email()?.address), details)
    }

    /// When, in which browser and from where: what a mail tells its reader to judge by.
    pub(crate) fn where_and_when(&self, visitor: &Visitor) -> MailDetails {
        MailDetails {
            at: Some(self.now()),
            user_agent: visitor.user_agent(),
            address: visitor.address.map(|address| address.to_string()),
            ..MailDetails::default()
        }
    }

    /// Tells the owner of an address that somebody tried to use it.
    pub(crate) fn mail_about_registration(&self, owner: &User, email: &EmailAddress) -> Option<QueuedMail> {
        // To the address as its owner wrote it, never as the visitor did.
        let reader = Reader::of(owner, &owner.email(email)?.address);
        let mail = self.letter(MailKind::AlreadyRegistered, reader, MailDetails::default());
        mail.filter(|_| owner.status == UserStatus::Active)
    }
}

impl QueuedMail {
    /// The same mail, due later.
    pub(crate) fn after(mut self, wait: TimeDelta) -> Self {
        self.due_at += wait;
        self
    }
}

impl From<QueuedMail> for Change {
    fn from(mail: QueuedMail) -> Self {
        MailChange::Queue(Box::new(mail)).into()
    }
}
