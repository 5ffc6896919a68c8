//! A reader's messages: their language first, then what it falls back to, message by message.

use std::borrow::Cow;
use std::sync::Arc;

use fluent_bundle::{FluentArgs, FluentValue};
use serde_json::Value;
use user_core::domain::Locale;

use crate::language::Language;

/// A message could not be put into words.
#[derive(Debug, thiserror::Error)]
pub(crate) enum WordsError {
    #[error("there is no message `{0}`")]
    Missing(String),
    #[error("message `{id}` of `{locale}`: {reasons}")]
    Faulty { id: String, locale: Locale, reasons: String },
    #[error("argument `{0}` of a message is neither text nor a number")]
    Argument(String),
}

/// The languages one reader is served from, the nearest first.
#[derive(Clone)]
pub(crate) struct Words {
    chain: Vec<Arc<Language>>,
}

impl Words {
    pub(crate) const fn new(chain: Vec<Arc<Language>>) -> Self {
        Self { chain }
    }

    /// The message in words.
    pub(crate) fn format<'a>(
        &self,
        id: &str,
        values: impl Iterator<Item = (&'a str, &'a Value)>,
        isolate: Isolate,
    ) -> Result<Cow<'_, str>, WordsError> {
        let mut values = values.peekable();
        let said = self.chain.iter().find_map(|language| Some((language, language.catalogue().message(id)?)));
        let (language, message) = said.ok_or_else(|| WordsError::Missing(id.to_owned()))?;
        // Most messages are the same for everybody.
        if let (None, Some(text)) = (values.peek(), message.text()) {
            return Ok(Cow::Borrowed(text));
        }
        message.format(&arguments(values, isolate)?).map_err(|errors| WordsError::Faulty {
            id: id.to_owned(),
            locale: language.locale.clone(),
            reasons: errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "),
        })
    }

    pub(crate) fn has(&self, id: &str) -> bool {
        self.chain.iter().any(|language| language.has(id))
    }
}

/// Arguments for a message. Numbers stay numbers, so that plural rules apply; `null` is no argument at all.
///
/// Two are always there: `seconds`, 0 when nobody knows how long to wait, and `minutes`, 0 for a wait that is better
/// told in seconds (up to 90).
fn arguments<'a>(
    values: impl Iterator<Item = (&'a str, &'a Value)>,
    isolate: Isolate,
) -> Result<FluentArgs<'a>, WordsError> {
    let mut arguments = FluentArgs::new();
    arguments.set("seconds", 0);
    arguments.set("minutes", 0);
    for (name, value) in values {
        if let Some(seconds) = value.as_u64().filter(|_| name == "seconds") {
            arguments.set("minutes", if seconds > 90 { seconds.div_ceil(60) } else { 0 });
        }
        match value {
            Value::Null => {}
            Value::String(text) => arguments.set(name, FluentValue::String(isolate.apply(text))),
            Value::Number(number) => arguments.set(name, fluent_number(number)),
            Value::Bool(yes) => arguments.set(name, if *yes { "true" } else { "false" }),
            Value::Array(_) | Value::Object(_) => return Err(WordsError::Argument(name.to_owned())),
        }
    }
    Ok(arguments)
}

fn fluent_number(number: &serde_json::Number) -> FluentValue<'static> {
    match number.as_i64() {
        Some(whole) => FluentValue::from(whole),
        None => FluentValue::from(number.as_f64().unwrap_or_default()),
    }
}

/// Whether textual arguments are marked off from the words around them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Isolate {
    /// As they are.
    No,
    /// Between U+2068 and U+2069.
    Yes,
}

impl Isolate {
    pub(crate) fn apply(self, text: &str) -> Cow<'_, str> {
        match self {
            Self::No => one_line(text),
            Self::Yes => {
                let bare: String =
                    one_line(text).chars().filter(|c| !matches!(*c, FSI | LRI | RLI | PDI)).collect();
                Cow::Owned(format!("{FSI}{bare}{PDI}"))
            }
        }
    }
}

/// First strong isolate: begins a run of text whose direction is its own.
pub(crate) const FSI: char = '\u{2068}';
/// Left-to-right isolate: begins a run of text that is written from left to right.
pub(crate) const LRI: char = '\u{2066}';
/// Right-to-left isolate: begins a run of text that is written from right to left.
pub(crate) const RLI: char = '\u{2067}';
/// Pop directional isolate: ends what any of them began.
pub(crate) const PDI: char = '\u{2069}';

/// `text` without line breaks and other control characters: no value may start a line of its own in a mail.
pub(crate) fn one_line(text: &str) -> Cow<'_, str> {
    let breaks = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    if text.contains(breaks) { Cow::Owned(text.replace(breaks, " ")) } else { Cow::Borrowed(text) }
}
