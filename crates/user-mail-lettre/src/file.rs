//! Mails as files.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use async_trait::async_trait;
use user_core::domain::ComposedMail;
use user_core::ports::{MailError, Mailer};

use crate::error::SetupError;
use crate::message::Outgoing;

/// Writes each mail into a folder as an `.eml` file that mail programs open. The file appears whole or not at all, can
/// be read by its owner alone, and is named after the date and the Message-ID, so that a mail sent twice is there once.
#[derive(Clone, Debug)]
pub struct FileMailer {
    folder: PathBuf,
}

impl FileMailer {
    /// Writes into `folder`, which is made if it is missing.
    pub fn new(folder: impl Into<PathBuf>) -> Result<Self, SetupError> {
        let folder = folder.into();
        match std::fs::create_dir_all(&folder) {
            Ok(()) => Ok(Self { folder }),
            Err(source) => Err(SetupError::Path { path: folder, source }),
        }
    }
}

#[async_trait]
impl Mailer for FileMailer {
    async fn send(&self, mail: &ComposedMail) -> Result<(), MailError> {
        let outgoing = Outgoing::new(mail).map_err(|why| MailError::Permanent(why.into()))?;
        let (folder, name) = (self.folder.clone(), file_name(mail));
        let written = tokio::task::spawn_blocking(move || write(&folder, &name, &outgoing.text));
        match written.await {
            Ok(Ok(())) => Ok(()),
            Ok(Err(error)) => Err(MailError::Site(error.into())),
            Err(error) => Err(MailError::Site(error.into())),
        }
    }
}

fn write(folder: &Path, name: &str, text: &str) -> std::io::Result<()> {
    let mut file = tempfile::Builder::new().prefix(".mail-").tempfile_in(folder)?;
    file.write_all(text.as_bytes())?;
    file.as_file().sync_all()?;
    file.persist(folder.join(name))?;
    Ok(())
}

/// What is not plain in a Message-ID is written as `%` and its number: two mails never share a name.
fn file_name(mail: &ComposedMail) -> String {
    let mut name = mail.date.format("%Y%m%dT%H%M%S-").to_string();
    for byte in mail.message_id.trim_matches(['<', '>']).bytes() {
        if byte.is_ascii_alphanumeric() || b"@.-_".contains(&byte) {
            name.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(name, "%{byte:02X}");
        }
    }
    name + ".eml"
}
