//! What the renderer promises, and what the built-in templates and messages are held to.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "the functions beside the tests fail like the tests they serve"
)]

mod check;
mod escaping;
mod html;
mod languages;
mod mails;
mod messages;
mod overlays;
mod pages;
mod translations;

use std::sync::OnceLock;

use user_core::domain::Locale;
use user_render_handlebars::{Builder, HandlebarsRenderer};

fn locale(tag: &str) -> Locale {
    Locale::parse(tag).unwrap()
}

/// The renderer as it comes, made once.
fn built_in() -> &'static HandlebarsRenderer {
    static BUILT_IN: OnceLock<HandlebarsRenderer> = OnceLock::new();
    BUILT_IN.get_or_init(|| HandlebarsRenderer::builder().build().unwrap())
}

/// What the builder says is wrong, one line each.
fn refusal(builder: Builder) -> Vec<String> {
    builder.build().unwrap_err().faults().iter().map(ToString::to_string).collect()
}
