//! Helpers that have an answer.

use std::cmp::Ordering;

use handlebars::{JsonTruthy, RenderError, RenderErrorReason};
use serde_json::{Number, Value};

use super::arguments::{Argument, Arguments};
use super::blocks::condition;
use super::scopes::Found;
use super::{Evaluation, Kind};
use crate::helpers;
use crate::program::{Call, Comparison, Escape, Expression, Helper};
use crate::words::Isolate;

impl<'a> Evaluation<'a> {
    pub(super) fn arguments(&self, call: &'a Call) -> Result<Arguments<'a>, RenderError> {
        let argument = |expression: &'a Expression| {
            Ok::<_, RenderError>(Argument { found: self.value(expression)?, written: expression.written() })
        };
        Ok(Arguments {
            listed: call.arguments.iter().map(argument).collect::<Result<_, _>>()?,
            named: call
                .named
                .iter()
                .map(|(name, value)| Ok::<_, RenderError>((name.as_str(), argument(value)?)))
                .collect::<Result<_, _>>()?,
        })
    }

    /// `(helper …)`
    pub(super) fn call(&self, call: &'a Call) -> Result<Found<'a>, RenderError> {
        let arguments = self.arguments(call)?;
        self.answer(call, &arguments)
    }

    /// `{{helper …}}`
    pub(super) fn print_call(
        &self,
        call: &'a Call,
        escape: Escape,
        out: &mut String,
    ) -> Result<(), RenderError> {
        let arguments = self.arguments(call)?;
        self.print_answer(call, &arguments, escape, out)
    }

    pub(super) fn print_answer(
        &self,
        call: &'a Call,
        arguments: &Arguments<'a>,
        escape: Escape,
        out: &mut String,
    ) -> Result<(), RenderError> {
        let (words, kind) = (self.setting.words, self.setting.kind);
        match call.helper {
            Helper::TranslateIsolated if kind == Kind::Html => {
                let said = helpers::in_words(words, arguments, Isolate::Yes)?;
                helpers::isolated(&said, out);
                Ok(())
            }
            // Words are escaped wherever they are printed.
            Helper::Translate | Helper::TranslateIsolated => {
                kind.escape(&helpers::in_words(words, arguments, Isolate::No)?, out);
                Ok(())
            }
            _ => {
                self.print(self.answer(call, arguments)?.json(), escape, out);
                Ok(())
            }
        }
    }

    pub(super) fn answer(&self, call: &'a Call, arguments: &Arguments<'a>) -> Result<Found<'a>, RenderError> {
        let words = self.setting.words;
        let truthy = |argument: &Argument<'_>| argument.found.json().is_truthy(false);
        let value = match &call.helper {
            Helper::Lookup => return lookup(arguments),
            Helper::Compare(comparison) => Value::from(compare(*comparison, arguments)?),
            Helper::And => Value::from(arguments.listed.iter().all(truthy)),
            Helper::Or => Value::from(arguments.listed.iter().any(truthy)),
            Helper::Not => Value::from(!truthy(arguments.present(0).ok_or(Helper::wants("not", 0))?)),
            Helper::Len => Value::from(length(arguments)?),
            Helper::Translate | Helper::TranslateIsolated => {
                Value::from(helpers::in_words(words, arguments, Isolate::No)?)
            }
            Helper::Browser => Value::from(helpers::browser(words, arguments)?),
            Helper::HasErrors if self.setting.kind == Kind::Html => {
                Value::from(helpers::has_errors(arguments)?)
            }
            Helper::HasErrors => {
                return Err(RenderErrorReason::HelperNotFound("has-errors".to_owned()).into());
            }
            Helper::Unknown(name) => return Err(RenderErrorReason::HelperNotFound(name.clone()).into()),
            // With nothing between their tags.
            Helper::If | Helper::Unless => condition(arguments).map(|_| Value::from(""))?,
            Helper::Each => arguments.get(0).ok_or(Helper::wants("each", 0)).map(|_| Value::from(""))?,
            Helper::With => {
                let of = arguments.get(0).ok_or(Helper::wants("with", 0))?;
                if truthy(of) { Value::from("") } else { return Err(of.missing()) }
            }
            Helper::Raw | Helper::Log => Value::from(""),
        };
        Ok(Found::Made(value))
    }
}

fn lookup<'a>(arguments: &Arguments<'a>) -> Result<Found<'a>, RenderError> {
    let within = arguments.get(0).ok_or(Helper::wants("lookup", 0))?;
    let key = arguments.get(1).ok_or(Helper::wants("lookup", 1))?.found.json();
    let found = match within.found {
        Found::Lasting(Value::Array(items)) => {
            key.as_u64().and_then(|index| items.get(usize::try_from(index).ok()?))
        }
        Found::Lasting(Value::Object(fields)) => key.as_str().and_then(|key| fields.get(key)),
        _ => None,
    };
    found.map(Found::Lasting).ok_or_else(|| RenderError::strict_error(None))
}

fn length(arguments: &Arguments<'_>) -> Result<usize, RenderErrorReason> {
    let of = arguments.present(0);
    let of = of.ok_or_else(|| RenderErrorReason::ParamNotFoundForName("len", "x".to_owned()))?;
    Ok(match of.found.json() {
        Value::Array(items) => items.len(),
        Value::Object(fields) => fields.len(),
        Value::String(text) => text.len(),
        _ => 0,
    })
}

fn compare(comparison: Comparison, arguments: &Arguments<'_>) -> Result<bool, RenderErrorReason> {
    let operand = |index| {
        let operand = arguments.present(index).ok_or(Helper::wants(comparison.name(), index));
        operand.map(|operand| operand.found.json())
    };
    let (one, other) = (operand(0)?, operand(1)?);
    Ok(match comparison {
        Comparison::Eq => one == other,
        Comparison::Ne => one != other,
        Comparison::Gt => order(one, other) == Some(Ordering::Greater),
        Comparison::Gte => order(one, other).is_some_and(Ordering::is_ge),
        Comparison::Lt => order(one, other) == Some(Ordering::Less),
        Comparison::Lte => order(one, other).is_some_and(Ordering::is_le),
    })
}

/// Numbers, and texts that are numbers, by their value; texts by their letters.
fn order(one: &Value, other: &Value) -> Option<Ordering> {
    match (one, other) {
        (Value::Number(one), Value::Number(other)) => order_of_numbers(one, other),
        (Value::String(one), Value::String(other)) => Some(one.cmp(other)),
        (Value::Bool(one), Value::Bool(other)) => Some(one.cmp(other)),
        (Value::Number(one), Value::String(other)) => order_of_numbers(one, &other.parse().ok()?),
        (Value::String(one), Value::Number(other)) => order_of_numbers(&one.parse().ok()?, other),
        _ => None,
    }
}

fn order_of_numbers(one: &Number, other: &Number) -> Option<Ordering> {
    match (one.as_i128(), other.as_i128()) {
        (Some(one), Some(other)) => Some(one.cmp(&other)),
        _ => one.as_f64()?.partial_cmp(&other.as_f64()?),
    }
}
