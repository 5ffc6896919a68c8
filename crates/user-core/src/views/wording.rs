//! Words on a page: messages, or texts that are shown as they are.

use serde::Serialize;

use super::MessageView;

/// A message to be put into words, or words of the app or of a user, shown as they are. Templates give either to `t`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Wording {
    /// A message of the catalogue.
    Message(MessageView),
    /// A text.
    Text {
        /// The text.
        text: String,
    },
}

impl Wording {
    /// The message of this id, without arguments.
    pub fn message(id: impl Into<String>) -> Self {
        Self::Message(MessageView::new(id))
    }

    /// This text.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text { text: text.into() }
    }
}
