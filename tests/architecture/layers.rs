//! The layers: the core knows nobody, an adapter knows the core and its own technology; the server, examples and tests
//! put them together.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::workspace::{assert_none, list, members, metadata, text};

const ADAPTERS: [&str; 11] = [
    "user-store-seaorm",
    "user-mail-lettre",
    "user-render-handlebars",
    "user-hash-argon2",
    "user-picture-folder",
    "user-picture-image",
    "user-web",
    "user-web-axum",
    "user-web-poem",
    "user-cli",
    "user-import-flask",
];
/// Every adapter put together, configured and served: what nobody but examples and tests stands on.
const SERVER: &str = "user-server";
/// The ways of the account pages into a web framework: they know these pages as well as the core.
const WEB_ADAPTERS: [&str; 2] = ["user-web-axum", "user-web-poem"];
/// What is made to be run, not to build on.
const ENDS: [&str; 10] = [
    "book",
    "customised",
    "demo",
    "own-front-end",
    "own-store",
    "quickstart",
    "quickstart-axum",
    "user-e2e",
    "user-web-suite",
    "user-benches",
];

/// What the core must never come to know, by however many others; nor anything whose name goes on with a dash.
const NEVER_IN_CORE: [&str; 15] = [
    "sea-orm",
    "sea-query",
    "sqlx",
    "poem",
    "hyper",
    "http",
    "axum",
    "reqwest",
    "lettre",
    "handlebars",
    "fluent",
    "tokio",
    "async-std",
    "argon2",
    "bcrypt",
];

#[test]
fn the_core_knows_no_technology() {
    let known = behind("user-core");

    let is_any = |name: &&String| {
        NEVER_IN_CORE.iter().any(|never| name == never || name.starts_with(&format!("{never}-")))
    };
    let wrong: Vec<_> = known.iter().filter(is_any).cloned().collect();
    assert!(known.contains("serde"), "nothing was looked at");
    assert_none("user-core knows, itself or by others", &wrong);
}

/// What the account pages must never come to know: which framework they are in.
const NEVER_IN_WEB: [&str; 5] = ["poem", "axum", "hyper", "tower", "actix"];

#[test]
fn the_account_pages_know_no_web_framework() {
    let known = behind("user-web");

    let is_any = |name: &&String| {
        NEVER_IN_WEB.iter().any(|never| name == never || name.starts_with(&format!("{never}-")))
    };
    let wrong: Vec<_> = known.iter().filter(is_any).cloned().collect();
    assert!(known.contains("http"), "nothing was looked at");
    assert_none("user-web knows, itself or by others", &wrong);
}

#[test]
fn the_core_knows_none_of_our_crates() {
    let ours: BTreeSet<_> = members().into_iter().map(|package| text(&package["name"]).to_owned()).collect();

    let known: Vec<_> = behind("user-core").intersection(&ours).cloned().collect();
    assert_none("user-core knows", &known);
}

#[test]
fn an_adapter_knows_the_core_and_no_other_adapter() {
    let published: Vec<_> = ADAPTERS.into_iter().chain(["user-testkit"]).collect();
    let wrong: Vec<_> = published
        .iter()
        .flat_map(|package| ours_needed_by(package).into_iter().map(move |known| (*package, known)))
        .filter(|(package, known)| !may_know(package).contains(&known.as_str()))
        .map(|(package, known)| format!("{package} knows {known}"))
        .collect();

    assert_none("the core is all that a published crate may know of ours", &wrong);
    for package in published {
        assert_eq!(ours_needed_by(package), may_know(package), "{package}");
    }
}

/// Our crates that another may know.
fn may_know(package: &str) -> &'static [&'static str] {
    if WEB_ADAPTERS.contains(&package) { &["user-core", "user-web"] } else { &["user-core"] }
}

#[test]
fn the_server_is_named_by_examples_and_tests_alone() {
    let names_it = |package: &&str| {
        let all = ours_needed_by(package).into_iter().chain(ours_in_tests_of(package));
        all.into_iter().any(|known| known == SERVER)
    };
    let published = ADAPTERS.into_iter().chain(["user-core", "user-testkit"]);
    let wrong: Vec<_> = published.filter(names_it).map(str::to_owned).collect();

    assert!(ours_needed_by(SERVER).len() > 5, "nothing was looked at");
    assert_none("the server is an end for all but examples and tests", &wrong);
    assert!(names_it(&"demo"));
}

#[test]
fn the_front_end_of_ones_own_is_built_without_ours() {
    let known = ours_needed_by("own-front-end");

    assert!(known.iter().any(|known| known == "user-core"), "nothing was looked at");
    assert!(!known.iter().any(|known| known.starts_with("user-web")), "{known:?}");
}

#[test]
fn adapters_are_tested_with_the_testkit_and_not_with_each_other() {
    let wrong: Vec<_> = ADAPTERS
        .iter()
        .flat_map(|adapter| ours_in_tests_of(adapter).into_iter().map(move |known| (*adapter, known)))
        .filter(|(_, known)| !["user-core", "user-testkit"].contains(&known.as_str()))
        .map(|(adapter, known)| format!("the tests of {adapter} know {known}"))
        .collect();

    assert_none("adapters meet in examples and in `tests/` only", &wrong);
}

#[test]
fn nothing_depends_on_examples_tests_or_benches() {
    let wrong: Vec<_> = members()
        .into_iter()
        .flat_map(|package| list(package, "dependencies").iter().map(move |needed| (package, needed)))
        .filter(|(_, needed)| ENDS.contains(&text(&needed["name"])))
        .map(|(package, needed)| format!("{} needs {}", text(&package["name"]), text(&needed["name"])))
        .collect();

    assert_none("examples and tests are ends", &wrong);
}

#[test]
fn what_is_not_for_others_is_not_published_and_everything_else_is() {
    let published = |package: &Value| package["publish"].as_array().is_none_or(|to| !to.is_empty());
    let libraries: BTreeSet<_> =
        ADAPTERS.into_iter().chain(["user-core", "user-testkit", SERVER]).map(str::to_owned).collect();

    let found: BTreeSet<_> = members()
        .into_iter()
        .filter(|package| published(package))
        .map(|package| text(&package["name"]).to_owned())
        .collect();

    assert_eq!(found, libraries);
    let names: BTreeSet<_> = members().into_iter().map(|package| text(&package["name"])).collect();
    assert_none(
        "gone",
        &ENDS.iter().filter(|end| !names.contains(*end)).map(ToString::to_string).collect::<Vec<_>>(),
    );
}

#[test]
fn every_package_says_what_it_is_for_and_keeps_to_the_lints() {
    let mut wrong = Vec::new();
    for package in members() {
        let (name, manifest) = (text(&package["name"]), text(&package["manifest_path"]));
        let described = package["description"].as_str().is_some();
        let manifest = std::fs::read_to_string(manifest).unwrap();
        wrong.extend((!described).then(|| format!("{name} has no description")));
        let linted = manifest.contains("[lints]\nworkspace = true");
        wrong.extend((!linted).then(|| format!("{name} does not keep to the lints of the workspace")));
    }

    assert_none("packages", &wrong);
}

/// Everything a package is built from, by however many steps: its own dependencies and theirs, but for those of tests
/// and build scripts.
pub(crate) fn behind(package: &str) -> BTreeSet<String> {
    let names: BTreeMap<_, _> = list(metadata(), "packages")
        .iter()
        .map(|package| (text(&package["id"]), text(&package["name"])))
        .collect();
    let nodes: BTreeMap<_, _> =
        list(&metadata()["resolve"], "nodes").iter().map(|node| (text(&node["id"]), node)).collect();
    let start = names.iter().find(|(_, name)| **name == package).map(|(id, _)| *id);
    let mut open = vec![start.expect("no such package")];
    let mut seen = BTreeSet::new();
    while let Some(id) = open.pop() {
        let normal =
            list(nodes.get(id).expect("no such node"), "deps").iter().filter(|needed| is_normal(needed));
        open.extend(normal.map(|needed| text(&needed["pkg"])).filter(|id| seen.insert(*id)));
    }
    seen.into_iter().filter_map(|id| names.get(id)).map(|name| (*name).to_owned()).collect()
}

fn is_normal(needed: &Value) -> bool {
    list(needed, "dep_kinds").iter().any(|kind| kind["kind"].is_null())
}

/// Our own crates that a package names in its manifest for building.
fn ours_needed_by(package: &str) -> Vec<String> {
    ours_named_by(package, Value::is_null)
}

fn ours_in_tests_of(package: &str) -> Vec<String> {
    ours_named_by(package, |kind| !kind.is_null())
}

fn ours_named_by(package: &str, wanted: impl Fn(&Value) -> bool) -> Vec<String> {
    let ours: BTreeSet<_> = members().into_iter().map(|package| text(&package["name"])).collect();
    let found = members().into_iter().find(|candidate| text(&candidate["name"]) == package);
    let needed = list(found.expect("no such package"), "dependencies").iter();
    let ours = needed.filter(|needed| ours.contains(text(&needed["name"])) && wanted(&needed["kind"]));
    ours.map(|needed| text(&needed["name"]).to_owned()).collect()
}
