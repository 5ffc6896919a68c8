//! The accessibility checker axe-core, from the npm registry.

use std::path::PathBuf;
use std::process::Command;
use std::sync::OnceLock;

use user_e2e::skipped;

use crate::browser::Browser;

const VERSION: &str = "4.14.1";

/// The source of the checker, installed once into the target folder; nothing where there is no npm. Tests that ask at the
/// same moment wait for one of them: what is half installed is no script.
pub(crate) fn source() -> Option<String> {
    static SOURCE: OnceLock<Option<String>> = OnceLock::new();
    SOURCE.get_or_init(installed).clone()
}

fn installed() -> Option<String> {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("axe-{VERSION}"));
    let file = folder.join("node_modules/axe-core/axe.min.js");
    if !file.exists() {
        std::fs::create_dir_all(&folder).unwrap();
        let package = format!("axe-core@{VERSION}");
        let install = ["install", "--no-audit", "--no-fund", "--ignore-scripts", "--no-save", &package];
        let done = Command::new("npm").args(install).arg("--prefix").arg(&folder).output();
        if !done.is_ok_and(|output| output.status.success()) {
            skipped("axe-core cannot be installed by npm");
            return None;
        }
    }
    Some(std::fs::read_to_string(file).unwrap())
}

/// What is wrong with the page, by rule and element.
pub(crate) async fn violations(browser: &Browser, source: &str) -> Vec<String> {
    browser.runs(source).await;
    let found = browser
        .runs_to_its_end(
            "const done = arguments[arguments.length - 1];
             const say = (v) => v.id + ': ' + v.nodes.map((n) => n.target.join(' ')).join(', ');
             axe.run(document, { resultTypes: ['violations'] })
                .then((result) => done({ checked: result.passes.length, found: result.violations.map(say) }))
                .catch((error) => done({ checked: 0, found: [String(error)] }));",
        )
        .await;
    // A checker that passed nothing has checked nothing.
    assert!(found["checked"].as_u64().is_some_and(|passes| passes > 0), "{found}");
    let rules = found["found"].as_array().unwrap().iter();
    rules.map(|rule| rule.as_str().map_or_else(|| rule.to_string(), str::to_owned)).collect::<Vec<String>>()
}

/// Whether the page is wider than its window.
pub(crate) async fn overflow(browser: &Browser) -> Option<String> {
    let sizes = browser
        .runs("const page = document.scrollingElement; return [page.scrollWidth, page.clientWidth];")
        .await;
    let [wide, window] = [0, 1].map(|index| sizes[index].as_u64().unwrap());
    (wide > window).then(|| format!("{wide} pixels in a window of {window}"))
}
