//! A browser as far as a server notices: one connection, cookies, and forms that are filled in.

use std::collections::BTreeMap;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use scraper::{ElementRef, Html, Selector};
use url::form_urlencoded::Serializer;

use crate::process::{Process, get, post};
use crate::report::now;
use crate::wire::{Wire, header, headers};

/// Redirects that are followed at most.
const FOLLOWED: usize = 5;

pub(crate) struct Browser {
    wire: Wire,
    cookies: BTreeMap<String, String>,
    /// How long it has waited for answers.
    pub(crate) waited: Duration,
}

/// A page as it came.
pub(crate) struct Page {
    pub(crate) status: u16,
    pub(crate) path: String,
    pub(crate) html: String,
    to: Option<String>,
}

impl Browser {
    pub(crate) fn new(server: &Process) -> Result<Self> {
        let (wire, cookies) = (Wire::open(server.address())?, BTreeMap::new());
        Ok(Self { wire, cookies, waited: Duration::ZERO })
    }

    /// The cookies, as they are sent.
    pub(crate) fn cookies(&self) -> String {
        let pairs = self.cookies.iter().map(|(name, value)| format!("{name}={value}"));
        pairs.collect::<Vec<_>>().join("; ")
    }

    /// Forgets all cookies.
    pub(crate) fn forget(&mut self) {
        self.cookies.clear();
    }

    /// The cookie that marks a device on which somebody has signed in.
    pub(crate) fn mark(&self) -> Option<(String, String)> {
        let mark = self.cookies.iter().find(|(name, _)| name.contains("device"));
        mark.map(|(name, value)| (name.clone(), value.clone()))
    }

    /// The session has ended; the device is known.
    pub(crate) fn comes_back_later(&mut self) {
        let mark = self.mark();
        self.forget();
        self.carry(mark);
    }

    /// Puts a cookie into the browser.
    pub(crate) fn carry(&mut self, cookie: Option<(String, String)>) {
        self.cookies.extend(cookie);
    }

    /// Opens a page, wherever it leads.
    pub(crate) fn open(&mut self, path: &str) -> Result<Page> {
        let mut page = self.send(path, &get(path, &self.cookies()))?;
        for _ in 0..FOLLOWED {
            let Some(to) = page.to.clone() else { break };
            page = self.send(&to, &get(&to, &self.cookies()))?;
        }
        ensure!(page.status == 200, "{path} led to {} with {}", page.path, page.status);
        Ok(page)
    }

    /// The request that the form on this page makes when it is filled in so and sent.
    pub(crate) fn filled(&self, page: &Page, typed: &[(&str, &str)]) -> Result<(String, String)> {
        let (action, hidden) = form(&page.html, &page.path).context("a page without a form")?;
        let mut body = Serializer::new(String::new());
        body.extend_pairs(hidden).extend_pairs(typed);
        let request = post(&action, &self.cookies(), &body.finish());
        Ok((action, request))
    }

    /// Fills the form in, sends it, and goes where that leads.
    pub(crate) fn submit(&mut self, page: &Page, typed: &[(&str, &str)]) -> Result<Page> {
        let (action, request) = self.filled(page, typed)?;
        let answer = self.send(&action, &request)?;
        match &answer.to {
            Some(to) => self.open(to),
            None => anyhow::bail!("{action} answered {}: {}", answer.status, answer.html),
        }
    }

    fn send(&mut self, path: &str, request: &str) -> Result<Page> {
        let begun = now();
        let answer = self.wire.ask(request.as_bytes())?;
        self.waited += begun.elapsed();
        let set =
            headers(answer.head, "set-cookie").filter_map(|cookie| cookie.split(';').next()?.split_once('='));
        for (name, value) in set {
            if value.is_empty() {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        let to = header(answer.head, "location").map(|to| local(to).to_owned());
        let html = String::from_utf8_lossy(answer.body).into_owned();
        Ok(Page { status: answer.status, path: path.to_owned(), html, to })
    }
}

/// A link of this site without the site.
pub(crate) fn local(link: &str) -> &str {
    let after_scheme = link.split_once("://").map_or(link, |(_, rest)| rest);
    after_scheme.find('/').and_then(|slash| after_scheme.get(slash..)).unwrap_or("/")
}

/// Where the form in the middle of a page leads, and what is hidden in it.
fn form(html: &str, path: &str) -> Option<(String, Vec<(String, String)>)> {
    let document = Html::parse_document(html);
    let (forms, inputs) = (Selector::parse("main form").ok()?, Selector::parse("input[type=hidden]").ok()?);
    let form = document.select(&forms).next()?;
    let field = |input: ElementRef<'_>| {
        Some((input.attr("name")?.to_owned(), input.attr("value").unwrap_or_default().to_owned()))
    };
    let action = form.attr("action").filter(|action| !action.is_empty()).unwrap_or(path);
    Some((action.to_owned(), form.select(&inputs).filter_map(field).collect()))
}
