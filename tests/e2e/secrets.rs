//! Canaries: what must never stand in a log or a database, looked for after a whole story.

use std::collections::BTreeSet;
use std::fs;

use user_e2e::{Database, Demo, Kind, RealSmtp, Setup, Visitor, real_smtp};

const PASSWORDS: [&str; 4] = [
    "canary-one-Zx4-vermilion-kestrel",
    "canary-two-Qw7-cobalt-heron",
    "canary-three-Ty9-amber-plover",
    "canary-four-wrong-Op2-jade-finch",
];

#[tokio::test]
async fn no_password_link_or_cookie_stands_in_a_log_or_the_database_with_the_mailbox() {
    nothing_leaks(Demo::setup(), None).await;
}

#[tokio::test]
async fn no_password_link_or_cookie_stands_in_a_log_or_the_database_with_smtp() {
    let Some(smtp) = real_smtp() else { return };
    nothing_leaks(Demo::setup(), Some(smtp)).await;
}

async fn nothing_leaks(setup: Setup, smtp: Option<RealSmtp>) {
    let database = Database::fresh(Kind::Sqlite).await.unwrap();
    let setup = setup.on(&database).logging_everything();
    let mut site = match &smtp {
        Some(smtp) => setup.mailing_by(smtp),
        None => setup,
    }
    .start()
    .await;

    let canaries = whole_story(&site).await;
    let live = places(&site, &database);
    site.terminate();
    assert!(site.ended().await.success());
    let after = places(&site, &database);

    println!("{} canaries in {} places", canaries.len(), live.len() + after.len());
    assert!(live.iter().any(|(name, text)| name == "log" && text.len() > 10_000), "nothing was logged");
    for (place, text) in live.iter().chain(&after) {
        for canary in &canaries {
            let found = find(text, canary.as_bytes());
            assert!(found.is_none(), "{canary} stands in {place}: …{}…", found.unwrap_or_default());
        }
    }
}

/// Where things are kept: what it printed and logged, and the files of the database.
fn places(site: &Demo, database: &Database) -> Vec<(String, Vec<u8>)> {
    let kept = |path: &std::path::PathBuf| (path.display().to_string(), fs::read(path).unwrap());
    let said = [("log".to_owned(), site.log().into_bytes()), ("out".to_owned(), site.out().into_bytes())];
    said.into_iter().chain(database.files().iter().map(kept)).collect()
}

/// Everything that a visitor does; what was secret on the way.
async fn whole_story(site: &Demo) -> BTreeSet<String> {
    let mut canaries: BTreeSet<_> = PASSWORDS.map(str::to_owned).into();
    let mut ada = site.visitor("ada");
    PASSWORDS[0].clone_into(&mut ada.password);
    ada.registers().await;
    take_cookies(&ada, &mut canaries);
    ada.confirms_from_mail().await;
    take_cookies(&ada, &mut canaries);
    let phone = ada.elsewhere();
    assert_eq!(phone.tries_to_sign_in(PASSWORDS[3]).await.status, 422);
    take_cookies(&phone, &mut canaries);
    phone.signs_in_to_stay().await;
    take_cookies(&phone, &mut canaries);
    phone.signs_out().await;
    ada.changes_password(PASSWORDS[1]).await;
    take_cookies(&ada, &mut canaries);
    ada.reads_mail().await;
    ada.forgets_password().await;
    ada.resets_from_mail(PASSWORDS[2]).await;
    take_cookies(&ada, &mut canaries);
    ada.signs_in().await;
    take_cookies(&ada, &mut canaries);
    ada.reads_mail().await;
    for mail in ada.mailbox.to(&ada.email).await {
        let links = ["/confirm-email/", "/reset-password/"].into_iter().filter_map(|page| mail.link(page));
        canaries.extend(links.filter_map(|link| link.rsplit('/').next()).map(str::to_owned));
    }
    for page in ["/user/change-password", "/user/profile", "/"] {
        let forms = ada.opens(page).await.forms();
        let tokens = forms.into_iter().flat_map(|form| form.fields).filter(|(name, _)| name == "csrf_token");
        canaries.extend(tokens.map(|(_, token)| token));
    }
    assert!(canaries.len() > 15, "{}", canaries.len());
    canaries
}

/// The values of all cookies, but for those so short that they may stand anywhere.
fn take_cookies(visitor: &Visitor, canaries: &mut BTreeSet<String>) {
    let cookies = visitor.cookies();
    let values = cookies.split("; ").filter_map(|cookie| cookie.split_once('=')).map(|(_, value)| value);
    canaries.extend(values.filter(|value| value.len() >= 16).map(str::to_owned));
}

/// What stands around a canary.
fn find(text: &[u8], canary: &[u8]) -> Option<String> {
    let at = text.windows(canary.len()).position(|window| window == canary)?;
    let around = text.get(at.saturating_sub(120)..(at + canary.len() + 40).min(text.len()))?;
    Some(String::from_utf8_lossy(around).into_owned())
}
