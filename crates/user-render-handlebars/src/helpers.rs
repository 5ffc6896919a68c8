//! What templates may call besides Handlebars' own helpers: `t`, `t-bdi`, `browser` and `has-errors`.

use std::borrow::Cow;

use handlebars::{RenderError, RenderErrorReason};
use serde_json::{Map, Value};

use crate::browser;
use crate::evaluation::{Arguments, Kind};
use crate::words::{FSI, Isolate, LRI, PDI, RLI, Words, WordsError};

/// The message that stands in for one an app forgot to write for a code of its own.
const STAND_IN: &str = "message-missing";

/// `{{t "id" name=value}}` or `{{t message}}`. A text that needs no translation, `{ text: … }`, is printed as it is.
///
/// A message is plain text. All of it is escaped for HTML, its own words as well as its arguments, and exactly once:
/// passed on to a partial, as in `title=(t "id")`, it is still plain text and escaped where it is printed.
///
/// `{{t-bdi …}}` puts every textual argument into `<bdi>`, so that a name written from right to left does not turn
/// the sentence around. It is for the content of elements; attributes and titles take `t`.
pub(crate) fn in_words<'a>(
    words: &'a Words,
    given: &'a Arguments<'_>,
    isolate: Isolate,
) -> Result<Cow<'a, str>, RenderError> {
    let message = given.get(0).ok_or(RenderErrorReason::ParamNotFoundForIndex("t", 0))?;
    let named = given.named.iter().map(|(_, argument)| argument);
    if let Some(missing) = named.chain([message]).find(|argument| argument.found.is_missing()) {
        return Err(missing.missing());
    }
    let named = given.named.iter().map(|(name, argument)| (*name, argument.found.json()));
    match message.found.json() {
        Value::String(id) => words.format(id, named, isolate).map_err(nested),
        view => {
            if let Some(text) = view.get("text").and_then(Value::as_str) {
                return Ok(isolate.apply(text));
            }
            let (id, own) = view_parts(view)?;
            let own = own.iter().map(|(name, value)| (name.as_str(), value));
            match words.format(id, named.chain(own), isolate) {
                Err(WordsError::Missing(_)) => stand_in(words, id, isolate).map(Cow::Owned),
                other => other.map_err(nested),
            }
        }
    }
}

/// Writes `words` escaped, with elements in the place of isolating marks. A translator may have written marks, too:
/// whatever they wrote, each element is closed, and none that is not open.
pub(crate) fn isolated(words: &str, out: &mut String) {
    let (mut rest, mut open) = (words, 0);
    while let Some(at) = rest.find([FSI, LRI, RLI, PDI]) {
        // Escaped apart from the marks: nothing in the words or the arguments can be an element.
        let (before, mark) = rest.split_at(at);
        Kind::Html.escape(before, out);
        let mut marks = mark.chars();
        match marks.next() {
            Some(PDI) if open == 0 => {}
            Some(PDI) => {
                out.push_str("</bdi>");
                open -= 1;
            }
            opening => {
                out.push_str(match opening {
                    Some(LRI) => "<bdi dir=\"ltr\">",
                    Some(RLI) => "<bdi dir=\"rtl\">",
                    _ => "<bdi>",
                });
                open += 1;
            }
        }
        rest = marks.as_str();
    }
    Kind::Html.escape(rest, out);
    out.push_str(&"</bdi>".repeat(open));
}

/// `{{browser user_agent}}`: "Firefox on Linux", or what the browser calls itself where that is not known.
pub(crate) fn browser(words: &Words, given: &Arguments<'_>) -> Result<String, RenderError> {
    let user_agent = given.get(0).and_then(|argument| argument.found.json().as_str());
    let user_agent = user_agent.ok_or(RenderErrorReason::ParamNotFoundForIndex("browser", 0))?;
    match browser::names(user_agent) {
        (Some(browser), Some(system)) => {
            let (browser, system) = (Value::from(browser), Value::from(system));
            let named = [("browser", &browser), ("system", &system)].into_iter();
            words.format("browser-on", named, Isolate::No).map(Cow::into_owned).map_err(nested)
        }
        (Some(browser), None) => Ok(browser.to_owned()),
        (None, _) => Ok(user_agent.to_owned()),
    }
}

/// Whether a form, or any of its fields, has an error: `{{#if (has-errors form)}}`.
pub(crate) fn has_errors(given: &Arguments<'_>) -> Result<bool, RenderErrorReason> {
    let form = given.present(0).ok_or(RenderErrorReason::ParamNotFoundForIndex("has-errors", 0))?;
    let form = form.found.json();
    let faulty = |it: &Value| it.get("errors").and_then(Value::as_array).is_some_and(|e| !e.is_empty());
    let fields = form.get("fields").and_then(Value::as_array);
    Ok(faulty(form) || fields.is_some_and(|fields| fields.iter().any(faulty)))
}

fn view_parts(view: &Value) -> Result<(&str, &Map<String, Value>), RenderError> {
    let id = view.get("id").and_then(Value::as_str);
    let own = view.get("args").and_then(Value::as_object);
    id.zip(own).ok_or_else(|| {
        RenderErrorReason::Other(
            "`t` takes the id of a message, or an object with `id` and `args`, or with `text`".into(),
        )
        .into()
    })
}

/// A code of the app's own without a message is the app's mistake, not the visitor's: they get the page all the same.
fn stand_in(words: &Words, id: &str, isolate: Isolate) -> Result<String, RenderError> {
    tracing::error!(message = id, "there is no such message: add it to a file of your locales folder");
    let named = Value::String(id.to_owned());
    words.format(STAND_IN, [("id", &named)].into_iter(), isolate).map(Cow::into_owned).map_err(nested)
}

fn nested(error: WordsError) -> RenderError {
    RenderErrorReason::NestedError(Box::new(error)).into()
}
