//! User accounts for any front end: registration, email confirmation, sign-in, sessions, password recovery,
//! authorization and administration.
//!
//! This crate contains every rule of user-rs. It depends on no web framework, database, template engine or async
//! runtime, and reads the clock, random bytes, files and sockets only through the traits in [`ports`]. Adapters
//! implement these traits: `user-store-seaorm`, `user-render-handlebars`, `user-mail-lettre` and `user-hash-argon2`.
//! `user-web-poem` and `user-web-axum` serve the account pages, `user-cli` has the commands, `user-import-flask` reads
//! the users of Flask-User, and `user-testkit` has a stand-in for each port.
//!
//! # The modules
//!
//! - [`domain`] has the types: users, sessions, tokens, events, mails. A value such as
//!   [`EmailAddress`](domain::EmailAddress) is checked once, by its constructor. The reason for a refusal is a code
//!   ([`Violation`](domain::Violation)); the words for it are in the renderer.
//! - [`flows`] has the operations, each a method of [`UserManager`]. A flow takes a form of raw strings and returns
//!   what happened, or an error from a closed list. It reports all violations of a form at once.
//! - [`ports`] has the traits that adapters implement. [`Store`](ports::Store) has look-ups and one
//!   [`commit`](ports::Store::commit), which applies a list of [`Changes`](ports::Changes) completely or not at all,
//!   queued mails and events included. Each change is one conditional write, so that two requests cannot both win.
//! - [`seal`] makes links and cookies that need no stored secret: an id and a message authentication code, with a key
//!   for each purpose.
//! - [`boxes`] encrypts what a row must give back, under a key that is not in the store.
//! - [`tables`] is the reference implementation of a store, in memory.
//! - [`pages`] lists the account pages in one table. Paths, links, destinations and the menu are derived from it.
//! - [`settings`] has everything that can be configured without code, with defaults that work.
//!   [`build`](UserManagerBuilder::build) reports all contradictions at once.
//! - [`views`] has the typed data of pages and mails, with samples, and the forms that the settings ask for.
//! - [`password_policies`] has ready policies for passwords.
//!
//! A front end turns a request into a [`Visitor`](flows::Visitor) and a form, calls one flow, and matches the result.
//! Flows queue mails; [`run_courier`](UserManager::run_courier) sends them, with the sleep function of the runtime,
//! until it is told to stop. [`purge_expired`](UserManager::purge_expired) deletes what has expired.
//!
//! # Example
//!
//! ```
//! use user_core::domain::{Locale, Requirement, Unmet};
//! use user_core::flows::{Admission, ConfirmEmailForm, RegisterForm, SignInError, SignInForm, Visitor};
//! use user_core::seal::Secret;
//! use user_core::{Ports, UserManager};
//! use user_testkit::{MemoryStore, PlainHasher, PlainRenderer, SentMail};
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let mail = SentMail::new();
//! let ports = Ports::new(MemoryStore::new(), mail.clone(), PlainRenderer::new(), PlainHasher::new());
//! let users = UserManager::builder(ports, Secret::new("32 bytes that nobody else can know")?)
//!     .configure(|settings| settings.app_name = "Teahouse".to_owned())
//!     .build()?;
//! let visitor = Visitor::unknown(Locale::english());
//!
//! let form = RegisterForm {
//!     username: "ada".to_owned(),
//!     email: "ada@example.com".to_owned(),
//!     password: "correct horse battery".to_owned(),
//!     retype_password: "correct horse battery".to_owned(),
//!     ..RegisterForm::default()
//! };
//! let registered = users.register(&form, &visitor).await?;
//! // The browser keeps a mark: there, the link of the mail is enough.
//! let visitor = Visitor { mark: Some(registered.mark), ..visitor };
//!
//! // Nobody signs in before the address is proven.
//! let form = SignInForm {
//!     identifier: "ada".to_owned(),
//!     password: "correct horse battery".to_owned(),
//!     remember_me: false,
//! };
//! assert!(matches!(users.sign_in(&form, &visitor).await, Err(SignInError::Unconfirmed)));
//!
//! users.deliver_due_mail().await?;
//! let link = mail.latest_link_to("ada@example.com").ok_or("no mail")?;
//! let token = link.rsplit('/').next().unwrap_or_default();
//! users.confirm_email(token, &ConfirmEmailForm::default(), None, &visitor).await?;
//!
//! // From now on the cookie says who it is, and a guard what they may.
//! let Admission::SignedIn(signed_in) = users.sign_in(&form, &visitor).await? else {
//!     return Err("a second step is asked for".into());
//! };
//! let resumed = users.resume(&signed_in.cookie, &visitor).await?.ok_or("not signed in")?;
//! let ada = Some(&resumed.current);
//! assert_eq!(users.authorize(&Requirement::signed_in(), ada), Ok(()));
//! assert_eq!(users.authorize(&Requirement::role("admin"), ada), Err(Unmet::NotAllowed));
//! # Ok(())
//! # }
//! ```

mod bell;
pub mod boxes;
mod builder;
pub mod domain;
pub mod flows;
mod kit;
pub mod look;
mod manager;
mod memory_outcomes;
mod memory_throttle;
pub mod pages;
pub mod password_policies;
pub mod ports;
pub mod seal;
pub mod settings;
pub mod tables;
mod trouble;
pub mod views;

pub use builder::{Ports, UserManagerBuilder};
pub use manager::UserManager;
pub use memory_outcomes::MemoryOutcomes;
pub use memory_throttle::MemoryThrottle;
