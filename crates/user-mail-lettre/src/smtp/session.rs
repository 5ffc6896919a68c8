//! One connection to a mail server.

use std::fmt;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{AsyncSmtpConnection, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt, Rset};
use lettre::transport::smtp::extension::{ClientId, Extension, MailBodyParameter, MailParameter};

use super::{Encryption, Failure, Hello, Step};
use crate::message::Outgoing;

/// A mail server, and how to get in.
pub(super) struct Server {
    pub(super) host: String,
    pub(super) port: u16,
    pub(super) encryption: Encryption,
    pub(super) tls: TlsParameters,
    pub(super) login: Option<Login>,
    pub(super) hello: Hello,
    /// For a host of several network addresses: how long to try each.
    pub(super) patience: Duration,
}

/// A user and a password, as far as they must be known to be recognised in an answer.
pub(super) struct Login {
    credentials: Credentials,
    secrets: [String; 3],
}

impl Login {
    pub(super) fn new(user: String, password: String) -> Self {
        let secrets =
            [STANDARD.encode(format!("\0{user}\0{password}")), STANDARD.encode(&password), password.clone()];
        Self { credentials: Credentials::new(user, password), secrets }
    }

    /// A server that repeats the line it did not like would put the password into a log.
    fn refused(&self, error: Error) -> Failure {
        let words = error.to_string();
        if self.secrets.iter().any(|secret| words.contains(secret.as_str())) {
            let code =
                error.status().map_or_else(|| "an unreadable answer".to_owned(), |code| code.to_string());
            return Failure::SignInEchoed { code };
        }
        Failure::At { step: Step::SignIn, source: error }
    }
}

impl fmt::Debug for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{} ({:?})", self.host, self.port, self.encryption)
    }
}

impl Server {
    /// Connects, encrypts and signs in, as far as asked for, to send mail from `domain`.
    pub(super) async fn open(&self, domain: &str) -> Result<Session, Failure> {
        let hello = self.hello.client(domain);
        let wrapper = (self.encryption == Encryption::Tls).then(|| self.tls.clone());
        let mut connection = AsyncSmtpConnection::connect_tokio1(
            (self.host.as_str(), self.port),
            Some(self.patience),
            &hello,
            wrapper,
            None,
        )
        .await
        .map_err(Failure::at(Step::Connect))?;
        self.encrypt(&mut connection, &hello).await?;
        if let Some(login) = &self.login {
            self.sign_in(&mut connection, login).await?;
        }
        Ok(Session { connection })
    }

    async fn encrypt(&self, connection: &mut AsyncSmtpConnection, hello: &ClientId) -> Result<(), Failure> {
        match self.encryption {
            Encryption::Tls | Encryption::None => return Ok(()),
            Encryption::StartTlsIfOffered if !connection.can_starttls() => return Ok(()),
            Encryption::StartTls if !connection.can_starttls() => {
                return Err(Failure::NotOffered("STARTTLS"));
            }
            Encryption::StartTls | Encryption::StartTlsIfOffered => {}
        }
        connection.starttls(self.tls.clone(), hello).await.map_err(Failure::at(Step::Encrypt))
    }

    async fn sign_in(&self, connection: &mut AsyncSmtpConnection, login: &Login) -> Result<(), Failure> {
        // Somebody between us and the server can take the offer of STARTTLS away.
        if !connection.is_encrypted() && !is_loopback(&self.host) {
            return Err(Failure::NotOffered("STARTTLS, and a password is not sent without it"));
        }
        let mechanisms = [Mechanism::Plain, Mechanism::Login];
        let answer = connection.auth(&mechanisms, &login.credentials).await;
        answer.map(drop).map_err(|error| login.refused(error))
    }
}

/// Whether `host` is this machine: nobody listens in between.
pub(super) fn is_loopback(host: &str) -> bool {
    host.eq_ignore_ascii_case("localhost")
        || host.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
}

/// A connection that is ready for a mail.
pub(super) struct Session {
    connection: AsyncSmtpConnection,
}

impl Session {
    /// Hands a mail over, step by step.
    pub(super) async fn deliver(&mut self, outgoing: &Outgoing) -> Result<(), Failure> {
        let parameters = self.parameters(outgoing)?;
        let connection = &mut self.connection;
        let sender = Mail::new(Some(outgoing.from.clone()), parameters);
        connection.command(sender).await.map_err(Failure::at(Step::Sender))?;
        let recipient = Rcpt::new(outgoing.to.clone(), Vec::new());
        connection.command(recipient).await.map_err(Failure::at(Step::Recipient))?;
        connection.command(Data).await.map_err(Failure::at(Step::Content))?;
        connection.command(Content(&outgoing.text)).await.map_err(Failure::at(Step::Content))?;
        Ok(())
    }

    fn parameters(&self, outgoing: &Outgoing) -> Result<Vec<MailParameter>, Failure> {
        if !outgoing.is_international() {
            return Ok(Vec::new());
        }
        if !self.takes_smtputf8() {
            // Where the recipient's address is plain, it is the sender's that is not: that is for the operator.
            return Err(if outgoing.to_is_international() {
                Failure::AsciiOnly
            } else {
                Failure::NotOffered("SMTPUTF8, which the sender's address needs")
            });
        }
        Ok(vec![MailParameter::SmtpUtfEight, MailParameter::Body(MailBodyParameter::EightBitMime)])
    }

    /// Whether the server takes addresses with letters beyond ASCII.
    pub(super) fn takes_smtputf8(&self) -> bool {
        self.connection.server_info().supports_feature(Extension::SmtpUtfEight)
    }

    /// Makes the server forget a mail that it refused. Answers whether it did.
    pub(super) async fn forget_mail(&mut self) -> bool {
        self.connection.command(Rset).await.is_ok()
    }

    /// Whether the server is still there.
    pub(super) async fn is_alive(&mut self) -> bool {
        self.connection.test_connected().await
    }
}

/// A message and its end in one write: the end in a write of its own waits for an acknowledgement that the server
/// delays (Nagle's algorithm), 40 ms for each mail.
struct Content<'mail>(&'mail str);

impl fmt::Display for Content<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A dot at the start of a line is doubled (RFC 5321 §4.5.2).
        for line in self.0.strip_suffix("\r\n").unwrap_or(self.0).split("\r\n") {
            let dot = if line.starts_with('.') { "." } else { "" };
            write!(f, "{dot}{line}\r\n")?;
        }
        f.write_str(".\r\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dots_at_the_start_of_a_line_are_doubled() {
        assert_eq!(
            Content("Subject: x\r\n\r\n.\r\n..a\r\nb.\r\n").to_string(),
            "Subject: x\r\n\r\n..\r\n...a\r\nb.\r\n.\r\n"
        );
        assert_eq!(Content("a").to_string(), "a\r\n.\r\n");
    }

    #[test]
    fn only_this_machine_is_loopback() {
        for host in ["localhost", "LOCALHOST", "127.0.0.1", "127.8.9.10", "::1"] {
            assert!(is_loopback(host), "{host}");
        }
        for host in
            ["localhost.example.com", "mail.example.com", "10.0.0.1", "128.0.0.1", "::", "127.0.0.1.nip.io"]
        {
            assert!(!is_loopback(host), "{host}");
        }
    }
}
