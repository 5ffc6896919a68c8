//! What pages load: one stylesheet, named by its content, so that browsers may keep it for ever.

use poem::http::{StatusCode, header};
use poem::web::Path;
use poem::{Response, handler};
use sha2::{Digest, Sha256};

use crate::exchange::Exchange;
use crate::response::problem::Problem;

const STYLES: &str = include_str!("../assets/user.css");

/// The stylesheet and the name it is served under.
#[derive(Clone, Debug)]
pub(crate) struct Stylesheet(String);

impl Stylesheet {
    pub(crate) fn new() -> Self {
        let digest = Sha256::digest(STYLES.as_bytes());
        let hash = digest.iter().take(8).fold(0_u64, |hash, byte| hash << 8 | u64::from(*byte));
        Self(format!("user-{hash:016x}.css"))
    }

    pub(crate) fn name(&self) -> &str {
        &self.0
    }
}

#[handler]
pub(crate) fn stylesheet(exchange: &Exchange, Path(name): Path<String>) -> poem::Result<Response> {
    if name != exchange.web().stylesheet().name() {
        return Err(Problem::new(StatusCode::NOT_FOUND).into());
    }
    Ok(Response::builder()
        .header(header::CONTENT_TYPE, "text/css; charset=utf-8")
        .header(header::CACHE_CONTROL, "public, max-age=31536000, immutable")
        .body(STYLES))
}
