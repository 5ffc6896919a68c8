//! The web front end of user-rs, for any web framework: account pages, sessions, guards and anti-forgery on the types
//! of [`http`].
//!
//! An app takes the adapter for its framework, `user-web-poem` or `user-web-axum`, and needs nothing of this crate. An
//! adapter of one's own implements [`Incoming`] for its requests and hands each to [`UserWeb::answer`], with the app.
//!
//! # What it gives an app
//!
//! [`UserWeb`] holds the pages of a [`UserManager`](user_core::UserManager): those that the settings ask for (register,
//! sign in and out, confirm an address, forgot and reset, change password and username, profile, sessions). Around the
//! pages and the app it puts what both need:
//!
//! - **the current user**: a handler takes a [`CurrentUser`], and a guard puts a
//!   [`Requirement`](user_core::domain::Requirement) before routes. A visitor who does not meet it is sent to sign in
//!   and comes back, or learns why not; a program that asks for JSON gets a problem document (RFC 9457) with 401 or
//!   403;
//! - **protection from cross-site request forgery**: a request that can change something must come from a form of this
//!   site;
//! - **error pages**: a page in the visitor's language, or a problem document. A store that is down
//!   is a 503, a handler that panics a 500, and the site goes on;
//! - **headers**: a Content-Security-Policy without scripts but our own, no framing, no shared caching of personal
//!   pages.
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
//! route as mounted and never the path, which may hold the token of a link.
#![expect(clippy::needless_pass_by_value, reason = "handlers own what they extract")]

mod admission;
mod answering;
mod assets;
mod csrf;
mod current_user;
mod exchange;
mod guard;
mod incoming;
mod mailbox;
mod once;
mod pages;
mod refused;
mod request;
mod response;
mod strangers;
mod uploads;
mod web;

pub use current_user::CurrentUser;
pub use exchange::{Exchange, SentAbout, SentMail, Uploaded, Whose, naming_link};
pub use incoming::{Answered, BodyStream, Head, Incoming, Reply};
pub use mailbox::DevMailbox;
pub use pages::Page;
pub use refused::Refused;
pub use request::cookies::LinkKind;
pub use response::Response;
pub use response::problem::Problem;
pub use uploads::UploadRoom;
pub use web::UserWeb;
