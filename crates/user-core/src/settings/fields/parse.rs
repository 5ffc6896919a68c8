//! What was typed into declared fields, read once and by their rules.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde_json::Number;
use unicode_normalization::UnicodeNormalization;

use super::{Choice, DateRules, FieldDeclaration, FieldKind, NumberRules, TextRules};
use crate::domain::{Field, FieldValue, Locale, Profile, TimeZone, User, Violation, Violations};

/// What somebody told in declared fields: each is right, and only what was asked for is here.
#[derive(Clone, Debug, Default)]
pub(crate) struct Told(Vec<Answer>);

#[derive(Clone, Debug)]
enum Answer {
    Value(String, Option<FieldValue>),
    /// None: the language of the browser.
    Language(Option<Locale>),
    TimeZone(Option<TimeZone>),
}

impl Told {
    /// Reads what was typed for these fields, by their names. Whatever else was posted is not looked at.
    pub(crate) fn parse<'a>(
        fields: impl IntoIterator<Item = &'a FieldDeclaration>,
        typed: &BTreeMap<String, String>,
        offered: &[Locale],
        violations: &mut Violations,
    ) -> Self {
        let answers = fields.into_iter().filter_map(|field| {
            let typed = typed.get(&field.name).map_or("", String::as_str);
            violations.collect(Field::declared(&field.name), answer(field, typed, offered))
        });
        Self(answers.collect())
    }

    /// Puts it into the account; what was not asked for stays as it is.
    pub(crate) fn apply(&self, user: &mut User) {
        self.apply_to_profile(&mut user.profile);
        for answer in &self.0 {
            match answer {
                Answer::Value(..) => {}
                Answer::Language(locale) => user.locale.clone_from(locale),
                Answer::TimeZone(zone) => user.time_zone = *zone,
            }
        }
    }

    /// Puts it into a profile; what was not asked for stays as it is.
    pub(crate) fn apply_to_profile(&self, profile: &mut Profile) {
        for answer in &self.0 {
            if let Answer::Value(name, value) = answer {
                profile.set(name, value.clone());
            }
        }
    }

    /// The same at registration, where a language that was not chosen is that of the page.
    pub(crate) fn apply_to_new(&self, user: &mut User) {
        let met = user.locale.take();
        self.apply(user);
        user.locale = user.locale.take().or(met);
    }
}

fn answer(field: &FieldDeclaration, typed: &str, offered: &[Locale]) -> Result<Answer, Violation> {
    let value = |value| Answer::Value(field.name.clone(), value);
    if let FieldKind::Checkbox = field.kind {
        return checkbox(typed, field.required).map(|flag| value(Some(flag)));
    }
    let typed = typed.trim();
    if typed.is_empty() {
        return match &field.kind {
            _ if field.required => Err(Violation::Required),
            FieldKind::Language => Ok(Answer::Language(None)),
            FieldKind::TimeZone => Ok(Answer::TimeZone(None)),
            _ => Ok(value(None)),
        };
    }
    match &field.kind {
        FieldKind::Text(rules) => text(typed, rules).map(|text| value(Some(text))),
        FieldKind::Number(rules) => number(typed, rules).map(|number| value(Some(number))),
        FieldKind::Date(rules) => date(typed, rules).map(|date| value(Some(date))),
        FieldKind::Choice(choices) => choice(typed, choices).map(|choice| value(Some(choice))),
        FieldKind::Language => language(typed, offered).map(|locale| Answer::Language(Some(locale))),
        FieldKind::TimeZone => time_zone(typed).map(|zone| Answer::TimeZone(Some(zone))),
        FieldKind::Checkbox => checkbox(typed, field.required).map(|flag| value(Some(flag))),
    }
}

/// Whether a posted checkbox was ticked.
pub(crate) fn is_ticked(typed: &str) -> bool {
    !matches!(typed, "" | "0" | "false" | "off")
}

fn checkbox(typed: &str, required: bool) -> Result<FieldValue, Violation> {
    match is_ticked(typed) {
        false if required => Err(Violation::Required),
        ticked => Ok(FieldValue::Flag(ticked)),
    }
}

/// In one Unicode form and with one kind of line break, whatever the browser sends.
fn text(typed: &str, rules: &TextRules) -> Result<FieldValue, Violation> {
    let text: String = typed.replace("\r\n", "\n").nfc().collect();
    let is_break = |c: char| matches!(c, '\n' | '\u{2028}' | '\u{2029}');
    let bad = |c: char| {
        if rules.multiline && matches!(c, '\n' | '\t') { false } else { c.is_control() || is_break(c) }
    };
    let length = text.chars().count();
    match length {
        _ if text.contains(bad) => Err(Violation::BadCharacters),
        _ if length < rules.min => Err(Violation::TooShort { min: rules.min }),
        _ if length > rules.max => Err(Violation::TooLong { max: rules.max }),
        _ => Ok(FieldValue::Text(text)),
    }
}

fn number(typed: &str, rules: &NumberRules) -> Result<FieldValue, Violation> {
    let malformed = if rules.whole { Violation::MalformedWholeNumber } else { Violation::MalformedNumber };
    let number = decimal(typed, rules.whole).ok_or(malformed)?;
    let value = number.as_f64().unwrap_or_default();
    let beyond = |limit: &&Number, above: bool| {
        limit.as_f64().is_some_and(|limit| if above { value > limit } else { value < limit })
    };
    if let Some(min) = rules.min.as_ref().filter(|min| beyond(min, false)) {
        return Err(Violation::TooSmall { min: min.clone() });
    }
    if let Some(max) = rules.max.as_ref().filter(|max| beyond(max, true)) {
        return Err(Violation::TooLarge { max: max.clone() });
    }
    Ok(FieldValue::Number(number))
}

/// Digits with a sign and one point at most: what number boxes of browsers send, and nothing that only programs write.
fn decimal(typed: &str, whole: bool) -> Option<Number> {
    let digits = typed.strip_prefix(['-', '+']).unwrap_or(typed);
    let (before, after) = digits.split_once('.').unwrap_or((digits, "0"));
    let all_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if digits.len() > 30 || !all_digits(before) || !all_digits(after) {
        return None;
    }
    let is_whole = after.bytes().all(|b| b == b'0');
    match typed.split('.').next().and_then(|text| text.parse::<i64>().ok()).filter(|_| is_whole) {
        Some(number) => Some(number.into()),
        None if whole => None,
        None => typed.parse().ok().and_then(Number::from_f64),
    }
}

fn date(typed: &str, rules: &DateRules) -> Result<FieldValue, Violation> {
    let shaped = typed.len() == 10 && typed.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    let date = NaiveDate::parse_from_str(typed, "%Y-%m-%d").ok().filter(|_| shaped);
    let date = date.ok_or(Violation::MalformedDate)?;
    match (rules.min, rules.max) {
        (Some(min), _) if date < min => Err(Violation::TooEarly { min }),
        (_, Some(max)) if date > max => Err(Violation::TooLate { max }),
        _ => Ok(FieldValue::date(date)),
    }
}

fn choice(typed: &str, choices: &[Choice]) -> Result<FieldValue, Violation> {
    let known = choices.iter().any(|choice| choice.value == typed);
    if known { Ok(FieldValue::Text(typed.to_owned())) } else { Err(Violation::NotAChoice) }
}

fn language(typed: &str, offered: &[Locale]) -> Result<Locale, Violation> {
    offered.iter().find(|locale| locale.as_str() == typed).cloned().ok_or(Violation::NotAChoice)
}

fn time_zone(typed: &str) -> Result<TimeZone, Violation> {
    TimeZone::parse(typed).map_err(|_| Violation::NotAChoice)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LONG: TextRules = TextRules { min: 2, max: 4, multiline: true };
    const SHORT: TextRules = TextRules { min: 2, max: 4, multiline: false };

    fn kept(value: Result<FieldValue, Violation>) -> Result<String, Violation> {
        value.map(|value| serde_json::to_string(&value).unwrap())
    }

    #[test]
    fn a_text_that_is_too_short_too_long_or_cannot_be_shown_is_refused() {
        let cases = [
            ("a", Violation::TooShort { min: 2 }),
            ("abcde", Violation::TooLong { max: 4 }),
            ("a\nb", Violation::BadCharacters),
            ("a\u{2028}b", Violation::BadCharacters),
            ("a\0b", Violation::BadCharacters),
            ("a\u{7f}b", Violation::BadCharacters),
        ];

        for (typed, violation) in cases {
            assert_eq!(text(typed, &SHORT), Err(violation), "{typed:?}");
        }
        assert_eq!(text("a\0b", &LONG), Err(Violation::BadCharacters));
    }

    #[test]
    fn a_text_is_counted_in_characters_and_kept_in_one_form() {
        assert_eq!(kept(text("Zoe\u{308}", &SHORT)), Ok("\"Zoë\"".to_owned()));
        assert_eq!(kept(text("a\r\nb", &LONG)), Ok("\"a\\nb\"".to_owned()));
        assert_eq!(kept(text("日本語", &SHORT)), Ok("\"日本語\"".to_owned()));
    }

    #[test]
    fn what_is_no_number_is_refused() {
        let (any, whole) = (NumberRules::default(), NumberRules { whole: true, ..NumberRules::default() });
        for typed in
            ["x", "1e3", "inf", "NaN", ".5", "5.", "1,5", "0x1", "--1", "1 000", "٣", &"9".repeat(31)]
        {
            assert_eq!(number(typed, &any), Err(Violation::MalformedNumber), "{typed}");
        }
        for typed in ["x", "1.5", "99999999999999999999"] {
            assert_eq!(number(typed, &whole), Err(Violation::MalformedWholeNumber), "{typed}");
        }
    }

    #[test]
    fn a_number_beyond_its_limits_is_refused() {
        let rules = NumberRules { min: Some(18.into()), max: Number::from_f64(99.5), whole: false };
        assert_eq!(number("17.9", &rules), Err(Violation::TooSmall { min: 18.into() }));
        assert_eq!(number("99.6", &rules), Err(Violation::TooLarge { max: Number::from_f64(99.5).unwrap() }));
        for (typed, value) in [("18", "18"), ("99.5", "99.5"), ("+20", "20"), ("20.0", "20")] {
            assert_eq!(kept(number(typed, &rules)).as_deref(), Ok(value), "{typed}");
        }
        assert_eq!(kept(number("-3", &NumberRules::default())).as_deref(), Ok("-3"));
    }

    #[test]
    fn what_is_no_date_or_out_of_range_is_refused() {
        let day = |text: &str| NaiveDate::parse_from_str(text, "%Y-%m-%d").unwrap();
        let rules = DateRules { min: Some(day("1900-01-01")), max: Some(day("2020-12-31")) };
        for typed in ["x", "2001-02-29", "01-02-2001", "2001-1-1", "+2001-01-1", "2001-01-01T", "20010-1-01"]
        {
            assert_eq!(date(typed, &rules), Err(Violation::MalformedDate), "{typed}");
        }
        assert_eq!(date("1899-12-31", &rules), Err(Violation::TooEarly { min: day("1900-01-01") }));
        assert_eq!(date("2021-01-01", &rules), Err(Violation::TooLate { max: day("2020-12-31") }));
        assert_eq!(kept(date("2000-02-29", &rules)).as_deref(), Ok("\"2000-02-29\""));
    }

    #[test]
    fn what_is_not_on_the_list_is_refused() {
        let choices = [Choice::new("tea"), Choice::new("coffee")];
        for typed in ["Tea", "beer", "tea,coffee"] {
            assert_eq!(choice(typed, &choices), Err(Violation::NotAChoice), "{typed}");
        }
        assert_eq!(kept(choice("tea", &choices)).as_deref(), Ok("\"tea\""));
        assert_eq!(language("fr", &[Locale::english()]), Err(Violation::NotAChoice));
        assert_eq!(language("en", &[Locale::english()]), Ok(Locale::english()));
        assert_eq!(time_zone("Mars/Olympus"), Err(Violation::NotAChoice));
        assert!(time_zone("Asia/Tokyo").is_ok());
    }

    #[test]
    fn a_checkbox_that_must_be_ticked_is_refused_unticked() {
        for typed in ["", "0", "false", "off"] {
            assert_eq!(checkbox(typed, true), Err(Violation::Required), "{typed:?}");
            assert_eq!(checkbox(typed, false), Ok(FieldValue::Flag(false)), "{typed:?}");
        }
        assert_eq!(checkbox("true", true), Ok(FieldValue::Flag(true)));
    }

    #[test]
    fn everything_wrong_is_told_at_once_and_what_was_not_asked_for_is_not_looked_at() {
        let fields = [
            FieldDeclaration::new("nick", FieldKind::Text(SHORT)).required(),
            FieldDeclaration::new("age", FieldKind::Number(NumberRules::default())),
            FieldDeclaration::new("terms", FieldKind::Checkbox).required(),
        ];
        let typed =
            [("age", "old"), ("roles", "admin")].map(|(name, text)| (name.to_owned(), text.to_owned()));
        let mut violations = Violations::none();

        let told = Told::parse(&fields, &BTreeMap::from(typed), &[], &mut violations);

        assert_eq!(violations.codes(), ["profile.required", "profile.malformed_number", "profile.required"]);
        assert!(told.0.is_empty());
    }
}
