//! Mailed links: the token leaves the URL before anything else happens, and waits in a cookie for the form that needs
//! it.

use std::time::Duration;

use http::{HeaderValue, StatusCode, header};
use user_core::domain::Notice;
use user_core::flows::LinkRefusal;
use user_core::views::FormView;

use super::Exchange;
use crate::request::cookies::{Keep, LinkKey, LinkKind, Name};
use crate::response::Response;
use crate::response::problem::Problem;

const KEPT: Duration = Duration::from_mins(15);
/// More than any link of ours has.
const LINK_MAX: usize = 256;
/// Stands in for what cannot be a link, so that its page can tell it from a link that the browser lost.
const NO_LINK: &str = "none";
/// Links of one kind that one browser keeps at once.
const LINKS_MAX: usize = 4;
/// The hidden field, and the part of a query, that says which link a form or a page is for.
pub(crate) const LINK: &str = "link";

impl Exchange {
    /// Answers a mailed link: puts its token into a cookie, and leads to the page at `path`, whose URL is clean. The
    /// query of that URL tells which link the page is for, by `link`, and not the link.
    pub fn open_link(&self, kind: LinkKind, token: &str, path: &str, next: &str) -> Response {
        let to = self.page_for_link(kind, token, path, self.next(next).as_deref());
        let mut response = self.redirect(&to, None);
        // The URL that held the token must not be told to the next page.
        response.headers_mut().insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
        response
    }

    /// Keeps a link, and returns the URL of the page at `path` that is for it and leads on to `next`.
    pub fn page_for_link(&self, kind: LinkKind, link: &str, path: &str, next: Option<&str>) -> String {
        self.keep_link(kind, link);
        url_for_link(path, sound(link), next)
    }

    /// Keeps the token of a link for the page that follows. What cannot be a link is not kept as it came: it came in a
    /// URL, and could write attributes of its own into the cookie.
    pub fn keep_link(&self, kind: LinkKind, link: &str) {
        let link = sound(link);
        let key = LinkKey::of(link);
        self.drop_surplus(kind, key);
        self.set(Name::Link(kind, key), link, Keep::For(KEPT));
    }

    /// The oldest links make room: whatever opens many of them must not fill the browser's jar.
    fn drop_surplus(&self, kind: LinkKind, beside: LinkKey) {
        let others: Vec<_> =
            self.0.cookies.links(kind).map(|(key, _)| key).filter(|key| *key != beside).collect();
        let surplus = (others.len() + 1).saturating_sub(LINKS_MAX);
        others.into_iter().take(surplus).for_each(|key| self.remove(Name::Link(kind, key)));
    }

    /// The link that a page or a form says it is for, by the `link` of its query or its hidden field; empty where this
    /// browser has none such. What names no link is for the only one of its kind, and a page may be for the latest of
    /// several. A form may not: it acts on what it showed.
    pub fn link(&self, kind: LinkKind, named: &str) -> &str {
        let mut links = self.0.cookies.links(kind);
        let is_named = !named.is_empty();
        let found = if named.is_empty() {
            let latest = links.next_back();
            let is_sole = links.next_back().is_none();
            latest.filter(|_| is_sole || self.is_safe())
        } else {
            LinkKey::parse(named).and_then(|named| links.find(|(key, _)| *key == named))
        };
        if found.is_none() && is_named {
            self.miss_link();
        }
        found.map_or("", |(_, link)| link)
    }

    /// The browser has not, or not any more, the link that a page or a form is for. Where it keeps no cookies, no
    /// notice would reach the next page: this response says so instead.
    fn miss_link(&self) {
        let _ = self.0.missing_link.set(());
        if !self.has_cookies() {
            self.fail(Problem::named(StatusCode::FORBIDDEN, "link-cookies"));
        }
    }

    /// Whether this request is for a link that the browser does not have.
    pub(crate) fn misses_link(&self) -> bool {
        self.0.missing_link.get().is_some()
    }

    /// Takes a link out of the browser: it did its work, or leads nowhere.
    pub fn drop_link(&self, kind: LinkKind, link: &str) {
        self.remove(Name::Link(kind, LinkKey::of(link)));
    }

    /// The notice for a link that leads nowhere. One that is none of ours is recorded as refused.
    pub fn link_notice(&self, refusal: LinkRefusal) -> Notice {
        match refusal {
            LinkRefusal::Invalid if self.misses_link() => Notice::LINK_NOT_HERE,
            LinkRefusal::Invalid => {
                self.refuse_link();
                Notice::LINK_INVALID
            }
            LinkRefusal::Expired => Notice::LINK_EXPIRED,
            LinkRefusal::Used => Notice::LINK_USED,
        }
    }
}

/// A link as it came, or what stands in for something that cannot be one.
fn sound(link: &str) -> &str {
    let is_sound =
        !link.is_empty() && link.len() <= LINK_MAX && link.bytes().all(|b| b.is_ascii_alphanumeric());
    if is_sound { link } else { NO_LINK }
}

/// `form`, posting along in `link` which link it is for.
pub fn naming_link(form: FormView, link: &str) -> FormView {
    form.hiding(LINK, (!link.is_empty()).then(|| LinkKey::of(link).to_string()))
}

/// The URL of the page at `path` for a link.
pub(crate) fn url_for_link(path: &str, link: &str, next: Option<&str>) -> String {
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    query.append_pair(LINK, &LinkKey::of(link).to_string());
    if let Some(next) = next {
        query.append_pair("next", next);
    }
    format!("{path}?{}", query.finish())
}

/// The URL of the page at `path` that leads on to `next`.
pub(crate) fn leading_to(path: &str, next: Option<&str>) -> String {
    let Some(next) = next else { return path.to_owned() };
    let query = url::form_urlencoded::Serializer::new(String::new()).append_pair("next", next).finish();
    format!("{path}?{query}")
}
