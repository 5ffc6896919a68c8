//! Signing in and registering on one page: two forms, each of which posts to its own. A form that is refused is shown
//! here again when it was sent from here, and the other one beside it as if nothing had happened.

use http::StatusCode;
use user_core::domain::Violations;
use user_core::views::{FormView, SignInOrRegisterPage, Site, Typed};

use super::mount::{Answer, Handler, Methods, Mount};
use super::{Page, Query, form_page};
use crate::exchange::Exchange;
use crate::request::form::Fields;
use crate::response::Response;
use crate::response::headers;
use crate::response::problem::Problem;

/// The hidden field that says on which page a form was shown, where that is not its own.
const SHOWN_ON: &str = "shown_on";
const NAME: &str = "sign-in-or-register";

async fn show(exchange: Exchange, query: Query) -> Answer {
    if let Some(elsewhere) = exchange.past_the_entrance(&query.next).await? {
        return Ok(elsewhere);
    }
    let forms = exchange.users().forms();
    let form = forms.sign_in(&Typed::default()).leading_to(exchange.next(&query.next).as_deref());
    Ok(form_page(&exchange, StatusCode::OK, here(form).refused(&Violations::none())).await?)
}

fn here(form: FormView) -> FormView {
    form.hiding(SHOWN_ON, Some(NAME.to_owned()))
}

/// `form`, shown where it was sent from.
pub(super) fn where_sent(exchange: &Exchange, form: FormView, posted: &Fields) -> FormView {
    let is_on = Page::SignInOrRegister.is_on(exchange.settings());
    if is_on && posted.text(SHOWN_ON) == NAME { here(form) } else { form }
}

/// Whether the form belongs on this page.
pub(super) fn has(form: &FormView) -> bool {
    form.hidden.get(SHOWN_ON).is_some_and(|page| page == NAME)
}

/// The page around one of its forms.
pub(super) async fn page(
    exchange: &Exchange,
    status: StatusCode,
    form: FormView,
) -> Result<Response, Problem> {
    let (forms, blank) = (exchange.users().forms(), Typed::default());
    let beside = |other: FormView| here(other).leading_to(form.next.as_deref());
    let (sign_in, register) = if form.name == "register" {
        (beside(forms.sign_in(&blank)), form)
    } else {
        let register = beside(forms.register(&blank));
        (form, register)
    };
    let register = register.scripted(&exchange.web().assets().script);
    let has_script = register.script.is_some();
    let both = |site: Site| {
        let site = site.leading_to(sign_in.next.as_deref());
        SignInOrRegisterPage { site, sign_in, register }
    };
    let mut page = exchange.page(NAME, status, both).await?;
    if has_script {
        headers::let_script_run(page.headers_mut());
    }
    Ok(page)
}

pub(super) const PAGE: Mount = Mount::at(Methods::get(|asked| show.handle(asked))).about("session");
