//! What users see and change of themselves: profile, picture, username, password, sessions.

use std::collections::BTreeMap;

use http::{HeaderValue, StatusCode, header};
use serde_json::json;
use user_core::UserManager;
use user_core::domain::{Notice, PictureSize, User, Username, Violations};
use user_core::flows::{
    AccountDeletion, ChangePasswordForm, ChangeUsernameForm, DeleteAccountForm, EditProfileForm, Refusal,
};
use user_core::views::{FormView, Typed};
use user_web::{Exchange, Problem, Response, Uploaded};

use super::{Answer, Sent, fresh, not_there, page, refuse, show, signed_in};

pub(super) async fn profile(exchange: Exchange) -> Answer {
    let user = signed_in(&exchange).await?.user;
    if exchange.users().invitation_right(&user).await?.is_some() {
        exchange.lead_to_inviting();
    }
    let picture = exchange.picture_of(&user, PictureSize::Large);
    let facts = exchange.users().forms().facts(&user);
    page(&exchange, "profile", json!({ "name": user.display_name(), "picture": picture, "facts": facts }))
        .await
}

pub(super) async fn edit_profile(exchange: Exchange, sent: Sent) -> Answer {
    let (current, users) = (signed_in(&exchange).await?, exchange.users());
    let form = |user: &User, fields| {
        let form = users.forms().edit_profile(&Typed { fields, ..Typed::default() });
        form.hiding("shown", Some(users.shown_profile(user)))
    };
    if sent.form.is_none() {
        let form = form(&current.user, users.typed_profile(&current.user));
        return show(&exchange, form, &Violations::none()).await;
    }
    let declared = exchange.settings().profile_fields().into_iter();
    let fields: BTreeMap<_, _> = declared.map(|field| (field.name.clone(), sent.text(&field.name))).collect();
    let typed = EditProfileForm { fields, shown: sent.text("shown") };
    match users.edit_profile(&current, &typed, &exchange.visitor().await?).await {
        Ok(()) => {
            exchange.forget_language();
            Ok(exchange.redirect("/own/edited", Some(&Notice::PROFILE_SAVED)))
        }
        Err(error) => {
            let (merged, _) = users.merged_profile(&current.user, &typed);
            refuse(&exchange, error, form(&current.user, merged)).await
        }
    }
}

/// The picture, with a form as browsers post it; below, the button that removes it.
pub(super) async fn picture(exchange: Exchange, sent: Sent, steps: &[&str]) -> Answer {
    let (current, users) = (signed_in(&exchange).await?, exchange.users());
    let visitor = exchange.visitor().await?;
    match (steps, sent.form) {
        ([], None) => show(&exchange, users.forms().picture(), &Violations::none()).await,
        ([], Some(_)) => {
            let Some(Uploaded { file, turn, room: _room, .. }) = exchange.take_upload() else {
                return Err(Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE).into());
            };
            match users.set_picture(turn, file, &visitor).await {
                Ok(()) => Ok(exchange.redirect("/own/pictured", Some(&Notice::PICTURE_SAVED))),
                Err(error) => refuse(&exchange, error, users.forms().picture()).await,
            }
        }
        (["remove"], Some(_)) => {
            users.remove_picture(&current, &visitor).await.map_err(Refusal::from)?;
            Ok(exchange.redirect("/own/removed", Some(&Notice::PICTURE_REMOVED)))
        }
        _ => Err(not_there()),
    }
}

pub(super) async fn pictures(exchange: Exchange, steps: &[&str]) -> Answer {
    let [name] = steps else { return Err(not_there()) };
    let (id, size) = name.rsplit_once('-').ok_or_else(not_there)?;
    let (id, size) = (id.parse().map_err(|_| not_there())?, PictureSize::parse(size).ok_or_else(not_there)?);
    let file = exchange.users().picture(id, size).await?.ok_or_else(not_there)?;
    let kind = HeaderValue::from_static(file.format.media_type());
    let mut response = Response::new(file.bytes.into());
    response.headers_mut().insert(header::CONTENT_TYPE, kind);
    Ok(response)
}

pub(super) async fn change_username(exchange: Exchange, sent: Sent) -> Answer {
    let (current, users) = (fresh(&exchange).await?, exchange.users());
    let form = |username: &str| {
        users.forms().change_username(&Typed { username: username.to_owned(), ..Typed::default() })
    };
    if sent.form.is_none() {
        let present = current.user.username.as_ref().map_or("", Username::as_str);
        return show(&exchange, form(present), &Violations::none()).await;
    }
    let (new_username, old_password) = (sent.text("new_username"), sent.text("old_password"));
    let typed = ChangeUsernameForm { new_username, old_password };
    match users.change_username(&current, &typed, &exchange.visitor().await?).await {
        Ok(username) => {
            let notice = Notice::USERNAME_CHANGED.with("username", username.to_string());
            Ok(exchange.redirect("/own/renamed", Some(&notice)))
        }
        Err(error) => refuse(&exchange, error, form(&typed.new_username)).await,
    }
}

pub(super) async fn change_password(exchange: Exchange, sent: Sent) -> Answer {
    let current = fresh(&exchange).await?;
    let form = || -> FormView { exchange.users().forms().change_password(&Typed::of(&current.user)) };
    if sent.form.is_none() {
        return show(&exchange, form(), &Violations::none()).await;
    }
    let typed = ChangePasswordForm {
        old_password: sent.text("old_password"),
        new_password: sent.text("new_password"),
        retype_password: sent.text("retype_password"),
    };
    match exchange.users().change_password(&current, &typed, &exchange.visitor().await?).await {
        Ok(signed_in) => {
            // Every session has ended, also the one of this browser: it goes on in the new one.
            exchange.sign_in(&signed_in);
            Ok(exchange.redirect("/own/changed", Some(&Notice::PASSWORD_CHANGED)))
        }
        Err(error) => refuse(&exchange, error, form()).await,
    }
}

pub(super) async fn sessions(exchange: Exchange, sent: Sent, steps: &[&str]) -> Answer {
    let (current, users) = (signed_in(&exchange).await?, exchange.users());
    match (steps, sent.form) {
        ([], None) => {
            let sessions = users.sessions(current.user.id).await?;
            let ids: Vec<_> = sessions.iter().map(|session| session.id.to_string()).collect();
            page(&exchange, "sessions", json!({ "sessions": ids, "own": current.session.id.to_string() }))
                .await
        }
        (["others"], Some(_)) => {
            let renewed = users.revoke_other_sessions(&current, &exchange.visitor().await?).await?;
            if let Some(renewed) = renewed {
                exchange.sign_in(&renewed);
            }
            Ok(exchange.redirect("/own/alone", Some(&Notice::SESSIONS_REVOKED)))
        }
        ([id], Some(_)) => {
            let id = id.parse().map_err(|_| not_there())?;
            users.revoke_session(current.user.id, id).await.map_err(Refusal::from)?;
            Ok(exchange.redirect("/own/ended", Some(&Notice::SESSION_REVOKED)))
        }
        _ => Err(not_there()),
    }
}

pub(super) async fn delete(exchange: Exchange, sent: Sent) -> Answer {
    let (current, users) = (fresh(&exchange).await?, exchange.users());
    let form = || users.forms().delete_account(&Typed::of(&current.user));
    if sent.form.is_none() {
        return show(&exchange, form(), &Violations::none()).await;
    }
    let typed = DeleteAccountForm { account_name: sent.text("account_name") };
    let notice = match users.delete_account(&current, &typed, &exchange.visitor().await?).await {
        Ok(AccountDeletion::Done) => Notice::ACCOUNT_DELETED,
        Ok(AccountDeletion::Due(due)) => {
            Notice::DELETION_SCHEDULED.with("due", current.user.shown_zone().readable(due))
        }
        Err(error) => return refuse(&exchange, error, form()).await,
    };
    exchange.sign_out();
    Ok(exchange.redirect("/own/leaving", Some(&notice)))
}

pub(super) async fn keep(exchange: Exchange, sent: Sent) -> Answer {
    let (current, users) = (signed_in(&exchange).await?, exchange.users());
    if sent.form.is_none() {
        return show(&exchange, users.forms().keep_account(), &Violations::none()).await;
    }
    users.keep_account(&current).await.map_err(Refusal::from)?;
    Ok(exchange.redirect("/own/kept", Some(&Notice::ACCOUNT_KEPT)))
}

pub(super) async fn export(exchange: Exchange, sent: Sent, steps: &[&str]) -> Answer {
    let (current, users) = (fresh(&exchange).await?, exchange.users());
    let visitor = exchange.visitor().await?;
    match (steps, sent.form) {
        ([], None) => show(&exchange, users.forms().export_data(), &Violations::none()).await,
        ([], Some(_)) => {
            users.ask_for_export(&current, &visitor).await.map_err(Refusal::from)?;
            Ok(exchange.redirect("/own/asked", Some(&Notice::EXPORT_ASKED)))
        }
        (["data.json"], None) => {
            let found = users.export(&current, &visitor).await?.ok_or_else(not_there)?;
            Ok(Response::new(UserManager::export_json(&found)?.into()))
        }
        _ => Err(not_there()),
    }
}
