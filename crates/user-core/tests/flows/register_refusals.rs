//! Registrations that are refused, each with the store as it was before.

use std::time::Duration;

use user_core::domain::{Field, PasswordStrength, Username, Violation, Violations};
use user_core::flows::{RegisterError, RegisterForm};
use user_core::password_policies::HardToGuess;
use user_core::ports::{
    DomainsOnly, Port, PortError, RegistrationPolicy, RegistrationRequest, UsernamePolicy,
};
use user_core::settings::{Identifiers, ReadyPasswordPolicy, Settings};

use crate::world::{PASSWORD, World, address, codes, registration, visitor, visitor_from};

/// The weak passwords of Flask-User's tests: too short, no digit, no lower case, no upper case.
const WEAK: [(&str, &[&str]); 4] = [
    ("Abc12", &["password.too_short"]),
    ("Abcdef", &["password.too_simple"]),
    ("ABC123", &["password.too_simple"]),
    ("abc123", &["password.too_simple"]),
];

fn flask_user(identifiers: Identifiers) -> impl FnOnce(&mut Settings) {
    move |settings| {
        settings.identifiers = identifiers;
        settings.passwords.policy = ReadyPasswordPolicy::FlaskUser;
    }
}

async fn assert_refused(world: &World, form: &RegisterForm, expected: &[&str]) {
    let before = world.snapshot().await;

    assert_eq!(codes(world.register(form).await), expected);

    assert_eq!(world.snapshot().await, before);
    assert!(world.told.kinds().is_empty());
}

#[tokio::test]
async fn nobody_registers_where_registration_is_off() {
    let world = World::with(|settings| settings.features.register = false);

    let refusal = world.register(&registration("ada")).await.unwrap_err();

    assert!(matches!(refusal, RegisterError::Off));
    assert!(world.everybody().await.is_empty());
    assert_eq!(world.hasher.hashes(), 0);
}

#[tokio::test]
async fn s011_to_s015_a_username_must_be_there_long_enough_and_of_plain_characters() {
    let world = World::with(flask_user(Identifiers::Username));
    let cases = [
        ("", "username.required"),
        ("   ", "username.required"),
        ("us", "username.too_short"),
        ("user name", "username.bad_characters"),
        ("user&name", "username.bad_characters"),
        ("user'name", "username.bad_characters"),
    ];

    for (username, code) in cases {
        let form = RegisterForm { username: username.to_owned(), ..registration("ada") };
        assert_refused(&world, &form, &[code]).await;
    }
}

#[tokio::test]
async fn s016_a_username_in_use_is_refused_in_any_case() {
    let world = World::identified_by(Identifiers::Username);
    world.member("ada").await;

    for username in ["ada", "ADA", "aDa"] {
        let form = RegisterForm { username: username.to_owned(), ..registration("ada") };
        assert_refused(&world, &form, &["username.taken"]).await;
    }
}

#[tokio::test]
async fn s017_to_s021_a_password_must_be_there_and_good_enough() {
    let world = World::with(flask_user(Identifiers::Username));
    let form = |password: &str| RegisterForm {
        password: password.to_owned(),
        retype_password: password.to_owned(),
        ..registration("ada")
    };

    assert_refused(&world, &form(""), &["password.required"]).await;
    for (password, expected) in WEAK {
        assert_refused(&world, &form(password), expected).await;
    }
    assert!(world.register(&form("Abc123")).await.is_ok());
}

#[tokio::test]
async fn s022_s028_a_password_typed_twice_differently_is_refused() {
    for identifiers in [Identifiers::Username, Identifiers::Email, Identifiers::UsernameAndEmail] {
        let world = World::identified_by(identifiers);
        for again in ["Another horse battery 9", ""] {
            let form = RegisterForm { retype_password: again.to_owned(), ..registration("ada") };
            assert_refused(&world, &form, &["retype_password.mismatch"]).await;
        }
    }
}

#[tokio::test]
async fn s023_s024_an_address_must_be_there_and_one() {
    let world = World::with(flask_user(Identifiers::Email));
    let cases = [
        ("", "email.required"),
        (" ", "email.required"),
        ("ada.example.com", "email.malformed"),
        ("ada@localhost", "email.malformed"),
        ("ada@example.com\r\nBcc: eve@example.com", "email.malformed"),
    ];

    for (email, code) in cases {
        let form = RegisterForm { email: email.to_owned(), ..registration("ada") };
        assert_refused(&world, &form, &[code]).await;
    }
}

#[tokio::test]
async fn s026_s027_a_password_must_be_good_enough_where_people_have_addresses_too() {
    let world = World::with(flask_user(Identifiers::Email));
    let form = |password: &str| RegisterForm {
        password: password.to_owned(),
        retype_password: password.to_owned(),
        ..registration("ada")
    };

    assert_refused(&world, &form(""), &["password.required"]).await;
    for (password, expected) in WEAK {
        assert_refused(&world, &form(password), expected).await;
    }
}

#[tokio::test]
async fn everything_wrong_with_a_form_is_told_at_once() {
    let world = World::new();
    let form = RegisterForm {
        username: "a b".to_owned(),
        email: "ada".to_owned(),
        password: "short".to_owned(),
        retype_password: "shirt".to_owned(),
        ..RegisterForm::default()
    };

    let expected = [
        "username.bad_characters",
        "email.malformed",
        "password.too_short",
        "password.too_common",
        "retype_password.mismatch",
    ];
    assert_refused(&world, &form, &expected).await;
    let expected = ["username.required", "email.required", "password.required"];
    assert_refused(&world, &RegisterForm::default(), &expected).await;
}

#[tokio::test]
async fn a_password_made_of_the_username_the_address_or_the_site_is_refused() {
    let world = World::with(|settings| settings.app_name = "Wonderland Teahouse".to_owned());

    for password in ["alisonwonder", "queen.of.hearts", "wonderland"] {
        let form = RegisterForm {
            username: "alisonwonder".to_owned(),
            email: "queen.of.hearts@example.com".to_owned(),
            password: password.to_owned(),
            retype_password: password.to_owned(),
            ..RegisterForm::default()
        };
        let found = codes(world.register(&form).await);
        assert!(
            found == ["password.made_of_identity"] || found == ["password.too_common"],
            "{password}: {found:?}"
        );
    }
}

#[tokio::test]
async fn a_name_of_the_site_itself_is_refused() {
    let form = RegisterForm { username: "Admin".to_owned(), ..registration("ada") };

    assert_refused(&World::new(), &form, &["username.reserved"]).await;
}

struct NoDots;

impl UsernamePolicy for NoDots {
    fn check(&self, username: &Username) -> Option<Violation> {
        username.as_str().contains('.').then_some(Violation::Custom("has_dots"))
    }
}

#[tokio::test]
async fn an_app_may_have_its_own_rule_for_usernames_in_place_of_the_reserved_names() {
    let world = World::built(|builder| builder.username_policy(NoDots));

    let dotted = RegisterForm { username: "a.da".to_owned(), ..registration("ada") };
    assert_refused(&world, &dotted, &["username.has_dots"]).await;
    assert!(world.register(&registration("admin")).await.is_ok());
}

#[tokio::test]
async fn an_app_may_have_its_own_rule_for_passwords_in_place_of_the_ready_one() {
    let world = World::built(|builder| builder.password_policy(HardToGuess::at_least(24)));

    assert_refused(&world, &registration("ada"), &["password.too_short"]).await;
}

#[tokio::test]
async fn an_app_may_refuse_a_registration_after_every_rule_of_the_product() {
    let policy = DomainsOnly { domains: vec!["example.org".to_owned()], code: "not_a_member" };
    let world = World::built(|builder| builder.registration_policy(policy));

    let refused_by_both = RegisterForm { username: "a".to_owned(), ..registration("ada") };
    assert_refused(&world, &refused_by_both, &["username.too_short"]).await;
    assert_refused(&world, &registration("ada"), &["email.not_a_member"]).await;
    assert_eq!(world.hasher.hashes(), 0);

    let welcome = RegisterForm { email: "ada@Example.ORG".to_owned(), ..registration("ada") };
    assert!(world.register(&welcome).await.is_ok());
}

struct Waiting;

#[async_trait::async_trait]
impl RegistrationPolicy for Waiting {
    async fn admit(&self, request: &RegistrationRequest<'_>) -> Result<Violations, PortError> {
        match request.username {
            Some(username) if username.key() == "broken" => Err(PortError::new(Port::Policy, "is gone")),
            _ => Ok(Violations::one(Field::Form, Violation::Custom("waiting_list"))),
        }
    }
}

#[tokio::test]
async fn an_apps_own_rule_may_refuse_the_form_as_a_whole_and_may_fail() {
    let world = World::built(|builder| builder.registration_policy(Waiting));

    assert_refused(&world, &registration("ada"), &["form.waiting_list"]).await;
    let failure = world.register(&registration("broken")).await.unwrap_err();
    assert!(matches!(failure, RegisterError::Failed(error) if error.port() == Port::Policy));
}

#[tokio::test]
async fn a_username_of_another_is_refused_alike_for_fresh_and_for_known_addresses() {
    let world = World::new();
    world.member("ada").await;
    world.member("bob").await;

    for email in [address("fresh"), address("bob")] {
        let form = RegisterForm { email, ..registration("ada") };
        assert_refused(&world, &form, &["username.taken"]).await;
    }
}

#[tokio::test]
async fn a_client_that_registers_again_and_again_is_told_to_wait_and_nothing_is_done() {
    let world = World::with(|settings| settings.throttles.client.free = 2);
    for name in ["ada", "bob"] {
        world.register(&registration(name)).await.unwrap();
    }
    let (before, hashes) = (world.snapshot().await, world.hasher.hashes());

    let refusal = world.register(&registration("eve")).await.unwrap_err();

    let RegisterError::Throttled { retry_after } = refusal else { panic!("{refusal:?}") };
    assert_eq!(retry_after, Duration::from_secs(1));
    assert_eq!((world.snapshot().await, world.hasher.hashes()), (before, hashes));

    let other = visitor_from("198.51.100.7");
    assert!(world.users.register(&registration("eve"), &other).await.is_ok());
    world.after(retry_after);
    assert!(world.register(&registration("mallory")).await.is_ok());
}

/// A stranger's hundred signs are work, whether or not the form is any good.
#[tokio::test]
async fn a_form_that_is_refused_counts_and_costs_one_judgement() {
    let world = World::with(|settings| settings.throttles.client.free = 3);
    let hostile = "|{t%61<!49+78[@cf(0$".repeat(5);
    let form =
        RegisterForm { password: hostile.clone(), retype_password: hostile, ..RegisterForm::default() };

    for asked in 1..=3 {
        assert_refused(&world, &form, &["username.required", "email.required"]).await;
        assert_eq!(world.hasher.asides(), asked);
    }
    let refusal = world.register(&form).await.unwrap_err();

    assert!(matches!(refusal, RegisterError::Throttled { .. }), "{refusal:?}");
    assert_eq!((world.hasher.asides(), world.hasher.hashes()), (3, 0));
}

#[tokio::test]
async fn a_refusal_tells_how_strong_the_password_was() {
    let world = World::new();
    for (password, strength) in
        [("letmein", PasswordStrength::VeryWeak), (PASSWORD, PasswordStrength::Strong)]
    {
        let form = RegisterForm { password: password.to_owned(), ..registration("!") };
        let RegisterError::Invalid(refused) = world.register(&form).await.unwrap_err() else { panic!() };
        assert_eq!(refused.strength(), Some(strength), "{password}");
    }
}

#[tokio::test]
async fn a_busy_hasher_says_when_to_come_back_and_nothing_is_written() {
    let world = World::new();
    world.hasher.become_busy();

    let RegisterError::Failed(error) = world.register(&registration("ada")).await.unwrap_err() else {
        panic!("not a failure");
    };

    assert_eq!((error.port(), error.retry_after()), (Port::PasswordHasher, Some(Duration::from_secs(2))));
    assert!(world.everybody().await.is_empty());
}

#[tokio::test]
async fn a_store_that_is_down_fails_the_registration_and_nobody_is_told_of_any() {
    let world = World::new();
    world.store.break_down();

    let failure = world.users.register(&registration("ada"), &visitor()).await.unwrap_err();

    assert!(matches!(failure, RegisterError::Failed(_)));
    assert!(world.told.kinds().is_empty());
    world.store.recover();
    assert!(world.everybody().await.is_empty() && world.queued().await.is_empty());
}

#[tokio::test]
async fn a_password_of_1024_bytes_is_taken_whole_and_a_longer_one_refused() {
    let world = World::new();
    let long = format!("{PASSWORD}{}", "é".repeat(500));
    let form = |password: String| RegisterForm {
        retype_password: password.clone(),
        password,
        ..registration("ada")
    };

    assert_refused(&world, &form(format!("{long}xx")), &["password.too_long"]).await;
    assert!(world.register(&form(format!("{long}x"))).await.is_ok());
}
