//! Whether a stranger can tell by the time of an answer who has an account.
//!
//! `cargo run --release -p user-benches -- timing` asks the demo that was built beside this program;
//! `… timing --url http://127.0.0.1:8000 --email ada@example.com --username ada` asks a running site about an account
//! that it has. Known and fresh names are asked for in turns, in an order that is drawn anew for each pair.
//!
//! The figure is the area under the ROC curve (AUC): the chance that an answer about a known name takes longer than one
//! about a fresh name. 0.5 is a coin; the goal is 0.55 or less, whichever of the two is slower. The request that follows
//! at once is timed as well: what the site does about a form after its answer must not show in the next one.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use reqwest::{Client, redirect::Policy};
use scraper::{ElementRef, Html, Selector};

use crate::program::Demo;
use crate::report::{line, now, title};

/// The largest AUC that counts as a coin.
const GOAL: f64 = 0.55;
/// Pairs of answers that cost no password hash. The standard error of the AUC is then 0.013.
const CHEAP: usize = 1_000;
/// Pairs of answers that cost one. The standard error is then 0.024.
const HASHED: usize = 300;
const PASSWORD: &str = "seven purple otters juggle";

/// An account that the site has, and where the site is.
struct Site {
    url: String,
    email: String,
    username: String,
    /// An address that is registered and not confirmed. A site of somebody else's is not asked for one.
    pending: Option<String>,
}

/// What is typed into a form, for each of the two.
type Typed = Vec<(&'static str, String)>;

/// What is asked for: one form of one page.
#[derive(Clone, Copy)]
enum Question {
    SignInByName,
    SignInByAddress,
    Register,
    ForgotPassword,
    ResendToConfirmed,
    ResendToPending,
}

impl Question {
    const ALL: [Self; 6] = [
        Self::SignInByName,
        Self::SignInByAddress,
        Self::Register,
        Self::ForgotPassword,
        Self::ResendToConfirmed,
        Self::ResendToPending,
    ];

    const fn name(self) -> &'static str {
        match self {
            Self::SignInByName => "sign in by name, wrong password",
            Self::SignInByAddress => "sign in by address, wrong password",
            Self::Register => "register with an address",
            Self::ForgotPassword => "forgot password",
            Self::ResendToConfirmed => "send the link again to a confirmed address",
            Self::ResendToPending => "send the link again to an unconfirmed address",
        }
    }

    const fn path(self) -> &'static str {
        match self {
            Self::SignInByName | Self::SignInByAddress => "/user/sign-in",
            Self::Register => "/user/register",
            Self::ForgotPassword => "/user/forgot-password",
            Self::ResendToConfirmed | Self::ResendToPending => "/user/resend-confirm-email",
        }
    }

    const fn pairs(self) -> usize {
        match self {
            Self::SignInByName | Self::SignInByAddress | Self::Register => HASHED,
            Self::ForgotPassword | Self::ResendToConfirmed | Self::ResendToPending => CHEAP,
        }
    }

    /// What is typed about the account of the site, or about a name that nobody has. Where nothing comes of it, it is
    /// always the same name, as it is always the same account: what a limit has counted before is found again for either.
    fn typed(self, site: &Site, known: bool, round: usize) -> Typed {
        let round = if matches!(self, Self::Register) { round } else { 0 };
        let fresh = format!("{}{round}x{}", self.letter(), std::process::id());
        let email = |of: &str| if known { of.to_owned() } else { format!("{fresh}@example.com") };
        let guess =
            |identifier: String| vec![("username", identifier), ("password", "not the password".to_owned())];
        match self {
            Self::SignInByName if known => guess(site.username.clone()),
            Self::SignInByName => guess(fresh),
            Self::SignInByAddress => guess(email(&site.email)),
            Self::Register => {
                let username = format!("{}{fresh}", if known { "k" } else { "f" });
                registration(&username, &email(&site.email))
            }
            Self::ForgotPassword | Self::ResendToConfirmed => vec![("email", email(&site.email))],
            Self::ResendToPending => vec![("email", email(site.pending.as_deref().unwrap_or_default()))],
        }
    }

    const fn letter(self) -> char {
        match self {
            Self::SignInByName => 'a',
            Self::SignInByAddress => 'b',
            Self::Register => 'c',
            Self::ForgotPassword => 'd',
            Self::ResendToConfirmed => 'e',
            Self::ResendToPending => 'g',
        }
    }
}

/// Asks the demo, or the site that the arguments name.
pub(crate) async fn known_and_fresh(arguments: &[String]) -> Result<()> {
    title("Known and fresh names, told apart by the time of the answer (goal: AUC of 0.55 or less)");
    if let Some(url) = option(arguments, "--url") {
        let email = option(arguments, "--email").context("--url needs --email, of an account that it has")?;
        let username = option(arguments, "--username").unwrap_or_else(|| email.clone());
        return ask(&Site { url, email, username, pending: None }).await;
    }
    let folder = tempfile::tempdir()?;
    let demo = Demo::start(&crate::program::demo()?, &folder)?.0;
    crate::program::register(&crate::program::demo()?, &folder)?;
    let mut site = Site {
        url: format!("http://127.0.0.1:{}", demo.port()),
        email: "crowd@example.com".to_owned(),
        username: "crowd".to_owned(),
        pending: None,
    };
    let pending = "waiting@example.com".to_owned();
    send(&site, "/user/register", &registration("waiting", &pending)).await?;
    site.pending = Some(pending);
    ask(&site).await
}

fn option(arguments: &[String], name: &str) -> Option<String> {
    let at = arguments.iter().position(|argument| argument == name)?;
    arguments.get(at + 1).cloned()
}

async fn ask(site: &Site) -> Result<()> {
    let asked = Question::ALL.into_iter();
    let asked =
        asked.filter(|question| !matches!(question, Question::ResendToPending) || site.pending.is_some());
    let mut told = Vec::new();
    for question in asked {
        let [answer, next] = compare(site, question).await?;
        let coin = [answer, next].iter().all(|auc| auc.max(1.0 - auc) <= GOAL);
        let verdict = if coin { "a coin" } else { "TOLD APART" };
        line(question.name(), &format!("AUC {answer:.3}, the next answer {next:.3}  {verdict}"));
        told.extend((!coin).then_some(question.name()));
    }
    ensure!(told.is_empty(), "told apart by time: {}", told.join(", "));
    Ok(())
}

fn registration(username: &str, email: &str) -> Typed {
    vec![
        ("username", username.to_owned()),
        ("email", email.to_owned()),
        ("password", PASSWORD.to_owned()),
        ("retype_password", PASSWORD.to_owned()),
    ]
}

/// The AUC of one question: of its answer, and of the answer after it.
async fn compare(site: &Site, question: Question) -> Result<[f64; 2]> {
    let (mut known, mut fresh) = ([Vec::new(), Vec::new()], [Vec::new(), Vec::new()]);
    for round in 0..question.pairs() {
        let known_first = drawn(round);
        for turn in [known_first, !known_first] {
            let took = send(site, question.path(), &question.typed(site, turn, round)).await?;
            let kind = if turn { &mut known } else { &mut fresh };
            kind.iter_mut().zip(took).for_each(|(all, one)| all.push(one));
        }
    }
    let [[answers, nexts], [fresh_answers, fresh_nexts]] = [known, fresh];
    Ok([auc(&answers, &fresh_answers), auc(&nexts, &fresh_nexts)])
}

/// A coin for each round, the same in every run (the finaliser of splitmix64).
fn drawn(round: usize) -> bool {
    let mixed = (round as u64 ^ 0x9e37_79b9_7f4a_7c15).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    (mixed ^ (mixed >> 31)).count_ones().is_multiple_of(2)
}

/// The chance that one of `known` is larger than one of `fresh` (the Mann-Whitney U, divided by the pairs).
fn auc(known: &[Duration], fresh: &[Duration]) -> f64 {
    let pairs = known.iter().flat_map(|one| fresh.iter().map(move |other| (one, other)));
    let (mut larger, mut all) = (0.0, 0.0);
    for (one, other) in pairs {
        all += 1.0;
        larger += match one.cmp(other) {
            std::cmp::Ordering::Greater => 1.0,
            std::cmp::Ordering::Equal => 0.5,
            std::cmp::Ordering::Less => 0.0,
        };
    }
    larger / all
}

/// A new browser opens a page, fills in its form and sends it, and opens the page again at once. Timed are the sending
/// and the page after it.
async fn send(site: &Site, path: &str, typed: &[(&str, String)]) -> Result<[Duration; 2]> {
    let browser = Client::builder().cookie_store(true).redirect(Policy::none()).build()?;
    let url = format!("{}{path}", site.url.trim_end_matches('/'));
    let page = browser.get(&url).send().await?.error_for_status()?.text().await?;
    let form: Vec<(String, String)> = hidden(&page, path)
        .into_iter()
        .chain(typed.iter().map(|(name, value)| ((*name).to_owned(), value.clone())))
        .collect();
    let begun = now();
    let answer = browser.post(&url).form(&form).send().await?;
    let (status, _) = (answer.status(), answer.bytes().await?);
    let took = begun.elapsed();
    ensure!(
        status.is_redirection() || status.as_u16() == 422,
        "{path} answered {status}: raise the site's `throttles` for this measurement"
    );
    let begun = now();
    browser.get(&url).send().await?.bytes().await?;
    Ok([took, begun.elapsed()])
}

/// The hidden fields of the form that posts to a path with this ending.
fn hidden(page: &str, path: &str) -> Vec<(String, String)> {
    let document = Html::parse_document(page);
    let (Ok(forms), Ok(inputs)) = (Selector::parse("form"), Selector::parse("input[type=hidden]")) else {
        return Vec::new();
    };
    let ours = |form: &ElementRef<'_>| form.attr("action").is_some_and(|to| to.ends_with(path));
    let field = |input: ElementRef<'_>| {
        Some((input.attr("name")?.to_owned(), input.attr("value").unwrap_or_default().to_owned()))
    };
    let form = document.select(&forms).find(ours);
    form.map(|form| form.select(&inputs).filter_map(field).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn micros(all: &[u64]) -> Vec<Duration> {
        all.iter().copied().map(Duration::from_micros).collect()
    }

    #[test]
    fn what_is_always_slower_has_an_auc_of_one_and_equals_have_a_half() {
        assert!((auc(&micros(&[3, 4]), &micros(&[1, 2])) - 1.0).abs() < f64::EPSILON);
        assert!((auc(&micros(&[1, 2]), &micros(&[3, 4]))).abs() < f64::EPSILON);
        assert!((auc(&micros(&[1, 2]), &micros(&[1, 2])) - 0.5).abs() < f64::EPSILON);
    }

    #[test]
    fn the_order_of_a_pair_is_a_fair_coin() {
        let heads = (0..1_000).filter(|round| drawn(*round)).count();

        assert!((400..600).contains(&heads), "{heads}");
    }
}
