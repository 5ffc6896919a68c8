//! From registering to a reset password, with JavaScript off and nothing but the keyboard.

use fantoccini::key::Key;
use url::Url;
use user_e2e::{Demo, Mailbox, chromedriver};

use crate::browser::{Browser, Manners};
use crate::driver::Driver;
use crate::on_axum::OnAxum;

const FIRST: &str = "correct horse battery";
const SECOND: &str = "a much better password";
const THIRD: &str = "yet another good one";

/// S093, S096, S099, S102, S104 and S106–S108 as a person goes through them.
#[tokio::test]
async fn from_registering_to_a_reset_password_by_keyboard_without_javascript() {
    let Some(program) = chromedriver() else { return };
    let demo = Demo::setup().start().await;
    let driver = Driver::start(&program).await;

    walks(&driver, &demo.base, &demo.mailbox()).await;
}

/// The same on Axum.
#[tokio::test]
async fn from_registering_to_a_reset_password_on_axum() {
    let Some(program) = chromedriver() else { return };
    let site = OnAxum::start().await;
    let driver = Driver::start(&program).await;

    walks(&driver, &site.base, &site.mailbox()).await;
}

async fn walks(driver: &Driver, base: &Url, mailbox: &Mailbox) {
    let manners = Manners { language: "en", javascript: false };
    let browser = Browser::open(driver, base, manners).await;

    scripts_do_not_run(&browser).await;
    registers_and_confirms(&browser, mailbox).await;
    signs_out(&browser).await;
    signs_in(&browser, FIRST).await;
    is_refused_what_is_for_others(&browser).await;
    changes_the_password(&browser).await;
    signs_out(&browser).await;
    recovers(&browser, mailbox).await;
    signs_in(&browser, THIRD).await;

    browser.close().await;
}

async fn scripts_do_not_run(browser: &Browser) {
    browser
        .goes_to("data:text/html,<title>off</title><script>document.title='on'</script><main>x</main>")
        .await;

    assert_eq!(browser.runs("return document.title").await, "off");
}

async fn registers_and_confirms(browser: &Browser, mailbox: &Mailbox) {
    browser.goes_to("/user/register").await;
    let fields =
        [("username", "ada"), ("email", "ada@example.com"), ("password", FIRST), ("retype_password", FIRST)];
    browser.fills_in(&fields).await;
    browser.presses(Key::Enter).await;
    let main = browser.arrives_at("/user/check-email").await;
    assert!(main.contains("We sent an email to ada@example.com"), "{main}");

    let welcome = mailbox.next("ada@example.com", 0).await;
    browser.goes_to(welcome.link("/confirm-email/").unwrap()).await;
    browser.arrives_at("/user/confirm-email").await;
    browser.tabs_to("main button[type=submit]").await;
    browser.presses(Key::Enter).await;
    let main = browser.arrives_at("/").await;
    assert!(main.contains("ada"), "{main}");
}

async fn signs_out(browser: &Browser) {
    browser.tabs_to("header .me").await;
    browser.presses(Key::Enter).await;
    browser.tabs_to("#user-menu button").await;
    browser.presses(Key::Space).await;
    browser.arrives_at("/user/sign-in").await;
}

async fn signs_in(browser: &Browser, password: &str) {
    browser.fills_in(&[("username", "ada"), ("password", password)]).await;
    browser.tabs_to("input[name=remember_me]").await;
    browser.presses(Key::Space).await;
    browser.presses(Key::Enter).await;
    browser.arrives_at("/").await;
    browser.goes_to("/members").await;
    assert_eq!(browser.path().await, "/members");
}

async fn is_refused_what_is_for_others(browser: &Browser) {
    browser.goes_to("/admin").await;
    let main = browser.arrives_at("/admin").await;

    assert!(main.contains("not for you"), "{main}");
}

async fn changes_the_password(browser: &Browser) {
    browser.goes_to("/user/change-password").await;
    let fields = [("old_password", FIRST), ("new_password", SECOND), ("retype_password", SECOND)];
    browser.fills_in(&fields).await;
    browser.presses(Key::Enter).await;
    let main = browser.arrives_at("/user/profile").await;
    assert!(main.contains("password"), "{main}");
}

async fn recovers(browser: &Browser, mailbox: &Mailbox) {
    browser.tabs_to("main a[href='/user/forgot-password']").await;
    browser.presses(Key::Enter).await;
    browser.arrives_at("/user/forgot-password").await;
    browser.fills_in(&[("email", "ada@example.com")]).await;
    browser.presses(Key::Enter).await;
    browser.arrives_at("/user/check-email").await;

    let mail = user_e2e::until("the mail with the link to reset", async || {
        let mails = mailbox.to("ada@example.com").await;
        mails.into_iter().find(|mail| mail.link("/reset-password/").is_some())
    })
    .await;
    browser.goes_to(mail.link("/reset-password/").unwrap()).await;
    browser.arrives_at("/user/reset-password").await;
    browser.fills_in(&[("new_password", THIRD), ("retype_password", THIRD)]).await;
    browser.presses(Key::Enter).await;
    browser.arrives_at("/user/sign-in").await;
}
