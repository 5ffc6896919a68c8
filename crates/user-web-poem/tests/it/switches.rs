//! Every pair of switches: what can be put together works, and no link leads to a page that is not there.

use user_core::settings::{Identifiers, InvitationMode, Settings};

use crate::browser::Browser;
use crate::site::{PASSWORD, Site};

type Switch = fn(&mut Settings);

/// What changes which pages there are, and where links lead.
const SWITCHES: [Switch; 22] = [
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
    for (name, path) in settings.paths.all() {
        let status = browser.get(&settings.paths.whole(path)).await.status;
        assert!([200, 303, 404, 405].contains(&status), "{name} {status} {:?}", settings.features);
    }
}

async fn every_pair_works(identifiers: Identifiers) {
    let mut built = 0;
    for (index, first) in SWITCHES.into_iter().enumerate() {
        for second in SWITCHES.into_iter().skip(index) {
            let mut settings = Settings { identifiers, ..Settings::default() };
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
