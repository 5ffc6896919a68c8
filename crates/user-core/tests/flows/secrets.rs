//! Canaries: what is secret shows in no outcome, no refusal and no row.

use std::fmt::Write as _;

use user_core::flows::{
    Admission, ChangePasswordForm, ConfirmEmailForm, RegisterForm, RegisteredNext, SignInForm, Visitor,
};
use user_testkit::{MailRefusal, signed_in};

use crate::world::{
    DAY, HOUR, World, address, device_of, marked, new_password, password_change, registration, rename,
    visitor,
};

const FIRST: &str = "Canary in a mineshaft 1";
const SECOND: &str = "Sparrow on a rooftop 2";

/// What was printed, and what must not be in it.
#[derive(Default)]
struct Printed {
    text: String,
    secrets: Vec<String>,
}

impl Printed {
    fn add(&mut self, shown: &impl std::fmt::Debug) {
        writeln!(self.text, "{shown:?}\n{shown:#?}").unwrap();
    }

    fn never(&mut self, secret: &str) {
        assert!(secret.len() > 8, "too short to be told from chance");
        self.secrets.push(secret.to_owned());
    }

    fn check(&self) {
        for secret in &self.secrets {
            assert!(!self.text.contains(secret.as_str()), "{secret}");
        }
    }
}

async fn rows(world: &World, printed: &mut Printed) {
    printed.add(&world.store);
    for mail in [world.queued().await, world.dead().await].concat() {
        printed.add(&mail);
        printed.text.push_str(&serde_json::to_string(&mail.details).unwrap());
    }
    for user in world.everybody().await {
        if let Some(hash) = &user.password_hash {
            assert!(!hash.reveal().contains(FIRST) && !hash.reveal().contains(SECOND));
            printed.never(hash.reveal());
        }
        printed.add(&user);
    }
    printed.add(&world.users);
    printed.add(&world.told.events());
}

#[tokio::test]
async fn nothing_secret_is_printed_or_stored_on_the_way_from_registration_to_recovery() {
    let world = World::new();
    let mut printed = Printed { secrets: vec![FIRST.to_owned(), SECOND.to_owned()], ..Printed::default() };
    let form =
        RegisterForm { password: FIRST.to_owned(), retype_password: FIRST.to_owned(), ..registration("ada") };

    let registered = world.register(&form).await.unwrap();
    printed.never(&registered.mark);
    printed.add(&registered);
    rows(&world, &mut printed).await;
    let link = world.link_for("ada").await;
    printed.never(&link);
    printed.add(&world.mail.all());
    rows(&world, &mut printed).await;
    let confirmed = world
        .users
        .confirm_email(&link, &ConfirmEmailForm::default(), None, &marked(&registered.mark))
        .await
        .unwrap();
    let admitted = signed_in(confirmed.admission.clone().unwrap());
    printed.never(&admitted.cookie);
    printed.never(&admitted.device);
    printed.add(&confirmed);
    printed.add(&world.confirm(&link).await.unwrap_err());

    let remember = SignInForm { identifier: "ada".to_owned(), password: FIRST.to_owned(), remember_me: true };
    let signed_in = signed_in(world.users.sign_in(&remember, &visitor()).await.unwrap());
    printed.never(&signed_in.cookie);
    printed.add(&signed_in);
    let known: Visitor = device_of(&signed_in, visitor());
    printed.add(&known);
    world.after(DAY);
    let resumed = world.users.resume(&signed_in.cookie, &visitor()).await.unwrap().unwrap();
    printed.never(resumed.renewed_cookie.as_ref().unwrap());
    printed.add(&resumed);
    rows(&world, &mut printed).await;

    world.forgot(&address("ada")).await.unwrap();
    rows(&world, &mut printed).await;
    let link = world.link_for("ada").await;
    printed.never(&link);
    let reset = world.users.reset_password(&link, &new_password(SECOND), &visitor()).await.unwrap();
    printed.add(&reset);
    printed.add(&world.users.reset_password(&link, &new_password(SECOND), &visitor()).await.unwrap_err());
    rows(&world, &mut printed).await;

    printed.check();
}

#[tokio::test]
async fn nothing_secret_is_printed_by_a_refusal() {
    let world = World::new();
    let ada = world.member("ada").await;
    world.users.set_password(ada.id, FIRST).await.unwrap();
    let mut printed = Printed { secrets: vec![FIRST.to_owned(), SECOND.to_owned()], ..Printed::default() };

    printed.add(&world.sign_in("ada", SECOND).await.unwrap_err());
    let signed_in = world.sign_in("ada", FIRST).await.unwrap();
    let current = world.visit(&signed_in.cookie).await.unwrap();
    printed.never(&signed_in.cookie);
    printed.add(&current);
    let wrong = password_change(SECOND, "Another sparrow 3");
    printed.add(&world.users.change_password(&current, &wrong, &visitor()).await.unwrap_err());
    let mismatch = ChangePasswordForm { retype_password: String::new(), ..password_change(FIRST, SECOND) };
    printed.add(&world.users.change_password(&current, &mismatch, &visitor()).await.unwrap_err());
    printed
        .add(&world.users.change_username(&current, &rename("bob", SECOND), &visitor()).await.unwrap_err());
    let form = RegisterForm { password: SECOND.to_owned(), ..registration("bob") };
    printed.add(&world.register(&form).await.unwrap_err());
    world.hasher.become_busy();
    printed.add(&world.sign_in("ada", FIRST).await.unwrap_err());
    world.hasher.become_free();
    world.store.break_down();
    printed.add(&world.sign_in("ada", FIRST).await.unwrap_err());
    world.store.recover();
    rows(&world, &mut printed).await;

    printed.check();
}

#[tokio::test]
async fn a_dead_letter_holds_no_link() {
    let world = World::new();
    world.newcomer("ada").await;
    world.mail.refuse_next(1, MailRefusal::Permanent);
    world.deliver().await;
    let mut printed = Printed::default();
    rows(&world, &mut printed).await;

    world.users.retry_mail(world.dead().await[0].id).await.unwrap();
    let link = world.link_for("ada").await;
    printed.never(&link);

    printed.check();
}

#[tokio::test]
async fn whoever_steals_the_database_can_present_none_of_it() {
    let world = World::new();
    let ada = world.member("ada").await;
    let signed_in = world.signed_in("ada").await;
    world.forgot(&address("ada")).await.unwrap();
    world.deliver().await;
    let (token, session) = (world.store.inner().tokens_of(&ada.id)[0].clone(), signed_in.session);
    world.after(HOUR / 2);

    for stolen in [token.id.to_string(), format!("{:?}", token.id), session.id.to_string()] {
        assert!(world.users.resume(&stolen, &visitor()).await.unwrap().is_none());
        for &purpose in user_core::domain::Purpose::ALL {
            assert!(world.users.check_link(purpose, &stolen).await.is_err());
        }
    }
}

#[tokio::test]
async fn being_signed_in_by_registering_prints_no_cookie() {
    let world = World::with(|settings| settings.features.confirm_email = Some(false));
    let registered = world.register(&registration("ada")).await.unwrap();
    let mut printed = Printed::default();
    printed.never(&registered.mark);
    printed.add(&registered);
    let RegisteredNext::Admission(Admission::SignedIn(signed_in)) = registered.next else {
        panic!("not signed in")
    };
    printed.never(&signed_in.cookie);
    printed.never(&signed_in.device);

    printed.check();
}
