//! What visitors see of the house: refusals in its words, and its looks on pages that are not its own.

use user_testkit::story::PASSWORD;

use super::{Browser, house};

#[tokio::test]
async fn all_that_our_rules_refuse_is_said_at_once_in_our_words() {
    let house = house();
    let mut browser = Browser::of(&house);
    browser.get("/user/register").await;
    let fields = [
        ("username", "staff-ada"),
        ("email", "ada@mailinator.com"),
        ("password", "a Teapot for nine dull dragons"),
        ("retype_password", "a Teapot for nine dull dragons"),
    ];

    let page = browser.post("/user/register", &fields).await;

    assert_eq!(page.status, 422);
    for words in ["sounds like one of us", "made to be thrown away", "hangs on every wall"] {
        assert!(page.body.contains(words), "{words}: {}", page.body);
    }
}

#[tokio::test]
async fn whoever_is_no_colleague_learns_whom_to_ask() {
    let house = house();
    let mut browser = Browser::of(&house);
    browser.get("/user/register").await;
    let fields = [
        ("username", "ada"),
        ("email", "ada@elsewhere.example"),
        ("password", PASSWORD),
        ("retype_password", PASSWORD),
    ];

    let page = browser.post("/user/register", &fields).await;

    assert_eq!(page.status, 422);
    assert!(page.body.contains("ask a colleague for an invitation"), "{}", page.body);
}

#[tokio::test]
async fn what_lies_over_a_partial_stands_on_every_page_and_nothing_is_inline() {
    let house = house();
    let mut browser = Browser::of(&house);

    for path in ["/", "/user/register", "/user/sign-in", "/user/forgot-password", "/no-such-page"] {
        let page = browser.get(path).await;
        assert!(page.body.contains(r#"<link rel="stylesheet" href="/own.css">"#), "{path}");
        assert!(!page.body.contains("<style") && !page.body.contains("style="), "{path}");
    }
    assert_eq!(browser.get("/own.css").await.status, 200);
    assert!(browser.get("/user/register").await.body.contains("Since 1823"));
    let own = browser.get("/user/sign-in").await.body;
    assert!(!own.contains("Since 1823"), "a page may fill a block of the layout with something else");
}

#[tokio::test]
async fn readers_of_our_own_language_get_what_there_is_of_it() {
    let house = house();
    let mut browser = Browser::of(&house);

    let page = browser.get_in("/user/sign-in", "eo, de;q=0.5").await;

    assert!(page.body.contains(r#"<html lang="eo""#) && page.body.contains("Bonvenon"), "{}", page.body);
    let page = browser.get_in("/user/sign-in", "de").await;
    assert!(page.body.contains(r#"<html lang="en""#), "a language that is not offered is not half spoken");
}
