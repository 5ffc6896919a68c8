//! The real servers, where the environment names them: `eval "$(scripts/services up)"`.

use std::path::PathBuf;

use url::Url;

/// A variable of the environment that is set to something.
#[expect(clippy::disallowed_methods, reason = "the environment of a test run says which servers there are")]
pub fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

/// Whether a test may not be skipped for want of a server.
pub fn is_required() -> bool {
    variable("USER_TEST_REQUIRE_ALL").is_some()
}

/// Says that a test is skipped, and why; where nothing may be skipped, panics.
#[expect(clippy::print_stdout, reason = "a skipped test says so")]
pub fn skipped(why: &str) {
    assert!(!is_required(), "{why}, and USER_TEST_REQUIRE_ALL is set");
    println!("skipped: {why}");
}

/// An SMTP server that puts what it takes into a folder.
#[derive(Clone, Debug)]
pub struct RealSmtp {
    /// What the demo is told, with the authority to trust.
    pub url: Url,
    /// Where the mails are.
    pub folder: PathBuf,
}

/// The SMTP server the environment names.
pub fn real_smtp() -> Option<RealSmtp> {
    let found = (|| {
        let mut url = Url::parse(&variable("USER_TEST_SMTP_URL")?).unwrap();
        url.query_pairs_mut().append_pair("ca", &variable("USER_TEST_CA")?);
        Some(RealSmtp { url, folder: variable("USER_TEST_SMTP_MAILDIR")?.into() })
    })();
    if found.is_none() {
        skipped("USER_TEST_SMTP_URL, USER_TEST_CA and USER_TEST_SMTP_MAILDIR are not set");
    }
    found
}

/// The program that shows the codes of an authenticator app: OATH Toolkit.
pub fn oathtool() -> Option<String> {
    let found = variable("USER_TEST_OATHTOOL");
    if found.is_none() {
        skipped("USER_TEST_OATHTOOL is not set");
    }
    found
}

/// The program that drives a browser.
pub fn chromedriver() -> Option<String> {
    let found = variable("USER_TEST_CHROMEDRIVER");
    if found.is_none() {
        skipped("USER_TEST_CHROMEDRIVER is not set");
    }
    found
}
