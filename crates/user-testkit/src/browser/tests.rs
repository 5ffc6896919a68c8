//! What the browser does with pages that are made for it, and how it fails a test.

use std::panic::AssertUnwindSafe;
use std::time::Duration;

use http::header::SET_COOKIE;

use super::*;

const FORM: &str = r#"<!doctype html><title>x</title><body><h1>Tea</h1><p class="notice">Well <b>come</b></p>
<div role="alert"><ul><li>Choose a tea</li></ul></div>
<form action="/order" method="post">
  <input type="hidden" name="csrf_token" value="t0ken">
  <input name="who" value="ada" aria-describedby="who-hint who-error"><p id="who-hint">Your name</p>
  <div id="who-error"><p>Too short</p><p>Too plain</p></div>
  <input name="fixed" value="1" readonly><input name="off" value="1" disabled>
  <input type="checkbox" name="sugar"><input type="checkbox" name="milk" value="yes" checked>
  <input type="radio" name="cup" value="small" checked><input type="radio" name="cup" value="large">
  <select name="tea"><option value="green">Green</option><option selected>Keemun</option></select>
  <textarea name="note">
two
lines</textarea>
  <button type="button" name="never" value="1">Never</button>
  <button>Order</button><button name="later" value="1">Order later</button>
</form>
<form action="/picture" method="post" enctype="multipart/form-data"><input type="file" name="picture"></form>
<a href="/list?x=1">The list</a><a href="https://elsewhere.example/">Elsewhere</a></body>"#;

/// An app that answers with what it was sent.
async fn app(request: Request<Bytes>) -> Response<Bytes> {
    let header = |name| request.headers().get(name).map_or("", |value| value.to_str().unwrap());
    let answer = |status: u16, location: &str, cookies: &[&str], body: String| {
        let mut response = Response::builder().status(status);
        if !location.is_empty() {
            response = response.header(LOCATION, location);
        }
        let response = cookies.iter().fold(response, |response, cookie| response.header(SET_COOKIE, *cookie));
        response.body(Bytes::from(body)).unwrap()
    };
    let body = String::from_utf8_lossy(request.body()).into_owned();
    match request.uri().path() {
        "/form" => answer(200, "", &["seen=1; Path=/form", "kept=1; Path=/; Max-Age=60"], FORM.to_owned()),
        "/order" => {
            answer(303, "/ordered", &[&format!("order={}; Path=/", body.replace('&', "|"))], String::new())
        }
        "/again" => answer(307, "/ordered", &[], String::new()),
        "/circle" => answer(302, "/circle", &[], String::new()),
        "/away" => answer(302, "https://elsewhere.example/", &[], "bye".to_owned()),
        path => {
            let peer = request.extensions().get::<SocketAddr>().unwrap().ip();
            let said =
                format!("{} {path} {} {}", request.method(), header("host"), header("accept-language"));
            let sent = format!("{said} [{}] {peer} {}", header("cookie"), header("origin"));
            answer(200, "", &[], format!("<h1>{sent}</h1><p>{}</p><pre>{body}</pre>", header("content-type")))
        }
    }
}

fn site() -> Site {
    Site::with(|builder| {
        builder.configure(|settings| settings.public_base_url = "https://tea.example".to_owned())
    })
}

fn browser() -> Browser {
    Browser::new(&site(), app)
}

/// What a step fails the test with.
async fn failure(step: impl Future<Output = impl Sized>) -> String {
    let failed =
        futures_util::FutureExt::catch_unwind(AssertUnwindSafe(step)).await.err().expect("a failure");
    let text = failed.downcast_ref::<String>().cloned();
    text.or_else(|| failed.downcast_ref::<&str>().map(|text| (*text).to_owned())).unwrap()
}

#[tokio::test]
async fn what_is_not_there_fails_the_test_and_names_what_is() {
    let mut browser = browser();
    let page = browser.visit("/form").await;

    let no_form = failure(async { page.form("/sign-in") }).await;
    let no_field = failure(async { page.form("/order").fill("whom", "x") }).await;
    let no_choice = failure(async { page.form("/order").fill("tea", "coffee") }).await;
    let no_cup = failure(async { page.form("/order").fill("cup", "huge") }).await;
    let fixed = failure(async { page.form("/order").fill("fixed", "2") }).await;
    let hidden = failure(async { page.form("/order").fill("csrf_token", "x") }).await;
    let not_ticked = failure(async { page.form("/order").fill("milk", "x") }).await;
    let no_button = failure(async { page.form("/order").pressing("Send") }).await;
    let no_link = failure(browser.clone().follow(&page, "The menu")).await;

    assert!(no_form.contains(r#"["/order", "/picture"]"#) && no_form.contains("Tea"), "{no_form}");
    for told in [&no_field, &fixed, &hidden] {
        assert!(told.contains(r#"["who", "sugar", "milk", "cup", "tea", "note"]"#), "{told}");
    }
    assert!(no_choice.contains(r#"["green", "Keemun"]"#), "{no_choice}");
    assert!(no_cup.contains("huge") && not_ticked.contains("tick"), "{no_cup} {not_ticked}");
    assert!(no_button.contains(r#"["Order", "Order later"]"#), "{no_button}");
    assert!(no_link.contains("The list (/list)"), "{no_link}");
    assert!(failure(browser.clone().visit("https://elsewhere.example/")).await.contains("another site"));
    assert!(failure(browser.clone().follow(&page, "Elsewhere")).await.contains("another site"));
    assert!(failure(browser.clone().visit("/circle")).await.contains("redirected 10 times"));
    assert!(
        failure(browser.clone().open_mail("ada@example.com")).await.contains("no mail to ada@example.com")
    );
}

#[tokio::test]
async fn a_form_is_sent_as_it_came_but_for_what_was_filled_in() {
    let mut browser = browser();
    let form = browser.visit("/form").await.form("/order");
    assert_eq!((form.value("who"), form.value("sugar"), form.value("milk")), ("ada", "", "yes"));

    browser.submit(&form).await;
    let as_it_came = browser.cookie("order").unwrap().to_owned();
    let filled =
        form.fill("who", "Ada & Co").tick("sugar").untick("milk").fill("cup", "large").fill("tea", "green");
    browser.submit(&filled.pressing("Order later").forging("fixed", "2")).await;

    let note = "note=two%0Alines";
    assert_eq!(as_it_came, format!("csrf_token=t0ken|who=ada|fixed=1|milk=yes|cup=small|tea=Keemun|{note}"));
    let sent = format!("csrf_token=t0ken|who=Ada+%26+Co|sugar=on|cup=large|tea=green|{note}|fixed=2|later=1");
    assert_eq!(browser.cookie("order"), Some(&*sent));
}

#[tokio::test]
async fn a_file_is_sent_as_browsers_do() {
    let mut browser = browser();
    let form = browser.visit("/form").await.form("/picture");

    let page = browser.submit(&form.attach("picture", "me.png", "picture 9")).await;

    assert!(page.texts("p")[0].starts_with("multipart/form-data; boundary="), "{}", page.body());
    let sent = page.texts("pre").join("");
    assert!(sent.contains(r#"name="picture"; filename="me.png""#) && sent.contains("picture 9"), "{sent}");
}

#[tokio::test]
async fn what_a_page_says_is_read() {
    let page = browser().visit("/form").await;

    assert_eq!((page.status(), page.path(), page.heading().as_str()), (200, "/form", "Tea"));
    assert_eq!(
        (page.notices(), page.errors()),
        (vec!["Well come".to_owned()], vec!["Choose a tea".to_owned()])
    );
    assert_eq!(page.form("/order").errors("who"), ["Too short", "Too plain"]);
    assert!(page.form("/order").errors("note").is_empty());
}

#[tokio::test]
async fn redirects_are_followed_and_the_last_page_is_shown() {
    let mut browser = browser().reading("nl").at("198.51.100.7".parse().unwrap());
    let form = browser.visit("/form").await.form("/order");

    let page = browser.submit(&form).await;
    let away = browser.visit("/away").await;

    let heading = page.heading();
    assert!(heading.starts_with("GET /ordered tea.example nl [kept=1; order=csrf_token=t0ken|"), "{heading}");
    assert!(heading.ends_with("] 198.51.100.7"), "{heading}");
    assert_eq!((away.status(), away.header("location")), (302, Some("https://elsewhere.example/")));
}

#[tokio::test]
async fn cookies_go_with_their_time_and_with_the_browser() {
    let site = site();
    let mut browser = Browser::new(&site, app);
    browser.visit("/form").await;
    let mut thief = browser.clone();
    assert_eq!((browser.cookies(), browser.elsewhere().cookies()), (vec!["seen", "kept"], vec![]));

    browser.restart();
    assert_eq!(browser.cookies(), ["kept"]);
    site.clock.advance(Duration::from_mins(1));

    assert_eq!((browser.cookie("kept"), thief.cookies()), (None, vec!["seen"]));
    assert!(thief.visit("/").await.heading().contains("[]"), "a cookie of another path stays here");
}
