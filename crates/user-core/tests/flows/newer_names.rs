//! Names that a newer program wrote: carried, and harmless.

use chrono::TimeDelta;
use user_core::domain::{MailId, MailKind, MailLink, Purpose, QueuedMail, Token, TokenId, TokenSubject};
use user_core::flows::{Delivery, LinkError, LinkRefusal};
use user_core::ports::{Changes, MailChange, Store, SystemEntropy, TokenChange};
use user_core::seal::Label;
use user_testkit::altered;

use crate::mail_delivery::{round, sent};
use crate::world::{DAY, World, address, locale};

fn odd(name: &str) -> MailKind {
    MailKind::parse(name).unwrap()
}

async fn queue(world: &World, kind: MailKind, link: Option<MailLink>) {
    let mail = altered(
        QueuedMail::new(
            MailId::fresh(&world.clock, &SystemEntropy),
            kind,
            user_core::domain::EmailAddress::parse(&address("grace")).unwrap(),
            locale("en"),
            world.now(),
        ),
        |mail| mail.details.link = link,
    );
    world.store.commit(Changes::none().with(MailChange::Queue(Box::new(mail)))).await.unwrap();
}

#[tokio::test]
async fn a_mail_of_an_unknown_kind_becomes_a_dead_letter_of_its_own() {
    let world = World::with(|settings| settings.mails.tries = 2);
    world.renderer.break_template("mails/mail_of_2030.subject.txt");
    queue(&world, odd("mail_of_2030"), None).await;
    world.newcomer("ada").await;

    assert_eq!(
        round(&world).await,
        altered(Delivery::default(), |delivery| {
            delivery.sent = 1;
            delivery.retried = 1;
        })
    );
    world.after(DAY);
    assert_eq!(round(&world).await, altered(Delivery::default(), |delivery| delivery.buried = 1));

    let [dead] = &world.dead().await[..] else { panic!("one dead letter") };
    let reason = dead.last_error.as_deref().unwrap();
    assert_eq!(dead.kind, odd("mail_of_2030"));
    assert!(reason.contains("mail_of_2030 are unknown to this program"), "{reason}");
}

#[tokio::test]
async fn a_mail_of_an_apps_own_kind_is_sent_from_its_own_templates() {
    let world = World::new();
    queue(&world, odd("acme_welcome"), None).await;

    assert_eq!(round(&world).await, sent(1));

    assert!(world.mail.latest_to(&address("grace")).unwrap().text.starts_with("mails/acme_welcome.txt"));
}

async fn token_of(world: &World, purpose: Purpose) -> Token {
    let (ada, now) = (world.member("ada").await, world.now());
    let (id, subject) = (TokenId::fresh(&SystemEntropy), TokenSubject::Email(ada.emails[0].id));
    let token = Token::new(id, purpose, ada.id, subject, now..now + TimeDelta::hours(1));
    world.store.commit(Changes::none().with(TokenChange::Insert(token.clone()))).await.unwrap();
    token
}

#[tokio::test]
async fn a_mail_with_a_link_of_an_unknown_purpose_is_not_sent_without_it() {
    let world = World::with(|settings| settings.mails.tries = 1);
    let purpose = Purpose::parse("purpose_of_2030").unwrap();
    let token = token_of(&world, purpose).await.id;
    queue(&world, MailKind::CONFIRM_EMAIL, Some(MailLink::Token { purpose, token, valid_minutes: 60 })).await;

    assert_eq!(round(&world).await, altered(Delivery::default(), |delivery| delivery.buried = 1));

    let reason = world.dead().await[0].last_error.clone().unwrap();
    assert!(reason.contains("purpose_of_2030"), "{reason}");
}

#[tokio::test]
async fn a_token_of_an_unknown_purpose_opens_nothing() {
    let world = World::new();
    let token = token_of(&world, Purpose::parse("purpose_of_2030").unwrap()).await;

    for &purpose in Purpose::ALL {
        let link = world.users.seals().seal(Label::Link(purpose), token.id.as_bytes());
        let refused = world.users.check_link(purpose, &link).await;
        assert!(matches!(refused, Err(LinkError::Refused(LinkRefusal::Invalid))), "{purpose}");
    }

    world.after(90 * DAY);
    world.users.purge_expired().await.unwrap();
    assert_eq!(world.store.token(&token.id).await.unwrap(), None);
}
