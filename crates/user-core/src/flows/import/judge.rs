//! What the rules here say to a user of another program.

use std::collections::BTreeMap;

use super::draft::Draft;
use super::{Import, ImportResult, UnknownHashes};
use crate::domain::{
    EmailAddress, EmailId, Field, FieldValue, ImportRemark, ImportedEmail, ImportedUser, Password,
    PasswordHash, Profile, Role, User, UserEmail, UserId, UserStatus, Username, Violation, Violations,
};
use crate::settings::Told;

impl Import<'_> {
    /// Keeps what is right, and says of everything else why it is not.
    pub(super) fn judge(&mut self, imported: &ImportedUser) -> Draft {
        let id = UserId::imported(&self.options.source, &imported.external_id);
        let mut remarks = imported.remarks.clone();
        let mut user = self.blank(id, imported, &mut remarks);
        user.username = self.username(imported, &mut remarks);
        user.roles = imported.roles.iter().filter_map(|raw| role(raw, &mut remarks)).collect();
        user.emails = self.emails(imported, &mut remarks);
        let (hash, password) = self.password(imported, &mut remarks);
        user.password_hash = hash;
        self.tell_fields(imported, &mut user, &mut remarks);
        let external_id = imported.external_id.clone();
        let result = ImportResult::Imported;
        let mut draft = Draft { external_id, id, user: Some(user), password, result, remarks };
        draft.refuse_without_identifier(self.users.settings().identifiers);
        draft
    }

    fn blank(&self, id: UserId, imported: &ImportedUser, remarks: &mut Vec<ImportRemark>) -> User {
        let now = self.users.now();
        let proven = imported.emails.is_empty() || imported.emails.iter().any(|e| e.confirmed_at.is_some());
        let status = match (imported.disabled, proven || !self.users.settings().confirms_email()) {
            (true, _) => UserStatus::Disabled,
            (false, true) => UserStatus::Active,
            (false, false) => UserStatus::Pending,
        };
        if let Some(later) = imported.created_at.filter(|at| *at > now) {
            remarks.push(ImportRemark::new("created_at.future", later.to_rfc3339()));
        }
        // A pending user is purged some time after it was made: from now on, or the next purge would take all of them.
        let known = imported.created_at.filter(|at| status != UserStatus::Pending && *at <= now);
        User {
            id,
            username: None,
            emails: Vec::new(),
            password_hash: None,
            status,
            roles: std::collections::BTreeSet::new(),
            locale: None,
            time_zone: None,
            profile: Profile::default(),
            picture: None,
            device_epoch: 0,
            created_at: known.unwrap_or(now),
            last_signed_in_at: None,
            deletion_at: None,
            revision: 0,
        }
    }

    fn username(&self, imported: &ImportedUser, remarks: &mut Vec<ImportRemark>) -> Option<Username> {
        let raw = imported.username.as_deref().filter(|raw| !raw.trim().is_empty())?;
        let parsed = Username::parse(raw).and_then(|name| {
            if self.seen.has_username(name.key()) { Err(Violation::Taken) } else { Ok(name) }
        });
        let name = collect(&Field::Username, raw, parsed, remarks)?;
        tell_change("username", raw, name.as_str(), remarks);
        Some(name)
    }

    /// The addresses, confirmed ones first and each once. One that somebody else has confirmed is left out.
    fn emails(&self, imported: &ImportedUser, remarks: &mut Vec<ImportRemark>) -> Vec<UserEmail> {
        let read = |email: &ImportedEmail| self.email(email, remarks).map(|read| (email.primary, read));
        let mut all: Vec<(bool, UserEmail)> = imported.emails.iter().filter_map(read).collect();
        all.sort_by_key(|(primary, email)| (email.confirmed_at.is_none(), !primary));
        let mut emails: Vec<UserEmail> = Vec::new();
        for (_, mut email) in all {
            let is_confirmed = email.confirmed_at.is_some();
            if emails.iter().any(|other| other.address == email.address) {
                continue;
            }
            if is_confirmed && self.seen.has_address(email.address.key()) {
                remarks.push(ImportRemark::new("email.taken", email.address.as_str()));
                continue;
            }
            email.primary = is_confirmed && emails.is_empty();
            emails.push(email);
        }
        emails
    }

    fn email(&self, email: &ImportedEmail, remarks: &mut Vec<ImportRemark>) -> Option<UserEmail> {
        let (clock, entropy) = (self.users.parts.clock.as_ref(), self.users.parts.entropy.as_ref());
        let address = collect(&Field::Email, &email.address, EmailAddress::parse(&email.address), remarks)?;
        tell_change("email", &email.address, address.as_str(), remarks);
        let id = EmailId::fresh(clock, entropy);
        Some(UserEmail { id, address, confirmed_at: email.confirmed_at, primary: false })
    }

    /// The hash that is kept, or the password that is to be hashed.
    fn password(
        &self,
        imported: &ImportedUser,
        remarks: &mut Vec<ImportRemark>,
    ) -> (Option<PasswordHash>, Option<Password>) {
        let Some(stored) = &imported.password_hash else { return (None, None) };
        if self.users.parts.hasher.recognizes(stored) {
            return (Some(stored.clone()), None);
        }
        match (self.options.unknown_hashes, Password::parse(stored.reveal())) {
            (_, Err(violation)) => {
                remarks.push(ImportRemark::new(format!("password.{}", violation.name()), ""));
                (None, None)
            }
            (UnknownHashes::LeaveOut, Ok(_)) => {
                remarks.push(ImportRemark::new("password.unknown_hash", ""));
                (None, None)
            }
            (UnknownHashes::ArePasswords, Ok(password)) => (None, Some(password)),
        }
    }

    /// Takes over what the settings declare a field for, by the rules of that field.
    fn tell_fields(&mut self, imported: &ImportedUser, user: &mut User, remarks: &mut Vec<ImportRemark>) {
        let settings = self.users.settings();
        for (name, value) in &imported.fields {
            let Some(field) = settings.fields.iter().find(|field| field.name == *name) else {
                self.undeclared.insert(name.clone());
                continue;
            };
            let mut violations = Violations::none();
            let typed = BTreeMap::from([(name.clone(), value.clone())]);
            let told = Told::parse([field], &typed, self.users.locales(), &mut violations);
            told.apply(user);
            if let Some(FieldValue::Text(kept)) = user.profile.get(name) {
                remarks.extend((kept != value).then(|| ImportRemark::new("profile.changed", name)));
            }
            remarks.extend(violations.iter().map(|violation| ImportRemark::new(violation.code(), name)));
        }
    }
}

/// Parsing puts text into one form: without blanks around it, and composed.
fn tell_change(subject: &str, found: &str, kept: &str, remarks: &mut Vec<ImportRemark>) {
    if found != kept {
        remarks.push(ImportRemark::new(format!("{subject}.changed"), found));
    }
}

/// The role as it is called here: in lower case, with `-` for spaces.
fn role(raw: &str, remarks: &mut Vec<ImportRemark>) -> Option<Role> {
    let wanted = raw.trim().to_lowercase().replace(' ', "-");
    match Role::parse(&wanted) {
        Ok(role) => {
            if role.as_str() != raw {
                remarks.push(ImportRemark::new("role.renamed", raw));
            }
            Some(role)
        }
        Err(violation) => {
            remarks.push(ImportRemark::new(format!("role.{}", violation.name()), raw));
            None
        }
    }
}

fn collect<T>(
    field: &Field,
    raw: &str,
    parsed: Result<T, Violation>,
    remarks: &mut Vec<ImportRemark>,
) -> Option<T> {
    parsed
        .map_err(|violation| {
            let code = format!("{}.{}", field.subject(), violation.name());
            remarks.push(ImportRemark::new(code, raw));
        })
        .ok()
}
