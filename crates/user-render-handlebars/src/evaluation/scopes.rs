//! What names mean at a place in a template.

use handlebars::{RenderError, RenderErrorReason};
use serde_json::Value;

use crate::program::{Body, Local, Path, Start};

static NULL: Value = Value::Null;

/// A value that was asked for.
#[derive(Clone, Debug)]
pub(crate) enum Found<'a> {
    /// A part of the data or of the template.
    Lasting(&'a Value),
    /// What a helper made: text, a number, true or false.
    Made(Value),
    /// There is none of that name, which is an error where it is printed.
    Missing,
}

impl<'a> Found<'a> {
    pub(crate) const fn json(&self) -> &Value {
        match self {
            Self::Lasting(value) => value,
            Self::Made(value) => value,
            Self::Missing => &NULL,
        }
    }

    pub(crate) const fn is_missing(&self) -> bool {
        matches!(self, Self::Missing)
    }

    pub(crate) fn or_null(self) -> Self {
        if self.is_missing() { Self::Lasting(&NULL) } else { self }
    }

    /// The value at the end of `fields` in it.
    fn at(&self, fields: &[String]) -> Result<Found<'a>, RenderError> {
        match self {
            Self::Lasting(value) => {
                let mut value = Some(*value);
                for field in fields {
                    value = value.map_or(Ok(None), |value| inside(value, field))?;
                }
                Ok(value.map_or(Self::Missing, Self::Lasting))
            }
            Self::Made(_) if fields.is_empty() => Ok(self.clone()),
            Self::Made(_) | Self::Missing => Ok(Self::Missing),
        }
    }
}

fn inside<'a>(value: &'a Value, field: &str) -> Result<Option<&'a Value>, RenderError> {
    match value {
        Value::Object(fields) => Ok(fields.get(field)),
        Value::Array(items) => match field.parse::<usize>() {
            Ok(index) => Ok(items.get(index)),
            Err(_) => Err(RenderErrorReason::InvalidJsonIndex(field.to_owned()).into()),
        },
        _ => Ok(None),
    }
}

/// What a loop tells of the turn that it is in.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Locals<'a> {
    pub(super) turn: Option<Turn>,
    pub(super) key: Option<&'a str>,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Turn {
    pub(super) index: usize,
    pub(super) is_last: bool,
}

impl Locals<'_> {
    fn get(&self, local: Local) -> Option<Value> {
        match local {
            Local::First => self.turn.map(|turn| Value::from(turn.index == 0)),
            Local::Last => self.turn.map(|turn| Value::from(turn.is_last)),
            Local::Index => self.turn.map(|turn| Value::from(turn.index)),
            Local::Key => self.key.map(Value::from),
        }
    }
}

/// What one block or partial adds to the names around it.
#[derive(Debug)]
pub(super) struct Scope<'a> {
    /// What names are fields of.
    pub(super) base: Found<'a>,
    pub(super) locals: Locals<'a>,
    /// Parameters, and the names after `as`. They come before all fields.
    pub(super) names: Vec<(&'a str, Found<'a>)>,
    /// Partials written inline.
    pub(super) inline: Vec<(String, &'a Body)>,
    pub(super) between: Between,
}

/// What stands between the tags of a partial.
#[derive(Debug)]
pub(super) enum Between {
    /// That of a partial around it: this is no partial, or what stands there is just being written down.
    Outer,
    /// Nothing.
    Nothing,
    /// This, written down.
    Written(String),
}

impl<'a> Scope<'a> {
    pub(super) const fn of(base: Found<'a>) -> Self {
        let (turn, key) = (None, None);
        Self {
            base,
            locals: Locals { turn, key },
            names: Vec::new(),
            inline: Vec::new(),
            between: Between::Outer,
        }
    }
}

/// All scopes at a place in a template, of which there is always one.
pub(super) struct Scopes<'a> {
    data: &'a Value,
    outer: Vec<Scope<'a>>,
    current: Scope<'a>,
}

impl<'a> Scopes<'a> {
    pub(super) fn new(data: &'a Value) -> Self {
        Self { data, outer: Vec::with_capacity(8), current: Scope::of(Found::Lasting(data)) }
    }

    pub(super) fn open(&mut self, scope: Scope<'a>) {
        self.outer.push(std::mem::replace(&mut self.current, scope));
    }

    pub(super) fn close(&mut self) {
        if let Some(around) = self.outer.pop() {
            self.current = around;
        }
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.outer.len() + 1
    }

    pub(super) const fn current(&self) -> &Scope<'a> {
        &self.current
    }

    pub(super) const fn innermost(&mut self) -> &mut Scope<'a> {
        &mut self.current
    }

    /// From the inside out.
    fn all(&self) -> impl Iterator<Item = &Scope<'a>> {
        std::iter::once(&self.current).chain(self.outer.iter().rev())
    }

    /// The value at a path.
    pub(super) fn find(&self, path: &Path) -> Result<Found<'a>, RenderError> {
        match path.start {
            Start::Local(level, local) => {
                let value =
                    local.zip(self.all().nth(level)).and_then(|(local, scope)| scope.locals.get(local));
                Ok(value.map_or(Found::Missing, Found::Made))
            }
            Start::Root => Found::Lasting(self.data).at(&path.fields),
            Start::Up(level) => {
                let named =
                    path.fields.split_first().and_then(|(name, fields)| Some((self.named(name)?, fields)));
                match named {
                    Some((named, fields)) => named.at(fields),
                    None => self.all().nth(level).unwrap_or(&self.current).base.at(&path.fields),
                }
            }
        }
    }

    fn named(&self, name: &str) -> Option<&Found<'a>> {
        self.all().flat_map(|scope| &scope.names).find(|(known, _)| *known == name).map(|(_, found)| found)
    }

    /// The partial of this name that is written inline, the innermost.
    pub(super) fn inline(&self, name: &str) -> Option<&'a Body> {
        self.all().find_map(|scope| {
            scope.inline.iter().rev().find(|(known, _)| known == name).map(|(_, body)| *body)
        })
    }

    /// What stands between the tags of the partial that this is in.
    pub(super) fn between(&self) -> Option<&str> {
        self.all().find_map(|scope| match &scope.between {
            Between::Outer => None,
            Between::Nothing => Some(None),
            Between::Written(written) => Some(Some(written.as_str())),
        })?
    }
}
