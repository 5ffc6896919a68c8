//! The pages: what each template is given.

use chrono::SecondsFormat;
use serde::Serialize;

use super::{FactView, FormView, MessageView, Site};
use crate::domain::TimeZone;
use crate::flows::{Confirmation, ConfirmationAsks};

/// A page around one form: the template has the form's name.
#[derive(Clone, Debug, Serialize)]
pub struct FormPage {
    /// What every page knows.
    pub site: Site,
    /// The form.
    pub form: FormView,
}

/// Both forms beside each other: `sign-in-or-register`.
#[derive(Clone, Debug, Serialize)]
pub struct SignInOrRegisterPage {
    /// What every page knows.
    pub site: Site,
    /// The form to sign in.
    pub sign_in: FormView,
    /// The form to register.
    pub register: FormView,
}

/// What was posted before the password had to be proven again, to be sent by a button: `continue`.
#[derive(Clone, Debug, Serialize)]
pub struct ContinuePage {
    /// What every page knows.
    pub site: Site,
    /// The form, without fields to fill in.
    pub form: FormView,
    /// What it posts: names and values, in order.
    pub kept: Vec<KeptField>,
}

/// A field that was posted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct KeptField {
    /// Its name.
    pub name: String,
    /// Its value.
    pub value: String,
}

/// A page around one form that speaks of an address: `change-email`, `undo-email-change`.
#[derive(Clone, Debug, Serialize)]
pub struct AddressFormPage {
    /// What every page knows.
    pub site: Site,
    /// The form.
    pub form: FormView,
    /// The present address, or the one that comes back; empty for an account without one.
    pub address: String,
}

/// A mail is on its way: `check-email`. It says the same whether there is an account or not.
#[derive(Clone, Debug, Serialize)]
pub struct CheckEmailPage {
    /// What every page knows.
    pub site: Site,
    /// The form that sends it once more: a button.
    pub form: FormView,
    /// The address that was typed.
    pub address: String,
    /// What the mail is for: `registered`, `resend` or `reset`.
    pub about: &'static str,
    /// Where another address is typed.
    pub other: String,
}

/// Confirming an address: `confirm-email`.
#[derive(Clone, Debug, Serialize)]
pub struct ConfirmEmailPage {
    /// What every page knows.
    pub site: Site,
    /// The form.
    pub form: FormView,
    /// Which account the address will belong to.
    pub confirmation: ConfirmationView,
}

/// The account that an address is confirmed for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ConfirmationView {
    /// The address.
    pub address: String,
    /// The username, where the account has one.
    pub username: Option<String>,
    /// When the account was made, in RFC 3339, for `<time datetime>`.
    pub registered_at: String,
    /// When the account was made, to read.
    pub registered: String,
    /// The browser that registered it, as it describes itself; `None` when unknown.
    pub user_agent: Option<String>,
    /// What the form asks for: `nothing`, `password` or `password-or-new`.
    pub asks: &'static str,
}

impl From<&Confirmation> for ConfirmationView {
    fn from(confirmation: &Confirmation) -> Self {
        Self {
            address: confirmation.email.to_string(),
            username: confirmation.username.as_ref().map(ToString::to_string),
            registered_at: confirmation.registered_at.to_rfc3339_opts(SecondsFormat::Secs, true),
            registered: TimeZone::UTC.readable(confirmation.registered_at),
            user_agent: confirmation.user_agent.clone(),
            asks: match confirmation.asks {
                ConfirmationAsks::Nothing => "nothing",
                ConfirmationAsks::Password => "password",
                ConfirmationAsks::PasswordOrNew => "password-or-new",
            },
        }
    }
}

/// The user's addresses: `manage-emails`.
#[derive(Clone, Debug, Serialize)]
pub struct ManageEmailsPage {
    /// What every page knows.
    pub site: Site,
    /// The addresses: the primary one first, then the oldest.
    pub emails: Vec<ManagedEmailView>,
    /// The form that adds one.
    pub form: FormView,
}

/// An address with what can be done to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ManagedEmailView {
    /// The address.
    #[serde(flatten)]
    pub email: EmailView,
    /// Where a form posts to that mails another link; `None` when there is nothing to confirm.
    pub confirm: Option<String>,
    /// Where a form posts to that makes it primary; `None` when it cannot be.
    pub make_primary: Option<String>,
    /// Where a form posts to that removes it; `None` for the primary one.
    pub delete: Option<String>,
}

/// The user's own page: `profile`.
#[derive(Clone, Debug, Serialize)]
pub struct ProfilePage {
    /// What every page knows.
    pub site: Site,
    /// The user.
    pub profile: ProfileView,
}

/// A user as shown to themselves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ProfileView {
    /// How to call the user.
    pub name: String,
    /// One or two letters that stand in for a picture.
    pub initials: String,
    /// Where the picture is; `None` without one.
    pub picture: Option<String>,
    /// The username, where there are usernames.
    pub username: Option<String>,
    /// The addresses.
    pub emails: Vec<EmailView>,
    /// What the user told in the fields that they may edit.
    pub facts: Vec<FactView>,
    /// The roles, in order.
    pub roles: Vec<String>,
    /// The day the account was made, where the user is: `2026-11-22`.
    pub member_since: String,
}

/// Uploading a picture: `picture`.
#[derive(Clone, Debug, Serialize)]
pub struct PicturePage {
    /// What every page knows.
    pub site: Site,
    /// The form.
    pub form: FormView,
    /// How to call the user.
    pub name: String,
    /// One or two letters that stand in for a picture.
    pub initials: String,
    /// Where the present picture is; `None` without one.
    pub picture: Option<String>,
    /// Where a form posts to that removes it; `None` without one.
    pub remove: Option<String>,
}

/// An address as shown to its owner.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EmailView {
    /// The address as typed.
    pub address: String,
    /// Whether it is confirmed.
    pub confirmed: bool,
    /// Whether mails go here.
    pub primary: bool,
}

/// Where the user is signed in: `sessions`.
#[derive(Clone, Debug, Serialize)]
pub struct SessionsPage {
    /// What every page knows.
    pub site: Site,
    /// The sessions, latest seen first.
    pub sessions: Vec<SessionView>,
    /// Where a form posts to that ends all others; `None` when there are none.
    pub revoke_others: Option<String>,
    /// Where to go on to; the list itself, unless somebody wanted to be elsewhere.
    pub next: Option<String>,
}

/// A session as shown to its user.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SessionView {
    /// Whether it is the one that looks.
    pub current: bool,
    /// What the browser calls itself; empty when it does not.
    pub user_agent: String,
    /// The address it signed in from; empty when unknown.
    pub address: String,
    /// When it began, in RFC 3339, for `<time datetime>`.
    pub created_at: String,
    /// When it began, to read, in the time zone of the user: `2026-11-22 20:15 UTC`.
    pub created: String,
    /// When it was last seen, in RFC 3339.
    pub last_seen_at: String,
    /// When it was last seen, to read.
    pub last_seen: String,
    /// Where a form posts to that ends it; `None` for the current one.
    pub revoke: Option<String>,
}

/// A page that says what is wrong and helps on: `problem`.
#[derive(Clone, Debug, Serialize)]
pub struct ProblemPage {
    /// What every page knows.
    pub site: Site,
    /// The problem.
    pub problem: ProblemView,
}

/// A problem as a page shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ProblemView {
    /// The HTTP status.
    pub status: u16,
    /// The message of its title: `problem-not-found-title`.
    pub title: MessageView,
    /// The message that says what to do: `problem-not-found-advice`.
    pub advice: MessageView,
    /// Where the advice leads: the way back, or to where it goes on.
    pub next: Option<ProblemLink>,
    /// What stands in the log beside the cause, for those who help; on pages about our own faults.
    pub reference: Option<String>,
}

/// Where a problem page leads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ProblemLink {
    /// The path.
    pub href: String,
    /// The message of the link.
    pub label: &'static str,
}

/// The problems that have a page, by the middle part of their messages, with their status.
pub const PROBLEMS: [(&str, u16); 15] = [
    ("bad-request", 400),
    ("unauthenticated", 401),
    ("sign-in-again", 401),
    ("forbidden", 403),
    ("csrf", 403),
    ("cookies", 403),
    ("link-cookies", 403),
    ("not-found", 404),
    ("method-not-allowed", 405),
    ("too-large", 413),
    ("unsupported-media-type", 415),
    ("invalid", 422),
    ("too-many-requests", 429),
    ("internal", 500),
    ("unavailable", 503),
];

impl ProblemView {
    /// The problem of this name; arguments: `seconds` where waiting helps.
    pub fn new(name: &str, status: u16, seconds: Option<u64>) -> Self {
        let message = |part: &str| {
            let message = MessageView::new(format!("problem-{name}-{part}"));
            match seconds {
                Some(seconds) => message.with("seconds", seconds),
                None => message,
            }
        };
        Self { status, title: message("title"), advice: message("advice"), next: None, reference: None }
    }

    /// Leading on to `href`.
    #[must_use]
    pub fn leading_to(mut self, href: impl Into<String>, label: &'static str) -> Self {
        self.next = Some(ProblemLink { href: href.into(), label });
        self
    }
}

/// The development mailbox: `mailbox`.
#[derive(Clone, Debug, Serialize)]
pub struct MailboxPage {
    /// What every page knows.
    pub site: Site,
    /// The mails, newest first.
    pub mails: Vec<MailboxEntry>,
}

/// A mail in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MailboxEntry {
    /// Where to read it.
    pub href: String,
    /// To whom.
    pub to: String,
    /// The subject.
    pub subject: String,
    /// When it was queued, in RFC 3339.
    pub date_at: String,
    /// When it was queued, to read.
    pub date: String,
}

/// One mail of the development mailbox: `mailbox-mail`.
#[derive(Clone, Debug, Serialize)]
pub struct MailboxMailPage {
    /// What every page knows.
    pub site: Site,
    /// Which of its three faces is shown: `text`, `html` or `source`.
    pub face: &'static str,
    /// The mail.
    pub mail: MailboxMail,
}

/// A mail of the development mailbox.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MailboxMail {
    /// The list.
    pub list: String,
    /// The text face.
    pub text_href: String,
    /// The HTML face.
    pub html_href: String,
    /// The source face.
    pub source_href: String,
    /// The HTML body alone, for a frame.
    pub frame_href: String,
    /// From whom.
    pub from: String,
    /// To whom.
    pub to: String,
    /// The subject.
    pub subject: String,
    /// When it was queued, to read.
    pub date: String,
    /// The text body in pieces: links are made clickable without trusting any HTML.
    pub text: Vec<TextPiece>,
    /// Headers and bodies as they would travel, for the source face.
    pub source: String,
    /// The links in the mail, as they stand in its text.
    pub links: Vec<String>,
}

/// A piece of text: a link, or words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TextPiece {
    /// The words, or the link as shown.
    pub text: String,
    /// Where it leads, if it is a link.
    pub href: Option<String>,
}
