//! The language of whoever reads.

use user_core::settings::Settings;

use crate::it::browser::Browser;
use crate::it::site::{PASSWORD, Site, address, locale};

fn reading(site: &Site, languages: &str) -> Browser {
    site.browser().saying("accept-language", languages)
}

#[tokio::test]
async fn a_page_speaks_the_best_language_there_is_and_says_which() {
    let site = Site::new();
    let cases = [
        ("", "en", "ltr"),
        ("nl", "nl", "ltr"),
        ("nl-BE, en;q=0.8", "nl", "ltr"),
        ("de, fa;q=0.9, en;q=0.5", "fa", "rtl"),
        ("en;q=0.1, nl;q=0.9", "nl", "ltr"),
        ("nl;q=0, en", "en", "ltr"),
        ("xx, *", "en", "ltr"),
        ("garbage;;;=,,", "en", "ltr"),
    ];

    for (languages, expected, direction) in cases {
        let answer = reading(&site, languages).get("/user/sign-in").await;

        assert!(answer.body.starts_with(&format!("pages/sign-in.html [{expected}]")), "{languages}");
        assert_eq!(answer.data()["site"]["locale"], expected, "{languages}");
        assert_eq!(answer.data()["site"]["direction"], direction, "{languages}");
        assert_eq!(answer.header("content-language"), Some(expected), "{languages}");
    }
}

#[tokio::test]
async fn problems_are_told_in_the_readers_language_too() {
    let site = Site::new();

    let page = reading(&site, "nl").get("/nothing").await;
    assert!(page.body.starts_with("pages/problem.html [nl]"));
    let json = reading(&site, "nl").asking_for_json().get("/nothing").await;
    assert!(json.json()["title"].as_str().unwrap().contains("[nl]"));
}

#[tokio::test]
async fn whoever_is_signed_in_reads_their_own_language_everywhere() {
    let site = Site::new();
    let mut browser = reading(&site, "nl");
    browser.registers("ada").await;
    let link = site.link_to("ada").await;
    browser.fill_linked(&link, &[]).await.assert_leads_to("/");

    let mut elsewhere = reading(&site, "fa");
    assert_eq!(elsewhere.get("/user/sign-in").await.header("content-language"), Some("fa"));
    elsewhere.sign_in_with("ada", PASSWORD).await;

    for path in ["/user/profile", "/page", "/nothing", "/admin"] {
        assert_eq!(elsewhere.get(path).await.header("content-language"), Some("nl"), "{path}");
    }
    let mail = site.mail.latest_to(&address("ada")).unwrap();
    assert_eq!(mail.locale, locale("nl"));
}

#[tokio::test]
async fn the_default_and_the_offer_are_settings() {
    let dutch_or_english = |settings: &mut Settings| {
        settings.languages.default = locale("nl");
        settings.languages.offered = vec![locale("nl"), locale("en")];
    };
    let site = Site::with(dutch_or_english);

    for (languages, expected) in [("", "nl"), ("fa", "nl"), ("en", "en")] {
        let answer = reading(&site, languages).get("/user/sign-in").await;
        assert_eq!(answer.header("content-language"), Some(expected), "{languages}");
    }
}
