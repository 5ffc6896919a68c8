//! The product put together: which adapter behind which port.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, bail};
use user_core::ports::Renderer;
use user_core::seal::Secret;
use user_core::settings::without_password;
use user_core::{Ports, UserManager};
use user_hash_argon2::Argon2Hasher;
use user_mail_lettre::LettreMailer;
use user_picture_folder::FolderPictures;
use user_picture_image::ImageMaker;
use user_render_handlebars::HandlebarsRenderer;
use user_store_seaorm::{Pooling, SeaOrmStore, StoreOptions};
use user_web_poem::{DevMailbox, UserWeb};

use crate::config::{Config, Database, Deployment, PoolingKind, ThrottleKind};
use crate::{logs, secret, site};

/// The product, ready to be served or administered.
pub(crate) struct Product {
    pub(crate) users: UserManager,
    mailbox: Option<DevMailbox>,
}

impl Product {
    /// With everything that serving needs.
    pub(crate) async fn to_serve(config: &Config, renderer: HandlebarsRenderer) -> anyhow::Result<Self> {
        let store = ready_store(config, IfMissing::Make).await?;
        Self::with(config, secret::to_serve(config)?, renderer, Around::opened(config)?, store)
    }

    /// For commands, which seal nothing.
    pub(crate) async fn to_administer(config: &Config, if_missing: IfMissing) -> anyhow::Result<Self> {
        let (renderer, store) = (renderer(config)?, ready_store(config, if_missing).await?);
        let around = Around::opened(config)?;
        Self::with(config, secret::to_administer(config)?, renderer, around, store)
    }

    /// To be looked at: nothing is made, and the tables stay as they are.
    pub(crate) async fn to_examine(config: &Config) -> anyhow::Result<Self> {
        let renderer = renderer(config)?;
        let store = match missing_file(&config.deployment) {
            Some(_) => SeaOrmStore::connect("sqlite::memory:").await?,
            None => store(config, IfMissing::Refuse).await?,
        };
        Self::with(config, secret::to_administer(config)?, renderer, Around::default(), store)
    }

    fn with(
        config: &Config,
        secret: Secret,
        renderer: HandlebarsRenderer,
        around: Around,
        store: SeaOrmStore,
    ) -> anyhow::Result<Self> {
        let (throttle, outcomes, pictures) = (store.throttle(), store.outcomes(), store.pictures());
        let mailbox = DevMailbox::new();
        let ports = Ports {
            store: Arc::new(store),
            mailer: match around.mailer {
                Some(mailer) => Arc::new(mailer),
                None => Arc::new(mailbox.clone()),
            },
            renderer: Arc::new(renderer),
            hasher: Arc::new(Argon2Hasher::new()?),
        };
        let builder = UserManager::builder(ports, secret)
            .settings(config.settings.clone())
            .earlier_secrets(secret::earlier(config)?)
            .on_event(logs::event);
        let builder = match around.pictures {
            Some(folder) => builder.pictures(folder, ImageMaker::new()),
            None => builder.pictures(pictures, ImageMaker::new()),
        };
        let builder = match config.deployment.throttle {
            ThrottleKind::Memory => builder,
            ThrottleKind::Database => builder.throttle(throttle).outcomes(outcomes),
        };
        let builder =
            config.app.manager.iter().fold(builder, |builder, change| change(builder, &config.settings));
        let mailbox = config.deployment.mail.is_mailbox().then_some(mailbox);
        Ok(Self { users: builder.build()?, mailbox })
    }

    /// The web front end.
    pub(crate) fn web(&self) -> UserWeb {
        let web = UserWeb::new(self.users.clone());
        match &self.mailbox {
            Some(mailbox) => web.mailbox(mailbox),
            None => web,
        }
    }
}

/// What is outside of the database; by default nothing is.
#[derive(Default)]
struct Around {
    pictures: Option<FolderPictures>,
    mailer: Option<LettreMailer>,
}

impl Around {
    /// Folders are made where they are missing.
    fn opened(config: &Config) -> anyhow::Result<Self> {
        let deployment = &config.deployment;
        let open = |folder: &Path| {
            let shown = || format!("`picture_store`: the folder `{}` cannot be written to", folder.display());
            FolderPictures::open(folder).with_context(shown)
        };
        let url = (!deployment.mail.is_mailbox()).then_some(&deployment.mail.url);
        let open_mailer = |url: &String| LettreMailer::from_url_as(url, config.hello());
        let mailer = url.map(|url| open_mailer(url).context("`mail.url` cannot be used"));
        Ok(Self { pictures: deployment.picture_folder().map(open).transpose()?, mailer: mailer.transpose()? })
    }
}

/// What to do where the file of a SQLite database is missing.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum IfMissing {
    /// Make it.
    Make,
    /// Say so: in the wrong folder an empty database would answer.
    Refuse,
}

/// The file of the database, if there should be one and is none.
pub(crate) fn missing_file(deployment: &Deployment) -> Option<PathBuf> {
    StoreOptions::new(&deployment.database.url).file().filter(|file| !file.exists())
}

/// A connection to the database.
pub(crate) async fn store(config: &Config, if_missing: IfMissing) -> anyhow::Result<SeaOrmStore> {
    let (deployment, name) = (&config.deployment, config.app.name);
    let url = &deployment.database.url;
    let makes = if_missing == IfMissing::Make;
    if let (Some(file), false) = (missing_file(deployment), makes) {
        let file = file.display();
        bail!(
            "there is no database {file}: go to where it is, set `database.url`, or make one with `{name} migrate up`"
        );
    }
    if makes && url.strip_prefix("sqlite:").is_some_and(|file| Path::new(file).starts_with(secret::FOLDER)) {
        secret::make_private(Path::new(secret::FOLDER))?;
    }
    let shown = || format!("the database `{}` cannot be used", without_password(url));
    options(&deployment.database).create_if_missing(makes).connect().await.with_context(shown)
}

fn options(database: &Database) -> StoreOptions {
    let pooling = match database.pooling {
        PoolingKind::Session => Pooling::Session,
        PoolingKind::Transaction => Pooling::Transaction,
    };
    let mut options = StoreOptions::new(&database.url).pooling(pooling);
    if let Some(prefix) = &database.prefix {
        options = options.prefix(prefix);
    }
    if let Some(schema) = &database.schema {
        options = options.schema(schema);
    }
    options
}

/// The same with tables that are up to date.
async fn ready_store(config: &Config, if_missing: IfMissing) -> anyhow::Result<SeaOrmStore> {
    let may_make = if config.deployment.database.migrate { if_missing } else { IfMissing::Refuse };
    let store = store(config, may_make).await?;
    bring_up_to_date(config, &store).await?;
    Ok(store)
}

async fn bring_up_to_date(config: &Config, store: &SeaOrmStore) -> anyhow::Result<()> {
    if config.deployment.database.migrate {
        return store.migrate_up().await.context("the tables cannot be brought up to date");
    }
    let status = store.migration_status().await.context("the state of the tables cannot be read")?;
    if status.iter().any(|(_, applied)| !applied) {
        bail!(
            "the tables are not up to date: run `{} migrate up`, or set `database.migrate` to true",
            config.app.name
        );
    }
    Ok(())
}

/// Tries everything in the renderer once where somebody laid something over what is built in.
pub(crate) fn try_out(config: &Config, renderer: &HandlebarsRenderer) -> anyhow::Result<()> {
    if config.deployment.templates.is_none() && config.deployment.locales.is_none() {
        return Ok(());
    }
    match renderer.check().as_slice() {
        [] => Ok(()),
        faults => bail!("pages or mails cannot be shown:\n  - {}", faults.join("\n  - ")),
    }
}

/// Built-in templates and messages; over them those of the app; over them those of the operator.
pub(crate) fn renderer(config: &Config) -> anyhow::Result<HandlebarsRenderer> {
    let mut builder = HandlebarsRenderer::builder().default_locale(config.settings.languages.default.clone());
    for (path, template) in site::TEMPLATES {
        builder = builder.template(path, template);
    }
    for (path, template) in &config.app.templates {
        builder = builder.template(&**path, &**template);
    }
    for (language, messages) in &config.app.messages {
        builder = builder.messages(&**language, &**messages);
    }
    if let Some(folder) = &config.deployment.templates {
        builder = builder.overlay_templates(folder);
    }
    if let Some(folder) = &config.deployment.locales {
        builder = builder.overlay_locales(folder);
    }
    Ok(builder.build()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::App;

    #[test]
    fn every_page_can_be_shown_in_every_language() {
        let renderer = renderer(&Config::read(&Arc::new(App::new("teahouse")), None, [])).unwrap();

        assert_eq!(renderer.check(), Vec::<String>::new());
    }
}
