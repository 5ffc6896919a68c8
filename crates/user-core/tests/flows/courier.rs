//! The courier as a loop: rests, wakes, outlives a store that is down.

use std::future::{pending, poll_fn, ready};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::task::Poll;
use std::time::Duration;

use user_core::domain::ComposedMail;
use user_core::ports::{MailError, Mailer};
use user_testkit::{MailRefusal, SentMail};

use crate::mail_delivery::SECOND;
use crate::world::{MINUTE, World, address, registration};

/// Lets others go on until `done`, at most so often that a test ends.
async fn until(done: impl Fn() -> bool) {
    for _ in 0..10_000 {
        if done() {
            return;
        }
        tokio::task::yield_now().await;
    }
    panic!("it never came to be");
}

/// A sleep that is over at once, or never.
fn over(now: bool) -> impl Future<Output = ()> + Send {
    poll_fn(move |_| if now { Poll::Ready(()) } else { Poll::Pending })
}

/// Runs a courier beside a story, whose sleep notes for how long and is over when `wakes` says so.
async fn beside_a_courier<F: Future<Output = ()> + Send>(
    world: &World,
    sleep: impl Fn(Duration) -> F + Send + Sync,
    story: impl Future<Output = ()>,
) {
    tokio::select! {
        () = world.users.run_courier(sleep, pending()) => panic!("a courier ends when it is told to"),
        () = story => {}
    }
}

#[tokio::test]
async fn a_courier_that_rests_is_woken_by_a_mail() {
    let world = World::new();
    let rests: Mutex<Vec<Duration>> = Mutex::default();
    let sleep = |time| {
        rests.lock().unwrap().push(time);
        over(time < SECOND)
    };

    beside_a_courier(&world, sleep, async {
        until(|| rests.lock().unwrap().len() == 1).await;
        for (index, name) in ["ada", "bob", "eve"].into_iter().enumerate() {
            world.register(&registration(name)).await.unwrap();
            until(|| world.mail.all().len() == index + 1).await;
        }
    })
    .await;

    assert!(rests.lock().unwrap().iter().filter(|time| **time == SECOND).count() >= 3);
}

/// What the courier does depends on whose an address is. It must not fall together with the answer to the next request.
#[tokio::test]
async fn a_courier_that_is_woken_waits_for_a_moment_of_its_own() {
    let world = World::new();
    let moments: Mutex<Vec<Duration>> = Mutex::default();
    let sleep = |time| {
        if time < SECOND {
            moments.lock().unwrap().push(time);
        }
        over(time < SECOND)
    };

    beside_a_courier(&world, sleep, async {
        for index in 0..20 {
            let before = moments.lock().unwrap().len();
            world.register(&registration(&format!("ada{index}"))).await.unwrap();
            until(|| world.mail.all().len() == index + 1).await;
            assert!(index == 0 || moments.lock().unwrap().len() > before, "mail {index} went at once");
        }
    })
    .await;

    let moments = moments.into_inner().unwrap();
    assert!(moments.iter().all(|moment| (50..=306).contains(&moment.as_millis())), "{moments:?}");
    assert!(moments.iter().collect::<std::collections::HashSet<_>>().len() > 10, "{moments:?}");
}

#[tokio::test]
async fn a_courier_with_more_mails_than_a_round_takes_does_not_pause_between_its_rounds() {
    let world = World::crowded().restarted_with(|settings| settings.mails.batch = 2);
    for name in ["ada", "bob", "eve", "joe", "zoe"] {
        world.register(&registration(name)).await.unwrap();
    }

    beside_a_courier(&world, |_| pending(), until(|| world.mail.all().len() == 5)).await;
}

#[tokio::test]
async fn a_courier_falls_asleep_only_when_the_bell_is_silent() {
    let world = World::new();
    world.newcomer("ada").await;
    let asleep = AtomicUsize::new(0);
    let sleep = |_| async {
        asleep.fetch_add(1, Ordering::Relaxed);
        pending::<()>().await;
    };

    beside_a_courier(&world, sleep, until(|| asleep.load(Ordering::Relaxed) > 0)).await;

    assert_eq!((asleep.into_inner(), world.mail.all().len()), (1, 1));
}

#[tokio::test]
async fn a_courier_retries_as_time_goes_by() {
    let world = World::new();
    world.newcomer("ada").await;
    world.mail.refuse_next(3, MailRefusal::Transient);
    let start = world.now();
    let sleep = |time| {
        world.after(time);
        tokio::task::yield_now()
    };

    beside_a_courier(&world, sleep, until(|| world.mail.all().len() == 1)).await;

    let waited = (world.now() - start).to_std().unwrap();
    assert!(waited >= 210 * SECOND && waited <= 215 * SECOND, "{waited:?}");
    assert_eq!(world.mail.tries(), 4);
}

#[tokio::test]
async fn a_courier_outlives_a_store_that_is_down_and_leaves_it_in_peace_meanwhile() {
    let world = World::new();
    world.newcomer("ada").await;
    world.store.break_down();
    let rests: Arc<Mutex<Vec<Duration>>> = Arc::default();
    let sleep = |time| {
        rests.lock().unwrap().push(time);
        if rests.lock().unwrap().len() == 3 {
            world.store.recover();
        }
        tokio::task::yield_now()
    };

    beside_a_courier(&world, sleep, until(|| world.mail.all().len() == 1)).await;

    assert_eq!(rests.lock().unwrap()[..3], [5 * SECOND; 3]);
}

#[tokio::test]
async fn a_courier_that_rests_returns_when_it_is_told_to_stop() {
    let world = World::new();
    let (tell, told) = tokio::sync::oneshot::channel();
    let tell = Mutex::new(Some(tell));
    let sleep = |_| {
        let _ = tell.lock().unwrap().take().unwrap().send(());
        pending()
    };
    let stop = async { told.await.unwrap() };

    world.users.run_courier(sleep, stop).await;

    assert!(tell.into_inner().unwrap().is_none());
}

#[tokio::test]
async fn a_courier_that_waits_for_its_store_returns_when_it_is_told_to_stop() {
    let world = World::new();
    world.store.break_down();

    world.users.run_courier(|_| pending(), ready(())).await;
}

/// Has told the courier to stop by the time it hands over a mail.
struct LastWish(SentMail, Arc<AtomicUsize>);

#[async_trait::async_trait]
impl Mailer for LastWish {
    async fn send(&self, mail: &ComposedMail) -> Result<(), MailError> {
        self.1.fetch_add(1, Ordering::Relaxed);
        tokio::task::yield_now().await;
        self.0.send(mail).await
    }
}

#[tokio::test]
async fn a_courier_that_is_told_to_stop_finishes_its_round_and_begins_no_other() {
    let world = World::crowded().restarted_with(|settings| settings.mails.batch = 2);
    let begun: Arc<AtomicUsize> = Arc::default();
    let world = world.mailing_through(LastWish(world.mail.clone(), Arc::clone(&begun)));
    for name in ["ada", "bob", "eve"] {
        world.register(&registration(name)).await.unwrap();
    }
    let stop = poll_fn(|_| if begun.load(Ordering::Relaxed) > 0 { Poll::Ready(()) } else { Poll::Pending });

    world.users.run_courier(|_| pending(), stop).await;

    assert_eq!((world.mail.all().len(), world.queued().await.len()), (2, 1));
}

/// Never answers for one recipient.
struct Hanging(SentMail, String);

#[async_trait::async_trait]
impl Mailer for Hanging {
    async fn send(&self, mail: &ComposedMail) -> Result<(), MailError> {
        if mail.to.as_str() == self.1 {
            pending::<()>().await;
        }
        self.0.send(mail).await
    }
}

#[tokio::test]
async fn a_mailer_that_never_answers_is_left_after_half_a_lease_and_its_mail_kept() {
    let world = World::new();
    let world = world.mailing_through(Hanging(world.mail.clone(), address("ada")));
    for name in ["ada", "bob"] {
        world.register(&registration(name)).await.unwrap();
    }
    let slept: Mutex<Vec<Duration>> = Mutex::default();
    // Half a lease is soon over here, a rest never.
    let sleep = |time| {
        slept.lock().unwrap().push(time);
        over(time == MINUTE)
    };

    beside_a_courier(&world, sleep, until(|| slept.lock().unwrap().contains(&SECOND))).await;

    assert_eq!(slept.lock().unwrap().iter().filter(|time| **time == MINUTE).count(), 1);
    assert_eq!(world.mail.all().len(), 1);
    let kept = world.queued().await;
    // A mail server that hangs says nothing about this mail: no try is counted.
    assert_eq!((kept.len(), kept[0].attempts, kept[0].leased_until), (1, 0, None));
    assert_eq!(kept[0].last_error.as_deref(), Some("the mailer did not answer within 60 s"));
}
