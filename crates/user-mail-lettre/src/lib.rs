//! Mail delivery for [`user_core`], on [Lettre](lettre).
//!
//! Three ways out, each a [`Mailer`](user_core::ports::Mailer):
//!
//! * [`SmtpMailer`] speaks to a mail server, over at most four connections that are kept open. Encryption is required
//!   unless the server is on this machine; a password never travels without it;
//! * [`SendmailMailer`] runs the `sendmail` program of this machine;
//! * [`FileMailer`] writes each mail into a folder, for development and tests.
//!
//! [`LettreMailer::from_url`] chooses one by a URL, as it stands in a configuration:
//!
//! | URL | |
//! |---|---|
//! | `smtp://user:password@host:587` | SMTP, encrypted by STARTTLS |
//! | `smtps://user:password@host:465` | SMTP inside TLS |
//! | `smtp://localhost:1025` | SMTP to this machine, not encrypted |
//! | `sendmail:` or `sendmail:/usr/sbin/sendmail` | the `sendmail` program |
//! | `file:DIR` | one file for each mail |
//!
//! User and password are percent-encoded. SMTP URLs take `?tls=required`, `?tls=opportunistic` or `?tls=none` (`smtp`
//! only), `?ca=/path/to/authority.pem` to trust one more certificate authority, `?timeout=SECONDS`, and
//! `?hello=mail.example.com` for the name to say in `EHLO`: unless given that of this machine, or of the sender's
//! domain where the machine's has no dot. [`LettreMailer::from_url_as`] says it in code.
//!
//! What a server refuses for good (an address that does not exist) is
//! [`MailError::Permanent`](user_core::ports::MailError::Permanent), what it refuses for now (a full mailbox)
//! [`MailError::Transient`](user_core::ports::MailError::Transient). What is about this site (a wrong password, an
//! unknown certificate, a daily limit, a block list, a server that is down, hangs or refuses this sender) is
//! [`MailError::Site`](user_core::ports::MailError::Site), so that no mail is lost over it. Answers are judged by their
//! enhanced status codes (RFC 3463).
//!
//! ```
//! use user_core::domain::{ComposedMail, EmailAddress, Mailbox};
//! use user_core::ports::Mailer;
//! use user_mail_lettre::LettreMailer;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let folder = tempfile::tempdir()?;
//! # let folder = folder.path().display();
//! let mailer = LettreMailer::from_url(&format!("file:{folder}"))?;
//!
//! let from = Mailbox::parse("The Site <no-reply@example.com>").ok_or("no sender")?;
//! let to = EmailAddress::parse("ada@example.com").map_err(|why| format!("{why:?}"))?;
//! let mut mail = ComposedMail::new("<1@example.com>", from, to, "2026-11-22T12:00:00Z".parse()?);
//! mail.subject = "Welcome".to_owned();
//! mail.html = "<p>Hello Ada</p>".to_owned();
//! mail.text = "Hello Ada".to_owned();
//! mailer.send(&mail).await?;
//! # assert_eq!(std::fs::read_dir(folder.to_string())?.count(), 1);
//! # Ok(())
//! # }
//! ```

mod error;
mod file;
mod message;
mod sendmail;
mod smtp;
mod url;

pub use error::SetupError;
pub use file::FileMailer;
pub use sendmail::SendmailMailer;
pub use smtp::{Encryption, Hello, SmtpMailer, SmtpMailerBuilder};
pub use url::LettreMailer;
