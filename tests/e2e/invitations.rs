//! Somebody invites somebody, on the running demo.

use user_e2e::{Demo, words};

/// S087, S091 and S092: invited with a role, from the mail to the registration, and in.
#[tokio::test]
async fn a_guest_comes_in_by_invitation_and_by_nothing_else() {
    let site = Demo::setup().with("INVITATIONS__MODE", "required").start().await;
    let stranger = site.visitor("eve");
    let page = stranger.goes_to("/user/register").await;
    assert_eq!(page.notices(), [words("en", "notice-invitation-required")]);

    let mut ada = site.visitor("ada");
    site.setup.run(&["user", "invite", &ada.email, "--role", "admin"]).await;
    let link = ada.reads_mail().await.link("/accept-invitation/").unwrap().to_owned();
    let form = ada.goes_to(&link).await.form("/user/register");
    let typed =
        |password| [("username", "ada-the-admin"), ("password", password), ("retype_password", password)];
    let page = ada.sends(&form, &typed(&ada.password)).await;
    assert_eq!(page.status, 303, "{:?} {}", page.errors(), page.body);
    assert!(ada.is_signed_in().await, "the address is proven by the link");
    assert_eq!(ada.opens("/admin").await.status, 200);

    let mut grace = site.visitor("grace");
    let page = ada
        .fills_in("/user/invite", &[("email", &grace.email), ("role_secret", "on"), ("role_agent", "on")])
        .await;
    let page = ada.follows(page).await;
    assert!(page.notices().concat().contains(&grace.email));
    assert_eq!(page.texts(".invitations .name > bdi"), [grace.email.clone()]);
    let mail = grace.reads_mail().await;
    assert!(mail.text.contains("ada-the-admin") && !mail.text.contains(&ada.email), "{mail:?}");
    let link = mail.link("/accept-invitation/").unwrap().to_owned();
    let form = grace.goes_to(&link).await.form("/user/register");
    let typed = [
        ("username", "grace-the-guest"),
        ("password", &grace.password),
        ("retype_password", &grace.password),
    ];
    assert_eq!(grace.sends(&form, &typed).await.status, 303);
    assert!(grace.is_signed_in().await);
    assert_eq!(grace.opens("/special").await.status, 200, "the roles of the invitation are hers");
    let page = stranger.goes_to(&link).await;
    assert_eq!(page.notices(), [words("en", "notice-invitation-used")], "it works once");
}
