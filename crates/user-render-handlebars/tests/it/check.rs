use user_core::ports::{Renderer, Template};
use user_core::views::samples;
use user_render_handlebars::HandlebarsRenderer;

use crate::{built_in, locale};

fn faults(template: (&str, &str), messages: &str) -> Vec<String> {
    let builder = HandlebarsRenderer::builder().template(template.0, template.1).messages("en", messages);
    builder.build().unwrap().check()
}

const EMPTY_HEAD: (&str, &str) = ("partials/head.html", "");

#[test]
fn what_is_built_in_has_no_fault() {
    assert_eq!(built_in().check(), Vec::<String>::new());
}

#[test]
fn a_missing_variable_is_refused_and_named_with_its_file_and_line() {
    let renderer = HandlebarsRenderer::builder()
        .template("pages/sign-in.html", "<p>\n{{form.name}} {{form.nmae}}</p>")
        .build()
        .unwrap();

    let sample =
        samples(&locale("en")).into_iter().find(|s| s.template == Template::Page("sign-in")).unwrap();
    assert!(renderer.render(sample.template, &locale("en"), &sample.data).is_err());
    let faults = renderer.check();
    assert!(faults[0].starts_with("template pages/sign-in.html:2: "), "{faults:?}");
    assert!(faults[0].contains("form.nmae"), "{faults:?}");
}

#[test]
fn a_missing_variable_in_a_partial_is_named_with_the_partial() {
    let faults = faults(("partials/head.html", "\n\n{{site.nope}}"), "");

    assert!(faults.iter().all(|fault| fault.starts_with("template partials/head.html:3: ")), "{faults:?}");
    assert!(faults.iter().any(|fault| fault.contains("pages/register.html")), "{faults:?}");
}

#[test]
fn a_missing_variable_in_plain_text_is_refused_too() {
    let faults = faults(("mails/registered.txt", "{{nope}}"), "");

    assert!(faults[0].starts_with("template mails/registered.txt:1: "), "{faults:?}");
}

#[test]
fn an_argument_that_is_not_there_is_refused() {
    let faults = faults(("partials/head.html", "{{t \"page-title\" title=\"x\" app_name=site.nope}}"), "");

    assert!(faults[0].contains("site.nope"), "{faults:?}");
}

#[test]
fn a_message_that_is_not_there_is_named_even_in_a_branch_nobody_takes() {
    let faults = faults(("partials/head.html", "{{#if false}}{{t \"no-such-message\"}}{{/if}}"), "");

    assert_eq!(faults.len(), 15, "one for each language: {faults:?}");
    let expected = "template partials/head.html:1: there is no message `no-such-message` in ";
    assert!(faults.iter().all(|fault| fault.starts_with(expected)), "{faults:?}");
}

#[test]
fn a_message_that_asks_for_what_it_does_not_get_is_named_with_its_file_and_line() {
    let faults = faults(EMPTY_HEAD, "\n\nusername-too-short = At least { $least }.");

    assert!(faults.iter().any(|fault| fault.contains("Unknown variable: $least")), "{faults:?}");
}

#[test]
fn a_translation_that_asks_for_what_english_does_not_get_is_named_with_its_line() {
    let builder = HandlebarsRenderer::builder().messages("fr", "\nusername-taken = Déjà pris par { $who }.");
    let faults = builder.build().unwrap().check();

    assert!(faults.iter().any(|fault| fault.starts_with("messages for fr:2: ")), "{faults:?}");
}

#[test]
fn a_message_that_refers_to_nothing_is_named() {
    let faults = faults(EMPTY_HEAD, "my-own = See { -brand }.");

    assert_eq!(faults, ["messages for en:1: message `my-own` refers to `-brand`, which is not in en"]);
}

#[test]
fn an_app_may_add_messages_and_change_what_english_asks_for() {
    let faults = faults(EMPTY_HEAD, "my-own = Mine.\nregister-lead = Welcome!");

    assert_eq!(faults, Vec::<String>::new());
}
