//! What pages load: a stylesheet, and a script for the forms that have a meter. Each is named by its content, so that
//! browsers may keep it for ever.

use poem::http::{StatusCode, header};
use poem::web::Path;
use poem::{Response, handler};
use sha2::{Digest, Sha256};

use crate::exchange::Exchange;
use crate::response::problem::Problem;

/// A file and the name it is served under.
#[derive(Clone, Debug)]
pub(crate) struct Asset {
    name: String,
    kind: &'static str,
    content: &'static str,
}

impl Asset {
    pub(crate) fn stylesheet() -> Self {
        Self::new(["user", "css"], "text/css; charset=utf-8", include_str!("../assets/user.css"))
    }

    pub(crate) fn script() -> Self {
        let content = include_str!("../assets/password-strength.js");
        Self::new(["password-strength", "js"], "text/javascript; charset=utf-8", content)
    }

    fn new([stem, ending]: [&str; 2], kind: &'static str, content: &'static str) -> Self {
        let digest = Sha256::digest(content.as_bytes());
        let hash = digest.iter().take(8).fold(0_u64, |hash, byte| hash << 8 | u64::from(*byte));
        Self { name: format!("{stem}-{hash:016x}.{ending}"), kind, content }
    }

    pub(crate) fn name(&self) -> &str {
        &self.name
    }
}

#[handler]
pub(crate) fn asset(exchange: &Exchange, Path(name): Path<String>) -> poem::Result<Response> {
    let assets = exchange.web().assets();
    let asset = assets.into_iter().find(|asset| asset.name == name);
    let Some(asset) = asset else { return Err(Problem::new(StatusCode::NOT_FOUND).into()) };
    Ok(Response::builder()
        .header(header::CONTENT_TYPE, asset.kind)
        .header(header::CACHE_CONTROL, "public, max-age=31536000, immutable")
        .body(asset.content))
}
