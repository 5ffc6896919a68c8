//! When something behind the pages does not work, or somebody asks for too much.

use std::time::Duration;

use user_core::ports::{CommitError, Port, PortError};

use crate::it::site::{PASSWORD, Site, address};

const SIGN_IN: [(&str, &str); 2] = [("username", "ada"), ("password", PASSWORD)];

#[tokio::test]
async fn whoever_guesses_too_often_waits_and_the_right_password_waits_too() {
    let site = Site::new();
    site.member("ada", &[]).await;
    let mut browser = site.browser();
    for _ in 0..5 {
        assert_eq!(browser.sign_in_with("ada", "wrong password").await.status, 422);
    }
    let before = site.contents();

    for password in ["wrong password", PASSWORD] {
        let answer = browser.sign_in_with("ada", password).await;
        answer.assert_shows(429, "sign-in");
        assert_eq!(answer.header("retry-after"), Some("2"));
        assert_eq!(
            answer.errors(),
            ["problem-too-many-requests-advice"],
            "the form stays, with the wait in it"
        );
        assert_eq!(answer.form()["errors"][0]["args"]["seconds"], 2);
        assert_eq!(answer.field("username")["value"], "ada");
    }
    let json = browser.clone().asking_for_json().post("/user/sign-in", &SIGN_IN).await;
    assert_eq!((json.status, json.header("retry-after")), (429, Some("2")));
    assert_eq!(json.json()["code"], "too-many-requests");
    assert_eq!(site.contents(), before);

    site.after(Duration::from_secs(2));
    assert_eq!(browser.sign_in_with("ada", PASSWORD).await.status, 303);
}

#[tokio::test]
async fn one_client_cannot_flood_any_of_the_forms() {
    let site = Site::with(|settings| settings.throttles.client.free = 3);
    let mut browser = site.browser();
    for _ in 0..3 {
        browser.fill("/user/forgot-password", &[("email", "x@example.com")]).await;
    }

    for (path, fields) in [
        ("/user/forgot-password", vec![("email", "x@example.com")]),
        ("/user/resend-confirm-email", vec![("email", "x@example.com")]),
    ] {
        let answer = browser.fill(path, &fields).await;
        assert_eq!((answer.status, answer.header("retry-after")), (429, Some("1")), "{path}");
    }
    assert_eq!(browser.registers("ada").await.status, 429);
    for _ in 0..3 {
        let guess = browser.fill("/user/sign-in", &SIGN_IN).await;
        assert_eq!(guess.status, 422, "wrong passwords are counted apart");
    }
    assert_eq!(browser.fill("/user/sign-in", &SIGN_IN).await.status, 429);
    browser.peer = "192.0.2.2".parse().unwrap();
    assert_eq!(browser.registers("ada").await.status, 303, "another client is not in the way");
}

#[tokio::test]
async fn proving_the_old_password_is_throttled_too() {
    let site = Site::new();
    let mut ada = site.signed_in("ada", &[]).await;
    let wrong = [("new_username", "countess"), ("old_password", "wrong")];
    // Five on this device, and then five like anybody else.
    for _ in 0..10 {
        assert_eq!(ada.fill("/user/change-username", &wrong).await.status, 422);
    }

    assert_eq!(ada.fill("/user/change-username", &wrong).await.status, 429);
    let fields = [("old_password", PASSWORD), ("new_password", PASSWORD), ("retype_password", PASSWORD)];
    assert_eq!(ada.fill("/user/change-password", &fields).await.status, 429);
}

#[tokio::test]
async fn a_hasher_without_capacity_says_when_to_come_back() {
    let site = Site::new();
    site.member("ada", &[]).await;
    let mut browser = site.browser();
    browser.get("/user/sign-in").await;
    site.hasher.become_busy();
    let before = site.contents();

    let page = browser.post("/user/sign-in", &SIGN_IN).await;
    assert_eq!((page.status, page.problem()), (503, "unavailable".to_owned()));
    assert_eq!(page.header("retry-after"), Some("2"));
    let json = browser.clone().asking_for_json().post("/user/sign-in", &SIGN_IN).await;
    assert_eq!((json.status, json.header("retry-after")), (503, Some("2")));
    assert_eq!(browser.registers("grace").await.status, 503);
    assert_eq!(site.contents(), before);

    site.hasher.become_free();
    assert_eq!(browser.fill("/user/sign-in", &SIGN_IN).await.status, 303);
}

#[tokio::test]
async fn a_store_that_is_down_is_a_page_and_not_a_crash() {
    let site = Site::new();
    let mut ada = site.signed_in("ada", &[]).await;
    let mut anybody = site.browser();
    anybody.get("/user/sign-in").await;
    let email = address("ada");
    let email = [("email", email.as_str())];
    site.store.break_down();

    for path in
        ["/members", "/user/profile", "/user/sessions", "/user/sign-in", "/user/change-password", "/page"]
    {
        let answer = ada.get(path).await;
        assert_eq!((answer.status, answer.problem()), (503, "unavailable".to_owned()), "{path}");
        assert_eq!(answer.header("retry-after"), Some("5"), "{path}");
        assert!(!answer.body.contains("told to be down"), "{path}");
    }
    for (path, fields) in [
        ("/user/sign-in", SIGN_IN.to_vec()),
        ("/user/forgot-password", email.to_vec()),
        ("/user/resend-confirm-email", email.to_vec()),
    ] {
        assert_eq!(anybody.get(path).await.status, 200, "{path}: a form needs no store");
        assert_eq!(anybody.post(path, &fields).await.problem(), "unavailable", "{path}");
    }
    assert_eq!(anybody.registers("grace").await.problem(), "unavailable");
    let json = ada.clone().asking_for_json().get("/members").await;
    assert_eq!((json.status, &json.json()["code"]), (503, &"unavailable".into()));
    assert_eq!(ada.get("/").await.body, "home", "pages that need no store go on");

    site.store.recover();
    assert!(ada.is_signed_in().await, "nobody lost their session");
    assert_eq!(anybody.fill("/user/sign-in", &SIGN_IN).await.status, 303);
}

#[tokio::test]
async fn a_commit_that_fails_signs_nobody_in_and_out() {
    let site = Site::new();
    let mut ada = site.signed_in("ada", &[]).await;
    let failed = || CommitError::Failed(PortError::new(Port::Store, "the disk is full"));
    let mut browser = site.browser();

    site.store.refuse_next_commit(failed());
    let answer = browser.sign_in_with("ada", PASSWORD).await;
    assert_eq!((answer.status, answer.set_cookie("session")), (503, None));

    site.store.refuse_next_commit(failed());
    let answer = ada.fill("/user/sign-out", &[]).await;
    assert_eq!((answer.status, answer.set_cookie("session")), (503, None));
    assert!(ada.is_signed_in().await);
}

#[tokio::test]
async fn a_page_that_cannot_be_rendered_is_our_fault() {
    let site = Site::new();
    let mut browser = site.browser();
    site.renderer.break_template("pages/sign-in.html");
    let answer = browser.get("/user/sign-in").await;
    assert_eq!((answer.status, answer.problem()), (500, "internal".to_owned()));
    assert_eq!(answer.header("retry-after"), None);
    assert_eq!(browser.get("/user/register").await.status, 200, "the others can");

    site.renderer.break_template("pages/problem.html");
    let answer = browser.get("/user/sign-in").await;
    assert_eq!((answer.status, answer.body.as_str()), (500, ""), "without words, the status has to do");
    assert_eq!(browser.get("/nothing").await.status, 404);

    site.renderer.recover();
    assert_eq!(browser.get("/user/sign-in").await.status, 200);
}

#[tokio::test]
async fn what_was_done_stands_even_if_the_page_after_it_fails() {
    let site = Site::new();
    site.member("ada", &[]).await;
    let mut browser = site.browser();
    browser.get("/user/sign-in").await;
    site.renderer.break_template("pages/problem.html");
    site.renderer.break_template("pages/app.html");

    let answer = browser.post("/user/sign-in", &SIGN_IN).await;

    assert_eq!(answer.status, 303);
    let failed = browser.get("/page").await;
    assert_eq!(failed.status, 500);
    site.renderer.recover();
    assert_eq!(browser.get("/page").await.notices(), ["notice-signed-in"], "not lost with the page");
}

#[tokio::test]
async fn a_handler_that_panics_is_a_page_and_the_site_goes_on() {
    let site = Site::new();
    let mut ada = site.signed_in("ada", &[]).await;

    let answer = ada.get("/panics").await;
    assert_eq!((answer.status, answer.problem()), (500, "internal".to_owned()));
    assert!(!answer.body.contains("went wrong"));
    assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
    assert_eq!(ada.post("/panics", &[]).await.status, 500);
    let json = ada.clone().asking_for_json().get("/panics").await;
    assert_eq!((json.status, &json.json()["code"]), (500, &"internal".into()));

    assert!(ada.is_signed_in().await);
}

#[tokio::test]
async fn an_error_of_the_app_is_told_without_its_reasons() {
    let site = Site::new();
    let mut browser = site.browser();

    let answer = browser.get("/fails").await;
    assert_eq!((answer.status, answer.problem()), (502, "internal".to_owned()));
    assert!(!answer.body.contains("hunter2"));
    let json = browser.clone().asking_for_json().get("/fails").await;
    assert_eq!(json.status, 502);
    assert!(!json.body.contains("hunter2"));

    let own = browser.get("/teapot").await;
    assert_eq!(
        (own.status, own.body.as_str()),
        (418, "short and stout"),
        "a response of the app's own is its own"
    );
}

#[tokio::test]
async fn what_is_not_there_is_told_to_a_person_and_to_a_program() {
    let site = Site::new();
    let mut ada = site.signed_in("ada", &[]).await;

    let answer = ada.get("/nothing").await;
    assert_eq!((answer.status, answer.problem()), (404, "not-found".to_owned()));
    assert_eq!(answer.data()["site"]["user"], "ada", "who is signed in finds themselves signed in");
    assert_eq!(answer.data()["problem"]["next"]["href"], "/");
    let json = ada.asking_for_json().get("/nothing").await;
    assert_eq!((json.status, &json.json()["code"]), (404, &"not-found".into()));
    assert_eq!(json.header("content-type"), Some("application/problem+json"));
}
