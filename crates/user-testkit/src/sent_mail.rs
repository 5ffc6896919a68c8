//! A mailer that keeps what it was given.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use async_trait::async_trait;
use user_core::domain::{ComposedMail, EmailAddress};
use user_core::ports::{MailError, Mailer};

/// How a mail is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MailRefusal {
    /// It may work later.
    Transient,
    /// It will never work.
    Permanent,
    /// It is about the site, whatever the mail.
    Site,
}

impl From<MailRefusal> for MailError {
    fn from(refusal: MailRefusal) -> Self {
        match refusal {
            MailRefusal::Transient => Self::Transient("450 told to refuse for now".into()),
            MailRefusal::Site => Self::Site("550 5.4.5 told that the site may send no more".into()),
            MailRefusal::Permanent => Self::Permanent("550 told to refuse for good".into()),
        }
    }
}

/// A [`Mailer`] that keeps what it was given, and refuses when told to. Clones share one mailbox.
#[derive(Clone, Debug, Default)]
pub struct SentMail {
    state: Arc<Mutex<State>>,
}

#[derive(Debug, Default)]
struct State {
    mails: Vec<ComposedMail>,
    tries: usize,
    next: Option<(usize, MailRefusal)>,
    addresses: Vec<(EmailAddress, MailRefusal)>,
    ascii_only: bool,
}

impl SentMail {
    /// An empty mailbox that takes every mail.
    pub fn new() -> Self {
        Self::default()
    }

    /// From now on, no mail goes to addresses with letters beyond ASCII before the `@`.
    pub fn refuse_smtputf8(&self) {
        self.state().ascii_only = true;
    }

    /// Every mail taken over, in order.
    pub fn all(&self) -> Vec<ComposedMail> {
        self.state().mails.clone()
    }

    /// Every mail taken over for this address, however it is typed, in order.
    pub fn all_to(&self, address: &str) -> Vec<ComposedMail> {
        let Ok(address) = EmailAddress::parse(address) else { return Vec::new() };
        self.all().into_iter().filter(|mail| mail.to == address).collect()
    }

    /// The latest mail to this address, however it is typed.
    pub fn latest_to(&self, address: &str) -> Option<ComposedMail> {
        self.all_to(address).pop()
    }

    /// The first link in the text part of the latest mail to this address.
    pub fn latest_link_to(&self, address: &str) -> Option<String> {
        self.latest_to(address).and_then(|mail| Self::link_in(&mail))
    }

    /// The first `http` or `https` link in the text part of a mail.
    pub fn link_in(mail: &ComposedMail) -> Option<String> {
        let begins = |scheme: &str| mail.text.find(scheme);
        let start = begins("https://").into_iter().chain(begins("http://")).min()?;
        let ends = |c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '<' | '>');
        mail.text.get(start..)?.split(ends).next().map(str::to_owned)
    }

    /// How often a mail was handed over, refused ones included.
    pub fn tries(&self) -> usize {
        self.state().tries
    }

    /// Forgets the mails so far.
    pub fn clear(&self) {
        self.state().mails.clear();
    }

    /// Refuses the next `count` mails.
    pub fn refuse_next(&self, count: usize, refusal: MailRefusal) {
        self.state().next = Some((count, refusal));
    }

    /// Refuses every mail to this address.
    pub fn refuse_to(&self, address: &EmailAddress, refusal: MailRefusal) {
        self.state().addresses.push((address.clone(), refusal));
    }

    /// Takes every mail again.
    pub fn recover(&self) {
        let mut state = self.state();
        state.next = None;
        state.addresses.clear();
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn refusal(&mut self, to: &EmailAddress) -> Option<MailRefusal> {
        if let Some((left, refusal)) = self.next {
            self.next = left.checked_sub(1).filter(|left| *left > 0).map(|left| (left, refusal));
            if left > 0 {
                return Some(refusal);
            }
        }
        self.addresses.iter().find(|(address, _)| address == to).map(|(_, refusal)| *refusal)
    }
}

#[async_trait]
impl Mailer for SentMail {
    fn carries_smtputf8(&self) -> bool {
        !self.state().ascii_only
    }

    async fn send(&self, mail: &ComposedMail) -> Result<(), MailError> {
        let mut state = self.state();
        state.tries += 1;
        if let Some(refusal) = state.refusal(&mail.to) {
            return Err(refusal.into());
        }
        state.mails.push(mail.clone());
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use user_core::domain::Mailbox;

    use super::*;

    fn mail(to: &str, text: &str) -> ComposedMail {
        let from = Mailbox::parse("site@example.com").unwrap();
        let to = EmailAddress::parse(to).unwrap();
        let mut mail = ComposedMail::new("<1@example.com>", from, to, DateTime::UNIX_EPOCH);
        "Hello".clone_into(&mut mail.subject);
        text.clone_into(&mut mail.text);
        mail
    }

    #[tokio::test]
    async fn the_latest_mail_to_an_address_is_found_however_it_is_typed() {
        let sent = SentMail::new();
        for (to, text) in
            [("ada@example.com", "one"), ("ADA@example.com", "two"), ("bob@example.com", "three")]
        {
            sent.send(&mail(to, text)).await.unwrap();
        }

        assert_eq!(sent.latest_to("Ada@Example.com").unwrap().text, "two");
        assert_eq!(sent.all_to("ada@example.com").len(), 2);
        assert_eq!(sent.all().len(), 3);
        assert!(sent.latest_to("eve@example.com").is_none() && sent.latest_to("?").is_none());
    }

    #[test]
    fn the_first_link_of_the_text_is_found_whole() {
        let link = |text| SentMail::link_in(&mail("ada@example.com", text));

        assert_eq!(
            link("Go to http://a.test/x?y=1&z\nor https://b.test").as_deref(),
            Some("http://a.test/x?y=1&z")
        );
        assert_eq!(link(r#"{"link":"https://b.test/x","z":1}"#).as_deref(), Some("https://b.test/x"));
        assert_eq!(link("no link here"), None);
    }

    #[tokio::test]
    async fn mails_are_refused_as_told() {
        let sent = SentMail::new();
        let ada = mail("ada@example.com", "");
        sent.refuse_next(2, MailRefusal::Transient);
        for _ in 0..2 {
            assert!(matches!(sent.send(&ada).await, Err(MailError::Transient(_))));
        }
        assert!(sent.send(&ada).await.is_ok());

        sent.refuse_to(&ada.to, MailRefusal::Permanent);
        assert!(matches!(sent.send(&ada).await, Err(MailError::Permanent(_))));
        assert!(sent.send(&mail("bob@example.com", "")).await.is_ok());

        sent.recover();
        assert!(sent.send(&ada).await.is_ok());
        assert_eq!((sent.tries(), sent.all().len()), (6, 3));
    }
}
