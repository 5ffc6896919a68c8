//! How many connections each client has.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use ipnet::{IpNet, Ipv6Net};

/// Counts connections by client: an IPv4 address or an IPv6 network of 64 bits.
#[derive(Clone)]
pub(super) struct Clients(Arc<Counts>);

struct Counts {
    open: Mutex<HashMap<IpAddr, usize>>,
    max: usize,
    /// Proxies stand for many clients.
    trusted: Vec<IpNet>,
}

impl Counts {
    /// Numbers that a panic cannot leave half changed.
    fn lock(&self) -> MutexGuard<'_, HashMap<IpAddr, usize>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Clients {
    pub(super) fn new(max: usize, trusted: Vec<IpNet>) -> Self {
        Self(Arc::new(Counts { open: Mutex::default(), max, trusted }))
    }

    /// One more connection from there, until what is returned is dropped; none where it has as many as it may.
    pub(super) fn admit(&self, peer: IpAddr) -> Option<Admitted> {
        let peer = peer.to_canonical();
        if self.0.trusted.iter().any(|network| network.contains(&peer)) {
            return Some(Admitted(None));
        }
        let client = client_of(peer);
        let mut open = self.0.lock();
        let count = open.entry(client).or_default();
        if *count >= self.0.max {
            return None;
        }
        *count += 1;
        Some(Admitted(Some((self.clone(), client))))
    }
}

fn client_of(peer: IpAddr) -> IpAddr {
    match peer {
        IpAddr::V4(_) => peer,
        IpAddr::V6(address) => Ipv6Net::new(address, 64).map_or(peer, |network| network.network().into()),
    }
}

/// A connection that counts.
pub(super) struct Admitted(Option<(Clients, IpAddr)>);

impl Drop for Admitted {
    fn drop(&mut self) {
        let Some((clients, client)) = &self.0 else { return };
        let mut open = clients.0.lock();
        if let Some(count) = open.get_mut(client) {
            *count -= 1;
            if *count == 0 {
                open.remove(client);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ip(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    #[test]
    fn a_client_has_as_many_as_it_may_and_others_are_not_held_up() {
        let clients = Clients::new(2, vec!["10.0.0.0/8".parse().unwrap()]);
        let first = clients.admit(ip("203.0.113.9"));
        let second = clients.admit(ip("::ffff:203.0.113.9"));

        assert!(first.is_some() && second.is_some());
        assert!(clients.admit(ip("203.0.113.9")).is_none());
        assert!(clients.admit(ip("203.0.113.10")).is_some());
        drop(first);
        assert!(clients.admit(ip("203.0.113.9")).is_some());
        drop(second);
        assert!(clients.0.lock().is_empty(), "nothing is kept of who has gone");
    }

    #[test]
    fn a_network_of_64_bits_is_one_client_and_a_trusted_proxy_is_many() {
        let clients = Clients::new(1, vec!["10.0.0.0/8".parse().unwrap()]);
        let _one = clients.admit(ip("2001:db8::1"));

        assert!(clients.admit(ip("2001:db8::2")).is_none());
        assert!(clients.admit(ip("2001:db8:0:1::1")).is_some());
        let proxied: Vec<_> = (0..100).map(|_| clients.admit(ip("10.0.0.1"))).collect();
        assert!(proxied.iter().all(Option::is_some));
    }
}
