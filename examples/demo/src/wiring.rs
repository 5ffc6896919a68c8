//! The product put together: which adapter behind which port.

use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, bail};
use user_core::ports::{Mailer, Renderer};
use user_core::seal::Secret;
use user_core::{Ports, UserManager};
use user_hash_argon2::Argon2Hasher;
use user_mail_lettre::LettreMailer;
use user_picture_folder::FolderPictures;
use user_picture_image::ImageMaker;
use user_render_handlebars::HandlebarsRenderer;
use user_store_seaorm::SeaOrmStore;
use user_web_poem::{DevMailbox, UserWeb};

use crate::config::{Config, Deployment, ThrottleKind, without_password};
use crate::inviting::AdministratorsGiveRoles;
use crate::{logs, pages, secret};

/// The product, ready to be served or administered.
pub(crate) struct Product {
    pub(crate) users: UserManager,
    mailbox: Option<DevMailbox>,
}

impl Product {
    /// With everything that serving needs.
    pub(crate) async fn to_serve(config: &Config) -> anyhow::Result<Self> {
        let renderer = sound_renderer(config)?;
        Self::with(config, secret::to_serve(config)?, renderer, ready_store(&config.deployment).await?)
    }

    /// For commands, which seal nothing.
    pub(crate) async fn to_administer(config: &Config) -> anyhow::Result<Self> {
        let renderer = renderer(config)?;
        Self::with(config, secret::to_administer(config)?, renderer, ready_store(&config.deployment).await?)
    }

    /// To be looked at: the tables stay as they are.
    pub(crate) async fn to_examine(config: &Config) -> anyhow::Result<Self> {
        let renderer = renderer(config)?;
        Self::with(config, secret::to_administer(config)?, renderer, store(&config.deployment).await?)
    }

    fn with(
        config: &Config,
        secret: Secret,
        renderer: HandlebarsRenderer,
        store: SeaOrmStore,
    ) -> anyhow::Result<Self> {
        let (throttle, pictures) = (store.throttle(), store.pictures());
        let folder = picture_folder(&config.deployment)?;
        let mailbox = config.deployment.mail.is_mailbox().then(DevMailbox::new);
        let ports = Ports {
            store: Arc::new(store),
            mailer: mailer(&config.deployment, mailbox.as_ref())?,
            renderer: Arc::new(renderer),
            hasher: Arc::new(Argon2Hasher::new()?),
        };
        let builder = UserManager::builder(ports, secret)
            .settings(config.settings.clone())
            .invitation_policy(AdministratorsGiveRoles(config.settings.invitations.clone()))
            .earlier_secrets(secret::earlier(config)?)
            .on_event(logs::event);
        let builder = match folder {
            Some(folder) => builder.pictures(folder, ImageMaker::new()),
            None => builder.pictures(pictures, ImageMaker::new()),
        };
        let builder = match config.deployment.throttle {
            ThrottleKind::Memory => builder,
            ThrottleKind::Database => builder.throttle(throttle),
        };
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

/// A connection to the database.
pub(crate) async fn store(deployment: &Deployment) -> anyhow::Result<SeaOrmStore> {
    let url = &deployment.database.url;
    if url.strip_prefix("sqlite:").is_some_and(|file| Path::new(file).starts_with(secret::FOLDER)) {
        secret::make_private(Path::new(secret::FOLDER))?;
    }
    let shown = || format!("the database `{}` cannot be used", without_password(url));
    SeaOrmStore::connect(url).await.with_context(shown)
}

/// The same with tables that are up to date.
async fn ready_store(deployment: &Deployment) -> anyhow::Result<SeaOrmStore> {
    let store = store(deployment).await?;
    bring_up_to_date(deployment, &store).await?;
    Ok(store)
}

/// The folder that pictures are kept in, unless the database is where they are kept.
pub(crate) fn picture_folder(deployment: &Deployment) -> anyhow::Result<Option<FolderPictures>> {
    let Some(folder) = deployment.picture_folder() else { return Ok(None) };
    let shown = || format!("`picture_store`: the folder `{}` cannot be written to", folder.display());
    FolderPictures::open(folder).map(Some).with_context(shown)
}

async fn bring_up_to_date(deployment: &Deployment, store: &SeaOrmStore) -> anyhow::Result<()> {
    if deployment.database.migrate {
        return store.migrate_up().await.context("the tables cannot be brought up to date");
    }
    let status = store.migration_status().await.context("the state of the tables cannot be read")?;
    if status.iter().any(|(_, applied)| !applied) {
        bail!("the tables are not up to date: run `demo migrate up`, or set `database.migrate` to true");
    }
    Ok(())
}

fn mailer(deployment: &Deployment, mailbox: Option<&DevMailbox>) -> anyhow::Result<Arc<dyn Mailer>> {
    if let Some(mailbox) = mailbox {
        return Ok(Arc::new(mailbox.clone()));
    }
    let mailer = LettreMailer::from_url(&deployment.mail.url).context("`mail.url` cannot be used")?;
    Ok(Arc::new(mailer))
}

/// The renderer, with everything in it tried once where somebody laid something over what is built in.
fn sound_renderer(config: &Config) -> anyhow::Result<HandlebarsRenderer> {
    let renderer = renderer(config)?;
    if config.deployment.templates.is_none() && config.deployment.locales.is_none() {
        return Ok(renderer);
    }
    match renderer.check().as_slice() {
        [] => Ok(renderer),
        faults => bail!("pages or mails cannot be shown:\n  - {}", faults.join("\n  - ")),
    }
}

/// Built-in templates and messages; over them those of the demo; over them those of whoever runs it.
pub(crate) fn renderer(config: &Config) -> anyhow::Result<HandlebarsRenderer> {
    let mut builder = HandlebarsRenderer::builder().default_locale(config.settings.languages.default.clone());
    for (path, template) in pages::TEMPLATES {
        builder = builder.template(path, template);
    }
    for (language, messages) in pages::MESSAGES {
        builder = builder.messages(language, messages);
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

    #[test]
    fn every_page_of_the_demo_can_be_shown_in_every_language() {
        let renderer = renderer(&Config::read(None, [])).unwrap();

        assert_eq!(renderer.check(), Vec::<String>::new());
    }
}
