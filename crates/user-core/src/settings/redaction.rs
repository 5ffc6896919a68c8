//! URLs as they may be shown: in a log, an error, or a list of settings.

/// What stands for what is not shown.
const HIDDEN: &str = "…";
/// Schemes of servers: a user and a password may stand before the host.
const SERVERS: [&str; 7] = ["smtp", "smtps", "postgres", "postgresql", "mysql", "mariadb", "https"];
/// Schemes of what is on this machine: a path follows.
const LOCAL: [&str; 4] = ["sqlite", "file", "sendmail", "mailbox"];
/// What the query of a local URL may say.
const LOCAL_KEYS: [&str; 2] = ["mode", "cache"];

/// A URL of a database or a mail server without its password and its query, for logs, errors and lists of settings.
///
/// Shows only what surely is no password. Of a URL that is malformed nothing but a known scheme is left, because a
/// password may stand anywhere in it.
///
/// ```
/// use user_core::settings::without_password;
///
/// assert_eq!(without_password("postgres://ada:hunter2@db/users?sslcert=x"), "postgres://ada:…@db/users?…");
/// assert_eq!(without_password("smtp:ada:hunter2@mail.example.com"), "smtp:…");
/// assert_eq!(without_password("ada:hunter2@mail.example.com"), "…");
/// ```
pub fn without_password(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once(':') else { return HIDDEN.to_owned() };
    let shown = match scheme {
        known if SERVERS.contains(&known) => server(rest),
        known if LOCAL.contains(&known) => local(rest),
        _ => return HIDDEN.to_owned(),
    };
    format!("{scheme}:{}", shown.unwrap_or_else(|| HIDDEN.to_owned()))
}

/// A path, unless it looks like a URL of a server: no `@`, and `:` only in `:memory:`.
fn local(rest: &str) -> Option<String> {
    let (path, query) = rest.split_once('?').map_or((rest, None), |(path, query)| (path, Some(query)));
    let is_path = path == ":memory:" || !path.contains([':', '@', '%', '#']);
    let is_plain = |pair: &str| {
        pair.split_once('=').is_some_and(|(key, value)| LOCAL_KEYS.contains(&key) && is_name(value))
    };
    let shows_query = query.is_none_or(|query| query.split('&').all(is_plain));
    match query {
        _ if !is_path || path.chars().any(char::is_control) => None,
        Some(_) if !shows_query => Some(format!("{path}?{HIDDEN}")).filter(|_| !rest.contains('@')),
        _ => Some(rest.to_owned()),
    }
}

/// `//user:password@host:port/database?query`, and only that.
fn server(rest: &str) -> Option<String> {
    let rest = rest.strip_prefix("//")?;
    let end = rest.find(['/', '?']).unwrap_or(rest.len());
    let (authority, tail) = rest.split_at_checked(end)?;
    // A password with `/`, `?`, `#` or `@` in it that nobody encoded: nothing tells where it ends.
    if tail.contains('@') || rest.contains('#') || authority.matches('@').count() > 1 {
        return None;
    }
    let (login, host) =
        authority.rsplit_once('@').map_or((None, authority), |(login, host)| (Some(login), host));
    let login = login.map(shown_login).unwrap_or_default();
    if !is_host(host) {
        return None;
    }
    let (path, query) = tail.split_once('?').map_or((tail, ""), |(path, _)| (path, "?…"));
    let path = if path.strip_prefix('/').unwrap_or(path).chars().all(is_plain_sign) { path } else { "/…" };
    Some(format!("//{login}{host}{path}{query}"))
}

/// The name stays where a password follows it. Alone it may be a key, and so may a name that holds an encoded `:`.
fn shown_login(login: &str) -> String {
    match login.split_once(':') {
        Some((name, password)) if !name.to_ascii_lowercase().contains("%3a") && !password.contains(':') => {
            format!("{name}:{HIDDEN}@")
        }
        _ => format!("{HIDDEN}@"),
    }
}

/// A name or an address, with or without a port.
fn is_host(host: &str) -> bool {
    if let Some((address, port)) = host.strip_prefix('[').and_then(|host| host.split_once(']')) {
        let port = port.strip_prefix(':').is_none_or(is_port) && (port.is_empty() || port.starts_with(':'));
        return address.chars().all(|c| c.is_ascii_hexdigit() || matches!(c, ':' | '.')) && port;
    }
    match host.split_once(':') {
        Some((name, port)) => is_name(name) && is_port(port),
        None => is_name(host),
    }
}

fn is_port(port: &str) -> bool {
    port.parse::<u16>().is_ok()
}

fn is_name(text: &str) -> bool {
    text.chars().all(is_plain_sign)
}

fn is_plain_sign(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_')
}

/// Whether `url` reads `scheme://user:password@host:port/database?key=value`, with nothing of a password outside of its
/// place. A driver takes a malformed URL for what it is not, and then its errors repeat the password as the name of a
/// database or of a parameter: check before it is handed one.
///
/// ```
/// use user_core::settings::is_server_url;
///
/// assert!(is_server_url("postgres://ada:hunter2@db/users"));
/// assert!(!is_server_url("postgres:ada:hunter2@db/users"));
/// assert!(!is_server_url("postgres://ada:hunter/2@db/users"));
/// ```
pub fn is_server_url(url: &str) -> bool {
    let Some((_, rest)) = url.split_once("://") else { return false };
    let end = rest.find(['/', '?']).unwrap_or(rest.len());
    let Some((_, tail)) = rest.split_at_checked(end) else { return false };
    // A password with one of these in it that nobody encoded.
    !(tail.contains('@') || rest.contains('#') || rest.contains(char::is_whitespace))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_surely_is_no_password_is_shown() {
        let cases = [
            (
                "postgres://ada:hunter2@db.example.com/users?password=hunter2",
                "postgres://ada:…@db.example.com/users?…",
            ),
            ("smtp://ada:hun%23ter2@mail.example.com:587", "smtp://ada:…@mail.example.com:587"),
            ("smtp://ada%40example.com:x@[::1]:25", "smtp://ada%40example.com:…@[::1]:25"),
            ("mysql://db:3306/users", "mysql://db:3306/users"),
            ("postgres:///users?host=/run/postgresql", "postgres:///users?…"),
            ("sqlite:data/demo.sqlite?mode=rwc", "sqlite:data/demo.sqlite?mode=rwc"),
            ("sqlite::memory:", "sqlite::memory:"),
            ("sqlite:demo.sqlite?key=hunter2", "sqlite:demo.sqlite?…"),
            ("sendmail:/usr/sbin/sendmail", "sendmail:/usr/sbin/sendmail"),
            ("mailbox:", "mailbox:"),
        ];

        for (url, expected) in cases {
            assert_eq!(without_password(url), expected);
        }
    }

    #[test]
    fn of_a_malformed_url_the_scheme_is_left_at_most() {
        let cases = [
            ("smtp:user:hunter2@mail.example", "smtp:…"),
            ("postgres:user:hunter2@db/x", "postgres:…"),
            ("postgres:/user:hunter2@db/x", "postgres:…"),
            ("smtp://ada:hun#ter2@mail.example.com", "smtp:…"),
            ("smtp://ada:hun/ter2@mail.example.com", "smtp:…"),
            ("smtp://ada:25?hunter2@mail.example.com", "smtp:…"),
            ("smtp://ada:hunter@2@mail.example.com", "smtp:…"),
            ("smtp://ada:hunter2", "smtp:…"),
            ("smtp://hunter2@mail.example.com", "smtp://…@mail.example.com"),
            ("smtp://ada%3Ahunter2:@mail.example.com", "smtp://…@mail.example.com"),
            ("user:hunter2@mail.example", "…"),
            ("hunter2@mail.example", "…"),
            ("hunter2", "…"),
            (" smtp://ada:hunter2@mail.example.com", "…"),
            ("smtp ://ada:hunter2@mail.example.com", "…"),
            ("sqlite:user:hunter2@db/x", "sqlite:…"),
            ("sendmail://user:hunter2@mail", "sendmail:…"),
        ];

        for (url, expected) in cases {
            assert_eq!(without_password(url), expected, "{url}");
        }
    }

    proptest! {
        #[test]
        fn no_piece_of_a_password_is_shown(
            scheme in prop::sample::select(vec![
                "smtp", "smtps", "postgres", "mysql", "mariadb", "sqlite", "sendmail", "file", "mailbox", "https", "",
                "oracle", " smtp", "smtp ", "SMTP",
            ]),
            between in prop::sample::select(vec!["://", ":", ":/", "//", "", ":///", "::", ":// "]),
            user in prop::sample::select(vec!["ada:", "ada%3A", "ada%40example.com:", ":", "a:d:a:", "ada::"]),
            pieces in prop::collection::vec("[@:/?#%&=\\[\\] \\\\\u{e9}.]{0,2}", 1..4),
            host in prop::sample::select(vec![
                "@db", "@db/users", "@db:5432/users?x=y", "", "@", "@[::1]", "@a@b", "@ db", "@db#x", "@db/?tls=none",
            ]),
        ) {
            // `sqlite:Zq9Zq9` names a file, and no password.
            prop_assume!(!(between.is_empty() && user == ":" && host.is_empty()));
            // What follows the last `@` of a URL is its host.
            prop_assume!(!host.is_empty() || pieces.iter().all(|piece| !piece.contains('@')));
            // Nothing else in these URLs has this piece in it.
            let password = pieces.iter().fold("Zq9".to_owned(), |before, piece| before + piece + "Zq9");
            let url = format!("{scheme}{between}{user}{password}{host}");

            let shown = without_password(&url);

            prop_assert!(!shown.contains("Zq9"), "{} is shown as {}", url, shown);
        }

        #[test]
        fn a_password_in_the_query_is_not_shown(
            key in prop::sample::select(vec!["password", "sslpassword", "x", "", "mode"]),
            scheme in prop::sample::select(vec!["smtp", "postgres", "mysql", "sqlite"]),
            sign in "[@:/?#%& ]{1,2}",
        ) {
            let url = format!("{scheme}://db/users?{key}={sign}Zq9");

            prop_assert!(!without_password(&url).contains("Zq9"), "{}", url);
        }
    }
}
