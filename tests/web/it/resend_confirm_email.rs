//! Asking for another confirmation mail.

use crate::it::site::{MINUTE, Site};

const PAGE: &str = "/user/resend-confirm-email";

#[tokio::test]
async fn what_is_no_address_is_refused() {
    let site = Site::new();

    for (typed, expected) in
        [("", "email-required"), ("ada", "email-malformed"), ("a@b\0.c", "email-malformed")]
    {
        let answer = site.browser().fill(PAGE, &[("email", typed)]).await;

        answer.assert_shows(422, "resend-confirm-email");
        assert_eq!(answer.errors(), [expected]);
        assert_eq!(answer.field("email")["value"], typed);
    }
}

/// S069 of a later version.
#[tokio::test]
async fn another_mail_goes_to_an_address_that_is_not_confirmed_yet() {
    let site = Site::new();
    let mut browser = site.browser();
    browser.registers("ada").await;
    let old = site.link_to("ada").await;
    site.after(MINUTE);

    let answer = browser.fill(PAGE, &[("email", "Ada@Example.com")]).await;

    answer.assert_leads_to("/user/check-email");
    browser.follow(answer).await.assert_shows(200, "check-email");
    let new = site.link_to("ada").await;
    assert_ne!(new, old);
    let opened = browser.get(&old).await;
    assert_eq!(browser.follow(opened).await.notices(), ["notice-link-used"], "a newer one replaced it");
    browser.fill_linked(&new, &[]).await.assert_leads_to("/");
}

#[tokio::test]
async fn no_mail_goes_where_nothing_is_to_confirm() {
    let site = Site::new();
    site.member("ada", &[]).await;

    for email in ["ada@example.com", "nobody@example.com"] {
        site.browser().fill(PAGE, &[("email", email)]).await.assert_leads_to("/user/check-email");
    }

    site.deliver().await;
    assert!(site.mail.all().is_empty());
}
