//! Recovery codes: the page with them, and the forms that ask for one.

use serde::Serialize;

use super::forms::Account;
use super::{FormView, Forms, MessageView, Site, Typed};
use crate::domain::Field;

/// Recovery codes: `recovery-codes`. Either how many are left, or new ones to save.
#[derive(Clone, Debug, Serialize)]
pub struct RecoveryCodesPage {
    /// What every page knows.
    pub site: Site,
    /// How many unused codes there are.
    pub left: usize,
    /// Until when codes of an earlier list still get their user in, to read, in the time zone of the user; none where
    /// there are none.
    pub earlier_until: Option<String>,
    /// How many codes get nobody in any more, because the site's secret is another one.
    pub lost: usize,
    /// New codes, in three groups each, shown once; none where none were made a moment ago.
    pub codes: Vec<String>,
    /// The form that makes new ones; where there are codes to save, the form that tells that they are saved.
    pub form: FormView,
}

impl Forms<'_> {
    /// The forms that ask for a code and have a page to themselves.
    pub(super) fn with_code(&self, typed: &Typed) -> [FormView; 1] {
        [self.use_recovery_code(typed)]
    }

    /// Setting a new password with a recovery code.
    pub fn use_recovery_code(&self, typed: &Typed) -> FormView {
        let form = FormView::new("use-recovery-code", self.action(&self.settings().paths.use_recovery_code));
        let form = self.with_identifier(form, typed);
        let form = asking_for_code(form, &typed.code);
        self.with_new_password(form, &Field::NewPassword, Account::InField)
    }

    /// Proving with a recovery code who is signed in.
    pub fn recovery_code_proof(&self) -> FormView {
        let form = FormView::new("use-recovery-code", self.action(&self.settings().paths.use_recovery_code));
        let form = FormView { submit: "use-recovery-code-submit-proof".to_owned(), ..form };
        asking_for_code(form, "")
    }

    /// Making recovery codes: a button.
    pub fn recovery_codes(&self) -> FormView {
        FormView::new("recovery-codes", self.action(&self.settings().paths.recovery_codes))
    }

    /// Telling that the recovery codes are saved which `shown` refers to: a button.
    pub fn recovery_codes_saved(&self, shown: &str) -> FormView {
        let path = format!("{}/saved", self.settings().paths.recovery_codes);
        let form = FormView::new("recovery-codes-saved", self.action(&path));
        let form = FormView { submit: "recovery-codes-saved".to_owned(), ..form };
        form.hiding("shown", Some(shown.to_owned()))
    }
}

pub(super) fn asking_for_code(form: FormView, typed: &str) -> FormView {
    let hint = MessageView::new("hint-recovery-code");
    form.field(&Field::RecoveryCode, "text", "off", |f| f.valued(typed).hinted(hint))
}
