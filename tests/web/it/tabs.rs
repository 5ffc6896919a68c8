//! Several tabs of one browser: each form acts on what it showed.

use user_core::settings::InvitationMode;

use crate::it::browser::{Answer, Browser};
use crate::it::site::{OTHER_PASSWORD, PASSWORD, Site, address};

const GOOD: [(&str, &str); 2] = [("new_password", OTHER_PASSWORD), ("retype_password", OTHER_PASSWORD)];

/// Opens a link in a tab, and gives the page that it leads to.
async fn opened(browser: &mut Browser, link: &str) -> Answer {
    let answer = browser.get(link).await;
    browser.follow_once(&answer).await
}

async fn reset_link(site: &Site, browser: &mut Browser, name: &str) -> String {
    browser.fill("/user/forgot-password", &[("email", &address(name))]).await;
    site.link_to(name).await
}

#[tokio::test]
async fn two_links_to_reset_in_two_tabs_set_the_password_of_the_account_that_each_page_names() {
    let site = Site::new();
    let mut browser = site.browser();
    let mut pages = Vec::new();
    for name in ["ada", "grace"] {
        site.member(name, &[]).await;
        let link = reset_link(&site, &mut browser, name).await;
        pages.push(opened(&mut browser, &link).await);
    }

    assert_eq!(pages[0].field("username")["value"], "ada");
    browser.submit(&pages[0], &GOOD).await.assert_leads_to("/user/sign-in");

    assert_eq!(site.browser().sign_in_with("ada", OTHER_PASSWORD).await.status, 303);
    assert_eq!(site.browser().sign_in_with("grace", OTHER_PASSWORD).await.status, 422);
    assert_eq!(site.browser().sign_in_with("grace", PASSWORD).await.status, 303);
    browser.submit(&pages[1], &GOOD).await.assert_leads_to("/user/sign-in");
    assert_eq!(site.browser().sign_in_with("grace", OTHER_PASSWORD).await.status, 303);
}

#[tokio::test]
async fn two_links_to_confirm_in_two_tabs_confirm_one_address_each() {
    let site = Site::new();
    let mut browser = site.browser();
    let mut pages = Vec::new();
    for name in ["ada", "grace"] {
        browser.registers(name).await;
        let link = site.link_to(name).await;
        pages.push(opened(&mut browser, &link).await);
    }

    browser.submit(&pages[0], &[("password", PASSWORD)]).await;

    let is_confirmed =
        async |name: &str| site.account(name).await.is_some_and(|user| user.has_confirmed_email());
    assert!(is_confirmed("ada").await && !is_confirmed("grace").await);
}

#[tokio::test]
async fn two_invitations_in_two_tabs_are_accepted_one_by_one() {
    let site = Site::with(|settings| settings.invitations.mode = InvitationMode::Optional);
    let mut ada = site.signed_in("ada", &[]).await;
    let mut browser = site.browser();
    let mut pages = Vec::new();
    for name in ["grace", "joan"] {
        ada.fill("/user/invite", &[("email", &address(name))]).await;
        let link = site.link_to(name).await;
        let answer = browser.get(&link).await;
        pages.push(browser.follow(answer).await);
    }

    for (page, name) in pages.iter().zip(["grace", "joan"]) {
        assert_eq!(page.field("email")["value"], address(name).as_str());
    }
}

#[tokio::test]
async fn a_form_that_names_no_link_acts_only_where_there_is_a_single_one() {
    let site = Site::new();
    let mut browser = site.browser();
    for name in ["ada", "grace"] {
        site.member(name, &[]).await;
        let link = reset_link(&site, &mut browser, name).await;
        opened(&mut browser, &link).await;
    }
    let before = site.contents();

    browser.post("/user/reset-password", &GOOD).await.assert_leads_to("/user/forgot-password");
    let unknown = [("link", "00000000"), GOOD[0], GOOD[1]];
    browser.post("/user/reset-password", &unknown).await.assert_leads_to("/user/forgot-password");

    assert_eq!(site.contents(), before);
}

#[tokio::test]
async fn a_link_that_is_not_ours_never_shows_the_page_of_another_one() {
    let site = Site::new();
    site.member("ada", &[]).await;
    let mut browser = site.browser();
    let link = reset_link(&site, &mut browser, "ada").await;
    opened(&mut browser, &link).await;

    let answer = browser.get("/user/reset-password/garbage").await;
    let page = browser.follow(answer).await;

    page.assert_shows(200, "forgot-password");
}

#[tokio::test]
async fn a_browser_keeps_only_a_few_links_of_a_kind() {
    let site = Site::new();
    let mut browser = site.browser();

    for number in 0..40 {
        browser.get(&format!("/user/reset-password/garbage{number}")).await;
        browser.get(&format!("/user/confirm-email/garbage{number}")).await;
    }

    assert!(browser.jar.len() <= 2 * 4, "{:?}", browser.jar.keys());
}

#[tokio::test]
async fn a_form_of_an_entrance_sent_after_signing_in_in_another_tab_leads_on() {
    let site = Site::new();
    site.member("ada", &[]).await;
    let mut browser = site.browser();
    let next = "?next=%2Fmembers";
    let mut pages = Vec::new();
    for page in ["sign-in", "register", "sign-in-or-register", "forgot-password"] {
        pages.push((page, browser.get(&format!("/user/{page}{next}")).await));
    }
    let old_token = browser.token.clone();
    let mut browser = browser.signs_in("ada").await;
    let before = site.contents();

    for page in ["sign-in", "register", "forgot-password"] {
        let fields = [
            ("csrf_token", old_token.as_str()),
            ("username", "ada"),
            ("password", "x"),
            ("next", "/members"),
        ];
        browser.post_bare(&format!("/user/{page}"), &fields).await.assert_leads_to("/members");
    }
    assert_eq!(site.contents(), before);
}

#[tokio::test]
async fn a_proof_of_the_password_from_an_old_page_is_asked_for_again() {
    let site = Site::new();
    let mut ada = site.signed_in("ada", &[]).await;

    let answer = ada.post_bare("/user/sign-in", &[("csrf_token", "old"), ("again", "1")]).await;

    answer.assert_shows(403, "confirm-identity");
    assert_eq!(answer.errors(), ["form-expired"]);
}

#[tokio::test]
async fn a_browser_without_cookies_is_told_so_and_how_to_go_on() {
    let site = Site::new();
    let (mut browser, mut app) = (site.browser(), site.browser());
    let page = browser.get("/user/sign-in").await;
    browser.jar.clear();

    let answer = browser.submit(&page, &[("username", "ada"), ("password", PASSWORD)]).await;

    answer.assert_shows(403, "sign-in");
    assert_eq!(answer.errors(), ["form-no-cookies"]);
    assert_eq!(app.post("/echo", &[]).await.problem(), "cookies");
    let mut program = site.browser().asking_for_json();
    assert_eq!(program.post("/user/sign-in", &[]).await.json()["code"], "cookies");
}

#[tokio::test]
async fn a_browser_with_cookies_whose_form_is_old_is_told_that() {
    let site = Site::new();
    let mut browser = site.browser();
    browser.get("/user/sign-in").await;

    let answer = browser.post_bare("/user/sign-in", &[("csrf_token", "old")]).await;

    assert_eq!(answer.errors(), ["form-expired"]);
}

#[tokio::test]
async fn every_form_that_sets_a_password_says_of_which_account() {
    let site = Site::new();
    let mut ada = site.signed_in("ada", &[]).await;
    let mut browser = site.browser();
    let link = reset_link(&site, &mut browser, "ada").await;

    let change = ada.get("/user/change-password").await;
    let reset = opened(&mut browser, &link).await;
    let register = browser.get("/user/register").await;

    assert_eq!(change.form()["account"], "ada");
    let field = reset.field("username");
    assert_eq!((&field["value"], &field["autocomplete"]), (&"ada".into(), &"username".into()));
    assert_eq!(field["readonly"], true);
    assert_eq!(register.field("username")["autocomplete"], "username");
}

#[tokio::test]
async fn where_people_sign_in_by_address_that_is_the_name_of_the_account() {
    let site = Site::identified_by(user_core::settings::Identifiers::Email);
    let mut browser = site.browser();

    assert_eq!(browser.get("/user/register").await.field("email")["autocomplete"], "username");
}
