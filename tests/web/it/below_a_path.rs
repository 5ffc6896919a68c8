//! A site that has no host of its own: `https://example.com/app`, behind a proxy that takes `/app` away or passes it on.

use user_core::settings::Settings;
use user_web::DevMailbox;

use crate::driver::pages;
use crate::it::browser::Browser;
use crate::it::site::{OTHER_PASSWORD, PASSWORD, Site, address};

fn below(settings: &mut Settings) {
    "https://example.com/app".clone_into(&mut settings.public_base_url);
}

/// The site, and somebody on it, behind each kind of proxy.
fn proxies() -> [(Site, Browser); 2] {
    ["", "/app"].map(|taken_away| {
        let site = Site::with(below);
        let mut browser = site.browser();
        browser.taken_away = taken_away;
        (site, browser)
    })
}

/// Whatever a page leads to or loads, from the data of its template.
fn assert_inside(page: &serde_json::Value) {
    match page {
        serde_json::Value::String(text) if text.starts_with('/') => {
            assert!(text.starts_with("/app/") && !text.starts_with("/app/app"), "{text}");
        }
        serde_json::Value::Array(values) => values.iter().for_each(assert_inside),
        serde_json::Value::Object(values) => values.values().for_each(assert_inside),
        _ => {}
    }
}

#[tokio::test]
async fn somebody_registers_confirms_resets_and_goes_where_they_wanted() {
    for (site, mut browser) in proxies() {
        browser.get("/app/members").await.assert_leads_to("/app/user/sign-in?next=%2Fapp%2Fmembers");
        let email = address("ada");
        let fields = [
            ("username", "ada"),
            ("email", email.as_str()),
            ("password", PASSWORD),
            ("retype_password", PASSWORD),
        ];
        browser.fill("/app/user/register", &fields).await.assert_leads_to("/app/user/check-email");
        let link = site.link_to("ada").await;
        let opened = browser.get(&format!("/app{link}")).await;
        opened.assert_leads_to_linked("/app/user/confirm-email");
        let page = browser.follow_once(&opened).await;
        browser.submit(&page, &[]).await.assert_leads_to("/app/");
        assert_eq!(browser.get("/app/members").await.status, 200);
        assert_eq!(browser.get("/app/user/profile").await.status, 200);

        let mut elsewhere = site.browser();
        elsewhere.taken_away = browser.taken_away;
        elsewhere.fill("/app/user/forgot-password", &[("email", &email)]).await;
        let link = format!("/app{}", site.link_to("ada").await);
        let fields = [("new_password", OTHER_PASSWORD), ("retype_password", OTHER_PASSWORD)];
        elsewhere.fill_linked(&link, &fields).await.assert_leads_to("/app/user/sign-in");
        let fields = [("username", "ada"), ("password", OTHER_PASSWORD)];
        let there = elsewhere.fill("/app/user/sign-in?next=%2Fapp%2Fmembers", &fields).await;
        there.assert_leads_to("/app/members");
    }
}

#[tokio::test]
async fn every_page_leads_posts_and_loads_below_the_path_and_cookies_stay_there() {
    for (site, mut browser) in proxies() {
        for page in ["register", "sign-in", "sign-in-or-register", "forgot-password", "resend-confirm-email"]
        {
            let answer = browser.get(&format!("/app/user/{page}?next=%2Fapp%2Fmembers")).await;
            assert_eq!(answer.status, 200, "{page}");
            assert_inside(&answer.data());
            for cookie in answer.cookies() {
                assert_eq!(cookie.path(), Some("/app"));
                assert!(cookie.name().starts_with("__Secure-user_"), "{cookie}");
            }
        }
        site.member("ada", &[]).await;
        let fields = [("username", "ada"), ("password", PASSWORD)];
        browser.fill("/app/user/sign-in", &fields).await.assert_leads_to("/app/");
        for page in ["profile", "edit-profile", "change-password", "change-username", "sessions", "sign-out"]
        {
            let answer = browser.get(&format!("/app/user/{page}")).await;
            assert_eq!(answer.status, 200, "{page}");
            assert_inside(&answer.data());
        }
        let stylesheet =
            browser.get("/app/page").await.data()["site"]["stylesheet"].as_str().unwrap().to_owned();
        assert_eq!(browser.get(&stylesheet).await.status, 200);
        assert_inside(&browser.get("/app/nothing").await.data());
    }
}

#[tokio::test]
async fn a_next_stays_below_the_path() {
    let (site, mut browser) = proxies().into_iter().next().unwrap();
    site.member("ada", &[]).await;
    for (next, expected) in [
        ("/other/page", "/app/other/page"),
        ("/members", "/app/members"),
        ("//evil.test", "/app/"),
        ("/app/../x", "/app/x"),
    ] {
        let mut browser = browser.clone();
        let fields = [("username", "ada"), ("password", PASSWORD), ("next", next)];
        browser.fill("/app/user/sign-in", &fields).await.assert_leads_to(expected);
    }
    browser.post_bare("/app/user/sign-in", &[("csrf_token", "x")]).await.assert_shows(403, "sign-in");
}

#[tokio::test]
async fn a_form_of_another_site_is_refused_and_one_of_this_origin_is_not() {
    for (site, browser) in proxies() {
        site.member("ada", &[]).await;
        let fields = [("username", "ada"), ("password", PASSWORD)];

        let mut other = browser.clone().saying("origin", "https://evil.test");
        assert_eq!(other.fill("/app/user/sign-in", &fields).await.problem(), "csrf");
        let mut own = browser.saying("origin", "https://example.com");
        own.fill("/app/user/sign-in", &fields).await.assert_leads_to("/app/");
    }
}

#[tokio::test]
async fn the_mailbox_is_there_too() {
    let mailbox = DevMailbox::new();
    let site = Site::built(|builder| builder.configure(below), |web| web.mailbox(&mailbox), pages());

    let page = site.browser().get("/app/dev/mailbox").await;

    page.assert_shows(200, "mailbox");
    assert_inside(&page.data());
}
