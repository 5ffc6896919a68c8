//! What visitors see of the house: refusals in its words, and its looks on pages that are not its own.

use user_testkit::story::PASSWORD;

use super::{browser, house};

const REGISTER: &str = "/user/register";

#[tokio::test]
async fn all_that_our_rules_refuse_is_said_at_once_in_our_words() {
    let house = house();
    let mut browser = browser(&house);
    let form = browser.visit(REGISTER).await.form(REGISTER);
    let password = "a Teapot for nine dull dragons";
    let form = form.fill("username", "staff-ada").fill("email", "ada@mailinator.com");
    let form = form.fill("password", password).fill("retype_password", password);

    let page = browser.submit(&form).await;

    assert_eq!(page.status(), 422);
    let told = [
        ("username", "sounds like one of us"),
        ("email", "made to be thrown away"),
        ("password", "hangs on every wall"),
    ];
    for (field, words) in told {
        let errors = page.form(REGISTER).errors(field).join(" ");
        assert!(errors.contains(words), "{field}: {errors}");
    }
}

#[tokio::test]
async fn a_visitor_who_is_no_colleague_learns_whom_to_ask() {
    let house = house();
    let mut browser = browser(&house);
    let form = browser.visit(REGISTER).await.form(REGISTER);
    let form = form.fill("username", "ada").fill("email", "ada@elsewhere.example");
    let form = form.fill("password", PASSWORD).fill("retype_password", PASSWORD);

    let page = browser.submit(&form).await;

    assert_eq!(page.status(), 422);
    assert!(page.errors().join(" ").contains("ask a colleague for an invitation"), "{:?}", page.errors());
}

#[tokio::test]
async fn what_lies_over_a_partial_stands_on_every_page_and_nothing_is_inline() {
    let house = house();
    let mut browser = browser(&house);

    for path in ["/", "/user/register", "/user/sign-in", "/user/forgot-password", "/no-such-page"] {
        let page = browser.visit(path).await;
        assert!(page.body().contains(r#"<link rel="stylesheet" href="/own.css">"#), "{path}");
        assert!(!page.body().contains("<style") && !page.body().contains("style="), "{path}");
    }
    assert_eq!(browser.visit("/own.css").await.status(), 200);
    assert!(browser.visit("/user/register").await.body().contains("Since 1823"));
    let own = browser.visit("/user/sign-in").await;
    assert!(!own.body().contains("Since 1823"), "a page may fill a block of the layout with something else");
}

#[tokio::test]
async fn readers_of_our_own_language_get_what_there_is_of_it() {
    let house = house();

    let page = browser(&house).reading("eo, de;q=0.5").visit("/user/sign-in").await;

    assert!(
        page.body().contains(r#"<html lang="eo""#) && page.body().contains("Bonvenon"),
        "{}",
        page.body()
    );
    let page = browser(&house).reading("de").visit("/user/sign-in").await;
    assert!(page.body().contains(r#"<html lang="en""#), "a language that is not offered is not half spoken");
}
