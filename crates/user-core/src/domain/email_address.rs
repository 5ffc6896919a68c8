//! An address that mail can reach.

use std::fmt;

use unicode_normalization::UnicodeNormalization;

use super::Violation;

/// The longest address that fits an SMTP path (RFC 5321 §4.5.3.1.3, less the angle brackets).
pub const EMAIL_MAX: usize = 254;

/// An email address: kept as typed for delivery, compared by its [key](Self::key).
#[derive(Clone)]
pub struct EmailAddress {
    typed: String,
    key: String,
}

impl EmailAddress {
    /// Reads an address: one `@`, the syntax of RFC 5321, a domain with a dot, nothing that could forge a header.
    /// White space around it is dropped.
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
}

fn canonical(typed: &str) -> Option<String> {
    if typed.chars().any(|c| c.is_control() || c.is_whitespace()) || typed.matches('@').count() != 1 {
        return None;
    }
    let (local, domain) = typed.split_once('@')?;
    let domain = idna::domain_to_ascii_strict(domain).ok()?;
    let local = nfc(&local.to_lowercase());
    // Quoted local parts and address literals are legal and useless here: they exist to smuggle.
    let plausible = domain.contains('.') && !local.starts_with('"') && !domain.starts_with('[');
    let key = format!("{local}@{domain}");
    (plausible && key.len() <= EMAIL_MAX && email_address::EmailAddress::is_valid(&key)).then_some(key)
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

    proptest! {
        #[test]
        fn parsing_never_panics_and_the_key_is_idempotent(raw in "\\PC{0,20}@\\PC{0,20}") {
            if let Ok(address) = EmailAddress::parse(&raw) {
                let again = EmailAddress::parse(address.key()).unwrap();
                prop_assert_eq!(again.key(), address.key());
            }
        }
    }
}
