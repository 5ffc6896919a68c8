//! One visitor's story, from a stranger to a member and back, wherever accounts are kept and however mails leave.

use user_e2e::{Database, Demo, Kind, Page, Setup, Visitor, real_smtp, words};

#[tokio::test]
async fn a_stranger_becomes_a_member_on_sqlite_with_the_mailbox() {
    let site = Demo::setup().start().await;

    tell(&site, "en").await;
    tell(&site, "nl").await;
}

#[tokio::test]
async fn a_stranger_becomes_a_member_on_sqlite_with_smtp() {
    on(Kind::Sqlite).await;
}

#[tokio::test]
async fn a_stranger_becomes_a_member_on_postgres_with_smtp() {
    on(Kind::Postgres).await;
}

#[tokio::test]
async fn a_stranger_becomes_a_member_on_mariadb_with_smtp() {
    on(Kind::MariaDb).await;
}

async fn on(kind: Kind) {
    let (Some(database), Some(smtp)) = (Database::fresh(kind).await, real_smtp()) else { return };
    let setup: Setup = Demo::setup().on(&database).mailing_by(&smtp);
    let site = setup.start().await;

    tell(&site, "en").await;
    tell(&site, "nl").await;
}

/// Register, confirm, sign in to stay, members' page, refused admin page, change password, sign out, forgot, reset,
/// sign in.
async fn tell(site: &Demo, language: &str) {
    let mut ada = site.visitor("ada").reading(language);
    joins(&mut ada, language).await;

    let mut phone = ada.elsewhere();
    let page = phone.signs_in_to_stay().await;
    let session = page.cookies().into_iter().find(|cookie| cookie.starts_with("user_session=")).unwrap();
    assert!(session.contains("Max-Age=2592000") && session.contains("HttpOnly"), "{session}");
    assert_says(&phone.follows(page).await, language, "notice-signed-in");
    assert!(phone.is_signed_in().await);
    assert_eq!(phone.opens("/admin").await.status, 403);

    let page = phone.changes_password("nine green kettles whistle").await;
    assert_says(&page, language, "notice-password-changed");
    assert!(phone.is_signed_in().await && !ada.is_signed_in().await, "the other browser is to be signed out");
    let page = phone.signs_out().await;
    assert_says(&page, language, "notice-signed-out");
    assert!(!phone.is_signed_in().await);

    recovers(&mut phone, language).await;
}

async fn joins(ada: &mut Visitor, language: &str) {
    assert_says(&ada.goes_to("/members").await, language, "notice-sign-in-required");
    assert_shows(&ada.registers().await, language, "check-email-title");
    let unconfirmed = ada.elsewhere().tries_to_sign_in(&ada.password).await;
    assert_eq!(unconfirmed.status, 422, "an address that nobody confirmed opens nothing");
    assert_says(&ada.confirms_from_mail().await, language, "notice-email-confirmed");
    assert!(ada.is_signed_in().await);
}

async fn recovers(phone: &mut Visitor, language: &str) {
    phone.reads_mail().await;
    let forgotten = phone.password.clone();
    assert_shows(&phone.forgets_password().await, language, "check-email-title");
    let page = phone.resets_from_mail("eleven quiet lanterns drift").await;
    assert_says(&page, language, "notice-password-reset");
    assert_eq!(phone.tries_to_sign_in(&forgotten).await.status, 422);
    phone.signs_in().await;
    assert!(phone.is_signed_in().await);

    phone.reads_mail().await;
    let mails = phone.mailbox.to(&phone.email).await;
    assert_eq!(mails.len(), 4, "{:?}", mails.iter().map(|mail| &mail.subject).collect::<Vec<_>>());
    assert!(mails.iter().all(|mail| mail.language == language && !mail.html.is_empty()));
}

fn assert_says(page: &Page, language: &str, message: &str) {
    assert_eq!(page.notices(), [words(language, message)]);
    assert_eq!(page.language().as_deref(), Some(language));
}

fn assert_shows(page: &Page, language: &str, title: &str) {
    assert_eq!(page.heading(), words(language, title));
    assert_eq!(page.language().as_deref(), Some(language));
}

#[tokio::test]
async fn people_with_an_address_and_no_name_join_and_recover() {
    let site = Demo::setup().with("IDENTIFIERS", "email").start().await;
    let mut ada = site.visitor("ada");
    ada.settles_in().await;

    ada.signs_out().await;
    ada.forgets_password().await;
    ada.resets_from_mail("eleven quiet lanterns drift").await;
    ada.signs_in().await;

    assert!(ada.is_signed_in().await);
    assert_eq!(ada.opens("/user/change-username").await.status, 404);
}

#[tokio::test]
async fn people_with_a_name_and_no_address_are_in_at_once() {
    let site = Demo::setup().with("IDENTIFIERS", "username").start().await;
    let ada = site.visitor("ada");

    ada.registers().await;
    assert!(ada.is_signed_in().await, "there is nothing to confirm");
    ada.signs_out().await;
    ada.signs_in().await;

    assert!(ada.is_signed_in().await);
    for page in ["/user/confirm-email", "/user/resend-confirm-email", "/user/forgot-password"] {
        assert_eq!(ada.opens(page).await.status, 404, "{page}");
    }
    assert!(site.mailbox().all().await.is_empty());
}

#[tokio::test]
async fn the_first_users_see_what_their_roles_let_them_see() {
    let site = Demo::setup().argument("--seed").start().await;
    let again = site.setup.run(&["seed"]).await;
    assert_eq!(again.matches("is there already").count(), 3, "{again}");
    let cases = [("member", [200, 403, 403]), ("admin", [200, 200, 403]), ("user007", [200, 403, 200])];

    for (name, expected) in cases {
        let said = site.out();
        let line = said.lines().find(|line| line.starts_with(&format!("{name}@"))).unwrap();
        let password = line.split_whitespace().last().unwrap();
        let visitor = site.visitor(name).called(name).with_password(password);
        visitor.signs_in().await;
        for (page, status) in ["/members", "/admin", "/special"].into_iter().zip(expected) {
            assert_eq!(visitor.opens(page).await.status, status, "{name} at {page}");
        }
    }
}
