//! Asking for a link to reset the password.

use user_core::settings::Identifiers;

use crate::it::site::Site;

const PAGE: &str = "/user/forgot-password";

#[tokio::test]
async fn s049_what_is_no_address_is_refused() {
    let site = Site::new();

    for (typed, expected) in [("", "email-required"), ("ada", "email-malformed"), ("a@b", "email-malformed")]
    {
        let answer = site.browser().fill(PAGE, &[("email", typed)]).await;

        answer.assert_shows(422, "forgot-password");
        assert_eq!(answer.errors(), [expected]);
        assert_eq!(answer.field("email")["value"], typed);
    }
}

#[tokio::test]
async fn where_there_are_no_addresses_there_is_no_such_page() {
    let site = Site::identified_by(Identifiers::Username);
    let mut browser = site.browser();

    for path in [PAGE, "/user/reset-password", "/user/reset-password/x"] {
        assert_eq!(browser.get(path).await.problem(), "not-found", "{path}");
        assert_eq!(browser.post(path, &[]).await.problem(), "not-found", "{path}");
    }
    let sign_in = browser.get("/user/sign-in").await;
    assert!(!sign_in.body.contains("password/") && !sign_in.body.contains(PAGE));
}

/// S060, and S075, whose setting to tell that an address is unknown is not there.
#[tokio::test]
async fn s060_an_unknown_address_reads_like_a_known_one() {
    let site = Site::new();
    let mut browser = site.browser();

    let answer = browser.fill(PAGE, &[("email", "nobody@example.com")]).await;

    answer.assert_leads_to("/user/check-email");
    browser.follow(answer).await.assert_shows(200, "check-email");
    site.deliver().await;
    assert!(site.mail.all().is_empty());
}

#[tokio::test]
async fn s106_a_known_address_gets_a_link() {
    let site = Site::new();
    site.member("ada", &[]).await;
    let mut browser = site.browser();
    browser.get(PAGE).await.assert_shows(200, "forgot-password");

    let answer = browser.fill(PAGE, &[("email", "ADA@example.com")]).await;

    answer.assert_leads_to("/user/check-email");
    browser.follow(answer).await.assert_shows(200, "check-email");
    assert_eq!(site.mails_to("ada").await, ["forgot_password"]);
}

#[tokio::test]
async fn a_fourth_mail_in_a_row_is_not_sent_and_nobody_is_told() {
    let site = Site::new();
    site.member("ada", &[]).await;

    for _ in 0..4 {
        let answer = site.browser().fill(PAGE, &[("email", "ada@example.com")]).await;
        answer.assert_leads_to("/user/check-email");
        site.deliver().await;
    }

    assert_eq!(site.mail.all().len(), 3);
}
