//! Who carries mails away.

use async_trait::async_trait;
use thiserror::Error;

use super::error::Cause;
use crate::domain::ComposedMail;

/// Why a mail was not accepted.
#[derive(Debug, Error)]
pub enum MailError {
    /// It may work later, and it is about this mail: a full mailbox, a recipient's server that is away.
    #[error("the mail was not taken over this time")]
    Transient(#[source] Cause),
    /// It will never work, and it is about this mail: an address that does not exist.
    #[error("the mail was refused for good")]
    Permanent(#[source] Cause),
    /// It is about this site, whatever the mail: no connection, a wrong password, a daily limit, a block list. The mail
    /// waits until the operator has put it right, however often it was tried, for as long as `mails.give_up_after`.
    #[error("no mail of this site was taken over")]
    Site(#[source] Cause),
}

/// Sends composed mails, one at a time.
#[async_trait]
pub trait Mailer: Send + Sync {
    /// Sends `mail`, or returns whether to try again. The courier calls it, never a request.
    /// A mail may be handed over twice after a crash, with the same `message_id`.
    async fn send(&self, mail: &ComposedMail) -> Result<(), MailError>;

    /// Returns whether mail to an address whose local part has letters beyond ASCII can be carried (SMTPUTF8, RFC
    /// 6531). Asked when somebody types such an address, so it must answer at once: what is not known yet is `false`.
    /// Unless a mailer says otherwise, it can.
    fn carries_smtputf8(&self) -> bool {
        true
    }

    /// Finds out what the mail server supports, if it has to ask. The courier calls this when it starts.
    async fn learn(&self) {}
}
