//! The development mailbox: a mailer that keeps what it is given, and pages to read it.

mod pages;
mod text;

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use async_trait::async_trait;
use user_core::domain::ComposedMail;
use user_core::ports::{MailError, Mailer};

use crate::pages::mount::{Handler, Methods, Mount};

/// Where the mailbox is.
pub(crate) const PATH: &str = "/dev/mailbox";
/// More mails than this are not kept: the oldest go.
const KEPT: usize = 500;

/// Keeps mails in memory, for development. Give it to the manager as its mailer and to
/// [`UserWeb::mailbox`](crate::UserWeb::mailbox) as the thing to show. Clones share their mails.
#[derive(Clone, Default)]
pub struct DevMailbox(Arc<Mutex<Vec<ComposedMail>>>);

impl DevMailbox {
    /// An empty mailbox.
    pub fn new() -> Self {
        Self::default()
    }

    fn mails(&self) -> MutexGuard<'_, Vec<ComposedMail>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// All mails, newest first.
    pub fn all(&self) -> Vec<ComposedMail> {
        self.mails().iter().rev().cloned().collect()
    }

    fn find(&self, id: &str) -> Option<ComposedMail> {
        self.mails().iter().find(|mail| id_of(mail) == id).cloned()
    }
}

/// The part of the Message-ID before the `@`.
fn id_of(mail: &ComposedMail) -> &str {
    let inner = mail.message_id.trim_start_matches('<');
    inner.split_once('@').map_or(inner, |(id, _)| id)
}

#[async_trait]
impl Mailer for DevMailbox {
    async fn send(&self, mail: &ComposedMail) -> Result<(), MailError> {
        let mut mails = self.mails();
        mails.retain(|kept| kept.message_id != mail.message_id);
        mails.push(mail.clone());
        let surplus = mails.len().saturating_sub(KEPT);
        mails.drain(..surplus);
        Ok(())
    }
}

impl std::fmt::Debug for DevMailbox {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "DevMailbox({} mails)", self.mails().len())
    }
}

/// Its pages, with their paths. A page of somebody else's must not read the mails through the browser of a
/// developer.
pub(crate) static PAGES: [(&str, Mount); 3] = [
    (
        PATH,
        Mount::at(Methods::get(|asked| pages::list.handle(asked)))
            .below(":id", Methods::get(|asked| pages::read.handle(asked)))
            .only_here(),
    ),
    ("/dev/mailbox.json", Mount::at(Methods::get(|asked| pages::json.handle(asked))).only_here()),
    (
        PATH,
        Mount::at(Methods::NONE)
            .below(":id/body.html", Methods::get(|asked| pages::frame.handle(asked)))
            .only_here(),
    ),
];
