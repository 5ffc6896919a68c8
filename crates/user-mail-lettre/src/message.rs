//! From a composed mail to the bytes that travel.

use std::time::SystemTime;

use lettre::Address;
use lettre::address::Envelope;
use lettre::message::header::{ContentTransferEncoding, HeaderName, HeaderValue};
use lettre::message::{Body, Mailbox, Message, MultiPart};
use thiserror::Error;
use user_core::domain::{ComposedMail, EmailAddress};

/// The longest Message-ID: a line of 998 characters (RFC 5322 §2.1.1) is far away, and so is what is ever made.
const MESSAGE_ID_MAX: usize = 250;

/// The first second of the year 10000, which the `Date` header cannot say.
const YEAR_10000: i64 = 253_402_300_800;

/// Why a mail can never be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub(crate) enum Unsendable {
    #[error("the {0} has a control character, which could forge a header")]
    ControlCharacter(&'static str),
    #[error("the Message-ID is not of the form <left@right>")]
    MessageId,
    #[error("the date is outside the years 1970 to 9999")]
    Date,
    #[error("the message could not be put together")]
    Message,
}

/// A message, and its envelope.
pub(crate) struct Outgoing {
    /// Where it comes back to when it cannot be delivered.
    pub(crate) from: Address,
    pub(crate) to: Address,
    /// Headers and body, with CRLF line ends. ASCII, unless an address is not.
    pub(crate) text: String,
    is_international: bool,
}

impl Outgoing {
    /// Puts a message together: plain text and HTML as alternatives.
    pub(crate) fn new(mail: &ComposedMail) -> Result<Self, Unsendable> {
        refuse_forgery(mail)?;
        let to = address(&mail.to);
        let return_path = mail.return_path.as_ref().unwrap_or(&mail.from.address);
        let bodies = MultiPart::alternative_plain_html(body(&mail.text)?, body(&mail.html)?);
        let from = address(return_path);
        // Given, because Lettre would read the addresses again from the headers, and refuses marks there too.
        let envelope =
            Envelope::new(Some(from.clone()), vec![to.clone()]).map_err(|_| Unsendable::Message)?;
        let builder = Message::builder().envelope(envelope);
        let builder = match &mail.reply_to {
            Some(desk) => builder.reply_to(mailbox(desk)),
            None => builder,
        };
        let message = builder
            .from(mailbox(&mail.from))
            .to(Mailbox::new(None, to.clone()))
            .subject(mail.subject.as_str())
            .date(date(mail)?)
            .raw_header(exactly("Message-ID", &mail.message_id))
            .raw_header(exactly("Content-Language", mail.locale.as_str()))
            // RFC 3834 §5: nobody's holiday notice answers this.
            .raw_header(exactly("Auto-Submitted", "auto-generated"))
            .multipart(bodies)
            .map_err(|_| Unsendable::Message)?;
        let text = String::from_utf8(message.formatted()).map_err(|_| Unsendable::Message)?;
        Ok(Self { is_international: !text.is_ascii(), from, to, text })
    }

    /// Whether it is the recipient's address that does.
    pub(crate) fn to_is_international(&self) -> bool {
        !(self.to.as_ref() as &str).is_ascii()
    }

    /// Whether an address needs a server that speaks SMTPUTF8 (RFC 6531).
    pub(crate) fn is_international(&self) -> bool {
        self.is_international || !(self.from.as_ref() as &str).is_ascii()
    }
}

/// Lettre panics on line breaks in a display name. They are refused wherever they could start a header of their own.
fn refuse_forgery(mail: &ComposedMail) -> Result<(), Unsendable> {
    let name = mail.from.name.as_deref().unwrap_or_default();
    let desk = mail.reply_to.as_ref().and_then(|desk| desk.name.as_deref()).unwrap_or_default();
    for (what, value) in [("sender's name", name), ("name to answer", desk), ("subject", &mail.subject)] {
        if value.chars().any(char::is_control) {
            return Err(Unsendable::ControlCharacter(what));
        }
    }
    let id = mail.message_id.as_str();
    let inner = id.strip_prefix('<').and_then(|id| id.strip_suffix('>')).unwrap_or_default();
    let printable = inner.bytes().all(|byte| byte.is_ascii_graphic() && !b"<>".contains(&byte));
    let both_sides = inner.split_once('@').is_some_and(|(left, right)| !left.is_empty() && !right.is_empty());
    if printable && both_sides && id.len() <= MESSAGE_ID_MAX { Ok(()) } else { Err(Unsendable::MessageId) }
}

fn mailbox(of: &user_core::domain::Mailbox) -> Mailbox {
    Mailbox::new(of.name.clone(), address(&of.address))
}

/// The local part as typed, the domain as A-labels: so most international addresses need no SMTPUTF8. An
/// [`EmailAddress`] has been judged already, and by more than Lettre knows: it refuses marks (RFC 6532).
fn address(address: &EmailAddress) -> Address {
    let local = address.as_str().rsplit_once('@').map_or("", |(local, _)| local);
    Address::new_dangerous(local, address.domain())
}

/// Lettre chooses the encoding, and would let control characters through as they are: a server may refuse NUL, and take
/// a lone CR for the end of a line. They travel as base64.
fn body(text: &str) -> Result<Body, Unsendable> {
    let lines = text.replace("\r\n", "\n");
    if lines.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\t')) {
        let encoded = Body::new_with_encoding(lines, ContentTransferEncoding::Base64);
        return encoded.map_err(|_| Unsendable::Message);
    }
    if lines.split('\n').any(|line| line.ends_with(' ')) {
        // Servers may cut blanks at the ends of lines; encoded they stay (RFC 2045 §6.7).
        let encoded = Body::new_with_encoding(lines, ContentTransferEncoding::QuotedPrintable);
        return encoded.map_err(|_| Unsendable::Message);
    }
    Ok(Body::new(lines))
}

fn date(mail: &ComposedMail) -> Result<SystemTime, Unsendable> {
    if (0..YEAR_10000).contains(&mail.date.timestamp()) {
        Ok(mail.date.into())
    } else {
        Err(Unsendable::Date)
    }
}

/// A header that needs no encoding, and gets none: a Message-ID must stay on its line as it is.
fn exactly(name: &'static str, value: &str) -> HeaderValue {
    let name = HeaderName::new_from_ascii_str(name);
    HeaderValue::dangerous_new_pre_encoded(name, value.to_owned(), value.to_owned())
}

#[cfg(test)]
mod tests {
    use mail_parser::MessageParser;
    use proptest::prelude::*;
    use user_core::domain::{Locale, Mailbox};
    use user_testkit::altered;

    use super::*;

    fn mail() -> ComposedMail {
        let from = Mailbox::parse("The Site <no-reply@example.com>").unwrap();
        let to = EmailAddress::parse("Ada.Lovelace@Example.com").unwrap();
        let date = "2026-11-22T12:34:56Z".parse().unwrap();
        let mut mail = ComposedMail::new("<0197.a-b_c@example.com>", from, to, date);
        mail.locale = Locale::parse("pt-BR").unwrap();
        "Welcome".clone_into(&mut mail.subject);
        "<p>Hello</p>".clone_into(&mut mail.html);
        "Hello".clone_into(&mut mail.text);
        mail
    }

    #[test]
    fn what_could_forge_a_header_is_refused() {
        let line_breaks =
            ["x\r\nBcc: eve@example.com", "x\nBcc: eve@example.com", "x\ry", "x\0y", "x\ty", "\u{85}"];

        for forged in line_breaks {
            let subject = altered(mail(), |mail| mail.subject = forged.to_owned());
            assert_eq!(
                Outgoing::new(&subject).err(),
                Some(Unsendable::ControlCharacter("subject")),
                "{forged:?}"
            );

            let mut name = mail();
            name.from.name = Some(forged.to_owned());
            assert_eq!(
                Outgoing::new(&name).err(),
                Some(Unsendable::ControlCharacter("sender's name")),
                "{forged:?}"
            );

            let mut desk = mail();
            desk.reply_to = Some(Mailbox { name: Some(forged.to_owned()), ..desk.from.clone() });
            assert_eq!(
                Outgoing::new(&desk).err(),
                Some(Unsendable::ControlCharacter("name to answer")),
                "{forged:?}"
            );

            let id = altered(mail(), |mail| mail.message_id = format!("<a@{forged}>"));
            assert_eq!(Outgoing::new(&id).err(), Some(Unsendable::MessageId), "{forged:?}");
        }
    }

    #[test]
    fn what_is_no_message_id_or_no_date_is_refused() {
        let long = format!("<{}@example.com>", "a".repeat(250));
        for id in ["", "a@b", "<a>", "<@b>", "<a@>", "<a b@c>", "<a@b>\r\nX: y", "<a><b@c>", "<ä@b>", &long]
        {
            let mail = altered(mail(), |mail| mail.message_id = id.to_owned());
            assert_eq!(Outgoing::new(&mail).err(), Some(Unsendable::MessageId), "{id:?}");
        }
        for date in ["1969-12-31T23:59:59Z", "+10000-01-01T00:00:00Z"] {
            let mail = altered(mail(), |mail| mail.date = date.parse().unwrap());
            assert_eq!(Outgoing::new(&mail).err(), Some(Unsendable::Date), "{date}");
        }
    }

    #[test]
    fn the_headers_are_as_given() {
        let text = Outgoing::new(&mail()).unwrap().text;
        let (headers, _) = text.split_once("\r\n\r\n").unwrap();

        for header in [
            "From: \"The Site\" <no-reply@example.com>",
            "To: Ada.Lovelace@example.com",
            "Subject: Welcome",
            "Date: Sun, 22 Nov 2026 12:34:56 +0000",
            "Message-ID: <0197.a-b_c@example.com>",
            "Content-Language: pt-BR",
            "Auto-Submitted: auto-generated",
            "MIME-Version: 1.0",
        ] {
            assert_eq!(headers.lines().filter(|line| *line == header).count(), 1, "{header} in:\n{headers}");
        }
        assert!(headers.contains("Content-Type: multipart/alternative;"), "{headers}");
    }

    #[test]
    fn answers_and_bounces_go_where_they_are_wanted() {
        let plain = Outgoing::new(&mail()).unwrap();
        let mail = altered(mail(), |mail| {
            mail.reply_to = Mailbox::parse("Our Desk <desk@example.com>");
            mail.return_path = EmailAddress::parse("bounces@example.com").ok();
        });

        let outgoing = Outgoing::new(&mail).unwrap();

        assert!(outgoing.text.contains("Reply-To: \"Our Desk\" <desk@example.com>\r\n"), "{}", outgoing.text);
        assert!(outgoing.text.contains("From: \"The Site\" <no-reply@example.com>\r\n"), "{}", outgoing.text);
        assert!(!outgoing.text.contains("bounces"), "{}", outgoing.text);
        assert_eq!(outgoing.from.as_ref() as &str, "bounces@example.com");
        assert!(!plain.text.contains("Reply-To"), "{}", plain.text);
        assert_eq!(plain.from.as_ref() as &str, "no-reply@example.com");
    }

    #[test]
    fn the_line_above_a_signature_keeps_its_blank() {
        let mail = altered(mail(), |mail| mail.text = "Hello\n\n-- \nThe Site\n".to_owned());

        let outgoing = Outgoing::new(&mail).unwrap();

        let read = MessageParser::default().parse(outgoing.text.as_bytes()).unwrap();
        assert!(
            read.body_text(0).unwrap().contains("\n-- \r\n")
                || read.body_text(0).unwrap().contains("\n-- \n")
        );
        assert!(outgoing.text.contains("\r\n--=20\r\n"), "{}", outgoing.text);
    }

    #[test]
    fn a_long_message_id_stays_on_its_line() {
        let id = format!("<{}@example.com>", "a".repeat(200));
        let mail = altered(mail(), |mail| mail.message_id = id.clone());

        assert!(Outgoing::new(&mail).unwrap().text.contains(&format!("\r\nMessage-ID: {id}\r\n")));
    }

    #[test]
    fn other_scripts_arrive_as_written_and_travel_as_ascii() {
        let mut mail = altered(mail(), |mail| {
            mail.subject = "Wachtwoord vergeten? 密码 — ☂, \"quoted\"".to_owned();
            mail.html = "<p>Žluťoučký kůň &amp; 密码</p>".to_owned();
            mail.text = "Žluťoučký kůň\n.\n密码".to_owned();
            mail.to = EmailAddress::parse("ada@bücher.example").unwrap();
        });
        mail.from.name = Some("Ünïcode \"Site\", 密码".to_owned());

        let outgoing = Outgoing::new(&mail).unwrap();

        assert!(outgoing.text.is_ascii() && !outgoing.is_international());
        assert!(outgoing.text.lines().all(|line| line.len() <= 76), "{}", outgoing.text);
        assert_eq!(outgoing.to.as_ref() as &str, "ada@xn--bcher-kva.example");
        let read = MessageParser::default().parse(outgoing.text.as_bytes()).unwrap();
        assert_eq!(read.subject(), Some(mail.subject.as_str()));
        assert_eq!(read.from().unwrap().first().unwrap().name(), mail.from.name.as_deref());
        assert_eq!(read.body_text(0).unwrap().replace("\r\n", "\n"), mail.text);
        assert_eq!(read.body_html(0).unwrap(), mail.html);
        assert_eq!((read.text_body_count(), read.html_body_count(), read.attachment_count()), (1, 1, 0));
    }

    #[test]
    fn an_international_local_part_is_told_apart() {
        for to in ["rené@example.com", "संपर्क@डाटामेल.भारत", "นํ้า@example.com"]
        {
            let mail = altered(mail(), |mail| mail.to = EmailAddress::parse(to).unwrap());

            assert!(Outgoing::new(&mail).unwrap().is_international(), "{to}");
        }
    }

    proptest! {
            #[test]
            fn no_words_make_it_panic_or_add_a_header_or_end_the_message(
                name in "\\PC{0,60}", subject in "\\PC{0,120}", html in BODY, text in BODY,
            ) {
                let mut mail = altered(mail(), |mail| {
    mail.subject = subject;
    mail.html = html;
    mail.text = text;
    });
                mail.from.name = Some(name);
                let plain = Outgoing::new(&self::mail()).unwrap().text;

                let outgoing = Outgoing::new(&mail).unwrap();

                prop_assert_eq!(header_names(&outgoing.text), header_names(&plain));
                // A line end that only some servers take for one lets a body end early (SMTP smuggling).
                prop_assert!(!outgoing.text.replace("\r\n", "").contains(['\r', '\n', '\0']));
                prop_assert!(outgoing.text.is_ascii());
                prop_assert!(outgoing.text.split("\r\n").all(|line| line.len() <= 998));
            }
        }

    /// Anything, with much of what is special to mail.
    const BODY: &str = "(?s)(.{0,20}|[a-z .\r\n\0]{0,30}|\r\n\\.\r\n|x{990,1010}){0,5}";

    fn header_names(text: &str) -> Vec<String> {
        let (headers, _) = text.split_once("\r\n\r\n").unwrap();
        let starts = headers.split("\r\n").filter(|line| !line.starts_with([' ', '\t']));
        starts.map(|line| line.split(':').next().unwrap().to_owned()).collect()
    }
}
