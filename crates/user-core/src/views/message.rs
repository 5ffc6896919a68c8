//! A message to be put into words: an id and its arguments.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;

use crate::domain::{Field, FieldViolation, Notice, NoticeKind, Violation};

/// A message of the Fluent catalogue with its arguments.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MessageView {
    /// The id of the message.
    pub id: String,
    /// Its arguments by name: strings or numbers.
    pub args: BTreeMap<Cow<'static, str>, Value>,
}

impl MessageView {
    /// A message without arguments.
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into(), args: BTreeMap::new() }
    }

    /// With one argument more.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.args.insert(Cow::Borrowed(name), value.into());
        self
    }

    /// The message about a refused value: `username-too-short` for a username or a new username.
    pub fn violation(field: &Field, violation: &Violation) -> Self {
        let id = match violation {
            // The same words as on the page that has no form.
            Violation::Throttled { .. } => "problem-too-many-requests-advice".to_owned(),
            _ => format!("{}-{}", field.subject(), violation.name()).replace('_', "-"),
        };
        match violation.argument() {
            Some((name, value)) => Self::new(id).with(name, value),
            None => Self::new(id),
        }
    }
}

impl From<&FieldViolation> for MessageView {
    fn from(found: &FieldViolation) -> Self {
        Self::violation(&found.field, &found.violation)
    }
}

/// A notice as a page shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NoticeView {
    /// How it looks.
    pub kind: NoticeKind,
    /// Whether to read it out at once.
    pub urgent: bool,
    /// What it says.
    pub message: MessageView,
}

impl From<&Notice> for NoticeView {
    fn from(notice: &Notice) -> Self {
        let message = MessageView { id: notice.message_id(), args: notice.args().clone() };
        Self { kind: notice.kind(), urgent: notice.kind() == NoticeKind::Error, message }
    }
}
