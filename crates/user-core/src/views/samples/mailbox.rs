//! Samples of the development mailbox: empty, with a mail, and each face of one.

use super::Sample;
use crate::views::{MailboxEntry, MailboxMail, MailboxMailPage, MailboxPage, Site, TextPiece};

pub(super) fn samples(site: &Site) -> Vec<Sample> {
    let list = |mails| Sample::page("mailbox", &MailboxPage { site: site.clone(), mails });
    let face = |face| MailboxMailPage { site: site.clone(), face, mail: mailbox_mail() };
    let faces = ["text", "html", "source"].map(|name| Sample::page("mailbox-mail", &face(name)));
    [list(vec![]), list(vec![mailbox_entry()])].into_iter().chain(faces).collect()
}

fn mailbox_entry() -> MailboxEntry {
    MailboxEntry {
        href: "/dev/mailbox/1".to_owned(),
        to: "ada@example.com".to_owned(),
        subject: "Welcome <to> tea".to_owned(),
        date_at: "2026-11-22T20:15:00Z".to_owned(),
        date: "2026-11-22 20:15 UTC".to_owned(),
    }
}

fn mailbox_mail() -> MailboxMail {
    let piece =
        |text: &str, href: Option<&str>| TextPiece { text: text.to_owned(), href: href.map(str::to_owned) };
    MailboxMail {
        list: "/dev/mailbox".to_owned(),
        text_href: "/dev/mailbox/1".to_owned(),
        html_href: "/dev/mailbox/1?face=html".to_owned(),
        source_href: "/dev/mailbox/1?face=source".to_owned(),
        frame_href: "/dev/mailbox/1/body.html".to_owned(),
        from: "no-reply@example.com".to_owned(),
        to: "ada@example.com".to_owned(),
        subject: "Welcome".to_owned(),
        date: "2026-11-22 20:15 UTC".to_owned(),
        text: vec![piece("Open ", None), piece("http://127.0.0.1:3000/x", Some("http://127.0.0.1:3000/x"))],
        source: "Subject: Welcome\n\n<p>".to_owned(),
        links: vec!["http://127.0.0.1:3000/x".to_owned()],
    }
}
