//! Sentences about many callers at once: rounds of sixteen that start together.

use std::future::Future;
use std::sync::Arc;

use tokio::sync::Barrier;
use tokio::task::JoinSet;
use user_core::domain::{PasswordHash, Purpose, QueuedMail, Session, Token, User};
use user_core::ports::{
    Changes, EmailChange, MailChange, MailState, Purge, RoleChange, SessionChange, TokenChange, Unique,
    UserChange,
};

use super::probe::{
    Outcome, Subject, commit, holder_of_address, insert, insert_session, insert_token, inserting, outcome,
    session, token, user,
};
use super::samples::{
    self, active, confirmed, event, mail, minutes, noon, pending, role, unconfirmed, username,
};

/// How often each race is run.
const ROUNDS: usize = 10;
/// How many callers run it at once.
const CALLERS: usize = 16;

/// Runs one caller per number at the same moment and gives what each came to, in order of number.
async fn race<T, F>(store: &Subject, caller: impl Fn(Subject, usize) -> F + Send) -> Vec<T>
where
    T: Send + 'static,
    F: Future<Output = T> + Send + 'static,
{
    let start = Arc::new(Barrier::new(CALLERS));
    let mut callers = JoinSet::new();
    for number in 0..CALLERS {
        let (start, run) = (Arc::clone(&start), caller(Arc::clone(store), number));
        callers.spawn(async move {
            start.wait().await;
            (number, run.await)
        });
    }
    let mut results: Vec<(usize, T)> = callers.join_all().await;
    results.sort_by_key(|(number, _)| *number);
    results.into_iter().map(|(_, result)| result).collect()
}

/// Races commits, one per caller.
async fn race_commits(store: &Subject, changes: impl Fn(usize) -> Changes + Send) -> Vec<Outcome> {
    race(store, move |store, number| {
        let changes = changes(number);
        async move { outcome(&store, changes).await }
    })
    .await
}

/// Exactly one won, and every other was refused as expected. Gives the number of the winner.
fn one_won(outcomes: &[Outcome], lost: Outcome) -> usize {
    let winners: Vec<usize> =
        (0..).zip(outcomes).filter(|(_, o)| **o == Outcome::Done).map(|(n, _)| n).collect();
    let losers = outcomes.iter().filter(|outcome| **outcome == lost).count();
    assert!(
        winners.len() == 1 && losers == CALLERS - 1,
        "one must win and the rest be {lost:?}: {outcomes:?}"
    );
    winners[0]
}

/// The name in one of many mixtures of case.
fn in_case(name: &str, number: usize) -> String {
    let upper = |place: usize| number >> (place % 4) & 1 == 1;
    name.chars().enumerate().map(|(place, c)| if upper(place) { c.to_ascii_uppercase() } else { c }).collect()
}

/// One token is claimed by exactly one of many, and the effect in the winner's commit is the only one.
pub async fn one_token_is_claimed_by_one_caller(store: Subject) {
    for round in 0..ROUNDS {
        let ada = active(&format!("ada{round}"));
        insert(&store, &ada).await;
        let link = samples::token(&ada, Purpose::ResetPassword);
        insert_token(&store, &link).await;

        let outcomes = race_commits(&store, |number| {
            Changes::none()
                .with(TokenChange::Claim { id: link.id, purpose: link.purpose, at: noon() })
                .with(UserChange::SetPassword(ada.id, PasswordHash::new(format!("plain${number}"))))
                .with(SessionChange::Insert(samples::session(&ada)))
                .with(event(&ada))
        })
        .await;

        let winner = one_won(&outcomes, Outcome::Gone);
        let hash = user(&store, ada.id).await.password_hash.expect("a hash");
        assert_eq!(hash.reveal(), format!("plain${winner}"));
        assert_eq!(store.sessions_of(&ada.id).await.expect("a look-up").len(), 1);
        assert_eq!(store.events_of(&ada.id, 99).await.expect("a look-up").len(), 1);
        assert_eq!(token(&store, link.id).await, Some(Token { used_at: Some(noon()), ..link }));
    }
}

/// One username, in any mixture of case, is inserted by exactly one of many; the rest are told `Taken(Username)`.
pub async fn one_username_is_registered_by_one_caller(store: Subject) {
    for round in 0..ROUNDS {
        let outcomes = race_commits(&store, |number| {
            let name = in_case(&format!("lovelace{round}"), number);
            let emails = vec![unconfirmed(&format!("r{round}n{number}@example.com"))];
            Changes::none().with(inserting(&User { emails, ..pending(&name) }))
        })
        .await;

        one_won(&outcomes, Outcome::Taken(Unique::Username));
        assert_eq!(store.users(None, 1_000).await.expect("a look-up").len(), round + 1);
    }
}

/// One address, in any mixture of case, is inserted by exactly one of many; the rest are told `Taken(Email)`.
pub async fn one_address_is_registered_by_one_caller(store: Subject) {
    for round in 0..ROUNDS {
        let outcomes = race_commits(&store, |number| {
            let emails = vec![unconfirmed(&in_case(&format!("lovelace{round}@example.com"), number))];
            Changes::none().with(inserting(&User { emails, ..pending(&format!("r{round}n{number}")) }))
        })
        .await;

        one_won(&outcomes, Outcome::Taken(Unique::Email));
        assert_eq!(store.users(None, 1_000).await.expect("a look-up").len(), round + 1);
    }
}

/// One username is changed to by exactly one of many users; the rest are told `Taken(Username)`.
pub async fn one_username_is_changed_to_by_one_user(store: Subject) {
    let users: Vec<User> = (0..CALLERS).map(|number| active(&format!("user{number}"))).collect();
    for someone in &users {
        insert(&store, someone).await;
    }

    for round in 0..ROUNDS {
        let outcomes = race_commits(&store, |number| {
            let name = username(&in_case(&format!("wanted{round}"), number));
            Changes::none().with(UserChange::SetUsername(users[number].id, name))
        })
        .await;

        one_won(&outcomes, Outcome::Taken(Unique::Username));
    }
}

/// One address is added by exactly one of many users; the rest are told `Taken(Email)`.
pub async fn one_address_is_added_by_one_user(store: Subject) {
    let users: Vec<User> = (0..CALLERS).map(|number| active(&format!("user{number}"))).collect();
    for someone in &users {
        insert(&store, someone).await;
    }

    for round in 0..ROUNDS {
        let wanted = format!("wanted{round}@example.com");
        let outcomes = race_commits(&store, |number| {
            Changes::none()
                .with(EmailChange::Insert(users[number].id, unconfirmed(&in_case(&wanted, number))))
        })
        .await;

        let winner = one_won(&outcomes, Outcome::Taken(Unique::Email));
        assert_eq!(holder_of_address(&store, &wanted).await, Some(users[winner].id));
    }
}

/// One revision is revised by exactly one of many; the rest are told `Stale`.
pub async fn one_revision_is_revised_by_one_caller(store: Subject) {
    let ada = active("ada");
    insert(&store, &ada).await;

    for revision in (0..).take(ROUNDS) {
        let outcomes = race_commits(&store, |number| {
            Changes::none()
                .with(UserChange::Revise { id: ada.id, revision })
                .with(UserChange::SetUsername(ada.id, username(&format!("r{revision}n{number}"))))
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
                let disabled = UserChange::SetStatus(id, user_core::domain::UserStatus::Disabled);
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
        assert_eq!(store.sessions_of(&ada.id).await.expect("a look-up"), []);
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

/// Many who replace the same pending user end in `Done` or `Taken`, and one of them holds the address.
pub async fn a_pending_user_is_replaced_without_failing(store: Subject) {
    for round in 0..ROUNDS {
        let address = format!("wanted{round}@example.com");
        insert(&store, &User { emails: vec![unconfirmed(&address)], ..pending(&format!("first{round}")) })
            .await;
        let newcomers: Vec<User> = (0..CALLERS)
            .map(|n| User { emails: vec![unconfirmed(&address)], ..pending(&format!("r{round}n{n}")) })
            .collect();

        let outcomes = race_commits(&store, |number| {
            let newcomer = &newcomers[number];
            Changes::none()
                .with(UserChange::DeletePending(samples::address(&address)))
                .with(inserting(newcomer))
                .with(TokenChange::Insert(samples::token(newcomer, Purpose::ConfirmEmail)))
                .with(MailChange::Queue(Box::new(samples::mail_about(newcomer))))
        })
        .await;

        let expected = |o: &Outcome| matches!(o, Outcome::Done | Outcome::Taken(Unique::Email));
        assert!(outcomes.iter().all(expected) && outcomes.contains(&Outcome::Done), "{outcomes:?}");
        let holder = holder_of_address(&store, &address).await.expect("a holder");
        let winner = newcomers.iter().position(|newcomer| newcomer.id == holder).expect("one of them");
        assert_eq!(outcomes[winner], Outcome::Done);
        assert_eq!(store.users(None, 1_000).await.expect("a look-up").len(), round + 1);
        assert_eq!(store.mails(MailState::Waiting, 1_000).await.expect("a look-up").len(), round + 1);
    }
}

/// One generation of a session is renewed by exactly one of many; the rest are told `Gone`.
pub async fn one_generation_is_renewed_by_one_caller(store: Subject) {
    let ada = active("ada");
    insert(&store, &ada).await;
    let sample = samples::session(&ada);
    insert_session(&store, &sample).await;

    for generation in (0..).take(ROUNDS) {
        let rotate = SessionChange::Rotate { id: sample.id, generation, at: noon() };
        let outcomes = race_commits(&store, |_| Changes::none().with(rotate.clone())).await;

        one_won(&outcomes, Outcome::Gone);
        let expected = Session { generation: generation + 1, ..sample.clone() };
        assert_eq!(session(&store, sample.id).await, Some(expected));
    }
}

/// One session is ended by exactly one of many; the rest are told `Gone`.
pub async fn one_session_is_ended_by_one_caller(store: Subject) {
    let ada = active("ada");
    insert(&store, &ada).await;

    for _ in 0..ROUNDS {
        let sample = samples::session(&ada);
        insert_session(&store, &sample).await;
        let outcomes = race_commits(&store, |number| {
            let owned = number % 2 == 0;
            let end = SessionChange::EndOwned(ada.id, sample.id);
            Changes::none().with(if owned { end } else { SessionChange::End(sample.id) })
        })
        .await;

        one_won(&outcomes, Outcome::Gone);
    }
}

/// Of many moments at which a session was seen, the latest stays.
pub async fn the_latest_moment_seen_stays(store: Subject) {
    let ada = active("ada");
    insert(&store, &ada).await;

    for _ in 0..ROUNDS {
        let sample = samples::session(&ada);
        insert_session(&store, &sample).await;
        let moment = |number: usize| minutes(i64::try_from(number * 7 % CALLERS).unwrap_or_default());
        let outcomes = race_commits(&store, |number| {
            Changes::none().with(SessionChange::Seen(sample.id, moment(number)))
        })
        .await;

        assert_eq!(outcomes, [Outcome::Done; CALLERS]);
        let kept = session(&store, sample.id).await.expect("the session");
        assert_eq!(kept.last_seen_at, minutes(15));
    }
}

/// A role granted by many at once is granted, to every one of them.
pub async fn one_role_is_granted_by_many(store: Subject) {
    let ada = active("ada");
    insert(&store, &ada).await;

    for round in 0..ROUNDS {
        let granted = role(&format!("role{round}"));
        let outcomes =
            race_commits(&store, |_| Changes::none().with(RoleChange::Grant(ada.id, granted.clone()))).await;

        assert_eq!(outcomes, [Outcome::Done; CALLERS]);
        assert_eq!(user(&store, ada.id).await.roles.len(), round + 1);
    }
}

/// Of many confirmed addresses of one user exactly one becomes primary; the rest are told `Gone`.
pub async fn one_address_becomes_primary(store: Subject) {
    for round in 0..ROUNDS {
        let emails =
            (0..CALLERS).map(|number| confirmed(&format!("r{round}n{number}@example.com"))).collect();
        let ada = User { emails, ..active(&format!("ada{round}")) };
        insert(&store, &ada).await;

        let outcomes = race_commits(&store, |number| {
            Changes::none().with(EmailChange::MakePrimary(ada.emails[number].id))
        })
        .await;

        let winner = one_won(&outcomes, Outcome::Gone);
        let kept = user(&store, ada.id).await;
        let primary: Vec<_> =
            kept.emails.iter().filter(|email| email.primary).map(|email| email.id).collect();
        assert_eq!(primary, [ada.emails[winner].id]);
    }
}

/// No mail is lent to two of many couriers, and none is left behind.
pub async fn no_mail_is_lent_twice(store: Subject) {
    for round in 0..ROUNDS {
        let mails: Vec<QueuedMail> = (0..40).map(|_| mail()).collect();
        let queued = mails.iter().map(|mail| MailChange::Queue(Box::new(mail.clone())).into());
        commit(&store, Changes::of(queued)).await;
        let now = minutes(i64::try_from(round).unwrap_or_default());

        let lent = race(&store, |store, _| async move {
            let mut mine = Vec::new();
            for _ in 0..3 {
                mine.extend(store.lease_mail(now, minutes(1_000), 2).await.expect("a lease"));
            }
            mine
        })
        .await;
        let rest = store.lease_mail(now, minutes(1_000), 1_000).await.expect("a lease");

        let mut ids: Vec<_> = lent.into_iter().flatten().chain(rest).map(|mail| mail.id).collect();
        ids.sort();
        assert_eq!(ids, mails.iter().map(|mail| mail.id).collect::<Vec<_>>());
    }
}

/// Many who purge at once never fail, and together count each row once.
pub async fn a_row_is_purged_once(store: Subject) {
    let ada = active("ada");
    insert(&store, &ada).await;
    let end = minutes(1_000_000);
    let all = Purge { sessions: end, sessions_idle: end, tokens: end, events: end, pending_users: end };

    for round in 0..ROUNDS {
        let mut rows = Changes::none();
        for number in 0..10 {
            rows.add(inserting(&pending(&format!("r{round}n{number}"))));
            rows.add(SessionChange::Insert(samples::session(&ada)));
            rows.add(TokenChange::Insert(samples::token(&ada, Purpose::ConfirmEmail)));
            rows.add(event(&ada));
        }
        commit(&store, rows).await;

        let counts =
            race(&store, |store, _| async move { store.purge(all, 3).await.expect("a purge") }).await;
        let rest = store.purge(all, 1_000).await.expect("a purge");

        assert_eq!(counts.iter().sum::<u64>() + rest, 40, "{counts:?} and then {rest}");
        assert_eq!(store.users(None, 9).await.expect("a look-up").len(), 1);
    }
}

/// Look-ups beside commits see a user before or after a commit, never between two of its changes.
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

fn both_or_neither(id: user_core::domain::UserId, turn: usize) -> Changes {
    Changes::none()
        .with(UserChange::SetUsername(id, username(&format!("turn{turn}"))))
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
            let follower =
                User { emails: vec![], ..pending(newcomer.username.as_ref().expect("a name").as_str()) };
            let whole = outcome(&store, inserting(&follower)).await == Outcome::Taken(Unique::Username);
            let expected = usize::from(whole);
            assert_eq!(super::probe::find(&store, newcomer.id).await.is_some(), whole);
            assert_eq!(store.events_of(&newcomer.id, 9).await.expect("a look-up").len(), expected);
            assert_eq!(store.sessions_of(&newcomer.id).await.expect("a look-up").len(), expected);
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
