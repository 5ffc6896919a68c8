//! The renderer: templates and words by language.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use serde_json::Value;
use user_core::domain::Locale;
use user_core::ports::{MailPart, Port, PortError, Renderer, Template};

use crate::builder::Builder;
use crate::check::check;
use crate::templates::{Mention, Templates};
use crate::tongues::Tongues;
use crate::words::Isolate;

/// The name under which errors say who failed.
const PORT: Port = Port::Renderer;

/// Renders pages and mails with Handlebars, in words from Fluent catalogues.
///
/// Everything is in memory when it is built (what is built in of a language is parsed for its first reader): it can be
/// shared between threads, touches no file, and a reader's language tag is nothing but a key to look up.
pub struct HandlebarsRenderer {
    pub(crate) tongues: Tongues,
    pub(crate) templates: Templates,
    pub(crate) mentions: Vec<Mention>,
    pub(crate) origins: BTreeMap<String, String>,
    pub(crate) additions: Vec<String>,
}

impl HandlebarsRenderer {
    /// Begins with what is built in.
    pub fn builder() -> Builder {
        Builder::default()
    }

    /// The files of overlay folders that took no other template's place and are part of no other. They are shown only
    /// by an app that renders them itself: where none does, they are misspelt.
    pub fn additions(&self) -> &[String] {
        &self.additions
    }
}

impl Renderer for HandlebarsRenderer {
    fn render(&self, template: Template<'_>, locale: &Locale, data: &Value) -> Result<String, PortError> {
        let rendered = self.templates.render(&template.path(), data, &self.tongues.nearest(locale).words);
        let rendered = rendered.map_err(|error| PortError::new(PORT, error))?;
        Ok(match template {
            Template::Mail(_, MailPart::Subject) => single_line(&rendered),
            Template::Mail(_, MailPart::Text) => tidy_text(&rendered),
            Template::Mail(_, MailPart::Html) | Template::Page(_) => rendered,
        })
    }

    fn message(&self, id: &str, locale: &Locale, values: &Value) -> Result<String, PortError> {
        let values = values.as_object().into_iter().flatten().map(|(name, value)| (name.as_str(), value));
        let said = self.tongues.nearest(locale).words.format(id, values, Isolate::No);
        said.map(Cow::into_owned).map_err(|error| PortError::new(PORT, error))
    }

    fn has_message(&self, id: &str, locale: &Locale) -> bool {
        self.tongues.get(locale).is_some_and(|tongue| tongue.language.has(id))
    }

    fn locales(&self) -> Vec<Locale> {
        self.tongues.all().map(|tongue| tongue.language.locale.clone()).collect()
    }

    fn check(&self) -> Vec<String> {
        check(self).iter().map(ToString::to_string).collect()
    }
}

impl fmt::Debug for HandlebarsRenderer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HandlebarsRenderer")
            .field("locales", &self.tongues.all().map(|tongue| &tongue.language.locale).collect::<Vec<_>>())
            .field("templates", &self.origins.keys())
            .finish_non_exhaustive()
    }
}

/// A subject is a header: one line, whatever the template looks like.
fn single_line(text: &str) -> String {
    let words: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What stands above a signature: a mail program knows it by its blank (RFC 3676 §4.3).
const SIGNATURE: &str = "-- ";

/// No spaces at the ends of lines, one empty line between paragraphs, one line break at the end.
fn tidy_text(text: &str) -> String {
    let mut tidy = String::with_capacity(text.len());
    let mut empty = 0;
    for line in text.trim().lines() {
        let line = if line == SIGNATURE { line } else { line.trim_end() };
        empty = if line.is_empty() { empty + 1 } else { 0 };
        if empty < 2 {
            tidy.push_str(line);
            tidy.push('\n');
        }
    }
    tidy
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subject_is_one_line_without_control_characters() {
        assert_eq!(single_line("\n  Confirm\r\nBcc: x\u{7}\t now \n"), "Confirm Bcc: x now");
    }

    #[test]
    fn plain_text_has_single_empty_lines_and_ends_in_a_line_break() {
        assert_eq!(tidy_text("\n\nHello,  \n\n\n\nBye\n\n"), "Hello,\n\nBye\n");
    }

    #[test]
    fn the_line_above_a_signature_keeps_its_blank() {
        assert_eq!(tidy_text("Bye \n\n-- \nThe Site  \n --  \n"), "Bye\n\n-- \nThe Site\n --\n");
    }
}
