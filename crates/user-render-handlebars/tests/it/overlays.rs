use std::fs;
use std::path::Path;

use serde_json::json;
use tempfile::TempDir;
use user_core::ports::{MailPart, Renderer, Template};
use user_core::views::samples;
use user_render_handlebars::HandlebarsRenderer;

use crate::{locale, refusal};

fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let file = folder.path().join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }
    folder
}

fn shown(path: &Path, file: &str) -> String {
    path.join(file).display().to_string()
}

fn sample_of(renderer: &HandlebarsRenderer, template: Template<'static>) -> String {
    let sample = samples(&locale("en")).into_iter().find(|s| s.template == template).unwrap();
    renderer.render(sample.template, &locale("en"), &sample.data).unwrap()
}

#[test]
fn a_folder_wins_file_by_file() {
    let folder = folder(&[("pages/sign-in.html", "MINE {{form.action}}"), ("partials/footer.html", "FOOT")]);
    let renderer = HandlebarsRenderer::builder().overlay_templates(folder.path()).build().unwrap();

    assert_eq!(sample_of(&renderer, Template::Page("sign-in")), "MINE /user/sign-in");
    let register = sample_of(&renderer, Template::Page("register"));
    assert!(register.contains("FOOT") && register.contains("Create your account"), "{register}");
    assert_eq!(renderer.check(), Vec::<String>::new());
}

#[test]
fn a_file_that_takes_no_others_place_is_told() {
    let folder = folder(&[
        ("pages/signin.html", "misspelt"),
        ("pages/sign-in.html", "{{> partials/mine}} {{~#> partials/around~}} x {{~/partials/around~}}"),
        ("pages/own.html", "the app's"),
        ("partials/mine.html", "included"),
        ("partials/around.html", "included, too"),
        ("partials/min.html", "included by nobody"),
    ]);
    let builder = HandlebarsRenderer::builder().template("pages/own.html", "the app's");

    let renderer = builder.overlay_templates(folder.path()).build().unwrap();

    let told = ["pages/signin.html", "partials/min.html"].map(|file| shown(folder.path(), file));
    assert_eq!(renderer.additions(), told);
    assert!(HandlebarsRenderer::builder().build().unwrap().additions().is_empty());
}

#[test]
fn the_later_overlay_wins() {
    let folder = folder(&[("mails/registered.subject.txt", "from the folder")]);
    let builder = || HandlebarsRenderer::builder().overlay_templates(folder.path());
    let subject = |renderer| sample_of(&renderer, Template::Mail("registered", MailPart::Subject));

    let code_last = builder().template("mails/registered.subject.txt", "from the code").build().unwrap();
    let folder_last = HandlebarsRenderer::builder()
        .template("mails/registered.subject.txt", "from the code")
        .overlay_templates(folder.path())
        .build()
        .unwrap();

    assert_eq!(subject(code_last), "from the code");
    assert_eq!(subject(folder_last), "from the folder");
}

#[test]
fn an_app_extends_the_layout_and_fills_its_blocks() {
    let own = "{{#> layouts/page title=(t \"own-title\") wide=true}}\
               {{#*inline \"head\"}}<link rel=\"icon\" href=\"/i.svg\">{{/inline}}\
               {{#*inline \"footer\"}}<footer>{{note}}</footer>{{/inline}}\
               <h1>{{title}}</h1>{{/layouts/page}}";
    let renderer = HandlebarsRenderer::builder()
        .template("pages/own.html", own)
        .messages("en", "own-title = My page")
        .build()
        .unwrap();
    let site = samples(&locale("en"))[0].data["site"].clone();

    let data = json!({"site": site, "note": "a < b"});
    let html = renderer.render(Template::Page("own"), &locale("en"), &data).unwrap();

    assert!(html.contains("<title>My page – Tea &amp; &lt;Biscuits&gt;</title>"), "{html}");
    assert!(
        html.contains("<h1>My page</h1>")
            && html.contains("<main id=\"main\" tabindex=\"-1\" class=\"wide\">")
    );
    assert!(
        html.contains("<link rel=\"icon\" href=\"/i.svg\">") && html.contains("<footer>a &lt; b</footer>")
    );
    assert!(!html.contains("site-footer") && html.contains("site-header"), "{html}");
}

#[test]
fn messages_win_one_by_one() {
    let folder = folder(&[("en/mine.ftl", "sign-in-title = Hello again")]);
    let renderer = HandlebarsRenderer::builder().overlay_locales(folder.path()).build().unwrap();

    let say = |id| renderer.message(id, &locale("en"), &json!({})).unwrap();
    assert_eq!((say("sign-in-title").as_str(), say("sign-out-title").as_str()), ("Hello again", "Sign out"));
    assert_eq!(renderer.check(), Vec::<String>::new());
}

#[test]
fn a_new_folder_adds_a_language_that_need_not_be_complete() {
    let folder = folder(&[("cs/pages.ftl", "sign-in-title = Přihlášení")]);
    let renderer = HandlebarsRenderer::builder().overlay_locales(folder.path()).build().unwrap();

    let say = |id| renderer.message(id, &locale("cs-CZ"), &json!({})).unwrap();
    assert_eq!((say("sign-in-title").as_str(), say("sign-out-title").as_str()), ("Přihlášení", "Sign out"));
    assert!(renderer.locales().contains(&locale("cs")));
    assert_eq!(renderer.check(), Vec::<String>::new());
}

#[test]
fn every_broken_file_is_refused_at_once_with_its_line() {
    let templates = folder(&[
        ("pages/profile.html", "<p>\n{{#if x}}\n</p>"),
        ("mails/registered.txt", "{{name"),
        ("notes.md", "{{left alone"),
    ]);
    let locales = folder(&[("nl/mine.ftl", "# fine\na = b\nno message\n"), ("fr/a.ftl", "x = { $y\n")]);
    let builder = HandlebarsRenderer::builder()
        .overlay_templates(templates.path())
        .overlay_locales(locales.path())
        .template("pages/late.html", "{{/if}}");

    let faults = refusal(builder);

    assert_eq!(faults.len(), 5, "{faults:#?}");
    let starts = [
        (shown(templates.path(), "mails/registered.txt"), ":1: not a valid template"),
        ("template pages/late.html".to_owned(), ":1: not a valid template"),
        (shown(templates.path(), "pages/profile.html"), ":"),
        (shown(locales.path(), "fr/a.ftl"), ":"),
        (shown(locales.path(), "nl/mine.ftl"), ":3: not valid Fluent"),
    ];
    for (fault, (file, rest)) in faults.iter().zip(starts) {
        assert!(fault.starts_with(&format!("{file}{rest}")), "{fault}");
    }
}

#[test]
fn a_message_written_twice_in_one_overlay_is_refused() {
    let faults = refusal(HandlebarsRenderer::builder().messages("en", "a = 1\n\na = 2"));

    assert_eq!(faults, ["messages for en:3: message `a` stands in messages for en already"]);
}

#[test]
fn messages_outside_a_folder_of_a_language_are_refused() {
    let folder = folder(&[("english/a.ftl", "a = b"), ("b.ftl", "a = b")]);
    let faults = refusal(HandlebarsRenderer::builder().overlay_locales(folder.path()));

    assert_eq!(faults.len(), 2, "{faults:?}");
    assert!(faults.iter().all(|fault| fault.contains("named by a language tag")), "{faults:?}");
}

#[test]
fn a_folder_that_is_not_there_is_refused() {
    let faults = refusal(HandlebarsRenderer::builder().overlay_templates("/no/such/folder"));

    assert!(faults[0].starts_with("/no/such/folder: cannot be read: "), "{faults:?}");
}

#[test]
fn a_template_of_an_unknown_kind_is_refused() {
    let faults = refusal(HandlebarsRenderer::builder().template("pages/own.hbs", ""));

    assert_eq!(faults, ["template pages/own.hbs: a template's path ends in .html or .txt"]);
}
