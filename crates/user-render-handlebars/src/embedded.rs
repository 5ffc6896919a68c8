//! What is built in: every file of `templates/` and `locales/`, one line each. A test compares with the folders.

macro_rules! embedded {
    ($folder:literal: $($path:literal,)*) => {
        &[$(($path, include_str!(concat!("../", $folder, "/", $path)))),*]
    };
}

/// Templates by path below `templates/`.
pub(crate) const TEMPLATES: &[(&str, &str)] = embedded! { "templates":
    "layouts/mail.html",
    "layouts/mail.txt",
    "layouts/page.html",
    "mails/account_deleted.html",
    "mails/account_deleted.subject.txt",
    "mails/account_deleted.txt",
    "mails/already_registered.html",
    "mails/already_registered.subject.txt",
    "mails/already_registered.txt",
    "mails/confirm_email.html",
    "mails/confirm_email.subject.txt",
    "mails/confirm_email.txt",
    "mails/deletion_cancelled.html",
    "mails/deletion_cancelled.subject.txt",
    "mails/deletion_cancelled.txt",
    "mails/deletion_scheduled.html",
    "mails/deletion_scheduled.subject.txt",
    "mails/deletion_scheduled.txt",
    "mails/email_added.html",
    "mails/email_added.subject.txt",
    "mails/email_added.txt",
    "mails/email_confirmed.html",
    "mails/email_confirmed.subject.txt",
    "mails/email_confirmed.txt",
    "mails/email_removed.html",
    "mails/email_removed.subject.txt",
    "mails/email_removed.txt",
    "mails/forgot_password.html",
    "mails/forgot_password.subject.txt",
    "mails/forgot_password.txt",
    "mails/invite.html",
    "mails/invite.subject.txt",
    "mails/invite.txt",
    "mails/new_sign_in.html",
    "mails/new_sign_in.subject.txt",
    "mails/new_sign_in.txt",
    "mails/password_changed.html",
    "mails/password_changed.subject.txt",
    "mails/password_changed.txt",
    "mails/primary_email_changed.html",
    "mails/primary_email_changed.subject.txt",
    "mails/primary_email_changed.txt",
    "mails/registered.html",
    "mails/registered.subject.txt",
    "mails/registered.txt",
    "mails/session_revoked.html",
    "mails/session_revoked.subject.txt",
    "mails/session_revoked.txt",
    "mails/username_changed.html",
    "mails/username_changed.subject.txt",
    "mails/username_changed.txt",
    "pages/change-email.html",
    "pages/accept-invitation.html",
    "pages/change-password.html",
    "pages/change-username.html",
    "pages/confirm-email.html",
    "pages/continue.html",
    "pages/edit-profile.html",
    "pages/forgot-password.html",
    "pages/invite.html",
    "pages/mailbox-mail.html",
    "pages/mailbox.html",
    "pages/manage-emails.html",
    "pages/picture.html",
    "pages/problem.html",
    "pages/profile.html",
    "pages/register.html",
    "pages/resend-confirm-email.html",
    "pages/reset-password.html",
    "pages/sessions.html",
    "pages/sign-in-or-register.html",
    "pages/sign-in.html",
    "pages/sign-out.html",
    "pages/undo-email-change.html",
    "partials/error-summary.html",
    "partials/field-state.html",
    "partials/field.html",
    "partials/footer.html",
    "partials/form.html",
    "partials/head.html",
    "partials/header.html",
    "partials/languages.html",
    "partials/mail-action.html",
    "partials/mail-action.txt",
    "partials/mail-circumstances.html",
    "partials/mail-circumstances.txt",
    "partials/mail-expiry.html",
    "partials/mail-expiry.txt",
    "partials/mail-not-you.html",
    "partials/mail-not-you.txt",
    "partials/notices.html",
    "partials/picture.html",
};

/// Messages by path below `locales/`: `<tag>/<file>.ftl`.
pub(crate) const LOCALES: &[(&str, &str)] = embedded! { "locales":
    "de/errors.ftl",
    "de/mails.ftl",
    "de/notices.ftl",
    "de/pages.ftl",
    "en/errors.ftl",
    "en/mails.ftl",
    "en/notices.ftl",
    "en/pages.ftl",
    "es/errors.ftl",
    "es/mails.ftl",
    "es/notices.ftl",
    "es/pages.ftl",
    "fa/errors.ftl",
    "fa/mails.ftl",
    "fa/notices.ftl",
    "fa/pages.ftl",
    "fi/errors.ftl",
    "fi/mails.ftl",
    "fi/notices.ftl",
    "fi/pages.ftl",
    "fr/errors.ftl",
    "fr/mails.ftl",
    "fr/notices.ftl",
    "fr/pages.ftl",
    "it/errors.ftl",
    "it/mails.ftl",
    "it/notices.ftl",
    "it/pages.ftl",
    "nl/errors.ftl",
    "nl/mails.ftl",
    "nl/notices.ftl",
    "nl/pages.ftl",
    "pl/errors.ftl",
    "pl/mails.ftl",
    "pl/notices.ftl",
    "pl/pages.ftl",
    "ru/errors.ftl",
    "ru/mails.ftl",
    "ru/notices.ftl",
    "ru/pages.ftl",
    "sk/errors.ftl",
    "sk/mails.ftl",
    "sk/notices.ftl",
    "sk/pages.ftl",
    "sv/errors.ftl",
    "sv/mails.ftl",
    "sv/notices.ftl",
    "sv/pages.ftl",
    "tr/errors.ftl",
    "tr/mails.ftl",
    "tr/notices.ftl",
    "tr/pages.ftl",
    "uk/errors.ftl",
    "uk/mails.ftl",
    "uk/notices.ftl",
    "uk/pages.ftl",
    "zh-Hans/errors.ftl",
    "zh-Hans/mails.ftl",
    "zh-Hans/notices.ftl",
    "zh-Hans/pages.ftl",
};

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::source::Source;

    fn on_disk(folder: &str, endings: &[&str]) -> Vec<(String, String)> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        let sources = Source::folder(&folder, endings, 0).unwrap();
        sources.into_iter().map(|source| (source.path, source.text.into_owned())).collect()
    }

    fn built_in(files: &[(&str, &str)]) -> Vec<(String, String)> {
        let mut files: Vec<_> =
            files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
        files.sort();
        files
    }

    #[test]
    fn every_template_is_built_in() {
        assert_eq!(on_disk("templates", &[".html", ".txt"]), built_in(TEMPLATES));
    }

    #[test]
    fn every_file_of_messages_is_built_in() {
        assert_eq!(on_disk("locales", &[".ftl"]), built_in(LOCALES));
    }
}
