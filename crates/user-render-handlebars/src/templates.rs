//! The templates: parsed once, in two folders, one that is escaped for HTML and one of plain text.

use std::collections::BTreeMap;

use handlebars::{Handlebars, RenderError, TemplateError};
use serde_json::Value;

use crate::evaluation::{Kind, Setting, evaluate};
use crate::fault::Fault;
use crate::program::{Body, compile};
use crate::source::Source;
use crate::words::Words;

/// The `.html` and the `.txt` templates, by path without that ending.
#[derive(Default)]
pub(crate) struct Templates {
    html: BTreeMap<String, Body>,
    text: BTreeMap<String, Body>,
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
        let (mut templates, mut parser) = (Self::default(), parser());
        let faults = sources.values().filter_map(|source| templates.add(&mut parser, source));
        let faults: Vec<Fault> = faults.collect();
        if faults.is_empty() { Ok(templates) } else { Err(faults) }
    }

    /// Renders the template at `path` in these words.
    pub(crate) fn render(&self, path: &str, data: &Value, words: &Words) -> Result<String, RenderError> {
        let (templates, kind, name) = match path.strip_suffix(".txt") {
            Some(name) => (&self.text, Kind::Text, name),
            None => (&self.html, Kind::Html, path.strip_suffix(".html").unwrap_or(path)),
        };
        evaluate(Setting { templates, kind, words }, name, data)
    }

    fn add(&mut self, parser: &mut Handlebars<'static>, source: &Source) -> Option<Fault> {
        let (templates, name) = if let Some(name) = source.path.strip_suffix(".html") {
            (&mut self.html, name)
        } else if let Some(name) = source.path.strip_suffix(".txt") {
            (&mut self.text, name)
        } else {
            return Some(Fault::new(&source.origin, None, "a template's path ends in .html or .txt"));
        };
        if let Err(error) = parser.register_template_string(name, &source.text) {
            return Some(unreadable(source, &error));
        }
        templates.extend(parser.get_template(name).map(|parsed| (name.to_owned(), compile(parsed))));
        parser.unregister_template(name);
        None
    }
}

/// Handlebars, which parses each template and keeps none.
pub(crate) fn parser() -> Handlebars<'static> {
    let mut parser = Handlebars::new();
    // Indenting partials would change what stands in <pre>.
    parser.set_prevent_indent(true);
    parser
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
