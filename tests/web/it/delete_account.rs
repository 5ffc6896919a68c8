//! Deleting the account, and keeping it.

use crate::it::browser::{Answer, Browser};
use crate::it::site::{DAY, MINUTE, OTHER_PASSWORD, PASSWORD, Site};

const PAGE: &str = "/user/delete";
const KEEP: &str = "/user/keep";
const ADA: [(&str, &str); 1] = [("account_name", "ada")];

/// Somebody who has asked to be deleted, and the browser in which they did.
async fn leaving(site: &Site) -> Browser {
    let mut ada = site.signed_in("ada", &[]).await;
    ada.fill(PAGE, &ADA).await.assert_leads_to("/user/sign-in");
    ada
}

async fn is_leaving(site: &Site) -> bool {
    site.account("ada").await.unwrap().deletion_at.is_some()
}

/// The form of the sign-in page, for a page that was asked for.
async fn signs_in(browser: &mut Browser, next: &str) -> Answer {
    let fields = [("username", "ada"), ("password", PASSWORD)];
    browser.fill(&format!("/user/sign-in?next={next}"), &fields).await
}

#[tokio::test]
async fn the_page_is_not_there_where_nobody_deletes_their_account() {
    let site = Site::with(|settings| settings.features.delete_account = false);
    let mut ada = site.signed_in("ada", &[]).await;

    assert_eq!(ada.get(PAGE).await.problem(), "not-found");
    assert_eq!(ada.post(PAGE, &ADA).await.problem(), "not-found");
    assert!(ada.get("/user/profile").await.data()["site"]["links"]["delete_account"].is_null());
}

#[tokio::test]
async fn nobody_deletes_or_keeps_an_account_without_being_signed_in_or_without_a_token() {
    let site = Site::new();
    let mut stranger = site.browser();
    stranger.get("/user/sign-in").await;
    for (path, next) in [(PAGE, "%2Fuser%2Fdelete"), (KEEP, "%2Fuser%2Fkeep")] {
        stranger.get(path).await.assert_leads_to(&format!("/user/sign-in?next={next}"));
        stranger.post(path, &ADA).await.assert_leads_to(&format!("/user/sign-in?next={next}"));
    }

    let mut ada = site.signed_in("ada", &[]).await;
    ada.get(PAGE).await;
    let forged = ada.post_bare(PAGE, &ADA).await;
    assert_eq!((forged.status, forged.errors()), (403, vec!["form-expired".to_owned()]));
    let forged = ada.post_bare(KEEP, &[]).await;
    assert_eq!((forged.status, forged.problem()), (403, "csrf".to_owned()));
    assert!(!is_leaving(&site).await);
}

#[tokio::test]
async fn an_old_proof_is_asked_for_once_more_and_the_form_is_filled_in_after_it() {
    let site = Site::new();
    let mut ada = site.signed_in("ada", &[]).await;
    let page = ada.get(PAGE).await;
    site.after(16 * MINUTE);

    let sign_in = "/user/sign-in?again=1&next=%2Fuser%2Fdelete";
    ada.get(PAGE).await.assert_leads_to(sign_in);
    ada.submit(&page, &ADA).await.assert_leads_to(sign_in);
    assert!(!is_leaving(&site).await);
    let asked = ada.get(sign_in).await;
    ada.submit(&asked, &[("password", PASSWORD)]).await.assert_leads_to(PAGE);
    assert!(!is_leaving(&site).await, "the name is typed once more");
    ada.fill(PAGE, &ADA).await.assert_leads_to("/user/sign-in");
    assert!(is_leaving(&site).await);
}

#[tokio::test]
async fn the_name_of_the_account_is_asked_for() {
    let site = Site::new();
    let mut ada = site.signed_in("ada", &[]).await;
    let page = ada.get(PAGE).await;
    page.assert_shows(200, "delete-account");
    assert_eq!(page.data()["form"]["fields"][0]["hint"]["args"]["name"], "ada");
    assert!(page.data()["due"].is_string());

    for (typed, error) in [("", "account-name-required"), ("bob", "account-name-wrong")] {
        let answer = ada.submit(&page, &[("account_name", typed)]).await;
        answer.assert_shows(422, "delete-account");
        assert_eq!(answer.errors(), [error]);
    }
    assert!(!is_leaving(&site).await);
}

#[tokio::test]
async fn deleting_signs_out_and_says_until_when_the_account_can_be_kept() {
    let site = Site::new();
    let mut ada = site.signed_in("ada", &[]).await;
    let mut phone = site.browser().signs_in("ada").await;

    let answer = ada.fill(PAGE, &ADA).await;

    let page = ada.follow(answer).await;
    page.assert_shows(200, "sign-in");
    assert_eq!(page.notices(), ["notice-deletion-scheduled"]);
    assert!(!ada.is_signed_in().await && !phone.is_signed_in().await);
    assert_eq!(site.mails_to("ada").await, ["deletion_scheduled"]);
    site.after(14 * DAY);
    site.users.purge_expired().await.unwrap();
    assert!(site.account("ada").await.is_none());
    assert_eq!(site.mails_to("ada").await, ["deletion_scheduled", "account_deleted"]);
}

#[tokio::test]
async fn pressing_twice_is_like_pressing_once() {
    let site = Site::new();
    let mut ada = site.signed_in("ada", &[]).await;
    let page = ada.get(PAGE).await;
    let mut same = ada.clone();

    let first = ada.submit(&page, &ADA).await;
    let second = same.submit(&page, &ADA).await;

    first.assert_leads_to("/user/sign-in");
    second.assert_leads_to("/user/sign-in");
    assert_eq!(site.mails_to("ada").await, ["deletion_scheduled"]);
    let mut ada = site.browser();
    signs_in(&mut ada, "").await;
    let page = ada.get(KEEP).await;
    ada.submit(&page, &[]).await.assert_leads_to("/user/profile");
    ada.submit(&page, &[]).await.assert_leads_to("/user/profile");
    assert_eq!(site.mails_to("ada").await, ["deletion_scheduled", "deletion_cancelled"]);
}

#[tokio::test]
async fn signing_in_offers_to_keep_the_account_and_leads_on() {
    let site = Site::new();
    let mut ada = leaving(&site).await;

    let signed_in = signs_in(&mut ada, "%2Fmembers%3Fpage%3D2").await;

    signed_in.assert_leads_to("/user/keep?next=%2Fmembers%3Fpage%3D2");
    let page = ada.follow_once(&signed_in).await;
    page.assert_shows(200, "keep-account");
    assert_eq!(page.data()["onward"], "/members?page=2");
    let kept = ada.submit(&page, &[]).await;
    kept.assert_leads_to("/members?page=2");
    assert!(!is_leaving(&site).await);
    ada.get(KEEP).await.assert_leads_to("/user/profile");
    ada.get(PAGE).await.assert_shows(200, "delete-account");
}

#[tokio::test]
async fn who_does_not_keep_the_account_goes_on_as_before() {
    let site = Site::new();
    let mut ada = leaving(&site).await;
    signs_in(&mut ada, "").await.assert_leads_to("/user/keep?next=%2F");

    ada.get(PAGE).await.assert_leads_to(KEEP);
    ada.get("/user/profile").await.assert_shows(200, "profile");

    assert!(is_leaving(&site).await);
}

#[tokio::test]
async fn the_link_in_the_mail_takes_the_account_back() {
    let site = Site::new();
    leaving(&site).await;
    let link = site.link_to("ada").await;
    assert!(link.starts_with("/user/undo-email-change/"), "{link}");
    let mut owner = site.browser();

    let undone = owner.fill_linked(&link, &[]).await;

    undone.assert_leads_to_linked("/user/reset-password");
    assert!(!is_leaving(&site).await);
    let page = owner.follow(undone).await;
    let new = [("new_password", OTHER_PASSWORD), ("retype_password", OTHER_PASSWORD)];
    assert_eq!(owner.submit(&page, &new).await.status, 303);
    assert_eq!(site.browser().sign_in_with("ada", OTHER_PASSWORD).await.status, 303);
}

#[tokio::test]
async fn without_a_grace_the_account_is_gone_at_once() {
    let site = Site::with(|settings| settings.lifetimes.deletion = std::time::Duration::ZERO);
    let mut ada = site.signed_in("ada", &[]).await;
    let page = ada.get(PAGE).await;
    assert!(page.data()["due"].is_null());
    let mut same = ada.clone();

    let answer = ada.submit(&page, &ADA).await;

    same.submit(&page, &ADA).await.assert_leads_to("/user/sign-in");
    assert_eq!(ada.follow(answer).await.notices(), ["notice-account-deleted"]);
    assert!(site.account("ada").await.is_none());
    assert_eq!(site.mails_to("ada").await, ["account_deleted"]);
}
