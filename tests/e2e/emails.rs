//! Several addresses of one user, and one in place of another, on the running demo.

use user_e2e::{Demo, Page, Visitor, words};

const PAGE: &str = "/user/manage-emails";
const OTHER: &str = "Lovelace@example.org";

/// S080, S081, S083, S085 and S086: added, confirmed from its mail, signed in with, made primary, and the former one removed.
#[tokio::test]
async fn a_user_moves_to_another_address() {
    let site = Demo::setup().start().await;
    let mut ada = site.visitor("ada");
    ada.settles_in().await;

    let page = ada.fills_in(PAGE, &[("email", OTHER)]).await;
    assert!(ada.follows(page).await.notices().concat().contains(OTHER));
    let mail = ada.mailbox.next(OTHER, 0).await;
    let page = ada.confirms(mail.link("/confirm-email/").unwrap()).await;
    assert_eq!(page.notices(), [words("en", "notice-email-confirmed")]);
    let elsewhere = ada.elsewhere().with_username(OTHER.to_lowercase());
    elsewhere.signs_in().await;
    assert!(elsewhere.is_signed_in().await);

    assert!(presses(&ada, "/make-primary").await.notices().concat().contains(OTHER));
    for _ in ["email_added", "email_confirmed"] {
        assert!(ada.reads_mail().await.link("/undo-email-change/").is_some());
    }
    let changed = ada.reads_mail().await;
    assert!(changed.link("/undo-email-change/").is_some(), "{changed:?}");
    let page = presses(&ada, "/delete").await;
    assert!(page.notices().concat().contains(&ada.email));
    assert_eq!(page.texts(".rows .name"), [OTHER]);
}

#[tokio::test]
async fn a_stolen_address_is_taken_back_from_the_mail() {
    let site = Demo::setup().with("FEATURES__MULTIPLE_EMAILS", "false").start().await;
    let mut ada = site.visitor("ada");
    ada.settles_in().await;
    let thief = ada.elsewhere();
    thief.signs_in().await;
    let typed = [("new_email", OTHER), ("old_password", ada.password.as_str())];
    assert_eq!(thief.fills_in("/user/change-email", &typed).await.status, 303);
    let mail = ada.mailbox.next(OTHER, 0).await;
    thief.confirms(mail.link("/confirm-email/").unwrap()).await;
    ada.reads_mail().await;

    let undo = ada.reads_mail().await;
    let page = ada.goes_to(undo.link("/undo-email-change/").unwrap()).await;
    let page = ada.sends(&page.form("/undo-email-change"), &[]).await;
    let page = ada.follows(page).await;

    assert_eq!(page.notices(), [words("en", "notice-email-change-undone")]);
    assert!(!thief.is_signed_in().await);
    let new = "seven amber bicycles hum";
    let page =
        ada.sends(&page.form("/reset-password"), &[("new_password", new), ("retype_password", new)]).await;
    assert_eq!(page.status, 303, "{:?}", page.errors());
    let back = ada.elsewhere().with_username(ada.email.clone()).with_password(new);
    back.signs_in().await;
    assert!(back.is_signed_in().await);
}

async fn presses(ada: &Visitor, button: &str) -> Page {
    let page = ada.goes_to(PAGE).await;
    let form = page.forms().into_iter().find(|form| form.action.ends_with(button));
    let form = form.unwrap_or_else(|| panic!("no button {button}"));
    let page = ada.sends(&form, &[]).await;
    ada.follows(page).await
}
