//! Users of another program, judged and written.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeZone, Utc};
use user_core::domain::{
    EventKind, FieldValue, ImportedEmail, ImportedUser, PasswordHash, User, UserId, UserStatus,
};
use user_core::flows::{ImportMode, ImportOptions, ImportOutcome, ImportResult, UnknownHashes};
use user_core::ports::UserKey;
use user_core::settings::{FieldDeclaration, FieldKind, Identifiers};
use user_testkit::PlainHasher;

use crate::world::{PASSWORD, World, credentials, visitor};

fn options(mode: ImportMode) -> ImportOptions {
    ImportOptions { source: "old".to_owned(), mode, unknown_hashes: UnknownHashes::LeaveOut }
}

fn confirmed() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2014, 1, 31, 12, 0, 0).unwrap()
}

fn email(address: &str) -> ImportedEmail {
    ImportedEmail { address: address.to_owned(), confirmed_at: Some(confirmed()), primary: false }
}

fn member(id: u32, name: &str) -> ImportedUser {
    ImportedUser {
        external_id: id.to_string(),
        username: Some(name.to_owned()),
        emails: vec![email(&format!("{name}@example.com"))],
        password_hash: Some(PlainHasher::old_hash(PASSWORD)),
        ..ImportedUser::default()
    }
}

async fn write(world: &World, users: &[ImportedUser]) -> Vec<ImportOutcome> {
    world.users.import(options(ImportMode::Write)).batch(users).await.unwrap()
}

async fn try_out(world: &World, users: &[ImportedUser]) -> Vec<ImportOutcome> {
    world.users.import(options(ImportMode::DryRun)).batch(users).await.unwrap()
}

async fn found(world: &World, id: &str) -> Option<User> {
    let key = UserKey::Id(UserId::imported("old", id));
    user_core::ports::Store::user(&world.store, key).await.unwrap()
}

fn told(outcomes: &[ImportOutcome]) -> Vec<(ImportResult, Vec<&str>)> {
    outcomes
        .iter()
        .map(|outcome| (outcome.result, outcome.remarks.iter().map(|remark| remark.code.as_str()).collect()))
        .collect()
}

#[tokio::test]
async fn a_user_without_anything_to_sign_in_with_is_refused_and_named() {
    let world = World::new();
    let nobody = ImportedUser { external_id: "7".to_owned(), ..ImportedUser::default() };
    let odd = ImportedUser { emails: vec![email("no address")], ..member(8, "o'hara") };

    let outcomes = write(&world, &[nobody, odd]).await;

    let refused = ImportResult::Refused;
    assert_eq!(
        told(&outcomes),
        [
            (refused, vec!["import.no_identifier"]),
            (refused, vec!["username.bad_characters", "email.malformed", "import.no_identifier"]),
        ]
    );
    assert_eq!(outcomes[1].remarks[0].value, "o'hara");
    assert!(world.users.users(None, 9).await.unwrap().is_empty());
}

#[tokio::test]
async fn an_imported_user_signs_in_with_the_old_password_and_is_told_of_as_imported() {
    let world = World::new();

    let outcomes =
        write(&world, &[ImportedUser { roles: vec!["Team Lead".to_owned()], ..member(1, "ada") }]).await;

    assert_eq!(told(&outcomes), [(ImportResult::Imported, vec!["role.renamed"])]);
    assert_eq!(world.told.kinds(), [EventKind::USER_IMPORTED]);
    assert_eq!(world.queued().await.len(), 0);
    let ada = found(&world, "1").await.unwrap();
    assert!(ada.has_role("team-lead"));
    assert_eq!(ada.primary_email().unwrap().confirmed_at, Some(confirmed()));
    world.users.sign_in(&credentials("ada", PASSWORD), &visitor()).await.unwrap();
}

#[tokio::test]
async fn a_dry_run_says_the_same_and_writes_nothing() {
    let users = [member(1, "ada"), member(2, "ADA"), member(3, "taken")];
    let (tried, real) = (World::new(), World::new());
    for world in [&tried, &real] {
        world.member("taken").await;
    }

    let dry = try_out(&tried, &users).await;
    let wet = write(&real, &users).await;

    assert_eq!(dry, wet);
    assert_eq!(dry[1].result, ImportResult::Refused);
    assert_eq!(dry[2].result, ImportResult::Refused);
    assert_eq!(tried.users.users(None, 9).await.unwrap().len(), 1);
    assert_eq!(real.users.users(None, 9).await.unwrap().len(), 2);
}

#[tokio::test]
async fn names_that_differ_in_case_only_go_to_the_first_and_the_second_comes_by_address() {
    let world = World::new();
    let second = ImportedUser { emails: vec![email("other@example.com")], ..member(2, "ADA") };

    let outcomes = write(&world, &[member(1, "ada"), second]).await;

    assert_eq!(outcomes[0].remarks, []);
    assert_eq!(told(&outcomes)[1], (ImportResult::Imported, vec!["username.taken"]));
    assert!(found(&world, "2").await.unwrap().username.is_none());
}

#[tokio::test]
async fn an_import_that_was_stopped_is_run_again_and_finishes() {
    let users: Vec<_> = (1..=9).map(|id| member(id, &format!("member{id}"))).collect();
    let (whole, stopped) = (World::new(), World::new());
    write(&whole, &users).await;
    write(&stopped, &users[..4]).await;

    let again = write(&stopped, &users).await;
    let third = write(&stopped, &users).await;

    let count = |outcomes: &[ImportOutcome], result| outcomes.iter().filter(|o| o.result == result).count();
    assert_eq!(count(&again, ImportResult::AlreadyThere), 4);
    assert_eq!(count(&again, ImportResult::Imported), 5);
    assert_eq!(count(&third, ImportResult::AlreadyThere), 9);
    let ids = |users: Vec<User>| users.iter().map(|user| user.id).collect::<Vec<_>>();
    let (whole, stopped) = (whole.users.users(None, 99).await, stopped.users.users(None, 99).await);
    assert_eq!(ids(whole.unwrap()), ids(stopped.unwrap()));
}

#[tokio::test]
async fn statuses_come_along_and_a_pending_user_gets_the_whole_time_to_confirm() {
    let world = World::new();
    let unproven = |id, name: &str| {
        let mut user = ImportedUser { created_at: Some(confirmed()), ..member(id, name) };
        user.emails[0].confirmed_at = None;
        user
    };
    let active = ImportedUser { created_at: Some(confirmed()), ..member(1, "ada") };
    let disabled = ImportedUser { disabled: true, ..unproven(2, "bob") };

    write(&world, &[active, disabled, unproven(3, "cyd")]).await;

    let (ada, bob, cyd) = (
        found(&world, "1").await.unwrap(),
        found(&world, "2").await.unwrap(),
        found(&world, "3").await.unwrap(),
    );
    assert_eq!([ada.status, bob.status], [UserStatus::Active, UserStatus::Disabled]);
    assert_eq!(cyd.status, UserStatus::Pending);
    assert_eq!(ada.created_at, confirmed());
    assert_eq!(cyd.created_at, world.users.now());
    assert!(cyd.primary_email().is_none());
}

#[tokio::test]
async fn an_address_that_nobody_proved_is_listed_and_not_taken() {
    let world = World::new();
    let mut ada = member(1, "ada");
    ada.emails.push(ImportedEmail { confirmed_at: None, primary: true, ..email("new@example.com") });

    let outcomes = write(&world, &[ada, member(2, "new")]).await;

    assert_eq!(told(&outcomes), [(ImportResult::Imported, vec![]), (ImportResult::Imported, vec![])]);
    let ada = found(&world, "1").await.unwrap();
    assert_eq!(ada.primary_email().unwrap().address.as_str(), "ada@example.com");
    assert_eq!(ada.emails.len(), 2);
}

#[tokio::test]
async fn what_no_scheme_knows_is_no_password_unless_it_is_said_to_be_one() {
    let (left_out, hashed) = (World::new(), World::new());
    let ada = ImportedUser { password_hash: Some(PasswordHash::new(PASSWORD)), ..member(1, "ada") };

    let outcomes = write(&left_out, std::slice::from_ref(&ada)).await;
    let plain = ImportOptions { unknown_hashes: UnknownHashes::ArePasswords, ..options(ImportMode::Write) };
    hashed.users.import(plain).batch(&[ada]).await.unwrap();

    assert_eq!(told(&outcomes), [(ImportResult::Imported, vec!["password.unknown_hash"])]);
    assert_eq!(outcomes[0].remarks[0].value, "");
    assert!(found(&left_out, "1").await.unwrap().password_hash.is_none());
    hashed.users.sign_in(&credentials("ada", PASSWORD), &visitor()).await.unwrap();
}

#[tokio::test]
async fn declared_fields_come_along_and_others_are_named_once() {
    let world = World::with(|settings| {
        settings.fields = vec![FieldDeclaration::new("first_name", FieldKind::default())];
    });
    let fields = [("first_name", "Ada"), ("shoe_size", "37")];
    let fields: BTreeMap<_, _> = fields.map(|(name, value)| (name.to_owned(), value.to_owned())).into();
    let mut import = world.users.import(options(ImportMode::Write));

    let outcomes = import.batch(&[ImportedUser { fields, ..member(1, "ada") }]).await.unwrap();

    assert_eq!(outcomes[0].remarks, []);
    assert_eq!(import.undeclared().iter().collect::<Vec<_>>(), ["shoe_size"]);
    let ada = found(&world, "1").await.unwrap();
    assert_eq!(ada.profile.get("first_name"), Some(&FieldValue::Text("Ada".to_owned())));
    assert_eq!(ada.profile.get("shoe_size"), None);
}

#[tokio::test]
async fn where_addresses_are_not_for_signing_in_a_name_is_needed() {
    let world = World::identified_by(Identifiers::Username);

    let outcomes = write(&world, &[member(1, "x")]).await;

    assert_eq!(
        told(&outcomes),
        [(ImportResult::Refused, vec!["username.too_short", "import.no_identifier"])]
    );
}

#[test]
fn ids_keep_the_order_of_numbers_and_differ_by_source() {
    let id = |source, external| UserId::imported(source, external);

    assert_eq!(id("old", "12"), id("old", "12"));
    assert_ne!(id("old", "12"), id("older", "12"));
    assert!(id("old", "9") < id("old", "10"));
    assert_ne!(id("old", "a-b"), id("old", "a-c"));
}

#[tokio::test]
async fn whatever_is_not_kept_letter_by_letter_is_told() {
    let world = World::with(|settings| {
        settings.fields = vec![FieldDeclaration::new("first_name", FieldKind::default())];
    });
    let ada = ImportedUser {
        username: Some(" ada".to_owned()),
        emails: vec![email("Ada@Example.com ")],
        created_at: Some(world.users.now() + chrono::TimeDelta::days(1)),
        fields: BTreeMap::from([("first_name".to_owned(), "Ada ".to_owned())]),
        ..member(1, "ada")
    };

    let outcomes = write(&world, &[ada]).await;

    let changes = vec!["created_at.future", "username.changed", "email.changed", "profile.changed"];
    assert_eq!(told(&outcomes), [(ImportResult::Imported, changes)]);
    let ada = found(&world, "1").await.unwrap();
    assert_eq!(ada.username.unwrap().as_str(), "ada");
    assert_eq!(ada.emails[0].address.as_str(), "Ada@Example.com");
    assert_eq!(ada.created_at, world.users.now());
}

#[tokio::test]
async fn the_report_of_a_second_run_is_as_whole_as_that_of_the_first() {
    let world = World::new();
    let second = ImportedUser { emails: vec![email("other@example.com")], ..member(2, "ADA") };
    let users = [member(1, "ada"), second, ImportedUser { username: None, ..member(3, "cyd") }];

    let first = write(&world, &users).await;
    let again = write(&world, &users).await;

    let remarks = |outcomes: &[ImportOutcome]| outcomes.iter().map(|o| o.remarks.clone()).collect::<Vec<_>>();
    assert_eq!(remarks(&first), remarks(&again));
    assert!(again.iter().all(|outcome| outcome.result == ImportResult::AlreadyThere));
}

#[tokio::test]
async fn passwords_of_users_who_are_there_or_refused_are_not_hashed_again() {
    let world = World::new();
    let plain = ImportOptions { unknown_hashes: UnknownHashes::ArePasswords, ..options(ImportMode::Write) };
    let dry = ImportOptions { mode: ImportMode::DryRun, ..plain.clone() };
    let ada = ImportedUser { password_hash: Some(PasswordHash::new(PASSWORD)), ..member(1, "ada") };
    let nobody = ImportedUser { username: None, emails: vec![], external_id: "2".to_owned(), ..ada.clone() };
    let users = [ada, nobody];

    let before = world.hasher.hashes();
    world.users.import(dry).batch(&users).await.unwrap();
    assert_eq!(world.hasher.hashes(), before);
    world.users.import(plain.clone()).batch(&users).await.unwrap();
    world.users.import(plain).batch(&users).await.unwrap();

    assert_eq!(world.hasher.hashes(), before + 1);
}
