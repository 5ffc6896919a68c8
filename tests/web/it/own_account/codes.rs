//! Recovery codes: making them, and using one.

use serde_json::json;
use user_core::domain::{Notice, RecoveryCode, Violations};
use user_core::flows::{Admission, RecoveryCodeForm, Refusal, ResetByRecoveryCodeForm};
use user_core::views::Typed;
use user_web::Exchange;

use super::{Answer, Sent, fresh, not_there, refuse, show, show_with};

pub(super) async fn make(exchange: Exchange, sent: Sent, steps: &[&str]) -> Answer {
    let (current, users) = (fresh(&exchange).await?, exchange.users());
    let shown = sent.text("shown");
    match (steps, &sent.form) {
        ([], None) => {
            let codes = users.shown_recovery_codes(&current, &shown).await?;
            let codes: Vec<_> = codes.iter().map(RecoveryCode::grouped).collect();
            let forms = users.forms();
            let form =
                if codes.is_empty() { forms.recovery_codes() } else { forms.recovery_codes_saved(&shown) };
            let left = users.recovery_codes_left(&current).await?.unused;
            show_with(&exchange, form, &Violations::none(), json!({ "codes": codes, "left": left })).await
        }
        ([], Some(_)) => {
            let made = users.make_recovery_codes(&current, &exchange.visitor().await?).await;
            let page = exchange.path(|paths| &paths.recovery_codes);
            let shown = made.map_err(Refusal::from)?;
            Ok(exchange.redirect(&format!("{page}?shown={shown}"), None))
        }
        (["saved"], Some(_)) => {
            users.recovery_codes_saved(&current, &shown).await?;
            Ok(exchange.redirect("/own/saved", None))
        }
        _ => Err(not_there()),
    }
}

pub(super) async fn take(exchange: Exchange, sent: Sent) -> Answer {
    let (users, visitor) = (exchange.users(), exchange.visitor().await?);
    let recovery_code = sent.text("recovery_code");
    if let Some(current) = exchange.current().await? {
        let form = users.forms().recovery_code_proof();
        if sent.form.is_none() {
            return show(&exchange, form, &Violations::none()).await;
        }
        return match users
            .prove_by_recovery_code(current, &RecoveryCodeForm { recovery_code }, &visitor)
            .await
        {
            Ok(proven) => {
                // The session goes on under another id.
                exchange.sign_in(&proven.signed_in);
                let notice = Notice::RECOVERY_CODE_USED.with("left", proven.left);
                Ok(exchange.redirect("/own/proven", Some(&notice)))
            }
            Err(error) => refuse(&exchange, error, form).await,
        };
    }
    let typed = Typed { username: sent.text("username"), ..Typed::default() };
    let form = users.forms().use_recovery_code(&typed);
    if sent.form.is_none() {
        return show(&exchange, form, &Violations::none()).await;
    }
    let wish = ResetByRecoveryCodeForm {
        identifier: sent.text("username"),
        recovery_code,
        new_password: sent.text("new_password"),
        retype_password: sent.text("retype_password"),
    };
    match users.reset_by_recovery_code(&wish, &visitor).await {
        Ok(reset) => {
            exchange.keep_device(&reset.device);
            if let Some(Admission::SignedIn(signed_in)) = &reset.admission {
                exchange.sign_in(signed_in);
            }
            Ok(exchange.redirect("/own/recovered", Some(&Notice::PASSWORD_RESET)))
        }
        Err(error) => refuse(&exchange, error, form).await,
    }
}
