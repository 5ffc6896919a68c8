//! The age of a claim outlives its row: whatever a thief removed, what the owner confirms again is as old as it was.

use user_core::domain::User;
use user_core::flows::{
    AddEmailForm, ConfirmEmailForm, Current, ForgotPasswordForm, ResetPasswordForm, Visitor,
};
use user_core::settings::Settings;
use user_testkit::{NoThrottle, SentMail};

use crate::change_email::wish;
use crate::world::{
    DAY, HOUR, PASSWORD, World, address, new_password, password_change, registration, visitor, visitor_from,
};

pub(crate) const THIEFS: &str = "Crooked parsnip lagoon 4";
pub(crate) const OWNERS: &str = "Granite bluebell harbour 6";

/// One account, of which two people know the name and the password.
pub(crate) struct Account {
    pub(crate) world: World,
    pub(crate) ada: User,
}

fn from_afar() -> Visitor {
    visitor_from("203.0.113.66")
}

impl Account {
    /// Made long ago, with `ada@`.
    pub(crate) async fn old(several: bool) -> Self {
        let world = Self::site(several);
        let ada = world.member("ada").await;
        world.after(30 * DAY);
        Self { world, ada }
    }

    /// Registered just now; `ada@` waits to be confirmed.
    pub(crate) async fn pending(several: bool) -> Self {
        let world = Self::site(several);
        world.register(&registration("ada")).await.unwrap();
        world.deliver().await;
        let ada = world.user("ada").await;
        Self { world, ada }
    }

    fn site(several: bool) -> World {
        World::built(|builder| {
            builder.throttle(NoThrottle).configure(|settings: &mut Settings| {
                settings.features.multiple_emails = several;
                settings.features.recovery_codes = true;
                settings.sign_in.before_confirmation = true;
            })
        })
    }

    pub(crate) async fn user(&self) -> User {
        self.world.users.find_user(&self.ada.id.to_string()).await.unwrap().unwrap()
    }

    pub(crate) async fn signed_in(&self, password: &str) -> Option<Current> {
        let cookie = self.world.sign_in("ada", password).await.ok()?.cookie;
        self.world.visit(&cookie).await
    }

    /// Asks for an address, by a form of somebody who knows the password.
    pub(crate) async fn propose(&self, name: &str, password: &str) {
        let Some(current) = self.signed_in(password).await else { return };
        let users = &self.world.users;
        if users.settings().manages_emails() {
            let _ = users.add_email(&current, &AddEmailForm { email: address(name) }, &visitor()).await;
        } else {
            let _ = users.change_email(&current, &wish(&address(name), password), &visitor()).await;
        }
        self.world.deliver().await;
    }

    /// Opens the latest link to confirm it, signed in.
    pub(crate) async fn confirm(&self, name: &str, password: &str) {
        let Some(current) = self.signed_in(password).await else { return };
        if let Some(link) = self.links(name, "confirm-email").pop() {
            let form = ConfirmEmailForm::default();
            let _ = self.world.users.confirm_email(&link, &form, Some(&current), &visitor()).await;
        }
        self.world.deliver().await;
    }

    pub(crate) async fn take(&self, name: &str, password: &str) {
        self.propose(name, password).await;
        self.confirm(name, password).await;
    }

    pub(crate) async fn make_primary(&self, name: &str, password: &str) {
        let Some(current) = self.signed_in(password).await else { return };
        let Some(held) = held(&current.user, name) else { return };
        let _ = self.world.users.make_primary(&current, held, &visitor()).await;
        self.world.deliver().await;
    }

    pub(crate) async fn remove(&self, name: &str, password: &str) {
        let Some(current) = self.signed_in(password).await else { return };
        let Some(held) = held(&current.user, name) else { return };
        let _ = self.world.users.remove_email(&current, held, &visitor()).await;
        self.world.deliver().await;
    }

    pub(crate) async fn change_password(&self, from: &str, to: &str) {
        let Some(current) = self.signed_in(from).await else { return };
        let form = password_change(from, to);
        self.world.users.change_password(&current, &form, &visitor()).await.unwrap();
        self.world.deliver().await;
    }

    /// Asks for a link to reset the password, and uses what comes.
    pub(crate) async fn reset(&self, name: &str, password: &str) -> bool {
        let before = self.links(name, "reset-password").len();
        let form = ForgotPasswordForm { email: address(name) };
        self.world.users.forgot_password(&form, &visitor()).await.unwrap();
        self.world.deliver().await;
        match self.links(name, "reset-password").get(before) {
            Some(link) => self.set_by(link, password).await,
            None => false,
        }
    }

    /// Presses every link "this was not me" that ever came to an address.
    pub(crate) async fn undo(&self, name: &str, password: &str) -> bool {
        let mut worked = false;
        for link in self.links(name, "undo-email-change") {
            if let Ok(undone) = self.world.users.undo_email_change(&link, &from_afar()).await {
                worked = true;
                self.set_by(&undone.reset_link, password).await;
                self.world.deliver().await;
            }
        }
        worked
    }

    pub(crate) async fn set_by(&self, link: &str, password: &str) -> bool {
        let form: ResetPasswordForm = new_password(password);
        let set = self.world.users.reset_password(link, &form, &from_afar()).await.is_ok();
        self.world.deliver().await;
        set
    }

    /// The parts of the links of one kind that were mailed to somebody, oldest first.
    pub(crate) fn links(&self, name: &str, page: &str) -> Vec<String> {
        let all = self.world.mail.all_to(&address(name));
        let links = all.iter().filter_map(SentMail::link_in);
        links
            .filter_map(|link| {
                let mut steps = link.rsplit('/');
                let token = steps.next()?.to_owned();
                (steps.next()? == page).then_some(token)
            })
            .collect()
    }

    pub(crate) async fn primary(&self) -> String {
        self.user().await.primary_email().unwrap().address.to_string()
    }

    /// No link, no reset and no password of the thief opens the account.
    pub(crate) async fn assert_thief_is_out(&self, thiefs: &str, owners: &str, how: &str) {
        assert!(!self.undo(thiefs, THIEFS).await, "{how}: a way back works for {thiefs}@");
        assert!(!self.reset(thiefs, THIEFS).await, "{how}: a reset by {thiefs}@ works");
        for link in self.links(thiefs, "confirm-email") {
            let new = |password: &str| ConfirmEmailForm {
                password: password.to_owned(),
                new_password: THIEFS.to_owned(),
                retype_password: THIEFS.to_owned(),
            };
            for password in [PASSWORD, THIEFS] {
                let confirmed =
                    self.world.users.confirm_email(&link, &new(password), None, &from_afar()).await;
                assert!(confirmed.is_err(), "{how}: a link to confirm {thiefs}@ is good");
            }
        }
        for password in [PASSWORD, THIEFS] {
            assert!(self.world.sign_in("ada", password).await.is_err(), "{how}: {password}");
        }
        assert_eq!(self.primary().await, address(owners), "{how}");
        assert!(self.world.sign_in(&address(owners), OWNERS).await.is_ok(), "{how}: the owner is out");
    }
}

fn held(user: &User, name: &str) -> Option<user_core::domain::EmailId> {
    user.emails.iter().find(|held| held.address.as_str() == address(name)).map(|held| held.id)
}

/// The thief has `evil@` in the account in place of `ada@`.
async fn replaced(several: bool) -> Account {
    let account = Account::old(several).await;
    account.take("evil", PASSWORD).await;
    if several {
        account.make_primary("evil", PASSWORD).await;
        account.remove("ada", PASSWORD).await;
    }
    assert_eq!(account.primary().await, address("evil"));
    account.world.after(HOUR);
    account
}

#[tokio::test]
async fn an_address_that_was_replaced_is_as_old_as_it_was_when_it_comes_back() {
    for several in [false, true] {
        let account = replaced(several).await;
        account.take("ada", PASSWORD).await;
        account.make_primary("ada", PASSWORD).await;
        account.change_password(PASSWORD, OWNERS).await;

        account.assert_thief_is_out("evil", "ada", &format!("several: {several}")).await;
    }
}

#[tokio::test]
async fn an_address_that_came_in_lately_gets_no_way_back_also_where_it_is_the_only_one_left() {
    let account = replaced(true).await;
    account.take("ada", PASSWORD).await;
    account.make_primary("ada", PASSWORD).await;
    account.remove("evil", PASSWORD).await;
    assert!(account.reset("ada", OWNERS).await);

    assert_eq!(account.links("evil", "undo-email-change").len(), 0);
    account.assert_thief_is_out("evil", "ada", "removed").await;
}

#[tokio::test]
async fn a_reset_by_an_address_that_came_back_doubts_what_came_in_meanwhile() {
    let account = replaced(true).await;
    account.take("ada", PASSWORD).await;
    assert!(account.reset("ada", OWNERS).await);

    account.assert_thief_is_out("evil", "ada", "reset").await;
}

#[tokio::test]
async fn what_an_administrator_sets_stands() {
    for several in [false, true] {
        let account = replaced(several).await;
        account.world.users.set_email(account.ada.id, &address("new")).await.unwrap();
        account.world.after(HOUR);
        account.world.users.set_password(account.ada.id, OWNERS).await.unwrap();
        account.world.deliver().await;
        account.assert_thief_is_out("evil", "new", &format!("several: {several}")).await;

        let account = Account::old(several).await;
        account.world.users.set_email(account.ada.id, &address("new")).await.unwrap();
        account.world.users.set_password(account.ada.id, OWNERS).await.unwrap();
        assert_eq!(account.primary().await, address("new"), "several: {several}, no thief");
    }
}

/// The thief waits until the address counts as the owner's, and the owner's links are too old.
#[tokio::test]
async fn a_way_back_of_a_younger_claim_tells_the_address_of_the_older_one_with_a_link() {
    for several in [false, true] {
        let account = replaced(several).await;
        account.world.after(8 * DAY);
        account.change_password(PASSWORD, THIEFS).await;
        let before = account.links("ada", "undo-email-change").len();
        assert!(account.undo("evil", THIEFS).await, "several: {several}");

        assert!(account.links("ada", "undo-email-change").len() > before, "several: {several}");
        assert!(account.undo("ada", OWNERS).await);
        account.assert_thief_is_out("evil", "ada", &format!("several: {several}")).await;
    }
}

#[tokio::test]
async fn a_way_back_makes_every_younger_address_count_as_proposed_again() {
    let account = Account::old(true).await;
    account.take("evil", PASSWORD).await;
    account.world.after(8 * DAY);
    account.change_password(PASSWORD, THIEFS).await;
    let link = account.links("ada", "undo-email-change").pop().unwrap();
    let undone = account.world.users.undo_email_change(&link, &visitor()).await.unwrap();

    assert!(!account.reset("evil", THIEFS).await);
    assert!(account.set_by(&undone.reset_link, OWNERS).await);

    account.assert_thief_is_out("evil", "ada", "matured").await;
}

#[tokio::test]
async fn a_proposal_does_not_survive_a_new_password_of_an_account_that_waits() {
    for several in [false, true] {
        let account = Account::pending(several).await;
        account.propose("evil", PASSWORD).await;
        account.change_password(PASSWORD, OWNERS).await;
        account.world.resend(&address("evil")).await.unwrap();
        account.world.deliver().await;

        for link in account.links("evil", "confirm-email") {
            let form = ConfirmEmailForm {
                new_password: THIEFS.to_owned(),
                retype_password: THIEFS.to_owned(),
                ..ConfirmEmailForm::default()
            };
            let confirmed = account.world.users.confirm_email(&link, &form, None, &from_afar()).await;
            assert!(confirmed.is_err(), "several: {several}");
        }
        assert_eq!(account.user().await.emails.len(), 1);
        account.confirm("ada", OWNERS).await;
        assert_eq!(account.primary().await, address("ada"));
    }
}

/// Only the address with which somebody registered stands for them before it is confirmed.
#[tokio::test]
async fn a_link_to_another_address_of_an_account_that_waits_sets_no_password() {
    for several in [false, true] {
        let account = Account::pending(several).await;
        account.propose("evil", PASSWORD).await;
        let sent = account.links("evil", "confirm-email").len();
        account.world.resend(&address("evil")).await.unwrap();
        account.world.deliver().await;
        assert_eq!(account.links("evil", "confirm-email").len(), sent, "anybody asked for it");

        let link = account.links("evil", "confirm-email").pop().unwrap();
        let seen = account.world.users.confirmation_of(&link, None, &from_afar()).await.unwrap();
        assert_eq!(seen.asks, user_core::flows::ConfirmationAsks::Password);
    }
}

#[tokio::test]
async fn the_address_of_the_registration_is_as_old_as_the_account() {
    for several in [false, true] {
        let account = Account::pending(several).await;
        account.world.after(HOUR);
        account.take("evil", PASSWORD).await;
        assert_eq!(account.primary().await, address("evil"));
        account.world.after(HOUR);
        account.propose("ada", PASSWORD).await;
        account.confirm("ada", PASSWORD).await;
        assert!(account.reset("ada", OWNERS).await);

        account.assert_thief_is_out("evil", "ada", &format!("several: {several}")).await;
        assert_eq!(account.links("evil", "undo-email-change").len(), 0);
    }
}

#[tokio::test]
async fn another_choice_of_the_primary_address_leaves_the_links_to_reset() {
    let account = Account::old(true).await;
    account.take("evil", PASSWORD).await;
    account.world.forgot(&address("ada")).await.unwrap();
    account.world.deliver().await;
    let link = account.links("ada", "reset-password").pop().unwrap();
    account.make_primary("evil", PASSWORD).await;

    assert!(account.set_by(&link, OWNERS).await);
    account.assert_thief_is_out("evil", "ada", "chosen").await;
}

#[tokio::test]
async fn shutting_and_opening_an_account_leaves_the_owners_ways_back() {
    let account = Account::old(false).await;
    account.take("evil", PASSWORD).await;
    account.change_password(PASSWORD, THIEFS).await;
    account.world.users.disable_user(account.ada.id).await.unwrap();
    assert!(!account.undo("ada", OWNERS).await, "shut");
    account.world.users.enable_user(account.ada.id).await.unwrap();

    assert!(account.undo("ada", OWNERS).await);
    account.assert_thief_is_out("evil", "ada", "opened").await;
}

#[tokio::test]
async fn a_link_that_lost_does_not_come_alive_again_when_the_winner_leaves() {
    let account = Account::old(false).await;
    account.propose("new", PASSWORD).await;
    let link = account.links("new", "confirm-email").pop().unwrap();
    let bob = account.world.member("bob").await;
    let current = account.world.current("bob").await;
    for name in ["new", "bobs"] {
        let current =
            Current::new(crate::change_email::now(&account.world, &bob).await, current.session.clone());
        account
            .world
            .users
            .change_email(&current, &wish(&address(name), PASSWORD), &visitor())
            .await
            .unwrap();
        let bobs = account.world.link_for(name).await;
        account
            .world
            .users
            .confirm_email(&bobs, &ConfirmEmailForm::default(), Some(&current), &visitor())
            .await
            .unwrap();
    }

    assert!(account.world.confirm(&link).await.is_err());
    assert_eq!(account.primary().await, address("ada"));
}
