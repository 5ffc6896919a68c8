//! Telling the owner of a change of a way in, with one link that says "this was not me".

use chrono::{DateTime, Utc};

use crate::domain::{EmailAddress, MailDetails, MailKind, Purpose, Token, TokenSubject, User, UserEmail};
use crate::kit::mail_link;
use crate::manager::UserManager;
use crate::ports::{Changes, TokenChange};

/// A change of a way in, as a mail tells it.
pub(crate) struct News<'a> {
    pub(crate) kind: MailKind,
    pub(crate) details: MailDetails,
    /// The address that came in by the change. It is told nothing: who reads it may be who made the change.
    pub(crate) gained: Option<&'a EmailAddress>,
}

/// Which addresses may take back a change.
#[derive(Clone, Copy)]
pub(crate) enum Objectors {
    /// Those that are the user's beyond doubt.
    Established,
    /// Those of them that were confirmed at this moment or before: the change was made by a claim of that age, which a
    /// younger one does not beat.
    AsOldAs(DateTime<Utc>),
}

impl UserManager {
    /// Tells every confirmed address of the user, but the one that was gained, of a change. Those that were confirmed
    /// long before get a link to take the account back. Returns how many such links there are.
    pub(crate) fn add_news(&self, user: &User, news: &News<'_>, changes: &mut Changes) -> usize {
        self.add_news_to(user, news, Objectors::Established, changes)
    }

    /// The same, where not every address that is the user's beyond doubt may object.
    pub(crate) fn add_news_to(
        &self,
        user: &User,
        news: &News<'_>,
        objectors: Objectors,
        changes: &mut Changes,
    ) -> usize {
        if !self.settings().mails.sends(news.kind) {
            return 0;
        }
        let mut links = 0;
        let told = user.emails.iter().filter(|email| {
            email.confirmed_at.is_some() && news.gained.is_none_or(|gained| *gained != email.address)
        });
        for email in told {
            let may = match objectors {
                Objectors::Established => true,
                Objectors::AsOldAs(claim) => email.confirmed_at.is_some_and(|at| at <= claim),
            };
            let way_back = self.way_back(user, email, news).filter(|_| may);
            let details = MailDetails { link: way_back.as_ref().map(mail_link), ..news.details.clone() };
            changes.extend(self.letter(news.kind).saying(details).to_user(user, &email.address));
            links += usize::from(way_back.is_some());
            changes.extend(way_back.map(TokenChange::Insert));
        }
        links
    }

    fn way_back(&self, user: &User, email: &UserEmail, news: &News<'_>) -> Option<Token> {
        let confirmed_at = email.confirmed_at?;
        if !self.settings().takes_back() || !self.is_established(user, email) {
            return None;
        }
        let subject =
            TokenSubject::Change { told: email.address.clone(), confirmed_at, gained: news.gained.cloned() };
        let token = self.fresh_token_about(Purpose::UNDO_EMAIL_CHANGE, user, subject);
        // What is going to happen can be objected to until it does.
        Some(Token { expires_at: news.details.due.unwrap_or(token.expires_at), ..token })
    }
}
