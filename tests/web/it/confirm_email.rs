//! Confirming an address.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use user_core::domain::UserStatus;

use crate::it::site::{DAY, PASSWORD, Site};

const PAGE: &str = "/user/confirm-email";

#[tokio::test]
async fn s029_garbage_leads_to_where_a_new_link_can_be_had() {
    let site = Site::new();
    let mut browser = site.browser();
    let before = site.contents();

    for link in ["/user/confirm-email/garbage", "/user/confirm-email/%00", "/user/confirm-email/%2e%2e%2f"] {
        let opened = browser.get(link).await;
        opened.assert_leads_to_linked(PAGE);
        let page = browser.follow(opened).await;

        page.assert_shows(200, "resend-confirm-email");
        assert_eq!(page.notices(), ["notice-link-invalid"], "{link}");
        assert!(browser.cookie("confirm").is_none());
    }
    assert_eq!(site.contents(), before);
}

#[tokio::test]
async fn a_link_cannot_write_attributes_into_its_cookie() {
    let mut browser = Site::new().browser();
    let long = format!("/user/confirm-email/{}", "a".repeat(5_000));

    for link in
        ["/user/confirm-email/x%3B%20Domain%3Dexample.com", "/user/confirm-email/a%0d%0aX-Header:%20b", &long]
    {
        let answer = browser.get(link).await;

        answer.assert_leads_to_linked(PAGE);
        // What stands in for it tells its page that this is no link of ours.
        let cookie = answer.set_cookie("confirm").unwrap();
        assert!(cookie.ends_with("=none; HttpOnly; SameSite=Lax; Path=/; Max-Age=900"), "{cookie}");
    }
}

#[tokio::test]
async fn s030_a_link_that_is_too_old_leads_to_where_a_new_one_can_be_had() {
    let site = Site::new();
    let mut browser = site.browser();
    browser.registers("ada").await;
    browser.get("/user/sign-in").await;
    let link = site.link_to("ada").await;
    site.after(3 * DAY);

    let opened = browser.get(&link).await;
    let page = browser.follow(opened).await;

    page.assert_shows(200, "resend-confirm-email");
    assert_eq!(page.notices(), ["notice-link-expired"]);
    assert_eq!(site.account("ada").await.unwrap().status, UserStatus::Pending);
}

#[tokio::test]
async fn a_link_that_did_its_work_leads_to_the_sign_in_page() {
    let site = Site::new();
    let mut browser = site.browser();
    browser.registers("ada").await;
    let link = site.link_to("ada").await;
    browser.fill_linked(&link, &[]).await.assert_leads_to("/");

    let mut elsewhere = site.browser();
    let opened = elsewhere.get(&link).await;
    let page = elsewhere.follow(opened).await;

    page.assert_shows(200, "sign-in");
    assert_eq!(page.notices(), ["notice-link-used"]);
}

#[tokio::test]
async fn a_link_for_something_else_confirms_nothing() {
    let site = Site::new();
    site.member("ada", &[]).await;
    let mut browser = site.browser();
    let asked = browser.fill("/user/forgot-password", &[("email", "ada@example.com")]).await;
    browser.follow(asked).await;
    let link = site.link_to("ada").await.replace("reset-password", "confirm-email");

    let opened = browser.get(&link).await;

    assert_eq!(browser.follow(opened).await.notices(), ["notice-link-invalid"]);
}

#[tokio::test]
async fn opening_the_link_changes_nothing_and_takes_the_token_out_of_the_url() {
    let site = Site::new();
    let mut browser = site.browser();
    browser.registers("ada").await;
    let link = site.link_to("ada").await;
    let before = site.contents();

    let opened = browser.get(&link).await;
    let page = browser.follow_once(&opened).await;
    let seen_again = browser.get(PAGE).await;

    opened.assert_leads_to_linked(PAGE);
    assert_eq!(opened.header("referrer-policy"), Some("no-referrer"));
    assert_eq!(opened.header("cache-control"), Some("no-store"));
    let cookie = opened.set_cookie("confirm").unwrap();
    assert!(cookie.contains("HttpOnly") && cookie.contains("Max-Age=900"), "{cookie}");
    page.assert_shows(200, "confirm-email");
    assert_eq!(page.header("cache-control"), Some("no-store"));
    seen_again.assert_shows(200, "confirm-email");
    let token = link.rsplit('/').next().unwrap();
    assert!(!page.body.contains(token), "the token is not in the page");
    assert_eq!(site.contents(), before);
}

#[tokio::test]
async fn s056_s104_the_button_confirms_and_signs_in_where_the_account_was_made() {
    let site = Site::new();
    let mut browser = site.browser();
    browser.registers("ada").await;
    let link = site.link_to("ada").await;

    let answer = browser.fill_linked(&link, &[]).await;

    answer.assert_leads_to("/");
    assert!(browser.is_signed_in().await);
    assert!(browser.cookie("confirm").is_none());
    let ada = site.account("ada").await.unwrap();
    assert_eq!((ada.status, ada.has_confirmed_email()), (UserStatus::Active, true));
}

/// Two registrations in one browser, and somebody else who signs in there: each account is at home all the same.
#[tokio::test]
async fn whoever_signs_in_meanwhile_each_account_is_confirmed_where_it_was_registered() {
    let site = Site::new();
    site.member("bob", &[]).await;
    let mut browser = site.browser();
    browser.registers("ada").await;
    browser.registers("eve").await;
    let mut browser = browser.signs_in("bob").await;

    for name in ["ada", "eve"] {
        let link = site.link_to(name).await;
        browser.fill_linked(&link, &[]).await.assert_leads_to("/");
        assert_eq!(site.account(name).await.unwrap().status, UserStatus::Active);
    }
}

#[tokio::test]
async fn in_another_browser_the_page_names_the_account_and_asks_for_its_password() {
    let site = Site::new();
    site.browser().saying("user-agent", "Lynx/2.9").registers("ada").await;
    let link = site.link_to("ada").await;
    let mut elsewhere = site.browser();

    let opened = elsewhere.get(&link).await;
    let page = elsewhere.follow(opened).await;
    let bare = elsewhere.post(PAGE, &[]).await;
    let wrong = elsewhere.post(PAGE, &[("password", "wrong password")]).await;

    page.assert_shows(200, "confirm-email");
    let shown = &page.data()["confirmation"];
    assert_eq!((&shown["asks"], &shown["username"]), (&"password-or-new".into(), &"ada".into()));
    assert_eq!((&shown["address"], &shown["user_agent"]), (&"ada@example.com".into(), &"Lynx/2.9".into()));
    assert_eq!((bare.status, bare.errors()), (422, vec!["password-required".to_owned()]));
    assert_eq!((wrong.status, wrong.errors()), (422, vec!["password-wrong".to_owned()]));
    assert_eq!(site.account("ada").await.unwrap().status, UserStatus::Pending);

    let answer = elsewhere.post(PAGE, &[("password", PASSWORD)]).await;
    answer.assert_leads_to("/");
    assert!(elsewhere.is_signed_in().await);
    assert_eq!(site.account("ada").await.unwrap().status, UserStatus::Active);
}

/// Issue A3: the owner of the mailbox presses the button, and the stranger's password opens nothing.
#[tokio::test]
async fn in_another_browser_a_new_password_replaces_the_strangers() {
    let site = Site::new();
    site.browser().registers("ada").await;
    let link = site.link_to("ada").await;
    let mut owner = site.browser();
    let new = "a much better password 4";

    let weak = owner.fill_linked(&link, &[("new_password", "short"), ("retype_password", "short")]).await;
    assert_eq!(weak.status, 422);
    let answer = owner.post(PAGE, &[("new_password", new), ("retype_password", new)]).await;

    answer.assert_leads_to("/");
    assert!(owner.is_signed_in().await);
    assert_eq!(site.browser().sign_in_with("ada", PASSWORD).await.status, 422);
    site.browser().sign_in_with("ada", new).await.assert_leads_to("/");
}

/// Issue A1: the mark is sixteen random bytes, sealed, whatever is known of the address.
#[tokio::test]
async fn the_mark_of_a_registration_has_one_form_and_holds_no_id_that_can_be_read() {
    let site = Site::new();
    site.member("known", &[]).await;
    let mut lengths = Vec::new();
    for (name, email) in [("fresh", "fresh@example.com"), ("other", "known@example.com")] {
        let mut browser = site.browser();
        let fields =
            [("username", name), ("email", email), ("password", PASSWORD), ("retype_password", PASSWORD)];

        browser.fill("/user/register", &fields).await.assert_leads_to("/user/check-email");

        let mark = browser.cookie("registered").unwrap().to_owned();
        let readable = format!("{:?}", URL_SAFE_NO_PAD.decode(&mark).unwrap());
        for user in site.users.users(None, 9).await.unwrap() {
            let id = format!("{:?}", user.id.as_bytes());
            assert!(!readable.contains(id.trim_matches(['[', ']'])), "{name}");
        }
        lengths.push(mark.len());
    }
    assert_eq!(lengths, [128, 128], "four marks of sixteen bytes and a code of thirty-two");
}

/// The other half of S104.
#[tokio::test]
async fn nobody_is_signed_in_by_confirming_where_that_is_off() {
    let site = Site::with(|settings| settings.auto_sign_in.after_confirm_email = false);
    let mut browser = site.browser();
    browser.registers("ada").await;
    let link = site.link_to("ada").await;

    browser.fill_linked(&link, &[]).await.assert_leads_to("/user/sign-in");

    assert!(!browser.is_signed_in().await);
    assert!(site.account("ada").await.unwrap().has_confirmed_email());
}

#[tokio::test]
async fn a_form_can_post_to_the_link_itself() {
    let site = Site::new();
    let mut browser = site.browser();
    browser.registers("ada").await;
    let link = site.link_to("ada").await;
    browser.get("/user/sign-in").await;

    browser.post(&link, &[]).await.assert_leads_to("/");

    assert!(browser.is_signed_in().await);
}

#[tokio::test]
async fn a_stale_form_is_shown_again_and_works_the_second_time() {
    let site = Site::new();
    let mut browser = site.browser();
    browser.registers("ada").await;
    let link = site.link_to("ada").await;

    let stale = browser.post_bare(&link, &[("csrf_token", "of another day")]).await;
    stale.assert_shows(403, "confirm-email");
    assert_eq!(stale.errors(), ["form-expired"]);
    assert_eq!(site.account("ada").await.unwrap().status, UserStatus::Pending);

    browser.post(PAGE, &[]).await.assert_leads_to("/");
    assert_eq!(site.account("ada").await.unwrap().status, UserStatus::Active);
}

#[tokio::test]
async fn without_confirmation_there_is_no_such_page() {
    let site = Site::unconfirmed();
    let mut browser = site.browser();

    for path in [PAGE, "/user/confirm-email/x", "/user/resend-confirm-email"] {
        assert_eq!(browser.get(path).await.problem(), "not-found", "{path}");
        assert_eq!(browser.post(path, &[]).await.problem(), "not-found", "{path}");
    }
    assert!(!browser.get("/user/sign-in").await.body.contains("confirm-email"));
}
