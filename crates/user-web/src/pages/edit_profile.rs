//! Editing the profile.

use std::collections::BTreeMap;

use http::StatusCode;
use user_core::domain::{Notice, User, Violations};
use user_core::flows::{EditProfileError, EditProfileForm, Refusal};
use user_core::settings::FieldKind;
use user_core::views::{FormView, Typed};

use super::mount::{Answer, Handler, Methods, Mount};
use super::{Page, Query, declared, form_page, refused, stale};
use crate::current_user::CurrentUser;
use crate::exchange::{Exchange, Posted};

/// The hidden field with what the form showed.
const SHOWN: &str = "shown";

async fn show(exchange: Exchange, current: CurrentUser, query: Query) -> Answer {
    let form = as_it_is(&exchange, current.user(), &query.next);
    Ok(form_page(&exchange, StatusCode::OK, form.refused(&Violations::none())).await?)
}

async fn submit(exchange: Exchange, current: CurrentUser, posted: Posted) -> Answer {
    let fields = declared(&exchange.settings().profile_fields(), &posted.fields);
    let next = posted.fields.text("next");
    let typed = EditProfileForm { fields: fields.clone(), shown: posted.fields.text(SHOWN).to_owned() };
    // With what was saved meanwhile: sent once more, it is meant as it stands there.
    let merged = || {
        let (merged, _) = exchange.users().merged_profile(current.user(), &typed);
        form(&exchange, merged, exchange.users().shown_profile(current.user()), next)
    };
    if posted.is_stale {
        let form = if posted.is_of_another {
            as_it_is(&exchange, current.user(), next)
        } else if exchange.shown_with().is_some() {
            merged()
        } else {
            form(&exchange, fields, typed.shown.clone(), next)
        };
        return Ok(refused(&exchange, form, stale(&exchange)).await?);
    }
    let visitor = exchange.visitor().await?;
    match exchange.users().edit_profile(current.current(), &typed, &visitor).await {
        Ok(()) => {
            leave_language_to_browser(&exchange, &fields);
            let usual = exchange.settings().after(Page::EditProfile);
            Ok(exchange.redirect(&exchange.next_or(next, &usual), Some(&Notice::PROFILE_SAVED)))
        }
        Err(EditProfileError::Invalid(violations)) => Ok(refused(&exchange, merged(), violations).await?),
        Err(error) => Err(Refusal::from(error).into()),
    }
}

/// A user who chose no language in particular does not mean the one that was chosen in this browser before.
fn leave_language_to_browser(exchange: &Exchange, fields: &BTreeMap<String, String>) {
    let mut languages =
        exchange.settings().profile_fields().into_iter().filter(|field| field.kind == FieldKind::Language);
    if languages.any(|field| fields.get(&field.name).is_some_and(String::is_empty)) {
        exchange.forget_language();
    }
}

/// The form with the profile as it was saved last.
fn as_it_is(exchange: &Exchange, user: &User, next: &str) -> FormView {
    form(exchange, exchange.users().typed_profile(user), exchange.users().shown_profile(user), next)
}

fn form(exchange: &Exchange, fields: BTreeMap<String, String>, shown: String, next: &str) -> FormView {
    let typed = Typed { fields, ..Typed::default() };
    let form = exchange.users().forms().edit_profile(&typed).leading_to(exchange.next(next).as_deref());
    form.hiding(SHOWN, Some(shown).filter(|shown| !shown.is_empty()))
}

pub(super) const PAGE: Mount =
    Mount::at(Methods::form(|asked| show.handle(asked), |asked| submit.handle(asked))).for_users();
