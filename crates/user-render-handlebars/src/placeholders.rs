//! What a message asks for: arguments, and other entries.

use std::collections::BTreeSet;

use fluent_syntax::ast::{CallArguments, Expression, InlineExpression, Pattern, PatternElement};

/// The arguments and entries that a message mentions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Mentions {
    /// Names of arguments, without `$`.
    pub(crate) arguments: BTreeSet<String>,
    /// Other messages by id, and terms by id with the leading `-`.
    pub(crate) entries: BTreeSet<String>,
}

/// What `pattern` mentions, in all its variants.
pub(crate) fn mentions(pattern: &Pattern<&str>) -> Mentions {
    let mut found = Mentions::default();
    found.pattern(pattern);
    found
}

impl Mentions {
    fn pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                for variant in variants {
                    self.pattern(&variant.value);
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.arguments.insert(id.name.to_owned());
            }
            InlineExpression::MessageReference { id, .. } => {
                self.entries.insert(id.name.to_owned());
            }
            InlineExpression::TermReference { id, arguments, .. } => {
                self.entries.insert(format!("-{}", id.name));
                if let Some(given) = arguments {
                    self.given(given);
                }
            }
            InlineExpression::FunctionReference { arguments, .. } => self.given(arguments),
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        }
    }

    fn given(&mut self, arguments: &CallArguments<&str>) {
        let named = arguments.named.iter().map(|argument| &argument.value);
        for argument in arguments.positional.iter().chain(named) {
            self.inline(argument);
        }
    }
}
