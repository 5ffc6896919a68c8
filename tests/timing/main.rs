//! What must not be told apart by the time it takes. A program of its own: nothing else may run beside it.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test may fail, and prints what it measured"
)]

use std::time::Duration;

use tokio::time::Instant;
use user_e2e::{Database, Demo, Visitor};

/// How much the medians may differ where a password is hashed, which is most of the time. They are taken in turns, so that
/// whatever else the machine does slows both.
const TOLERANCE: f64 = 0.25;
/// How much they may differ where a mail is queued or is not: some rows. A stranger sees the one as often as
/// `throttles.mail_address` lets a mail go, three times, which is too seldom to tell this from the noise of a network.
const SOME_ROWS: Duration = Duration::from_millis(4);
const ROUNDS: usize = 60;

/// What is typed into a form.
type Typed = Vec<(&'static str, String)>;

#[tokio::test]
async fn known_and_unknown_cannot_be_told_apart_by_the_time_they_take() {
    let database = Database::sqlite();
    let site = Demo::setup().on(&database).patient().start().await;
    let mut ada = site.visitor("ada");
    ada.settles_in().await;
    let pending = site.visitor("pending");
    pending.registers().await;
    let stranger = ada.elsewhere();
    let nobody = || site.visitor("nobody");

    let name = |username: &str| vec![("username", username.to_owned()), ("password", "wrong".to_owned())];
    compare("sign in", (&stranger, "/user/sign-in"), || name(&ada.username), || name(&nobody().username))
        .await;
    let address = |email: &str| vec![("email", email.to_owned())];
    compare(
        "forgot password",
        (&stranger, "/user/forgot-password"),
        || address(&ada.email),
        || address(&nobody().email),
    )
    .await;
    compare(
        "resend",
        (&stranger, "/user/resend-confirm-email"),
        || address(&pending.email),
        || address(&nobody().email),
    )
    .await;
    compare(
        "register",
        (&stranger, "/user/register"),
        || newcomer(&ada, &ada.email),
        || newcomer(&ada, &nobody().email),
    )
    .await;
}

fn newcomer(like: &Visitor, email: &str) -> Typed {
    let fresh = uuid::Uuid::new_v4().simple().to_string();
    let password = || like.password.clone();
    vec![
        ("username", fresh.get(..16).unwrap().to_owned()),
        ("email", email.to_owned()),
        ("password", password()),
        ("retype_password", password()),
    ]
}

/// The same answer, after the same time.
async fn compare(
    what: &str,
    (visitor, page): (&Visitor, &str),
    known: impl Fn() -> Typed,
    unknown: impl Fn() -> Typed,
) {
    let (mut of_known, mut of_unknown) = (Vec::new(), Vec::new());
    for round in 0..ROUNDS {
        // Now the one first, now the other: whatever that is worth, it is worth for both.
        let (one, other) = if round % 2 == 0 {
            let one = timed(visitor, page, known()).await;
            (one, timed(visitor, page, unknown()).await)
        } else {
            let other = timed(visitor, page, unknown()).await;
            (timed(visitor, page, known()).await, other)
        };
        assert_eq!(one.1, other.1, "{what}");
        of_known.push(one.0);
        of_unknown.push(other.0);
    }
    let (known, unknown) = (median(of_known), median(of_unknown));
    let ratio = known.as_secs_f64() / unknown.as_secs_f64();
    println!("{what}: known {known:?}, unknown {unknown:?}, ratio {ratio:.3}");
    let hashes = known > 2 * SOME_ROWS;
    let alike = if hashes { (ratio - 1.0).abs() < TOLERANCE } else { known.abs_diff(unknown) < SOME_ROWS };
    assert!(alike, "{what}: {known:?} and {unknown:?}");
}

/// How long the answer to a form took, and what of it a stranger can see: its status, where it leads, and which headers it
/// has. Opening the page, which is the same for all, is not counted.
async fn timed(
    visitor: &Visitor,
    page: &str,
    typed: Typed,
) -> (Duration, (u16, Option<String>, Vec<String>)) {
    let form = visitor.goes_to(page).await.form(page);
    let typed: Vec<_> = typed.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let began = Instant::now();
    let page = visitor.sends(&form, &typed).await;
    let took = began.elapsed();
    let headers = page.headers.keys().map(ToString::to_string).collect();
    (took, (page.status, page.location, headers))
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}
