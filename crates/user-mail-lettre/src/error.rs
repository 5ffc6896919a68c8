//! What can be wrong with a configuration.

use std::path::PathBuf;

use thiserror::Error;

/// Why a mailer could not be set up. Never holds a password.
#[derive(Debug, Error)]
pub enum SetupError {
    /// The URL cannot be read.
    #[error("the mail URL cannot be read: {0}")]
    Malformed(&'static str),
    /// The URL is for something else.
    #[error("`{0}` is no way to send mail; use smtp://, smtps://, sendmail: or file:DIR")]
    UnknownScheme(String),
    /// The URL has a setting that does not exist.
    #[error("`{key}` is no setting of a mail URL; use {allowed}")]
    UnknownKey {
        /// What the URL has.
        key: String,
        /// What it may have.
        allowed: &'static str,
    },
    /// A setting in the URL has a value that makes no sense.
    #[error("`{key}` in the mail URL must be {allowed}")]
    BadValue {
        /// The setting.
        key: &'static str,
        /// What it may be.
        allowed: &'static str,
    },
    /// The name to introduce the site by is none. It is not quoted: in a URL, part of a password may look like it.
    #[error(
        "what is given is no name to say in EHLO: use one such as mail.example.com, or a network address"
    )]
    Hello,
    /// The file of a certificate authority cannot be read. Its path is not quoted, for the same reason.
    #[error("the file that `ca` in the mail URL names cannot be read")]
    AuthorityFile(#[source] std::io::Error),
    /// A password would travel for everybody to read.
    #[error("a password would be sent unencrypted to `{host}`; leave out `tls=none`")]
    PasswordWithoutTls {
        /// The mail server.
        host: String,
    },
    /// The certificate authority cannot be used.
    #[error("the certificate authority cannot be used: {0}")]
    Authority(String),
    /// A file or folder is missing or cannot be used.
    #[error("`{path}` cannot be used")]
    Path {
        /// Which one.
        path: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// No encryption could be set up.
    #[error("TLS could not be set up")]
    Tls(#[source] lettre::transport::smtp::Error),
}
