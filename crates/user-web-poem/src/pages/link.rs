//! Mailed links: the token leaves the URL before anything else happens.

use poem::Response;
use poem::http::{HeaderValue, header};
use user_core::domain::Notice;
use user_core::flows::{LinkRefusal, Refusal};

use crate::exchange::Exchange;
use crate::request::cookies::Name;

/// The token goes into a cookie, and the visitor to the page at `path`, whose URL is clean.
pub(super) fn take_in(exchange: &Exchange, cookie: Name, token: &str, path: &str, next: &str) -> Response {
    exchange.keep_link(cookie, token);
    let mut response = exchange.redirect(&leading_to(path, exchange.next(next).as_deref()), None);
    // The URL that held the token must not be told to the next page.
    response.headers_mut().insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    response
}

/// What is said of a link that leads nowhere.
pub(super) fn notice(exchange: &Exchange, refusal: LinkRefusal) -> Notice {
    match refusal {
        LinkRefusal::Invalid => {
            exchange.refuse(Refusal::ForeignLink);
            Notice::LinkInvalid
        }
        LinkRefusal::Expired => Notice::LinkExpired,
        LinkRefusal::Used => Notice::LinkUsed,
    }
}

pub(super) fn leading_to(path: &str, next: Option<&str>) -> String {
    let Some(next) = next else { return path.to_owned() };
    let query = url::form_urlencoded::Serializer::new(String::new()).append_pair("next", next).finish();
    format!("{path}?{query}")
}
