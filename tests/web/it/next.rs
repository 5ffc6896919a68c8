//! Where visitors go on to: where they wanted, and never off the site.

use user_core::settings::InvitationMode;

use crate::it::browser::{Browser, form};
use crate::it::site::{OTHER_PASSWORD, PASSWORD, Site};

/// What must lead nowhere but to where one goes without it.
fn evil() -> Vec<String> {
    let fixed = [
        "https://evil.test/",
        "HTTPS://evil.test",
        "//evil.test",
        "///evil.test",
        "/\\evil.test",
        "\\\\evil.test",
        "/.//evil.test",
        "/a/..//evil.test",
        "/%2e%2e//evil.test",
        " /members",
        "\t//evil.test",
        "/\t/evil.test",
        "/members\r\nLocation: https://evil.test",
        "/mem\0bers",
        "javascript:alert(1)",
        "data:text/html,x",
        "members",
        "?x",
        "@evil.test",
        "http:evil.test",
        "http:///evil.test",
        "https://127.0.0.1:3000@evil.test",
        "http://127.0.0.1:3000.evil.test/",
        "http://127.0.0.1:3001/",
        "http://127.0.0.1:3000/members",
    ];
    let long = format!("/{}", "a".repeat(2_048));
    fixed.into_iter().map(str::to_owned).chain([long]).collect()
}

fn asking(page: &str, next: &str) -> String {
    format!("{page}?{}", form(&[("next", next)]))
}

async fn ada(site: &Site) -> Browser {
    site.signed_in("ada", &[]).await
}

#[tokio::test]
async fn no_page_shows_or_follows_a_next_that_leads_off_the_site() {
    let site = Site::new();
    let mut anybody = site.browser();
    let mut ada = ada(&site).await;

    for next in evil() {
        for page in ["sign-in", "register", "forgot-password", "resend-confirm-email"] {
            let shown = anybody.get(&asking(&format!("/user/{page}"), &next)).await;
            assert!(shown.form()["next"].is_null(), "{page} {next:?}");
        }
        anybody.get(&asking("/user/sign-out", &next)).await.assert_leads_to("/user/sign-in");
        for page in ["sign-in", "register"] {
            ada.get(&asking(&format!("/user/{page}"), &next)).await.assert_leads_to("/");
        }
        for page in ["sign-out", "change-password", "change-username"] {
            let shown = ada.get(&asking(&format!("/user/{page}"), &next)).await;
            assert!(shown.form()["next"].is_null(), "{page} {next:?}");
        }
        for page in ["confirm-email", "reset-password"] {
            let shown = anybody.get(&asking(&format!("/user/{page}/x"), &next)).await;
            shown.assert_leads_to_linked(&format!("/user/{page}"));
        }
    }
}

#[tokio::test]
async fn nobody_is_sent_off_the_site_by_what_a_form_posts() {
    let site =
        Site::built(|builder| builder.throttle(user_testkit::NoThrottle), |web| web, crate::driver::pages());
    site.member("ada", &[]).await;

    for next in evil() {
        let mut browser = site.browser();
        let next = ("next", next.as_str());
        let email = ("email", "ada@example.com");
        for page in ["/user/forgot-password", "/user/resend-confirm-email"] {
            browser.fill(page, &[email, next]).await.assert_leads_to("/user/check-email");
        }
        let fields = [("username", "ada"), ("password", PASSWORD), next];
        browser.fill("/user/sign-in", &fields).await.assert_leads_to("/");
        let fields =
            [("old_password", PASSWORD), ("new_password", PASSWORD), ("retype_password", PASSWORD), next];
        browser.fill("/user/change-password", &fields).await.assert_leads_to("/user/profile");
        let fields = [("new_username", "ada"), ("old_password", PASSWORD), next];
        browser.fill("/user/change-username", &fields).await.assert_leads_to("/user/profile");
        browser.fill("/user/sign-out", &[next]).await.assert_leads_to("/user/sign-in");
    }
}

#[tokio::test]
async fn a_registration_and_its_links_do_not_lead_off_the_site_either() {
    for next in ["//evil.test", "/\\evil.test", "https://evil.test"] {
        let site = Site::unconfirmed();
        let fields = [
            ("username", "ada"),
            ("email", "ada@example.com"),
            ("password", PASSWORD),
            ("retype_password", PASSWORD),
            ("next", next),
        ];
        site.browser().fill("/user/register", &fields).await.assert_leads_to("/");

        let site = Site::new();
        let mut browser = site.browser();
        browser.registers("ada").await;
        let link = site.link_to("ada").await;
        browser.fill_linked(&link, &[("next", next)]).await.assert_leads_to("/");
    }
}

#[tokio::test]
async fn every_page_goes_on_to_where_the_visitor_wanted() {
    let site = Site::new();
    let next = "/greet?a=1&b=x%20y#top";
    let ask = |page: &str| asking(page, next);
    let mut browser = site.browser();
    site.member("ada", &[]).await;
    let email = [("email", "ada@example.com")];

    browser.fill(&ask("/user/forgot-password"), &email).await.assert_leads_to(&ask("/user/check-email"));
    let link = site.link_to("ada").await;
    browser.fill(&ask("/user/resend-confirm-email"), &email).await.assert_leads_to(&ask("/user/check-email"));
    let fields = [("new_password", OTHER_PASSWORD), ("retype_password", OTHER_PASSWORD)];
    browser.fill_linked(&ask(&link), &fields).await.assert_leads_to(&ask("/user/sign-in"));
    let fields = [("username", "ada"), ("password", OTHER_PASSWORD)];
    browser.fill(&ask("/user/sign-in"), &fields).await.assert_leads_to(next);
    let fields =
        [("old_password", OTHER_PASSWORD), ("new_password", PASSWORD), ("retype_password", PASSWORD)];
    browser.fill(&ask("/user/change-password"), &fields).await.assert_leads_to(next);
    let fields = [("new_username", "countess"), ("old_password", PASSWORD)];
    browser.fill(&ask("/user/change-username"), &fields).await.assert_leads_to(next);
    browser.fill(&ask("/user/sign-out"), &[]).await.assert_leads_to(next);
}

#[tokio::test]
async fn a_confirmation_goes_on_to_where_the_visitor_wanted() {
    let site = Site::new();
    let mut browser = site.browser();
    browser.registers("grace").await;
    let link = site.link_to("grace").await;

    browser.fill_linked(&asking(&link, "/members"), &[]).await.assert_leads_to("/members");
}

#[tokio::test]
async fn a_path_that_reads_like_a_host_is_not_carried_through_the_sign_in() {
    let site = Site::built(|builder| builder, |web| web, crate::driver::pages());
    let mut browser = site.browser();

    browser
        .get("/members?x=//evil.test")
        .await
        .assert_leads_to("/user/sign-in?next=%2Fmembers%3Fx%3D%2F%2Fevil.test");
    let long = format!("/members?{}", "x".repeat(3_000));
    browser.get(&long).await.assert_leads_to("/user/sign-in");
}

#[tokio::test]
async fn a_next_given_twice_is_a_bad_request() {
    let answer = Site::new().browser().get("/user/sign-in?next=/a&next=//evil.test").await;

    assert_eq!((answer.status, answer.problem()), (400, "bad-request".to_owned()));
}

/// A form of each page that a signed-in user sees, and the buttons in its lists.
#[tokio::test]
async fn every_page_of_an_account_goes_on_to_where_the_visitor_wanted() {
    let site = Site::with(|settings| {
        settings.features.multiple_emails = true;
        settings.invitations.mode = InvitationMode::Optional;
    });
    let mut ada = ada(&site).await;
    let next = "/greet?a=1";
    let page = |name: &str| asking(&format!("/user/{name}"), next);

    ada.fill(&page("manage-emails"), &[("email", "second@example.com")]).await.assert_leads_to(next);
    let row =
        ada.get(&page("manage-emails")).await.data()["emails"][1]["confirm"].as_str().unwrap().to_owned();
    ada.post(&row, &[("next", next)]).await.assert_leads_to(next);
    ada.fill(&page("invite"), &[("email", "grace@example.com")]).await.assert_leads_to(next);
    let row = ada.get(&page("invite")).await.data()["invitations"][0]["revoke"].as_str().unwrap().to_owned();
    ada.post(&row, &[("next", next)]).await.assert_leads_to(next);
    assert_eq!(ada.get(&page("sessions")).await.data()["next"], next);
    ada.post("/user/sessions/others", &[("next", next)]).await.assert_leads_to(next);
    for evil in evil() {
        assert!(ada.get(&asking("/user/sessions", &evil)).await.data()["next"].is_null(), "{evil}");
        ada.post("/user/sessions/others", &[("next", &evil)]).await.assert_leads_to("/user/sessions");
    }
}

#[tokio::test]
async fn the_pages_for_visitors_carry_it_to_one_another() {
    let site = Site::new();
    let mut browser = site.browser();

    for page in ["sign-in", "register", "sign-in-or-register", "forgot-password", "resend-confirm-email"] {
        let shown = browser.get(&asking(&format!("/user/{page}"), "/members?a=1")).await;
        let links = shown.data()["site"]["links"].clone();
        for name in ["sign_in", "register", "sign_in_or_register", "forgot_password", "resend_confirm_email"]
        {
            let link = links[name].as_str().unwrap();
            assert!(link.ends_with("?next=%2Fmembers%3Fa%3D1"), "{page}: {link}");
        }
        let plain = browser.get(&format!("/user/{page}")).await;
        assert_eq!(plain.data()["site"]["links"]["register"], "/user/register", "{page}");
    }
}

#[tokio::test]
async fn who_registers_on_the_way_somewhere_gets_there_once_the_address_is_confirmed() {
    let site = Site::new();
    let mut browser = site.browser();
    let fields = [
        ("username", "ada"),
        ("email", "ada@example.com"),
        ("password", PASSWORD),
        ("retype_password", PASSWORD),
    ];

    let registered = browser.fill(&asking("/user/register", "/members?a=1"), &fields).await;
    registered.assert_leads_to(&asking("/user/check-email", "/members?a=1"));
    let link = site.link_to("ada").await;
    let mut elsewhere = browser.clone();
    elsewhere.jar.retain(|name, _| name.ends_with("wanted"));
    let confirmed = browser.fill_linked(&link, &[]).await;

    confirmed.assert_leads_to("/members?a=1");
    assert!(browser.cookie("wanted").is_none());
    assert!(elsewhere.cookie("wanted").is_some());
}

#[tokio::test]
async fn who_forgot_the_password_on_the_way_somewhere_gets_there_with_a_new_one() {
    for signs_in in [true, false] {
        let site = Site::with(|settings| settings.auto_sign_in.after_reset_password = signs_in);
        site.member("ada", &[]).await;
        let mut browser = site.browser();
        browser.fill(&asking("/user/forgot-password", "/members"), &[("email", "Ada@Example.com")]).await;
        let link = site.link_to("ada").await;
        let fields = [("new_password", OTHER_PASSWORD), ("retype_password", OTHER_PASSWORD)];

        let reset = browser.fill_linked(&link, &fields).await;

        let sign_in = asking("/user/sign-in", "/members");
        reset.assert_leads_to(if signs_in { "/members" } else { &sign_in });
    }
}

#[tokio::test]
async fn where_one_person_wanted_to_go_the_next_one_in_that_browser_does_not_learn() {
    let site = Site::with(|settings| settings.auto_sign_in.after_reset_password = true);
    for name in ["ada", "grace"] {
        site.member(name, &[]).await;
    }
    let mut browser = site.browser();
    browser.fill("/user/forgot-password", &[("email", "grace@example.com")]).await;
    browser.fill(&asking("/user/forgot-password", "/members"), &[("email", "ada@example.com")]).await;
    let link = site.link_to("grace").await;
    let fields = [("new_password", OTHER_PASSWORD), ("retype_password", OTHER_PASSWORD)];

    browser.fill_linked(&link, &fields).await.assert_leads_to("/");
}
