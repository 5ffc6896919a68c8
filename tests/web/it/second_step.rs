//! Authenticator apps and the second step of signing in, as people meet them.

use chrono::TimeDelta;
use user_core::domain::TotpSecret;
use user_core::ports::Clock as _;

use crate::it::browser::{Answer, Browser};
use crate::it::site::{HOUR, MINUTE, OTHER_PASSWORD, PASSWORD, Site};

const APPS: &str = "/user/authenticator-apps";
const STEP: &str = "/user/second-step";

fn site() -> Site {
    Site::with(|settings| {
        settings.features.totp = true;
        settings.features.recovery_codes = true;
    })
}

/// An authenticator app: it knows the key, and the time.
struct App(TotpSecret);

impl App {
    /// Scans what the page shows.
    fn scanning(page: &Answer) -> Self {
        page.assert_shows(200, "authenticator-apps");
        let uri = page.data()["set_up"]["uri"].as_str().unwrap().to_owned();
        let key = uri.split("secret=").nth(1).unwrap().split('&').next().unwrap();
        Self(TotpSecret::of_key(key).unwrap())
    }

    fn code(&self, site: &Site) -> String {
        self.0.code_at(site.clock.now()).digits()
    }

    /// A code of an hour ago.
    fn old_code(&self, site: &Site) -> String {
        self.0.code_at(site.clock.now() - TimeDelta::hours(1)).digits()
    }
}

/// Sets an app up as a person does.
async fn set_up(site: &Site, browser: &mut Browser) -> App {
    let begun = browser.fill(APPS, &[]).await;
    let page = browser.follow_once(&begun).await;
    let app = App::scanning(&page);
    let done = browser.submit(&page, &[("totp_code", &app.code(site)), ("label", "Phone")]).await;
    done.assert_leads_to("/user/recovery-codes");
    site.after(MINUTE);
    app
}

/// The page of the second step, after the right password.
async fn asked(browser: &mut Browser, next: &str) -> Answer {
    let form = [("username", "ada"), ("password", PASSWORD)];
    let answer = browser.fill(&format!("/user/sign-in{next}"), &form).await;
    assert!(answer.location().unwrap().starts_with(&format!("{STEP}?step=")), "{answer:?}");
    assert!(answer.set_cookie("session").is_none() && answer.set_cookie("device").is_none());
    let page = browser.follow_once(&answer).await;
    page.assert_shows(200, "second-step");
    page
}

#[tokio::test]
async fn the_pages_are_not_there_where_there_are_no_apps() {
    let site = Site::new();
    let mut ada = site.signed_in("ada", &[]).await;

    for path in [APPS, STEP] {
        assert_eq!(ada.get(path).await.problem(), "not-found");
        assert_eq!(ada.post(path, &[]).await.problem(), "not-found");
    }
}

#[tokio::test]
async fn nobody_sets_up_an_app_without_being_signed_in_or_without_a_token() {
    let site = site();
    let mut stranger = site.browser();
    stranger.get(APPS).await.assert_leads_to("/user/sign-in?next=%2Fuser%2Fauthenticator-apps");
    let mut ada = site.signed_in("ada", &[]).await;

    let answer = ada.post_bare(APPS, &[]).await;
    assert_eq!((answer.status, answer.problem()), (403, "csrf".to_owned()));
    for below in ["new/remove", "nonsense/rename", "new/nonsense"] {
        assert_eq!(ada.post(&format!("{APPS}/{below}"), &[]).await.problem(), "not-found", "{below}");
    }
    site.after(HOUR);
    let old = ada.fill(APPS, &[]).await;
    assert!(!old.location().unwrap_or_default().contains("shown"));
}

#[tokio::test]
async fn an_app_is_set_up_by_its_picture_or_key_and_a_first_code() {
    let site = site();
    let mut ada = site.signed_in("ada", &[]).await;
    let begun = ada.fill(APPS, &[]).await;
    let page = ada.follow_once(&begun).await;
    let app = App::scanning(&page);
    let shown = page.data()["set_up"].clone();
    assert_eq!(shown["key"].as_str().unwrap().replace(' ', ""), app.0.key());
    assert!(
        shown["qr"]["size"].as_u64().unwrap() > 40 && shown["qr"]["path"].as_str().unwrap().starts_with('M')
    );
    assert_eq!(page.header("cache-control"), Some("no-store"));
    assert_eq!(page.field("totp_code")["inputmode"], "numeric");

    let wrong = ada.submit(&page, &[("totp_code", &app.old_code(&site)), ("label", "<Phone>")]).await;
    wrong.assert_shows(422, "authenticator-apps");
    assert_eq!(wrong.errors(), ["totp-code-wrong"]);
    assert_eq!(
        (&wrong.field("label")["value"], &wrong.field("totp_code")["value"]),
        (&"<Phone>".into(), &"".into())
    );
    let right = ada.submit(&wrong, &[("totp_code", &app.code(&site)), ("label", "<Phone>")]).await;

    right.assert_leads_to("/user/recovery-codes");
    let page = ada.follow_once(&right).await;
    assert_eq!(page.notices(), ["notice-totp-added"]);
    let list = ada.get(APPS).await;
    assert_eq!(list.data()["apps"][0]["label"], "<Phone>");
    assert_eq!(site.mails_to("ada").await, ["totp_added"]);
}

#[tokio::test]
async fn the_password_and_then_the_code_lead_to_where_somebody_wanted_to_go() {
    let site = site();
    let mut ada = site.signed_in("ada", &[]).await;
    let app = set_up(&site, &mut ada).await;
    let mut phone = site.browser();

    let page = asked(&mut phone, "?next=/members").await;
    assert!(!phone.is_signed_in().await);
    let wrong = phone.submit(&page, &[("totp_code", &app.old_code(&site))]).await;
    wrong.assert_shows(422, "second-step");
    assert_eq!(wrong.errors(), ["totp-code-wrong"]);
    assert!(!phone.is_signed_in().await);
    let code = app.code(&site);
    let right = phone.submit(&wrong, &[("totp_code", &code)]).await;

    right.assert_leads_to("/members");
    let again = phone.submit(&wrong, &[("totp_code", &code)]).await;
    again.assert_leads_to("/members");
    assert!(phone.is_signed_in().await);
}

#[tokio::test]
async fn a_step_leads_nowhere_in_another_browser_or_too_late() {
    let site = site();
    let mut ada = site.signed_in("ada", &[]).await;
    let app = set_up(&site, &mut ada).await;
    let (mut phone, mut thief) = (site.browser(), site.browser());
    let page = asked(&mut phone, "").await;
    let step = page.form()["hidden"]["step"].as_str().unwrap().to_owned();
    let path = format!("{STEP}?step={step}");

    thief.get("/user/sign-in").await;
    for answer in
        [thief.get(&path).await, thief.post(STEP, &[("step", &step), ("totp_code", &app.code(&site))]).await]
    {
        answer.assert_leads_to("/user/sign-in");
    }
    assert_eq!(thief.get("/user/sign-in").await.notices(), ["notice-second-step-gone"]);
    phone.get(&path).await.assert_shows(200, "second-step");
    site.after(10 * MINUTE);
    phone.get(&path).await.assert_leads_to("/user/sign-in");
    phone.submit(&page, &[("totp_code", &app.code(&site))]).await.assert_leads_to("/user/sign-in");
    assert!(!phone.is_signed_in().await && !thief.is_signed_in().await);
}

#[tokio::test]
async fn a_recovery_code_is_taken_in_the_place_of_the_app() {
    let site = site();
    let mut ada = site.signed_in("ada", &[]).await;
    set_up(&site, &mut ada).await;
    let made = ada.fill("/user/recovery-codes", &[]).await;
    let codes = ada.follow_once(&made).await.data()["codes"].clone();
    let mut phone = site.browser();
    let page = asked(&mut phone, "?next=/members").await;
    let other = page.data()["other"].as_str().unwrap().to_owned();

    let page = phone.get(&other).await;
    assert_eq!(page.data()["takes_recovery_code"], true);
    let wrong = phone.submit(&page, &[("recovery_code", "ABCDE-FGHIJ-KLMNO")]).await;
    wrong.assert_shows(422, "second-step");
    assert_eq!(wrong.errors(), ["recovery-code-wrong"]);
    let right = phone.submit(&wrong, &[("recovery_code", codes[0].as_str().unwrap())]).await;

    right.assert_leads_to("/members");
    assert_eq!(phone.get("/user/recovery-codes").await.notices(), ["notice-recovery-code-used"]);
}

#[tokio::test]
async fn a_reset_of_the_password_leads_to_the_second_step() {
    let site = Site::with(|settings| {
        settings.features.totp = true;
        settings.features.recovery_codes = true;
        settings.auto_sign_in.after_reset_password = true;
    });
    let mut ada = site.signed_in("ada", &[]).await;
    let app = set_up(&site, &mut ada).await;
    let mut phone = site.browser();
    // What is mailed about the app goes first.
    site.deliver().await;
    phone.fill("/user/forgot-password", &[("email", "ada@example.com")]).await;
    let link = site.link_to("ada").await;

    let new = [("new_password", OTHER_PASSWORD), ("retype_password", OTHER_PASSWORD)];
    let reset = phone.fill_linked(&link, &new).await;

    assert!(reset.location().unwrap().starts_with(STEP), "{reset:?}");
    let page = phone.follow_once(&reset).await;
    assert_eq!(page.notices(), ["notice-password-reset"]);
    assert!(!phone.is_signed_in().await);
    phone.submit(&page, &[("totp_code", &app.code(&site))]).await.assert_leads_to("/");
    assert!(phone.is_signed_in().await);
}

#[tokio::test]
async fn an_app_is_renamed_and_removed_where_both_proofs_are_fresh() {
    let site = site();
    let mut ada = site.signed_in("ada", &[]).await;
    let app = set_up(&site, &mut ada).await;
    let mine = ada.get(APPS).await.data()["apps"][0].clone();
    let (rename, remove) = (mine["rename"].as_str().unwrap(), mine["remove"].as_str().unwrap());

    ada.post(rename, &[("label", "Tablet")]).await.assert_leads_to(APPS);
    assert_eq!(ada.get(APPS).await.data()["apps"][0]["label"], "Tablet");
    assert_eq!(ada.post(rename, &[("label", &"a".repeat(61))]).await.status, 422);
    site.after(20 * MINUTE);
    ada.get(APPS).await;
    let old = ada.post(remove, &[]).await;
    assert!(old.location().unwrap_or_default().starts_with("/user/sign-in?again=1"), "{old:?}");
    let sign_in = ada.follow_once(&old).await;
    let pending = ada.submit(&sign_in, &[("password", PASSWORD)]).await;
    let page = ada.follow_once(&pending).await;
    ada.submit(&page, &[("totp_code", &app.code(&site))]).await;
    ada.get(APPS).await;
    ada.post(remove, &[]).await.assert_leads_to(APPS);

    assert_eq!(ada.get(APPS).await.data()["apps"], serde_json::json!([]));
    assert_eq!(site.mails_to("ada").await.last().unwrap(), "totp_removed");
    site.browser().sign_in_with("ada", PASSWORD).await.assert_leads_to("/");
}

#[tokio::test]
async fn what_was_posted_before_the_proofs_is_there_after_them() {
    let site = site();
    let mut ada = site.signed_in("ada", &[]).await;
    let app = set_up(&site, &mut ada).await;
    let page = ada.get("/user/edit-profile").await;
    site.after(5 * HOUR);

    let again = ada.submit(&page, &[("time_zone", "Asia/Tokyo")]).await;
    if again.status == 401 {
        let asked = ada.submit(&again, &[("password", PASSWORD)]).await;
        asked.assert_shows(200, "second-step");
        let passed = ada.submit(&asked, &[("totp_code", &app.code(&site))]).await;
        assert!(passed.location().unwrap().contains("kept="), "{passed:?}");
    } else {
        assert_eq!(again.status, 303, "{again:?}");
    }
}

#[tokio::test]
async fn whoever_must_have_a_second_factor_is_led_to_set_one_up_and_then_let_through() {
    let site = Site::with(|settings| {
        settings.features.totp = true;
        settings.second_factor.required_for_everybody = true;
        settings.second_factor.grace = std::time::Duration::ZERO;
    });
    let mut ada = site.signed_in("ada", &[]).await;

    ada.get("/members").await.assert_leads_to(APPS);
    let begun = ada.fill(APPS, &[]).await;
    assert_eq!(ada.get(APPS).await.status, 200);
    let page = ada.follow_once(&begun).await;
    let app = App::scanning(&page);
    ada.submit(&page, &[("totp_code", &app.code(&site))]).await.assert_leads_to(APPS);

    assert_eq!(ada.get("/members").await.status, 200);
}

#[tokio::test]
async fn a_device_is_trusted_seen_and_forgotten() {
    let site = Site::with(|settings| {
        settings.features.totp = true;
        settings.features.recovery_codes = true;
        settings.second_factor.trust_device = 24 * HOUR;
    });
    let mut ada = site.signed_in("ada", &[]).await;
    let app = set_up(&site, &mut ada).await;
    let mut phone = site.browser();
    let page = asked(&mut phone, "").await;

    let passed = phone.submit(&page, &[("totp_code", &app.code(&site)), ("trust_device", "true")]).await;
    assert!(passed.set_cookie("trusted").unwrap().contains("Max-Age=86400"));
    let out = phone.fill("/user/sign-out", &[]).await;
    assert_eq!(out.status, 303);
    phone.sign_in_with("ada", PASSWORD).await.assert_leads_to("/");
    let devices = phone.get(APPS).await.data()["devices"].clone();
    assert_eq!(devices[0]["current"], true);
    phone.post(devices[0]["forget"].as_str().unwrap(), &[]).await.assert_leads_to(APPS);

    assert_eq!(phone.get(APPS).await.data()["devices"], serde_json::json!([]));
    phone.fill("/user/sign-out", &[]).await;
    asked(&mut phone, "").await;
}
