//! Pictures of users: real files, uploaded as a browser does.

use std::fs::{self, File};
use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::time::Duration;

use image::codecs::gif::GifEncoder;
use image::{DynamicImage, Frame, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use reqwest::Method;
use sea_orm::{ConnectOptions, SqliteTransactionMode, TransactionOptions, TransactionTrait as _};
use user_e2e::{Database, Demo, Page, Visitor, until};

const PAGE: &str = "/user/picture";
const KEPT: &str = "SELECT count(*) FROM user_picture";

/// Red on the left, blue on the right.
fn two_halves(width: u32, height: u32) -> DynamicImage {
    let half = |x, _| if x < width / 2 { Rgb([255, 0, 0]) } else { Rgb([0, 0, 255]) };
    DynamicImage::ImageRgb8(RgbImage::from_fn(width, height, half))
}

fn file(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// A JPEG as a phone makes it: to be turned by a quarter, with a place among its metadata, and a script behind its end.
fn photo() -> Vec<u8> {
    let plain = file(&two_halves(640, 640), ImageFormat::Jpeg);
    let tiff =
        b"Exif\0\0II\x2a\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0GPSLatitude 52.37 N";
    let length = u16::try_from(tiff.len() + 2).unwrap().to_be_bytes();
    let metadata = [b"\xff\xe1".as_slice(), &length, tiff].concat();
    [&plain[..2], &metadata, &plain[2..], b"<script>alert(1)</script>"].concat()
}

/// Red, then blue.
fn animation() -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = GifEncoder::new(&mut bytes);
    for colour in [[255, 0, 0, 255], [0, 0, 255, 255]] {
        encoder.encode_frame(Frame::new(RgbaImage::from_pixel(20, 20, Rgba(colour)))).unwrap();
    }
    drop(encoder);
    bytes
}

/// A header that promises 60,000 by 60,000 pixels, with the checksum that PNG asks for (ISO 3309).
fn bomb() -> Vec<u8> {
    let mut png = file(&two_halves(8, 8), ImageFormat::Png);
    let sides = [60_000_u32.to_be_bytes(), 60_000_u32.to_be_bytes()].concat();
    png[16..24].copy_from_slice(&sides);
    let step = |crc: u32, _| if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 };
    let crc = !png[12..29].iter().fold(u32::MAX, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), step));
    png[29..33].copy_from_slice(&crc.to_be_bytes());
    png
}

/// Chooses a file of this name and declared type, and sends the form.
async fn uploads(
    visitor: &Visitor,
    name: &str,
    media_type: &str,
    bytes: &[u8],
) -> Result<Page, reqwest::Error> {
    let page = visitor.opens(PAGE).await;
    let form = page.form(PAGE);
    let token = &form.fields.iter().find(|(name, _)| name == "csrf_token").unwrap().1;
    let head = format!(
        "--limit\r\nContent-Disposition: form-data; name=\"csrf_token\"\r\n\r\n{token}\r\n--limit\r\n\
         Content-Disposition: form-data; name=\"picture\"; filename=\"{name}\"\r\nContent-Type: {media_type}\r\n\r\n"
    );
    let body = [head.as_bytes(), bytes, b"\r\n--limit--\r\n"].concat();
    let request = visitor.request(Method::POST, PAGE);
    let sent =
        request.header("content-type", "multipart/form-data; boundary=limit").body(body).send().await?;
    let (status, location) = (sent.status().as_u16(), sent.headers().get("location").cloned());
    let location = location.map(|to| to.to_str().unwrap().to_owned());
    let headers = sent.headers().clone();
    Ok(Page { status, location, headers, body: sent.text().await? })
}

async fn member(site: &Demo) -> Visitor {
    let mut ada = site.visitor("ada");
    ada.registers().await;
    ada.confirms_from_mail().await;
    ada
}

/// Where the visitor's own picture is served from.
async fn address(visitor: &Visitor) -> Option<String> {
    let links = visitor.opens("/user/profile").await.links();
    let picture = links.into_iter().find(|link| link.starts_with("/user/pictures/"))?;
    // The small one stands in the header of every page.
    Some(picture.replace("-64", "-256"))
}

async fn bytes(visitor: &Visitor, address: &str) -> (reqwest::header::HeaderMap, Vec<u8>) {
    let answer = visitor.request(Method::GET, address).send().await.unwrap();
    assert_eq!(answer.status(), 200, "{address}");
    (answer.headers().clone(), answer.bytes().await.unwrap().to_vec())
}

#[tokio::test]
async fn every_format_is_taken_and_made_anew() {
    let site = Demo::setup().patient().start().await;
    let ada = member(&site).await;
    let transparent = DynamicImage::ImageRgba8(RgbaImage::from_pixel(90, 30, Rgba([255, 0, 0, 128])));
    let cases = [
        ("a.png", "image/png", file(&transparent, ImageFormat::Png), "image/png"),
        ("IMG_0001.JPG", "image/jpeg", photo(), "image/jpeg"),
        ("a.gif", "image/gif", animation(), "image/jpeg"),
        ("a.webp", "image/webp", file(&two_halves(500, 300), ImageFormat::WebP), "image/jpeg"),
        // Neither name nor declared type decides.
        ("page.html", "text/html", file(&two_halves(30, 30), ImageFormat::Png), "image/jpeg"),
    ];
    let mut before = None;
    for (name, declared, upload, served_as) in cases {
        let sent = uploads(&ada, name, declared, &upload).await.unwrap();
        assert_eq!(
            (sent.status, sent.location.as_deref()),
            (303, Some("/user/profile")),
            "{name}: {}",
            sent.body
        );
        let at = address(&ada).await.unwrap();

        let stranger = site.visitor("stranger");
        let (headers, large) = bytes(&stranger, &at).await;
        let (_, small) = bytes(&stranger, &at.replace("-256", "-64")).await;

        assert_eq!(headers["content-type"], served_as, "{name}");
        assert_eq!(headers["x-content-type-options"], "nosniff");
        assert_eq!(headers["cross-origin-resource-policy"], "same-origin");
        assert!(headers["content-security-policy"].to_str().unwrap().contains("sandbox"));
        assert!(headers["cache-control"].to_str().unwrap().contains("immutable"));
        assert!(headers.get("set-cookie").is_none(), "{name}");
        for (file, side) in [(&large, 256), (&small, 64)] {
            let picture = image::load_from_memory(file).unwrap().to_rgba8();
            assert_eq!(picture.dimensions(), (side, side), "{name}");
            let Rgba([red, _, blue, _]) = *picture.get_pixel(side * 3 / 8, side / 8);
            assert!(red > 200 && blue < 60, "{name}: the first frame, upright");
            for trace in [b"GPS".as_slice(), b"Exif", b"<script", b"NETSCAPE"] {
                assert!(!file.windows(trace.len()).any(|window| window == trace), "{name}");
            }
        }
        if let Some(before) = before.replace(at) {
            assert_eq!(stranger.opens(&before).await.status, 404, "{name} took its place");
        }
    }
}

#[tokio::test]
async fn what_is_no_picture_is_refused_and_nothing_is_kept() {
    let database = Database::sqlite();
    let site = Demo::setup().on(&database).patient().start().await;
    let ada = member(&site).await;
    let png = file(&two_halves(64, 64), ImageFormat::Png);
    let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>".to_vec();
    let html = b"<!doctype html><script>alert(1)</script>".to_vec();
    let too_large = [png.clone(), vec![0; 16 * 1024 * 1024]].concat();
    let cases = [
        ("a.svg", svg.clone(), "PNG"),
        ("svg.png", svg, "PNG"),
        ("html.png", html, "PNG"),
        ("cut.png", png[..png.len() / 2].to_vec(), "PNG"),
        ("cut.jpg", photo()[..100].to_vec(), "PNG"),
        ("bomb.png", bomb(), "8192"),
        ("wide.png", file(&two_halves(8_193, 1), ImageFormat::Png), "8192"),
        ("large.png", too_large, "16"),
        ("empty.png", Vec::new(), ""),
    ];
    let memory = site.memory();

    for (name, upload, told) in cases {
        let refused = uploads(&ada, name, "image/png", &upload).await.unwrap();

        assert_eq!(refused.status, 422, "{name}: {}", refused.body);
        let errors = refused.errors();
        assert!(errors.iter().any(|error| error.contains(told)), "{name}: {errors:?}");
        assert_eq!(database.count(KEPT).await, 0, "{name}");
    }

    let grown = site.memory().saturating_sub(memory) / 1024;
    assert!(grown < 64, "{grown} MiB");
    assert_eq!(address(&ada).await, None);
}

#[tokio::test]
async fn of_a_file_that_is_too_large_no_more_is_kept_than_may_be() {
    let site = Demo::setup().with("PICTURES__MAX_BYTES", "1048576").patient().start().await;
    let ada = member(&site).await;
    let megabytes = |number: usize| vec![0; number * 1024 * 1024];
    let memory = site.memory();

    let refused = uploads(&ada, "large.png", "image/png", &megabytes(2)).await.unwrap();

    assert_eq!(refused.status, 422, "{}", refused.body);
    let grown = site.memory().saturating_sub(memory) / 1024;
    assert!(grown < 8, "{grown} MiB");
    // The site may hang up before all of it is sent.
    if let Ok(answer) = uploads(&ada, "huge.png", "image/png", &megabytes(20)).await {
        assert_eq!(answer.status, 413);
    }
    assert_eq!(address(&ada).await, None);
}

/// Every folder of a picture, by its name, with its files.
fn kept_in(folder: &Path) -> Vec<PathBuf> {
    let shards = fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap());
    let shards = shards.filter(|shard| shard.file_name().len() == 2);
    let pictures = shards.flat_map(|shard| fs::read_dir(shard.path()).unwrap());
    pictures.map(|picture| picture.unwrap().path()).collect()
}

/// As if it had been kept two days earlier.
fn grows_old(picture: &Path) {
    for file in fs::read_dir(picture).unwrap() {
        let file = File::options().write(true).open(file.unwrap().path()).unwrap();
        let earlier = file.metadata().unwrap().modified().unwrap() - Duration::from_hours(48);
        file.set_modified(earlier).unwrap();
    }
}

/// Killed between the picture and the account: another process holds the database, so that the account has to wait.
#[tokio::test(flavor = "multi_thread")]
async fn a_killed_upload_leaves_nothing_but_what_the_purge_removes() {
    let database = Database::sqlite();
    let setup = Demo::setup().on(&database).with("PICTURE_STORE", "folder:pictures").patient();
    let mut site = setup.start().await;
    let folder = site.folder().join("pictures");
    let ada = member(&site).await;
    let png = file(&two_halves(64, 64), ImageFormat::Png);
    uploads(&ada, "a.png", "image/png", &png).await.unwrap();
    let at = address(&ada).await.unwrap();
    let first = kept_in(&folder);
    assert_eq!(first.len(), 1);

    let options = ConnectOptions::new(&database.url).max_connections(1).to_owned();
    let holder = sea_orm::Database::connect(options).await.unwrap();
    let immediate = Some(SqliteTransactionMode::Immediate);
    let options = TransactionOptions { sqlite_transaction_mode: immediate, ..TransactionOptions::default() };
    let held = holder.begin_with_options(options).await.unwrap();
    let uploading = {
        let (ada, png) = (ada.clone(), png.clone());
        tokio::spawn(async move { uploads(&ada, "b.png", "image/png", &png).await })
    };
    until("a second picture", async || (kept_in(&folder).len() == 2).then_some(())).await;
    let setup = site.setup_on_same_port();
    site.kill();
    held.rollback().await.unwrap();
    holder.close().await.unwrap();
    assert!(uploading.await.unwrap().is_err(), "nobody was answered");
    for picture in kept_in(&folder) {
        grows_old(&picture);
    }

    let _site = setup.start().await;
    until("the purge", async || (kept_in(&folder).len() == 1).then_some(())).await;

    assert_eq!(kept_in(&folder), first, "the one in use stays, however old");
    assert_eq!(address(&ada).await.as_ref(), Some(&at));
    bytes(&ada, &at).await;
}

#[tokio::test]
async fn a_picture_of_nobody_goes_from_the_database_too() {
    let database = Database::sqlite();
    let setup = Demo::setup().on(&database).patient();
    let mut site = setup.start().await;
    let ada = member(&site).await;
    let bob = member(&site).await;
    let png = file(&two_halves(64, 64), ImageFormat::Png);
    for visitor in [&ada, &bob] {
        uploads(visitor, "a.png", "image/png", &png).await.unwrap();
    }
    let setup = {
        site.kill();
        setup
    };
    database
        .column(&format!(
            "UPDATE user_account SET picture = NULL WHERE username = '{}' RETURNING username",
            ada.username
        ))
        .await;
    database.column("UPDATE user_picture SET kept_at = kept_at - 172800000000 RETURNING small_type").await;
    assert_eq!(database.count(KEPT).await, 2);

    let _site = setup.start().await;
    until("the purge", async || (database.count(KEPT).await == 1).then_some(())).await;

    let of_bob = "SELECT count(*) FROM user_picture p JOIN user_account a ON a.picture = p.id";
    assert_eq!(database.count(of_bob).await, 1);
}
