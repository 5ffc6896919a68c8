//! Who did it, in which session, from where and how: what every event says.

use user_core::domain::{Actor, CursorName, Detail, Event, EventKind, EventPosition, Method};
use user_core::flows::{AddEmailForm, ConfirmEmailForm, Visitor};

use crate::world::{MINUTE, OTHER_PASSWORD, PASSWORD, World, address, visitor};

async fn latest(world: &World, kind: EventKind) -> Event {
    let ada = world.user("ada").await;
    let events = world.users.events_of(ada.id, 20).await.unwrap();
    events.into_iter().find(|event| event.kind == kind).unwrap()
}

#[tokio::test]
async fn what_a_user_does_names_them_and_their_session() {
    let world = World::with(|settings| settings.features.multiple_emails = true);
    let ada = world.member("ada").await;
    let current = world.current("ada").await;
    let browser = Visitor { user_agent: Some("Browser/1".to_owned()), ..visitor() };
    let other = AddEmailForm { email: address("other") };

    world.users.add_email(&current, &other, &browser).await.unwrap();

    let event = latest(&world, EventKind::EMAIL_ADDED).await;
    assert_eq!((&event.actor, event.session), (&Actor::user(ada.id), Some(current.session.id)));
    assert_eq!((event.address, event.user_agent.as_deref()), (browser.address, Some("Browser/1")));
    assert_eq!(event.details.get(Detail::ADDRESS), Some(address("other").as_str()));
}

#[tokio::test]
async fn what_a_visitor_does_names_nobody_and_says_how() {
    let world = World::new();
    world.newcomer("ada").await;
    let link = world.link_for("ada").await;
    let browser = world.browser_of("ada");
    world.users.confirm_email(&link, &ConfirmEmailForm::default(), None, &browser).await.unwrap();
    world.after(MINUTE);
    world.sign_in("ada", OTHER_PASSWORD).await.unwrap_err();
    let signed_in = world.sign_in("ada", PASSWORD).await.unwrap();

    let confirmed = latest(&world, EventKind::EMAIL_CONFIRMED).await;
    let failed = latest(&world, EventKind::SIGN_IN_FAILED).await;
    let came = latest(&world, EventKind::USER_SIGNED_IN).await;

    assert_eq!((&confirmed.actor, confirmed.method), (&Actor::VISITOR, Some(Method::EMAIL)));
    assert_eq!((&failed.actor, failed.method), (&Actor::VISITOR, Some(Method::PASSWORD)));
    assert_eq!(failed.session, None);
    assert_eq!((came.session, came.method), (Some(signed_in.session.id), Some(Method::PASSWORD)));
}

#[tokio::test]
async fn no_event_holds_a_password_or_a_link() {
    let world = World::with(|settings| settings.features.multiple_emails = true);
    let ada = world.member("ada").await;
    let current = world.current("ada").await;
    world.users.add_email(&current, &AddEmailForm { email: address("other") }, &visitor()).await.unwrap();
    let link = world.link_for("other").await;
    world.users.confirm_email(&link, &ConfirmEmailForm::default(), Some(&current), &visitor()).await.unwrap();
    let reset = world.reset_link_for("ada").await;

    let written = serde_json::to_string(&world.users.events_of(ada.id, 99).await.unwrap()).unwrap();

    for secret in [PASSWORD, OTHER_PASSWORD, &link, &reset] {
        assert!(!written.contains(secret), "{written}");
    }
}

#[tokio::test]
async fn of_two_readers_with_one_cursor_one_moves_it() {
    let world = World::new();
    world.member("ada").await;
    world.signed_in("ada").await;
    let name = CursorName::parse("webhooks").unwrap();
    let from = world.users.event_cursor(name).await.unwrap();
    let events = world.users.events_after(from, 2).await.unwrap();
    let to = events[1].position;

    assert_eq!(from, EventPosition::START);
    assert!(world.users.advance_event_cursor(name, from, to).await.unwrap());
    assert!(!world.users.advance_event_cursor(name, from, to).await.unwrap());

    assert_eq!(world.users.event_cursor(name).await.unwrap(), to);
    let next = world.users.events_after(to, 1).await.unwrap();
    assert!(next.iter().all(|found| found.position > to));
}
