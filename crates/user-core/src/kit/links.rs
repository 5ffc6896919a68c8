//! Links: tokens on their way through a mail.

use std::time::Duration;

use thiserror::Error;

use crate::domain::{EmailId, InvitationId, Purpose, Token, TokenId, TokenSubject, User, UserStatus};
use crate::kit::refuses_as;
use crate::manager::{UserManager, span};
use crate::ports::{PortError, UserKey};
use crate::seal::Label;

/// Why a link is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum LinkRefusal {
    /// It was not made by this site, or its subject no longer exists.
    #[error("the link is not valid")]
    Invalid,
    /// It has expired.
    #[error("the link has expired")]
    Expired,
    /// It was used already, or replaced by a newer one.
    #[error("the link was used or replaced")]
    Used,
}

/// A link was refused, or could not be looked up.
#[derive(Debug, Error)]
pub enum LinkError {
    /// It was refused.
    #[error(transparent)]
    Refused(#[from] LinkRefusal),
    /// It could not be looked up.
    #[error(transparent)]
    Failed(#[from] PortError),
}

refuses_as!(LinkError: Failed; Own::Refused(refusal) => Self::Link(refusal));

/// A link that leads nowhere becomes this variant of a flow's error, for `?`.
macro_rules! links_fail_as {
    ($error:ty, $refused:ident) => {
        impl From<$crate::kit::LinkError> for $error {
            fn from(error: $crate::kit::LinkError) -> Self {
                match error {
                    $crate::kit::LinkError::Refused(refusal) => Self::$refused(refusal),
                    $crate::kit::LinkError::Failed(error) => Self::Failed(error),
                }
            }
        }
    };
}
pub(crate) use links_fail_as;

impl UserManager {
    /// Looks at a link without using it up: what a page does when it is opened, because mail scanners open links too.
    pub async fn check_link(&self, purpose: Purpose, link: &str) -> Result<(), LinkError> {
        self.linked(purpose, link).await.map(|_| ())
    }

    /// What a good link stands for. Looks only: claiming is a change.
    pub(crate) async fn linked(&self, purpose: Purpose, link: &str) -> Result<(Token, User), LinkError> {
        let id = self.seals().open_id(Label::Link(purpose), link).ok_or(LinkRefusal::Invalid)?;
        let token = self.store().token(&TokenId::from_bytes(id)).await?.ok_or(LinkRefusal::Invalid)?;
        if token.purpose != purpose {
            return Err(LinkRefusal::Invalid.into());
        }
        if token.used_at.is_some() {
            return Err(LinkRefusal::Used.into());
        }
        if self.now() >= token.expires_at {
            return Err(LinkRefusal::Expired.into());
        }
        let user = self.store().user(UserKey::Id(token.user_id)).await?.ok_or(LinkRefusal::Invalid)?;
        let holds = |id: EmailId| user.emails.iter().any(|email| email.id == id);
        let held = token.email_id().is_none_or(holds);
        if !held || user.status == UserStatus::Disabled {
            return Err(LinkRefusal::Invalid.into());
        }
        Ok((token, user))
    }

    /// The text of the link for a token.
    pub(crate) fn link_text(&self, purpose: Purpose, token: TokenId) -> String {
        self.seals().seal(Label::Link(purpose), token.as_bytes())
    }

    /// The text of the link for an invitation.
    pub(crate) fn invitation_text(&self, invitation: InvitationId) -> String {
        self.seals().seal(Label::Invitation, invitation.as_bytes())
    }

    /// A fresh token for an address of a user.
    pub(crate) fn fresh_token(&self, purpose: Purpose, user: &User, email_id: EmailId) -> Token {
        let token = self.fresh_token_about(purpose, user, TokenSubject::Email(email_id));
        let replaces =
            self.settings().changes_email() && user.main_email().is_some_and(|main| main.id != email_id);
        if purpose != Purpose::CONFIRM_EMAIL || !replaces {
            return token;
        }
        Token { expires_at: token.created_at + span(self.settings().lifetimes.change_email), ..token }
    }

    /// A fresh token of a user.
    pub(crate) fn fresh_token_about(&self, purpose: Purpose, user: &User, subject: TokenSubject) -> Token {
        let lifetimes = &self.settings().lifetimes;
        let lifetime = match purpose {
            Purpose::CONFIRM_EMAIL => lifetimes.confirm_email,
            Purpose::RESET_PASSWORD => lifetimes.reset_password,
            Purpose::UNDO_EMAIL_CHANGE | Purpose::FORMER_USERNAME => lifetimes.undo_email_change,
            Purpose::REGISTRATION => lifetimes.pending_users,
            // Twice as long: an owner who comes back on the last day of a way back has as many days again.
            Purpose::FORMER_EMAIL => lifetimes.undo_email_change * 2,
            // Nothing says how long: it opens nothing, and the next purge deletes it.
            _ => Duration::ZERO,
        };
        let now = self.now();
        Token {
            id: TokenId::fresh(self.parts.entropy.as_ref()),
            purpose,
            user_id: user.id,
            subject,
            created_at: now,
            expires_at: now + span(lifetime),
            used_at: None,
        }
    }
}

/// What a mail says of its link.
pub(crate) fn mail_link(token: &Token) -> crate::domain::MailLink {
    let valid_minutes = (token.expires_at - token.created_at).num_minutes();
    crate::domain::MailLink::Token { purpose: token.purpose, token: token.id, valid_minutes }
}
