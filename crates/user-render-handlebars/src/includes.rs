//! Partials that copy nothing.
//!
//! Handlebars gives each partial a copy of all data (`partial.rs` of version 6), and from then on copies every value that is
//! read, again and again: 25 copies for a page to sign in, two thirds of its time. A partial without a context of its own
//! sees the same data as the template around it. So when a template is added, its calls of such partials become calls of the
//! two helpers here, which keep the path of the data and hand on parameters as Handlebars does, as block parameters.
//!
//! Templates look the same and mean the same, but for one thing: a parameter is found by its name alone (`title`), not as a
//! field of the data (`this.title`). Partials with a context of their own, and those whose names are computed, stay with
//! Handlebars.

use handlebars::template::{DecoratorTemplate, HelperTemplate, Parameter, TemplateElement};
use handlebars::{
    BlockContext, BlockParamHolder, Context, Handlebars, Helper, HelperDef, HelperResult, JsonValue, Output,
    RenderContext, RenderError, RenderErrorReason, Renderable, StringOutput, Template,
};

/// The names of the helpers. No template can write them.
const INCLUDE: &str = "> include";
const BLOCK: &str = "> block";

/// How Handlebars calls what stands between the tags of a partial.
const PARTIAL_BLOCK: &str = "@partial-block";
/// The block parameter in which a partial finds that, rendered.
const RENDERED: &str = "partial-block-rendered";

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

/// The call of a helper that stands for `partial`; `None` where Handlebars itself has to do it.
fn call_of(partial: &DecoratorTemplate) -> Option<HelperTemplate> {
    let name = partial.name.as_name().filter(|_| partial.params.is_empty())?;
    let is_block = name == PARTIAL_BLOCK;
    let mut call = bare_call()?;
    call.name = Parameter::Name(if is_block { BLOCK } else { INCLUDE }.to_owned());
    call.params = if is_block { Vec::new() } else { vec![Parameter::Literal(JsonValue::from(name))] };
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
        let name = helper.param(0).and_then(|name| name.value().as_str()).unwrap_or_default();
        if rendering.is_current_template(name) {
            return Err(RenderErrorReason::CannotIncludeSelf.into());
        }
        let found = rendering.get_partial(name).or_else(|| registry.get_template(name));
        let template = found.or_else(|| helper.template());
        let template = template.ok_or_else(|| RenderErrorReason::PartialNotFound(name.to_owned()))?;
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

/// The block in which a partial is rendered: the data of the one around, with the parameters.
fn inner<'rc>(helper: &Helper<'rc>, rendering: &RenderContext<'_, 'rc>) -> BlockContext<'rc> {
    let mut block = BlockContext::new();
    if let Some(around) = rendering.block() {
        block.base_path_mut().clone_from(around.base_path());
        // Data that stands nowhere in the whole, such as what a helper made.
        if let Some(value) = around.base_value() {
            block.set_base_value(value.clone());
        }
        block.local_variables_mut().clone_from(around.local_variables());
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
