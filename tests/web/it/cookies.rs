//! Our cookies: names, attributes, lives.

use std::collections::BTreeSet;

use crate::it::browser::{Answer, Browser};
use crate::it::site::{DAY, MINUTE, PASSWORD, Site};

/// Everything after the value, in order.
fn attributes(answer: &Answer, word: &str) -> Vec<String> {
    let text = answer.set_cookie(word).unwrap_or_else(|| panic!("no {word} in {:?}", answer.headers));
    let mut attributes: Vec<_> = text.split("; ").skip(1).map(str::to_owned).collect();
    attributes.sort();
    attributes
}

fn names(answer: &Answer) -> BTreeSet<String> {
    answer.cookies().iter().map(|cookie| cookie.name().to_owned()).collect()
}

async fn remembered(site: &Site) -> (Browser, Answer) {
    site.member("ada", &[]).await;
    let mut browser = site.browser();
    let fields = [("username", "ada"), ("password", PASSWORD), ("remember_me", "true")];
    let answer = browser.fill("/user/sign-in", &fields).await;
    (browser, answer)
}

#[tokio::test]
async fn over_https_every_cookie_is_host_only_and_secure() {
    let site = Site::https();
    let mut browser = site.browser();
    let page = browser.get("/user/sign-in").await;
    let registered = browser.registers("ada").await;
    let link = site.link_to("ada").await;
    let opened = browser.get(&link).await;
    browser.follow(opened).await;
    let confirmed = browser.post("/user/confirm-email", &[]).await;

    let mut seen = BTreeSet::new();
    for answer in [&page, &registered, &confirmed] {
        for cookie in answer.cookies() {
            assert!(cookie.name().starts_with("__Host-user_"), "{cookie}");
            assert_eq!(cookie.secure(), Some(true), "{cookie}");
            assert_eq!(cookie.http_only(), Some(true), "{cookie}");
            assert_eq!(cookie.path(), Some("/"), "{cookie}");
            assert_eq!(cookie.domain(), None, "{cookie}");
            assert_eq!(cookie.same_site(), Some(cookie::SameSite::Lax), "{cookie}");
            // Behind the name of a link's cookie stands which link it is for.
            seen.insert(cookie.name().replace("__Host-user_", "").split('_').next().unwrap().to_owned());
        }
    }
    let expected = ["confirm", "device", "notices", "registered", "sent", "session", "visitor"];
    assert_eq!(seen.into_iter().collect::<Vec<_>>(), expected);
}

#[tokio::test]
async fn on_loopback_cookies_work_without_https() {
    let answer = Site::new().browser().get("/user/sign-in").await;

    assert_eq!(attributes(&answer, "visitor"), ["HttpOnly", "Path=/", "SameSite=Lax"]);
    assert_eq!(names(&answer), BTreeSet::from(["user_visitor".to_owned()]));
}

#[tokio::test]
async fn the_development_switch_and_the_name_are_seen_in_every_cookie() {
    let site = Site::with(|settings| {
        settings.public_base_url = "http://10.1.2.3:8080".to_owned();
        settings.cookies.insecure_development = true;
        settings.cookies.name = "tea_user".to_owned();
    });
    site.member("ada", &[]).await;
    let mut browser = site.browser();

    let answer = browser.sign_in_with("ada", PASSWORD).await;

    let expected = ["device", "notices", "session", "visitor"];
    let expected: BTreeSet<_> = expected.iter().map(|word| format!("insecure_tea_user_{word}")).collect();
    assert_eq!(names(&answer), expected);
    assert!(browser.is_signed_in().await);
}

#[tokio::test]
async fn two_apps_on_one_host_do_not_read_each_others_cookies() {
    let tea = Site::with(|settings| settings.cookies.name = "tea_user".to_owned());
    let coffee = Site::with(|settings| settings.cookies.name = "coffee_user".to_owned());
    let mut browser = coffee.browser();
    browser.jar = tea.signed_in("ada", &[]).await.jar;

    assert_eq!(browser.get("/greet").await.body, "stranger");
    assert!(browser.cookie("session").is_some(), "the other app's cookie is left alone");
}

#[tokio::test]
async fn a_session_lasts_until_the_browser_closes_or_as_long_as_it_was_asked_to() {
    let site = Site::new();
    let (_, answer) = remembered(&site).await;
    let month = format!("Max-Age={}", 30 * 24 * 3_600);
    assert_eq!(attributes(&answer, "session"), ["HttpOnly", month.as_str(), "Path=/", "SameSite=Lax"]);

    let answer = site.browser().sign_in_with("ada", PASSWORD).await;
    assert_eq!(attributes(&answer, "session"), ["HttpOnly", "Path=/", "SameSite=Lax"]);
    let year = format!("Max-Age={}", 365 * 24 * 3_600);
    assert!(attributes(&answer, "device").contains(&year));
}

#[tokio::test]
async fn a_cookie_is_removed_with_the_attributes_it_was_set_with() {
    for site in [Site::new(), Site::https()] {
        let (mut browser, set) = remembered(&site).await;
        let set = attributes(&set, "session");
        browser.get("/page").await;
        let removed = browser.post("/user/sign-out", &[]).await;

        let lasting = |all: Vec<String>| -> Vec<_> {
            all.into_iter().filter(|attribute| !attribute.starts_with("Max-Age")).collect()
        };
        assert!(attributes(&removed, "session").contains(&"Max-Age=0".to_owned()));
        assert!(removed.set_cookie("session").unwrap().contains("session=;"));
        assert_eq!(lasting(attributes(&removed, "session")), lasting(set));
    }
}

#[tokio::test]
async fn a_session_gets_another_cookie_every_day_and_the_old_one_is_good_for_a_moment() {
    let site = Site::new();
    let (mut browser, _) = remembered(&site).await;
    let mut slow = browser.clone();
    let first = browser.cookie("session").unwrap().to_owned();
    site.after(DAY);

    let answer = browser.get("/members").await;

    assert_eq!(answer.status, 200);
    assert_ne!(browser.cookie("session").unwrap(), first);
    let month = format!("Max-Age={}", 30 * 24 * 3_600);
    assert!(attributes(&answer, "session").contains(&month));
    assert_eq!(answer.header("cache-control"), Some("no-store"));
    assert!(slow.is_signed_in().await, "a request that was under way");
    assert!(browser.is_signed_in().await);
}

#[tokio::test]
async fn an_answer_that_got_lost_signs_nobody_out_however_late_the_browser_comes_back() {
    let site = Site::new();
    let (mut browser, _) = remembered(&site).await;
    let first = browser.cookie("session").unwrap().to_owned();
    site.after(DAY);
    browser.get("/members").await;
    let renewed = browser.cookie("session").unwrap().to_owned();

    for pause in [2 * MINUTE, 3 * DAY] {
        site.after(pause);
        browser.jar.insert("user_session".to_owned(), first.clone());
        assert_eq!(browser.get("/members").await.status, 200, "{pause:?}");
        assert_eq!(browser.cookie("session"), Some(renewed.as_str()), "{pause:?}");
    }

    assert!(browser.is_signed_in().await);
    assert_eq!(site.mails_to("ada").await, Vec::<String>::new());
}

#[tokio::test]
async fn a_copied_cookie_that_turns_up_later_signs_everybody_out() {
    let site = Site::new();
    let (mut browser, _) = remembered(&site).await;
    let mut thief = browser.clone();
    site.after(DAY);
    assert!(browser.is_signed_in().await);
    assert!(browser.is_signed_in().await, "with the new cookie");
    site.after(2 * MINUTE);

    assert!(!thief.is_signed_in().await);

    assert!(thief.cookie("session").is_none());
    assert!(!browser.is_signed_in().await);
    assert_eq!(site.mails_to("ada").await, ["session_revoked"]);
}

#[tokio::test]
async fn cookies_come_with_errors_too() {
    let site = Site::new();
    let (mut browser, _) = remembered(&site).await;

    for path in ["/nothing", "/panics", "/fails", "/admin"] {
        // The period counts from the first request with the cookie.
        browser.get("/members").await;
        let before = browser.cookie("session").unwrap().to_owned();
        site.after(DAY);
        let answer = browser.get(path).await;

        assert!(answer.status >= 400, "{path}");
        assert!(answer.set_cookie("session").is_some(), "{path}");
        assert_ne!(browser.cookie("session").unwrap(), before);
    }
    let mut dead = browser.clone();
    dead.jar.insert("user_session".to_owned(), "garbage".to_owned());
    assert!(attributes(&dead.get("/nothing").await, "session").contains(&"Max-Age=0".to_owned()));
}

#[tokio::test]
async fn no_page_sets_a_cookie_twice_or_without_need() {
    let site = Site::new();
    let mut browser = site.browser();
    assert_eq!(browser.get("/").await.cookies().len(), 0, "a page that needs none sets none");
    assert_eq!(browser.get("/user/sign-in").await.cookies().len(), 1);
    assert_eq!(browser.get("/user/sign-in").await.cookies().len(), 0, "known already");
    let css = browser.get("/user/sign-in").await.data()["site"]["stylesheet"].as_str().unwrap().to_owned();
    assert_eq!(browser.get(&css).await.cookies().len(), 0);

    let mut ada = site.signed_in("ada", &[]).await;
    for path in ["/members", "/user/profile", "/"] {
        assert_eq!(ada.get(path).await.cookies().len(), 0, "{path}");
    }
    let out = ada.post("/user/sign-out", &[]).await;
    assert_eq!(names(&out).len(), out.cookies().len());
}

/// Another program of this host may set a cookie of our name for a longer path, which browsers send first.
#[tokio::test]
async fn of_two_session_cookies_the_one_that_we_sealed_counts() {
    let site = Site::new();
    let ada = site.signed_in("ada", &[]).await;
    let ours = ada.cookie("session").unwrap().to_owned();

    for other in ["", "x", "\"quoted\"", "eyJhbGciOiJub25lIn0.e30."] {
        for pairs in [[other, &ours], [ours.as_str(), other]] {
            let both = pairs.map(|value| format!("user_session={value}")).join("; ");
            let mut browser = site.browser().saying("cookie", &both);
            assert!(browser.is_signed_in().await, "{both}");
        }
    }
    let mut stranger = site.browser().saying("cookie", "user_session=x; user_session=y");
    assert!(!stranger.is_signed_in().await);
}

/// A cookie of a session that is over may lie at a longer path, where an app was moved.
#[tokio::test]
async fn of_several_sealed_session_cookies_the_one_whose_session_lives_counts() {
    for order in 0..3 {
        let site = Site::new();
        let mut left = site.signed_in("eve", &[]).await;
        let over = left.cookie("session").unwrap().to_owned();
        left.post("/user/sign-out", &[]).await;
        let ada = site.signed_in("ada", &[]).await;
        let ours = ada.cookie("session").unwrap().to_owned();
        let sent = match order {
            0 => vec![&over, &ours],
            1 => vec![&ours, &over],
            _ => vec![&over, &over, &over, &ours],
        };
        let sent: Vec<_> = sent.iter().map(|value| format!("user_session={value}")).collect();

        let mut browser = site.browser().saying("cookie", &sent.join("; "));

        assert!(browser.is_signed_in().await, "{order}");
    }
}

#[tokio::test]
async fn no_more_than_four_session_cookies_are_tried() {
    let site = Site::new();
    let mut left = site.signed_in("eve", &[]).await;
    let over = left.cookie("session").unwrap().to_owned();
    left.post("/user/sign-out", &[]).await;
    let ada = site.signed_in("ada", &[]).await;
    let ours = format!("user_session={}", ada.cookie("session").unwrap());
    let sent = [vec![format!("user_session={over}"); 4], vec![ours]].concat();

    assert!(!site.browser().saying("cookie", &sent.join("; ")).is_signed_in().await);
}
