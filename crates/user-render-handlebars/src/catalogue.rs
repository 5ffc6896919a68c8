//! The messages of one language, ready to be said.

use std::borrow::Cow;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource};
use fluent_syntax::ast::{Pattern, PatternElement};
use unic_langid::LanguageIdentifier;
use user_core::domain::Locale;

use crate::fault::{Fault, line_of};
use crate::source::Source;

/// The messages of one language: every layer, a later one over an earlier one, message by message.
pub(crate) struct Catalogue {
    bundle: FluentBundle<FluentResource>,
}

impl Catalogue {
    /// Takes what can be read of `sources`, in order of their layers.
    pub(crate) fn read(locale: &Locale, sources: &[Source]) -> Self {
        let language: Option<LanguageIdentifier> = locale.as_str().parse().ok();
        let mut bundle = FluentBundle::new_concurrent(language.into_iter().collect());
        // Marks around arguments would show up in subjects and plain text; `t-bdi` isolates where HTML can.
        bundle.set_use_isolating(false);
        for resource in sources.iter().filter_map(|source| parse(source).ok()) {
            bundle.add_resource_overriding(resource);
        }
        Self { bundle }
    }

    /// The message of this id.
    pub(crate) fn message(&self, id: &str) -> Option<Message<'_>> {
        let pattern = self.bundle.get_message(id)?.value()?;
        Some(Message { bundle: &self.bundle, pattern })
    }

    /// Whether there is such a message.
    pub(crate) fn has(&self, id: &str) -> bool {
        self.bundle.get_message(id).is_some_and(|message| message.value().is_some())
    }
}

/// One message of a language.
pub(crate) struct Message<'a> {
    bundle: &'a FluentBundle<FluentResource>,
    pattern: &'a Pattern<&'a str>,
}

impl<'a> Message<'a> {
    /// Its words, where it asks for nothing.
    pub(crate) fn text(&self) -> Option<&'a str> {
        match self.pattern.elements.as_slice() {
            [PatternElement::TextElement { value }] => Some(value),
            _ => None,
        }
    }

    /// It in words, or what it asks for in vain.
    pub(crate) fn format(&self, arguments: &FluentArgs<'_>) -> Result<Cow<'a, str>, Vec<FluentError>> {
        let mut errors = Vec::new();
        let words = self.bundle.format_pattern(self.pattern, Some(arguments), &mut errors);
        if errors.is_empty() { Ok(words) } else { Err(errors) }
    }
}

/// The messages of one file, or every place where it is not valid Fluent.
pub(crate) fn parse(source: &Source) -> Result<FluentResource, Vec<Fault>> {
    FluentResource::try_new(source.text.clone().into_owned()).map_err(|(_, errors)| {
        let fault = |error: &fluent_syntax::parser::ParserError| {
            let line = line_of(&source.text, error.pos.start);
            Fault::new(&source.origin, Some(line), format!("not valid Fluent: {}", error.kind))
        };
        errors.iter().map(fault).collect()
    })
}
