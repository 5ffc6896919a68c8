//! The user's own page.

use poem::http::StatusCode;
use poem::{Response, handler};
use user_core::domain::{PictureSize, Role, User};
use user_core::views::{EmailView, ProfilePage, ProfileView, Site};

use super::picture;
use crate::exchange::Exchange;
use crate::extract::CurrentUser;
use crate::response::problem::Problem;

#[handler]
pub(crate) async fn show(exchange: Exchange, current: CurrentUser) -> poem::Result<Response> {
    let profile = view(&exchange, current.user());
    let right = exchange.users().invitation_right(current.user()).await.map_err(Problem::from)?;
    let invite = right.map(|_| exchange.path(|paths| &paths.invite));
    let page = |mut site: Site| {
        site.links.invite = invite;
        ProfilePage { site, profile }
    };
    Ok(exchange.page("profile", StatusCode::OK, page).await?)
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
        picture: picture::address(exchange, user, PictureSize::Large),
        facts: exchange.users().forms().facts(user),
        username: user.username.as_ref().map(ToString::to_string),
        emails: emails.collect(),
        roles: user.roles.iter().map(Role::to_string).collect(),
        member_since: user.shown_zone().day(user.created_at).to_string(),
    }
}
