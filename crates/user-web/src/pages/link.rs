//! Mailed links: the token leaves the URL before anything else happens.

use crate::response::Response;
use http::{HeaderValue, header};
use user_core::domain::Notice;
use user_core::flows::LinkRefusal;
use user_core::views::FormView;

use crate::exchange::Exchange;
use crate::request::cookies::{LinkKey, LinkKind};

/// The hidden field, and the part of a query, that says which link a form or a page is for.
pub(super) const FIELD: &str = "link";

/// The token goes into a cookie, and the visitor to the page at `path`, whose URL is clean: it tells which link the page
/// is for, and not the link.
pub(super) fn take_in(exchange: &Exchange, kind: LinkKind, token: &str, path: &str, next: &str) -> Response {
    let key = exchange.keep_link(kind, token);
    let mut response = exchange.redirect(&page_for(path, key, exchange.next(next).as_deref()), None);
    // The URL that held the token must not be told to the next page.
    response.headers_mut().insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    response
}

/// `form`, posting along which link it is for.
pub(super) fn naming(form: FormView, link: &str) -> FormView {
    form.hiding(FIELD, (!link.is_empty()).then(|| LinkKey::of(link).to_string()))
}

/// The page at `path` for the link of this key.
pub(super) fn page_for(path: &str, key: LinkKey, next: Option<&str>) -> String {
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    query.append_pair(FIELD, &key.to_string());
    if let Some(next) = next {
        query.append_pair("next", next);
    }
    format!("{path}?{}", query.finish())
}

/// What is said of a link that leads nowhere.
pub(super) fn notice(exchange: &Exchange, refusal: LinkRefusal) -> Notice {
    match refusal {
        LinkRefusal::Invalid => {
            exchange.refuse_link();
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
