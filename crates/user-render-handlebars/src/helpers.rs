//! What templates may call besides Handlebars' own helpers: `t`, `t-bdi`, `browser` and `has-errors`.

use std::sync::Arc;

use handlebars::{
    Context, Handlebars, Helper, HelperDef, HelperResult, Output, RenderContext, RenderError,
    RenderErrorReason, ScopedJson,
};
use serde_json::Value;

use crate::browser;
use crate::tongues::Tongues;
use crate::words::{FSI, Isolate, LRI, PDI, RLI, Words, WordsError, arguments};

/// The message that stands in for one an app forgot to write for a code of its own.
const STAND_IN: &str = "message-missing";

/// Adds the helpers to a registry of HTML templates.
pub(crate) fn register_html(registry: &mut Handlebars<'static>, tongues: &Arc<Tongues>) {
    registry.register_helper("t", Box::new(Translate::new(tongues, Isolate::No)));
    registry.register_helper("t-bdi", Box::new(Translate::new(tongues, Isolate::Yes)));
    registry.register_helper("browser", Box::new(Browser(Arc::clone(tongues))));
    registry.register_helper("has-errors", Box::new(HasErrors));
}

/// Adds the helpers to a registry of plain-text templates.
pub(crate) fn register_text(registry: &mut Handlebars<'static>, tongues: &Arc<Tongues>) {
    registry.register_helper("t", Box::new(Translate::new(tongues, Isolate::No)));
    registry.register_helper("t-bdi", Box::new(Translate::new(tongues, Isolate::No)));
    registry.register_helper("browser", Box::new(Browser(Arc::clone(tongues))));
}

/// `{{t "id" name=value}}` or `{{t message}}`. A text that needs no translation, `{ text: … }`, is printed as it is.
///
/// A message is plain text. All of it is escaped for HTML, its own words as well as its arguments, and exactly once:
/// passed on to a partial, as in `title=(t "id")`, it is still plain text and escaped where it is printed.
///
/// `{{t-bdi …}}` puts every textual argument into `<bdi>`, so that a name written from right to left does not turn the
/// sentence around. It is for the content of elements; attributes and titles take `t`.
struct Translate {
    tongues: Arc<Tongues>,
    isolate: Isolate,
}

impl Translate {
    fn new(tongues: &Arc<Tongues>, isolate: Isolate) -> Self {
        Self { tongues: Arc::clone(tongues), isolate }
    }
}

impl HelperDef for Translate {
    fn call_inner<'reg: 'rc, 'rc>(
        &self,
        helper: &Helper<'rc>,
        _: &'reg Handlebars<'reg>,
        data: &'rc Context,
        _: &mut RenderContext<'reg, 'rc>,
    ) -> Result<ScopedJson<'rc>, RenderError> {
        let words = in_words(self.tongues.words(data)?, helper, Isolate::No)?;
        Ok(ScopedJson::Derived(Value::String(words)))
    }

    fn call<'reg: 'rc, 'rc>(
        &self,
        helper: &Helper<'rc>,
        registry: &'reg Handlebars<'reg>,
        data: &'rc Context,
        _: &mut RenderContext<'reg, 'rc>,
        out: &mut dyn Output,
    ) -> HelperResult {
        let words = in_words(self.tongues.words(data)?, helper, self.isolate)?;
        let words = registry.get_escape_fn()(&words);
        // Escaped before the marks become tags: nothing in the words or the arguments can be one.
        match self.isolate {
            Isolate::No => out.write(&words)?,
            Isolate::Yes => out.write(&isolated(&words))?,
        }
        Ok(())
    }
}

/// `words` with elements in the place of isolating marks. A translator may have written marks, too: whatever they wrote,
/// each element is closed, and none that is not open.
fn isolated(words: &str) -> String {
    let (mut html, mut open) = (String::with_capacity(words.len()), 0);
    for c in words.chars() {
        let tag = match c {
            FSI => "<bdi>",
            LRI => "<bdi dir=\"ltr\">",
            RLI => "<bdi dir=\"rtl\">",
            PDI if open == 0 => continue,
            PDI => "</bdi>",
            other => {
                html.push(other);
                continue;
            }
        };
        html.push_str(tag);
        open = if c == PDI { open - 1 } else { open + 1 };
    }
    html.push_str(&"</bdi>".repeat(open));
    html
}

/// `{{browser user_agent}}`: "Firefox on Linux", or what the browser calls itself where that is not known.
struct Browser(Arc<Tongues>);

impl HelperDef for Browser {
    fn call_inner<'reg: 'rc, 'rc>(
        &self,
        helper: &Helper<'rc>,
        _: &'reg Handlebars<'reg>,
        data: &'rc Context,
        _: &mut RenderContext<'reg, 'rc>,
    ) -> Result<ScopedJson<'rc>, RenderError> {
        let user_agent = helper.param(0).and_then(|value| value.value().as_str());
        let user_agent = user_agent.ok_or(RenderErrorReason::ParamNotFoundForIndex("browser", 0))?;
        let named = match browser::names(user_agent) {
            (Some(browser), Some(system)) => {
                let (browser, system) = (Value::from(browser), Value::from(system));
                let named = [("browser", &browser), ("system", &system)].into_iter();
                let named = arguments(named, Isolate::No).map_err(nested)?;
                self.0.words(data)?.format("browser-on", &named).map_err(nested)?
            }
            (Some(browser), None) => browser.to_owned(),
            (None, _) => user_agent.to_owned(),
        };
        Ok(ScopedJson::Derived(Value::String(named)))
    }
}

/// Whether a form, or any of its fields, has an error: `{{#if (has-errors form)}}`.
struct HasErrors;

impl HelperDef for HasErrors {
    fn call_inner<'reg: 'rc, 'rc>(
        &self,
        helper: &Helper<'rc>,
        _: &'reg Handlebars<'reg>,
        _: &'rc Context,
        _: &mut RenderContext<'reg, 'rc>,
    ) -> Result<ScopedJson<'rc>, RenderError> {
        let form = helper.param(0).filter(|form| !form.is_value_missing());
        let form = form.ok_or(RenderErrorReason::ParamNotFoundForIndex("has-errors", 0))?.value();
        let faulty = |it: &Value| it.get("errors").and_then(Value::as_array).is_some_and(|e| !e.is_empty());
        let fields = form.get("fields").and_then(Value::as_array);
        let any = faulty(form) || fields.is_some_and(|fields| fields.iter().any(faulty));
        Ok(ScopedJson::Derived(Value::Bool(any)))
    }
}

fn in_words(words: &Words, helper: &Helper<'_>, isolate: Isolate) -> Result<String, RenderError> {
    let message = helper.param(0).ok_or(RenderErrorReason::ParamNotFoundForIndex("t", 0))?;
    let missing = helper.hash().values().chain([message]).find(|value| value.is_value_missing());
    if let Some(missing) = missing {
        return Err(RenderError::strict_error(missing.relative_path()));
    }
    let named = helper.hash().iter().map(|(name, value)| (*name, value.value()));
    match message.value() {
        Value::String(id) => words.format(id, &arguments(named, isolate).map_err(nested)?).map_err(nested),
        view => {
            if let Some(text) = view.get("text").and_then(Value::as_str) {
                return Ok(isolate.apply(text).into_owned());
            }
            let (id, own) = view_parts(view)?;
            let own = own.iter().map(|(name, value)| (name.as_str(), value));
            let arguments = arguments(named.chain(own), isolate).map_err(nested)?;
            match words.format(id, &arguments) {
                Err(WordsError::Missing(_)) => stand_in(words, id, isolate),
                other => other.map_err(nested),
            }
        }
    }
}

fn view_parts(view: &Value) -> Result<(&str, &serde_json::Map<String, Value>), RenderError> {
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
    let arguments = arguments([("id", &named)].into_iter(), isolate).map_err(nested)?;
    words.format(STAND_IN, &arguments).map_err(nested)
}

fn nested(error: WordsError) -> RenderError {
    RenderErrorReason::NestedError(Box::new(error)).into()
}
