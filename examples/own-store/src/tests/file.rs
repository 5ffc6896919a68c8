//! What a file can meet with.

use std::error::Error;
use std::fs;
use std::path::Path;

use tempfile::TempDir;
use user_core::domain::{Locale, UserStatus};
use user_core::flows::{Admission, ConfirmEmailForm, RegisterForm, SignInForm, Visitor};
use user_core::ports::Store;
use user_core::seal::Secret;
use user_core::{Ports, UserManager};
use user_testkit::{PlainHasher, PlainRenderer, SentMail};

use crate::json_store::{JsonStore, OpenError};

struct Site {
    users: UserManager,
    mail: SentMail,
}

fn visitor() -> Visitor {
    Visitor::unknown(Locale::english())
}

fn site(store: JsonStore) -> Site {
    let mail = SentMail::new();
    let ports = Ports::new(store, mail.clone(), PlainRenderer::new(), PlainHasher::new());
    let users = UserManager::builder(ports, Secret::new([7; 32]).unwrap()).build().unwrap();
    Site { users, mail }
}

async fn ada_registers(site: &Site) {
    let password = "correct horse battery".to_owned();
    let form = RegisterForm {
        username: "ada".to_owned(),
        email: "ada@example.com".to_owned(),
        password: password.clone(),
        retype_password: password,
        ..RegisterForm::default()
    };
    site.users.register(&form, &visitor()).await.unwrap();
}

/// A file with one user in it, closed again.
async fn file_of_ada() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    ada_registers(&site(JsonStore::open(folder.path().join("accounts.json")).unwrap())).await;
    folder
}

/// Why the file was refused, down to the last cause; and that it was left as it is.
fn refusal(path: &Path) -> String {
    let before = fs::read(path).unwrap();
    let error = JsonStore::open(path).unwrap_err();
    assert_eq!(fs::read(path).unwrap(), before);
    let (mut told, mut cause) = (error.to_string(), error.source());
    while let Some(error) = cause {
        told = format!("{told}: {error}");
        cause = error.source();
    }
    told
}

#[tokio::test]
async fn a_file_in_use_is_refused_until_it_is_closed() {
    let folder = file_of_ada().await;
    let path = folder.path().join("accounts.json");
    let first = JsonStore::open(&path).unwrap();

    assert!(matches!(JsonStore::open(&path), Err(OpenError::InUse(_))));

    drop(first);
    JsonStore::open(&path).unwrap();
}

#[cfg(unix)]
#[tokio::test]
async fn a_file_in_use_is_refused_on_another_way_to_its_folder() {
    let (folder, elsewhere) = (file_of_ada().await, tempfile::tempdir().unwrap());
    std::os::unix::fs::symlink(folder.path(), elsewhere.path().join("link")).unwrap();
    let _first = JsonStore::open(folder.path().join("accounts.json")).unwrap();

    let second = JsonStore::open(elsewhere.path().join("link/accounts.json"));

    assert!(matches!(second, Err(OpenError::InUse(_))));
}

#[tokio::test]
async fn a_broken_file_is_refused_and_left_alone() {
    let folder = file_of_ada().await;
    let path = folder.path().join("accounts.json");
    let whole = fs::read_to_string(&path).unwrap();
    let cut = whole.get(..whole.len() / 2).unwrap();

    for broken in ["", "not JSON", "[]", "{}", cut, &whole.replacen("pending", "sleeping", 1)] {
        fs::write(&path, broken).unwrap();
        let why = refusal(&path);
        assert!(why.contains("line") && !why.contains("sleeping"), "{why}");
    }
}

#[tokio::test]
async fn a_file_of_something_else_or_of_a_later_version_is_refused() {
    let folder = file_of_ada().await;
    let path = folder.path().join("accounts.json");
    let whole = fs::read_to_string(&path).unwrap();

    fs::write(&path, whole.replacen("\"version\": 1", "\"version\": 2", 1)).unwrap();
    assert!(refusal(&path).contains("written in version 2"));
    fs::write(&path, whole.replacen("\"accounts\"", "\"orders\"", 1)).unwrap();
    assert!(refusal(&path).contains("not a file of accounts"));
}

#[tokio::test]
async fn rows_that_contradict_each_other_are_refused() {
    let folder = file_of_ada().await;
    let path = folder.path().join("accounts.json");
    let mut document: serde_json::Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
    let users = document["users"].as_array_mut().unwrap();
    let mut twin = users[0].clone();
    twin["id"] = "0190a000-0000-7000-8000-000000000001".into();
    twin["emails"] = serde_json::json!([]);
    users.push(twin);
    fs::write(&path, document.to_string()).unwrap();

    let why = refusal(&path);

    assert!(why.contains("do not go together") && why.contains("Username"), "{why}");
}

#[tokio::test]
async fn what_a_crash_left_behind_is_not_taken_for_the_accounts() {
    let folder = file_of_ada().await;
    let path = folder.path().join("accounts.json");
    fs::write(folder.path().join("accounts.json.new"), "{\"format\": \"acc").unwrap();

    let store = JsonStore::open(&path).unwrap();

    assert_eq!(store.users(None, 10).await.unwrap().len(), 1);
    let site = site(store);
    site.users.deliver_due_mail().await.unwrap();
    assert!(!folder.path().join("accounts.json.new").exists());
}

#[tokio::test]
async fn a_disk_that_takes_nothing_loses_nothing() {
    let folder = file_of_ada().await;
    let path = folder.path().join("accounts.json");
    let site = site(JsonStore::open(&path).unwrap());
    // No file can be made where a folder is.
    fs::create_dir(folder.path().join("accounts.json.new")).unwrap();
    let before = fs::read(&path).unwrap();

    assert!(site.users.deliver_due_mail().await.is_err());

    assert_eq!(fs::read(&path).unwrap(), before);
    fs::remove_dir(folder.path().join("accounts.json.new")).unwrap();
    site.users.deliver_due_mail().await.unwrap();
    assert!(site.mail.latest_link_to("ada@example.com").is_some());
}

#[tokio::test]
async fn people_come_back_after_a_restart() {
    let folder = file_of_ada().await;
    let path = folder.path().join("accounts.json");
    let before = site(JsonStore::open(&path).unwrap());
    before.users.deliver_due_mail().await.unwrap();
    let link = before.mail.latest_link_to("ada@example.com").unwrap();
    let proof = ConfirmEmailForm { password: "correct horse battery".to_owned(), ..Default::default() };
    before.users.confirm_email(link.rsplit('/').next().unwrap(), &proof, None, &visitor()).await.unwrap();
    drop(before);

    let store = JsonStore::open(&path).unwrap();
    let users = store.users(None, 10).await.unwrap();
    let password = "correct horse battery".to_owned();
    let form = SignInForm { identifier: "Ada".to_owned(), password, remember_me: true };
    let admission = site(store).users.sign_in(&form, &visitor()).await.unwrap();
    let Admission::SignedIn(signed_in) = admission else { panic!("a second step is asked for") };

    assert_eq!(users.iter().map(|user| user.status).collect::<Vec<_>>(), [UserStatus::Active]);
    let again = site(JsonStore::open(&path).unwrap());
    assert!(again.users.resume(&signed_in.cookie, &visitor()).await.unwrap().is_some());
}

#[cfg(unix)]
#[tokio::test]
async fn nobody_else_on_the_machine_may_read_it() {
    use std::os::unix::fs::PermissionsExt;

    let folder = file_of_ada().await;

    let mode = fs::metadata(folder.path().join("accounts.json")).unwrap().permissions().mode();

    assert_eq!(mode & 0o777, 0o600);
}

#[cfg(unix)]
#[tokio::test]
async fn what_a_crash_left_behind_opens_nothing_to_others() {
    use std::os::unix::fs::PermissionsExt;

    let folder = file_of_ada().await;
    let (path, left) = (folder.path().join("accounts.json"), folder.path().join("accounts.json.new"));
    fs::write(&left, "left").unwrap();
    fs::set_permissions(&left, fs::Permissions::from_mode(0o644)).unwrap();

    site(JsonStore::open(&path).unwrap()).users.deliver_due_mail().await.unwrap();

    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
}
