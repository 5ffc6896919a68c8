//! Authenticator apps: setting one up, labelling and removing it.

use chrono::TimeDelta;
use user_core::domain::{CredentialKind, EventKind, Factor, MailKind, TotpSecret};
use user_core::flows::{ChangeTotpError, Current, SetUpTotpError, SetUpTotpForm, TotpSetUp};
use user_core::ports::{Store as _, SystemEntropy};
use user_core::settings::Settings;

use crate::recovery_codes;
use crate::world::{DAY, HOUR, INSTANT, MINUTE, PASSWORD, World, address, codes, visitor};

pub(crate) fn world() -> World {
    World::with(|settings| {
        settings.features.totp = true;
        settings.features.recovery_codes = true;
    })
}

/// The form with the code that the app shows now.
pub(crate) fn typed(world: &World, reference: &str, secret: &TotpSecret) -> SetUpTotpForm {
    let totp_code = secret.code_at(world.now()).digits();
    SetUpTotpForm { reference: reference.to_owned(), totp_code, label: "Phone".to_owned() }
}

/// Begins to set up an app, and reads its secret from the page.
pub(crate) async fn begun(world: &World, current: &Current) -> (String, TotpSecret) {
    let reference = world.users.begin_totp(current, &visitor()).await.unwrap();
    let under_way = world.users.totp_under_way(current, &reference).await.unwrap().unwrap();
    (reference, under_way.secret)
}

async fn confirm(
    world: &World,
    current: &Current,
    form: &SetUpTotpForm,
) -> Result<TotpSetUp, SetUpTotpError> {
    world.users.set_up_totp(current, form, &visitor()).await
}

async fn set_up_in(world: &World, current: &Current) -> (Current, TotpSecret) {
    let (reference, secret) = begun(world, current).await;
    let done = confirm(world, current, &typed(world, &reference, &secret)).await.unwrap();
    world.after(MINUTE);
    let cookie = &done.signed_in.cookie;
    let current = world.visit(cookie).await.unwrap();
    world.forget_the_past();
    (current, secret)
}

/// A member with an app, signed in where it was set up, and what the app shares with the site. No code is used up for now.
pub(crate) async fn set_up(world: &World, name: &str) -> (Current, TotpSecret) {
    set_up_in(world, &world.current(name).await).await
}

/// A code that the app shows at no time near now.
pub(crate) fn wrong_code(world: &World, secret: &TotpSecret) -> String {
    let near = [-30, 0, 30].map(|seconds| secret.code_at(world.now() + TimeDelta::seconds(seconds)).digits());
    let codes = ["000000", "111111", "222222", "333333"];
    (*codes.iter().find(|code| near.iter().all(|shown| shown != *code)).unwrap()).to_owned()
}

#[tokio::test]
async fn no_app_is_set_up_where_there_are_none() {
    let world = World::new();
    world.member("ada").await;
    let current = world.current("ada").await;
    let before = world.snapshot().await;

    assert!(matches!(world.users.begin_totp(&current, &visitor()).await, Err(SetUpTotpError::Off)));
    let form = SetUpTotpForm::default();
    assert!(matches!(confirm(&world, &current, &form).await, Err(SetUpTotpError::Off)));
    assert_eq!(world.snapshot().await, before);
}

#[tokio::test]
async fn a_proof_too_long_ago_sets_up_no_app() {
    let world = world();
    world.member("ada").await;
    let current = world.current("ada").await;
    let (reference, secret) = begun(&world, &current).await;
    let before = world.snapshot().await;

    world.after(15 * MINUTE + INSTANT);
    let begun = world.users.begin_totp(&current, &visitor()).await;
    let confirmed = confirm(&world, &current, &typed(&world, &reference, &secret)).await;

    assert!(matches!(begun, Err(SetUpTotpError::NotFresh)));
    assert!(matches!(confirmed, Err(SetUpTotpError::NotFresh)));
    assert_eq!(world.snapshot().await, before);
}

#[tokio::test]
async fn an_account_without_a_confirmed_address_sets_up_no_app() {
    let world = World::with(|settings| {
        settings.features.totp = true;
        settings.sign_in.before_confirmation = true;
    });
    world.newcomer("ada").await;
    let current = world.current("ada").await;

    let outcome = world.users.begin_totp(&current, &visitor()).await;

    assert!(matches!(outcome, Err(SetUpTotpError::Unconfirmed)));
}

#[tokio::test]
async fn an_app_is_set_up_in_the_session_that_began_it_within_a_quarter_of_an_hour() {
    let world = world();
    world.member("ada").await;
    world.member("eve").await;
    let (current, elsewhere) = (world.current("ada").await, world.current("ada").await);
    let eve = world.current("eve").await;
    let (reference, secret) = begun(&world, &current).await;
    let form = typed(&world, &reference, &secret);

    for other in [&elsewhere, &eve] {
        assert!(world.users.totp_under_way(other, &reference).await.unwrap().is_none());
        assert!(matches!(confirm(&world, other, &form).await, Err(SetUpTotpError::Unknown)));
    }
    for nonsense in ["", "nonsense", &reference[1..]] {
        assert!(world.users.totp_under_way(&current, nonsense).await.unwrap().is_none());
    }
    world.after(14 * MINUTE);
    assert!(world.users.totp_under_way(&current, &reference).await.unwrap().is_some());
    world.after(MINUTE);
    assert!(world.users.totp_under_way(&current, &reference).await.unwrap().is_none());
}

#[tokio::test]
async fn a_wrong_first_code_sets_up_nothing_and_the_sixth_try_is_none() {
    let world = world();
    world.member("ada").await;
    let current = world.current("ada").await;
    let (reference, secret) = begun(&world, &current).await;
    let form = SetUpTotpForm { totp_code: wrong_code(&world, &secret), ..typed(&world, &reference, &secret) };

    let empty = SetUpTotpForm { totp_code: String::new(), ..form.clone() };
    assert_eq!(codes(confirm(&world, &current, &empty).await), ["totp_code.required"]);
    for _ in 0..5 {
        assert_eq!(codes(confirm(&world, &current, &form).await), ["totp_code.wrong"]);
    }
    let sixth = confirm(&world, &current, &typed(&world, &reference, &secret)).await;

    assert!(matches!(sixth, Err(SetUpTotpError::Unknown)));
    assert!(world.users.totp_apps(&current).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_first_code_sets_the_app_up_proves_the_session_and_tells_the_owner() {
    let world = world();
    world.member("ada").await;
    let signed_in = world.signed_in("ada").await;
    let current = world.visit(&signed_in.cookie).await.unwrap();
    let (reference, secret) = begun(&world, &current).await;
    assert!(
        world.users.totp_apps(&current).await.unwrap().is_empty(),
        "nothing counts before its first code"
    );
    world.forget_the_past();

    let done = confirm(&world, &current, &typed(&world, &reference, &secret)).await.unwrap();

    assert!(done.wants_recovery_codes);
    assert!(world.visit(&signed_in.cookie).await.is_none(), "a copy of the cookie ends");
    let now = world.visit(&done.signed_in.cookie).await.unwrap();
    assert_eq!(now.session.proofs.at(Factor::TOTP), Some(world.now()));
    let apps = world.users.totp_apps(&now).await.unwrap();
    assert_eq!(apps.iter().map(|app| app.label.as_deref()).collect::<Vec<_>>(), [Some("Phone")]);
    assert_eq!(world.told.kinds(), [EventKind::TOTP_ADDED]);
    assert!(world.queued_kinds().await.contains(&(MailKind::TOTP_ADDED, address("ada"))));
    let again = confirm(&world, &now, &typed(&world, &reference, &secret)).await;
    assert!(matches!(again, Err(SetUpTotpError::Unknown)), "it was set up already");
}

#[tokio::test]
async fn no_secret_can_be_read_in_the_store() {
    let settings = |settings: &mut Settings| settings.features.totp = true;
    let world = World::built(|builder| builder.configure(settings).entropy(SystemEntropy));
    world.member("ada").await;
    let current = world.current("ada").await;

    let (_, begun) = begun(&world, &current).await;
    let (current, secret) = set_up_in(&world, &current).await;

    let user = current.user.id;
    let kept = world.store.credentials_of(&user, Some(CredentialKind::TOTP)).await.unwrap();
    let rows = format!("{:?}", world.store.inner());
    for secret in [begun, secret] {
        let shows = |bytes: &[u8]| bytes.windows(8).any(|part| secret.reveal().starts_with(part));
        assert!(kept.iter().all(|kept| !shows(kept.secret.reveal())));
        assert!(!rows.contains(&secret.key()) && !rows.contains(&format!("{:?}", secret.reveal())));
    }
}

#[tokio::test]
async fn whoever_has_an_app_needs_a_second_factor_to_add_or_remove_one() {
    let world = world();
    world.member("ada").await;
    let (current, _) = set_up(&world, "ada").await;
    let id = world.users.totp_apps(&current).await.unwrap()[0].id;
    // A thief with the cookie and the password.
    let old = world.restarted_with(|settings| settings.features.totp = false);
    let thief = old.sign_in("ada", PASSWORD).await.unwrap();
    let thief = world.visit(&thief.cookie).await.unwrap();

    assert!(matches!(world.users.begin_totp(&thief, &visitor()).await, Err(SetUpTotpError::NotFresh)));
    assert!(matches!(world.users.remove_totp(&thief, id, &visitor()).await, Err(ChangeTotpError::NotFresh)));
    world.users.begin_totp(&current, &visitor()).await.unwrap();
    world.after(HOUR);
    assert!(matches!(
        world.users.remove_totp(&current, id, &visitor()).await,
        Err(ChangeTotpError::NotFresh)
    ));
    assert_eq!(world.users.totp_apps(&current).await.unwrap().len(), 1);
}

#[tokio::test]
async fn an_app_is_renamed_and_removed_by_its_owner_who_is_told() {
    let world = world();
    world.member("ada").await;
    world.member("eve").await;
    let (eve, _) = set_up(&world, "eve").await;
    let (current, _) = set_up(&world, "ada").await;
    let id = world.users.totp_apps(&current).await.unwrap()[0].id;

    let users = &world.users;
    assert!(matches!(users.rename_totp(&eve, id, "Mine", &visitor()).await, Err(ChangeTotpError::Unknown)));
    assert!(matches!(users.remove_totp(&eve, id, &visitor()).await, Err(ChangeTotpError::Unknown)));
    assert_eq!(codes(users.rename_totp(&current, id, &"a".repeat(61), &visitor()).await), ["label.too_long"]);
    users.rename_totp(&current, id, " Tablet\n", &visitor()).await.unwrap();
    assert_eq!(users.totp_apps(&current).await.unwrap()[0].label.as_deref(), Some("Tablet"));
    users.rename_totp(&current, id, " ", &visitor()).await.unwrap();
    assert_eq!(users.totp_apps(&current).await.unwrap()[0].label, None);
    world.forget_the_past();

    users.remove_totp(&current, id, &visitor()).await.unwrap();

    assert!(users.totp_apps(&current).await.unwrap().is_empty());
    assert_eq!(world.told.kinds(), [EventKind::TOTP_REMOVED]);
    assert!(world.queued_kinds().await.contains(&(MailKind::TOTP_REMOVED, address("ada"))));
    assert!(matches!(users.remove_totp(&current, id, &visitor()).await, Err(ChangeTotpError::Unknown)));
    world.sign_in("ada", PASSWORD).await.unwrap();
}

#[tokio::test]
async fn nobody_has_more_than_ten_apps() {
    let world = world();
    world.member("ada").await;
    let mut current = world.current("ada").await;
    for _ in 0..10 {
        current = set_up_in(&world, &current).await.0;
    }
    let (reference, secret) = begun(&world, &current).await;

    let outcome = confirm(&world, &current, &typed(&world, &reference, &secret)).await;

    assert_eq!(codes(outcome), ["totp_code.too_many"]);
    assert_eq!(world.users.totp_apps(&current).await.unwrap().len(), 10);
}

#[tokio::test]
async fn a_new_password_keeps_the_app_and_taking_the_account_back_removes_a_young_one() {
    let world = world();
    world.member("ada").await;
    world.after(30 * DAY);
    let (current, _) = set_up(&world, "ada").await;
    recovery_codes::made(&world, &current).await;
    let undo = world.link_for("ada").await;
    let kept = async || {
        let kept = world.store.credentials_of(&current.user.id, Some(CredentialKind::TOTP)).await;
        kept.unwrap().len()
    };

    world.users.set_password(current.user.id, "Velvet lantern orchard 8").await.unwrap();
    let link = world.reset_link_for("ada").await;
    let new = crate::world::new_password("Velvet lantern orchard 9");
    world.users.reset_password(&link, &new, &visitor()).await.unwrap();
    assert_eq!(kept().await, 1);

    world.users.undo_email_change(&undo, &visitor()).await.unwrap();
    assert_eq!(kept().await, 0);
}
