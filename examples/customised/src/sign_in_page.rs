//! One page of one's own in the place of a built-in one. It calls the manager itself; every other page stays as it is.
//!
//! What it does otherwise: it offers no "keep me signed in", it tells of the tea of the day, and it leads staff to the
//! office. What it must do as ours does is marked.

use poem::http::StatusCode;
use poem::web::{Form, Query};
use poem::{Response, handler};
use serde::Deserialize;
use serde_json::json;
use user_core::domain::{Field, Notice, User, Violation, Violations};
use user_core::flows::{Admission, SignInError, SignInForm};
use user_core::views::Typed;
use user_web_poem::{Exchange, Problem};

/// What stands in the query of the page.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    next: String,
    again: String,
}

/// What was typed. The core limits and checks each; here they are texts.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Sent {
    username: String,
    password: String,
    next: String,
}

#[handler]
pub(crate) async fn show(exchange: Exchange, Query(asked): Query<Asked>) -> poem::Result<Response> {
    let current = exchange.current().await.map_err(Problem::from)?;
    // Somebody who is signed in goes on, unless they are here to prove the password once more.
    if let Some(current) = current.filter(|_| asked.again.is_empty()) {
        return Ok(exchange.redirect(&way_on(&exchange, &current.user, &asked.next), None));
    }
    Ok(page(&exchange, StatusCode::OK, "", &asked.next, &Violations::none()).await?)
}

#[handler]
pub(crate) async fn submit(exchange: Exchange, Form(sent): Form<Sent>) -> poem::Result<Response> {
    let form = SignInForm { identifier: sent.username.clone(), password: sent.password, remember_me: false };
    // From where and in which browser: what attempts are counted by.
    let visitor = exchange.visitor().await.map_err(Problem::from)?;
    let violations = match exchange.users().sign_in(&form, &visitor).await {
        // A user with an authenticator app goes on at our own page for its code.
        Ok(Admission::Pending(pending)) => {
            let to = exchange.admit(&Admission::Pending(pending), exchange.next(&sent.next).as_deref());
            return Ok(exchange.redirect(&to.unwrap_or_default(), None));
        }
        Ok(Admission::SignedIn(signed_in)) => {
            // Without this the session exists and no browser has it.
            exchange.sign_in(&signed_in);
            let to = way_on(&exchange, &signed_in.user, &sent.next);
            return Ok(exchange.redirect(&to, Some(&Notice::SIGNED_IN)));
        }
        // One answer for a name that nobody has and for a wrong password.
        Err(SignInError::Invalid(violations)) => violations,
        Err(SignInError::Unconfirmed) => Violations::one(Field::Form, Violation::Unconfirmed),
        Err(SignInError::Disabled) => Violations::one(Field::Form, Violation::Disabled),
        Err(SignInError::Throttled { retry_after }) => return Err(Problem::too_many(retry_after).into()),
        Err(SignInError::Failed(error)) => return Err(Problem::from(error).into()),
    };
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(page(&exchange, status, &sent.username, &sent.next, &violations).await?)
}

/// Where somebody goes who is signed in. Whatever a visitor sent as `next` passes through `next_or`, or this page would
/// lead to other sites.
fn way_on(exchange: &Exchange, user: &User, next: &str) -> String {
    exchange.next_or(next, if user.has_role("staff") { "/office" } else { "/" })
}

/// The form of the core, with its labels, errors and names of fields, in a template of our own. Never the password again.
async fn page(
    exchange: &Exchange,
    status: StatusCode,
    username: &str,
    next: &str,
    violations: &Violations,
) -> Result<Response, Problem> {
    let typed = Typed { username: username.to_owned(), ..Typed::default() };
    let mut form = exchange.users().forms().sign_in(&typed);
    form.fields.retain(|field| field.name != Field::RememberMe.name());
    let form = form.leading_to(exchange.next(next).as_deref()).refused(violations);
    let today = json!({ "tea": "Keemun", "minutes": 4 });
    exchange.page("our-sign-in", status, |site| json!({ "site": site, "form": form, "today": today })).await
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use user_testkit::story::PASSWORD;

    use crate::tests::{browser, house, member};

    const PAGE: &str = "/user/sign-in";

    #[tokio::test]
    async fn a_form_from_elsewhere_signs_nobody_in() {
        let house = house();
        member(&house, "ada", &["staff"]).await;
        let mut ada = browser(&house);
        let form_of_another = browser(&house).visit(PAGE).await.form(PAGE);

        let answer = ada.submit(&form_of_another.fill("username", "ada").fill("password", PASSWORD)).await;

        assert_eq!(answer.status(), 403, "this browser was never shown its token");
        assert_eq!(ada.visit("/office").await.path(), PAGE);
    }

    #[tokio::test]
    async fn unknown_names_and_wrong_passwords_get_one_answer_and_the_password_is_not_shown_again() {
        let house = house();
        member(&house, "ada", &[]).await;
        let mut browser = browser(&house);
        let form = browser.visit(PAGE).await.form(PAGE);

        for name in ["ada", "bob"] {
            let filled = form.clone().fill("username", name).fill("password", "not this one");
            let answer = browser.submit(&filled).await;

            assert_eq!(answer.status(), 422);
            let (form, errors) = (answer.form(PAGE), answer.errors());
            assert!(errors[0].contains("don’t match"), "{errors:?}");
            assert_eq!((form.value("username"), form.value("password")), (name, ""));
        }
    }

    #[tokio::test]
    async fn a_user_who_must_prove_the_password_again_does_it_here_and_goes_on() {
        let house = house();
        member(&house, "ada", &[]).await;
        let mut browser = browser(&house);
        let form = browser.visit(PAGE).await.form(PAGE).fill("username", "ada").fill("password", PASSWORD);
        browser.submit(&form).await;
        house.clock.advance(Duration::from_mins(16));

        let page = browser.visit("/user/change-password").await;
        assert_eq!((page.path(), page.status()), (PAGE, 200));
        let form = page.form(PAGE).fill("username", "ada").fill("password", PASSWORD);
        let page = browser.submit(&form).await;

        assert_eq!((page.path(), page.status()), ("/user/change-password", 200));
    }

    #[tokio::test]
    async fn it_leads_to_no_other_site() {
        let house = house();
        member(&house, "ada", &[]).await;
        let mut browser = browser(&house);
        let form = browser.visit(PAGE).await.form(PAGE).fill("username", "ada").fill("password", PASSWORD);

        let page = browser.submit(&form.forging("next", "//evil.example/")).await;

        assert_eq!((page.path(), page.status()), ("/", 200));
    }

    #[tokio::test]
    async fn it_is_our_page_and_leads_staff_to_the_office_while_the_other_pages_stay() {
        let house = house();
        member(&house, "ada", &["staff"]).await;
        let mut browser = browser(&house);
        let page = browser.visit(PAGE).await;
        assert!(page.body().contains("Keemun"), "{}", page.body());
        assert_eq!(page.form(PAGE).fields(), ["username", "password"], "no \"keep me signed in\"");

        let form = page.form(PAGE).fill("username", "ada").fill("password", PASSWORD);
        let page = browser.submit(&form).await;

        assert_eq!((page.path(), page.status()), ("/office", 200));
        assert!(page.body().contains("The kettle is on, <bdi>ada</bdi>."), "{}", page.body());
        assert_eq!(browser.visit("/user/profile").await.status(), 200);
        assert_eq!(browser.visit(PAGE).await.path(), "/office", "a user who is signed in goes on");
        assert_eq!(browser.visit("/user/sign-in?again=1").await.path(), PAGE, "but to prove the password");
    }
}
