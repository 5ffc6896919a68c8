//! What the settings need words for: languages, and the labels of declared fields.

use std::collections::BTreeSet;

use super::{Settings, SettingsFault};
use crate::domain::Locale;
use crate::ports::Renderer;

impl Settings {
    /// Everything that the renderer has no words for: languages, and labels of declared fields. With
    /// [`faults`](Self::faults) these are all that `UserManagerBuilder::build` can find wrong with the settings, but
    /// for a missing place to keep pictures.
    pub fn faults_in_words(&self, renderer: &dyn Renderer) -> Vec<SettingsFault> {
        let has = renderer.locales();
        let locales = self.offered_locales(&has);
        let mut faults = Vec::new();
        for locale in locales.iter().collect::<BTreeSet<_>>() {
            if !has.contains(locale) {
                let problem =
                    format!("`{locale}` has no messages: add locales/{locale}/ or choose another language");
                let setting = if *locale == self.languages.default { "default" } else { "offered" };
                faults.push(SettingsFault::new(format!("languages.{setting}"), problem));
            }
        }
        // The labels of a new language are checked once it is there.
        let spoken: Vec<_> = locales.into_iter().filter(|locale| has.contains(locale)).collect();
        self.check_labels(renderer, &spoken, &mut faults);
        faults
    }

    /// The languages in force, the usual one first.
    pub(crate) fn offered_locales(&self, has: &[Locale]) -> Vec<Locale> {
        let languages = &self.languages;
        let wanted = if languages.offered.is_empty() { has } else { &languages.offered };
        let others = wanted.iter().filter(|locale| **locale != languages.default);
        std::iter::once(&languages.default).chain(others).cloned().collect()
    }
}
