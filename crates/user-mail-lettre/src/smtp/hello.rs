//! How this site introduces itself to a mail server.

use std::net::IpAddr;

use lettre::transport::smtp::extension::ClientId;

use crate::error::SetupError;

/// The longest name of a host (RFC 1035 §2.3.4).
const NAME_MAX: usize = 253;

/// What to say in `EHLO`. Many servers refuse a name without a dot (`reject_non_fqdn_helo_hostname` of Postfix).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Hello {
    /// The name of this machine; where it has no dot, the domain of the sender.
    #[default]
    Machine,
    /// The name of this machine; where it has no dot, this host, at which the site is reached.
    MachineOr(String),
    /// This name, whatever the machine is called.
    Name(String),
}

impl Hello {
    /// Refuses a name that a server could take for another command.
    pub(super) fn check(&self) -> Result<(), SetupError> {
        match self {
            Self::Name(name) if client(name).is_none() => Err(SetupError::Hello),
            _ => Ok(()),
        }
    }

    /// What to say for a mail from `domain`.
    pub(super) fn client(&self, domain: &str) -> ClientId {
        let machine = match ClientId::default() {
            ClientId::Domain(name) => name,
            _ => String::new(),
        };
        self.chosen(&machine, domain)
    }

    fn chosen(&self, machine: &str, domain: &str) -> ClientId {
        let found = match self {
            Self::Name(name) => client(name),
            Self::Machine => first_whole([machine, domain]),
            Self::MachineOr(host) => first_whole([machine, host, domain]),
        };
        // RFC 5321 §4.1.3: without a name of its own, a client gives its address.
        found.or_else(|| client(machine)).unwrap_or(ClientId::Ipv4(std::net::Ipv4Addr::LOCALHOST))
    }
}

/// The first name that others may know this site by: one with a dot.
fn first_whole<const N: usize>(names: [&str; N]) -> Option<ClientId> {
    let is_whole = |name: &&str| name.trim_end_matches('.').contains('.') && !name.ends_with(".localdomain");
    names.into_iter().filter(is_whole).find_map(client)
}

/// A name of letters, digits, hyphens and dots, or a network address.
fn client(name: &str) -> Option<ClientId> {
    let name = name.trim_end_matches('.');
    match name.trim_matches(['[', ']']).parse() {
        Ok(IpAddr::V4(address)) => return Some(ClientId::Ipv4(address)),
        Ok(IpAddr::V6(address)) => return Some(ClientId::Ipv6(address)),
        Err(_) => {}
    }
    let is_label = |label: &str| {
        let plain = label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_');
        plain && !label.is_empty() && !label.starts_with('-') && !label.ends_with('-')
    };
    (name.len() <= NAME_MAX && name.split('.').all(is_label)).then(|| ClientId::Domain(name.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_with_a_dot_is_said_wherever_there_is_one() {
        let or = |host: &str| Hello::MachineOr(host.to_owned());
        let cases = [
            (Hello::Machine, "web1.example.com", "web1.example.com"),
            (Hello::Machine, "web1", "sender.example"),
            (Hello::Machine, "localhost.localdomain", "sender.example"),
            (or("www.example.com"), "web1.example.com", "web1.example.com"),
            (or("www.example.com"), "web1", "www.example.com"),
            (or("www.example.com"), "", "www.example.com"),
            (or("localhost"), "web1", "sender.example"),
            (or("192.0.2.7"), "web1", "[192.0.2.7]"),
            (or("[2001:db8::7]"), "web1", "sender.example"),
            (or("x\r\nQUIT.example"), "web1", "sender.example"),
            (Hello::Name("mail.example.com".to_owned()), "web1.example.com", "mail.example.com"),
            (Hello::Name("web1".to_owned()), "other.example.com", "web1"),
        ];

        for (hello, machine, expected) in cases {
            assert_eq!(
                hello.chosen(machine, "sender.example").to_string(),
                expected,
                "{hello:?} on {machine}"
            );
        }
        assert_eq!(Hello::Machine.chosen("web1", "localhost").to_string(), "web1");
        assert_eq!(Hello::Machine.chosen("my machine", "localhost").to_string(), "[127.0.0.1]");
    }

    #[test]
    fn a_name_that_is_none_is_refused() {
        for name in ["", "a b", "x\r\nMAIL FROM:<eve@example.com>", "-a.example", "a..b", "münchen.example"]
        {
            assert!(Hello::Name(name.to_owned()).check().is_err(), "{name:?}");
        }
        for name in ["mail.example.com", "web1", "[192.0.2.7]", "2001:db8::7"] {
            assert!(Hello::Name(name.to_owned()).check().is_ok(), "{name:?}");
        }
    }
}
