//! Nothing of a deleted user is left in any table: every column of every row is looked at.

use std::sync::Arc;
use std::time::Duration;

use sea_orm::{ConnectionTrait, DbBackend, Statement};
use user_core::domain::{KeptEvents, Locale, User};
use user_core::flows::{
    AddEmailForm, Admission, Current, DeleteAccountForm, ForgotPasswordForm, InviteForm, NewAccount,
    SignInForm, Visitor,
};
use user_core::seal::Secret;
use user_core::settings::{InvitationMode, Settings};
use user_core::{Ports, UserManager};
use user_store_seaorm::sea_orm;
use user_testkit::{FixedClock, PlainHasher, PlainPictureMaker, PlainRenderer, SentMail};

use crate::databases::Fresh;

on_each_database! {
    nothing_of_a_deleted_user_is_left_in_any_table
}

const NAME: &str = "lovelace-8421";
const PASSWORD: &str = "Correct horse battery 9";
const ADDRESS: &str = "203.0.113.77";
const BROWSER: &str = "Difference-Engine/8421";

fn address(name: &str) -> String {
    format!("{name}@countess.example")
}

fn visitor() -> Visitor {
    Visitor {
        address: ADDRESS.parse().ok(),
        user_agent: Some(BROWSER.to_owned()),
        ..Visitor::unknown(Locale::english())
    }
}

/// A site on this database, with everything that can be kept there.
struct Site {
    users: UserManager,
    mail: SentMail,
    clock: FixedClock,
}

impl Site {
    fn new(fresh: &Fresh, kept: KeptEvents) -> Self {
        let (mail, clock) = (SentMail::new(), FixedClock::default());
        let ports = Ports {
            store: Arc::<user_store_seaorm::SeaOrmStore>::clone(&fresh.store),
            mailer: Arc::new(mail.clone()),
            renderer: Arc::new(PlainRenderer::in_locales([Locale::english()])),
            hasher: Arc::new(PlainHasher::new()),
        };
        let settings = |settings: &mut Settings| {
            settings.features.multiple_emails = true;
            settings.features.recovery_codes = true;
            settings.invitations.mode = InvitationMode::Optional;
            settings.deletion.events = kept;
        };
        let users = UserManager::builder(ports, Secret::new([7; 32]).unwrap())
            .configure(settings)
            .clock(clock.clone())
            .throttle(fresh.store.throttle())
            .outcomes(fresh.store.outcomes())
            .pictures(fresh.store.pictures(), PlainPictureMaker)
            .build()
            .unwrap();
        Self { users, mail, clock }
    }

    async fn member(&self, name: &str) -> User {
        let (username, email) = (name.to_owned(), address(name));
        let password = Some(PASSWORD.to_owned());
        self.users.create_user(&NewAccount { username, email, password, roles: Vec::new() }).await.unwrap()
    }

    async fn current(&self, name: &str) -> Current {
        let (identifier, password) = (name.to_owned(), PASSWORD.to_owned());
        let form = SignInForm { identifier, password, remember_me: true };
        let admission = self.users.sign_in(&form, &visitor()).await.unwrap();
        let Admission::SignedIn(signed_in) = admission else { panic!("no second step is asked for") };
        self.users.resume(&signed_in.cookie, &visitor()).await.unwrap().unwrap().current
    }

    async fn deliver(&self) {
        while self.users.deliver_due_mail().await.unwrap().taken() > 0 {}
    }

    /// Everything that leaves something in a table.
    async fn lives(&self, current: &Current, friend: &Current) {
        let (users, visitor) = (&self.users, visitor());
        let invite = |name: &str| InviteForm { email: address(name), roles: String::new() };
        users.grant_role(current.user.id, "countess").await.unwrap();
        users.make_recovery_codes(current, &visitor).await.unwrap();
        users.ask_for_export(current, &visitor).await.unwrap();
        let second = AddEmailForm { email: address("second-lovelace-8421") };
        users.add_email(current, &second, &visitor).await.unwrap();
        users.invite(current, &invite("babbage"), &visitor).await.unwrap();
        users.invite(friend, &invite("lovelace-8421"), &visitor).await.unwrap();
        let turn = users.begin_upload(current, &visitor).await.unwrap();
        users.set_picture(turn, b"picture 9".to_vec(), &visitor).await.unwrap();
        let wrong =
            SignInForm { identifier: NAME.to_owned(), password: "wrong".to_owned(), remember_me: false };
        users.sign_in(&wrong, &visitor).await.unwrap_err();
        users.forgot_password(&ForgotPasswordForm { email: address(NAME) }, &visitor).await.unwrap();
    }
}

/// Every value of every row, by table.
async fn dump(fresh: &Fresh) -> Vec<(String, Vec<u8>)> {
    let db = fresh.store.connection();
    let backend = db.get_database_backend();
    let columns = match backend {
        DbBackend::Sqlite => {
            "SELECT m.name, c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table'"
        }
        DbBackend::Postgres => {
            "SELECT table_name::text, column_name::text FROM information_schema.columns \
             WHERE table_schema = current_schema()"
        }
        _ => "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = DATABASE()",
    };
    let columns = db.query_all_raw(Statement::from_string(backend, columns)).await.unwrap();
    let mut all = Vec::new();
    for row in columns {
        let (table, column): (String, String) =
            (row.try_get_by_index(0).unwrap(), row.try_get_by_index(1).unwrap());
        let values = match backend {
            DbBackend::Sqlite => format!("SELECT CAST(\"{column}\" AS BLOB) FROM \"{table}\""),
            DbBackend::Postgres => {
                format!("SELECT convert_to(\"{column}\"::text, 'UTF8') FROM \"{table}\"")
            }
            _ => format!("SELECT CAST(`{column}` AS BINARY) FROM `{table}`"),
        };
        for value in db.query_all_raw(Statement::from_string(backend, values)).await.unwrap() {
            let value: Option<Vec<u8>> = value.try_get_by_index(0).unwrap();
            all.extend(value.map(|value| (table.clone(), value)));
        }
    }
    all
}

/// The tables in which one of these stands, however it is written.
async fn tables_with(fresh: &Fresh, needles: &[Vec<u8>]) -> Vec<String> {
    let holds = |value: &[u8]| {
        let lower = value.to_ascii_lowercase();
        let has = |needle: &Vec<u8>| {
            let found = |place: &[u8]| place.windows(needle.len()).any(|part| part == needle);
            found(value) || found(&lower)
        };
        needles.iter().any(has)
    };
    let found = dump(fresh).await.into_iter().filter(|(_, value)| holds(value));
    let mut tables: Vec<_> = found.map(|(table, _)| table).collect();
    tables.dedup();
    tables
}

fn names() -> Vec<Vec<u8>> {
    [NAME, "second-lovelace-8421"].map(|name| name.as_bytes().to_vec()).to_vec()
}

fn places() -> Vec<Vec<u8>> {
    [ADDRESS, BROWSER, "difference-engine/8421"].map(|place| place.as_bytes().to_vec()).to_vec()
}

/// The id as bytes and as texts; `PostgreSQL` shows bytes as digits.
fn id(user: &User) -> Vec<Vec<u8>> {
    let digits = user.id.to_string();
    vec![user.id.as_bytes().to_vec(), digits.replace('-', "").into_bytes(), digits.into_bytes()]
}

async fn nothing_of_a_deleted_user_is_left_in_any_table(fresh: Fresh) {
    for kept in [KeptEvents::All, KeptEvents::WithoutAddress, KeptEvents::None] {
        let site = Site::new(&fresh, kept);
        let (ada, friend) = (site.member(NAME).await, site.member(&format!("friend-{kept:?}")).await);
        let friend = site.current(friend.username.as_ref().unwrap().as_str()).await;
        let current = site.current(NAME).await;
        site.lives(&current, &friend).await;
        assert!(tables_with(&fresh, &names()).await.len() > 4, "the search finds what is there");
        assert!(tables_with(&fresh, &id(&ada)).await.len() > 5, "{:?}", tables_with(&fresh, &id(&ada)).await);

        let form = DeleteAccountForm { account_name: NAME.to_owned() };
        site.users.delete_account(&current, &form, &visitor()).await.unwrap();
        site.clock.advance(Duration::from_hours(14 * 24));
        for _ in 0..2 {
            site.users.purge_expired().await.unwrap();
        }
        site.deliver().await;

        assert!(site.mail.latest_to(&address(NAME)).unwrap().subject.contains("account_deleted"));
        assert_eq!(tables_with(&fresh, &names()).await, Vec::<String>::new(), "{kept:?}");
        assert_eq!(tables_with(&fresh, &id(&ada)).await, ["user_event"], "{kept:?}");
        let left = site.users.events_of(ada.id, 99).await.unwrap();
        assert_eq!(left.len() == 1, kept == KeptEvents::None, "{left:?}");
        let places_of_ada = left.iter().any(|event| event.address.is_some() || event.user_agent.is_some());
        assert_eq!(places_of_ada, kept == KeptEvents::All);
        // The friend comes from the same place.
        site.users.delete_user(friend.user.id).await.unwrap();
        site.deliver().await;
        if kept != KeptEvents::All {
            fresh
                .store
                .connection()
                .execute_unprepared("DELETE FROM user_event WHERE user_id IS NULL")
                .await
                .unwrap();
        }
        let seen = tables_with(&fresh, &places()).await;
        assert_eq!(seen.is_empty(), kept != KeptEvents::All, "{kept:?} {seen:?}");
        fresh.store.connection().execute_unprepared("DELETE FROM user_event").await.unwrap();
    }
}
