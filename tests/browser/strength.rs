//! The strength meter in a browser that runs scripts.

use user_e2e::{Demo, chromedriver};

use crate::axe;
use crate::browser::{Browser, Manners};
use crate::driver::Driver;

/// What the meter shows, as soon as it says these words.
async fn says(browser: &Browser, words: &str) -> u64 {
    let shown = user_e2e::until(words, async || {
        let shown = browser
            .runs(
                "const [meter, words] = document.querySelector('.strength').children;
                 return [meter.hidden ? -1 : meter.value, words.textContent];",
            )
            .await;
        (shown[1] == words).then_some(shown)
    })
    .await;
    shown[0].as_u64().expect("a meter that is seen")
}

#[tokio::test]
async fn the_meter_follows_the_typing_and_is_no_barrier() {
    let Some(program) = chromedriver() else { return };
    let demo = Demo::setup().start().await;
    let driver = Driver::start(&program).await;
    let manners = Manners { language: "en", javascript: true };
    let browser = Browser::open(&driver, &demo.base, manners).await;
    browser.goes_to("/user/register").await;
    assert_eq!(browser.runs("return document.querySelector('.strength meter').hidden").await, true);

    browser.fills_in(&[("username", "ada"), ("email", "ada@example.com"), ("password", "letmein")]).await;
    assert_eq!(says(&browser, "Strength: very weak").await, 0);
    browser.types(" velvet lantern orchard").await;
    assert_eq!(says(&browser, "Strength: strong").await, 4);

    if let Some(axe) = axe::source() {
        for scheme in ["light", "dark"] {
            browser.prefers(scheme).await;
            assert_eq!(axe::violations(&browser, &axe).await, Vec::<String>::new(), "{scheme}");
        }
        browser.is_wide(360).await;
        assert_eq!(axe::overflow(&browser).await, None);
    }
    browser.close().await;
}
