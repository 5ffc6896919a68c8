//! Races for a username, an address, or the place of the primary one.

use user_core::domain::User;
use user_core::ports::{Changes, EmailChange, Unique};

use super::{CALLERS, ROUNDS, in_case, one_won, race_commits};
use crate::altered;
use crate::contract::kept_usernames::giving_up;
use crate::contract::probe::{
    Outcome, Subject, commit, confirming, holder_of_address, insert, inserting, user,
};
use crate::contract::samples::{active, address, confirmed, noon, pending, renamed, unconfirmed, username};

/// One username, in any mixture of case, is inserted by exactly one of many; the rest are told `Taken(Username)`.
pub async fn one_username_is_registered_by_one_caller(store: Subject) {
    for round in 0..ROUNDS {
        let outcomes = race_commits(&store, |number| {
            let name = in_case(&format!("lovelace{round}"), number);
            let emails = vec![unconfirmed(&format!("r{round}n{number}@example.com"))];
            Changes::none().with(inserting(&altered(pending(&name), |user| user.emails = emails)))
        })
        .await;

        one_won(&outcomes, Outcome::Taken(Unique::Username));
        assert_eq!(store.users(None, 1_000).await.expect("a look-up").len(), round + 1);
    }
}

/// One address, in any mixture of case, is inserted as confirmed by exactly one of many; the rest are told
/// `Taken(Email)`.
pub async fn one_address_is_registered_by_one_caller(store: Subject) {
    for round in 0..ROUNDS {
        let outcomes = race_commits(&store, |number| {
            let emails = vec![confirmed(&in_case(&format!("lovelace{round}@example.com"), number))];
            Changes::none().with(inserting(&altered(pending(&format!("r{round}n{number}")), |user| {
                user.emails = emails;
            })))
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
            Changes::none().with(renamed(users[number].id, name))
        })
        .await;

        one_won(&outcomes, Outcome::Taken(Unique::Username));
    }
}

/// A username that its user gives up and keeps is never another user's, however many reach for it in that moment.
pub async fn a_username_given_up_and_kept_is_nobody_elses(store: Subject) {
    for round in 0..ROUNDS {
        let owner = active(&format!("owned{round}"));
        insert(&store, &owner).await;
        let outcomes = race_commits(&store, |number| {
            if number == 0 {
                return giving_up(&owner, &format!("owned{round}"), &format!("given{round}")).0;
            }
            let name = in_case(&format!("owned{round}"), number);
            let emails = vec![unconfirmed(&format!("r{round}n{number}@example.com"))];
            Changes::none().with(inserting(&altered(pending(&name), |user| {
                user.emails = emails;
                user.created_at = noon();
            })))
        })
        .await;

        let mut expected = vec![Outcome::Taken(Unique::Username); CALLERS];
        expected[0] = Outcome::Done;
        assert_eq!(outcomes, expected);
    }
}

/// One confirmed address is added by exactly one of many users; the rest are told `Taken(Email)`.
pub async fn one_address_is_added_by_one_user(store: Subject) {
    let users: Vec<User> = (0..CALLERS).map(|number| active(&format!("user{number}"))).collect();
    for someone in &users {
        insert(&store, someone).await;
    }

    for round in 0..ROUNDS {
        let wanted = format!("wanted{round}@example.com");
        let outcomes = race_commits(&store, |number| {
            Changes::none().with(EmailChange::Insert(users[number].id, confirmed(&in_case(&wanted, number))))
        })
        .await;

        let winner = one_won(&outcomes, Outcome::Taken(Unique::Email));
        assert_eq!(holder_of_address(&store, &wanted).await, Some(users[winner].id));
    }
}

/// One address, listed by many users, is confirmed for exactly one of them; the rest are told `Taken(Email)`.
pub async fn one_listed_address_is_confirmed_by_one_user(store: Subject) {
    for round in 0..ROUNDS {
        let wanted = format!("listed{round}@example.com");
        let mut listed = Vec::new();
        for number in 0..CALLERS {
            let someone = active(&format!("p{round}n{number}"));
            let email = unconfirmed(&in_case(&wanted, number));
            insert(&store, &someone).await;
            commit(&store, EmailChange::Insert(someone.id, email.clone())).await;
            listed.push((someone.id, email));
        }

        let outcomes =
            race_commits(&store, |number| Changes::none().with(confirming(&listed[number].1, noon()))).await;

        let winner = one_won(&outcomes, Outcome::Taken(Unique::Email));
        assert_eq!(holder_of_address(&store, &wanted).await, Some(listed[winner].0));
    }
}

/// Of many confirmed addresses of one user exactly one becomes primary; the rest are told `Gone`.
pub async fn one_address_becomes_primary(store: Subject) {
    for round in 0..ROUNDS {
        let emails =
            (0..CALLERS).map(|number| confirmed(&format!("r{round}n{number}@example.com"))).collect();
        let ada = altered(active(&format!("ada{round}")), |user| user.emails = emails);
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

/// Many may list one address at once, by registering with it: none is refused, and none is preferred.
pub async fn one_address_is_listed_by_all(store: Subject) {
    for round in 0..ROUNDS {
        let wanted = format!("shared{round}@example.com");

        let outcomes = race_commits(&store, |number| {
            let emails = vec![unconfirmed(&in_case(&wanted, number))];
            Changes::none().with(inserting(&altered(pending(&format!("s{round}n{number}")), |user| {
                user.emails = emails;
            })))
        })
        .await;

        assert!(outcomes.iter().all(|outcome| *outcome == Outcome::Done), "{outcomes:?}");
        let all = store.registrants(&address(&wanted), 1_000).await.expect("a look-up");
        assert_eq!(all.len(), CALLERS);
        assert_eq!(holder_of_address(&store, &wanted).await, None);
    }
}
