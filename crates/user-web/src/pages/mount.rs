//! How a page is mounted: for whom, and what answers at its path and below it. Routing, `Allow`, the route in the log
//! and the way a posted form is taken all follow from it.

use std::borrow::Cow;
use std::future::Future;
use std::sync::Arc;

use futures_util::future::BoxFuture;
use http::{HeaderValue, Method, StatusCode};
use percent_encoding::percent_decode_str;
use user_core::domain::Unmet;
use user_core::pages::Page;

use super::Query;
use crate::current_user::CurrentUser;
use crate::exchange::{Exchange, Kept, Posted};
use crate::incoming::Head;
use crate::refused::Refused;
use crate::request::host::is_here;
use crate::response::Response;
use crate::response::problem::Problem;

/// What a handler of ours comes to.
pub(crate) type Answer = Result<Response, Refused>;
/// What answers a method.
pub(crate) type Endpoint = fn(Asked) -> BoxFuture<'static, Answer>;

/// How a page is mounted: what answers at its path and below it, and for whom. Where that is, the table of pages says.
#[derive(Clone, Copy)]
pub(crate) struct Mount {
    at: Methods,
    below: Option<(&'static str, Methods)>,
    pub(crate) door: Door,
    /// Whether a file may come along with its form.
    pub(crate) takes_a_file: bool,
    /// Whether doing it twice differs from doing it once.
    is_done_once: bool,
    /// What its forms are about, where other pages have forms about the same.
    about: Option<&'static str>,
    /// What shows its form again once the password was proven.
    pub(crate) resume: Option<Resume>,
    /// Whether nothing of what was posted to it may be carried through the sign-in page.
    pub(crate) is_secret: bool,
}

/// Shows a form of this user again with what was posted before the password had to be proven.
pub(crate) type Resume = fn(Exchange, CurrentUser, Kept) -> BoxFuture<'static, Result<Response, Problem>>;

/// Who is let in to a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Door {
    /// Everybody.
    Open,
    /// Who is signed in.
    SignedIn,
    /// Who asks for this machine or this site by its own name.
    Here,
}

impl Mount {
    /// What answers at the path of the page.
    pub(crate) const fn at(at: Methods) -> Self {
        Self {
            at,
            below: None,
            door: Door::Open,
            takes_a_file: false,
            is_done_once: true,
            about: None,
            resume: None,
            is_secret: false,
        }
    }

    /// What lies below the page, at steps such as `:id/:action`.
    pub(crate) const fn below(self, steps: &'static str, methods: Methods) -> Self {
        Self { below: Some((steps, methods)), ..self }
    }

    /// For users who are signed in.
    pub(crate) const fn for_users(self) -> Self {
        Self { door: Door::SignedIn, ..self }
    }

    /// Never for a page of another site whose name was made to lead here.
    pub(crate) const fn only_here(self) -> Self {
        Self { door: Door::Here, ..self }
    }

    /// Its form may come with a file.
    pub(crate) const fn with_a_file(self) -> Self {
        Self { takes_a_file: true, ..self }
    }

    /// Doing it twice is like doing it once.
    pub(crate) const fn repeatable(self) -> Self {
        Self { is_done_once: false, ..self }
    }

    /// Its forms are about the same as those of other pages. Of forms about the same, a browser's latest is answered
    /// like the first when it comes twice; a form about something else leaves that as it is.
    pub(crate) const fn about(self, what: &'static str) -> Self {
        Self { about: Some(what), ..self }
    }

    /// Its form is shown again, and not posted by a button, once the password was proven.
    pub(crate) const fn resumed_by(self, resume: Resume) -> Self {
        Self { resume: Some(resume), ..self }
    }

    /// Nothing of what was posted to it is carried through the sign-in page.
    pub(crate) const fn secret(self) -> Self {
        Self { is_secret: true, ..self }
    }

    /// Its routes: `path`, and what lies below. `page` is the one that it is; `None` for what no app can leave out.
    pub(crate) fn routes(&'static self, page: Option<Page>, path: String) -> impl Iterator<Item = Place> {
        let route = |path: String, steps: Option<&'static str>, methods| {
            let pattern = steps.map_or_else(|| path.clone(), |steps| format!("{path}/{steps}"));
            Place(Arc::new(Route { page, mount: self, methods, path, steps, pattern: pattern.into() }))
        };
        let below = self.below.map(|(steps, methods)| route(path.clone(), Some(steps), methods));
        let at = (!self.at.is_none()).then(|| route(path, None, self.at));
        at.into_iter().chain(below)
    }
}

/// What can be asked of a route.
#[derive(Clone, Copy)]
pub(crate) struct Methods {
    get: Option<Endpoint>,
    post: Option<Endpoint>,
}

impl Methods {
    pub(crate) const NONE: Self = Self { get: None, post: None };

    /// A page to look at.
    pub(crate) const fn get(endpoint: Endpoint) -> Self {
        Self { get: Some(endpoint), ..Self::NONE }
    }

    /// A form that stands elsewhere.
    pub(crate) const fn post(endpoint: Endpoint) -> Self {
        Self { post: Some(endpoint), ..Self::NONE }
    }

    /// A page and its form.
    pub(crate) const fn form(get: Endpoint, post: Endpoint) -> Self {
        Self { get: Some(get), post: Some(post) }
    }

    const fn is_none(self) -> bool {
        self.get.is_none() && self.post.is_none()
    }
}

/// One route of a page of ours. Only [`Mount::routes`] makes one, and only for what is mounted: what is logged and
/// answered for a request is taken from here, so it cannot name a route that is not there.
#[derive(Clone)]
pub(crate) struct Place(Arc<Route>);

struct Route {
    page: Option<Page>,
    mount: &'static Mount,
    methods: Methods,
    path: String,
    steps: Option<&'static str>,
    pattern: Arc<str>,
}

impl Place {
    /// Which page it belongs to.
    pub(crate) fn page(&self) -> Option<Page> {
        self.0.page
    }

    /// What a form posted here is about, where doing it twice differs from doing it once.
    pub(crate) fn family(&self) -> Option<&'static str> {
        let page = self.page().filter(|_| self.mount().is_done_once)?;
        Some(self.mount().about.unwrap_or(page.name()))
    }

    pub(crate) fn mount(&self) -> &'static Mount {
        self.0.mount
    }

    /// The route as it was mounted, which never holds a token: `/user/reset-password/:token`.
    pub(crate) fn route(&self) -> &Arc<str> {
        &self.0.pattern
    }

    pub(crate) fn is_below(&self) -> bool {
        self.0.steps.is_some()
    }

    /// Whether a file may come along with its form.
    pub(crate) fn takes_a_file(&self) -> bool {
        self.mount().takes_a_file && !self.is_below()
    }

    /// Whether it is a page that can be looked at.
    pub(crate) fn is_shown(&self) -> bool {
        self.0.methods.get.is_some()
    }

    /// Whether a form can be posted to it.
    pub(crate) fn takes_forms(&self) -> bool {
        self.0.methods.post.is_some()
    }

    /// What can be asked of it (RFC 9110 §10.2.1).
    pub(crate) fn allow(&self) -> HeaderValue {
        HeaderValue::from_static(match (self.is_shown(), self.takes_forms()) {
            (true, true) => "GET, HEAD, POST",
            (true, false) => "GET, HEAD",
            (false, _) => "POST",
        })
    }

    /// What answers this method.
    pub(crate) fn endpoint(&self, method: &Method) -> Option<Endpoint> {
        match *method {
            Method::GET | Method::HEAD => self.0.methods.get,
            Method::POST => self.0.methods.post,
            _ => None,
        }
    }

    /// Whether `path` is this route's.
    pub(crate) fn is_at(&self, path: &str) -> bool {
        let Some(rest) = path.strip_prefix(&self.0.path) else { return false };
        let Some(steps) = self.0.steps else { return rest.is_empty() };
        let Some(rest) = rest.strip_prefix('/') else { return false };
        let (mut found, mut wanted) = (rest.split('/'), steps.split('/'));
        loop {
            match (found.next(), wanted.next()) {
                (None, None) => return true,
                (Some(found), Some(wanted)) if wanted.starts_with(':') && !found.is_empty() => {}
                (Some(found), Some(wanted)) if wanted == found => {}
                _ => return false,
            }
        }
    }

    /// What stands in `path` where the route has names, as it was meant (RFC 3986 §2.1).
    fn steps(&self, path: &str) -> Vec<Option<String>> {
        let rest = path.strip_prefix(&self.0.path).map_or("", |rest| rest.trim_start_matches('/'));
        let named = rest.split('/').zip(self.0.steps.unwrap_or_default().split('/'));
        let decoded = |step| percent_decode_str(step).decode_utf8().ok().map(Cow::into_owned);
        named.filter(|(_, name)| name.starts_with(':')).map(|(step, _)| decoded(step)).collect()
    }
}

/// A request for a page of ours.
pub(crate) struct Asked {
    exchange: Exchange,
    query: String,
    steps: Vec<Option<String>>,
    posted: Option<Posted>,
    /// Whether it is for this machine or this site, where that is asked of a page.
    pub(crate) is_here: bool,
}

impl Asked {
    pub(crate) fn new(exchange: &Exchange, place: &Place, head: &Head<'_>, posted: Option<Posted>) -> Self {
        let path = exchange.settings().inside(head.uri.path());
        let query = head.uri.query().unwrap_or_default().to_owned();
        let is_here = place.mount().door == Door::Here && is_here(head, exchange.web().base());
        Self { exchange: exchange.clone(), query, steps: place.steps(path), posted, is_here }
    }

    /// Nothing is done with what was posted but showing it again.
    pub(crate) fn show_again(&mut self) {
        if let Some(posted) = &mut self.posted {
            posted.is_stale = true;
        }
    }
}

/// What a handler may take as an argument.
pub(crate) trait FromAsked: Sized {
    fn from_asked(asked: &mut Asked) -> Result<Self, Refused>;
}

impl FromAsked for Exchange {
    fn from_asked(asked: &mut Asked) -> Result<Self, Refused> {
        Ok(asked.exchange.clone())
    }
}

/// Behind [`Mount::for_users`], where it was looked up already.
impl FromAsked for CurrentUser {
    fn from_asked(asked: &mut Asked) -> Result<Self, Refused> {
        asked.exchange.current_user_known().ok_or_else(|| Unmet::NotSignedIn.into())
    }
}

impl FromAsked for Posted {
    fn from_asked(asked: &mut Asked) -> Result<Self, Refused> {
        asked.posted.take().ok_or_else(|| Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE).into())
    }
}

impl FromAsked for Query {
    fn from_asked(asked: &mut Asked) -> Result<Self, Refused> {
        serde_urlencoded::from_str(&asked.query).map_err(|_| malformed())
    }
}

/// What stands in the path where the route has names.
pub(crate) struct Steps<const N: usize>(pub(crate) [String; N]);

impl<const N: usize> FromAsked for Steps<N> {
    fn from_asked(asked: &mut Asked) -> Result<Self, Refused> {
        let steps: Option<Vec<_>> = asked.steps.drain(..).collect();
        steps.and_then(|steps| steps.try_into().ok()).map(Self).ok_or_else(malformed)
    }
}

fn malformed() -> Refused {
    Problem::new(StatusCode::BAD_REQUEST).into()
}

/// A function whose arguments all come from the request.
pub(crate) trait Handler<Arguments> {
    fn handle(self, asked: Asked) -> BoxFuture<'static, Answer>;
}

macro_rules! handler {
    ($($name:ident: $kind:ident),*) => {
        impl<Function, Answering, $($kind),*> Handler<($($kind,)*)> for Function
        where
            Function: FnOnce($($kind),*) -> Answering + Send + 'static,
            Answering: Future<Output = Answer> + Send + 'static,
            $($kind: FromAsked + Send + 'static,)*
        {
            fn handle(self, mut asked: Asked) -> BoxFuture<'static, Answer> {
                Box::pin(async move {
                    $(let $name = $kind::from_asked(&mut asked)?;)*
                    self($($name),*).await
                })
            }
        }
    };
}

handler!(one: One);
handler!(one: One, two: Two);
handler!(one: One, two: Two, three: Three);
handler!(one: One, two: Two, three: Three, four: Four);

#[cfg(test)]
mod tests {
    use super::*;

    fn place(steps: Option<&'static str>) -> Place {
        static MOUNT: Mount = Mount::at(Methods::NONE);
        let route = Route {
            page: None,
            mount: &MOUNT,
            methods: Methods::NONE,
            path: "/page".to_owned(),
            steps,
            pattern: "/page".into(),
        };
        Place(Arc::new(route))
    }

    #[test]
    fn a_route_is_at_its_own_paths_and_at_no_others() {
        let cases = [
            (None, ["/page"].as_slice(), ["/page/", "/pages", "/pag", "", "/page/x", "/x/page"].as_slice()),
            (Some(":id"), &["/page/x", "/page/%2F"], &["/page", "/page/", "/page/x/y", "/pagex", "/page//x"]),
            (Some(":id/:action"), &["/page/x/y"], &["/page/x", "/page/x/", "/page//y", "/page/x/y/z"]),
            (Some(":id/body.html"), &["/page/x/body.html"], &["/page/x/body", "/page//body.html", "/page/x"]),
        ];

        for (steps, own, others) in cases {
            let place = place(steps);
            assert!(own.iter().all(|path| place.is_at(path)), "{steps:?} {own:?}");
            assert!(others.iter().all(|path| !place.is_at(path)), "{steps:?} {others:?}");
        }
    }

    #[test]
    fn the_steps_of_a_path_are_decoded() {
        let steps = |place: Place, path: &str| place.steps(path);
        let some = |text: &str| Some(text.to_owned());

        assert_eq!(steps(place(Some(":id/:action")), "/page/a%20b/c"), [some("a b"), some("c")]);
        assert_eq!(steps(place(Some(":id/body.html")), "/page/x/body.html"), [some("x")]);
        assert_eq!(steps(place(Some(":id")), "/page/%FF"), [None], "no text");
        assert_eq!(steps(place(None), "/page"), []);
    }
}
