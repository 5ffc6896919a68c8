//! What users do with all of their data: export it, delete it with the account, keep it.

use serde::Serialize;

use super::{FormView, Site};

/// Deleting the account: `delete-account`.
#[derive(Clone, Debug, Serialize)]
pub struct DeleteAccountPage {
    /// What every page knows.
    pub site: Site,
    /// The form.
    pub form: FormView,
    /// When the account would go, to read; nothing where it goes at once.
    pub due: Option<String>,
}

/// Keeping an account that is going to be deleted: `keep-account`.
#[derive(Clone, Debug, Serialize)]
pub struct KeepAccountPage {
    /// What every page knows.
    pub site: Site,
    /// The form that keeps it.
    pub form: FormView,
    /// When it goes, to read.
    pub due: String,
    /// Where to go on to without keeping it.
    pub onward: String,
}

/// Exporting what the site keeps about the user: `export-data`.
#[derive(Clone, Debug, Serialize)]
pub struct ExportDataPage {
    /// What every page knows.
    pub site: Site,
    /// The form that asks for an export; nothing while there is one.
    pub form: Option<FormView>,
    /// Until when the export can be fetched, to read; nothing where there is none, or it is being made.
    pub until: Option<String>,
    /// Where its JSON file is.
    pub json: Option<String>,
    /// Where its archive is.
    pub zip: Option<String>,
}
