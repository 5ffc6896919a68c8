//! What must not be told apart by the time it takes. A program of its own: nothing else may run beside it.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::future_not_send,
    reason = "a test may fail, and prints what it measured"
)]

use std::time::Duration;

use tokio::time::Instant;
use user_e2e::{Database, Demo, Page, Visitor};

/// How much the medians may differ. They are taken in turns, so that whatever else the machine does slows both.
const TOLERANCE: f64 = 0.25;
/// Less than this nobody can measure over a network.
const SLACK: Duration = Duration::from_millis(4);
const ROUNDS: usize = 60;

#[tokio::test]
async fn known_and_unknown_cannot_be_told_apart_by_the_time_they_take() {
    let database = Database::sqlite();
    let site = Demo::setup().on(&database).patient().start().await;
    let mut ada = site.visitor("ada");
    ada.settles_in().await;
    let stranger = ada.elsewhere();

    let nobody = || site.visitor("nobody");
    compare(
        "sign in",
        async || stranger.tries_to_sign_in("not the password").await,
        async || stranger.clone().with_username(nobody().username).tries_to_sign_in("not the password").await,
    )
    .await;
    compare(
        "forgot password",
        async || forgets(&stranger, &ada.email).await,
        async || forgets(&stranger, &nobody().email).await,
    )
    .await;
    compare(
        "register",
        async || registers(&stranger, &ada.email).await,
        async || registers(&stranger, &nobody().email).await,
    )
    .await;
}

async fn forgets(visitor: &Visitor, email: &str) -> Page {
    visitor.fills_in("/user/forgot-password", &[("email", email)]).await
}

async fn registers(visitor: &Visitor, email: &str) -> Page {
    let fresh = uuid::Uuid::new_v4().simple().to_string();
    visitor.clone().called(fresh.get(..16).unwrap()).with_email(email).tries_to_register().await
}

/// The same answer, after the same time.
async fn compare(what: &str, known: impl AsyncFn() -> Page, unknown: impl AsyncFn() -> Page) {
    let (mut of_known, mut of_unknown) = (Vec::new(), Vec::new());
    for round in 0..ROUNDS {
        // Now the one first, now the other: whatever that is worth, it is worth for both.
        let (one, other) = if round % 2 == 0 {
            let one = timed(&known).await;
            (one, timed(&unknown).await)
        } else {
            let other = timed(&unknown).await;
            (timed(&known).await, other)
        };
        assert_eq!(one.1, other.1, "{what}");
        of_known.push(one.0);
        of_unknown.push(other.0);
    }
    let (known, unknown) = (median(of_known), median(of_unknown));
    let ratio = known.as_secs_f64() / unknown.as_secs_f64();
    println!("{what}: known {known:?}, unknown {unknown:?}, ratio {ratio:.3}");
    let alike = (ratio - 1.0).abs() < TOLERANCE || known.abs_diff(unknown) < SLACK;
    assert!(alike, "{what}: {known:?} and {unknown:?}");
}

/// How long it took, and what of the answer a stranger can see: its status, where it leads, and which headers it has.
async fn timed(act: &impl AsyncFn() -> Page) -> (Duration, (u16, Option<String>, Vec<String>)) {
    let began = Instant::now();
    let page = act().await;
    let took = began.elapsed();
    let headers = page.headers.keys().map(ToString::to_string).collect();
    (took, (page.status, page.location, headers))
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}
