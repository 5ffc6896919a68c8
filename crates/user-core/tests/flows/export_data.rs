//! Exporting what the site keeps about a user.

use std::io::{Cursor, Read};

use async_trait::async_trait;
use serde_json::{Value, json};
use user_core::UserManager;
use user_core::domain::{Actor, EventKind, MailKind, User};
use user_core::flows::{AskForExportError, Current, ExportState};
use user_core::ports::{ExportSource, PortError};
use user_core::settings::InvitationMode;
use user_testkit::{MemoryPictures, PlainPictureMaker};

use crate::world::{DAY, INSTANT, MINUTE, PASSWORD, World, address, at_once, new_password, visitor};

async fn ask(world: &World, current: &Current) -> Result<(), AskForExportError> {
    world.users.ask_for_export(current, &visitor()).await
}

/// The JSON file of the export, once the courier has made it.
async fn fetched(world: &World, current: &Current) -> Option<Value> {
    let file = world.users.export(current, &visitor()).await.unwrap()?;
    Some(serde_json::from_slice(&UserManager::export_json(&file).unwrap()).unwrap())
}

async fn member(world: &World) -> (User, Current) {
    let ada = world.member("ada").await;
    (ada, world.current("ada").await)
}

#[tokio::test]
async fn nothing_is_exported_where_that_is_off() {
    let world = World::with(|settings| settings.features.export_data = Some(false));
    let (_, ada) = member(&world).await;
    let before = world.snapshot().await;

    assert!(matches!(ask(&world, &ada).await, Err(AskForExportError::Off)));

    assert_eq!(world.snapshot().await, before);
}

#[tokio::test]
async fn a_proof_too_long_ago_exports_nothing() {
    let world = World::new();
    let (_, ada) = member(&world).await;
    let before = world.snapshot().await;

    world.after(15 * MINUTE + INSTANT);
    assert!(matches!(ask(&world, &ada).await, Err(AskForExportError::NotFresh)));

    assert_eq!(world.snapshot().await, before);
}

#[tokio::test]
async fn who_has_confirmed_no_address_exports_nothing() {
    let world = World::with(|settings| settings.sign_in.before_confirmation = true);
    world.newcomer("ada").await;
    let ada = world.current("ada").await;

    assert!(matches!(ask(&world, &ada).await, Err(AskForExportError::Unconfirmed)));
}

#[tokio::test]
async fn an_export_is_made_by_the_courier_and_mailed() {
    let world = World::new();
    let (user, ada) = member(&world).await;
    assert_eq!(world.users.export_state(&ada).await.unwrap(), ExportState::None);

    ask(&world, &ada).await.unwrap();

    assert_eq!(world.users.export_state(&ada).await.unwrap(), ExportState::Underway);
    assert_eq!(fetched(&world, &ada).await, None, "no request makes it");
    let event = &world.users.events_of(user.id, 1).await.unwrap()[0];
    assert_eq!((event.kind, &event.actor), (EventKind::EXPORT_REQUESTED, &Actor::user(user.id)));
    let until = world.now() + 7 * DAY;
    world.after(MINUTE);
    world.deliver().await;
    assert_eq!(world.users.export_state(&ada).await.unwrap(), ExportState::Ready(until));
    let mail = world.mail.latest_to(&address("ada")).unwrap();
    assert!(mail.text.contains("/user/data\""), "the link opens nothing by itself: {}", mail.text);
    assert_eq!(fetched(&world, &ada).await.unwrap()["account"]["username"], "ada");
    assert_eq!(world.users.events_of(user.id, 1).await.unwrap()[0].kind, EventKind::EXPORT_FETCHED);
}

#[tokio::test]
async fn there_is_one_export_at_a_time() {
    let world = World::crowded();
    let (_, ada) = member(&world).await;

    let all = at_once(&world, 4, |_| {
        let (users, ada) = (world.users.clone(), ada.clone());
        async move { users.ask_for_export(&ada, &visitor()).await.is_ok() }
    })
    .await;

    assert_eq!(all, [true; 4]);
    assert_eq!(world.queued_kinds().await, [(MailKind::EXPORT_READY, address("ada"))]);
    world.deliver().await;
    ask(&world, &world.current("ada").await).await.unwrap();
    assert!(world.queued().await.is_empty(), "while it can be fetched, no other is made");
}

#[tokio::test]
async fn an_export_is_over_after_a_week_and_another_can_be_made() {
    let world = World::new();
    let (_, ada) = member(&world).await;
    ask(&world, &ada).await.unwrap();
    world.deliver().await;

    world.after((7 * DAY).saturating_sub(INSTANT));
    assert!(fetched(&world, &ada).await.is_some());
    world.after(INSTANT);

    assert_eq!(fetched(&world, &ada).await, None);
    world.users.purge_expired().await.unwrap();
    let ada = world.current("ada").await;
    ask(&world, &ada).await.unwrap();
    world.deliver().await;
    assert!(fetched(&world, &ada).await.is_some());
}

#[tokio::test]
async fn nobody_fetches_the_export_of_somebody_else() {
    let world = World::new();
    let (_, ada) = member(&world).await;
    world.member("eve").await;
    ask(&world, &ada).await.unwrap();
    world.deliver().await;

    assert_eq!(fetched(&world, &world.current("eve").await).await, None);
}

/// Whoever knew the password may have asked for it.
#[tokio::test]
async fn a_new_password_ends_an_export() {
    let world = World::new();
    let (_, ada) = member(&world).await;
    ask(&world, &ada).await.unwrap();
    world.deliver().await;
    let link = world.reset_link_for("ada").await;

    world.users.reset_password(&link, &new_password("Granite bluebell harbour 6"), &visitor()).await.unwrap();

    assert_eq!(fetched(&world, &ada).await, None);
}

#[tokio::test]
async fn an_export_that_was_asked_for_goes_with_its_user() {
    let world = World::new();
    let (user, ada) = member(&world).await;
    ask(&world, &ada).await.unwrap();

    world.users.delete_user(user.id).await.unwrap();
    world.deliver().await;

    let told: Vec<_> = world.mail.all().into_iter().map(|mail| mail.subject).collect();
    assert!(told.iter().all(|subject| !subject.contains("export_ready")), "{told:?}");
    assert_eq!(fetched(&world, &ada).await, None);
}

/// What the app keeps: orders, and something that is too large.
struct Orders(usize);

#[async_trait]
impl ExportSource for Orders {
    fn name(&self) -> &str {
        if self.0 > 9 { "pixels" } else { "orders" }
    }

    async fn export(&self, user: &User) -> Result<Value, PortError> {
        Ok(json!({ "of": user.display_name(), "what": "x".repeat(self.0) }))
    }
}

#[tokio::test]
async fn an_export_holds_what_there_is_and_no_secret() {
    let world = World::built(|builder| {
        builder
            .pictures(MemoryPictures::new(), PlainPictureMaker)
            .export_source(Orders(3))
            .export_source(Orders(2_000_000))
            .configure(|settings| {
                settings.invitations.mode = InvitationMode::Optional;
                settings.features.recovery_codes = true;
            })
    });
    let (user, ada) = member(&world).await;
    let turn = world.users.begin_upload(&ada, &visitor()).await.unwrap();
    world.users.set_picture(turn, b"picture 9".to_vec(), &visitor()).await.unwrap();
    world.users.make_recovery_codes(&ada, &visitor()).await.unwrap();
    world.users.grant_role(user.id, "admin").await.unwrap();

    ask(&world, &ada).await.unwrap();
    world.deliver().await;
    let file = world.users.export(&ada, &visitor()).await.unwrap().unwrap();

    let data: Value = serde_json::from_slice(&UserManager::export_json(&file).unwrap()).unwrap();
    assert_eq!(data["account"]["emails"][0]["address"], address("ada"));
    assert_eq!(data["account"]["roles"], json!(["admin"]));
    assert_eq!(data["credentials"].as_array().unwrap().len(), 10);
    assert!(data["sessions"][0]["address"].is_string());
    assert!(data["events"].as_array().unwrap().len() > 2);
    assert_eq!((&data["app"]["orders"]["of"], &data["left_out"]), (&json!("ada"), &json!(["pixels"])));
    let text = data.to_string();
    let now = world.user("ada").await;
    let hash = now.password_hash.as_ref().unwrap().reveal().to_owned();
    for secret in [hash, PASSWORD.to_owned(), ada.session.id.to_string()] {
        assert!(!text.contains(&secret), "{secret}");
    }
    assert!(!text.contains("\"handle\"") && !text.contains("\"secret\""));
    let mut archive = zip::ZipArchive::new(Cursor::new(file)).unwrap();
    let names: Vec<_> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
    let picture = names.iter().find(|name| name.starts_with("picture.")).unwrap();
    let mut bytes = Vec::new();
    archive.by_name(picture).unwrap().read_to_end(&mut bytes).unwrap();
    assert!(!bytes.is_empty());
}

#[tokio::test]
async fn an_export_of_many_pieces_comes_back_whole() {
    let world = World::built(|builder| builder.export_source(Noise));
    let (_, ada) = member(&world).await;
    ask(&world, &ada).await.unwrap();
    world.deliver().await;

    let data = fetched(&world, &ada).await.unwrap();

    assert_eq!(data["app"]["noise"].as_str().unwrap().len(), 200_000);
}

/// What cannot be compressed away.
struct Noise;

#[async_trait]
impl ExportSource for Noise {
    fn name(&self) -> &'static str {
        "noise"
    }

    async fn export(&self, _: &User) -> Result<Value, PortError> {
        let mut state = 7_u32;
        let mut letter = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            char::from(b'a' + u8::try_from((state >> 24) % 26).unwrap())
        };
        Ok(json!((0..200_000).map(|_| letter()).collect::<String>()))
    }
}
