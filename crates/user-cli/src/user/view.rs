//! A user as commands show it. No hash is among it.

use serde::Serialize;
use user_core::domain::{Event, EventDetails, Profile, Role, User, UserEmail};

use crate::show::{or_none, rfc3339};

#[derive(Serialize)]
pub(super) struct UserView {
    id: String,
    username: Option<String>,
    emails: Vec<EmailView>,
    status: &'static str,
    roles: Vec<String>,
    locale: Option<String>,
    time_zone: Option<String>,
    has_password: bool,
    created_at: String,
    deletion_at: Option<String>,
}

/// An invitation that was just sent.
#[derive(Serialize)]
pub(super) struct InvitationView {
    pub(super) id: String,
    pub(super) email: String,
    pub(super) roles: Vec<String>,
}

impl InvitationView {
    pub(super) fn row(&self) -> Vec<String> {
        vec![self.id.clone(), self.email.clone(), or_none(&self.roles)]
    }
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

impl From<&User> for UserView {
    fn from(user: &User) -> Self {
        Self {
            id: user.id.to_string(),
            username: user.username.as_ref().map(ToString::to_string),
            emails: user.emails.iter().map(EmailView::from).collect(),
            status: user.status.as_str(),
            roles: user.roles.iter().map(Role::to_string).collect(),
            locale: user.locale.as_ref().map(ToString::to_string),
            time_zone: user.time_zone.map(|zone| zone.name().to_owned()),
            has_password: user.password_hash.is_some(),
            created_at: rfc3339(user.created_at),
            deletion_at: user.deletion_at.map(rfc3339),
        }
    }
}

impl UserView {
    pub(super) fn row(&self) -> Vec<String> {
        let name = self.name();
        vec![self.id.clone(), self.status.to_owned(), name, self.addresses(), or_none(&self.roles)]
    }

    fn name(&self) -> String {
        self.username.clone().unwrap_or_else(|| "-".to_owned())
    }

    fn addresses(&self) -> String {
        let shown = |email: &EmailView| {
            let state = if email.confirmed_at.is_some() { "" } else { " (not confirmed)" };
            format!("{}{state}", email.address)
        };
        or_none(&self.emails.iter().map(shown).collect::<Vec<_>>())
    }
}

/// A user, with a password that was made for them.
#[derive(Serialize)]
pub(super) struct WithPassword<'a> {
    #[serde(flatten)]
    pub(super) user: UserView,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) password: Option<&'a str>,
}

#[derive(Serialize)]
pub(super) struct UserDetails {
    #[serde(flatten)]
    user: UserView,
    profile: Profile,
    sessions: usize,
    events: Vec<EventView>,
}

#[derive(Serialize)]
struct EventView {
    at: String,
    kind: String,
    address: Option<String>,
    actor: String,
    method: Option<String>,
    details: EventDetails,
}

impl UserDetails {
    pub(super) fn new(user: &User, sessions: usize, events: &[Event]) -> Self {
        let view = |event: &Event| EventView {
            at: rfc3339(event.at),
            kind: event.kind.to_string(),
            address: event.address.map(|address| address.to_string()),
            actor: event.actor.to_string(),
            method: event.method.map(|method| method.to_string()),
            details: event.details.clone(),
        };
        Self {
            user: user.into(),
            profile: user.profile.clone(),
            sessions,
            events: events.iter().map(view).collect(),
        }
    }

    pub(super) fn rows(&self) -> Vec<Vec<String>> {
        let user = &self.user;
        let lines = [
            ("id", user.id.clone()),
            ("username", user.name()),
            ("addresses", user.addresses()),
            ("status", user.status.to_owned()),
            ("roles", or_none(&user.roles)),
            ("language", user.locale.clone().unwrap_or_else(|| "-".to_owned())),
            ("time zone", user.time_zone.clone().unwrap_or_else(|| "-".to_owned())),
            ("password", if user.has_password { "set" } else { "none" }.to_owned()),
            ("sessions", self.sessions.to_string()),
            ("created", user.created_at.clone()),
            ("deletion", user.deletion_at.clone().unwrap_or_else(|| "no".to_owned())),
        ];
        let event = |event: &EventView| {
            let address = event.address.as_deref().unwrap_or("-");
            let mut line = format!("{}  {:<24}  {address}  {}", event.at, event.kind, event.actor);
            line.extend(event.method.iter().map(|method| format!("  by {method}")));
            line.extend(event.details.iter().map(|(detail, value)| format!("  {detail}={value}")));
            vec!["event".to_owned(), line]
        };
        let lines = lines.into_iter().map(|(name, value)| vec![name.to_owned(), value]);
        lines.chain(self.events.iter().map(event)).collect()
    }
}
