//! Who asks: what a front end knows of a request, and of a signed-in user.

use std::net::IpAddr;

use crate::domain::{Locale, Session, SessionId, USER_AGENT_MAX, User};

/// What a front end knows of the sender of a request.
#[derive(Clone)]
pub struct Visitor {
    /// The network address, as far as it is trustworthy.
    pub address: Option<IpAddr>,
    /// The user agent of the browser.
    pub user_agent: Option<String>,
    /// The language of the page.
    pub locale: Locale,
    /// The device mark that an earlier sign-in left in this browser.
    pub device: Option<String>,
    /// What earlier registrations left in this browser: a mark of each of the latest four.
    pub mark: Option<String>,
    /// The mark that a pending sign-in left in this browser ([`PendingSignIn::browser`](crate::flows::PendingSignIn::browser)).
    pub browser: Option<String>,
    /// The mark that a second step left in this browser, where the user trusts it.
    pub trusted: Option<String>,
    /// The session this browser has; signing in ends it.
    pub session: Option<SessionId>,
}

impl Visitor {
    /// Creates a visitor of whom nothing but the language is known.
    pub const fn unknown(locale: Locale) -> Self {
        Self {
            address: None,
            user_agent: None,
            locale,
            device: None,
            mark: None,
            browser: None,
            trusted: None,
            session: None,
        }
    }

    /// Returns the client that limits count: an IPv4 address, or the /64 network of an IPv6 address, which is what one
    /// subscriber has.
    pub(crate) fn client(&self) -> String {
        match self.address {
            None => "unknown".to_owned(),
            Some(IpAddr::V4(address)) => address.to_string(),
            Some(IpAddr::V6(address)) => match address.to_ipv4_mapped() {
                Some(mapped) => mapped.to_string(),
                None => format!("{:x}/64", address.to_bits() >> 64),
            },
        }
    }

    /// The browser's description, cut to what a session keeps and without control characters.
    pub(crate) fn user_agent(&self) -> Option<String> {
        let kept = |text: &String| text.chars().filter(|c| !c.is_control()).take(USER_AGENT_MAX).collect();
        self.user_agent.as_ref().map(kept)
    }
}

impl std::fmt::Debug for Visitor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Visitor")
            .field("address", &self.address)
            .field("user_agent", &self.user_agent)
            .field("locale", &self.locale)
            .field("session", &self.session)
            .finish_non_exhaustive()
    }
}

/// A user who is signed in, and their session.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Current {
    /// The user.
    pub user: User,
    /// The session.
    pub session: Session,
}

impl Current {
    /// Creates it from a user and a session.
    pub const fn new(user: User, session: Session) -> Self {
        Self { user, session }
    }
}

/// A new sign-in, with the cookies that the front end sets.
#[derive(Clone)]
#[non_exhaustive]
pub struct SignedIn {
    /// The user.
    pub user: User,
    /// The session.
    pub session: Session,
    /// The value of the session cookie.
    pub cookie: String,
    /// The value of the device cookie. It lets the owner sign in on this device even while strangers exhaust the limits
    /// of the account.
    pub device: String,
}

impl std::fmt::Debug for SignedIn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SignedIn")
            .field("user", &self.user.id)
            .field("session", &self.session.id)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from(address: &str) -> String {
        Visitor { address: address.parse().ok(), ..Visitor::unknown(Locale::english()) }.client()
    }

    #[test]
    fn a_client_is_an_address_or_a_network_of_64_bits() {
        assert_eq!(from("192.0.2.7"), "192.0.2.7");
        assert_eq!(from("::ffff:192.0.2.7"), "192.0.2.7");
        assert_eq!(from("2001:db8:0:1::1"), from("2001:db8:0:1:ffff::2"));
        assert_ne!(from("2001:db8:0:1::1"), from("2001:db8:0:2::1"));
        assert_eq!(from("nonsense"), "unknown");
    }
}
