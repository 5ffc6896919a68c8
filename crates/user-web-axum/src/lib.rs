//! The web front end of user-rs on [Axum](axum): account pages, sessions, guards and anti-forgery.
//!
//! # What it gives an app
//!
//! [`UserWeb`] holds the pages of a [`UserManager`](user_core::UserManager). [`UserWeb::attach`] takes the app's own
//! router, adds the pages that the settings ask for (register, sign in and out, confirm an address, forgot and reset,
//! change password and username, profile, sessions), and puts around all of it what they need:
//!
//! - **the current user**: a handler takes a [`CurrentUser`], or an `Option` of one; [`guard`] puts a
//!   [`Requirement`](user_core::domain::Requirement) before a route or a group of routes. A visitor who does not meet
//!   it is sent to sign in and comes back, or learns why not; a program that asks for JSON gets a problem document (RFC
//!   9457) with 401 or 403;
//! - **protection from cross-site request forgery**: a request that can change something must come from a form of this
//!   site. The app's own forms carry a [`CsrfToken`];
//! - **error pages**: a page in the visitor's language, or a problem document, for a [`Problem`] and for each response
//!   with an error status and without a body. A store that is down is a 503, a handler that panics a 500, and the site
//!   goes on;
//! - **headers**: a Content-Security-Policy without scripts but our own, no framing, no shared caching of personal
//!   pages.
//!
//! # Where visitors are
//!
//! Limits and sessions know the address of a visitor by [`ConnectInfo`](axum::extract::ConnectInfo), so serve the app
//! with [`into_make_service_with_connect_info::<SocketAddr>`](axum::Router::into_make_service_with_connect_info).
//!
//! # Other servers
//!
//! [`UserWeb`] is a [`tower::Layer`]: around any service it makes one that Hyper or a Tower server can run.
//!
//! # What an app may change
//!
//! Paths, destinations, features, lifetimes and cookies are [settings](user_core::settings). A look is a template and a
//! word a message in the app's own folders, which are the renderer's business. A whole page is the app's own handler,
//! after [`UserWeb::leave_out`]: it takes an [`Exchange`] and calls the flow.
//!
//! # What an operator sees
//!
//! Failures are logged as errors. Each request offers one line at level `debug`, target `user_web::access`, with the
//! route as mounted and never the path, which may hold the token of a link. A log of the app's own around the attached
//! site finds the same route as [`Route`] in the extensions of the response, and where the visitor is with
//! [`UserWeb::visitor_address`].
//!
//! # A site with members
//!
//! ```
//! use axum::{Router, routing::get};
//! use user_core::UserManager;
//! use user_core::domain::Requirement;
//! use user_web_axum::{CurrentUser, UserWeb, guard};
//!
//! async fn home(current: Option<CurrentUser>) -> String {
//!     current.map_or("Hello stranger".to_owned(), |current| format!("Hello {}", current.user().display_name()))
//! }
//!
//! async fn members(current: CurrentUser) -> String {
//!     format!("You joined on {}", current.user().created_at.format("%Y-%m-%d"))
//! }
//!
//! async fn vault() -> &'static str {
//!     "the recipe"
//! }
//!
//! fn site(users: UserManager) -> Router {
//!     let cooks = Requirement::role("secret").and(Requirement::any_role(["sauce", "agent"]));
//!     let app = Router::new()
//!         .route("/", get(home))
//!         .route("/members", get(members))
//!         .route("/vault", get(vault).layer(guard(cooks)));
//!     UserWeb::new(users).attach(app)
//! }
//! # use axum::{body::Body, http::{Request, StatusCode}};
//! # use tower::ServiceExt;
//! # use user_testkit::story::Site;
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() {
//! # let site = site(Site::new().users);
//! # let get = |path: &str| site.clone().oneshot(Request::get(path).body(Body::empty()).unwrap());
//! # let home = axum::body::to_bytes(get("/").await.unwrap().into_body(), 99).await.unwrap();
//! # assert_eq!(&home[..], b"Hello stranger");
//! # assert_eq!(get("/members").await.unwrap().status(), StatusCode::SEE_OTHER);
//! # assert_eq!(get("/vault").await.unwrap().status(), StatusCode::SEE_OTHER);
//! # assert_eq!(get("/user/sign-in").await.unwrap().status(), StatusCode::OK);
//! # }
//! ```

mod attached;
mod exchange;
mod extract;
mod guard;
mod problem;
pub mod testing;
mod web;

pub use attached::{Attached, Route};
pub use exchange::Exchange;
pub use extract::{CsrfToken, CurrentUser};
pub use guard::{Guard, Guarded, guard};
pub use problem::{Problem, Rejection};
pub use user_web::{DevMailbox, LinkKind, Page, Uploaded, Whose, naming_link};
pub use web::UserWeb;
