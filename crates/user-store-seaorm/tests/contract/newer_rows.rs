//! Rows that only a newer program knows are carried, or set aside one by one, and keep nobody from the rows around them.

use chrono::TimeDelta;
use sea_orm::{ConnectionTrait, Statement};
use user_core::domain::{
    Credential, CredentialKind, EventKind, Factor, Locale, MailId, MailKind, Purpose, QueuedMail, Token,
    TokenId, TokenSubject, User,
};
use user_core::ports::{
    ChallengeChange, Changes, CredentialChange, MailChange, MailState, SessionChange, Store, SystemEntropy,
    TokenChange, UserChange, UserKey,
};
use user_store_seaorm::sea_orm;
use user_testkit::{FixedClock, altered};

use crate::databases::Fresh;
use crate::people::{challenge, credential, event, now, session, user};

on_each_database! {
    a_mail_of_a_newer_kind_leaves_as_the_others_do
    a_mail_that_cannot_be_read_keeps_no_other_from_leaving
    an_event_of_a_newer_kind_is_listed
    a_token_of_a_newer_purpose_is_carried
    credentials_and_challenges_of_newer_names_are_carried
    a_credential_that_cannot_be_read_keeps_no_other_from_being_listed
    a_user_in_a_newer_state_is_left_out_of_the_list
    a_user_who_cannot_be_read_keeps_no_other_from_being_found_or_deleted
    a_language_a_time_zone_and_a_role_of_a_newer_program_are_left_out
}

async fn execute(fresh: &Fresh, sql: &str) {
    let db = fresh.store.connection();
    let done = db.execute_raw(Statement::from_string(db.get_database_backend(), sql)).await.unwrap();
    assert_eq!(done.rows_affected(), 1, "{sql}");
}

fn mail(to: &User) -> QueuedMail {
    let (id, at) = (MailId::fresh(&FixedClock::default(), &SystemEntropy), now());
    let address = to.emails[0].address.clone();
    altered(QueuedMail::new(id, MailKind::REGISTERED, address, Locale::english(), at), |mail| {
        mail.user_id = Some(to.id);
    })
}

/// Two users with a mail each; that of the first one is made to be something else.
async fn two_mails(fresh: &Fresh, made: &str) -> MailId {
    let (ada, bob) = (user("ada"), user("bob"));
    let (odd, known) = (mail(&ada), mail(&bob));
    let mut changes = Changes::none();
    for (someone, mail) in [(&ada, &odd), (&bob, &known)] {
        changes = changes.with(UserChange::Insert(Box::new(someone.clone())));
        changes = changes.with(MailChange::Queue(Box::new(mail.clone())));
    }
    fresh.store.commit(changes).await.unwrap();
    execute(fresh, &format!("UPDATE user_mail SET {made} WHERE to_address = 'ada@example.com'")).await;
    known.id
}

async fn leased(fresh: &Fresh, limit: u32) -> Vec<MailId> {
    let until = now() + TimeDelta::minutes(5);
    let mails = fresh.store.lease_mail(now(), until, limit).await.unwrap();
    mails.into_iter().map(|mail| mail.id).collect()
}

async fn a_mail_of_a_newer_kind_leaves_as_the_others_do(fresh: Fresh) {
    let known = two_mails(&fresh, "kind = 'kind_of_2030', due_at = 0, urgency = 0").await;

    let listed = fresh.store.mails(MailState::Waiting, 10).await.unwrap();
    let odd = listed.iter().find(|mail| mail.kind.as_str() == "kind_of_2030").unwrap();
    assert_eq!(listed.len(), 2);
    assert_eq!(leased(&fresh, 1).await, [odd.id], "as urgent as whoever queued it said");
    assert_eq!(leased(&fresh, 1).await, [known]);
}

async fn a_mail_that_cannot_be_read_keeps_no_other_from_leaving(fresh: Fresh) {
    let known = two_mails(&fresh, "details = 'not JSON', due_at = 0").await;

    assert_eq!(leased(&fresh, 1).await, []);
    assert_eq!(leased(&fresh, 1).await, [known]);
}

async fn an_event_of_a_newer_kind_is_listed(fresh: Fresh) {
    let ada = user("ada");
    let (odd, known) = (event(&ada), event(&ada));
    let insert = Changes::none().with(UserChange::Insert(Box::new(ada.clone())));
    fresh.store.commit(insert.with(odd)).await.unwrap();
    execute(&fresh, "UPDATE user_event SET kind = 'kind_of_2030'").await;
    fresh.store.commit(Changes::none().with(known.clone())).await.unwrap();

    let listed = fresh.store.events_of(&ada.id, 10).await.unwrap();

    assert_eq!(listed[0], known);
    assert_eq!(listed[1].kind, EventKind::parse("kind_of_2030").unwrap());
}

async fn a_token_of_a_newer_purpose_is_carried(fresh: Fresh) {
    let ada = user("ada");
    let token = {
        let (id, subject) = (TokenId::fresh(&SystemEntropy), TokenSubject::Email(ada.emails[0].id));
        Token::new(id, Purpose::RESET_PASSWORD, ada.id, subject, now()..now() + TimeDelta::hours(1))
    };
    let insert = Changes::none().with(UserChange::Insert(Box::new(ada)));
    fresh.store.commit(insert.with(TokenChange::Insert(token.clone()))).await.unwrap();
    assert!(fresh.store.token(&token.id).await.unwrap().is_some());

    execute(&fresh, "UPDATE user_token SET purpose = 'purpose_of_2030'").await;

    let purpose = Purpose::parse("purpose_of_2030").unwrap();
    assert_eq!(
        fresh.store.token(&token.id).await.unwrap(),
        Some(altered(token, |token| token.purpose = purpose))
    );
}

async fn credentials_and_challenges_of_newer_names_are_carried(fresh: Fresh) {
    let ada = user("ada");
    let (code, step, visit) = (credential(&ada, "digest"), challenge("data"), session(&ada));
    let changes = Changes::none()
        .with(UserChange::Insert(Box::new(ada.clone())))
        .with(CredentialChange::Insert(Box::new(code.clone())))
        .with(ChallengeChange::Insert(Box::new(step.clone())))
        .with(SessionChange::Insert(visit.clone()));
    fresh.store.commit(changes).await.unwrap();

    execute(&fresh, "UPDATE user_credential SET kind = 'kind_of_2030'").await;
    execute(&fresh, "UPDATE user_challenge SET purpose = 'purpose_of_2030'").await;
    execute(&fresh, "UPDATE user_session SET proofs = '{\"factor_of_2030\":7}'").await;

    let kind = CredentialKind::parse("kind_of_2030").unwrap();
    let found = fresh.store.credential(kind, &code.handle).await.unwrap().unwrap().0;
    assert_eq!((found.kind, found.id, found.secret), (kind, code.id, code.secret));
    let found = fresh.store.challenge(&step.id).await.unwrap().unwrap();
    assert_eq!((found.purpose.as_str(), found.data), ("purpose_of_2030", step.data));
    let found = fresh.store.session(&visit.id).await.unwrap().unwrap().0;
    let factor = Factor::parse("factor_of_2030").unwrap();
    assert_eq!(found.proofs.at(factor).map(|at| at.timestamp_micros()), Some(7));
}

async fn a_credential_that_cannot_be_read_keeps_no_other_from_being_listed(fresh: Fresh) {
    let ada = user("ada");
    let codes = [credential(&ada, "a"), credential(&ada, "b"), credential(&ada, "c")];
    let mut changes = Changes::none().with(UserChange::Insert(Box::new(ada.clone())));
    for (number, code) in codes.iter().enumerate() {
        let mut code = code.clone();
        code.label = Some(format!("code {number}"));
        changes = changes.with(CredentialChange::Insert(Box::new(code)));
    }
    fresh.store.commit(changes).await.unwrap();
    execute(&fresh, "UPDATE user_credential SET data = 'not JSON' WHERE label = 'code 1'").await;

    let ids = |found: Vec<Credential>| found.iter().map(|code| code.id).collect::<Vec<_>>();
    let [first, odd, last] = codes;
    assert_eq!(ids(fresh.store.credentials_of(&ada.id, None).await.unwrap()), [first.id, last.id]);
    assert_eq!(ids(fresh.store.credentials(Some(first.id), 1).await.unwrap()), [last.id], "no empty page");
    assert_eq!(ids(fresh.store.credentials(Some(last.id), 1).await.unwrap()), []);
    assert!(fresh.store.credential(odd.kind, &odd.handle).await.is_err());
    fresh
        .store
        .commit(Changes::none().with(CredentialChange::Delete { user: ada.id, id: odd.id }))
        .await
        .unwrap();
}

async fn a_user_in_a_newer_state_is_left_out_of_the_list(fresh: Fresh) {
    let (ada, bob) = (user("ada"), user("bob"));
    for someone in [&ada, &bob] {
        let insert = Changes::none().with(UserChange::Insert(Box::new(someone.clone())));
        fresh.store.commit(insert).await.unwrap();
    }
    execute(&fresh, "UPDATE user_account SET status = 'state_of_2030' WHERE username = 'ada'").await;

    let listed = fresh.store.users(None, 10).await.unwrap();

    assert_eq!(listed.iter().map(|user| user.id).collect::<Vec<_>>(), [bob.id]);
}

async fn a_user_who_cannot_be_read_keeps_no_other_from_being_found_or_deleted(fresh: Fresh) {
    let everybody = [user("ada"), user("bob"), user("cyd")];
    for someone in &everybody {
        let insert = Changes::none().with(UserChange::Insert(Box::new(someone.clone())));
        let due = UserChange::ScheduleDeletion(someone.id, Some(now()));
        fresh.store.commit(insert.with(due)).await.unwrap();
    }
    let [ada, bob, cyd] = everybody.map(|someone| someone.id);
    execute(&fresh, "UPDATE user_account SET status = 'state_of_2030' WHERE username = 'bob'").await;

    let ids = |found: Vec<User>| found.iter().map(|user| user.id).collect::<Vec<_>>();
    let due = |after, limit| fresh.store.users_to_delete(now(), after, limit);
    let like = |after, limit| fresh.store.users_like("example", after, limit);

    assert_eq!(ids(due(None, 10).await.unwrap()), [ada, cyd]);
    assert_eq!(ids(like(None, 10).await.unwrap()), [ada, cyd]);
    assert_eq!(ids(due(Some(ada), 1).await.unwrap()), [cyd], "a page with nobody but Bob is not the last");
    assert_eq!(ids(like(Some(ada), 1).await.unwrap()), [cyd]);
    assert_eq!(ids(due(Some(cyd), 1).await.unwrap()), []);
    assert!(fresh.store.user(UserKey::Id(bob)).await.is_err());
}

async fn a_language_a_time_zone_and_a_role_of_a_newer_program_are_left_out(fresh: Fresh) {
    let ada = user("ada");
    fresh.store.commit(Changes::none().with(UserChange::Insert(Box::new(ada.clone())))).await.unwrap();
    let roles = ada.roles.len();
    assert!(roles > 0);
    execute(&fresh, "UPDATE user_account SET locale = '?', time_zone = 'Mars/Olympus Mons'").await;
    let db = fresh.store.connection();
    let odd = "INSERT INTO user_role SELECT id, 'Role Of 2030!' FROM user_account";
    db.execute_unprepared(odd).await.unwrap();

    let found = fresh.store.user(UserKey::Id(ada.id)).await.unwrap().unwrap();

    assert_eq!((found.id, found.roles), (ada.id, ada.roles));
    assert_eq!((found.locale, found.time_zone), (None, None));
}
