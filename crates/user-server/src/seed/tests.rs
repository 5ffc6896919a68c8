use std::sync::Arc;

use user_core::Ports;
use user_core::domain::Role;
use user_core::seal::Secret;
use user_core::settings::{Identifiers, ReadyPasswordPolicy};
use user_testkit::{MemoryStore, PlainHasher, PlainRenderer, SentMail};

use super::*;

fn first() -> [FirstUser; 3] {
    [
        FirstUser::new("member", "member@example.com"),
        FirstUser::new("admin", "admin@example.com").role("admin"),
        FirstUser::new("user007", "user007@example.com").role("secret").role("agent"),
    ]
}

fn users(identifiers: Identifiers, policy: ReadyPasswordPolicy) -> UserManager {
    let ports = Ports {
        store: Arc::new(MemoryStore::new()),
        mailer: Arc::new(SentMail::new()),
        renderer: Arc::new(PlainRenderer::new()),
        hasher: Arc::new(PlainHasher::new()),
    };
    let choose = |settings: &mut user_core::settings::Settings| {
        settings.identifiers = identifiers;
        settings.passwords.policy = policy;
    };
    UserManager::builder(ports, Secret::new([7; 32]).unwrap()).configure(choose).build().unwrap()
}

#[tokio::test]
async fn the_first_users_are_made_once_whatever_people_sign_in_with() {
    use ReadyPasswordPolicy::{Default, FlaskUser, Nist};
    let choices = [
        (Identifiers::UsernameAndEmail, Default),
        (Identifiers::Email, Nist),
        (Identifiers::Username, FlaskUser),
    ];
    for (identifiers, policy) in choices {
        let users = users(identifiers, policy);

        plant(&first(), &users).await.unwrap();
        plant(&first(), &users).await.unwrap();

        let made = users.users(None, 10).await.unwrap();
        let mut roles: Vec<Vec<_>> =
            made.iter().map(|user| user.roles.iter().map(Role::as_str).collect()).collect();
        roles.sort();
        assert_eq!(roles, [vec![], vec!["admin"], vec!["agent", "secret"]], "{identifiers:?}");
        assert!(made.iter().all(|user| user.password_hash.is_some()));
    }
}

#[test]
fn the_passwords_differ() {
    let users = users(Identifiers::default(), ReadyPasswordPolicy::default());

    assert_ne!(generate_password(&users), generate_password(&users));
}
