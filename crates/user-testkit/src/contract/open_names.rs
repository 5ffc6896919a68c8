//! Sentences about names that a program does not know: a newer one may have written them.

use user_core::domain::{EventKind, MailDetails, MailKind, MailLink, NAME_MAX, Purpose, QueuedMail};
use user_core::ports::{Changes, MailChange, MailState, TokenChange};

use super::probe::{Outcome, Subject, commit, events, insert, insert_token, outcome, token};
use super::purge;
use super::samples::{self, active, event, event_of, mail, minutes, noon, token_id};
use crate::altered;

/// Names of one byte, of the most bytes that a name has, and of every sign that occurs in one.
fn unknown() -> [String; 4] {
    ["?".to_owned(), "kind_of_2030".to_owned(), "acme:Tea.Order-1/2'\"\\%".to_owned(), "x".repeat(NAME_MAX)]
}

fn unknown_mails() -> Vec<QueuedMail> {
    let kinds = unknown().map(|name| MailKind::parse(&name).expect("a name"));
    kinds.into_iter().map(|kind| altered(mail(), |mail| mail.kind = kind)).collect()
}

async fn queue(store: &Subject, mails: &[QueuedMail]) {
    let changes = mails.iter().map(|mail| MailChange::Queue(Box::new(mail.clone())));
    commit(store, changes.fold(Changes::none(), Changes::with)).await;
}

/// A kind of event or mail, or a purpose, that no program knows yet comes back as it went in, whatever its signs.
pub async fn unknown_names_come_back_as_they_went_in(store: Subject) {
    let ada = active("ada");
    insert(&store, &ada).await;
    let mails = unknown_mails();
    queue(&store, &mails).await;
    for name in unknown() {
        let (kind, purpose) =
            (EventKind::parse(&name).expect("a name"), Purpose::parse(&name).expect("a name"));
        let sample = samples::token(&ada, purpose);
        insert_token(&store, &sample).await;
        commit(&store, event_of(&ada, kind)).await;

        assert_eq!(token(&store, sample.id).await, Some(sample.clone()));
        assert_eq!(store.tokens(&ada.id, purpose).await.expect("a look-up"), [sample]);
        assert_eq!(events(&store, ada.id).await.first(), Some(&kind));
    }

    assert_eq!(store.mails(MailState::Waiting, 9).await.expect("a look-up"), mails);
}

/// A mail of an unknown kind, or with a link of an unknown purpose, is lent as it went in, after more urgent ones.
pub async fn a_mail_of_an_unknown_kind_is_lent_after_urgent_ones(store: Subject) {
    let purpose = Purpose::parse("purpose_of_2030").expect("a name");
    let link = Some(MailLink::Token { purpose, token: token_id(), valid_minutes: 5 });
    let linked =
        altered(mail(), |mail| mail.details = altered(MailDetails::default(), |details| details.link = link));
    let odd = unknown_mails();
    queue(&store, &odd).await;
    queue(&store, std::slice::from_ref(&linked)).await;

    let first = store.lease_mail(noon(), minutes(5), 1).await.expect("a lease");
    let rest = store.lease_mail(noon(), minutes(5), 9).await.expect("a lease");

    let lent = |mail: &QueuedMail| altered(mail.clone(), |mail| mail.leased_until = Some(minutes(5)));
    assert_eq!(first, [lent(&linked)]);
    assert_eq!(rest, odd.iter().map(lent).collect::<Vec<_>>());
}

/// A token of an unknown purpose is claimed for its purpose alone, is spoiled with all of its user, and goes when it is
/// over.
pub async fn a_token_of_an_unknown_purpose_is_like_any_other(store: Subject) {
    let ada = active("ada");
    insert(&store, &ada).await;
    let purpose = Purpose::parse("purpose_of_2030").expect("a name");
    let [used, spoiled] = [samples::token(&ada, purpose), samples::token(&ada, purpose)];
    for sample in [&used, &spoiled] {
        insert_token(&store, sample).await;
    }
    let claim = |purpose| TokenChange::Claim { id: used.id, purpose, at: minutes(1) };

    assert_eq!(outcome(&store, claim(Purpose::RESET_PASSWORD)).await, Outcome::Gone);
    commit(&store, claim(purpose)).await;
    commit(&store, TokenChange::VoidAll { user: ada.id, at: minutes(2) }).await;

    assert_eq!(
        token(&store, used.id).await,
        Some(altered(used.clone(), |token| token.used_at = Some(minutes(1))))
    );
    assert_eq!(
        token(&store, spoiled.id).await,
        Some(altered(spoiled.clone(), |token| token.used_at = Some(minutes(2))))
    );
    let before = altered(purge::nothing(), |purge| purge.tokens = minutes(61));
    assert_eq!(store.purge(before, 9).await.expect("a purge"), 2);
    assert_eq!((token(&store, used.id).await, token(&store, spoiled.id).await), (None, None));
}

/// Rows with unknown names keep none of the rows around them from being listed, lent, changed or purged.
pub async fn rows_of_unknown_kinds_stop_nothing(store: Subject) {
    let ada = active("ada");
    insert(&store, &ada).await;
    let kind = EventKind::parse("kind_of_2030").expect("a name");
    for odd in unknown_mails() {
        let known = [mail(), mail()];
        queue(&store, &[known[0].clone(), odd, known[1].clone()]).await;
        let changes = [event(&ada), event_of(&ada, kind), event(&ada)];
        commit(&store, changes.into_iter().fold(Changes::none(), Changes::with)).await;
    }

    let lent = store.lease_mail(noon(), minutes(5), 99).await.expect("a lease");

    assert_eq!(lent.len(), 12);
    assert_eq!(lent.iter().filter(|mail| mail.kind.is_known()).count(), 8);
    let told = events(&store, ada.id).await;
    assert_eq!((told.len(), told.iter().filter(|found| **found == kind).count()), (12, 4));
    let before = altered(purge::nothing(), |purge| purge.events = minutes(1));
    assert_eq!(store.purge(before, 99).await.expect("a purge"), 12);
}
