//! The web front end of user-rs on [Poem](poem): account pages, sessions, guards and anti-forgery.
//!
//! # What it gives an app
//!
//! [`UserWeb`] holds the pages of a [`UserManager`](user_core::UserManager). [`UserWeb::attach`] takes the app's own
//! routes, adds the pages that the settings ask for (register, sign in and out, confirm an address, forgot and reset,
//! change password and username, profile, sessions), and puts around all of it what they need:
//!
//! - **the current user**: a handler takes a [`CurrentUser`], or an `Option` of one; [`guard`] puts a
//!   [`Requirement`](user_core::domain::Requirement) before a route or a group of routes. A visitor who does not meet
//!   it is sent to sign in and comes back, or learns why not; a program that asks for JSON gets a problem document (RFC
//!   9457) with 401 or 403;
//! - **protection from cross-site request forgery**: a request that can change something must come from a form of this
//!   site. The app's own forms carry a [`CsrfToken`];
//! - **error pages**: a page in the visitor's language, or a problem document. A store that is down
//!   is a 503, a handler that panics a 500, and the site goes on;
//! - **headers**: a Content-Security-Policy without scripts but our own, no framing, no shared caching of personal
//!   pages.
//!
//! # What an app may change
//!
//! Paths, destinations, features, lifetimes and cookies are [settings](user_core::settings). A look is a template and a
//! word a message in the app's own folders, which are the renderer's business. A whole page is the app's own handler,
//! after [`UserWeb::leave_out`]: it takes an [`Exchange`] and calls the flow. A page of the app's own in the same look
//! is [`UserWeb::page`].
//!
//! # In development
//!
//! A [`DevMailbox`] takes the mails and shows them at `/dev/mailbox`.
//!
//! # What an operator sees
//!
//! Failures are logged as errors. Each request offers one line at level `debug`, target `user_web::access`, with the
//! route as mounted and never the path, which may hold the token of a link. A log of the app's own around the attached
//! site finds the same route as Poem's `PathPattern` in the data of the response, and where the visitor is with
//! [`UserWeb::visitor_address`].
//!
//! # A site with members
//!
//! ```
//! use poem::{Endpoint, EndpointExt, Response, Route, get, handler};
//! use user_core::UserManager;
//! use user_core::domain::Requirement;
//! use user_web_poem::{CurrentUser, UserWeb, guard};
//!
//! #[handler]
//! fn home(current: Option<CurrentUser>) -> String {
//!     current.map_or("Hello stranger".to_owned(), |current| format!("Hello {}", current.user().display_name()))
//! }
//!
//! #[handler]
//! fn members(current: CurrentUser) -> String {
//!     format!("You joined on {}", current.user().created_at.format("%Y-%m-%d"))
//! }
//!
//! #[handler]
//! fn vault() -> &'static str {
//!     "the recipe"
//! }
//!
//! fn site(users: UserManager) -> impl Endpoint<Output = Response> {
//!     let cooks = Requirement::role("secret").and(Requirement::any_role(["sauce", "agent"]));
//!     let app = Route::new()
//!         .at("/", get(home))
//!         .at("/members", get(members))
//!         .at("/vault", get(vault.with(guard(cooks))));
//!     UserWeb::new(users).attach(app)
//! }
//! # use user_testkit::story::Site;
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() {
//! # let site = poem::test::TestClient::new(site(Site::new().users));
//! # site.get("/").send().await.assert_text("Hello stranger").await;
//! # site.get("/members").send().await.assert_status(poem::http::StatusCode::SEE_OTHER);
//! # site.get("/user/sign-in").send().await.assert_status_is_ok();
//! # }
//! ```

mod attached;
mod exchange;
mod extract;
mod guard;
mod problem;
pub mod testing;
mod web;

pub use exchange::Exchange;
pub use extract::{CsrfToken, CurrentUser};
pub use guard::{Guard, Guarded, guard};
pub use problem::Problem;
pub use user_web::{DevMailbox, LinkKind, Page, Uploaded, Whose, naming_link};
pub use web::UserWeb;
