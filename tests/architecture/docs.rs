//! What must be written down: everything that can be chosen, seen or cited.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use serde_json::Value;
use user_core::domain::{EventKind, MailKind};
use user_core::pages::{MenuGroup, Page};
use user_core::settings::Settings;

use crate::layers::behind;
use crate::workspace::{assert_none, files, members, metadata, read, root, rust_files, shown, text};

#[test]
fn every_setting_has_a_row() {
    let rows = read("docs/src/settings.md");
    let rows: Vec<_> = rows.lines().filter(|line| line.starts_with('|')).collect();
    let mut settings = Vec::new();
    collect_settings("", &serde_json::to_value(Settings::default()).unwrap(), &mut settings);

    let wrong: Vec<_> =
        settings.iter().filter(|setting| !has_row(&rows, setting)).map(|s| format!("`{s}`")).collect();

    assert!(settings.len() > 60, "{} settings", settings.len());
    assert_none("docs/src/settings.md has no row for", &wrong);
}

/// A limit is one setting with four parts, described once.
fn collect_settings(name: &str, value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(parts) if !parts.contains_key("free") => {
            for (part, value) in parts {
                let whole = if name.is_empty() { part.clone() } else { format!("{name}.{part}") };
                collect_settings(&whole, value, found);
            }
        }
        _ => found.push(name.to_owned()),
    }
}

fn has_row(rows: &[&str], setting: &str) -> bool {
    rows.iter().any(|row| row.split('|').nth(1).is_some_and(|cell| cell.contains(&format!("`{setting}`"))))
}

#[test]
fn the_book_says_of_every_page_where_it_is_and_when() {
    let (rows, paths) = (table_rows("docs/src/paths.md"), Settings::default().paths);
    let mut wrong = Vec::new();
    for page in Page::ALL {
        let path = page.path(&paths);
        let is_at = |row: &&Vec<String>| code_spans(&row[0]).first().is_some_and(|span| *span == path);
        let is_below = |row: &&Vec<String>| row[0].starts_with(&format!("`{path}/"));
        let row = rows.iter().find(is_at).or_else(|| rows.iter().find(is_below));
        let when = row.and_then(|row| row.get(3)).map_or("", String::as_str);
        let says = page.switch().map_or(when == "always", |switch| code_spans(when).contains(&switch));
        wrong.extend((!says).then(|| format!("{path}: {when}")));
    }
    let assets = paths.whole(&paths.assets);
    wrong.extend((!rows.iter().any(|row| row[0] == format!("`{assets}`"))).then_some(assets));

    assert_none("docs/src/paths.md does not say where and when", &wrong);
}

#[test]
fn the_book_shows_the_menu_in_its_order() {
    let (rows, paths) = (table_rows("docs/src/paths.md"), Settings::default().paths);

    for group in MenuGroup::ALL {
        let pages = Page::ALL.into_iter().filter(|page| page.menu() == Some(group));
        let pages: Vec<_> = pages.map(|page| page.path(&paths)).collect();
        let row = rows.iter().find(|row| row[0] == format!("`{}`", group.id()));
        let shown = row.map(|row| code_spans(&row[1])).unwrap_or_default();
        assert_eq!(shown, pages, "{group:?}");
    }
}

#[test]
fn the_book_says_of_every_path_and_destination_what_it_is_unless_set() {
    let rows = table_rows("docs/src/settings.md");
    let usual = |setting: &str| {
        let row = rows.iter().find(|row| row[0] == format!("`{setting}`"));
        row.and_then(|row| row.get(2)).cloned().unwrap_or_default()
    };
    let mut wrong = Vec::new();
    for (name, path) in Settings::default().paths.all() {
        let setting = format!("paths.{name}");
        wrong.extend((usual(&setting) != format!("`{path}`")).then_some(setting));
    }
    for (name, page) in Page::ALL.into_iter().filter_map(Page::destination) {
        let setting = format!("destinations.{name}");
        let named = match page {
            Page::SignIn => "the sign-in page",
            Page::Profile => "the profile page",
            Page::Invite => "the page that invites",
            other => other.name(),
        };
        wrong.extend((!usual(&setting).contains(named)).then_some(setting));
    }

    assert_none("docs/src/settings.md does not say the default of", &wrong);
}

/// The cells of every row of every table of a page.
fn table_rows(page: &str) -> Vec<Vec<String>> {
    let page = read(page);
    let rows = page.lines().filter(|line| line.starts_with('|'));
    let cells = |row: &str| row.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect();
    rows.map(cells).collect()
}

#[test]
fn every_event_is_in_the_book() {
    let names: Vec<_> =
        EventKind::ALL.iter().map(|kind| (kind.as_str(), kind.as_str().to_ascii_uppercase())).collect();
    let written = book();
    let wrong: Vec<_> = names
        .iter()
        .filter(|(stable, code)| !says(&written, stable) && !says(&written, code))
        .map(|(stable, _)| (*stable).to_owned())
        .collect();

    assert_none("docs/src says nothing of these events", &wrong);
}

#[test]
fn every_mail_is_in_the_book() {
    assert_in_book("mails", MailKind::ALL.iter().map(MailKind::as_str));
}

fn assert_in_book<'a>(what: &str, names: impl Iterator<Item = &'a str>) {
    let written = book();

    let wrong: Vec<_> = names.filter(|name| !says(&written, name)).map(str::to_owned).collect();

    assert_none(&format!("docs/src says nothing of these {what}"), &wrong);
}

fn book() -> String {
    let pages =
        files("docs/src").into_iter().filter(|path| path.extension().is_some_and(|kind| kind == "md"));
    pages.map(|path| fs::read_to_string(path).unwrap()).collect()
}

/// Whether a name stands between backticks, alone or with what follows it.
fn says(book: &str, name: &str) -> bool {
    let goes_on = |rest: &str| rest.is_empty() || rest.starts_with(['/', '.', '(', ' ', '?']);
    code_spans(book).into_iter().any(|span| span.strip_prefix(name).is_some_and(goes_on))
}

/// What stands between backticks.
fn code_spans(markdown: &str) -> Vec<&str> {
    markdown.lines().flat_map(|line| line.split('`').skip(1).step_by(2)).collect()
}

#[test]
fn every_test_that_the_book_cites_exists() {
    let mut known = BTreeSet::new();
    for path in rust_files() {
        let text = fs::read_to_string(path).unwrap();
        known.extend(functions(&text).map(str::to_owned));
    }
    let mut wrong = Vec::new();
    for page in ["docs/src/security.md", "docs/src/ports.md"] {
        let markdown = read(page);
        let cited: Vec<_> = code_spans(&markdown).into_iter().filter_map(cited_test).collect();
        let unknown = cited.iter().filter(|name| !known.contains(**name));
        wrong.extend(unknown.map(|name| format!("{page}: {name}")));
        wrong.extend(cited.is_empty().then(|| format!("{page} cites no test")));
    }

    assert_none("cited, and not there", &wrong);
}

/// The names of all functions: a test of the store contract is one too, though no test by itself.
fn functions(text: &str) -> impl Iterator<Item = &str> {
    let after = text.split("fn ").skip(1);
    after.map(|rest| rest.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').next().unwrap_or_default())
}

/// A name of five words or more, with the path before it cut off, is that of a test; shorter ones may be anything.
fn cited_test(span: &str) -> Option<&str> {
    let name = span.rsplit("::").next()?;
    let is_name = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    (name.chars().all(is_name) && name.split('_').count() >= 5).then_some(name)
}

#[test]
fn the_readme_shows_the_quickstarts_as_they_are() {
    for example in ["quickstart", "quickstart-axum"] {
        let program = read(&format!("examples/{example}/src/main.rs"));

        assert!(!program.is_empty(), "{example}");
        assert!(
            read("README.md").contains(program.trim_end()),
            "README.md does not contain the main.rs of {example}, word for word"
        );
    }
}

/// In an app of one's own the profile of our workspace counts for nothing, so the lines are told. They must be ours, and of
/// crates that such an app has: Cargo warns of others.
#[test]
fn the_lines_that_make_hashing_quick_are_ours_and_told_everywhere() {
    let source = read("crates/user-hash-argon2/src/slow.rs");
    let told = source.split_once("DEV_PROFILE: &str = \"\\\n").and_then(|(_, rest)| rest.split_once("\";\n"));
    let (told, _) = told.expect("the constant");
    let lines: Vec<_> = told.lines().filter(|line| line.contains("opt-level")).collect();
    let workspace = read("Cargo.toml");
    let ours: Vec<_> = workspace.lines().filter(|line| line.contains("opt-level")).collect();
    let behind = behind("quickstart");

    assert!(lines.len() > 2 && told.starts_with("[profile.dev.package]\n"), "{told}");
    for line in lines {
        assert!(ours.contains(&line), "the workspace does not say {line}");
        let (package, _) = line.split_once('.').expect("a package");
        assert!(behind.contains(package), "the quickstart is not built from {package}");
    }
    for page in ["README.md", "docs/src/tutorial.md"] {
        assert!(read(page).contains(told), "{page} does not tell the lines, word for word");
    }
}

#[test]
fn every_excerpt_in_the_book_stands_in_the_file_that_it_names() {
    let mut excerpts = Vec::new();
    for path in files("docs/src").iter().filter(|path| path.extension().is_some_and(|kind| kind == "md")) {
        let page = fs::read_to_string(path).unwrap();
        let named = page.split("```rs\n// examples/").skip(1).filter_map(|rest| rest.split_once('\n'));
        excerpts.extend(named.map(|(file, rest)| {
            let excerpt = rest.split("```").next().unwrap_or_default().to_owned();
            (shown(path), format!("examples/{file}"), excerpt)
        }));
    }
    let is_wrong = |file: &str, excerpt: &str| excerpt.trim().is_empty() || !read(file).contains(excerpt);
    let wrong: Vec<_> = excerpts.iter().filter(|(_, file, excerpt)| is_wrong(file, excerpt)).collect();

    assert!(excerpts.len() > 10, "{} excerpts", excerpts.len());
    let wrong: Vec<_> = wrong.iter().map(|(page, file, text)| format!("{page}: {file}:\n{text}")).collect();
    assert_none("not there, word for word", &wrong);
}

/// Where it is read on a page of the repository, nothing is put in.
#[test]
fn the_book_can_be_read_without_being_built() {
    let is_unfinished =
        |path: &PathBuf| fs::read_to_string(path).is_ok_and(|page| page.contains("{{#include"));
    let wrong: Vec<_> =
        files("docs/src").into_iter().filter(is_unfinished).map(|path| shown(&path)).collect();

    assert_none("text to be included stands in", &wrong);
}

#[test]
fn every_chapter_with_code_of_its_own_is_compiled() {
    let compiled = read("docs/examples.rs");
    let chapters =
        files("docs/src").into_iter().filter(|path| path.extension().is_some_and(|kind| kind == "md"));
    let with_code: Vec<_> = chapters
        .filter(|path| fs::read_to_string(path).unwrap().contains("```rust"))
        .map(|path| shown(&path))
        .collect();
    let is_left_out = |chapter: &&String| {
        let path = chapter.strip_prefix("docs/").unwrap_or(chapter);
        !compiled.contains(&format!("\"{path}\""))
    };
    let wrong: Vec<_> = with_code.iter().filter(is_left_out).cloned().collect();

    assert!(with_code.len() > 8, "{} chapters", with_code.len());
    assert_none("docs/examples.rs does not name", &wrong);
    assert_none("is not compiled, says a fence of", &fences_that_hide());
}

/// Chapters with code that nobody compiles.
fn fences_that_hide() -> Vec<String> {
    let pages = files("docs/src").into_iter();
    let hiding = |path: &PathBuf| {
        fs::read_to_string(path)
            .is_ok_and(|page| page.contains("```rust,ignore") || page.contains("```ignore"))
    };
    pages.filter(hiding).map(|path| shown(&path)).collect()
}

#[test]
fn the_changelog_tells_of_this_version() {
    let version = members().into_iter().find(|package| text(&package["name"]) == "user-core");
    let version = text(&version.unwrap()["version"]);

    assert!(read("CHANGELOG.md").contains(version), "CHANGELOG.md says nothing of {version}");
}

#[test]
fn every_chapter_of_the_book_is_in_its_summary_and_there() {
    let summary = read("docs/src/SUMMARY.md");
    let listed: BTreeSet<_> = summary
        .split("](")
        .skip(1)
        .filter_map(|rest| rest.split_once(')'))
        .map(|(target, _)| target.trim_start_matches("./").to_owned())
        .collect();
    let base = root().join("docs/src");
    let there: BTreeSet<_> = files("docs/src")
        .iter()
        .filter(|path| path.extension().is_some_and(|kind| kind == "md"))
        .map(|path| path.strip_prefix(&base).unwrap().display().to_string())
        .filter(|name| name != "SUMMARY.md")
        .collect();

    assert_eq!(listed, there);
    assert!(metadata().is_object());
}
