//! Accounts, as rules: register, confirm, sign in, stay signed in, recover, guard, administer.
//!
//! This crate holds every rule of the product and knows nobody: no framework, no database, no template engine, no async
//! runtime. It reads no clock, no randomness, no file and no socket except through [`ports`]. What connects it to the
//! world are adapters; `user-web-poem`, `user-store-seaorm`, `user-render-handlebars`, `user-mail-lettre` and
//! `user-hash-argon2` are ready, `user-testkit` has a stand-in for each port. `user-cli` has the commands, and
//! `user-import-flask` reads the users of Flask-User.
//!
//! # The tour
//!
//! - [`domain`] has the nouns. A value such as [`EmailAddress`](domain::EmailAddress) is parsed once and is right from
//!   then on; why it was refused is a code ([`Violation`](domain::Violation)), never a sentence.
//! - [`flows`] has the verbs: methods of [`UserManager`], one file each. A form of raw strings comes in; out comes what
//!   happened, or one of a closed list of refusals. All violations of a form are told at once.
//! - [`ports`] has the doors. The one that carries the rest is [`Store`](ports::Store): a few look-ups, and one
//!   [`commit`](ports::Store::commit) of a list of [`Changes`](ports::Changes) that happens whole or not at all, mails
//!   and events included. Each change is one conditional write, so a rule cannot be raced.
//! - [`seal`] makes links and cookies that need no stored secret: an id and a code over it, with a key for each purpose.
//! - [`boxes`] encrypts what a row keeps and must give back, under a key that is not in the store.
//! - [`tables`] has what every change of a store means, on tables in memory.
//! - [`pages`] has the account pages as one table, from which paths, links, destinations and the menu follow.
//! - [`settings`] has everything that can be chosen without code, with defaults that work. Contradictions are named all
//!   at once by [`build`](UserManagerBuilder::build).
//! - [`views`] has what pages and mails are given, typed and with samples, and the forms as the settings shape them,
//!   so that any front end can show them.
//! - [`password_policies`] has the ready rules for passwords; an app may bring its own.
//!
//! A front end turns a request into a [`Visitor`](flows::Visitor) and a form, calls one flow, and matches the outcome.
//! Mails are queued by flows and leave by [`run_courier`](UserManager::run_courier), which is handed the runtime's
//! sleep, and told when to stop. [`purge_expired`](UserManager::purge_expired) deletes what has ended.
//!
//! # A story
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
//! let Admission::SignedIn(signed_in) = users.sign_in(&form, &visitor).await?;
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
