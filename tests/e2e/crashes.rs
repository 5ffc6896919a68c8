//! Processes that end, by force or on request: nobody has half an account, and nobody who was answered is forgotten.

use std::collections::HashSet;
use std::time::Duration;

use tokio::time::{Instant, sleep};
use user_e2e::{Database, Demo, Kind, Manners, ScriptedSmtp, Visitor, until, within};

use crate::crowd::{Crowd, Seen};

/// At least so many kills, and as many more as there is time for, up to the most.
const KILLS: std::ops::RangeInclusive<u64> = 20..=100;
const TIME_FOR_KILLS: Duration = Duration::from_secs(30);

#[tokio::test(flavor = "multi_thread")]
async fn a_killed_process_leaves_no_half_user_and_forgets_no_mail_on_sqlite() {
    kills(Kind::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_killed_process_leaves_no_half_user_and_forgets_no_mail_on_postgres() {
    kills(Kind::Postgres).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_killed_process_leaves_no_half_user_and_forgets_no_mail_on_mariadb() {
    kills(Kind::MariaDb).await;
}

async fn kills(kind: Kind) {
    let Some(database) = Database::fresh(kind).await else { return };
    let server = ScriptedSmtp::start(Manners::Good).await;
    // What a killed process had in its hands is taken over as soon as its lease runs out.
    let setup =
        Demo::setup().on(&database).with("MAIL__URL", &server.url()).with("MAILS__LEASE", "2s").patient();
    let began = Instant::now();
    let mut registered = Vec::new();
    let mut kills = 0;
    while kills < *KILLS.start() || (kills < *KILLS.end() && began.elapsed() < TIME_FOR_KILLS) {
        let mut site = setup.start().await;
        let crowd = Crowd::registering(&site, 4);
        within(Duration::from_secs(30), "somebody registers", async || {
            (crowd.registered() > 0).then_some(())
        })
        .await;
        // At every moment of what happens, a little later each time: there is nothing to wait for.
        sleep(Duration::from_millis(kills * 7 % 60)).await;
        site.kill();
        registered.extend(crowd.all_gone().await.registered);
        kills += 1;
    }

    let _site = setup.start().await;
    until_outbox_is_empty(&database).await;
    println!("{kind:?}: {kills} kills, {} registered, {:?}", registered.len(), began.elapsed());
    assert_whole(&database, &registered).await;
    let told: HashSet<_> = server.taken().into_iter().map(|mail| mail.to).collect();
    let forgotten: Vec<_> = registered.iter().filter(|email| !told.contains(*email)).collect();
    assert!(forgotten.is_empty(), "answered, and no mail: {forgotten:?}");
}

/// What is known of a password that is changed all the time, while the process may be killed.
struct Passwords {
    /// The one that was good last.
    good: String,
    /// The one that was sent, and not answered.
    sent: Option<String>,
    answered: usize,
}

#[tokio::test(flavor = "multi_thread")]
async fn a_killed_process_leaves_the_old_password_or_the_new_one_and_forgets_no_mail() {
    let database = Database::sqlite();
    let server = ScriptedSmtp::start(Manners::Good).await;
    let setup =
        Demo::setup().on(&database).with("MAIL__URL", &server.url()).with("MAILS__LEASE", "2s").patient();
    let mut site = setup.start().await;
    let ada = site.visitor("ada");
    ada.registers().await;
    let mail = until("a mail", async || server.taken().into_iter().next()).await;
    ada.confirms(mail.link("/confirm-email/").unwrap()).await;
    let mut known = Passwords { good: ada.password.clone(), sent: None, answered: 0 };

    for kill in 0..*KILLS.start() {
        let mut person = ada.elsewhere().at(&site.base);
        known.good = the_good_one(&person, &known).await;
        person.password.clone_from(&known.good);
        person.signs_in().await;
        let changing = tokio::spawn(changes_on_and_on(person, kill, known));
        // At every moment of a change, which takes some hundred milliseconds here: there is nothing to wait for.
        sleep(Duration::from_millis(60 + kill * 37 % 400)).await;
        site.kill();
        known = changing.await.unwrap();
        site = setup.start().await;
    }

    the_good_one(&ada.elsewhere().at(&site.base), &known).await;
    until_outbox_is_empty(&database).await;
    let changed = database.count("SELECT count(*) FROM user_event WHERE kind = 'password_changed'").await;
    let told = server.taken().into_iter().filter(|mail| mail.subject.contains("was changed"));
    let told: HashSet<_> = told.map(|mail| mail.message_id).collect();
    println!("{} changes answered, {changed} made, {} mails", known.answered, told.len());
    assert_eq!(i64::try_from(told.len()).unwrap(), changed, "a mail for each change");
    let kills = usize::try_from(*KILLS.start()).unwrap();
    assert!((known.answered..=known.answered + kills).contains(&told.len()), "{} answered", known.answered);
}

/// The one password that is good: the last one, or the one that was sent and not answered.
async fn the_good_one(person: &Visitor, known: &Passwords) -> String {
    let mut good = Vec::new();
    for password in [Some(&known.good), known.sent.as_ref()].into_iter().flatten() {
        if person.elsewhere().tries_to_sign_in(password).await.status == 303 {
            good.push(password.clone());
        }
    }
    assert_eq!(good.len(), 1, "one password is good, and only one");
    good.remove(0)
}

async fn changes_on_and_on(person: Visitor, round: u64, mut known: Passwords) -> Passwords {
    known.sent = None;
    for number in 0.. {
        let Ok(page) = person.tries("/user/change-password").await else { break };
        let new = format!("violet-anchor-{round}-{number}-teapot");
        let (old, form) = (known.good.clone(), page.form("/change-password"));
        known.sent = Some(new.clone());
        let typed = [("old_password", &*old), ("new_password", &*new), ("retype_password", &*new)];
        let Ok(answer) = person.tries_to_send(&form, &typed).await else { break };
        assert_eq!(answer.status, 303, "{:?} {}", answer.errors(), answer.body);
        known = Passwords { good: new, sent: None, answered: known.answered + 1 };
    }
    known
}

async fn until_outbox_is_empty(database: &Database) {
    until("an empty outbox", async || {
        (database.count("SELECT count(*) FROM user_mail").await == 0).then_some(())
    })
    .await;
}

/// Whoever was told to look for a mail has an account, and every account has all that belongs to it.
pub(crate) async fn assert_whole(database: &Database, registered: &[String]) {
    let keys = "SELECT COALESCE(address_key, proposed_key) FROM user_email";
    let kept: HashSet<_> = database.column(keys).await.into_iter().collect();
    let lost: Vec<_> = registered.iter().filter(|email| !kept.contains(*email)).collect();
    assert!(lost.is_empty(), "answered, and no account: {lost:?}");
    let accounts = database.count("SELECT count(*) FROM user_account").await;
    for (what, statement) in [
        ("address", "SELECT count(DISTINCT user_id) FROM user_email"),
        ("link", "SELECT count(DISTINCT user_id) FROM user_token WHERE purpose = 'confirm_email'"),
        ("event", "SELECT count(DISTINCT user_id) FROM user_event WHERE kind = 'user_registered'"),
    ] {
        assert_eq!(database.count(statement).await, accounts, "as many accounts with an {what} as there are");
    }
    assert_eq!(i64::try_from(kept.len()).unwrap(), accounts, "an address without an account");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_process_that_is_asked_to_stop_drops_nothing_it_accepted() {
    let database = Database::sqlite();
    let server = ScriptedSmtp::start(Manners::Good).await;
    let setup = Demo::setup().on(&database).with("MAIL__URL", &server.url()).patient();
    let mut registered = Vec::new();
    for round in 1..=3 {
        let mut site = setup.start().await;
        let crowd = Crowd::registering(&site, 8);
        until("ten register", async || (crowd.registered() >= 10).then_some(())).await;

        let asked = Instant::now();
        site.terminate();
        let seen: Seen = crowd.all_gone().await;
        let status = site.ended().await;

        println!("round {round}: stopped after {:?}, {} registered", asked.elapsed(), seen.registered.len());
        assert!(status.success(), "{status}");
        assert_eq!(seen.broken, Vec::<String>::new(), "accepted and dropped");
        assert_eq!(seen.turned_away, 8);
        registered.extend(seen.registered);
    }

    let _site = setup.start().await;
    until_outbox_is_empty(&database).await;
    assert_whole(&database, &registered).await;
    let times = server.times_taken();
    assert_eq!(times.len(), registered.len());
    assert!(times.values().all(|times| *times == 1), "a stop sends no mail twice");
}

#[tokio::test]
async fn sessions_and_links_outlive_a_change_of_the_secret_through_the_ring() {
    let (old, new) = ("e41b7c92a05d3f68179c84b2d6f05e3a", "0b93d7f25c6e8a1447f1a9c3582e6db0");
    let database = Database::sqlite();
    let server = ScriptedSmtp::start(Manners::Good).await;
    let setup = Demo::setup().on(&database).with("MAIL__URL", &server.url()).patient();
    let mut site = setup.clone().with("SECRET", old).start().await;
    let ada = site.visitor("ada");
    ada.registers().await;
    let mail = until("a mail", async || server.taken().into_iter().next()).await;
    let link = mail.link("/confirm-email/").unwrap().to_owned();
    let setup = site.setup_on_same_port();
    site.kill();

    let mut site = setup.clone().with("SECRET", new).with("EARLIER_SECRETS", old).start().await;
    ada.confirms(&link).await;
    assert!(ada.is_signed_in().await, "the mark of the browser that registered is still good");
    site.kill();
    let mut site = setup.clone().with("SECRET", old).start().await;
    assert!(!ada.is_signed_in().await, "what the new secret sealed is no good under the old one alone");
    ada.signs_in().await;
    site.kill();
    let mut site = setup.clone().with("SECRET", new).with("EARLIER_SECRETS", old).start().await;
    assert!(ada.is_signed_in().await, "the ring opens what the old secret sealed");
    let phone = ada.elsewhere();
    phone.signs_in().await;
    site.kill();
    let _site = setup.with("SECRET", new).start().await;
    assert!(!ada.is_signed_in().await, "an old secret that left the ring opens nothing");
    assert!(phone.is_signed_in().await);
}

#[tokio::test]
async fn a_site_whose_log_nobody_reads_any_more_serves_and_stops_all_the_same() {
    let mut site = Demo::setup().unheard().start().await;
    let mut ada = site.visitor("ada");
    ada.settles_in().await;
    assert!(ada.is_signed_in().await);

    site.terminate();
    assert!(site.ended().await.success());
}
