//! The second step of signing in, and the apps that show its codes.

use serde_json::json;
use user_core::domain::{CredentialId, Notice, TotpSecret, Violations};
use user_core::flows::{Refusal, SecondStepError, SecondStepForm, SetUpTotpForm};
use user_core::ports::Clock as _;
use user_web::Exchange;

use super::{Answer, Sent, fresh, leading, not_there, refuse, show, show_with, site_with};
use crate::it::site::{MINUTE, PASSWORD};

pub(super) async fn pass(exchange: Exchange, sent: Sent) -> Answer {
    let (users, visitor, step) = (exchange.users(), exchange.visitor().await?, sent.text("step"));
    let takes_recovery_code = !sent.text("recovery_code").is_empty();
    let form = leading(&exchange, users.forms().second_step(&step, takes_recovery_code), &sent.text("next"));
    if users.second_step_of(&step, &visitor).await?.is_none() {
        return Ok(exchange.redirect("/own/gone", Some(&Notice::SECOND_STEP_GONE)));
    }
    if sent.form.is_none() {
        return show(&exchange, form, &Violations::none()).await;
    }
    let typed = SecondStepForm {
        step,
        totp_code: sent.text("totp_code"),
        recovery_code: sent.text("recovery_code"),
        trust_device: !sent.text("trust_device").is_empty(),
    };
    match users.second_step(&typed, &visitor).await {
        Ok(passed) => {
            exchange.sign_in(&passed.signed_in);
            if let Some(trusted) = &passed.trusted {
                exchange.keep_trusted(trusted);
            }
            let to = exchange.next_or(&sent.text("next"), "/own/in");
            Ok(exchange.redirect(&to, Some(&Notice::SIGNED_IN)))
        }
        Err(SecondStepError::Gone) => Ok(exchange.redirect("/own/gone", Some(&Notice::SECOND_STEP_GONE))),
        Err(error) => refuse(&exchange, error, form).await,
    }
}

pub(super) async fn apps(exchange: Exchange, sent: Sent, steps: &[&str]) -> Answer {
    let (current, users, visitor) = (fresh(&exchange).await?, exchange.users(), exchange.visitor().await?);
    let shown = sent.text("shown");
    match (steps, &sent.form) {
        ([], None) => {
            if let Some(under_way) = users.totp_under_way(&current, &shown).await? {
                let (form, none) = (users.forms().set_up_totp(&shown, ""), Violations::none());
                return show_with(&exchange, form, &none, json!({ "key": under_way.secret.key() })).await;
            }
            let apps = users.totp_apps(&current).await?;
            let apps: Vec<_> = apps.iter().map(|app| app.id.to_string()).collect();
            let form = users.forms().authenticator_apps();
            show_with(&exchange, form, &Violations::none(), json!({ "apps": apps })).await
        }
        ([], Some(_)) => {
            let begun = users.begin_totp(&current, &visitor).await.map_err(Refusal::from)?;
            let page = exchange.path(|paths| &paths.authenticator_apps);
            Ok(exchange.redirect(&format!("{page}?shown={begun}"), None))
        }
        (["new", "confirm"], Some(_)) => {
            let (totp_code, label) = (sent.text("totp_code"), sent.text("label"));
            let form = users.forms().set_up_totp(&shown, &label);
            let typed = SetUpTotpForm { reference: shown, totp_code, label };
            match users.set_up_totp(&current, &typed, &visitor).await {
                Ok(done) => {
                    exchange.sign_in(&done.signed_in);
                    Ok(exchange.redirect("/own/set-up", Some(&Notice::TOTP_ADDED)))
                }
                Err(error) => refuse(&exchange, error, form).await,
            }
        }
        ([app, what], Some(_)) => {
            let id: CredentialId = app.parse().map_err(|_| not_there())?;
            let (to, outcome) = match *what {
                "rename" => {
                    let label = sent.text("label");
                    ("/own/renamed", users.rename_totp(&current, id, &label, &visitor).await)
                }
                "remove" => ("/own/removed", users.remove_totp(&current, id, &visitor).await),
                _ => return Err(not_there()),
            };
            outcome.map_err(Refusal::from)?;
            Ok(exchange.redirect(to, Some(&Notice::TOTP_REMOVED)))
        }
        _ => Err(not_there()),
    }
}

/// Sets an app up, signs in with its codes, and removes it.
pub(super) async fn story() {
    let site = site_with(|settings| settings.features.totp = true);
    let mut ada = site.signed_in("ada", &[]).await;
    let begun = ada.fill("/user/authenticator-apps", &[]).await;
    let page = ada.follow_once(&begun).await;
    let app = TotpSecret::of_key(page.data()["more"]["key"].as_str().unwrap()).unwrap();
    let code = || app.code_at(site.clock.now()).digits();
    let wrong = ada.submit(&page, &[("totp_code", "12345")]).await;
    wrong.assert_shows(422, "own-set-up-totp");
    ada.submit(&page, &[("totp_code", &code())]).await.assert_leads_to("/own/set-up");
    site.after(MINUTE);

    let mut phone = site.browser();
    let asked = phone.fill("/user/sign-in", &[("username", "ada"), ("password", PASSWORD)]).await;
    let page = phone.follow_once(&asked).await;
    phone.submit(&page, &[("totp_code", "12345")]).await.assert_shows(422, "own-second-step");
    phone.submit(&page, &[("totp_code", &code())]).await.assert_leads_to("/own/in");
    let id = phone.get("/user/authenticator-apps").await.data()["more"]["apps"][0].clone();
    let path = |what: &str| format!("/user/authenticator-apps/{}/{what}", id.as_str().unwrap());
    phone.post(&path("rename"), &[("label", "Phone")]).await.assert_leads_to("/own/renamed");
    phone.post(&path("remove"), &[]).await.assert_leads_to("/own/removed");

    assert!(phone.is_signed_in().await);
}
