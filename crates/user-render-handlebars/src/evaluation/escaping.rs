//! What templates write into.

use crate::words::one_line;

/// What a template is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// HTML: markup in values is escaped.
    Html,
    /// Plain text: no value starts a line of its own.
    Text,
}

impl Kind {
    /// Writes `text` so that it is nothing but text.
    pub(crate) fn escape(self, text: &str, out: &mut String) {
        match self {
            Self::Html => escape_html(text, out),
            Self::Text => out.push_str(&one_line(text)),
        }
    }
}

/// As Handlebars does it: `=` and the backtick could end an attribute without quotation marks.
fn escape_html(text: &str, out: &mut String) {
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|byte| entity(byte).is_some()) {
        let (plain, special) = rest.split_at(at);
        out.push_str(plain);
        out.push_str(special.bytes().next().and_then(entity).unwrap_or_default());
        rest = special.get(1..).unwrap_or_default();
    }
    out.push_str(rest);
}

const fn entity(byte: u8) -> Option<&'static str> {
    Some(match byte {
        b'<' => "&lt;",
        b'>' => "&gt;",
        b'"' => "&quot;",
        b'&' => "&amp;",
        b'\'' => "&#x27;",
        b'`' => "&#x60;",
        b'=' => "&#x3D;",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_escaped_as_handlebars_does_it() {
        for text in ["", "plain", "<a href=\"x\">'`&=é</a>", "=", "ünïcödé & <", "日本<"] {
            let mut escaped = String::new();
            Kind::Html.escape(text, &mut escaped);

            assert_eq!(escaped, handlebars::html_escape(text));
        }
    }
}
