//! The second step of signing in.

use http::StatusCode;
use user_core::domain::{Factor, Notice, Violations};
use user_core::flows::{PendingSignIn, SecondStepError, SecondStepForm};
use user_core::views::{FormView, SecondStepPage};

use super::mount::{Answer, Handler, Methods, Mount};
use super::sign_in::{KEPT, go_on};
use super::{Query, refuse, refused_status, stale};
use crate::exchange::{Exchange, Posted, leading_to};
use crate::response::Response;
use crate::response::problem::Problem;

/// The value of `with` in a query for the page that takes a recovery code.
const RECOVERY_CODE: &str = "recovery_code";

/// Leads to the page of the second step. What was posted before the first proof goes along on the page itself.
pub(super) async fn ask(
    exchange: &Exchange,
    pending: &PendingSignIn,
    next: &str,
    kept: &str,
) -> Result<Response, Problem> {
    exchange.keep_pending(pending);
    if kept.is_empty() {
        let next = exchange.next(next);
        return Ok(exchange.redirect(&exchange.second_step_page(pending, next.as_deref()), None));
    }
    let step = Step { sealed: &pending.step, next, kept, takes_recovery_code: false };
    let form = step.form(exchange).refused(&Violations::none());
    page(exchange, StatusCode::OK, &step, &pending.asked, form).await
}

/// Which step a page is for, and what goes along with it.
struct Step<'a> {
    sealed: &'a str,
    next: &'a str,
    kept: &'a str,
    takes_recovery_code: bool,
}

impl Step<'_> {
    fn form(&self, exchange: &Exchange) -> FormView {
        let form = exchange.users().forms().second_step(self.sealed, self.takes_recovery_code);
        let form = form.hiding(KEPT, Some(self.kept.to_owned()).filter(|kept| !kept.is_empty()));
        form.leading_to(exchange.next(self.next).as_deref())
    }

    /// The page for the other kind of code. What was posted before does not go along in a URL.
    fn other(&self, exchange: &Exchange, asked: &[Factor]) -> Option<String> {
        if asked.len() < 2 {
            return None;
        }
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        query.append_pair("step", self.sealed);
        if !self.takes_recovery_code {
            query.append_pair("with", RECOVERY_CODE);
        }
        if let Some(next) = exchange.next(self.next) {
            query.append_pair("next", &next);
        }
        Some(format!("{}?{}", exchange.path(|paths| &paths.second_step), query.finish()))
    }
}

async fn show(exchange: Exchange, query: Query) -> Answer {
    let visitor = exchange.visitor().await?;
    let Some(under_way) = exchange.users().second_step_of(&query.step, &visitor).await? else {
        return Ok(begin_again(&exchange, &query.next));
    };
    let takes_recovery_code = query.with == RECOVERY_CODE && under_way.asked.contains(&Factor::RECOVERY_CODE);
    let step = Step { sealed: &query.step, next: &query.next, kept: "", takes_recovery_code };
    let form = step.form(&exchange).refused(&Violations::none());
    Ok(page(&exchange, StatusCode::OK, &step, &under_way.asked, form).await?)
}

async fn submit(exchange: Exchange, posted: Posted) -> Answer {
    let text = |name| posted.fields.text(name);
    let (step, next, kept) = (text("step"), text("next"), text(KEPT));
    let visitor = exchange.visitor().await?;
    let Some(under_way) = exchange.users().second_step_of(step, &visitor).await? else {
        return Ok(begin_again(&exchange, next));
    };
    let takes_recovery_code = !text("recovery_code").is_empty();
    let shown = Step { sealed: step, next, kept, takes_recovery_code };
    let again = async |violations: Violations| {
        let status = refused_status(&exchange, &violations)?;
        page(&exchange, status, &shown, &under_way.asked, shown.form(&exchange).refused(&violations)).await
    };
    if posted.is_stale {
        return Ok(again(stale(&exchange)).await?);
    }
    let form = SecondStepForm {
        step: step.to_owned(),
        totp_code: text("totp_code").to_owned(),
        recovery_code: text("recovery_code").to_owned(),
        trust_device: posted.fields.ticked("trust_device"),
    };
    match exchange.users().second_step(&form, &visitor).await {
        Ok(passed) => {
            if let Some(trusted) = &passed.trusted {
                exchange.keep_trusted(trusted);
            }
            let notice = match passed.codes_left {
                Some(left) => Notice::RECOVERY_CODE_USED.with("left", left),
                None => Notice::SIGNED_IN,
            };
            Ok(go_on(&exchange, &passed.signed_in, (next, kept), &notice).await?)
        }
        Err(SecondStepError::Gone) => Ok(begin_again(&exchange, next)),
        Err(error) => refuse(error, again).await,
    }
}

async fn page(
    exchange: &Exchange,
    status: StatusCode,
    step: &Step<'_>,
    asked: &[Factor],
    form: FormView,
) -> Result<Response, Problem> {
    let (takes_recovery_code, other) = (step.takes_recovery_code, step.other(exchange, asked));
    let view = |site| SecondStepPage { site, form, takes_recovery_code, other };
    exchange.page("second-step", status, view).await
}

/// The step is not there, or no longer, or not in this browser.
fn begin_again(exchange: &Exchange, next: &str) -> Response {
    let sign_in = exchange.path(|paths| &paths.sign_in);
    let to = leading_to(&sign_in, exchange.next(next).as_deref());
    exchange.redirect(&to, Some(&Notice::SECOND_STEP_GONE))
}

pub(super) const PAGE: Mount =
    Mount::at(Methods::form(|asked| show.handle(asked), |asked| submit.handle(asked)))
        .about("session")
        .secret();
