//! One-time messages.

use serde_json::{Value, json};
use user_core::seal::Label;

use crate::it::browser::Browser;
use crate::it::site::{PASSWORD, Site};

/// A browser with these notices on their way, sealed by this very site, as a newer program beside it would.
fn carrying(site: &Site, notices: &Value) -> Browser {
    let sealed = site.users.seals().seal(Label::Notices, notices.to_string().as_bytes());
    let mut browser = site.browser();
    browser.jar.insert("user_notices".to_owned(), sealed);
    browser
}

#[tokio::test]
async fn a_notice_is_shown_once_after_any_number_of_redirects() {
    let site = Site::new();
    let mut browser = site.browser();
    site.member("ada", &[]).await;

    let answer = browser.sign_in_with("ada", PASSWORD).await;
    answer.assert_leads_to("/");
    browser.get("/user/sign-in").await.assert_leads_to("/");
    let page = browser.get("/user/profile").await;

    assert_eq!(page.notices(), ["notice-signed-in"]);
    assert!(page.set_cookie("notices").unwrap().contains("Max-Age=0"));
    assert_eq!(browser.get("/user/profile").await.notices(), [""; 0]);
}

#[tokio::test]
async fn a_notice_that_nobody_showed_does_not_turn_up_hours_later() {
    let site = Site::new();
    site.member("ada", &[]).await;

    let answer = site.browser().sign_in_with("ada", PASSWORD).await;

    assert!(answer.set_cookie("notices").unwrap().contains("Max-Age=300"));
}

#[tokio::test]
async fn several_notices_are_shown_together_and_one_is_not_shown_twice() {
    let site = Site::new();
    let mut browser = site.browser();

    for path in ["/members", "/admin", "/user/confirm-email/x", "/members", "/user/confirm-email"] {
        assert_eq!(browser.get(path).await.status, 303);
    }

    let page = browser.get("/user/sign-in").await;
    assert_eq!(page.notices(), ["notice-sign-in-required", "notice-link-invalid"]);
}

#[tokio::test]
async fn a_notice_that_this_site_did_not_make_is_ignored() {
    let site = Site::new();
    let other = Site::with(|settings| settings.cookies.name = "user".to_owned());
    let mut genuine = site.browser();
    genuine.get("/members").await;
    let good = genuine.cookie("notices").unwrap().to_owned();
    let session = site.signed_in("ada", &[]).await.cookie("session").unwrap().to_owned();
    let mut foreign = other.signed_in("ada", &[]).await;
    foreign.get("/admin").await;
    let plain =
        r#"[{"code":"username_changed","kind":"success","args":{"username":"<script>alert(1)</script>"}}]"#;

    for forged in [plain, "", "AAAA", &good[1..], &format!("{good}A"), &session] {
        let mut browser = site.browser();
        browser.jar.insert("user_notices".to_owned(), forged.to_owned());
        assert_eq!(browser.get("/user/sign-in").await.notices(), [""; 0], "{forged}");
    }
    let mut browser = site.browser();
    browser.jar.insert("user_notices".to_owned(), good);
    assert_eq!(browser.get("/user/sign-in").await.notices(), ["notice-sign-in-required"]);
}

/// What a visitor typed travels as an argument of a message, which the renderer escapes, and never as a message.
#[tokio::test]
async fn what_somebody_typed_is_an_argument_and_never_a_message() {
    let site = Site::new();
    let mut ada = site.signed_in("ada", &[]).await;
    let fields = [("new_username", "countess"), ("old_password", PASSWORD)];

    let answer = ada.fill("/user/change-username", &fields).await;

    let page = ada.follow(answer).await;
    let notice = page.data()["site"]["notices"][0].clone();
    assert_eq!(notice["message"]["id"], "notice-username-changed");
    assert_eq!(notice["message"]["args"]["username"], "countess");
    assert_eq!((notice["kind"].as_str(), notice["urgent"].as_bool()), (Some("success"), Some(false)));
}

#[tokio::test]
async fn a_bad_link_is_told_at_once() {
    let mut browser = Site::new().browser();
    browser.get("/user/confirm-email").await;

    let notice = browser.get("/user/sign-in").await.data()["site"]["notices"][0].clone();

    assert_eq!((notice["kind"].as_str(), notice["urgent"].as_bool()), (Some("error"), Some(true)));
}

#[tokio::test]
async fn a_notice_without_words_is_not_shown_and_takes_no_other_with_it() {
    let site = Site::new();
    site.renderer.lose_message("notice-notice-of-2030");
    let unknown = json!({ "code": "notice_of_2030", "kind": "info", "args": { "left": 3 } });
    let known = json!({ "code": "signed_out", "kind": "success" });

    for odd in [
        unknown,
        json!({ "code": "signed_in", "kind": "kind_of_2030" }),
        json!({ "code": "two words", "kind": "info" }),
        json!({ "kind": "info" }),
        json!("signed_in"),
        Value::Null,
    ] {
        let page = carrying(&site, &json!([odd, known])).get("/user/sign-in").await;
        assert_eq!((page.status, page.notices()), (200, vec!["notice-signed-out".to_owned()]), "{odd}");
    }
    for odd in [json!({}), json!(1), json!("signed_out")] {
        let page = carrying(&site, &odd).get("/user/sign-in").await;
        assert_eq!((page.status, page.notices().len()), (200, 0), "{odd}");
    }
}

#[tokio::test]
async fn a_notice_of_an_apps_own_is_shown_with_its_words() {
    let site = Site::new();
    let own = json!([{ "code": "shop_order_sent", "kind": "success", "args": { "parcels": 2 } }]);

    let page = carrying(&site, &own).get("/user/sign-in").await;

    assert_eq!(page.notices(), ["notice-shop-order-sent"]);
    assert_eq!(page.data()["site"]["notices"][0]["message"]["args"]["parcels"], 2);
}

/// Until the page is shown that has words for it, a redirect of this program hands it on.
#[tokio::test]
async fn a_notice_that_this_program_does_not_know_is_carried_through_a_redirect() {
    let site = Site::new();
    let unknown = json!([{ "code": "notice_of_2030", "kind": "info" }]);
    let mut browser = carrying(&site, &unknown);

    browser.get("/members").await;

    let page = browser.get("/user/sign-in").await;
    assert_eq!(page.notices(), ["notice-notice-of-2030", "notice-sign-in-required"]);
}
