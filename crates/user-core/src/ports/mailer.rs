//! Who carries mails away.

use async_trait::async_trait;
use thiserror::Error;

use super::error::Cause;
use crate::domain::ComposedMail;

/// Why a mail was not taken over.
#[derive(Debug, Error)]
pub enum MailError {
    /// It may work later: no connection, a full mailbox, a 4xx answer.
    #[error("the mail was not taken over this time")]
    Transient(#[source] Cause),
    /// It will never work: a 5xx answer, an address that cannot exist.
    #[error("the mail was refused for good")]
    Permanent(#[source] Cause),
}

/// Takes over one composed mail at a time.
#[async_trait]
pub trait Mailer: Send + Sync {
    /// Takes over `mail`, or says whether to try again. Called from the courier, never from a request.
    /// A mail may be handed over twice after a crash, with the same `message_id`.
    async fn send(&self, mail: &ComposedMail) -> Result<(), MailError>;
}
