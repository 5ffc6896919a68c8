//! An app's own rule about addresses, wherever somebody gives one.

use user_core::domain::{EmailAddress, Violation};
use user_core::flows::{
    AddEmailError, AddEmailForm, ChangeEmailError, ChangeEmailForm, InviteError, NewInvitation, RegisterForm,
};
use user_core::ports::{DomainsOnly, EmailPolicy};
use user_core::settings::{InvitationMode, Inviters, Settings};

use crate::world::{PASSWORD, World, address, codes, invite, registration, visitor};

const ELSEWHERE: &str = "ada@elsewhere.example";

/// Where addresses of example.com are welcome, and no others.
fn closed(change: impl FnOnce(&mut Settings)) -> World {
    let policy = DomainsOnly { domains: vec!["example.com".to_owned()], code: "not_here" };
    World::built(|builder| builder.configure(change).email_policy(policy))
}

fn inviting(settings: &mut Settings) {
    settings.invitations.mode = InvitationMode::Optional;
    settings.invitations.who = Inviters::SignedIn;
}

#[tokio::test]
async fn nobody_registers_with_an_address_that_the_app_refuses() {
    let world = closed(|_| {});
    let before = world.snapshot().await;

    let form = RegisterForm { email: ELSEWHERE.to_owned(), username: "a".to_owned(), ..registration("ada") };
    let refused = world.register(&form).await;

    // With everything else that is wrong, as a rule of the product would be.
    assert_eq!(codes(refused), ["username.too_short", "email.not_here"]);
    assert_eq!(world.snapshot().await, before);
    assert!(world.register(&registration("ada")).await.is_ok());
}

#[tokio::test]
async fn nobody_adds_an_address_that_the_app_refuses() {
    let world = closed(|settings| settings.features.multiple_emails = true);
    world.member("ada").await;
    let ada = world.current("ada").await;
    let before = world.snapshot().await;
    let add = async |email: &str| {
        let form = AddEmailForm { email: email.to_owned() };
        world.users.add_email(&ada, &form, &visitor()).await
    };

    let refused = add(ELSEWHERE).await;

    assert!(matches!(&refused, Err(AddEmailError::Invalid(_))), "{refused:?}");
    assert_eq!(codes(refused), ["email.not_here"]);
    assert_eq!(world.snapshot().await, before);
    assert!(add("two@example.com").await.is_ok());
}

#[tokio::test]
async fn nobody_changes_to_an_address_that_the_app_refuses() {
    let world = closed(|_| {});
    world.member("ada").await;
    let ada = world.current("ada").await;
    let before = world.snapshot().await;
    let change = async |email: &str| {
        let form = ChangeEmailForm { new_email: email.to_owned(), old_password: PASSWORD.to_owned() };
        world.users.change_email(&ada, &form, &visitor()).await
    };

    let refused = change(ELSEWHERE).await;

    assert!(matches!(&refused, Err(ChangeEmailError::Invalid(_))), "{refused:?}");
    assert_eq!(codes(refused), ["email.not_here"]);
    assert_eq!(world.snapshot().await, before);
    assert!(change("new@example.com").await.is_ok());
}

#[tokio::test]
async fn nobody_but_the_site_itself_invites_to_an_address_that_the_app_refuses() {
    let world = closed(inviting);
    world.member("ada").await;
    let ada = world.current("ada").await;
    let mut to_elsewhere = invite("grace", "");
    "grace@elsewhere.example".clone_into(&mut to_elsewhere.email);

    let refused = world.users.invite(&ada, &to_elsewhere, &visitor()).await;

    assert!(matches!(&refused, Err(InviteError::Invalid(_))), "{refused:?}");
    assert_eq!(codes(refused), ["email.not_here"]);
    assert!(world.users.invite(&ada, &invite("bob", ""), &visitor()).await.is_ok());

    // Whom the people behind the site invite may come, from wherever.
    let by_code = NewInvitation { email: to_elsewhere.email.clone(), ..NewInvitation::default() };
    world.users.invite_as_administrator(&by_code).await.unwrap();
    world.deliver().await;
    let link = world.mail.latest_link_to(&to_elsewhere.email).unwrap();
    let invite_token = link.rsplit('/').next().unwrap().to_owned();
    let form = RegisterForm { email: to_elsewhere.email, invite_token, ..registration("grace") };
    assert!(world.register(&form).await.is_ok());
}

/// Refuses everybody, as a rule does that came after the users.
struct Nobody;

impl EmailPolicy for Nobody {
    fn check(&self, _email: &EmailAddress) -> Option<Violation> {
        Some(Violation::Custom("not_here"))
    }
}

#[tokio::test]
async fn whoever_has_an_address_keeps_it_whatever_the_rule_became() {
    let world = World::built(|builder| builder.email_policy(Nobody));
    world.member("ada").await;

    assert!(world.sign_in("ada", PASSWORD).await.is_ok());
    assert!(world.sign_in(&address("ada"), PASSWORD).await.is_ok());
    assert!(world.forgot(&address("ada")).await.is_ok());
}
