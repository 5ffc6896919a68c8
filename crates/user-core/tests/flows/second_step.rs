//! The second step of signing in: what is asked, and how it is passed.

use user_core::domain::{EventKind, Factor, MailKind, Method, TotpSecret};
use user_core::flows::{
    Admission, ConfirmEmailForm, PendingSignIn, ResetByRecoveryCodeForm, SecondStepError, SecondStepForm,
    SecondStepPassed, Visitor,
};

use crate::recovery_codes;
use crate::totp::{set_up, world, wrong_code};
use crate::world::{
    MINUTE, OTHER_PASSWORD, PASSWORD, World, address, at_once, codes, credentials, new_password, visitor,
    visitor_from,
};

pub(crate) fn pending(admission: Admission) -> PendingSignIn {
    match admission {
        Admission::Pending(pending) => pending,
        Admission::SignedIn(_) => panic!("nothing more was asked"),
    }
}

/// Gives the first proof, and what the browser has from then on.
pub(crate) async fn begun(world: &World, name: &str, visitor: &Visitor) -> (PendingSignIn, Visitor) {
    let admission = world.users.sign_in(&credentials(name, PASSWORD), visitor).await.unwrap();
    let pending = pending(admission);
    let visitor = Visitor { browser: Some(pending.browser.clone()), ..visitor.clone() };
    (pending, visitor)
}

pub(crate) fn typed(pending: &PendingSignIn, code: &str) -> SecondStepForm {
    let (step, totp_code) = (pending.step.clone(), code.to_owned());
    SecondStepForm { step, totp_code, ..SecondStepForm::default() }
}

/// The code that the app shows now.
pub(crate) fn code(world: &World, app: &TotpSecret) -> String {
    app.code_at(world.now()).digits()
}

pub(crate) async fn pass(
    world: &World,
    form: &SecondStepForm,
    visitor: &Visitor,
) -> Result<SecondStepPassed, SecondStepError> {
    world.users.second_step(form, visitor).await
}

/// Signs in with the right password, and a code that is of no app.
pub(crate) async fn wrong(world: &World, name: &str, visitor: &Visitor) {
    let (pending, visitor) = begun(world, name, visitor).await;
    let none = TotpSecret::new(&[7; 20]).unwrap();
    let outcome = pass(world, &typed(&pending, &code(world, &none)), &visitor).await;
    assert!(matches!(outcome, Err(SecondStepError::Invalid(_) | SecondStepError::Throttled { .. })));
}

#[tokio::test]
async fn a_right_password_alone_opens_nothing_where_there_is_an_app() {
    let world = world();
    world.member("ada").await;
    set_up(&world, "ada").await;
    let before = world.snapshot().await;

    let (pending, visitor) = begun(&world, "ada", &visitor()).await;

    assert_eq!(pending.asked, [Factor::TOTP]);
    assert_eq!(world.snapshot().await, before, "no session, and no event of signing in");
    for cookie in [&pending.step, &pending.browser] {
        assert!(world.users.resume(cookie, &visitor).await.unwrap().is_none());
    }
    let under_way = world.users.second_step_of(&pending.step, &visitor).await.unwrap().unwrap();
    assert_eq!((under_way.asked, under_way.until), (pending.asked, pending.until));
}

#[tokio::test]
async fn a_code_of_the_app_signs_in_and_both_proofs_stay_in_the_session() {
    let world = World::with(|settings| {
        settings.features.totp = true;
        settings.mails.new_sign_in = true;
    });
    world.member("ada").await;
    let (_, app) = set_up(&world, "ada").await;
    let form = user_core::flows::SignInForm { remember_me: true, ..credentials("ada", PASSWORD) };
    let first = world.now();
    let told = async || {
        let kinds = world.queued_kinds().await;
        kinds.iter().filter(|mail| **mail == (MailKind::NEW_SIGN_IN, address("ada"))).count()
    };
    let before = told().await;
    let pending = pending(world.users.sign_in(&form, &visitor()).await.unwrap());
    let browser = Visitor { browser: Some(pending.browser.clone()), ..visitor() };
    world.after(MINUTE);
    world.forget_the_past();

    let passed = pass(&world, &typed(&pending, &code(&world, &app)), &browser).await.unwrap();

    assert_eq!(passed.codes_left, None);
    let current = world.visit(&passed.signed_in.cookie).await.unwrap();
    let proofs = &current.session.proofs;
    assert_eq!((proofs.at(Factor::PASSWORD), proofs.at(Factor::TOTP)), (Some(first), Some(world.now())));
    assert!(current.session.persistent);
    assert_eq!(world.told.kinds(), [EventKind::USER_SIGNED_IN]);
    assert_eq!(world.store.inner().events().last().unwrap().method, Some(Method::TOTP));
    assert_eq!(told().await, before + 1, "once, and not before the second step");
}

#[tokio::test]
async fn signing_in_ends_the_session_that_the_browser_had() {
    let world = world();
    world.member("ada").await;
    let (current, app) = set_up(&world, "ada").await;
    let mine = Visitor { session: Some(current.session.id), ..visitor() };

    let (pending, browser) = begun(&world, "ada", &mine).await;
    let still = world.users.sessions(current.user.id).await.unwrap();
    assert!(still.iter().any(|session| session.id == current.session.id), "not before the second step");
    pass(&world, &typed(&pending, &code(&world, &app)), &browser).await.unwrap();

    let now = world.users.sessions(current.user.id).await.unwrap();
    assert!(now.iter().all(|session| session.id != current.session.id));
}

#[tokio::test]
async fn a_recovery_code_stands_in_for_the_app_once_and_is_told() {
    let world = world();
    world.member("ada").await;
    let (current, _) = set_up(&world, "ada").await;
    let own = recovery_codes::made(&world, &current).await;
    world.forget_the_past();
    let by_code = |pending: &PendingSignIn| SecondStepForm {
        step: pending.step.clone(),
        recovery_code: own[0].grouped(),
        ..SecondStepForm::default()
    };

    let (first, browser) = begun(&world, "ada", &visitor()).await;
    assert_eq!(first.asked, [Factor::TOTP, Factor::RECOVERY_CODE]);
    let passed = pass(&world, &by_code(&first), &browser).await.unwrap();

    assert_eq!(passed.codes_left, Some(9));
    assert!(passed.signed_in.session.proofs.at(Factor::RECOVERY_CODE).is_some());
    assert!(world.queued_kinds().await.contains(&(MailKind::RECOVERY_CODE_USED, address("ada"))));
    let (second, browser) = begun(&world, "ada", &visitor()).await;
    assert_eq!(codes(pass(&world, &by_code(&second), &browser).await), ["recovery_code.wrong"]);
}

fn letting_in() -> World {
    World::with(|settings| {
        settings.features.totp = true;
        settings.features.recovery_codes = true;
        settings.features.multiple_emails = true;
        settings.auto_sign_in.after_reset_password = true;
    })
}

/// What is asked of somebody who was not let in.
async fn asked(world: &World, admission: Admission) -> Vec<Factor> {
    let pending = pending(admission);
    let browser = Visitor { browser: Some(pending.browser), ..visitor() };
    world.users.second_step_of(&pending.step, &browser).await.unwrap().unwrap().asked
}

#[tokio::test]
async fn every_way_in_asks_for_the_second_step() {
    let world = letting_in();
    world.member("ada").await;
    let (current, app) = set_up(&world, "ada").await;
    let own = recovery_codes::made(&world, &current).await;
    let form = user_core::flows::AddEmailForm { email: address("other") };
    world.users.add_email(&current, &form, &visitor()).await.unwrap();
    let confirming = world.link_for("other").await;

    let confirmed = world.confirm(&confirming).await.unwrap().admission.unwrap();
    assert_eq!(asked(&world, confirmed).await, [Factor::TOTP, Factor::RECOVERY_CODE]);
    let by_code = ResetByRecoveryCodeForm {
        identifier: "ada".to_owned(),
        recovery_code: own[0].grouped(),
        new_password: PASSWORD.to_owned(),
        retype_password: PASSWORD.to_owned(),
    };
    let by_code = world.users.reset_by_recovery_code(&by_code, &visitor()).await.unwrap();
    assert_eq!(asked(&world, by_code.admission.unwrap()).await, [Factor::TOTP]);
    let signed_in = world.users.sign_in(&credentials("ada", PASSWORD), &visitor()).await.unwrap();
    assert_eq!(asked(&world, signed_in).await, [Factor::TOTP, Factor::RECOVERY_CODE]);
    let link = world.reset_link_for("ada").await;
    let reset = world.users.reset_password(&link, &new_password(PASSWORD), &visitor()).await.unwrap();
    // The codes were made lately, and go.
    assert_eq!(asked(&world, reset.admission.unwrap()).await, [Factor::TOTP]);

    assert!(world.users.sessions(current.user.id).await.unwrap().is_empty());
    let (pending, browser) = begun(&world, "ada", &visitor()).await;
    pass(&world, &typed(&pending, &code(&world, &app)), &browser).await.unwrap();
}

#[tokio::test]
async fn who_used_a_recovery_code_first_needs_the_app_and_no_other_code() {
    let world = letting_in();
    world.member("ada").await;
    let (current, app) = set_up(&world, "ada").await;
    let own = recovery_codes::made(&world, &current).await;
    let form = ResetByRecoveryCodeForm {
        identifier: "ada".to_owned(),
        recovery_code: own[0].grouped(),
        new_password: OTHER_PASSWORD.to_owned(),
        retype_password: OTHER_PASSWORD.to_owned(),
    };
    let reset = world.users.reset_by_recovery_code(&form, &visitor()).await.unwrap();
    let pending = pending(reset.admission.unwrap());
    let browser = Visitor { browser: Some(pending.browser.clone()), ..visitor() };
    let by_code = SecondStepForm { recovery_code: own[1].grouped(), ..typed(&pending, "") };

    assert_eq!(codes(pass(&world, &by_code, &browser).await), ["recovery_code.wrong"]);
    pass(&world, &typed(&pending, &code(&world, &app)), &browser).await.unwrap();
    assert_eq!(world.users.recovery_codes_left(&current).await.unwrap().unused, 9);
}

#[tokio::test]
async fn who_has_no_app_is_asked_for_nothing_more() {
    let world = world();
    world.member("ada").await;
    let current = world.current("ada").await;
    recovery_codes::made(&world, &current).await;

    world.sign_in("ada", PASSWORD).await.unwrap();
    let newcomer = world.newcomer("bob").await;
    let link = world.link_for("bob").await;
    let browser = world.browser_of("bob");
    let none = ConfirmEmailForm::default();
    let confirmed = world.users.confirm_email(&link, &none, None, &browser).await.unwrap();
    assert!(matches!(confirmed.admission, Some(Admission::SignedIn(_))), "{newcomer:?}");
}

#[tokio::test]
async fn where_apps_are_switched_off_none_is_asked_for() {
    let world = world();
    world.member("ada").await;
    set_up(&world, "ada").await;

    let off = world.restarted_with(|settings| settings.features.totp = false);

    off.sign_in("ada", PASSWORD).await.unwrap();
}

#[tokio::test]
async fn of_many_who_type_one_code_at_one_moment_one_is_let_in() {
    let world = world();
    world.member("ada").await;
    let (current, app) = set_up(&world, "ada").await;
    let shown = code(&world, &app);
    let mut begun_in = Vec::new();
    for index in 0..6 {
        begun_in.push(begun(&world, "ada", &visitor_from(&format!("192.0.2.{index}"))).await);
    }
    let before = world.users.sessions(current.user.id).await.unwrap().len();

    let outcomes = at_once(&world, 12, |index| {
        let (world, (pending, browser), shown) = (world.clone(), begun_in[index / 2].clone(), shown.clone());
        async move { pass(&world, &typed(&pending, &shown), &browser).await.is_ok() }
    })
    .await;

    assert_eq!(outcomes.iter().filter(|done| **done).count(), 1, "{outcomes:?}");
    assert_eq!(world.users.sessions(current.user.id).await.unwrap().len(), before + 1);
}

#[tokio::test]
async fn guesses_at_one_moment_are_no_more_than_a_step_bears() {
    let world = World::built(|builder| {
        builder.configure(|settings| settings.features.totp = true).throttle(user_testkit::NoThrottle)
    });
    world.member("ada").await;
    let (_, app) = set_up(&world, "ada").await;
    let (pending, browser) = begun(&world, "ada", &visitor()).await;
    let wrong = wrong_code(&world, &app);

    let outcomes = at_once(&world, 20, |_| {
        let (world, pending, browser, wrong) =
            (world.clone(), pending.clone(), browser.clone(), wrong.clone());
        async move {
            matches!(pass(&world, &typed(&pending, &wrong), &browser).await, Err(SecondStepError::Invalid(_)))
        }
    })
    .await;

    assert!(outcomes.iter().filter(|looked_at| **looked_at).count() <= 6, "{outcomes:?}");
    let right = pass(&world, &typed(&pending, &code(&world, &app)), &browser).await;
    assert!(matches!(right, Err(SecondStepError::Gone)));
}
