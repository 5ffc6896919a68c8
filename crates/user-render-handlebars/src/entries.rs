//! What stands in the files of one language, to check whether it is sound.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use fluent_bundle::FluentResource;
use fluent_syntax::ast::{Entry, Pattern};
use unic_langid::LanguageIdentifier;
use user_core::domain::Locale;

use crate::catalogue::parse;
use crate::fault::Fault;
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

/// The entries of one language: every layer, a later one over an earlier one, entry by entry.
pub(crate) struct Entries {
    pub(crate) locale: Locale,
    /// Messages by id; terms by id with the leading `-`.
    pub(crate) by_id: BTreeMap<String, Entered>,
    /// What stands in its sources and cannot be read.
    pub(crate) faults: Vec<Fault>,
}

impl Entries {
    /// Reads what can be read of `sources`, in order of their layers.
    pub(crate) fn read(locale: Locale, sources: &[Source]) -> Self {
        let mut faults = Vec::new();
        if locale.as_str().parse::<LanguageIdentifier>().is_err() {
            let files = sources.iter().map(|s| s.origin.as_str()).collect::<Vec<_>>().join(", ");
            let what = format!("`{locale}` is not a language tag that Fluent knows");
            faults.push(Fault::new(files, None, what));
        }
        let mut entries = Self { locale, by_id: BTreeMap::new(), faults };
        for source in sources {
            match parse(source) {
                Ok(resource) => entries.enter(source, &resource),
                Err(faults) => entries.faults.extend(faults),
            }
        }
        entries
    }

    fn enter(&mut self, source: &Source, resource: &FluentResource) {
        let lines = lines_of_entries(&source.text);
        for (id, pattern) in resource.entries().filter_map(named) {
            let line = lines.get(id.as_str()).copied();
            let before = self.by_id.get(&id);
            let mentions = mentions(pattern);
            if let Some(twin) = before.filter(|before| before.layer == source.layer) {
                let what = format!("message `{id}` stands in {} already", twin.origin);
                self.faults.push(Fault::new(&source.origin, line, what));
            }
            let built_in = source.layer == 0 || before.is_some_and(|before| before.built_in);
            let mut offered = mentions.arguments.clone();
            offered.extend(before.iter().flat_map(|before| before.offered.iter().cloned()));
            let (origin, layer) = (source.origin.clone(), source.layer);
            self.by_id.insert(id, Entered { origin, layer, line, built_in, mentions, offered });
        }
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
