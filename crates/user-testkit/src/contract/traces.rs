//! Sentences about what rows of others keep of a user who is deleted.

use user_core::domain::{
    Acceptance, Actor, Detail, Event, EventPosition, InvitationId, KeptEvents, MailDetails, MailKind,
    MailLink, QueuedMail, User,
};
use user_core::ports::{Changes, InvitationChange, MailChange, MailState, UserChange};

use crate::altered;

use super::probe::{Subject, commit, insert, inserting};
use super::samples::{
    active, address, event, event_of_nobody, invitation, mail, noon, session_id, unconfirmed,
};

/// A mail that brings an invitation to somebody else.
fn bringing(id: InvitationId) -> QueuedMail {
    let link = Some(MailLink::Invitation { invitation: id, valid_minutes: 60 });
    let details = altered(MailDetails::default(), |details| {
        (details.link, details.inviter) = (link, Some("ada".to_owned()));
    });
    altered(mail(), |mail| {
        (mail.kind, mail.to, mail.details) = (MailKind::INVITE, address("eve@example.com"), details);
    })
}

/// `Delete` takes along the invitations that the user sent or accepted and those to a confirmed address of theirs,
/// with the mails that bring them, and mails to such an address, in whatever case it is written. Those of others
/// stay.
pub async fn what_others_keep_about_a_deleted_user_goes(store: Subject) {
    let (ada, bob) = (active("ada"), active("bob"));
    let accepted = Some(Acceptance { at: noon(), by: ada.id });
    let (sent, kept) = (invitation("eve@example.com"), invitation("eve@example.com"));
    let gone = [
        altered(sent, |found| found.inviter = Some(ada.id)),
        altered(invitation("ada.then@example.com"), |found| found.accepted = accepted),
        invitation("Ada@Example.com"),
    ];
    let to_ada = altered(mail(), |mail| mail.to = address("ADA@example.com"));
    let letters = [bringing(gone[0].id), to_ada, bringing(kept.id)];
    let mut all = Changes::none().with(inserting(&ada)).with(inserting(&bob));
    let invitations = gone.iter().chain([&kept]);
    all.extend(invitations.map(|found| InvitationChange::Insert(Box::new(found.clone()))));
    all.extend(letters.iter().map(|letter| MailChange::Queue(Box::new(letter.clone()))));
    commit(&store, all).await;

    commit(&store, UserChange::Delete(ada.id, KeptEvents::All)).await;

    let left = store.invitations(None, 9).await.expect("a look-up");
    assert_eq!(left, [kept]);
    assert_eq!(store.mails(MailState::Waiting, 9).await.expect("a look-up"), letters[2..]);
}

/// An address that a user lists and has not confirmed may be somebody else's: `Delete` leaves invitations and mails
/// to it, and events that name it.
pub async fn an_address_that_was_only_listed_takes_nothing_along(store: Subject) {
    let mut ada = active("ada");
    ada.emails.push(unconfirmed("bob@example.com"));
    let bob = active("bob");
    let invited = invitation("bob@example.com");
    let letter = altered(mail(), |mail| mail.to = address("bob@example.com"));
    let told = event(&bob).with(Detail::ADDRESS, "bob@example.com");
    let all = Changes::none()
        .with(inserting(&ada))
        .with(inserting(&bob))
        .with(InvitationChange::Insert(Box::new(invited.clone())))
        .with(MailChange::Queue(Box::new(letter.clone())))
        .with(told.clone());
    commit(&store, all).await;

    commit(&store, UserChange::Delete(ada.id, KeptEvents::None)).await;

    assert_eq!(store.invitation(&invited.id).await.expect("a look-up"), Some(invited));
    assert_eq!(store.mails(MailState::Waiting, 9).await.expect("a look-up"), [letter]);
    assert_eq!(store.events_of(&bob.id, 9).await.expect("a look-up"), [told]);
}

/// Every event that a deletion may be about: about ada, by ada, naming ada, and none of these.
fn all_about(ada: &User, bob: &User) -> [Event; 4] {
    let seen = |event: Event| {
        let mut seen = event;
        (seen.address, seen.user_agent) = ("192.0.2.1".parse().ok(), Some("Browser".to_owned()));
        seen.session = Some(session_id());
        seen
    };
    let by = |event: Event, actor: Actor| {
        let mut by = event;
        by.actor = actor;
        by
    };
    let others = |event: Event| event.with(Detail::ADDRESS, "eve_%@example.com");
    [
        seen(others(event(ada))),
        by(seen(others(event(bob))), Actor::user(ada.id)),
        seen(event(bob).with(Detail::ADDRESS, "Ada@Example.com").with(Detail::ROLE, "admin")),
        seen(others(event_of_nobody(noon()))),
    ]
}

/// `Delete` leaves of every event what `KeptEvents::left_of` says, at the position that it has.
pub async fn of_events_stays_what_was_chosen(store: Subject) {
    for (index, kept) in
        [KeptEvents::All, KeptEvents::WithoutAddress, KeptEvents::None].into_iter().enumerate()
    {
        let (ada, bob) = (active("ada"), active(&format!("bob{index}")));
        insert(&store, &ada).await;
        insert(&store, &bob).await;
        let all = all_about(&ada, &bob);
        commit(&store, all.iter().cloned().fold(Changes::none(), Changes::with)).await;
        let before = store.events_after(EventPosition::START, 99).await.expect("a look-up");

        commit(&store, UserChange::Delete(ada.id, kept)).await;

        let addresses = [address("ada@example.com")];
        let expected: Vec<_> = before
            .into_iter()
            .filter_map(|mut found| {
                found.event = kept.left_of(found.event, ada.id, &addresses)?;
                Some(found)
            })
            .collect();
        assert_eq!(
            store.events_after(EventPosition::START, 99).await.expect("a look-up"),
            expected,
            "{kept:?}"
        );
    }
}
