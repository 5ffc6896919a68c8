//! A validator of one's own: fields that the house declares, and a rule about what people tell in them.

use user_core::domain::{Field, FieldValue, Profile, Violation, Violations};
use user_core::ports::ProfilePolicy;
use user_core::settings::{FieldDeclaration, FieldKind, Shown, TextRules};

/// What the house asks for on the page of one's profile. Kind, length and the like are rules of the declaration.
pub(crate) fn fields() -> Vec<FieldDeclaration> {
    let phone = FieldKind::Text(TextRules { max: 20, ..TextRules::default() });
    vec![
        FieldDeclaration::new("delivery", FieldKind::Checkbox).shown(Shown::Profile),
        FieldDeclaration::new("phone", phone).shown(Shown::Profile),
    ]
}

/// A guest who has tea brought to the door leaves a telephone number, and that is one.
///
/// A rule about more than one field, or about the form of a text, is code. It sees the whole profile as it would be.
pub(crate) struct PhoneForDelivery;

impl ProfilePolicy for PhoneForDelivery {
    fn check(&self, profile: &Profile) -> Violations {
        let refused = |code| Violations::one(Field::declared("phone"), Violation::Custom(code));
        match profile.get("phone") {
            Some(FieldValue::Text(phone)) if !is_number(phone) => refused("not_a_phone_number"),
            None if profile.get("delivery") == Some(&FieldValue::Flag(true)) => refused("for_delivery"),
            _ => Violations::none(),
        }
    }
}

fn is_number(phone: &str) -> bool {
    let digits = phone.strip_prefix('+').unwrap_or(phone);
    digits.chars().all(|c| c.is_ascii_digit() || c == ' ') && digits.chars().any(|c| c != ' ')
}

#[cfg(test)]
mod tests {
    use user_core::flows::{EditProfileError, EditProfileForm};

    use crate::tests::house;

    async fn refusal(typed: &[(&str, &str)]) -> Vec<String> {
        let house = house();
        let ada = house.visitor().registers("ada").await.confirms_from_mail().await.current().await.unwrap();
        let fields = typed.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
        let form = EditProfileForm { fields, ..EditProfileForm::default() };
        match house.users.edit_profile(&ada, &form, house.visitor().visitor()).await {
            Ok(()) => Vec::new(),
            Err(EditProfileError::Invalid(violations)) => violations.codes(),
            Err(other) => panic!("{other:?}"),
        }
    }

    #[tokio::test]
    async fn what_is_no_number_is_refused_and_so_is_none_for_whoever_wants_delivery() {
        assert_eq!(refusal(&[("phone", "ask at the bar")]).await, ["profile.not_a_phone_number"]);
        assert_eq!(refusal(&[("delivery", "on")]).await, ["profile.for_delivery"]);
    }

    #[tokio::test]
    async fn a_number_and_nothing_at_all_are_fine() {
        assert_eq!(refusal(&[]).await, Vec::<String>::new());
        assert_eq!(refusal(&[("delivery", "on"), ("phone", "+32 2 555 01 23")]).await, Vec::<String>::new());
    }
}
