//! The messages of one language.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource};
use fluent_syntax::ast::{Entry, Pattern};
use unic_langid::LanguageIdentifier;
use user_core::domain::Locale;

use crate::fault::{Fault, line_of};
use crate::placeholders::{Mentions, mentions};
use crate::source::Source;

/// What is known of one message without formatting it.
#[derive(Clone, Debug)]
pub(crate) struct Entered {
    /// The file it stands in.
    pub(crate) origin: String,
    /// The layer of that file.
    pub(crate) layer: usize,
    /// The line it starts in.
    pub(crate) line: Option<usize>,
    /// Whether a file of layer 0 has it.
    pub(crate) built_in: bool,
    /// What it asks for.
    pub(crate) mentions: Mentions,
    /// The arguments that any layer's version of it asks for: those it can count on.
    pub(crate) offered: BTreeSet<String>,
}

/// The messages of one language: every layer, a later one over an earlier one, message by message.
pub(crate) struct Catalogue {
    pub(crate) locale: Locale,
    /// Messages by id; terms by id with the leading `-`.
    pub(crate) entries: BTreeMap<String, Entered>,
    /// What stands in its sources and cannot be read.
    pub(crate) faults: Vec<Fault>,
    bundle: FluentBundle<FluentResource>,
}

impl Catalogue {
    /// Reads what can be read of `sources`, in order of their layers.
    pub(crate) fn read(locale: Locale, sources: &[Source]) -> Self {
        let language: Option<LanguageIdentifier> = locale.as_str().parse().ok();
        let mut faults = Vec::new();
        if language.is_none() {
            let files = sources.iter().map(|s| s.origin.as_str()).collect::<Vec<_>>().join(", ");
            let what = format!("`{locale}` is not a language tag that Fluent knows");
            faults.push(Fault::new(files, None, what));
        }
        let mut bundle = FluentBundle::new_concurrent(language.into_iter().collect());
        // Marks around arguments would show up in subjects and plain text; `t-bdi` isolates where HTML can.
        bundle.set_use_isolating(false);
        let mut catalogue = Self { locale, entries: BTreeMap::new(), faults, bundle };
        for source in sources {
            let faults = catalogue.add(source);
            catalogue.faults.extend(faults);
        }
        catalogue
    }

    /// The message in words, or what it asks for in vain; `None` when there is no such message.
    pub(crate) fn format(
        &self,
        id: &str,
        arguments: &FluentArgs<'_>,
    ) -> Option<Result<String, Vec<FluentError>>> {
        let pattern = self.bundle.get_message(id)?.value()?;
        let mut errors = Vec::new();
        let words = self.bundle.format_pattern(pattern, Some(arguments), &mut errors).into_owned();
        Some(if errors.is_empty() { Ok(words) } else { Err(errors) })
    }

    fn add(&mut self, source: &Source) -> Vec<Fault> {
        match FluentResource::try_new(source.text.clone().into_owned()) {
            Ok(resource) => {
                let faults = self.enter(source, &resource);
                self.bundle.add_resource_overriding(resource);
                faults
            }
            Err((_, errors)) => errors
                .iter()
                .map(|error| {
                    let line = line_of(&source.text, error.pos.start);
                    Fault::new(&source.origin, Some(line), format!("not valid Fluent: {}", error.kind))
                })
                .collect(),
        }
    }

    fn enter(&mut self, source: &Source, resource: &FluentResource) -> Vec<Fault> {
        let mut faults = Vec::new();
        let lines = lines_of_entries(&source.text);
        for (id, pattern) in resource.entries().filter_map(named) {
            let line = lines.get(id.as_str()).copied();
            let before = self.entries.get(&id);
            let mentions = mentions(pattern);
            if let Some(twin) = before.filter(|before| before.layer == source.layer) {
                let what = format!("message `{id}` stands in {} already", twin.origin);
                faults.push(Fault::new(&source.origin, line, what));
            }
            let built_in = source.layer == 0 || before.is_some_and(|before| before.built_in);
            let mut offered = mentions.arguments.clone();
            offered.extend(before.iter().flat_map(|before| before.offered.iter().cloned()));
            let (origin, layer) = (source.origin.clone(), source.layer);
            self.entries.insert(id, Entered { origin, layer, line, built_in, mentions, offered });
        }
        faults
    }
}

fn named<'a>(entry: &'a Entry<&'a str>) -> Option<(String, &'a Pattern<&'a str>)> {
    match entry {
        Entry::Message(message) => Some((message.id.name.to_owned(), message.value.as_ref()?)),
        Entry::Term(term) => Some((format!("-{}", term.id.name), &term.value)),
        _ => None,
    }
}

/// Fluent's syntax tree keeps no positions; an entry starts its line with its id. The last of an id counts.
fn lines_of_entries(source: &str) -> HashMap<&str, usize> {
    let lines = source.lines().enumerate();
    lines.filter_map(|(index, line)| Some((line.split_once('=')?.0.trim_end(), index + 1))).collect()
}
