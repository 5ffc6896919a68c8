//! Mails as files.

use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use user_core::ports::Mailer as _;
use user_mail_lettre::{FileMailer, LettreMailer};

use crate::{assert_permanent, assert_same, assert_site, mail_to};

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        folder.read_dir().unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[tokio::test]
async fn a_mail_that_can_never_be_sent_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mailer = FileMailer::new(folder.path()).unwrap();
    let mut forged = mail_to("ada@example.com");
    forged.subject.push_str("\r\nBcc: eve@example.com");

    assert_permanent(mailer.send(&forged).await, "subject");

    assert!(names(folder.path()).is_empty());
}

#[tokio::test]
async fn a_folder_that_went_away_is_no_reason_to_lose_a_mail() {
    let folder = tempfile::tempdir().unwrap();
    let mailer = FileMailer::new(folder.path()).unwrap();
    drop(folder);

    assert_site(mailer.send(&mail_to("ada@example.com")).await, "No such file");
}

#[tokio::test]
async fn each_mail_is_one_file_whole_and_private() {
    let folder = tempfile::tempdir().unwrap();
    let inner = folder.path().join("made/when missing");
    let mailer = LettreMailer::from_url(&format!("file:{}", inner.display())).unwrap();
    let (first, second) = (mail_to("ada@example.com"), mail_to("bob@example.com"));

    for mail in [&first, &second, &first] {
        mailer.send(mail).await.unwrap();
    }

    let id = first.message_id.trim_matches(['<', '>']);
    let written = inner.join(format!("20261122T123456-{id}.eml"));
    assert_same(&std::fs::read(&written).unwrap(), &first);
    assert_eq!(written.metadata().unwrap().permissions().mode() & 0o777, 0o600);
    assert_eq!(names(&inner).len(), 2, "{:?}", names(&inner));
}

#[test]
fn the_folder_of_a_url_is_told_without_making_it() {
    let folder = tempfile::tempdir().unwrap();
    let inner = folder.path().join("not yet");

    assert_eq!(LettreMailer::folder_of(&format!("file:{}", inner.display())).unwrap(), Some(&*inner));
    assert_eq!(LettreMailer::folder_of("smtp://mail.example.com").unwrap(), None);
    assert!(LettreMailer::folder_of("file://host/mails").is_err());
    assert!(LettreMailer::folder_of("file:").is_err());

    assert!(names(folder.path()).is_empty());
}

#[tokio::test]
async fn a_message_id_cannot_climb_out_of_the_folder() {
    let folder = tempfile::tempdir().unwrap();
    let mailer = FileMailer::new(folder.path().join("mails")).unwrap();
    let mut mail = mail_to("ada@example.com");
    mail.message_id = "<../../evil/%@example.com>".to_owned();

    mailer.send(&mail).await.unwrap();

    let expected = ["20261122T123456-..%2F..%2Fevil%2F%25@example.com.eml"];
    assert_eq!(names(&folder.path().join("mails")), expected);
}
