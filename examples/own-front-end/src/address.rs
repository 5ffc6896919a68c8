//! Where a request comes from, as far as it can be believed: what limits on attempts count by.

use std::net::{IpAddr, SocketAddr};

use axum::extract::ConnectInfo;
use axum::http::request::Parts;
use user_core::settings::Settings;

/// The peer's address; or, where the peer is one of `trusted_proxies`, the nearest address to the left in
/// `X-Forwarded-For` that is not one. What stands further left was written by the visitor and is worth nothing.
pub(crate) fn address_of(parts: &Parts, settings: &Settings) -> Option<IpAddr> {
    let ConnectInfo(peer) = parts.extensions.get::<ConnectInfo<SocketAddr>>()?;
    let is_proxy = |address: &IpAddr| settings.trusted_proxies.iter().any(|net| net.contains(address));
    let headers = parts.headers.get_all("x-forwarded-for").iter().filter_map(|value| value.to_str().ok());
    let hops: Vec<&str> = headers.flat_map(|header| header.split(',')).map(str::trim).collect();
    let mut nearest = peer.ip().to_canonical();
    for hop in hops.into_iter().rev() {
        // A hop that cannot be read ends what can be believed.
        let Ok(address) = hop.parse::<IpAddr>() else { break };
        if !is_proxy(&nearest) {
            break;
        }
        nearest = address.to_canonical();
    }
    Some(nearest)
}
