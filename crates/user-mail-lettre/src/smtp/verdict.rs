//! Whom a refusal is about: this mail, or this site.

use super::failure::Step;

/// What a refusal means for the mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It is about the recipient or the content, and stays so.
    Never,
    /// It is about the recipient or the content, and may pass.
    Later,
    /// It is about the sender: a limit, a block list, a wrong password, a server in trouble. Were it final, one bad day
    /// would lose every mail.
    Site,
}

/// The last subject of the registry: security and policy.
const SUBJECT_MAX: u16 = 7;
/// Words of servers that refuse the sender at the recipient, without saying so in a code.
const ABOUT_THE_SITE: [&str; 9] = [
    "relay",
    "authenticat",
    "block list",
    "blocklist",
    "blacklist",
    "blocked",
    "rate limit",
    "sending limit",
    "paused",
];

impl Verdict {
    /// Judges an answer by its enhanced code (RFC 3463, and the registry it began), else by its code (RFC 5321).
    pub(super) fn on(step: Step, code: u16, words: &str) -> Self {
        let comes_late = matches!(step, Step::Recipient | Step::Content);
        // 421: the server closes the connection, whatever it was asked (RFC 5321 §3.8).
        if code == 421 || !comes_late && !is_about_letters(code, words) {
            return Self::Site;
        }
        let words = words.to_ascii_lowercase();
        let passes = (400..500).contains(&code);
        // A server that asks everybody to come again in a minute has nothing against this site.
        if passes && (words.contains("greylist") || words.contains("graylist")) {
            return Self::Later;
        }
        let about_mail = match enhanced(code, &words) {
            // Some servers say "protocol error" of a recipient whom they do not have.
            Some((5, _)) if step == Step::Recipient && matches!(code, 550..=553) => {
                is_plainly_about_mail(code, &words)
            }
            Some((subject, detail)) => is_about_mail(subject, detail, code),
            None => is_plainly_about_mail(code, &words),
        };
        match (about_mail, passes) {
            (false, _) => Self::Site,
            (true, true) => Self::Later,
            (true, false) => Self::Never,
        }
    }
}

/// `550 5.6.7`: the address needs SMTPUTF8, which the way does not have (RFC 6531 §3.7). Can be said of the sender's
/// line.
fn is_about_letters(code: u16, words: &str) -> bool {
    enhanced(code, words) == Some((6, 7))
}

/// Subject and detail, by the registry of enhanced status codes.
fn is_about_mail(subject: u16, detail: u16, code: u16) -> bool {
    match (subject, detail) {
        // Addressing: all but the sender's mailbox (7) and system (8).
        (1, detail) => !matches!(detail, 7 | 8),
        // The recipient's mailbox; the message itself; a mailbox or a domain that changed hands (RFC 7293).
        (2 | 6, _) | (7, 17 | 18) => true,
        // The protocol: a line that the server could not read may be due to the address.
        (5, _) => matches!(code, 501 | 553),
        // No code that says more.
        (0, _) => !matches!(code, 530 | 554),
        // The mail system, the network, security and policy.
        _ => false,
    }
}

fn is_plainly_about_mail(code: u16, words: &str) -> bool {
    // 450 to 452 and 550 to 553 are of the recipient or the content (RFC 5321 §4.2.3), 501 of the address, 556 of a
    // domain that takes no mail (RFC 7504). 554 is said of anything.
    let of_mail = matches!(code, 450..=452 | 501 | 550..=553 | 556);
    of_mail && !ABOUT_THE_SITE.iter().any(|said| words.contains(said))
}

/// The subject and the detail of `5.7.1`, or of `#5.7.1` in brackets as qmail writes it: the first one in the answer.
/// Its class is that of the answer, and its subject one of the registry: any other number is a version or an address.
fn enhanced(code: u16, words: &str) -> Option<(u16, u16)> {
    words.split(|c: char| !c.is_ascii_digit() && c != '.').find_map(|word| {
        let mut numbers = word.trim_end_matches('.').split('.');
        let mut number = || numbers.next().filter(|digits| (1..=3).contains(&digits.len()))?.parse().ok();
        let (class, subject, detail): (u16, u16, u16) = (number()?, number()?, number()?);
        let is_code = class == code / 100 && subject <= SUBJECT_MAX && numbers.next().is_none();
        is_code.then_some((subject, detail))
    })
}

#[cfg(test)]
mod tests {
    use super::Verdict::{Later, Never, Site};
    use super::*;

    #[test]
    fn only_what_is_about_the_recipient_or_the_content_is_final() {
        let cases = [
            // The recipient, or the content.
            (Step::Recipient, 550, "5.1.1 no such user", Never),
            (Step::Recipient, 550, "5.1.2 no such domain", Never),
            (Step::Recipient, 501, "5.1.3 bad address", Never),
            (Step::Recipient, 556, "5.1.10 the domain takes no mail", Never),
            (Step::Recipient, 550, "5.2.1 mailbox disabled", Never),
            (Step::Recipient, 552, "5.2.2 mailbox full", Never),
            (Step::Recipient, 550, "no such user", Never),
            (Step::Recipient, 553, "mailbox name not allowed", Never),
            (Step::Recipient, 550, "5.7.17 the mailbox has another owner", Never),
            (Step::Recipient, 501, "5.5.4 what is this address?", Never),
            (Step::Recipient, 550, "5.5.0 Requested action not taken: mailbox unavailable", Never),
            (Step::Recipient, 550, "5.5.1 no such user", Never),
            (Step::Recipient, 550, "5.9.9 no such user", Never),
            (Step::Recipient, 550, "no such user (Exim 5.7.1.2, 4.7.1)", Never),
            (Step::Content, 554, "5.6.0 this is no message", Never),
            (Step::Content, 552, "5.3.0.1 of version 1.2.3.4", Never),
            (Step::Content, 550, "5.0.0 no", Never),
            (Step::Sender, 550, "5.6.7 no addresses with letters beyond ASCII", Never),
            // The same, for now.
            (Step::Recipient, 450, "4.2.1 busy", Later),
            (Step::Recipient, 452, "4.2.2 mailbox full", Later),
            (Step::Content, 451, "later", Later),
            (Step::Recipient, 451, "4.7.1 Greylisted, come again", Later),
        ];

        assert_judged(&cases);
    }

    #[test]
    fn what_is_about_the_sender_or_the_server_is_about_the_site() {
        let cases = [
            (Step::Connect, 554, "no service for you", Site),
            (Step::SignIn, 535, "5.7.8 wrong password", Site),
            (Step::Sender, 550, "5.1.1 you are nobody here", Site),
            (Step::Sender, 451, "4.3.0 out of order", Site),
            (Step::Recipient, 550, "5.4.5 Daily user sending limit exceeded", Site),
            (Step::Content, 550, "5.4.5 Daily user sending limit exceeded", Site),
            (Step::Recipient, 550, "5.7.1 Service unavailable; client host [192.0.2.1] blocked", Site),
            (Step::Content, 550, "5.7.26 unauthenticated sender", Site),
            (Step::Recipient, 553, "5.1.8 sender's domain does not exist", Site),
            (Step::Recipient, 553, "5.1.7 sender's mailbox", Site),
            (Step::Recipient, 450, "4.7.1 too many mails", Site),
            (Step::Recipient, 452, "4.3.1 disk full", Site),
            (Step::Content, 554, "5.3.0 out of order", Site),
            (
                Step::Recipient,
                504,
                "5.5.2 <web1>: Helo command rejected: need fully-qualified hostname",
                Site,
            ),
            (Step::Content, 554, "Sending paused for this account", Site),
            (Step::Recipient, 554, "<x>: Relay access denied", Site),
            (Step::Recipient, 550, "relay not permitted", Site),
            (Step::Recipient, 553, "not in my list of allowed hosts (#5.7.1)", Site),
            (Step::Recipient, 550, "192.0.2.1 is on our Block List", Site),
            (Step::Recipient, 421, "too many connections", Site),
            (Step::Content, 421, "4.2.1 closing", Site),
            (Step::Recipient, 530, "5.7.0 Authentication required", Site),
            (Step::Recipient, 550, "5.5.1 Relay access denied", Site),
            (Step::Content, 550, "5.5.0 bad sequence", Site),
            (Step::Recipient, 451, "4.7.1 mx (Exim 4.96.2) is busy", Site),
            (Step::Content, 503, "5.5.1 bad sequence", Site),
            (Step::Content, 500, "what?", Site),
        ];

        assert_judged(&cases);
    }

    fn assert_judged(cases: &[(Step, u16, &str, Verdict)]) {
        for (step, code, words, expected) in cases {
            assert_eq!(Verdict::on(*step, *code, words), *expected, "{step:?} {code} {words}");
        }
    }

    #[test]
    fn a_number_that_is_no_code_is_none() {
        for words in [
            "",
            "192.0.2.1",
            "5.7",
            "2.1.5",
            "4.7.1",
            "5.7.1.2",
            "5.1234.1",
            "5..1",
            "version 6.7.1",
            "Exim 5.96.2",
        ] {
            assert_eq!(enhanced(550, words), None, "{words}");
        }
        for words in ["5.7.1 no", "no (#5.7.1)", "[192.0.2.1] 5.7.1", "<ada>: 5.7.1: no", "no. 5.7.1."] {
            assert_eq!(enhanced(550, words), Some((7, 1)), "{words}");
        }
        assert_eq!(enhanced(450, "4.7.1 5.2.1 later"), Some((7, 1)));
    }
}
