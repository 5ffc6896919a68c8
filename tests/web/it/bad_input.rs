//! Whatever a form can be sent that is not a form: a clear refusal, nothing written, nothing revealed.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::it::body::Body;
use futures_util::stream;
use http::Method;

use crate::it::browser::{Answer, Browser, FORM};
use crate::it::site::Site;

const ANONYMOUS: [&str; 8] = [
    "register",
    "sign-in",
    "sign-out",
    "forgot-password",
    "resend-confirm-email",
    "confirm-email",
    "reset-password",
    "undo-email-change",
];
const SIGNED_IN: [&str; 4] = ["change-password", "change-username", "change-email", "sessions/others"];

/// Every page that takes a form, each with a browser that may use it and has a good token.
async fn forms(site: &Site) -> Vec<(String, Browser)> {
    let ada = site.signed_in("ada", &[]).await;
    let mut anybody = site.browser();
    anybody.get("/user/sign-in").await;
    let of = |pages: &[&str], browser: &Browser| -> Vec<_> {
        pages.iter().map(|page| (format!("/user/{page}"), browser.clone())).collect()
    };
    [of(&ANONYMOUS, &anybody), of(&SIGNED_IN, &ada)].concat()
}

async fn post(browser: &mut Browser, path: &str, kind: &str, body: impl Into<Body>) -> Answer {
    let headers: &[_] = if kind.is_empty() { &[] } else { &[("content-type", kind)] };
    browser.send(Method::POST, path, headers, body.into()).await
}

#[track_caller]
fn assert_refused(answer: &Answer, status: u16, problem: &str, what: &str) {
    assert_eq!((answer.status, answer.problem()), (status, problem.to_owned()), "{what}");
}

#[tokio::test]
async fn a_field_given_twice_is_refused() {
    let site = Site::new();
    let forms = forms(&site).await;
    let before = site.contents();

    for (path, mut browser) in forms {
        for double in ["a=1&a=2", "email=x&email=y", "password=1&password=2", "csrf_token=y", "=1&=2"] {
            let body = format!("csrf_token={}&{double}", browser.token);
            let answer = post(&mut browser, &path, FORM, body).await;
            assert_refused(&answer, 400, "bad-request", &format!("{path} {double}"));
        }
    }
    assert_eq!(site.contents(), before);
}

#[tokio::test]
async fn bytes_that_are_no_text_are_refused() {
    let site = Site::new();
    let forms = forms(&site).await;
    let before = site.contents();

    for (path, mut browser) in forms {
        for bad in [&b"password=%ff%fe"[..], b"username=%C3", b"username=%ED%A0%80", b"email=\xff", b"%80=x"]
        {
            let body = [format!("csrf_token={}&", browser.token).as_bytes(), bad].concat();
            let answer = post(&mut browser, &path, FORM, body).await;
            assert_refused(&answer, 400, "bad-request", &format!("{path} {bad:?}"));
        }
    }
    assert_eq!(site.contents(), before);
}

#[tokio::test]
async fn what_is_no_form_is_refused() {
    let site = Site::new();
    let forms = forms(&site).await;
    let before = site.contents();
    let kinds = [
        "",
        "application/json",
        "text/plain",
        "multipart/form-data; boundary=x",
        "application/x-www-form-urlencoded; charset=iso-8859-1",
        "application/x-www-form-urlencoded2",
        "nonsense",
    ];

    for (path, mut browser) in forms {
        for kind in kinds {
            let token = browser.token.clone();
            let answer = post(&mut browser, &path, kind, format!("csrf_token={token}")).await;
            assert_refused(&answer, 415, "unsupported-media-type", &format!("{path} {kind}"));

            browser.headers = vec![("x-csrf-token".to_owned(), token)];
            let answer = post(&mut browser, &path, kind, "{}").await;
            assert_refused(
                &answer,
                415,
                "unsupported-media-type",
                &format!("{path} {kind}, token in header"),
            );
            browser.headers.clear();
        }
    }
    assert_eq!(site.contents(), before);
}

#[tokio::test]
async fn the_charset_may_be_said_where_it_is_ours() {
    let site = Site::new();
    let mut browser = site.browser();
    browser.get("/user/sign-in").await;

    for kind in ["application/x-www-form-urlencoded; charset=UTF-8", "Application/X-WWW-Form-Urlencoded"] {
        let body = format!("csrf_token={}&username=%C3%A9", browser.token);
        let answer = post(&mut browser, "/user/sign-in", kind, body).await;
        assert_eq!((answer.status, answer.field("username")["value"].as_str()), (422, Some("é")), "{kind}");
    }
}

/// A body of `chunks` times 16 KiB that nobody has told the length of, and a count of those that were read.
fn endless(token: &str, chunks: usize) -> (Body, Arc<AtomicUsize>) {
    let read = Arc::new(AtomicUsize::new(0));
    let counted = read.clone();
    let head = format!("csrf_token={token}&email=");
    let parts = std::iter::once(head.into_bytes()).chain(std::iter::repeat_n(vec![b'a'; 16 * 1024], chunks));
    let parts = parts.map(move |part| {
        counted.fetch_add(1, Ordering::SeqCst);
        Ok::<_, std::io::Error>(part)
    });
    (Body::from_bytes_stream(stream::iter(parts)), read)
}

#[tokio::test]
async fn a_body_that_is_too_large_is_not_read_to_its_end() {
    let site = Site::new();
    let forms = forms(&site).await;
    let before = site.contents();

    for (path, mut browser) in forms {
        let (body, read) = endless(&browser.token.clone(), 640);
        let answer = post(&mut browser, &path, FORM, body).await;
        assert_refused(&answer, 413, "too-large", &path);
        let read = read.load(Ordering::SeqCst);
        assert!(read <= 6, "{path}: {read} chunks of 16 KiB were read for a limit of 64");

        let body = format!("csrf_token={}&email={}", browser.token, "a".repeat(10 * 1024 * 1024));
        let answer = post(&mut browser, &path, FORM, body).await;
        assert_refused(&answer, 413, "too-large", &path);
    }
    assert_eq!(site.contents(), before);
}

#[tokio::test]
async fn a_form_of_the_app_has_a_limit_too() {
    let site = Site::new();
    let mut ada = site.signed_in("ada", &[]).await;
    let token = ada.token.clone();

    let (body, _) = endless(&token, 63);
    assert_eq!(post(&mut ada, "/echo", FORM, body).await.status, 200);
    let (body, read) = endless(&token, 640);
    let answer = post(&mut ada, "/echo", FORM, body).await;

    assert_refused(&answer, 413, "too-large", "/echo");
    assert!(read.load(Ordering::SeqCst) <= 67);
}

#[tokio::test]
async fn a_length_that_lies_changes_nothing() {
    let site = Site::new();
    let mut browser = site.browser();
    browser.get("/user/sign-in").await;

    for length in ["0", "5", "99999999999"] {
        let (body, _) = endless(&browser.token.clone(), 640);
        let headers = [("content-type", FORM), ("content-length", length)];
        let answer = browser.send(Method::POST, "/user/sign-in", &headers, body).await;
        assert_refused(&answer, 413, "too-large", length);
    }
}

#[tokio::test]
async fn a_body_that_breaks_off_is_refused() {
    let mut browser = Site::new().browser();
    browser.get("/user/sign-in").await;
    let parts = [Ok(b"email=a".to_vec()), Err(std::io::Error::other("the line is dead"))];

    let answer =
        post(&mut browser, "/user/sign-in", FORM, Body::from_bytes_stream(stream::iter(parts))).await;

    assert_refused(&answer, 400, "bad-request", "cut");
}

#[tokio::test]
async fn methods_that_a_page_does_not_know_are_refused_with_those_it_does() {
    let site = Site::new();
    let ada = site.signed_in("ada", &[]).await;
    let before = site.contents();
    let cases = [
        ("/user/sign-in", "GET, HEAD, POST"),
        ("/user/confirm-email/x", "GET, HEAD, POST"),
        ("/user/profile", "GET, HEAD"),
        ("/user/sessions", "GET, HEAD"),
        ("/user/sessions/x", "POST"),
    ];

    for (path, allowed) in cases {
        for method in ["PUT", "DELETE", "PATCH", "OPTIONS", "BREW"] {
            let answer = ada.clone().send(method.parse().unwrap(), path, &[], Body::empty()).await;
            assert_refused(&answer, 405, "method-not-allowed", &format!("{method} {path}"));
            assert_eq!(answer.header("allow"), Some(allowed), "{method} {path}");
        }
    }
    assert_eq!(ada.clone().post("/user/profile", &[]).await.header("allow"), Some("GET, HEAD"));
    assert_eq!(ada.clone().get("/user/sessions/x").await.header("allow"), Some("POST"));
    assert_eq!(ada.clone().asking_for_json().send_json("PUT", "/user/sign-in", "{}").await.status, 405);
    assert_eq!(site.contents(), before);
}

#[tokio::test]
async fn text_of_any_length_and_kind_is_refused_in_words_and_written_nowhere() {
    let site = Site::new();
    let forms = forms(&site).await;
    let long = "x".repeat(6_000);
    let nasty =
        ["\0", "a\0b@example.com", "\u{202e}evil", "<script>", "\r\nX: y", "%00", "' OR 1=1 --", &long];

    for (path, browser) in forms {
        for value in nasty {
            let names = [
                "username",
                "email",
                "password",
                "new_username",
                "new_email",
                "old_password",
                "new_password",
            ];
            let fields: Vec<_> = names.iter().map(|name| (*name, value)).collect();
            let answer = browser.clone().post(&path, &fields).await;

            let asks_nothing = ["sign-out", "sessions", "/confirm-email", "/reset-password", "undo"];
            let expected = if asks_nothing.iter().any(|page| path.contains(page)) { 303 } else { 422 };
            assert_eq!(answer.status, expected, "{path} {value:?}");
        }
    }
    // Failed attempts leave an event, and a token is good for signing out.
    assert_eq!(site.account("ada").await.unwrap().revision, 0);
    assert_eq!(site.users.users(None, 10).await.unwrap().len(), 1);
    assert!(!site.contents().contains("script") && !site.contents().contains("xxx"));
}

#[tokio::test]
async fn an_empty_form_is_refused_in_words() {
    let site = Site::new();
    let forms = forms(&site).await;
    let before = site.contents();

    for (path, mut browser) in forms {
        if path.contains("sign-out") || path.contains("sessions") {
            continue;
        }
        let answer = browser.post(&path, &[]).await;
        let leads_on = ["confirm-email", "reset-password", "undo"].iter().any(|page| path.contains(page));
        assert_eq!(answer.status, if leads_on && !path.contains("resend") { 303 } else { 422 }, "{path}");
    }
    assert_eq!(site.contents(), before);
}

#[tokio::test]
async fn a_path_that_cannot_be_read_is_a_bad_request_or_not_there() {
    let site = Site::new();
    let mut ada = site.signed_in("ada", &[]).await;

    for path in
        ["/user/confirm-email/%ff", "/user/reset-password/%ff%fe", "/user/sessions/%00", "/user//sign-in"]
    {
        let answer = ada.post(path, &[]).await;
        assert!(matches!(answer.status, 400 | 404 | 303), "{path}: {}", answer.status);
        let answer = ada.get(path).await;
        assert!(matches!(answer.status, 303 | 400 | 404 | 405), "{path}: {}", answer.status);
    }
}

#[tokio::test]
async fn headers_that_are_no_text_are_no_reason_to_fail() {
    let site = Site::new();
    site.member("ada", &[]).await;
    let mut browser = site.browser();
    for name in ["user-agent", "accept-language", "accept", "x-forwarded-for", "x-csrf-token"] {
        browser.headers.push((name.to_owned(), "\u{fffd}é".to_owned()));
    }

    let mut browser = browser.signs_in("ada").await;

    assert!(browser.is_signed_in().await);
}
