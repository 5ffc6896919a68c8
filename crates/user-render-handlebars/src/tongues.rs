//! The languages on offer, each with what it falls back to.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use user_core::domain::Locale;

use crate::fault::Fault;
use crate::language::Language;
use crate::words::Words;

/// One language, and the words with their fallbacks.
pub(crate) struct Tongue {
    pub(crate) language: Arc<Language>,
    pub(crate) words: Words,
}

/// All of them, by tag. One set of templates serves them all.
pub(crate) struct Tongues {
    by_tag: BTreeMap<String, Arc<Tongue>>,
    /// The one for readers whose own there is not.
    fallback: Arc<Tongue>,
}

impl Tongues {
    /// `default` is for readers whose language there is not, and for messages that a language lacks.
    pub(crate) fn new(languages: &BTreeMap<String, Arc<Language>>, default: &Locale) -> Result<Self, Fault> {
        let tongue = |language: &Arc<Language>| {
            let words = Words::new(chain(&language.locale, default, languages));
            Arc::new(Tongue { language: Arc::clone(language), words })
        };
        let by_tag: BTreeMap<String, Arc<Tongue>> =
            languages.iter().map(|(tag, language)| (tag.clone(), tongue(language))).collect();
        let Some(fallback) = default.fallbacks().find_map(|tag| by_tag.get(tag)).map(Arc::clone) else {
            let offered = languages.keys().cloned().collect::<Vec<_>>().join(", ");
            let what = format!("there are no messages in `{default}`; there are {offered}");
            return Err(Fault::new("default locale", None, what));
        };
        Ok(Self { by_tag, fallback })
    }

    /// The one of exactly this tag.
    pub(crate) fn get(&self, locale: &Locale) -> Option<&Tongue> {
        self.by_tag.get(locale.as_str()).map(Arc::as_ref)
    }

    /// The nearest to `locale`.
    pub(crate) fn nearest(&self, locale: &Locale) -> &Tongue {
        locale.fallbacks().find_map(|tag| self.by_tag.get(tag)).unwrap_or(&self.fallback)
    }

    pub(crate) fn all(&self) -> impl Iterator<Item = &Tongue> {
        self.by_tag.values().map(Arc::as_ref)
    }
}

/// What a reader of `locale` is served from: their own language, the default, English; each once.
fn chain(
    locale: &Locale,
    default: &Locale,
    languages: &BTreeMap<String, Arc<Language>>,
) -> Vec<Arc<Language>> {
    let (english, mut seen) = (Locale::english(), BTreeSet::new());
    let tags = locale.fallbacks().chain(default.fallbacks()).chain(english.fallbacks());
    tags.filter(|tag| seen.insert((*tag).to_owned()))
        .filter_map(|tag| languages.get(tag))
        .map(Arc::clone)
        .collect()
}
