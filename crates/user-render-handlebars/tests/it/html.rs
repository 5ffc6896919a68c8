//! Just enough HTML to look at pages. It is exact for ours: text and attribute values hold no raw `<`, `>` or `"`.

/// A start or end tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Tag {
    pub(crate) name: String,
    pub(crate) attributes: Vec<(String, String)>,
}

impl Tag {
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str())
    }

    pub(crate) fn names(&self) -> Vec<&str> {
        self.attributes.iter().map(|(name, _)| name.as_str()).collect()
    }
}

/// The tags of a document, in order.
pub(crate) fn tags(html: &str) -> Vec<Tag> {
    html.split('<')
        .skip(1)
        .map(|piece| {
            let (tag, _) = piece.split_once('>').unwrap_or_else(|| panic!("unclosed tag: <{piece}"));
            let (name, rest) = tag.split_once([' ', '\n']).unwrap_or((tag, ""));
            Tag { name: name.to_ascii_lowercase(), attributes: attributes(rest) }
        })
        .collect()
}

fn attributes(mut rest: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    loop {
        rest = rest.trim_start();
        if rest.is_empty() || rest == "/" {
            return found;
        }
        let end = rest.find([' ', '=']).unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        let (value, after) = match after.strip_prefix("=\"") {
            Some(value) => value.split_once('"').unwrap(),
            None => ("", after),
        };
        assert!(!after.starts_with('='), "an attribute without quotes: {rest}");
        found.push((name.to_owned(), value.to_owned()));
        rest = after;
    }
}

/// Elements without an end; `path` and `rect` are closed where they begin.
const VOID: [&str; 9] = ["!doctype", "meta", "link", "input", "br", "img", "source", "path", "rect"];

/// Panics unless every element is closed, in order.
pub(crate) fn assert_balanced(html: &str, what: &str) {
    let mut open = Vec::new();
    for tag in tags(html) {
        match tag.name.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop().as_deref(), Some(name), "{what}: {html}"),
            None if VOID.contains(&tag.name.as_str()) => {}
            None => open.push(tag.name),
        }
    }
    assert_eq!(open, Vec::<String>::new(), "{what}");
}
