//! Choosing a picture, removing it, and serving it.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::it::body::Body;
use futures_util::{StreamExt, poll, stream};
use http::Method;
use user_core::UserManagerBuilder;
use user_core::domain::User;
use user_core::settings::Settings;
use user_testkit::{MemoryPictures, PlainPictureMaker};

use crate::driver::pages;
use crate::it::browser::{Answer, Browser};
use crate::it::site::Site;

const PAGE: &str = "/user/picture";

/// The most bytes of a picture here.
const MAX: usize = 64 * 1024;

fn site() -> Site {
    let small = |settings: &mut Settings| settings.pictures.max_bytes = 64 * 1024;
    let built = |builder: UserManagerBuilder| {
        builder.pictures(MemoryPictures::new(), PlainPictureMaker).configure(small)
    };
    Site::built(built, |web| web, pages())
}

/// A form as browsers post it, with a file of this name and declared type.
pub(crate) fn multipart(fields: &[(&str, &str)], file: Option<(&str, &str, &[u8])>) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, value) in fields {
        let part = format!("--limit\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        body.extend(part.bytes());
    }
    if let Some((name, kind, bytes)) = file {
        let head = format!("form-data; name=\"picture\"; filename=\"{name}\"\r\nContent-Type: {kind}");
        body.extend(format!("--limit\r\nContent-Disposition: {head}\r\n\r\n").bytes());
        body.extend(bytes);
        body.extend(b"\r\n");
    }
    body.extend(b"--limit--\r\n");
    body
}

async fn post(browser: &mut Browser, body: Vec<u8>) -> Answer {
    let headers = [("content-type", "multipart/form-data; boundary=limit")];
    browser.send(Method::POST, PAGE, &headers, Body::from_vec(body)).await
}

async fn upload(browser: &mut Browser, bytes: &[u8]) -> Answer {
    browser.get(PAGE).await;
    let token = browser.token.clone();
    post(browser, multipart(&[("csrf_token", &token)], Some(("me.png", "image/png", bytes)))).await
}

async fn user(site: &Site) -> User {
    site.users.find_user("ada").await.unwrap().unwrap()
}

#[tokio::test]
async fn nothing_of_it_is_there_where_no_pictures_are_kept() {
    let site = Site::new();
    let mut ada = site.signed_in("ada", &[]).await;

    for path in [PAGE, "/user/picture/remove", "/user/pictures/0-64"] {
        assert_eq!(ada.get(path).await.problem(), "not-found", "{path}");
    }
    assert!(ada.get("/user/profile").await.data()["site"]["links"]["picture"].is_null());
}

#[tokio::test]
async fn nobody_uploads_without_being_signed_in_or_without_a_token() {
    let site = site();
    site.browser().get(PAGE).await.assert_leads_to("/user/sign-in?next=%2Fuser%2Fpicture");
    let mut stranger = site.browser();
    let large = vec![b'x'; 100 * 1024];
    assert_eq!(upload(&mut stranger, &large).await.status, 413, "strangers have nothing large to say");

    let mut ada = site.signed_in("ada", &[]).await;
    let mut gone = ada.clone();
    ada.post("/user/sign-out", &[]).await;
    let token = gone.token.clone();
    let body = multipart(&[("csrf_token", &token)], Some(("me.png", "image/png", &large)));
    assert_eq!(post(&mut gone, body).await.status, 413, "nor has a cookie whose session has ended");

    let mut ada = site.browser().signs_in("ada").await;
    for token in ["", "forged"] {
        let file = Some(("me.png", "image/png", b"picture 9".as_slice()));
        let answer = post(&mut ada, multipart(&[("csrf_token", token)], file)).await;
        answer.assert_shows(403, "picture");
    }
    let foreign = ada.clone().saying("origin", "https://evil.test");
    assert_eq!(upload(&mut foreign.clone(), b"picture 9").await.status, 403);
    assert_eq!(user(&site).await.picture, None);
}

#[tokio::test]
async fn what_is_no_picture_is_told_beside_the_field_and_nothing_is_kept() {
    let site = site();
    let mut ada = site.signed_in("ada", &[]).await;
    let (over, far_over) = (vec![b'x'; MAX + 1], vec![b'x'; 2 * MAX]);
    let cases: [(&[u8], &str); 5] = [
        (b"", "picture-required"),
        (b"<svg onload=alert(1)/>", "picture-malformed"),
        (b"picture 9000", "picture-too-many-pixels"),
        (&over, "picture-too-large"),
        (&far_over, "picture-too-large"),
    ];
    for (bytes, message) in cases {
        let answer = upload(&mut ada, bytes).await;

        answer.assert_shows(422, "picture");
        assert_eq!(answer.field("picture")["errors"][0]["id"], message);
    }
    assert_eq!(upload(&mut ada, &vec![b'x'; 12 * MAX]).await.problem(), "too-large");
    assert_eq!(user(&site).await.picture, None);
}

#[tokio::test]
async fn a_form_that_cannot_be_read_is_refused() {
    let site = site();
    let mut ada = site.signed_in("ada", &[]).await;
    ada.get(PAGE).await;
    let token = ada.token.clone();
    let whole = multipart(&[("csrf_token", &token)], Some(("a.png", "image/png", b"picture 9")));
    let cut = whole.get(..whole.len() / 2).unwrap().to_vec();
    let twice = [multipart(&[("csrf_token", &token), ("csrf_token", &token)], None)].concat();
    let many: Vec<_> = (0..20).map(|n| format!("f{n}")).collect();
    let many: Vec<_> = many.iter().map(|name| (name.as_str(), "x")).collect();

    for body in [Vec::new(), b"nothing".to_vec(), cut, twice] {
        assert_eq!(post(&mut ada, body).await.problem(), "bad-request");
    }
    assert_eq!(post(&mut ada, multipart(&many, None)).await.problem(), "too-large");
    let long = "x".repeat(10 * 1024);
    assert_eq!(post(&mut ada, multipart(&[("next", &long)], None)).await.problem(), "too-large");
    let no_text = [
        &whole[..whole.len() - 11],
        b"--limit\r\nContent-Disposition: form-data; name=\"next\"\r\n\r\n\xff\r\n--limit--\r\n",
    ]
    .concat();
    assert_eq!(post(&mut ada, no_text).await.problem(), "bad-request");
    let json = ada.send_json("POST", PAGE, "{}").await;
    assert_eq!(json.problem(), "unsupported-media-type");
    assert_eq!(user(&site).await.picture, None);
}

#[tokio::test]
async fn a_file_under_another_name_is_not_the_picture() {
    let site = site();
    let mut ada = site.signed_in("ada", &[]).await;
    ada.get(PAGE).await;
    let token = ada.token.clone();
    let body = multipart(&[("csrf_token", &token)], Some(("a.png", "image/png", b"picture 9")));
    let body = String::from_utf8(body).unwrap();

    let answer = post(&mut ada, body.replace("\"picture\"", "\"avatar\"").into_bytes()).await;

    answer.assert_shows(422, "picture");
    assert_eq!(answer.field("picture")["errors"][0]["id"], "picture-required");
    let both = body.replace(
        "--limit--",
        "--limit\r\nContent-Disposition: form-data; name=\"avatar\"; filename=\"b\"\r\n\r\nx\r\n--limit--",
    );
    post(&mut ada, both.into_bytes()).await.assert_leads_to("/user/profile");
    assert!(user(&site).await.picture.is_some());
}

#[tokio::test]
async fn only_this_page_takes_files() {
    let site = site();
    let mut ada = site.signed_in("ada", &[]).await;
    ada.get(PAGE).await;
    let headers = [("content-type", "multipart/form-data; boundary=limit")];
    for path in ["/user/edit-profile", "/user/picture/remove"] {
        let body = multipart(&[("csrf_token", &ada.token)], None);
        let answer = ada.send(Method::POST, path, &headers, Body::from_vec(body)).await;
        assert_eq!(answer.problem(), "unsupported-media-type", "{path}");
    }
}

#[tokio::test]
async fn a_picture_is_shown_served_replaced_and_removed() {
    let site = site();
    let mut ada = site.signed_in("ada", &[]).await;
    assert_eq!(ada.get("/user/profile").await.data()["profile"]["initials"], "A");

    let answer = upload(&mut ada, b"picture 9").await;

    answer.assert_leads_to("/user/profile");
    let profile = ada.follow(answer).await;
    let address = profile.data()["profile"]["picture"].as_str().unwrap().to_owned();
    let served = site.browser().get(&address).await;
    assert_eq!((served.status, served.body.as_str()), (200, "picture 9"));
    assert_eq!(served.header("content-type"), Some("image/png"));
    assert_eq!(served.header("x-content-type-options"), Some("nosniff"));
    assert_eq!(served.header("cross-origin-resource-policy"), Some("same-origin"));
    assert!(served.header("content-security-policy").unwrap().contains("sandbox"));
    assert!(served.header("cache-control").unwrap().contains("immutable"));
    assert_eq!(site.browser().get(&address.replace("-256", "-64")).await.status, 200);

    let page = ada.get(PAGE).await;
    let remove = page.data()["remove"].as_str().unwrap().to_owned();
    assert_eq!(ada.post_bare(&remove, &[]).await.problem(), "csrf");
    ada.post(&remove, &[]).await.assert_leads_to("/user/profile");

    assert_eq!(user(&site).await.picture, None);
    assert_eq!(site.browser().get(&address).await.problem(), "not-found");
}

#[tokio::test]
async fn there_is_nothing_under_other_names() {
    let site = site();
    let id = "00000000-0000-0000-0000-000000000000";
    let names = [id.to_owned(), format!("{id}-64"), format!("{id}-65"), "x-64".to_owned(), "-64".to_owned()];
    for name in names {
        let answer = site.browser().get(&format!("/user/pictures/{name}")).await;
        assert_eq!(answer.problem(), "not-found", "{name}");
    }
    let mut ada = site.signed_in("ada", &[]).await;
    ada.get(PAGE).await;
    assert_eq!(ada.post("/user/picture/paint", &[]).await.problem(), "not-found");
}

/// Pictures of at most 24 MiB, of which there is room for two, and three uploads of each user that do not wait.
fn crowded() -> Site {
    let large = |settings: &mut Settings| {
        settings.pictures.max_bytes = 24 * 1024 * 1024;
        settings.throttles.client.free = 3;
    };
    let built = |builder: UserManagerBuilder| {
        builder.pictures(MemoryPictures::new(), PlainPictureMaker).configure(large)
    };
    Site::built(built, |web| web, pages())
}

/// Begins an upload of which nothing more arrives, with these headers.
async fn stall(browser: &mut Browser, headers: &[(&str, &str)]) -> Answer {
    let unending = Body::from_bytes_stream(stream::pending::<io::Result<Vec<u8>>>());
    let kind = [("content-type", "multipart/form-data; boundary=limit")];
    browser.send(Method::POST, PAGE, &[&kind, headers].concat(), unending).await
}

/// Two whose forms do not come to their end hold all the room there is; what they do not send is not read of others.
#[tokio::test]
async fn an_upload_for_which_there_is_no_room_is_not_read() {
    let site = crowded();
    let (mut ada, mut bob) = (site.signed_in("ada", &[]).await, site.signed_in("bob", &[]).await);
    let mut eve = site.signed_in("eve", &[]).await;
    let mut held = [Box::pin(stall(&mut ada, &[])), Box::pin(stall(&mut bob, &[]))];
    for upload in &mut held {
        assert!(poll!(upload.as_mut()).is_pending());
    }

    let busy = stall(&mut eve, &[]).await;

    assert_eq!((busy.status, busy.header("retry-after")), (503, Some("2")));
    drop(held);
    assert_eq!(upload(&mut eve, b"picture 100").await.status, 303);
}

#[tokio::test]
async fn a_user_uploads_one_picture_at_a_time_and_keeps_nobody_else_from_it() {
    let site = crowded();
    let mut ada = site.signed_in("ada", &[]).await;
    let (mut elsewhere, mut bob) = (ada.clone(), site.signed_in("bob", &[]).await);
    let mut held = Box::pin(stall(&mut ada, &[]));
    assert!(poll!(held.as_mut()).is_pending());

    for _ in 0..5 {
        let busy = stall(&mut elsewhere, &[]).await;
        assert_eq!((busy.status, busy.header("retry-after")), (503, Some("2")));
    }

    assert_eq!(upload(&mut bob, b"picture 100").await.status, 303);
    drop(held);
    assert_eq!(upload(&mut elsewhere, b"picture 100").await.status, 303);
}

#[tokio::test]
async fn an_upload_takes_no_more_room_than_it_declares() {
    let site = crowded();
    let mut held = Vec::new();
    for name in ["ada", "bob", "cleo", "dora"] {
        let mut browser = site.signed_in(name, &[]).await;
        held.push(Box::pin(async move { stall(&mut browser, &[("content-length", "100000")]).await }));
    }
    for upload in &mut held {
        assert!(poll!(upload.as_mut()).is_pending());
    }
    let mut eve = site.signed_in("eve", &[]).await;

    assert_eq!(upload(&mut eve, b"picture 100").await.status, 303);
}

#[tokio::test]
async fn a_body_that_is_longer_than_it_declares_is_not_read_on() {
    let site = crowded();
    let mut ada = site.signed_in("ada", &[]).await;
    let body = multipart(&[], Some(("me.png", "image/png", &[b'x'; 9_000])));
    let headers = [("content-type", "multipart/form-data; boundary=limit"), ("content-length", "8000")];

    let answer = ada.send(Method::POST, PAGE, &headers, Body::from_vec(body)).await;

    assert_eq!(answer.problem(), "too-large");
}

/// What is never sent to its end counts as well: else nothing keeps its sender from taking room again and again.
#[tokio::test]
async fn an_upload_counts_before_it_is_read() {
    let site = crowded();
    let mut ada = site.signed_in("ada", &[]).await;
    for _ in 0..3 {
        let mut held = Box::pin(stall(&mut ada, &[]));
        assert!(poll!(held.as_mut()).is_pending());
    }

    let answer = stall(&mut ada, &[]).await;

    assert_eq!((answer.status, answer.problem().as_str()), (429, "too-many-requests"));
    let mut bob = site.signed_in("bob", &[]).await;
    assert_eq!(upload(&mut bob, b"picture 100").await.status, 303);
}

/// The parser keeps what it cannot make a part of, and searches it from the start whenever more arrives.
#[tokio::test]
async fn bytes_that_lead_to_no_part_are_read_no_further_than_their_limit() {
    let site = site();
    let mut ada = site.signed_in("ada", &[]).await;
    let part =
        "--limit\r\nContent-Disposition: form-data; name=\"picture\"; filename=\"a\"\r\n\r\nx\r\n--limit";
    for begin in ["", "--limit\r\nX: ", "--limit\r\n", &format!("{part}\r\nX: "), part] {
        for fill in ["a", " ", "\r\n-"] {
            let read = Arc::new(AtomicUsize::new(0));
            let counter = Arc::clone(&read);
            let endless = stream::repeat(fill.repeat(1_024).into_bytes());
            let chunks = stream::iter([begin.to_owned().into_bytes()]).chain(endless);
            let chunks = chunks.inspect(move |chunk| _ = counter.fetch_add(chunk.len(), Ordering::Relaxed));
            let headers = [("content-type", "multipart/form-data; boundary=limit")];
            let body = Body::from_bytes_stream(chunks.map(Ok));

            let answer = ada.send(Method::POST, PAGE, &headers, body).await;

            assert_eq!(answer.problem(), "bad-request", "{begin} {fill:?}");
            assert!(read.load(Ordering::Relaxed) < 24 * 1024, "{begin} {fill:?} {read:?}");
        }
    }
}

#[tokio::test]
async fn a_form_of_many_parts_or_of_large_files_that_nobody_asked_for_is_refused() {
    let site = site();
    let mut ada = site.signed_in("ada", &[]).await;
    ada.get(PAGE).await;
    let form = multipart(&[("csrf_token", &ada.token)], Some(("a.png", "image/png", b"picture 9")));
    let foreign = |bytes: &str| {
        format!("--limit\r\nContent-Disposition: form-data; name=\"x\"; filename=\"y\"\r\n\r\n{bytes}\r\n")
    };
    let with = |parts: String| [parts.into_bytes(), form.clone()].concat();

    assert_eq!(post(&mut ada, with(foreign("").repeat(15))).await.problem(), "too-large");
    let half = "x".repeat(33 * 1024);
    assert_eq!(post(&mut ada, with(foreign(&half).repeat(2))).await.problem(), "too-large");
    let long = [("content-type", &*format!("multipart/form-data; boundary={}", "x".repeat(71)))];
    let answer = ada.send(Method::POST, PAGE, &long, Body::from_vec(form.clone())).await;
    assert_eq!(answer.problem(), "bad-request");
    assert_eq!(user(&site).await.picture, None);

    let few = with([foreign("").repeat(13), foreign(&half)].concat());
    post(&mut ada, few).await.assert_leads_to("/user/profile");
}
