//! SMTP against servers that misbehave.

use std::time::Duration;

use tokio::net::TcpListener;
use tokio::task::JoinSet;
use user_core::domain::EmailAddress;
use user_core::ports::Mailer as _;
use user_mail_lettre::{Encryption, Hello, SmtpMailer};

use crate::scripted_server::{Script, ScriptedServer};
use crate::{assert_permanent, assert_site, assert_transient, mail_to};

#[tokio::test]
async fn a_forged_header_does_not_reach_the_server() {
    let server = ScriptedServer::saying(vec![]).await;
    let mailer = server.mailer().build().unwrap();
    let mut forged = mail_to("ada@example.com");
    forged.from.name = Some("Site\r\nBcc: eve@example.com".to_owned());

    assert_permanent(mailer.send(&forged).await, "control character");

    assert!(server.heard().is_empty());
}

#[tokio::test]
async fn what_is_refused_before_the_recipient_can_be_put_right() {
    let cases: [(Script, &str); 9] = [
        (vec![("greeting", "554 no service here")], "no service here"),
        (vec![("greeting", "421 busy")], "busy"),
        (vec![("greeting", "hello?")], "no connection"),
        (vec![("EHLO", "550 not you")], "not you"),
        (vec![("EHLO", "250 scripted")], "the mail server refused the sign-in"),
        (vec![("AUTH", "535 5.7.8 wrong password")], "wrong password"),
        (vec![("AUTH", "534 5.7.9 two factors needed")], "two factors"),
        (vec![("MAIL", "530 5.7.0 sign in first")], "sign in first"),
        (vec![("MAIL", "550 5.7.1 not your address")], "not your address"),
    ];

    for (script, words) in cases {
        let server = ScriptedServer::saying(script).await;
        let mailer = server.mailer().login("ada", "secret").build().unwrap();
        assert_site(mailer.send(&mail_to("ada@example.com")).await, words);
        assert!(!server.heard().concat().iter().any(|line| line.starts_with("RCPT")), "{words}");
    }
}

#[tokio::test]
async fn a_refused_recipient_or_message_is_final_unless_the_site_is_meant() {
    type Assert = fn(Result<(), user_core::ports::MailError>, &str);
    let cases: [(Script, Assert, &str); 13] = [
        (vec![("RCPT", "550 5.1.1 no such user")], assert_permanent, "refused the recipient"),
        (vec![("RCPT", "553 mailbox name not allowed")], assert_permanent, "553"),
        (vec![("after data", "554 5.6.0 this is spam")], assert_permanent, "refused the message"),
        (vec![("after data", "552 too large")], assert_permanent, "too large"),
        (vec![("RCPT", "450 later")], assert_transient, "later"),
        (vec![("after data", "451 later")], assert_transient, "later"),
        (vec![("RCPT", "530 5.7.0 Authentication required")], assert_site, "530"),
        (vec![("RCPT", "554 5.7.1 <x>: Relay access denied")], assert_site, "Relay"),
        (vec![("RCPT", "550 relay not permitted")], assert_site, "relay"),
        (vec![("DATA", "503 5.5.1 bad sequence")], assert_site, "503"),
        (vec![("after data", "550 5.4.5 Daily sending limit exceeded")], assert_site, "Daily"),
        (vec![("RCPT", "550 5.7.1 blocked, see our list")], assert_site, "blocked"),
        (vec![("after data", "554-Sending paused\r\n554 for this account")], assert_site, "paused"),
    ];

    for (script, assert, words) in cases {
        let server = ScriptedServer::saying(script).await;
        assert(server.mailer().build().unwrap().send(&mail_to("ada@example.com")).await, words);
    }
}

#[tokio::test]
async fn the_site_introduces_itself_by_a_name_with_a_dot() {
    let cases = [
        (Hello::Name("mail.example.com".to_owned()), "EHLO mail.example.com"),
        (Hello::MachineOr("www.example.com".to_owned()), "."),
        (Hello::Machine, "."),
    ];

    for (hello, expected) in cases {
        let server = ScriptedServer::saying(vec![]).await;
        let mailer = server.mailer().hello(hello.clone()).build().unwrap();

        mailer.send(&mail_to("ada@example.com")).await.unwrap();

        let heard = server.heard().concat();
        assert!(heard[0].starts_with("EHLO ") && heard[0].contains(expected), "{hello:?}: {heard:?}");
    }
}

#[tokio::test]
async fn a_mail_that_cannot_be_delivered_comes_back_where_it_is_wanted() {
    let server = ScriptedServer::saying(vec![]).await;
    let mut mail = mail_to("ada@example.com");
    mail.return_path = EmailAddress::parse("bounces@example.com").ok();

    server.mailer().build().unwrap().send(&mail).await.unwrap();

    let heard = server.heard().concat();
    assert!(heard.contains(&"MAIL FROM:<bounces@example.com>".to_owned()), "{heard:?}");
    assert!(heard.iter().any(|line| line.starts_with("From: ") && !line.contains("bounces")), "{heard:?}");
}

#[tokio::test]
async fn without_the_encryption_asked_for_nothing_is_sent() {
    let server = ScriptedServer::saying(vec![]).await;
    let mailer = server.mailer().encryption(Encryption::StartTls).login("ada", "secret").build().unwrap();

    assert_site(mailer.send(&mail_to("ada@example.com")).await, "STARTTLS");

    let heard = server.heard().concat();
    assert!(heard.iter().all(|line| line.starts_with("EHLO")), "{heard:?}");
}

#[tokio::test]
async fn encryption_that_is_only_hoped_for_can_be_missing() {
    let server = ScriptedServer::saying(vec![]).await;
    let mailer = server.mailer().encryption(Encryption::StartTlsIfOffered).build().unwrap();

    mailer.send(&mail_to("ada@example.com")).await.unwrap();
}

#[tokio::test]
async fn a_server_that_repeats_the_password_is_not_quoted() {
    let echo = "535 unknown command AUTH PLAIN AGFkYQBodW50ZXIy";
    for said in [echo, "535 hunter2 is wrong", "535-aHVudGVyMg==\r\n535 is wrong"] {
        let server = ScriptedServer::saying(vec![("AUTH", said)]).await;
        let mailer = server.mailer().login("ada", "hunter2").build().unwrap();

        let error = mailer.send(&mail_to("ada@example.com")).await.unwrap_err();

        let printed = format!("{error} {error:?}");
        assert!(printed.contains("535"), "{printed}");
        assert!(
            !["hunter2", "AGFkYQBodW50ZXIy", "aHVudGVyMg"].iter().any(|s| printed.contains(s)),
            "{printed}"
        );
    }
}

#[tokio::test]
async fn the_login_mechanism_is_spoken_where_plain_is_not() {
    let server = ScriptedServer::saying(vec![
        ("EHLO", "250-scripted\r\n250 AUTH LOGIN"),
        ("AUTH LOGIN", "334 VXNlcm5hbWU6"),
        ("YWRh", "334 UGFzc3dvcmQ6"),
        ("c2VjcmV0", "235 welcome"),
    ])
    .await;
    let mailer = server.mailer().login("ada", "secret").build().unwrap();

    mailer.send(&mail_to("ada@example.com")).await.unwrap();
}

#[tokio::test]
async fn nobody_listening_is_told_at_once() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    drop(listener);
    let mailer =
        SmtpMailer::builder("127.0.0.1").port(port).timeout(Duration::from_hours(1)).build().unwrap();

    assert_site(mailer.send(&mail_to("ada@example.com")).await, "no connection to the mail server");
}

#[tokio::test]
async fn a_server_that_hangs_ends_at_the_time_out() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let mailer =
        SmtpMailer::builder("127.0.0.1").port(port).timeout(Duration::from_millis(300)).build().unwrap();

    assert_site(mailer.send(&mail_to("ada@example.com")).await, "took longer than 300ms");
}

#[tokio::test]
async fn a_mail_that_hung_half_way_does_not_spoil_the_next() {
    for step in ["MAIL", "RCPT", "DATA", "after data"] {
        let server = ScriptedServer::start(vec![vec![(step, "")], vec![]]).await;
        let mailer = server.mailer().timeout(Duration::from_millis(300)).build().unwrap();

        assert_site(mailer.send(&mail_to("ada@example.com")).await, "took longer");
        mailer.send(&mail_to("bob@example.com")).await.unwrap();

        let heard = server.heard();
        assert_eq!(heard.len(), 2, "hung at {step}");
        assert!(!heard[0].iter().any(|line| line.contains("bob")), "hung at {step}: {heard:?}");
    }
}

#[tokio::test]
async fn a_connection_that_died_while_it_was_kept_is_replaced() {
    let server = ScriptedServer::start(vec![vec![("NOOP", "421 bye")], vec![]]).await;
    let mailer = server.mailer().build().unwrap();

    for _ in 0..3 {
        mailer.send(&mail_to("ada@example.com")).await.unwrap();
    }

    assert_eq!(server.heard().len(), 2);
}

#[tokio::test]
async fn after_a_refusal_the_connection_is_used_again() {
    let server = ScriptedServer::saying(vec![("RCPT TO:<refused", "550 no such user")]).await;
    let mailer = server.mailer().build().unwrap();

    assert_permanent(mailer.send(&mail_to("refused@example.com")).await, "no such user");
    mailer.send(&mail_to("ada@example.com")).await.unwrap();

    let heard = server.heard();
    assert_eq!(heard.len(), 1);
    assert_eq!(heard[0].iter().filter(|line| *line == "RSET").count(), 1);
}

#[tokio::test]
async fn many_mails_at_once_share_four_connections() {
    let server = ScriptedServer::saying(vec![]).await;
    let mailer = std::sync::Arc::new(server.mailer().build().unwrap());

    let mut tasks = JoinSet::new();
    for number in 0..40 {
        let mailer = std::sync::Arc::clone(&mailer);
        tasks.spawn(async move { mailer.send(&mail_to(&format!("ada{number}@example.com"))).await });
    }
    assert!(tasks.join_all().await.iter().all(Result::is_ok));

    let heard = server.heard();
    assert!(heard.len() <= 4, "{} connections", heard.len());
    assert_eq!(heard.concat().iter().filter(|line| line.starts_with("RCPT")).count(), 40);
}

#[tokio::test]
async fn an_international_address_needs_a_server_that_takes_it() {
    let ascii_only = ScriptedServer::saying(vec![]).await;
    let modern = ScriptedServer::saying(vec![("EHLO", "250-scripted\r\n250-8BITMIME\r\n250 SMTPUTF8")]).await;

    let (old, new) = (ascii_only.mailer().build().unwrap(), modern.mailer().build().unwrap());
    assert_permanent(old.send(&mail_to("rené@example.com")).await, "ASCII");
    new.send(&mail_to("rené@example.com")).await.unwrap();
    old.send(&mail_to("ada@bücher.example")).await.unwrap();

    let heard = modern.heard().concat();
    assert!(
        heard.contains(&"MAIL FROM:<no-reply@example.com> SMTPUTF8 BODY=8BITMIME".to_owned()),
        "{heard:?}"
    );
    assert!(heard.contains(&"RCPT TO:<rené@example.com>".to_owned()), "{heard:?}");
}

#[tokio::test]
async fn whether_international_addresses_are_taken_is_learned_from_the_server() {
    let modern = vec![("EHLO", "250-scripted\r\n250-8BITMIME\r\n250 SMTPUTF8")];
    for (script, expected) in [(vec![], false), (modern, true), (vec![("EHLO", "421 later")], false)] {
        let server = ScriptedServer::saying(script).await;
        let mailer = server.mailer().build().unwrap();
        assert!(!mailer.carries_smtputf8(), "nothing is known yet");

        mailer.learn().await;

        assert_eq!(mailer.carries_smtputf8(), expected);
        assert!(!server.heard().concat().iter().any(|line| line.starts_with("MAIL")));
    }
}

#[tokio::test]
async fn an_international_sender_where_none_is_taken_loses_no_mail() {
    let server = ScriptedServer::saying(vec![]).await;
    let mut mail = mail_to("ada@example.com");
    mail.from = user_core::domain::Mailbox::parse("büro@example.com").unwrap();

    assert_site(server.mailer().build().unwrap().send(&mail).await, "SMTPUTF8");
}
