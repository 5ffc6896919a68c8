//! Sentences about tokens.

use chrono::{DateTime, Utc};
use user_core::domain::{Purpose, Token, TokenSubject, User};
use user_core::ports::{Changes, EmailChange, TokenChange, UserChange};

use super::probe::{Outcome, Subject, commit, insert, insert_token, outcome, token};
use super::samples::{self, TICK, active, email_id, minutes, noon, token_id, user_id};
use crate::altered;

fn claim(token: &Token, at: DateTime<Utc>) -> TokenChange {
    TokenChange::Claim { id: token.id, purpose: token.purpose, at }
}

/// A token comes back as it went in, used or not; an id of none finds none.
pub async fn a_token_comes_back_exactly(store: Subject) {
    let ada = active("ada");
    insert(&store, &ada).await;

    for &purpose in Purpose::ALL {
        for used_at in [None, Some(noon() + TICK)] {
            let sample = altered(samples::token(&ada, purpose), |token| {
                token.used_at = used_at;
                token.created_at = noon() - TICK;
            });
            insert_token(&store, &sample).await;
            assert_eq!(token(&store, sample.id).await, Some(sample));
        }
    }
    for browser in [None, Some("Mozilla/5.0 \u{20000} 'x'".to_owned())] {
        let subject = TokenSubject::Browser(browser);
        let sample = altered(samples::token(&ada, Purpose::REGISTRATION), |token| token.subject = subject);
        insert_token(&store, &sample).await;
        assert_eq!(token(&store, sample.id).await, Some(sample));
    }
    assert_eq!(token(&store, token_id()).await, None);
}

/// The tokens of a user for one purpose are told newest first, used or not, and no others.
pub async fn tokens_of_a_user_are_told_newest_first(store: Subject) {
    let (ada, bob) = (active("ada"), active("bob"));
    insert(&store, &ada).await;
    insert(&store, &bob).await;
    let made = |user, purpose, created_at| {
        altered(samples::token(user, purpose), |token| token.created_at = created_at)
    };
    let purpose = Purpose::RESET_PASSWORD;
    let first = made(&ada, purpose, noon());
    let second = altered(made(&ada, purpose, noon() + TICK), |token| token.used_at = Some(minutes(2)));
    let third = made(&ada, purpose, minutes(1));
    let others = [made(&ada, Purpose::CONFIRM_EMAIL, noon()), made(&bob, purpose, noon())];
    for sample in [&second, &third, &first].into_iter().chain(&others) {
        insert_token(&store, sample).await;
    }

    let told = async |user: &User| store.tokens(&user.id, purpose).await.expect("a look-up");
    assert_eq!(told(&ada).await, [third, second, first]);
    assert_eq!(told(&bob).await, [others[1].clone()]);
    assert!(store.tokens(&user_id(), purpose).await.expect("a look-up").is_empty());
}

/// A token for nobody, or for an address that is not there, is refused as `Gone`.
pub async fn a_token_for_nobody_is_gone(store: Subject) {
    let ada = active("ada");
    insert(&store, &ada).await;
    let sample = samples::token(&ada, Purpose::RESET_PASSWORD);

    let for_nobody = altered(sample.clone(), |token| token.user_id = user_id());
    assert_eq!(outcome(&store, TokenChange::Insert(for_nobody)).await, Outcome::Gone);
    let to_nowhere = altered(sample.clone(), |token| token.subject = TokenSubject::Email(email_id()));
    assert_eq!(outcome(&store, TokenChange::Insert(to_nowhere)).await, Outcome::Gone);
    assert_eq!(token(&store, sample.id).await, None);
}

/// A token is claimed once, remembers when, and never again; not even twice in one commit.
pub async fn a_token_is_claimed_once(store: Subject) {
    let ada = active("ada");
    insert(&store, &ada).await;
    let (link, other) =
        (samples::token(&ada, Purpose::RESET_PASSWORD), samples::token(&ada, Purpose::RESET_PASSWORD));
    insert_token(&store, &link).await;
    insert_token(&store, &other).await;

    commit(&store, claim(&link, minutes(1))).await;

    assert_eq!(outcome(&store, claim(&link, minutes(1))).await, Outcome::Gone);
    assert_eq!(outcome(&store, claim(&link, minutes(2))).await, Outcome::Gone);
    let twice = Changes::none().with(claim(&other, minutes(1))).with(claim(&other, minutes(1)));
    assert_eq!(outcome(&store, twice).await, Outcome::Gone);
    assert_eq!(token(&store, link.id).await, Some(altered(link, |token| token.used_at = Some(minutes(1)))));
    assert_eq!(token(&store, other.id).await, Some(other));
}

/// A token is not claimed for another purpose, and stays usable for its own. A token of nobody is `Gone`.
pub async fn a_token_is_not_claimed_for_another_purpose(store: Subject) {
    let ada = active("ada");
    insert(&store, &ada).await;
    let link = samples::token(&ada, Purpose::CONFIRM_EMAIL);
    insert_token(&store, &link).await;

    let crossed = TokenChange::Claim { id: link.id, purpose: Purpose::RESET_PASSWORD, at: noon() };
    assert_eq!(outcome(&store, crossed).await, Outcome::Gone);
    assert_eq!(token(&store, link.id).await, Some(link.clone()));
    let unknown = altered(link.clone(), |token| token.id = token_id());
    assert_eq!(outcome(&store, claim(&unknown, noon())).await, Outcome::Gone);

    commit(&store, claim(&link, noon())).await;
}

/// A token is refused from the very microsecond it expires, and good in the one before.
pub async fn a_token_is_refused_from_the_moment_it_expires(store: Subject) {
    let ada = active("ada");
    insert(&store, &ada).await;
    let link = samples::token(&ada, Purpose::RESET_PASSWORD);
    insert_token(&store, &link).await;

    assert_eq!(outcome(&store, claim(&link, link.expires_at + TICK)).await, Outcome::Gone);
    assert_eq!(outcome(&store, claim(&link, link.expires_at)).await, Outcome::Gone);
    assert_eq!(token(&store, link.id).await, Some(link.clone()));
    commit(&store, claim(&link, link.expires_at - TICK)).await;
}

/// `Void` spoils the unused tokens of that user and purpose, keeps the moment of used ones, and touches no others.
pub async fn voiding_spoils_the_unused_tokens_of_one_purpose(store: Subject) {
    let (ada, bob) = (active("ada"), active("bob"));
    insert(&store, &ada).await;
    insert(&store, &bob).await;
    let voided = samples::token(&ada, Purpose::RESET_PASSWORD);
    let used = altered(samples::token(&ada, Purpose::RESET_PASSWORD), |token| token.used_at = Some(noon()));
    let confirming = samples::token(&ada, Purpose::CONFIRM_EMAIL);
    let bobs = samples::token(&bob, Purpose::RESET_PASSWORD);
    for sample in [&voided, &used, &confirming, &bobs] {
        insert_token(&store, sample).await;
    }

    let void = TokenChange::Void { user: ada.id, purpose: Purpose::RESET_PASSWORD, at: minutes(1) };
    commit(&store, void.clone()).await;
    commit(&store, void).await;

    assert_eq!(outcome(&store, claim(&voided, minutes(1))).await, Outcome::Gone);
    assert_eq!(
        token(&store, voided.id).await,
        Some(altered(voided, |token| token.used_at = Some(minutes(1))))
    );
    for untouched in [used, confirming, bobs] {
        assert_eq!(token(&store, untouched.id).await, Some(untouched));
    }
}

/// `VoidSince` spoils the unused tokens of that user and purpose about changes told to an address confirmed at that
/// moment or later, and no others.
pub async fn voiding_since_a_moment_spares_older_claims(store: Subject) {
    let (ada, bob) = (active("ada"), active("bob"));
    insert(&store, &ada).await;
    insert(&store, &bob).await;
    let made = |user: &User, purpose, confirmed_at| {
        let told = user.emails[0].address.clone();
        let subject = TokenSubject::Change { told, confirmed_at, gained: None };
        altered(samples::token(user, purpose), |token| token.subject = subject)
    };
    let purpose = Purpose::UNDO_EMAIL_CHANGE;
    let spoiled = [made(&ada, purpose, minutes(1)), made(&ada, purpose, minutes(1) + TICK)];
    let kept = [
        made(&ada, purpose, minutes(1) - TICK),
        made(&ada, Purpose::RESET_PASSWORD, minutes(1)),
        altered(samples::token(&ada, purpose), |token| token.created_at = minutes(3)),
        made(&bob, purpose, minutes(1)),
        altered(made(&ada, purpose, minutes(1)), |token| token.used_at = Some(minutes(1))),
    ];
    for sample in spoiled.iter().chain(&kept) {
        insert_token(&store, sample).await;
    }

    commit(&store, TokenChange::VoidSince { user: ada.id, purpose, since: minutes(1), at: minutes(2) }).await;

    for sample in spoiled {
        assert_eq!(
            token(&store, sample.id).await,
            Some(altered(sample, |token| token.used_at = Some(minutes(2))))
        );
    }
    for sample in kept {
        assert_eq!(token(&store, sample.id).await, Some(sample));
    }
}

/// `VoidFor` spoils the unused tokens of that purpose for that address, and no other address of the same user.
pub async fn voiding_for_an_address_spares_the_other_addresses(store: Subject) {
    let mut ada = active("ada");
    ada.emails.push(samples::unconfirmed("two@example.com"));
    insert(&store, &ada).await;
    let about = |index: usize, purpose| {
        altered(samples::token(&ada, purpose), |token| {
            token.subject = TokenSubject::Email(ada.emails[index].id);
        })
    };
    let voided = about(1, Purpose::CONFIRM_EMAIL);
    let kept = [about(0, Purpose::CONFIRM_EMAIL), about(1, Purpose::RESET_PASSWORD)];
    for sample in kept.iter().chain([&voided]) {
        insert_token(&store, sample).await;
    }

    let void = |email| TokenChange::VoidFor { email, purpose: Purpose::CONFIRM_EMAIL, at: minutes(1) };
    commit(&store, void(ada.emails[1].id)).await;
    commit(&store, void(email_id())).await;

    assert_eq!(
        token(&store, voided.id).await,
        Some(altered(voided, |token| token.used_at = Some(minutes(1))))
    );
    for sample in kept {
        assert_eq!(token(&store, sample.id).await, Some(sample));
    }
}

/// A token about a change of addresses comes back exactly, and stays when both addresses go.
pub async fn a_token_about_a_change_outlives_the_addresses(store: Subject) {
    let mut ada = active("ada");
    ada.emails.push(samples::unconfirmed("New@Example.org"));
    insert(&store, &ada).await;
    let (told, gained) = (ada.emails[0].address.clone(), ada.emails[1].address.clone());
    let about = |gained| {
        altered(samples::token(&ada, Purpose::UNDO_EMAIL_CHANGE), |token| {
            token.subject =
                TokenSubject::Change { told: told.clone(), confirmed_at: minutes(-7) - TICK, gained }
        })
    };
    let (undo, of_password) = (about(Some(gained)), about(None));
    insert_token(&store, &undo).await;
    insert_token(&store, &of_password).await;

    let gone = Changes::none()
        .with(EmailChange::Demote(ada.emails[0].id))
        .with(EmailChange::Delete(ada.id, ada.emails[0].id))
        .with(EmailChange::Delete(ada.id, ada.emails[1].id));
    commit(&store, gone).await;

    for sample in [&undo, &of_password] {
        let kept = token(&store, sample.id).await;
        assert_eq!(format!("{kept:?}"), format!("{:?}", Some(sample)), "as typed, too");
    }
    commit(&store, claim(&undo, noon())).await;
}

/// However an address becomes somebody's, by `Confirm`, by `Insert` of a confirmed one or with a new user: the unused
/// tokens that act on the rows of others who list it, in any case of letters, are used up at that moment, and no
/// others.
pub async fn an_address_that_becomes_somebodys_uses_up_the_tokens_of_others_who_list_it(store: Subject) {
    for (name, way) in ["ada", "bob", "cy"].into_iter().zip([Way::Confirm, Way::Insert, Way::NewUser]) {
        let at = minutes(1);
        let (winner, take) = way.taking(name, at);
        let mut loser = active(&format!("{name}-loser"));
        loser.emails.push(samples::unconfirmed(&format!("{}@Example.com", name.to_uppercase())));
        loser.emails.push(samples::unconfirmed(&format!("{name}-other@example.com")));
        insert(&store, &loser).await;
        if let Some(winner) = &winner {
            insert(&store, winner).await;
        }
        let about = |user: &User, index: usize, purpose| {
            altered(samples::token(user, purpose), |token| {
                token.subject = TokenSubject::Email(user.emails[index].id);
            })
        };
        let spoiled = [about(&loser, 1, Purpose::CONFIRM_EMAIL), about(&loser, 1, Purpose::RESET_PASSWORD)];
        let mut kept = vec![
            about(&loser, 0, Purpose::RESET_PASSWORD),
            about(&loser, 2, Purpose::CONFIRM_EMAIL),
            altered(about(&loser, 1, Purpose::CONFIRM_EMAIL), |token| token.used_at = Some(noon())),
        ];
        kept.extend(winner.map(|winner| about(&winner, 0, Purpose::RESET_PASSWORD)));
        for sample in spoiled.iter().chain(&kept) {
            insert_token(&store, sample).await;
        }

        commit(&store, take).await;

        for sample in spoiled {
            assert_eq!(
                token(&store, sample.id).await,
                Some(altered(sample, |token| token.used_at = Some(at)))
            );
        }
        for sample in kept {
            assert_eq!(token(&store, sample.id).await, Some(sample));
        }
    }
}

/// How an address becomes somebody's.
#[derive(Clone, Copy)]
enum Way {
    Confirm,
    Insert,
    NewUser,
}

impl Way {
    /// A user who is there before, if one is, and the change that gives them `name@example.com`.
    fn taking(self, name: &str, at: DateTime<Utc>) -> (Option<User>, Changes) {
        let listed = samples::unconfirmed(&format!("{name}@example.com"));
        let confirmed = altered(listed.clone(), |email| email.confirmed_at = Some(at));
        let mut user = active(&format!("{name}-winner"));
        let change = match self {
            Self::Confirm => {
                user.emails.push(listed);
                let id = confirmed.id;
                EmailChange::Confirm { id, address: confirmed.address, at }.into()
            }
            Self::Insert => EmailChange::Insert(user.id, confirmed).into(),
            Self::NewUser => {
                user.emails.push(confirmed);
                return (None, Changes::none().with(UserChange::Insert(Box::new(user))));
            }
        };
        (Some(user), Changes::of([change]))
    }
}

/// `VoidAll` spoils every unused token of that user, and no other's. For nobody it is accepted.
pub async fn voiding_all_spoils_every_unused_token_of_the_user(store: Subject) {
    let (ada, bob) = (active("ada"), active("bob"));
    insert(&store, &ada).await;
    insert(&store, &bob).await;
    let spoiled = Purpose::ALL.iter().map(|purpose| samples::token(&ada, *purpose)).collect::<Vec<_>>();
    let used = altered(samples::token(&ada, Purpose::RESET_PASSWORD), |token| token.used_at = Some(noon()));
    let bobs = samples::token(&bob, Purpose::RESET_PASSWORD);
    for sample in spoiled.iter().chain([&used, &bobs]) {
        insert_token(&store, sample).await;
    }

    commit(&store, TokenChange::VoidAll { user: ada.id, at: minutes(1) }).await;
    commit(&store, TokenChange::VoidAll { user: user_id(), at: minutes(1) }).await;

    for sample in spoiled {
        assert_eq!(
            token(&store, sample.id).await,
            Some(altered(sample, |token| token.used_at = Some(minutes(1))))
        );
    }
    assert_eq!(token(&store, used.id).await, Some(used));
    assert_eq!(token(&store, bobs.id).await, Some(bobs));
}
