//! Handlebars as it renders by itself, with the helpers of this crate.

use handlebars::{
    Context, Handlebars, Helper, HelperDef, HelperResult, Output, RenderContext, RenderError, ScopedJson,
};
use serde_json::Value;

use crate::evaluation::Kind;
use crate::evaluation::arguments::{Argument, Arguments};
use crate::evaluation::scopes::Found;
use crate::helpers::{browser, has_errors, in_words, isolated};
use crate::templates::parser;
use crate::words::{Isolate, Words, one_line};

/// A registry without templates, in strict mode.
pub(super) fn oracle(kind: Kind, words: &Words) -> Handlebars<'static> {
    let mut registry = parser();
    registry.set_strict_mode(true);
    if kind == Kind::Text {
        registry.register_escape_fn(|value: &str| one_line(value).into_owned());
    }
    let isolate = if kind == Kind::Html { Isolate::Yes } else { Isolate::No };
    registry.register_helper("t", Box::new(Translate(words.clone(), Isolate::No)));
    registry.register_helper("t-bdi", Box::new(Translate(words.clone(), isolate)));
    registry.register_helper("browser", Box::new(Browser(words.clone())));
    if kind == Kind::Html {
        registry.register_helper("has-errors", Box::new(HasErrors));
    }
    registry
}

fn given<'a>(helper: &'a Helper<'_>) -> Arguments<'a> {
    fn argument<'a>(value: &'a handlebars::PathAndJson<'_>) -> Argument<'a> {
        let found = if value.is_value_missing() { Found::Missing } else { Found::Lasting(value.value()) };
        Argument { found, written: value.relative_path() }
    }
    Arguments {
        listed: helper.params().iter().map(argument).collect(),
        named: helper.hash().iter().map(|(name, value)| (*name, argument(value))).collect(),
    }
}

struct Translate(Words, Isolate);

impl HelperDef for Translate {
    fn call_inner<'reg: 'rc, 'rc>(
        &self,
        helper: &Helper<'rc>,
        _: &'reg Handlebars<'reg>,
        _: &'rc Context,
        _: &mut RenderContext<'reg, 'rc>,
    ) -> Result<ScopedJson<'rc>, RenderError> {
        let words = in_words(&self.0, &given(helper), Isolate::No)?.into_owned();
        Ok(ScopedJson::Derived(Value::String(words)))
    }

    fn call<'reg: 'rc, 'rc>(
        &self,
        helper: &Helper<'rc>,
        registry: &'reg Handlebars<'reg>,
        _: &'rc Context,
        _: &mut RenderContext<'reg, 'rc>,
        out: &mut dyn Output,
    ) -> HelperResult {
        let given = given(helper);
        let words = in_words(&self.0, &given, self.1)?;
        if self.1 == Isolate::No {
            return Ok(out.write(&registry.get_escape_fn()(&words))?);
        }
        let mut marked = String::new();
        isolated(&words, &mut marked);
        Ok(out.write(&marked)?)
    }
}

struct Browser(Words);

impl HelperDef for Browser {
    fn call_inner<'reg: 'rc, 'rc>(
        &self,
        helper: &Helper<'rc>,
        _: &'reg Handlebars<'reg>,
        _: &'rc Context,
        _: &mut RenderContext<'reg, 'rc>,
    ) -> Result<ScopedJson<'rc>, RenderError> {
        Ok(ScopedJson::Derived(Value::String(browser(&self.0, &given(helper))?)))
    }
}

struct HasErrors;

impl HelperDef for HasErrors {
    fn call_inner<'reg: 'rc, 'rc>(
        &self,
        helper: &Helper<'rc>,
        _: &'reg Handlebars<'reg>,
        _: &'rc Context,
        _: &mut RenderContext<'reg, 'rc>,
    ) -> Result<ScopedJson<'rc>, RenderError> {
        Ok(ScopedJson::Derived(Value::Bool(has_errors(&given(helper))?)))
    }
}
