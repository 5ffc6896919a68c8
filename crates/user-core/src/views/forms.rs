//! The forms of the product, as the settings shape them.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::{FieldView, FormView, MessageView, Wording};
use crate::domain::{Field, Locale, PASSWORD_MAX_BYTES, Role, USERNAME_MAX, USERNAME_MIN, User, Username};
use crate::flows::{Confirmation, ConfirmationAsks};
use crate::settings::{Identifiers, Settings};

/// What was typed into a form's visible fields; passwords are not among them, because they are never shown again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    /// The username, or whatever was typed into the identifier box.
    pub username: String,
    /// The address.
    pub email: String,
    /// Whether "remember me" was ticked.
    pub remember_me: bool,
    /// The roles to give along with an invitation.
    pub roles: String,
    /// A code, in the forms that ask for one.
    pub code: String,
    /// The fields that the app declares, by name.
    pub fields: BTreeMap<String, String>,
}

impl Typed {
    /// What a user types to say who they are: their username, and their address.
    pub fn of(user: &User) -> Self {
        let username = user.username.as_ref().map(Username::to_string).unwrap_or_default();
        let email = user.main_email().map(|email| email.address.to_string()).unwrap_or_default();
        Self { username, email, ..Self::default() }
    }

    /// The same, for the account that an address is confirmed for.
    pub fn of_confirmed(confirmation: &Confirmation) -> Self {
        let username = confirmation.username.as_ref().map(Username::to_string).unwrap_or_default();
        Self { username, email: confirmation.email.to_string(), ..Self::default() }
    }

    /// The name of the account: the username, else the address.
    fn account(&self) -> &str {
        if self.username.is_empty() { &self.email } else { &self.username }
    }

    fn declared(&self, name: &str) -> &str {
        self.fields.get(name).map_or("", String::as_str)
    }
}

/// How a form with a password says whose that is: password managers keep it under this name.
#[derive(Clone, Copy)]
pub(super) enum Account<'a> {
    /// A field of the form shows it.
    InField,
    /// No field shows it: the form has the name unseen.
    Named(&'a str),
}

impl Account<'_> {
    fn on(self, form: FormView) -> FormView {
        match self {
            Self::InField => form,
            Self::Named(name) => form.of_account(name),
        }
    }
}

/// Makes the forms of one app.
#[derive(Clone, Copy, Debug)]
pub struct Forms<'a> {
    settings: &'a Settings,
    password_min: usize,
    now: Option<DateTime<Utc>>,
}

impl<'a> Forms<'a> {
    /// Forms for these settings; `password_min` is what the password policy tells people.
    pub const fn new(settings: &'a Settings, password_min: usize) -> Self {
        Self { settings, password_min, now: None }
    }

    /// The same at this moment: lists of time zones say how far their clocks are ahead then.
    #[must_use]
    pub const fn at(self, now: DateTime<Utc>) -> Self {
        Self { now: Some(now), ..self }
    }

    pub(super) const fn now(&self) -> Option<DateTime<Utc>> {
        self.now
    }

    pub(super) const fn settings(&self) -> &'a Settings {
        self.settings
    }

    /// The languages offered, the default first.
    pub(super) fn languages(&self) -> &'a [Locale] {
        &self.settings.languages.offered
    }

    pub(super) fn action(&self, path: &str) -> String {
        self.settings.page(path)
    }

    fn password_hint(&self) -> MessageView {
        MessageView::new("hint-password").with("min", self.password_min).with("max", PASSWORD_MAX_BYTES)
    }

    fn username_hint() -> MessageView {
        MessageView::new("hint-username").with("min", USERNAME_MIN).with("max", USERNAME_MAX)
    }

    /// Every form that has a page to itself, whose template has the form's name: for samples. What was typed stands in
    /// `typed`, who is signed in in `account`.
    pub fn all(&self, typed: &Typed, account: &Typed) -> Vec<FormView> {
        let mut forms = vec![
            self.register(typed),
            self.sign_in(typed),
            self.sign_out(),
            self.resend_confirm_email(typed),
            self.forgot_password(typed),
            self.reset_password(typed),
            self.change_password(account),
            self.change_username(typed),
            self.edit_profile(typed),
        ];
        forms.extend(self.with_code(typed));
        forms
    }

    /// Registration.
    pub fn register(&self, typed: &Typed) -> FormView {
        let mut form = FormView::new("register", self.action(&self.settings.paths.register));
        if self.settings.identifiers.username() {
            let hint = Self::username_hint();
            form =
                form.field(&Field::Username, "text", "username", |f| f.valued(&typed.username).hinted(hint));
        }
        if self.settings.identifiers.email() {
            // Where there are no usernames, a password manager keeps the password under the address.
            let fill = if self.settings.identifiers.username() { "email" } else { "username" };
            form = form.field(&Field::Email, "email", fill, |f| f.valued(&typed.email));
        }
        let declared = self.settings.registration_fields();
        let declared = declared.map(|field| self.declared("register", field, typed.declared(&field.name)));
        self.with_new_password(form, &Field::Password, Account::InField).fields(declared)
    }

    /// Uploading a picture.
    pub fn picture(&self) -> FormView {
        const MEGABYTE: u64 = 1024 * 1024;
        let limits = &self.settings.pictures;
        let hint = MessageView::new("hint-picture")
            .with("megabytes", limits.max_bytes.div_ceil(MEGABYTE))
            .with("pixels", limits.max_pixels);
        let form = FormView::new("picture", self.action(&self.settings.paths.picture));
        let form = form.field(&Field::Picture, "file", "off", |f| f.hinted(hint));
        FormView { multipart: true, ..form }
    }

    /// Editing the profile.
    pub fn edit_profile(&self, typed: &Typed) -> FormView {
        let fields = self.settings.profile_fields();
        let fields =
            fields.iter().map(|field| self.declared("edit-profile", field, typed.declared(&field.name)));
        FormView::new("edit-profile", self.action(&self.settings.paths.edit_profile)).fields(fields)
    }

    /// Registration with an invitation: the address is the invited one, and `link` is posted along.
    pub fn register_invited(&self, typed: &Typed, address: &str, link: &str) -> FormView {
        let mut form = self.register(&Typed { email: address.to_owned(), ..typed.clone() });
        form.invite_token = Some(link.to_owned());
        for field in form.fields.iter_mut().filter(|field| field.name == Field::Email.name()) {
            field.readonly = true;
        }
        form
    }

    /// Inviting somebody; with a box to tick for each role that the inviter may give. It posts `role_agent` for the role `agent`;
    /// those that are ticked stand in `typed.roles`, separated by commas.
    pub fn invite<'r>(&self, typed: &Typed, grantable: impl IntoIterator<Item = &'r Role>) -> FormView {
        // Somebody else's address: the browser is not to offer one's own.
        let form = FormView::new("invite", self.action(&self.settings.paths.invite)).field(
            &Field::Email,
            "email",
            "off",
            |f| f.valued(&typed.email),
        );
        let box_of = |role: &Role| {
            let ticked = typed.roles.split(',').any(|typed| typed.trim() == role.as_str());
            let field = Field::declared(&format!("role_{role}"));
            let mut view = FieldView::new("invite", &field, "checkbox", "off").ticked(ticked);
            view.label = Wording::Message(MessageView::new("field-role").with("role", role.as_str()));
            view
        };
        form.fields(grantable.into_iter().map(box_of))
    }

    /// Accepting an invitation: a button.
    pub fn accept_invitation(&self) -> FormView {
        FormView::new("accept-invitation", self.action(&self.settings.paths.accept_invitation))
    }

    /// Signing in.
    pub fn sign_in(&self, typed: &Typed) -> FormView {
        let form = FormView::new("sign-in", self.action(&self.settings.paths.sign_in));
        let form = self.with_identifier(form, typed);
        let form = Self::with_password(form, &Field::Password, Account::InField);
        if !self.settings.features.remember_me {
            return form;
        }
        form.field(&Field::RememberMe, "checkbox", "off", |f| f.ticked(typed.remember_me))
    }

    /// Proving with the password who is signed in: the account stands in `account`. It posts to the page that signs in.
    pub fn confirm_identity(&self, account: &Typed) -> FormView {
        let form = FormView::new("confirm-identity", self.action(&self.settings.paths.sign_in));
        let stays = account.remember_me.then(|| "true".to_owned());
        let form = form.hiding("again", Some("1".to_owned())).hiding("remember_me", stays);
        Self::with_password(form, &Field::Password, Account::Named(account.account()))
    }

    /// Having a mail sent once more: a button.
    pub fn check_email(&self) -> FormView {
        FormView::new("check-email", self.action(&self.settings.paths.check_email))
    }

    /// Signing out: a button.
    pub fn sign_out(&self) -> FormView {
        FormView::new("sign-out", self.action(&self.settings.paths.sign_out))
    }

    /// Confirming an address: a button, with the password of the account or a new one where that is asked for. The
    /// account stands in `typed`.
    pub fn confirm_email(&self, asks: ConfirmationAsks, typed: &Typed) -> FormView {
        let form = FormView::new("confirm-email", self.action(&self.settings.paths.confirm_email));
        let account = Account::Named(typed.account());
        match asks {
            ConfirmationAsks::Nothing => form,
            ConfirmationAsks::Password => Self::with_password(form, &Field::Password, account),
            ConfirmationAsks::PasswordOrNew => {
                let form = Self::with_password(form, &Field::Password, account);
                let mut form = self.with_new_password(form, &Field::NewPassword, account);
                for field in &mut form.fields {
                    field.required = false;
                }
                form
            }
        }
    }

    /// Asking for another confirmation mail.
    pub fn resend_confirm_email(&self, typed: &Typed) -> FormView {
        FormView::new("resend-confirm-email", self.action(&self.settings.paths.resend_confirm_email)).field(
            &Field::Email,
            "email",
            "email",
            |f| f.valued(&typed.email),
        )
    }

    /// Asking for a link to reset the password.
    pub fn forgot_password(&self, typed: &Typed) -> FormView {
        FormView::new("forgot-password", self.action(&self.settings.paths.forgot_password)).field(
            &Field::Email,
            "email",
            "email",
            |f| f.valued(&typed.email),
        )
    }

    /// Setting a new password. The form names the account, which stands in `typed`.
    pub fn reset_password(&self, typed: &Typed) -> FormView {
        let form = FormView::new("reset-password", self.action(&self.settings.paths.reset_password));
        let (field, kind) = match typed.username.as_str() {
            "" => (Field::Email, "email"),
            _ => (Field::Username, "text"),
        };
        let form = form.field(&field, kind, "username", |f| f.valued(typed.account())).fixing(&field);
        self.with_new_password(form, &Field::NewPassword, Account::InField)
    }

    /// Changing the password of the account that stands in `typed`.
    pub fn change_password(&self, typed: &Typed) -> FormView {
        let form = FormView::new("change-password", self.action(&self.settings.paths.change_password));
        let account = Account::Named(typed.account());
        let form = Self::with_password(form, &Field::OldPassword, account);
        self.with_new_password(form, &Field::NewPassword, account)
    }

    /// Changing the username. What was typed stands in `typed.username`.
    pub fn change_username(&self, typed: &Typed) -> FormView {
        let hint = Self::username_hint();
        let form = FormView::new("change-username", self.action(&self.settings.paths.change_username)).field(
            &Field::NewUsername,
            "text",
            "username",
            |f| f.valued(&typed.username).hinted(hint),
        );
        Self::with_password(form, &Field::OldPassword, Account::InField)
    }

    /// Adding an address.
    pub fn add_email(&self, typed: &Typed) -> FormView {
        FormView::new("add-email", self.action(&self.settings.paths.manage_emails)).field(
            &Field::Email,
            "email",
            "email",
            |f| f.valued(&typed.email),
        )
    }

    /// Changing the only address of an account. What was typed stands in `typed.email`.
    pub fn change_email(&self, typed: &Typed, account: &Typed) -> FormView {
        let form = FormView::new("change-email", self.action(&self.settings.paths.change_email)).field(
            &Field::NewEmail,
            "email",
            "email",
            |f| f.valued(&typed.email),
        );
        Self::with_password(form, &Field::OldPassword, Account::Named(account.account()))
    }

    /// Asking for an export: a button.
    pub fn export_data(&self) -> FormView {
        FormView::new("export-data", self.action(&self.settings.paths.export_data))
    }

    /// Deleting the account that stands in `account`.
    pub fn delete_account(&self, account: &Typed) -> FormView {
        let hint = MessageView::new("hint-account-name").with("name", account.account());
        let form = FormView::new("delete-account", self.action(&self.settings.paths.delete_account));
        form.field(&Field::AccountName, "text", "off", |f| f.hinted(hint))
    }

    /// Keeping an account that is going to be deleted: a button.
    pub fn keep_account(&self) -> FormView {
        FormView::new("keep-account", self.action(&self.settings.paths.keep_account))
    }

    /// Taking back a change of the primary address: a button.
    pub fn undo_email_change(&self) -> FormView {
        FormView::new("undo-email-change", self.action(&self.settings.paths.undo_email_change))
    }

    /// The field in which people say who they are.
    pub(super) fn with_identifier(&self, form: FormView, typed: &Typed) -> FormView {
        match self.settings.identifiers {
            Identifiers::Username => {
                form.field(&Field::Username, "text", "username", |f| f.valued(&typed.username))
            }
            Identifiers::Email => form.field(&Field::Email, "email", "username", |f| f.valued(&typed.email)),
            Identifiers::UsernameAndEmail => form.field(&Field::Username, "text", "username", |f| {
                f.valued(&typed.username).labelled("field-username-or-email")
            }),
        }
    }

    fn with_password(form: FormView, field: &Field, account: Account<'_>) -> FormView {
        account.on(form).field(field, "password", "current-password", |f| f)
    }

    pub(super) fn with_new_password(&self, form: FormView, field: &Field, account: Account<'_>) -> FormView {
        let form = account.on(form);
        let (hint, features) = (self.password_hint(), &self.settings.features);
        let meter = features.password_strength.then(|| self.action(&self.settings.paths.password_strength));
        self.retyped(form.field(field, "password", "new-password", |f| f.hinted(hint).metered(meter)))
    }

    fn retyped(&self, form: FormView) -> FormView {
        if !self.settings.features.retype_password {
            return form;
        }
        form.field(&Field::RetypePassword, "password", "new-password", |f| f)
    }
}
