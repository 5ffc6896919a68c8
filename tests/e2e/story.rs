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
    assert_says(&ada.registers().await, language, "notice-registered-confirm");
    let unconfirmed = ada.elsewhere().tries_to_sign_in(&ada.password).await;
    assert_eq!(unconfirmed.status, 422, "an address that nobody confirmed opens nothing");
    assert_says(&ada.confirms_from_mail().await, language, "notice-email-confirmed");
    assert!(ada.is_signed_in().await);
}

async fn recovers(phone: &mut Visitor, language: &str) {
    phone.reads_mail().await;
    let forgotten = phone.password.clone();
    assert_says(&phone.forgets_password().await, language, "notice-reset-sent");
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
