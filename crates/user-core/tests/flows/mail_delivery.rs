//! The courier: each mail sent once, failures retried with patience, and none holding up another.

use std::sync::Mutex;
use std::time::Duration;

use user_core::domain::{ComposedMail, EmailAddress, MailKind, QueuedMail};
use user_core::flows::{Delivery, RegisterForm, Visitor};
use user_core::ports::{MailError, Mailer, Store};
use user_testkit::{MailRefusal, SentMail, altered};

use crate::world::{DAY, HOUR, INSTANT, MINUTE, World, address, at_once, locale, registration, visitor};

pub(crate) const SECOND: Duration = Duration::from_secs(1);

pub(crate) async fn round(world: &World) -> Delivery {
    world.users.deliver_due_mail().await.unwrap()
}

pub(crate) fn sent(sent: usize) -> Delivery {
    altered(Delivery::default(), |delivery| delivery.sent = sent)
}

async fn only_mail(world: &World) -> QueuedMail {
    let mut queued = world.queued().await;
    assert_eq!(queued.len(), 1);
    queued.remove(0)
}

#[tokio::test]
async fn where_nothing_is_due_nothing_is_sent() {
    let world = World::new();

    assert_eq!(round(&world).await, Delivery::default());
    assert_eq!(world.mail.tries(), 0);
}

#[tokio::test]
async fn a_mail_is_sent_once_with_a_link_below_the_public_base_url() {
    let world = World::with(|settings| {
        settings.public_base_url = "https://tea.example/".to_owned();
        settings.paths.prefix = "/me".to_owned();
        settings.app_name = "The Tea House".to_owned();
    });
    world.newcomer("ada").await;
    let row = only_mail(&world).await;
    world.after(MINUTE);

    assert_eq!(round(&world).await, sent(1));
    assert_eq!(round(&world).await, Delivery::default());

    assert!(world.queued().await.is_empty() && world.dead().await.is_empty());
    let mails = world.mail.all();
    assert_eq!(mails.len(), 1);
    let link = SentMail::link_in(&mails[0]).unwrap();
    assert!(link.starts_with("https://tea.example/me/confirm-email/"), "{link}");
    assert_eq!(mails[0].date, row.created_at);
    assert!(mails[0].message_id.contains(&row.id.to_string()));
    assert!(mails[0].subject.contains("The Tea House") && mails[0].html.contains(&link));
}

#[tokio::test]
async fn a_mail_of_which_nothing_is_to_be_done_has_no_link() {
    let world = World::new();
    world.member("ada").await;
    let form = RegisterForm { email: address("ada"), ..registration("bob") };
    world.register(&form).await.unwrap();

    world.deliver().await;

    let text = world.mail.latest_to(&address("ada")).unwrap().text;
    assert!(text.starts_with("mails/already_registered.txt [en] {") && text.contains("\"link\":null"));
    assert!(text.contains("/user/sign-in") && text.contains("/user/forgot-password"));
}

#[tokio::test]
async fn every_mail_is_in_its_recipients_language() {
    let world = World::new();
    let dutch = Visitor { locale: locale("nl"), ..visitor() };
    world.users.register(&registration("ada"), &dutch).await.unwrap();
    world.users.register(&registration("bob"), &visitor()).await.unwrap();
    world.deliver().await;

    for (name, tag) in [("ada", "nl"), ("bob", "en")] {
        let mail = world.mail.latest_to(&address(name)).unwrap();
        assert_eq!(mail.locale, locale(tag));
        for part in [&mail.subject, &mail.html, &mail.text] {
            assert!(part.contains(&format!("[{tag}]")), "{part}");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn several_couriers_send_no_mail_twice() {
    for round in 0..10 {
        let world = World::crowded();
        for index in 0..40 {
            world.register(&registration(&format!("member-{index}"))).await.unwrap();
        }

        at_once(&world, 16, |_| {
            let world = world.clone();
            async move { world.deliver().await }
        })
        .await;

        assert_eq!((world.mail.tries(), world.mail.all().len()), (40, 40), "{round}");
        assert!(world.queued().await.is_empty(), "{round}");
    }
}

#[tokio::test]
async fn a_round_takes_no_more_than_a_batch() {
    let world = World::crowded().restarted_with(|settings| settings.mails.batch = 3);
    for index in 0..7 {
        world.register(&registration(&format!("member-{index}"))).await.unwrap();
    }

    for expected in [3, 3, 1, 0] {
        assert_eq!(round(&world).await.taken(), expected);
    }
}

#[tokio::test]
async fn a_mail_that_failed_for_now_waits_longer_each_time_and_dies_after_the_last_try() {
    let world = World::new();
    world.newcomer("ada").await;
    let mut wait = 30 * SECOND;
    world.mail.refuse_next(99, MailRefusal::Transient);

    for tries in 1..10 {
        assert_eq!(round(&world).await, altered(Delivery::default(), |delivery| delivery.retried = 1));
        let mail = only_mail(&world).await;
        assert_eq!((mail.attempts, mail.leased_until), (tries, None));
        assert_eq!(mail.due_at, world.now() + wait);
        assert!(mail.last_error.unwrap().contains("450 told to refuse for now"));

        world.after(wait.checked_sub(INSTANT).unwrap());
        assert_eq!(round(&world).await, Delivery::default(), "not before it is due");
        world.after(INSTANT);
        wait = (wait * 2).min(6 * HOUR);
    }

    assert_eq!(round(&world).await, altered(Delivery::default(), |delivery| delivery.buried = 1));
    assert_eq!(world.mail.tries(), 10);
    assert!(world.queued().await.is_empty());
    assert_eq!(world.dead().await[0].dead_at, Some(world.now()));
    world.after(24 * HOUR);
    assert_eq!(round(&world).await, Delivery::default());
}

#[tokio::test]
async fn an_outage_of_the_site_buries_no_mail_however_often_it_is_tried() {
    let world = World::with(|settings| settings.lifetimes.confirm_email = 30 * DAY);
    world.newcomer("ada").await;
    let created_at = only_mail(&world).await.created_at;
    world.mail.refuse_next(999, MailRefusal::Site);

    let mut waits = Vec::new();
    while world.now() - created_at < chrono::TimeDelta::days(4) {
        assert_eq!(round(&world).await, altered(Delivery::default(), |delivery| delivery.retried = 1));
        let mail = only_mail(&world).await;
        assert_eq!(mail.attempts, 0, "not the fault of this mail");
        waits.push((mail.due_at - world.now()).to_std().unwrap());
        world.after(*waits.last().unwrap());
    }

    assert!(waits.windows(2).all(|two| two[0] <= two[1]), "{waits:?}");
    assert_eq!((waits[0], *waits.last().unwrap()), (30 * SECOND, 6 * HOUR));
    world.mail.refuse_next(1, MailRefusal::Transient);
    assert_eq!(
        round(&world).await,
        altered(Delivery::default(), |delivery| delivery.retried = 1),
        "the first of its own"
    );
    world.after(MINUTE);
    assert_eq!(round(&world).await, sent(1));
}

#[tokio::test]
async fn an_outage_that_goes_on_for_days_makes_a_dead_letter_in_the_end() {
    let world = World::with(|settings| settings.lifetimes.confirm_email = 30 * DAY);
    world.newcomer("ada").await;
    world.mail.refuse_next(999, MailRefusal::Site);
    world.after((5 * DAY).checked_sub(INSTANT).unwrap());

    assert_eq!(round(&world).await, altered(Delivery::default(), |delivery| delivery.retried = 1));
    world.after(6 * HOUR);
    assert_eq!(round(&world).await, altered(Delivery::default(), |delivery| delivery.buried = 1));

    assert!(world.dead().await[0].last_error.as_ref().unwrap().contains("5.4.5"));
}

#[tokio::test]
async fn answers_and_bounces_go_where_the_settings_say() {
    let world = World::with(|settings| {
        settings.mails.reply_to = Some("Our Desk <desk@example.com>".to_owned());
        settings.mails.return_path = Some("bounces@example.com".to_owned());
    });
    world.newcomer("ada").await;
    world.deliver().await;

    let mail = world.mail.latest_to(&address("ada")).unwrap();

    assert_eq!(mail.reply_to.unwrap().to_string(), "\"Our Desk\" <desk@example.com>");
    assert_eq!(mail.return_path.unwrap().as_str(), "bounces@example.com");
    let world = World::new();
    world.newcomer("ada").await;
    world.deliver().await;
    let mail = world.mail.latest_to(&address("ada")).unwrap();
    assert!(mail.reply_to.is_none() && mail.return_path.is_none());
}

#[tokio::test]
async fn the_wait_has_a_bound_however_often_a_mail_is_tried() {
    let world = World::with(|settings| {
        settings.mails.tries = 40;
        settings.lifetimes.confirm_email = Duration::from_hours(8760);
    });
    world.newcomer("ada").await;
    world.mail.refuse_next(99, MailRefusal::Transient);

    for _ in 1..40 {
        round(&world).await;
        let wait = only_mail(&world).await.due_at - world.now();
        assert!(wait.to_std().unwrap() <= 6 * HOUR);
        world.after(6 * HOUR);
    }
}

#[tokio::test]
async fn a_mail_that_gets_through_later_is_the_same_mail() {
    let world = World::new();
    world.newcomer("ada").await;
    let row = only_mail(&world).await;
    world.mail.refuse_next(2, MailRefusal::Transient);
    for _ in 0..2 {
        round(&world).await;
        world.after(2 * MINUTE);
    }

    assert_eq!(round(&world).await, sent(1));

    let mail = world.mail.latest_to(&address("ada")).unwrap();
    assert!(mail.message_id.contains(&row.id.to_string()));
    assert_eq!(mail.date, row.created_at);
    let link = world.mail.latest_link_to(&address("ada")).unwrap();
    let link = link.rsplit('/').next().unwrap();
    assert!(world.confirm(link).await.is_ok());
}

#[tokio::test]
async fn a_mail_refused_for_good_dies_at_once_and_can_be_revived() {
    let world = World::new();
    world.newcomer("ada").await;
    world.mail.refuse_next(1, MailRefusal::Permanent);

    assert_eq!(round(&world).await, altered(Delivery::default(), |delivery| delivery.buried = 1));

    let dead = world.dead().await.remove(0);
    assert!(dead.last_error.unwrap().contains("550 told to refuse for good"));
    assert_eq!(round(&world).await, Delivery::default());

    world.users.retry_mail(dead.id).await.unwrap();
    assert_eq!(only_mail(&world).await.attempts, 0);
    assert_eq!(round(&world).await, sent(1));
    assert!(world.users.retry_mail(dead.id).await.is_err());
}

#[tokio::test]
async fn a_mail_that_cannot_be_sent_holds_up_no_other() {
    let world = World::new();
    for name in ["ada", "bob", "eve"] {
        world.newcomer(name).await;
    }
    let bob = EmailAddress::parse(&address("bob")).unwrap();
    world.mail.refuse_to(&bob, MailRefusal::Transient);

    assert_eq!(
        round(&world).await,
        altered(Delivery::default(), |delivery| {
            delivery.sent = 2;
            delivery.retried = 1;
        })
    );
    assert_eq!(only_mail(&world).await.to, bob);
}

#[tokio::test]
async fn a_template_that_cannot_be_rendered_is_tried_again_and_holds_up_no_other() {
    let world = World::new();
    world.newcomer("ada").await;
    world.member("bob").await;
    world.forgot(&address("bob")).await.unwrap();
    world.renderer.break_template("mails/registered.html");

    assert_eq!(
        round(&world).await,
        altered(Delivery::default(), |delivery| {
            delivery.sent = 1;
            delivery.retried = 1;
        })
    );
    let mail = only_mail(&world).await;
    assert_eq!(mail.kind, MailKind::REGISTERED);
    assert!(mail.last_error.unwrap().contains("mails/registered.html was told to fail"));

    world.renderer.recover();
    world.after(MINUTE);
    assert_eq!(round(&world).await, sent(1));
}

#[tokio::test]
async fn what_a_courier_that_died_held_is_taken_over_when_its_lease_runs_out() {
    let world = World::new();
    world.newcomer("ada").await;
    let now = world.now();
    world.store.inner().lease_mail(now, now + 2 * MINUTE, 8).await.unwrap();

    world.after((2 * MINUTE).checked_sub(INSTANT).unwrap());
    assert_eq!(round(&world).await, Delivery::default());
    world.after(INSTANT);
    assert_eq!(round(&world).await, sent(1));
}

#[tokio::test]
async fn a_store_that_is_down_loses_no_mail() {
    let world = World::new();
    world.newcomer("ada").await;
    world.store.break_down();
    assert!(world.users.deliver_due_mail().await.is_err());
    world.store.recover();
    assert_eq!(round(&world).await, sent(1));
}

/// Panics over mails to Bob.
struct Nervous(SentMail);

#[async_trait::async_trait]
impl Mailer for Nervous {
    async fn send(&self, mail: &ComposedMail) -> Result<(), MailError> {
        assert!(!mail.to.as_str().starts_with("bob"), "a mailer's own fault");
        self.0.send(mail).await
    }
}

#[tokio::test]
async fn a_mailer_that_panics_over_one_mail_sends_the_others() {
    let world = World::new();
    let world = world.mailing_through(Nervous(world.mail.clone()));
    for name in ["ada", "bob", "eve"] {
        world.newcomer(name).await;
    }

    assert_eq!(
        round(&world).await,
        altered(Delivery::default(), |delivery| {
            delivery.sent = 2;
            delivery.buried = 1;
        })
    );

    let dead = world.dead().await;
    assert_eq!((dead.len(), dead[0].to.to_string()), (1, address("bob")));
    assert!(dead[0].last_error.as_ref().unwrap().contains("panicked"));
    assert_eq!(round(&world).await, Delivery::default());
}

/// Takes so long over its first mail that another courier takes it over and sends it.
struct Slow(World, Mutex<bool>);

#[async_trait::async_trait]
impl Mailer for Slow {
    async fn send(&self, mail: &ComposedMail) -> Result<(), MailError> {
        let slow = std::mem::take(&mut *self.1.lock().unwrap());
        if slow {
            self.0.after(3 * MINUTE);
            assert_eq!(round(&self.0).await, sent(1));
            return Err(MailError::Permanent("too late".into()));
        }
        self.0.mail.send(mail).await
    }
}

#[tokio::test]
async fn a_courier_that_lost_its_lease_has_no_say_in_what_becomes_of_the_mail() {
    let world = World::new();
    world.newcomer("ada").await;
    let slow = world.mailing_through(Slow(world.clone(), Mutex::new(true)));

    round(&slow).await;

    assert!(world.queued().await.is_empty() && world.dead().await.is_empty());
    assert_eq!(world.mail.all().len(), 1);
}
