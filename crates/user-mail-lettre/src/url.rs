//! A way to send mail, as a URL.

use std::fmt;
use std::path::Path;
use std::time::Duration;

use async_trait::async_trait;
use percent_encoding::percent_decode_str;
use url::Url;
use user_core::domain::ComposedMail;
use user_core::ports::{MailError, Mailer};

use crate::error::SetupError;
use crate::file::FileMailer;
use crate::sendmail::SendmailMailer;
use crate::smtp::{Encryption, Hello, SmtpMailer, SmtpMailerBuilder};

/// One of the mailers of this crate, chosen by a URL.
pub enum LettreMailer {
    /// Over SMTP.
    Smtp(Box<SmtpMailer>),
    /// Through the `sendmail` program.
    Sendmail(SendmailMailer),
    /// Into a folder.
    File(FileMailer),
}

impl LettreMailer {
    /// Reads a URL as described [at the top](crate), and checks what can be checked without sending anything.
    pub fn from_url(url: &str) -> Result<Self, SetupError> {
        Self::from_url_as(url, Hello::default())
    }

    /// The same for a site that introduces itself as `hello`, unless the URL has a `hello` of its own.
    pub fn from_url_as(url: &str, hello: Hello) -> Result<Self, SetupError> {
        let (scheme, rest) = url.split_once(':').ok_or(SetupError::Malformed("it has no scheme"))?;
        match scheme.to_ascii_lowercase().as_str() {
            "smtp" | "smtps" => smtp(url, hello).map(Box::new).map(Self::Smtp),
            "sendmail" => {
                let program = if rest.is_empty() { SendmailMailer::USUAL_PROGRAM } else { path(rest)? };
                SendmailMailer::new(program).map(Self::Sendmail)
            }
            "file" => FileMailer::new(path(rest)?).map(Self::File),
            // What stands before a colon that no slashes follow may be a password.
            _ if !rest.starts_with("//") => Err(SetupError::Malformed("it has no scheme")),
            _ => Err(SetupError::UnknownScheme(scheme.to_owned())),
        }
    }

    /// The folder that a `file:` URL names, without making it; `None` for every other way.
    pub fn folder_of(url: &str) -> Result<Option<&Path>, SetupError> {
        match url.split_once(':') {
            Some((scheme, rest)) if scheme.eq_ignore_ascii_case("file") => {
                path(rest).map(|it| Some(Path::new(it)))
            }
            _ => Ok(None),
        }
    }
}

/// `file:DIR`, `file:/DIR` and `file:///DIR`, but not `file://DIR`, which means a host.
fn path(rest: &str) -> Result<&str, SetupError> {
    match rest.strip_prefix("//") {
        _ if rest.is_empty() => Err(SetupError::Malformed("it names no path")),
        _ if rest.contains('@') && rest.contains(':') => {
            Err(SetupError::Malformed("a path follows, and no user, password and host"))
        }
        None => Ok(rest),
        Some(path) if path.starts_with('/') => Ok(path),
        Some(_) => Err(SetupError::Malformed("write a path as file:DIR or file:///DIR, without a host")),
    }
}

fn smtp(url: &str, hello: Hello) -> Result<SmtpMailer, SetupError> {
    if !url.split_once(':').is_some_and(|(_, rest)| rest.is_empty() || rest.starts_with("//")) {
        return Err(SetupError::Malformed("two slashes follow the scheme: smtp://user:password@host"));
    }
    // The parser's own words are not repeated: they may quote the password.
    let url = Url::parse(url)
        .map_err(|_| SetupError::Malformed("percent-encode what is special in the user or the password"))?;
    let host =
        url.host_str().filter(|host| !host.is_empty()).ok_or(SetupError::Malformed("it has no host"))?;
    let ends_early = url.fragment().is_some() || url.query().is_some_and(|query| query.contains('@'));
    if !matches!(url.path(), "" | "/") || ends_early {
        let hint =
            "nothing follows the host but `?`; percent-encode what is special in the user or the password";
        return Err(SetupError::Malformed(hint));
    }
    let mut builder = SmtpMailer::builder(decoded(host.trim_matches(['[', ']']))?).hello(hello);
    if let Some(port) = url.port() {
        builder = builder.port(port);
    }
    if !url.username().is_empty() || url.password().is_some() {
        builder = builder.login(decoded(url.username())?, decoded(url.password().unwrap_or_default())?);
    }
    if url.scheme() == "smtps" {
        builder = builder.encryption(Encryption::Tls);
    }
    settings(builder, &url)?.build()
}

fn settings(mut builder: SmtpMailerBuilder, url: &Url) -> Result<SmtpMailerBuilder, SetupError> {
    let within_tls = url.scheme() == "smtps";
    for pair in url.query().unwrap_or_default().split('&').filter(|pair| !pair.is_empty()) {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        let value = decoded(value)?;
        builder = match key {
            "tls" if !within_tls => builder.encryption(encryption(&value)?),
            "ca" => builder.authority(authority(&value)?),
            "hello" => builder.hello(Hello::Name(value)),
            "timeout" => builder.timeout(seconds(&value)?),
            _ => return Err(unknown_key(key, within_tls)),
        };
    }
    Ok(builder)
}

fn encryption(value: &str) -> Result<Encryption, SetupError> {
    match value {
        "required" => Ok(Encryption::StartTls),
        "opportunistic" => Ok(Encryption::StartTlsIfOffered),
        "none" => Ok(Encryption::None),
        _ => Err(SetupError::BadValue { key: "tls", allowed: "`required`, `opportunistic` or `none`" }),
    }
}

fn authority(path: &str) -> Result<Vec<u8>, SetupError> {
    std::fs::read(path).map_err(SetupError::AuthorityFile)
}

fn seconds(value: &str) -> Result<Duration, SetupError> {
    let seconds = value.parse().ok().filter(|seconds| (1..=600).contains(seconds));
    let allowed = "a number of seconds from 1 to 600";
    seconds.map(Duration::from_secs).ok_or(SetupError::BadValue { key: "timeout", allowed })
}

fn unknown_key(key: &str, within_tls: bool) -> SetupError {
    // A key that is no word may be what follows a `?` in a password.
    let is_word = !key.is_empty() && key.chars().all(|c| c.is_ascii_lowercase());
    let key = if is_word { key } else { "…" };
    let allowed = if within_tls {
        "ca, hello or timeout (smtps:// is always encrypted)"
    } else {
        "tls, ca, hello or timeout"
    };
    SetupError::UnknownKey { key: key.to_owned(), allowed }
}

fn decoded(part: &str) -> Result<String, SetupError> {
    let text = percent_decode_str(part).decode_utf8();
    text.map(String::from).map_err(|_| SetupError::Malformed("something percent-encoded is not UTF-8"))
}

#[async_trait]
impl Mailer for LettreMailer {
    async fn send(&self, mail: &ComposedMail) -> Result<(), MailError> {
        match self {
            Self::Smtp(mailer) => mailer.send(mail).await,
            Self::Sendmail(mailer) => mailer.send(mail).await,
            Self::File(mailer) => mailer.send(mail).await,
        }
    }

    fn carries_smtputf8(&self) -> bool {
        match self {
            Self::Smtp(mailer) => mailer.carries_smtputf8(),
            Self::Sendmail(mailer) => mailer.carries_smtputf8(),
            Self::File(mailer) => mailer.carries_smtputf8(),
        }
    }

    async fn learn(&self) {
        match self {
            Self::Smtp(mailer) => mailer.learn().await,
            Self::Sendmail(mailer) => mailer.learn().await,
            Self::File(mailer) => mailer.learn().await,
        }
    }
}

impl fmt::Debug for LettreMailer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Smtp(mailer) => mailer.fmt(f),
            Self::Sendmail(mailer) => mailer.fmt(f),
            Self::File(mailer) => mailer.fmt(f),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_url_that_makes_no_sense_is_refused_with_what_to_do() {
        let cases = [
            ("", "no scheme"),
            ("mail.example.com", "no scheme"),
            ("imap://mail.example.com", "use smtp://, smtps://, sendmail: or file:DIR"),
            ("smtp:", "no host"),
            ("smtp://", "no host"),
            ("smtp://mail.example.com:99999", "percent-encode"),
            ("smtp://mail.example.com/inbox", "nothing follows the host"),
            ("smtp://ada:p#ss@mail.example.com", "percent-encode"),
            (
                "smtp://mail.example.com?ssl=yes",
                "`ssl` is no setting of a mail URL; use tls, ca, hello or timeout",
            ),
            ("smtp://mail.example.com?hello=a%0d%0aQUIT", "is no name to say in EHLO"),
            ("smtps://mail.example.com?tls=none", "always encrypted"),
            ("smtp://mail.example.com?tls=maybe", "`required`, `opportunistic` or `none`"),
            ("smtp://mail.example.com?timeout=0", "from 1 to 600"),
            ("smtp://mail.example.com?timeout=1h", "from 1 to 600"),
            ("smtp://mail.example.com?ca=/does/not/exist.pem", "the file that `ca` in the mail URL names"),
            ("smtp://ada:%ff@mail.example.com", "UTF-8"),
            ("smtp://ada:secret@mail.example.com?tls=none", "unencrypted"),
            ("sendmail:/does/not/exist", "/does/not/exist"),
            ("sendmail:/", "`/` cannot be used"),
            ("file:", "no path"),
            ("file://mails", "file:DIR"),
            ("file:/dev/null/mails", "/dev/null/mails"),
        ];

        for (url, expected) in cases {
            let error = LettreMailer::from_url(url).unwrap_err();
            assert!(error.to_string().contains(expected), "{url}: {error}");
        }
    }

    #[test]
    fn no_error_repeats_the_password() {
        for url in [
            "smtp://ada:hunter2@:99999",
            "smtp://ada:hunter2@mail.example.com:99999",
            "smtp://ada:hunter2@mail.example.com?tls=none",
            "smtp://ada:hunter2@mail.example.com/x",
            "smtp://ada:hun#ter2@mail.example.com",
            "smtp://ada:hunter2/@mail.example.com",
            "smtp://ada:hunter2@mail.example.com?tls=hunter3",
            "smtp:ada:hunter2@mail.example.com",
            "smtps:/ada:hunter2@mail.example.com",
            "smtp://ada:25?hunter2@mail.example.com",
            "smtp://mail.example.com?hunter2",
            "smtp://mail.example.com?ca=hunter2",
            "smtp://mail.example.com?hello=hunter2%20",
            "sendmail:ada:hunter2@mail.example.com",
            "sendmail://ada:hunter2@mail.example.com",
            "file:ada:hunter2@mail.example.com",
            "hunter2:ada@mail.example.com",
            "ada:hunter2@mail.example.com",
            "hunter2@mail.example.com",
        ] {
            let error = LettreMailer::from_url(url).unwrap_err();
            assert!(!format!("{error} {error:?}").contains("hunter"), "{error:?}");
        }
    }

    #[test]
    fn a_url_says_where_and_how() {
        let cases = [
            ("smtp://mail.example.com", "mail.example.com:587 (StartTls)"),
            ("SMTP://mail.example.com:2525/?tls=required&timeout=5", "mail.example.com:2525 (StartTls)"),
            ("smtp://mail.example.com?tls=opportunistic", "mail.example.com:587 (StartTlsIfOffered)"),
            ("smtp://mail.example.com:25?tls=none", "mail.example.com:25 (None)"),
            ("smtps://ada%40example.com:p%23ss@mail.example.com", "mail.example.com:465 (Tls)"),
            ("smtp://localhost:1025", "localhost:1025 (None)"),
            ("smtp://ada:secret@[::1]:1025", "::1:1025 (None)"),
        ];

        for (url, expected) in cases {
            let mailer = format!("{:?}", LettreMailer::from_url(url).unwrap());
            assert!(mailer.contains(expected), "{url}: {mailer}");
        }
    }
}
