//! What an operator reads, and what no log may hold.

use user_core::settings::{InvitationMode, Settings};
use user_web::Page;

use crate::driver::{UserWeb, pages};
use crate::it::log;
use crate::it::site::{OTHER_PASSWORD, PASSWORD, Site};

#[tokio::test]
async fn each_request_is_a_line_with_its_route_and_never_its_path() {
    log::listen();
    let site = Site::new();
    let mut browser = site.browser();

    browser.get("/user/reset-password/secret-of-a-link?next=/secret").await;
    browser.get("/user/sign-in?next=/secret").await;
    browser.get("/nothing/secret").await;
    browser.get("/members").await;
    browser.post("/user/sign-in", &[]).await;
    browser.get("/panics").await;

    let expected = [
        r#"method="GET" route="/user/reset-password/:token" status=303 client=192.0.2.1"#,
        r#"method="GET" route="/user/sign-in" status=200 client=192.0.2.1"#,
        r#"method="GET" route="-" status=404 client=192.0.2.1"#,
        r#"method="GET" route="/members" status=303 client=192.0.2.1"#,
        r#"method="POST" route="/user/sign-in" status=422 client=192.0.2.1"#,
        r#"method="GET" route="-" status=500 client=192.0.2.1"#,
    ];
    assert_eq!(log::requests(), expected);
    assert!(!log::text().contains("secret"), "{}", log::text());
}

#[tokio::test]
async fn a_request_that_is_refused_at_the_door_is_logged_with_its_route_too() {
    log::listen();
    let site = Site::new();
    let mut elsewhere = site.browser().saying("origin", "https://evil.example");

    elsewhere.post("/user/sign-in", &[]).await;
    elsewhere.post("/user/reset-password/secret", &[]).await;
    elsewhere.post("/user/sessions/secret", &[]).await;
    elsewhere.post("/user/profile", &[]).await;

    let expected = [
        r#"method="POST" route="/user/sign-in" status=403 client=192.0.2.1"#,
        r#"method="POST" route="/user/reset-password/:token" status=403 client=192.0.2.1"#,
        r#"method="POST" route="/user/sessions/:session" status=403 client=192.0.2.1"#,
        r#"method="POST" route="/user/profile" status=403 client=192.0.2.1"#,
    ];
    assert_eq!(log::requests(), expected);
    assert!(!log::text().contains("secret"), "{}", log::text());
}

#[tokio::test]
async fn a_refused_post_is_logged_under_a_route_that_was_mounted() {
    log::listen();
    let site = Site::with(|settings| settings.invitations.mode = InvitationMode::Optional);
    let web = user_web::UserWeb::new(site.users.clone());
    let mounted: Vec<_> = web.routes().map(str::to_owned).collect();
    let mut elsewhere = site.browser().saying("origin", "https://evil.example");

    for route in &mounted {
        let page = route.split("/:").next().unwrap();
        for path in ["", "/x", "/x/y", "/x/y/z"] {
            assert_eq!(elsewhere.post(&format!("{page}{path}"), &[]).await.status, 403, "{page}{path}");
        }
    }

    let logged: Vec<_> = log::requests().iter().map(|line| route_of(line)).collect();
    assert!(mounted.len() > 20 && logged.len() == 4 * mounted.len());
    assert!(mounted.iter().all(|route| logged.contains(route)), "{logged:?}");
    for route in logged {
        assert!(route == "-" || mounted.contains(&route), "{route} was never mounted");
    }
}

#[tokio::test]
async fn no_post_is_logged_under_the_route_of_a_page_that_is_off_or_was_left_out() {
    log::listen();
    let without = |web: UserWeb| web.leave_out(Page::Sessions).leave_out(Page::ForgotPassword);
    let site = Site::built(|builder| builder.configure(few_pages), without, pages());
    let (settings, web) = (site.users.settings(), user_web::UserWeb::new(site.users.clone()));
    let is_there =
        |page: Page| page.is_on(settings) && ![Page::Sessions, Page::ForgotPassword].contains(&page);
    let gone: Vec<_> = Page::ALL.into_iter().filter(|page| !is_there(*page)).collect();
    let mut elsewhere = site.browser().saying("origin", "https://evil.example");

    for page in &gone {
        for below in ["", "/x", "/x/y"] {
            let path = format!("{}{below}", page.path(&settings.paths));
            assert_eq!(elsewhere.post(&path, &[]).await.status, 403, "{path}");
        }
    }

    assert!(gone.len() > 12 && web.routes().count() > 8, "{gone:?}");
    let logged: Vec<_> = log::requests().iter().map(|line| route_of(line)).collect();
    assert_eq!(logged.len(), 3 * gone.len());
    assert!(logged.iter().all(|route| route == "-"), "{logged:?}");
}

/// Everything off that can be.
fn few_pages(settings: &mut Settings) {
    let features = &mut settings.features;
    (features.register, features.change_password, features.choose_language) = (false, false, false);
    features.password_strength = false;
    features.change_username = Some(false);
    features.change_email = Some(false);
    features.edit_profile = Some(false);
}

fn route_of(line: &str) -> String {
    line.split('"').nth(3).unwrap().to_owned()
}

#[tokio::test]
async fn failures_are_logged_with_their_causes() {
    log::listen();
    let site = Site::new();
    let mut ada = site.signed_in("ada", &[]).await;
    site.store.break_down();

    ada.get("/members").await;

    let text = log::text();
    assert!(text.contains("ERROR") && text.contains("told to be down"), "{text}");
}

#[tokio::test]
async fn no_password_link_or_cookie_reaches_a_log() {
    log::listen();
    let site = Site::new();
    let mut ada = site.browser();
    let mut secrets = vec![PASSWORD.to_owned(), OTHER_PASSWORD.to_owned()];

    ada.registers("ada").await;
    secrets.extend(ada.jar.values().cloned());
    let link = site.link_to("ada").await;
    ada.fill_linked(&link, &[]).await;
    secrets.extend(ada.jar.values().cloned());
    let fields = [("old_password", PASSWORD), ("new_password", OTHER_PASSWORD), ("retype_password", "x")];
    ada.fill("/user/change-password", &fields).await;
    secrets.push(ada.token.clone());
    ada.fill("/user/sign-out", &[]).await;
    ada.fill("/user/forgot-password", &[("email", "ada@example.com")]).await;
    let reset = site.link_to("ada").await;
    site.store.break_down();
    ada.get(&reset).await;
    ada.get("/user/reset-password").await;
    ada.sign_in_with("ada", PASSWORD).await;
    secrets.extend([link, reset].map(|link| link.rsplit('/').next().unwrap().to_owned()));

    let text = log::text();
    assert!(text.contains("user_web::access") && text.contains("ERROR"));
    for secret in secrets.iter().filter(|secret| secret.len() > 8) {
        assert!(!text.contains(secret.as_str()), "{secret} in {text}");
    }
}
