//! A form that one user filled in, sent when another is signed in.

use user_core::settings::{FieldDeclaration, FieldKind, InvitationMode, Settings};

use crate::it::browser::{Answer, Browser};
use crate::it::site::Site;

const SECRET: &str = "typed by ada alone";

fn everything(settings: &mut Settings) {
    settings.features.multiple_emails = true;
    settings.invitations.mode = InvitationMode::Optional;
    settings.fields = vec![FieldDeclaration::new("motto", FieldKind::default())];
}

/// Opens `path` as ada, signs in as grace in another tab, and sends ada's form with what she typed.
async fn sent_as_grace(site: &Site, path: &str, typed: &[(&str, &str)]) -> (Browser, Answer) {
    site.member("grace", &[]).await;
    let mut browser = site.signed_in("ada", &[]).await;
    let page = browser.get(path).await;
    assert_eq!(page.status, 200, "{path}");
    let token = browser.token.clone();
    browser.fill("/user/sign-out", &[]).await;
    let mut browser = browser.signs_in("grace").await;

    browser.token = token;
    let answer = browser.submit(&page, typed).await;
    (browser, answer)
}

#[tokio::test]
async fn what_one_user_typed_is_not_shown_to_the_next_who_is_told_who_is_signed_in() {
    let forms: [(&str, &[(&str, &str)]); 5] = [
        ("/user/edit-profile", &[("motto", SECRET)]),
        ("/user/change-username", &[("new_username", SECRET)]),
        ("/user/manage-emails", &[("email", SECRET)]),
        ("/user/invite", &[("email", SECRET)]),
        ("/user/change-password", &[("old_password", SECRET)]),
    ];
    for (path, typed) in forms {
        let site = Site::with(everything);

        let (_, answer) = sent_as_grace(&site, path, typed).await;

        assert_eq!((answer.status, answer.errors()), (403, vec!["form-other-account".to_owned()]), "{path}");
        assert!(!answer.body.contains(SECRET), "{path} {}", answer.body);
        assert_eq!(answer.form()["errors"][0]["args"]["name"], "grace", "{path}");
    }
}

#[tokio::test]
async fn the_only_address_is_not_changed_to_what_somebody_else_typed() {
    let site = Site::new();

    let (_, answer) = sent_as_grace(&site, "/user/change-email", &[("new_email", SECRET)]).await;

    assert_eq!((answer.status, answer.errors()), (403, vec!["form-other-account".to_owned()]));
    assert_eq!(answer.field("new_email")["value"], "");
}

#[tokio::test]
async fn sending_the_form_that_is_shown_then_writes_what_the_second_user_has() {
    let site = Site::with(everything);
    let (mut grace, shown) = sent_as_grace(&site, "/user/edit-profile", &[("motto", SECRET)]).await;
    assert_eq!(shown.field("motto")["value"], "");

    grace.submit(&shown, &[("motto", "my own")]).await.assert_leads_to("/user/profile");

    assert_eq!(grace.get("/user/edit-profile").await.field("motto")["value"], "my own");
    let (_, shown) = sent_again(&site).await;
    assert_eq!(shown.field("new_username")["value"], "grace");
}

/// The same once more, with the form for the username.
async fn sent_again(site: &Site) -> (Browser, Answer) {
    let mut browser = site.browser().signs_in("ada").await;
    let page = browser.get("/user/change-username").await;
    let token = browser.token.clone();
    browser.fill("/user/sign-out", &[]).await;
    let mut browser = browser.signs_in("grace").await;
    browser.token = token;
    let answer = browser.submit(&page, &[("new_username", "somebody")]).await;
    (browser, answer)
}

#[tokio::test]
async fn the_same_user_signed_in_anew_finds_what_they_typed() {
    let site = Site::with(everything);
    let mut browser = site.signed_in("ada", &[]).await;
    let page = browser.get("/user/edit-profile").await;
    let token = browser.token.clone();
    browser.fill("/user/sign-out", &[]).await;
    let mut browser = browser.signs_in("ada").await;

    browser.token = token;
    let answer = browser.submit(&page, &[("motto", SECRET)]).await;

    assert_eq!((answer.status, answer.errors()), (403, vec!["form-expired".to_owned()]));
    assert_eq!(answer.field("motto")["value"], SECRET);
}
