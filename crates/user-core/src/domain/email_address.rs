//! An address that mail can reach.

use std::fmt;

use icu_properties::CodePointMapData;
use icu_properties::props::{CanonicalCombiningClass, JoiningType, Script};
use idna::uts46::{DnsLength, Hyphens, Uts46};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::Violation;

/// The longest address that fits an SMTP path (RFC 5321 §4.5.3.1.3, less the angle brackets).
pub const EMAIL_MAX: usize = 254;

/// The longest local part, in octets (RFC 5321 §4.5.3.1.1).
const LOCAL_MAX: usize = 64;

/// Keeps the letters around it apart.
const NON_JOINER: char = '\u{200c}';

/// An email address: kept as typed for delivery, compared by its [key](Self::key).
#[derive(Clone)]
pub struct EmailAddress {
    typed: String,
    key: String,
}

impl EmailAddress {
    /// Reads an address: one `@`, the syntax of RFC 5321 with the letters and marks of every script (RFC 6532), a
    /// domain with a dot, nothing that could forge a header. White space around it is dropped.
    pub fn parse(raw: &str) -> Result<Self, Violation> {
        let typed = nfc(raw.trim());
        if typed.is_empty() {
            return Err(Violation::Required);
        }
        if typed.len() > EMAIL_MAX {
            return Err(Violation::TooLong { max: EMAIL_MAX });
        }
        let key = canonical(&typed).ok_or(Violation::Malformed)?;
        Ok(Self { typed, key })
    }

    /// The address as its owner typed it: what mail is sent to.
    pub fn as_str(&self) -> &str {
        &self.typed
    }

    /// The canonical key: NFC, lower case, the domain as IDNA A-labels. Unique among users.
    pub fn key(&self) -> &str {
        &self.key
    }

    /// The part before the `@`, in lower case.
    pub fn local_part(&self) -> &str {
        self.key.rsplit_once('@').map_or("", |(local, _)| local)
    }

    /// The part after the `@`, as IDNA A-labels.
    pub fn domain(&self) -> &str {
        self.key.rsplit_once('@').map_or("", |(_, domain)| domain)
    }

    /// Whether every mail server on the way must speak SMTPUTF8 (RFC 6531): the local part has letters beyond ASCII. A
    /// domain alone asks for nothing, because it travels as A-labels.
    pub fn needs_smtputf8(&self) -> bool {
        self.typed.rsplit_once('@').is_some_and(|(local, _)| !local.is_ascii())
    }
}

fn canonical(typed: &str) -> Option<String> {
    let (local, domain) = typed.split_once('@')?;
    let key_local = nfc(&local.to_lowercase());
    if !is_dot_atom(local) || !(local.is_ascii() || is_dot_atom(&key_local)) {
        return None;
    }
    let key = format!("{key_local}@{}", a_labels(domain)?);
    (key.len() <= EMAIL_MAX).then_some(key)
}

/// The domain as A-labels, if it can be a host of mail. Two hyphens in the middle of a label are fine: such names
/// exist.
fn a_labels(domain: &str) -> Option<String> {
    let deny = idna::AsciiDenyList::STD3;
    let ascii =
        Uts46::new().to_ascii(domain.as_bytes(), deny, Hyphens::CheckFirstLast, DnsLength::Verify).ok()?;
    let (_, last) = ascii.rsplit_once('.')?;
    (!is_number(last)).then(|| ascii.into_owned())
}

/// A network address, or nothing at all: no top-level domain is a number (RFC 1123 §2.1, RFC 3696 §2), in the digits of
/// whatever script, or in hexadecimal as resolvers read it.
fn is_number(a_label: &str) -> bool {
    let (label, _) = Uts46::new().to_unicode(a_label.as_bytes(), idna::AsciiDenyList::EMPTY, Hyphens::Allow);
    let is_hexadecimal = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    label.chars().all(char::is_numeric) || label.strip_prefix("0x").is_some_and(is_hexadecimal)
}

/// `Dot-string` of RFC 5321 with the letters of RFC 6531. Quoted local parts are legal and useless: they exist to
/// smuggle.
fn is_dot_atom(local: &str) -> bool {
    local.len() <= LOCAL_MAX && local.split('.').all(is_atom)
}

fn is_atom(atom: &str) -> bool {
    !atom.is_empty() && atom.char_indices().all(|(at, c)| fits(atom, at, c))
}

/// Whether `c` can stand at this place of an atom.
fn fits(atom: &str, at: usize, c: char) -> bool {
    let (before, after) = atom.split_at_checked(at).unwrap_or_default();
    if is_joiner(c) {
        let after = after.strip_prefix(c).unwrap_or_default();
        return !after.is_empty() && may_join(before, c, after);
    }
    if is_combining_mark(c) {
        return is_visible(c) && belongs_to(c, before);
    }
    is_atext(c)
}

/// Beyond ASCII, RFC 6532 lets everything pass. Here it is letters, digits and the marks that scripts are written with:
/// what cannot be seen, or turns the reading direction, would only make one address look like another.
fn is_atext(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~".contains(c);
    }
    c.is_alphanumeric() && is_visible(c)
}

/// No filler and no selector: letters and marks that show nothing (`Default_Ignorable_Code_Point` of Unicode).
const fn is_visible(c: char) -> bool {
    !matches!(c,
        '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}' | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{ffa0}' | '\u{e0000}'..='\u{e0fff}')
}

/// Joins the letters around it, or keeps them apart.
const fn is_joiner(c: char) -> bool {
    matches!(c, NON_JOINER | '\u{200d}')
}

/// Whether a joiner can be seen between these (RFC 5892, appendix A): after a virama, as the scripts of India are
/// spelt, or, of those that keep letters apart, between two letters that would be joined, as in Persian.
fn may_join(before: &str, joiner: char, after: &str) -> bool {
    let follows_virama = before.chars().next_back().is_some_and(|c| {
        CodePointMapData::<CanonicalCombiningClass>::new().get(c) == CanonicalCombiningClass::Virama
    });
    if follows_virama || joiner != NON_JOINER {
        return follows_virama;
    }
    let types = CodePointMapData::<JoiningType>::new();
    let seen = |c: &char| types.get(*c) != JoiningType::Transparent;
    let joins_on = before.chars().rev().find(seen).map(|c| types.get(c));
    let is_joined = after.chars().find(seen).map(|c| types.get(c));
    matches!(joins_on, Some(JoiningType::LeftJoining | JoiningType::DualJoining))
        && matches!(is_joined, Some(JoiningType::RightJoining | JoiningType::DualJoining))
}

/// Whether a mark belongs to the letter before it: it is of that script, or of any.
fn belongs_to(mark: char, before: &str) -> bool {
    let Some(letter) = before.chars().rev().find(|c| !is_combining_mark(*c) && !is_joiner(*c)) else {
        return false;
    };
    let scripts = CodePointMapData::<Script>::new();
    let of = scripts.get(mark);
    letter.is_alphanumeric()
        && (matches!(of, Script::Common | Script::Inherited) || of == scripts.get(letter))
}

/// NFC. Plain ASCII is in it already, and nearly every address is that: each row of a user is read through here.
fn nfc(text: &str) -> String {
    if text.is_ascii() { text.to_owned() } else { text.nfc().collect() }
}

impl PartialEq for EmailAddress {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
    }
}

impl Eq for EmailAddress {}

impl fmt::Display for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.typed)
    }
}

impl fmt::Debug for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "EmailAddress({})", self.typed)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_refused_address_says_why() {
        let long = format!("{}@example.com", "a".repeat(250));
        let cases = [
            ("", Violation::Required),
            (" ", Violation::Required),
            ("ada", Violation::Malformed),
            ("ada@localhost", Violation::Malformed),
            ("@example.com", Violation::Malformed),
            ("ada@", Violation::Malformed),
            ("a@b@example.com", Violation::Malformed),
            ("ada@example.com\r\nBcc: eve@example.com", Violation::Malformed),
            ("\"a b\"@example.com", Violation::Malformed),
            ("ada@[127.0.0.1]", Violation::Malformed),
            ("Ada <ada@example.com>", Violation::Malformed),
            ("ada@exa mple.com", Violation::Malformed),
            ("ada..lovelace@example.com", Violation::Malformed),
            (".ada@example.com", Violation::Malformed),
            ("ada.@example.com", Violation::Malformed),
            ("a,b@example.com", Violation::Malformed),
            ("ada(x)@example.com", Violation::Malformed),
            ("ada@-example.com", Violation::Malformed),
            ("ada@example-.com", Violation::Malformed),
            ("ada@exa_mple.com", Violation::Malformed),
            ("ada@example..com", Violation::Malformed),
            ("ada@example.com.", Violation::Malformed),
            ("ada@xn--a.example.com", Violation::Malformed),
            ("ada\u{202e}@example.com", Violation::Malformed),
            ("ada\u{200b}@example.com", Violation::Malformed),
            ("\u{301}ada@example.com", Violation::Malformed),
            ("a\u{200d}da@example.com", Violation::Malformed),
            ("می\u{200c}@example.com", Violation::Malformed),
            ("ا\u{200c}ب@example.com", Violation::Malformed),
            ("می\u{200d}خ@example.com", Violation::Malformed),
            ("\u{10d0}\u{200c}\u{10d1}@example.com", Violation::Malformed),
            ("\u{13a0}\u{200d}\u{13a1}@example.com", Violation::Malformed),
            ("क\u{200d}ष@example.com", Violation::Malformed),
            ("a\u{2d7f}b@example.com", Violation::Malformed),
            ("a\u{94d}\u{200d}b@example.com", Violation::Malformed),
            ("a+\u{301}b@example.com", Violation::Malformed),
            ("ada\u{fe0f}@example.com", Violation::Malformed),
            ("ada\u{3164}@example.com", Violation::Malformed),
            (long.as_str(), Violation::TooLong { max: 254 }),
        ];

        for (raw, expected) in cases {
            assert_eq!(EmailAddress::parse(raw).unwrap_err(), expected, "{raw:?}");
        }
    }

    #[test]
    fn variants_of_one_address_share_a_key() {
        let typed = EmailAddress::parse(" Ada.Lovelace+x@Example.COM ").unwrap();

        assert_eq!(typed.as_str(), "Ada.Lovelace+x@Example.COM");
        assert_eq!(typed.key(), "ada.lovelace+x@example.com");
        assert_eq!(
            EmailAddress::parse("rene\u{301}@b\u{fc}cher.example").unwrap(),
            EmailAddress::parse("REN\u{c9}@xn--bcher-kva.example").unwrap()
        );
    }

    #[test]
    fn a_number_is_no_top_level_domain_in_whatever_digits() {
        let numbers = [
            "1.2.3.4",
            "example.123",
            "\u{ff11}.\u{ff12}.\u{ff13}.\u{ff14}",
            "[1.2.3.4]",
            "2.1",
            "1.2.3.0x4",
            "example.0x1f",
            "example.0X1F",
            "example.0x",
            "example.१२३",
            "example.xn--e4bcd",
            "example.\u{ff10}\u{ff58}1",
        ];
        for domain in numbers {
            assert_eq!(EmailAddress::parse(&format!("x@{domain}")), Err(Violation::Malformed), "{domain}");
        }
        for domain in
            ["123.example", "1.2.3.4.example.com", "example.a1", "163.com", "example.0xg", "0x1.example"]
        {
            assert!(EmailAddress::parse(&format!("x@{domain}")).is_ok(), "{domain}");
        }
    }

    #[test]
    fn hyphens_stand_where_they_like_inside_of_a_label() {
        let address = EmailAddress::parse("ada@ab--cd.r3---sn.Example.com").unwrap();

        assert_eq!(address.key(), "ada@ab--cd.r3---sn.example.com");
    }

    #[test]
    fn a_script_that_is_written_with_marks_or_joiners_is_an_address_like_any_other() {
        let cases = [
            ("संपर्क@डाटामेल.भारत", "xn--c2bd4bq1db8d.xn--h2brj9c"),
            ("நபர்@example.com", "example.com"),
            ("น้ำ@example.com", "example.com"),
            ("می\u{200c}خواهم@example.com", "example.com"),
            ("क्\u{200d}ष@example.com", "example.com"),
            ("i\u{307}x@example.com", "example.com"),
        ];

        for (raw, domain) in cases {
            let address = EmailAddress::parse(raw).unwrap();
            assert_eq!((address.domain(), address.needs_smtputf8()), (domain, true), "{raw}");
            assert_eq!(EmailAddress::parse(address.key()).unwrap(), address, "{raw}");
        }
        assert!(!EmailAddress::parse("ada@b\u{fc}cher.example").unwrap().needs_smtputf8());
    }

    #[test]
    fn the_local_part_has_its_own_length() {
        for (length, fits) in [(64, true), (65, false)] {
            let raw = format!("{}@example.com", "a".repeat(length));
            assert_eq!(EmailAddress::parse(&raw).is_ok(), fits, "{length}");
        }
        assert!(EmailAddress::parse(&format!("{}@example.com", "\u{e9}".repeat(33))).is_err());
    }

    proptest! {
        #[test]
        fn parsing_never_panics_and_the_key_is_idempotent(raw in "\\PC{0,20}@\\PC{0,20}") {
            if let Ok(address) = EmailAddress::parse(&raw) {
                let again = EmailAddress::parse(address.key()).unwrap();
                prop_assert_eq!(again.key(), address.key());
            }
        }

        #[test]
        fn however_it_is_written_it_is_one_address(
            local in "[\\p{L}\\p{M}\\p{Nd}.+-]{1,12}", domain in "[a-zà-ÿ0-9-]{1,8}\\.[a-z]{2,4}",
        ) {
            if let Ok(address) = EmailAddress::parse(&format!("{local}@{domain}")) {
                let decomposed: String = address.as_str().nfd().collect();
                let ascii = format!("{}@{}", address.local_part(), address.domain().to_uppercase());
                for written in [address.as_str(), address.key(), &decomposed, &ascii] {
                    let again = EmailAddress::parse(written).unwrap();
                    prop_assert_eq!(again.key(), address.key(), "{}", written);
                }
            }
        }
    }
}
