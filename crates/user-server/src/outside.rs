//! What is wrong with the configuration and shows only where it meets what it is about: words, folders, the way of
//! mails. Makes nothing.

use user_core::ports::Renderer;
use user_mail_lettre::{LettreMailer, SetupError};
use user_picture_folder::FolderPictures;
use user_render_handlebars::HandlebarsRenderer;

use crate::config::{Config, Deployment, Fault};

/// Everything of it, with where it was written.
pub(crate) fn faults(config: &Config, renderer: &anyhow::Result<HandlebarsRenderer>) -> Vec<Fault> {
    // What cannot be read already need not be tried.
    let is_new = |fault: &Fault| !config.faults().iter().any(|known| known.setting == fault.setting);
    let words = match renderer {
        Ok(renderer) => words(config, renderer),
        Err(error) => vec![unreadable(config, error)],
    };
    let found = words.into_iter().chain(pictures(&config.deployment)).chain(mails(config));
    found.filter(is_new).map(|fault| sourced(config, fault)).collect()
}

/// What works and is hardly what was meant: a template that nothing shows.
pub(crate) fn risks(config: &Config, renderer: &HandlebarsRenderer) -> Vec<Fault> {
    let risk = |file: &String| {
        let problem =
            format!("{file} takes no template's place, and no other includes it: is its name misspelt?");
        sourced(config, Fault::new("templates", problem))
    };
    renderer.additions().iter().map(risk).collect()
}

fn words(config: &Config, renderer: &dyn Renderer) -> Vec<Fault> {
    let faults = config.settings.faults_in_words(renderer);
    faults.into_iter().map(|fault| Fault::new(fault.setting, fault.problem)).collect()
}

/// What is built in can be read: it is what was laid over it, or a language that is not there.
fn unreadable(config: &Config, error: &anyhow::Error) -> Fault {
    let given = |setting: &&str| config.source_of(setting).is_some();
    let setting = ["templates", "locales"].into_iter().find(given).unwrap_or("languages.default");
    Fault::new(setting, format!("{error:#}").trim_end().replace('\n', "\n    "))
}

fn pictures(deployment: &Deployment) -> Option<Fault> {
    let folder = deployment.picture_folder()?;
    let error = FolderPictures::probe(folder).err()?;
    let problem = format!("the folder `{}` cannot be written to: {error}", folder.display());
    Some(Fault::new("picture_store", problem))
}

fn mails(config: &Config) -> Option<Fault> {
    let mail = &config.deployment.mail;
    let url = Some(&mail.url).filter(|_| !mail.is_mailbox())?;
    let way = match LettreMailer::folder_of(url) {
        Ok(None) => LettreMailer::from_url_as(url, config.hello()).map(|_| ()),
        Ok(Some(_)) => Ok(()),
        Err(error) => Err(error),
    };
    way.err().map(|error| {
        let setting = if matches!(error, SetupError::Hello) { "mail.hello" } else { "mail.url" };
        Fault::new(setting, error.to_string())
    })
}

fn sourced(config: &Config, fault: Fault) -> Fault {
    let source = config.source_of(&fault.setting);
    fault.given_in(source)
}
