//! What Handlebars makes by itself, and what is evaluated here, compared byte by byte.

mod any;
mod oracle;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use handlebars::RenderError;
use serde_json::{Value, json};
use user_core::domain::Locale;
use user_core::views::samples;

use super::{Kind, Setting, evaluate};
use crate::embedded::TEMPLATES;
use crate::program::compile;
use crate::renderer::HandlebarsRenderer;
use crate::templates::parser;
use crate::words::Words;
use oracle::oracle;

static ENGLISH: LazyLock<Words> = LazyLock::new(|| {
    let renderer = HandlebarsRenderer::builder().build().unwrap();
    renderer.tongues.nearest(&Locale::english()).words.clone()
});

fn ours(templates: &[(&str, &str)], data: &Value, kind: Kind) -> Result<String, RenderError> {
    let mut parser = parser();
    let mut compiled = BTreeMap::new();
    for (name, text) in templates {
        parser.register_template_string(name, text).unwrap();
        compiled.insert((*name).to_owned(), compile(parser.get_template(name).unwrap()));
    }
    evaluate(Setting { templates: &compiled, kind, words: &ENGLISH }, "page", data)
}

fn theirs(templates: &[(&str, &str)], data: &Value, kind: Kind) -> Result<String, RenderError> {
    let mut registry = oracle(kind, &ENGLISH);
    for (name, text) in templates {
        registry.register_template_string(name, text).unwrap();
    }
    registry.render("page", data)
}

/// What the template `page` comes to, with each: what is rendered, or the reason, file and place of what is wrong.
fn rendered(templates: &[(&str, &str)], data: &Value) -> [Result<String, String>; 2] {
    let told = |error: RenderError| {
        let (file, line, column) = (&error.template_name, error.line_no, error.column_no);
        assert!(line.is_some() == column.is_some());
        format!("{} in {file:?}, line {line:?}", error.reason())
    };
    [theirs, ours].map(|render| render(templates, data, Kind::Html).map_err(told))
}

#[track_caller]
fn assert_same(templates: &[(&str, &str)], expected: &str) {
    let data = json!({
        "name": "Ada", "title": "outer", "list": [{"name": "one"}, {"name": "two"}], "inner": {"name": "Eve"}, "none": null,
    });
    let [theirs, ours] = rendered(templates, &data);

    assert_eq!(ours, theirs);
    assert_eq!(ours.unwrap_or_else(|error| error), expected);
}

#[test]
fn a_partial_sees_the_data_around_it() {
    let part = ("part", "[{{name}} {{@root.title}}{{#if none}}!{{/if}}]");

    assert_same(&[("page", "{{> part}}"), part], "[Ada outer]");
    assert_same(&[("page", "{{#each list}}{{@index}}{{> part}}{{/each}}"), part], "0[one outer]1[two outer]");
    assert_same(&[("page", "{{#with inner}}{{> part}}{{/with}}"), part], "[Eve outer]");
    assert_same(
        &[("page", "{{> part inner}}{{> (lookup this \"title\")}}"), part, ("outer", "?")],
        "[Eve outer]?",
    );
    assert_same(
        &[
            ("page", "{{#each list}}{{> part}}{{/each}}"),
            ("part", "{{@index}}{{#each ../list}}{{name}}{{/each}};"),
        ],
        // A partial is a step of its own on the way out: `../` leads to where it is called.
        "Failed to access variable in strict mode Some(\"../list\") in Some(\"part\"), line Some(1)",
    );
}

#[test]
fn a_parameter_comes_before_the_data_and_goes_with_the_partial() {
    let inner = ("inner", "<{{title}}>");

    assert_same(
        &[("page", "{{> part title=\"new\"}}{{title}}"), ("part", "{{title}}{{> inner}}"), inner],
        "new<new>outer",
    );
    assert_same(
        &[("page", "{{> part title=name}}"), ("part", "{{#each list}}{{title}}{{name}}{{/each}}")],
        "AdaoneAdatwo",
    );
    assert_same(&[("page", "{{> part a=list}}"), ("part", "{{#each a}}{{name}}{{/each}}")], "onetwo");
}

#[test]
fn what_stands_between_the_tags_is_rendered_where_the_partial_asks_for_it() {
    let layout = ("layout", "<{{title}}|{{> @partial-block}}|{{> foot}}>");
    let foot = ("foot", "{{#> @partial-block}}nothing{{/@partial-block}}");

    assert_same(
        &[("page", "{{#> layout title=\"t\"}}{{name}}{{title}}{{/layout}}"), layout, foot],
        "<t|Adat|nothing>",
    );
    assert_same(
        &[
            ("page", "{{#> layout}}a{{#> layout title=\"in\"}}b{{> @partial-block}}{{/layout}}{{/layout}}"),
            layout,
            foot,
        ],
        "Partial block cound not be found in Some(\"page\"), line Some(1)",
    );
    assert_same(
        &[
            ("page", "{{#> outer}}x{{/outer}}"),
            ("outer", "({{#> layout}}{{> @partial-block}}y{{/layout}})"),
            layout,
            foot,
        ],
        "(<outer|xy|nothing>)",
    );
    assert_same(
        &[
            ("page", "{{#each list}}{{#> layout}}{{name}}{{/layout}}{{/each}}"),
            ("layout", "{{#each @root.list}}{{> @partial-block}}{{/each}}"),
        ],
        "oneonetwotwo",
    );
    assert_same(&[("page", "{{#> missing}}instead {{name}}{{/missing}}")], "instead Ada");
}

#[test]
fn a_part_written_inline_takes_the_place_of_the_template_of_its_name() {
    let page = "{{#> layout}}{{#*inline \"head\"}}H{{name}}{{/inline}}body{{/layout}}";

    assert_same(
        &[("page", page), ("layout", "{{> head}}{{> @partial-block}}"), ("head", "usual")],
        "HAdabody",
    );
    assert_same(&[("page", "{{> layout}}"), ("layout", "{{> head}}"), ("head", "usual")], "usual");
}

#[test]
fn what_is_wrong_is_told_with_its_file_and_line() {
    assert_same(
        &[("page", "\n{{> part}}"), ("part", "\n\n{{nobody}}")],
        "Failed to access variable in strict mode Some(\"nobody\") in Some(\"part\"), line Some(3)",
    );
    assert_same(&[("page", "\n{{> gone}}")], "Partial not found gone in Some(\"page\"), line Some(2)");
    assert_same(
        &[("page", "a\n\n{{> page}}")],
        "Can not include current template in partial in Some(\"page\"), line Some(3)",
    );
    assert_same(
        &[("page", "{{> @partial-block}}")],
        "Partial block cound not be found in Some(\"page\"), line Some(1)",
    );
    // A parameter that there is not is null, and prints nothing.
    assert_same(&[("page", "{{> part x=nobody}}"), ("part", "{{x}}")], "");
}

#[test]
fn every_page_and_mail_is_the_same() {
    let renderer = HandlebarsRenderer::builder().build().unwrap();
    let mut compared = 0;

    // A script from left to right and one from right to left: templates differ by nothing else.
    for tongue in
        renderer.tongues.all().filter(|tongue| ["de", "fa"].contains(&tongue.language.locale.as_str()))
    {
        let mut theirs = [Kind::Html, Kind::Text].map(|kind| oracle(kind, &tongue.words));
        let [html, text] = &mut theirs;
        for (path, source) in TEMPLATES {
            match path.strip_suffix(".txt") {
                Some(name) => text.register_template_string(name, source).unwrap(),
                None => html.register_template_string(path.strip_suffix(".html").unwrap(), source).unwrap(),
            }
        }
        for sample in samples(&tongue.language.locale) {
            let path = sample.template.path();
            let expected = match path.strip_suffix(".txt") {
                Some(name) => text.render(name, &sample.data).unwrap(),
                None => html.render(path.strip_suffix(".html").unwrap(), &sample.data).unwrap(),
            };
            let made = renderer.templates.render(&path, &sample.data, &tongue.words).unwrap();
            assert_eq!(made, expected, "{path}");
            compared += 1;
        }
    }
    assert!(compared > 300, "{compared}");
}

#[test]
fn a_partial_with_a_context_or_a_computed_name_means_the_same() {
    let data = json!({
        "x": "X", "o": {"x": "O", "list": [{"x": 1}, {"x": 2}]}, "names": ["part"], "list": [1, 2]
    });
    for templates in [
        &[("page", "{{#> layout o}}in {{x}}{{/layout}}"), ("layout", "<{{x}}{{../x}}{{> @partial-block}}>")]
            [..],
        &[
            ("page", "{{#> outer}}of the outer{{/outer}}"),
            ("outer", "{{#> layout o}}in{{/layout}}{{> @partial-block}}"),
            ("layout", "<{{> @partial-block}}>"),
        ],
        &[
            ("page", "{{> part o y=x}}{{> part nothing}}"),
            ("part", "{{#if this}}{{x}}{{#each list}}{{x}}{{/each}}{{y}}{{/if}}"),
        ],
        &[("page", "{{#each o.list}}{{> part this}}{{/each}}"), ("part", "{{x}}{{@index}}{{../x}}")],
        &[("page", "{{> (lookup names 0) y=1}}{{> (lookup names 0) o y=2}}"), ("part", "{{x}}{{y}}")],
        &[
            ("page", "{{> part (lookup o \"list\")}}"),
            ("part", "{{#each this}}{{x}}{{/each}}{{> deep}}"),
            ("deep", "{{len this}}"),
        ],
    ] {
        let [theirs, ours] = rendered(templates, &data);
        assert_eq!(ours, theirs, "{templates:?}");
        assert!(ours.is_ok(), "{templates:?}: {ours:?}");
    }
}

/// On the stack that a thread of a server has.
#[test]
fn partials_that_include_one_another_without_end_are_refused() {
    let data = json!({"x": [1], "names": ["part"], "o": {}});
    for templates in [
        &[("page", "{{> part}}"), ("part", "{{> page}}")][..],
        &[
            ("page", "{{> part this}}"),
            ("part", "{{#each @root.x}}{{#if this}}{{> page @root.o}}{{/if}}{{/each}}"),
        ],
        &[("page", "{{> (lookup @root.names 0)}}"), ("part", "{{#> page}}x{{/page}}")],
        &[("page", "{{#*inline \"i\"}}{{> j}}{{/inline}}{{#*inline \"j\"}}{{> i}}{{/inline}}{{> i}}")],
    ] {
        let refusal = ours(templates, &data, Kind::Html).unwrap_err().to_string();

        assert!(refusal.contains("without end"), "{templates:?}: {refusal}");
    }
}
