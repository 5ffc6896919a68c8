//! Pressing twice is answered like pressing once.

use user_core::settings::{InvitationMode, Settings};

use crate::driver::{UserWeb, attach, pages};
use crate::it::browser::{Answer, Browser};
use crate::it::site::{MINUTE, OTHER_PASSWORD, PASSWORD, Site, address};

/// How the second press comes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Press {
    /// The first answer never arrived.
    AnswerLost,
    /// The first answer arrived, and the page it leads to is still on its way.
    AnswerTaken,
    /// The first is still under way.
    AtOnce,
    /// As the first, but on another node.
    OtherNode,
}

pub(crate) const PRESSES: [Press; 4] =
    [Press::AnswerLost, Press::AnswerTaken, Press::AtOnce, Press::OtherNode];

/// The same site on another node, which shares what is kept.
fn other_node(site: &Site, browser: &Browser) -> Browser {
    let mut elsewhere = browser.clone();
    elsewhere.app = attach(UserWeb::new(site.users.clone()), pages());
    elsewhere
}

/// Presses the button of a page twice, and gives both answers; the browser goes on with the second.
pub(crate) async fn twice(
    site: &Site,
    browser: &mut Browser,
    page: &Answer,
    fields: &[(&str, &str)],
    press: Press,
) -> (Answer, Answer) {
    let mut second = browser.clone();
    let answers = match press {
        Press::AnswerLost => (browser.submit(page, fields).await, second.submit(page, fields).await),
        Press::AnswerTaken => {
            let token = browser.token.clone();
            let first = browser.submit(page, fields).await;
            second.jar.clone_from(&browser.jar);
            second.token = token;
            (first, second.submit(page, fields).await)
        }
        Press::AtOnce => {
            futures_util::future::join(browser.submit(page, fields), second.submit(page, fields)).await
        }
        Press::OtherNode => {
            let mut elsewhere = other_node(site, &second);
            let answers = (browser.submit(page, fields).await, elsewhere.submit(page, fields).await);
            second.jar.clone_from(&elsewhere.jar);
            answers
        }
    };
    browser.jar.clone_from(&second.jar);
    answers
}

/// Both answers lead to the same place, and say the same there.
async fn assert_alike(
    browser: &mut Browser,
    (first, second): &(Answer, Answer),
    press: Press,
) -> Vec<String> {
    assert_eq!((first.status, first.location()), (303, second.location()), "{press:?} {}", second.body);
    assert_eq!(second.status, 303, "{press:?}");
    let second = browser.get(second.location().unwrap()).await;
    let page = browser.follow(second).await;
    page.template().map(|_| page.notices()).unwrap_or_default()
}

async fn registration(site: &Site, press: Press) -> (Browser, Vec<String>) {
    let mut browser = site.browser();
    let page = browser.get("/user/register").await;
    let email = address("ada");
    let fields = [
        ("username", "ada"),
        ("email", email.as_str()),
        ("password", PASSWORD),
        ("retype_password", PASSWORD),
    ];
    let both = twice(site, &mut browser, &page, &fields, press).await;
    let notices = assert_alike(&mut browser, &both, press).await;
    (browser, notices)
}

#[tokio::test]
async fn registering_twice_makes_one_account_and_signs_in() {
    for press in PRESSES {
        let site = Site::unconfirmed();

        let (mut browser, _) = registration(&site, press).await;

        assert!(browser.is_signed_in().await, "{press:?}");
    }
}

#[tokio::test]
async fn registering_twice_sends_one_mail_whose_link_is_good_in_that_browser() {
    for press in PRESSES {
        let site = Site::new();

        let (mut browser, notices) = registration(&site, press).await;

        assert_eq!(notices, [""; 0], "the page says it by itself, {press:?}");
        assert_eq!(site.mails_to("ada").await, ["registered"], "{press:?}");
        let link = site.link_to("ada").await;
        let answer = browser.get(&link).await;
        let page = browser.follow_once(&answer).await;
        let both = twice(&site, &mut browser, &page, &[], press).await;
        assert_alike(&mut browser, &both, press).await;
        assert!(browser.is_signed_in().await, "{press:?}");
    }
}

#[tokio::test]
async fn resetting_twice_sets_the_password_and_says_so() {
    for press in PRESSES {
        let site = Site::new();
        site.member("ada", &[]).await;
        let mut browser = site.browser();
        browser.fill("/user/forgot-password", &[("email", &address("ada"))]).await;
        let link = site.link_to("ada").await;
        let answer = browser.get(&link).await;
        let page = browser.follow_once(&answer).await;
        let fields = [("new_password", OTHER_PASSWORD), ("retype_password", OTHER_PASSWORD)];

        let both = twice(&site, &mut browser, &page, &fields, press).await;

        let notices = assert_alike(&mut browser, &both, press).await;
        assert!(notices.contains(&"notice-password-reset".to_owned()), "{press:?} {notices:?}");
    }
}

#[tokio::test]
async fn asking_for_a_link_twice_sends_one_mail() {
    for press in PRESSES {
        let site = Site::new();
        site.member("ada", &[]).await;
        let mut browser = site.browser();
        let page = browser.get("/user/forgot-password").await;

        let both = twice(&site, &mut browser, &page, &[("email", &address("ada"))], press).await;

        assert_alike(&mut browser, &both, press).await;
        assert_eq!(site.mails_to("ada").await, ["forgot_password"], "{press:?}");
    }
}

#[tokio::test]
async fn changing_the_password_twice_changes_it_and_signs_nobody_out() {
    for press in PRESSES {
        let site = Site::new();
        let mut ada = site.signed_in("ada", &[]).await;
        let page = ada.get("/user/change-password").await;
        let fields = [
            ("old_password", PASSWORD),
            ("new_password", OTHER_PASSWORD),
            ("retype_password", OTHER_PASSWORD),
        ];

        let both = twice(&site, &mut ada, &page, &fields, press).await;

        assert_eq!(assert_alike(&mut ada, &both, press).await, ["notice-password-changed"], "{press:?}");
        assert!(ada.is_signed_in().await, "{press:?}");
        assert_eq!(site.mails_to("ada").await, ["password_changed"], "{press:?}");
    }
}

#[tokio::test]
async fn changing_the_username_twice_is_not_taken() {
    for press in PRESSES {
        let site = Site::new();
        let mut ada = site.signed_in("ada", &[]).await;
        let page = ada.get("/user/change-username").await;
        let fields = [("new_username", "countess"), ("old_password", PASSWORD)];

        let both = twice(&site, &mut ada, &page, &fields, press).await;

        assert_eq!(assert_alike(&mut ada, &both, press).await, ["notice-username-changed"], "{press:?}");
    }
}

#[tokio::test]
async fn signing_in_and_out_twice_is_signing_in_and_out() {
    for press in PRESSES {
        let site = Site::new();
        site.member("ada", &[]).await;
        let mut ada = site.browser();
        let page = ada.get("/user/sign-in?next=%2Fmembers").await;
        let fields = [("username", "ada"), ("password", PASSWORD)];

        let both = twice(&site, &mut ada, &page, &fields, press).await;

        assert_eq!((both.0.location(), both.1.location()), (Some("/members"), Some("/members")), "{press:?}");
        assert!(ada.is_signed_in().await, "{press:?}");
        let page = ada.get("/user/sign-out").await;
        let both = twice(&site, &mut ada, &page, &[], press).await;
        assert_eq!(assert_alike(&mut ada, &both, press).await, ["notice-signed-out"], "{press:?}");
        assert!(!ada.is_signed_in().await, "{press:?}");
    }
}

pub(crate) fn several(settings: &mut Settings) {
    settings.features.multiple_emails = true;
    settings.invitations.mode = InvitationMode::Optional;
}

#[tokio::test]
async fn adding_an_address_and_doing_something_to_it_twice_is_doing_it_once() {
    for press in PRESSES {
        let site = Site::with(several);
        let mut ada = site.signed_in("ada", &[]).await;
        let page = ada.get("/user/manage-emails").await;
        let both = twice(&site, &mut ada, &page, &[("email", "second@example.com")], press).await;
        assert_eq!(assert_alike(&mut ada, &both, press).await, ["notice-email-added"], "{press:?}");
        let page = ada.get("/user/manage-emails").await;
        let delete = page.data()["emails"][1]["delete"].as_str().unwrap().to_owned();

        let (first, second) = (ada.post(&delete, &[]).await, {
            let mut again = ada.clone();
            again.token.clone_from(&ada.token);
            again.post(&delete, &[]).await
        });

        assert_eq!((first.status, second.status), (303, 303), "{press:?}");
        assert_eq!(first.location(), second.location());
    }
}

#[tokio::test]
async fn accepting_an_invitation_twice_is_accepting_it() {
    for press in PRESSES {
        let site = Site::with(several);
        let mut ada = site.signed_in("ada", &[]).await;
        let mut grace = site.signed_in("grace", &[]).await;
        ada.fill("/user/invite", &[("email", &address("grace"))]).await;
        let link = site.link_to("grace").await;
        let answer = grace.get(&link).await;
        let page = grace.follow_once(&answer).await;

        let both = twice(&site, &mut grace, &page, &[], press).await;

        assert_alike(&mut grace, &both, press).await;
        assert_eq!(both.1.location(), Some("/"), "{press:?}");
    }
}

#[tokio::test]
async fn another_browser_gets_nothing_of_it() {
    let site = Site::new();
    site.member("ada", &[]).await;
    let mut ada = site.browser();
    let page = ada.get("/user/sign-in").await;
    let fields = [("username", "ada"), ("password", PASSWORD)];
    ada.submit(&page, &fields).await.assert_leads_to("/");

    let (mut bare, mut visitor) = (site.browser(), site.browser());
    visitor.get("/user/sign-in").await;
    for thief in [&mut bare, &mut visitor] {
        thief.token = page.data()["site"]["csrf_token"].as_str().unwrap().to_owned();
        let answer = thief.submit(&page, &fields).await;
        assert_eq!((answer.status, answer.set_cookie("session")), (403, None));
    }
}

#[tokio::test]
async fn whoever_posts_something_else_in_between_is_taken_at_their_word() {
    let site = Site::new();
    let mut ada = site.signed_in("ada", &[]).await;
    let page = ada.get("/user/change-username").await;

    for name in ["countess", "baroness", "countess"] {
        ada.submit(&page, &[("new_username", name), ("old_password", PASSWORD)]).await;
        let user = site.account("ada").await.unwrap();
        assert_eq!(user.display_name(), name);
    }
}

#[tokio::test]
async fn after_a_while_the_same_form_is_done_again() {
    let site = Site::new();
    site.member("ada", &[]).await;
    let mut browser = site.browser();
    let page = browser.get("/user/forgot-password").await;

    browser.submit(&page, &[("email", &address("ada"))]).await;
    site.deliver().await;
    site.after(3 * MINUTE);
    browser.submit(&page, &[("email", &address("ada"))]).await;

    assert_eq!(site.mails_to("ada").await.len(), 2);
}
