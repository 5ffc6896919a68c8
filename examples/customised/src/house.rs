//! Everything of the house's own, put in its place.

use poem::http::{StatusCode, header};
use poem::{Endpoint, EndpointExt, Response, Route, get, handler};
use serde_json::json;
use user_core::domain::Requirement;
use user_core::settings::{InvitationMode, Settings};
use user_core::{UserManager, UserManagerBuilder};
use user_web_poem::{Exchange, Page, UserWeb, guard};

use crate::addresses::NoThrowaways;
use crate::passwords::Rules;
use crate::profile::PhoneForDelivery;
use crate::registration_policy::ColleaguesAndGuests;
use crate::throttle::SlidingWindow;
use crate::usernames::NoImpostors;
use crate::{lifetimes, looks, profile, sign_in_page};

/// Where it listens, for this machine alone.
pub(crate) const LISTEN: &str = "127.0.0.1:3002";

/// The settings and rules of the house. What is behind the ports is chosen in `main.rs`.
pub(crate) fn furnish(builder: UserManagerBuilder, rules: Rules) -> UserManagerBuilder {
    let builder = builder
        .configure(settings)
        .username_policy(NoImpostors)
        .email_policy(NoThrowaways)
        .profile_policy(PhoneForDelivery)
        .registration_policy(ColleaguesAndGuests::of(["example.com"]))
        .throttle(SlidingWindow::new());
    rules.keep(builder)
}

fn settings(settings: &mut Settings) {
    settings.app_name = "House of Tea".into();
    settings.public_base_url = format!("http://{LISTEN}");
    settings.mails.sender = "House of Tea <no-reply@example.com>".into();
    settings.lifetimes = lifetimes::lifetimes();
    settings.fields = profile::fields();
    settings.languages.offered = looks::languages();
    settings.invitations.mode = InvitationMode::Optional;
}

/// The account pages but for one, and the pages of the house.
pub(crate) fn site(users: UserManager) -> impl Endpoint<Output = Response> {
    let sign_in = users.settings().paths.whole(&users.settings().paths.sign_in);
    let app = Route::new()
        .at("/", get(home))
        .at("/office", get(office).with(guard(Requirement::role("staff"))))
        .at("/own.css", get(own_css))
        .at(sign_in, get(sign_in_page::show).post(sign_in_page::submit));
    // The page with both forms goes with the page it posts to.
    UserWeb::new(users).leave_out(Page::SignIn).leave_out(Page::SignInOrRegister).attach(app)
}

#[handler]
async fn home(exchange: Exchange) -> poem::Result<Response> {
    Ok(exchange.page("home", StatusCode::OK, |site| json!({ "site": site })).await?)
}

#[handler]
async fn office(exchange: Exchange) -> poem::Result<Response> {
    Ok(exchange.page("office", StatusCode::OK, |site| json!({ "site": site })).await?)
}

#[handler]
fn own_css() -> Response {
    let css = include_str!("../assets/own.css");
    Response::builder().header(header::CONTENT_TYPE, "text/css; charset=utf-8").body(css)
}
