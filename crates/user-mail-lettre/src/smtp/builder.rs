//! Choosing a mail server.

use std::time::Duration;

use lettre::transport::smtp::client::{Certificate, TlsParameters, TlsParametersBuilder};

use super::pool::Pool;
use super::session::{Login, Server, is_loopback};
use super::{Hello, SmtpMailer, TIMEOUT};
use crate::error::SetupError;

/// How a connection to a mail server is protected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encryption {
    /// TLS from the first byte (RFC 8314), usually on port 465.
    Tls,
    /// STARTTLS before anything else, or no mail (RFC 3207), usually on port 587.
    StartTls,
    /// STARTTLS if the server offers it. An attacker in between can take the offer away and read every link. A
    /// password is sent without it to this machine alone.
    StartTlsIfOffered,
    /// None. The default for a server on this machine.
    None,
}

impl Encryption {
    const fn usual_port(self) -> u16 {
        match self {
            Self::Tls => 465,
            Self::StartTls | Self::StartTlsIfOffered => 587,
            Self::None => 25,
        }
    }
}

/// Chooses a mail server and how to speak to it. Made by [`SmtpMailer::builder`].
#[must_use]
pub struct SmtpMailerBuilder {
    host: String,
    port: Option<u16>,
    encryption: Option<Encryption>,
    login: Option<(String, String)>,
    hello: Hello,
    authorities: Vec<Vec<u8>>,
    timeout: Duration,
    connections: usize,
}

impl SmtpMailerBuilder {
    pub(super) fn new(host: String) -> Self {
        Self {
            host,
            port: None,
            encryption: None,
            login: None,
            hello: Hello::default(),
            authorities: Vec::new(),
            timeout: TIMEOUT,
            connections: 4,
        }
    }

    /// Which port. Unless said otherwise 465 for TLS, 587 for STARTTLS, and 25 without encryption.
    pub fn port(mut self, port: u16) -> Self {
        self.port = Some(port);
        self
    }

    /// How the connection is protected. Unless said otherwise by STARTTLS, and not at all to this machine.
    pub fn encryption(mut self, encryption: Encryption) -> Self {
        self.encryption = Some(encryption);
        self
    }

    /// Signs in, by `PLAIN` or `LOGIN`.
    pub fn login(mut self, user: impl Into<String>, password: impl Into<String>) -> Self {
        self.login = Some((user.into(), password.into()));
        self
    }

    /// What to say in `EHLO`. Unless said otherwise the name of this machine, or what [`Hello::Machine`] has in its
    /// place.
    pub fn hello(mut self, hello: Hello) -> Self {
        self.hello = hello;
        self
    }

    /// Trusts the certificate authorities in `pem` too, beside those of the web.
    pub fn authority(mut self, pem: impl Into<Vec<u8>>) -> Self {
        self.authorities.push(pem.into());
        self
    }

    /// How long a mail may take, with all there is to it: waiting for a connection, making one, handing over. Thirty
    /// seconds unless said otherwise.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// How many connections there are at most; at least one. Four unless said otherwise.
    pub fn connections(mut self, connections: usize) -> Self {
        self.connections = connections.max(1);
        self
    }

    /// Checks what can be checked without speaking to the server.
    pub fn build(self) -> Result<SmtpMailer, SetupError> {
        self.hello.check()?;
        let usual = if is_loopback(&self.host) { Encryption::None } else { Encryption::StartTls };
        let encryption = self.encryption.unwrap_or(usual);
        if self.login.is_some() && encryption == Encryption::None && !is_loopback(&self.host) {
            return Err(SetupError::PasswordWithoutTls { host: self.host });
        }
        let server = Server {
            tls: tls(&self.host, &self.authorities)?,
            port: self.port.unwrap_or(encryption.usual_port()),
            host: self.host,
            encryption,
            login: self.login.map(|(user, password)| Login::new(user, password)),
            hello: self.hello,
            patience: self.timeout / 3,
        };
        Ok(SmtpMailer { pool: Pool::new(server, self.connections), timeout: self.timeout })
    }
}

fn tls(host: &str, authorities: &[Vec<u8>]) -> Result<TlsParameters, SetupError> {
    let mut tls = TlsParametersBuilder::new(host.to_owned());
    for pem in authorities {
        // A file without any certificate is read as none at all.
        if !String::from_utf8_lossy(pem).contains("-----BEGIN CERTIFICATE-----") {
            return Err(SetupError::Authority("it is no PEM certificate".to_owned()));
        }
        let authority = Certificate::from_pem(pem).map_err(|why| SetupError::Authority(why.to_string()))?;
        tls = tls.add_root_certificate(authority);
    }
    tls.build().map_err(SetupError::Tls)
}

impl std::fmt::Debug for SmtpMailerBuilder {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SmtpMailerBuilder").field("host", &self.host).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_not_sent_unencrypted_to_another_machine() {
        let builder = || SmtpMailer::builder("mail.example.com").login("ada", "secret");

        let refused = builder().encryption(Encryption::None).build().unwrap_err().to_string();

        assert!(refused.contains("mail.example.com") && !refused.contains("secret"), "{refused}");
        assert!(builder().build().is_ok());
        assert!(SmtpMailer::builder("127.0.0.1").login("ada", "secret").build().is_ok());
    }

    #[test]
    fn encryption_is_required_unless_the_server_is_this_machine() {
        let chosen = |host: &str| format!("{:?}", SmtpMailer::builder(host).build().unwrap());

        assert!(chosen("mail.example.com").contains("mail.example.com:587 (StartTls)"));
        assert!(chosen("10.0.0.1").contains("10.0.0.1:587 (StartTls)"));
        assert!(chosen("localhost").contains("localhost:25 (None)"));
    }

    #[test]
    fn what_is_no_certificate_is_refused() {
        for pem in ["", "hello", "-----BEGIN CERTIFICATE-----\n%%%\n-----END CERTIFICATE-----\n"] {
            let refused = SmtpMailer::builder("mail.example.com").authority(pem).build();
            assert!(matches!(refused, Err(SetupError::Authority(_) | SetupError::Tls(_))), "{pem:?}");
        }
    }

    #[test]
    fn no_password_is_printed() {
        let builder = SmtpMailer::builder("mail.example.com").login("ada", "secret");
        let printed = format!("{builder:?}") + &format!("{:?}", builder.build().unwrap());

        assert!(!printed.contains("secret") && !printed.contains("c2VjcmV0"), "{printed}");
    }
}
