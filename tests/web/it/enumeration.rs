//! Nobody learns from an answer whether an address has an account.

use std::collections::BTreeMap;

use user_core::settings::Identifiers;
use user_testkit::NoThrottle;

use crate::driver::pages;
use crate::it::browser::Answer;
use crate::it::site::{PASSWORD, Site};

/// An answer without what differs from one visitor to the next: tokens, and the values of the cookies that hold random
/// bytes.
fn seen(answer: &Answer, typed: &[&str]) -> (u16, BTreeMap<String, Vec<String>>, String) {
    let mut headers = BTreeMap::<String, Vec<String>>::new();
    for (name, value) in &answer.headers {
        let value = value.to_str().unwrap();
        let masked = match value.split_once('=') {
            Some((cookie, rest)) if name == "set-cookie" && !cookie.ends_with("notices") => {
                let (value, attributes) = rest.split_once(';').unwrap();
                format!("{cookie}={} characters;{attributes}", value.len())
            }
            _ => value.to_owned(),
        };
        headers.entry(name.to_string()).or_default().push(masked);
    }
    let mut body = answer.body.clone();
    if answer.template().is_some() {
        let token = answer.data()["site"]["csrf_token"].as_str().unwrap().to_owned();
        body = body.replace(&token, "TOKEN");
    }
    for typed in typed {
        body = body.replace(typed, "TYPED");
    }
    (answer.status, headers, body)
}

async fn site(identifiers: Identifiers) -> Site {
    let site = Site::built(
        |builder| builder.throttle(NoThrottle).configure(|settings| settings.identifiers = identifiers),
        |web| web,
        pages(),
    );
    site.member("ada", &[]).await;
    let disabled = site.member("disabled", &[]).await;
    site.users.disable_user(disabled.id).await.unwrap();
    let fields = [
        ("username", "pending"),
        ("email", "pending@example.com"),
        ("password", PASSWORD),
        ("retype_password", PASSWORD),
    ];
    site.browser().fill("/user/register", &fields).await.assert_leads_to("/user/check-email");
    site
}

const ADDRESSES: [&str; 5] = [
    "nobody@example.com",
    "ada@example.com",
    "ADA@Example.COM",
    "pending@example.com",
    "disabled@example.com",
];

#[tokio::test]
async fn asking_for_mails_reads_the_same_for_everybody() {
    let site = site(Identifiers::UsernameAndEmail).await;

    for page in ["/user/forgot-password", "/user/resend-confirm-email"] {
        let mut answers = Vec::new();
        for email in ADDRESSES {
            let answer = site.browser().fill(page, &[("email", email)]).await;
            answers.push((email, seen(&answer, &[email])));
        }
        for (email, answer) in &answers[1..] {
            assert_eq!(answer, &answers[0].1, "{page} {email}");
        }
    }
}

#[tokio::test]
async fn registering_reads_the_same_for_everybody_on_this_page_and_the_next() {
    for identifiers in [Identifiers::Email, Identifiers::UsernameAndEmail] {
        let site = site(identifiers).await;
        let mut answers = Vec::new();

        for (index, email) in ADDRESSES.iter().enumerate() {
            let name = format!("fresh{index}");
            let fields = [
                ("username", name.as_str()),
                ("email", email),
                ("password", PASSWORD),
                ("retype_password", PASSWORD),
            ];
            let mut browser = site.browser();
            let answer = browser.fill("/user/register", &fields).await;
            let first = seen(&answer, &[]);
            let second = seen(&browser.follow(answer).await, &[email]);
            answers.push((email, first, second));
        }

        let nobody = (answers[0].1.clone(), answers[0].2.clone());
        assert_eq!(nobody.0.0, 303);
        for (email, first, second) in answers {
            assert_eq!((first, second), nobody, "{email}");
        }
    }
}

#[tokio::test]
async fn a_failed_sign_in_reads_the_same_and_costs_one_verification_for_everybody() {
    for (identifiers, field) in [(Identifiers::Email, "email"), (Identifiers::UsernameAndEmail, "username")] {
        let site = site(identifiers).await;
        let mut answers = Vec::new();

        for name in ADDRESSES {
            let mut browser = site.browser();
            browser.get("/user/sign-in").await;
            let verified = site.hasher.verifications();
            site.store.take_calls();
            let answer =
                browser.post("/user/sign-in", &[(field, name), ("password", "wrong password")]).await;
            assert_eq!(site.hasher.verifications() - verified, 1, "{name}");
            answers.push((name, seen(&answer, &[name]), site.store.take_calls()));
        }

        let (_, expected, calls) = answers[0].clone();
        assert_eq!(expected.0, 422);
        for (name, answer, made) in answers {
            assert_eq!((answer, made), (expected.clone(), calls.clone()), "{name}");
        }
    }
}
