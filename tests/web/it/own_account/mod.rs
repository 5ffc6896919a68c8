//! Every account page as an app's own: each row of the table of pages is left out and written anew with what is public,
//! and driven as people do.

mod account;
mod codes;
mod emails;
mod entrance;
mod leaving;
mod links;
mod second_step;
mod stories;

use std::cell::RefCell;
use std::collections::HashMap;

use futures_util::future::BoxFuture;
use http::StatusCode;
use serde_json::{Value, json};
use user_core::domain::{Unmet, Violations};
use user_core::flows::{Current, Refusal};
use user_core::settings::{FieldDeclaration, FieldKind, InvitationMode, Settings};
use user_core::views::FormView;
use user_testkit::{MemoryPictures, PlainPictureMaker};
use user_web::{Exchange, Page, Problem, Refused, Response};

use crate::driver::{UserWeb, pages_and};
use crate::it::site::{Own, Site};

/// What a page of one's own comes to.
type Answer = Result<Response, Refused>;

/// A page of one's own, whatever the framework: what a driver calls with a request taken apart.
pub(crate) type Made = fn(Exchange, Sent) -> BoxFuture<'static, Answer>;

/// A request taken apart.
pub(crate) struct Sent {
    pub(crate) path: String,
    pub(crate) query: String,
    /// What was posted; `None` for a page that is looked at.
    pub(crate) form: Option<String>,
}

impl Sent {
    fn text(&self, name: &str) -> String {
        let from = self.form.as_deref().unwrap_or(&self.query);
        let fields: HashMap<String, String> =
            url::form_urlencoded::parse(from.as_bytes()).into_owned().collect();
        fields.get(name).cloned().unwrap_or_default()
    }

    /// What stands in the path below the page at `page`.
    fn steps(&self, page: &str) -> Option<Vec<String>> {
        let rest = self.path.strip_prefix(page)?;
        match rest.strip_prefix('/') {
            Some(steps) => Some(steps.split('/').map(str::to_owned).collect()),
            None => rest.is_empty().then(Vec::new),
        }
    }
}

thread_local! {
    /// The pages that answered, in this test.
    static ANSWERED: RefCell<Vec<Page>> = const { RefCell::new(Vec::new()) };
}

/// The page that a request is for. A page of the table without a line does not compile.
async fn answer(exchange: Exchange, sent: Sent) -> Answer {
    let paths = exchange.settings().paths.clone();
    let find = |page: Page| sent.steps(&page.path(&paths)).map(|steps| (page, steps));
    let (page, steps) = Page::ALL.into_iter().find_map(find).ok_or_else(not_there)?;
    let steps: Vec<_> = steps.iter().map(String::as_str).collect();
    let response = match page {
        Page::Register => entrance::register(exchange, sent).await,
        Page::SignIn => entrance::sign_in(exchange, sent).await,
        Page::SignInOrRegister => entrance::sign_in_or_register(exchange, sent).await,
        Page::SignOut => entrance::sign_out(exchange, sent).await,
        Page::Language => entrance::language(&exchange, &sent),
        Page::PasswordStrength => entrance::password_strength(exchange, sent).await,
        Page::ResendConfirmEmail => entrance::resend(exchange, sent).await,
        Page::ForgotPassword => entrance::forgot(exchange, sent).await,
        Page::CheckEmail => entrance::check_email(exchange, sent).await,
        Page::ConfirmEmail => links::confirm(exchange, sent, &steps).await,
        Page::ResetPassword => links::reset(exchange, sent, &steps).await,
        Page::RecoveryCodes => codes::make(exchange, sent, &steps).await,
        Page::UseRecoveryCode => codes::take(exchange, sent).await,
        Page::SecondStep => second_step::pass(exchange, sent).await,
        Page::AuthenticatorApps => second_step::apps(exchange, sent, &steps).await,
        Page::UndoEmailChange => links::undo(exchange, sent, &steps).await,
        Page::AcceptInvitation => links::accept(exchange, sent, &steps).await,
        Page::Profile => account::profile(exchange).await,
        Page::EditProfile => account::edit_profile(exchange, sent).await,
        Page::Picture => account::picture(exchange, sent, &steps).await,
        Page::Pictures => account::pictures(exchange, &steps).await,
        Page::ChangeUsername => account::change_username(exchange, sent).await,
        Page::ChangePassword => account::change_password(exchange, sent).await,
        Page::ChangePasswordUrl => {
            Ok(exchange.redirect(&exchange.path(|paths| &paths.change_password), None))
        }
        Page::Sessions => account::sessions(exchange, sent, &steps).await,
        Page::ManageEmails => emails::manage(exchange, sent).await,
        Page::EmailAction => emails::act(exchange, sent, &steps).await,
        Page::ChangeEmail => emails::change(exchange, sent).await,
        Page::ExportData => account::export(exchange, sent, &steps).await,
        Page::DeleteAccount => account::delete(exchange, sent).await,
        Page::KeepAccount => account::keep(exchange, sent).await,
        Page::Invite => emails::invite(exchange, sent, &steps).await,
    }?;
    ANSWERED.with_borrow_mut(|answered| answered.push(page));
    Ok(response)
}

/// A template of one's own, `own-<name>`, with more than every page knows.
async fn page(exchange: &Exchange, name: &str, more: Value) -> Answer {
    let name = format!("own-{name}");
    Ok(exchange.page(&name, StatusCode::OK, |site| json!({ "site": site, "more": more })).await?)
}

/// A form of the core in a template of one's own, which is told what was refused.
async fn show(exchange: &Exchange, form: FormView, violations: &Violations) -> Answer {
    show_with(exchange, form, violations, Value::Null).await
}

/// The same, with more than the form.
async fn show_with(exchange: &Exchange, form: FormView, violations: &Violations, more: Value) -> Answer {
    let is_refused = !violations.is_empty();
    let status = if is_refused { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let form = form.refused(violations);
    let name = format!("own-{}", form.name);
    let body = |site, form| json!({ "site": site, "form": form, "more": more });
    Ok(exchange.page_with_form(&name, status, form, body).await?)
}

/// The form again where it was not right; everything else as the pages of ours answer it.
async fn refuse(exchange: &Exchange, error: impl Into<Refusal>, form: FormView) -> Answer {
    match error.into() {
        Refusal::Invalid(violations) => show(exchange, form, &violations).await,
        refusal => Err(refusal.into()),
    }
}

fn leading(exchange: &Exchange, form: FormView, next: &str) -> FormView {
    form.leading_to(exchange.next(next).as_deref())
}

async fn signed_in(exchange: &Exchange) -> Result<Current, Refused> {
    exchange.current().await?.cloned().ok_or_else(|| Unmet::NotSignedIn.into())
}

/// Who is signed in and proved the password lately.
async fn fresh(exchange: &Exchange) -> Result<Current, Refused> {
    let current = signed_in(exchange).await?;
    if exchange.users().is_fresh(&current) { Ok(current) } else { Err(Unmet::NotFresh.into()) }
}

fn not_there() -> Refused {
    Problem::new(StatusCode::NOT_FOUND).into()
}

/// A site in which every page of the table is the app's own.
fn site_with(change: impl FnOnce(&mut Settings)) -> Site {
    let choose = |settings: &mut Settings| {
        settings.invitations.mode = InvitationMode::Optional;
        settings.fields = vec![FieldDeclaration::new("motto", FieldKind::default())];
        change(settings);
    };
    let paths = user_core::settings::Paths::default();
    let routes = Page::ALL.map(|page| {
        let path = page.path(&paths);
        [path.clone(), format!("{path}/:more"), format!("{path}/:more/:most")]
    });
    let own: Vec<_> = routes.iter().flatten().map(|path| (path.as_str(), OWN)).collect();
    Site::built(
        |builder| builder.configure(choose).pictures(MemoryPictures::new(), PlainPictureMaker),
        |web| Page::ALL.into_iter().fold(web, UserWeb::leave_out),
        pages_and(&own),
    )
}

const OWN: Own = Own::Made(|exchange, sent| Box::pin(answer(exchange, sent)));
