//! What people do with the pages of the app's own. Each story ends by naming the pages that it drove.

use http::Method;
use serde_json::{Value, json};
use user_web::Page;

use super::{ANSWERED, second_step, site_with};
use crate::it::body::Body;
use crate::it::browser::{Answer, Browser};
use crate::it::picture::multipart;
use crate::it::site::{MINUTE, OTHER_PASSWORD, PASSWORD};

/// Each of these answered in this test.
#[track_caller]
pub(super) fn drove<const N: usize>(pages: [Page; N]) {
    ANSWERED.with_borrow(|answered| {
        for page in pages {
            assert!(answered.contains(&page), "{page:?} did not answer: {answered:?}");
        }
    });
}

#[test]
fn every_row_of_the_table_of_pages_is_driven() {
    let stories = concat!(include_str!("stories.rs"), include_str!("leaving.rs"));
    let driven: Vec<_> =
        stories.match_indices("drove([").filter_map(|(at, _)| stories[at..].split("])").next()).collect();
    let missing = |page: &Page| {
        !driven.iter().any(|list| list.split(['[', ',', ' ']).any(|name| name == format!("Page::{page:?}")))
    };
    let missing: Vec<_> = Page::ALL.into_iter().filter(missing).collect();

    assert!(missing.is_empty(), "no story drives an own page in the place of {missing:?}");
}

#[tokio::test]
async fn an_own_registration_keeps_the_mark_of_the_browser_and_where_it_wanted_to_go() {
    let site = site_with(|_| {});
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
    drove([Page::Register, Page::ConfirmEmail]);
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
    let site = site_with(|_| {});
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
    browser.sign_in_with("ada", OTHER_PASSWORD).await.assert_leads_to("/own/in");
    site.browser().sign_in_with("grace", PASSWORD).await.assert_leads_to("/own/in");
    drove([Page::ForgotPassword, Page::ResetPassword]);
}

#[tokio::test]
async fn own_pages_take_an_invitation_and_register_or_accept_by_it() {
    let site = site_with(|_| {});
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
    drove([Page::Invite, Page::AcceptInvitation, Page::Register]);
}

#[tokio::test]
async fn an_own_page_confirms_elsewhere_by_the_password() {
    let site = site_with(|_| {});
    site.browser().registers("ada").await.assert_leads_to("/own/registered");
    let mut elsewhere = site.browser();
    let again = elsewhere.fill("/user/resend-confirm-email", &[("email", "no address")]).await;
    again.assert_shows(422, "own-resend-confirm-email");
    site.after(MINUTE);
    elsewhere.submit(&again, &[("email", "ada@example.com")]).await.assert_leads_to("/own/resent");
    site.after(MINUTE);
    elsewhere.fill("/user/check-email", &[]).await.assert_leads_to("/own/sent-again");
    let link = site.link_to("ada").await;
    let page = opened(&mut elsewhere, &link, "/user/confirm-email").await;
    let page = elsewhere.get(&page).await;
    assert_eq!(page.field("password")["value"], "");

    elsewhere.submit(&page, &[("password", "wrong")]).await.assert_shows(422, "own-confirm-email");
    elsewhere.submit(&page, &[("password", PASSWORD)]).await.assert_leads_to("/own/confirmed");

    drove([Page::ResendConfirmEmail, Page::CheckEmail, Page::ConfirmEmail]);
}

#[tokio::test]
async fn own_pages_let_people_in_and_out_again() {
    let site = site_with(|_| {});
    site.member("ada", &[]).await;
    let mut ada = site.browser();
    let both = ada.get("/user/sign-in-or-register?next=%2Fgreet").await;
    both.assert_shows(200, "own-sign-in-or-register");
    assert_eq!(both.data()["register"]["action"], "/user/register");

    ada.submit(&both, &[("username", "ada"), ("password", "wrong")]).await.assert_shows(422, "own-sign-in");
    let fields = [("username", "ada"), ("password", PASSWORD)];
    ada.submit(&both, &fields).await.assert_leads_to("/greet");
    assert_eq!(ada.get("/greet").await.body, "ada");
    ada.get("/user/sign-in").await.assert_leads_to("/");
    ada.get("/page").await;
    ada.fill("/user/sign-out", &[]).await.assert_leads_to("/own/out");

    assert!(!ada.is_signed_in().await);
    drove([Page::SignInOrRegister, Page::SignIn, Page::SignOut]);
}

#[tokio::test]
async fn an_own_page_keeps_the_language_and_tells_how_strong_a_password_is() {
    let site = site_with(|_| {});
    let mut browser = site.browser();
    browser.get("/page").await;

    assert_eq!(browser.post("/user/language", &[("language", "xx")]).await.status, 422);
    let fields = [("language", "nl"), ("next", "/page")];
    browser.post("/user/language", &fields).await.assert_leads_to("/page");
    assert_eq!(browser.get("/page").await.header("content-language"), Some("nl"));
    let weak = browser.post("/user/password-strength", &[("password", "letmein")]).await.json();
    let strong = browser.post("/user/password-strength", &[("password", PASSWORD)]).await.json();

    assert_eq!((&weak["score"], &strong["score"]), (&json!(0), &json!(4)));
    assert!(strong["message"].as_str().unwrap().contains("strength-strong"), "{strong}");
    drove([Page::Language, Page::PasswordStrength]);
}

#[tokio::test]
async fn own_pages_change_username_and_password_and_the_browser_stays_signed_in() {
    let site = site_with(|_| {});
    let mut ada = site.signed_in("ada", &[]).await;
    let mut phone = site.browser().signs_in("ada").await;

    let names = [("new_username", "!"), ("old_password", PASSWORD)];
    ada.fill("/user/change-username", &names).await.assert_shows(422, "own-change-username");
    let names = [("new_username", "countess"), ("old_password", PASSWORD)];
    ada.fill("/user/change-username", &names).await.assert_leads_to("/own/renamed");
    assert_eq!(phone.get("/greet").await.body, "countess");
    ada.get("/.well-known/change-password").await.assert_leads_to("/user/change-password");
    let fields =
        [("old_password", PASSWORD), ("new_password", OTHER_PASSWORD), ("retype_password", OTHER_PASSWORD)];
    let wrong = ada.fill("/user/change-password", &[("old_password", PASSWORD)]).await;
    wrong.assert_shows(422, "own-change-password");
    let changed = ada.submit(&wrong, &fields).await;

    changed.assert_leads_to("/own/changed");
    assert!(changed.set_cookie("session").is_some());
    assert!(ada.is_signed_in().await && !phone.is_signed_in().await);
    drove([Page::ChangeUsername, Page::ChangePassword, Page::ChangePasswordUrl]);
}

#[tokio::test]
async fn own_pages_make_recovery_codes_and_take_them() {
    let site = site_with(|settings| settings.features.recovery_codes = true);
    let mut ada = site.signed_in("ada", &[]).await;
    let made = ada.fill("/user/recovery-codes", &[]).await;
    let page = ada.follow_once(&made).await;
    let codes = page.data()["more"]["codes"].clone();
    let code = |index: usize| codes[index].as_str().unwrap().to_owned();
    ada.submit(&page, &[]).await.assert_leads_to("/own/saved");
    assert_eq!(ada.follow_once(&made).await.data()["more"]["codes"], json!([]));

    let wrong = ada.fill("/user/use-recovery-code", &[("recovery_code", "ABC")]).await;
    wrong.assert_shows(422, "own-use-recovery-code");
    ada.submit(&wrong, &[("recovery_code", &code(0))]).await.assert_leads_to("/own/proven");
    let mut phone = site.browser();
    let new = [("new_password", OTHER_PASSWORD), ("retype_password", OTHER_PASSWORD)];
    let who = [("username", "ada"), ("recovery_code", &code(1))];
    let fields: Vec<_> = who.into_iter().chain(new).collect();
    phone.fill("/user/use-recovery-code", &fields).await.assert_leads_to("/own/recovered");

    assert!(!ada.is_signed_in().await);
    drove([Page::RecoveryCodes, Page::UseRecoveryCode]);
}

#[tokio::test]
async fn own_pages_set_up_an_app_and_take_its_codes() {
    second_step::story().await;

    drove([Page::SecondStep, Page::AuthenticatorApps]);
}

#[tokio::test]
async fn own_pages_end_one_session_and_all_others() {
    let site = site_with(|_| {});
    let mut ada = site.signed_in("ada", &[]).await;
    let (mut phone, mut tablet) =
        (site.browser().signs_in("ada").await, site.browser().signs_in("ada").await);
    let page = ada.get("/user/sessions").await.data();
    let own = page["more"]["own"].as_str().unwrap();
    let other = page["more"]["sessions"].as_array().unwrap().iter().find(|id| id.as_str() != Some(own));
    let other = format!("/user/sessions/{}", other.and_then(Value::as_str).unwrap());

    ada.post(&other, &[]).await.assert_leads_to("/own/ended");
    let left = [phone.is_signed_in().await, tablet.is_signed_in().await];
    assert_eq!(left.iter().filter(|is_in| **is_in).count(), 1, "{left:?}");
    ada.post("/user/sessions/others", &[]).await.assert_leads_to("/own/alone");

    assert!(!phone.is_signed_in().await && !tablet.is_signed_in().await && ada.is_signed_in().await);
    drove([Page::Sessions]);
}

#[tokio::test]
async fn an_own_page_changes_the_address_and_another_takes_the_account_back() {
    let site = site_with(|_| {});
    let mut ada = site.signed_in("ada", &[]).await;
    let wish = [("new_email", "nowhere"), ("old_password", PASSWORD)];
    ada.fill("/user/change-email", &wish).await.assert_shows(422, "own-change-email");
    let wish = [("new_email", "new@example.com"), ("old_password", PASSWORD)];
    ada.fill("/user/change-email", &wish).await.assert_leads_to("/own/mailed");
    let link = site.link_to("new").await;
    ada.fill_linked(&link, &[]).await.assert_leads_to("/own/confirmed");
    let link = site.link_to("ada").await;

    let mut owner = site.browser();
    let page = opened(&mut owner, &link, "/user/undo-email-change").await;
    let undone = owner.fill(&page, &[]).await;
    undone.assert_leads_to_linked("/user/reset-password");
    assert!(!ada.is_signed_in().await, "the intruder is out");
    let page = owner.follow(undone).await;
    let new = [("new_password", OTHER_PASSWORD), ("retype_password", OTHER_PASSWORD)];
    assert_eq!(owner.submit(&page, &new).await.status, 303);

    owner.get(&link).await;
    owner.get("/user/undo-email-change").await.assert_leads_to("/page");
    assert!({
        let mut browser = site.browser();
        browser.sign_in_with("ada", OTHER_PASSWORD).await;
        browser.is_signed_in().await
    });
    drove([Page::ChangeEmail, Page::UndoEmailChange, Page::ResetPassword]);
}

#[tokio::test]
async fn own_pages_add_confirm_prefer_and_remove_addresses() {
    let site = site_with(|settings| settings.features.multiple_emails = true);
    let mut ada = site.signed_in("ada", &[]).await;
    let wrong = ada.fill("/user/manage-emails", &[("email", "nowhere")]).await;
    wrong.assert_shows(422, "own-add-email");
    ada.submit(&wrong, &[("email", "two@example.com")]).await.assert_leads_to("/own/added");
    let emails = ada.get("/user/manage-emails").await.data()["more"].clone();
    let id = |address: &str| {
        let all = emails.as_array().unwrap().iter();
        all.filter(|email| email[1] == address).map(|email| email[0].as_str().unwrap()).next().unwrap()
    };
    let act = |address: &str, action: &str| format!("/user/email/{}/{action}", id(address));

    site.after(MINUTE);
    ada.post(&act("two@example.com", "confirm"), &[]).await.assert_leads_to("/own/confirm");
    let link = site.link_to("two").await;
    ada.fill_linked(&link, &[]).await.assert_leads_to("/own/confirmed");
    ada.get("/page").await;
    ada.post(&act("two@example.com", "make-primary"), &[]).await.assert_leads_to("/own/make-primary");
    ada.post(&act("ada@example.com", "delete"), &[]).await.assert_leads_to("/own/delete");

    assert!(site.account("ada").await.is_none() && site.account("two").await.is_some());
    drove([Page::ManageEmails, Page::EmailAction]);
}

/// A form with a file, as browsers post it.
async fn uploads(browser: &mut Browser, token: &str, file: &[u8]) -> Answer {
    let headers = [("content-type", "multipart/form-data; boundary=limit")];
    let body = multipart(&[("csrf_token", token)], Some(("me.png", "image/png", file)));
    browser.send(Method::POST, "/user/picture", &headers, Body::from_vec(body)).await
}

#[tokio::test]
async fn own_pages_show_and_edit_the_profile_and_take_a_picture_from_a_form() {
    let site = site_with(|_| {});
    let mut ada = site.signed_in("ada", &["admin"]).await;
    ada.fill("/user/edit-profile", &[("motto", "Onwards")]).await.assert_leads_to("/own/edited");
    ada.fill("/user/edit-profile", &[("motto", &"x".repeat(9_999))])
        .await
        .assert_shows(422, "own-edit-profile");
    ada.get("/user/picture").await.assert_shows(200, "own-picture");
    let token = ada.token.clone();

    assert_eq!(uploads(&mut ada, "forged", b"picture 9").await.problem(), "csrf");
    assert_eq!(uploads(&mut site.browser(), &token, b"picture 9").await.problem(), "cookies");
    uploads(&mut ada, &token, b"nothing of the kind").await.assert_shows(422, "own-picture");
    uploads(&mut ada, &token, b"picture 9").await.assert_leads_to("/own/pictured");

    let profile = ada.get("/user/profile").await;
    profile.assert_shows(200, "own-profile");
    let more = &profile.data()["more"];
    assert_eq!(more["facts"][0]["value"]["text"], "Onwards");
    assert_eq!(profile.data()["site"]["links"]["invite"], "/user/invite", "an own page may lead there, too");
    assert_eq!(ada.get(more["picture"].as_str().unwrap()).await.header("content-type"), Some("image/png"));
    ada.post("/user/picture/remove", &[]).await.assert_leads_to("/own/removed");
    assert_eq!(ada.get("/user/profile").await.data()["more"]["picture"], json!(null));
    drove([Page::Profile, Page::EditProfile, Page::Picture, Page::Pictures]);
}

/// Does something to the only invitation.
async fn press(browser: &mut Browser, button: &str) -> Answer {
    let page = browser.get("/user/invite").await.data();
    let id = page["more"][0].as_str().expect("an invitation");
    browser.post(&format!("/user/invite/{id}/{button}"), &[]).await
}

#[tokio::test]
async fn an_own_page_sends_an_invitation_again_and_takes_it_back() {
    let site = site_with(|_| {});
    let mut ada = site.signed_in("ada", &["admin"]).await;
    ada.fill("/user/invite", &[("email", "nowhere")]).await.assert_shows(422, "own-invite");
    ada.fill("/user/invite", &[("email", "eve@example.com")]).await.assert_leads_to("/own/invited");

    site.after(MINUTE);
    press(&mut ada, "resend").await.assert_leads_to("/own/resend");
    let link = site.link_to("eve").await;
    press(&mut ada, "revoke").await.assert_leads_to("/own/revoke");

    let mut eve = site.browser();
    eve.get(&link).await;
    assert_eq!(eve.get("/user/register").await.form()["invite_token"], json!(null), "it is void");
    drove([Page::Invite]);
}
