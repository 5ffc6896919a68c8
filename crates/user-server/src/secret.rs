//! The secret that links and cookies are sealed with.

use std::fmt::Write as _;
use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write as _};
use std::path::Path;

use anyhow::Context;
use user_core::ports::{Entropy, SystemEntropy};
use user_core::seal::Secret;

use crate::config::{Config, is_production};

/// Where the secret and, unless told otherwise, the accounts are kept in development.
pub(crate) const FOLDER: &str = "data";

/// The configured secret; in development, else one made at the first start and kept in a file.
pub(crate) fn to_serve(config: &Config) -> anyhow::Result<Secret> {
    match &config.deployment.secret {
        Some(secret) => Ok(Secret::new(secret)?),
        None if is_production(&config.settings) => anyhow::bail!("`secret` must be set"),
        None => {
            let file = format!("{FOLDER}/{}.secret", config.app.name);
            kept_in(Path::new(&file)).with_context(|| format!("the secret in {file} cannot be used"))
        }
    }
}

/// The configured secret; else one for a moment, for commands that seal nothing.
pub(crate) fn to_administer(config: &Config) -> anyhow::Result<Secret> {
    let secret = config.deployment.secret.clone();
    Ok(Secret::new(secret.unwrap_or_else(fresh))?)
}

/// Secrets that were in use before.
pub(crate) fn earlier(config: &Config) -> anyhow::Result<Vec<Secret>> {
    config.deployment.earlier_secrets.iter().map(|secret| Ok(Secret::new(secret)?)).collect()
}

/// Makes the file unless it is there, readable for its owner alone, and reads it.
fn kept_in(path: &Path) -> anyhow::Result<Secret> {
    if let Some(folder) = path.parent() {
        make_private(folder)?;
    }
    match new_private(path) {
        Ok(mut file) => {
            let text = fresh();
            file.write_all(text.as_bytes())?;
            Ok(Secret::new(text)?)
        }
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            let text = fs::read_to_string(path)?;
            Ok(Secret::new(text.trim())?)
        }
        Err(error) => Err(error.into()),
    }
}

/// The folder of the secret and the accounts is nobody else's business.
pub(crate) fn make_private(folder: &Path) -> std::io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.recursive(true).create(folder)
}

fn new_private(path: &Path) -> std::io::Result<fs::File> {
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.write(true).create_new(true).open(path)
}

/// 32 random bytes in hexadecimal.
fn fresh() -> String {
    let mut bytes = [0; 32];
    SystemEntropy.fill(&mut bytes);
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a string does not fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use user_core::seal::{Label, Seals};

    use super::*;

    #[test]
    fn the_secret_is_made_once_and_for_its_owner_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("deeper/teahouse.secret");
        let sealed = |secret| Seals::new(secret, []).seal(Label::Session, b"x");

        let first = sealed(kept_in(&path).unwrap());
        let second = sealed(kept_in(&path).unwrap());

        assert_eq!(first, second);
        assert_ne!(first, sealed(kept_in(&folder.path().join("other.secret")).unwrap()));
        #[cfg(unix)]
        {
            let mode = std::os::unix::fs::PermissionsExt::mode(&fs::metadata(&path).unwrap().permissions());
            assert_eq!(mode & 0o777, 0o600);
        }
    }

    #[test]
    fn a_secret_file_that_was_emptied_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("teahouse.secret");
        fs::write(&path, "").unwrap();

        assert!(kept_in(&path).is_err());
    }
}
