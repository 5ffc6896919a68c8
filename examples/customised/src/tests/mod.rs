//! What the tests at the end of each file share: the whole house in memory, and a browser.

mod refusals;

use std::sync::{Arc, OnceLock};

use user_core::domain::User;
use user_core::flows::{NewAccount, RegisterError, RegisterForm};
use user_core::ports::{Mailer, PasswordHasher, Renderer, Store};
use user_core::seal::Secret;
use user_core::{Ports, UserManager, UserManagerBuilder};
use user_render_handlebars::HandlebarsRenderer;
use user_testkit::browser::Browser;
use user_testkit::story::{PASSWORD, Site};
use user_web_poem::testing::in_process;

use crate::passwords::Rules;
use crate::{house, looks};

/// Rounds that cost nothing. For tests alone.
pub(crate) const CHEAP: u32 = 1_000;

/// The house with everything of its own but what is behind the ports: there are stand-ins for store, mailer and hasher.
pub(crate) fn house() -> Site {
    house_with(Rules::House, |builder| builder)
}

pub(crate) fn house_with(
    rules: Rules,
    change: impl FnOnce(UserManagerBuilder) -> UserManagerBuilder,
) -> Site {
    let site = Site::new();
    let ports = ports(&site);
    opened(site, ports, rules, change)
}

pub(crate) fn house_mailing_by(mailer: impl Mailer + 'static) -> Site {
    let site = Site::new();
    let ports = Ports { mailer: Arc::new(mailer), ..ports(&site) };
    opened(site, ports, Rules::House, |builder| builder)
}

/// The same house, with its accounts in this store.
pub(crate) fn house_on(store: impl Store + 'static) -> Site {
    let site = Site::new();
    let ports = Ports { store: Arc::new(store), ..ports(&site) };
    opened(site, ports, Rules::House, |builder| builder)
}

/// The same house, opened once more with this hasher.
pub(crate) fn hashing_with(site: Site, hasher: impl PasswordHasher + 'static) -> Site {
    let ports = Ports { hasher: Arc::new(hasher), ..ports(&site) };
    opened(site, ports, Rules::House, |builder| builder)
}

fn ports(site: &Site) -> Ports {
    Ports {
        store: Arc::new(site.store.clone()),
        mailer: Arc::new(site.mail.clone()),
        renderer: renderer(),
        hasher: Arc::new(site.hasher.clone()),
    }
}

/// Read once: the files do not change from test to test.
fn renderer() -> Arc<dyn Renderer> {
    static RENDERER: OnceLock<Arc<HandlebarsRenderer>> = OnceLock::new();
    RENDERER.get_or_init(|| Arc::new(looks::renderer().unwrap())).clone()
}

fn opened(
    site: Site,
    ports: Ports,
    rules: Rules,
    change: impl FnOnce(UserManagerBuilder) -> UserManagerBuilder,
) -> Site {
    let builder = UserManager::builder(ports, Secret::new([7; 32]).unwrap());
    let builder = builder.clock(site.clock.clone()).observer(site.events.clone());
    let users = change(house::furnish(builder, rules)).build().unwrap();
    Site { users, ..site }
}

/// A browser in front of the house.
pub(crate) fn browser(house: &Site) -> Browser {
    Browser::new(house, in_process(house::site(house.users.clone())))
}

/// A form that is right in everything.
pub(crate) fn registration(name: &str) -> RegisterForm {
    RegisterForm {
        username: name.to_owned(),
        email: format!("{name}@example.com"),
        password: PASSWORD.to_owned(),
        retype_password: PASSWORD.to_owned(),
        ..RegisterForm::default()
    }
}

/// What is wrong with the form; nothing when somebody registered with it.
pub(crate) async fn refusal(house: &Site, form: &RegisterForm) -> Vec<String> {
    let visitor = house.visitor().visitor().clone();
    match house.users.register(form, &visitor).await {
        Ok(_) => Vec::new(),
        Err(RegisterError::Invalid(violations)) => violations.codes(),
        Err(other) => panic!("{other:?}"),
    }
}

/// Somebody with an account in good standing.
pub(crate) async fn member(house: &Site, name: &str, roles: &[&str]) -> User {
    let account = NewAccount {
        username: name.to_owned(),
        email: format!("{name}@example.com"),
        password: Some(PASSWORD.to_owned()),
        roles: roles.iter().map(|&role| role.to_owned()).collect(),
    };
    house.users.create_user(&account).await.unwrap()
}
