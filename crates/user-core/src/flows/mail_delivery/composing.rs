//! A queued mail becomes one that can be sent: its templates are rendered, and its link is made.

use super::{REASON_MAX, reason};
use crate::domain::{ComposedMail, MailLink, Purpose, QueuedMail, TimeZone};
use crate::kit::plain;
use crate::look::Look;
use crate::manager::UserManager;
use crate::ports::{MailPart, Port, PortError, Template};
use crate::views::{MailView, direction};

impl UserManager {
    /// The mail as it goes out, or why it cannot.
    pub(super) fn compose(&self, mail: &QueuedMail) -> Result<ComposedMail, PortError> {
        let view = serde_json::to_value(self.mail_view(mail)?)
            .map_err(|error| PortError::new(Port::Renderer, error))?;
        let name = mail.kind.as_str();
        let render = |part| self.renderer().render(Template::Mail(name, part), &mail.locale, &view);
        let subject = render(MailPart::Subject)?;
        Ok(ComposedMail {
            message_id: format!("<{}@{}>", mail.id, self.parts.senders.from.address.domain()),
            from: self.parts.senders.from.clone(),
            reply_to: self.parts.senders.reply_to.clone(),
            return_path: self.parts.senders.return_path.clone(),
            to: mail.to.clone(),
            date: mail.created_at,
            locale: mail.locale.clone(),
            subject: subject.split_whitespace().collect::<Vec<_>>().join(" "),
            html: render(MailPart::Html)?,
            text: render(MailPart::Text)?,
        })
    }

    fn mail_view(&self, mail: &QueuedMail) -> Result<MailView, PortError> {
        let (settings, details) = (self.settings(), &mail.details);
        let readable = |at| details.time_zone.unwrap_or(TimeZone::UTC).readable(at);
        let minutes = details.link.map_or(0, |link| link.valid_minutes());
        Ok(MailView {
            kind: mail.kind,
            app_name: settings.app_name.clone(),
            home: self.absolute("/"),
            look: Look::of(&settings.theme).unwrap_or_default().for_mails(),
            support_email: settings.links.support_email.clone(),
            locale: mail.locale.clone(),
            direction: direction(&mail.locale),
            name: details.name.clone(),
            email: mail.to.to_string(),
            link: details.link.as_ref().map(|link| self.absolute_link(link)).transpose()?,
            link_days: whole_days(minutes),
            link_hours: minutes / 60,
            link_minutes: minutes,
            sign_in: self.absolute(&settings.paths.whole(&settings.paths.sign_in)),
            forgot_password: settings
                .resets_password()
                .then(|| self.absolute(&settings.paths.whole(&settings.paths.forgot_password))),
            about: details.about.clone(),
            new_username: details.new_username.clone(),
            at: details.at.map(readable),
            due: details.due.map(readable),
            user_agent: details.user_agent.as_deref().map(plain),
            address: details.address.clone(),
            inviter: details.inviter.clone(),
        })
    }

    /// Built from the configured base URL, never from a request.
    fn absolute(&self, path: &str) -> String {
        format!("{}{path}", self.settings().public_base_url.trim_end_matches('/'))
    }

    fn absolute_link(&self, link: &MailLink) -> Result<String, PortError> {
        let paths = &self.settings().paths;
        let (page, text) = match *link {
            MailLink::Token { purpose, token, .. } => {
                let page = match purpose {
                    Purpose::CONFIRM_EMAIL | Purpose::REGISTRATION | Purpose::FORMER_USERNAME => {
                        &paths.confirm_email
                    }
                    Purpose::RESET_PASSWORD => &paths.reset_password,
                    Purpose::UNDO_EMAIL_CHANGE | Purpose::FORMER_EMAIL => &paths.undo_email_change,
                    unknown => {
                        let reason = format!("no page is known for links of the purpose {unknown}");
                        return Err(PortError::new(Port::Renderer, reason));
                    }
                };
                (page, self.link_text(purpose, token))
            }
            MailLink::Invitation { invitation, .. } => {
                (&paths.accept_invitation, self.invitation_text(invitation))
            }
            MailLink::Export { .. } => return Ok(self.absolute(&paths.whole(&paths.export_data))),
        };
        Ok(self.absolute(&format!("{}/{text}", paths.whole(page))))
    }
}

/// Why a mail was not composed, for an operator. One of an unknown kind may come from a newer program: it waits for its
/// turns like any other, in which that program can send it, and ends as a dead letter that can be revived.
pub(super) fn uncomposed(mail: &QueuedMail, error: &PortError) -> String {
    if mail.kind.is_known() {
        return reason(error);
    }
    let why = format!(
        "mails of the kind {} are unknown to this program, which has no templates for them",
        mail.kind
    );
    format!("{why}; it can be sent again by a program that knows them: {}", reason(error))
        .chars()
        .take(REASON_MAX)
        .collect()
}

/// Three whole days or more as days, else 0: two are better told as 48 hours.
fn whole_days(minutes: i64) -> i64 {
    const DAY: i64 = 24 * 60;
    if minutes >= 3 * DAY && minutes % DAY == 0 { minutes / DAY } else { 0 }
}
