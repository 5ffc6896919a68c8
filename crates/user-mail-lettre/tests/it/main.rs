//! The mailers, against what is at the other end.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]
#![expect(clippy::indexing_slicing, clippy::print_stdout, reason = "a test may, and says when it is skipped")]

mod files;
mod real_server;
mod scripted;
mod scripted_server;
mod sendmail;

use user_core::domain::{ComposedMail, EmailAddress, Locale, Mailbox};
use user_core::ports::MailError;
use user_testkit::altered;

/// A mail like none before, with letters of many scripts.
fn mail_to(to: &str) -> ComposedMail {
    let id = format!("<{}@example.com>", uuid::Uuid::now_v7());
    let from = Mailbox::parse("Ünïcode \"Site\" 密码 <no-reply@example.com>").unwrap();
    let (to, date) = (EmailAddress::parse(to).unwrap(), "2026-11-22T12:34:56Z".parse().unwrap());
    altered(ComposedMail::new(id, from, to, date), |mail| {
        mail.locale = Locale::parse("nl").unwrap();
        "Žluťoučký kůň — 密码 ☂".clone_into(&mut mail.subject);
        "<p>Žluťoučký kůň, <a href=\"https://example.com/?a=1&amp;b=2\">密码</a></p>"
            .clone_into(&mut mail.html);
        "Žluťoučký kůň\n.\n..\nhttps://example.com/?a=1&b=2".clone_into(&mut mail.text);
    })
}

fn assert_transient(outcome: Result<(), MailError>, words: &str) {
    let Err(MailError::Transient(cause)) = outcome else { panic!("not transient: {outcome:?}") };
    assert!(cause.to_string().contains(words), "{cause}");
}

fn assert_site(outcome: Result<(), MailError>, words: &str) {
    let Err(MailError::Site(cause)) = outcome else { panic!("not about the site: {outcome:?}") };
    assert!(cause.to_string().contains(words), "{cause}");
}

fn assert_permanent(outcome: Result<(), MailError>, words: &str) {
    let Err(MailError::Permanent(cause)) = outcome else { panic!("not permanent: {outcome:?}") };
    assert!(cause.to_string().contains(words), "{cause}");
}

/// Reads a mail back with somebody else's parser, and compares all of it.
fn assert_same(raw: &[u8], mail: &ComposedMail) {
    let read = mail_parser::MessageParser::default().parse(raw).unwrap();
    let from = read.from().unwrap().first().unwrap();
    assert_eq!(from.name(), mail.from.name.as_deref());
    assert_eq!(from.address(), Some(mail.from.address.as_str()));
    assert_eq!(read.to().unwrap().first().unwrap().address(), Some(mail.to.as_str()));
    assert_eq!(read.subject(), Some(mail.subject.as_str()));
    assert_eq!(read.message_id().map(|id| format!("<{id}>")), Some(mail.message_id.clone()));
    assert_eq!(read.date().map(mail_parser::DateTime::to_timestamp), Some(mail.date.timestamp()));
    assert_eq!(read.header_raw("Content-Language").map(str::trim), Some(mail.locale.as_str()));
    assert_eq!(read.header_raw("Auto-Submitted").map(str::trim), Some("auto-generated"));
    assert_eq!(read.body_text(0).unwrap().replace("\r\n", "\n").trim_end(), mail.text);
    assert_eq!(read.body_html(0).unwrap().trim_end(), mail.html);
    assert_eq!((read.text_body_count(), read.html_body_count(), read.attachment_count()), (1, 1, 0));
}
