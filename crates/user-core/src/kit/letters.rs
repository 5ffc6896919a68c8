//! The one place where a mail is made: its switch, language, greeting and time zone are never left to a flow.

use chrono::{DateTime, TimeDelta, Utc};

use crate::domain::{
    EmailAddress, Locale, MailDetails, MailId, MailKind, QueuedMail, User, UserId, UserStatus,
};
use crate::kit::Visitor;
use crate::manager::UserManager;
use crate::ports::{Change, MailChange};

/// A mail that is being made. Its kind is known; who reads it, and what it says, follows.
#[must_use]
pub(crate) struct Letter<'a> {
    users: &'a UserManager,
    kind: MailKind,
    details: MailDetails,
    otherwise: Option<&'a Locale>,
}

#[expect(clippy::wrong_self_convention, reason = "they say to whom a letter goes, and the letter is gone")]
impl<'a> Letter<'a> {
    /// What the mail says. The name and the time zone are always those of the reader, whatever is written here.
    pub(crate) fn saying(self, details: MailDetails) -> Self {
        Self { details, ..self }
    }

    /// The language of the mail where the reader has not chosen one. Without it, that of the site.
    pub(crate) fn otherwise_in(self, locale: Option<&'a Locale>) -> Self {
        Self { otherwise: locale, ..self }
    }

    /// The mail to the primary address of `user`; none where the user has none, or the settings switch it off.
    pub(crate) fn to_owner(self, user: &User) -> Option<QueuedMail> {
        self.to_user(user, &user.primary_email()?.address)
    }

    /// The mail to `address`, which `user` has or says to have; none where the settings switch it off.
    pub(crate) fn to_user(self, user: &User, address: &EmailAddress) -> Option<QueuedMail> {
        self.queued(Some(user), address)
    }

    /// The mail to `address`, whosever it is; none where the settings switch it off.
    pub(crate) fn to_address(self, address: &EmailAddress) -> Option<QueuedMail> {
        self.queued(None, address)
    }

    fn queued(self, user: Option<&User>, address: &EmailAddress) -> Option<QueuedMail> {
        let (users, settings) = (self.users, self.users.settings());
        if !settings.mails.sends(self.kind) {
            return None;
        }
        let now = users.now();
        let locale = user.and_then(|user| user.locale.as_ref()).or(self.otherwise);
        // Where addresses are not confirmed, none is proven.
        let name = user.and_then(|user| name_of(user, address)).filter(|_| settings.confirms_email());
        Some(QueuedMail {
            id: MailId::fresh(users.parts.clock.as_ref(), users.parts.entropy.as_ref()),
            kind: self.kind,
            user_id: user.map(|user| user.id),
            to: address.clone(),
            locale: locale.unwrap_or(&settings.languages.default).clone(),
            details: MailDetails { name, time_zone: user.and_then(|user| user.time_zone), ..self.details },
            created_at: now,
            due_at: now,
            attempts: 0,
            leased_until: None,
            dead_at: None,
            last_error: None,
        })
    }
}

/// How the mail greets: by the first name, else the username, where the owner has proven that the address is theirs.
/// Anybody may give the address of somebody else, under a name that mail programs make a link of.
fn name_of(user: &User, address: &EmailAddress) -> Option<String> {
    user.email(address)?.confirmed_at?;
    let told = Some(user.short_name()).filter(|name| *name != user.display_name());
    told.map(ToString::to_string).or_else(|| user.username.as_ref().map(ToString::to_string))
}

impl UserManager {
    /// A mail of this kind, due at once.
    pub(crate) fn letter(&self, kind: MailKind) -> Letter<'_> {
        Letter { users: self, kind, details: MailDetails::default(), otherwise: None }
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
        let mail = self.letter(MailKind::ALREADY_REGISTERED).to_user(owner, &owner.email(email)?.address);
        mail.filter(|_| owner.status == UserStatus::Active)
    }
}

impl QueuedMail {
    /// The same mail, due later.
    pub(crate) fn after(mut self, wait: TimeDelta) -> Self {
        self.due_at += wait;
        self
    }

    /// The same mail, about this account or none.
    pub(crate) fn of_account(self, user_id: Option<UserId>) -> Self {
        Self { user_id, ..self }
    }

    /// The same mail, lent already to a courier that sends it.
    pub(crate) fn lent_until(self, until: DateTime<Utc>) -> Self {
        Self { leased_until: Some(until), ..self }
    }
}

impl From<QueuedMail> for Change {
    fn from(mail: QueuedMail) -> Self {
        MailChange::Queue(Box::new(mail)).into()
    }
}
