//! Mails over SMTP.
//!
//! Lettre's own transport is not used, only its connections. Its pool takes a connection back whose mail was abandoned
//! half way (by a time-out, say), and the next mail would go on in the middle of the last; its reads have no time-out;
//! and it does not tell at which step a mail was refused, which decides between "never" and "later".

mod builder;
mod failure;
mod hello;
mod pool;
mod session;
mod verdict;

use std::time::Duration;

use async_trait::async_trait;
use user_core::domain::ComposedMail;
use user_core::ports::{MailError, Mailer};

pub use builder::{Encryption, SmtpMailerBuilder};
pub use hello::Hello;

use crate::message::Outgoing;
use failure::{Failure, Step};
use pool::Pool;
use verdict::Verdict;

/// How long a mail may take, unless said otherwise.
pub(crate) const TIMEOUT: Duration = Duration::from_secs(30);

/// Speaks to a mail server, over a few connections that are kept open between mails.
#[derive(Debug)]
pub struct SmtpMailer {
    pool: Pool,
    timeout: Duration,
}

impl SmtpMailer {
    /// Sends through `host`: a name, which its certificate must bear, or a network address.
    pub fn builder(host: impl Into<String>) -> SmtpMailerBuilder {
        SmtpMailerBuilder::new(host.into())
    }

    /// Connects, encrypts and signs in, as for a mail from `domain`, and tells whether the server takes addresses with
    /// letters beyond ASCII (SMTPUTF8, RFC 6531).
    pub async fn ask_for_smtputf8(&self, domain: &str) -> Result<bool, MailError> {
        let asked = tokio::time::timeout(self.timeout, self.pool.lend(domain)).await;
        let mut lent = asked
            .unwrap_or_else(|_| Err(Failure::timed_out(self.timeout)))
            .map_err(|failure| MailError::Site(failure.into()))?;
        let takes = lent.session().takes_smtputf8();
        lent.keep();
        Ok(takes)
    }

    async fn hand_over(&self, outgoing: &Outgoing) -> Result<(), Failure> {
        let mut lent = self.pool.lend(outgoing.from.domain()).await?;
        let outcome = lent.session().deliver(outgoing).await;
        let is_usable = match &outcome {
            Ok(()) => true,
            Err(failure) => failure.leaves_the_connection_usable() && lent.session().forget_mail().await,
        };
        if is_usable {
            lent.keep();
        }
        outcome
    }
}

#[async_trait]
impl Mailer for SmtpMailer {
    fn carries_smtputf8(&self) -> bool {
        self.pool.takes_smtputf8() == Some(true)
    }

    async fn learn(&self) {
        // A server that is away now is asked again by the first mail.
        let _ = self.ask_for_smtputf8("").await;
    }

    async fn send(&self, mail: &ComposedMail) -> Result<(), MailError> {
        let outgoing = Outgoing::new(mail).map_err(|why| MailError::Permanent(why.into()))?;
        // Whatever hangs, ends here. The connection is closed with it.
        let outcome = tokio::time::timeout(self.timeout, self.hand_over(&outgoing)).await;
        match outcome.unwrap_or_else(|_| Err(Failure::timed_out(self.timeout))) {
            Ok(()) => Ok(()),
            Err(failure) => Err(match failure.verdict() {
                Verdict::Never => MailError::Permanent(failure.into()),
                Verdict::Later => MailError::Transient(failure.into()),
                Verdict::Site => MailError::Site(failure.into()),
            }),
        }
    }
}
