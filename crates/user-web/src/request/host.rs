//! Which host a request is for.

use std::net::IpAddr;

use http::{HeaderMap, header};
use url::{Host, Url};

use crate::incoming::Head;

/// Whether it is said once at most which host a request is for (RFC 9112 §3.2), and in a form that is a host.
pub(crate) fn is_sound(headers: &HeaderMap) -> bool {
    let mut hosts = headers.get_all(header::HOST).iter();
    match (hosts.next(), hosts.next()) {
        (None, _) => true,
        (Some(host), None) => host.to_str().is_ok_and(|host| host.is_empty() || parsed(host).is_some()),
        (Some(_), Some(_)) => false,
    }
}

/// Whether a request is for this machine or for the site as its visitors know it. A page of somebody else's whose name
/// was made to lead here (DNS rebinding) has its own name in `Host`.
pub(crate) fn is_here(head: &Head<'_>, base: &Url) -> bool {
    // A target in absolute form counts before the header (RFC 9112 §3.2.2).
    let target = head.uri.host();
    let header = || head.headers.get(header::HOST).and_then(|host| host.to_str().ok());
    let Some(asked) = target.or_else(header) else { return true };
    let Some(host) = parsed(asked) else { return false };
    base.host().is_some_and(|own| own.to_owned() == host) || is_loopback(&host)
}

fn parsed(host: &str) -> Option<Host> {
    let url = Url::parse(&format!("http://{host}")).ok()?;
    let is_bare = url.path() == "/" && url.query().is_none() && url.fragment().is_none();
    let is_plain = !host.contains(['@', '/', '\\', '?', '#']) && !host.chars().any(char::is_whitespace);
    url.host().map(|host| host.to_owned()).filter(|_| is_bare && is_plain)
}

fn is_loopback(host: &Host) -> bool {
    match host {
        Host::Domain(name) => name == "localhost" || name.ends_with(".localhost"),
        Host::Ipv4(address) => IpAddr::V4(*address).is_loopback(),
        Host::Ipv6(address) => IpAddr::V6(*address).to_canonical().is_loopback(),
    }
}

#[cfg(test)]
mod tests {
    use http::Method;

    use super::*;

    fn asking(hosts: &[&str]) -> HeaderMap {
        hosts.iter().map(|host| (header::HOST, host.parse().unwrap())).collect()
    }

    fn is_here_at(uri: &str, host: &str) -> bool {
        let (uri, headers) = (uri.parse().unwrap(), asking(&[host]));
        let head =
            Head { method: &Method::GET, uri: &uri, original_uri: &uri, headers: &headers, peer: None };
        super::is_here(&head, &Url::parse("https://tea.example.com").unwrap())
    }

    fn is_here(host: &str) -> bool {
        is_here_at("/", host)
    }

    #[test]
    fn one_host_is_sound_and_two_or_what_is_none_are_not() {
        for host in
            ["tea.example.com", "127.0.0.1:3000", "[::1]:3000", "localhost", "", "xn--caf-dma.example"]
        {
            assert!(is_sound(&asking(&[host])), "{host}");
        }
        assert!(is_sound(&asking(&[])), "that is the server's to judge");
        for hosts in [
            &["a.example", "a.example"][..],
            &["a.example", "b.example"],
            &["user@a.example"],
            &["a.example/x"],
            &["a b"],
            &["a.example, b.example"],
            &["[::1"],
            &["a.example:port"],
        ] {
            assert!(!is_sound(&asking(hosts)), "{hosts:?}");
        }
    }

    #[test]
    fn this_machine_and_the_site_are_here_and_others_are_not() {
        for host in [
            "localhost:3000",
            "127.0.0.1",
            "127.9.9.9:1",
            "[::1]:3000",
            "tea.example.com",
            "TEA.example.com:80",
            "a.localhost",
        ] {
            assert!(is_here(host), "{host}");
        }
        for host in [
            "evil.example",
            "evil.example:3000",
            "localhost.evil.example",
            "10.0.0.1",
            "127.0.0.1.evil.example",
            "@",
        ] {
            assert!(!is_here(host), "{host}");
        }
    }

    #[test]
    fn a_target_in_absolute_form_counts_before_the_header() {
        assert!(!is_here_at("http://evil.example/dev/mailbox", "localhost"));
        assert!(is_here_at("http://localhost/dev/mailbox", "evil.example"));
    }
}
