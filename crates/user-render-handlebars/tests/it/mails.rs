use std::fs;
use std::path::Path;

use serde_json::Value;
use user_core::domain::MailKind;
use user_core::ports::{MailPart, Renderer, Template};
use user_core::views::samples;

use crate::html::{assert_balanced, tags};
use crate::{built_in, locale};

/// The samples of one mail: all that can be told, and as little as possible.
fn data(kind: MailKind) -> Vec<Value> {
    samples(&locale("en"))
        .into_iter()
        .filter(|sample| sample.template == Template::Mail(kind.as_str(), MailPart::Text))
        .map(|sample| sample.data)
        .collect()
}

fn part(kind: MailKind, part: MailPart, data: &Value) -> String {
    built_in().render(Template::Mail(kind.as_str(), part), &locale("en"), data).unwrap()
}

/// Compares with `tests/snapshots/<file>`; with BLESS set in the environment, writes it instead.
fn assert_snapshot(file: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots").join(file);
    if std::env::var_os("BLESS").is_some() {
        fs::write(&path, text).unwrap();
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(text, kept, "{file} changed: look at it, and run the tests with BLESS=1 if it is better");
}

#[test]
fn mails_read_as_they_did() {
    for kind in MailKind::ALL.iter().copied() {
        for (data, how) in data(kind).iter().zip(["full", "bare"]) {
            let name = kind.as_str();
            let (subject, text) = (part(kind, MailPart::Subject, data), part(kind, MailPart::Text, data));
            assert_snapshot(&format!("{name}-{how}.txt"), &format!("Subject: {subject}\n\n{text}"));
            assert_snapshot(&format!("{name}-{how}.html"), &part(kind, MailPart::Html, data));
        }
    }
}

/// How a paragraph of a mail begins.
const PARAGRAPH: &str = "<p style=\"margin:0 0 16px\">";

#[test]
fn the_text_says_what_the_html_says() {
    for kind in MailKind::ALL.iter().copied() {
        for data in data(kind) {
            let (html, text) = (part(kind, MailPart::Html, &data), part(kind, MailPart::Text, &data));
            let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
            let flat = plain(&text);
            let paragraphs = html.split(PARAGRAPH).skip(1).filter_map(|p| p.split("</p>").next());
            for words in paragraphs.filter(|words| !words.contains("<a ")) {
                let words = unescape(&words.replace("<bdi>", "").replace("</bdi>", ""));
                assert!(flat.contains(&plain(&words)), "{}: {words:?} is not in {text}", kind.as_str());
            }
            for link in tags(&html).iter().filter_map(|tag| tag.attribute("href")) {
                let link = link.trim_start_matches("mailto:");
                assert!(text.contains(&unescape(link)), "{}: {link} is not in {text}", kind.as_str());
            }
        }
    }
}

fn unescape(html: &str) -> String {
    html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#x27;", "'")
        .replace("&#x3D;", "=")
        .replace("&amp;", "&")
}

#[test]
fn mails_are_well_formed_and_load_nothing() {
    for kind in MailKind::ALL.iter().copied() {
        for data in data(kind) {
            let html = part(kind, MailPart::Html, &data);
            assert_balanced(&html, kind.as_str());
            for tag in tags(&html) {
                assert!(!matches!(tag.name.as_str(), "script" | "img" | "link" | "form"), "{tag:?}");
            }
            // The colours for the dark stand in a stylesheet, which loads nothing either.
            assert!(!html.contains("url(") && !html.contains("@import"), "{html}");
        }
    }
}

#[test]
fn a_link_stands_in_full_beside_its_button_and_says_how_long_it_works() {
    for kind in [MailKind::REGISTERED, MailKind::CONFIRM_EMAIL, MailKind::FORGOT_PASSWORD] {
        let data = &data(kind)[0];
        let (html, text) = (part(kind, MailPart::Html, data), part(kind, MailPart::Text, data));
        let link = data["link"].as_str().unwrap();

        assert!(html.contains(&format!(">{link}</a>")), "{html}");
        assert!(text.lines().any(|line| line == link), "{text}");
        assert!(html.contains("within 48 hours") && text.contains("within 48 hours"), "{text}");
    }
}
