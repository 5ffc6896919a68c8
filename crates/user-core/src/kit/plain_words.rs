//! Words that a stranger chose, in mails to others: none that a mail program would make a link of.

use crate::domain::{User, Username};

/// The text without the words that could be read as a link.
pub(crate) fn plain(text: &str) -> String {
    text.split_whitespace().filter(|word| is_plain(word)).collect::<Vec<_>>().join(" ")
}

/// What a mail to a stranger calls somebody who invites: nothing, where the username could be read as a link.
pub(crate) fn plain_name(user: &User) -> Option<String> {
    let name = user.username.as_ref().map(Username::as_str);
    let named = name.map_or_else(|| user.display_name(), |name| if is_plain(name) { name } else { "" });
    Some(named.to_owned()).filter(|named| !named.is_empty())
}

/// `www.example`, `example.com/x`, `https://…` and `a@b` are read as links; `Firefox/115.0` is not.
fn is_plain(word: &str) -> bool {
    let is_domain = word.split('.').skip(1).any(|part| part.starts_with(char::is_alphabetic));
    !is_domain && !word.contains("://") && !word.contains('@')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_be_read_as_a_link_is_left_out() {
        let cases = [
            ("Mozilla/5.0 (X11; Linux) Gecko/20100101 Firefox/115.0", true),
            ("Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/120.0.0.0 Safari/537.36", true),
            ("ada-lovelace_1815", true),
            ("www.evil.example", false),
            ("evil.example/reset", false),
            ("https://192.0.2.1/", false),
            ("mallory@evil.example", false),
            ("b\u{fc}cher.\u{4f8b}\u{3048}", false),
        ];

        for (text, is_kept) in cases {
            assert_eq!(plain(text) == text, is_kept, "{text}");
        }
        assert_eq!(plain("Visit www.evil.example now"), "Visit now");
    }
}
