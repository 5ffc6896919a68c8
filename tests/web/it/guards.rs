//! Who is let in, and what everybody else is told. (S001–S010, S115–S120 of Flask-User.)

use http::Method;
use user_core::domain::UserId;
use user_core::settings::{Identifiers, Settings};

use crate::driver;
use crate::it::body::Body;
use crate::it::browser::Browser;
use crate::it::site::{MINUTE, PASSWORD, Site};

const GUARDED: [&str; 8] =
    ["/members", "/admin", "/special", "/both", "/either", "/confirmed", "/fresh", "/nobody"];

#[tokio::test]
async fn s002_s003_s115_an_anonymous_visitor_is_sent_to_sign_in_and_back() {
    let mut browser = Site::new().browser();

    for path in GUARDED {
        let answer = browser.get(&format!("{path}?a=1&b=%2F")).await;

        let back = format!("/user/sign-in?next=%2F{}%3Fa%3D1%26b%3D%252F", &path[1..]);
        answer.assert_leads_to(&back);
        let page = browser.follow(answer).await;
        assert_eq!(page.notices(), ["notice-sign-in-required"]);
        assert_eq!(page.form()["next"], format!("{path}?a=1&b=%2F"));
    }
}

#[tokio::test]
async fn a_program_that_is_not_signed_in_gets_a_problem_document() {
    let mut program = Site::new().browser().asking_for_json();

    for path in GUARDED {
        let answer = program.get(path).await;

        assert_eq!(answer.status, 401);
        assert_eq!(answer.header("content-type"), Some("application/problem+json"));
        assert_eq!(answer.header("www-authenticate"), Some("Form"));
        assert_eq!(answer.header("cache-control"), Some("no-store"));
        let json = answer.json();
        assert_eq!((&json["status"], &json["code"]), (&401.into(), &"unauthenticated".into()));
        assert_eq!(json["type"], "about:blank");
        assert!(json["title"].as_str().unwrap().starts_with("problem-unauthenticated-title"));
        assert!(json["detail"].as_str().unwrap().starts_with("problem-unauthenticated-advice"));
        assert!(json.get("errors").is_none());
    }
}

#[tokio::test]
async fn what_was_posted_is_not_repeated_after_signing_in() {
    let mut browser = Site::new().browser();
    browser.get("/user/sign-in").await;

    browser.post("/members", &[]).await.assert_leads_to("/user/sign-in");
}

#[tokio::test]
async fn s008_a_page_for_others_says_so_to_a_person_and_to_a_program() {
    let site = Site::new();
    let mut ada = site.signed_in("ada", &[]).await;

    for path in ["/admin", "/special", "/both", "/either", "/nobody"] {
        let answer = ada.get(path).await;
        assert_eq!((answer.status, answer.problem()), (403, "forbidden".to_owned()), "{path}");
        assert_eq!(answer.data()["site"]["user"], "ada");

        let answer = ada.clone().asking_for_json().get(path).await;
        assert_eq!((answer.status, &answer.json()["code"]), (403, &"forbidden".into()), "{path}");
    }
}

#[tokio::test]
async fn a_page_for_others_leads_to_where_the_setting_says() {
    let site = Site::with(|settings| settings.destinations.not_allowed = Some("/page".to_owned()));
    let mut ada = site.signed_in("ada", &[]).await;

    let answer = ada.get("/admin").await;

    answer.assert_leads_to("/page");
    assert_eq!(ada.follow(answer).await.notices(), ["notice-not-allowed"]);
    assert_eq!(ada.asking_for_json().get("/admin").await.status, 403);
}

#[tokio::test]
async fn visitors_who_must_sign_in_are_sent_to_where_the_setting_says() {
    let site = Site::with(|settings| settings.destinations.not_signed_in = Some("/welcome".to_owned()));

    site.browser().get("/members").await.assert_leads_to("/welcome?next=%2Fmembers");
}

#[tokio::test]
async fn no_requirement_at_all_lets_nobody_in() {
    let site = Site::new();
    let mut admin = site.signed_in("ada", &["admin", "secret", "sauce"]).await;

    assert_eq!(admin.get("/nobody").await.status, 403);
}

#[tokio::test]
async fn s001_s006_s007_s009_s010_whoever_has_the_roles_is_let_in() {
    let site = Site::new();
    let mut anybody = site.browser();
    let mut ada = site.signed_in("ada", &[]).await;
    let mut agent = site.signed_in("agent7", &["secret", "agent"]).await;

    assert_eq!(anybody.get("/").await.body, "home");
    for browser in [&mut ada, &mut agent] {
        assert_eq!(browser.get("/").await.body, "home");
        assert_eq!(browser.get("/members").await.body, "let in");
    }
    assert_eq!(agent.get("/special").await.body, "let in");
}

#[tokio::test]
async fn s009_s120_roles_are_asked_for_together_or_one_of_them() {
    let cases = [
        (vec!["secret"], "/special", 403),
        (vec!["agent", "sauce"], "/special", 403),
        (vec!["secret", "sauce"], "/special", 200),
        (vec!["secret", "agent"], "/special", 200),
        (vec!["a"], "/either", 200),
        (vec!["b"], "/either", 200),
        (vec!["c"], "/either", 403),
        (vec!["a"], "/both", 403),
        (vec!["a", "b"], "/both", 200),
        (vec!["admin"], "/admin", 200),
        (vec!["administrator"], "/admin", 403),
    ];
    let site = Site::new();

    for (index, (roles, path, expected)) in cases.into_iter().enumerate() {
        let mut browser = site.signed_in(&format!("user{index}"), &roles).await;

        assert_eq!(browser.get(path).await.status, expected, "{roles:?} {path}");
    }
}

#[tokio::test]
async fn a_role_counts_from_the_next_page_on() {
    let site = Site::new();
    let mut ada = site.signed_in("ada", &[]).await;
    let id = site.account("ada").await.unwrap().id;
    assert_eq!(ada.get("/admin").await.status, 403);

    site.users.grant_role(id, "admin").await.unwrap();
    assert_eq!(ada.get("/admin").await.status, 200);

    site.users.revoke_role(id, "admin").await.unwrap();
    assert_eq!(ada.get("/admin").await.status, 403);
}

/// Somebody who may be signed in before confirming an address, with these roles.
async fn unconfirmed(site: &Site, name: &str, roles: &[&str]) -> Browser {
    let mut browser = site.browser();
    browser.registers(name).await;
    let id: UserId = site.account(name).await.unwrap().id;
    for role in roles {
        site.users.grant_role(id, role).await.unwrap();
    }
    browser.signs_in(name).await
}

fn before_confirmation(settings: &mut Settings) {
    settings.sign_in.before_confirmation = true;
}

/// S116: by default nobody is signed in without a confirmed address, so every guard refuses.
#[tokio::test]
async fn s116_without_a_confirmed_address_nobody_gets_past_a_guard() {
    let site = Site::new();
    let mut browser = site.browser();
    browser.registers("ada").await;
    let id = site.account("ada").await.unwrap().id;
    site.users.grant_role(id, "a").await.unwrap();

    assert_eq!(browser.sign_in_with("ada", PASSWORD).await.status, 422);
    for path in ["/members", "/either", "/both"] {
        assert_eq!(browser.get(path).await.status, 303, "{path}");
    }
}

#[tokio::test]
async fn s117_s118_s119_where_it_is_allowed_an_unconfirmed_user_passes_the_guards_that_do_not_ask() {
    let site = Site::with(before_confirmation);
    let cases: [(&str, &[&str], [u16; 3]); 4] = [
        ("nobody", &[], [200, 403, 403]),
        ("has-a", &["a"], [200, 200, 403]),
        ("has-b", &["b"], [200, 200, 403]),
        ("has-both", &["a", "b"], [200, 200, 200]),
    ];

    for (name, roles, expected) in cases {
        let mut browser = unconfirmed(&site, name, roles).await;
        for (path, status) in ["/members", "/either", "/both"].into_iter().zip(expected) {
            assert_eq!(browser.get(path).await.status, status, "{name} {path}");
        }
    }
}

#[tokio::test]
async fn whoever_has_to_confirm_an_address_first_is_sent_to_where_that_is_done() {
    let site = Site::with(before_confirmation);
    let mut ada = unconfirmed(&site, "ada", &[]).await;

    let answer = ada.get("/confirmed").await;
    answer.assert_leads_to("/user/resend-confirm-email");
    assert_eq!(ada.follow(answer).await.notices(), ["notice-email-not-confirmed"]);
    assert_eq!(ada.clone().asking_for_json().get("/confirmed").await.status, 403);

    let link = site.link_to("ada").await;
    ada.fill_linked(&link, &[]).await;
    assert_eq!(ada.get("/confirmed").await.body, "let in");
}

#[tokio::test]
async fn whoever_has_to_confirm_an_address_first_is_sent_to_where_the_setting_says() {
    let site = Site::with(|settings| {
        before_confirmation(settings);
        settings.destinations.email_not_confirmed = Some("/please".to_owned());
    });

    unconfirmed(&site, "ada", &[]).await.get("/confirmed").await.assert_leads_to("/please");
}

#[tokio::test]
async fn where_no_address_can_be_confirmed_nobody_is_sent_to_do_it() {
    let site = Site::identified_by(Identifiers::Username);
    let mut ada = site.signed_in("ada", &[]).await;

    assert_eq!(ada.get("/confirmed").await.problem(), "forbidden");
}

#[tokio::test]
async fn a_page_that_asks_for_a_fresh_sign_in_gets_one_and_goes_on() {
    let site = Site::new();
    let mut ada = site.signed_in("ada", &[]).await;
    assert_eq!(ada.get("/fresh?x=1").await.body, "let in");
    site.after(6 * MINUTE);
    assert_eq!(ada.clone().asking_for_json().get("/fresh").await.status, 401);

    let answer = ada.get("/fresh?x=1").await;
    answer.assert_leads_to("/user/sign-in?again=1&next=%2Ffresh%3Fx%3D1");
    let page = ada.follow_once(&answer).await;
    assert_eq!(page.notices(), ["notice-sign-in-again"]);
    let fields = [("username", "ada"), ("password", PASSWORD), ("next", "/fresh?x=1")];
    let back = ada.post("/user/sign-in", &fields).await;

    back.assert_leads_to("/fresh?x=1");
    assert_eq!(ada.follow(back).await.body, "let in");
}

#[tokio::test]
async fn a_guard_stands_before_a_whole_group_of_routes() {
    let site = Site::built(|builder| builder, |web| web, driver::group());
    let mut member = site.signed_in("ada", &["member"]).await;
    let mut other = site.signed_in("eve", &[]).await;

    for path in ["/club/one", "/club/two"] {
        assert_eq!(member.get(path).await.body, "inside");
        assert_eq!(other.get(path).await.problem(), "forbidden");
        let to = format!("/user/sign-in?next=%2Fclub%2F{}", &path[6..]);
        site.browser().get(path).await.assert_leads_to(&to);
    }
    assert_eq!(site.browser().get("/club/three").await.status, 303, "not even told what is not there");
}

#[tokio::test]
async fn a_guard_holds_for_every_method() {
    let site = Site::new();
    let mut browser = site.browser();

    for method in [Method::HEAD, Method::OPTIONS] {
        let answer = browser.send(method.clone(), "/members", &[], Body::empty()).await;
        assert_eq!(answer.status, 303, "{method}");
    }
}
