//! Pressing twice is answered like pressing once.
//!
//! A form of ours has a place for its browser and for what it is about, where the outcome of the form posted last is
//! kept for a short while. The second of two identical posts finds it there, waits for it where the first is still
//! under way, and gets the same answer: also on another node, and also when the first answer never arrived.
//!
//! An outcome is a redirect with its cookies, or for a few seconds what a form was refused with, encrypted under a
//! key that is made of the form and the app's secret: what is kept opens for nobody who has only the one or the
//! other. It is given to the browser that the form was made for, by the very cookie that the form is bound to. A
//! browser that has taken up the first answer already, and so has other cookies by now, is led on, and gets no cookie
//! but the notice.

use std::time::Duration;

use cookie::{Cookie, CookieJar, Key};
use http::{HeaderValue, StatusCode, header};
use serde::{Deserialize, Serialize};
use user_core::domain::Violations;
use user_core::ports::{Claim, PortError, PostedForm};
use user_core::seal::{Label, Seals};

use crate::csrf;
use crate::exchange::Exchange;
use crate::request::cookies::Name;
use crate::response::problem::Problem;
use crate::response::{Response, response};

/// How long somebody may take over a form before another does: longer than anything takes that the flows wait for.
const LEASE: Duration = Duration::from_secs(30);
/// How long an outcome is kept: longer than people wait before they press again, and browsers before they send again.
const KEPT: Duration = Duration::from_mins(2);
/// How long a refusal is kept: longer than a second press takes, and too short for the reason to have gone.
const REFUSED: Duration = Duration::from_secs(15);
/// How long the second waits before it asks again what the first has come to, and how many times it asks: a little
/// longer than the lease, so that it takes over from a first that died.
const PAUSE: Duration = Duration::from_millis(50);
pub(crate) const PAUSES: u32 = 700;
/// A redirect with its cookies is smaller.
const OUTCOME_MAX: usize = 8 * 1_024;
/// The name under which an outcome is encrypted.
const SEALED: &str = "outcome";

/// A form that was posted with a token of ours.
pub(crate) struct Form {
    posted: PostedForm,
    key: [u8; 64],
    /// Made for another session than the one that sends it, or for another visitor.
    is_stale: bool,
}

impl Form {
    /// `body`, about `family` and posted to `path`; `None` where the token in it is not ours. Another form of the same
    /// family takes the place of the one before: what is added, removed and added again is added.
    pub(crate) fn of(seals: &Seals, token: &str, (family, path): (&str, &str), body: &[u8]) -> Option<Self> {
        let bound = csrf::bound(seals, token)?;
        let whole = [path.as_bytes(), &[0], body].concat();
        let mut key = [0; 64];
        for (half, label) in key.chunks_mut(32).zip(["form key", "form key 2"]) {
            half.copy_from_slice(&seals.digest(Label::Custom(label), &whole));
        }
        let slot = seals.digest(Label::Custom("form slot"), &[bound.as_slice(), family.as_bytes()].concat());
        let work = seals.digest(Label::Custom("form work"), &whole);
        Some(Self { posted: PostedForm { slot, work }, key, is_stale: false })
    }

    /// The same, made for another session or visitor than sends it where `is_stale`.
    pub(crate) fn stale_if(self, is_stale: bool) -> Self {
        Self { is_stale, ..self }
    }

    fn seal(&self, outcome: &Outcome) -> Option<Vec<u8>> {
        let mut jar = CookieJar::new();
        let key = Key::try_from(self.key.as_slice()).ok()?;
        jar.private_mut(&key).add((SEALED, serde_json::to_string(outcome).ok()?));
        let sealed = jar.get(SEALED)?.value().as_bytes().to_vec();
        (sealed.len() <= OUTCOME_MAX).then_some(sealed)
    }

    fn open(&self, sealed: Vec<u8>) -> Option<Outcome> {
        let key = Key::try_from(self.key.as_slice()).ok()?;
        let cookie = Cookie::new(SEALED, String::from_utf8(sealed).ok()?);
        let opened = CookieJar::new().private(&key).decrypt(cookie)?;
        serde_json::from_str(opened.value()).ok()
    }
}

/// What came of a form.
#[derive(Serialize, Deserialize)]
enum Outcome {
    Done(Done),
    /// It was refused, with these violations: the same form is not judged twice, nor counted.
    Refused(String),
}

impl Outcome {
    /// Everything else is made anew for each who asks.
    fn of(exchange: &Exchange, response: &Response) -> Option<Self> {
        match response.status() {
            StatusCode::SEE_OTHER => Done::of(exchange, response).map(Self::Done),
            StatusCode::UNPROCESSABLE_ENTITY => exchange.refused_with()?.remember().map(Self::Refused),
            _ => None,
        }
    }

    const fn kept_for(&self) -> Duration {
        match self {
            Self::Done(_) => KEPT,
            Self::Refused(_) => REFUSED,
        }
    }
}

/// A redirect with its cookies.
#[derive(Serialize, Deserialize)]
struct Done {
    to: String,
    cookies: Vec<String>,
    session: Option<[u8; 16]>,
}

impl Done {
    fn of(exchange: &Exchange, response: &Response) -> Option<Self> {
        let text = |value: &HeaderValue| value.to_str().ok().map(str::to_owned);
        let to = response.headers().get(header::LOCATION).and_then(text)?;
        let cookies = response.headers().get_all(header::SET_COOKIE).iter().filter_map(text).collect();
        let session = exchange.begun().map(|session| *session.as_bytes());
        Some(Self { to, cookies, session })
    }

    /// Whether a browser has what the first answer put there and nobody else was given. Of an outcome that began a
    /// session only that session, alive, shows it: the mark of a device outlives signing out.
    async fn was_given_to(&self, exchange: &Exchange) -> Result<bool, PortError> {
        if let Some(begun) = self.session {
            let current = exchange.current().await?;
            return Ok(current.is_some_and(|current| *current.session.id.as_bytes() == begun));
        }
        let has = |text: &String| {
            let Ok(cookie) = Cookie::parse(text.as_str()) else { return false };
            let name = exchange.web().jar().name(cookie.name()).filter(|name| is_secret(*name));
            let held = name.and_then(|name| exchange.cookie(name));
            held.is_some_and(|held| !held.is_empty() && held == cookie.value())
        };
        Ok(self.cookies.iter().any(has))
    }

    /// Whether the session that it began is alive. What began none stands.
    async fn stands(&self, exchange: &Exchange) -> Result<bool, PortError> {
        if self.session.is_none() {
            return Ok(true);
        }
        let name = exchange.web().jar().full_name(Name::Session);
        let cookie = self.cookies.iter().filter_map(|text| Cookie::parse(text.as_str()).ok());
        let Some(cookie) = cookie.into_iter().find(|cookie| cookie.name() == name) else { return Ok(false) };
        exchange.users().is_alive(cookie.value()).await
    }

    /// Without the cookies that the browser has taken up already.
    fn taken_up(mut self, exchange: &Exchange) -> Self {
        let is_notice = |text: &String| {
            let name = text.split('=').next().and_then(|name| exchange.web().jar().name(name));
            name == Some(Name::Notices)
        };
        self.cookies.retain(is_notice);
        self
    }

    fn answer(self) -> Response {
        let headers = [(header::LOCATION, self.to.as_str()), (header::CACHE_CONTROL, "no-store")];
        let mut response = response(StatusCode::SEE_OTHER, headers, "");
        for cookie in self.cookies.iter().filter_map(|cookie| cookie.parse().ok()) {
            response.headers_mut().append(header::SET_COOKIE, cookie);
        }
        response
    }
}

/// Whether a cookie is known to one browser alone.
fn is_secret(name: Name) -> bool {
    matches!(name, Name::Device | Name::Registered | Name::Link(..))
}

/// What is to be done with a request.
pub(crate) enum Turn {
    /// It is answered by itself.
    Own,
    /// It is the first with its form: its outcome is kept for the second.
    First,
    /// It is the second, and the first is under way.
    UnderWay,
    /// It is the second: this is what came of the first.
    Again(Response),
    /// It is the second, and the first was refused with these violations.
    Refused(Violations),
}

/// Whether somebody else does, or did, what a request asks for.
pub(crate) async fn turn(exchange: &Exchange) -> Result<Turn, Problem> {
    let Some(form) = exchange.form() else { return Ok(Turn::Own) };
    if form.is_stale {
        return Ok(taken_up(exchange, form).await?.map_or(Turn::Own, Turn::Again));
    }
    let now = exchange.users().now();
    Ok(match exchange.users().outcomes().claim(&form.posted, now, now + LEASE).await? {
        Claim::First => Turn::First,
        Claim::UnderWay => Turn::UnderWay,
        Claim::Done(sealed) => match form.open(sealed) {
            Some(Outcome::Done(done)) if done.stands(exchange).await? => Turn::Again(done.answer()),
            Some(Outcome::Refused(text)) => Violations::remembered(&text).map_or(Turn::Own, Turn::Refused),
            _ => Turn::Own,
        },
    })
}

/// Lets the first get on with it.
pub(crate) async fn pause() {
    tokio::time::sleep(PAUSE).await;
}

/// The way on for a browser that has taken up the first answer, and so is not any more who the form was made for.
async fn taken_up(exchange: &Exchange, form: &Form) -> Result<Option<Response>, PortError> {
    if !exchange.has_cookies() {
        return Ok(None);
    }
    let found = exchange.users().outcomes().find(&form.posted, exchange.users().now()).await?;
    let Some(Outcome::Done(done)) = found.and_then(|sealed| form.open(sealed)) else { return Ok(None) };
    let is_given = done.was_given_to(exchange).await?;
    Ok(is_given.then(|| done.taken_up(exchange).answer()))
}

/// Keeps what came of the first; what is neither done nor refused is done again by the next.
pub(crate) async fn settle(exchange: &Exchange, response: &Response) {
    let Some(form) = exchange.form() else { return };
    let outcomes = exchange.users().outcomes();
    let outcome = Outcome::of(exchange, response);
    let sealed = outcome.and_then(|outcome| Some((form.seal(&outcome)?, outcome.kept_for())));
    let settled = match sealed {
        Some((sealed, time)) => outcomes.keep(&form.posted, sealed, exchange.users().now() + time).await,
        None => outcomes.release(&form.posted).await,
    };
    if let Err(error) = settled {
        tracing::warn!(error = &error as &dyn std::error::Error, "the outcome of a form was not kept");
    }
}
