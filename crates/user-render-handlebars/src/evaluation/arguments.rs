//! What a helper is called with.

use handlebars::RenderError;

use super::scopes::Found;

/// The arguments of a call, each looked up.
#[derive(Debug, Default)]
pub(crate) struct Arguments<'a> {
    pub(crate) listed: Vec<Argument<'a>>,
    /// In order of their names.
    pub(crate) named: Vec<(&'a str, Argument<'a>)>,
}

/// One argument.
#[derive(Debug)]
pub(crate) struct Argument<'a> {
    pub(crate) found: Found<'a>,
    /// How the template writes it, where it is a name.
    pub(crate) written: Option<&'a String>,
}

impl<'a> Arguments<'a> {
    pub(crate) fn get(&self, index: usize) -> Option<&Argument<'a>> {
        self.listed.get(index)
    }

    /// The argument at `index`, if it is there and not missing.
    pub(crate) fn present(&self, index: usize) -> Option<&Argument<'a>> {
        self.get(index).filter(|argument| !argument.found.is_missing())
    }

    pub(crate) fn named(&self, name: &str) -> Option<&Argument<'a>> {
        self.named.iter().find(|(known, _)| *known == name).map(|(_, argument)| argument)
    }
}

impl Argument<'_> {
    /// That a name stands for nothing.
    pub(crate) fn missing(&self) -> RenderError {
        RenderError::strict_error(self.written)
    }
}
