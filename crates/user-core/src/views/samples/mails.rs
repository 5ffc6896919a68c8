//! Samples of what a mail is given.

use crate::domain::{Locale, MailKind};
use crate::look::Look;
use crate::views::{MailView, direction};

pub(super) fn mail(kind: MailKind, locale: &Locale, full: bool) -> MailView {
    let linked = match kind {
        MailKind::CONFIRM_EMAIL | MailKind::FORGOT_PASSWORD | MailKind::EXPORT_READY | MailKind::INVITE => {
            true
        }
        MailKind::REGISTERED | MailKind::PRIMARY_EMAIL_CHANGED => full,
        _ => false,
    };
    let given = |text: &str| full.then(|| text.to_owned());
    MailView {
        kind,
        app_name: "Tea & <Biscuits>".to_owned(),
        home: "https://example.com".to_owned(),
        look: Look::default().for_mails(),
        support_email: given("desk@example.com"),
        locale: locale.clone(),
        direction: direction(locale),
        name: given("Ada <Lovelace>"),
        email: "ada@example.com".to_owned(),
        link: linked.then(|| "https://example.com/user/confirm-email/AbC-123".to_owned()),
        link_days: if full && kind == MailKind::PRIMARY_EMAIL_CHANGED { 7 } else { 0 },
        link_hours: if full { 48 } else { 0 },
        link_minutes: if full { 2_880 } else { 30 },
        sign_in: "https://example.com/user/sign-in".to_owned(),
        forgot_password: given("https://example.com/user/forgot-password"),
        new_username: (kind == MailKind::USERNAME_CHANGED).then(|| "Countess <b>".to_owned()),
        about: is_about_an_address(kind).then(|| "<new>@example.org".to_owned()),
        at: Some("2026-11-22 20:15 UTC".to_owned()),
        due: is_about_a_moment(kind).then(|| "2026-12-22 20:15 UTC".to_owned()),
        user_agent: given("Firefox <140> on Linux"),
        address: given("192.0.2.7"),
        inviter: given("Grace <b>").filter(|_| kind == MailKind::INVITE),
    }
}

const fn is_about_an_address(kind: MailKind) -> bool {
    matches!(kind, MailKind::EMAIL_ADDED | MailKind::EMAIL_REMOVED | MailKind::PRIMARY_EMAIL_CHANGED)
}

const fn is_about_a_moment(kind: MailKind) -> bool {
    matches!(kind, MailKind::DELETION_SCHEDULED | MailKind::EXPORT_READY | MailKind::SECOND_STEP_RESET)
}
