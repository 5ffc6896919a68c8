//! Where a visitor is, as far as it can be believed.

use crate::it::browser::Browser;
use crate::it::site::{PASSWORD, Site};

fn behind_proxies() -> Site {
    Site::with(|settings| {
        settings.trusted_proxies = vec!["10.0.0.0/8".parse().unwrap(), "2001:db8::/32".parse().unwrap()];
        settings.throttles.client.free = 2;
    })
}

fn from(site: &Site, peer: &str, forwarded: &str) -> Browser {
    let mut browser = site.browser().saying("x-forwarded-for", forwarded);
    browser.peer = peer.parse().unwrap();
    browser
}

async fn seen_as(mut browser: Browser) -> String {
    browser.sign_in_with("ada", PASSWORD).await.assert_leads_to("/");
    let page = browser.get("/user/sessions").await;
    let sessions = page.data()["sessions"].as_array().unwrap().clone();
    let current = sessions.into_iter().find(|session| session["current"] == true).unwrap();
    current["address"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn a_visitor_cannot_choose_an_address() {
    let site = Site::new();
    site.member("ada", &[]).await;

    assert_eq!(seen_as(from(&site, "203.0.113.9", "10.0.0.1")).await, "203.0.113.9");
    let site = behind_proxies();
    site.member("ada", &[]).await;
    assert_eq!(seen_as(from(&site, "203.0.113.9", "198.51.100.1")).await, "203.0.113.9");
    assert_eq!(seen_as(from(&site, "10.0.0.1", "6.6.6.6, 198.51.100.7, 10.0.0.2")).await, "198.51.100.7");
}

#[tokio::test]
async fn an_address_behind_trusted_proxies_reaches_sessions_events_and_mails() {
    let site = behind_proxies();
    site.member("ada", &[]).await;

    assert_eq!(seen_as(from(&site, "2001:db8::1", "2003:1::7")).await, "2003:1::7");
    assert_eq!(seen_as(from(&site, "::ffff:10.0.0.1", "198.51.100.7")).await, "198.51.100.7");

    let told = site.told.events();
    let addresses: Vec<_> = told.iter().filter_map(|event| event.address).map(|a| a.to_string()).collect();
    assert_eq!(addresses, ["2003:1::7", "198.51.100.7"]);
}

#[tokio::test]
async fn one_visitor_behind_a_proxy_does_not_use_up_the_attempts_of_another() {
    let site = behind_proxies();
    let ask = async |address: &str| {
        let mut browser = from(&site, "10.0.0.1", address);
        browser.fill("/user/forgot-password", &[("email", "x@example.com")]).await.status
    };

    for _ in 0..2 {
        assert_eq!(ask("198.51.100.7").await, 303);
    }
    assert_eq!(ask("198.51.100.7").await, 429);
    assert_eq!(ask("6.6.6.6, 198.51.100.7").await, 429, "nor by claiming to be somebody else");
    assert_eq!(ask("198.51.100.8").await, 303);
}
