//! The kit: what several flows stand on. A flow is read by itself, and what two flows share has one place.

use std::fs;
use std::path::Path;

use crate::workspace::{assert_none, files, shown};

const FLOWS: &str = "crates/user-core/src/flows/";
const KIT: &str = "crates/user-core/src/kit/";

#[test]
fn no_flow_names_another() {
    let flows = flows();
    let names = |source: &Source| {
        // The parts of a flow in several files may name its first one.
        let ways: &[&str] =
            if source.is_part { &["super::super", "flows::"] } else { &["super::", "flows::"] };
        source.lines_with(ways)
    };

    assert_none(
        "what two flows need belongs into the kit",
        &flows.iter().flat_map(names).collect::<Vec<_>>(),
    );
}

/// Methods of the manager are found wherever they stand, without a path that names their file: so a flow has none that
/// another could call.
#[test]
fn a_flow_offers_nothing_to_other_flows() {
    let flows = flows();
    let offers = |source: &Source| {
        let ways: &[&str] = if source.is_part { &["pub(crate)", "pub(in"] } else { &["pub(crate)", "pub("] };
        source.lines_with(ways)
    };

    assert_none(
        "what is not for apps belongs into the kit",
        &flows.iter().flat_map(offers).collect::<Vec<_>>(),
    );
}

#[test]
fn the_kit_knows_no_flow() {
    let kit = sources(KIT);
    let wrong: Vec<_> = kit.iter().flat_map(|source| source.lines_with(&["flows::"])).collect();

    assert!(kit.len() > 15, "nothing was looked at");
    assert_none("flows stand on the kit, and not the kit on flows", &wrong);
}

#[test]
fn there_is_one_loop_that_tries_again() {
    let ways = ["ATTEMPTS", "contention()"];
    let wrong: Vec<_> = flows().iter().flat_map(|source| source.lines_with(&ways)).collect();
    let kit = sources(KIT);
    let loops: Vec<_> = kit.iter().flat_map(|source| source.lines_with(&["in 0..ATTEMPTS"])).collect();

    assert_none("a flow says what one try does, and `attempt` tries", &wrong);
    assert_eq!(loops, [format!("{KIT}attempt.rs: for _ in 0..ATTEMPTS {{")]);
}

#[test]
fn there_is_one_maker_of_letters() {
    let makers = core_with(&["QueuedMail {", "MailChange::Queue("]);

    assert_eq!(makers, [format!("{KIT}letters.rs")], "`letter(kind)` makes every mail");
}

#[test]
fn there_is_one_door_to_a_session() {
    for text in ["SessionChange::Insert", "event(EventKind::USER_SIGNED_IN"] {
        assert_eq!(core_with(&[text]), [format!("{KIT}admission.rs")], "`admit` lets everybody in: {text}");
    }
}

#[test]
fn every_error_of_a_flow_becomes_a_refusal() {
    let (mut errors, mut wrong) = (0, Vec::new());
    for source in flows().into_iter().chain(sources(KIT)) {
        let declared = source.code.lines().filter_map(|line| line.strip_prefix("pub enum "));
        for error in declared.filter_map(|rest| rest.split(' ').next()).filter(|name| name.ends_with("Error"))
        {
            errors += 1;
            let refuses = ["refuses_as!(", "refuses_as! {\n    "];
            let has = |start: &&str| source.code.contains(&format!("{start}{error}:"));
            if !refuses.iter().any(has) {
                wrong.push(format!("{}: {error}", source.path));
            }
        }
    }

    assert!(errors > 15, "nothing was looked at");
    assert_none("an error that no front end can answer like the others", &wrong);
}

/// The flows and files of the kit with any of these texts.
fn core_with(texts: &[&str]) -> Vec<String> {
    let files = flows().into_iter().chain(sources(KIT));
    files.filter(|source| !source.lines_with(texts).is_empty()).map(|source| source.path).collect()
}

/// A source file of the core, without its comments and its tests.
struct Source {
    path: String,
    code: String,
    /// Whether it is one of several files of a flow, and not the first.
    is_part: bool,
}

impl Source {
    fn lines_with(&self, texts: &[&str]) -> Vec<String> {
        let wrong = self.code.lines().filter(|line| texts.iter().any(|text| line.contains(text)));
        wrong.map(|line| format!("{}: {}", self.path, line.trim())).collect()
    }
}

fn flows() -> Vec<Source> {
    let mut flows = sources(FLOWS);
    flows.retain(|source| source.path != format!("{FLOWS}mod.rs"));
    assert!(flows.len() > 20, "nothing was looked at");
    flows
}

fn sources(folder: &str) -> Vec<Source> {
    let source = |path: &Path| {
        let (code, path) = (code(&fs::read_to_string(path).unwrap()), shown(path));
        let is_part = path.trim_start_matches(folder).contains('/') && !path.ends_with("/mod.rs");
        Source { path, code, is_part }
    };
    files(folder).iter().map(|path| source(path)).collect()
}

fn code(text: &str) -> String {
    let lines = text.lines().take_while(|line| line.trim() != "#[cfg(test)]");
    lines.filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

#[test]
fn comments_and_tests_are_not_looked_at() {
    assert_eq!(code("use a;\n    // super::b\n#[cfg(test)]\nmod tests {}"), "use a;");
}
