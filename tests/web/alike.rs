//! The account pages are alike to the byte on Poem and on Axum: what a browser, or an accessibility checker, finds of one is
//! true of the other.
#![expect(clippy::unwrap_used, reason = "a test may fail")]

use user_core::domain::Locale;
use user_core::settings::{InvitationMode, Settings};
use user_render_handlebars::HandlebarsRenderer;
use user_testkit::browser::{Browser, Page};
use user_testkit::story::{PASSWORD, Site};
use user_testkit::{MemoryPictures, PlainPictureMaker};

/// The pages that a stranger opens, and the forms there that are sent as they are.
const FOR_STRANGERS: [&str; 7] = [
    "/user/register",
    "/user/sign-in",
    "/user/sign-in-or-register",
    "/user/forgot-password",
    "/user/resend-confirm-email",
    "/user/use-recovery-code",
    "/user/reset-password/never-made",
];

/// The pages that a user opens.
const FOR_USERS: [&str; 12] = [
    "/user/profile",
    "/user/edit-profile",
    "/user/picture",
    "/user/sessions",
    "/user/manage-emails",
    "/user/change-password",
    "/user/change-username",
    "/user/recovery-codes",
    "/user/invite",
    "/user/sign-in?again=1",
    "/user/no-such-page",
    // Its form is the last that is sent.
    "/user/sign-out",
];

/// Pages that were seen, each with what it is called.
#[derive(Default)]
struct Seen(Vec<(String, u16, String)>);

impl Seen {
    fn page(&mut self, name: &str, page: &Page) {
        self.0.push((name.to_owned(), page.status(), page.body().to_owned()));
    }

    /// A page, and what comes of each of its forms that is sent as it is.
    async fn and_refused(&mut self, browser: &mut Browser, path: &str) {
        let page = browser.visit(path).await;
        self.page(path, &page);
        for form in page.forms().into_iter().filter(|form| path.starts_with(form.action())) {
            self.page(&format!("{path}, sent"), &browser.submit(&form).await);
        }
    }
}

fn everything_on(settings: &mut Settings) {
    settings.features.multiple_emails = true;
    settings.features.recovery_codes = true;
    settings.invitations.mode = InvitationMode::Optional;
    settings.languages.offered = ["en", "nl", "fa"].map(|tag| Locale::parse(tag).unwrap()).into();
}

fn site() -> Site {
    let renderer = HandlebarsRenderer::builder().build().unwrap();
    Site::rendered_by(renderer, |builder| {
        builder.configure(everything_on).pictures(MemoryPictures::new(), PlainPictureMaker)
    })
}

/// Walks through the pages of a site in this language, as a stranger and as a user.
async fn walk(site: &Site, browser: Browser, language: &str) -> Seen {
    let (mut seen, mut browser) = (Seen::default(), browser.reading(language));
    for path in FOR_STRANGERS {
        seen.and_refused(&mut browser, path).await;
    }
    let form = browser.visit("/user/register").await.form("/user/register");
    let form = form.fill("username", "ada").fill("email", "ada@example.com");
    let sent = form.fill("password", PASSWORD).fill("retype_password", PASSWORD);
    seen.page("registered", &browser.submit(&sent).await);
    let page = browser.open_mail("ada@example.com").await;
    seen.page("confirming", &page);
    seen.page("confirmed", &browser.submit(&page.form("/user/confirm-email")).await);
    let ada = site.users.find_user("ada").await.unwrap().unwrap();
    site.users.grant_role(ada.id, "admin").await.unwrap();
    for path in FOR_USERS {
        seen.and_refused(&mut browser, path).await;
    }
    seen
}

async fn on_poem(language: &str) -> Seen {
    let site = site();
    let app = user_web_poem::UserWeb::new(site.users.clone()).attach(poem::Route::new());
    let browser = Browser::new(&site, user_web_poem::testing::in_process(app));
    walk(&site, browser, language).await
}

async fn on_axum(language: &str) -> Seen {
    let site = site();
    let app = user_web_axum::UserWeb::new(site.users.clone()).attach(axum::Router::new());
    let browser = Browser::new(&site, user_web_axum::testing::in_process(app));
    walk(&site, browser, language).await
}

#[tokio::test]
async fn every_page_is_the_same_to_the_byte_on_both_frameworks() {
    for language in ["en", "fa"] {
        let (poem, axum) = (on_poem(language).await, on_axum(language).await);

        assert!(poem.0.len() > 30, "only {} pages were seen", poem.0.len());
        assert_eq!(poem.0.len(), axum.0.len());
        for (one, other) in poem.0.iter().zip(&axum.0) {
            assert_eq!(one, other, "in {language}");
        }
    }
}
