//! Partials that copy nothing.
//!
//! Handlebars gives each partial a copy of all data (`partial.rs` of version 6), and from then on copies every value that is
//! read, again and again: 25 copies for a page to sign in, two thirds of its time. So when a template is added, its calls of
//! partials become calls of the two helpers here, which keep the path of the data and hand on parameters as Handlebars does,
//! as block parameters.
//!
//! Templates look the same and mean the same, but for one thing: a parameter is found by its name alone (`title`), not as a
//! field of the data (`lookup this "title"`). All calls are replaced, also of partials with a context of their own: what
//! Handlebars itself remembers between the tags of a partial, the helpers cannot read.
//!
//! Partials that include one another without end are refused, where Handlebars would overflow the stack.

use std::borrow::Cow;
use std::collections::VecDeque;

use handlebars::template::{DecoratorTemplate, HelperTemplate, Parameter, TemplateElement};
use handlebars::{
    BlockContext, BlockParamHolder, Context, Handlebars, Helper, HelperDef, HelperResult, JsonRender,
    JsonValue, Output, RenderContext, RenderError, RenderErrorReason, Renderable, StringOutput, Template,
};

/// The names of the helpers. No template can write them.
const INCLUDE: &str = "> include";
const BLOCK: &str = "> block";

/// How Handlebars calls what stands between the tags of a partial.
const PARTIAL_BLOCK: &str = "@partial-block";
/// The block parameter in which a partial finds that, rendered.
const RENDERED: &str = "partial-block-rendered";
/// How many blocks may be open at once. A page of ours opens six.
const BLOCKS_MAX: usize = 40;

/// Adds the helpers.
pub(crate) fn register(registry: &mut Handlebars<'static>) {
    registry.register_helper(INCLUDE, Box::new(Include));
    registry.register_helper(BLOCK, Box::new(Block));
}

/// Replaces the calls of partials in `template`.
pub(crate) fn rewrite(template: &mut Template) {
    for element in &mut template.elements {
        match element {
            TemplateElement::HelperBlock(block)
            | TemplateElement::Expression(block)
            | TemplateElement::HtmlExpression(block) => {
                block.template.iter_mut().chain(&mut block.inverse).for_each(rewrite);
            }
            TemplateElement::DecoratorBlock(block) => block.template.iter_mut().for_each(rewrite),
            TemplateElement::PartialBlock(partial) | TemplateElement::PartialExpression(partial) => {
                partial.template.iter_mut().for_each(rewrite);
                if let Some(call) = call_of(partial) {
                    *element = TemplateElement::HelperBlock(Box::new(call));
                }
            }
            _ => {}
        }
    }
}

/// The call of a helper that stands for `partial`: with its name, and its context if it has one.
fn call_of(partial: &DecoratorTemplate) -> Option<HelperTemplate> {
    let name = match partial.name.as_name() {
        Some(name) => Parameter::Literal(JsonValue::from(name)),
        None => partial.name.clone(),
    };
    let is_block = partial.name.as_name() == Some(PARTIAL_BLOCK);
    let mut call = bare_call()?;
    call.name = Parameter::Name(if is_block { BLOCK } else { INCLUDE }.to_owned());
    call.params = std::iter::once(name).chain(partial.params.iter().cloned()).collect();
    call.hash.clone_from(&partial.hash);
    call.template.clone_from(&partial.template);
    Some(call)
}

/// A call of a helper to fill in: the types of Handlebars are read and changed by others, and made by its parser alone.
fn bare_call() -> Option<HelperTemplate> {
    let parsed = Template::compile("{{#call}}{{/call}}").ok()?;
    parsed.elements.into_iter().find_map(|element| match element {
        TemplateElement::HelperBlock(call) => Some(*call),
        _ => None,
    })
}

/// `{{> name key=value}}` and `{{#> name key=value}} … {{/name}}`.
struct Include;

impl HelperDef for Include {
    fn call<'reg: 'rc, 'rc>(
        &self,
        helper: &Helper<'rc>,
        registry: &'reg Handlebars<'reg>,
        data: &'rc Context,
        rendering: &mut RenderContext<'reg, 'rc>,
        out: &mut dyn Output,
    ) -> HelperResult {
        let name = match helper.param(0).map(handlebars::PathAndJson::value) {
            Some(JsonValue::String(name)) => Cow::Borrowed(name.as_str()),
            computed => Cow::Owned(computed.map(JsonRender::render).unwrap_or_default()),
        };
        refuse_endless(&name, rendering)?;
        let found = rendering.get_partial(&name).or_else(|| registry.get_template(&name));
        let template = found.or_else(|| helper.template());
        let template = template.ok_or_else(|| RenderErrorReason::PartialNotFound(name.into_owned()))?;
        let around = rendering.get_current_template_name();
        rendering.push_block(inner(helper, rendering));
        // Where there is no such partial, what stands between the tags stands for it, and not for a part of it.
        let between = helper.template().filter(|_| found.is_some());
        let included = between_tags(between, registry, data, rendering).and_then(|between| {
            if let Some(block) = rendering.block_mut() {
                block.set_block_param(RENDERED, BlockParamHolder::value(between));
            }
            template.render(registry, data, rendering, out)
        });
        rendering.pop_block();
        rendering.set_current_template_name(around);
        included
    }
}

fn refuse_endless(name: &str, rendering: &mut RenderContext<'_, '_>) -> HelperResult {
    if rendering.is_current_template(name) {
        return Err(RenderErrorReason::CannotIncludeSelf.into());
    }
    let open = rendering.replace_blocks(VecDeque::new());
    let too_many = open.len() > BLOCKS_MAX;
    rendering.replace_blocks(open);
    if too_many {
        let what = format!("partials include one another without end, `{name}` among them");
        return Err(RenderErrorReason::Other(what).into());
    }
    Ok(())
}

/// The block in which a partial is rendered: the data of the one around or the context that it is given, with the
/// parameters.
fn inner<'rc>(helper: &Helper<'rc>, rendering: &RenderContext<'_, 'rc>) -> BlockContext<'rc> {
    let mut block = BlockContext::new();
    if let Some(around) = rendering.block() {
        block.local_variables_mut().clone_from(around.local_variables());
    }
    let (path, value) = match (helper.param(1), rendering.block()) {
        (Some(context), _) => (context.context_path(), Some(context.value())),
        (None, Some(around)) => (Some(around.base_path()), around.base_value()),
        (None, None) => (None, None),
    };
    let own_context = helper.param(1).is_some();
    match (path, value) {
        (Some(path), _) if own_context => block.base_path_mut().clone_from(path),
        // Data that stands nowhere in the whole, such as what a helper made.
        (_, Some(value)) => block.set_base_value(value.clone()),
        (Some(path), None) => block.base_path_mut().clone_from(path),
        (None, None) => {}
    }
    for (name, value) in helper.hash() {
        block.set_block_param(name, BlockParamHolder::value(value.value().clone()));
    }
    block
}

fn between_tags<'reg: 'rc, 'rc>(
    between: Option<&'rc Template>,
    registry: &'reg Handlebars<'reg>,
    data: &'rc Context,
    rendering: &mut RenderContext<'reg, 'rc>,
) -> Result<JsonValue, RenderError> {
    let Some(between) = between else { return Ok(JsonValue::Null) };
    let mut rendered = StringOutput::new();
    between.render(registry, data, rendering, &mut rendered)?;
    Ok(JsonValue::String(rendered.into_string()?))
}

/// `{{> @partial-block}}`: what stands between the tags of the partial that it is in.
struct Block;

impl HelperDef for Block {
    fn call<'reg: 'rc, 'rc>(
        &self,
        helper: &Helper<'rc>,
        registry: &'reg Handlebars<'reg>,
        data: &'rc Context,
        rendering: &mut RenderContext<'reg, 'rc>,
        out: &mut dyn Output,
    ) -> HelperResult {
        let rendered = rendering.evaluate(data, RENDERED)?;
        if let Some(rendered) = rendered.as_json().as_str() {
            out.write(rendered)?;
            return Ok(());
        }
        let instead = helper.template().ok_or(RenderErrorReason::PartialBlockNotFound)?;
        let around = rendering.get_current_template_name();
        let done = instead.render(registry, data, rendering, out);
        rendering.set_current_template_name(around);
        done
    }
}

#[cfg(test)]
mod tests;
