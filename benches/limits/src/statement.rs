//! One joined statement by SeaORM, as little as a page can do with that knows its visitor: session, user and role.

use anyhow::{Context, Result};
use poem::error::InternalServerError;
use poem::listener::TcpAcceptor;
use poem::web::Data;
use poem::{EndpointExt, Route, Server, get, handler};
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbBackend, Statement};
use tokio::net::TcpListener;

const SESSION: &str = "SELECT s.id FROM user_session s JOIN user_role r ON r.user_id = s.user_id LIMIT 1";
const JOINED: &str = "SELECT s.expires_at, a.username, a.status, r.role FROM user_session s \
     JOIN user_account a ON a.id = s.user_id LEFT JOIN user_role r ON r.user_id = a.id WHERE s.id = ?";

#[derive(Clone)]
struct Site {
    database: DatabaseConnection,
    session: Vec<u8>,
}

#[handler]
async fn page(Data(site): Data<&Site>) -> poem::Result<String> {
    let session = site.session.clone().into();
    let statement = Statement::from_sql_and_values(DbBackend::Sqlite, JOINED, [session]);
    let row = site.database.query_one_raw(statement).await.map_err(InternalServerError)?;
    let row = row.ok_or_else(|| poem::Error::from_status(poem::http::StatusCode::FORBIDDEN))?;
    let name: String = row.try_get("", "username").map_err(InternalServerError)?;
    let role: String = row.try_get("", "role").map_err(InternalServerError)?;
    Ok(format!("{name} is {role}"))
}

/// Asks the database at this URL, which must hold a session of somebody with a role.
pub async fn on_poem(listener: TcpListener, database: &str) -> Result<()> {
    let mut options = ConnectOptions::new(database);
    options.sqlx_logging(false);
    let database = Database::connect(options).await?;
    let found = database.query_one_raw(Statement::from_string(DbBackend::Sqlite, SESSION)).await?;
    let session = found.context("nobody with a role is signed in")?.try_get("", "id")?;
    let app = Route::new().at("/", get(page).data(Site { database, session }));
    Ok(Server::new_with_acceptor(TcpAcceptor::from_tokio(listener)?).run(app).await?)
}
