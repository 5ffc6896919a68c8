//! Every page that can be reached from the front page, with one feature off after the other: none leads to a page that is
//! not there.

use std::collections::BTreeSet;

use user_e2e::{Demo, Visitor};

/// Settings, with their values.
type Settings = &'static [(&'static str, &'static str)];

/// What is switched, and the pages that are not there then.
const SWITCHED: [(Settings, &[&str]); 22] = [
    (&[], &["/user/change-email"]),
    (&[("IDENTIFIERS", "email")], &["/user/change-username"]),
    (
        &[("IDENTIFIERS", "username")],
        &["/user/forgot-password", "/user/resend-confirm-email", "/user/manage-emails", "/user/change-email"],
    ),
    (&[("FEATURES__REGISTER", "false")], &["/user/register", "/user/sign-in-or-register", "/user/invite"]),
    (&[("FEATURES__SIGN_IN_OR_REGISTER", "false")], &["/user/sign-in-or-register"]),
    (
        &[("FEATURES__CONFIRM_EMAIL", "false")],
        &["/user/confirm-email", "/user/resend-confirm-email", "/user/manage-emails", "/user/change-email"],
    ),
    // Taking an account back leads to a new password, also where nobody asks for one by mail.
    (&[("FEATURES__FORGOT_PASSWORD", "false")], &["/user/forgot-password"]),
    (&[("FEATURES__CHANGE_PASSWORD", "false")], &["/user/change-password"]),
    (&[("FEATURES__CHANGE_USERNAME", "false")], &["/user/change-username"]),
    (&[("FEATURES__MULTIPLE_EMAILS", "false")], &["/user/manage-emails"]),
    (
        &[("FEATURES__MULTIPLE_EMAILS", "false"), ("FEATURES__CHANGE_EMAIL", "false")],
        &["/user/manage-emails", "/user/change-email"],
    ),
    (
        &[
            ("FEATURES__MULTIPLE_EMAILS", "false"),
            ("FEATURES__CHANGE_EMAIL", "false"),
            ("FEATURES__FORGOT_PASSWORD", "false"),
        ],
        &["/user/forgot-password", "/user/reset-password", "/user/undo-email-change"],
    ),
    (&[("FEATURES__EDIT_PROFILE", "false")], &["/user/edit-profile"]),
    (&[("FEATURES__PICTURE", "false")], &["/user/picture"]),
    (&[("FEATURES__DELETE_ACCOUNT", "false")], &["/user/delete"]),
    (&[("FEATURES__EXPORT_DATA", "false")], &["/user/data"]),
    (&[("FEATURES__SESSIONS", "false")], &["/user/sessions"]),
    (&[("FEATURES__PASSWORD_STRENGTH", "false")], &["/user/password-strength"]),
    (&[("INVITATIONS__MODE", "off")], &["/user/invite", "/user/accept-invitation"]),
    (&[("INVITATIONS__MODE", "required")], &["/user/sign-in-or-register"]),
    (&[("INVITATIONS__WHO", "code")], &[]),
    (&[("SIGN_IN__BEFORE_CONFIRMATION", "true")], &[]),
];

#[tokio::test]
async fn whatever_is_off_no_link_leads_to_a_page_that_is_not_there() {
    for (settings, missing) in SWITCHED {
        let setup = Demo::setup().argument("--seed").patient();
        let setup = settings.iter().fold(setup, |setup, (name, value)| setup.with(name, value));
        let site = setup.start().await;
        let guest = site.visitor("guest");
        let admin = site.visitor("admin").called("admin").with_password(password_of(&site, "admin"));
        admin.signs_in().await;
        fills_lists(&admin).await;

        for (visitor, least) in [(&guest, 4), (&admin, 7)] {
            let seen = walks_around(visitor, settings).await;

            assert!(seen.len() >= least, "{settings:?} {seen:?}");
            for page in missing {
                assert!(!seen.contains(*page), "{settings:?} links to {page}");
                let status = visitor.opens(page).await.status;
                assert_eq!(status, 404, "{settings:?} {page}");
            }
        }
    }
}

fn password_of(site: &Demo, name: &str) -> String {
    let said = site.out();
    let line = said.lines().find(|line| line.starts_with(&format!("{name}@"))).unwrap();
    line.split_whitespace().last().unwrap().to_owned()
}

/// An address and an invitation, for the buttons that are shown beside them.
async fn fills_lists(visitor: &Visitor) {
    for page in ["/user/manage-emails", "/user/invite"] {
        if visitor.opens(page).await.status == 200 {
            let sent = visitor.fills_in(page, &[("email", "lovelace@example.org")]).await;
            assert_eq!(sent.status, 303, "{page}: {:?}", sent.errors());
        }
    }
}

/// Opens all that can be reached from the front page, and gives the paths. Where a form posts to is opened, too: what
/// cannot be looked at says so, and is there.
async fn walks_around(visitor: &Visitor, settings: Settings) -> BTreeSet<String> {
    let (mut seen, mut ahead) = (BTreeSet::new(), vec![("nowhere".to_owned(), "/".to_owned())]);
    while let Some((from, to)) = ahead.pop() {
        let url = visitor.url(&to);
        if url.origin() != visitor.url("/").origin() || !seen.insert(url.path().to_owned()) {
            continue;
        }
        let page = visitor.opens(&to).await;
        assert!(
            page.status < 400 || [403, 405].contains(&page.status),
            "{settings:?}: {from} leads to {to}: {}",
            page.status
        );
        let here = url.path().to_owned();
        ahead.extend(page.location.iter().cloned().chain(page.links()).map(|link| (here.clone(), link)));
    }
    seen
}
