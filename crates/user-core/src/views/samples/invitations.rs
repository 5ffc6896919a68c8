//! Samples of the pages about invitations.

use super::{Sample, site, violations};
use crate::domain::{Locale, Role};
use crate::settings::Settings;
use crate::views::{AcceptInvitationPage, Forms, InvitationView, InvitePage, InvitedView, Typed};

pub(super) fn samples(locale: &Locale) -> Vec<Sample> {
    let settings = Settings::default();
    let forms = Forms::new(&settings, 8);
    let typed = Typed { roles: "agent".to_owned(), ..Typed::default() };
    let roles: Vec<_> = ["agent", "host"].into_iter().filter_map(|role| Role::parse(role).ok()).collect();
    let page = |gives_roles: bool, full: bool| InvitePage {
        site: site(locale, &settings, Some("Ada"), &[]),
        form: forms.invite(&typed, if gives_roles { roles.as_slice() } else { &[] }).refused(&violations()),
        grantable_roles: if gives_roles { vec!["agent".to_owned(), "host".to_owned()] } else { vec![] },
        invitations: if full { invitations() } else { vec![] },
    };
    let mut all =
        vec![Sample::page("invite", &page(true, true)), Sample::page("invite", &page(false, false))];
    for (standing, user) in [("invited", Some("Ada <i>")), ("other", Some("Eve")), ("stranger", None)] {
        for inviter in [None, Some("Grace <b>".to_owned())] {
            let page = AcceptInvitationPage {
                site: site(locale, &settings, user, &[]),
                form: forms.accept_invitation(),
                invitation: InvitedView {
                    address: "ada@example.com".to_owned(),
                    inviter,
                    standing,
                    sign_in: user.is_none().then(|| "/user/sign-in?next=%2F".to_owned()),
                },
            };
            all.push(Sample::page("accept-invitation", &page));
        }
    }
    all
}

fn invitations() -> Vec<InvitationView> {
    let states = ["open", "accepted", "expired", "revoked"];
    let view = |state: &'static str| InvitationView {
        address: format!("<{state}>@example.com"),
        roles: if state == "open" { vec!["agent".to_owned()] } else { vec![] },
        state,
        sent_at: "2026-11-22T20:15:00Z".to_owned(),
        sent: "2026-11-22 20:15 UTC".to_owned(),
        expires: "2026-11-29 20:15 UTC".to_owned(),
        resend: (state != "accepted").then(|| "/user/invite/1/resend".to_owned()),
        revoke: (state == "open").then(|| "/user/invite/1/revoke".to_owned()),
    };
    states.map(view).into()
}
