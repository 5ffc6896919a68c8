//! A template as it is evaluated: what Handlebars' parser read, with every name looked up once.
//!
//! Handlebars is the language and the parser. Its renderer copies each value that it reads, and the path to it, which
//! is most of what a page costs; so [`evaluation`](crate::evaluation) goes over this tree instead, and copies nothing.

mod compile;

use handlebars::RenderErrorReason;
use serde_json::Value;

pub(crate) use compile::compile;

/// A template, or what stands between two tags of one.
#[derive(Debug)]
pub(crate) struct Body {
    /// The name of the template; none for a part of one.
    pub(crate) name: Option<String>,
    pub(crate) steps: Vec<Step>,
}

/// One element of a template.
#[derive(Debug)]
pub(crate) struct Step {
    /// Its line and column, counted from 1, where they are known.
    pub(crate) place: Option<(usize, usize)>,
    pub(crate) what: What,
}

/// What an element does.
#[derive(Debug)]
pub(crate) enum What {
    /// Text as it is.
    Text(String),
    /// `{{path}}`
    Print { value: Expression, escape: Escape },
    /// `{{helper argument name=value}}`
    Call { call: Call, escape: Escape },
    /// `{{#helper argument as |name|}} … {{else}} … {{/helper}}`
    Block(Box<Block>),
    /// `{{> name}}` and `{{#> name}} … {{/name}}`
    Include(Box<Include>),
    /// `{{> @partial-block}}`, and what stands there where there is none.
    Between(Option<Body>),
    /// `{{#*inline "name"}} … {{/inline}}`
    Inline { name: Option<Expression>, body: Option<Body> },
    /// A decorator of another name.
    UnknownDecorator(String),
}

/// Whether what is printed is escaped: not in `{{{ }}}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Escape {
    Yes,
    No,
}

#[derive(Debug)]
pub(crate) struct Block {
    pub(crate) call: Call,
    pub(crate) body: Option<Body>,
    pub(crate) inverse: Option<Body>,
    /// The names after `as`: of the value, and of its key.
    pub(crate) names: Option<(String, Option<String>)>,
}

#[derive(Debug)]
pub(crate) struct Include {
    pub(crate) name: Expression,
    pub(crate) context: Option<Expression>,
    pub(crate) parameters: Vec<(String, Expression)>,
    pub(crate) between: Option<Body>,
}

/// A helper with its arguments.
#[derive(Debug)]
pub(crate) struct Call {
    pub(crate) helper: Helper,
    pub(crate) arguments: Vec<Expression>,
    /// In order of their names.
    pub(crate) named: Vec<(String, Expression)>,
}

/// What stands for a value.
#[derive(Debug)]
pub(crate) enum Expression {
    Literal(Value),
    Path(Path),
    Call(Box<Call>),
}

impl Expression {
    /// How the template writes it, for errors; nothing for what has no name.
    pub(crate) const fn written(&self) -> Option<&String> {
        match self {
            Self::Path(path) => Some(&path.written),
            Self::Literal(_) | Self::Call(_) => None,
        }
    }
}

/// A path into the data.
#[derive(Debug)]
pub(crate) struct Path {
    pub(crate) written: String,
    pub(crate) start: Start,
    pub(crate) fields: Vec<String>,
}

/// Where a path begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Start {
    /// `@root`
    Root,
    /// So many `../` away.
    Up(usize),
    /// `@index` and the like, so many `../` away; a name that there is not is none.
    Local(usize, Option<Local>),
}

/// What a loop tells of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Local {
    First,
    Last,
    Index,
    Key,
}

/// The helpers that a template can call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Helper {
    If,
    Unless,
    Each,
    With,
    Lookup,
    Raw,
    Log,
    Compare(Comparison),
    And,
    Or,
    Not,
    Len,
    Translate,
    TranslateIsolated,
    Browser,
    HasErrors,
    /// None of them.
    Unknown(String),
}

/// A comparison of two values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Comparison {
    Eq,
    Ne,
    Gt,
    Gte,
    Lt,
    Lte,
}

impl Comparison {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Eq => "eq",
            Self::Ne => "ne",
            Self::Gt => "gt",
            Self::Gte => "gte",
            Self::Lt => "lt",
            Self::Lte => "lte",
        }
    }
}

impl Helper {
    /// The helper of this name.
    fn known(name: &str) -> Option<Self> {
        Some(match name {
            "if" => Self::If,
            "unless" => Self::Unless,
            "each" => Self::Each,
            "with" => Self::With,
            "lookup" => Self::Lookup,
            "raw" => Self::Raw,
            "log" => Self::Log,
            "eq" => Self::Compare(Comparison::Eq),
            "ne" => Self::Compare(Comparison::Ne),
            "gt" => Self::Compare(Comparison::Gt),
            "gte" => Self::Compare(Comparison::Gte),
            "lt" => Self::Compare(Comparison::Lt),
            "lte" => Self::Compare(Comparison::Lte),
            "and" => Self::And,
            "or" => Self::Or,
            "not" => Self::Not,
            "len" => Self::Len,
            "t" => Self::Translate,
            "t-bdi" => Self::TranslateIsolated,
            "browser" => Self::Browser,
            "has-errors" => Self::HasErrors,
            _ => return None,
        })
    }

    /// The refusal of a call without the argument at `index`.
    pub(crate) const fn wants(name: &'static str, index: usize) -> RenderErrorReason {
        RenderErrorReason::ParamNotFoundForIndex(name, index)
    }
}
