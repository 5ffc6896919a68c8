//! From the syntax tree of Handlebars to what is evaluated.

use std::collections::HashMap;

use handlebars::template::{BlockParam, DecoratorTemplate, HelperTemplate, Parameter, TemplateElement};
use handlebars::{Path as ParsedPath, PathSeg, Template};
use serde_json::Value;

use super::{Block, Body, Call, Escape, Expression, Helper, Include, Local, Path, Start, Step, What};

/// How Handlebars calls what stands between the tags of a partial.
const BETWEEN: &str = "@partial-block";

/// Makes what is evaluated of `template`.
pub(crate) fn compile(template: &Template) -> Body {
    let steps = template.elements.iter().enumerate().filter_map(|(index, element)| {
        let place = template.mapping.get(index).map(|mapping| (mapping.0, mapping.1));
        Some(Step { place, what: what(element)? })
    });
    Body { name: template.name.clone(), steps: steps.collect() }
}

fn what(element: &TemplateElement) -> Option<What> {
    Some(match element {
        TemplateElement::RawString(text) => What::Text(text.clone()),
        TemplateElement::Expression(call) => printed(call, Escape::Yes),
        TemplateElement::HtmlExpression(call) => printed(call, Escape::No),
        TemplateElement::HelperBlock(block) => What::Block(Box::new(Block {
            call: called(block),
            body: block.template.as_ref().map(compile),
            inverse: block.inverse.as_ref().map(compile),
            names: block.block_param.as_ref().and_then(names),
        })),
        TemplateElement::PartialExpression(partial) | TemplateElement::PartialBlock(partial) => {
            included(partial)
        }
        TemplateElement::DecoratorExpression(decorator) | TemplateElement::DecoratorBlock(decorator) => {
            decorated(decorator)
        }
        // A comment.
        _ => return None,
    })
}

/// A name alone is a value, unless a helper has it.
fn printed(call: &HelperTemplate, escape: Escape) -> What {
    let is_name_only = call.params.is_empty() && call.hash.is_empty();
    let is_helper = call.name.as_name().is_some_and(|name| Helper::known(name).is_some());
    if is_name_only && !is_helper {
        What::Print { value: expression(&call.name), escape }
    } else {
        What::Call { call: called(call), escape }
    }
}

fn called(call: &HelperTemplate) -> Call {
    let name = call.name.as_name().unwrap_or_default();
    Call {
        helper: Helper::known(name).unwrap_or_else(|| Helper::Unknown(name.to_owned())),
        arguments: call.params.iter().map(expression).collect(),
        named: named(&call.hash),
    }
}

fn named(parameters: &HashMap<String, Parameter>) -> Vec<(String, Expression)> {
    let mut named: Vec<_> =
        parameters.iter().map(|(name, value)| (name.clone(), expression(value))).collect();
    named.sort_by(|(one, _), (other, _)| one.cmp(other));
    named
}

fn names(names: &BlockParam) -> Option<(String, Option<String>)> {
    let name = |parameter: &Parameter| parameter.as_name().map(str::to_owned);
    match names {
        BlockParam::Single(value) => Some((name(value)?, None)),
        BlockParam::Pair((value, key)) => Some((name(value)?, name(key))),
        _ => None,
    }
}

fn included(partial: &DecoratorTemplate) -> What {
    let between = partial.template.as_ref().map(compile);
    if partial.name.as_name() == Some(BETWEEN) {
        return What::Between(between);
    }
    What::Include(Box::new(Include {
        name: partial
            .name
            .as_name()
            .map_or_else(|| expression(&partial.name), |name| Expression::Literal(name.into())),
        context: partial.params.first().map(expression),
        parameters: named(&partial.hash),
        between,
    }))
}

fn decorated(decorator: &DecoratorTemplate) -> What {
    match decorator.name.as_name().unwrap_or_default() {
        "inline" => What::Inline {
            name: decorator.params.first().map(expression),
            body: decorator.template.as_ref().map(compile),
        },
        other => What::UnknownDecorator(other.to_owned()),
    }
}

fn expression(parameter: &Parameter) -> Expression {
    match parameter {
        Parameter::Literal(value) => Expression::Literal(value.clone()),
        Parameter::Path(parsed) => Expression::Path(path(parsed)),
        Parameter::Subexpression(inner) => match inner.as_element() {
            TemplateElement::Expression(call) => Expression::Call(Box::new(called(call))),
            _ => Expression::Literal(Value::Null),
        },
        // Handlebars' parser writes names of helpers so, and nothing else.
        Parameter::Name(name) => {
            Expression::Path(Path { written: name.clone(), start: Start::Local(0, None), fields: Vec::new() })
        }
        _ => Expression::Literal(Value::Null),
    }
}

fn path(parsed: &ParsedPath) -> Path {
    match parsed {
        ParsedPath::Local((level, name, written)) => {
            let start = Start::Local(*level, local(name));
            Path { written: written.clone(), start, fields: Vec::new() }
        }
        ParsedPath::Relative((segments, written)) => Path {
            written: written.clone(),
            start: start(segments),
            fields: segments.iter().filter_map(field).collect(),
        },
    }
}

fn local(name: &str) -> Option<Local> {
    match name {
        "first" => Some(Local::First),
        "last" => Some(Local::Last),
        "index" => Some(Local::Index),
        "key" => Some(Local::Key),
        _ => None,
    }
}

fn field(segment: &PathSeg) -> Option<String> {
    match segment {
        PathSeg::Named(name) => Some(name.clone()),
        _ => None,
    }
}

fn start(segments: &[PathSeg]) -> Start {
    let marks = segments.iter().take_while(|segment| field(segment).is_none());
    let mut up = 0;
    for mark in marks {
        if Some(mark) == sign("@root/a").as_ref() {
            return Start::Root;
        }
        if Some(mark) == sign("../a").as_ref() {
            up += 1;
        }
    }
    Start::Up(up)
}

/// The mark that a path begins with. Handlebars does not name them where others can.
fn sign(written: &str) -> Option<PathSeg> {
    match ParsedPath::parse(written).ok()? {
        ParsedPath::Relative((segments, _)) => segments.into_iter().next(),
        ParsedPath::Local(_) => None,
    }
}
