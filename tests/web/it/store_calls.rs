//! What a page costs.

use crate::it::site::{MINUTE, Site};

#[tokio::test]
async fn a_page_for_a_visitor_who_is_not_signed_in_asks_the_store_nothing() {
    let site = Site::new();
    let mut browser = site.browser();
    let pages = [
        ("/", 200),
        ("/page", 200),
        ("/greet", 200),
        ("/members", 303),
        ("/user/register", 200),
        ("/user/sign-in", 200),
        ("/user/sign-out", 303),
        ("/user/forgot-password", 200),
        ("/user/resend-confirm-email", 200),
        ("/user/confirm-email", 303),
        ("/user/confirm-email/garbage", 303),
        ("/user/reset-password/garbage", 303),
        ("/user/profile", 303),
        ("/nothing", 404),
    ];

    for (path, status) in pages {
        assert_eq!(browser.get(path).await.status, status, "{path}");
        assert_eq!(site.store.take_calls(), [""; 0], "{path}");
    }
}

#[tokio::test]
async fn a_request_that_is_refused_asks_the_store_nothing_but_to_record_it() {
    let site = Site::new();
    let mut browser = site.browser();

    browser.post_bare("/user/sign-in", &[("username", "ada")]).await;
    browser.post_bare("/echo", &[]).await;
    browser.send_json("POST", "/user/sign-in", "{}").await;

    assert!(site.store.take_calls().iter().all(|call| *call == "commit"));
}

#[tokio::test]
async fn a_page_for_a_member_with_a_role_asks_the_store_once() {
    let site = Site::new();
    let mut ada = site.signed_in("ada", &["admin"]).await;
    site.store.take_calls();

    for path in
        ["/members", "/admin", "/me", "/greet", "/page", "/user/profile", "/user/change-password", "/nothing"]
    {
        assert!(matches!(ada.get(path).await.status, 200 | 404), "{path}");
        assert_eq!(site.store.take_calls(), ["session"], "{path}");
    }
    assert_eq!(ada.get("/").await.body, "home");
    assert_eq!(site.store.take_calls(), [""; 0], "a page that does not ask costs nothing");
}

#[tokio::test]
async fn that_somebody_was_seen_is_written_once_a_minute() {
    let site = Site::new();
    let mut ada = site.signed_in("ada", &[]).await;
    site.after(MINUTE);
    site.store.take_calls();

    ada.get("/members").await;
    ada.get("/members").await;

    assert_eq!(site.store.take_calls(), ["session", "commit", "session"]);
}

#[tokio::test]
async fn the_list_of_sessions_is_one_look_up_more() {
    let site = Site::new();
    let mut ada = site.signed_in("ada", &[]).await;
    site.store.take_calls();

    ada.get("/user/sessions").await.assert_shows(200, "sessions");

    assert_eq!(site.store.take_calls(), ["session", "sessions_of"]);
}
