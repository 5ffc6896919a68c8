//! What came back: a page as its reader sees it.

use bytes::Bytes;
use http::{HeaderMap, Response};
use scraper::{ElementRef, Html, Selector};
use url::Url;

use super::Form;

/// A page, or any other answer of the site, where the redirects ended.
#[derive(Clone, Debug)]
pub struct Page {
    url: Url,
    status: u16,
    headers: HeaderMap,
    body: Bytes,
}

impl Page {
    pub(super) fn new(url: Url, response: Response<Bytes>) -> Self {
        let (parts, body) = response.into_parts();
        Self { url, status: parts.status.as_u16(), headers: parts.headers, body }
    }

    /// Returns the status.
    pub const fn status(&self) -> u16 {
        self.status
    }

    /// Returns the URL, at the end of all redirects.
    pub const fn url(&self) -> &Url {
        &self.url
    }

    /// Returns the path of that URL.
    pub fn path(&self) -> &str {
        self.url.path()
    }

    /// Returns a header of the response.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }

    /// Returns the body as it came.
    pub const fn bytes(&self) -> &Bytes {
        &self.body
    }

    /// Returns the body as text.
    pub fn body(&self) -> &str {
        std::str::from_utf8(&self.body).expect("a page is UTF-8")
    }

    /// Returns the first heading; empty where there is none.
    pub fn heading(&self) -> String {
        self.texts("h1").into_iter().next().unwrap_or_default()
    }

    /// Returns the one-time messages, as the layout of the account pages marks them: elements of the class `notice`.
    pub fn notices(&self) -> Vec<String> {
        self.texts(".notice")
    }

    /// Returns everything that the page says is wrong with a form, as the account pages list it: what is wrong with the
    /// form as a whole (of the class `error`) and the entries of fields, within elements with the role `alert`. What is
    /// wrong with one field is [`Form::errors`].
    pub fn errors(&self) -> Vec<String> {
        self.texts("[role=alert] .error, [role=alert] li")
    }

    /// Returns the text of every element that a CSS selector finds, in order.
    pub fn texts(&self, css: &str) -> Vec<String> {
        self.document().select(&selector(css)).map(text).collect()
    }

    /// Returns all forms, in order.
    pub fn forms(&self) -> Vec<Form> {
        let document = self.document();
        document.select(&selector("form")).map(|form| Form::read(&document, form, &self.url)).collect()
    }

    /// Returns the form that is sent to this path, or to one that ends like it.
    #[track_caller]
    pub fn form(&self, action: &str) -> Form {
        let forms = self.forms();
        let exact = forms.iter().find(|form| form.action() == action);
        let found = exact.or_else(|| forms.iter().find(|form| form.action().ends_with(action)));
        found.cloned().unwrap_or_else(|| {
            let actions: Vec<_> = forms.iter().map(Form::action).collect();
            panic!("{} has no form to {action}; it has forms to {actions:?}\n{}", self.told(), self.shown())
        })
    }

    /// Returns where a link leads to: the first with this text, else the first to this path.
    #[track_caller]
    pub fn link(&self, wanted: &str) -> Url {
        let document = self.document();
        let links: Vec<_> = document
            .select(&selector("a[href]"))
            .filter_map(|link| Some((text(link), self.url.join(link.attr("href")?).ok()?)))
            .collect();
        let by_text = links.iter().find(|(text, _)| text == wanted);
        let found = by_text.or_else(|| links.iter().find(|(_, url)| url.path() == wanted));
        let Some((_, url)) = found else {
            let all: Vec<_> = links.iter().map(|(text, url)| format!("{text} ({})", url.path())).collect();
            panic!("{} has no link {wanted:?}; it has {all:?}", self.told())
        };
        url.clone()
    }

    fn document(&self) -> Html {
        Html::parse_document(&String::from_utf8_lossy(&self.body))
    }

    fn told(&self) -> String {
        format!("the page at {} ({} {:?})", self.path(), self.status, self.heading())
    }

    /// What its reader sees.
    fn shown(&self) -> String {
        self.texts("body").join(" ")
    }
}

/// The text of an element, as one line.
pub(super) fn text(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

pub(super) fn selector(css: &str) -> Selector {
    Selector::parse(css).unwrap_or_else(|error| panic!("{css}: {error}"))
}
