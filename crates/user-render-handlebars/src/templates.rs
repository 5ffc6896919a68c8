//! The templates: parsed once, in two registries, one that escapes for HTML and one for plain text.

use std::collections::BTreeMap;
use std::sync::Arc;

use handlebars::{Handlebars, RenderError, TemplateError};
use serde_json::Value;

use crate::fault::Fault;
use crate::language::Language;
use crate::source::Source;
use crate::tongues::{Tongues, said};
use crate::words::one_line;
use crate::{helpers, includes};

/// Two registries: of `.html` and of `.txt` templates, by path without that ending.
pub(crate) struct Templates {
    html: Handlebars<'static>,
    text: Handlebars<'static>,
}

/// A message that a template names.
#[derive(Clone, Debug)]
pub(crate) struct Mention {
    pub(crate) id: String,
    pub(crate) file: String,
    pub(crate) line: usize,
}

impl Templates {
    /// Parses `sources` by path, each the last of its layers.
    pub(crate) fn parse(sources: &BTreeMap<String, Source>) -> Result<Self, Vec<Fault>> {
        let mut templates = Self::bare();
        let faults: Vec<Fault> = sources.values().filter_map(|source| templates.add(source)).collect();
        if faults.is_empty() { Ok(templates) } else { Err(faults) }
    }

    /// None.
    pub(crate) fn bare() -> Self {
        let mut templates = Self { html: registry(), text: registry() };
        templates.text.register_escape_fn(|value: &str| one_line(value).into_owned());
        templates
    }

    /// Adds a template as Handlebars alone would render it.
    #[cfg(test)]
    pub(crate) fn add_as_it_is(&mut self, path: &str, text: &str) {
        let (registry, name) = match path.strip_suffix(".txt") {
            Some(name) => (&mut self.text, name),
            None => (&mut self.html, path.strip_suffix(".html").unwrap()),
        };
        registry.register_template_string(name, text).unwrap();
    }

    /// Lets them speak.
    pub(crate) fn teach(&mut self, tongues: &Arc<Tongues>) {
        helpers::register_html(&mut self.html, tongues);
        helpers::register_text(&mut self.text, tongues);
    }

    /// Renders the template at `path` in `language`, which is one of those they were taught.
    pub(crate) fn render(
        &self,
        path: &str,
        data: &Value,
        language: &Language,
    ) -> Result<String, RenderError> {
        let data = said(data, language)?;
        match path.strip_suffix(".txt") {
            Some(name) => self.text.render_with_context(name, &data),
            None => self.html.render_with_context(path.strip_suffix(".html").unwrap_or(path), &data),
        }
    }

    fn add(&mut self, source: &Source) -> Option<Fault> {
        let parsed = if let Some(name) = source.path.strip_suffix(".html") {
            add(&mut self.html, name, &source.text)
        } else if let Some(name) = source.path.strip_suffix(".txt") {
            add(&mut self.text, name, &source.text)
        } else {
            return Some(Fault::new(&source.origin, None, "a template's path ends in .html or .txt"));
        };
        parsed.err().map(|error| unreadable(source, &error))
    }
}

fn add(registry: &mut Handlebars<'static>, name: &str, text: &str) -> Result<(), TemplateError> {
    registry.register_template_string(name, text)?;
    if let Some(mut template) = registry.get_template(name).cloned() {
        includes::rewrite(&mut template);
        registry.register_template(name, template);
    }
    Ok(())
}

fn registry() -> Handlebars<'static> {
    let mut registry = Handlebars::new();
    registry.set_strict_mode(true);
    // Indenting partials would change what stands in <pre>.
    registry.set_prevent_indent(true);
    includes::register(&mut registry);
    registry
}

fn unreadable(source: &Source, error: &TemplateError) -> Fault {
    let line = error.pos().map(|(line, _)| line);
    Fault::new(&source.origin, line, format!("not a valid template: {}", error.reason()))
}

/// The messages that a template names in so many words: `t "id"` and `t-bdi "id"`.
pub(crate) fn mentions(source: &Source) -> Vec<Mention> {
    let mut found = Vec::new();
    for (index, line) in source.text.lines().enumerate() {
        for call in ["t \"", "t-bdi \""] {
            let calls = line
                .match_indices(call)
                .filter(|(at, _)| line.get(..*at).is_some_and(|before| before.ends_with(['{', '(', '~'])));
            found.extend(calls.filter_map(|(at, _)| {
                let (id, _) = line.get(at + call.len()..)?.split_once('"')?;
                Some(Mention { id: id.to_owned(), file: source.origin.clone(), line: index + 1 })
            }));
        }
    }
    found
}
