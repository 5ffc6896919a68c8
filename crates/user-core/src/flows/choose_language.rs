//! Choosing a language on a page: for the account of a user who is signed in, for a browser otherwise.

use std::time::Duration;

use thiserror::Error;

use crate::domain::{EventKind, Field, Locale, Violation, Violations};
use crate::kit::{Current, Lost, Visitor, limits_fail_as, refuses_as};
use crate::manager::UserManager;
use crate::ports::{Changes, PortError, UserChange};

/// Why the language was not changed.
#[derive(Debug, Error)]
pub enum ChooseLanguageError {
    /// It is not among those offered.
    #[error("the language is not offered")]
    NotOffered,
    /// Too many changes.
    #[error("too many attempts")]
    Throttled {
        /// How long to wait.
        retry_after: Duration,
    },
    /// The session has ended, or the account is gone or disabled.
    #[error("the account is gone")]
    Gone,
    /// Something behind a port failed.
    #[error(transparent)]
    Failed(#[from] PortError),
}

refuses_as! {
    ChooseLanguageError: Throttled, Gone, Failed;
    Own::NotOffered => Self::Invalid(Violations::one(Field::declared("language"), Violation::NotAChoice))
}

limits_fail_as!(ChooseLanguageError);

impl From<Lost> for ChooseLanguageError {
    fn from(lost: Lost) -> Self {
        match lost {
            Lost::NotFresh | Lost::Gone => Self::Gone,
            Lost::Failed(error) => Self::Failed(error),
        }
    }
}

impl UserManager {
    /// Returns the language of this tag, if it is offered. A front end keeps the choice of a visitor
    /// without an account in the browser, and gives it to [`locale_for`](Self::locale_for).
    pub fn offered_locale(&self, tag: &str) -> Option<&Locale> {
        let tag = Locale::parse(tag)?;
        self.locales().iter().find(|offered| **offered == tag)
    }

    /// Sets the language of the account: that of its pages, on every device, and of its mails.
    pub async fn choose_language(
        &self,
        current: &Current,
        tag: &str,
        visitor: &Visitor,
    ) -> Result<(), ChooseLanguageError> {
        let locale = self.offered_locale(tag).ok_or(ChooseLanguageError::NotOffered)?;
        if current.user.locale.as_ref() == Some(locale) {
            return Ok(());
        }
        self.reserve_own_change(current.user.id, visitor).await?;
        self.decide(current, |user| {
            Ok(Changes::none()
                .with(UserChange::Revise { id: user.id, revision: user.revision })
                .with(UserChange::SetLocale(user.id, Some(locale.clone())))
                .with(self.event(EventKind::PROFILE_CHANGED, Some(user.id), Some(visitor))))
        })
        .await
    }
}
