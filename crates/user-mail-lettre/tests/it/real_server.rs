//! SMTP against a real server: `eval "$(scripts/services up)"`. Skipped, and said so, where there is none.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use tokio::task::JoinSet;
use url::Url;
use user_core::domain::ComposedMail;
use user_core::ports::Mailer as _;
use user_mail_lettre::LettreMailer;
use user_testkit::altered;

use crate::{assert_permanent, assert_same, assert_site, assert_transient, mail_to};

/// How long a server may take to put a mail it took into its folder.
const DELIVERED_WITHIN: Duration = Duration::from_secs(30);

struct RealServer {
    url: Url,
    authority: String,
    folder: PathBuf,
}

#[expect(clippy::disallowed_methods, reason = "the test is the application here")]
fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

/// The server the environment names.
fn real_server(test: &str) -> Option<RealServer> {
    server_at("USER_TEST_SMTP_URL", test)
}

fn server_at(name: &str, test: &str) -> Option<RealServer> {
    let found = (|| {
        Some(RealServer {
            url: Url::parse(&variable(name)?).unwrap(),
            authority: variable("USER_TEST_CA")?,
            folder: variable("USER_TEST_SMTP_MAILDIR")?.into(),
        })
    })();
    let required = variable("USER_TEST_REQUIRE_ALL").is_some();
    assert!(found.is_some() || !required, "{name}, USER_TEST_CA and USER_TEST_SMTP_MAILDIR must be set");
    if found.is_none() {
        println!("skipped {test}: {name}, USER_TEST_CA and USER_TEST_SMTP_MAILDIR are not set");
    }
    found
}

impl RealServer {
    fn mailer(&self) -> LettreMailer {
        LettreMailer::from_url(self.trusting().as_str()).unwrap()
    }

    fn trusting(&self) -> Url {
        let mut url = self.url.clone();
        url.query_pairs_mut().append_pair("ca", &self.authority);
        url
    }

    /// The mail as the server put it away.
    async fn delivered(&self, mail: &ComposedMail) -> Vec<u8> {
        let found = tokio::time::timeout(DELIVERED_WITHIN, async {
            loop {
                if let Some(raw) = self.find(mail) {
                    break raw;
                }
                // The server tells nobody when it is done.
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        });
        found.await.unwrap()
    }

    fn find(&self, mail: &ComposedMail) -> Option<Vec<u8>> {
        self.folder.read_dir().unwrap().find_map(|entry| contents(&entry.ok()?.path(), &mail.message_id))
    }
}

fn contents(path: &Path, id: &str) -> Option<Vec<u8>> {
    let raw = std::fs::read(path).ok()?;
    String::from_utf8_lossy(&raw).contains(id).then_some(raw)
}

#[tokio::test]
async fn a_certificate_nobody_vouches_for_is_refused_before_anything_is_sent() {
    let Some(server) = real_server("an untrusted certificate") else { return };
    let (unsent, sent) = (mail_to("ada@example.com"), mail_to("ada@example.com"));
    let distrusting = LettreMailer::from_url(server.url.as_str()).unwrap();

    assert_site(distrusting.send(&unsent).await, "no encrypted connection");

    server.mailer().send(&sent).await.unwrap();
    server.delivered(&sent).await;
    assert!(server.find(&unsent).is_none());
}

#[tokio::test]
async fn a_wrong_password_loses_no_mail() {
    let Some(server) = real_server("a wrong password") else { return };
    let mut url = server.trusting();
    url.set_password(Some("not%20the%20password")).unwrap();
    let mailer = LettreMailer::from_url(url.as_str()).unwrap();

    let outcome = mailer.send(&mail_to("ada@example.com")).await;

    assert!(!format!("{outcome:?}").contains("not the password"));
    assert_site(outcome, "the mail server refused the sign-in");
}

#[tokio::test]
async fn without_a_sign_in_the_refusal_loses_no_mail() {
    let Some(server) = real_server("no sign-in") else { return };
    let mut url = server.trusting();
    url.set_username("").unwrap();
    url.set_password(None).unwrap();
    let mailer = LettreMailer::from_url(url.as_str()).unwrap();

    assert_site(mailer.send(&mail_to("ada@example.com")).await, "relay not permitted");
}

#[tokio::test]
async fn a_refused_recipient_is_final_and_a_deferred_one_is_not() {
    let Some(server) = real_server("refused recipients") else { return };
    let mailer = server.mailer();
    let sent = mail_to("ada@example.com");

    assert_permanent(mailer.send(&mail_to("refused@example.com")).await, "no such user here");
    assert_transient(mailer.send(&mail_to("later@example.com")).await, "try again later");

    mailer.send(&sent).await.unwrap();
    server.delivered(&sent).await;
}

#[tokio::test]
async fn a_mail_arrives_encrypted_and_whole() {
    let Some(server) = real_server("a delivered mail") else { return };
    let mail = mail_to("ada@example.com");

    server.mailer().send(&mail).await.unwrap();

    let raw = server.delivered(&mail).await;
    assert_same(&raw, &mail);
    let text = String::from_utf8(raw).unwrap();
    assert!(text.contains("with esmtpsa"), "STARTTLS and a sign-in were used: {text}");
    assert!(
        text.starts_with("Return-path: <no-reply@example.com>\nEnvelope-to: ada@example.com\n"),
        "{text}"
    );
}

#[tokio::test]
async fn a_mail_arrives_inside_tls_from_the_first_byte() {
    let Some(server) = server_at("USER_TEST_SMTPS_URL", "a mail inside TLS") else { return };
    let (unsent, sent) = (mail_to("ada@example.com"), mail_to("ada@example.com"));
    let distrusting = LettreMailer::from_url(server.url.as_str()).unwrap();

    assert_site(distrusting.send(&unsent).await, "UnknownIssuer");
    server.mailer().send(&sent).await.unwrap();

    let text = String::from_utf8(server.delivered(&sent).await).unwrap();
    assert!(text.contains("with esmtpsa"), "encrypted and with a sign-in: {text}");
    assert!(server.find(&unsent).is_none());
}

#[tokio::test]
async fn twenty_mails_at_once_all_arrive() {
    let Some(server) = real_server("twenty mails") else { return };
    let mailer = Arc::new(server.mailer());
    let dots = ".\n..\n.dot\n\n.\nend".to_owned();
    let mails: Vec<_> = (0..20)
        .map(|number| altered(mail_to(&format!("ada{number}@example.com")), |mail| mail.text = dots.clone()))
        .collect();

    let mut tasks = JoinSet::new();
    for mail in mails.clone() {
        let mailer = Arc::clone(&mailer);
        tasks.spawn(async move { mailer.send(&mail).await });
    }
    assert!(tasks.join_all().await.iter().all(Result::is_ok));

    for mail in &mails {
        assert_same(&server.delivered(mail).await, mail);
    }
}
