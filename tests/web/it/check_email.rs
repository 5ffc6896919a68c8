//! The page that says to look for a mail.

use crate::it::site::{MINUTE, Site};

const PAGE: &str = "/user/check-email";

#[tokio::test]
async fn who_asked_for_no_mail_is_led_to_sign_in() {
    let site = Site::new();
    let mut browser = site.browser();

    browser.get(&format!("{PAGE}?next=/members")).await.assert_leads_to("/user/sign-in?next=%2Fmembers");
    browser.get("/user/sign-in").await;
    browser.post(PAGE, &[]).await.assert_leads_to("/user/sign-in");
    browser.jar.insert("user_sent".to_owned(), "made up".to_owned());
    browser.get(PAGE).await.assert_leads_to("/user/sign-in");
    site.deliver().await;
    assert!(site.mail.all().is_empty());
}

#[tokio::test]
async fn a_mail_that_was_asked_for_a_moment_ago_is_not_sent_again() {
    let site = Site::new();
    let mut browser = site.browser();
    let answer = browser.registers("ada").await;
    let page = browser.follow(answer).await;
    let before = site.contents();

    let answer = browser.submit(&page, &[]).await;

    answer.assert_shows(429, "check-email");
    assert_eq!(answer.header("retry-after"), Some("60"));
    assert_eq!(answer.errors(), ["problem-too-many-requests-advice"]);
    assert_eq!(answer.data()["address"], "ada@example.com");
    assert_eq!(site.contents(), before);
}

#[tokio::test]
async fn registering_leads_to_the_page_which_sends_the_mail_again_after_a_minute() {
    let site = Site::new();
    let mut browser = site.browser();
    let answer = browser.registers("ada").await;
    answer.assert_leads_to(PAGE);
    let page = browser.follow(answer).await;
    page.assert_shows(200, "check-email");
    let data = page.data();
    assert_eq!((&data["about"], &data["address"]), (&"registered".into(), &"ada@example.com".into()));
    assert_eq!(data["other"], "/user/register");
    assert_eq!(page.notices(), [""; 0], "the page says it by itself");
    let first = site.link_to("ada").await;
    site.after(MINUTE);

    let answer = browser.submit(&page, &[]).await;

    answer.assert_leads_to(PAGE);
    assert_eq!(browser.follow(answer).await.notices(), ["notice-confirmation-sent"]);
    let second = site.link_to("ada").await;
    assert_ne!(first, second);
    browser.fill_linked(&second, &[]).await.assert_leads_to("/");
}

#[tokio::test]
async fn the_page_reads_the_same_whether_there_is_an_account_or_not() {
    let site = Site::new();
    site.member("ada", &[]).await;
    for (form, about, other) in [
        ("/user/forgot-password", "reset", "/user/forgot-password"),
        ("/user/resend-confirm-email", "resend", "/user/resend-confirm-email"),
    ] {
        let mut seen = Vec::new();
        for email in ["ada@example.com", "nobody@example.com"] {
            let mut browser = site.browser();
            let answer = browser.fill(form, &[("email", email)]).await;
            answer.assert_leads_to(PAGE);
            let page = browser.follow(answer).await;
            assert_eq!((&page.data()["about"], &page.data()["other"]), (&about.into(), &other.into()));
            assert_eq!(page.data()["address"], email);
            let token = page.data()["site"]["csrf_token"].as_str().unwrap().to_owned();
            seen.push(page.body.replace(&token, "").replace(email, ""));
        }
        assert_eq!(seen[0], seen[1], "{form}");
    }
}

#[tokio::test]
async fn where_somebody_wanted_to_go_is_carried_along() {
    let site = Site::new();
    let mut browser = site.browser();

    let answer = browser.fill("/user/forgot-password?next=/members", &[("email", "ada@example.com")]).await;

    answer.assert_leads_to("/user/check-email?next=%2Fmembers");
    let page = browser.follow(answer).await;
    assert_eq!(page.data()["site"]["links"]["sign_in"], "/user/sign-in?next=%2Fmembers");
    assert_eq!(page.data()["other"], "/user/forgot-password?next=%2Fmembers");
    site.after(MINUTE);
    browser.submit(&page, &[]).await.assert_leads_to("/user/check-email?next=%2Fmembers");
}

#[tokio::test]
async fn a_destination_of_the_apps_own_gets_the_notice() {
    let site = Site::with(|settings| {
        settings.destinations.after_register = Some("/user/sign-in".to_owned());
        settings.destinations.after_forgot_password = Some("/page".to_owned());
    });
    let mut browser = site.browser();

    let answer = browser.registers("ada").await;
    answer.assert_leads_to("/user/sign-in");
    assert_eq!(browser.follow(answer).await.notices(), ["notice-registered-confirm"]);
    browser.fill("/user/forgot-password", &[("email", "ada@example.com")]).await.assert_leads_to("/page");
}

#[tokio::test]
async fn who_is_signed_in_has_no_mail_to_look_for() {
    let site = Site::new();
    let mut ada = site.signed_in("ada", &[]).await;

    ada.get(PAGE).await.assert_leads_to("/");
}
