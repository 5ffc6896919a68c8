//! The pages of the mailbox.

use std::future::{Ready, ready};

use chrono::SecondsFormat;
use http::{StatusCode, header};
use serde::Serialize;
use user_core::domain::{ComposedMail, TimeZone};
use user_core::views::{MailboxEntry, MailboxMail, MailboxMailPage, MailboxPage};

use super::{id_of, text};
use crate::exchange::Exchange;
use crate::pages::Query;
use crate::pages::mount::{Answer, Steps};
use crate::refused::Refused;
use crate::response::problem::Problem;
use crate::response::response;

/// For the HTML of a mail alone, in a frame of ours: its own styles, no script, no picture from elsewhere.
const BODY_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; \
                           sandbox allow-popups allow-popups-to-escape-sandbox";

fn mails(exchange: &Exchange) -> Vec<ComposedMail> {
    exchange.web().inbox().map(super::DevMailbox::all).unwrap_or_default()
}

fn find(exchange: &Exchange, id: &str) -> Result<ComposedMail, Problem> {
    let found = exchange.web().inbox().and_then(|mailbox| mailbox.find(id));
    found.ok_or_else(|| Problem::new(StatusCode::NOT_FOUND))
}

pub(super) async fn list(exchange: Exchange) -> Answer {
    let path = exchange.web().mailbox_path().unwrap_or_default();
    let entry = |mail: &ComposedMail| MailboxEntry {
        href: format!("{path}/{}", id_of(mail)),
        to: mail.to.to_string(),
        subject: mail.subject.clone(),
        date_at: mail.date.to_rfc3339_opts(SecondsFormat::Secs, true),
        date: TimeZone::UTC.readable(mail.date),
    };
    let mails = mails(&exchange).iter().map(entry).collect();
    Ok(exchange.page("mailbox", StatusCode::OK, |site| MailboxPage { site, mails }).await?)
}

pub(super) async fn read(exchange: Exchange, Steps([id]): Steps<1>, query: Query) -> Answer {
    let mail = view(&find(&exchange, &id)?, exchange.web().mailbox_path().unwrap_or_default());
    let face = ["html", "source"].into_iter().find(|face| *face == query.face).unwrap_or("text");
    Ok(exchange.page("mailbox-mail", StatusCode::OK, |site| MailboxMailPage { site, face, mail }).await?)
}

fn view(mail: &ComposedMail, path: String) -> MailboxMail {
    let href = format!("{path}/{}", id_of(mail));
    MailboxMail {
        list: path,
        html_href: format!("{href}?face=html"),
        source_href: format!("{href}?face=source"),
        frame_href: format!("{href}/body.html"),
        text_href: href,
        from: mail.from.to_string(),
        to: mail.to.to_string(),
        subject: mail.subject.clone(),
        date: TimeZone::UTC.readable(mail.date),
        text: text::pieces(&mail.text),
        source: source(mail),
        links: text::links(&mail.text),
    }
}

fn source(mail: &ComposedMail) -> String {
    format!(
        "Message-ID: {}\nDate: {}\nFrom: {}\nTo: {}\nSubject: {}\nContent-Language: {}\n\n\
         --- text/plain ---\n{}\n--- text/html ---\n{}",
        mail.message_id,
        mail.date.to_rfc2822(),
        mail.from,
        mail.to,
        mail.subject,
        mail.locale,
        mail.text,
        mail.html
    )
}

pub(super) fn frame(exchange: Exchange, Steps([id]): Steps<1>) -> Ready<Answer> {
    // Links open in a tab of their own: the frame may open nothing else.
    let html = |mail: ComposedMail| mail.html.replacen("<head>", "<head><base target=\"_blank\">", 1);
    let headers = [
        (header::CONTENT_TYPE, "text/html; charset=utf-8"),
        (header::CONTENT_SECURITY_POLICY, BODY_POLICY),
        (header::X_FRAME_OPTIONS, "SAMEORIGIN"),
        (header::CACHE_CONTROL, "no-store"),
    ];
    let framed = |mail| response(StatusCode::OK, headers, html(mail));
    ready(find(&exchange, &id).map(framed).map_err(Refused::from))
}

#[derive(Serialize)]
struct JsonMail {
    id: String,
    message_id: String,
    date: String,
    from: String,
    to: String,
    locale: String,
    subject: String,
    text: String,
    html: String,
    links: Vec<String>,
}

pub(super) fn json(exchange: Exchange) -> Ready<Answer> {
    let mails: Vec<_> = mails(&exchange).iter().map(json_mail).collect();
    let headers = [(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "no-store")];
    ready(Ok(response(StatusCode::OK, headers, serde_json::to_vec(&mails).unwrap_or_default())))
}

fn json_mail(mail: &ComposedMail) -> JsonMail {
    JsonMail {
        id: id_of(mail).to_owned(),
        message_id: mail.message_id.clone(),
        date: mail.date.to_rfc3339_opts(SecondsFormat::Micros, true),
        from: mail.from.to_string(),
        to: mail.to.to_string(),
        locale: mail.locale.to_string(),
        subject: mail.subject.clone(),
        text: mail.text.clone(),
        html: mail.html.clone(),
        links: text::links(&mail.text),
    }
}
