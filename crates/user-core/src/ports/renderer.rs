//! Who finds the words: the only port that speaks languages.

use serde_json::Value;

use super::PortError;
use crate::domain::Locale;

/// A part of a mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MailPart {
    /// One line of plain text.
    Subject,
    /// The HTML body.
    Html,
    /// The plain-text body.
    Text,
}

/// The template to render.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Template<'a> {
    /// `pages/<name>.html`
    Page(&'a str),
    /// `mails/<name>.subject.txt`, `.html` or `.txt`
    Mail(&'a str, MailPart),
}

impl Template<'_> {
    /// Returns the path of the template below the templates folder.
    pub fn path(&self) -> String {
        match self {
            Self::Page(name) => format!("pages/{name}.html"),
            Self::Mail(name, MailPart::Subject) => format!("mails/{name}.subject.txt"),
            Self::Mail(name, MailPart::Html) => format!("mails/{name}.html"),
            Self::Mail(name, MailPart::Text) => format!("mails/{name}.txt"),
        }
    }
}

/// Renders templates and messages. It must not block: templates are held in memory.
pub trait Renderer: Send + Sync {
    /// Renders `template` with `data`, an object, in `locale`, or in the nearest language there is.
    fn render(&self, template: Template<'_>, locale: &Locale, data: &Value) -> Result<String, PortError>;

    /// Renders one message as plain text, for clients that read no pages. `arguments` is an object.
    fn message(&self, id: &str, locale: &Locale, arguments: &Value) -> Result<String, PortError>;

    /// Returns whether there is a message with this id in this very language, without falling back to another.
    fn has_message(&self, id: &str, locale: &Locale) -> bool;

    /// Returns the languages it has, the app's default not necessarily first.
    fn locales(&self) -> Vec<Locale>;

    /// Renders every view of [`crate::views`] in every language with every sample, and returns every failure. An app
    /// calls it at start to check its own templates and messages.
    fn check(&self) -> Vec<String>;
}
