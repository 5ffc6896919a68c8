//! Every page in every language, on a narrow screen; the language is chosen at the foot of a page, by keyboard.

use fantoccini::key::Key;
use user_e2e::{Demo, Visitor, chromedriver};

use crate::axe;
use crate::browser::{Browser, Manners};
use crate::driver::Driver;

const PASSWORD: &str = "correct horse battery";
pub(crate) const LANGUAGES: [&str; 15] =
    ["en", "nl", "de", "es", "fa", "fi", "fr", "it", "pl", "ru", "sk", "sv", "tr", "uk", "zh-Hans"];

const FORMS_OF_VISITORS: [&str; 5] = [
    "/user/register",
    "/user/sign-in",
    "/user/sign-in-or-register",
    "/user/resend-confirm-email",
    "/user/forgot-password",
];
const PAGES_OF_MEMBERS: [&str; 9] = [
    "/user/sign-in?again=1",
    "/members",
    "/admin",
    "/special",
    "/no-such-page",
    "/user/profile",
    "/user/picture",
    "/user/sessions",
    "/user/sign-out",
];
const FORMS_OF_MEMBERS: [&str; 5] = [
    "/user/change-password",
    "/user/change-username",
    "/user/manage-emails",
    "/user/edit-profile",
    "/user/invite",
];

/// Somebody who looks at pages on a narrow screen, in one language after the other.
pub(crate) struct Reader<'a> {
    browser: &'a Browser,
    language: &'static str,
    pub(crate) pages: usize,
    pub(crate) faults: Vec<String>,
}

impl<'a> Reader<'a> {
    pub(crate) fn of(browser: &'a Browser) -> Self {
        Self { browser, language: "en", pages: 0, faults: Vec::new() }
    }

    pub(crate) async fn chooses(&mut self, language: &'static str) {
        self.browser.goes_to("/").await;
        self.browser.selects("#site-language", language).await;
        self.browser.tabs_to(".languages button").await;
        self.browser.presses(Key::Enter).await;
        self.browser.shows(&format!("html[lang='{language}']")).await;
        self.language = language;
    }

    async fn looks_at(&mut self, page: &str) {
        self.browser.goes_to(page).await;
        self.looks(page).await;
    }

    /// The page of a form, and what comes of sending it as it is.
    async fn looks_at_form(&mut self, page: &str) {
        self.looks_at(page).await;
        self.browser.tabs_to("main form button[type=submit]").await;
        self.browser.presses(Key::Enter).await;
        self.browser.shows(".error-summary, .notices").await;
        self.looks(&format!("{page}, sent")).await;
    }

    pub(crate) async fn looks(&mut self, name: &str) {
        self.pages += 1;
        let (language, fault) = (self.language, axe::overflow(self.browser).await);
        self.browser.shows(&format!("html[lang='{language}']")).await;
        self.faults.extend(fault.map(|fault| format!("{name}, {language}: {fault}")));
    }
}

#[tokio::test]
async fn no_page_overflows_in_any_language() {
    let Some(program) = chromedriver() else { return };
    let demo = Demo::setup().patient().start().await;
    let driver = Driver::start(&program).await;
    let browser = Browser::open(&driver, &demo.base, Manners { language: "en", javascript: true }).await;
    browser.is_wide(360).await;
    let mut ada = demo.visitor("ada").called("ada").with_password(PASSWORD);
    ada.registers().await;
    ada.confirms_from_mail().await;
    demo.setup.run(&["user", "grant", "ada", "admin"]).await;
    let mut reader = Reader::of(&browser);

    let links = links(&demo, &ada).await;

    for language in LANGUAGES {
        reader.chooses(language).await;
        for page in FORMS_OF_VISITORS {
            reader.looks_at_form(page).await;
        }
    }
    // An invitation changes what registering is, for whoever has opened it.
    for language in LANGUAGES {
        reader.chooses(language).await;
        for link in &links {
            reader.looks_at(link).await;
        }
    }
    browser.goes_to("/user/sign-in").await;
    browser.fills_in(&[("username", "ada"), ("password", PASSWORD)]).await;
    browser.presses(Key::Enter).await;
    browser.arrives_at("/").await;
    for language in LANGUAGES {
        reader.chooses(language).await;
        for page in PAGES_OF_MEMBERS {
            reader.looks_at(page).await;
        }
        for page in FORMS_OF_MEMBERS {
            reader.looks_at_form(page).await;
        }
    }

    let (pages, faults) = (reader.pages, reader.faults);
    browser.close().await;
    assert_eq!(faults, Vec::<String>::new());
    assert_eq!(
        pages,
        LANGUAGES.len()
            * (2 * FORMS_OF_VISITORS.len()
                + links.len()
                + PAGES_OF_MEMBERS.len()
                + 2 * FORMS_OF_MEMBERS.len())
    );
}

/// Links of mails whose pages are there as long as nobody presses a button: to confirm, to reset, to accept an invitation.
async fn links(demo: &Demo, ada: &Visitor) -> [String; 3] {
    let pending = demo.visitor("pending");
    pending.registers().await;
    ada.forgets_password().await;
    demo.setup.run(&["user", "invite", &ada.email]).await;
    [
        link(demo, &pending.email, "/confirm-email/").await,
        link(demo, &ada.email, "/reset-password/").await,
        link(demo, &ada.email, "/accept-invitation/").await,
    ]
}

async fn link(demo: &Demo, address: &str, to: &str) -> String {
    let mail = user_e2e::until("the mail with the link", async || {
        demo.mailbox().to(address).await.into_iter().find(|mail| mail.link(to).is_some())
    });
    mail.await.link(to).unwrap().to_owned()
}

/// The pages that are there where everybody has one address.
#[tokio::test]
async fn no_page_about_the_only_address_overflows_in_any_language() {
    let Some(program) = chromedriver() else { return };
    let demo = Demo::setup().patient().with("FEATURES__MULTIPLE_EMAILS", "false").start().await;
    let driver = Driver::start(&program).await;
    let browser = Browser::open(&driver, &demo.base, Manners { language: "en", javascript: true }).await;
    browser.is_wide(360).await;
    let mut ada = demo.visitor("ada").called("ada").with_password(PASSWORD);
    ada.settles_in().await;
    let typed = [("new_email", "new@example.com"), ("old_password", PASSWORD)];
    assert_eq!(ada.fills_in("/user/change-email", &typed).await.status, 303);
    ada.confirms(&link(&demo, "new@example.com", "/confirm-email/").await).await;
    let undo = link(&demo, &ada.email, "/undo-email-change/").await;
    browser.goes_to("/user/sign-in").await;
    browser.fills_in(&[("username", "ada"), ("password", PASSWORD)]).await;
    browser.presses(Key::Enter).await;
    browser.arrives_at("/").await;
    let mut reader = Reader::of(&browser);

    for language in LANGUAGES {
        reader.chooses(language).await;
        reader.looks_at_form("/user/change-email").await;
        reader.looks_at(&undo).await;
    }

    let (pages, faults) = (reader.pages, reader.faults);
    browser.close().await;
    assert_eq!(faults, Vec::<String>::new());
    assert_eq!(pages, LANGUAGES.len() * 3);
}
