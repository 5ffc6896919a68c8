//! Where a request comes from, as far as it can be believed.

use std::net::IpAddr;
use std::sync::atomic::{AtomicBool, Ordering};

use http::{HeaderMap, HeaderValue};
use ipnet::IpNet;

const FORWARDED_FOR: &str = "x-forwarded-for";
/// What proxies set, and browsers never.
const FORWARDING: [&str; 3] = [FORWARDED_FOR, "forwarded", "x-real-ip"];
/// So much of a hop that cannot be read is written into the log.
const SHOWN_MAX: usize = 64;

/// Where a request comes from. What is odd about the way it came is told once, in the log.
pub(crate) fn address_of(
    peer: Option<IpAddr>,
    headers: &HeaderMap,
    trusted: &[IpNet],
    told: &Told,
) -> Option<IpAddr> {
    let peer = peer?.to_canonical();
    let hops: Vec<_> = headers.get_all(FORWARDED_FOR).iter().map(HeaderValue::as_bytes).collect();
    let visitor = visitor(peer, &hops, trusted);
    if let Some(oddity) = visitor.unreadable.map(Oddity::Hop).or_else(|| oddity(peer, headers, trusted)) {
        told.tell(&oddity, peer);
    }
    Some(visitor.address)
}

struct Visitor<'a> {
    address: IpAddr,
    /// What a trusted proxy wrote where an address belongs.
    unreadable: Option<&'a [u8]>,
}

/// The visitor's address: the peer's, or, where the peer is a trusted proxy, the nearest address to the left in
/// `X-Forwarded-For` that is not one. What lies further left was written by the visitor and is worth nothing.
fn visitor<'a>(peer: IpAddr, forwarded_for: &[&'a [u8]], trusted: &[IpNet]) -> Visitor<'a> {
    let mut address = peer;
    let hops = forwarded_for.iter().flat_map(|line| line.split(|byte| *byte == b','));
    for hop in hops.collect::<Vec<_>>().into_iter().rev().map(<[u8]>::trim_ascii) {
        if !is_trusted(address, trusted) {
            break;
        }
        // An empty element is none (RFC 9110 §5.6.1.2).
        if hop.is_empty() {
            continue;
        }
        // A hop that cannot be read ends what can be believed.
        let Some(found) = address_in(hop) else { return Visitor { address, unreadable: Some(hop) } };
        address = found.to_canonical();
    }
    Visitor { address, unreadable: None }
}

fn is_trusted(address: IpAddr, trusted: &[IpNet]) -> bool {
    trusted.iter().any(|network| network.contains(&address))
}

/// An address as proxies write it: alone, with a port, in brackets, in quotes (RFC 7239 §6).
fn address_in(hop: &[u8]) -> Option<IpAddr> {
    let hop = std::str::from_utf8(hop).ok()?;
    let hop = hop.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(hop).trim();
    if let Some(bracketed) = hop.strip_prefix('[') {
        let (inside, after) = bracketed.split_once(']')?;
        let is_sound = after.is_empty() || after.strip_prefix(':').is_some_and(is_port);
        return unzoned(inside).parse().ok().map(IpAddr::V6).filter(|_| is_sound);
    }
    if let Ok(address) = unzoned(hop).parse() {
        return Some(address);
    }
    let (address, port) = hop.split_once(':')?;
    address.parse().ok().map(IpAddr::V4).filter(|_| is_port(port))
}

/// The zone of a link-local address (RFC 4007 §11) says nothing elsewhere.
fn unzoned(address: &str) -> &str {
    address.split_once('%').map_or(address, |(address, _)| address)
}

fn is_port(port: &str) -> bool {
    !port.is_empty() && port.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'.' | b'-'))
}

/// What an operator should know of how requests arrive: each makes many visitors look like one.
enum Oddity<'a> {
    /// A trusted proxy names no address.
    Hop(&'a [u8]),
    /// A trusted proxy sends another header than the one that is read.
    OtherHeader,
    /// A proxy on this machine or network is not trusted.
    Untrusted,
}

fn oddity(peer: IpAddr, headers: &HeaderMap, trusted: &[IpNet]) -> Option<Oddity<'static>> {
    if !FORWARDING.iter().any(|name| headers.contains_key(*name)) {
        return None;
    }
    match (is_trusted(peer, trusted), headers.contains_key(FORWARDED_FOR)) {
        (true, true) => None,
        (true, false) => Some(Oddity::OtherHeader),
        (false, _) => is_near(peer).then_some(Oddity::Untrusted),
    }
}

/// On this machine or this network: who connects from there may well be a proxy, and a visitor hardly.
fn is_near(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => address.is_loopback() || address.is_private() || address.is_link_local(),
        IpAddr::V6(address) => {
            address.is_loopback() || address.is_unique_local() || address.is_unicast_link_local()
        }
    }
}

/// What was told already: each oddity once in the life of a process, however many requests show it.
#[derive(Debug, Default)]
pub(crate) struct Told {
    hop: AtomicBool,
    other_header: AtomicBool,
    untrusted: AtomicBool,
}

impl Told {
    fn tell(&self, oddity: &Oddity<'_>, peer: IpAddr) {
        let told = match oddity {
            Oddity::Hop(_) => &self.hop,
            Oddity::OtherHeader => &self.other_header,
            Oddity::Untrusted => &self.untrusted,
        };
        if told.swap(true, Ordering::Relaxed) {
            return;
        }
        match oddity {
            Oddity::Hop(hop) => {
                let hop = hop.get(..SHOWN_MAX).unwrap_or(hop).escape_ascii();
                tracing::warn!(
                    %peer, %hop,
                    "a proxy in trusted_proxies wrote something into X-Forwarded-For that is no address: all its \
                     visitors count as one. Let it write the address of the client"
                );
            }
            Oddity::OtherHeader => tracing::warn!(
                %peer,
                "a proxy in trusted_proxies sends no X-Forwarded-For, the only header that is read: all its visitors \
                 count as one. Let it set that header"
            ),
            Oddity::Untrusted => tracing::warn!(
                %peer,
                "requests come through a proxy on this machine or network that is not in trusted_proxies: all its \
                 visitors count as one. Add its address to trusted_proxies, if it sets X-Forwarded-For itself"
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn networks(trusted: &[&str]) -> Vec<IpNet> {
        trusted.iter().map(|network| network.parse().unwrap()).collect()
    }

    fn resolve(peer: &str, header: &[&str], trusted: &[&str]) -> String {
        let header: Vec<_> = header.iter().map(|line| line.as_bytes()).collect();
        let peer: IpAddr = peer.parse().unwrap();
        visitor(peer.to_canonical(), &header, &networks(trusted)).address.to_string()
    }

    #[test]
    fn nobody_but_a_trusted_proxy_is_believed() {
        assert_eq!(resolve("192.0.2.1", &["10.9.9.9"], &[]), "192.0.2.1");
        assert_eq!(resolve("192.0.2.1", &["10.9.9.9"], &["10.0.0.0/8"]), "192.0.2.1");
    }

    #[test]
    fn the_header_is_read_from_the_right() {
        let trusted = ["10.0.0.0/8"];
        assert_eq!(resolve("10.0.0.1", &["6.6.6.6, 198.51.100.7"], &trusted), "198.51.100.7");
        assert_eq!(resolve("10.0.0.1", &["6.6.6.6", "198.51.100.7, 10.0.0.2"], &trusted), "198.51.100.7");
        assert_eq!(resolve("10.0.0.1", &["6.6.6.6, nonsense"], &trusted), "10.0.0.1");
        assert_eq!(resolve("10.0.0.1", &[], &trusted), "10.0.0.1");
        assert_eq!(resolve("::ffff:10.0.0.1", &["2001:db8::1"], &trusted), "2001:db8::1");
    }

    #[test]
    fn addresses_are_read_as_proxies_write_them() {
        let trusted = ["10.0.0.0/8"];
        for (written, address) in [
            ("203.0.113.9:51008", "203.0.113.9"),
            ("\"203.0.113.9:51008\"", "203.0.113.9"),
            ("[2001:db8::1]:443", "2001:db8::1"),
            ("[2001:db8::1]", "2001:db8::1"),
            ("\"[2001:db8::1]\"", "2001:db8::1"),
            ("\"[2001:db8::1]:_gate\"", "2001:db8::1"),
            ("2001:db8::1", "2001:db8::1"),
            ("fe80::1%eth0", "fe80::1"),
            ("::ffff:203.0.113.9", "203.0.113.9"),
            ("6.6.6.6,203.0.113.9:1 , ", "203.0.113.9"),
        ] {
            assert_eq!(resolve("10.0.0.1", &[written], &trusted), address, "{written}");
        }
    }

    #[test]
    fn what_names_no_address_is_the_proxy_itself_and_told() {
        let trusted = networks(&["10.0.0.0/8"]);
        let peer: IpAddr = "10.0.0.1".parse().unwrap();
        for written in [
            "unknown",
            "_hidden",
            "203.0.113.9:",
            "[203.0.113.9]",
            "[2001:db8::1]x",
            "\"",
            "a.example",
            "1.2.3.4:a b",
        ] {
            let found = visitor(peer, &[b"6.6.6.6", written.as_bytes()], &trusted);
            assert_eq!((found.address, found.unreadable), (peer, Some(written.as_bytes())), "{written}");
        }
    }

    #[test]
    fn what_a_visitor_wrote_before_the_proxys_own_hides_nothing() {
        let trusted = networks(&["10.0.0.0/8"]);
        for wrote in [b"Jos\xe9".as_slice(), b"\xff\xfe,\x80", b"\"unclosed, [::1"] {
            for lines in [vec![wrote, b"198.51.100.7".as_slice()], vec![&[wrote, b", 198.51.100.7"].concat()]]
            {
                let found = visitor("10.0.0.1".parse().unwrap(), &lines, &trusted);
                assert_eq!((found.address.to_string().as_str(), found.unreadable), ("198.51.100.7", None));
            }
        }
    }

    #[test]
    fn a_proxy_that_seems_to_be_forgotten_is_odd_and_a_visitor_who_pretends_to_be_one_is_not() {
        let odd = |peer: &str, name: &'static str, trusted: &[&str]| {
            let headers = HeaderMap::from_iter([(name.parse().unwrap(), "198.51.100.7".parse().unwrap())]);
            oddity(peer.parse().unwrap(), &headers, &networks(trusted)).is_some()
        };
        for peer in ["127.0.0.1", "10.0.0.1", "192.168.1.1", "172.16.0.9", "::1", "fd00::1", "fe80::1"] {
            assert!(FORWARDING.iter().all(|name| odd(peer, name, &[])), "{peer}");
            assert!(!odd(peer, "accept", &[]), "{peer}");
        }
        assert!(!odd("203.0.113.9", FORWARDED_FOR, &[]));
        assert!(!odd("10.0.0.1", FORWARDED_FOR, &["10.0.0.0/8"]));
        assert!(odd("10.0.0.1", "forwarded", &["10.0.0.0/8"]), "which is not read");
    }
}
