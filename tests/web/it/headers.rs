//! Headers that keep a page from being used against its reader.

use http::Method;
use user_core::settings::OpenerPolicy;
use user_web::DevMailbox;

use crate::driver::pages_and;
use crate::it::body::Body;
use crate::it::browser::Answer;
use crate::it::site::{DAY, Own, Site};

const PAGE_POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
                           frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

#[track_caller]
fn assert_guarded(answer: &Answer, what: &str) {
    assert_eq!(answer.header("x-content-type-options"), Some("nosniff"), "{what}");
    assert_eq!(answer.header("x-frame-options"), Some("DENY"), "{what}");
    assert!(matches!(answer.header("referrer-policy"), Some("same-origin" | "no-referrer")), "{what}");
    assert!(answer.header("permissions-policy").unwrap().contains("camera=()"), "{what}");
}

#[tokio::test]
async fn every_response_carries_them_whatever_it_is() {
    let site = Site::new();
    let mut ada = site.signed_in("ada", &[]).await;
    let paths = ["/", "/members", "/page", "/user/profile", "/user/sign-in", "/nothing", "/admin", "/panics"];

    for path in
        paths.into_iter().chain(["/fails", "/teapot", "/user/assets/none.css", "/user/confirm-email/x"])
    {
        assert_guarded(&ada.get(path).await, path);
        assert_guarded(&ada.clone().asking_for_json().get(path).await, path);
        let head = ada.send(Method::HEAD, path, &[], Body::empty()).await;
        assert_guarded(&head, path);
    }
    assert_guarded(&ada.post_bare("/echo", &[]).await, "a refusal");
}

#[tokio::test]
async fn a_page_runs_no_script_is_in_no_frame_and_is_kept_by_nobody() {
    let site = Site::new();
    let mut ada = site.signed_in("ada", &[]).await;
    let mut anybody = site.browser();
    let mine =
        ["/page", "/user/profile", "/user/sessions", "/user/edit-profile", "/user/sign-out", "/nothing"];
    let open = ["/page", "/user/resend-confirm-email", "/user/forgot-password", "/nothing"];
    let answers = [(&mut ada, mine.as_slice()), (&mut anybody, open.as_slice())];

    for (browser, paths) in answers {
        for path in paths {
            let answer = browser.get(path).await;
            assert!(answer.template().is_some(), "{path}");
            assert_eq!(answer.header("content-security-policy"), Some(PAGE_POLICY), "{path}");
            assert_eq!(answer.header("cache-control"), Some("no-store"), "{path}");
            assert_eq!(answer.header("content-type"), Some("text/html; charset=utf-8"), "{path}");
        }
    }
}

#[tokio::test]
async fn redirects_and_problem_documents_are_kept_by_nobody() {
    let site = Site::new();
    let mut anybody = site.browser();

    for path in
        ["/members", "/user/profile", "/user/sign-out", "/user/confirm-email/x", "/user/reset-password/x"]
    {
        let answer = anybody.get(path).await;
        assert_eq!((answer.status, answer.header("cache-control")), (303, Some("no-store")), "{path}");
    }
    let json = anybody.asking_for_json().get("/members").await;
    assert_eq!(json.header("cache-control"), Some("no-store"));
}

#[tokio::test]
async fn browsers_are_told_to_stay_with_https_where_it_is_used() {
    let mut secure = Site::https().browser();
    for path in ["/", "/user/sign-in", "/nothing"] {
        let answer = secure.get(path).await;
        assert_eq!(answer.header("strict-transport-security"), Some("max-age=31536000"), "{path}");
    }

    assert_eq!(Site::new().browser().get("/").await.header("strict-transport-security"), None);
}

#[tokio::test]
async fn the_stylesheet_is_named_by_its_content_and_kept_for_ever() {
    let site = Site::new();
    let mut browser = site.browser();
    let path = browser.get("/user/sign-in").await.data()["site"]["stylesheet"].as_str().unwrap().to_owned();

    let answer = browser.get(&path).await;

    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("content-type"), Some("text/css; charset=utf-8"));
    assert_eq!(answer.header("cache-control"), Some("public, max-age=31536000, immutable"));
    assert!(answer.body.contains('{') && !answer.body.contains("http"), "it loads nothing from elsewhere");
    for other in
        ["/user/assets/user-0000000000000000.css", "/user/assets/..%2f..%2fCargo.toml", "/user/assets/"]
    {
        assert_eq!(browser.get(other).await.problem(), "not-found", "{other}");
    }
}

#[tokio::test]
async fn what_is_one_persons_is_not_kept_for_others() {
    let public = Own::WithHeaders(&[("cache-control", "public, max-age=60")]);
    let private = Own::WithHeaders(&[("cache-control", "private, max-age=60")]);
    let own = pages_and(&[("/public", public), ("/private", private)]);
    let site = Site::built(|builder| builder, |web| web, own);
    let mut anybody = site.browser();
    let mut ada = site.signed_in("ada", &[]).await;
    let cached = |answer: &Answer| answer.header("cache-control").map(str::to_owned);

    assert_eq!(cached(&anybody.get("/public").await).as_deref(), Some("public, max-age=60"));
    assert_eq!(cached(&anybody.get("/greet").await), None);
    assert_eq!(cached(&ada.get("/public").await).as_deref(), Some("no-store"), "made for somebody");
    assert_eq!(cached(&ada.get("/private").await).as_deref(), Some("private, max-age=60"));
    assert_eq!(cached(&ada.get("/greet").await).as_deref(), Some("no-store"));
    assert_eq!(
        cached(&ada.get("/members").await).as_deref(),
        Some("no-store"),
        "also behind the back button"
    );
    assert_eq!(cached(&ada.get("/").await), None, "nobody asked who it is for");
    site.after(DAY);
    let over = ada.get("/public").await;
    assert!(over.set_cookie("session").unwrap().contains("Max-Age=0"));
    assert_eq!(cached(&over).as_deref(), Some("no-store"), "no cache hands out anybody's cookies");
}

#[tokio::test]
async fn what_a_page_of_the_app_says_itself_counts() {
    let framed = Own::WithHeaders(&[("x-frame-options", "SAMEORIGIN"), ("referrer-policy", "origin")]);
    let site = Site::built(|builder| builder, |web| web, pages_and(&[("/framed", framed)]));

    let answer = site.browser().get("/framed").await;

    assert_eq!(answer.header("x-frame-options"), Some("SAMEORIGIN"));
    assert_eq!(answer.header("referrer-policy"), Some("origin"));
    assert_eq!(answer.headers.get_all("x-frame-options").iter().count(), 1);
}

#[tokio::test]
async fn the_frame_of_a_mail_has_rules_of_its_own() {
    let mailbox = DevMailbox::new();
    let site = Site::with_mailbox(&mailbox);

    let answer = site.browser().get("/dev/mailbox/none/body.html").await;

    assert_eq!(answer.problem(), "not-found");
    assert_guarded(&answer, "no mail, no frame");
}

#[tokio::test]
async fn what_is_told_over_https_is_a_setting() {
    let site = Site::with(|settings| {
        "https://example.com".clone_into(&mut settings.public_base_url);
        settings.headers.hsts = 2 * DAY;
        settings.headers.hsts_include_subdomains = true;
        settings.headers.opener_policy = OpenerPolicy::SameOriginAllowPopups;
    });

    let answer = site.browser().get("/user/sign-in").await;

    assert_eq!(answer.header("strict-transport-security"), Some("max-age=172800; includeSubDomains"));
    assert_eq!(answer.header("cross-origin-opener-policy"), Some("same-origin-allow-popups"));
}

#[tokio::test]
async fn a_page_shares_nothing_with_windows_of_other_sites() {
    let secure = Site::https().browser().get("/user/sign-in").await;
    let off = Site::with(|settings| {
        "https://example.com".clone_into(&mut settings.public_base_url);
        settings.headers.opener_policy = OpenerPolicy::Off;
    });

    assert_eq!(secure.header("cross-origin-opener-policy"), Some("same-origin"));
    assert_eq!(off.browser().get("/user/sign-in").await.header("cross-origin-opener-policy"), None);
    assert_eq!(Site::new().browser().get("/user/sign-in").await.header("cross-origin-opener-policy"), None);
}

#[tokio::test]
async fn what_the_content_policy_refuses_is_reported_where_the_setting_says() {
    for report in ["/csp-report", "https://reports.example.com/csp?site=1"] {
        let site = Site::with(|settings| settings.headers.csp_report = Some(report.to_owned()));
        let mut browser = site.browser();

        let answer = browser.get("/user/forgot-password").await;

        let policy = format!("{PAGE_POLICY}; report-uri {report}; report-to user-csp");
        assert_eq!(answer.header("content-security-policy"), Some(policy.as_str()));
        let endpoints = format!("user-csp=\"{report}\"");
        assert_eq!(answer.header("reporting-endpoints"), Some(endpoints.as_str()));
        let with_script = browser.get("/user/register").await;
        assert!(
            with_script.header("content-security-policy").unwrap().contains("connect-src 'self'; report-uri")
        );
        assert_eq!(browser.get("/").await.header("content-security-policy"), None, "the app's own");
    }
    assert_eq!(Site::new().browser().get("/user/sign-in").await.header("reporting-endpoints"), None);
}
