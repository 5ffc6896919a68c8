//! The user's own page.

use serde_json::{Value, json};
use user_core::pages::MenuGroup;
use user_core::settings::{Identifiers, InvitationMode};

use crate::driver::pages;
use crate::it::site::Site;

const PAGE: &str = "/user/profile";

#[tokio::test]
async fn nobody_sees_it_without_being_signed_in() {
    Site::new().browser().get(PAGE).await.assert_leads_to("/user/sign-in?next=%2Fuser%2Fprofile");
}

#[tokio::test]
async fn it_shows_the_user_and_leads_to_every_page_that_is_on() {
    let site = Site::new();
    let mut ada = site.signed_in("ada", &["tester", "admin"]).await;

    let page = ada.get(PAGE).await;

    page.assert_shows(200, "profile");
    let data = page.data();
    let profile = &data["profile"];
    assert_eq!(profile["username"], "ada");
    assert_eq!(profile["emails"][0]["address"], "ada@example.com");
    assert_eq!(profile["emails"][0]["confirmed"], true);
    assert_eq!(profile["roles"], serde_json::json!(["admin", "tester"]));
    assert_eq!(profile["member_since"], "2030-01-01");
    let links = &data["site"]["links"];
    for link in ["change_password", "change_username", "sessions", "sign_out", "profile"] {
        assert!(links[link].is_string(), "{link}");
    }
    for link in ["sign_in", "register", "forgot_password", "resend_confirm_email", "mailbox"] {
        assert!(links[link].is_null(), "{link}");
    }
}

#[tokio::test]
async fn nothing_leads_to_a_page_that_is_off() {
    let site = Site::with(|settings| {
        settings.identifiers = Identifiers::Username;
        settings.features.change_password = false;
        settings.features.change_username = Some(false);
        settings.features.sessions = false;
    });
    let mut ada = site.signed_in("ada", &[]).await;

    let page = ada.get(PAGE).await;

    for path in ["change-password", "change-username", "sessions", "forgot-password", "confirm-email"] {
        let path = format!("/user/{path}");
        assert!(!page.body.contains(&path), "{path} in {}", page.body);
        assert_eq!(ada.get(&path).await.problem(), "not-found", "{path}");
    }
}

/// The pages of a menu by group, the current one in brackets.
fn menu(data: &Value) -> Value {
    let name = |item: &Value| {
        let id = item["id"].as_str().unwrap();
        if item["current"] == true { format!("[{id}]") } else { id.to_owned() }
    };
    let items =
        |group: &Value| group["items"].as_array().unwrap().iter().map(name).collect::<Vec<_>>().join(" ");
    let groups = data["site"]["menu"]["groups"].as_array().unwrap();
    groups.iter().map(|group| json!([group["id"], items(group)])).collect()
}

#[tokio::test]
async fn a_visitor_who_is_not_signed_in_has_no_menu() {
    let page = Site::new().browser().get("/user/sign-in").await;

    assert_eq!(menu(&page.data()), json!([]));
}

#[tokio::test]
async fn every_page_has_the_menu_with_the_page_that_one_is_on() {
    let site = Site::new();
    let mut ada = site.signed_in("ada", &[]).await;

    let you = |profile: &str| json!(["you", format!("{profile} edit-profile change-email")]);
    let rest = json!(["security", "change-username change-password sessions"]);
    let data = json!(["site", "export-data delete-account"]);
    assert_eq!(menu(&ada.get(PAGE).await.data()), json!([you("[profile]"), rest, data]));
    let rest = json!(["security", "change-username change-password [sessions]"]);
    assert_eq!(menu(&ada.get("/user/sessions?next=/x").await.data()), json!([you("profile"), rest, data]));
}

#[tokio::test]
async fn an_item_of_the_menu_says_what_it_is_called_and_for_and_where() {
    let site = Site::new();
    let mut ada = site.signed_in("ada", &[]).await;

    let data = ada.get(PAGE).await.data();

    let item = json!({
        "id": "change-username",
        "label": { "id": "menu-change-username", "args": {} },
        "hint": { "id": "profile-change-username", "args": {} },
        "icon": data["site"]["menu"]["groups"][1]["items"][0]["icon"],
        "badge": null,
        "href": "/user/change-username",
        "current": false,
    });
    assert_eq!(data["site"]["menu"]["groups"][1]["items"][0], item);
    assert_eq!(data["site"]["menu"]["leads_elsewhere"], true);
}

#[tokio::test]
async fn pages_that_asked_whether_the_user_may_invite_lead_to_inviting() {
    let site = Site::with(|settings| settings.invitations.mode = InvitationMode::Optional);
    let mut ada = site.signed_in("ada", &[]).await;

    let data = ada.get(PAGE).await.data();

    assert_eq!(data["site"]["links"]["invite"], "/user/invite");
    assert_eq!(menu(&data)[2], json!(["site", "invite export-data delete-account"]));
    assert_eq!(
        menu(&ada.get("/user/invite").await.data())[2],
        json!(["site", "[invite] export-data delete-account"])
    );
    assert_eq!(
        menu(&ada.get("/user/sessions").await.data())[2],
        json!(["site", "invite export-data delete-account"]),
        "it stays the same"
    );
}

#[tokio::test]
async fn an_app_adds_a_page_of_its_own_to_the_menu() {
    let site = Site::built(
        |builder| builder.account_page(MenuGroup::Security, "api-keys", "/page"),
        |web| web,
        pages(),
    );
    let mut ada = site.signed_in("ada", &[]).await;

    assert_eq!(
        menu(&ada.get(PAGE).await.data())[1],
        json!(["security", "change-username change-password sessions api-keys"])
    );
    assert_eq!(
        menu(&ada.get("/page").await.data())[1],
        json!(["security", "change-username change-password sessions [api-keys]"])
    );
    assert_eq!(menu(&site.browser().get("/user/sign-in").await.data()), json!([]));
}
