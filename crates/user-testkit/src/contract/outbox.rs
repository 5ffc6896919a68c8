//! Sentences about queued mails and their leases.

use chrono::{DateTime, Utc};
use user_core::domain::{MailDetails, MailId, MailKind, MailLink, MailRequest, Purpose, QueuedMail};
use user_core::ports::{Changes, MailChange, MailLease, MailState};

use super::probe::{Outcome, Subject, commit, insert, outcome};
use super::samples::{self, TICK, active, address, locale, mail, mail_id, minutes, noon, token_id, user_id};
use crate::altered;

async fn queue(store: &Subject, mails: &[QueuedMail]) {
    for sample in mails {
        commit(store, MailChange::Queue(Box::new(sample.clone()))).await;
    }
}

async fn waiting(store: &Subject) -> Vec<QueuedMail> {
    store.mails(MailState::Waiting, 1_000).await.expect("a look-up")
}

async fn dead(store: &Subject) -> Vec<QueuedMail> {
    store.mails(MailState::Dead, 1_000).await.expect("a look-up")
}

async fn lease(store: &Subject, now: DateTime<Utc>, until: DateTime<Utc>, limit: u32) -> Vec<MailId> {
    let lent = store.lease_mail(now, until, limit).await.expect("a lease");
    assert!(lent.iter().all(|mail| mail.leased_until == Some(until)), "a lent mail names its lease");
    lent.into_iter().map(|mail| mail.id).collect()
}

fn due(at: DateTime<Utc>) -> QueuedMail {
    altered(mail(), |mail| mail.due_at = at)
}

/// A mail comes back as it went in, with all details, none, and every kind.
pub async fn a_mail_comes_back_exactly(store: Subject) {
    let ada = active("ada");
    insert(&store, &ada).await;
    let details = altered(MailDetails::default(), |details| {
        details.request = Some(MailRequest::Registration);
        details.time_zone = user_core::domain::TimeZone::parse("Europe/Amsterdam").ok();
        details.name = Some("Ada \u{1f98a} <b>".to_owned());
        details.link = Some(MailLink::Token {
            purpose: Purpose::CONFIRM_EMAIL,
            token: token_id(),
            valid_minutes: 2_880,
        });
        details.about = Some("Ada@Example.com".to_owned());
        details.new_username = Some("countess".to_owned());
        details.at = Some(noon() + TICK);
        details.due = Some(minutes(9) + TICK);
        details.user_agent = Some("\u{4f60}\u{597d}".repeat(127));
        details.inviter = Some("Grace".to_owned());
        details.address = Some("2001:db8::1".to_owned());
    });
    let full = altered(mail(), |mail| {
        mail.user_id = Some(ada.id);
        mail.to = address("Ren\u{e9}@B\u{fc}cher.example");
        mail.locale = locale("zh-Hans");
        mail.details = details;
        mail.created_at = noon() - TICK;
        mail.due_at = noon() + TICK;
        mail.attempts = 4_000_000_000;
        mail.leased_until = Some(minutes(5) + TICK);
        mail.dead_at = None;
        mail.last_error = Some("450 4.2.1 \u{e9} '\"\\ ".repeat(200));
    });
    let kinds: Vec<_> = MailKind::ALL.iter().map(|kind| altered(mail(), |mail| mail.kind = *kind)).collect();
    let buried = altered(mail(), |mail| mail.dead_at = Some(noon() + TICK));
    queue(&store, std::slice::from_ref(&full)).await;
    queue(&store, &kinds).await;
    queue(&store, std::slice::from_ref(&buried)).await;

    let expected: Vec<QueuedMail> = std::iter::once(full).chain(kinds).collect();
    assert_eq!(waiting(&store).await, expected);
    assert_eq!(dead(&store).await, [buried]);
}

/// A mail about nobody is refused as `Gone`; one to a stranger names no user and is accepted.
pub async fn a_mail_about_nobody_is_gone(store: Subject) {
    let stray = altered(mail(), |mail| mail.user_id = Some(user_id()));

    assert_eq!(outcome(&store, MailChange::Queue(Box::new(stray))).await, Outcome::Gone);
    assert!(waiting(&store).await.is_empty());
    queue(&store, &[mail()]).await;
}

/// Mails are listed by state in order of id, up to the limit, lent ones among the waiting.
pub async fn mails_are_listed_by_state_in_order_of_id(store: Subject) {
    let mails: Vec<QueuedMail> = (0..4).map(|early| due(minutes(-early))).collect();
    let buried = [
        altered(mail(), |mail| mail.dead_at = Some(noon())),
        altered(mail(), |mail| mail.dead_at = Some(minutes(-1))),
    ];
    for sample in mails.iter().chain(&buried).rev() {
        queue(&store, std::slice::from_ref(sample)).await;
    }
    assert_eq!(lease(&store, noon(), minutes(5), 1).await, [mails[3].id]);

    let first = store.mails(MailState::Waiting, 3).await.expect("a look-up");

    assert_eq!(first, mails[..3]);
    assert_eq!(waiting(&store).await.len(), 4);
    assert_eq!(dead(&store).await, buried);
    assert_eq!(store.mails(MailState::Dead, 1).await.expect("a look-up"), buried[..1]);
    assert!(store.mails(MailState::Waiting, 0).await.expect("a look-up").is_empty());
}

/// Due mails are lent up to the limit: urgent kinds first, then oldest due, equal ones by id; what is not due or dead
/// is not lent.
pub async fn urgent_mails_are_lent_first_then_the_oldest_up_to_the_limit(store: Subject) {
    let mails = [due(noon()), due(minutes(-2)), due(noon() + TICK), due(minutes(-3)), due(minutes(-2))];
    queue(&store, &mails).await;
    queue(&store, &[altered(due(minutes(-9)), |mail| mail.dead_at = Some(noon()))]).await;
    let [now, early, later, earliest, early_too] = mails.map(|mail| mail.id);

    assert!(lease(&store, noon(), minutes(5), 0).await.is_empty());
    assert_eq!(lease(&store, noon(), minutes(5), 2).await, [earliest, early]);
    assert_eq!(lease(&store, noon(), minutes(5), 9).await, [early_too, now]);
    assert!(lease(&store, noon(), minutes(5), 9).await.is_empty());
    assert_eq!(lease(&store, noon() + TICK, minutes(5), 9).await, [later]);

    // The less urgent a kind, the earlier it is due; by then all leases have run out.
    let mut kinds = MailKind::ALL.to_vec();
    kinds.sort_by_key(|kind| std::cmp::Reverse(kind.urgency()));
    for (kind, at) in kinds.into_iter().zip(10..) {
        queue(&store, &[altered(due(minutes(at)), |mail| mail.kind = kind)]).await;
    }
    let mut expected = waiting(&store).await;
    expected.sort_by_key(|mail| (mail.kind.urgency(), mail.due_at, mail.id));
    let expected: Vec<_> = expected.into_iter().map(|mail| mail.id).collect();

    assert_eq!(lease(&store, minutes(60), minutes(90), 3).await, expected[..3]);
    assert_eq!(lease(&store, minutes(60), minutes(90), 99).await, expected[3..]);
}

/// Lending changes the lease and nothing else: the attempts count only what was tried.
pub async fn a_lent_mail_differs_by_its_lease_only(store: Subject) {
    let sample = altered(mail(), |mail| {
        mail.attempts = 2;
        mail.last_error = Some("450".to_owned());
    });
    queue(&store, std::slice::from_ref(&sample)).await;

    let lent = store.lease_mail(noon(), minutes(5), 1).await.expect("a lease");

    let expected = [altered(sample, |mail| mail.leased_until = Some(minutes(5)))];
    assert_eq!(lent, expected);
    assert_eq!(waiting(&store).await, expected);
}

/// A lease holds until its very moment, and can be taken over from then on; the first holder has lost it.
pub async fn a_lease_that_ran_out_is_taken_over(store: Subject) {
    let sample = mail();
    queue(&store, std::slice::from_ref(&sample)).await;
    let lent = |until| MailLease { mail: sample.id, until };
    assert_eq!(lease(&store, noon(), minutes(5), 9).await, [sample.id]);

    assert!(lease(&store, minutes(5) - TICK, minutes(9), 9).await.is_empty());
    assert_eq!(lease(&store, minutes(5), minutes(10), 9).await, [sample.id]);

    let lost = lent(minutes(5));
    let error = "late".to_owned();
    let retry = MailChange::Retry { lease: lost, due_at: minutes(20), error: error.clone() };
    let postpone = MailChange::Postpone { lease: lost, due_at: minutes(20), error: error.clone() };
    let bury = MailChange::Bury { lease: lost, at: minutes(6), error };
    for change in [MailChange::Sent(lost), retry, postpone, bury] {
        assert_eq!(outcome(&store, change).await, Outcome::Gone);
    }
    assert_eq!(
        waiting(&store).await,
        [altered(sample.clone(), |mail| mail.leased_until = Some(minutes(10)))]
    );
    commit(&store, MailChange::Sent(lent(minutes(10)))).await;
}

/// `Sent` under the lease deletes the mail; a second time, or without a lease, it is `Gone`.
pub async fn a_sent_mail_goes(store: Subject) {
    let (sample, other) = (due(minutes(-1)), mail());
    queue(&store, &[sample.clone(), other.clone()]).await;
    let lent = MailLease { mail: sample.id, until: minutes(5) };

    assert_eq!(outcome(&store, MailChange::Sent(lent)).await, Outcome::Gone);
    assert_eq!(lease(&store, noon(), minutes(5), 1).await, [sample.id]);
    commit(&store, MailChange::Sent(lent)).await;

    assert_eq!(outcome(&store, MailChange::Sent(lent)).await, Outcome::Gone);
    assert_eq!(waiting(&store).await, [other]);
}

/// A lease that ran out but was taken over by nobody still counts: what was sent was sent.
pub async fn a_lease_that_nobody_took_over_still_counts(store: Subject) {
    let sample = mail();
    queue(&store, std::slice::from_ref(&sample)).await;
    lease(&store, minutes(1), minutes(2), 1).await;
    let lent = MailLease { mail: sample.id, until: minutes(2) };

    commit(&store, MailChange::Retry { lease: lent, due_at: minutes(90), error: "slow".to_owned() }).await;

    assert!(lease(&store, minutes(89), minutes(95), 9).await.is_empty());
    assert_eq!(lease(&store, minutes(90), minutes(95), 9).await, [sample.id]);
}

/// `Retry` gives the lease back, counts the attempt, keeps the reason, and the mail is due later; `Postpone` counts
/// none.
pub async fn a_failed_mail_is_due_again(store: Subject) {
    let sample = altered(mail(), |mail| mail.attempts = 1);
    queue(&store, std::slice::from_ref(&sample)).await;
    lease(&store, noon(), minutes(5), 1).await;
    let lent = MailLease { mail: sample.id, until: minutes(5) };
    let retry = MailChange::Retry { lease: lent, due_at: minutes(8), error: "451 \u{e9}".to_owned() };

    commit(&store, retry.clone()).await;

    let expected = altered(sample, |mail| {
        mail.attempts = 2;
        mail.due_at = minutes(8);
        mail.last_error = Some("451 \u{e9}".to_owned());
    });
    assert_eq!(waiting(&store).await, std::slice::from_ref(&expected));
    assert_eq!(outcome(&store, retry).await, Outcome::Gone);

    lease(&store, minutes(8), minutes(9), 1).await;
    let lent = MailLease { mail: expected.id, until: minutes(9) };
    let postpone = MailChange::Postpone { lease: lent, due_at: minutes(12), error: "421".to_owned() };

    commit(&store, postpone.clone()).await;

    let expected = altered(expected, |mail| {
        mail.due_at = minutes(12);
        mail.last_error = Some("421".to_owned());
    });
    assert_eq!(waiting(&store).await, [expected]);
    assert_eq!(outcome(&store, postpone).await, Outcome::Gone);
}

/// `Bury` makes a dead letter: listed as such, counted as tried, never lent, its lease given back.
pub async fn a_buried_mail_is_a_dead_letter(store: Subject) {
    let sample = altered(mail(), |mail| mail.attempts = 4);
    queue(&store, std::slice::from_ref(&sample)).await;
    lease(&store, noon(), minutes(5), 1).await;
    let lent = MailLease { mail: sample.id, until: minutes(5) };
    let bury = MailChange::Bury { lease: lent, at: minutes(1), error: "550".to_owned() };

    commit(&store, bury.clone()).await;

    let expected = altered(sample, |mail| {
        mail.attempts = 5;
        mail.dead_at = Some(minutes(1));
        mail.last_error = Some("550".to_owned());
    });
    assert_eq!(dead(&store).await, [expected]);
    assert!(waiting(&store).await.is_empty());
    assert!(lease(&store, minutes(500), minutes(501), 9).await.is_empty());
    assert_eq!(outcome(&store, bury).await, Outcome::Gone);
}

/// `Revive` makes a dead letter due again with attempts and reason forgotten; any other mail is `Gone`.
pub async fn a_dead_letter_is_revived(store: Subject) {
    let buried = altered(mail(), |mail| {
        mail.attempts = 5;
        mail.dead_at = Some(noon());
        mail.last_error = Some("550".to_owned());
    });
    let alive = mail();
    queue(&store, &[buried.clone(), alive.clone()]).await;

    commit(&store, MailChange::Revive(buried.id, minutes(3))).await;

    let revived = altered(buried.clone(), |mail| {
        mail.attempts = 0;
        mail.dead_at = None;
        mail.due_at = minutes(3);
        mail.last_error = None;
    });
    assert_eq!(waiting(&store).await, [revived, alive.clone()]);
    for id in [buried.id, alive.id, mail_id()] {
        assert_eq!(outcome(&store, MailChange::Revive(id, minutes(4))).await, Outcome::Gone);
    }
    assert_eq!(lease(&store, minutes(3), minutes(9), 9).await, [alive.id, buried.id]);
}

/// A commit may send one mail and queue another; a lost lease refuses all of it.
pub async fn what_follows_from_a_mail_is_committed_with_it(store: Subject) {
    let ada = active("ada");
    insert(&store, &ada).await;
    let (sample, next) = (mail(), samples::mail_about(&ada));
    queue(&store, std::slice::from_ref(&sample)).await;
    lease(&store, noon(), minutes(5), 1).await;
    let sent = |until| {
        Changes::none()
            .with(MailChange::Queue(Box::new(next.clone())))
            .with(MailChange::Sent(MailLease { mail: sample.id, until }))
    };

    assert_eq!(outcome(&store, sent(minutes(5) + TICK)).await, Outcome::Gone);
    assert_eq!(waiting(&store).await.len(), 1);
    commit(&store, sent(minutes(5))).await;

    assert_eq!(waiting(&store).await, [next]);
}
