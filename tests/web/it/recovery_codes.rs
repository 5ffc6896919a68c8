//! Recovery codes: the page that makes them, and the page that takes them.

use crate::it::browser::{Answer, Browser};
use crate::it::site::{HOUR, MINUTE, OTHER_PASSWORD, Site};

const PAGE: &str = "/user/recovery-codes";
const USE: &str = "/user/use-recovery-code";

fn site() -> Site {
    Site::with(|settings| settings.features.recovery_codes = true)
}

fn codes(page: &Answer) -> Vec<String> {
    page.assert_shows(200, "recovery-codes");
    let codes = page.data()["codes"].as_array().unwrap().clone();
    codes.iter().map(|code| code.as_str().unwrap().to_owned()).collect()
}

/// Makes codes as a person does.
async fn made(browser: &mut Browser) -> Vec<String> {
    let answer = browser.fill(PAGE, &[]).await;
    codes(&browser.follow_once(&answer).await)
}

fn reset<'a>(name: &'a str, code: &'a str) -> [(&'a str, &'a str); 4] {
    [
        ("username", name),
        ("recovery_code", code),
        ("new_password", OTHER_PASSWORD),
        ("retype_password", OTHER_PASSWORD),
    ]
}

#[tokio::test]
async fn the_pages_are_not_there_where_there_are_no_codes() {
    let site = Site::new();
    let mut ada = site.signed_in("ada", &[]).await;

    for path in [PAGE, USE] {
        assert_eq!(ada.get(path).await.problem(), "not-found");
        assert_eq!(ada.post(path, &[]).await.problem(), "not-found");
    }
    let links = ada.get("/user/profile").await.data()["site"]["links"].clone();
    assert!(links["recovery_codes"].is_null() && links["use_recovery_code"].is_null());
}

#[tokio::test]
async fn nobody_makes_codes_without_being_signed_in_or_without_a_token() {
    let site = site();
    let mut stranger = site.browser();
    stranger.get("/user/sign-in").await;
    stranger.get(PAGE).await.assert_leads_to("/user/sign-in?next=%2Fuser%2Frecovery-codes");
    stranger.post(PAGE, &[]).await.assert_leads_to("/user/sign-in?next=%2Fuser%2Frecovery-codes");

    let mut ada = site.signed_in("ada", &[]).await;
    for path in [PAGE.to_owned(), format!("{PAGE}/saved")] {
        let answer = ada.post_bare(&path, &[]).await;
        assert_eq!((answer.status, answer.problem()), (403, "csrf".to_owned()), "{path}");
    }
    assert_eq!(ada.get(PAGE).await.data()["left"], 0);
    assert_eq!(ada.post("/user/recovery-codes/nonsense", &[]).await.problem(), "not-found");
}

#[tokio::test]
async fn an_old_proof_is_asked_for_once_more_before_codes_are_made() {
    let site = site();
    let mut ada = site.signed_in("ada", &[]).await;
    ada.get(PAGE).await;
    site.after(16 * MINUTE);

    let answer = ada.fill(PAGE, &[]).await;

    assert_ne!(answer.location().map(|to| to.contains("shown")), Some(true));
    assert_eq!(ada.get(PAGE).await.data()["left"], 0);
}

#[tokio::test]
async fn codes_are_shown_once_and_no_longer_when_they_are_saved() {
    let site = site();
    let mut ada = site.signed_in("ada", &[]).await;
    assert_eq!(codes(&ada.get(PAGE).await), Vec::<String>::new());

    let answer = ada.fill(PAGE, &[]).await;
    let page = ada.follow_once(&answer).await;

    let shown = codes(&page);
    assert_eq!(shown.len(), 10);
    assert!(shown.iter().all(|code| code.len() == 17 && code.as_bytes()[5] == b'-'), "{shown:?}");
    assert_eq!(page.header("cache-control"), Some("no-store"));
    assert_eq!(codes(&ada.get(PAGE).await), Vec::<String>::new(), "another look shows how many are left");
    assert_eq!(ada.get(PAGE).await.data()["left"], 10);
    let mut thief = site.signed_in("eve", &[]).await;
    assert!(codes(&thief.follow_once(&answer).await).is_empty());
    ada.submit(&page, &[]).await.assert_leads_to("/user/profile");
    assert!(codes(&ada.follow_once(&answer).await).is_empty());
}

#[tokio::test]
async fn pressing_twice_shows_the_same_codes_twice() {
    let site = site();
    let mut ada = site.signed_in("ada", &[]).await;
    let page = ada.get(PAGE).await;

    let first = ada.submit(&page, &[]).await;
    let second = ada.submit(&page, &[]).await;

    let shown = codes(&ada.follow_once(&first).await);
    assert_eq!(shown, codes(&ada.follow_once(&second).await));
    assert_eq!(shown.len(), 10);
    assert_eq!(site.mails_to("ada").await, ["recovery_codes_made"]);
}

#[tokio::test]
async fn a_code_stands_in_for_the_password_and_leads_on() {
    let site = Site::with(|settings| {
        settings.features.recovery_codes = true;
        settings.lifetimes.fresh = HOUR;
    });
    let mut ada = site.signed_in("ada", &[]).await;
    let made = made(&mut ada).await;
    site.after(2 * HOUR);
    let asked = ada.get("/user/change-username").await;
    let asked = ada.follow_once(&asked).await;
    let way = asked.data()["site"]["links"]["use_recovery_code"].as_str().unwrap().to_owned();
    assert_eq!(way, "/user/use-recovery-code?next=%2Fuser%2Fchange-username");
    ada.get(&way).await.assert_shows(200, "use-recovery-code");

    let wrong = ada.fill(&way, &[("recovery_code", "ABCDE-FGHIJ-KLMNO")]).await;
    wrong.assert_shows(422, "use-recovery-code");
    assert_eq!(wrong.errors(), ["recovery-code-wrong"]);
    let answer = ada.fill(&way, &[("recovery_code", &made[0].to_lowercase())]).await;

    answer.assert_leads_to("/user/change-username");
    let page = ada.follow_once(&answer).await;
    page.assert_shows(200, "change-username");
    assert_eq!(page.notices(), ["notice-recovery-code-used"]);
}

#[tokio::test]
async fn a_code_and_a_new_password_let_a_stranger_back_in() {
    let site = site();
    let mut ada = site.signed_in("ada", &[]).await;
    let made = made(&mut ada).await;
    let mut phone = site.browser();
    phone.get(USE).await.assert_shows(200, "use-recovery-code");

    let wrong = phone.fill(USE, &reset("eve", &made[0])).await;
    wrong.assert_shows(422, "use-recovery-code");
    assert_eq!(wrong.errors(), ["recovery-code-bad-credentials"]);
    assert_eq!(
        (&wrong.field("username")["value"], &wrong.field("recovery_code")["value"]),
        (&"eve".into(), &made[0].as_str().into())
    );
    let page = phone.get(&format!("{USE}?next=/members")).await;
    let first = phone.submit(&page, &reset("ada", &made[0])).await;
    let second = phone.submit(&page, &reset("ada", &made[0])).await;

    first.assert_leads_to("/user/sign-in?next=%2Fmembers");
    second.assert_leads_to("/user/sign-in?next=%2Fmembers");
    assert!(!ada.is_signed_in().await);
    assert_eq!(phone.sign_in_with("ada", OTHER_PASSWORD).await.status, 303);
    assert_eq!(phone.get(PAGE).await.data()["left"], 9);
}

#[tokio::test]
async fn the_page_says_until_when_earlier_codes_get_their_user_back_in() {
    let site = site();
    let mut ada = site.signed_in("ada", &[]).await;
    let earlier = made(&mut ada).await;
    assert!(ada.get(PAGE).await.data()["earlier_until"].is_null());

    made(&mut ada).await;

    let page = ada.get(PAGE).await;
    assert_eq!((&page.data()["left"], &page.data()["lost"]), (&10.into(), &0.into()));
    assert!(page.data()["earlier_until"].as_str().unwrap().ends_with("UTC"));
    let mut phone = site.browser();
    let answer = phone.fill(USE, &reset("ada", &earlier[0])).await;
    answer.assert_leads_to("/user/sign-in");
}
