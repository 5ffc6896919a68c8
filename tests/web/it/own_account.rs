//! Pages of the app's own in the place of each of ours that keeps something in the browser: written with what is public.

use std::collections::{BTreeMap, HashMap};

use futures_util::future::BoxFuture;
use http::StatusCode;
use serde_json::json;
use user_core::domain::{Notice, Violations};
use user_core::flows::{
    AcceptInvitationError, Admission, ConfirmEmailError, ConfirmEmailForm, LinkError, LinkRefusal,
    RegisterError, RegisterForm, RegisteredNext, ResetPasswordError, ResetPasswordForm,
};
use user_core::settings::InvitationMode;
use user_core::views::{FormView, Typed};
use user_web::{Exchange, LinkKind, Page, Problem, Refused, Response, Whose, naming_link};

use crate::driver::{UserWeb, pages_and};
use crate::it::browser::Browser;
use crate::it::site::{MINUTE, OTHER_PASSWORD, Own, PASSWORD, Site};

/// A page of one's own, whatever the framework: what a driver calls with a request taken apart.
pub(crate) type Made = fn(Exchange, Sent) -> BoxFuture<'static, Result<Response, Refused>>;

/// A request taken apart.
pub(crate) struct Sent {
    /// The token in the path, where there is one.
    pub(crate) token: Option<String>,
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
}

/// A form of the core in a template of one's own, which is told what was refused.
async fn show(exchange: &Exchange, form: FormView, violations: &Violations) -> Result<Response, Refused> {
    let is_refused = !violations.is_empty();
    let status = if is_refused { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let form = form.refused(violations);
    let name = format!("own-{}", form.name);
    Ok(exchange
        .page_with_form(&name, status, form, |site, form| json!({ "site": site, "form": form }))
        .await?)
}

fn dead_link(exchange: &Exchange, kind: LinkKind, link: &str, refusal: LinkRefusal) -> Response {
    exchange.drop_link(kind, link);
    exchange.redirect("/page", Some(&exchange.link_notice(refusal)))
}

async fn register(exchange: Exchange, sent: Sent) -> Result<Response, Refused> {
    let (next, invitation) =
        (sent.text("next"), exchange.link(LinkKind::Invite, &sent.text("link")).to_owned());
    let forms = exchange.users().forms();
    let leading = |form: FormView| form.leading_to(exchange.next(&next).as_deref());
    if sent.form.is_none() {
        let form = match exchange.users().invitation(&invitation).await {
            Ok(invited) => forms.register_invited(&Typed::default(), invited.email.as_str(), &invitation),
            Err(_) => forms.register(&Typed::default()),
        };
        return show(&exchange, leading(form), &Violations::none()).await;
    }
    let form = RegisterForm {
        username: sent.text("username"),
        email: sent.text("email"),
        password: sent.text("password"),
        retype_password: sent.text("retype_password"),
        fields: BTreeMap::new(),
        invite_token: sent.text("invite_token"),
    };
    match exchange.users().register(&form, &exchange.visitor().await?).await {
        Ok(registered) => {
            exchange.drop_link(LinkKind::Invite, &form.invite_token);
            if let RegisteredNext::Admission(Admission::SignedIn(signed_in)) = &registered.next {
                exchange.sign_in(signed_in);
                return Ok(exchange.redirect("/own/in", Some(&Notice::SignedIn)));
            }
            exchange.keep_registration(&registered.mark);
            if let Some(next) = exchange.next(&next) {
                exchange.keep_wanted(Whose::Registration(&registered.mark), &next);
            }
            Ok(exchange.redirect("/own/registered", Some(&Notice::RegisteredConfirm)))
        }
        Err(RegisterError::Invalid(violations)) => {
            let typed = Typed { username: form.username, email: form.email, ..Typed::default() };
            show(&exchange, leading(forms.register(&typed)), &violations).await
        }
        Err(RegisterError::Failed(error)) => Err(error.into()),
        Err(_) => Err(Problem::new(StatusCode::NOT_FOUND).into()),
    }
}

async fn confirm(exchange: Exchange, sent: Sent) -> Result<Response, Refused> {
    if let Some(token) = &sent.token {
        let page = exchange.path(|paths| &paths.confirm_email);
        return Ok(exchange.open_link(LinkKind::Confirm, token, &page, &sent.text("next")));
    }
    let link = exchange.link(LinkKind::Confirm, &sent.text("link")).to_owned();
    let (visitor, current) = (exchange.visitor().await?, exchange.current().await?);
    if sent.form.is_none() {
        return match exchange.users().confirmation_of(&link, current, &visitor).await {
            Ok(confirmation) => {
                let form = exchange
                    .users()
                    .forms()
                    .confirm_email(confirmation.asks, &Typed::of_confirmed(&confirmation));
                show(&exchange, naming_link(form, &link), &Violations::none()).await
            }
            Err(LinkError::Refused(refusal)) => Ok(dead_link(&exchange, LinkKind::Confirm, &link, refusal)),
            Err(LinkError::Failed(error)) => Err(error.into()),
        };
    }
    match exchange.users().confirm_email(&link, &ConfirmEmailForm::default(), current, &visitor).await {
        Ok(confirmed) => {
            exchange.drop_link(LinkKind::Confirm, &link);
            if let Some(Admission::SignedIn(signed_in)) = &confirmed.admission {
                exchange.sign_in(signed_in);
            }
            let wanted = exchange.take_wanted(exchange.registration());
            Ok(exchange
                .redirect(&wanted.unwrap_or("/own/confirmed".to_owned()), Some(&Notice::EmailConfirmed)))
        }
        Err(ConfirmEmailError::Link(refusal)) => Ok(dead_link(&exchange, LinkKind::Confirm, &link, refusal)),
        Err(ConfirmEmailError::Failed(error)) => Err(error.into()),
        Err(_) => Err(Problem::new(StatusCode::NOT_FOUND).into()),
    }
}

async fn reset(exchange: Exchange, sent: Sent) -> Result<Response, Refused> {
    if let Some(token) = &sent.token {
        let page = exchange.path(|paths| &paths.reset_password);
        return Ok(exchange.open_link(LinkKind::Reset, token, &page, &sent.text("next")));
    }
    let link = exchange.link(LinkKind::Reset, &sent.text("link")).to_owned();
    let account = match exchange.users().reset_account(&link).await {
        Ok(account) => account,
        Err(LinkError::Refused(refusal)) => return Ok(dead_link(&exchange, LinkKind::Reset, &link, refusal)),
        Err(LinkError::Failed(error)) => return Err(error.into()),
    };
    let form = || naming_link(exchange.users().forms().reset_password(&Typed::of(&account)), &link);
    if sent.form.is_none() {
        return show(&exchange, form(), &Violations::none()).await;
    }
    let typed = ResetPasswordForm {
        new_password: sent.text("new_password"),
        retype_password: sent.text("retype_password"),
    };
    match exchange.users().reset_password(&link, &typed, &exchange.visitor().await?).await {
        Ok(reset) => {
            exchange.drop_link(LinkKind::Reset, &link);
            exchange.keep_device(&reset.device);
            Ok(exchange.redirect("/own/reset", Some(&Notice::PasswordReset)))
        }
        Err(ResetPasswordError::Invalid(violations)) => show(&exchange, form(), &violations).await,
        Err(ResetPasswordError::Failed(error)) => Err(error.into()),
        Err(_) => Err(Problem::new(StatusCode::NOT_FOUND).into()),
    }
}

async fn accept(exchange: Exchange, sent: Sent) -> Result<Response, Refused> {
    if let Some(token) = &sent.token {
        let page = exchange.path(|paths| &paths.accept_invitation);
        return Ok(exchange.open_link(LinkKind::Invite, token, &page, &sent.text("next")));
    }
    let link = exchange.link(LinkKind::Invite, &sent.text("link")).to_owned();
    let Some(current) = exchange.current().await? else {
        let register = exchange.path(|paths| &paths.register);
        return Ok(exchange.redirect(&exchange.page_for_link(LinkKind::Invite, &link, &register, None), None));
    };
    if sent.form.is_none() {
        let form = exchange.users().forms().accept_invitation();
        return show(&exchange, naming_link(form, &link), &Violations::none()).await;
    }
    match exchange.users().accept_invitation(current, &link, &exchange.visitor().await?).await {
        Ok(()) => {
            exchange.drop_link(LinkKind::Invite, &link);
            Ok(exchange.redirect("/own/accepted", Some(&Notice::InvitationAccepted)))
        }
        Err(AcceptInvitationError::Link(refusal)) => {
            Ok(dead_link(&exchange, LinkKind::Invite, &link, refusal))
        }
        Err(AcceptInvitationError::Failed(error)) => Err(error.into()),
        Err(_) => Err(Problem::new(StatusCode::NOT_FOUND).into()),
    }
}

/// A site in which all of these are the app's own.
fn site() -> Site {
    let own = [
        ("/user/register", Own::Made(|exchange, sent| Box::pin(register(exchange, sent)))),
        ("/user/confirm-email", Own::Made(|exchange, sent| Box::pin(confirm(exchange, sent)))),
        ("/user/confirm-email/:more", Own::Made(|exchange, sent| Box::pin(confirm(exchange, sent)))),
        ("/user/reset-password", Own::Made(|exchange, sent| Box::pin(reset(exchange, sent)))),
        ("/user/reset-password/:more", Own::Made(|exchange, sent| Box::pin(reset(exchange, sent)))),
        ("/user/accept-invitation", Own::Made(|exchange, sent| Box::pin(accept(exchange, sent)))),
        ("/user/accept-invitation/:more", Own::Made(|exchange, sent| Box::pin(accept(exchange, sent)))),
    ];
    let ours = [
        Page::Register,
        Page::SignInOrRegister,
        Page::ConfirmEmail,
        Page::ResetPassword,
        Page::AcceptInvitation,
    ];
    Site::built(
        |builder| builder.configure(|settings| settings.invitations.mode = InvitationMode::Optional),
        |web| ours.into_iter().fold(web, UserWeb::leave_out),
        pages_and(&own),
    )
}

#[tokio::test]
async fn an_own_registration_keeps_the_mark_of_the_browser_and_where_it_wanted_to_go() {
    let site = site();
    let mut ada = site.browser();
    ada.get("/user/register?next=%2Fgreet").await.assert_shows(200, "own-register");

    let fields = [("username", "ada"), ("email", "ada@example.com"), ("password", "no"), ("next", "/greet")];
    ada.post("/user/register", &fields).await.assert_shows(422, "own-register");
    let answer = ada.fill("/user/register?next=%2Fgreet", &own_fields()).await;

    answer.assert_leads_to("/own/registered");
    assert!(answer.set_cookie("registered").is_some());
    let link = site.link_to("ada").await;
    let page = opened(&mut ada, &link, "/user/confirm-email").await;
    let page = ada.get(&page).await;
    page.assert_shows(200, "own-confirm-email");
    assert_eq!(page.form()["fields"], json!([]), "this browser registered, so it is asked for nothing");
    ada.submit(&page, &[]).await.assert_leads_to("/greet");
    assert_eq!(ada.get("/greet").await.body, "ada");
    ada.get(&link).await;
    ada.get("/user/confirm-email").await.assert_leads_to("/page");
}

fn own_fields() -> [(&'static str, &'static str); 4] {
    let email = ("email", "ada@example.com");
    [("username", "ada"), email, ("password", PASSWORD), ("retype_password", PASSWORD)]
}

/// Opens a link, and tells which page it leads to.
async fn opened(browser: &mut Browser, link: &str, page: &str) -> String {
    let answer = browser.get(link).await;
    answer.assert_leads_to_linked(page);
    assert_eq!(answer.header("referrer-policy"), Some("no-referrer"));
    answer.location().unwrap().to_owned()
}

#[tokio::test]
async fn an_own_page_resets_the_password_of_the_link_that_it_showed() {
    let site = site();
    for name in ["ada", "grace"] {
        site.member(name, &[]).await;
        site.browser().fill("/user/forgot-password", &[("email", &format!("{name}@example.com"))]).await;
    }
    let (ada, grace) = (site.link_to("ada").await, site.link_to("grace").await);
    let mut browser = site.browser();
    let page = opened(&mut browser, &ada, "/user/reset-password").await;
    let page = browser.get(&page).await;
    opened(&mut browser, &grace, "/user/reset-password").await;
    let new = [("new_password", OTHER_PASSWORD), ("retype_password", OTHER_PASSWORD)];

    browser
        .submit(&page, &[("new_password", "no"), ("retype_password", "no")])
        .await
        .assert_shows(422, "own-reset-password");
    let answer = browser.submit(&page, &new).await;

    answer.assert_leads_to("/own/reset");
    assert!(answer.set_cookie("device").is_some());
    site.after(MINUTE);
    browser.sign_in_with("ada", OTHER_PASSWORD).await.assert_leads_to("/");
    site.browser().sign_in_with("grace", PASSWORD).await.assert_leads_to("/");
}

#[tokio::test]
async fn own_pages_take_an_invitation_and_register_or_accept_by_it() {
    let site = site();
    let mut ada = site.signed_in("ada", &["admin"]).await;
    site.member("grace", &[]).await;
    for name in ["eve", "grace"] {
        let invited = ada.fill("/user/invite", &[("email", &format!("{name}@example.com"))]).await;
        assert_eq!(invited.status, 303, "{}", invited.body);
    }
    let (to_eve, to_grace) = (site.link_to("eve").await, site.link_to("grace").await);

    let mut eve = site.browser();
    let page = opened(&mut eve, &to_eve, "/user/accept-invitation").await;
    let page = eve.get(&page).await;
    page.assert_leads_to_linked("/user/register");
    let page = eve.follow(page).await;
    assert_eq!(page.field("email")["value"], "eve@example.com");
    let token = page.form()["invite_token"].as_str().unwrap().to_owned();
    let fields = [
        ("username", "eve"),
        ("email", "eve@example.com"),
        ("password", PASSWORD),
        ("retype_password", PASSWORD),
        ("invite_token", &token),
    ];
    eve.submit(&page, &fields).await.assert_leads_to("/own/in");
    assert!(eve.is_signed_in().await);

    let mut grace = site.browser().signs_in("grace").await;
    let page = opened(&mut grace, &to_grace, "/user/accept-invitation").await;
    let page = grace.get(&page).await;
    page.assert_shows(200, "own-accept-invitation");
    grace.submit(&page, &[]).await.assert_leads_to("/own/accepted");
}
