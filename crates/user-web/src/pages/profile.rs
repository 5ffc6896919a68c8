//! The user's own page.

use http::StatusCode;
use user_core::domain::{PictureSize, Role, User};
use user_core::views::{EmailView, ProfilePage, ProfileView, Site};

use super::mount::{Answer, Handler, Methods, Mount};
use super::{Page, picture};
use crate::current_user::CurrentUser;
use crate::exchange::Exchange;

async fn show(exchange: Exchange, current: CurrentUser) -> Answer {
    let profile = view(&exchange, current.user());
    let right = exchange.users().invitation_right(current.user()).await?;
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

pub(super) const PAGE: Mount =
    Mount::at(Page::Profile, |paths| &paths.profile, Methods::get(|asked| show.handle(asked))).for_users();
