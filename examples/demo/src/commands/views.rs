//! Users and mails as commands show them: one line each, or JSON. No hash and no link is among it.

use std::fmt;

use chrono::{DateTime, SecondsFormat, Utc};
use serde::Serialize;
use user_core::domain::{Event, QueuedMail, Role, User, UserEmail};

fn rfc3339(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}

#[derive(Serialize)]
pub(super) struct UserLine {
    id: String,
    username: Option<String>,
    emails: Vec<EmailView>,
    status: &'static str,
    roles: Vec<String>,
    locale: Option<String>,
    has_password: bool,
    created_at: String,
}

#[derive(Serialize)]
struct EmailView {
    address: String,
    primary: bool,
    confirmed_at: Option<String>,
}

impl From<&UserEmail> for EmailView {
    fn from(email: &UserEmail) -> Self {
        Self {
            address: email.address.to_string(),
            primary: email.primary,
            confirmed_at: email.confirmed_at.map(rfc3339),
        }
    }
}

impl From<&User> for UserLine {
    fn from(user: &User) -> Self {
        Self {
            id: user.id.to_string(),
            username: user.username.as_ref().map(ToString::to_string),
            emails: user.emails.iter().map(EmailView::from).collect(),
            status: user.status.as_str(),
            roles: user.roles.iter().map(Role::to_string).collect(),
            locale: user.locale.as_ref().map(ToString::to_string),
            has_password: user.password_hash.is_some(),
            created_at: rfc3339(user.created_at),
        }
    }
}

impl fmt::Display for UserLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (id, status) = (&self.id, self.status);
        let name = self.username.as_deref().unwrap_or("-");
        let addresses: Vec<_> = self.emails.iter().map(ToString::to_string).collect();
        let (addresses, roles) = (or_none(&addresses), or_none(&self.roles));
        write!(f, "{id}  {status:<8}  {name:<20}  {addresses:<32}  {roles}")
    }
}

impl fmt::Display for EmailView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let state = if self.confirmed_at.is_some() { "" } else { " (not confirmed)" };
        write!(f, "{}{state}", self.address)
    }
}

fn or_none(list: &[String]) -> String {
    if list.is_empty() { "-".to_owned() } else { list.join(",") }
}

#[derive(Serialize)]
pub(super) struct UserDetails {
    #[serde(flatten)]
    user: UserLine,
    events: Vec<EventView>,
}

#[derive(Serialize)]
struct EventView {
    at: String,
    kind: &'static str,
    address: Option<String>,
}

impl UserDetails {
    pub(super) fn new(user: &User, events: &[Event]) -> Self {
        let view = |event: &Event| EventView {
            at: rfc3339(event.at),
            kind: event.kind.as_str(),
            address: event.address.map(|address| address.to_string()),
        };
        Self { user: user.into(), events: events.iter().map(view).collect() }
    }
}

impl fmt::Display for UserDetails {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let user = &self.user;
        let addresses: Vec<_> = user.emails.iter().map(ToString::to_string).collect();
        let lines = [
            ("id", user.id.clone()),
            ("username", user.username.clone().unwrap_or_else(|| "-".to_owned())),
            ("addresses", or_none(&addresses)),
            ("status", user.status.to_owned()),
            ("roles", or_none(&user.roles)),
            ("language", user.locale.clone().unwrap_or_else(|| "-".to_owned())),
            ("password", if user.has_password { "set" } else { "none" }.to_owned()),
            ("created", user.created_at.clone()),
        ];
        let shown: Vec<_> = lines.iter().map(|(name, value)| format!("{name:<10} {value}")).collect();
        f.write_str(&shown.join("\n"))?;
        self.events.iter().try_for_each(|event| {
            let address = event.address.as_deref().unwrap_or("-");
            write!(f, "\nevent      {}  {:<24}  {address}", event.at, event.kind)
        })
    }
}

#[derive(Serialize)]
pub(super) struct MailLine {
    id: String,
    kind: &'static str,
    to: String,
    created_at: String,
    due_at: String,
    attempts: u32,
    dead_at: Option<String>,
    last_error: Option<String>,
}

impl From<&QueuedMail> for MailLine {
    fn from(mail: &QueuedMail) -> Self {
        Self {
            id: mail.id.to_string(),
            kind: mail.kind.as_str(),
            to: mail.to.to_string(),
            created_at: rfc3339(mail.created_at),
            due_at: rfc3339(mail.due_at),
            attempts: mail.attempts,
            dead_at: mail.dead_at.map(rfc3339),
            last_error: mail.last_error.clone(),
        }
    }
}

impl fmt::Display for MailLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (id, kind, to, attempts) = (&self.id, self.kind, &self.to, self.attempts);
        let when = self.dead_at.as_ref().unwrap_or(&self.due_at);
        let error = self.last_error.as_deref().unwrap_or("-");
        write!(f, "{id}  {when}  {kind:<18}  {to:<32}  tried {attempts}  {error}")
    }
}
