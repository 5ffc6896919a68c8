//! The mails: what each template is given.

use serde::Serialize;

use crate::domain::{Locale, MailKind};
use crate::look::MailLook;

/// What the three templates of every mail are given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MailView {
    /// Which mail.
    pub kind: MailKind,
    /// The name of the app.
    pub app_name: String,
    /// The front page of the app.
    pub home: String,
    /// Its colours and corners.
    pub look: MailLook,
    /// The address of those who help, where the settings name it.
    pub support_email: Option<String>,
    /// The language of the mail.
    pub locale: Locale,
    /// `ltr` or `rtl`.
    pub direction: &'static str,
    /// How to greet: a username, or nothing.
    pub name: Option<String>,
    /// The address it goes to.
    pub email: String,
    /// The link to act on: confirm, or reset.
    pub link: Option<String>,
    /// How long the link can be used: whole days, or 0 when that is better told in hours.
    pub link_days: i64,
    /// How long the link can be used: whole hours, or 0 when it is less than one.
    pub link_hours: i64,
    /// The same in minutes.
    pub link_minutes: i64,
    /// The sign-in page.
    pub sign_in: String,
    /// The page to ask for a new password, where there is one.
    pub forgot_password: Option<String>,
    /// The new username, in `username_changed`.
    pub new_username: Option<String>,
    /// The address that was added, removed or made primary.
    pub about: Option<String>,
    /// When it happened, to read, in the time zone of the recipient: `2026-11-22 20:15 UTC`.
    pub at: Option<String>,
    /// When it is going to happen, to read, in `deletion_scheduled`.
    pub due: Option<String>,
    /// The browser it happened in.
    pub user_agent: Option<String>,
    /// The network address it happened from.
    pub address: Option<String>,
    /// The name of the inviter, in `invite`; nothing when the site invites.
    pub inviter: Option<String>,
}
