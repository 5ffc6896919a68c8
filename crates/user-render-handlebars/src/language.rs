//! One language: where its messages stand, and, once somebody reads it, what they say.

use std::sync::OnceLock;

use user_core::domain::Locale;

use crate::catalogue::Catalogue;
use crate::entries::Entries;
use crate::fault::Fault;
use crate::source::Source;

/// A language on offer. Its messages are parsed for the first who reads them: most sites have readers of few of the
/// languages that are built in.
pub(crate) struct Language {
    pub(crate) locale: Locale,
    sources: Vec<Source>,
    catalogue: OnceLock<Catalogue>,
}

impl Language {
    /// Takes `sources`, in order of their layers. What an app lays over is looked at now, so that it is refused where
    /// it is built; what is built in has been looked at by a test.
    pub(crate) fn new(locale: Locale, sources: Vec<Source>) -> Result<Self, Vec<Fault>> {
        let laid_over: Vec<Source> = sources.iter().filter(|source| source.layer > 0).cloned().collect();
        if laid_over.is_empty() {
            return Ok(Self { locale, sources, catalogue: OnceLock::new() });
        }
        let faults = Entries::read(locale.clone(), &laid_over).faults;
        if faults.is_empty() { Ok(Self { locale, sources, catalogue: OnceLock::new() }) } else { Err(faults) }
    }

    /// The messages, parsed.
    pub(crate) fn catalogue(&self) -> &Catalogue {
        self.catalogue.get_or_init(|| Catalogue::read(&self.locale, &self.sources))
    }

    /// What stands in its files, read anew: nobody asks but who checks them.
    pub(crate) fn entries(&self) -> Entries {
        Entries::read(self.locale.clone(), &self.sources)
    }

    /// Whether the language itself has the message. Asked of every language when a site starts, so it parses none: an
    /// entry starts its line with its id.
    pub(crate) fn has(&self, id: &str) -> bool {
        let starts =
            |line: &str| line.strip_prefix(id).is_some_and(|rest| rest.trim_start().starts_with('='));
        match self.catalogue.get() {
            Some(catalogue) => catalogue.has(id),
            None => self.sources.iter().any(|source| source.text.lines().any(starts)),
        }
    }
}
