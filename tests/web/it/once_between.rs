//! Pressing twice where that is not the whole story: something was posted in between, or the first was refused.

use user_core::domain::EventKind;

use crate::it::once::{PRESSES, Press, several, twice};
use crate::it::site::{MINUTE, PASSWORD, Site, address};

const SIGN_IN: &str = "/user/sign-in";

#[tokio::test]
async fn proving_the_password_twice_leads_to_what_was_posted_and_begins_one_session() {
    for press in PRESSES {
        let site = Site::with(several);
        let mut ada = site.signed_in("ada", &[]).await;
        site.after(60 * MINUTE);
        let page = ada.post("/user/manage-emails", &[("email", "second@example.com")]).await;
        page.assert_shows(401, "confirm-identity");

        let both = twice(&site, &mut ada, &page, &[("username", "ada"), ("password", PASSWORD)], press).await;

        assert_eq!((both.0.status, both.0.location()), (303, both.1.location()), "{press:?}");
        let resumed = ada.follow(both.1).await;
        resumed.assert_shows(200, "manage-emails");
        assert_eq!(resumed.field("email")["value"], "second@example.com", "{press:?}");
        assert_eq!(resumed.data()["site"]["user"], "ada", "{press:?}");
        let user = site.account("ada").await.unwrap();
        assert_eq!(site.users.sessions(user.id).await.unwrap().len(), 1, "{press:?}");
    }
}

#[tokio::test]
async fn a_sign_in_posted_again_after_signing_out_says_nothing_of_being_signed_in() {
    let site = Site::new();
    site.member("ada", &[]).await;
    let mut ada = site.browser();
    let page = ada.get("/user/sign-in").await;
    let fields = [("username", "ada"), ("password", PASSWORD)];
    ada.submit(&page, &fields).await.assert_leads_to("/");
    ada.fill("/user/sign-out", &[]).await;

    ada.token = page.data()["site"]["csrf_token"].as_str().unwrap().to_owned();
    let again = ada.submit(&page, &fields).await;

    again.assert_shows(403, "sign-in");
    assert!(!ada.is_signed_in().await);
    assert_eq!(ada.sign_in_with("ada", PASSWORD).await.location(), Some("/"));
}

#[tokio::test]
async fn a_session_that_ended_meanwhile_is_not_handed_out_again() {
    let site = Site::new();
    let user = site.member("ada", &[]).await;
    let mut ada = site.browser();
    let page = ada.get("/user/sign-in").await;
    let fields = [("username", "ada"), ("password", PASSWORD)];
    let mut lost = ada.clone();
    lost.submit(&page, &fields).await.assert_leads_to("/");
    site.users.end_sessions(user.id).await.unwrap();

    ada.submit(&page, &fields).await.assert_leads_to("/");

    assert!(ada.is_signed_in().await);
}

#[tokio::test]
async fn a_form_about_something_else_in_between_changes_nothing_of_it() {
    let site = Site::new();
    let mut browser = site.browser();
    let (page, sign_in) = (browser.get("/user/register").await, browser.get("/user/sign-in").await);
    let email = address("ada");
    let fields = [
        ("username", "ada"),
        ("email", email.as_str()),
        ("password", PASSWORD),
        ("retype_password", PASSWORD),
    ];
    let token = browser.token.clone();
    let first = browser.submit(&page, &fields).await;
    browser
        .submit(&sign_in, &[("username", "eve"), ("password", PASSWORD)])
        .await
        .assert_shows(422, "sign-in");

    browser.token = token;
    let second = browser.submit(&page, &fields).await;

    assert_eq!((first.status, second.status), (303, 303), "{}", second.body);
    assert_eq!(first.location(), second.location());
    assert_eq!(site.mails_to("ada").await, ["registered"]);
}

#[tokio::test]
async fn what_was_added_and_removed_is_added_again() {
    let site = Site::with(several);
    let mut ada = site.signed_in("ada", &[]).await;
    let page = ada.get("/user/manage-emails").await;
    let token = ada.token.clone();
    let fields = [("email", "second@example.com")];
    ada.submit(&page, &fields).await.assert_leads_to("/user/manage-emails");
    let list = ada.get("/user/manage-emails").await;
    let delete = list.data()["emails"][1]["delete"].as_str().unwrap().to_owned();
    ada.post(&delete, &[]).await.assert_leads_to("/user/manage-emails");

    ada.token = token;
    ada.submit(&page, &fields).await.assert_leads_to("/user/manage-emails");

    assert_eq!(site.account("ada").await.unwrap().emails.len(), 2);
}

#[tokio::test]
async fn a_refused_form_is_refused_again_without_being_judged_again() {
    for press in [Press::AnswerLost, Press::AnswerTaken, Press::AtOnce, Press::OtherNode] {
        let site = Site::new();
        site.member("ada", &[]).await;
        let mut browser = site.browser();
        for guess in 0..3 {
            let page = browser.get(SIGN_IN).await;
            let wrong = format!("not the password {guess}");
            let hashed = site.hasher.verifications();

            let both =
                twice(&site, &mut browser, &page, &[("username", "ada"), ("password", &wrong)], press).await;

            for answer in [&both.0, &both.1] {
                answer.assert_shows(422, "sign-in");
                assert_eq!(answer.errors(), ["username-bad-credentials"], "{press:?}");
                assert_eq!(answer.field("username")["value"], "ada");
                assert!(!answer.body.contains(&wrong));
            }
            assert_eq!(site.hasher.verifications() - hashed, 1, "{press:?}");
        }
        let events = site.store.inner().events().into_iter();
        assert_eq!(events.filter(|event| event.kind == EventKind::SIGN_IN_FAILED).count(), 3, "{press:?}");
        browser.sign_in_with("ada", PASSWORD).await.assert_leads_to("/");
    }
}

#[tokio::test]
async fn a_form_that_was_refused_a_while_ago_is_judged_again() {
    let site = Site::new();
    let mut browser = site.browser();
    let page = browser.get(SIGN_IN).await;
    let fields = [("username", "ada"), ("password", PASSWORD)];
    browser.submit(&page, &fields).await.assert_shows(422, "sign-in");
    let token = page.data()["site"]["csrf_token"].as_str().unwrap().to_owned();
    site.member("ada", &[]).await;
    site.after(MINUTE);

    browser.token = token;
    browser.submit(&page, &fields).await.assert_leads_to("/");
}
