//! An app's own rule about what people tell in declared fields.

use std::collections::BTreeMap;

use user_core::domain::{Field, FieldValue, Profile, Violation, Violations};
use user_core::flows::{EditProfileForm, RegisterForm};
use user_core::ports::ProfilePolicy;
use user_core::settings::{FieldDeclaration, FieldKind, TextRules};

use crate::world::{World, codes, registration, visitor};

/// Whoever wants parcels says where to.
struct ParcelsNeedAPlace;

impl ProfilePolicy for ParcelsNeedAPlace {
    fn check(&self, profile: &Profile) -> Violations {
        let wants_parcels = profile.get("parcels") == Some(&FieldValue::Flag(true));
        if wants_parcels && profile.get("place").is_none() {
            return Violations::one(Field::declared("place"), Violation::Custom("for_parcels"));
        }
        Violations::none()
    }
}

fn world() -> World {
    let place = FieldKind::Text(TextRules { max: 10, ..TextRules::default() });
    let fields =
        vec![FieldDeclaration::new("parcels", FieldKind::Checkbox), FieldDeclaration::new("place", place)];
    World::built(|builder| {
        builder.configure(|settings| settings.fields = fields).profile_policy(ParcelsNeedAPlace)
    })
}

fn fields(typed: &[(&str, &str)]) -> BTreeMap<String, String> {
    typed.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
}

#[tokio::test]
async fn nobody_registers_with_a_profile_that_the_app_refuses() {
    let world = world();
    let before = world.snapshot().await;
    let telling = |typed| RegisterForm { fields: fields(typed), ..registration("ada") };

    let refused = RegisterForm { username: "a".to_owned(), ..telling(&[("parcels", "on")]) };

    assert_eq!(codes(world.register(&refused).await), ["username.too_short", "profile.for_parcels"]);
    assert_eq!(world.snapshot().await, before);
    assert!(world.register(&telling(&[("parcels", "on"), ("place", "Ghent")])).await.is_ok());
}

#[tokio::test]
async fn nobody_edits_a_profile_into_one_that_the_app_refuses() {
    let world = world();
    world.member("ada").await;
    let ada = world.current("ada").await;
    let before = world.snapshot().await;
    let edit = async |typed: &[(&str, &str)]| {
        world
            .users
            .edit_profile(
                &ada,
                &EditProfileForm { fields: fields(typed), ..EditProfileForm::default() },
                &visitor(),
            )
            .await
    };

    assert_eq!(codes(edit(&[("parcels", "on")]).await), ["profile.for_parcels"]);
    assert_eq!(world.snapshot().await, before);
    assert!(edit(&[("place", "")]).await.is_ok());
    assert!(edit(&[("parcels", "on"), ("place", "Ghent")]).await.is_ok());
}

#[tokio::test]
async fn of_a_field_that_its_own_rules_refuse_nothing_more_is_said() {
    let world = world();
    world.member("ada").await;
    let told = fields(&[("parcels", "on"), ("place", "Ghent")]);
    let ada = world.current("ada").await;
    world
        .users
        .edit_profile(&ada, &EditProfileForm { fields: told, ..EditProfileForm::default() }, &visitor())
        .await
        .unwrap();
    let ada = world.current("ada").await;

    let told = fields(&[("parcels", "on"), ("place", "Llanfairpwllgwyngyll")]);
    let refused = world
        .users
        .edit_profile(&ada, &EditProfileForm { fields: told, ..EditProfileForm::default() }, &visitor())
        .await;

    assert_eq!(codes(refused), ["profile.too_long"]);
}
