//! Statements that read a page. Every value comes as text, so that both databases and all types read alike.

use sea_orm::{DbBackend, DbErr, QueryResult, Statement};

use crate::layout::{Layout, Table};
use crate::reading::Reading;

/// How many users are read at once. Their addresses and roles are found without an index, as `SQLAlchemy` makes none:
/// once for each page.
const PAGE: usize = 5_000;

/// Which columns the statement for users gives, in order: of which table, and for what.
#[derive(Clone, Debug)]
pub(crate) struct Columns {
    /// For what, and the expression.
    all: Vec<(String, String)>,
}

/// A row of text.
#[derive(Default)]
pub(crate) struct Row {
    cells: Vec<Option<String>>,
    /// Which of them are not UTF-8: SQLite keeps any bytes. What cannot be read in them became `U+FFFD`.
    unreadable: Vec<usize>,
}

impl Row {
    pub(crate) fn at(&self, index: usize) -> Option<&str> {
        self.cells.get(index).and_then(Option::as_deref)
    }

    fn readable(&self, index: usize) -> Option<&str> {
        self.at(index).filter(|_| !self.unreadable.contains(&index))
    }

    /// Whether any of it is not UTF-8.
    pub(crate) fn is_unreadable(&self) -> bool {
        !self.unreadable.is_empty()
    }

    fn of(row: &QueryResult, width: usize, backend: DbBackend) -> Result<Self, DbErr> {
        let mut read = Self::default();
        for index in 0..width {
            // PostgreSQL itself sees to it that text is text.
            if backend == DbBackend::Postgres {
                read.cells.push(row.try_get_by_index(index)?);
                continue;
            }
            let bytes: Option<Vec<u8>> = row.try_get_by_index(index)?;
            if bytes.as_ref().is_some_and(|bytes| std::str::from_utf8(bytes).is_err()) {
                read.unreadable.push(index);
            }
            read.cells.push(bytes.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()));
        }
        Ok(read)
    }
}

impl Columns {
    pub(crate) fn of(layout: &Layout) -> Self {
        let mut all = Vec::new();
        for name in ["id", "username", "password", "email", "confirmed_at", "active", "created_at"] {
            let own = layout.user.column(name).map(|column| qualified("u", column));
            let auth = layout.auth.as_ref().filter(|_| name != "id");
            let auth = auth.and_then(|auth| auth.column(name)).map(|column| qualified("a", column));
            let expression = match (auth, own) {
                // Users may have no row of their own there.
                (Some(auth), Some(own)) => Some(format!("COALESCE({}, {})", text(&auth), text(&own))),
                (auth, own) => auth.or(own),
            };
            all.extend(expression.map(|expression| (name.to_owned(), expression)));
        }
        let auth = layout.auth.iter().flat_map(Table::own_columns).map(|name| ("a", name));
        let profile = layout.profile.iter().flat_map(Table::own_columns).map(|name| ("p", name));
        let user = layout.user.own_columns().map(|name| ("u", name));
        for (alias, name) in user.chain(auth).chain(profile) {
            all.push((format!("field:{name}"), qualified(alias, name)));
        }
        Self { all }
    }

    /// What a row has for this purpose, and can be read.
    pub(crate) fn value<'r>(&self, row: &'r Row, of: &str) -> Option<&'r str> {
        row.readable(self.all.iter().position(|(name, _)| name == of)?)
    }

    /// Whether there is anything for this purpose.
    pub(crate) fn has(&self, of: &str) -> bool {
        self.all.iter().any(|(name, _)| name == of)
    }

    /// For what the cells are that are not UTF-8.
    pub(crate) fn unreadable<'r>(&'r self, row: &'r Row) -> impl Iterator<Item = &'r str> {
        let named = row.unreadable.iter().filter_map(|index| self.all.get(*index));
        named.map(|(of, _)| of.strip_prefix("field:").unwrap_or(of))
    }

    /// What the app added, by name; what is null is not there.
    pub(crate) fn fields<'r>(&'r self, row: &'r Row) -> impl Iterator<Item = (&'r str, &'r str)> {
        let named = self.all.iter().enumerate();
        named.filter_map(|(index, (of, _))| Some((of.strip_prefix("field:")?, row.readable(index)?)))
    }
}

/// Up to a page of users whose id comes after `after`; several rows of one user where other tables have several of
/// them.
pub(crate) async fn users(
    db: &Reading,
    (layout, columns): (&Layout, &Columns),
    after: Option<&str>,
) -> Result<Vec<Row>, DbErr> {
    let own = quoted(layout.user.column("id").unwrap_or_default());
    let id = format!("u.{own}");
    let read: Vec<_> = columns.all.iter().map(|(_, expression)| text(expression)).collect();
    let only = match after {
        Some(_) => format!("{own} > {}", parameter(db, 1, &layout.user, "id")),
        None => format!("{own} IS NOT NULL"),
    };
    // The page is cut before anything is joined, or a user with several rows could be cut in two.
    let page =
        format!("SELECT * FROM {} WHERE {only} ORDER BY {own} LIMIT {PAGE}", quoted(&layout.user.name));
    let mut sql = vec![format!("SELECT {} FROM ({page}) u", read.join(", "))];
    let mut order = id.clone();
    if let Some(auth) = &layout.auth {
        let key = qualified("a", auth.column("user_id").unwrap_or_default());
        sql.push(format!("LEFT JOIN {} a ON {key} = {id}", quoted(&auth.name)));
        order.extend(auth.column("id").map(|id| format!(", {}", qualified("a", id))));
    }
    if let Some((profile, join)) =
        layout.profile.as_ref().and_then(|profile| Some((profile, joined(profile, layout)?)))
    {
        sql.push(format!("LEFT JOIN {} p ON {join}", quoted(&profile.name)));
    }
    sql.push(format!("ORDER BY {order}"));
    rows(db, sql.join(" "), after.iter().copied(), columns.all.len()).await
}

fn joined(profile: &Table, layout: &Layout) -> Option<String> {
    let id = qualified("u", layout.user.column("id")?);
    if let Some(column) = profile.column("user_id") {
        return Some(format!("{} = {id}", qualified("p", column)));
    }
    let (own, theirs) = (layout.user.column("user_profile_id")?, profile.column("id")?);
    Some(format!("{} = {}", qualified("p", theirs), qualified("u", own)))
}

/// Addresses of the users from `first` to `last`: user, address, moment of confirmation, whether primary.
pub(crate) async fn emails(
    db: &Reading,
    table: &Table,
    (first, last): (&str, &str),
) -> Result<Vec<Row>, DbErr> {
    let column = |of: &str| table.column(of).map_or_else(|| "NULL".to_owned(), |name| qualified("e", name));
    let user = column("user_id");
    let read =
        [user.clone(), column("email"), column("confirmed_at"), column("is_primary")].map(|c| text(&c));
    let (from, to) = (parameter(db, 1, table, "user_id"), parameter(db, 2, table, "user_id"));
    let order = column("id");
    let order = if order == "NULL" { column("email") } else { order };
    let sql = format!(
        "SELECT {} FROM {} e WHERE {user} >= {from} AND {user} <= {to} ORDER BY {order}",
        read.join(", "),
        quoted(&table.name)
    );
    rows(db, sql, [first, last], 4).await
}

/// Roles of the users from `first` to `last`: user, name, and the id that no name was found for.
pub(crate) async fn roles(
    db: &Reading,
    (role, link): &(Table, Table),
    (first, last): (&str, &str),
) -> Result<Vec<Row>, DbErr> {
    let of_link = |of: &str| qualified("l", link.column(of).unwrap_or_default());
    let of_role = |of: &str| qualified("r", role.column(of).unwrap_or_default());
    let user = of_link("user_id");
    let (from, to) = (parameter(db, 1, link, "user_id"), parameter(db, 2, link, "user_id"));
    let sql = format!(
        "SELECT {}, {}, {} FROM {} l LEFT JOIN {} r ON {} = {} WHERE {user} >= {from} AND {user} <= {to} ORDER BY 1, 2",
        text(&user),
        text(&of_role("name")),
        text(&of_link("role_id")),
        quoted(&link.name),
        quoted(&role.name),
        of_role("id"),
        of_link("role_id"),
    );
    rows(db, sql, [first, last], 3).await
}

/// How many rows a table has.
pub(crate) async fn count(db: &Reading, table: &str) -> Result<u64, DbErr> {
    number(db, format!("SELECT {} FROM {}", text("count(*)"), quoted(table))).await
}

/// How many rows of a table belong to no user.
pub(crate) async fn count_orphans(db: &Reading, table: &Table, user: &Table) -> Result<u64, DbErr> {
    let (Some(of), Some(id)) = (table.column("user_id"), user.column("id")) else { return Ok(0) };
    let sql = format!(
        "SELECT {} FROM {} o LEFT JOIN {} u ON {} = {} WHERE {} IS NULL",
        text("count(*)"),
        quoted(&table.name),
        quoted(&user.name),
        qualified("u", id),
        qualified("o", of),
        qualified("u", id),
    );
    number(db, sql).await
}

async fn number(db: &Reading, sql: String) -> Result<u64, DbErr> {
    let found = rows(db, sql, [], 1).await?;
    Ok(found.first().and_then(|row| row.at(0)).and_then(|count| count.parse().ok()).unwrap_or(0))
}

async fn rows<'v>(
    db: &Reading,
    sql: String,
    values: impl IntoIterator<Item = &'v str>,
    width: usize,
) -> Result<Vec<Row>, DbErr> {
    let values: Vec<sea_orm::Value> = values.into_iter().map(Into::into).collect();
    let backend = db.backend();
    let statement = Statement::from_sql_and_values(backend, sql, values);
    db.rows(statement).await?.iter().map(|row| Row::of(row, width, backend)).collect()
}

/// A value that was read as text, of the type of a column again.
fn parameter(db: &Reading, index: u8, table: &Table, column: &str) -> String {
    match table.type_of(column) {
        Some(kind) if db.backend() == DbBackend::Postgres => {
            format!("CAST(${index} AS {})", quoted(kind))
        }
        _ => format!("${index}"),
    }
}

fn text(expression: &str) -> String {
    format!("CAST({expression} AS TEXT)")
}

fn qualified(alias: &str, column: &str) -> String {
    format!("{alias}.{}", quoted(column))
}

/// A name as SQL: quotes in it are doubled, so that it stays one name.
fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}
