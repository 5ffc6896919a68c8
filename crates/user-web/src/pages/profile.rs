//! The user's own page.

use http::StatusCode;
use user_core::domain::{PictureSize, Role, User};
use user_core::views::{EmailView, ProfilePage, ProfileView};

use super::mount::{Answer, Handler, Methods, Mount};
use crate::current_user::CurrentUser;
use crate::exchange::Exchange;

async fn show(exchange: Exchange, current: CurrentUser) -> Answer {
    let profile = view(&exchange, current.user());
    if exchange.users().invitation_right(current.user()).await?.is_some() {
        exchange.lead_to_inviting();
    }
    Ok(exchange.page("profile", StatusCode::OK, |site| ProfilePage { site, profile }).await?)
}

fn view(exchange: &Exchange, user: &User) -> ProfileView {
    let mut held: Vec<_> = user.emails.iter().collect();
    held.sort_by_key(|email| !email.primary);
    let emails = held.into_iter().map(|email| EmailView {
        address: email.address.to_string(),
        confirmed: email.confirmed_at.is_some(),
        primary: email.primary,
    });
    ProfileView {
        name: user.full_name(),
        initials: user.initials(),
        picture: exchange.picture_of(user, PictureSize::Large),
        facts: exchange.users().forms().facts(user),
        username: user.username.as_ref().map(ToString::to_string),
        emails: emails.collect(),
        roles: user.roles.iter().map(Role::to_string).collect(),
        member_since: user.shown_zone().day(user.created_at).to_string(),
    }
}

pub(super) const PAGE: Mount = Mount::at(Methods::get(|asked| show.handle(asked))).for_users();
