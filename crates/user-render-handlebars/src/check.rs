//! Whether everything that can be rendered can be rendered, and said in every language.

use std::collections::BTreeSet;

use handlebars::RenderError;
use serde_json::Value;
use user_core::domain::Locale;
use user_core::views::{Sample, samples};

use crate::entries::{Entered, Entries};
use crate::fault::Fault;
use crate::renderer::HandlebarsRenderer;
use crate::tongues::Tongue;
use crate::words::Isolate;

/// Everything wrong with the templates and messages of `renderer`, each fault once.
pub(crate) fn check(renderer: &HandlebarsRenderer) -> BTreeSet<Fault> {
    let mut faults = BTreeSet::new();
    let english = renderer.tongues.get(&Locale::english()).map(|english| english.language.entries());
    for tongue in renderer.tongues.all() {
        let entries = tongue.language.entries();
        faults.extend(entries.faults.iter().cloned());
        for sample in samples(&entries.locale) {
            faults.extend(render_fault(renderer, tongue, &sample));
            unsaid(tongue, &sample, &mut faults);
        }
        faults.extend(unknown_mentions(renderer, tongue));
        faults.extend(dangling(&entries));
        if let Some(english) = &english {
            faults.extend(differences(english, &entries));
        }
    }
    faults
}

fn render_fault(renderer: &HandlebarsRenderer, tongue: &Tongue, sample: &Sample) -> Option<Fault> {
    let path = sample.template.path();
    let error = renderer.templates.render(&path, &sample.data, &tongue.words).err()?;
    let file = erring_file(renderer, &path, &error);
    let what = format!("{} (rendering {path} in {})", reason(&error), tongue.language.locale);
    Some(Fault::new(file, error.line_no, what))
}

fn reason(error: &RenderError) -> String {
    error.reason().to_string().trim_start_matches("Nested error: ").to_owned()
}

/// The file of the template, or of the partial in it, that failed.
fn erring_file(renderer: &HandlebarsRenderer, path: &str, error: &RenderError) -> String {
    let ending = path.rsplit('.').next().unwrap_or("html");
    let inner = error.template_name.as_ref().map(|name| format!("{name}.{ending}"));
    let known = inner.iter().map(String::as_str).chain([path]).find_map(|path| renderer.origins.get(path));
    known.cloned().unwrap_or_else(|| path.to_owned())
}

/// Messages handed over as data that have no words. (A page shows a stand-in for them, so rendering does not tell.)
fn unsaid(tongue: &Tongue, sample: &Sample, faults: &mut BTreeSet<Fault>) {
    let mut views = Vec::new();
    message_views(&sample.data, &mut views);
    for (id, values) in views {
        let values = values.iter().map(|(name, value)| (name.as_str(), value));
        if let Err(error) = tongue.words.format(id, values, Isolate::No) {
            let file = format!("messages in {}", tongue.language.locale);
            faults.insert(Fault::new(file, None, error.to_string()));
        }
    }
}

fn message_views<'a>(data: &'a Value, found: &mut Vec<(&'a str, &'a serde_json::Map<String, Value>)>) {
    match data {
        Value::Object(map) => {
            let id = map.get("id").and_then(Value::as_str);
            found.extend(id.zip(map.get("args").and_then(Value::as_object)));
            map.values().for_each(|value| message_views(value, found));
        }
        Value::Array(list) => list.iter().for_each(|value| message_views(value, found)),
        _ => {}
    }
}

/// Messages that templates name, also in branches that no sample takes.
fn unknown_mentions<'a>(
    renderer: &'a HandlebarsRenderer,
    tongue: &'a Tongue,
) -> impl Iterator<Item = Fault> + 'a {
    renderer.mentions.iter().filter(|mention| !tongue.words.has(&mention.id)).map(|mention| {
        let what = format!("there is no message `{}` in {}", mention.id, tongue.language.locale);
        Fault::new(&mention.file, Some(mention.line), what)
    })
}

/// Messages that refer to others which their own language does not have: Fluent looks no further.
fn dangling(entries: &Entries) -> impl Iterator<Item = Fault> {
    entries.by_id.iter().flat_map(move |(id, entered)| {
        let missing =
            entered.mentions.entries.iter().filter(|other| !entries.by_id.contains_key(other.as_str()));
        missing.map(move |other| {
            let what = format!("message `{id}` refers to `{other}`, which is not in {}", entries.locale);
            Fault::new(&entered.origin, entered.line, what)
        })
    })
}

/// Where a language differs from English: a built-in language has every built-in message, and no message asks for an
/// argument that the English one does not get.
fn differences(english: &Entries, other: &Entries) -> Vec<Fault> {
    let mut faults = Vec::new();
    let offered_by_us = other.by_id.values().any(|entered| entered.built_in);
    for (id, original) in english.by_id.iter().filter(|(id, _)| !id.starts_with('-')) {
        match other.by_id.get(id) {
            Some(translated) => faults.extend(other_arguments(id, original, translated)),
            None if offered_by_us && original.built_in => {
                let file = format!("messages in {}", other.locale);
                faults.push(Fault::new(file, None, format!("message `{id}` is missing")));
            }
            None => {}
        }
    }
    faults
}

fn other_arguments(id: &str, original: &Entered, translated: &Entered) -> Option<Fault> {
    let asked = &translated.mentions.arguments;
    let both_ours = original.layer == 0 && translated.layer == 0;
    let sound = if both_ours { *asked == original.offered } else { asked.is_subset(&original.offered) };
    if sound {
        return None;
    }
    let list = |names: &BTreeSet<String>| names.iter().map(|n| format!("${n}")).collect::<Vec<_>>().join(" ");
    let (asked, offered) = (list(asked), list(&original.offered));
    let what = format!("message `{id}` asks for [{asked}] where English asks for [{offered}]");
    Some(Fault::new(&translated.origin, translated.line, what))
}
