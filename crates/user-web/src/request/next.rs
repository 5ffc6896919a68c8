//! Where a visitor wants to go next: only ever a page of this site.

use url::Url;

const NEXT_MAX: usize = 2_048;

/// The path to go on to, if `raw` can lead nowhere but to this site; else nothing. Every redirect goes through here.
///
/// What one parser takes for a path another takes for a host: backslashes, control characters, `//`, and paths that
/// normalise to one beginning with `//` are all refused, and what passes is written anew by the parser that judged it.
pub(crate) fn safe_next(base: &Url, raw: &str) -> Option<String> {
    let suspicious = |c: char| c.is_control() || c == '\\';
    let one_slash = raw.starts_with('/') && !raw.starts_with("//");
    if raw.len() > NEXT_MAX || !one_slash || raw.chars().any(suspicious) {
        return None;
    }
    let url = base.join(raw).ok()?;
    if url.origin() != base.origin() || url.path().starts_with("//") {
        return None;
    }
    let mut next = url.path().to_owned();
    for (mark, part) in [('?', url.query()), ('#', url.fragment())] {
        if let Some(part) = part {
            next.push(mark);
            next.push_str(part);
        }
    }
    Some(next)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn base() -> Url {
        Url::parse("https://example.com").unwrap()
    }

    #[test]
    fn whatever_could_lead_elsewhere_is_refused() {
        let long = format!("/{}", "a".repeat(3_000));
        let cases = [
            "",
            "members",
            "//evil.test",
            "///evil.test",
            "/\\evil.test",
            "\\\\evil.test",
            "/.//evil.test",
            "/..//evil.test",
            "/%2e%2e//evil.test",
            " /members",
            "/\tmembers",
            "/a\r\nSet-Cookie: x",
            "https://evil.test",
            "javascript:alert(1)",
            "@evil.test",
            long.as_str(),
        ];
        for raw in cases {
            assert_eq!(safe_next(&base(), raw), None, "{raw:?}");
        }
    }

    #[test]
    fn a_page_of_the_site_is_kept_with_its_query() {
        for good in ["/", "/members", "/members?page=2&x=%2F%2Fevil.test", "/a/b#c"] {
            assert_eq!(safe_next(&base(), good).as_deref(), Some(good));
        }
        assert_eq!(safe_next(&base(), "/a/../b c").as_deref(), Some("/b%20c"));
    }

    proptest! {
        #[test]
        fn whatever_passes_stays_on_the_site(raw in "[/\\\\.@:%a-z0-9?# \t]{0,24}") {
            if let Some(next) = safe_next(&base(), &raw) {
                let there = base().join(&next).unwrap();
                prop_assert_eq!(there.origin(), base().origin());
                prop_assert!(next.starts_with('/') && !next.starts_with("//"));
                prop_assert_eq!(safe_next(&base(), &next), Some(next));
            }
        }
    }
}
