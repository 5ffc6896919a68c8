//! Goes over a template and its data and writes down what comes of it, as Handlebars does in strict mode, and copies no
//! value on the way.

mod arguments;
mod blocks;
mod calls;
mod escaping;
mod scopes;

use std::collections::BTreeMap;

use handlebars::{JsonRender, RenderError, RenderErrorReason};
use serde_json::Value;

pub(crate) use arguments::Arguments;
pub(crate) use escaping::Kind;

use crate::program::{Body, Escape, Expression, Include, Step, What};
use crate::words::Words;
use scopes::{Between, Found, Scope, Scopes};

/// How many scopes may be open at once. A page of ours opens six.
const SCOPES_MAX: usize = 40;

/// What a template is evaluated with.
#[derive(Clone, Copy)]
pub(crate) struct Setting<'a> {
    /// Templates by name, which include one another.
    pub(crate) templates: &'a BTreeMap<String, Body>,
    pub(crate) kind: Kind,
    pub(crate) words: &'a Words,
}

/// Evaluates the template `name` with `data`, an object.
pub(crate) fn evaluate(setting: Setting<'_>, name: &str, data: &Value) -> Result<String, RenderError> {
    if !data.is_object() {
        return Err(RenderErrorReason::Other("a template is rendered with an object".to_owned()).into());
    }
    let body = setting.templates.get(name);
    let body = body.ok_or_else(|| RenderErrorReason::TemplateNotFound(name.to_owned()))?;
    let mut out = String::with_capacity(ROOM);
    Evaluation { setting, scopes: Scopes::new(data), current: None }.body(body, &mut out)?;
    Ok(out)
}

/// Enough for most pages.
const ROOM: usize = 8 * 1_024;

/// One template being evaluated.
struct Evaluation<'a> {
    setting: Setting<'a>,
    scopes: Scopes<'a>,
    /// The template whose own elements are evaluated; none in a part of one.
    current: Option<&'a str>,
}

impl<'a> Evaluation<'a> {
    fn body(&mut self, body: &'a Body, out: &mut String) -> Result<(), RenderError> {
        self.current = body.name.as_deref();
        body.steps.iter().try_for_each(|step| self.step(step, out).map_err(|error| placed(error, step, body)))
    }

    fn step(&mut self, step: &'a Step, out: &mut String) -> Result<(), RenderError> {
        match &step.what {
            What::Text(text) => {
                out.push_str(text);
                Ok(())
            }
            What::Print { value, escape } => match self.value(value)? {
                Found::Missing => Err(RenderError::strict_error(value.written())),
                found => {
                    self.print(found.json(), *escape, out);
                    Ok(())
                }
            },
            What::Call { call, escape } => self.print_call(call, *escape, out),
            What::Block(block) => self.block(block, out),
            What::Include(include) => self.include(include, out),
            What::Between(instead) => self.between(instead.as_ref(), out),
            What::Inline { name, body } => self.inline(name.as_ref(), body.as_ref()),
            What::UnknownDecorator(name) => Err(RenderErrorReason::DecoratorNotFound(name.clone()).into()),
        }
    }

    fn print(&self, value: &Value, escape: Escape, out: &mut String) {
        match (value, escape) {
            (Value::Null, _) => {}
            (Value::String(text), Escape::Yes) => self.setting.kind.escape(text, out),
            (Value::String(text), Escape::No) => out.push_str(text),
            (value, Escape::Yes) => self.setting.kind.escape(&value.render(), out),
            (value, Escape::No) => out.push_str(&value.render()),
        }
    }

    fn value(&self, expression: &'a Expression) -> Result<Found<'a>, RenderError> {
        match expression {
            Expression::Literal(value) => Ok(Found::Lasting(value)),
            Expression::Path(path) => self.scopes.find(path),
            Expression::Call(call) => self.call(call),
        }
    }

    fn include(&mut self, include: &'a Include, out: &mut String) -> Result<(), RenderError> {
        let name = self.value(&include.name)?;
        let name =
            name.json().as_str().map_or_else(|| name.json().render().into(), std::borrow::Cow::Borrowed);
        let scope = self.included(include)?;
        self.refuse_endless(&name)?;
        let found = self.scopes.inline(&name).or_else(|| self.setting.templates.get(name.as_ref()));
        let template = found.or(include.between.as_ref());
        let template = template.ok_or_else(|| RenderErrorReason::PartialNotFound(name.into_owned()))?;
        let around = self.current;
        self.scopes.open(scope);
        // Where there is no such partial, what stands between the tags stands for it, and not for a part of it.
        let between = include.between.as_ref().filter(|_| found.is_some());
        self.scopes.innermost().between = match between {
            Some(between) => Between::Written(self.written(between)?),
            None => Between::Nothing,
        };
        self.body(template, out)?;
        self.scopes.close();
        self.current = around;
        Ok(())
    }

    fn written(&mut self, body: &'a Body) -> Result<String, RenderError> {
        let mut written = String::with_capacity(ROOM / 4);
        self.body(body, &mut written)?;
        Ok(written)
    }

    /// The scope of a partial: the data around it, or the context that it is given, with the parameters.
    fn included(&self, include: &'a Include) -> Result<Scope<'a>, RenderError> {
        let around = self.scopes.current();
        let base = match &include.context {
            Some(context) => self.value(context)?.or_null(),
            None => around.base.clone(),
        };
        // With parameters a list is no list any more, as in Handlebars, which adds them to its fields.
        let is_list = base.json().is_array() && !include.parameters.is_empty();
        let base = if is_list { Found::Missing.or_null() } else { base };
        let mut scope = Scope { locals: around.locals, ..Scope::of(base) };
        for (name, value) in &include.parameters {
            scope.names.push((name.as_str(), self.value(value)?.or_null()));
        }
        Ok(scope)
    }

    fn refuse_endless(&self, name: &str) -> Result<(), RenderError> {
        if self.current == Some(name) {
            return Err(RenderErrorReason::CannotIncludeSelf.into());
        }
        if self.scopes.len() > SCOPES_MAX {
            let what = format!("partials include one another without end, `{name}` among them");
            return Err(RenderErrorReason::Other(what).into());
        }
        Ok(())
    }

    /// What stands between the tags of the partial that this is in.
    fn between(&mut self, instead: Option<&'a Body>, out: &mut String) -> Result<(), RenderError> {
        if let Some(written) = self.scopes.between() {
            out.push_str(written);
            return Ok(());
        }
        let instead = instead.ok_or(RenderErrorReason::PartialBlockNotFound)?;
        let around = self.current;
        self.body(instead, out)?;
        self.current = around;
        Ok(())
    }

    fn inline(&mut self, name: Option<&'a Expression>, body: Option<&'a Body>) -> Result<(), RenderError> {
        let name = name.ok_or(RenderErrorReason::ParamNotFoundForIndex("inline", 0))?;
        let name = self.value(name)?;
        let name = name.json().as_str().ok_or(RenderErrorReason::InvalidParamType("String"))?;
        let body = body.ok_or(RenderErrorReason::BlockContentRequired)?;
        self.scopes.innermost().inline.push((name.to_owned(), body));
        Ok(())
    }
}

/// The error with the line of the innermost element and the name of the innermost template that it came out of.
fn placed(mut error: RenderError, step: &Step, body: &Body) -> RenderError {
    if let (None, Some((line, column))) = (error.line_no, step.place) {
        (error.line_no, error.column_no) = (Some(line), Some(column));
    }
    if error.template_name.is_none() {
        error.template_name.clone_from(&body.name);
    }
    error
}

#[cfg(test)]
mod tests;
