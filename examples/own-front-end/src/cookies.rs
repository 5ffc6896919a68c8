//! The four cookies: the session, and the marks of a known device, of the browser that registered, and of one in which
//! signing in waits for its second step.
//!
//! Their values come sealed from the core. What is decided here is how a browser keeps them.

use axum::http::{HeaderMap, HeaderValue, header};
use cookie::{Cookie, SameSite, time::Duration};
use user_core::flows::{Admission, SignedIn};
use user_core::settings::Settings;

use crate::accounts::{Next, Person};

/// Which cookie.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Kind {
    /// Who is signed in.
    Session,
    /// This browser has signed in before: strangers' attempts do not lock its owner out.
    Device,
    /// This browser registered: confirming asks for no password here.
    Registration,
    /// Signing in waits for its second step in this browser.
    Browser,
}

impl Kind {
    /// Over https the name begins with `__Host-`: then no other host of the domain can set the cookie.
    fn name(self, settings: &Settings) -> String {
        let prefix = if settings.is_https() { "__Host-" } else { "" };
        let what = match self {
            Self::Session => "session",
            Self::Device => "device",
            Self::Registration => "registration",
            Self::Browser => "browser",
        };
        format!("{prefix}{}_{what}", settings.cookies.name)
    }
}

/// The value of a cookie, if the browser sent it.
pub(crate) fn read(headers: &HeaderMap, settings: &Settings, kind: Kind) -> Option<String> {
    let name = kind.name(settings);
    let sent = headers.get_all(header::COOKIE).iter().filter_map(|header| header.to_str().ok());
    let mut cookies = sent.flat_map(Cookie::split_parse).flatten();
    cookies.find(|cookie| cookie.name() == name).map(|cookie| cookie.value().to_owned())
}

/// Whether an answer says what becomes of this cookie.
pub(crate) fn sets(headers: &HeaderMap, settings: &Settings, kind: Kind) -> bool {
    let start = format!("{}=", kind.name(settings));
    let set = headers.get_all(header::SET_COOKIE).iter();
    set.filter_map(|header| header.to_str().ok()).any(|cookie| cookie.starts_with(&start))
}

/// The header that has the browser keep `value`: for so long, or until it is closed.
pub(crate) fn keep(
    settings: &Settings,
    kind: Kind,
    value: String,
    lifetime: Option<std::time::Duration>,
) -> Option<HeaderValue> {
    let mut cookie = bare(settings, kind, value);
    cookie.set_max_age(lifetime.and_then(|lifetime| Duration::try_from(lifetime).ok()));
    HeaderValue::from_str(&cookie.to_string()).ok()
}

/// The header that has the browser forget a cookie.
pub(crate) fn forget(settings: &Settings, kind: Kind) -> Option<HeaderValue> {
    let mut cookie = bare(settings, kind, String::new());
    cookie.make_removal();
    HeaderValue::from_str(&cookie.to_string()).ok()
}

/// The headers of an admission, and what comes next for the client.
pub(crate) fn of_admission(settings: &Settings, admission: Admission) -> (Vec<HeaderValue>, Next) {
    match admission {
        Admission::SignedIn(signed_in) => {
            let user = Person::from(&signed_in.user);
            (of_sign_in(settings, *signed_in), Next::SignedIn { user })
        }
        Admission::Pending(pending) => {
            let mark = keep(settings, Kind::Browser, pending.browser, None);
            (mark.into_iter().collect(), Next::SecondStep { step: pending.step })
        }
    }
}

/// The headers of a fresh sign-in.
pub(crate) fn of_sign_in(settings: &Settings, signed_in: SignedIn) -> Vec<HeaderValue> {
    let remembered = signed_in.session.persistent.then_some(settings.lifetimes.remembered_session);
    let session = keep(settings, Kind::Session, signed_in.cookie, remembered);
    session.into_iter().chain(of_known_device(settings, signed_in.device)).collect()
}

/// The header that makes the browser a known device.
pub(crate) fn of_known_device(settings: &Settings, mark: String) -> Option<HeaderValue> {
    keep(settings, Kind::Device, mark, Some(settings.lifetimes.remembered_session * 12))
}

/// No script reads it, and no other site's form sends it.
fn bare(settings: &Settings, kind: Kind, value: String) -> Cookie<'static> {
    let cookie = Cookie::build((kind.name(settings), value)).path("/").http_only(true);
    cookie.same_site(SameSite::Lax).secure(settings.is_https()).build()
}
