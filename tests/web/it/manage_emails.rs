//! Several addresses: the page, and what its buttons do.

use http::Method;
use serde_json::Value;
use user_core::domain::EventKind;
use user_core::settings::Settings;

use crate::it::browser::{Answer, Browser};
use crate::it::site::{DAY, HOUR, OTHER_PASSWORD, PASSWORD, Site};

const PAGE: &str = "/user/manage-emails";

fn several(settings: &mut Settings) {
    settings.features.multiple_emails = true;
}

/// The address on the page, with where its buttons post to.
fn listed(page: &Answer, address: &str) -> Value {
    let emails = page.data()["emails"].as_array().expect("a list of addresses").clone();
    emails.into_iter().find(|email| email["address"] == address).expect("on the list")
}

/// A browser in which ada is signed in and has `two@example.com`, confirmed.
async fn with_two(site: &Site) -> Browser {
    let mut ada = site.signed_in("ada", &[]).await;
    ada.fill(PAGE, &[("email", "two@example.com")]).await.assert_leads_to(PAGE);
    let link = site.link_to("two").await;
    ada.fill_linked(&link, &[]).await;
    ada
}

async fn press(browser: &mut Browser, address: &str, button: &str) -> Answer {
    let page = browser.get(PAGE).await;
    let action = listed(&page, address)[button].as_str().expect("a button").to_owned();
    browser.post(&action, &[]).await
}

#[tokio::test]
async fn where_users_have_one_address_there_is_no_such_page_and_no_link_to_it() {
    let site = Site::new();
    let mut ada = site.signed_in("ada", &[]).await;
    let id = site.account("ada").await.unwrap().emails[0].id;

    assert_eq!(ada.get(PAGE).await.problem(), "not-found");
    assert_eq!(ada.post(&format!("/user/email/{id}/delete"), &[]).await.problem(), "not-found");
    assert!(!ada.get("/user/profile").await.body.contains(PAGE));
}

#[tokio::test]
async fn nobody_manages_addresses_without_being_signed_in() {
    let site = Site::with(several);
    let mut browser = site.browser();
    browser.get("/user/sign-in").await;

    let to_sign_in = "/user/sign-in?next=%2Fuser%2Fmanage-emails";
    browser.get(PAGE).await.assert_leads_to(to_sign_in);
    browser.post(PAGE, &[("email", "two@example.com")]).await.assert_leads_to(to_sign_in);
    let before = site.contents();
    browser
        .post("/user/email/00000000-0000-0000-0000-000000000000/delete", &[])
        .await
        .assert_leads_to("/user/sign-in");
    assert_eq!(site.contents(), before);
}

#[tokio::test]
async fn whoever_signed_in_long_ago_proves_the_password_before_a_change_and_not_before_a_look() {
    let site = Site::with(|settings| {
        several(settings);
        settings.lifetimes.fresh = HOUR;
    });
    let mut ada = site.signed_in("ada", &[]).await;
    site.after(2 * HOUR);

    ada.get(PAGE).await.assert_shows(200, "manage-emails");
    ada.post(PAGE, &[("email", "two@example.com")]).await.assert_shows(401, "confirm-identity");
}

#[tokio::test]
async fn what_is_wrong_with_a_new_address_is_told_and_stays_typed() {
    let site = Site::with(several);
    let mut ada = site.signed_in("ada", &[]).await;
    let before = site.contents();

    for (email, error) in
        [("", "email-required"), ("two", "email-malformed"), ("ADA@example.com", "email-taken")]
    {
        let answer = ada.fill(PAGE, &[("email", email)]).await;
        answer.assert_shows(422, "manage-emails");
        assert_eq!(answer.errors(), [error]);
        assert_eq!(answer.field("email")["value"], email);
    }
    assert_eq!(site.contents(), before);
    let problem = ada.asking_for_json().send_json("POST", PAGE, "{}").await;
    assert!(problem.status >= 400);
}

/// S076–S081: the address somebody registers with is confirmed, signs in and is listed; another one is added, confirmed
/// by its link, and listed too.
#[tokio::test]
async fn an_address_is_added_and_confirmed() {
    let site = Site::with(several);
    let mut ada = site.browser();
    ada.registers("ada").await;
    let link = site.link_to("ada").await;
    site.browser().fill_linked(&link, &[("password", PASSWORD)]).await.assert_leads_to("/");
    let typed = [("username", "ada@example.com"), ("password", PASSWORD)];
    ada.fill("/user/sign-in", &typed).await.assert_leads_to("/");
    let page = ada.get(PAGE).await;
    let first = listed(&page, "ada@example.com");
    assert_eq!(
        (&first["primary"], &first["delete"], &first["confirm"]),
        (&true.into(), &Value::Null, &Value::Null)
    );

    let added = ada.fill(PAGE, &[("email", "two@example.com")]).await;

    let page = ada.follow(added).await;
    assert_eq!(page.notices(), ["notice-email-added"]);
    let second = listed(&page, "two@example.com");
    assert_eq!((&second["confirmed"], &second["make_primary"]), (&false.into(), &Value::Null));
    let link = site.link_to("two").await;
    ada.fill_linked(&link, &[]).await;
    assert_eq!(listed(&ada.get(PAGE).await, "two@example.com")["confirmed"], true);
    let told = site.mails_to("ada").await;
    assert_eq!(told[told.len() - 2..], ["email_added", "email_confirmed"]);
}

/// S078, S082, S083: every confirmed address signs in.
#[tokio::test]
async fn every_confirmed_address_signs_in() {
    let site = Site::with(several);
    with_two(&site).await;

    for address in ["ada@example.com", "Two@Example.com"] {
        let mut browser = site.browser();
        let fields = [("username", address), ("password", PASSWORD)];
        browser.fill("/user/sign-in", &fields).await.assert_leads_to("/");
    }
}

/// S084: another mail, as often as its budget allows, and then a wait.
#[tokio::test]
async fn another_confirmation_mail_is_sent_within_bounds() {
    let site = Site::with(several);
    let mut ada = site.signed_in("ada", &[]).await;
    ada.fill(PAGE, &[("email", "two@example.com")]).await;
    site.deliver().await;

    let answer = press(&mut ada, "two@example.com", "confirm").await;

    answer.assert_leads_to(PAGE);
    assert_eq!(site.mails_to("two").await, ["confirm_email"; 2]);
    let refused = loop {
        let answer = press(&mut ada, "two@example.com", "confirm").await;
        if answer.status != 303 {
            break answer;
        }
    };
    assert_eq!(refused.problem(), "too-many-requests");
}

/// S085, S086: the primary flag moves, and the former primary address can go.
#[tokio::test]
async fn another_address_becomes_primary_and_the_former_one_goes() {
    let site = Site::with(several);
    let mut ada = with_two(&site).await;

    let made = press(&mut ada, "two@example.com", "make_primary").await;
    let page = ada.follow(made).await;
    assert_eq!(page.notices(), ["notice-primary-email-changed"]);
    assert_eq!(listed(&page, "two@example.com")["primary"], true);

    let gone = press(&mut ada, "ada@example.com", "delete").await;
    let page = ada.follow(gone).await;
    assert_eq!(page.notices(), ["notice-email-removed"]);
    assert_eq!(page.data()["emails"].as_array().unwrap().len(), 1);
    let to_ada = site.mails_to("ada").await;
    assert_eq!(to_ada[to_ada.len() - 2..], ["primary_email_changed", "email_removed"]);
    assert_eq!(site.mails_to("two").await.last().unwrap(), "email_removed");
}

#[tokio::test]
async fn nothing_is_done_by_opening_a_link_nor_to_somebody_elses_address() {
    let site = Site::with(several);
    let mut ada = with_two(&site).await;
    site.member("bob", &[]).await;
    let bobs = site.account("bob").await.unwrap().emails[0].id;
    let own = listed(&ada.get(PAGE).await, "two@example.com")["delete"].as_str().unwrap().to_owned();
    let primary = site.account("ada").await.unwrap().primary_email().unwrap().id;
    let before = site.contents();

    assert_eq!(ada.get(&own).await.status, 405);
    for path in [
        format!("/user/email/{bobs}/delete"),
        format!("/user/email/{bobs}/make-primary"),
        format!("/user/email/{primary}/explode"),
        "/user/email/nonsense/delete".to_owned(),
        "/user/email".to_owned(),
    ] {
        assert_eq!(ada.post(&path, &[]).await.problem(), "not-found", "{path}");
    }
    ada.post(&format!("/user/email/{primary}/delete"), &[]).await.assert_leads_to(PAGE);
    let forged =
        ada.send(Method::POST, &own, &[("content-type", crate::it::browser::FORM)], "a=b".into()).await;
    assert_eq!(forged.status, 403);
    assert_eq!(site.contents(), before);
}

#[tokio::test]
async fn addresses_of_others_look_like_any_other() {
    let site = Site::with(several);
    site.member("bob", &[]).await;
    let mut ada = site.signed_in("ada", &[]).await;

    let known = ada.fill(PAGE, &[("email", "bob@example.com")]).await;
    let known = ada.follow(known).await;
    let unknown = ada.fill(PAGE, &[("email", "eve@example.com")]).await;
    let unknown = ada.follow(unknown).await;

    assert_eq!(known.notices(), unknown.notices());
    let bare = |mut email: Value| {
        let fields = email.as_object_mut().unwrap();
        fields.retain(|name, _| matches!(name.as_str(), "confirmed" | "primary" | "make_primary"));
        email
    };
    assert_eq!(bare(listed(&known, "bob@example.com")), bare(listed(&unknown, "eve@example.com")));
    assert_eq!(site.told.kinds().iter().filter(|kind| **kind == EventKind::EMAIL_ADDED).count(), 2);
    assert_eq!(site.mails_to("bob").await, ["already_registered"]);
}

#[tokio::test]
async fn the_only_address_has_no_button_to_remove_it_also_before_it_is_confirmed() {
    let site = Site::with(|settings| {
        several(settings);
        settings.sign_in.before_confirmation = true;
    });
    let mut ada = site.browser();
    ada.registers("ada").await;
    let mut ada = ada.signs_in("ada").await;
    ada.fill(PAGE, &[("email", "two@example.com")]).await.assert_leads_to(PAGE);

    let page = ada.get(PAGE).await;

    assert!(listed(&page, "ada@example.com")["delete"].is_null());
    assert!(listed(&page, "two@example.com")["delete"].is_string());
}

/// An address that a thief added and confirmed opens nothing after the owner's new password, and goes with one press.
#[tokio::test]
async fn after_a_new_password_the_addresses_of_the_last_days_are_shown_first_and_dropped_with_one_press() {
    let site = Site::with(several);
    site.member("ada", &[]).await;
    site.after(8 * DAY);
    let mut thief = site.browser().signs_in("ada").await;
    thief.fill(PAGE, &[("email", "evil@example.com")]).await;
    let link = site.link_to("evil").await;
    thief.fill_linked(&link, &[]).await;

    let mut owner = site.browser();
    site.deliver().await;
    owner.fill("/user/forgot-password", &[("email", "ada@example.com")]).await;
    let link = site.link_to("ada").await;
    let fields = [("new_password", OTHER_PASSWORD), ("retype_password", OTHER_PASSWORD)];
    let done = owner.fill_linked(&link, &fields).await;
    done.assert_leads_to(PAGE);
    let page = owner.follow(done).await;
    assert!(page.notices().contains(&"notice-addresses-doubtful".to_owned()), "{:?}", page.notices());
    let fields = [("username", "ada"), ("password", OTHER_PASSWORD)];
    owner.fill("/user/sign-in", &fields).await;
    let page = owner.get(PAGE).await;
    let evil = listed(&page, "evil@example.com");
    assert_eq!((&evil["confirmed"], &evil["primary"]), (&false.into(), &false.into()));
    owner.post(evil["delete"].as_str().unwrap(), &[]).await.assert_leads_to(PAGE);

    assert_eq!(site.account("ada").await.unwrap().emails.len(), 1);
    assert!(!thief.is_signed_in().await);
}
