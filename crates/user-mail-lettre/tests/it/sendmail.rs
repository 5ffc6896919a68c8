//! Mails through a program, which is a shell script here.

use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::time::Duration;

use tempfile::TempDir;
use tokio::sync::Mutex;
use user_core::ports::{MailError, Mailer as _};
use user_mail_lettre::{LettreMailer, SendmailMailer};

use crate::{assert_permanent, assert_same, assert_site, mail_to};

/// A script is not written while another is started: the child would inherit it open for writing, and nobody could
/// run it (ETXTBSY).
static ONE_AT_A_TIME: Mutex<()> = Mutex::const_new(());

fn script(folder: &TempDir, body: &str) -> SendmailMailer {
    let path = folder.path().join("sendmail");
    std::fs::write(&path, format!("#!/bin/sh\ncd \"${{0%/*}}\"\n{body}\n")).unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o700)).unwrap();
    SendmailMailer::new(path).unwrap()
}

async fn outcome(body: &str) -> Result<(), MailError> {
    let _alone = ONE_AT_A_TIME.lock().await;
    let folder = tempfile::tempdir().unwrap();
    script(&folder, body).send(&mail_to("ada@example.com")).await
}

#[tokio::test]
async fn a_program_that_is_not_there_is_a_fault_of_the_configuration() {
    assert!(LettreMailer::from_url("sendmail:/does/not/exist").is_err());
    assert!(SendmailMailer::new(Path::new("/")).is_err());
}

#[tokio::test]
async fn the_exit_code_says_whether_to_try_again() {
    assert_permanent(outcome("cat >/dev/null; echo no such user >&2; exit 67").await, "no such user");
    assert_permanent(outcome("exit 65").await, "65");
    assert_site(outcome("cat >/dev/null; echo 'later,\nplease' >&2; exit 75").await, "later, please");
    assert_site(outcome("exit 1").await, "1");
    assert_site(outcome("kill -9 $$").await, "signal");
    assert_site(outcome("dd if=/dev/zero bs=1000 count=1000 >&2 2>&1; exit 1").await, "1");
}

#[tokio::test]
async fn a_program_that_hangs_is_ended() {
    let _alone = ONE_AT_A_TIME.lock().await;
    let folder = tempfile::tempdir().unwrap();
    let mailer = script(&folder, "exec tail -f /dev/null").timeout(Duration::from_millis(300));

    assert_site(mailer.send(&mail_to("ada@example.com")).await, "took longer than 300ms");
}

#[tokio::test]
async fn a_forged_header_does_not_reach_the_program() {
    let _alone = ONE_AT_A_TIME.lock().await;
    let folder = tempfile::tempdir().unwrap();
    let mailer = script(&folder, "touch ran");
    let mut forged = mail_to("ada@example.com");
    forged.from.name = Some("Site\nBcc: eve@example.com".to_owned());

    assert_permanent(mailer.send(&forged).await, "sender's name");

    assert!(!folder.path().join("ran").exists());
}

#[tokio::test]
async fn the_program_gets_the_envelope_and_the_whole_message() {
    let _alone = ONE_AT_A_TIME.lock().await;
    let folder = tempfile::tempdir().unwrap();
    let mailer = script(&folder, "cat >message; printf '%s\\n' \"$@\" >arguments");
    let mail = mail_to("ada@example.com");

    mailer.send(&mail).await.unwrap();

    let message = std::fs::read(folder.path().join("message")).unwrap();
    assert_same(&message, &mail);
    assert!(!message.contains(&b'\r'), "the line ends are those of this system");
    let arguments = std::fs::read_to_string(folder.path().join("arguments")).unwrap();
    assert_eq!(
        arguments.lines().collect::<Vec<_>>(),
        ["-i", "-f", "no-reply@example.com", "--", "ada@example.com"]
    );
}
