//! A mailer in one method: it prints.

use async_trait::async_trait;
use user_core::domain::ComposedMail;
use user_core::ports::{MailError, Mailer};

/// Prints mails, live links included: for trying things out, never for a server.
pub(crate) struct PrintingMailer;

#[async_trait]
impl Mailer for PrintingMailer {
    #[expect(clippy::print_stdout, reason = "that is what it is for")]
    async fn send(&self, mail: &ComposedMail) -> Result<(), MailError> {
        println!("--- To: {}\n--- Subject: {}\n\n{}\n", mail.to, mail.subject, mail.text);
        Ok(())
    }
}
