//! A hundred callers at the same moment: one user for each address and name, one use of each link, no more guesses than
//! are allowed, and never a failure of the site.

use std::collections::BTreeMap;

use futures_util::future::join_all;
use user_e2e::{Database, Demo, Kind, Page, Setup, Visitor, until};

const CALLERS: usize = 100;

/// Answers that may come of a race: done, refused, too many, or too busy to say.
const EXPECTED: [u16; 4] = [303, 422, 429, 503];

async fn on(kind: Kind) -> Option<(Database, Setup)> {
    let database = Database::fresh(kind).await?;
    let setup = Demo::setup().on(&database);
    Some((database, setup))
}

/// How often each answer came; each must be one of those that may.
fn tally(what: &str, kind: Kind, pages: &[Page]) -> BTreeMap<u16, usize> {
    let mut tally = BTreeMap::new();
    for page in pages {
        assert!(EXPECTED.contains(&page.status), "{}: {}", page.status, page.body);
        *tally.entry(page.status).or_default() += 1;
    }
    println!("{kind:?}: {what}: {tally:?}");
    tally
}

/// The same letters, but for capitals: a different choice for each number.
fn in_other_capitals(text: &str, number: usize) -> String {
    let capital = |(index, letter): (usize, char)| {
        if (number >> (index % 7)) & 1 == 1 { letter.to_ascii_uppercase() } else { letter }
    };
    text.chars().enumerate().map(capital).collect()
}

/// One address, in other capitals, composed and decomposed, its domain in letters and as ASCII.
fn in_other_letters(number: usize) -> String {
    let local = if number.is_multiple_of(2) { "zo\u{eb}" } else { "zoe\u{308}" };
    let domain = if number.is_multiple_of(3) { "b\u{fc}cher.example" } else { "xn--bcher-kva.example" };
    in_other_capitals(&format!("{local}@{domain}"), number)
}

macro_rules! on_each_database {
    ($($name:ident)*) => { $(
        mod $name {
            use user_e2e::Kind;

            #[tokio::test(flavor = "multi_thread")]
            async fn sqlite() { super::$name(Kind::Sqlite).await; }
            #[tokio::test(flavor = "multi_thread")]
            async fn postgres() { super::$name(Kind::Postgres).await; }
            #[tokio::test(flavor = "multi_thread")]
            async fn mariadb() { super::$name(Kind::MariaDb).await; }
        }
    )* };
}

on_each_database! {
    one_address_in_any_spelling_makes_one_user
    one_name_in_any_capitals_makes_one_user
    one_reset_link_sets_one_password
    no_more_guesses_are_looked_at_than_are_free
}

async fn one_address_in_any_spelling_makes_one_user(kind: Kind) {
    let Some((database, setup)) = on(kind).await else { return };
    let site = setup.patient().start().await;
    let ada = site.visitor("ada");
    let rivals: Vec<_> = (0..CALLERS)
        .map(|number| {
            let rival = ada.elsewhere().called(&format!("rival-{number}"));
            rival.with_email(in_other_letters(number))
        })
        .collect();

    let pages = join_all(rivals.iter().map(Visitor::tries_to_register)).await;

    let tally = tally("one address", kind, &pages);
    assert!(tally.contains_key(&303), "{tally:?}");
    let accounts = tally.get(&303).copied().unwrap_or_default();
    let kept = database.count("SELECT count(*) FROM user_account").await;
    assert_eq!(usize::try_from(kept).unwrap(), accounts, "an address is listed by all, and taken by none");
    let keys = database.column("SELECT DISTINCT proposed_key FROM user_email").await;
    assert_eq!(keys, ["zo\u{eb}@xn--bcher-kva.example"]);
}

async fn one_name_in_any_capitals_makes_one_user(kind: Kind) {
    let Some((database, setup)) = on(kind).await else { return };
    let site = setup.patient().start().await;
    let ada = site.visitor("ada");
    let rivals: Vec<_> = (0..CALLERS)
        .map(|number| {
            let rival = ada.elsewhere().called(&format!("rival-{number}"));
            rival.with_username(in_other_capitals(&ada.username, number))
        })
        .collect();

    let pages = join_all(rivals.iter().map(Visitor::tries_to_register)).await;

    let tally = tally("one name", kind, &pages);
    assert_eq!(tally.get(&303), Some(&1));
    let names = database.column("SELECT username_key FROM user_account").await;
    assert_eq!(names, [ada.username.as_str()]);
    crate::crashes::assert_whole(&database, &[]).await;
}

async fn one_reset_link_sets_one_password(kind: Kind) {
    let Some((database, setup)) = on(kind).await else { return };
    let site = setup.patient().start().await;
    let mut ada = site.visitor("ada");
    ada.settles_in().await;
    ada.forgets_password().await;
    let mail = ada.reads_mail().await;
    let link = mail.link("/reset-password/").unwrap();
    let browsers: Vec<_> = (0..CALLERS).map(|_| ada.elsewhere()).collect();
    let forms =
        join_all(browsers.iter().map(async |browser| browser.goes_to(link).await.form("/reset-password")))
            .await;
    let passwords: Vec<_> =
        (0..CALLERS).map(|number| format!("{number} purple otters juggle again")).collect();

    let sent = browsers.iter().zip(&forms).zip(&passwords).map(async |((browser, form), new)| {
        browser.sends(form, &[("new_password", new), ("retype_password", new)]).await
    });
    let pages = join_all(sent).await;

    tally("one reset link", kind, &pages);
    let did: Vec<_> =
        (0..CALLERS).filter(|index| pages[*index].location.as_deref() == Some("/user/sign-in")).collect();
    assert_eq!(did.len(), 1, "so many were told that they set a new password");
    let events = "SELECT count(*) FROM user_event WHERE kind = 'password_reset'";
    assert_eq!(database.count(events).await, 1);
    assert_eq!(ada.elsewhere().tries_to_sign_in(&passwords[did[0]]).await.status, 303);
    assert_eq!(ada.elsewhere().tries_to_sign_in(&ada.password).await.status, 422);
    ada.read = 2;
    ada.reads_mail().await;
    assert_eq!(ada.mailbox.to(&ada.email).await.len(), 3, "one mail tells of it");
}

async fn no_more_guesses_are_looked_at_than_are_free(kind: Kind) {
    let Some((_database, setup)) = on(kind).await else { return };
    // Long enough that nobody waits for the next one while the test runs.
    let setup = ["ACCOUNT_AND_CLIENT", "ACCOUNT"].into_iter().fold(setup, |setup, limit| {
        setup
            .with(&format!("THROTTLES__{limit}__DELAY"), "10m")
            .with(&format!("THROTTLES__{limit}__LONGEST"), "20m")
    });
    let setup = setup.with("THROTTLES__CLIENT__FREE", "1000000").with("TRUSTED_PROXIES", "127.0.0.0/8");
    let setup = setup.with("THROTTLE", "database");
    // Two processes that count together.
    let sites = match kind {
        Kind::Sqlite => vec![setup.start().await],
        _ => vec![setup.start().await, setup.apart().start().await],
    };
    let mut ada = sites[0].visitor("ada");
    ada.settles_in().await;
    let base = |number: usize| &sites[number % sites.len()].base;

    let one_client =
        (0..CALLERS).map(|number| guess(ada.elsewhere().at(base(number)).from_address("192.0.2.1")));
    let pages = join_all(one_client).await;
    let looked_at = tally("guesses of one client", kind, &pages).get(&422).copied().unwrap_or_default();
    assert!((1..=5).contains(&looked_at), "{looked_at} looked at");

    let everywhere = (0..CALLERS)
        .map(|number| guess(ada.elsewhere().at(base(number)).from_address(&format!("198.51.100.{number}"))));
    let pages = join_all(everywhere).await;
    let looked_at = tally("guesses from everywhere", kind, &pages).get(&422).copied().unwrap_or_default();
    assert!((1..=50).contains(&looked_at), "{looked_at} looked at");
    let right = ada.elsewhere().from_address("192.0.2.1").tries_to_sign_in(&ada.password).await;
    assert_eq!(right.status, 429, "while throttled, the right password gets the answer of a wrong one");
    let owner = ada.from_address("203.0.113.9");
    owner.signs_out().await;
    assert_eq!(
        owner.tries_to_sign_in(&owner.password).await.status,
        303,
        "the owner's own device is not shut out"
    );
}

async fn guess(guesser: Visitor) -> Page {
    guesser.tries_to_sign_in("not the password at all").await
}

#[tokio::test(flavor = "multi_thread")]
async fn far_more_sign_ins_than_there_is_room_for_are_turned_away_and_leave_memory_bounded() {
    // All of them are one client here, and it is the hasher that must turn them away.
    let site = Demo::setup().patient().with("SERVER__MAX_CONNECTIONS_PER_CLIENT", "1000").start().await;
    let mut ada = site.visitor("ada");
    ada.settles_in().await;
    let before = site.memory();

    // More than two seconds of hashing, which is how long a queue may be.
    let room = std::thread::available_parallelism().map_or(2, std::num::NonZero::get).min(6);
    let flood = join_all((0..150 * room).map(async |_| guess(ada.elsewhere()).await));
    let reading = async {
        let mut slowest = std::time::Duration::ZERO;
        for _ in 0..50 {
            let began = tokio::time::Instant::now();
            assert!(ada.is_signed_in().await);
            slowest = slowest.max(began.elapsed());
        }
        slowest
    };
    let (pages, slowest) = tokio::join!(flood, reading);

    let tally = tally("far more sign-ins at once", Kind::Sqlite, &pages);
    let grown = site.memory().saturating_sub(before) / 1024;
    println!("the slowest members' page meanwhile: {slowest:?}; memory grew by {grown} MiB");
    assert_eq!(tally.keys().copied().filter(|status| ![422, 503].contains(status)).count(), 0, "{tally:?}");
    assert!(tally.contains_key(&422), "{tally:?}");
    for away in pages.iter().filter(|page| page.status == 503) {
        assert!(away.headers.contains_key("retry-after"), "{:?}", away.headers);
    }
    // With more processors there may be room for all of them.
    assert!(tally.contains_key(&503) || room == 6, "{tally:?}");
    assert!(grown < 64, "{grown} MiB");
    until("quiet", async || ada.is_signed_in().await.then_some(())).await;
}
