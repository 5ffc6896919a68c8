//! Helpers with something between their tags: conditions and loops.

use handlebars::{JsonTruthy, RenderError, RenderErrorReason};
use serde_json::{Map, Value};

use super::Evaluation;
use super::arguments::{Argument, Arguments};
use super::scopes::{Found, Locals, Scope, Turn};
use crate::program::{Block, Body, Escape, Helper};

impl<'a> Evaluation<'a> {
    pub(super) fn block(&mut self, block: &'a Block, out: &mut String) -> Result<(), RenderError> {
        let arguments = self.arguments(&block.call)?;
        let holds = match block.call.helper {
            Helper::If => condition(&arguments)?,
            Helper::Unless => !condition(&arguments)?,
            Helper::Raw => return self.perhaps(block.body.as_ref(), out),
            Helper::Each => return self.each(block, &arguments, out),
            Helper::With => return self.with(block, &arguments, out),
            Helper::Compare(_) | Helper::And | Helper::Or | Helper::Not => {
                self.answer(&block.call, &arguments)?.json().as_bool().unwrap_or_default()
            }
            _ => return self.print_answer(&block.call, &arguments, Escape::Yes, out),
        };
        self.perhaps(if holds { block.body.as_ref() } else { block.inverse.as_ref() }, out)
    }

    fn perhaps(&mut self, body: Option<&'a Body>, out: &mut String) -> Result<(), RenderError> {
        body.map_or(Ok(()), |body| self.body(body, out))
    }

    fn each(
        &mut self,
        block: &'a Block,
        arguments: &Arguments<'a>,
        out: &mut String,
    ) -> Result<(), RenderError> {
        let over = arguments.get(0).ok_or(Helper::wants("each", 0))?;
        let Some(body) = &block.body else { return Ok(()) };
        match over.found {
            Found::Lasting(Value::Array(items)) if !items.is_empty() || block.inverse.is_none() => {
                self.turns(block, body, items.iter().map(|item| (None, item)), out)
            }
            Found::Lasting(Value::Object(fields)) if !fields.is_empty() || block.inverse.is_none() => {
                self.turns(block, body, keyed(fields), out)
            }
            _ => self.instead(block, over, out),
        }
    }

    fn turns(
        &mut self,
        block: &'a Block,
        body: &'a Body,
        items: impl ExactSizeIterator<Item = (Option<&'a str>, &'a Value)>,
        out: &mut String,
    ) -> Result<(), RenderError> {
        let count = items.len();
        self.scopes.open(Scope::of(Found::Missing));
        for (index, (key, item)) in items.enumerate() {
            let scope = self.scopes.innermost();
            scope.base = Found::Lasting(item);
            scope.locals = Locals { turn: Some(Turn { index, is_last: index + 1 == count }), key };
            if let Some((value_name, key_name)) = &block.names {
                let key = || Found::Made(key.map_or_else(|| Value::from(index), Value::from));
                scope.names = vec![(value_name.as_str(), Found::Lasting(item))];
                scope.names.extend(key_name.iter().map(|name| (name.as_str(), key())));
            }
            self.body(body, out)?;
        }
        self.scopes.close();
        Ok(())
    }

    fn with(
        &mut self,
        block: &'a Block,
        arguments: &Arguments<'a>,
        out: &mut String,
    ) -> Result<(), RenderError> {
        let of = arguments.get(0).ok_or(Helper::wants("with", 0))?;
        if !of.found.json().is_truthy(false) {
            return self.instead(block, of, out);
        }
        let mut scope = Scope::of(of.found.clone());
        scope.locals = self.scopes.current().locals;
        if let Some((name, None)) = &block.names {
            scope.names.push((name.as_str(), of.found.clone()));
        }
        self.scopes.open(scope);
        self.perhaps(block.body.as_ref(), out)?;
        self.scopes.close();
        Ok(())
    }

    /// What stands after `{{else}}`; without it, the loop or the block is over nothing.
    fn instead(
        &mut self,
        block: &'a Block,
        nothing: &Argument<'a>,
        out: &mut String,
    ) -> Result<(), RenderError> {
        match &block.inverse {
            Some(inverse) => self.body(inverse, out),
            None => Err(nothing.missing()),
        }
    }
}

fn keyed(fields: &Map<String, Value>) -> impl ExactSizeIterator<Item = (Option<&str>, &Value)> {
    fields.iter().map(|(key, value)| (Some(key.as_str()), value))
}

/// What `if` and `unless` ask.
pub(super) fn condition(arguments: &Arguments<'_>) -> Result<bool, RenderErrorReason> {
    let asked = arguments.get(0).ok_or(Helper::wants("if", 0))?;
    let zero = arguments.named("includeZero").and_then(|zero| zero.found.json().as_bool());
    Ok(asked.found.json().is_truthy(zero.unwrap_or_default()))
}
