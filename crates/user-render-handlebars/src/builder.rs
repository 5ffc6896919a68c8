//! What is built in, with what the app lays over it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;

use user_core::domain::Locale;

use crate::embedded::{LOCALES, TEMPLATES};
use crate::fault::{BuildError, Fault};
use crate::language::Language;
use crate::renderer::HandlebarsRenderer;
use crate::source::Source;
use crate::templates::{Templates, mentions};
use crate::tongues::Tongues;

/// Makes a [`HandlebarsRenderer`] from the built-in templates and messages and what an app lays over them.
/// What is given later wins.
#[derive(Debug)]
#[must_use]
pub struct Builder {
    overlays: Vec<Overlay>,
    default_locale: Locale,
}

#[derive(Debug)]
enum Overlay {
    TemplateFolder(PathBuf),
    Template { path: String, text: String },
    LocaleFolder(PathBuf),
    Messages { tag: String, text: String },
}

impl Default for Builder {
    fn default() -> Self {
        Self { overlays: Vec::new(), default_locale: Locale::english() }
    }
}

impl Builder {
    /// Lays a folder over the templates: a file in it, such as `pages/sign-in.html` or `mails/registered.txt`, takes
    /// the place of the built-in file of the same path. Other `.html` and `.txt` files are templates of the app's own.
    pub fn overlay_templates(self, folder: impl Into<PathBuf>) -> Self {
        self.with(Overlay::TemplateFolder(folder.into()))
    }

    /// Lays one template over the others. `path` is what it would be in a folder: `pages/sign-in.html`.
    pub fn template(self, path: impl Into<String>, source: impl Into<String>) -> Self {
        self.with(Overlay::Template { path: path.into(), text: source.into() })
    }

    /// Lays a folder over the messages: `<tag>/<any name>.ftl`. A message in it takes the place of the one of the same
    /// id in that language; a tag that is not built in adds a language.
    pub fn overlay_locales(self, folder: impl Into<PathBuf>) -> Self {
        self.with(Overlay::LocaleFolder(folder.into()))
    }

    /// Lays messages, in Fluent's syntax, over those of the language `tag`, or adds that language.
    pub fn messages(self, tag: impl Into<String>, source: impl Into<String>) -> Self {
        self.with(Overlay::Messages { tag: tag.into(), text: source.into() })
    }

    /// The language for readers whose own there is not. English unless told otherwise.
    pub fn default_locale(mut self, locale: Locale) -> Self {
        self.default_locale = locale;
        self
    }

    /// Reads everything, once and for all: nothing is read from disk later.
    ///
    /// # Errors
    ///
    /// Every file that cannot be read or parsed, with the line; a default language that there is not.
    pub fn build(self) -> Result<HandlebarsRenderer, BuildError> {
        let mut layers = Layers::built_in();
        for (index, overlay) in self.overlays.into_iter().enumerate() {
            layers.lay(overlay, index + 1);
        }
        BuildError::unless_none(std::mem::take(&mut layers.faults))?;
        let additions = layers.additions();
        let (templates, languages) = (Templates::parse(&layers.templates), languages(layers.messages));
        let (templates, languages) = match (templates, languages) {
            (Ok(templates), Ok(languages)) => (templates, languages),
            (templates, languages) => {
                let faults = templates.err().into_iter().chain(languages.err()).flatten().collect();
                return Err(BuildError::of(faults));
            }
        };
        let tongues =
            Tongues::new(&languages, &self.default_locale).map_err(|fault| BuildError::of(vec![fault]))?;
        let mentions = layers.templates.values().flat_map(mentions).collect();
        let origins = layers.templates.into_iter().map(|(path, source)| (path, source.origin)).collect();
        Ok(HandlebarsRenderer { tongues, templates, mentions, origins, additions })
    }

    fn with(mut self, overlay: Overlay) -> Self {
        self.overlays.push(overlay);
        self
    }
}

/// The sources, layer over layer.
struct Layers {
    templates: BTreeMap<String, Source>,
    /// The paths of those in a folder that took no other's place.
    added: BTreeSet<String>,
    messages: BTreeMap<String, (Locale, Vec<Source>)>,
    faults: Vec<Fault>,
}

impl Layers {
    fn built_in() -> Self {
        let (templates, messages) = (BTreeMap::new(), BTreeMap::new());
        let mut layers = Self { templates, added: BTreeSet::new(), messages, faults: Vec::new() };
        for file in TEMPLATES {
            layers.add_template(Source::built_in("templates", *file));
        }
        for file in LOCALES {
            layers.add_messages(Source::built_in("locales", *file));
        }
        layers
    }

    fn lay(&mut self, overlay: Overlay, layer: usize) {
        match overlay {
            Overlay::TemplateFolder(folder) => match Source::folder(&folder, &[".html", ".txt"], layer) {
                Ok(sources) => {
                    let new = sources.iter().filter(|source| !self.templates.contains_key(&source.path));
                    self.added.extend(new.map(|source| source.path.clone()));
                    for source in sources {
                        self.add_template(source);
                    }
                }
                Err(faults) => self.faults.extend(faults),
            },
            Overlay::LocaleFolder(folder) => match Source::folder(&folder, &[".ftl"], layer) {
                Ok(sources) => sources.into_iter().for_each(|source| self.add_messages(source)),
                Err(faults) => self.faults.extend(faults),
            },
            Overlay::Template { path, text } => {
                let origin = format!("template {path}");
                self.add_template(Source { path, origin, text: text.into(), layer });
            }
            Overlay::Messages { tag, text } => {
                let (path, origin) = (format!("{tag}/messages.ftl"), format!("messages for {tag}"));
                self.add_messages(Source { path, origin, text: text.into(), layer });
            }
        }
    }

    /// Where the templates in folders are that took no other's place and are part of no other.
    fn additions(&self) -> Vec<String> {
        let is_part = |path: &str| {
            let name = path.rsplit_once('.').map_or(path, |(name, _)| name);
            self.templates.values().any(|other| other.path != path && includes(&other.text, name))
        };
        let alone = self.added.iter().filter(|path| !is_part(path));
        alone.filter_map(|path| Some(self.templates.get(path)?.origin.clone())).collect()
    }

    fn add_template(&mut self, source: Source) {
        self.templates.insert(source.path.clone(), source);
    }

    fn add_messages(&mut self, source: Source) {
        let folder = source.path.split_once('/').map_or("", |(folder, _)| folder);
        let Some(locale) = Locale::parse(folder) else {
            let what = "messages stand in a folder named by a language tag, such as `nl` or `zh-Hans`";
            return self.faults.push(Fault::new(source.origin, None, what));
        };
        let entry = self.messages.entry(locale.as_str().to_owned());
        entry.or_insert_with(|| (locale, Vec::new())).1.push(source);
    }
}

/// Whether a template includes the partial of this name: `{{> name}}`, `{{#> name}}`.
fn includes(text: &str, name: &str) -> bool {
    text.match_indices('>').any(|(at, _)| {
        let rest = text.get(at + 1..).unwrap_or_default().trim_start().strip_prefix(name);
        rest.is_some_and(|rest| rest.starts_with(|next: char| next.is_whitespace() || "}~".contains(next)))
    })
}

/// The languages by tag, or all that is wrong with what the app says in them.
fn languages(
    messages: BTreeMap<String, (Locale, Vec<Source>)>,
) -> Result<BTreeMap<String, Arc<Language>>, Vec<Fault>> {
    let mut faults = Vec::new();
    let mut languages = BTreeMap::new();
    for (tag, (locale, sources)) in messages {
        match Language::new(locale, sources) {
            Ok(language) => {
                languages.insert(tag, Arc::new(language));
            }
            Err(found) => faults.extend(found),
        }
    }
    if faults.is_empty() { Ok(languages) } else { Err(faults) }
}
