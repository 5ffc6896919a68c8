//! Setting a new password with a mailed link.

use crate::it::browser::Browser;
use crate::it::site::{DAY, HOUR, OTHER_PASSWORD, PASSWORD, Site};

const PAGE: &str = "/user/reset-password";
const GOOD: [(&str, &str); 2] = [("new_password", OTHER_PASSWORD), ("retype_password", OTHER_PASSWORD)];

/// A browser that asked for a link, and the path of that link.
async fn asked(site: &Site) -> (Browser, String) {
    let mut browser = site.browser();
    let answer = browser.fill("/user/forgot-password", &[("email", "ada@example.com")]).await;
    browser.follow(answer).await.assert_shows(200, "check-email");
    (browser, site.link_to("ada").await)
}

#[tokio::test]
async fn s050_s107_garbage_leads_to_where_a_link_can_be_had() {
    let site = Site::new();
    let mut browser = site.browser();

    let opened = browser.get("/user/reset-password/garbage").await;
    opened.assert_leads_to_linked(PAGE);
    let page = browser.follow(opened).await;
    page.assert_shows(200, "forgot-password");
    assert_eq!(page.notices(), ["notice-link-invalid"]);

    let posted = browser.post(PAGE, &GOOD).await;
    posted.assert_leads_to("/user/forgot-password");
}

#[tokio::test]
async fn s051_a_link_that_is_too_old_leads_to_where_a_new_one_can_be_had() {
    let site = Site::new();
    site.member("ada", &[]).await;
    let (mut browser, link) = asked(&site).await;
    site.after(2 * HOUR);

    let opened = browser.get(&link).await;

    let page = browser.follow(opened).await;
    page.assert_shows(200, "forgot-password");
    assert_eq!(page.notices(), ["notice-link-expired"]);
}

#[tokio::test]
async fn s052_what_is_wrong_with_the_new_password_is_told_and_the_link_stays_good() {
    let site = Site::new();
    site.member("ada", &[]).await;
    let (mut browser, link) = asked(&site).await;
    let before = site.contents();
    let cases = [
        ("", "", vec!["password-required"]),
        ("password", "password", vec!["password-too-common"]),
        (OTHER_PASSWORD, PASSWORD, vec!["retype-password-mismatch"]),
        (OTHER_PASSWORD, "", vec!["retype-password-mismatch"]),
    ];

    for (new, retyped, expected) in cases {
        let fields = [("new_password", new), ("retype_password", retyped)];
        let answer = browser.fill_linked(&link, &fields).await;

        answer.assert_shows(422, "reset-password");
        assert_eq!(answer.errors(), expected);
        assert!(!answer.body.contains(OTHER_PASSWORD));
    }
    assert_eq!(site.contents(), before);
    browser.post(PAGE, &GOOD).await.assert_leads_to("/user/sign-in");
}

#[tokio::test]
async fn opening_the_link_changes_nothing_and_takes_the_token_out_of_the_url() {
    let site = Site::new();
    site.member("ada", &[]).await;
    let (mut browser, link) = asked(&site).await;
    let before = site.contents();

    let opened = browser.get(&link).await;
    let page = browser.follow_once(&opened).await;

    opened.assert_leads_to_linked(PAGE);
    assert_eq!(opened.header("referrer-policy"), Some("no-referrer"));
    assert_eq!(opened.header("cache-control"), Some("no-store"));
    page.assert_shows(200, "reset-password");
    assert!(!page.body.contains(link.rsplit('/').next().unwrap()));
    assert_eq!(site.contents(), before);
}

#[tokio::test]
async fn s061_s107_a_new_password_is_set_and_every_session_ends() {
    let site = Site::new();
    let mut elsewhere = site.signed_in("ada", &[]).await;
    let (mut browser, link) = asked(&site).await;

    let answer = browser.fill_linked(&link, &GOOD).await;

    answer.assert_leads_to("/user/sign-in");
    assert_eq!(browser.follow(answer).await.notices(), ["notice-password-reset"]);
    assert!(browser.cookie("reset").is_none());
    assert!(!elsewhere.is_signed_in().await);
    assert_eq!(browser.sign_in_with("ada", PASSWORD).await.status, 422);
    assert_eq!(browser.sign_in_with("ada", OTHER_PASSWORD).await.status, 303);
    assert_eq!(site.mails_to("ada").await, ["forgot_password", "password_changed"]);
}

#[tokio::test]
async fn s107_it_signs_in_where_the_setting_says_so() {
    let site = Site::with(|settings| settings.auto_sign_in.after_reset_password = true);
    site.member("ada", &[]).await;
    let (mut browser, link) = asked(&site).await;

    browser.fill_linked(&link, &GOOD).await.assert_leads_to("/");

    assert!(browser.is_signed_in().await);
}

#[tokio::test]
async fn a_link_sets_one_password_only() {
    let site = Site::new();
    site.member("ada", &[]).await;
    let (mut browser, link) = asked(&site).await;
    let mut copy = browser.clone();
    copy.get(&link).await;
    copy.get(PAGE).await;
    browser.fill_linked(&link, &GOOD).await.assert_leads_to("/user/sign-in");

    let again = copy.post(PAGE, &GOOD).await;

    again.assert_leads_to("/user/forgot-password");
    assert_eq!(copy.follow(again).await.notices(), ["notice-link-used"]);
}

#[tokio::test]
async fn somebody_else_who_is_signed_in_here_stays_so() {
    let site = Site::new();
    site.member("ada", &[]).await;
    let (_, link) = asked(&site).await;
    let mut grace = site.signed_in("grace", &[]).await;

    let answer = grace.fill_linked(&link, &GOOD).await;

    answer.assert_leads_to("/user/sign-in");
    assert_eq!(grace.get("/greet").await.body, "grace");
    assert_eq!(site.browser().sign_in_with("ada", OTHER_PASSWORD).await.status, 303);
}

#[tokio::test]
async fn a_disabled_account_is_not_reset() {
    let site = Site::new();
    let ada = site.member("ada", &[]).await;
    let (mut browser, link) = asked(&site).await;
    site.users.disable_user(ada.id).await.unwrap();

    let opened = browser.get(&link).await;

    let page = browser.follow(opened).await;
    page.assert_shows(200, "forgot-password");
    assert_eq!(page.notices(), ["notice-link-used"], "disabling voids every link");
}

#[tokio::test]
async fn a_stale_form_is_shown_again_and_works_the_second_time() {
    let site = Site::new();
    site.member("ada", &[]).await;
    let (mut browser, link) = asked(&site).await;

    let stale = browser.post_bare(&link, &GOOD).await;
    stale.assert_shows(403, "reset-password");
    assert_eq!(stale.errors(), ["form-expired"]);

    browser.post(PAGE, &GOOD).await.assert_leads_to("/user/sign-in");
}

#[tokio::test]
async fn the_cookie_of_a_link_does_not_outlive_a_visit() {
    let site = Site::new();
    site.member("ada", &[]).await;
    let (mut browser, link) = asked(&site).await;

    let opened = browser.get(&link).await;
    let cookie = opened.set_cookie("reset").unwrap().to_owned();
    site.after(DAY);

    assert!(cookie.contains("Max-Age=900"), "{cookie}");
    browser.follow(opened).await;
    assert!(browser.cookie("reset").is_none(), "of no use any more");
}
