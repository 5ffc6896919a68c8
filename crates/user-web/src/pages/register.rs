//! Registration, with an invitation or without.

use http::StatusCode;
use user_core::domain::{Notice, Unmet, Violations};
use user_core::flows::{
    Admission, Invited, LinkError, LinkRefusal, RegisterError, RegisterForm, Registered, RegisteredNext,
};
use user_core::views::{FormView, Typed};

use super::accept_invitation::lead_on;
use super::check_email::to_check_email;
use super::mount::{Answer, Handler, Methods, Mount};
use super::sign_in_or_register::where_sent;
use super::{Query, declared, form_page, refuse, refused, stale};
use crate::exchange::{Exchange, Posted, SentAbout, Whose, leading_to};
use crate::request::cookies::LinkKind;
use crate::response::Response;
use crate::response::problem::Problem;

async fn show(exchange: Exchange, query: Query) -> Answer {
    if let Some(elsewhere) = exchange.past_the_entrance(&query.next).await? {
        return Ok(elsewhere);
    }
    let link = exchange.link(LinkKind::Invite, &query.link);
    let invited = match invited(&exchange, link, &query.next).await? {
        Ok(invited) => invited,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let form = form(&exchange, &Typed::default(), &query.next, invited.as_ref());
    Ok(form_page(&exchange, StatusCode::OK, form.refused(&Violations::none())).await?)
}

async fn submit(exchange: Exchange, posted: Posted) -> Answer {
    let text = |name| posted.fields.text(name).to_owned();
    let fields = declared(exchange.settings().registration_fields(), &posted.fields);
    let typed = Typed {
        username: text("username"),
        email: text("email"),
        fields: fields.clone(),
        ..Typed::default()
    };
    let (next, link) = (text("next"), text("invite_token"));
    let again = async |violations| {
        // What the form is filled in with comes from the invitation, not from what was posted.
        match invited(&exchange, &link, &next).await? {
            Ok(invited) => {
                let form = form(&exchange, &typed, &next, invited.as_ref());
                let form = where_sent(&exchange, form, &posted.fields);
                refused(&exchange, form, violations).await
            }
            Err(elsewhere) => Ok(elsewhere),
        }
    };
    if posted.is_stale {
        // Somebody signed in meanwhile, in another tab.
        return match exchange.past_the_entrance(&next).await? {
            Some(elsewhere) => Ok(elsewhere),
            None => Ok(again(stale(&exchange)).await?),
        };
    }
    let form = RegisterForm {
        username: text("username"),
        email: text("email"),
        password: text("password"),
        retype_password: text("retype_password"),
        fields,
        invite_token: link.clone(),
    };
    let visitor = exchange.visitor().await?;
    match exchange.users().register(&form, &visitor).await {
        Ok(registered) => {
            if matches!(registered.next, RegisteredNext::ConfirmEmail) {
                exchange.keep_sent(SentAbout::Registered, &form.email);
            }
            Ok(welcome(&exchange, &registered, &link, &next))
        }
        Err(RegisterError::InvitationRequired) => Ok(uninvited(&exchange)),
        Err(RegisterError::Invitation(refusal)) => Ok(lead_on(&exchange, &link, refusal).await?),
        Err(RegisterError::HasAccount) if exchange.wants_json() => Err(Unmet::NotSignedIn.into()),
        Err(RegisterError::HasAccount) => Ok(to_invitation(&exchange, &link, &next)),
        Err(error) => refuse(error, again).await,
    }
}

/// The invitation that the page is for, with its link; or where a visitor goes instead.
async fn invited(
    exchange: &Exchange,
    link: &str,
    next: &str,
) -> Result<Result<Option<(Invited, String)>, Response>, Problem> {
    if exchange.misses_link() {
        return Ok(Err(lead_on(exchange, link, LinkRefusal::Invalid).await?));
    }
    if link.is_empty() || !exchange.settings().invites() {
        let required = exchange.settings().requires_invitation();
        return Ok(if required { Err(uninvited(exchange)) } else { Ok(None) });
    }
    Ok(match exchange.users().invitation(link).await {
        Ok(invited) if invited.has_account => Err(to_invitation(exchange, link, next)),
        Ok(invited) => Ok(Some((invited, link.to_owned()))),
        Err(LinkError::Refused(refusal)) => Err(lead_on(exchange, link, refusal).await?),
        Err(LinkError::Failed(error)) => return Err(error.into()),
    })
}

/// Nobody registers here without an invitation.
fn uninvited(exchange: &Exchange) -> Response {
    exchange.redirect(&exchange.path(|paths| &paths.sign_in), Some(&Notice::INVITATION_REQUIRED))
}

/// To the page that says how the owner of an account accepts.
fn to_invitation(exchange: &Exchange, link: &str, next: &str) -> Response {
    let page = exchange.path(|paths| &paths.accept_invitation);
    let to = exchange.page_for_link(LinkKind::Invite, link, &page, exchange.next(next).as_deref());
    exchange.redirect(&to, None)
}

fn form(exchange: &Exchange, typed: &Typed, next: &str, invited: Option<&(Invited, String)>) -> FormView {
    let forms = exchange.users().forms();
    let form = match invited {
        Some((invited, link)) => forms.register_invited(typed, invited.email.as_str(), link),
        None => forms.register(typed),
    };
    form.leading_to(exchange.next(next).as_deref())
}

fn welcome(exchange: &Exchange, registered: &Registered, link: &str, next: &str) -> Response {
    let settings = exchange.settings();
    exchange.drop_link(LinkKind::Invite, link);
    let notice = match &registered.next {
        RegisteredNext::ConfirmEmail => Notice::REGISTERED_CONFIRM,
        RegisteredNext::SignIn => Notice::REGISTERED,
        RegisteredNext::Admission(Admission::SignedIn(signed_in)) => {
            exchange.sign_in(signed_in);
            let to = exchange.next_or(next, &settings.destinations.after_sign_in);
            return exchange.redirect(&to, Some(&Notice::SIGNED_IN));
        }
        RegisteredNext::Admission(Admission::Pending(pending)) => {
            exchange.keep_pending(pending);
            return exchange
                .redirect(&exchange.second_step_page(pending, exchange.next(next).as_deref()), None);
        }
    };
    let next = exchange.next(next);
    if let Some(next) = &next {
        exchange.keep_wanted(Whose::Registration(&registered.mark), next);
    }
    exchange.keep_registration(&registered.mark);
    if let Some(to) = &settings.destinations.after_register {
        return exchange.redirect(to, Some(&notice));
    }
    if notice == Notice::REGISTERED_CONFIRM {
        return to_check_email(exchange, next.as_deref(), &notice);
    }
    let to = leading_to(&exchange.path(|paths| &paths.sign_in), next.as_deref());
    exchange.redirect(&to, Some(&notice))
}

pub(super) const PAGE: Mount =
    Mount::at(Methods::form(|asked| show.handle(asked), |asked| submit.handle(asked)));
