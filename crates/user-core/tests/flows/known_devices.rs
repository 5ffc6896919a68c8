//! Known devices: one mark for each sign-in, good for one browser of one user, until everything is signed out.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use user_core::domain::{MailKind, Password, PasswordHash};
use user_core::flows::{SignedIn, Visitor};
use user_core::ports::{PasswordHasher, Port, PortError};
use user_testkit::PlainHasher;

use crate::world::{
    HOUR, OTHER_PASSWORD, PASSWORD, World, device_of, new_password, password_change, visitor, visitor_from,
};

fn mailing() -> World {
    World::with(|settings| settings.mails.new_sign_in = true)
}

/// Whether signing in as `who` is news to Ada.
async fn is_news(world: &World, who: &Visitor, password: &str) -> bool {
    let before = news(world).await;
    world.sign_in_as(who, "ada", password).await.unwrap();
    news(world).await > before
}

async fn news(world: &World) -> usize {
    world.queued().await.iter().filter(|mail| mail.kind == MailKind::NEW_SIGN_IN).count()
}

#[tokio::test]
async fn no_two_marks_are_alike_and_none_holds_anything_of_the_user() {
    let world = World::new();
    let ada = world.member("ada").await;

    let marks = [world.signed_in("ada").await.device, world.signed_in("ada").await.device];

    assert_ne!(marks[0], marks[1]);
    for mark in &marks {
        let bytes = base64::Engine::decode(&base64::engine::general_purpose::URL_SAFE_NO_PAD, mark).unwrap();
        assert_eq!(bytes.len(), 16 + 8 + 32);
        assert!(!bytes.windows(8).any(|part| ada.id.as_bytes().windows(8).any(|own| own == part)));
    }
}

#[tokio::test]
async fn a_mark_silences_the_mail_in_its_own_browser_where_it_was_made_and_nowhere_else() {
    let world = mailing();
    world.member("ada").await;
    world.member("eve").await;
    let device = world.signed_in("ada").await;

    let known = device_of(&device, visitor());
    assert!(!is_news(&world, &known, PASSWORD).await);
    let updated = Visitor { user_agent: Some("Lynx/3.14".to_owned()), ..known.clone() };
    assert!(!is_news(&world, &updated, PASSWORD).await);
    let moved = device_of(&device, visitor_from("198.51.100.7"));
    assert!(is_news(&world, &moved, PASSWORD).await, "it may be a copy");
    let copied = Visitor { user_agent: Some("curl/8.5".to_owned()), ..known };
    assert!(is_news(&world, &copied, PASSWORD).await);
    assert!(is_news(&world, &visitor(), PASSWORD).await);
    assert!(is_news(&world, &device_of(&world.signed_in("eve").await, visitor()), PASSWORD).await);
}

/// What ends all sessions, and the password that holds after it.
async fn end(world: &World, how: &str, device: &SignedIn) -> &'static str {
    let ada = world.user("ada").await;
    let current = world.visit(&device.cookie).await.unwrap();
    match how {
        "change" => {
            let form = password_change(PASSWORD, OTHER_PASSWORD);
            world.users.change_password(&current, &form, &visitor()).await.unwrap();
            return OTHER_PASSWORD;
        }
        "reset" => {
            let link = world.reset_link_for("ada").await;
            let form = new_password(OTHER_PASSWORD);
            world.users.reset_password(&link, &form, &visitor()).await.unwrap();
            return OTHER_PASSWORD;
        }
        "set" => {
            world.users.set_password(ada.id, OTHER_PASSWORD).await.unwrap();
            return OTHER_PASSWORD;
        }
        "disable" => {
            world.users.disable_user(ada.id).await.unwrap();
            world.users.enable_user(ada.id).await.unwrap();
        }
        "others" => drop(world.users.revoke_other_sessions(&current, &visitor()).await.unwrap()),
        _ => world.users.end_sessions(ada.id).await.unwrap(),
    }
    PASSWORD
}

#[tokio::test]
async fn a_new_password_or_signing_out_everywhere_voids_every_mark() {
    for how in ["change", "reset", "set", "disable", "others", "all"] {
        let world = mailing();
        world.member("ada").await;
        let device = world.signed_in("ada").await;
        let known = device_of(&device, visitor());
        assert!(!is_news(&world, &known, PASSWORD).await, "{how}");

        let password = end(&world, how, &device).await;

        assert!(is_news(&world, &known, password).await, "{how}");
    }
}

#[tokio::test]
async fn the_browser_that_changed_the_password_or_signed_out_the_others_stays_known() {
    let world = mailing();
    world.member("ada").await;
    let current = world.current("ada").await;
    let form = password_change(PASSWORD, OTHER_PASSWORD);
    let changed = world.users.change_password(&current, &form, &visitor()).await.unwrap();
    assert!(!is_news(&world, &device_of(&changed, visitor()), OTHER_PASSWORD).await);

    let current = world.visit(&changed.cookie).await.unwrap();
    let mark = world.users.revoke_other_sessions(&current, &visitor()).await.unwrap().unwrap().device;
    let known = Visitor { device: Some(mark), ..visitor() };
    assert!(!is_news(&world, &known, OTHER_PASSWORD).await);

    world.after(HOUR);
    let link = world.reset_link_for("ada").await;
    let reset = world.users.reset_password(&link, &new_password(PASSWORD), &visitor()).await.unwrap();
    assert!(!is_news(&world, &Visitor { device: Some(reset.device), ..visitor() }, PASSWORD).await);
}

/// A hasher whose queue of the known is full, or whose work for them never ends.
struct Crowded {
    hasher: PlainHasher,
    is_full: bool,
    for_the_known: Arc<AtomicUsize>,
}

#[async_trait::async_trait]
impl PasswordHasher for Crowded {
    async fn hash(&self, password: &Password) -> Result<PasswordHash, PortError> {
        self.hasher.hash(password).await
    }

    async fn verify(&self, password: &Password, hash: &PasswordHash) -> Result<bool, PortError> {
        self.hasher.verify(password, hash).await
    }

    async fn verify_known(&self, password: &Password, hash: &PasswordHash) -> Result<bool, PortError> {
        self.for_the_known.fetch_add(1, Ordering::SeqCst);
        if self.is_full {
            return Err(PortError::busy(Port::PasswordHasher, HOUR));
        }
        self.hasher.verify(password, hash).await?;
        std::future::pending().await
    }

    fn needs_rehash(&self, hash: &PasswordHash) -> bool {
        self.hasher.needs_rehash(hash)
    }

    fn decoy(&self) -> PasswordHash {
        self.hasher.decoy()
    }
}

async fn crowded(is_full: bool) -> (World, Vec<Visitor>, Arc<AtomicUsize>) {
    let world = World::new();
    world.member("ada").await;
    let mut devices = Vec::new();
    for _ in 0..3 {
        devices.push(device_of(&world.signed_in("ada").await, visitor()));
    }
    let count = Arc::new(AtomicUsize::new(0));
    let hasher = Crowded { hasher: world.hasher.clone(), is_full, for_the_known: Arc::clone(&count) };
    (world.hashing_with(hasher), devices, count)
}

#[tokio::test]
async fn where_the_lane_of_the_known_is_full_they_sign_in_with_the_strangers() {
    let (world, devices, _) = crowded(true).await;

    world.sign_in_as(&devices[0], "ada", PASSWORD).await.unwrap();
}

#[tokio::test]
async fn one_account_has_two_places_in_the_lane_of_the_known_however_many_marks_it_has() {
    let (world, devices, asked) = crowded(false).await;
    let waits = |device: &Visitor| {
        let (world, device) = (world.clone(), device.clone());
        tokio::spawn(async move { world.sign_in_as(&device, "ada", PASSWORD).await.is_ok() })
    };
    let waiting = [waits(&devices[0]), waits(&devices[1])];
    while asked.load(Ordering::SeqCst) < 2 {
        tokio::task::yield_now().await;
    }

    world.sign_in_as(&devices[2], "ada", PASSWORD).await.unwrap();

    assert_eq!(asked.load(Ordering::SeqCst), 2);
    assert!(waiting.iter().all(|one| !one.is_finished()));
}
