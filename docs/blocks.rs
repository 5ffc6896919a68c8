// The blocks of Rust that a reader of the tutorial pastes, and the file that comes of them. Part of the build script and of
// the test of the tutorial, by `include!`.

/// The end of what is pasted: from here on the tutorial shows the whole.
const WHOLE: &str = "## The whole app";

/// The blocks for Poem, in order.
fn blocks(tutorial: &str) -> Vec<&str> {
    let steps = tutorial.split(WHOLE).next().unwrap_or_default();
    let fenced = steps.split("\n```").skip(1).step_by(2);
    let code = fenced.filter_map(|block| {
        let (info, code) = block.split_once('\n')?;
        ["rust", "rust,no_run", "rs"].contains(&info).then_some(code)
    });
    code.filter(|code| !code.contains("axum")).collect()
}

/// The file after these blocks were pasted: a function in the place of an earlier one of its name, all else below.
fn pasted(blocks: &[&str]) -> Vec<String> {
    let mut file: Vec<String> = Vec::new();
    for item in blocks.iter().flat_map(|block| items(block)) {
        let earlier = name(&item).and_then(|name| file.iter().position(|known| self::name(known) == Some(name)));
        match earlier {
            Some(at) => file[at] = item,
            None => file.push(item),
        }
    }
    file
}

/// The items of a block: an empty line before a line that is not indented begins the next, outside of raw strings.
fn items(block: &str) -> Vec<String> {
    let mut items = vec![String::new()];
    for line in block.lines() {
        let current = items.last_mut().expect("never empty");
        let is_in_text = current.matches("r#\"").count() > current.matches("\"#").count();
        if current.ends_with("\n\n") && !line.starts_with([' ', '}']) && !is_in_text {
            items.push(String::new());
        }
        let current = items.last_mut().expect("never empty");
        current.push_str(line);
        current.push('\n');
    }
    items.into_iter().map(|item| item.trim().to_owned()).filter(|item| !item.is_empty()).collect()
}

/// What an item is called: `None` for what it imports.
fn name(item: &str) -> Option<&str> {
    let mut lines = item.lines().filter(|line| !line.starts_with(['#', '/', ' ']));
    let line = lines.next()?.trim_start_matches("async ");
    let rest = ["fn ", "struct ", "const ", "mod "].iter().find_map(|kind| line.strip_prefix(kind))?;
    rest.split(|c: char| !c.is_alphanumeric() && c != '_').next()
}
