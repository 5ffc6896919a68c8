//! Former usernames that tokens keep from other users.

use user_core::domain::{KeptEvents, Purpose, Token, TokenSubject, User};
use user_core::ports::{Changes, TokenChange, Unique, UserChange};

use super::probe::{Outcome, Subject, commit, holder_of_name, insert, inserting, outcome, token};
use super::samples::{self, TICK, active, minutes, noon, pending, renamed, username};
use crate::altered;

/// Gives `user` the name `to` and keeps `from` for them, good from noon for an hour.
pub(super) fn giving_up(user: &User, from: &str, to: &str) -> (Changes, Token) {
    let subject = TokenSubject::Username(username(from));
    let kept = altered(samples::token(user, Purpose::FORMER_USERNAME), |token| token.subject = subject);
    let changes =
        Changes::none().with(renamed(user.id, username(to))).with(TokenChange::Insert(kept.clone()));
    (changes, kept)
}

fn renamed_at(user: &User, to: &str, at: chrono::DateTime<chrono::Utc>) -> UserChange {
    UserChange::SetUsername { id: user.id, username: username(to), at }
}

/// A username that a good token keeps is `Taken(Username)` for other users, in any case, by inserting and by changing,
/// and `username_is_kept` finds it; from the moment at which the token expires, it is free.
pub async fn a_kept_username_is_taken_until_the_token_expires(store: Subject) {
    let (ada, bob) = (active("ada"), active("bob"));
    insert(&store, &ada).await;
    insert(&store, &bob).await;
    let (changes, kept) = giving_up(&ada, "Ada", "countess");
    commit(&store, changes).await;

    let late = kept.expires_at - TICK;
    for (change, name) in [(renamed_at(&bob, "ADA", noon()), "noon"), (renamed_at(&bob, "ada", late), "late")]
    {
        assert_eq!(outcome(&store, change).await, Outcome::Taken(Unique::Username), "{name}");
    }
    let newcomer = altered(pending("aDa"), |user| user.created_at = late);
    assert_eq!(outcome(&store, inserting(&newcomer)).await, Outcome::Taken(Unique::Username));
    for (name, at, is_kept) in
        [("ADA", noon(), true), ("ada", late, true), ("ada", kept.expires_at, false), ("bob", noon(), false)]
    {
        assert_eq!(
            store.username_is_kept(&username(name), at).await.expect("a look-up"),
            is_kept,
            "{name} {at}"
        );
    }
    assert_eq!(holder_of_name(&store, "ada").await, None);
    assert_eq!(holder_of_name(&store, "bob").await, Some(bob.id));

    commit(&store, inserting(&altered(newcomer.clone(), |user| user.created_at = kept.expires_at))).await;
    assert_eq!(holder_of_name(&store, "ada").await, Some(newcomer.id));
}

/// A kept username is free for the user it is kept for; and for others when its token was used, or its user is gone.
pub async fn a_kept_username_is_its_users_own(store: Subject) {
    let (ada, bob) = (active("ada"), active("bob"));
    insert(&store, &ada).await;
    insert(&store, &bob).await;
    let (changes, kept) = giving_up(&ada, "ada", "countess");
    commit(&store, changes).await;
    assert_eq!(token(&store, kept.id).await, Some(kept.clone()), "it comes back as it went in");

    commit(&store, renamed(ada.id, username("ada"))).await;
    commit(&store, renamed(ada.id, username("countess"))).await;
    assert_eq!(outcome(&store, renamed(bob.id, username("ada"))).await, Outcome::Taken(Unique::Username));
    let used = TokenChange::Claim { id: kept.id, purpose: kept.purpose, at: minutes(1) };
    commit(&store, used).await;
    commit(&store, renamed(bob.id, username("ada"))).await;

    let (changes, _) = giving_up(&ada, "countess", "lovelace");
    commit(&store, changes).await;
    assert_eq!(
        outcome(&store, renamed(bob.id, username("countess"))).await,
        Outcome::Taken(Unique::Username)
    );
    commit(&store, UserChange::Delete(ada.id, KeptEvents::All)).await;
    commit(&store, renamed(bob.id, username("countess"))).await;
    assert_eq!(holder_of_name(&store, "countess").await, Some(bob.id));
}
