//! The driver of the end-to-end tests: the demo as a process of its own, visitors with a browser's manners, the mails
//! they get, and the servers that all of it needs.
//!
//! A test reads like a story:
//!
//! ```no_run
//! # async fn story() {
//! let site = user_e2e::Demo::setup().start().await;
//! let mut ada = site.visitor("ada");
//! ada.registers().await;
//! ada.confirms_from_mail().await;
//! ada.signs_in().await;
//! assert_eq!(ada.opens("/members").await.status, 200);
//! # }
//! ```
//!
//! Nothing here sleeps for a while and hopes: [`until`] looks again and again until what it waits for is there, and
//! panics when that takes longer than it may.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test driver fails by panicking"
)]
#![expect(clippy::missing_panics_doc, reason = "a test driver fails by panicking")]

mod binary;
mod database;
mod demo;
mod mailbox;
mod page;
mod proxy;
mod services;
mod smtp;
mod story;
mod visitor;
mod wait;
mod words;

pub use database::{Database, Kind};
pub use demo::{Demo, Setup};
pub use mailbox::{Mail, Mailbox};
pub use page::{Form, Page};
pub use proxy::Proxy;
pub use services::{RealSmtp, chromedriver, is_required, oathtool, real_smtp, skipped, variable};
pub use smtp::{Manners, ScriptedSmtp};
pub use visitor::Visitor;
pub use wait::{until, within};
pub use words::words;
