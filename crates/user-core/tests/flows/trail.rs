//! The trail of what was refused.

use user_core::domain::EventKind;
use user_core::flows::{
    AddEmailForm, ChangeEmailForm, ForgotPasswordForm, RefusedRequest, ResendConfirmEmailForm,
};

use crate::world::{
    HOUR, OTHER_PASSWORD, PASSWORD, World, address, password_change, rename, visitor, visitor_from,
};

fn count(world: &World, kind: EventKind) -> usize {
    world.recorded().into_iter().filter(|recorded| *recorded == kind).count()
}

#[tokio::test]
async fn a_wrong_password_on_any_form_leaves_a_trace() {
    let world = World::new();
    let ada = world.member("ada").await;
    let current = world.current("ada").await;
    world.told.clear();

    let (users, who) = (&world.users, visitor());
    let new_email = ChangeEmailForm { new_email: address("new"), old_password: OTHER_PASSWORD.to_owned() };
    assert!(world.sign_in("ada", OTHER_PASSWORD).await.is_err());
    assert!(users.change_password(&current, &password_change("wrong", OTHER_PASSWORD), &who).await.is_err());
    assert!(users.change_username(&current, &rename("lovelace", "wrong"), &who).await.is_err());
    assert!(users.change_email(&current, &new_email, &who).await.is_err());

    let proof = EventKind::PROOF_REFUSED;
    assert_eq!(world.told.kinds(), [EventKind::SIGN_IN_FAILED, proof, proof, proof]);
    let events = world.users.events_of(ada.id, 10).await.unwrap();
    assert!(events.iter().filter(|event| event.kind == proof).all(|event| event.address == who.address));
}

#[tokio::test]
async fn what_a_limit_refuses_leaves_a_trace() {
    let world = World::with(|settings| {
        settings.throttles.client.free = 1;
        settings.throttles.own_addresses.free = 1;
        settings.features.multiple_emails = true;
    });
    let ada = world.member("ada").await;
    let current = world.current("ada").await;
    for _ in 0..2 {
        let form = ForgotPasswordForm { email: address("nobody") };
        let _ = world.users.forgot_password(&form, &visitor()).await;
        let _ = world.sign_in("nobody", OTHER_PASSWORD).await;
        let form = AddEmailForm { email: address("new") };
        let _ = world.users.add_email(&current, &form, &visitor()).await;
    }

    assert_eq!(count(&world, EventKind::ATTEMPT_THROTTLED), 3);
    let of_ada = world.users.events_of(ada.id, 10).await.unwrap();
    assert_eq!(of_ada.iter().filter(|event| event.kind == EventKind::ATTEMPT_THROTTLED).count(), 1);
}

#[tokio::test]
async fn strangers_cannot_fill_the_table_of_events() {
    let world = World::built(|builder| builder.throttle(user_testkit::NoThrottle));
    let form = |index: u32| ForgotPasswordForm { email: address(&format!("nobody{index}")) };
    for index in 0..300 {
        world.users.forgot_password(&form(index), &visitor()).await.unwrap();
        let again = ResendConfirmEmailForm { email: form(index).email };
        world.users.resend_confirm_email(&again, &visitor()).await.unwrap();
        assert!(world.sign_in("nobody", PASSWORD).await.is_err());
        world.users.note_refusal(RefusedRequest::ForgedRequest, None, &visitor()).await;
    }
    let kinds = [
        EventKind::PASSWORD_RESET_REQUESTED,
        EventKind::CONFIRMATION_REQUESTED,
        EventKind::SIGN_IN_FAILED,
        EventKind::REQUEST_FORGED,
    ];
    world.deliver().await;
    assert_eq!(kinds.map(|kind| count(&world, kind)), [0, 0, 100, 100], "nobody is asked for in vain");

    assert!(world.sign_in_as(&visitor_from("198.51.100.7"), "nobody", PASSWORD).await.is_err());
    assert_eq!(count(&world, kinds[2]), 101, "other clients are not silenced");
    world.after(HOUR);
    assert!(world.sign_in("nobody", PASSWORD).await.is_err());
    assert_eq!(count(&world, kinds[2]), 102, "nor is this one for ever");
}

#[tokio::test]
async fn however_many_clients_ask_for_mails_to_made_up_addresses_no_event_is_left() {
    let world = World::built(|builder| builder.throttle(user_testkit::NoThrottle));
    for index in 0..200_u32 {
        let form = ForgotPasswordForm { email: address(&format!("nobody{index}")) };
        let client = visitor_from(&format!("10.0.{}.{}", index / 250, index % 250));
        world.users.forgot_password(&form, &client).await.unwrap();
    }

    world.deliver().await;
    assert_eq!(count(&world, EventKind::PASSWORD_RESET_REQUESTED), 0);
}
