use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use user_core::views::samples;

use crate::locale;

/// Messages that the web adapter names itself.
const NAMED_BY_WEB: [&str; 7] = [
    "link-home",
    "link-sign-in",
    "link-register",
    "link-forgot-password",
    "link-resend-confirm-email",
    "link-profile",
    "link-back",
];

/// Messages that the helpers of this crate name.
const NAMED_BY_HELPERS: [&str; 2] = ["message-missing", "browser-on"];

/// What core can say without any sample of it: rules that an app may switch on, or write.
const HELD_READY: [&str; 2] = ["username-malformed", "retype-password-required"];

pub(crate) fn root(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)
}

pub(crate) fn files(folder: &Path) -> Vec<PathBuf> {
    fs::read_dir(folder)
        .unwrap()
        .flat_map(|entry| {
            let path = entry.unwrap().path();
            if path.is_dir() { files(&path) } else { vec![path] }
        })
        .collect()
}

fn texts(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::String(text) => {
            found.insert(text.clone());
        }
        Value::Array(list) => list.iter().for_each(|value| texts(value, found)),
        Value::Object(map) => map.values().for_each(|value| texts(value, found)),
        _ => {}
    }
}

#[test]
fn every_message_is_used() {
    let mut used: BTreeSet<String> =
        NAMED_BY_WEB.into_iter().chain(NAMED_BY_HELPERS).chain(HELD_READY).map(str::to_owned).collect();
    for sample in samples(&locale("en")) {
        texts(&sample.data, &mut used);
    }
    for file in files(&root("templates")) {
        used.extend(fs::read_to_string(file).unwrap().split('"').map(str::to_owned));
    }

    for file in files(&root("locales/en")) {
        for line in fs::read_to_string(&file).unwrap().lines() {
            let id = line.split_once(" =").map(|(id, _)| id).filter(|id| !id.starts_with([' ', '#', '}']));
            if let Some(id) = id {
                assert!(used.contains(id), "nothing says `{id}` of {}", file.display());
            }
        }
    }
}
