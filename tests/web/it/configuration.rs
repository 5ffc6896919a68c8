//! Paths, prefix, destinations and pages of the app's own in place of ours.

use user_core::settings::{InvitationMode, Settings};
use user_web::Page;

use crate::driver::{everywhere, pages_and};
use crate::it::site::{OTHER_PASSWORD, Own, PASSWORD, Site};

const OURS: [&str; 14] = [
    "/register",
    "/sign-in",
    "/sign-out",
    "/confirm-email",
    "/resend-confirm-email",
    "/forgot-password",
    "/reset-password",
    "/change-password",
    "/change-username",
    "/manage-emails",
    "/change-email",
    "/undo-email-change",
    "/profile",
    "/sessions",
];

fn moved(settings: &mut Settings) {
    let paths = &mut settings.paths;
    "/account/mine".clone_into(&mut paths.prefix);
    let all = [
        (&mut paths.register, "/join"),
        (&mut paths.sign_in, "/in"),
        (&mut paths.sign_out, "/out"),
        (&mut paths.confirm_email, "/prove"),
        (&mut paths.check_email, "/post"),
        (&mut paths.resend_confirm_email, "/prove-again"),
        (&mut paths.forgot_password, "/forgot"),
        (&mut paths.reset_password, "/reset/now"),
        (&mut paths.change_password, "/password"),
        (&mut paths.change_username, "/name"),
        (&mut paths.manage_emails, "/addresses"),
        (&mut paths.email_action, "/address"),
        (&mut paths.change_email, "/address/new"),
        (&mut paths.undo_email_change, "/undo"),
        (&mut paths.profile, "/me"),
        (&mut paths.sessions, "/devices"),
        (&mut paths.password_strength, "/strength"),
        (&mut paths.assets, "/static"),
    ];
    for (path, moved) in all {
        moved.clone_into(path);
    }
}

#[tokio::test]
async fn every_page_can_be_moved_and_nothing_points_to_where_it_was() {
    let site = Site::with(moved);
    let mut browser = site.browser();
    let root = "/account/mine";

    for path in OURS {
        assert_eq!(browser.get(&format!("/user{path}")).await.status, 404, "{path}");
        assert_eq!(browser.get(&format!("{root}{path}")).await.status, 404, "{path}");
    }
    let email = ("email", "ada@example.com");
    let register = [("username", "ada"), email, ("password", PASSWORD), ("retype_password", PASSWORD)];
    browser.fill("/account/mine/join", &register).await.assert_leads_to("/account/mine/post");
    browser.fill("/account/mine/prove-again", &[email]).await.assert_leads_to("/account/mine/post");
    let link = site.link_to("ada").await;
    assert!(link.starts_with("/account/mine/prove/"), "{link}");
    browser.fill_linked(&link, &[]).await.assert_leads_to("/");
    let page = browser.get("/account/mine/me").await;
    page.assert_shows(200, "profile");
    assert!(!page.body.contains("/user/"), "{}", page.body);
    let css = page.data()["site"]["stylesheet"].as_str().unwrap().to_owned();
    assert!(css.starts_with("/account/mine/static/"), "{css}");
    assert_eq!(browser.get(&css).await.status, 200);
    assert_eq!(browser.get("/account/mine/devices").await.status, 200);
    browser.post("/account/mine/devices/others", &[]).await.assert_leads_to("/account/mine/devices");
    let names = [("new_username", "countess"), ("old_password", PASSWORD)];
    browser.fill("/account/mine/name", &names).await.assert_leads_to("/account/mine/me");
    let passwords = [("old_password", PASSWORD), ("new_password", PASSWORD), ("retype_password", PASSWORD)];
    browser.fill("/account/mine/password", &passwords).await.assert_leads_to("/account/mine/me");
    browser.fill("/account/mine/out", &[]).await.assert_leads_to("/account/mine/in");
    browser.get("/members").await.assert_leads_to("/account/mine/in?next=%2Fmembers");
    site.deliver().await;
    browser.fill("/account/mine/forgot", &[email]).await.assert_leads_to("/account/mine/post");
    let link = site.link_to("ada").await;
    assert!(link.starts_with("/account/mine/reset/now/"), "{link}");
    let passwords = [("new_password", OTHER_PASSWORD), ("retype_password", OTHER_PASSWORD)];
    browser.fill_linked(&link, &passwords).await.assert_leads_to("/account/mine/in");
}

#[tokio::test]
async fn the_prefix_may_be_empty() {
    let site = Site::with(|settings| settings.paths.prefix = String::new());
    let mut ada = site.browser();
    site.member("ada", &[]).await;

    let fields = [("username", "ada"), ("password", PASSWORD)];
    ada.fill("/sign-in", &fields).await.assert_leads_to("/");
    assert_eq!(ada.get("/profile").await.status, 200);
    assert_eq!(ada.get("/user/profile").await.status, 404);
    assert_eq!(ada.get("/").await.body, "home", "the app's own pages stay");
    let css = ada.get("/profile").await.data()["site"]["stylesheet"].as_str().unwrap().to_owned();
    assert!(css.starts_with("/assets/user-") && !css.contains("//"), "{css}");
    assert_eq!(ada.get(&css).await.status, 200);
}

#[tokio::test]
async fn each_flow_leads_to_where_the_setting_says() {
    let site = Site::with(|settings| {
        let places = &mut settings.destinations;
        places.after_sign_in = "/d/signed-in".to_owned();
        let all = [
            (&mut places.after_sign_out, "/d/signed-out"),
            (&mut places.after_register, "/d/registered"),
            (&mut places.after_confirm_email, "/d/confirmed"),
            (&mut places.after_resend_confirm_email, "/d/resent"),
            (&mut places.after_forgot_password, "/d/forgot"),
            (&mut places.after_reset_password, "/d/reset"),
            (&mut places.after_change_password, "/d/password"),
            (&mut places.after_change_username, "/d/name"),
        ];
        for (place, path) in all {
            *place = Some(path.to_owned());
        }
    });
    let mut browser = site.browser();
    let email = ("email", "ada@example.com");
    let old = ("old_password", PASSWORD);
    let new = [("new_password", PASSWORD), ("retype_password", PASSWORD)];

    browser.registers("ada").await.assert_leads_to("/d/registered");
    browser.fill("/user/resend-confirm-email", &[email]).await.assert_leads_to("/d/resent");
    let link = site.link_to("ada").await;
    browser.fill_linked(&link, &[]).await.assert_leads_to("/d/confirmed");
    browser.get("/user/sign-in").await.assert_leads_to("/d/signed-in");
    let names = [("new_username", "ada2"), old];
    browser.fill("/user/change-username", &names).await.assert_leads_to("/d/name");
    browser.fill("/user/change-password", &[old, new[0], new[1]]).await.assert_leads_to("/d/password");
    browser.fill("/user/sign-out", &[]).await.assert_leads_to("/d/signed-out");
    site.deliver().await;
    browser.fill("/user/forgot-password", &[email]).await.assert_leads_to("/d/forgot");
    let link = site.link_to("ada").await;
    browser.fill_linked(&link, &new).await.assert_leads_to("/d/reset");
    browser.sign_in_with("ada2", PASSWORD).await.assert_leads_to("/d/signed-in");
}

#[tokio::test]
async fn an_app_brings_a_page_of_its_own_in_place_of_ours() {
    let own = pages_and(&[("/user/sign-in", Own::Form)]);
    let site = Site::built(|builder| builder, |web| web.leave_out(Page::SignIn), own);
    let mut browser = site.browser();

    let page = browser.get("/user/sign-in").await;
    let token = page.body.strip_prefix("own ").unwrap().to_owned();
    assert_eq!(browser.post_bare("/user/sign-in", &[("a", "b")]).await.problem(), "csrf", "still no forgery");
    let posted = browser.post_bare("/user/sign-in", &[("csrf_token", &token)]).await;

    assert_eq!(posted.body, "own answer");
    browser.get("/members").await.assert_leads_to("/user/sign-in?next=%2Fmembers");
    let register = browser.get("/user/register").await;
    assert_eq!(register.data()["site"]["links"]["sign_in"], "/user/sign-in", "others still lead there");
}

#[tokio::test]
async fn every_page_can_be_left_out() {
    let all = [
        Page::Register,
        Page::SignIn,
        Page::SignOut,
        Page::ConfirmEmail,
        Page::ResendConfirmEmail,
        Page::ForgotPassword,
        Page::ResetPassword,
        Page::ChangePassword,
        Page::ChangeUsername,
        Page::ManageEmails,
        Page::ChangeEmail,
        Page::UndoEmailChange,
        Page::Profile,
        Page::Sessions,
    ];

    for (page, path) in all.into_iter().zip(OURS) {
        let path = format!("/user{path}");
        let own = pages_and(&[(&path, Own::Shown), (&format!("{path}/:more"), Own::Posted)]);
        let site = Site::built(|builder| builder, move |web| web.leave_out(page), own);

        assert_eq!(site.browser().get(&path).await.body, "own answer", "{page:?}");
        let below = site.browser().send_json("POST", &format!("{path}/x"), "{}").await;
        assert_eq!(below.body, "own answer", "{page:?}");
    }
}

#[tokio::test]
async fn an_app_may_have_pages_of_its_own_below_ours() {
    let own = pages_and(&[("/user/profile/photo", Own::Posted), ("/user/more", Own::Shown)]);
    let site = Site::built(|builder| builder, |web| web, own);
    let mut browser = site.browser();

    assert_eq!(browser.get("/user/more").await.body, "own answer");
    assert_eq!(browser.send_json("POST", "/user/profile/photo", "{}").await.body, "own answer");
}

#[tokio::test]
async fn a_whole_folder_of_the_app_does_not_hide_our_pages() {
    let site = Site::built(|builder| builder, |web| web, everywhere());
    let mut browser = site.browser();

    assert_eq!(browser.get("/anything/else").await.body, "own answer");
    browser.get("/user/sign-in").await.assert_shows(200, "sign-in");
}

#[tokio::test]
async fn invitations_are_moved_and_lead_where_it_was_chosen_and_so_does_a_change_of_address() {
    let site = Site::with(|settings| {
        settings.invitations.mode = InvitationMode::Optional;
        "/team".clone_into(&mut settings.paths.invite);
        "/welcome".clone_into(&mut settings.paths.accept_invitation);
        "/about-me".clone_into(&mut settings.paths.edit_profile);
        settings.destinations.after_invite = Some("/greet".to_owned());
        settings.destinations.after_change_email = Some("/members".to_owned());
    });
    let mut ada = site.signed_in("ada", &[]).await;
    for path in ["/user/invite", "/user/accept-invitation", "/user/edit-profile"] {
        assert_eq!(ada.get(path).await.status, 404, "{path}");
    }

    ada.fill("/user/team", &[("email", "grace@example.com")]).await.assert_leads_to("/greet");
    let link = site.link_to("grace").await;
    assert!(link.starts_with("/user/welcome/"), "{link}");
    let mut grace = site.browser();
    let opened = grace.get(&link).await;
    opened.assert_leads_to_linked("/user/welcome");
    grace.follow(opened).await.assert_shows(200, "register");
    let wish = [("new_email", "new@example.com"), ("old_password", PASSWORD)];
    ada.fill("/user/change-email", &wish).await.assert_leads_to("/members");
}
