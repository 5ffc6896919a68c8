//! The development mailbox.

use chrono::DateTime;
use user_core::domain::{ComposedMail, EmailAddress, Mailbox};
use user_core::ports::Mailer;
use user_web::DevMailbox;

use crate::it::site::Site;

const SCRIPT: &str = "<script>alert(1)</script>";

fn mail(number: u32) -> ComposedMail {
    let from = Mailbox::parse("Tea <no-reply@example.com>").unwrap();
    let to = EmailAddress::parse("ada@example.com").unwrap();
    let date = DateTime::from_timestamp(1_893_456_000 + i64::from(number), 0).unwrap();
    let mut mail = ComposedMail::new(format!("<mail-{number}@example.com>"), from, to, date);
    mail.subject = format!("Mail {number} {SCRIPT}");
    mail.html = format!("<html><head><title>x</title></head><body>{SCRIPT}</body></html>");
    mail.text =
        format!("{SCRIPT}\nOpen\nhttp://127.0.0.1:3000/user/confirm-email/abc\njavascript:alert(1)\n");
    mail
}

async fn filled(count: u32) -> (Site, DevMailbox) {
    let mailbox = DevMailbox::new();
    let site = Site::with_mailbox(&mailbox);
    for number in 1..=count {
        mailbox.send(&mail(number)).await.unwrap();
    }
    (site, mailbox)
}

#[tokio::test]
async fn without_a_mailbox_there_are_no_such_pages_and_nothing_leads_to_them() {
    let mut browser = Site::new().browser();

    for path in ["/dev/mailbox", "/dev/mailbox.json", "/dev/mailbox/mail-1", "/dev/mailbox/mail-1/body.html"]
    {
        assert_eq!(browser.get(path).await.problem(), "not-found", "{path}");
    }
    assert!(browser.get("/user/sign-in").await.data()["site"]["links"]["mailbox"].is_null());
}

#[tokio::test]
async fn what_is_not_in_it_is_not_there() {
    let (site, _) = filled(1).await;
    let mut browser = site.browser();

    for path in ["/dev/mailbox/mail-9", "/dev/mailbox/mail-9/body.html", "/dev/mailbox/", "/dev/mailbox/%00"]
    {
        assert_eq!(browser.get(path).await.problem(), "not-found", "{path}");
    }
    assert_eq!(browser.post("/dev/mailbox", &[]).await.problem(), "method-not-allowed");
}

#[tokio::test]
async fn mails_are_listed_newest_first_and_every_page_leads_there() {
    let (site, _) = filled(3).await;
    let mut browser = site.browser();

    let page = browser.get("/dev/mailbox").await;

    page.assert_shows(200, "mailbox");
    let data = page.data();
    let hrefs: Vec<_> = data["mails"].as_array().unwrap().iter().map(|mail| mail["href"].clone()).collect();
    assert_eq!(hrefs, ["/dev/mailbox/mail-3", "/dev/mailbox/mail-2", "/dev/mailbox/mail-1"]);
    assert_eq!(data["mails"][0]["to"], "ada@example.com");
    assert_eq!(data["mails"][0]["date_at"], "2030-01-01T00:00:03Z");
    assert_eq!(page.header("cache-control"), Some("no-store"));
    assert_eq!(browser.get("/user/sign-in").await.data()["site"]["links"]["mailbox"], "/dev/mailbox");
}

#[tokio::test]
async fn a_mail_has_three_faces_and_its_links_are_only_those_of_the_web() {
    let (site, _) = filled(1).await;
    let mut browser = site.browser();

    for (query, face) in
        [("", "text"), ("?face=html", "html"), ("?face=source", "source"), ("?face=x", "text")]
    {
        let page = browser.get(&format!("/dev/mailbox/mail-1{query}")).await;

        page.assert_shows(200, "mailbox-mail");
        let data = page.data();
        assert_eq!(data["face"], face);
        assert_eq!(
            data["mail"]["links"],
            serde_json::json!(["http://127.0.0.1:3000/user/confirm-email/abc"])
        );
        assert_eq!(data["mail"]["frame_href"], "/dev/mailbox/mail-1/body.html");
        assert!(data["mail"]["source"].as_str().unwrap().contains("Message-ID: <mail-1@example.com>"));
        let hrefs = data["mail"]["text"].as_array().unwrap().clone();
        assert!(hrefs.iter().all(|piece| !piece["href"].as_str().unwrap_or_default().contains("javascript")));
    }
}

#[tokio::test]
async fn a_script_in_a_mail_runs_nowhere() {
    let (site, _) = filled(1).await;
    let mut browser = site.browser();

    let frame = browser.get("/dev/mailbox/mail-1/body.html").await;

    let policy = frame.header("content-security-policy").unwrap();
    assert!(policy.starts_with("default-src 'none'; style-src 'unsafe-inline'"), "{policy}");
    assert!(policy.contains("frame-ancestors 'self'") && policy.contains("sandbox "), "{policy}");
    assert!(!policy.contains("allow-scripts") && !policy.contains("script-src"), "{policy}");
    assert_eq!(frame.header("x-frame-options"), Some("SAMEORIGIN"));
    assert_eq!(frame.header("x-content-type-options"), Some("nosniff"));
    assert_eq!(frame.header("cache-control"), Some("no-store"));
    assert!(frame.body.contains(r#"<head><base target="_blank">"#), "links leave the frame");
    let page = browser.get("/dev/mailbox/mail-1?face=html").await;
    let policy = page.header("content-security-policy").unwrap();
    assert!(policy.contains("default-src 'none'") && policy.contains("frame-src 'self'"), "{policy}");
}

#[tokio::test]
async fn programs_read_it_as_json() {
    let (site, _) = filled(2).await;

    let answer = site.browser().get("/dev/mailbox.json").await;

    assert_eq!(answer.header("content-type"), Some("application/json"));
    let mails = answer.json();
    assert_eq!(mails[0]["id"], "mail-2");
    assert_eq!(mails[0]["message_id"], "<mail-2@example.com>");
    assert_eq!(mails[0]["from"], "\"Tea\" <no-reply@example.com>");
    assert_eq!(mails[0]["locale"], "en");
    assert_eq!(mails[0]["links"][0], "http://127.0.0.1:3000/user/confirm-email/abc");
    assert_eq!(mails.as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn a_mail_sent_twice_is_kept_once_and_the_oldest_make_room() {
    let (_, mailbox) = filled(502).await;
    mailbox.send(&mail(502)).await.unwrap();

    let kept = mailbox.all();

    assert_eq!(kept.len(), 500);
    assert_eq!(kept.first().unwrap().message_id, "<mail-502@example.com>");
    assert_eq!(kept.last().unwrap().message_id, "<mail-3@example.com>");
    assert_eq!(format!("{mailbox:?}"), "DevMailbox(500 mails)");
}

/// Whoever makes a name of theirs lead to this machine (DNS rebinding) has that name in `Host`.
#[tokio::test]
async fn the_mailbox_is_shown_under_no_foreign_name() {
    let (site, _mailbox) = filled(1).await;
    for path in ["/dev/mailbox", "/dev/mailbox.json", "/dev/mailbox/mail-1", "/dev/mailbox/mail-1/body.html"]
    {
        for host in ["evil.example", "evil.example:3000", "192.0.2.9"] {
            let answer = site.browser().saying("host", host).get(path).await;
            assert_eq!(answer.status, 404, "{host}{path}");
            assert!(!answer.body.contains("Mail 1"), "{host}{path}");
        }
        for host in ["127.0.0.1:3000", "localhost:3000", "[::1]:3000"] {
            assert_eq!(site.browser().saying("host", host).get(path).await.status, 200, "{host}{path}");
        }
    }
}
