//! What pages load: a stylesheet, a script for the forms that ask for a password, and the pictures of the theme. Each is
//! named by its content, so that browsers may keep it for ever.

use std::future::{Ready, ready};
use std::io::Write;
use std::path::Path;

use bytes::Bytes;
use flate2::Compression;
use flate2::write::GzEncoder;
use http::{StatusCode, header};
use sha2::{Digest, Sha256};
use user_core::look::Look;
use user_core::settings::{Settings, Theme};
use user_core::views::BrandView;

use crate::exchange::Exchange;
use crate::pages::mount::{Answer, Handler, Methods, Mount, Steps};
use crate::response::problem::Problem;
use crate::response::{Response, response};

/// A picture of the theme is small: a logo of more bytes was not meant to be one.
const PICTURE_MAX: u64 = 1024 * 1024;

/// All that pages of one site load, and what they say of the house.
#[derive(Debug)]
pub(crate) struct Assets {
    files: Vec<Asset>,
    /// Where the stylesheet is.
    pub(crate) stylesheet: String,
    /// Where the script is.
    pub(crate) script: String,
    /// How the house looks.
    pub(crate) brand: BrandView,
}

impl Assets {
    pub(crate) fn of(settings: &Settings) -> Self {
        let (sheet, script, theme) = (Asset::stylesheet(&settings.theme), Asset::script(), &settings.theme);
        let at = |asset: &Asset| format!("{}/{}", settings.page(&settings.paths.assets), asset.name);
        let pictures = [("logo", &theme.logo), ("logo-dark", &theme.logo_dark), ("icon", &theme.icon)];
        let [logo, dark, icon] = pictures.map(|(stem, path)| Asset::picture(stem, path.as_ref()));
        let brand = BrandView {
            logo: logo.as_ref().map(at),
            logo_dark: dark.as_ref().map(at),
            icon: icon.as_ref().map(at),
            ..BrandView::of(settings)
        };
        let (stylesheet, script_path) = (at(&sheet), at(&script));
        let files = [Some(sheet), Some(script), logo, dark, icon].into_iter().flatten().collect();
        Self { files, stylesheet, script: script_path, brand }
    }

    fn named(&self, name: &str) -> Option<&Asset> {
        self.files.iter().find(|asset| asset.name == name)
    }
}

/// A file and the name it is served under.
#[derive(Clone, Debug)]
struct Asset {
    name: String,
    kind: &'static str,
    content: Bytes,
    /// The same, compressed: once, when the site starts.
    gzip: Option<Bytes>,
}

impl Asset {
    /// The look of the pages, and what the theme makes of it.
    fn stylesheet(theme: &Theme) -> Self {
        let theme = Look::of(theme).unwrap_or_default().css();
        let content = format!("{}{theme}", include_str!("../assets/user.css"));
        Self::text(["user", "css"], "text/css; charset=utf-8", content)
    }

    fn script() -> Self {
        let content = include_str!("../assets/passwords.js").to_owned();
        Self::text(["passwords", "js"], "text/javascript; charset=utf-8", content)
    }

    /// The picture in this file, under the name `stem`. One that cannot be shown is left out, and told in the log.
    fn picture(stem: &str, path: Option<&String>) -> Option<Self> {
        let path = Path::new(path?);
        let kind = kind_of(path);
        let read = || {
            if std::fs::metadata(path)?.len() > PICTURE_MAX {
                return Err(std::io::Error::other("it has more than a megabyte"));
            }
            std::fs::read(path)
        };
        match (kind, read()) {
            (Some((ending, kind)), Ok(content)) if ending == "svg" => {
                let content = String::from_utf8_lossy(&content).into_owned();
                Some(Self::text([stem, ending], kind, content))
            }
            (Some((ending, kind)), Ok(content)) => {
                Some(Self::new([stem, ending], kind, content.into(), None))
            }
            (kind, read) => {
                let why = read.err().filter(|_| kind.is_some()).map(|error| error.to_string());
                let why = why.unwrap_or_else(|| "it is no SVG, PNG, JPEG, WebP or ICO".to_owned());
                tracing::error!(setting = %format!("theme.{}", stem.replace('-', "_")), path = %path.display(), why, "a picture cannot be shown");
                None
            }
        }
    }

    fn text(name: [&str; 2], kind: &'static str, content: String) -> Self {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        let gzip = encoder.write_all(content.as_bytes()).and_then(|()| encoder.finish());
        Self::new(name, kind, content.into(), gzip.ok().map(Bytes::from))
    }

    fn new([stem, ending]: [&str; 2], kind: &'static str, content: Bytes, gzip: Option<Bytes>) -> Self {
        let digest = Sha256::digest(&content);
        let hash = digest.iter().take(8).fold(0_u64, |hash, byte| hash << 8 | u64::from(*byte));
        Self { name: format!("{stem}-{hash:016x}.{ending}"), kind, content, gzip }
    }

    fn answer(&self, takes_gzip: bool) -> Response {
        let gzip = self.gzip.as_ref().filter(|_| takes_gzip);
        let mut answer = response(
            StatusCode::OK,
            [(header::CONTENT_TYPE, self.kind)],
            gzip.unwrap_or(&self.content).clone(),
        );
        let headers = answer.headers_mut();
        let mut say = |name, value| headers.insert(name, http::HeaderValue::from_static(value));
        say(header::CACHE_CONTROL, "public, max-age=31536000, immutable");
        if self.gzip.is_some() {
            say(header::VARY, "accept-encoding");
        }
        if gzip.is_some() {
            say(header::CONTENT_ENCODING, "gzip");
        }
        if self.kind == "image/svg+xml" {
            // Opened by itself, a picture is a document: it must not run anything.
            say(header::CONTENT_SECURITY_POLICY, "default-src 'none'; style-src 'unsafe-inline'; sandbox");
        }
        answer
    }
}

/// How a file of this name ends, and what it is.
fn kind_of(path: &Path) -> Option<(&'static str, &'static str)> {
    let ending = path.extension()?.to_str()?.to_lowercase();
    let kinds = [
        ("svg", "image/svg+xml"),
        ("png", "image/png"),
        ("jpg", "image/jpeg"),
        ("jpeg", "image/jpeg"),
        ("webp", "image/webp"),
        ("ico", "image/x-icon"),
    ];
    kinds.into_iter().find(|(known, _)| *known == ending)
}

fn asset(exchange: Exchange, Steps([name]): Steps<1>) -> Ready<Answer> {
    let found = exchange.web().assets().named(&name).map(|asset| asset.answer(exchange.takes_gzip()));
    ready(found.ok_or_else(|| Problem::new(StatusCode::NOT_FOUND).into()))
}

pub(crate) static FILES: Mount =
    Mount::at(Methods::NONE).below(":name", Methods::get(|asked| asset.handle(asked)));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_that_is_not_there_or_no_picture_is_left_out() {
        let folder = tempfile::tempdir().unwrap();
        let file = |name: &str, content: &str| {
            let path = folder.path().join(name);
            std::fs::write(&path, content).unwrap();
            path.display().to_string()
        };

        let logo = Asset::picture("logo", Some(&file("house.svg", "<svg/>"))).unwrap();
        assert!(
            logo.name.starts_with("logo-")
                && logo.name.rsplit_once('.').is_some_and(|(_, kind)| kind == "svg"),
            "{}",
            logo.name
        );
        assert!(Asset::picture("logo", None).is_none());
        assert!(Asset::picture("logo", Some(&"/nowhere/house.svg".to_owned())).is_none());
        assert!(Asset::picture("logo", Some(&file("house.html", "<script>"))).is_none());
    }

    #[test]
    fn what_can_be_compressed_is_for_those_who_take_it() {
        let sheet = Asset::stylesheet(&Theme::default());

        let (plain, packed) = (sheet.answer(false), sheet.answer(true));

        assert_eq!(plain.headers().get("content-encoding"), None);
        assert_eq!(packed.headers()["content-encoding"], "gzip");
        assert_eq!(plain.headers()["vary"], packed.headers()["vary"]);
        assert!(packed.body().len() <= 6 * 1024, "the whole look in 6 KiB: {}", packed.body().len());
    }
}
