//! A site over SQLite, with users in it.

use std::sync::Arc;

use anyhow::{Context, Result};
use poem::endpoint::BoxEndpoint;
use poem::{Endpoint, EndpointExt, Request, Response, Route, handler};
use sea_orm::{ConnectionTrait, DatabaseConnection};
use tempfile::TempDir;
use user_core::domain::{Locale, Requirement};
use user_core::flows::{Admission, NewAccount, SignInForm, Visitor};
use user_core::seal::Secret;
use user_core::{Ports, UserManager};
use user_hash_argon2::Argon2Hasher;
use user_store_seaorm::SeaOrmStore;
use user_testkit::{NoThrottle, PlainRenderer, SentMail};
use user_web_poem::{UserWeb, guard};

pub(crate) const PASSWORD: &str = "correct horse battery";

/// The site, and the cookie of a user who may see its page.
pub(crate) struct Site {
    pub(crate) users: UserManager,
    pub(crate) page: Arc<BoxEndpoint<'static, Response>>,
    pub(crate) cookie: String,
    _folder: TempDir,
}

#[handler]
fn members() -> &'static str {
    "for members"
}

impl Site {
    /// A site with one user who has a role, and `others` beside.
    pub(crate) async fn with(others: u32) -> Result<Self> {
        let folder = tempfile::tempdir()?;
        let store =
            SeaOrmStore::connect(format!("sqlite:{}", folder.path().join("bench.sqlite").display())).await?;
        store.migrate_up().await?;
        let ports = Ports {
            store: Arc::new(store.clone()),
            mailer: Arc::new(SentMail::new()),
            renderer: Arc::new(PlainRenderer::new()),
            hasher: Arc::new(Argon2Hasher::new()?),
        };
        let users = UserManager::builder(ports, Secret::new([5; 32])?).throttle(NoThrottle).build()?;
        fill(store.connection(), others).await?;
        let account = NewAccount {
            username: "ada".into(),
            email: "ada@example.com".into(),
            password: Some(PASSWORD.into()),
            roles: vec!["member".into()],
        };
        users.create_user(&account).await?;
        let form = SignInForm { identifier: "ada".into(), password: PASSWORD.into(), remember_me: true };
        let admission = users.sign_in(&form, &Visitor::unknown(Locale::english())).await?;
        let Admission::SignedIn(signed_in) = admission else {
            anyhow::bail!("a second step is asked for");
        };
        let app = Route::new().at("/members", members.with(guard(Requirement::role("member"))));
        let page = UserWeb::new(users.clone()).attach(app).boxed();
        Ok(Self { users, page: Arc::new(page), cookie: signed_in.cookie, _folder: folder })
    }

    /// One look at the page that asks for a role.
    pub(crate) async fn view(page: &BoxEndpoint<'static, Response>, cookie: &str) -> Result<()> {
        let request = Request::builder()
            .uri_str("/members")
            .header("cookie", format!("user_session={cookie}"))
            .finish();
        let response = page.get_response(request).await;
        anyhow::ensure!(response.status().is_success(), "the page answered {}", response.status());
        Ok(())
    }
}

/// Adds users with one address and one role each, by statements of SQLite itself.
async fn fill(database: &DatabaseConnection, others: u32) -> Result<()> {
    let numbers =
        format!("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {others})");
    let id = |prefix: &str| format!("unhex(printf('{prefix}%030x', i))");
    let (user, email) = (id("01"), id("02"));
    let statements = [
        format!(
            "INSERT INTO user_account (id, username, username_key, status, device_epoch, created_at, revision) {numbers} \
             SELECT {user}, 'user' || i, 'user' || i, 'active', 0, 0, 0 FROM n"
        ),
        format!(
            "INSERT INTO user_email (id, user_id, address, address_key, confirmed_at, primary_of) {numbers} \
             SELECT {email}, {user}, 'user' || i || '@example.com', 'user' || i || '@example.com', 0, {user} FROM n"
        ),
        format!("INSERT INTO user_role (user_id, role) {numbers} SELECT {user}, 'member' FROM n"),
    ];
    for statement in statements.iter().filter(|_| others > 0) {
        database.execute_unprepared(statement).await.context("filling the site with users")?;
    }
    Ok(())
}
