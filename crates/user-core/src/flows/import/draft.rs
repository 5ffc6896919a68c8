//! A user on the way in.

use super::{ImportOutcome, ImportResult};
use crate::domain::{EmailAddress, ImportRemark, Password, User, UserId, Username};
use crate::settings::Identifiers;

/// What is left of an imported user after it was judged.
pub(super) struct Draft {
    pub(super) external_id: String,
    pub(super) id: UserId,
    /// `None` for a user who is not written.
    pub(super) user: Option<User>,
    /// A password that was found as it is, to be hashed if the user is written.
    pub(super) password: Option<Password>,
    pub(super) result: ImportResult,
    pub(super) remarks: Vec<ImportRemark>,
}

impl Draft {
    pub(super) fn username(&self) -> Option<&Username> {
        self.user.as_ref().and_then(|user| user.username.as_ref())
    }

    /// The addresses that are this user's alone: others are listed, and taken from nobody.
    pub(super) fn confirmed_addresses(&self) -> Vec<EmailAddress> {
        let emails =
            self.user.iter().flat_map(|user| &user.emails).filter(|email| email.confirmed_at.is_some());
        emails.map(|email| email.address.clone()).collect()
    }

    /// The remarks stay: the report of a run that was started again is as whole as that of one that was not stopped.
    pub(super) fn is_already_there(&mut self) {
        self.result = ImportResult::AlreadyThere;
        self.user = None;
    }

    pub(super) fn leave_out_username(&mut self, code: &str) {
        if let Some(name) = self.user.as_mut().and_then(|user| user.username.take()) {
            self.remarks.push(ImportRemark::new(code, name.as_str()));
        }
    }

    /// Another confirmed address becomes the primary one, if that one goes.
    pub(super) fn leave_out_email(&mut self, address: &EmailAddress, code: &str) {
        self.remarks.push(ImportRemark::new(code, address.as_str()));
        let Some(user) = &mut self.user else { return };
        user.emails.retain(|email| email.address != *address);
        if user.primary_email().is_none()
            && let Some(next) = user.emails.iter_mut().find(|email| email.confirmed_at.is_some())
        {
            next.primary = true;
        }
    }

    /// Somebody who could never sign in is not written.
    pub(super) fn refuse_without_identifier(&mut self, identifiers: Identifiers) {
        let Some(user) = &self.user else { return };
        let by_name = identifiers.username() && user.username.is_some();
        let by_email = identifiers.email() && !user.emails.is_empty();
        if !by_name && !by_email {
            self.user = None;
            self.result = ImportResult::Refused;
            self.remarks.push(ImportRemark::new("import.no_identifier", ""));
        }
    }

    pub(super) fn into_outcome(self) -> ImportOutcome {
        ImportOutcome { external_id: self.external_id, result: self.result, remarks: self.remarks }
    }
}
