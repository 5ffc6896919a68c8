//! Mail servers that are down, hang, refuse or drop the line: nothing is lost, nobody waits, nobody is told twice.

use std::time::Duration;

use futures_util::future::join_all;
use tokio::net::TcpListener;
use tokio::time::Instant;
use user_e2e::{Database, Demo, Kind, Manners, ScriptedSmtp, Setup, Visitor, until};

const EACH: usize = 8;

/// Tries again every second, and gives up after one second without an answer.
fn setup(url: &str) -> Setup {
    Demo::setup()
        .with("MAIL__URL", &format!("{url}&timeout=1"))
        .with("MAILS__FIRST_RETRY", "1s")
        .with("MAILS__LONGEST_RETRY", "1s")
        .with("MAILS__TRIES", "1000")
        .patient()
}

/// So many people register, one after the other; how long the slowest half waited at least.
async fn register(site: &Demo, name: &str) -> (Vec<Visitor>, Duration) {
    let visitors: Vec<_> = (0..EACH).map(|_| site.visitor(name)).collect();
    let mut times = Vec::new();
    for visitor in &visitors {
        let began = Instant::now();
        visitor.registers().await;
        times.push(began.elapsed());
    }
    times.sort();
    (visitors, times[EACH / 2])
}

/// Waits until the server has a mail for each of them.
async fn until_all_have_mail(server: &ScriptedSmtp, visitors: &[Visitor]) {
    let missing = |visitor: &&Visitor| !server.taken().iter().any(|mail| mail.to == visitor.email);
    until("a mail for everybody", async || (!visitors.iter().any(|v| missing(&v))).then_some(())).await;
}

#[tokio::test]
async fn mails_wait_for_a_server_that_comes_up_late() {
    let port = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap().port();
    let site = setup(&format!("smtp://127.0.0.1:{port}?tls=none")).start().await;
    let (visitors, time) = register(&site, "early").await;

    let server = ScriptedSmtp::start_on(port, Manners::Good).await;
    until_all_have_mail(&server, &visitors).await;

    println!("a registration with nobody listening: {time:?}");
    assert!(server.times_taken().values().all(|times| *times == 1), "{:?}", server.times_taken());
    let mut first = visitors.into_iter().next().unwrap();
    let link = server.taken().into_iter().find(|mail| mail.to == first.email).unwrap();
    first.confirms(link.link("/confirm-email/").unwrap()).await;
    first.read = 1;
    assert!(first.is_signed_in().await);
}

#[tokio::test]
async fn a_bad_mail_server_slows_no_page_and_loses_no_mail() {
    let server = ScriptedSmtp::start(Manners::Good).await;
    let site = setup(&server.url()).start().await;
    let (mut visitors, before) = register(&site, "good").await;

    for manners in [Manners::Hangs, Manners::Later, Manners::DropsAfterData] {
        server.behaves(manners);
        let (those, time) = register(&site, "unlucky").await;
        println!("a registration while the mail server {manners:?}: {time:?}, before: {before:?}");
        assert!(time < before * 3 + Duration::from_millis(200), "{manners:?}: {time:?} and not {before:?}");
        visitors.extend(those);
        server.behaves(Manners::Good);
        until_all_have_mail(&server, &visitors).await;
    }

    let again: Vec<_> = server.taken().into_iter().filter(|mail| mail.to.starts_with("good-")).collect();
    assert_eq!(again.len(), EACH, "mails that were taken and said to be are not sent again");
}

#[tokio::test]
async fn a_mail_that_is_refused_for_good_is_kept_as_a_dead_letter_and_can_be_sent_again() {
    let server = ScriptedSmtp::start(Manners::Never).await;
    let site = setup(&server.url()).start().await;
    let ada = site.visitor("ada");
    ada.registers().await;

    let setup = site.setup.clone();
    let dead = until("a dead letter", async || {
        let listed = setup.run(&["mail", "list", "--dead", "--json"]).await;
        let listed: serde_json::Value = serde_json::from_str(&listed).unwrap();
        listed.as_array().unwrap().first().cloned()
    })
    .await;
    assert_eq!((dead["to"].as_str(), dead["attempts"].as_u64()), (Some(ada.email.as_str()), Some(1)));
    assert!(dead["last_error"].as_str().unwrap().contains("nobody of that name"), "{dead}");

    server.behaves(Manners::Good);
    setup.run(&["mail", "retry", dead["id"].as_str().unwrap()]).await;
    until_all_have_mail(&server, &[ada]).await;
}

#[tokio::test]
async fn a_mail_that_nobody_takes_does_not_hold_up_the_others() {
    let server = ScriptedSmtp::start(Manners::RefusesPoison).await;
    let site = setup(&server.url()).with("MAILS__BATCH", "1").start().await;

    let (_, _) = register(&site, "poison").await;
    let (others, _) = register(&site, "other").await;

    until_all_have_mail(&server, &others).await;
    assert!(!server.taken().iter().any(|mail| mail.to.starts_with("poison")));
}

#[tokio::test(flavor = "multi_thread")]
async fn two_processes_on_one_database_send_each_mail_once() {
    let Some(database) = Database::fresh(Kind::Postgres).await else { return };
    let server = ScriptedSmtp::start(Manners::Good).await;
    let setup = setup(&server.url()).on(&database);
    let sites = [setup.start().await, setup.apart().start().await];

    let visitors: Vec<_> = (0..20).map(|index| sites[index % 2].visitor("ada")).collect();
    // As many at once as are never told that it is busy.
    for several in visitors.chunks(6) {
        join_all(several.iter().map(Visitor::registers)).await;
    }
    until_all_have_mail(&server, &visitors).await;
    until("an empty outbox", async || {
        (database.count("SELECT count(*) FROM user_mail").await == 0).then_some(())
    })
    .await;

    let times = server.times_taken();
    println!("{} mails by two processes, each once", times.len());
    assert_eq!(times.len(), visitors.len());
    assert!(times.values().all(|times| *times == 1), "{times:?}");
}
