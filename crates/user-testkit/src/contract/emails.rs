//! Sentences about addresses.

use user_core::domain::{Purpose, TokenSubject, User, UserStatus};
use user_core::ports::{Changes, EmailChange, Unique};

use super::probe::{
    Outcome, Subject, commit, confirming, find, holder_of_address, insert, insert_token, outcome, portrait,
    token, user,
};
use super::samples::{self, active, confirmed, email_id, minutes, noon, pending, unconfirmed, user_id};
use crate::altered;

/// A confirmed address can be added to a user, and is taken from then on.
pub async fn an_address_can_be_added(store: Subject) {
    let mut ada = active("ada");
    insert(&store, &ada).await;
    let extra = confirmed("Extra@Example.com");

    commit(&store, EmailChange::Insert(ada.id, extra.clone())).await;

    ada.emails.push(extra);
    assert_eq!(portrait(&user(&store, ada.id).await), portrait(&ada));
    assert_eq!(holder_of_address(&store, "extra@example.com").await, Some(ada.id));
}

/// An address that somebody has confirmed cannot be added as confirmed: not to another user, not to its own.
pub async fn an_address_in_use_cannot_be_added(store: Subject) {
    let (ada, bob) = (active("ada"), active("bob"));
    insert(&store, &ada).await;
    insert(&store, &bob).await;

    for someone in [&ada, &bob] {
        let again = EmailChange::Insert(someone.id, confirmed("ADA@example.com"));
        assert_eq!(outcome(&store, again).await, Outcome::Taken(Unique::Email));
        assert_eq!(portrait(&user(&store, someone.id).await), portrait(someone));
    }
}

/// An address cannot be added to nobody, confirmed or not: `Gone`.
pub async fn an_address_of_nobody_is_gone(store: Subject) {
    for stray in [confirmed("stray@example.com"), unconfirmed("stray@example.com")] {
        assert_eq!(outcome(&store, EmailChange::Insert(user_id(), stray)).await, Outcome::Gone);
    }
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

/// An address that is not confirmed is listed with its user and taken from nobody: no look-up finds it, and others may
/// have it or list it, too, whether by registering or by adding it.
pub async fn an_unconfirmed_address_is_listed_and_not_taken(store: Subject) {
    let (mut ada, mut bob) = (active("ada"), active("bob"));
    insert(&store, &ada).await;
    insert(&store, &bob).await;

    for raw in ["BOB@example.com", "New@Example.com"] {
        let listed = unconfirmed(raw);
        commit(&store, EmailChange::Insert(ada.id, listed.clone())).await;
        ada.emails.push(listed);
    }
    bob.emails.push(unconfirmed("new@example.com"));
    commit(&store, EmailChange::Insert(bob.id, bob.emails[1].clone())).await;
    let eve = altered(pending("eve"), |user| user.emails = vec![unconfirmed("new@example.com")]);
    let mallory = altered(pending("mallory"), |user| user.emails = vec![unconfirmed("bob@example.com")]);
    insert(&store, &eve).await;
    insert(&store, &mallory).await;

    assert_eq!(holder_of_address(&store, "bob@example.com").await, Some(bob.id));
    assert_eq!(holder_of_address(&store, "new@example.com").await, None);
    let owner = altered(active("owner"), |user| user.emails = vec![confirmed("NEW@example.com")]);
    insert(&store, &owner).await;
    assert_eq!(holder_of_address(&store, "new@example.com").await, Some(owner.id));
    for someone in [&ada, &bob, &eve, &mallory] {
        assert_eq!(portrait(&user(&store, someone.id).await), portrait(someone));
    }
}

/// `Confirm` gives an address to its user, unless another has it by then: `Taken`. When that one gives it up, it can be
/// had again.
pub async fn an_address_is_had_by_whoever_confirms_it_first(store: Subject) {
    let (ada, bob) = (active("ada"), active("bob"));
    insert(&store, &ada).await;
    insert(&store, &bob).await;
    let (first, second) = (unconfirmed("new@example.com"), unconfirmed("NEW@example.com"));
    commit(&store, EmailChange::Insert(ada.id, first.clone())).await;
    commit(&store, EmailChange::Insert(bob.id, second.clone())).await;

    commit(&store, confirming(&second, noon())).await;

    assert_eq!(outcome(&store, confirming(&first, noon())).await, Outcome::Taken(Unique::Email));
    assert_eq!(holder_of_address(&store, "new@example.com").await, Some(bob.id));
    assert_eq!(user(&store, ada.id).await.emails[1].confirmed_at, None);
    commit(&store, EmailChange::Delete(bob.id, second.id)).await;
    commit(&store, confirming(&first, minutes(1))).await;
    assert_eq!(holder_of_address(&store, "new@example.com").await, Some(ada.id));
}

/// Those are told who registered with an address and have not confirmed it, the latest first, up to the limit: pending
/// users, and nobody else who lists it.
pub async fn registrants_of_an_address_are_told_latest_first(store: Subject) {
    let listing = |user: User| altered(user, |user| user.emails = vec![unconfirmed("Wanted@example.com")]);
    let (first, second, third) =
        (listing(pending("first")), listing(pending("second")), listing(pending("third")));
    let both = altered(pending("both"), |user| {
        user.emails = vec![unconfirmed("both@example.com"), unconfirmed("wanted@example.com")];
    });
    let shut = altered(listing(pending("shut")), |user| user.status = UserStatus::Disabled);
    let others = [listing(active("in-use")), shut, pending("wanted.example")];
    for someone in [&third, &first, &both, &second].into_iter().chain(&others) {
        insert(&store, someone).await;
    }
    let told = async |raw: &str, limit| {
        let found = store.registrants(&samples::address(raw), limit).await.expect("a look-up");
        found.iter().map(portrait).collect::<Vec<_>>()
    };

    let all = [&both, &third, &second, &first].map(portrait);
    assert_eq!(told("WANTED@example.com", 10).await, all);
    assert_eq!(told("wanted@example.com", 2).await, all[..2]);
    assert!(told("wanted@example.com", 0).await.is_empty());
    assert!(told("nobody@example.com", 10).await.is_empty());

    commit(&store, confirming(&first.emails[0], noon())).await;
    assert_eq!(told("wanted@example.com", 10).await, all[..3]);
}

/// `MakePrimary` accepts a confirmed address of a user without a primary one.
pub async fn a_confirmed_address_becomes_primary(store: Subject) {
    let ada = altered(active("ada"), |user| {
        user.emails = vec![unconfirmed("ada@example.com"), confirmed("two@example.com")];
    });
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
    let primary = altered(confirmed("ada@example.com"), |email| email.primary = true);
    let ada =
        altered(active("ada"), |user| user.emails = vec![primary.clone(), confirmed("two@example.com")]);
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
    let about = |id| {
        altered(samples::token(&ada, Purpose::RESET_PASSWORD), |token| {
            token.subject = TokenSubject::Email(id);
        })
    };
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
    let second = altered(confirmed("two@example.com"), |email| email.primary = true);
    let ada = active("ada");
    insert(&store, &ada).await;
    let mut both = active("both");
    both.emails.push(altered(second.clone(), |email| email.id = email_id()));

    let added = store.commit(Changes::none().with(EmailChange::Insert(ada.id, second))).await;
    let inserted = store.commit(Changes::none().with(super::probe::inserting(&both))).await;

    assert!(added.is_err() && inserted.is_err());
    assert_eq!(portrait(&user(&store, ada.id).await), portrait(&ada));
    assert!(find(&store, both.id).await.is_none());
}
