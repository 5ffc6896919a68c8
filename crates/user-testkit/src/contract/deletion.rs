//! Sentences about users that go, and about what goes with them.

use user_core::domain::{Purpose, User};
use user_core::ports::{
    Changes, EmailChange, MailChange, MailLease, MailState, Purge, RoleChange, SessionChange, TokenChange,
};

use super::probe::{
    Outcome, Subject, commit, confirming, events, find, holder_of_address, insert, inserting, outcome,
    portrait, session, token, user,
};
use super::samples::{self, address, event_at, mail, mail_about, noon, pending, role, unconfirmed};

/// Deletes a pending user, who was made before anybody else.
async fn delete(store: &Subject, user: &User) {
    let before = Purge { pending_users: user.created_at + samples::TICK, ..super::purge::nothing() };
    assert_eq!(store.purge(before, 9).await.expect("a purge"), 1);
}

/// A pending user who goes takes along addresses, roles, tokens, sessions and queued mails. Events stay, and so does all
/// that belongs to others.
pub async fn a_pending_user_goes_with_all_that_is_theirs(store: Subject) {
    let ada = User { roles: [role("admin")].into(), ..long_ago(pending("ada")) };
    let bob = pending("bob");
    let (link, kept_link) =
        (samples::token(&ada, Purpose::ConfirmEmail), samples::token(&bob, Purpose::ConfirmEmail));
    let (visit, kept_visit) = (samples::session(&ada), samples::session(&bob));
    let letters = [mail_about(&ada), mail_about(&bob), mail()];
    let all = Changes::none()
        .with(inserting(&ada))
        .with(inserting(&bob))
        .with(TokenChange::Insert(link.clone()))
        .with(TokenChange::Insert(kept_link.clone()))
        .with(SessionChange::Insert(visit.clone()))
        .with(SessionChange::Insert(kept_visit.clone()))
        .with(event_at(&ada, ada.created_at));
    commit(
        &store,
        letters.iter().fold(all, |all, letter| all.with(MailChange::Queue(Box::new(letter.clone())))),
    )
    .await;

    delete(&store, &ada).await;

    assert!(find(&store, ada.id).await.is_none());
    assert!(store.registrants(&address("ada@example.com"), 9).await.expect("a look-up").is_empty());
    assert_eq!(token(&store, link.id).await, None);
    assert_eq!(session(&store, visit.id).await, None);
    assert_eq!(store.sessions_of(&ada.id).await.expect("a look-up"), []);
    assert_eq!(store.mails(MailState::Waiting, 10).await.expect("a look-up"), letters[1..]);
    assert_eq!(events(&store, ada.id).await.len(), 1);
    assert_eq!(portrait(&user(&store, bob.id).await), portrait(&bob));
    assert_eq!(token(&store, kept_link.id).await, Some(kept_link));
    assert_eq!(session(&store, kept_visit.id).await, Some(kept_visit));
}

/// The username and the address of a user who went are free.
pub async fn what_a_user_had_is_free_when_they_went(store: Subject) {
    let (first, second) = (long_ago(pending("ada")), pending("ada"));
    insert(&store, &first).await;

    delete(&store, &first).await;
    insert(&store, &second).await;
    commit(&store, confirming(&second.emails[0], noon())).await;

    assert!(find(&store, first.id).await.is_none());
    assert_eq!(holder_of_address(&store, "ada@example.com").await, Some(second.id));
}

fn long_ago(user: User) -> User {
    User { created_at: samples::minutes(-9_999), ..user }
}

/// What refers to a user who is gone is refused as `Gone`: a session, a token, a mail, a role, an address.
pub async fn nothing_can_be_added_to_a_user_who_is_gone(store: Subject) {
    let ada = long_ago(pending("ada"));
    insert(&store, &ada).await;
    let lent = mail_about(&ada);
    commit(&store, MailChange::Queue(Box::new(lent.clone()))).await;
    let until = samples::minutes(5);
    assert_eq!(store.lease_mail(noon(), until, 1).await.expect("a lease").len(), 1);
    delete(&store, &ada).await;

    let link = samples::token(&ada, Purpose::ConfirmEmail);
    let extra = unconfirmed("extra@example.com");
    assert_eq!(outcome(&store, SessionChange::Insert(samples::session(&ada))).await, Outcome::Gone);
    assert_eq!(outcome(&store, TokenChange::Insert(link)).await, Outcome::Gone);
    assert_eq!(outcome(&store, MailChange::Queue(Box::new(mail_about(&ada)))).await, Outcome::Gone);
    assert_eq!(outcome(&store, RoleChange::Grant(ada.id, role("admin"))).await, Outcome::Gone);
    assert_eq!(outcome(&store, EmailChange::Insert(ada.id, extra)).await, Outcome::Gone);
    assert_eq!(outcome(&store, MailChange::Sent(MailLease { mail: lent.id, until })).await, Outcome::Gone);
}
