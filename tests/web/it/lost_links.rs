//! Pages of mailed links in a browser that does not have the link, or keeps no cookies at all.

use user_core::settings::InvitationMode;

use crate::it::browser::{Answer, Browser};
use crate::it::site::{MINUTE, OTHER_PASSWORD, Site, address};

const GOOD: [(&str, &str); 2] = [("new_password", OTHER_PASSWORD), ("retype_password", OTHER_PASSWORD)];
const PAGES: [&str; 5] =
    ["confirm-email", "reset-password", "undo-email-change", "accept-invitation", "register"];

fn site() -> Site {
    Site::with(|settings| settings.invitations.mode = InvitationMode::Optional)
}

async fn reset_link(site: &Site, name: &str) -> String {
    let mut browser = site.browser();
    browser.fill("/user/forgot-password", &[("email", &address(name))]).await;
    site.link_to(name).await
}

/// Opens a link in a browser that keeps no cookies.
async fn opened_without_cookies(browser: &mut Browser, link: &str) -> Answer {
    let answer = browser.get(link).await;
    browser.jar.clear();
    browser.follow_once(&answer).await
}

#[tokio::test]
async fn without_cookies_the_page_of_a_link_says_that_it_needs_them() {
    let site = site();
    let mut browser = site.browser();
    for page in &PAGES[..4] {
        let answer = opened_without_cookies(&mut browser, &format!("/user/{page}/AbC123")).await;

        assert_eq!((answer.status, answer.problem().as_str()), (403, "link-cookies"), "{page}");
    }
    let mut program = site.browser().asking_for_json();
    let answer = program.get("/user/reset-password?link=00000000").await;
    assert_eq!((answer.status, &answer.json()["code"]), (403, &"link-cookies".into()));
}

#[tokio::test]
async fn a_good_link_without_cookies_is_still_good_once_they_are_allowed() {
    let site = site();
    site.member("ada", &[]).await;
    let link = reset_link(&site, "ada").await;
    let mut browser = site.browser();
    assert_eq!(opened_without_cookies(&mut browser, &link).await.problem(), "link-cookies");

    browser.jar.clear();
    browser.fill_linked(&link, &GOOD).await.assert_leads_to("/user/sign-in");
}

#[tokio::test]
async fn without_cookies_a_posted_form_of_a_link_says_that_it_needs_them() {
    let site = site();
    site.member("ada", &[]).await;
    let link = reset_link(&site, "ada").await;
    let mut browser = site.browser();
    let opened = browser.get(&link).await;
    let page = browser.follow(opened).await;
    browser.jar.clear();

    let answer = browser.submit(&page, &GOOD).await;

    assert_eq!((answer.status, answer.problem().as_str()), (403, "link-cookies"));
}

#[tokio::test]
async fn a_form_that_outlived_its_link_in_the_browser_says_to_open_the_link_again() {
    let site = site();
    site.member("ada", &[]).await;
    let link = reset_link(&site, "ada").await;
    let mut browser = site.browser();
    let opened = browser.get(&link).await;
    let page = browser.follow(opened).await;
    // The browser forgets the cookie of the link after a quarter of an hour, and keeps its others.
    site.after(16 * MINUTE);
    browser.jar.retain(|name, _| !name.contains("_reset_"));

    let answer = browser.submit(&page, &GOOD).await;

    answer.assert_leads_to("/user/forgot-password");
    assert_eq!(browser.follow(answer).await.notices(), ["notice-link-not-here"]);
    browser.fill_linked(&link, &GOOD).await.assert_leads_to("/user/sign-in");
}

#[tokio::test]
async fn the_page_of_the_first_of_five_links_says_to_open_its_link_again() {
    let site = site();
    let mut browser = site.browser();
    let mut pages = Vec::new();
    for number in 0..5 {
        site.member(&format!("user{number}"), &[]).await;
        let link = reset_link(&site, &format!("user{number}")).await;
        let opened = browser.get(&link).await;
        pages.push(browser.follow(opened).await);
    }

    let lost = pages.iter().map(|page| page.form()["hidden"]["link"].as_str().unwrap().to_owned());
    let lost: Vec<_> =
        lost.filter(|key| !browser.jar.keys().any(|name| name.ends_with(key.as_str()))).collect();

    assert_eq!(lost.len(), 1);
    let answer = browser.get(&format!("/user/reset-password?link={}", lost[0])).await;
    assert_eq!(browser.follow(answer).await.notices(), ["notice-link-not-here"]);
}

#[tokio::test]
async fn every_page_of_a_link_tells_a_lost_one_from_one_that_is_not_ours() {
    let site = site();
    let mut browser = site.browser();
    browser.get("/user/sign-in").await;

    for page in PAGES {
        let answer = browser.get(&format!("/user/{page}?link=00000000")).await;
        assert_eq!(browser.follow(answer).await.notices(), ["notice-link-not-here"], "{page}");
    }
    for token in ["AbC123", "cut%20off", "%3B"] {
        let mut browser = site.browser();
        let answer = browser.get(&format!("/user/reset-password/{token}")).await;
        assert_eq!(browser.follow(answer).await.notices(), ["notice-link-invalid"], "{token}");
    }
    assert!(!site.refused().is_empty());
}
