//! Every page, in light and dark, in English, Dutch and Persian, wide and at 360 pixels.

use fantoccini::key::Key;
use user_e2e::{Demo, Mailbox, chromedriver};

use crate::axe;
use crate::browser::{Browser, Manners};
use crate::driver::Driver;
use crate::on_axum::OnAxum;

const PASSWORD: &str = "correct horse battery";

/// Walks from page to page and notes what is wrong with each.
struct Inspector<'a> {
    browser: &'a Browser,
    axe: &'a str,
    pages: usize,
    faults: Vec<String>,
}

impl Inspector<'_> {
    async fn looks_at(&mut self, page: &str) {
        self.browser.goes_to(page).await;
        self.looks(page).await;
    }

    /// The page that is open.
    async fn looks(&mut self, name: &str) {
        self.pages += 1;
        for scheme in ["light", "dark"] {
            self.browser.prefers(scheme).await;
            let found = axe::violations(self.browser, self.axe).await;
            self.faults.extend(found.into_iter().map(|fault| format!("{name}, {scheme}: {fault}")));
        }
        self.browser.is_wide(360).await;
        let narrow = axe::overflow(self.browser).await;
        self.faults.extend(narrow.map(|fault| format!("{name}, narrow: {fault}")));
        self.browser.is_wide(1_280).await;
    }

    /// The page of a form, and the same page after the form was sent as it is.
    async fn looks_at_form(&mut self, page: &str) {
        self.looks_at(page).await;
        self.browser.goes_to(page).await;
        self.browser.tabs_to("main form button[type=submit]").await;
        self.browser.presses(Key::Enter).await;
        self.browser.shows(".error-summary").await;
        self.looks(&format!("{page}, refused")).await;
    }

    /// The page of a form that was open while its visitor became somebody else.
    async fn looks_at_expired_form(&mut self, page: &str) {
        self.browser.goes_to(page).await;
        self.browser.loses_cookies().await;
        self.browser.tabs_to("main form button[type=submit]").await;
        self.browser.presses(Key::Enter).await;
        self.browser.shows(".error-summary").await;
        self.looks(&format!("{page}, expired")).await;
    }

    async fn visits_everything(&mut self, demo: &Demo, name: &str) {
        self.comes_in(&demo.mailbox(), name).await;
        for role in ["admin", "secret", "agent"] {
            demo.setup.run(&["user", "grant", name, role]).await;
        }
        let phone = demo.visitor("phone").called(name).with_password(PASSWORD);
        phone.signs_in().await;
        for page in ["/admin", "/special", "/user/profile", "/user/sessions"] {
            self.looks_at(page).await;
        }
        self.invitation(demo).await;
        self.looks_at_expired_form("/user/sign-out").await;
        self.looks_at_expired_form("/user/sign-in").await;
    }

    /// As a stranger, who registers and confirms; and as a user.
    async fn comes_in(&mut self, mailbox: &Mailbox, name: &str) {
        let address = format!("{name}@example.com");
        self.signed_out().await;
        self.browser.goes_to("/user/register").await;
        let fields =
            [("username", name), ("email", &address), ("password", PASSWORD), ("retype_password", PASSWORD)];
        self.browser.fills_in(&fields).await;
        self.browser.presses(Key::Enter).await;
        self.browser.arrives_at("/user/check-email").await;
        self.looks("/user/check-email").await;
        let mail = mailbox.next(&address, 0).await;
        self.mailbox(mailbox).await;
        self.browser.goes_to(mail.link("/confirm-email/").unwrap()).await;
        self.browser.arrives_at("/user/confirm-email").await;
        self.looks("/user/confirm-email").await;
        self.browser.tabs_to("main button[type=submit]").await;
        self.browser.presses(Key::Enter).await;
        self.browser.arrives_at("/").await;
        self.looks("/, signed in, with a notice").await;
        self.signed_in().await;
    }

    /// Inviting, what one has sent, and an invitation that is for somebody else.
    async fn invitation(&mut self, demo: &Demo) {
        self.looks_at_form("/user/invite").await;
        self.browser.goes_to("/user/invite").await;
        let guest = demo.visitor("guest");
        self.browser.fills_in(&[("email", &guest.email)]).await;
        self.browser.presses(Key::Enter).await;
        self.browser.shows(".invitations").await;
        self.looks("/user/invite, with an invitation").await;
        let mail = demo.mailbox().next(&guest.email, 0).await;
        self.browser.goes_to(mail.link("/accept-invitation/").unwrap()).await;
        self.browser.arrives_at("/user/accept-invitation").await;
        self.looks("/user/accept-invitation").await;
    }

    async fn signed_out(&mut self) {
        for page in ["/", "/no-such-page", "/dev/mailbox"] {
            self.looks_at(page).await;
        }
        for page in ["/user/register", "/user/sign-in", "/user/resend-confirm-email", "/user/forgot-password"]
        {
            self.looks_at_form(page).await;
        }
        // Sent from here, each form is shown here again.
        self.looks_at_form("/user/sign-in-or-register").await;
    }

    async fn mailbox(&mut self, mailbox: &Mailbox) {
        let Mailbox::Page(list) = mailbox else { panic!("mails without a page") };
        let listed: serde_json::Value = reqwest::get(list).await.unwrap().json().await.unwrap();
        let mail = format!("/dev/mailbox/{}", listed[0]["id"].as_str().unwrap());
        self.looks_at("/dev/mailbox").await;
        for face in ["", "?face=html", "?face=source"] {
            self.looks_at(&format!("{mail}{face}")).await;
        }
    }

    async fn signed_in(&mut self) {
        for page in [
            "/members",
            "/admin",
            "/special",
            "/user/profile",
            "/user/edit-profile",
            "/user/sessions",
            "/user/sign-out",
            "/user/sign-in?again=1",
            "/user/picture",
        ] {
            self.looks_at(page).await;
        }
        for page in ["/user/change-password", "/user/change-username", "/user/manage-emails"] {
            self.looks_at_form(page).await;
        }
    }
}

async fn inspect(language: &'static str, name: &str) {
    let Some(program) = chromedriver() else { return };
    let Some(axe) = axe::source() else { return };
    let demo = Demo::setup().patient().start().await;
    let driver = Driver::start(&program).await;
    let browser = Browser::open(&driver, &demo.base, Manners { language, javascript: true }).await;
    let mut inspector = Inspector { browser: &browser, axe: &axe, pages: 0, faults: Vec::new() };

    inspector.visits_everything(&demo, name).await;
    reset_page(&mut inspector, &demo, name).await;

    let (pages, faults) = (inspector.pages, inspector.faults);
    browser.close().await;
    assert_eq!(faults, Vec::<String>::new());
    assert!(pages >= 44, "only {pages} pages were looked at");
}

/// The page behind the link in a mail to reset the password.
async fn reset_page(inspector: &mut Inspector<'_>, demo: &Demo, name: &str) {
    let visitor = demo.visitor("phone").called(name);
    visitor.forgets_password().await;
    let mail = user_e2e::until("the mail with the link to reset", async || {
        let mails = demo.mailbox().to(&visitor.email).await;
        mails.into_iter().find(|mail| mail.link("/reset-password/").is_some())
    })
    .await;
    inspector.browser.goes_to(mail.link("/reset-password/").unwrap()).await;
    inspector.browser.arrives_at("/user/reset-password").await;
    inspector.looks_at_form("/user/reset-password").await;
}

#[tokio::test]
async fn no_page_in_english_has_a_barrier_or_overflows() {
    inspect("en", "ada").await;
}

#[tokio::test]
async fn no_page_from_right_to_left_has_a_barrier_or_overflows() {
    inspect("fa", "roya").await;
}

#[tokio::test]
async fn no_page_in_dutch_has_a_barrier_or_overflows() {
    inspect("nl", "jet").await;
}

/// One language is enough: `tests/web/alike.rs` holds the markup of all pages to be the same as on Poem.
#[tokio::test]
async fn no_page_on_axum_has_a_barrier_or_overflows() {
    let Some(program) = chromedriver() else { return };
    let Some(axe) = axe::source() else { return };
    let site = OnAxum::start().await;
    let driver = Driver::start(&program).await;
    let browser = Browser::open(&driver, &site.base, Manners { language: "en", javascript: true }).await;
    let mut inspector = Inspector { browser: &browser, axe: &axe, pages: 0, faults: Vec::new() };

    inspector.comes_in(&site.mailbox(), "ada").await;

    let (pages, faults) = (inspector.pages, inspector.faults);
    browser.close().await;
    assert_eq!(faults, Vec::<String>::new());
    assert!(pages >= 30, "only {pages} pages were looked at");
}
