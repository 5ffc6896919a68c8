//! The language a person reads.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A language tag such as `nl` or `zh-Hans` (BCP 47, well-formed but not looked up in a registry).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Locale(String);

impl Locale {
    /// Reads a tag and puts it in its usual case: language lower, script title, region upper.
    pub fn parse(raw: &str) -> Option<Self> {
        let mut parts = raw.trim().split(['-', '_']);
        let language = parts
            .next()
            .filter(|l| matches!(l.len(), 2..=3) && l.bytes().all(|b| b.is_ascii_alphabetic()))?;
        let mut tag = language.to_ascii_lowercase();
        for part in parts {
            if !matches!(part.len(), 1..=8)
                || !part.bytes().all(|b| b.is_ascii_alphanumeric())
                || tag.len() > 30
            {
                return None;
            }
            tag.push('-');
            tag.push_str(&usual_case(part));
        }
        Some(Self(tag))
    }

    /// English: the language every other falls back to.
    pub fn english() -> Self {
        Self("en".to_owned())
    }

    /// The tag.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// This tag, then each shorter one: `zh-Hans-CN`, `zh-Hans`, `zh`.
    pub fn fallbacks(&self) -> impl Iterator<Item = &str> {
        std::iter::successors(Some(self.as_str()), |tag| tag.rsplit_once('-').map(|(shorter, _)| shorter))
    }

    /// The name that the language has for itself, for lists of languages (after the CLDR); the tag where it is not
    /// known.
    pub fn own_name(&self) -> &str {
        let known = |tag: &str| OWN_NAMES.iter().find(|(known, _)| *known == tag).map(|(_, name)| *name);
        known(self.as_str()).unwrap_or(self.as_str())
    }

    /// Whether the script runs from right to left, by language.
    pub fn is_right_to_left(&self) -> bool {
        let language = self.fallbacks().last().unwrap_or("");
        matches!(language, "ar" | "fa" | "he" | "ps" | "ur" | "yi" | "ckb" | "dv" | "ug")
    }

    /// The best of `offered` for an `Accept-Language` header (RFC 9110 §12.5.4; look-up by RFC 4647 §3.4).
    pub fn negotiate(accept_language: &str, offered: &[Self]) -> Option<Self> {
        let mut wanted: Vec<(Self, f32)> = accept_language
            .split(',')
            .take(20)
            .filter_map(|range| {
                let (tag, quality) = range.split_once(';').unwrap_or((range, "q=1"));
                let quality: f32 =
                    quality.trim().strip_prefix("q=").and_then(|q| q.parse().ok()).unwrap_or(0.0);
                Self::parse(tag).filter(|_| quality > 0.0).map(|locale| (locale, quality))
            })
            .collect();
        wanted.sort_by(|a, b| b.1.total_cmp(&a.1));
        wanted.iter().find_map(|(locale, _)| locale.best_of(offered))
    }

    /// The offered locale that serves a reader of this one, if any.
    pub fn best_of(&self, offered: &[Self]) -> Option<Self> {
        let tags = self.fallbacks().chain(self.usual_script());
        tags.into_iter().find_map(|tag| offered.iter().find(|o| o.as_str() == tag).cloned())
    }

    /// Chinese is offered by script, and asked for by region: the script that is usual there (CLDR, likely subtags).
    fn usual_script(&self) -> Option<&'static str> {
        let (language, region) = self.as_str().split_once('-').unwrap_or((self.as_str(), ""));
        match (language, region) {
            ("zh", "HK" | "MO" | "TW") => Some("zh-Hant"),
            ("zh", "" | "CN" | "MY" | "SG") => Some("zh-Hans"),
            _ => None,
        }
    }
}

/// Languages by tag, with the names that they have for themselves.
const OWN_NAMES: [(&str, &str); 41] = [
    ("ar", "العربية"),
    ("bg", "Български"),
    ("bn", "বাংলা"),
    ("ca", "Català"),
    ("cs", "Čeština"),
    ("da", "Dansk"),
    ("de", "Deutsch"),
    ("de-AT", "Deutsch (Österreich)"),
    ("de-CH", "Deutsch (Schweiz)"),
    ("el", "Ελληνικά"),
    ("en", "English"),
    ("en-GB", "English (UK)"),
    ("en-US", "English (US)"),
    ("eo", "Esperanto"),
    ("es", "Español"),
    ("fa", "فارسی"),
    ("fi", "Suomi"),
    ("fr", "Français"),
    ("he", "עברית"),
    ("hi", "हिन्दी"),
    ("hr", "Hrvatski"),
    ("hu", "Magyar"),
    ("id", "Indonesia"),
    ("it", "Italiano"),
    ("ja", "日本語"),
    ("ko", "한국어"),
    ("nb", "Norsk bokmål"),
    ("nl", "Nederlands"),
    ("nl-BE", "Nederlands (België)"),
    ("pl", "Polski"),
    ("pt", "Português"),
    ("pt-BR", "Português (Brasil)"),
    ("ro", "Română"),
    ("ru", "Русский"),
    ("sk", "Slovenčina"),
    ("sv", "Svenska"),
    ("tr", "Türkçe"),
    ("uk", "Українська"),
    ("vi", "Tiếng Việt"),
    ("zh-Hans", "简体中文"),
    ("zh-Hant", "繁體中文"),
];

fn usual_case(part: &str) -> String {
    let lower = part.to_ascii_lowercase();
    match (lower.len(), lower.split_at_checked(1)) {
        (2, _) => lower.to_ascii_uppercase(),
        (4, Some((first, rest))) if first.bytes().all(|b| b.is_ascii_alphabetic()) => {
            first.to_ascii_uppercase() + rest
        }
        _ => lower,
    }
}

impl TryFrom<String> for Locale {
    type Error = String;

    fn try_from(raw: String) -> Result<Self, Self::Error> {
        Self::parse(&raw).ok_or_else(|| format!("`{raw}` is not a language tag such as `en` or `zh-Hans`"))
    }
}

impl From<Locale> for String {
    fn from(locale: Locale) -> Self {
        locale.0
    }
}

impl fmt::Display for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn locale(tag: &str) -> Locale {
        Locale::parse(tag).unwrap()
    }

    #[test]
    fn what_is_no_tag_is_refused() {
        for bad in ["", "x", "*", "english", "en-", "e1", "en-toolongpart", "../etc"] {
            assert_eq!(Locale::parse(bad), None, "{bad:?}");
        }
    }

    #[test]
    fn a_tag_takes_its_usual_case_and_falls_back() {
        assert_eq!(locale("ZH_hans-cn").as_str(), "zh-Hans-CN");
        assert_eq!(locale("nl-BE").fallbacks().collect::<Vec<_>>(), ["nl-BE", "nl"]);
        assert!(locale("fa-IR").is_right_to_left());
        assert!(!locale("en").is_right_to_left());
    }

    #[test]
    fn a_language_has_a_name_for_itself_or_its_tag() {
        assert_eq!(locale("uk").own_name(), "Українська");
        assert_eq!(locale("zh-Hans").own_name(), "简体中文");
        assert_eq!(locale("tlh").own_name(), "tlh");
        assert!(OWN_NAMES.iter().all(|(tag, _)| locale(tag).as_str() == *tag));
    }

    #[test]
    fn the_reader_gets_the_best_language_on_offer() {
        let offered = [locale("en"), locale("nl"), locale("zh-Hans")];
        let cases = [
            ("nl-BE,en;q=0.5", Some("nl")),
            ("fr, en;q=0.2, nl;q=0.9", Some("nl")),
            ("fr", None),
            ("nl;q=0, en", Some("en")),
            ("zh-Hans-CN", Some("zh-Hans")),
            ("zh-CN", Some("zh-Hans")),
            ("zh-TW,en;q=0.5", Some("en")),
            ("zh-Hant-HK", None),
            ("zh-TW,zh;q=0.9,en;q=0.8", Some("zh-Hans")),
            ("*;q=0.1,,;;", None),
        ];

        for (header, expected) in cases {
            let best = Locale::negotiate(header, &offered);
            assert_eq!(best.as_ref().map(Locale::as_str), expected, "{header:?}");
        }
    }
}
