use serde_json::{Value, json};
use user_core::ports::{MailPart, Renderer, Template};
use user_core::views::samples;
use user_render_handlebars::HandlebarsRenderer;

use crate::html::{assert_balanced, tags};
use crate::{built_in, locale};

/// What a visitor, a browser or the name of an app may hold at worst.
const NASTY: &str = "\"'><script>alert(1)</script><b x=\u{2068}&amp;\u{2069}\r\nBcc: x";

/// The names under which views carry what people typed, and what stands in messages.
const FROM_PEOPLE: [&str; 21] = [
    "app_name",
    "user",
    "value",
    "username",
    "address",
    "user_agent",
    "name",
    "email",
    "new_username",
    "to",
    "from",
    "subject",
    "text",
    "source",
    "at",
    "next",
    "date",
    "id",
    "member_since",
    "account",
    "initials",
];

/// The data with every text that can come from people replaced.
fn poisoned(data: &Value, within: &str) -> Value {
    match data {
        Value::Object(map) => {
            let is_message = map.contains_key("args");
            let entry = |(key, value): (&String, &Value)| {
                let keep = key == "id" && (is_message || map.contains_key("label"))
                    || key == "name" && (within == "fields" || map.contains_key("submit"));
                (key.clone(), if keep { value.clone() } else { poisoned(value, key) })
            };
            Value::Object(map.iter().map(entry).collect())
        }
        Value::Array(list) => list.iter().map(|value| poisoned(value, within)).collect(),
        Value::String(text) if text.is_empty() => data.clone(),
        Value::String(_) if FROM_PEOPLE.contains(&within) || within == "roles" => NASTY.into(),
        other => other.clone(),
    }
}

#[test]
fn nothing_that_people_enter_becomes_a_tag_or_an_attribute() {
    let renderer = built_in();
    let (mut pages, mut poisoned_pages) = (0, 0);
    // What is escaped depends on templates and helpers: one language of each direction stands for all.
    for locale in ["en", "fa"].map(locale) {
        for sample in samples(&locale) {
            if matches!(sample.template, Template::Mail(_, MailPart::Subject | MailPart::Text)) {
                continue;
            }
            let good = renderer.render(sample.template, &locale, &sample.data).unwrap();
            let data = poisoned(&sample.data, "");
            let bad = renderer.render(sample.template, &locale, &data).unwrap();

            let shape = |html: &str| {
                tags(html)
                    .iter()
                    .map(|t| (t.name.clone(), t.names().join(" ")))
                    .filter(|(name, _)| !matches!(name.as_str(), "bdi" | "/bdi"))
                    .collect::<Vec<_>>()
            };
            assert_eq!(shape(&good), shape(&bad), "{}", sample.template.path());
            assert_balanced(&bad, &sample.template.path());
            pages += 1;
            poisoned_pages += usize::from(bad.contains("&lt;script&gt;"));
        }
    }
    assert_eq!(pages, poisoned_pages, "every page and mail shows at least the name of the app");
}

#[test]
fn nothing_that_people_enter_starts_a_line_in_a_subject_or_a_text() {
    let renderer = built_in();
    for sample in samples(&locale("en")) {
        if matches!(sample.template, Template::Mail(_, MailPart::Subject | MailPart::Text)) {
            let text = renderer.render(sample.template, &locale("en"), &poisoned(&sample.data, "")).unwrap();
            assert!(text.lines().all(|line| !line.starts_with("Bcc")), "{text}");
            assert!(!text.contains('\r') && !text.contains("&lt;"), "{text}");
        }
    }
}

fn page(template: &str, data: &Value) -> String {
    let renderer = HandlebarsRenderer::builder()
        .template("pages/own.html", template)
        .template("partials/own.html", "<h1 title=\"{{title}}\">{{title}}</h1>")
        .messages("en", "greet = <b>Fish & chips</b> for { $name }")
        .build()
        .unwrap();
    renderer.render(Template::Page("own"), &locale("en"), data).unwrap()
}

#[test]
fn a_message_is_escaped_as_a_whole_and_once() {
    let html = page("{{t \"greet\" name=name}}", &json!({"name": "<i>"}));

    assert_eq!(html, "&lt;b&gt;Fish &amp; chips&lt;/b&gt; for &lt;i&gt;");
}

#[test]
fn a_message_passed_to_a_partial_is_escaped_once_where_it_is_printed() {
    let html = page("{{> partials/own title=(t \"greet\" name=name)}}", &json!({"name": "\""}));

    let escaped = "&lt;b&gt;Fish &amp; chips&lt;/b&gt; for &quot;";
    assert_eq!(html, format!("<h1 title=\"{escaped}\">{escaped}</h1>"));
}

#[test]
fn an_isolated_argument_cannot_close_its_isolation() {
    let html = page("{{t-bdi \"greet\" name=name}}", &json!({"name": "\u{2069}</bdi><i>\u{2068}"}));

    assert!(html.ends_with(" for <bdi>&lt;/bdi&gt;&lt;i&gt;</bdi>"), "{html}");
    let html = page("{{t-bdi \"greet\" name=name}}", &json!({"name": "\u{2067}evil\u{2066}"}));
    assert!(html.ends_with(" for <bdi>evil</bdi>"), "{html}");
}

#[test]
fn marks_of_a_translator_become_elements_that_are_closed() {
    let say = |words: &str| {
        let builder = HandlebarsRenderer::builder().messages("en", format!("mine = {words}"));
        let renderer = builder.template("pages/mine.html", "{{t-bdi \"mine\"}}").build().unwrap();
        renderer.render(Template::Page("mine"), &locale("en"), &json!({})).unwrap()
    };

    assert_eq!(
        say(r#"On {"\u2066"}1-2{"\u2069"} or {"\u2067"}3{"\u2069"}."#),
        "On <bdi dir=\"ltr\">1-2</bdi> or <bdi dir=\"rtl\">3</bdi>."
    );
    assert_eq!(say(r#"A{"\u2069"} b {"\u2068"}c"#), "A b <bdi>c</bdi>");
}

#[test]
fn a_message_view_brings_its_own_arguments() {
    let view = json!({"message": {"id": "greet", "args": {"name": "A&B"}}});

    assert!(page("{{t message}}", &view).ends_with("for A&amp;B"));
}

#[test]
fn a_code_of_the_app_without_a_message_still_gives_a_page() {
    let view = json!({"message": {"id": "email-of-a-rival", "args": {}}});

    assert_eq!(page("{{t message}}", &view), "This was not accepted (email-of-a-rival).");
}

#[test]
fn plain_text_is_not_escaped() {
    let renderer = built_in();
    let sample = samples(&locale("en"))
        .into_iter()
        .find(|s| s.template == Template::Mail("registered", MailPart::Subject))
        .unwrap();

    let subject = renderer.render(sample.template, &locale("en"), &sample.data).unwrap();
    assert_eq!(subject, "Welcome to Tea & <Biscuits>");
}
