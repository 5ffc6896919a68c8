//! What was posted is found again once the password was proven.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use http::Method;

use crate::it::body::Body;
use user_core::settings::Identifiers;

use crate::it::browser::{Answer, Browser};
use crate::it::site::{MINUTE, OTHER_PASSWORD, PASSWORD, Site};

/// The page that asks for the password, answered.
async fn proves(browser: &mut Browser, page: &Answer, fields: &[(&str, &str)]) -> Answer {
    let form = page.form();
    let hidden = form["hidden"].as_object().unwrap().iter();
    let hidden = hidden.map(|(name, value)| (name.clone(), value.as_str().unwrap().to_owned()));
    let next = form["next"].as_str().map(|next| ("next".to_owned(), next.to_owned()));
    let all: Vec<_> = hidden.chain(next).collect();
    let all: Vec<_> = all.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let all: Vec<_> = all.iter().chain(fields).copied().collect();
    let answer = browser.post("/user/sign-in", &all).await;
    // What was posted is shown by the page that follows.
    if answer.location().is_some_and(|to| to.contains("kept=")) {
        return browser.follow_once(&answer).await;
    }
    answer
}

/// A browser whose user signed in longer ago than a fresh page allows.
async fn stale_browser(site: &Site) -> Browser {
    let ada = site.signed_in("ada", &[]).await;
    site.after(6 * MINUTE);
    ada
}

#[tokio::test]
async fn a_posted_form_waits_for_the_password_and_is_sent_by_a_button() {
    let site = Site::new();
    let mut ada = stale_browser(&site).await;

    let fields =
        [("note", "one\n\"two\""), ("tag", "a"), ("tag", "b"), ("my_password", "hunter2"), ("pin", "7")];
    let page = ada.post("/fresh?x=1", &fields).await;
    page.assert_shows(401, "confirm-identity");
    assert_eq!(page.notices(), ["notice-sign-in-again"]);
    assert_eq!(page.form()["account"], "ada", "for password managers, and for who it is to be");

    let resumed = proves(&mut ada, &page, &[("password", PASSWORD)]).await;
    resumed.assert_shows(200, "continue");
    assert_eq!(resumed.form()["action"], "/fresh?x=1");
    let kept = resumed.data()["kept"].clone();
    let expected = serde_json::json!([
        {"name": "note", "value": "one\n\"two\""}, {"name": "tag", "value": "a"}, {"name": "tag", "value": "b"},
    ]);
    assert_eq!(kept, expected);
    assert!(!resumed.body.contains("hunter2"));

    let sent = ada.post("/fresh?x=1", &[("note", "one")]).await;
    assert_eq!((sent.status, sent.body.ends_with("note=one")), (200, true), "{}", sent.body);
}

#[tokio::test]
async fn a_wrong_password_first_loses_nothing() {
    let site = Site::new();
    let mut ada = stale_browser(&site).await;
    let page = ada.post("/fresh", &[("note", "kept")]).await;

    let again = proves(&mut ada, &page, &[("password", "wrong password")]).await;

    again.assert_shows(422, "confirm-identity");
    assert_eq!(again.form()["account"], "ada");
    let resumed = proves(&mut ada, &again, &[("password", PASSWORD)]).await;
    resumed.assert_shows(200, "continue");
    assert_eq!(resumed.data()["kept"][0]["value"], "kept");
}

#[tokio::test]
async fn our_own_pages_show_their_form_with_what_was_typed() {
    let site = Site::with(|settings| settings.lifetimes.fresh = 5 * MINUTE);
    let mut ada = site.signed_in("ada", &[]).await;
    site.after(60 * MINUTE);

    let typed = [("new_username", "countess"), ("old_password", PASSWORD), ("next", "/members")];
    let page = ada.post("/user/change-username", &typed).await;
    page.assert_shows(401, "confirm-identity");
    // What is sealed does not read as what it is.
    let kept = page.form()["hidden"]["kept"].as_str().unwrap().to_owned();
    let kept = String::from_utf8_lossy(&URL_SAFE_NO_PAD.decode(kept).unwrap()).into_owned();
    assert!(["countess", "old_password", PASSWORD].iter().all(|typed| !kept.contains(typed)), "{kept}");
    let resumed = proves(&mut ada, &page, &[("password", PASSWORD)]).await;

    resumed.assert_shows(200, "change-username");
    assert_eq!(resumed.field("new_username")["value"], "countess");
    assert_eq!((resumed.errors(), &resumed.form()["next"]), (vec![], &"/members".into()));
    ada.post("/user/change-username", &typed).await.assert_leads_to("/members");

    site.after(60 * MINUTE);
    let page = ada.post("/user/change-email", &[("new_email", "new@example.com")]).await;
    let resumed = proves(&mut ada, &page, &[("password", PASSWORD)]).await;
    resumed.assert_shows(200, "change-email");
    assert_eq!(resumed.field("new_email")["value"], "new@example.com");

    site.after(60 * MINUTE);
    let page = ada.post("/user/change-password", &[("new_password", OTHER_PASSWORD)]).await;
    page.assert_leads_to("/user/sign-in?again=1&next=%2Fuser%2Fchange-password");
}

#[tokio::test]
async fn a_new_address_that_was_typed_is_found_again() {
    let site = Site::with(|settings| settings.features.multiple_emails = true);
    let mut ada = site.signed_in("ada", &[]).await;
    site.after(60 * MINUTE);
    ada.get("/user/manage-emails").await.assert_shows(200, "manage-emails");

    let page = ada.post("/user/manage-emails", &[("email", "new@example.com")]).await;
    let resumed = proves(&mut ada, &page, &[("password", PASSWORD)]).await;

    resumed.assert_shows(200, "manage-emails");
    assert_eq!(resumed.field("email")["value"], "new@example.com");
    let added = ada.post("/user/manage-emails", &[("email", "new@example.com")]).await;
    added.assert_leads_to("/user/manage-emails");

    // A button on the list waits for the password, too, and is pressed again then: proven once, it is not asked twice.
    let page = ada.follow(added).await;
    let listed = page.data()["emails"].as_array().unwrap().clone();
    let delete = listed.iter().find_map(|email| email["delete"].as_str()).unwrap().to_owned();
    site.after(60 * MINUTE);
    let page = ada.post(&delete, &[]).await;
    page.assert_shows(401, "confirm-identity");
    let resumed = proves(&mut ada, &page, &[("password", PASSWORD)]).await;
    resumed.assert_shows(200, "continue");
    assert_eq!(resumed.form()["action"], delete.as_str());
    ada.post(&delete, &[]).await.assert_leads_to("/user/manage-emails");
}

#[tokio::test]
async fn nobody_else_finds_it_nor_anybody_too_late() {
    let site = Site::new();
    site.member("eve", &[]).await;
    let mut ada = stale_browser(&site).await;
    let page = ada.post("/fresh", &[("note", "mine")]).await;
    let kept = page.form()["hidden"]["kept"].as_str().unwrap().to_owned();

    let mut eve = site.browser();
    eve.get("/user/sign-in").await;
    let fields = [("username", "eve"), ("password", PASSWORD), ("kept", &kept)];
    eve.post("/user/sign-in", &fields).await.assert_leads_to("/");

    let posing = proves(&mut ada, &page, &[("username", "eve"), ("password", PASSWORD)]).await;
    posing.assert_shows(200, "continue");
    assert_eq!(site.users.sessions(site.account("eve").await.unwrap().id).await.unwrap().len(), 1);

    site.after(11 * MINUTE);
    proves(&mut ada, &page, &[("password", PASSWORD)]).await.assert_leads_to("/");
    let forged = [("username", "ada"), ("password", PASSWORD), ("kept", "eyJ1c2VyIjoiYWRhIn0")];
    ada.get("/page").await;
    ada.post("/user/sign-in", &forged).await.assert_leads_to("/");
}

#[tokio::test]
async fn what_is_too_long_or_no_form_of_ours_is_not_kept() {
    let site = Site::new();
    let mut ada = stale_browser(&site).await;

    let long = "x".repeat(15_000);
    ada.post("/fresh", &[("note", &long)]).await.assert_leads_to("/user/sign-in?again=1");
    assert_eq!(ada.post_bare("/fresh", &[("note", "forged")]).await.status, 403);
    let token = ada.token.clone();
    let headers = [("x-csrf-token", token.as_str()), ("content-type", "multipart/form-data; boundary=b")];
    let answer = ada.send(Method::POST, "/fresh", &headers, Body::from("--b--")).await;
    answer.assert_leads_to("/user/sign-in?again=1");
}

#[tokio::test]
async fn a_program_is_told_that_the_password_has_to_be_proven() {
    let site = Site::new();
    let mut ada = stale_browser(&site).await.asking_for_json();

    for answer in [ada.get("/fresh").await, ada.post("/fresh", &[("note", "x")]).await] {
        assert_eq!((answer.status, &answer.json()["code"]), (401, &"sign-in-again".into()));
        assert_eq!(answer.header("www-authenticate"), Some("Form"));
    }
}

#[tokio::test]
async fn proving_asks_for_the_password_alone_whatever_people_sign_in_with() {
    for identifiers in [Identifiers::Username, Identifiers::Email, Identifiers::UsernameAndEmail] {
        let site = Site::identified_by(identifiers);
        let email = identifiers == Identifiers::Email;
        let (field, name) = if email { ("email", "ada@example.com") } else { ("username", "ada") };
        site.member("ada", &[]).await;
        let mut ada = site.browser();
        let fields = [(field, name), ("password", PASSWORD), ("remember_me", "true")];
        ada.fill("/user/sign-in", &fields).await.assert_leads_to("/");
        ada.get("/page").await;
        site.after(6 * MINUTE);

        let page = ada.get("/user/sign-in?again=1&next=/fresh").await;
        assert_eq!(page.form()["account"], name);
        assert_eq!(page.form()["hidden"]["remember_me"], "true", "a session that was to stay goes on to");
        proves(&mut ada, &page, &[("password", PASSWORD)]).await.assert_leads_to("/fresh");
        assert_eq!(ada.get("/fresh").await.body, "let in");
    }
}

#[tokio::test]
async fn somebody_who_has_confirmed_no_address_yet_proves_the_password_all_the_same() {
    let site = Site::with(|settings| {
        settings.identifiers = Identifiers::Email;
        settings.sign_in.before_confirmation = true;
    });
    let mut ada = site.browser();
    ada.registers("ada").await;
    ada.fill("/user/sign-in", &[("email", "ada@example.com"), ("password", PASSWORD)])
        .await
        .assert_leads_to("/");
    ada.get("/page").await;
    site.after(6 * MINUTE);

    let page = ada.get("/user/sign-in?again=1&next=/fresh").await;

    assert_eq!(page.form()["account"], "ada@example.com");
    proves(&mut ada, &page, &[("password", PASSWORD)]).await.assert_leads_to("/fresh");
}

#[tokio::test]
async fn combined_requirements_ask_only_for_what_helps() {
    let site = Site::with(|settings| settings.sign_in.before_confirmation = true);
    let mut ada = site.signed_in("ada", &[]).await;
    let mut admin = site.signed_in("root1", &["admin"]).await;
    assert_eq!(ada.get("/not-fresh").await.status, 403);
    assert_eq!(ada.get("/fresh-or-admin").await.status, 200);
    let mut eve = site.browser();
    eve.registers("eve").await;
    let mut eve = eve.signs_in("eve").await;
    site.after(6 * MINUTE);

    // Whoever could never get in is asked for no password, and what they post is not kept.
    assert_eq!(ada.get("/fresh-admin").await.status, 403);
    assert_eq!(ada.post("/fresh-admin", &[("note", "x")]).await.status, 403);
    assert_eq!(ada.get("/not-fresh").await.status, 200);
    ada.get("/fresh-or-admin").await.assert_leads_to("/user/sign-in?again=1&next=%2Ffresh-or-admin");
    assert_eq!(admin.get("/fresh-or-admin").await.status, 200);
    admin.post("/fresh-admin", &[("note", "x")]).await.assert_shows(401, "confirm-identity");
    // First the address, then the password.
    eve.get("/confirmed-fresh").await.assert_leads_to("/user/resend-confirm-email");
    ada.get("/confirmed-fresh").await.assert_leads_to("/user/sign-in?again=1&next=%2Fconfirmed-fresh");
}

#[tokio::test]
async fn confirming_leads_back_to_the_page_that_asked_for_it_in_that_browser() {
    let site = Site::with(|settings| settings.sign_in.before_confirmation = true);
    let mut ada = site.browser();
    ada.registers("ada").await;
    let mut ada = ada.signs_in("ada").await;
    let mut phone = site.browser();

    let resend = ada.get("/confirmed?x=1").await;
    resend.assert_leads_to("/user/resend-confirm-email");
    ada.fill("/user/resend-confirm-email", &[("email", "ada@example.com")]).await;
    let link = site.link_to("ada").await;
    assert_eq!(phone.get(&link).await.status, 303);

    let confirmed = ada.fill_linked(&link, &[]).await;
    confirmed.assert_leads_to("/confirmed?x=1");
    assert_eq!(ada.follow(confirmed).await.body, "let in");
    assert!(ada.cookie("wanted").is_none());
}

#[tokio::test]
async fn elsewhere_confirming_leads_where_it_always_does() {
    let site = Site::with(|settings| settings.sign_in.before_confirmation = true);
    let mut ada = site.browser();
    ada.registers("ada").await;
    let mut ada = ada.signs_in("ada").await;
    ada.get("/confirmed").await;

    let link = site.link_to("ada").await;

    site.browser().fill_linked(&link, &[("password", PASSWORD)]).await.assert_leads_to("/");
}

#[tokio::test]
async fn where_somebody_wanted_to_go_is_for_them_alone() {
    let site = Site::with(|settings| settings.sign_in.before_confirmation = true);
    let mut ada = site.browser();
    ada.registers("ada").await;
    let mut ada = ada.signs_in("ada").await;
    ada.get("/confirmed?of=ada").await;
    ada.fill("/user/sign-out", &[]).await;
    ada.registers("eve").await;
    let mut eve = ada.signs_in("eve").await;

    let link = site.link_to("eve").await;

    eve.fill_linked(&link, &[]).await.assert_leads_to("/");
}
