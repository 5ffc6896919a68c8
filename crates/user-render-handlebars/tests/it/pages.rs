use std::collections::BTreeSet;
use std::sync::OnceLock;

use user_core::ports::{Renderer, Template};
use user_core::views::{Sample, samples};

use crate::html::{Tag, assert_balanced, tags};
use crate::{built_in, locale};

/// Every sample of every page, in every language.
fn pages() -> &'static [(String, String)] {
    static PAGES: OnceLock<Vec<(String, String)>> = OnceLock::new();
    PAGES.get_or_init(rendered)
}

fn rendered() -> Vec<(String, String)> {
    let renderer = built_in();
    let mut all = Vec::new();
    for locale in renderer.locales() {
        for sample in samples(&locale) {
            if let Template::Page(name) = sample.template {
                let html = renderer.render(sample.template, &locale, &sample.data).unwrap();
                all.push((format!("{name} in {locale}"), html));
            }
        }
    }
    all
}

fn each_page(assert: impl Fn(&str, &str, &[Tag])) {
    for (name, html) in pages() {
        assert(name, html, &tags(html));
    }
}

fn count(tags: &[Tag], name: &str) -> usize {
    tags.iter().filter(|tag| tag.name == name).count()
}

#[test]
fn pages_hold_no_inline_script_and_no_style() {
    each_page(|name, html, tags| {
        assert!(tags.iter().all(|tag| tag.name != "style"), "{name}");
        let scripts = tags.iter().filter(|tag| tag.name == "script");
        for script in scripts {
            assert_eq!(script.attribute("src"), Some("/user/assets/passwords.js"), "{name}");
        }
        assert_eq!(html.matches("<script").count(), html.matches("defer></script>").count(), "{name}");
        for tag in tags {
            let inline = tag.names().into_iter().find(|n| *n == "style" || n.starts_with("on"));
            assert_eq!(inline, None, "{name}: {html}");
        }
        assert!(!html.contains("javascript:"), "{name}");
    });
}

#[test]
fn pages_are_well_formed_and_have_one_heading_and_their_landmarks() {
    each_page(|name, html, tags| {
        assert_balanced(html, name);
        for (element, times) in [("h1", 1), ("main", 1), ("header", 1), ("footer", 1), ("title", 1)] {
            assert_eq!(count(tags, element), times, "{element} of {name}");
        }
        let root = &tags[1];
        let direction = if name.ends_with(" in fa") { "rtl" } else { "ltr" };
        let lang = root.attribute("lang").unwrap();
        assert!(name.ends_with(&format!(" in {lang}")), "{name}: {lang}");
        assert_eq!(root.attribute("dir"), Some(direction), "{name}");
        assert!(tags.iter().any(|tag| tag.attribute("href") == Some("#main")), "{name}: a skip link");
    });
}

#[test]
fn ids_are_there_once_and_whatever_refers_to_one_finds_it() {
    each_page(|name, _, tags| {
        let ids: Vec<&str> = tags.iter().filter_map(|tag| tag.attribute("id")).collect();
        let unique: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), unique.len(), "{name}: {ids:?}");
        for tag in tags {
            for attribute in ["for", "aria-describedby", "aria-labelledby"] {
                for id in tag.attribute(attribute).into_iter().flat_map(str::split_whitespace) {
                    assert!(unique.contains(id), "{name}: {attribute}={id}");
                }
            }
            if let Some(id) = tag.attribute("href").and_then(|href| href.strip_prefix('#')) {
                assert!(unique.contains(id), "{name}: #{id}");
            }
        }
    });
}

#[test]
fn every_visible_input_has_a_label() {
    each_page(|name, _, tags| {
        let labelled: BTreeSet<&str> =
            tags.iter().filter(|tag| tag.name == "label").filter_map(|tag| tag.attribute("for")).collect();
        let fields = ["input", "select", "textarea"];
        for input in tags.iter().filter(|tag| fields.contains(&tag.name.as_str())) {
            if input.attribute("type") != Some("hidden") && input.attribute("hidden").is_none() {
                assert!(labelled.contains(input.attribute("id").unwrap()), "{name}: {input:?}");
            }
        }
    });
}

#[test]
fn every_form_posts_with_a_token_and_shows_our_errors_instead_of_the_browsers() {
    each_page(|name, html, tags| {
        let forms: Vec<&str> =
            html.split("<form").skip(1).filter_map(|form| form.split("</form>").next()).collect();
        for form in &forms {
            assert!(form.contains("method=\"post\""), "{name}: {form}");
            assert!(form.contains("name=\"csrf_token\" value=\"token\""), "{name}: {form}");
            assert!(form.contains("<button type=\"submit\""), "{name}: {form}");
            let fields = tags_of_fields(form);
            assert!(fields == 0 || form.contains("novalidate"), "{name}: {form}");
        }
        assert_eq!(forms.len(), count(tags, "form"), "{name}");
    });
}

fn tags_of_fields(form: &str) -> usize {
    form.matches("<input").count() - form.matches("type=\"hidden\"").count()
}

#[test]
fn an_error_is_announced_and_tied_to_its_field() {
    let renderer = built_in();
    let sample = samples(&locale("en"))
        .into_iter()
        .find(|s| s.template == Template::Page("register") && s.data["form"]["next"] == "/members")
        .unwrap();
    let html = renderer.render(sample.template, &locale("en"), &sample.data).unwrap();

    let tags = tags(&html);
    let input = tags.iter().find(|tag| tag.attribute("id") == Some("register-password")).unwrap();
    assert_eq!(input.attribute("aria-invalid"), Some("true"));
    assert_eq!(input.attribute("aria-describedby"), Some("register-password-error register-password-hint"));
    assert_eq!(input.attribute("value"), None, "a password is never shown again");
    let summary = tags.iter().find(|tag| tag.attribute("class") == Some("error-summary")).unwrap();
    assert_eq!(summary.attribute("role"), Some("alert"));
    assert!(html.contains("<title>Error: Create your account"), "{html}");
    assert!(html.contains("name=\"next\" value=\"/members\""), "{html}");
}

#[test]
fn a_meter_shows_how_strong_a_password_was_and_nothing_before_one_was_typed() {
    let renderer = built_in();
    let is_register = |sample: &Sample| sample.template == Template::Page("register");
    let mut shown = BTreeSet::new();
    for sample in samples(&locale("en")).into_iter().filter(is_register) {
        let html = renderer.render(sample.template, &locale("en"), &sample.data).unwrap();
        let tags = tags(&html);
        let meters: Vec<_> = tags.iter().filter(|tag| tag.name == "meter").collect();

        assert_eq!(meters.len(), 1, "one for two boxes: {html}");
        let score = meters[0].attribute("value");
        assert_eq!(score.is_none(), meters[0].attribute("hidden").is_some());
        let words = html.split("aria-live=\"polite\">").nth(1).unwrap().split('<').next().unwrap();
        shown.insert((score.map(str::to_owned), words.to_owned()));
    }

    let expected = ["very weak", "weak", "fair", "good", "strong"];
    let expected =
        expected.iter().enumerate().map(|(i, word)| (Some(i.to_string()), format!("Strength: {word}")));
    assert_eq!(shown, expected.chain([(None, String::new())]).collect());
}

#[test]
fn declared_fields_are_shown_as_what_they_are() {
    let renderer = built_in();
    let mut sample = samples(&locale("en"))
        .into_iter()
        .find(|s| s.template == Template::Page("edit-profile") && s.data["form"]["next"] == "/members")
        .unwrap();
    let fields = sample.data["form"]["fields"].as_array_mut().unwrap();
    let motto = fields.iter_mut().find(|field| field["name"] == "motto").unwrap();
    motto["value"] = "one\ntwo <b>".into();
    let html = renderer.render(sample.template, &locale("en"), &sample.data).unwrap();

    let tags = tags(&html);
    let field = |name: &str| tags.iter().find(|tag| tag.attribute("name") == Some(name)).unwrap();
    assert_eq!(field("given").name, "input");
    assert!(html.contains(">one\ntwo &lt;b&gt;</textarea>"), "lines keep their beginnings");
    assert_eq!(field("cups").attribute("type"), Some("number"));
    assert_eq!((field("cups").attribute("min"), field("cups").attribute("step")), (Some("1"), Some("1")));
    assert_eq!(field("born").attribute("type"), Some("date"));
    assert_eq!(field("born").attribute("min"), Some("1900-01-01"));
    assert_eq!(field("drink").name, "select");
    assert_eq!(field("drink").attribute("aria-invalid"), Some("true"));
    assert_eq!(field("terms").attribute("type"), Some("checkbox"));
    assert!(html.contains("<option value=\"en\" lang=\"en\">English</option>"), "{html}");
    assert!(html.contains("&lt;motto&gt; &amp; more <span class=\"optional\">(optional)</span>"), "{html}");
}

#[test]
fn a_page_without_errors_announces_none() {
    let renderer = built_in();
    let sample = samples(&locale("en"))
        .into_iter()
        .find(|s| s.template == Template::Page("register") && s.data["form"]["next"].is_null())
        .unwrap();
    let html = renderer.render(sample.template, &locale("en"), &sample.data).unwrap();

    assert!(!html.contains("role=\"alert\"") && !html.contains("aria-invalid"), "{html}");
    assert!(html.contains("<title>Create your account"), "{html}");
    assert_eq!(html.matches("name=\"next\"").count(), 1, "only the choice of a language leads back: {html}");
}

#[test]
fn titles_differ_from_page_to_page_and_name_the_app() {
    let mut titles = BTreeSet::new();
    let mut names = BTreeSet::new();
    for (name, html) in pages().iter().filter(|(name, _)| name.ends_with(" in en")) {
        let title = html.split("<title>").nth(1).unwrap().split("</title>").next().unwrap().to_owned();
        assert!(title.ends_with("Tea &amp; &lt;Biscuits&gt;"), "{name}: {title}");
        if !name.starts_with("problem") && names.insert(name.clone()) {
            assert!(titles.insert(title.clone()), "{name}: {title}");
        }
    }
}

#[test]
fn the_pages_of_the_account_stand_in_a_shell_with_the_menu() {
    let (user, stranger) = ("popovertarget=\"user-menu\"", "aria-label=\"Your account\"");
    let entrances = ["sign-in", "register", "forgot-password", "reset-password", "confirm-email", "sign-out"];
    let accounts = ["profile", "edit-profile", "change-password", "sessions", "manage-emails", "invite"];
    for (name, html) in pages().iter().filter(|(name, _)| name.ends_with(" in en")) {
        let page = name.trim_end_matches(" in en");
        if entrances.contains(&page) {
            assert!(html.contains("<main id=\"main\" tabindex=\"-1\" class=\"entrance\">"), "{name}");
            assert!(!html.contains(user) && !html.contains(stranger), "{name}: {html}");
        }
        if accounts.contains(&page) {
            assert!(html.contains(user) && html.contains("popovertarget=\"account-nav\""), "{name}: {html}");
        }
    }
}

#[test]
fn the_menu_has_groups_icons_the_current_page_and_what_waits() {
    let sample =
        samples(&locale("en")).into_iter().find(|s| s.template == Template::Page("profile")).unwrap();

    let html = built_in().render(sample.template, &locale("en"), &sample.data).unwrap();

    let menu = html.split_once("<nav class=\"account-nav\"").unwrap().1.split_once("</nav>").unwrap().0;
    let groups: Vec<_> = menu.split("<p class=\"group\" id=\"").skip(1).collect();
    let heads: Vec<_> = groups.iter().map(|group| group.split("</p>").next().unwrap()).collect();
    let expected =
        ["menu-you\"><bdi>You</bdi>", "menu-security\"><bdi>Security</bdi>", "menu-site\"><bdi>My app</bdi>"];
    assert_eq!(heads, expected);
    let current: Vec<_> = menu.split("aria-current=\"page\"").skip(1).collect();
    assert_eq!(current.len(), 1);
    assert!(current[0].contains("<span>Profile</span></a>"), "{menu}");
    assert_eq!(
        menu.matches("<li>").count(),
        menu.matches("<svg class=\"icon\" aria-hidden=\"true\"").count()
    );
    assert!(menu.contains("<span>Your devices</span> <span class=\"tag\">2</span></a>"), "{menu}");
    let pages = menu.split("<a href=\"/user/").skip(1).map(|rest| rest.split('"').next().unwrap());
    let expected = [
        "profile",
        "edit-profile",
        "picture",
        "manage-emails",
        "change-username",
        "change-password",
        "sessions",
        "invite",
        "data",
        "delete",
    ];
    assert_eq!(pages.collect::<Vec<_>>(), expected);
}

#[test]
fn a_name_and_a_password_that_do_not_match_are_told_once_above_the_form() {
    let renderer = built_in();
    let sample = samples(&locale("en"))
        .into_iter()
        .find(|s| s.template == Template::Page("sign-in") && s.data["form"]["next"] == "/members")
        .unwrap();

    let html = renderer.render(sample.template, &locale("en"), &sample.data).unwrap();

    let message = "That username or email and password don’t match. Check both and try again.";
    let (above, form) = html.split_once("<form class=\"form\"").unwrap();
    assert!(above.contains(message) && !form.contains(message), "{html}");
}
