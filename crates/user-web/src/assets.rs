//! What pages load: a stylesheet, and a script for the forms that ask for a password. Each is named by its content, so that
//! browsers may keep it for ever.

use std::future::{Ready, ready};

use http::{StatusCode, header};
use sha2::{Digest, Sha256};

use crate::exchange::Exchange;
use crate::pages::mount::{Answer, Handler, Methods, Mount, Steps};
use crate::response::problem::Problem;
use crate::response::response;

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
        let content = include_str!("../assets/passwords.js");
        Self::new(["passwords", "js"], "text/javascript; charset=utf-8", content)
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

fn asset(exchange: Exchange, Steps([name]): Steps<1>) -> Ready<Answer> {
    let asset = exchange.web().assets().into_iter().find(|asset| asset.name == name);
    let headers = |asset: &Asset| {
        let kept = (header::CACHE_CONTROL, "public, max-age=31536000, immutable");
        [(header::CONTENT_TYPE, asset.kind), kept]
    };
    let found = asset.map(|asset| response(StatusCode::OK, headers(asset), asset.content));
    ready(found.ok_or_else(|| Problem::new(StatusCode::NOT_FOUND).into()))
}

pub(crate) static FILES: Mount =
    Mount::at(Methods::NONE).below(":name", Methods::get(|asked| asset.handle(asked)));
