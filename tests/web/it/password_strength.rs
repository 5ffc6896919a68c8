//! How strong a new password is: on a page that is shown again, and while somebody types.

use crate::it::body::Body;
use http::Method;
use serde_json::json;
use user_core::domain::Password;
use user_core::ports::{Judgement, PasswordContext, PasswordPolicy};

use crate::driver::pages;
use crate::it::site::{PASSWORD, Site};

const ASK: &str = "/user/password-strength";
const SCRIPT_POLICY: &str = "script-src 'self'; connect-src 'self'";

#[tokio::test]
async fn a_form_that_is_refused_shows_how_strong_its_password_was_and_never_the_password() {
    let site = Site::new();
    let mut ada = site.signed_in("ada", &[]).await;
    let mut anybody = site.browser();
    let fresh = anybody.get("/user/register").await;
    assert_eq!(fresh.field("password")["meter"], json!({ "action": ASK, "strength": null }));

    for (password, score, word) in
        [("hunter2", 1, "weak"), (PASSWORD, 4, "strong"), ("letmein", 0, "very-weak")]
    {
        let fields = [("password", password), ("username", "!")];
        let refused = anybody.fill("/user/register", &fields).await;
        let fields = [("new_password", password), ("old_password", PASSWORD)];
        let changed = ada.fill("/user/change-password", &fields).await;

        for (answer, field) in [(refused, "password"), (changed, "new_password")] {
            let strength = &answer.field(field)["meter"]["strength"];
            assert_eq!((answer.status, &strength["score"]), (422, &json!(score)), "{password}");
            assert_eq!(strength["message"]["id"], format!("strength-{word}"));
            assert!(!answer.body.contains(&format!("\"{password}\"")), "{}", answer.body);
        }
    }
    let none = anybody.fill("/user/register", &[]).await;
    assert_eq!(none.field("password")["meter"]["strength"], json!(null), "nothing was typed");
}

#[tokio::test]
async fn a_reset_that_is_refused_shows_it_too() {
    let site = Site::new();
    site.member("ada", &[]).await;
    let mut ada = site.browser();
    ada.fill("/user/forgot-password", &[("email", "ada@example.com")]).await;
    let link = site.link_to("ada").await;

    let answer = ada.fill_linked(&link, &[("new_password", PASSWORD)]).await;

    assert_eq!(
        (answer.status, &answer.field("new_password")["meter"]["strength"]["score"]),
        (422, &json!(4))
    );
}

#[tokio::test]
async fn a_script_learns_what_the_policy_says_of_this_person_in_their_language() {
    let site = Site::new();
    let mut anybody = site.browser();
    anybody.get("/user/register").await;
    let mut ada = site.signed_in("ada", &[]).await;
    let before = site.contents();

    let good = anybody.post(ASK, &[("password", "ada@example.com")]).await;
    assert_eq!((good.status, good.header("cache-control")), (200, Some("no-store")));
    assert_eq!(good.header("content-type"), Some("application/json"));
    let own = [("password", "ada@example.com"), ("email", "ada@example.com")];
    let own = anybody.post(ASK, &own).await.json();
    assert!(own["score"].as_u64().unwrap() < good.json()["score"].as_u64().unwrap(), "{own}");
    assert_eq!(
        ada.post(ASK, &[("new_password", "ada@example.com")]).await.json(),
        own,
        "and who is signed in is known"
    );
    assert!(own["message"].as_str().unwrap().contains("strength-"));
    assert_eq!(site.contents(), before);
}

#[tokio::test]
async fn who_asks_without_end_is_told_to_wait_and_nobody_else_is() {
    let site = Site::new();
    let (mut many, mut other) = (site.browser(), site.browser());
    (many.peer, other.peer) = ("203.0.113.9".parse().unwrap(), "203.0.113.10".parse().unwrap());
    many.get("/user/register").await;
    other.get("/user/register").await;

    let mut answer = many.post(ASK, &[("password", PASSWORD)]).await;
    for _ in 0..1_000 {
        if answer.status != 200 {
            break;
        }
        answer = many.post(ASK, &[("password", PASSWORD)]).await;
    }

    assert_eq!((answer.status, answer.header("retry-after").is_some()), (429, true));
    assert_eq!(other.post(ASK, &[("password", PASSWORD)]).await.status, 200);
}

#[tokio::test]
async fn there_is_nothing_to_tell_of_what_is_no_password() {
    let mut anybody = Site::new().browser();
    anybody.get("/user/register").await;

    for typed in [String::new(), "x".repeat(1_025)] {
        let answer = anybody.post(ASK, &[("password", &typed)]).await;
        assert_eq!((answer.status, answer.body.as_str()), (204, ""));
        assert_eq!(answer.header("cache-control"), Some("no-store"));
    }
}

#[tokio::test]
async fn nobody_is_asked_without_a_token_or_from_elsewhere_or_by_looking() {
    let site = Site::new();
    let mut anybody = site.browser();
    anybody.get("/user/register").await;

    assert_eq!(anybody.post_bare(ASK, &[("password", PASSWORD)]).await.status, 403);
    assert_eq!(anybody.get(ASK).await.status, 405);
    let long = "x".repeat(70_000);
    assert_eq!(anybody.post(ASK, &[("password", &long)]).await.status, 413);
    let mut elsewhere = anybody.saying("origin", "https://evil.example");
    assert_eq!(elsewhere.post(ASK, &[("password", PASSWORD)]).await.status, 403);
}

#[tokio::test]
async fn switched_off_there_is_no_meter_and_nobody_to_ask() {
    let site = Site::with(|settings| settings.features.password_strength = false);
    let mut anybody = site.browser();

    let page = anybody.fill("/user/register", &[("password", PASSWORD)]).await;

    assert_eq!(page.field("password")["meter"], json!(null));
    assert_eq!(anybody.post(ASK, &[("password", PASSWORD)]).await.status, 404);
}

/// Takes everything, and says nothing of how good it is.
struct Anything;

impl PasswordPolicy for Anything {
    fn judge(&self, _password: &Password, _context: &PasswordContext<'_>) -> Judgement {
        Judgement::default()
    }

    fn min_length(&self) -> usize {
        1
    }
}

#[tokio::test]
async fn a_policy_of_the_apps_own_that_judges_no_strength_shows_none() {
    let site = Site::built(|builder| builder.password_policy(Anything), |web| web, pages());
    let mut anybody = site.browser();

    let page = anybody.fill("/user/register", &[("password", PASSWORD)]).await;

    assert_eq!(page.field("password")["meter"]["strength"], json!(null));
    assert_eq!(anybody.post(ASK, &[("password", PASSWORD)]).await.status, 204);
}

#[tokio::test]
async fn a_page_that_asks_for_a_password_may_run_our_script_and_no_other_page_may_run_any() {
    let site = Site::new();
    let mut ada = site.signed_in("ada", &[]).await;
    let mut anybody = site.browser();
    let policy =
        |answer: &crate::it::browser::Answer| answer.header("content-security-policy").unwrap().to_owned();

    let with_passwords = [
        anybody.get("/user/register").await,
        anybody.get("/user/sign-in").await,
        ada.get("/user/change-password").await,
        ada.get("/user/change-username").await,
    ];
    for page in with_passwords {
        assert!(policy(&page).starts_with("default-src 'none'; ") && policy(&page).ends_with(SCRIPT_POLICY));
        assert!(page.form()["script"].as_str().unwrap().starts_with("/user/assets/passwords-"));
    }
    for page in
        [anybody.get("/user/forgot-password").await, ada.get("/user/profile").await, ada.get("/page").await]
    {
        assert!(!policy(&page).contains("script-src"));
        assert!(!page.body.contains("passwords-"));
    }
}

#[tokio::test]
async fn the_script_is_small_named_by_its_content_and_kept_for_ever() {
    let mut browser = Site::new().browser();
    let path = browser.get("/user/register").await.form()["script"].as_str().unwrap().to_owned();

    let answer = browser.send(Method::GET, &path, &[], Body::empty()).await;

    assert_eq!(answer.header("content-type"), Some("text/javascript; charset=utf-8"));
    assert_eq!(answer.header("cache-control"), Some("public, max-age=31536000, immutable"));
    assert!(answer.body.len() < 3_072 && !answer.body.contains("http"), "it loads nothing from elsewhere");
}
