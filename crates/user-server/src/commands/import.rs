//! From where users are taken over.

use async_trait::async_trait;
use user_cli::{CliError, FlaskHashMode, FlaskUserImport, ImportSources};
use user_core::ports::UserSource;
use user_import_flask::{FlaskUserDatabase, HashMode, OpenError};

/// Databases of Flask-User.
pub(super) struct Sources;

#[async_trait]
impl ImportSources for Sources {
    async fn flask_user(&self, from: &FlaskUserImport) -> Result<Box<dyn UserSource>, CliError> {
        let mode = match from.hash_mode {
            FlaskHashMode::Passlib => HashMode::Passlib,
            FlaskHashMode::FlaskSecurity => HashMode::FlaskSecurity,
        };
        let mut database = FlaskUserDatabase::at(&from.url).hash_mode(mode);
        for (table, name) in from.tables()? {
            database = database.table(table, name);
        }
        for (table, column, name) in from.columns()? {
            database = database.column(table, column, name);
        }
        match database.open().await {
            Ok(source) => Ok(Box::new(source)),
            Err(error @ OpenError::Failed(_)) => Err(CliError::failed(error)),
            Err(error) => Err(CliError::Usage(error.to_string())),
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser;
    use user_core::domain::Locale;
    use user_core::flows::{SignInForm, Visitor};
    use user_core::seal::Secret;
    use user_core::{Ports, UserManager};
    use user_hash_argon2::{Argon2Hasher, FlaskSecurity};
    use user_testkit::{MemoryStore, PlainRenderer, SentMail};

    use super::*;

    #[derive(Parser)]
    struct Program {
        #[command(flatten)]
        from: FlaskUserImport,
    }

    fn fixture(version: &str, more: &[&str]) -> FlaskUserImport {
        let crates = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
        let url = format!("sqlite://{crates}/user-import-flask/tests/fixtures/flask-user-{version}.sqlite");
        Program::parse_from(["program", &url].iter().chain(more)).from
    }

    #[tokio::test]
    async fn users_of_the_original_sign_in_with_their_old_passwords() {
        for version in ["0.6", "1.0"] {
            let hasher = Argon2Hasher::builder().memory_kib(64).passes(1).build().unwrap();
            let ports = Ports::new(MemoryStore::new(), SentMail::new(), PlainRenderer::new(), hasher);
            let users = UserManager::builder(ports, Secret::new([7; 32]).unwrap()).build().unwrap();
            let visitor = Visitor::unknown(Locale::english());

            let mut source = Sources.flask_user(&fixture(version, &[])).await.unwrap();
            let options = user_core::flows::ImportOptions {
                source: "flask-user".to_owned(),
                mode: user_core::flows::ImportMode::Write,
                unknown_hashes: user_core::flows::UnknownHashes::LeaveOut,
            };
            users.import(options).batch(&source.next(100).await.unwrap()).await.unwrap();

            for identifier in ["ada", "ohara@example.com", "words@example.com"] {
                let password = "Old Password 1".to_owned();
                let form = SignInForm { identifier: identifier.to_owned(), password, remember_me: false };
                users.sign_in(&form, &visitor).await.unwrap();
            }
        }
    }

    #[tokio::test]
    async fn hashes_of_the_double_mode_carry_the_mark_of_the_hasher() {
        let from = fixture("1.0", &["--hash-mode", "flask-security"]);

        let users = Sources.flask_user(&from).await.unwrap().next(1).await.unwrap();

        let hash = users[0].password_hash.as_ref().unwrap();
        assert!(hash.reveal().starts_with(FlaskSecurity::MARK));
    }
}
