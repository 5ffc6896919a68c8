//! Signing in.

use http::{HeaderValue, StatusCode, header};
use user_core::domain::{Field, Notice, Violations};
use user_core::flows::{Admission, Current, SignInForm, SignedIn};
use user_core::views::{FormPage, FormView, Typed};

use super::keep_account::past_the_offer;
use super::mount::{Answer, Handler, Methods, Mount};
use super::resume::resume;
use super::second_step;
use super::sign_in_or_register::where_sent;
use super::{Query, form_page, refuse, refused, stale};
use crate::exchange::{Exchange, Posted};
use crate::response::Response;
use crate::response::problem::Problem;

/// The hidden field that says that somebody who is signed in proves the password again.
const AGAIN: &str = "again";
/// The hidden field with what they posted before, sealed; in a query, the key of what was put by.
pub(super) const KEPT: &str = "kept";

async fn show(exchange: Exchange, query: Query) -> Answer {
    let current = exchange.current().await?;
    if let Some(kept) = exchange.find_put_by(&query.kept).await? {
        return Ok(resume(&exchange, kept).await?);
    }
    let proves_again = !query.again.is_empty();
    if !proves_again && let Some(elsewhere) = exchange.past_the_entrance(&query.next).await? {
        return Ok(elsewhere);
    }
    let form = match current.filter(|_| proves_again) {
        Some(current) => proof(&exchange, current, current.session.persistent, &query.next),
        None => form(&exchange, &current.map(known).unwrap_or_default(), &query.next),
    };
    Ok(form_page(&exchange, StatusCode::OK, form.refused(&Violations::none())).await?)
}

/// The sign-in page in the place of an answer, for somebody who posted something and has to prove the password first.
pub(crate) async fn prove_again(exchange: &Exchange, posted: String) -> Result<Response, Problem> {
    let Some(current) = exchange.current_known() else {
        return Err(Problem::new(StatusCode::UNAUTHORIZED));
    };
    exchange.say(Notice::SIGN_IN_AGAIN);
    let form = proof(exchange, current, current.session.persistent, &exchange.way_back().unwrap_or_default());
    let form = form.hiding(KEPT, Some(posted)).refused(&Violations::none());
    let view = |site, form| FormPage { site, form };
    let mut page = exchange.page_with_form(form.name, StatusCode::UNAUTHORIZED, form, view).await?;
    page.headers_mut().insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Form"));
    Ok(page)
}

/// What was posted to this page, and who it is about where that is known already.
struct Sent {
    form: SignInForm,
    next: String,
    kept: String,
    again: bool,
}

impl Sent {
    fn read(exchange: &Exchange, posted: &Posted, current: Option<&Current>) -> Self {
        let text = |name| posted.fields.text(name).to_owned();
        let field = exchange.users().identifier_field();
        let again = current.is_some() && posted.fields.ticked(AGAIN);
        // A user who proves the password again is who they are, whatever was posted.
        let fixed = current.filter(|_| again).map(known);
        let fixed = fixed.map(|known| if field == Field::Email { known.email } else { known.username });
        let form = SignInForm {
            identifier: fixed.unwrap_or_else(|| text(field.name())),
            password: text("password"),
            remember_me: posted.fields.ticked("remember_me"),
        };
        Self { form, next: text("next"), kept: text(KEPT), again }
    }

    /// The form again, as it was.
    fn form(&self, exchange: &Exchange, current: Option<&Current>) -> FormView {
        let (name, remember_me) = (self.form.identifier.clone(), self.form.remember_me);
        let typed = Typed { username: name.clone(), email: name, remember_me, ..Typed::default() };
        let form = match current.filter(|_| self.again) {
            Some(current) => proof(exchange, current, remember_me, &self.next),
            None => form(exchange, &typed, &self.next),
        };
        form.hiding(KEPT, Some(self.kept.clone()).filter(|kept| !kept.is_empty()))
    }
}

async fn submit(exchange: Exchange, posted: Posted) -> Answer {
    let current = exchange.current().await?;
    let sent = Sent::read(&exchange, &posted, current);
    let form = || where_sent(&exchange, sent.form(&exchange, current), &posted.fields);
    let again = |violations| refused(&exchange, form(), violations);
    if posted.is_stale {
        // Somebody signed in meanwhile, in another tab.
        return match exchange.past_the_entrance(&sent.next).await?.filter(|_| !sent.again) {
            Some(elsewhere) => Ok(elsewhere),
            None => Ok(again(stale(&exchange)).await?),
        };
    }
    let visitor = exchange.visitor().await?;
    match exchange.users().sign_in(&sent.form, &visitor).await {
        Ok(Admission::SignedIn(signed_in)) => {
            Ok(go_on(&exchange, &signed_in, (&sent.next, &sent.kept), &Notice::SIGNED_IN).await?)
        }
        Ok(Admission::Pending(pending)) => {
            Ok(second_step::ask(&exchange, &pending, &sent.next, &sent.kept).await?)
        }
        Err(error) => refuse(error, again).await,
    }
}

/// To what was posted before, if this user did that; else to where the visitor wanted to go. Always by a redirect: the
/// second of two presses is led there, too.
pub(super) async fn go_on(
    exchange: &Exchange,
    signed_in: &SignedIn,
    (next, kept): (&str, &str),
    notice: &Notice,
) -> Result<Response, Problem> {
    exchange.sign_in(signed_in);
    if let Some(key) = exchange.put_by(kept, signed_in).await? {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        query.append_pair(KEPT, &key.to_string());
        if let Some(next) = exchange.next(next) {
            query.append_pair("next", &next);
        }
        let page = exchange.path(|paths| &paths.sign_in);
        return Ok(exchange.redirect(&format!("{page}?{}", query.finish()), None));
    }
    let to = exchange.next_or(next, &exchange.settings().destinations.after_sign_in);
    let to = past_the_offer(exchange, signed_in, to);
    Ok(exchange.redirect(&to, Some(notice)))
}

/// A user who proves the password again need not type who they are.
fn known(current: &Current) -> Typed {
    let user = &current.user;
    let email = user.main_email().map(|email| email.address.to_string()).unwrap_or_default();
    Typed { username: user.display_name().to_owned(), email, ..Typed::default() }
}

fn form(exchange: &Exchange, typed: &Typed, next: &str) -> FormView {
    exchange.users().forms().sign_in(typed).leading_to(exchange.next(next).as_deref())
}

/// The form for somebody who is signed in: it asks for the password, and nobody else can sign in with it.
fn proof(exchange: &Exchange, current: &Current, remember_me: bool, next: &str) -> FormView {
    let account = Typed { remember_me, ..known(current) };
    exchange.users().forms().confirm_identity(&account).leading_to(exchange.next(next).as_deref())
}

pub(super) const PAGE: Mount =
    Mount::at(Methods::form(|asked| show.handle(asked), |asked| submit.handle(asked))).about("session");
