//! A form of a page, filled in as somebody would.

use bytes::Bytes;
use http::Method;
use scraper::{ElementRef, Html};
use url::Url;

use super::page::{selector, text};

/// Stands between the parts of a form with a file. No test needs to post this text.
const BOUNDARY: &str = "----the-boundary-of-a-test-browser";

/// A form of a page, as it came and with what was filled in since. It can be sent more than once, and long after its
/// page was opened.
#[derive(Clone, Debug)]
pub struct Form {
    action: Url,
    method: Method,
    is_multipart: bool,
    controls: Vec<Control>,
    buttons: Vec<Button>,
    pressed: usize,
}

/// What can be filled in, or is posted along unseen.
#[derive(Clone, Debug)]
struct Control {
    name: String,
    kind: String,
    value: String,
    /// For a checkbox or a radio button: whether it is ticked.
    is_on: bool,
    readonly: bool,
    disabled: bool,
    /// For a list: what can be chosen.
    options: Vec<String>,
    errors: Vec<String>,
    file: Option<(String, Bytes)>,
}

#[derive(Clone, Debug)]
struct Button {
    name: Option<String>,
    value: String,
    text: String,
}

/// What a request carries of a form.
pub(super) struct Posted {
    pub(super) kind: Option<String>,
    pub(super) body: Bytes,
}

impl Posted {
    pub(super) const fn none() -> Self {
        Self { kind: None, body: Bytes::new() }
    }
}

impl Form {
    pub(super) fn read(document: &Html, form: ElementRef<'_>, page: &Url) -> Self {
        let action = form.attr("action").filter(|action| !action.is_empty());
        let action = action.map_or_else(|| page.clone(), |to| page.join(to).expect("a form posts to a URL"));
        let posts = form.attr("method").is_some_and(|method| method.eq_ignore_ascii_case("post"));
        let controls = selector("input[name], textarea[name], select[name]");
        let buttons = selector("button:not([type=button]), input[type=submit]");
        Self {
            action,
            method: if posts { Method::POST } else { Method::GET },
            is_multipart: form.attr("enctype") == Some("multipart/form-data"),
            controls: form.select(&controls).filter_map(|control| Control::read(document, control)).collect(),
            buttons: form.select(&buttons).map(Button::read).collect(),
            pressed: 0,
        }
    }

    /// Returns the path that the form is sent to.
    pub fn action(&self) -> &str {
        self.action.path()
    }

    /// Returns the names of the fields that can be filled in, in order.
    pub fn fields(&self) -> Vec<&str> {
        let open = self.controls.iter().filter(|control| control.is_open());
        let mut names: Vec<_> = open.map(|control| control.name.as_str()).collect();
        names.dedup();
        names
    }

    /// Returns what stands in a field: for a checkbox its value if it is ticked, else nothing.
    pub fn value(&self, name: &str) -> &str {
        let all: Vec<_> = self.controls.iter().filter(|control| control.name == name).collect();
        assert!(!all.is_empty(), "{}", self.lacks(name));
        all.iter().find(|control| control.is_sent()).map_or("", |control| &control.value)
    }

    /// Returns what is wrong with a field, as the page says beside it: the text of the elements that `aria-describedby`
    /// or `aria-errormessage` of the field name, of which the former count where their id ends in `-error`.
    pub fn errors(&self, name: &str) -> Vec<&str> {
        let all: Vec<_> = self.controls.iter().filter(|control| control.name == name).collect();
        assert!(!all.is_empty(), "{}", self.lacks(name));
        all.iter().flat_map(|control| &control.errors).map(String::as_str).collect()
    }

    /// Types `value` into a field, or chooses it from a list or a row of radio buttons.
    #[must_use]
    pub fn fill(mut self, name: &str, value: &str) -> Self {
        let lacks = self.lacks(name);
        let found: Vec<_> =
            self.controls.iter_mut().filter(|control| control.name == name && control.is_open()).collect();
        assert!(!found.is_empty(), "{lacks}");
        let is_radio = found.iter().any(|control| control.kind == "radio");
        let mut is_chosen = !is_radio;
        for control in found {
            match control.kind.as_str() {
                "radio" => control.is_on = control.value == value,
                "checkbox" | "file" => {
                    panic!("the field {name} is a {}: use `tick` or `attach`", control.kind)
                }
                _ => control.type_in(value),
            }
            is_chosen |= control.is_on;
        }
        assert!(is_chosen, "none of the radio buttons {name} has the value {value:?}");
        self
    }

    /// Ticks a checkbox.
    #[must_use]
    pub fn tick(self, name: &str) -> Self {
        self.switched(name, true)
    }

    /// Takes the tick out of a checkbox.
    #[must_use]
    pub fn untick(self, name: &str) -> Self {
        self.switched(name, false)
    }

    /// Chooses a file for a field of the kind `file`.
    #[must_use]
    pub fn attach(mut self, name: &str, file_name: &str, bytes: impl Into<Bytes>) -> Self {
        let lacks = self.lacks(name);
        let found = self.controls.iter_mut().find(|control| control.name == name && control.kind == "file");
        found.expect(&lacks).file = Some((file_name.to_owned(), bytes.into()));
        self
    }

    /// Presses the button with this text, or of this name, in place of the first one.
    #[must_use]
    pub fn pressing(mut self, button: &str) -> Self {
        let is_it = |known: &Button| known.text == button || known.name.as_deref() == Some(button);
        let found = self.buttons.iter().position(is_it);
        let texts: Vec<_> = self.buttons.iter().map(|known| known.text.as_str()).collect();
        self.pressed = found.unwrap_or_else(|| panic!("no button {button:?}; there are {texts:?}"));
        self
    }

    /// Posts `value` under `name`, whether there is such a field or not: as somebody who forges a request.
    #[must_use]
    pub fn forging(mut self, name: &str, value: &str) -> Self {
        self.controls.retain(|control| control.name != name);
        self.controls.push(Control::hidden(name, value));
        self
    }

    fn switched(mut self, name: &str, is_on: bool) -> Self {
        let lacks = self.lacks(name);
        let found =
            self.controls.iter_mut().find(|control| control.name == name && control.kind == "checkbox");
        found.expect(&lacks).is_on = is_on;
        self
    }

    fn lacks(&self, name: &str) -> String {
        format!("the form to {} has no such field {name}; it has {:?}", self.action(), self.fields())
    }

    /// The request that sends the form.
    pub(super) fn sent(&self) -> (Method, Url, Posted) {
        let pressed = self.buttons.get(self.pressed);
        let pressed = pressed.and_then(|button| Some((button.name.clone()?, button.value.clone())));
        let typed = self.controls.iter().filter(|control| control.is_sent());
        let pairs: Vec<_> =
            typed.map(|control| (control.name.clone(), control.value.clone())).chain(pressed).collect();
        let encoded = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(&pairs).finish();
        let mut url = self.action.clone();
        if self.method == Method::GET {
            url.set_query(Some(&encoded));
            return (Method::GET, url, Posted::none());
        }
        let posted = if self.is_multipart {
            let kind = format!("multipart/form-data; boundary={BOUNDARY}");
            Posted { kind: Some(kind), body: self.parts(&pairs).into() }
        } else {
            Posted { kind: Some("application/x-www-form-urlencoded".to_owned()), body: encoded.into() }
        };
        (Method::POST, url, posted)
    }

    /// The form with its files (RFC 7578). A field for which none was chosen posts an empty one (HTML Standard).
    fn parts(&self, pairs: &[(String, String)]) -> Vec<u8> {
        let mut body = Vec::new();
        for (name, value) in pairs {
            let part =
                format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
            body.extend(part.bytes());
        }
        for control in self.controls.iter().filter(|control| control.kind == "file") {
            let (file_name, bytes) = control.file.clone().unwrap_or_default();
            let head = format!("form-data; name=\"{}\"; filename=\"{file_name}\"", control.name);
            let kind = "Content-Type: application/octet-stream";
            body.extend(format!("--{BOUNDARY}\r\nContent-Disposition: {head}\r\n{kind}\r\n\r\n").bytes());
            body.extend(&bytes);
            body.extend(b"\r\n");
        }
        body.extend(format!("--{BOUNDARY}--\r\n").bytes());
        body
    }
}

impl Control {
    fn read(document: &Html, element: ElementRef<'_>) -> Option<Self> {
        let kind = match element.value().name() {
            "input" => element.attr("type").unwrap_or("text").to_lowercase(),
            other => other.to_owned(),
        };
        if matches!(kind.as_str(), "submit" | "button" | "reset" | "image") {
            return None;
        }
        let options = selector("option");
        let options = element.select(&options);
        let options: Vec<_> =
            options.map(|option| (value_of(option), option.attr("selected").is_some())).collect();
        let usual = if matches!(kind.as_str(), "checkbox" | "radio") { "on" } else { "" };
        let selected = options.iter().find(|(_, is_selected)| *is_selected).or(options.first());
        let value = match (kind.as_str(), selected) {
            ("select", Some((value, _))) => value.clone(),
            ("textarea", _) => element.text().collect::<String>().trim_start_matches('\n').to_owned(),
            _ => element.attr("value").unwrap_or(usual).to_owned(),
        };
        Some(Self {
            name: element.attr("name")?.to_owned(),
            value,
            is_on: element.attr("checked").is_some(),
            readonly: element.attr("readonly").is_some(),
            disabled: element.attr("disabled").is_some(),
            options: options.into_iter().map(|(value, _)| value).collect(),
            errors: errors_of(document, element),
            file: None,
            kind,
        })
    }

    fn hidden(name: &str, value: &str) -> Self {
        Self {
            name: name.to_owned(),
            kind: "hidden".to_owned(),
            value: value.to_owned(),
            is_on: false,
            readonly: false,
            disabled: false,
            options: Vec::new(),
            errors: Vec::new(),
            file: None,
        }
    }

    /// Whether somebody can fill it in.
    fn is_open(&self) -> bool {
        self.kind != "hidden" && !self.readonly && !self.disabled
    }

    /// Whether it is posted as a text (HTML Standard, constructing the entry list).
    fn is_sent(&self) -> bool {
        let is_off = matches!(self.kind.as_str(), "checkbox" | "radio") && !self.is_on;
        self.kind != "file" && !self.disabled && !is_off
    }

    fn type_in(&mut self, value: &str) {
        let (name, options) = (&self.name, &self.options);
        let can_be = self.kind != "select" || options.iter().any(|option| option == value);
        assert!(can_be, "{name} offers no {value:?}, but {options:?}");
        value.clone_into(&mut self.value);
    }
}

impl Button {
    fn read(element: ElementRef<'_>) -> Self {
        let value = element.attr("value").unwrap_or_default().to_owned();
        let is_input = element.value().name() == "input";
        let text = if is_input { value.clone() } else { text(element) };
        Self { name: element.attr("name").map(str::to_owned), value, text }
    }
}

fn value_of(option: ElementRef<'_>) -> String {
    option.attr("value").map_or_else(|| text(option), str::to_owned)
}

/// What the page says beside a field that is wrong.
fn errors_of(document: &Html, field: ElementRef<'_>) -> Vec<String> {
    let described = field.attr("aria-describedby").unwrap_or_default().split_whitespace();
    let ids = described.filter(|id| id.ends_with("-error")).chain(field.attr("aria-errormessage"));
    let all = selector("[id]");
    ids.flat_map(|id| document.select(&all).filter(move |element| element.attr("id") == Some(id)))
        .flat_map(|told| {
            let lines: Vec<_> = told.select(&selector("p, li")).map(text).collect();
            if lines.is_empty() { vec![text(told)] } else { lines }
        })
        .collect()
}
