//! A thief with a copied session *and* the password does what can be done, in every order; then the owner takes the account
//! back, in every way there is. The owner is in, and the thief is out: at once, and a day later, whatever door they try.

use user_core::domain::{InvitationState, User};
use user_core::flows::{
    AddEmailForm, ConfirmEmailForm, Current, ForgotPasswordForm, InviteForm, ResetPasswordForm, Visitor,
};
use user_core::settings::{InvitationMode, Inviters, Settings};
use user_testkit::{NoThrottle, SentMail};

use crate::change_email::wish;
use crate::invitations::sent;
use crate::world::{
    DAY, HOUR, PASSWORD, World, address, new_password, password_change, rename, visitor, visitor_from,
};

const THIEFS: &str = "Crooked parsnip lagoon 4";
const OWNERS: &str = "Granite bluebell harbour 6";
const MAILBOXES: [&str; 2] = ["evil", "worse"];
/// What a thief does with the account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Act {
    /// Asks for an address and leaves its link unopened.
    Propose,
    /// Asks for an address and confirms it. Where there is one address, it takes the owner's place.
    Take,
    /// Makes their own address the primary one.
    MakePrimary,
    /// Removes the owner's address.
    RemoveOwners,
    ChangePassword,
    ChangeUsername,
    InviteAdmin,
    /// Resets the password by their own address.
    Reset,
    /// Says "this was not me" with a link that came to their own address.
    Undo,
}

const ACTS: [Act; 9] = [
    Act::Propose,
    Act::Take,
    Act::MakePrimary,
    Act::RemoveOwners,
    Act::ChangePassword,
    Act::ChangeUsername,
    Act::InviteAdmin,
    Act::Reset,
    Act::Undo,
];

/// How the owner takes the account back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Recovery {
    /// With the first, or the last, of the links in the mails that told of changes.
    Undo(Which),
    /// By a link to reset the password, where the owner's address still gets one.
    Reset,
    /// With the password, where it is still the owner's.
    ChangePassword,
    /// An administrator sets a password, where the owner's address still belongs to the account.
    Administrator,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Which {
    First,
    Last,
}

const RECOVERIES: [Recovery; 5] = [
    Recovery::Undo(Which::First),
    Recovery::Undo(Which::Last),
    Recovery::Reset,
    Recovery::ChangePassword,
    Recovery::Administrator,
];

struct Theft {
    world: World,
    ada: User,
    password: String,
    cookies: Vec<String>,
}

fn from_afar() -> Visitor {
    visitor_from("203.0.113.66")
}

/// The parts of the links that were mailed to somebody, oldest first.
fn links_to(world: &World, name: &str) -> Vec<(String, String)> {
    let all = world.mail.all_to(&address(name));
    let links = all.iter().filter_map(SentMail::link_in);
    links
        .filter_map(|link| {
            let mut steps = link.rsplit('/');
            let token = steps.next()?.to_owned();
            Some((steps.next()?.to_owned(), token))
        })
        .collect()
}

fn tokens_for(world: &World, name: &str, page: &str) -> Vec<String> {
    links_to(world, name).into_iter().filter(|(of, _)| of == page).map(|(_, token)| token).collect()
}

impl Theft {
    async fn begin(several: bool) -> Self {
        let world = World::built(|builder| {
            builder.throttle(NoThrottle).configure(|settings: &mut Settings| {
                settings.features.multiple_emails = several;
                settings.invitations.mode = InvitationMode::Optional;
                settings.invitations.who = Inviters::Roles;
                settings.invitations.inviter_roles = vec!["host".to_owned()];
                settings.invitations.grantable_roles = vec!["admin".to_owned()];
            })
        });
        let ada = world.member("ada").await;
        world.users.grant_role(ada.id, "host").await.unwrap();
        world.after(30 * DAY);
        let cookie = world.signed_in("ada").await.cookie;
        Self { world, ada, password: PASSWORD.to_owned(), cookies: vec![cookie] }
    }

    async fn account(&self) -> User {
        self.world.users.find_user(&self.ada.id.to_string()).await.unwrap().unwrap()
    }

    /// The thief on some page: with the copied session or, when that has ended, with the password.
    async fn current(&mut self) -> Option<Current> {
        for cookie in &self.cookies {
            let Some(current) = self.world.visit(cookie).await else { continue };
            if self.world.users.is_stepped_up(&current) {
                return Some(current);
            }
        }
        let user = self.account().await;
        let name = user.username.as_ref().unwrap().as_str().to_owned();
        let cookie = self.world.sign_in_as(&from_afar(), &name, &self.password).await.ok()?.cookie;
        self.cookies.push(cookie.clone());
        self.world.visit(&cookie).await
    }

    /// Does it, as far as it can be done.
    async fn act(&mut self, act: Act) {
        self.world.after(HOUR);
        match act {
            Act::Reset => self.reset().await,
            Act::Undo => self.undo().await,
            _ => {
                if let Some(current) = self.current().await {
                    self.act_as(act, &current).await;
                }
            }
        }
        self.world.deliver().await;
    }

    async fn act_as(&mut self, act: Act, current: &Current) {
        let (users, thief) = (&self.world.users, from_afar());
        let row = |name: &str| current.user.emails.iter().find(|held| held.address.as_str() == address(name));
        match act {
            Act::Propose => {
                self.propose(current).await;
            }
            Act::Take => {
                if let Some(name) = self.propose(current).await
                    && let Some(link) = tokens_for(&self.world, name, "confirm-email").pop()
                {
                    let form = ConfirmEmailForm::default();
                    let _ = self.world.users.confirm_email(&link, &form, Some(current), &thief).await;
                }
            }
            Act::MakePrimary => {
                for held in MAILBOXES.into_iter().filter_map(row) {
                    let _ = users.make_primary(current, held.id, &thief).await;
                }
            }
            Act::RemoveOwners => {
                if let Some(held) = row("ada") {
                    let _ = users.remove_email(current, held.id, &thief).await;
                }
            }
            Act::ChangePassword => self.change_password(current).await,
            Act::ChangeUsername => {
                let _ = users.change_username(current, &rename("crook", &self.password), &thief).await;
            }
            Act::InviteAdmin => {
                let form = InviteForm { email: address("accomplice"), roles: "admin".to_owned() };
                let _ = users.invite(current, &form, &thief).await;
            }
            Act::Reset | Act::Undo => {}
        }
    }

    async fn change_password(&mut self, current: &Current) {
        let form = password_change(&self.password, THIEFS);
        if let Ok(signed_in) = self.world.users.change_password(current, &form, &from_afar()).await {
            self.cookies.push(signed_in.cookie);
            THIEFS.clone_into(&mut self.password);
        }
    }

    /// Asks for the first of their addresses that the account does not have.
    async fn propose(&self, current: &Current) -> Option<&'static str> {
        let users = &self.world.users;
        let name = MAILBOXES.into_iter().find(|name| {
            current
                .user
                .emails
                .iter()
                .all(|held| held.address.as_str() != address(name) || held.confirmed_at.is_none())
        })?;
        if users.settings().manages_emails() {
            let _ = users.add_email(current, &AddEmailForm { email: address(name) }, &from_afar()).await;
        } else {
            let _ = users.change_email(current, &wish(&address(name), &self.password), &from_afar()).await;
        }
        self.world.deliver().await;
        Some(name)
    }

    async fn reset(&mut self) {
        for name in MAILBOXES {
            let form = ForgotPasswordForm { email: address(name) };
            self.world.users.forgot_password(&form, &from_afar()).await.unwrap();
            self.world.deliver().await;
            for link in tokens_for(&self.world, name, "reset-password") {
                self.set_by(&link).await;
            }
        }
    }

    async fn undo(&mut self) {
        for name in MAILBOXES {
            for link in tokens_for(&self.world, name, "undo-email-change") {
                if let Ok(undone) = self.world.users.undo_email_change(&link, &from_afar()).await {
                    self.set_by(&undone.reset_link).await;
                }
            }
        }
    }

    async fn set_by(&mut self, link: &str) {
        let form: ResetPasswordForm = new_password(THIEFS);
        if self.world.users.reset_password(link, &form, &from_afar()).await.is_ok() {
            THIEFS.clone_into(&mut self.password);
        }
    }

    /// Every door there is; none may open.
    async fn try_every_door(&mut self, how: &str) {
        for name in MAILBOXES {
            for link in tokens_for(&self.world, name, "confirm-email") {
                for password in [PASSWORD, THIEFS, OWNERS] {
                    let form =
                        ConfirmEmailForm { password: password.to_owned(), ..ConfirmEmailForm::default() };
                    let confirmed = self.world.users.confirm_email(&link, &form, None, &from_afar()).await;
                    assert!(confirmed.is_err(), "{how}: a link to confirm {name}@ is good");
                }
            }
        }
        self.undo().await;
        self.reset().await;
        for cookie in &self.cookies {
            assert!(self.world.visit(cookie).await.is_none(), "{how}: a session goes on");
        }
        let names = ["ada", "crook", "ada@example.com", "evil@example.com", "worse@example.com"];
        for (name, password) in names.iter().flat_map(|name| [(name, PASSWORD), (name, THIEFS)]) {
            let opened = self.world.sign_in_as(&from_afar(), name, password).await;
            assert!(opened.is_err(), "{how}: {name} signs in with {password}");
        }
        // Whoever asks for a link in the owner's name spoils nothing.
        let form = ForgotPasswordForm { email: address("ada") };
        self.world.users.forgot_password(&form, &from_afar()).await.unwrap();
        self.world.deliver().await;
        for invitation in sent(&self.world).await {
            assert_ne!(
                invitation.state(self.world.now()),
                InvitationState::Open,
                "{how}: an invitation is open"
            );
        }
    }

    /// Takes the account back; false where that way is not open to the owner.
    async fn recover(&mut self, recovery: Recovery, how: &str) -> bool {
        self.world.after(HOUR);
        match recovery {
            Recovery::Undo(which) => self.recover_by_undo(which, how).await,
            Recovery::Reset => self.recover_by_reset().await,
            Recovery::ChangePassword => self.recover_by_password().await,
            Recovery::Administrator => {
                let has = self.owners_address_is_there().await;
                if has {
                    self.world.users.set_password(self.ada.id, OWNERS).await.unwrap();
                }
                has
            }
        }
    }

    async fn recover_by_undo(&mut self, which: Which, how: &str) -> bool {
        let links = tokens_for(&self.world, "ada", "undo-email-change");
        let link = if which == Which::First { links.first() } else { links.last() };
        let Some(link) = link else { return false };
        let undone = self.world.users.undo_email_change(link, &visitor()).await;
        let undone = undone.unwrap_or_else(|error| panic!("{how}: {error}"));
        self.try_every_door(how).await;
        let form = new_password(OWNERS);
        self.world.users.reset_password(&undone.reset_link, &form, &visitor()).await.unwrap();
        true
    }

    async fn recover_by_reset(&self) -> bool {
        let before = tokens_for(&self.world, "ada", "reset-password").len();
        self.world.forgot(&address("ada")).await.unwrap();
        self.world.deliver().await;
        let links = tokens_for(&self.world, "ada", "reset-password");
        let Some(link) = links.get(before) else { return false };
        self.world.users.reset_password(link, &new_password(OWNERS), &visitor()).await.unwrap();
        true
    }

    async fn recover_by_password(&self) -> bool {
        let user = self.account().await;
        let name = user.username.as_ref().unwrap().as_str();
        let Ok(signed_in) = self.world.sign_in(name, PASSWORD).await else { return false };
        if !self.owners_address_is_there().await {
            return false;
        }
        let current = self.world.visit(&signed_in.cookie).await.unwrap();
        let form = password_change(PASSWORD, OWNERS);
        self.world.users.change_password(&current, &form, &visitor()).await.unwrap();
        true
    }

    async fn owners_address_is_there(&self) -> bool {
        self.account().await.emails.iter().any(|held| held.address.as_str() == address("ada"))
    }

    async fn owner_is_in(&self, how: &str) {
        let user = self.account().await;
        let primary = user.primary_email().map(|email| email.address.to_string());
        assert_eq!(primary, Some(address("ada")), "{how}");
        assert!(self.world.sign_in("ada@example.com", OWNERS).await.is_ok(), "{how}: the owner is out");
    }
}

async fn play(several: bool, acts: &[Act], recovery: Recovery) -> bool {
    let how = format!("several: {several}, {acts:?}, then {recovery:?}");
    let mut theft = Theft::begin(several).await;
    for act in acts {
        theft.act(*act).await;
    }
    if !theft.recover(recovery, &how).await {
        return false;
    }
    for pause in [HOUR, DAY, 8 * DAY] {
        theft.try_every_door(&how).await;
        theft.owner_is_in(&how).await;
        theft.world.deliver().await;
        theft.world.after(pause);
    }
    true
}

/// All orders of up to two acts, and of three where the thief has an address in the account first.
fn orders() -> Vec<Vec<Act>> {
    let with = |orders: &[Vec<Act>]| -> Vec<Vec<Act>> {
        orders.iter().flat_map(|order| ACTS.map(|act| [order.as_slice(), &[act]].concat())).collect()
    };
    let one = with(&[vec![]]);
    let two = with(&one);
    let begun: Vec<_> = two.iter().filter(|order| order.first() == Some(&Act::Take)).cloned().collect();
    [vec![vec![]], one, two, with(&begun)].concat()
}

async fn every_theft_is_undone(several: bool) {
    let mut played = 0;
    for acts in orders() {
        let mut ways = 0;
        for recovery in RECOVERIES {
            ways += usize::from(play(several, &acts, recovery).await);
        }
        assert!(ways > 0, "{acts:?}: the owner has no way back");
        played += ways;
    }
    assert!(played > 300, "{played}");
}

#[tokio::test]
async fn whatever_a_thief_does_in_whatever_order_the_owner_of_several_addresses_gets_the_account_back() {
    every_theft_is_undone(true).await;
}

#[tokio::test]
async fn whatever_a_thief_does_in_whatever_order_the_owner_of_one_address_gets_the_account_back() {
    every_theft_is_undone(false).await;
}
