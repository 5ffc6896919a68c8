//! Every pair of switches: what can be put together works, and no link leads to a page that is not there.

use user_core::settings::{Identifiers, InvitationMode, Settings};
use user_testkit::altered;

use crate::it::browser::Browser;
use crate::it::site::{PASSWORD, Site};

type Switch = fn(&mut Settings);

/// What changes which pages there are, and where links lead.
const SWITCHES: [Switch; 26] = [
    |_| {},
    |s| s.features.register = false,
    |s| s.features.sign_in_or_register = Some(true),
    |s| s.features.sign_in_or_register = Some(false),
    |s| s.features.confirm_email = Some(true),
    |s| s.features.confirm_email = Some(false),
    |s| s.features.forgot_password = Some(true),
    |s| s.features.forgot_password = Some(false),
    |s| s.features.change_password = false,
    |s| s.features.change_username = Some(true),
    |s| s.features.change_username = Some(false),
    |s| s.features.multiple_emails = true,
    |s| s.features.change_email = Some(true),
    |s| s.features.change_email = Some(false),
    |s| s.features.edit_profile = Some(false),
    |s| s.features.recovery_codes = true,
    |s| s.features.totp = true,
    |s| s.features.delete_account = false,
    |s| s.features.export_data = Some(false),
    |s| s.features.sessions = false,
    |s| s.features.password_strength = false,
    |s| s.features.choose_language = false,
    |s| s.sign_in.before_confirmation = true,
    |s| s.invitations.mode = InvitationMode::Optional,
    |s| s.invitations.mode = InvitationMode::Required,
    |s| s.destinations.not_signed_in = Some("/user/sign-in-or-register".to_owned()),
];

/// Follows every link of a page, and opens every page, as this visitor.
async fn looks_around(browser: &mut Browser, settings: &Settings) {
    let links = browser.get("/page").await.data()["site"]["links"].clone();
    for (name, link) in links.as_object().unwrap() {
        let Some(link) = link.as_str() else { continue };
        let status = browser.get(link).await.status;
        assert!([200, 303].contains(&status), "{name} {link} {status} {:?}", settings.features);
    }
    let off = off(settings);
    for (name, path) in settings.paths.all() {
        let path = settings.paths.whole(path);
        for (method, status) in
            [("GET", browser.get(&path).await.status), ("POST", browser.post(&path, &[]).await.status)]
        {
            assert_eq!(
                status == 404,
                off.contains(&name),
                "{method} {name} {status} {:?}",
                settings.features
            );
        }
    }
}

/// The pages that are not there with these settings, as the page of the book about paths says.
fn off(settings: &Settings) -> Vec<&'static str> {
    let features = &settings.features;
    let pages = [
        ("register", features.register),
        ("sign_in_or_register", settings.signs_in_or_registers()),
        ("check_email", settings.confirms_email() || settings.resets_password()),
        ("confirm_email", settings.confirms_email()),
        ("resend_confirm_email", settings.confirms_email()),
        ("forgot_password", settings.resets_password()),
        ("reset_password", settings.takes_back()),
        ("change_password", features.change_password),
        ("change_username", settings.changes_username()),
        ("manage_emails", settings.manages_emails()),
        ("change_email", settings.changes_email()),
        ("undo_email_change", settings.takes_back()),
        ("edit_profile", settings.edits_profile()),
        // The sites here keep no pictures.
        ("picture", false),
        // Nothing stands there itself, but below.
        ("pictures", false),
        ("assets", false),
        ("email_action", false),
        ("recovery_codes", features.recovery_codes),
        ("delete_account", features.delete_account),
        ("export_data", settings.exports_data()),
        ("use_recovery_code", features.recovery_codes),
        ("authenticator_apps", features.totp),
        ("second_step", features.totp),
        ("sessions", features.sessions),
        ("invite", settings.invites()),
        ("accept_invitation", settings.invites()),
        ("password_strength", features.password_strength),
        ("language", features.choose_language),
    ];
    pages.into_iter().filter(|(_, is_on)| !is_on).map(|(name, _)| name).collect()
}

async fn every_pair_works(identifiers: Identifiers) {
    let mut built = 0;
    for (index, first) in SWITCHES.into_iter().enumerate() {
        for second in SWITCHES.into_iter().skip(index) {
            let mut settings = altered(Settings::default(), |it| it.identifiers = identifiers);
            first(&mut settings);
            second(&mut settings);
            if !settings.faults().is_empty() {
                continue;
            }
            built += 1;
            let site = Site::with(|chosen| chosen.clone_from(&settings));
            looks_around(&mut site.browser(), &settings).await;
            site.member("ada", &[]).await;
            let email = identifiers == Identifiers::Email;
            let name = if email { ("email", "ada@example.com") } else { ("username", "ada") };
            let mut ada = site.browser();
            ada.fill("/user/sign-in", &[name, ("password", PASSWORD)]).await.assert_leads_to("/");
            looks_around(&mut ada, &settings).await;
        }
    }
    assert!(built > SWITCHES.len(), "{built}");
}

#[tokio::test]
async fn s068_every_pair_of_switches_works_with_usernames() {
    every_pair_works(Identifiers::Username).await;
}

#[tokio::test]
async fn s068_every_pair_of_switches_works_with_addresses() {
    every_pair_works(Identifiers::Email).await;
}

#[tokio::test]
async fn s068_every_pair_of_switches_works_with_both() {
    every_pair_works(Identifiers::UsernameAndEmail).await;
}
