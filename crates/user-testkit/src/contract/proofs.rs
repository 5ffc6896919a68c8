//! Sentences about the proofs of a session.

use chrono::{DateTime, Utc};
use user_core::domain::{FACTORS_MAX, Factor, NAME_MAX, Proof, Proofs, Session};
use user_core::ports::{Changes, SessionChange};

use super::probe::{Outcome, Subject, commit, insert, insert_session, outcome, session};
use super::samples::{self, TICK, active, eras, minutes, noon};
use crate::altered;

fn prove(session: &Session, by: Factor, at: DateTime<Utc>) -> SessionChange {
    SessionChange::Prove { id: session.id, proof: Proof { by, at } }
}

async fn proofs(store: &Subject, of: &Session) -> Proofs {
    session(store, of.id).await.expect("the session").proofs
}

/// A session's proofs come back as they went in: none, of factors that no program knows yet, and the longest there can
/// be.
pub async fn proofs_come_back_exactly(store: Subject) {
    let ada = active("ada");
    insert(&store, &ada).await;
    let factor = |name: &str| Factor::parse(name).expect("a name");
    let long = |number: usize| factor(&format!("{number}{}", "\"".repeat(NAME_MAX - 1)));
    let longest = (0..FACTORS_MAX).map(|number| Proof { by: long(number), at: minutes(-9_999_999) + TICK });
    let every = Factor::ALL.iter().map(|&by| Proof { by, at: noon() });
    let [past, future] = eras();
    let unknown = Proofs::of(factor("?"), past).with(Proof { by: factor("factor:2030'\\"), at: future });

    for proofs in [Proofs::none(), unknown, every.collect(), longest.collect()] {
        let sample = altered(samples::session(&ada), |session| session.proofs = proofs);
        insert_session(&store, &sample).await;
        assert_eq!(session(&store, sample.id).await.as_ref(), Some(&sample));
        assert_eq!(store.sessions_of(&ada.id, 1).await.expect("a look-up").len(), 1);
        commit(&store, SessionChange::End(sample.id)).await;
    }
}

/// `Prove` records the proof and nothing else: the latest of each factor stays. In a session that ended, or never was,
/// it is `Gone`.
pub async fn a_proof_moves_forward_and_never_back(store: Subject) {
    let ada = active("ada");
    insert(&store, &ada).await;
    let [sample, other] = [samples::session(&ada), samples::session(&ada)];
    for each in [&sample, &other] {
        insert_session(&store, each).await;
    }
    let newer = Factor::parse("factor_of_2030").expect("a name");
    let password = |at| prove(&sample, Factor::PASSWORD, at);

    for at in [minutes(3), minutes(3), minutes(2), minutes(-9)] {
        commit(&store, password(at)).await;
    }
    commit(&store, prove(&sample, newer, minutes(-5) + TICK)).await;
    let two = prove(&sample, Factor::EMAIL, minutes(1));
    commit(&store, Changes::none().with(two).with(prove(&sample, newer, minutes(-4)))).await;

    let expected = Proofs::of(Factor::PASSWORD, minutes(3));
    let expected = expected.with(Proof { by: Factor::EMAIL, at: minutes(1) });
    let proofs = expected.with(Proof { by: newer, at: minutes(-4) });
    assert_eq!(
        session(&store, sample.id).await,
        Some(altered(sample.clone(), |session| session.proofs = proofs))
    );
    commit(&store, SessionChange::End(sample.id)).await;
    assert_eq!(outcome(&store, password(minutes(9))).await, Outcome::Gone);
    assert_eq!(outcome(&store, prove(&samples::session(&ada), newer, noon())).await, Outcome::Gone);
    assert_eq!(session(&store, other.id).await, Some(other));
}

/// Of more than eight factors, the one that was proven longest ago goes.
pub async fn a_session_keeps_eight_factors(store: Subject) {
    let ada = active("ada");
    insert(&store, &ada).await;
    let sample = altered(samples::session(&ada), |session| session.proofs = Proofs::none());
    insert_session(&store, &sample).await;
    let factor = |number: i64| Factor::parse(&format!("factor{number}")).expect("a name");
    let mut expected = Proofs::none();

    for number in 0..12 {
        commit(&store, prove(&sample, factor(number), minutes(number))).await;
        expected = expected.with(Proof { by: factor(number), at: minutes(number) });
        assert_eq!(proofs(&store, &sample).await, expected);
    }

    assert_eq!(expected.iter().count(), FACTORS_MAX);
    assert_eq!((expected.at(factor(3)), expected.at(factor(4))), (None, Some(minutes(4))));
}
