//! Setting a new password with a mailed link.

use user_core::domain::{EventKind, MailKind, Purpose, TokenId, User, UserStatus};
use user_core::flows::{
    LinkRefusal, NewAccount, PasswordWasReset, ResetPasswordError, ResetPasswordForm, Visitor,
};
use user_core::ports::{Changes, CommitError, UserChange};
use user_core::seal::Label;
use user_core::settings::ReadyPasswordPolicy;
use user_testkit::{altered, signed_in};

use crate::world::{
    HOUR, INSTANT, OTHER_PASSWORD, PASSWORD, World, address, at_once, codes, new_password, visitor,
    visitor_from,
};

async fn reset(world: &World, link: &str) -> Result<PasswordWasReset, ResetPasswordError> {
    world.users.reset_password(link, &new_password(OTHER_PASSWORD), &visitor()).await
}

/// Refused, and nothing changed, and no hash was computed.
async fn assert_refused(world: &World, link: &str, why: LinkRefusal) {
    let (before, hashes) = (world.snapshot().await, world.hasher.hashes());
    world.told.clear();

    let refusal = reset(world, link).await.unwrap_err();

    assert!(matches!(refusal, ResetPasswordError::Link(found) if found == why), "{refusal:?}");
    assert_eq!((world.snapshot().await, world.hasher.hashes()), (before, hashes));
    assert!(world.told.kinds().is_empty());
}

#[tokio::test]
async fn no_password_is_reset_where_that_is_off() {
    let world = World::new();
    world.member("ada").await;
    let link = world.reset_link_for("ada").await;
    let off = world.restarted_with(|settings| settings.features.forgot_password = Some(false));

    assert!(matches!(reset(&off, &link).await, Err(ResetPasswordError::Off)));
}

#[tokio::test]
async fn s050_s107_garbage_and_links_for_other_purposes_are_refused() {
    let world = World::new();
    world.member("ada").await;
    world.newcomer("bob").await;
    let confirm = world.link_for("bob").await;
    let good = world.reset_link_for("ada").await;
    let seals = world.users.seals();
    let of_nothing =
        seals.seal(Label::Link(Purpose::RESET_PASSWORD), TokenId::from_bytes([9; 16]).as_bytes());
    let bobs_token = world.store.inner().tokens_of(&world.user("bob").await.id)[0].id;
    let crossed = seals.seal(Label::Link(Purpose::RESET_PASSWORD), bobs_token.as_bytes());

    for link in ["", "garbage", &good[1..], &confirm, &of_nothing, &crossed] {
        assert_refused(&world, link, LinkRefusal::Invalid).await;
    }
    assert!(reset(&world, &good).await.is_ok());
}

#[tokio::test]
async fn s051_a_link_is_good_until_the_moment_it_expires() {
    for (age, good) in [(HOUR.checked_sub(INSTANT).unwrap(), true), (HOUR, false), (2 * HOUR, false)] {
        let world = World::new();
        world.member("ada").await;
        let link = world.reset_link_for("ada").await;
        world.after(age);

        if good {
            assert!(reset(&world, &link).await.is_ok());
        } else {
            assert_refused(&world, &link, LinkRefusal::Expired).await;
        }
    }
}

#[tokio::test]
async fn s052_s107_every_rule_for_passwords_holds_and_a_refused_form_leaves_the_link_good() {
    let world = World::new();
    world.member("lovelace").await;
    let link = world.reset_link_for("lovelace").await;
    let before = world.snapshot().await;
    let cases: [(&str, &str, &[&str]); 5] = [
        ("", "", &["password.required"]),
        ("short", "short", &["password.too_short", "password.too_common"]),
        ("lovelace@example.com", "lovelace@example.com", &["password.made_of_identity"]),
        (OTHER_PASSWORD, PASSWORD, &["retype_password.mismatch"]),
        ("short", "", &["password.too_short", "password.too_common", "retype_password.mismatch"]),
    ];

    for (new, again, expected) in cases {
        let form = ResetPasswordForm { new_password: new.to_owned(), retype_password: again.to_owned() };
        assert_eq!(codes(world.users.reset_password(&link, &form, &visitor()).await), expected);
    }
    assert_eq!(world.snapshot().await, before);
    assert!(reset(&world, &link).await.is_ok());
}

#[tokio::test]
async fn flask_users_rules_hold_here_too_where_they_are_chosen() {
    let world = World::with(|settings| settings.passwords.policy = ReadyPasswordPolicy::FlaskUser);
    world.member("ada").await;
    let link = world.reset_link_for("ada").await;

    for (password, code) in [("Abc12", "password.too_short"), ("abcdef1", "password.too_simple")] {
        let outcome = world.users.reset_password(&link, &new_password(password), &visitor()).await;
        assert_eq!(codes(outcome), [code]);
    }
    assert!(world.users.reset_password(&link, &new_password("Abcde1"), &visitor()).await.is_ok());
}

#[tokio::test]
async fn a_form_is_judged_only_behind_a_good_link() {
    let world = World::new();
    let form = ResetPasswordForm::default();

    let refusal = world.users.reset_password("garbage", &form, &visitor()).await.unwrap_err();

    assert!(matches!(refusal, ResetPasswordError::Link(LinkRefusal::Invalid)));
}

#[tokio::test]
async fn who_has_no_attempt_left_is_refused_before_any_work() {
    let world = World::with(|settings| settings.throttles.client.free = 3);
    world.member("ada").await;
    let link = world.reset_link_for("ada").await;
    let other = visitor_from("198.51.100.7");
    let bad = new_password("letmein");

    for _ in 0..3 {
        let _ = world.users.reset_password(&link, &bad, &other).await;
    }
    let work = (world.hasher.asides(), world.hasher.hashes());
    let refusal = world.users.reset_password(&link, &bad, &other).await.unwrap_err();

    assert!(matches!(refusal, ResetPasswordError::Throttled { .. }), "{refusal:?}");
    assert_eq!((world.hasher.asides(), world.hasher.hashes()), work);
    world.after(std::time::Duration::from_secs(1));
    assert!(world.users.reset_password(&link, &new_password(OTHER_PASSWORD), &other).await.is_ok());
}

#[tokio::test]
async fn a_used_link_is_refused() {
    let world = World::new();
    world.member("ada").await;
    let link = world.reset_link_for("ada").await;
    reset(&world, &link).await.unwrap();

    assert_refused(&world, &link, LinkRefusal::Used).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_many_who_use_one_link_at_once_one_sets_the_password() {
    for round in 0..10 {
        let world = World::new();
        world.member("ada").await;
        let link = world.reset_link_for("ada").await;
        let password = |caller: usize| format!("{OTHER_PASSWORD} {caller}");

        let outcomes = at_once(&world, 16, |caller| {
            let (users, link, form) = (world.users.clone(), link.clone(), new_password(&password(caller)));
            async move { users.reset_password(&link, &form, &visitor()).await }
        })
        .await;

        let winners: Vec<_> = (0..16).filter(|caller| outcomes[*caller].is_ok()).collect();
        assert_eq!(winners.len(), 1, "{round}");
        let used =
            |refusal: &ResetPasswordError| matches!(refusal, ResetPasswordError::Link(LinkRefusal::Used));
        assert!(outcomes.iter().filter_map(|outcome| outcome.as_ref().err()).all(used), "{round}");
        assert_eq!(world.queued().await.len(), 1, "{round}");
        assert!(world.sign_in("ada", &password(winners[0])).await.is_ok(), "{round}");
    }
}

#[tokio::test]
async fn a_disabled_user_is_neither_reset_nor_enabled() {
    let world = World::new();
    let ada = world.member("ada").await;
    let link = world.reset_link_for("ada").await;
    world.disable("ada").await;
    assert_refused(&world, &link, LinkRefusal::Used).await;
    assert_eq!(world.user("ada").await.status, UserStatus::Disabled);

    // Whatever left the link good: an account that is not in good standing is not reset.
    world.users.enable_user(ada.id).await.unwrap();
    let link = world.reset_link_for("ada").await;
    for status in [UserStatus::Disabled, UserStatus::Pending] {
        world.write(Changes::none().with(UserChange::SetStatus(ada.id, status))).await;
        let before = world.snapshot().await;
        let refusal = reset(&world, &link).await.unwrap_err();
        assert!(matches!(refusal, ResetPasswordError::Link(LinkRefusal::Invalid)), "{status:?}");
        assert_eq!(world.snapshot().await, before);
    }
}

#[tokio::test]
async fn opening_a_link_changes_nothing() {
    let world = World::new();
    world.member("ada").await;
    let link = world.reset_link_for("ada").await;
    let before = world.snapshot().await;

    for _ in 0..3 {
        world.users.check_link(Purpose::RESET_PASSWORD, &link).await.unwrap();
    }

    assert_eq!(world.snapshot().await, before);
    assert!(reset(&world, &link).await.is_ok());
}

fn all_but_password_and_revision(user: &User) -> String {
    format!(
        "{:?}",
        altered(user.clone(), |user| {
            user.password_hash = None;
            user.device_epoch = 0;
            user.revision = 0;
        })
    )
}

#[tokio::test]
async fn s061_s107_a_reset_sets_the_password_ends_every_session_and_tells_the_owner() {
    let world = World::new();
    world.member("ada").await;
    let (one, other) = (world.signed_in("ada").await, world.signed_in("ada").await);
    let ada = world.user("ada").await;
    let link = world.reset_link_for("ada").await;

    let was_reset = reset(&world, &link).await.unwrap();

    assert!(was_reset.admission.is_none());
    for cookie in [&one.cookie, &other.cookie] {
        assert!(world.visit(cookie).await.is_none());
    }
    assert_eq!(world.told.kinds(), [EventKind::PASSWORD_RESET]);
    assert_eq!(world.queued_kinds().await, [(MailKind::PASSWORD_CHANGED, address("ada"))]);
    assert_eq!(world.queued().await[0].details.at, Some(world.now()));
    let after = world.user("ada").await;
    assert_eq!(all_but_password_and_revision(&after), all_but_password_and_revision(&ada));
    assert_eq!(codes(world.sign_in("ada", PASSWORD).await), ["username.bad_credentials"]);
    assert!(world.sign_in("ada", OTHER_PASSWORD).await.is_ok());
}

#[tokio::test]
async fn sessions_of_others_stay() {
    let world = World::new();
    world.member("ada").await;
    world.member("bob").await;
    let bobs = world.signed_in("bob").await;
    let link = world.reset_link_for("ada").await;

    reset(&world, &link).await.unwrap();

    assert!(world.visit(&bobs.cookie).await.is_some());
    assert!(world.sign_in("bob", PASSWORD).await.is_ok());
}

#[tokio::test]
async fn s107_a_reset_signs_in_where_that_is_on() {
    let world = World::with(|settings| settings.auto_sign_in.after_reset_password = true);
    world.member("ada").await;
    world.member("bob").await;
    let bobs = world.signed_in("bob").await;
    let old = world.signed_in("ada").await;
    let link = world.reset_link_for("ada").await;
    let browser = Visitor { session: Some(bobs.session.id), ..visitor_from("198.51.100.7") };

    let form = new_password(OTHER_PASSWORD);
    let was_reset = world.users.reset_password(&link, &form, &browser).await.unwrap();
    let signed_in = signed_in(was_reset.admission.unwrap());

    assert_eq!(world.told.kinds(), [EventKind::PASSWORD_RESET, EventKind::USER_SIGNED_IN]);
    assert_eq!(
        world.users.sessions(signed_in.user.id).await.unwrap(),
        std::slice::from_ref(&signed_in.session)
    );
    assert!(world.visit(&signed_in.cookie).await.is_some());
    assert!(world.visit(&old.cookie).await.is_none());
    // The browser was somebody else's until now.
    assert!(world.visit(&bobs.cookie).await.is_none());
}

#[tokio::test]
async fn the_owner_is_not_mailed_where_that_is_off() {
    let world = World::with(|settings| settings.mails.password_changed = false);
    world.member("ada").await;
    let link = world.reset_link_for("ada").await;

    reset(&world, &link).await.unwrap();

    assert!(world.queued().await.is_empty());
}

#[tokio::test]
async fn an_account_made_without_a_password_gets_one_by_a_link() {
    let world = World::new();
    let account = NewAccount { username: "ada".to_owned(), email: address("ada"), ..Default::default() };
    world.users.create_user(&account).await.unwrap();
    let link = world.reset_link_for("ada").await;

    reset(&world, &link).await.unwrap();

    assert!(world.sign_in("ada", OTHER_PASSWORD).await.is_ok());
}

#[tokio::test]
async fn a_reset_decides_anew_when_the_account_changed_and_gives_up_when_it_keeps_changing() {
    let world = World::new();
    world.member("ada").await;
    let link = world.reset_link_for("ada").await;
    let before = world.snapshot().await;
    for _ in 0..4 {
        world.store.refuse_next_commit(CommitError::Stale);
    }
    assert!(matches!(reset(&world, &link).await, Err(ResetPasswordError::Failed(_))));
    assert_eq!(world.snapshot().await, before);

    world.store.refuse_next_commit(CommitError::Stale);
    assert!(reset(&world, &link).await.is_ok());
}
