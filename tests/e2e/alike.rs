//! What a stranger sees of a known and of an unknown address, over real HTTP: the same answers. That the work behind them is
//! the same, the tests of the flows say; no test asks a clock, which a busy machine would decide.

use user_e2e::{Database, Demo, Visitor};

/// What is typed into a form.
type Typed = Vec<(&'static str, String)>;

#[tokio::test]
async fn known_and_unknown_addresses_get_the_same_answers() {
    let database = Database::sqlite();
    let site = Demo::setup().on(&database).patient().start().await;
    let mut ada = site.visitor("ada");
    ada.settles_in().await;
    let pending = site.visitor("pending");
    pending.registers().await;
    let stranger = ada.elsewhere();
    let nobody = || site.visitor("nobody");
    let name = |username: &str| vec![("username", username.to_owned()), ("password", "wrong".to_owned())];
    let address = |email: &str| vec![("email", email.to_owned())];
    let newcomer = |email: &str| {
        let fresh = uuid::Uuid::new_v4().simple().to_string();
        let password = || ada.password.clone();
        vec![
            ("username", fresh.get(..16).unwrap().to_owned()),
            ("email", email.to_owned()),
            ("password", password()),
            ("retype_password", password()),
        ]
    };

    let cases: [(&str, Typed, Typed); 5] = [
        ("/user/sign-in", name(&ada.username), name(&nobody().username)),
        ("/user/sign-in", name(&ada.email), name(&nobody().email)),
        ("/user/forgot-password", address(&ada.email), address(&nobody().email)),
        ("/user/resend-confirm-email", address(&pending.email), address(&nobody().email)),
        ("/user/register", newcomer(&ada.email), newcomer(&nobody().email)),
    ];
    for (page, known, unknown) in cases {
        assert_eq!(seen(&stranger, page, &known).await, seen(&stranger, page, &unknown).await, "{page}");
    }
}

/// What of an answer a stranger can see: its status, where it leads, and which headers it has, with the length of each cookie.
async fn seen(visitor: &Visitor, page: &str, typed: &Typed) -> (u16, Option<String>, Vec<String>) {
    let form = visitor.goes_to(page).await.form(page);
    let typed: Vec<_> = typed.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let answer = visitor.sends(&form, &typed).await;
    let shape = |(name, value): (&http::HeaderName, &http::HeaderValue)| match name.as_str() {
        "set-cookie" => format!("{name}: {} bytes", value.len()),
        _ => name.to_string(),
    };
    (answer.status, answer.location, answer.headers.iter().map(shape).collect())
}
