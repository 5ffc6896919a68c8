//! What people do who leave: they take their data along, and delete their account, on pages of the app's own.

use user_web::Page;

use super::site_with;
use super::stories::drove;

#[tokio::test]
async fn own_pages_ask_for_an_export_and_hand_it_out() {
    let site = site_with(|_| {});
    let mut ada = site.signed_in("ada", &[]).await;

    ada.fill("/user/data", &[]).await.assert_leads_to("/own/asked");
    assert_eq!(ada.get("/user/data/data.json").await.problem(), "not-found");
    assert_eq!(site.mails_to("ada").await, ["export_ready"]);
    assert!(ada.get("/user/data/data.json").await.body.contains("ada@example.com"));

    drove([Page::ExportData]);
}

#[tokio::test]
async fn own_pages_delete_the_account_and_keep_it() {
    let site = site_with(|_| {});
    let mut ada = site.signed_in("ada", &[]).await;

    let wrong = ada.fill("/user/delete", &[("account_name", "bob")]).await;
    wrong.assert_shows(422, "own-delete-account");
    ada.submit(&wrong, &[("account_name", "ada")]).await.assert_leads_to("/own/leaving");
    assert!(!ada.is_signed_in().await && site.account("ada").await.unwrap().deletion_at.is_some());
    let mut ada = site.browser().signs_in("ada").await;
    ada.fill("/user/keep", &[]).await.assert_leads_to("/own/kept");

    assert_eq!(site.account("ada").await.unwrap().deletion_at, None);
    drove([Page::DeleteAccount, Page::KeepAccount]);
}
