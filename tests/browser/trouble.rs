//! The pages of bad moments, in every language: too many attempts, and a database that is gone.

use fantoccini::key::Key;
use user_e2e::{Database, Demo, Kind, Proxy, chromedriver};

use crate::axe;
use crate::browser::{Browser, Manners};
use crate::driver::Driver;
use crate::languages::{LANGUAGES, Reader};

const GUESS: [(&str, &str); 2] = [("username", "ada"), ("password", "a wrong guess")];

#[tokio::test]
async fn the_page_for_who_tried_too_often_has_no_barrier_and_fits_in_any_language() {
    let setup = Demo::setup().patient();
    let setup = setup.with("THROTTLES__ACCOUNT_AND_CLIENT__FREE", "1");
    let setup = setup.with("THROTTLES__ACCOUNT_AND_CLIENT__DELAY", "10min");
    let demo = setup.with("THROTTLES__ACCOUNT_AND_CLIENT__LONGEST", "1h").start().await;
    let visitor = demo.visitor("guesser");
    assert_eq!(visitor.fills_in("/user/sign-in", &GUESS).await.status, 422);
    assert_eq!(visitor.fills_in("/user/sign-in", &GUESS).await.status, 429);

    inspect(&demo, "429").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_without_a_database_has_no_barrier_and_fits_in_any_language() {
    let Some(database) = Database::fresh(Kind::Postgres).await else { return };
    let proxy = Proxy::to(database.server_address()).await;
    let setup = Demo::setup().on(&database).with("DATABASE__URL", &database.url_through(proxy.port));
    let demo = setup.patient().start().await;
    proxy.cut();

    inspect(&demo, "503").await;
}

/// Somebody tries to sign in, in every language, and gets the page of `status`.
async fn inspect(demo: &Demo, status: &str) {
    let Some(program) = chromedriver() else { return };
    let Some(axe) = axe::source() else { return };
    let driver = Driver::start(&program).await;
    let browser = Browser::open(&driver, &demo.base, Manners { language: "en", javascript: true }).await;
    browser.is_wide(360).await;
    let mut reader = Reader::of(&browser);
    let mut barriers = Vec::new();
    for language in LANGUAGES {
        reader.chooses(language).await;
        browser.goes_to("/user/sign-in").await;
        browser.fills_in(&GUESS).await;
        browser.presses(Key::Enter).await;
        browser.shows(if status == "429" { ".error-summary" } else { ".problem" }).await;
        reader.looks(status).await;
        for scheme in ["light", "dark"] {
            browser.prefers(scheme).await;
            let found = axe::violations(&browser, &axe).await;
            barriers
                .extend(found.into_iter().map(|fault| format!("{status}, {language}, {scheme}: {fault}")));
        }
    }

    let (pages, faults) = (reader.pages, reader.faults);
    browser.close().await;
    assert_eq!((faults, barriers), (Vec::new(), Vec::<String>::new()));
    assert_eq!(pages, LANGUAGES.len());
}
