//! Inviting people, and what the link of an invitation leads to.

use user_core::domain::UserStatus;
use user_core::settings::{InvitationMode, Inviters, Settings};

use crate::it::browser::Browser;
use crate::it::site::{HOUR, MINUTE, PASSWORD, Site, address};

const PAGE: &str = "/user/invite";
const ACCEPT: &str = "/user/accept-invitation";

/// Where administrators invite, and may make others agents.
fn hosted(settings: &mut Settings) {
    settings.invitations.mode = InvitationMode::Optional;
    settings.invitations.who = Inviters::Roles;
    settings.invitations.inviter_roles = vec!["admin".to_owned()];
    settings.invitations.grantable_roles = vec!["agent".to_owned()];
}

fn required(settings: &mut Settings) {
    settings.invitations.mode = InvitationMode::Required;
}

async fn ada(site: &Site) -> Browser {
    site.signed_in("ada", &["admin"]).await
}

/// The path of the link that ada mails to `name`.
async fn invited(site: &Site, ada: &mut Browser, name: &str, roles: &str) -> String {
    let fields = [("email", address(name)), ("roles", roles.to_owned())];
    let fields = fields.each_ref().map(|(name, value)| (*name, value.as_str()));
    ada.fill(PAGE, &fields).await.assert_leads_to(PAGE);
    site.link_to(name).await
}

#[tokio::test]
async fn where_there_are_no_invitations_there_are_no_such_pages() {
    let site = Site::new();
    let mut ada = ada(&site).await;

    for path in [PAGE, "/user/invite/1/resend", ACCEPT, "/user/accept-invitation/x"] {
        assert_eq!(ada.get(path).await.problem(), "not-found", "{path}");
        assert_eq!(ada.post(path, &[]).await.problem(), "not-found", "{path}");
    }
    assert!(ada.get("/user/profile").await.data()["site"]["links"]["invite"].is_null());
}

#[tokio::test]
async fn whoever_may_not_invite_is_turned_away_and_nothing_leads_there() {
    let site = Site::with(hosted);
    let mut eve = site.signed_in("eve", &[]).await;

    assert_eq!(eve.get(PAGE).await.problem(), "forbidden");
    assert_eq!(eve.post(PAGE, &[("email", "grace@example.com")]).await.problem(), "forbidden");
    assert!(eve.get("/user/profile").await.data()["site"]["links"]["invite"].is_null());
    site.browser().get(PAGE).await.assert_leads_to("/user/sign-in?next=%2Fuser%2Finvite");
}

#[tokio::test]
async fn everything_wrong_is_told_at_once_and_what_was_typed_stays() {
    let site = Site::with(hosted);
    let mut ada = ada(&site).await;
    let before = site.contents();

    let answer = ada.fill(PAGE, &[("email", "grace"), ("roles", "Boss")]).await;

    answer.assert_shows(422, "invite");
    assert_eq!(answer.errors(), ["roles-bad-characters", "email-malformed"]);
    assert_eq!(answer.field("email")["value"], "grace");
    let answer = ada.post(PAGE, &[("email", "grace@example.com"), ("roles", "admin")]).await;
    assert_eq!(answer.errors(), ["roles-not-yours-to-give"]);
    let answer = ada.post_bare(PAGE, &[("email", "grace@example.com"), ("csrf_token", "old")]).await;
    assert_eq!((answer.status, answer.errors()), (403, vec!["form-expired".to_owned()]));
    assert_eq!(site.contents(), before);
}

#[tokio::test]
async fn giving_roles_asks_for_the_password_again_after_a_while() {
    let site = Site::with(hosted);
    let mut ada = ada(&site).await;
    ada.get(PAGE).await;
    site.after(11 * HOUR);
    ada.get(PAGE).await;
    site.after(2 * HOUR);

    let answer = ada.post(PAGE, &[("email", "grace@example.com"), ("roles", "agent")]).await;

    answer.assert_shows(401, "confirm-identity");
    assert_eq!(answer.notices(), ["notice-sign-in-again"]);
}

#[tokio::test]
async fn an_invitation_is_listed_sent_again_and_taken_back() {
    let site = Site::with(hosted);
    let mut ada = ada(&site).await;
    let first = invited(&site, &mut ada, "grace", "agent").await;
    let page = ada.get(PAGE).await;
    assert_eq!(page.notices(), ["notice-invitation-sent"]);
    let listed = &page.data()["invitations"][0];
    assert_eq!((&listed["address"], &listed["state"]), (&"grace@example.com".into(), &"open".into()));

    site.after(MINUTE);
    ada.post(listed["resend"].as_str().unwrap(), &[]).await.assert_leads_to(PAGE);
    let second = site.link_to("grace").await;
    let page = ada.get(PAGE).await;
    let listed = page.data()["invitations"].clone();
    assert_eq!(listed.as_array().unwrap().len(), 1, "of each address the latest");
    let mut grace = site.browser();
    let old = grace.get(&first).await;
    assert_eq!(grace.follow(old).await.notices(), ["notice-invitation-invalid"]);

    ada.post(listed[0]["revoke"].as_str().unwrap(), &[]).await.assert_leads_to(PAGE);
    let page = ada.get(PAGE).await;
    assert_eq!(page.notices(), ["notice-invitation-revoked"]);
    assert_eq!(page.data()["invitations"][0]["state"], "revoked");
    let gone = grace.get(&second).await;
    assert_eq!(grace.follow(gone).await.notices(), ["notice-invitation-invalid"]);
}

#[tokio::test]
async fn the_invitations_of_others_are_not_there_and_get_changes_nothing() {
    let site = Site::with(hosted);
    let mut ada = ada(&site).await;
    let mut bob = site.signed_in("bob", &["admin"]).await;
    invited(&site, &mut ada, "grace", "").await;
    let page = ada.get(PAGE).await;
    let revoke = page.data()["invitations"][0]["revoke"].as_str().unwrap().to_owned();
    let before = site.contents();

    bob.get(PAGE).await;
    assert_eq!(bob.post(&revoke, &[]).await.problem(), "not-found");
    assert_eq!(ada.get(&revoke).await.problem(), "method-not-allowed");
    assert_eq!(ada.post_bare(&revoke, &[]).await.problem(), "csrf");
    assert_eq!(ada.post("/user/invite/nonsense/revoke", &[]).await.problem(), "not-found");
    assert_eq!(ada.post(&revoke.replace("revoke", "explode"), &[]).await.problem(), "not-found");
    assert_eq!(site.contents(), before);
}

/// S089, S090
#[tokio::test]
async fn s089_s090_without_a_good_invitation_nobody_registers_where_one_is_needed() {
    let site = Site::with(required);
    let mut browser = site.browser();
    let sign_in = browser.get("/user/sign-in").await;
    assert!(sign_in.data()["site"]["links"]["register"].is_null());
    let before = site.contents();

    let page = browser.get("/user/register").await;
    page.assert_leads_to("/user/sign-in");
    assert_eq!(browser.follow(page).await.notices(), ["notice-invitation-required"]);
    let email = ("email", "grace@example.com");
    let posted =
        browser.post("/user/register", &[("username", "grace"), email, ("password", PASSWORD)]).await;
    assert_eq!(browser.follow(posted).await.notices(), ["notice-invitation-required"]);
    let posted = browser.post("/user/register", &[("invite_token", "x"), email]).await;
    assert_eq!(browser.follow(posted).await.notices(), ["notice-invitation-invalid"]);
    let opened = browser.get("/user/accept-invitation/x").await;
    assert_eq!(browser.follow(opened).await.notices(), ["notice-invitation-invalid"]);
    assert_eq!(site.contents(), before);
}

/// S091, S092
#[tokio::test]
async fn s091_s092_the_link_leads_to_registration_with_the_address_and_that_signs_in() {
    for settings in [hosted, required] {
        let site = Site::with(settings);
        let link = invited(&site, &mut ada(&site).await, "grace", "").await;
        let mut grace = site.browser();
        let before = site.contents();

        let opened = grace.get(&link).await;
        opened.assert_leads_to_linked(ACCEPT);
        assert_eq!(opened.header("referrer-policy"), Some("no-referrer"));
        let page = grace.follow(opened).await;
        page.assert_shows(200, "register");
        let email = page.field("email");
        assert_eq!((&email["value"], &email["readonly"]), (&"grace@example.com".into(), &true.into()));
        assert_eq!(site.contents(), before, "opening it changes nothing");
        let token = page.form()["invite_token"].as_str().unwrap().to_owned();
        let fields = [
            ("username", "a"),
            ("email", "grace@example.com"),
            ("password", PASSWORD),
            ("invite_token", &token),
        ];
        let again = grace.post("/user/register", &fields).await;
        again.assert_shows(422, "register");
        assert_eq!(again.form()["invite_token"], token.as_str());
        let fields = [
            ("username", "grace"),
            ("email", "grace@example.com"),
            ("password", PASSWORD),
            ("retype_password", PASSWORD),
            ("invite_token", &token),
        ];
        grace.post("/user/register", &fields).await.assert_leads_to("/");

        assert!(grace.is_signed_in().await);
        assert!(grace.cookie("invite").is_none());
        assert_eq!(site.account("grace").await.unwrap().status, UserStatus::Active);
        let mut eve = site.browser();
        let used = eve.get(&link).await;
        assert_eq!(eve.follow(used).await.notices(), ["notice-invitation-used"]);
    }
}

#[tokio::test]
async fn whoever_has_an_account_signs_in_and_accepts() {
    let site = Site::with(hosted);
    let mut ada = ada(&site).await;
    site.member("grace", &[]).await;
    let link = invited(&site, &mut ada, "grace", "agent").await;
    let mut grace = site.browser();

    let opened = grace.get(&link).await;
    let page = grace.follow(opened).await;
    page.assert_shows(200, "accept-invitation");
    assert_eq!(
        (&page.data()["invitation"]["standing"], &page.data()["invitation"]["inviter"]),
        (&"stranger".into(), &"ada".into())
    );
    let sign_in = page.data()["invitation"]["sign_in"].as_str().unwrap().to_owned();
    let there = grace.fill(&sign_in, &[("username", "grace"), ("password", PASSWORD)]).await;
    there.assert_leads_to_linked(ACCEPT);
    let page = grace.follow(there).await;
    assert_eq!(page.data()["invitation"]["standing"], "invited");
    let accepted = grace.post(ACCEPT, &[]).await;

    accepted.assert_leads_to("/");
    assert!(site.account("grace").await.unwrap().has_role("agent"));
    assert!(grace.cookie("invite").is_none());
}

#[tokio::test]
async fn somebody_else_is_told_so_and_nothing_happens() {
    let site = Site::with(hosted);
    let mut ada = ada(&site).await;
    let link = invited(&site, &mut ada, "grace", "agent").await;
    let before = site.contents();

    let opened = ada.get(&link).await;
    let page = ada.follow(opened).await;
    page.assert_shows(200, "accept-invitation");
    assert_eq!(page.data()["invitation"]["standing"], "other");
    ada.post(ACCEPT, &[]).await.assert_leads_to_linked(ACCEPT);

    assert_eq!(site.contents(), before);
}

#[tokio::test]
async fn an_invitation_goes_on_to_where_the_visitor_wanted() {
    let site = Site::with(hosted);
    let mut ada = ada(&site).await;
    site.member("grace", &[]).await;
    let link = invited(&site, &mut ada, "grace", "").await + "?next=%2Fmembers";
    let mut grace = site.browser();

    let opened = grace.get(&link).await;
    let page = grace.follow(opened).await;
    let sign_in = page.data()["invitation"]["sign_in"].as_str().unwrap().to_owned();
    let there = grace.fill(&sign_in, &[("username", "grace"), ("password", PASSWORD)]).await;
    there.assert_leads_to_linked("/user/accept-invitation?next=%2Fmembers");
    let here = there.location().unwrap().to_owned();
    grace.fill(&here, &[]).await.assert_leads_to("/members");

    let link = invited(&site, &mut ada, "joan", "").await + "?next=%2Fmembers";
    let mut joan = site.browser();
    let opened = joan.get(&link).await;
    let stranger = joan.follow_once(&opened).await;
    stranger.assert_leads_to_linked("/user/register?next=%2Fmembers");
}
