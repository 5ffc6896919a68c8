//! The mails that visitors get.

use std::collections::{BTreeMap, HashSet};
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

use mail_parser::MessageParser;
use serde_json::Value;

use crate::wait::until;

/// A mail as it arrived.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mail {
    /// The same, however often it is sent.
    pub message_id: String,
    /// The address it was sent to.
    pub to: String,
    /// The subject.
    pub subject: String,
    /// The language it says it is in.
    pub language: String,
    /// The plain text.
    pub text: String,
    /// The HTML.
    pub html: String,
}

impl Mail {
    /// Reads what came over SMTP.
    pub(crate) fn read(raw: &[u8]) -> Option<Self> {
        let mail = MessageParser::default().parse(raw)?;
        Some(Self {
            message_id: mail.message_id()?.to_owned(),
            to: mail.to()?.first()?.address()?.to_owned(),
            subject: mail.subject()?.to_owned(),
            language: mail.header_raw("Content-Language").unwrap_or_default().trim().to_owned(),
            text: mail.body_text(0)?.into_owned(),
            html: mail.body_html(0)?.into_owned(),
        })
    }

    fn from_json(mail: &Value) -> Self {
        let text = |key: &str| mail[key].as_str().unwrap_or_default().to_owned();
        Self {
            message_id: text("message_id").trim_matches(['<', '>']).to_owned(),
            to: text("to"),
            subject: text("subject"),
            language: text("locale"),
            text: text("text"),
            html: text("html"),
        }
    }

    /// The link to a page with this in its path.
    pub fn link(&self, page: &str) -> Option<&str> {
        let links = self.text.split_whitespace().filter(|word| word.starts_with("http"));
        links.into_iter().find(|link| link.contains(page))
    }
}

/// Where mails arrive.
#[derive(Clone)]
pub enum Mailbox {
    /// In the demo's own mailbox, at this URL.
    Page(String),
    /// In the folder of a mail server.
    Folder(Folder),
}

/// The folder of a mail server. Each file is read once, and those from before are not read at all.
#[derive(Clone)]
pub struct Folder(Arc<Opened>);

struct Opened {
    path: PathBuf,
    since: SystemTime,
    known: Mutex<(HashSet<PathBuf>, Vec<Mail>)>,
}

impl Folder {
    /// What arrives in a folder from now on.
    #[expect(clippy::disallowed_methods, reason = "compared with the times of files, which the system sets")]
    pub fn from_now_on(path: PathBuf) -> Self {
        // The times of files may be a little behind.
        let since = SystemTime::now() - Duration::from_secs(2);
        Self(Arc::new(Opened { path, since, known: Mutex::default() }))
    }

    fn all(&self) -> Vec<Mail> {
        let mut known = self.0.known.lock().unwrap();
        for entry in std::fs::read_dir(&self.0.path).unwrap().flatten() {
            let path = entry.path();
            if !known.0.insert(path.clone()) {
                continue;
            }
            let arrived = entry.metadata().and_then(|facts| facts.modified()).unwrap();
            if arrived >= self.0.since {
                known.1.extend(Mail::read(&std::fs::read(path).unwrap()));
            }
        }
        known.1.clone()
    }
}

impl Mailbox {
    /// Every mail there is to see.
    pub async fn all(&self) -> Vec<Mail> {
        match self {
            Self::Folder(folder) => folder.all(),
            Self::Page(url) => {
                let listed: Value = reqwest::get(url).await.unwrap().json().await.unwrap();
                listed.as_array().unwrap().iter().rev().map(Mail::from_json).collect()
            }
        }
    }

    /// Every mail to an address, each once, the oldest first.
    pub async fn to(&self, address: &str) -> Vec<Mail> {
        let mut seen = HashSet::new();
        let mails = self.all().await.into_iter().filter(|mail| mail.to.eq_ignore_ascii_case(address));
        mails.filter(|mail| seen.insert(mail.message_id.clone())).collect()
    }

    /// The mail to `address` that comes after `known` others, when it is there.
    pub async fn next(&self, address: &str, known: usize) -> Mail {
        until(&format!("mail number {} to {address}", known + 1), async || {
            self.to(address).await.get(known).cloned()
        })
        .await
    }

    /// How many different mails each address got.
    pub async fn counts(&self) -> BTreeMap<String, usize> {
        let mut seen = HashSet::new();
        let mut counts = BTreeMap::new();
        for mail in self.all().await.into_iter().filter(|mail| seen.insert(mail.message_id.clone())) {
            *counts.entry(mail.to).or_default() += 1;
        }
        counts
    }
}
