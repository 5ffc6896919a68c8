//! Races between commits that decide on one user.

use std::sync::Arc;

use user_core::domain::{PasswordHash, User, UserId, UserStatus};
use user_core::ports::{Changes, SessionChange, Unique, UserChange};

use super::{CALLERS, ROUNDS, one_won, race, race_commits};
use crate::altered;
use crate::contract::probe::{Outcome, Subject, commit, find, insert, inserting, outcome, user};
use crate::contract::samples::{self, active, event, pending, renamed, username};

/// One revision is revised by exactly one of many; the rest are told `Stale`.
pub async fn one_revision_is_revised_by_one_caller(store: Subject) {
    let ada = active("ada");
    insert(&store, &ada).await;

    for revision in (0..).take(ROUNDS) {
        let outcomes = race_commits(&store, |number| {
            Changes::none()
                .with(UserChange::Revise { id: ada.id, revision })
                .with(renamed(ada.id, username(&format!("r{revision}n{number}"))))
        })
        .await;

        let winner = one_won(&outcomes, Outcome::Stale);
        let kept = user(&store, ada.id).await;
        assert_eq!(kept.revision, revision + 1);
        assert_eq!(kept.username, Some(username(&format!("r{revision}n{winner}"))));
    }
}

/// Callers that look, decide and revise until it succeeds all succeed, and each counts once.
pub async fn no_revision_is_lost(store: Subject) {
    let ada = active("ada");
    insert(&store, &ada).await;
    let id = ada.id;

    let tries = race(&store, |store, _| async move {
        for tries in 1..=4 * CALLERS {
            let revision = user(&store, id).await.revision;
            if outcome(&store, UserChange::Revise { id, revision }).await == Outcome::Done {
                return tries;
            }
        }
        panic!("refused {} times", 4 * CALLERS)
    })
    .await;

    assert_eq!(tries.len(), CALLERS);
    assert_eq!(user(&store, id).await.revision, i64::try_from(CALLERS).expect("a small number"));
}

/// A user who must stay unchanged does: of a `Revise` and many commits that name the same user `Unchanged`, each
/// `Unchanged` ends either before it or as `Stale`, and none fails.
pub async fn an_unchanged_user_is_not_revised_meanwhile(store: Subject) {
    for round in 0..ROUNDS {
        let ada = active(&format!("ada{round}"));
        insert(&store, &ada).await;

        let outcomes = race_commits(&store, |number| {
            let (id, revision) = (ada.id, 0);
            if number == 0 {
                let disabled = UserChange::SetStatus(id, UserStatus::Disabled);
                let ended = SessionChange::EndAll(id);
                return Changes::none().with(UserChange::Revise { id, revision }).with(disabled).with(ended);
            }
            let unchanged = UserChange::Unchanged { id, revision };
            Changes::none().with(unchanged).with(SessionChange::Insert(samples::session(&ada)))
        })
        .await;

        assert_eq!(outcomes[0], Outcome::Done);
        assert!(outcomes[1..].iter().all(|o| matches!(o, Outcome::Done | Outcome::Stale)), "{outcomes:?}");
        // A session begun before the revision was ended by it, and none could begin after.
        assert_eq!(store.sessions_of(&ada.id, 100).await.expect("a look-up"), []);
    }
}

/// Commits that take the same two users in opposite order all end in `Done` or `Stale`: a deadlock is the store's
/// own affair.
pub async fn commits_in_opposite_order_never_fail(store: Subject) {
    let (ada, bob) = (active("ada"), active("bob"));
    insert(&store, &ada).await;
    insert(&store, &bob).await;

    for revision in (0..).take(ROUNDS) {
        let outcomes = race_commits(&store, |number| {
            let (first, second) = if number % 2 == 0 { (&ada, &bob) } else { (&bob, &ada) };
            Changes::none()
                .with(UserChange::Revise { id: first.id, revision })
                .with(event(first))
                .with(UserChange::Revise { id: second.id, revision })
                .with(event(second))
        })
        .await;

        one_won(&outcomes, Outcome::Stale);
        for someone in [&ada, &bob] {
            assert_eq!(user(&store, someone.id).await.revision, revision + 1);
        }
    }
}

/// A look-up beside commits sees the row of a user before or after each of them, never between two of its changes.
pub async fn a_look_up_sees_whole_commits(store: Subject) {
    let ada = active("ada");
    insert(&store, &ada).await;
    let id = ada.id;
    let seen = race(&store, |store, number| {
        let commits: Vec<Changes> =
            (0..4).map(|turn| both_or_neither(id, number * 4 + turn).with(event(&ada))).collect();
        async move {
            let mut whole = Vec::new();
            for changes in commits {
                commit(&store, changes).await;
                whole.push(user(&store, id).await);
            }
            whole
        }
    })
    .await;

    for found in seen.into_iter().flatten() {
        let name = found.username.as_ref().expect("a name").as_str().trim_start_matches("turn").to_owned();
        assert_eq!(found.password_hash.expect("a hash").reveal(), format!("plain${name}"));
    }
}

fn both_or_neither(id: UserId, turn: usize) -> Changes {
    Changes::none()
        .with(renamed(id, username(&format!("turn{turn}"))))
        .with(UserChange::SetPassword(id, PasswordHash::new(format!("plain${turn}"))))
}

/// A commit whose caller goes away is made whole or not at all, and the store serves on.
pub async fn an_abandoned_commit_is_whole_or_absent(store: Subject) {
    for round in 0..ROUNDS {
        let newcomers: Vec<User> =
            (0..CALLERS).map(|number| pending(&format!("r{round}n{number}"))).collect();
        for (yields, newcomer) in newcomers.iter().enumerate() {
            abandon(&store, newcomer, yields).await;
        }
        for newcomer in &newcomers {
            let follower = altered(pending(newcomer.username.as_ref().expect("a name").as_str()), |user| {
                user.emails = vec![];
            });
            let whole = outcome(&store, inserting(&follower)).await == Outcome::Taken(Unique::Username);
            let expected = usize::from(whole);
            assert_eq!(find(&store, newcomer.id).await.is_some(), whole);
            assert_eq!(store.events_of(&newcomer.id, 9).await.expect("a look-up").len(), expected);
            assert_eq!(store.sessions_of(&newcomer.id, 100).await.expect("a look-up").len(), expected);
        }
    }
}

/// Begins a commit, lets it run for a few turns, and drops it.
async fn abandon(store: &Subject, newcomer: &User, turns: usize) {
    let changes = Changes::none()
        .with(inserting(newcomer))
        .with(SessionChange::Insert(samples::session(newcomer)))
        .with(event(newcomer));
    let store = Arc::clone(store);
    let running = tokio::spawn(async move { store.commit(changes).await });
    for _ in 0..turns * turns {
        tokio::task::yield_now().await;
    }
    running.abort();
    // Either it had ended or it was cancelled; both are answers.
    drop(running.await);
}
