//! Links in plain text, made clickable without trusting any of it.

use user_core::views::TextPiece;

/// Cuts a text into links and what lies between them.
pub(super) fn pieces(text: &str) -> Vec<TextPiece> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(start) = next_link(rest) {
        let (before, from) = rest.split_at(start);
        let end =
            from.find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"')).unwrap_or(from.len());
        let (link, after) = from.split_at(end);
        pieces.extend((!before.is_empty()).then(|| words(before)));
        pieces.push(TextPiece { text: link.to_owned(), href: Some(link.to_owned()) });
        rest = after;
    }
    pieces.extend((!rest.is_empty()).then(|| words(rest)));
    pieces
}

/// The links of a text, in order.
pub(super) fn links(text: &str) -> Vec<String> {
    pieces(text).into_iter().filter_map(|piece| piece.href).collect()
}

fn next_link(text: &str) -> Option<usize> {
    ["https://", "http://"].iter().filter_map(|scheme| text.find(scheme)).min()
}

fn words(text: &str) -> TextPiece {
    TextPiece { text: text.to_owned(), href: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_told_from_words_and_nothing_is_lost() {
        let text = "Open\nhttp://127.0.0.1:3000/a?b=1\nor <https://example.com/x>.";

        assert_eq!(links(text), ["http://127.0.0.1:3000/a?b=1", "https://example.com/x"]);
        assert_eq!(pieces(text).iter().map(|piece| piece.text.as_str()).collect::<String>(), text);
        assert!(links("javascript:alert(1) http:/x").is_empty());
    }
}
