//! Requests that this site did not ask for.

use crate::it::body::Body;
use http::Method;
use user_core::domain::EventKind;

use crate::it::browser::{Browser, FORM, form};
use crate::it::site::{PASSWORD, Site};

const PAGES: [&str; 5] =
    ["register", "sign-in", "forgot-password", "resend-confirm-email", "change-username"];

#[tokio::test]
async fn another_site_or_a_sibling_domain_cannot_post() {
    let site = Site::new();
    let ada = site.signed_in("ada", &[]).await;
    let before = site.contents();
    let cases: [&[(&str, &str)]; 6] = [
        &[("sec-fetch-site", "cross-site")],
        &[("sec-fetch-site", "same-site")],
        &[("origin", "https://evil.test")],
        &[("origin", "http://127.0.0.1:3001")],
        &[("origin", "null")],
        &[("sec-fetch-site", "cross-site"), ("origin", "http://127.0.0.1:3000")],
    ];

    for headers in cases {
        let mut browser = ada.clone();
        browser.headers = headers.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect();
        for path in ["/user/sign-out", "/user/sessions/others", "/echo", "/members"] {
            let answer = browser.post(path, &[]).await;
            assert_eq!((answer.status, answer.problem()), (403, "csrf".to_owned()), "{headers:?} {path}");
        }
        let put = browser.send_json("PUT", "/echo", "{}").await;
        assert_eq!(put.status, 403);
    }
    assert_eq!(site.contents(), before);
}

#[tokio::test]
async fn this_site_may_post_whatever_the_browser_says_of_it() {
    let site = Site::new();
    let cases: [&[(&str, &str)]; 4] = [
        &[("sec-fetch-site", "same-origin"), ("origin", "http://127.0.0.1:3000")],
        &[("sec-fetch-site", "same-origin"), ("origin", "null")],
        &[("origin", "http://127.0.0.1:3000")],
        &[("sec-fetch-site", "none")],
    ];
    site.member("ada", &[]).await;

    for headers in cases {
        let mut browser = site.browser();
        browser.headers = headers.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect();

        assert_eq!(browser.sign_in_with("ada", PASSWORD).await.status, 303, "{headers:?}");
    }
}

/// Tokens that must not count in this browser.
async fn foreign_tokens(site: &Site) -> Vec<(&'static str, String)> {
    let mut other_visitor = site.browser();
    other_visitor.get("/user/sign-in").await;
    let other_session = site.browser().signs_in("eve").await;
    let elsewhere = Site::new();
    let mut other_site = elsewhere.browser();
    other_site.get("/user/sign-in").await;
    vec![
        ("none", String::new()),
        ("nonsense", "nonsense".to_owned()),
        ("another visitor's", other_visitor.token),
        ("another session's", other_session.token.clone()),
        ("a session cookie", other_session.cookie("session").unwrap().to_owned()),
        ("too long", "a".repeat(10_000)),
    ]
}

#[tokio::test]
async fn without_a_token_of_its_own_a_form_is_shown_again_with_what_was_typed() {
    let site = Site::new();
    site.member("eve", &[]).await;
    let ada = site.signed_in("ada", &[]).await;
    let tokens = foreign_tokens(&site).await;
    let before = site.contents();

    for page in PAGES {
        let mut browser = if page == "change-username" { ada.clone() } else { site.browser() };
        let path = format!("/user/{page}");
        browser.get(&path).await;
        for (what, token) in &tokens {
            let field = match page {
                "register" | "sign-in" => "username",
                "change-username" => "new_username",
                _ => "email",
            };
            let fields = [("csrf_token", token.as_str()), (field, "typed"), ("password", PASSWORD)];
            let answer = browser.post_bare(&path, &fields).await;

            answer.assert_shows(403, page);
            // Somebody else's form, for somebody who is signed in, has nothing in it that they typed.
            let is_others = page == "change-username" && *what == "another session's";
            let (error, typed) =
                if is_others { ("form-other-account", "ada") } else { ("form-expired", "typed") };
            assert_eq!(answer.errors(), [error], "{page}: {what}");
            assert_eq!(answer.field(field)["value"], typed, "{page}: {what}");
            assert!(!answer.body.contains(PASSWORD));
        }
    }
    assert_eq!(site.contents(), before);
}

#[tokio::test]
async fn the_form_that_is_shown_again_works() {
    let site = Site::new();
    site.member("ada", &[]).await;
    let mut browser = site.browser();
    let fields = [("username", "ada"), ("password", PASSWORD)];

    browser.post_bare("/user/sign-in", &fields).await.assert_shows(403, "sign-in");

    browser.post("/user/sign-in", &fields).await.assert_leads_to("/");
}

#[tokio::test]
async fn a_program_learns_that_its_token_is_no_good() {
    let mut program = Site::new().browser();
    program.get("/user/sign-in").await;
    let mut program = program.asking_for_json();

    let answer = program.post_bare("/user/sign-in", &[("username", "ada")]).await;

    assert_eq!((answer.status, &answer.json()["code"]), (403, &"csrf".into()));
    assert_eq!(answer.json()["errors"][0]["code"], "form.expired");
}

#[tokio::test]
async fn signing_in_and_out_ends_every_token_of_before() {
    let site = Site::new();
    site.member("ada", &[]).await;
    let mut browser = site.browser();
    browser.get("/user/sign-in").await;
    let of_visitor = browser.token.clone();
    let visitor = browser.cookie("visitor").unwrap().to_owned();

    let mut browser = browser.signs_in("ada").await;
    let of_session = browser.token.clone();
    assert!(browser.cookie("visitor").is_none());
    assert_eq!(post_token(&mut browser, &of_visitor).await, 403);
    assert_eq!(post_token(&mut browser, &of_session).await, 200);

    browser.fill("/user/sign-out", &[]).await.assert_leads_to("/user/sign-in");
    browser.get("/user/sign-in").await;
    assert_ne!(browser.cookie("visitor").unwrap(), visitor);
    for token in [of_visitor, of_session] {
        assert_eq!(post_token(&mut browser, &token).await, 403);
    }
}

async fn post_token(browser: &mut Browser, token: &str) -> u16 {
    browser.post_bare("/echo", &[("csrf_token", token)]).await.status
}

#[tokio::test]
async fn a_visitor_cookie_planted_beside_a_session_counts_for_nothing() {
    let site = Site::new();
    let mut ada = site.signed_in("ada", &[]).await;
    let mut eve = site.browser();
    eve.get("/user/sign-in").await;
    ada.jar.insert("user_visitor".to_owned(), eve.cookie("visitor").unwrap().to_owned());

    assert_eq!(post_token(&mut ada, &eve.token).await, 403);
    assert!(ada.is_signed_in().await);
}

#[tokio::test]
async fn a_token_is_good_on_every_page_and_more_than_once() {
    let site = Site::new();
    let mut browser = site.browser();
    browser.get("/user/register").await;
    let token = browser.token.clone();

    for _ in 0..2 {
        assert_eq!(post_token(&mut browser, &token).await, 200);
    }
    assert_ne!(browser.get("/user/register").await.data()["site"]["csrf_token"], token, "masked anew");
}

#[tokio::test]
async fn routes_of_the_app_take_forms_with_a_token_only() {
    let site = Site::new();
    let mut anybody = site.browser();
    anybody.get("/user/sign-in").await;
    let ada = site.signed_in("ada", &[]).await;

    for mut browser in [anybody, ada] {
        let token = browser.token.clone();
        let bare = browser.post_bare("/echo", &[("tag", "a")]).await;
        assert_eq!((bare.status, bare.problem()), (403, "csrf".to_owned()));
        let twice = [("csrf_token", token.as_str()), ("csrf_token", token.as_str())];
        assert_eq!(browser.post_bare("/echo", &twice).await.status, 403);

        let token = browser.token.clone();
        let fields = [("tag", "a"), ("tag", "b"), ("roles", "x")];
        let good = browser.post("/echo", &fields).await;
        let body = form(&[&[("csrf_token", token.as_str())], fields.as_slice()].concat());
        assert_eq!((good.status, good.body), (200, body), "and find the whole form, as it was sent");
    }
}

#[tokio::test]
async fn a_script_may_send_the_token_in_a_header() {
    let site = Site::new();
    let mut ada = site.signed_in("ada", &[]).await;
    let token = ada.token.clone();
    let with = |token: &str| [("x-csrf-token".to_owned(), token.to_owned())].to_vec();

    for (kind, body) in [("application/json", "{}"), ("text/plain", "x"), ("", ""), (FORM, "a=b")] {
        for (token, expected) in [(token.as_str(), 200), ("nonsense", 403)] {
            ada.headers = with(token);
            let headers: &[_] = if kind.is_empty() { &[] } else { &[("content-type", kind)] };
            let answer = ada.send(Method::POST, "/echo", headers, Body::from(body.to_owned())).await;
            assert_eq!(answer.status, expected, "{kind} {token}");
        }
    }
    ada.headers = with(&token);
    ada.post_bare("/user/sign-out", &[]).await.assert_leads_to("/user/sign-in");
}

#[tokio::test]
async fn whoever_has_no_session_may_send_json_without_a_token() {
    let site = Site::new();
    let mut anybody = site.browser();
    let mut ada = site.signed_in("ada", &[]).await;

    assert_eq!(anybody.send_json("POST", "/echo", r#"{"a":1}"#).await.body, r#"{"a":1}"#);
    let refused = ada.clone().asking_for_json().send_json("POST", "/echo", "{}").await;
    assert_eq!((refused.status, &refused.json()["code"]), (403, &"csrf".into()));
    assert_eq!(ada.send_json("PUT", "/echo", "{}").await.status, 403);
}

#[tokio::test]
async fn a_page_of_the_app_gets_tokens_that_work() {
    let site = Site::new();
    let mut anybody = site.browser();
    let ada = site.signed_in("ada", &[]).await;
    let tokens = anybody.get("/token").await.body;
    let (one, other) = tokens.split_once(' ').unwrap();

    assert_ne!(one, other);
    for token in [one, other] {
        assert_eq!(post_token(&mut anybody, token).await, 200);
        assert_eq!(post_token(&mut ada.clone(), token).await, 403);
    }
    let mut ada = ada;
    site.store.take_calls();
    let tokens = ada.get("/token").await.body;
    assert!(site.store.take_calls().is_empty());
    assert_eq!(post_token(&mut ada, tokens.split_once(' ').unwrap().0).await, 200);
}

#[tokio::test]
async fn looking_never_changes_anything() {
    let site = Site::new();
    let mut ada = site.signed_in("ada", &[]).await;
    let mut anybody = site.browser();
    anybody.registers("grace").await;
    let link = site.link_to("grace").await;
    let before = site.contents();
    let paths = [
        "register",
        "sign-in",
        "sign-out",
        "confirm-email",
        "resend-confirm-email",
        "forgot-password",
        "reset-password",
        "change-password",
        "change-username",
        "profile",
        "sessions",
        "sessions/others",
        "nothing",
    ];
    let paths: Vec<_> = paths.iter().map(|path| format!("/user/{path}")).chain([link]).collect();

    for browser in [&mut ada, &mut anybody] {
        for path in &paths {
            for method in [Method::GET, Method::HEAD, Method::OPTIONS, Method::TRACE] {
                let filled = format!("{path}?username=eve&password=x&email=eve@example.com");
                let answer = browser.send(method.clone(), &filled, &[], Body::empty()).await;
                assert!(answer.status < 500, "{method} {path}");
            }
        }
        assert!(browser.is_signed_in().await || browser.cookie("session").is_none());
    }
    assert_eq!(site.contents(), before);
}

#[tokio::test]
async fn forged_requests_forbidden_pages_and_foreign_links_leave_a_trace() {
    let site = Site::new();
    let mut ada = site.signed_in("ada", &[]).await;
    let mut stranger = site.browser();

    ada.clone().saying("origin", "https://evil.test").post("/user/sign-out", &[]).await;
    stranger.post("/user/sign-in", &[]).await;
    ada.get("/admin").await;
    stranger.get("/admin").await;
    stranger.get("/user/reset-password/garbage").await;
    stranger.get("/user/reset-password").await;
    stranger.get("/user/sign-in").await;

    let (forged, forbidden, link) =
        (EventKind::REQUEST_FORGED, EventKind::ACCESS_FORBIDDEN, EventKind::LINK_REFUSED);
    assert_eq!(site.refused(), [forged, forged, forbidden, link]);
    let ada = site.account("ada").await.unwrap();
    let events = site.users.events_of(ada.id, 10).await.unwrap();
    let of_ada: Vec<_> = events.iter().map(|event| event.kind).collect();
    assert_eq!(of_ada[..2], [forbidden, forged]);
    assert!(events[0].address.is_some());
}

#[tokio::test]
async fn an_event_is_a_line_of_the_log_under_the_same_name() {
    crate::it::log::listen();
    let site = Site::new();
    let mut browser = site.browser();

    browser.fill("/user/sign-in", &[("username", "secret-name"), ("password", "secret")]).await;

    let text = crate::it::log::text();
    assert!(text.contains(r#"user_core::events: event="sign_in_failed" client=192.0.2.1"#), "{text}");
    assert!(!text.contains("secret"), "{text}");
}
