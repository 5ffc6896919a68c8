//! Sentences about addresses.

use user_core::domain::{Purpose, Token, TokenSubject, User, UserEmail};
use user_core::ports::{Changes, EmailChange, Unique};

use super::probe::{
    Outcome, Subject, commit, confirming, find, holder_of_address, insert, insert_token, outcome, portrait,
    token, user,
};
use super::samples::{self, active, confirmed, email_id, minutes, noon, pending, unconfirmed, user_id};

/// An address can be added to a user, and is taken from then on.
pub async fn an_address_can_be_added(store: Subject) {
    let mut ada = active("ada");
    insert(&store, &ada).await;
    let extra = unconfirmed("Extra@Example.com");

    commit(&store, EmailChange::Insert(ada.id, extra.clone())).await;

    ada.emails.push(extra);
    assert_eq!(portrait(&user(&store, ada.id).await), portrait(&ada));
    assert_eq!(holder_of_address(&store, "extra@example.com").await, Some(ada.id));
}

/// An address in use cannot be added: not to another user, not to its own.
pub async fn an_address_in_use_cannot_be_added(store: Subject) {
    let (ada, bob) = (active("ada"), active("bob"));
    insert(&store, &ada).await;
    insert(&store, &bob).await;

    for someone in [&ada, &bob] {
        let again = EmailChange::Insert(someone.id, unconfirmed("ADA@example.com"));
        assert_eq!(outcome(&store, again).await, Outcome::Taken(Unique::Email));
        assert_eq!(portrait(&user(&store, someone.id).await), portrait(someone));
    }
}

/// An address cannot be added to nobody: `Gone`.
pub async fn an_address_of_nobody_is_gone(store: Subject) {
    let stray = EmailChange::Insert(user_id(), unconfirmed("stray@example.com"));

    assert_eq!(outcome(&store, stray).await, Outcome::Gone);
    assert_eq!(holder_of_address(&store, "stray@example.com").await, None);
}

/// `Confirm` sets the moment once: a second time is accepted and keeps the first moment. Nobody's address is `Gone`.
pub async fn an_address_is_confirmed_once_and_keeps_the_first_moment(store: Subject) {
    let ada = pending("ada");
    insert(&store, &ada).await;

    commit(&store, confirming(&ada.emails[0], noon())).await;
    commit(&store, confirming(&ada.emails[0], noon())).await;
    commit(&store, confirming(&ada.emails[0], minutes(1))).await;

    let kept = user(&store, ada.id).await;
    assert_eq!(kept.emails[0].confirmed_at, Some(noon()));
    assert!(!kept.emails[0].primary);
    assert_eq!(kept.status, ada.status, "confirming an address changes no status");
    assert_eq!(outcome(&store, confirming(&unconfirmed("stray@example.com"), noon())).await, Outcome::Gone);
}

/// `Propose` lists an address with a user and takes it from nobody: no look-up finds it, others may have it or list it
/// too, and it can be had by inserting as before. For nobody: `Gone`.
pub async fn a_proposed_address_is_listed_and_not_taken(store: Subject) {
    let (mut ada, mut bob) = (active("ada"), active("bob"));
    insert(&store, &ada).await;
    insert(&store, &bob).await;

    for raw in ["BOB@example.com", "New@Example.com"] {
        let proposed = unconfirmed(raw);
        commit(&store, EmailChange::Propose(ada.id, proposed.clone())).await;
        ada.emails.push(proposed);
    }
    bob.emails.push(unconfirmed("new@example.com"));
    commit(&store, EmailChange::Propose(bob.id, bob.emails[1].clone())).await;

    assert_eq!(
        outcome(&store, EmailChange::Propose(user_id(), unconfirmed("x@y.example"))).await,
        Outcome::Gone
    );
    assert_eq!(holder_of_address(&store, "bob@example.com").await, Some(bob.id));
    assert_eq!(holder_of_address(&store, "new@example.com").await, None);
    for address in ["new@example.com", "bob@example.com"] {
        commit(&store, EmailChange::DeleteUnconfirmed(samples::address(address))).await;
    }
    let eve = User { emails: vec![unconfirmed("new@example.com")], ..pending("eve") };
    insert(&store, &eve).await;
    for someone in [&ada, &bob, &eve] {
        assert_eq!(portrait(&user(&store, someone.id).await), portrait(someone));
    }
}

/// `Confirm` gives a proposed address to its user, unless another has it by then: `Taken`.
pub async fn a_proposed_address_is_had_by_whoever_confirms_it_first(store: Subject) {
    let (ada, bob) = (active("ada"), active("bob"));
    insert(&store, &ada).await;
    insert(&store, &bob).await;
    let (first, second) = (unconfirmed("new@example.com"), unconfirmed("NEW@example.com"));
    commit(&store, EmailChange::Propose(ada.id, first.clone())).await;
    commit(&store, EmailChange::Propose(bob.id, second.clone())).await;

    commit(&store, confirming(&second, noon())).await;

    assert_eq!(outcome(&store, confirming(&first, noon())).await, Outcome::Taken(Unique::Email));
    assert_eq!(holder_of_address(&store, "new@example.com").await, Some(bob.id));
    assert_eq!(user(&store, ada.id).await.emails[1].confirmed_at, None);
    commit(&store, EmailChange::Delete(bob.id, second.id)).await;
    commit(&store, confirming(&first, minutes(1))).await;
    assert_eq!(holder_of_address(&store, "new@example.com").await, Some(ada.id));
}

/// `MakePrimary` accepts a confirmed address of a user without a primary one.
pub async fn a_confirmed_address_becomes_primary(store: Subject) {
    let ada =
        User { emails: vec![unconfirmed("ada@example.com"), confirmed("two@example.com")], ..active("ada") };
    insert(&store, &ada).await;
    insert(&store, &active("bob")).await;
    let (first, second) = (ada.emails[0].id, ada.emails[1].id);

    let both = Changes::none().with(confirming(&ada.emails[0], noon())).with(EmailChange::MakePrimary(first));
    commit(&store, both).await;

    let kept = user(&store, ada.id).await;
    assert_eq!(kept.primary_email().map(|email| email.id), Some(first));
    assert_eq!(outcome(&store, EmailChange::MakePrimary(second)).await, Outcome::Gone);
}

/// `MakePrimary` refuses an unconfirmed address, one beside a primary one, one that is primary, and nobody's: `Gone`.
pub async fn an_address_that_cannot_be_primary_is_refused(store: Subject) {
    let primary = UserEmail { primary: true, ..confirmed("ada@example.com") };
    let ada = User { emails: vec![primary.clone(), confirmed("two@example.com")], ..active("ada") };
    let bob = pending("bob");
    insert(&store, &ada).await;
    insert(&store, &bob).await;

    for id in [bob.emails[0].id, ada.emails[1].id, primary.id, email_id()] {
        assert_eq!(outcome(&store, EmailChange::MakePrimary(id)).await, Outcome::Gone, "{id}");
    }

    for someone in [&ada, &bob] {
        assert_eq!(portrait(&user(&store, someone.id).await), portrait(someone));
    }
}

/// `Demote` makes the primary address an ordinary one; one that is not primary, and nobody's, is `Gone`.
pub async fn a_primary_address_is_demoted(store: Subject) {
    let mut ada = active("ada");
    ada.emails.push(confirmed("two@example.com"));
    insert(&store, &ada).await;
    let (first, second) = (ada.emails[0].id, ada.emails[1].id);

    for id in [second, email_id()] {
        assert_eq!(outcome(&store, EmailChange::Demote(id)).await, Outcome::Gone, "{id}");
    }
    let swap = Changes::none().with(EmailChange::Demote(first)).with(EmailChange::MakePrimary(second));
    commit(&store, swap).await;

    let kept = user(&store, ada.id).await;
    assert_eq!(kept.emails.iter().map(|email| email.primary).collect::<Vec<_>>(), [false, true]);
    assert_eq!(outcome(&store, EmailChange::Demote(first)).await, Outcome::Gone);
}

/// `Delete` takes an address with its tokens, and no other; it is free from then on.
pub async fn an_address_is_deleted_with_its_tokens(store: Subject) {
    let mut ada = active("ada");
    ada.emails.push(confirmed("two@example.com"));
    insert(&store, &ada).await;
    let (first, second) = (ada.emails[0].id, ada.emails[1].id);
    let about =
        |id| Token { subject: TokenSubject::Email(id), ..samples::token(&ada, Purpose::ResetPassword) };
    let (kept, gone) = (about(first), about(second));
    insert_token(&store, &kept).await;
    insert_token(&store, &gone).await;

    commit(&store, EmailChange::Delete(ada.id, second)).await;

    assert_eq!(outcome(&store, EmailChange::Delete(ada.id, second)).await, Outcome::Gone);
    assert_eq!(token(&store, gone.id).await, None);
    assert_eq!(token(&store, kept.id).await, Some(kept));
    ada.emails.pop();
    assert_eq!(portrait(&user(&store, ada.id).await), portrait(&ada));
    assert_eq!(holder_of_address(&store, "two@example.com").await, None);
}

/// `Delete` refuses a primary address, another user's, and nobody's: `Gone`.
pub async fn an_address_that_cannot_be_deleted_is_refused(store: Subject) {
    let (ada, mut bob) = (active("ada"), active("bob"));
    bob.emails.push(unconfirmed("two@example.com"));
    insert(&store, &ada).await;
    insert(&store, &bob).await;

    for id in [ada.emails[0].id, bob.emails[1].id, email_id()] {
        assert_eq!(outcome(&store, EmailChange::Delete(ada.id, id)).await, Outcome::Gone, "{id}");
    }
    for someone in [&ada, &bob] {
        assert_eq!(portrait(&user(&store, someone.id).await), portrait(someone));
    }
}

/// A user cannot come to have two primary addresses by inserts either: such a commit is refused, however.
pub async fn a_second_primary_address_is_never_accepted(store: Subject) {
    let second = UserEmail { primary: true, ..confirmed("two@example.com") };
    let ada = active("ada");
    insert(&store, &ada).await;
    let mut both = active("both");
    both.emails.push(UserEmail { id: email_id(), ..second.clone() });

    let added = store.commit(Changes::none().with(EmailChange::Insert(ada.id, second))).await;
    let inserted = store.commit(Changes::none().with(super::probe::inserting(&both))).await;

    assert!(added.is_err() && inserted.is_err());
    assert_eq!(portrait(&user(&store, ada.id).await), portrait(&ada));
    assert!(find(&store, both.id).await.is_none());
}
