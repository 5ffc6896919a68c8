//! What came back: a page as its reader sees it.

use reqwest::header::{HeaderMap, LOCATION};
use scraper::{ElementRef, Html, Selector};

/// An answer of the site.
#[derive(Clone, Debug)]
pub struct Page {
    /// The status.
    pub status: u16,
    /// Where it leads on to.
    pub location: Option<String>,
    /// All headers.
    pub headers: HeaderMap,
    /// The body, as text.
    pub body: String,
}

/// A form, filled in as the page came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// Where it posts to.
    pub action: String,
    /// The names of its fields, with their values.
    pub fields: Vec<(String, String)>,
}

impl Page {
    pub(crate) async fn of(response: reqwest::Response) -> Result<Self, reqwest::Error> {
        let location = response.headers().get(LOCATION).map(|to| to.to_str().unwrap().to_owned());
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        Ok(Self { status, location, headers, body: response.text().await? })
    }

    /// The form that posts to a path with this ending.
    pub fn form(&self, action: &str) -> Form {
        let forms = self.forms();
        let found = forms.iter().find(|form| form.action.ends_with(action)).cloned();
        found.unwrap_or_else(|| {
            panic!("no form posts to {action}; {} with {forms:?}\n{}", self.status, self.body)
        })
    }

    /// Every form.
    pub fn forms(&self) -> Vec<Form> {
        Html::parse_document(&self.body).select(&selector("form")).map(form).collect()
    }

    /// Everywhere it links to, posts to and loads from, as it is written.
    pub fn links(&self) -> Vec<String> {
        let document = Html::parse_document(&self.body);
        let named = ["href", "action", "src"].map(|name| (name, selector(&format!("[{name}]"))));
        let written = |(name, all): &(&str, Selector)| -> Vec<String> {
            document.select(all).filter_map(|element| element.attr(name).map(str::to_owned)).collect()
        };
        named.iter().flat_map(written).collect()
    }

    /// What the site has to say, once.
    pub fn notices(&self) -> Vec<String> {
        self.texts("*:not(.error-summary) > .notice")
    }

    /// What stands beside fields and above forms.
    pub fn errors(&self) -> Vec<String> {
        self.texts(".field-error, .error-summary li, .error-summary .notice")
    }

    /// The heading.
    pub fn heading(&self) -> String {
        self.texts("h1").join(" ")
    }

    /// The language it is in.
    pub fn language(&self) -> Option<String> {
        let document = Html::parse_document(&self.body);
        document.root_element().attr("lang").map(str::to_owned)
    }

    /// The text of all that fits a selector.
    pub fn texts(&self, css: &str) -> Vec<String> {
        let document = Html::parse_document(&self.body);
        document.select(&selector(css)).map(text).collect()
    }

    /// A header.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }

    /// The cookies it sets, each with its attributes.
    pub fn cookies(&self) -> Vec<&str> {
        self.headers.get_all("set-cookie").iter().filter_map(|value| value.to_str().ok()).collect()
    }
}

impl Form {
    /// Whether a field is there to be filled in.
    pub fn has(&self, name: &str) -> bool {
        self.fields.iter().any(|(known, _)| known == name)
    }

    /// The fields as they are posted: `typed` into those that are there, the rest as they came.
    pub fn filled(&self, typed: &[(&str, &str)]) -> Vec<(String, String)> {
        let missing: Vec<_> = typed.iter().filter(|(name, _)| !self.has(name)).collect();
        assert!(missing.is_empty(), "the form to {} has no {missing:?}", self.action);
        let value = |name: &str| typed.iter().find(|(typed, _)| *typed == name).map(|(_, value)| *value);
        self.fields
            .iter()
            .map(|(name, came)| (name.clone(), value(name).unwrap_or(came).to_owned()))
            .filter(|(_, value)| !value.is_empty())
            .collect()
    }
}

/// A checkbox that is not ticked posts nothing, which is what an empty value stands for here.
fn form(element: ElementRef<'_>) -> Form {
    let inputs = selector("input[name]");
    let fields = element.select(&inputs).map(|input| {
        let is_off = input.attr("type") == Some("checkbox") && input.attr("checked").is_none();
        let value = if is_off { "" } else { input.attr("value").unwrap_or_default() };
        (input.attr("name").unwrap_or_default().to_owned(), value.to_owned())
    });
    Form { action: element.attr("action").unwrap_or_default().to_owned(), fields: fields.collect() }
}

fn text(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn selector(css: &str) -> Selector {
    Selector::parse(css).unwrap_or_else(|error| panic!("{css}: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(body: &str) -> Page {
        Page { status: 200, location: None, headers: HeaderMap::new(), body: body.to_owned() }
    }

    #[test]
    fn a_form_is_posted_as_it_came_but_for_what_was_typed() {
        let page = page(
            "<form action=\"/a\"><input name=csrf value=x><input name=email><input type=checkbox name=yes></form>",
        );

        let form = page.form("/a");

        let posted = form.filled(&[("email", "ada@example.com")]);
        let expected = [("csrf", "x"), ("email", "ada@example.com")];
        assert_eq!(posted, expected.map(|(name, value)| (name.to_owned(), value.to_owned())));
        assert!(form.has("yes") && !form.has("no"));
    }

    #[test]
    fn all_that_a_page_leads_to_is_a_link() {
        let page =
            page("<link href=/c.css><form action=/a></form><a href='/b?x=1#y'>b</a><a>c</a><img src=/d.png>");

        assert_eq!(page.links(), ["/c.css", "/b?x=1#y", "/a", "/d.png"]);
    }

    #[test]
    fn what_is_said_is_read_as_one_line() {
        let page = page("<html lang=nl><p class=notice><span>All\n is  well</span></p><h1>Hi</h1></html>");

        assert_eq!(page.notices(), ["All is well"]);
        assert_eq!((page.heading().as_str(), page.language().as_deref()), ("Hi", Some("nl")));
    }
}
