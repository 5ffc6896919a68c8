//! The tutorial, pasted block below block: the file compiles after each, and its own test runs at the end.
#![expect(
    dead_code,
    unused_imports,
    clippy::assigning_clones,
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    clippy::needless_pass_by_value,
    clippy::expect_used,
    reason = "an app that is not finished, and a test that may fail"
)]

include!(concat!(env!("OUT_DIR"), "/steps.rs"));

include!("../blocks.rs");

const TUTORIAL: &str = include_str!("../src/tutorial.md");

#[test]
fn the_whole_app_at_the_end_is_what_was_pasted() {
    let (_, whole) = TUTORIAL.split_once(WHOLE).expect("the whole app");
    let file = pasted(&blocks(TUTORIAL));
    let is_missing = |item: &&String| name(item).is_some() && !whole.contains(item.as_str());
    let missing: Vec<_> = file.iter().filter(is_missing).collect();
    let names: Vec<_> = file.iter().filter_map(|item| name(item)).collect();

    assert!(names.len() > 12, "{names:?}");
    assert!(missing.is_empty(), "the whole app lacks {missing:#?}");
    let shown = items(whole.split("```").nth(1).expect("the block")).len();
    assert!(shown <= names.len() + 4, "the whole app has {shown} items, but {} were pasted", names.len());
}
