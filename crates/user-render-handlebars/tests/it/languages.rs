use serde_json::json;
use user_core::ports::{MailPart, Renderer, Template};
use user_core::views::samples;
use user_render_handlebars::HandlebarsRenderer;

use crate::{built_in, locale, refusal};

#[test]
fn a_message_falls_back_from_region_to_language_to_default_to_english() {
    let renderer = HandlebarsRenderer::builder()
        .messages("nl-BE", "one = één (nl-BE)")
        .messages("nl", "one = één\ntwo = twee (nl)")
        .messages("fr", "one = un\ntwo = deux\nthree = trois (fr)")
        .messages("en", "one = one\ntwo = two\nthree = three\nfour = four (en)")
        .default_locale(locale("fr"))
        .build()
        .unwrap();

    let say = |id, tag| renderer.message(id, &locale(tag), &json!({})).unwrap();
    let chain = ["one", "two", "three", "four"].map(|id| say(id, "nl-BE"));
    assert_eq!(chain, ["één (nl-BE)", "twee (nl)", "trois (fr)", "four (en)"]);
    assert_eq!(say("one", "nl-NL"), "één", "a region that is not there is served by its language");
    assert_eq!(say("one", "cs"), "un", "a language that is not there is served by the default");
}

#[test]
fn a_default_language_that_is_not_there_is_refused() {
    let faults = refusal(HandlebarsRenderer::builder().default_locale(locale("cs")));

    let offered = "de, en, es, fa, fi, fr, it, nl, pl, ru, sk, sv, tr, uk, zh-Hans";
    assert_eq!(faults, [format!("default locale: there are no messages in `cs`; there are {offered}")]);
}

#[test]
fn numbers_follow_the_plural_rules_of_the_language_that_says_them() {
    let renderer = built_in();
    let say = |tag, id, name: &str, n: u64| {
        let arguments = json!({name: n});
        renderer.message(id, &locale(tag), &arguments).unwrap()
    };

    assert_eq!(say("en", "mail-link-hours", "hours", 1), "The link works once, within one hour.");
    assert_eq!(say("en", "mail-link-hours", "hours", 48), "The link works once, within 48 hours.");
    assert_eq!(say("nl", "mail-link-minutes", "minutes", 30), "De link werkt één keer, binnen 30 minuten.");
    assert_eq!(say("en", "username-too-short", "min", 1), "Please use at least one character.");
}

#[test]
fn a_wait_is_told_in_seconds_or_minutes_or_not_at_all() {
    let renderer = built_in();
    let say = |arguments| {
        let id = "problem-too-many-requests-advice";
        renderer.message(id, &locale("en"), &arguments).unwrap()
    };

    assert_eq!(say(json!({})), "Please wait a while and try again.");
    assert_eq!(say(json!({"seconds": 1})), "Please wait a second and try again.");
    assert_eq!(say(json!({"seconds": 40})), "Please wait 40 seconds and try again.");
    assert_eq!(say(json!({"seconds": 900})), "Please wait 15 minutes and try again.");
}

#[test]
fn a_message_that_is_not_there_is_an_error() {
    assert!(built_in().message("no-such-message", &locale("en"), &json!({})).is_err());
    assert!(built_in().message("username-too-short", &locale("en"), &json!({})).is_err());
}

#[test]
fn a_tag_is_only_a_key_and_never_a_path() {
    let renderer = built_in();
    for tag in ["xx-etc", "zz", "nl-passwd"] {
        assert!(renderer.message("sign-in-title", &locale(tag), &json!({})).is_ok());
    }
}

#[test]
fn a_template_that_is_not_there_is_an_error() {
    assert!(built_in().render(Template::Page("nope"), &locale("en"), &json!({})).is_err());
}

#[test]
fn subjects_are_one_line_in_every_language() {
    let renderer = built_in();
    for locale in renderer.locales() {
        for sample in samples(&locale) {
            if let Template::Mail(name, MailPart::Subject) = sample.template {
                let subject = renderer.render(sample.template, &locale, &sample.data).unwrap();
                assert!(!subject.is_empty() && !subject.contains(char::is_control), "{name}: {subject:?}");
                assert!(subject.contains("Tea & <Biscuits>"), "{name}: {subject:?}");
            }
        }
    }
}

#[test]
fn a_renderer_is_shared_between_threads() {
    fn shared<T: Send + Sync + 'static>(_: &T) {}
    let renderer = built_in();
    shared(renderer);

    std::thread::scope(|scope| {
        for tag in ["en", "nl", "nl-BE", "cs"] {
            scope.spawn(move || {
                for sample in samples(&locale(tag)) {
                    renderer.render(sample.template, &locale(tag), &sample.data).unwrap();
                }
            });
        }
    });
}
