//! The user's own page.

use poem::http::StatusCode;
use poem::{Response, handler};
use user_core::domain::{Role, User};
use user_core::views::{EmailView, ProfilePage, ProfileView};

use crate::exchange::Exchange;
use crate::extract::CurrentUser;

#[handler]
pub(crate) async fn show(exchange: Exchange, current: CurrentUser) -> poem::Result<Response> {
    let profile = view(&exchange, current.user());
    Ok(exchange.page("profile", StatusCode::OK, |site| ProfilePage { site, profile }).await?)
}

fn view(exchange: &Exchange, user: &User) -> ProfileView {
    let emails = user.emails.iter().map(|email| EmailView {
        address: email.address.to_string(),
        confirmed: email.confirmed_at.is_some(),
        primary: email.primary,
    });
    ProfileView {
        name: user.display_name().to_owned(),
        initials: user.initials(),
        facts: exchange.users().forms().facts(user),
        username: user.username.as_ref().map(ToString::to_string),
        emails: emails.collect(),
        roles: user.roles.iter().map(Role::to_string).collect(),
        member_since: user.shown_zone().day(user.created_at).to_string(),
    }
}
