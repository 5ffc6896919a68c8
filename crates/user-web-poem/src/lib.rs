//! The web front end of user-rs on Poem.

mod assets;
mod csrf;
mod exchange;
mod extract;
mod guard;
mod mailbox;
mod middleware;
mod pages;
mod request;
mod response;
mod web;

pub use extract::CurrentUser;
pub use guard::{Guard, Guarded, guard};
pub use mailbox::DevMailbox;
pub use pages::Page;
pub use web::UserWeb;
