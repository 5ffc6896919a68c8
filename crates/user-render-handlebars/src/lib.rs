//! Pages and mails in the reader's language: templates for Handlebars, words from Fluent.
//!
//! All pages, mails and messages are built in, in every language of the product. An app replaces any of them by files
//! of its own:
//!
//! - **a look**: a template of the same path takes the place of a built-in one, file by file
//!   ([`Builder::overlay_templates`], [`Builder::template`]);
//! - **a word**: a message of the same id takes the place of a built-in one, message by message
//!   ([`Builder::overlay_locales`], [`Builder::messages`]);
//! - **a language**: a folder with a new tag adds one. Messages that it lacks are shown in the app's default language,
//!   else in English.
//!
//! [`Builder::build`] parses all of it and reports every broken file with its line.
//! [`check`](user_core::ports::Renderer::check) renders every template in every language and reports what is missing:
//! call it at start, or in a test.
//!
//! What templates may use, and how they are built from layouts and partials, stands in `templates/README.md`.
//!
//! ```
//! use serde_json::json;
//! use user_core::domain::Locale;
//! use user_core::ports::Renderer;
//! use user_render_handlebars::HandlebarsRenderer;
//!
//! let renderer = HandlebarsRenderer::builder()
//!     .messages("en", "sign-in-title = Welcome back")
//!     .messages("nl-BE", "sign-in-title = Welkom terug")
//!     .default_locale(Locale::english())
//!     .build()?;
//! assert_eq!(renderer.check(), Vec::<String>::new());
//!
//! let flemish = Locale::parse("nl-BE").ok_or("a tag")?;
//! assert_eq!(renderer.message("sign-in-title", &flemish, &json!({}))?, "Welkom terug");
//! assert_eq!(renderer.message("username-too-short", &flemish, &json!({"min": 3}))?, "Gebruik minstens 3 tekens.");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod browser;
mod builder;
mod catalogue;
mod check;
mod embedded;
mod entries;
mod evaluation;
mod fault;
mod helpers;
mod language;
mod placeholders;
mod program;
mod renderer;
mod source;
mod templates;
mod tongues;
mod words;

pub use builder::Builder;
pub use fault::{BuildError, Fault};
pub use renderer::HandlebarsRenderer;
