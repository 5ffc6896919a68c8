//! Where a request comes from, as far as it can be believed.

use std::net::IpAddr;

use ipnet::IpNet;
use poem::Request;

/// Where `request` comes from.
pub(crate) fn address_of(request: &Request, trusted: &[IpNet]) -> Option<IpAddr> {
    let peer = request.remote_addr().as_socket_addr().map(std::net::SocketAddr::ip);
    let headers = request.headers().get_all("x-forwarded-for");
    let hops: Vec<_> = headers.iter().filter_map(|value| value.to_str().ok()).collect();
    visitor_address(peer, &hops, trusted)
}

/// The visitor's address: the peer's, or, where the peer is a trusted proxy, the nearest address to the left in
/// `X-Forwarded-For` that is not one. What lies further left was written by the visitor and is worth nothing.
fn visitor_address(peer: Option<IpAddr>, forwarded_for: &[&str], trusted: &[IpNet]) -> Option<IpAddr> {
    let is_trusted =
        |address: &IpAddr| trusted.iter().any(|network| network.contains(&address.to_canonical()));
    let mut nearest = peer?.to_canonical();
    let hops = forwarded_for.iter().flat_map(|header| header.split(',')).map(str::trim);
    for hop in hops.collect::<Vec<_>>().into_iter().rev() {
        if !is_trusted(&nearest) {
            break;
        }
        // A hop that cannot be read ends what can be believed.
        let Ok(address) = hop.parse::<IpAddr>() else { break };
        nearest = address.to_canonical();
    }
    Some(nearest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn resolve(peer: &str, header: &[&str], trusted: &[&str]) -> String {
        let trusted: Vec<IpNet> = trusted.iter().map(|network| network.parse().unwrap()).collect();
        visitor_address(Some(peer.parse().unwrap()), header, &trusted).unwrap().to_string()
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
}
