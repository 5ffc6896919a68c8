//! Races for what proves who somebody is.

use user_core::domain::{Credential, Factor, Proof, Proofs};
use user_core::ports::{ChallengeChange, Changes, CredentialChange, SessionChange, Unique, UserChange};

use super::{CALLERS, ROUNDS, one_won, race_commits, race_commits_of};
use crate::altered;
use crate::contract::probe::{
    Outcome, Subject, challenge, commit, credentials_of, insert, insert_challenge, insert_credential,
    insert_session, session, user,
};
use crate::contract::samples::{self, active, event, minutes, noon};

/// How many try to use one code at once, and how many codes they try.
const GUESTS: usize = 100;
const CODES: usize = 50;

/// One credential is used from one count by exactly one of a hundred, fifty times over; the rest are told `Gone`.
pub async fn one_count_is_used_by_one_caller(store: Subject) {
    let ada = active("ada");
    insert(&store, &ada).await;
    let codes: Vec<Credential> = (0..CODES).map(|_| samples::credential(&ada)).collect();
    let all = codes.iter().map(|code| CredentialChange::Insert(Box::new(code.clone())));
    commit(&store, all.fold(Changes::none(), Changes::with)).await;

    for code in &codes {
        let using = CredentialChange::Use { id: code.id, from: 0, to: 1, at: noon() };
        let outcomes = race_commits_of(GUESTS, &store, |_| Changes::none().with(using.clone())).await;
        one_won(&outcomes, Outcome::Gone);
    }

    let used = |code: Credential| {
        let mut code = code;
        code.count = 1;
        code.last_used_at = Some(noon());
        code
    };
    assert_eq!(credentials_of(&store, ada.id).await, codes.into_iter().map(used).collect::<Vec<_>>());
}

/// What follows from using a credential is done by exactly one of many, in the commit that used it.
pub async fn one_code_signs_one_caller_in(store: Subject) {
    for round in 0..ROUNDS {
        let ada = active(&format!("ada{round}"));
        insert(&store, &ada).await;
        let code = samples::credential(&ada);
        insert_credential(&store, &code).await;

        let outcomes = race_commits(&store, |_| {
            Changes::none()
                .with(CredentialChange::Use { id: code.id, from: 0, to: 1, at: noon() })
                .with(SessionChange::Insert(samples::session(&ada)))
                .with(event(&ada))
        })
        .await;

        one_won(&outcomes, Outcome::Gone);
        assert_eq!(store.sessions_of(&ada.id, 100).await.expect("a look-up").len(), 1);
        assert_eq!(store.events_of(&ada.id, 99).await.expect("a look-up").len(), 1);
    }
}

/// One handle is had by exactly one of many credentials; the rest are told `Taken(Credential)`.
pub async fn one_handle_is_had_by_one_credential(store: Subject) {
    let (ada, bob) = (active("ada"), active("bob"));
    insert(&store, &ada).await;
    insert(&store, &bob).await;

    for round in 0..ROUNDS {
        let outcomes = race_commits(&store, |number| {
            let mut credential = samples::credential(if number % 2 == 0 { &ada } else { &bob });
            credential.handle = format!("handle{round}");
            Changes::none().with(CredentialChange::Insert(Box::new(credential)))
        })
        .await;

        one_won(&outcomes, Outcome::Taken(Unique::Credential));
    }
    assert_eq!(store.credentials(None, 100).await.expect("a look-up").len(), ROUNDS);
}

/// Of many who each delete another credential of one user and carry `Revise`, exactly one does; the rest are `Stale`.
/// So nobody loses the last way in by deleting two at once.
pub async fn one_credential_is_deleted_on_one_revision(store: Subject) {
    for round in 0..ROUNDS {
        let ada = active(&format!("ada{round}"));
        insert(&store, &ada).await;
        let all: Vec<Credential> = (0..CALLERS).map(|_| samples::credential(&ada)).collect();
        for credential in &all {
            insert_credential(&store, credential).await;
        }

        let outcomes = race_commits(&store, |number| {
            Changes::none()
                .with(UserChange::Revise { id: ada.id, revision: 0 })
                .with(CredentialChange::Delete { user: ada.id, id: all[number].id })
        })
        .await;

        let winner = one_won(&outcomes, Outcome::Stale);
        let left = credentials_of(&store, ada.id).await;
        assert_eq!(left.len(), CALLERS - 1);
        assert!(left.iter().all(|credential| credential.id != all[winner].id));
        assert_eq!(user(&store, ada.id).await.revision, 1);
    }
}

/// One challenge is claimed by exactly one of many; the rest are told `Gone`.
pub async fn one_challenge_is_claimed_by_one_caller(store: Subject) {
    let ada = active("ada");
    insert(&store, &ada).await;

    for round in 0..ROUNDS {
        let sample = samples::challenge();
        insert_challenge(&store, &sample).await;
        let outcomes = race_commits(&store, |_| {
            let (id, purpose) = (sample.id, sample.purpose);
            Changes::none()
                .with(ChallengeChange::Claim { id, purpose, browser: None, at: noon() })
                .with(SessionChange::Insert(samples::session(&ada)))
        })
        .await;

        one_won(&outcomes, Outcome::Gone);
        assert_eq!(store.sessions_of(&ada.id, 100).await.expect("a look-up").len(), round + 1);
    }
}

/// Of many guesses at once no more get through than there are tries, and all of those do.
pub async fn no_more_guesses_get_through_than_there_are_tries(store: Subject) {
    for round in 0..ROUNDS {
        let mut sample = samples::challenge();
        sample.tries_left = u16::try_from(round % 4 + 1).unwrap_or_default();
        insert_challenge(&store, &sample).await;

        let outcomes = race_commits(&store, |_| {
            let (id, purpose) = (sample.id, sample.purpose);
            Changes::none().with(ChallengeChange::Guess { id, purpose, browser: None, at: noon() })
        })
        .await;

        let through = outcomes.iter().filter(|outcome| **outcome == Outcome::Done).count();
        let refused = outcomes.iter().filter(|outcome| **outcome == Outcome::Gone).count();
        assert_eq!((through, refused), (round % 4 + 1, CALLERS - through), "{outcomes:?}");
        let kept = challenge(&store, sample.id).await.expect("the challenge");
        assert_eq!((kept.tries_left, kept.used_at), (0, None));
    }
}

/// Of many proofs given in one session at once, none is lost: the latest of each factor stays.
pub async fn no_proof_is_lost(store: Subject) {
    let ada = active("ada");
    insert(&store, &ada).await;
    let factor = |number: usize| Factor::parse(&format!("factor{}", number % 4)).expect("a name");
    let at = |number: usize| minutes(i64::try_from(number * 7 % CALLERS).unwrap_or_default());
    let proof = move |number| Proof { by: factor(number), at: at(number) };

    for _ in 0..ROUNDS {
        let sample = altered(samples::session(&ada), |session| session.proofs = Proofs::none());
        insert_session(&store, &sample).await;

        let outcomes = race_commits(&store, |number| {
            Changes::none().with(SessionChange::Prove { id: sample.id, proof: proof(number) })
        })
        .await;

        assert_eq!(outcomes, [Outcome::Done; CALLERS]);
        let proofs: Proofs = (0..CALLERS).map(proof).collect();
        assert_eq!(
            session(&store, sample.id).await,
            Some(altered(sample, |session| session.proofs = proofs))
        );
    }
}
