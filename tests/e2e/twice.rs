//! People on a bad line press twice: the browser hangs up on the first answer, and shows the second.

use std::io::Write;
use std::net::TcpStream;

use user_e2e::{Database, Demo, Form, Kind, Page, Visitor};

/// Sends a form and hangs up before any answer, as a browser does in which somebody presses again.
fn hangs_up(visitor: &Visitor, form: &Form, typed: &[(&str, &str)]) {
    let mut body = url::form_urlencoded::Serializer::new(String::new());
    let body = body.extend_pairs(form.filled(typed)).finish();
    let to = visitor.url(&form.action);
    let (host, port) = (to.host_str().unwrap(), to.port().unwrap());
    let head = format!(
        "POST {} HTTP/1.1\r\nHost: {host}:{port}\r\nCookie: {}\r\nAccept: text/html\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n",
        to.path(),
        visitor.cookies(),
        body.len()
    );
    let mut stream = TcpStream::connect((host, port)).unwrap();
    stream.write_all(format!("{head}{body}").as_bytes()).unwrap();
}

async fn presses_twice(visitor: &Visitor, form: &Form, typed: &[(&str, &str)]) -> Page {
    hangs_up(visitor, form, typed);
    let page = visitor.sends(form, typed).await;
    assert_eq!(page.status, 303, "{:?} {}", page.errors(), page.body);
    visitor.follows(page).await
}

async fn somebody_presses_everything_twice(kind: Kind) {
    let Some(database) = Database::fresh(kind).await else { return };
    let setup =
        Demo::setup().on(&database).with("FEATURES__CONFIRM_EMAIL", "false").with("THROTTLE", "database");
    let site = setup.start().await;
    let ada = site.visitor("ada");

    let form = ada.opens("/user/register").await.form("/register");
    let typed = [
        ("username", ada.username.as_str()),
        ("email", &ada.email),
        ("password", &ada.password),
        ("retype_password", &ada.password),
    ];
    presses_twice(&ada, &form, &typed).await;
    assert!(ada.is_signed_in().await);
    assert_eq!(database.count("SELECT count(*) FROM user_account").await, 1);

    let new = "nine yellow herons whistle";
    let form = ada.opens("/user/change-password").await.form("/change-password");
    let typed = [("old_password", ada.password.as_str()), ("new_password", new), ("retype_password", new)];
    presses_twice(&ada, &form, &typed).await;
    assert!(ada.is_signed_in().await);
    assert_eq!(ada.elsewhere().tries_to_sign_in(new).await.status, 303);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_presses_everything_twice_on_a_bad_line_notices_nothing_on_sqlite() {
    somebody_presses_everything_twice(Kind::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_presses_everything_twice_on_a_bad_line_notices_nothing_on_postgres() {
    somebody_presses_everything_twice(Kind::Postgres).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_presses_everything_twice_on_a_bad_line_notices_nothing_on_mariadb() {
    somebody_presses_everything_twice(Kind::MariaDb).await;
}
