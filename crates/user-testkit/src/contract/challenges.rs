//! Sentences about challenges.

use chrono::{DateTime, TimeDelta, Utc};
use user_core::domain::{BrowserDigest, Challenge, ChallengeData, ChallengePurpose, User};
use user_core::ports::{ChallengeChange, Changes};

use super::probe::{Outcome, Subject, challenge, commit, insert, insert_challenge, outcome};
use super::samples::{self, TICK, active, eras, minutes, noon, user_id};

fn claim(of: &Challenge, at: DateTime<Utc>) -> ChallengeChange {
    ChallengeChange::Claim { id: of.id, purpose: of.purpose, browser: of.browser, at }
}

fn guess(of: &Challenge, at: DateTime<Utc>) -> ChallengeChange {
    ChallengeChange::Guess { id: of.id, purpose: of.purpose, browser: of.browser, at }
}

/// Claims and guesses, each of which is refused.
async fn assert_gone(store: &Subject, asked: &Challenge, at: DateTime<Utc>) {
    assert_eq!(outcome(store, claim(asked, at)).await, Outcome::Gone);
    assert_eq!(outcome(store, guess(asked, at)).await, Outcome::Gone);
}

fn with(change: impl FnOnce(&mut Challenge)) -> Challenge {
    let mut sample = samples::challenge();
    change(&mut sample);
    sample
}

fn but(challenge: &Challenge, change: impl FnOnce(&mut Challenge)) -> Challenge {
    let mut changed = challenge.clone();
    change(&mut changed);
    changed
}

fn used(challenge: &Challenge, at: DateTime<Utc>) -> Challenge {
    but(challenge, |c| c.used_at = Some(at))
}

fn browser(name: &str) -> BrowserDigest {
    BrowserDigest::of(name.as_bytes())
}

/// A challenge comes back as it went in, its data byte by byte: for a user or nobody, in a browser or any, used or not,
/// of a purpose that no program knows yet. An id of none finds none.
pub async fn a_challenge_comes_back_exactly(store: Subject) {
    let ada = active("ada");
    insert(&store, &ada).await;
    let mut samples = vec![samples::challenge()];
    for bytes in [vec![], b"a\0\0".to_vec(), b"\0".to_vec(), (0..=255).collect(), vec![0xff; 4_096]] {
        samples.push(with(|c| c.data = ChallengeData::new(bytes)));
    }
    samples.push(with(|c| {
        c.user_id = Some(ada.id);
        c.purpose = ChallengePurpose::parse(&"x".repeat(48)).expect("a name");
        c.browser = Some(BrowserDigest::from_bytes([0; 32]));
        c.tries_left = u16::MAX;
        c.created_at = minutes(-9_999_999) + TICK;
        c.expires_at = minutes(9_999_999) - TICK;
        c.used_at = Some(noon() - TICK);
    }));
    samples.push(with(|c| {
        c.browser = Some(browser("here"));
        c.tries_left = 0;
    }));

    for sample in samples {
        insert_challenge(&store, &sample).await;
        assert_eq!(challenge(&store, sample.id).await, Some(sample));
    }
    assert_eq!(challenge(&store, samples::challenge().id).await, None);
}

/// A challenge for a user who is not there is refused as `Gone`; one for nobody in particular is accepted.
pub async fn a_challenge_for_a_user_who_is_not_there_is_gone(store: Subject) {
    let stray = with(|c| c.user_id = Some(user_id()));

    let adding = ChallengeChange::Insert(Box::new(stray.clone()));
    assert_eq!(outcome(&store, adding).await, Outcome::Gone);
    assert_eq!(challenge(&store, stray.id).await, None);
    insert_challenge(&store, &samples::challenge()).await;
}

/// A challenge is claimed once, remembers when, and never again; not even twice in one commit.
pub async fn a_challenge_is_claimed_once(store: Subject) {
    let [sample, other] = [samples::challenge(), samples::challenge()];
    for each in [&sample, &other] {
        insert_challenge(&store, each).await;
    }

    commit(&store, claim(&sample, minutes(1))).await;

    assert_gone(&store, &sample, minutes(1)).await;
    assert_gone(&store, &sample, noon()).await;
    let twice = Changes::none().with(claim(&other, minutes(1))).with(claim(&other, minutes(1)));
    assert_eq!(outcome(&store, twice).await, Outcome::Gone);
    assert_eq!(challenge(&store, sample.id).await, Some(used(&sample, minutes(1))));
    assert_eq!(challenge(&store, other.id).await, Some(other));
}

/// A challenge is neither claimed nor guessed at for another purpose. One that is not there is `Gone`.
pub async fn a_challenge_is_not_answered_for_another_purpose(store: Subject) {
    let sample = samples::challenge();
    insert_challenge(&store, &sample).await;

    let purpose = ChallengePurpose::parse("sign_in_").expect("a name");
    assert_gone(&store, &but(&sample, |c| c.purpose = purpose), noon()).await;
    assert_gone(&store, &samples::challenge(), noon()).await;

    assert_eq!(challenge(&store, sample.id).await.as_ref(), Some(&sample));
    commit(&store, claim(&sample, noon())).await;
}

/// A challenge that was given to a browser is answered there alone: from another one, or from none, it is `Gone`. One
/// that was given to none may be answered in any.
pub async fn a_challenge_is_answered_in_its_browser_alone(store: Subject) {
    let bound = with(|c| c.browser = Some(browser("here")));
    let free = samples::challenge();
    for each in [&bound, &free] {
        insert_challenge(&store, each).await;
    }

    for elsewhere in [Some(browser("there")), Some(browser("")), None] {
        assert_gone(&store, &but(&bound, |c| c.browser = elsewhere), noon()).await;
    }
    assert_eq!(challenge(&store, bound.id).await.as_ref(), Some(&bound));
    commit(&store, guess(&bound, noon())).await;
    commit(&store, claim(&bound, noon())).await;

    commit(&store, guess(&free, noon())).await;
    commit(&store, claim(&but(&free, |c| c.browser = Some(browser("there"))), noon())).await;
}

/// A challenge is refused from the very microsecond it expires, and good in the one before, by the moment that is named
/// and by no clock of the store's own.
pub async fn a_challenge_is_refused_from_the_moment_it_expires(store: Subject) {
    for end in eras() {
        let sample = with(|c| {
            c.created_at = end - TimeDelta::minutes(10);
            c.expires_at = end;
        });
        insert_challenge(&store, &sample).await;

        for late in [end, end + TICK] {
            assert_gone(&store, &sample, late).await;
        }
        assert_eq!(challenge(&store, sample.id).await.as_ref(), Some(&sample));
        commit(&store, guess(&sample, end - TICK)).await;
        commit(&store, claim(&sample, end - TICK)).await;
    }
}

/// `Guess` takes one try and nothing else. Without a try left, a challenge is neither guessed at nor claimed.
pub async fn a_guess_takes_one_try_until_none_is_left(store: Subject) {
    let [spent, claimed] = [samples::challenge(), samples::challenge()];
    for each in [&spent, &claimed] {
        insert_challenge(&store, each).await;
    }

    for left in [2, 1, 0] {
        commit(&store, guess(&spent, noon())).await;
        let expected = but(&spent, |c| c.tries_left = left);
        assert_eq!(challenge(&store, spent.id).await, Some(expected));
    }
    assert_gone(&store, &spent, noon()).await;

    let two = Changes::none().with(guess(&claimed, noon())).with(guess(&claimed, noon()));
    commit(&store, two).await;
    commit(&store, claim(&claimed, noon())).await;
    let expected = but(&claimed, |c| (c.tries_left, c.used_at) = (1, Some(noon())));
    assert_eq!(challenge(&store, claimed.id).await, Some(expected));
}

/// `VoidFor` spoils the unused challenges of that user, those of one purpose or all; it keeps the moment of used ones,
/// and touches no others. For nobody it is accepted.
pub async fn voiding_spoils_the_unused_challenges_of_a_user(store: Subject) {
    let (ada, bob) = (active("ada"), active("bob"));
    insert(&store, &ada).await;
    insert(&store, &bob).await;
    let other = ChallengePurpose::parse("step_up").expect("a name");
    let of = |user: &User, purpose| {
        with(|c| {
            c.user_id = Some(user.id);
            c.purpose = purpose;
        })
    };
    let before = but(&of(&ada, ChallengePurpose::SIGN_IN), |c| c.used_at = Some(noon() - TICK));
    let [first, second] = [of(&ada, ChallengePurpose::SIGN_IN), of(&ada, other)];
    let kept = [of(&bob, ChallengePurpose::SIGN_IN), samples::challenge(), before];
    for each in kept.iter().chain([&first, &second]) {
        insert_challenge(&store, each).await;
    }
    let void = |user, purpose, at| ChallengeChange::VoidFor { user, purpose, at };

    commit(&store, void(ada.id, Some(ChallengePurpose::SIGN_IN), minutes(1))).await;
    assert_eq!(challenge(&store, second.id).await.as_ref(), Some(&second));
    commit(&store, void(ada.id, None, minutes(2))).await;
    commit(&store, void(user_id(), None, minutes(3))).await;

    assert_gone(&store, &first, minutes(1)).await;
    assert_eq!(challenge(&store, first.id).await, Some(used(&first, minutes(1))));
    assert_eq!(challenge(&store, second.id).await, Some(used(&second, minutes(2))));
    for sample in kept {
        assert_eq!(challenge(&store, sample.id).await, Some(sample));
    }
}
