//! The table of pages. A page has one row, and everything that depends on which pages there are follows from it.

use serde::{Deserialize, Serialize};

use super::{Audience, MenuGroup, icons};
use crate::settings::Settings;

/// Makes everything that has an entry for each page. A row reads: the page and the name of its settings, its path; when
/// it is on, and which setting switches it; whom other pages link to it for; the group of the menu it is in and its
/// icon; and where its form leads, with the page that it leads to unless a setting says otherwise.
macro_rules! pages {
    (
        pages { $(
            #[doc = $doc:literal]
            $page:ident $name:ident $path:literal,
            on $on:expr $(, by $switch:literal)? $(, for $audience:ident)? $(, in $group:ident $icon:ident $($hint:literal)?)?
            $(, then $after:ident $after_doc:literal $usual:ident)?;
        )+ }
        fixed { $(
            #[doc = $fixed_doc:literal]
            $fixed:ident $fixed_name:ident $fixed_path:literal, on $fixed_on:expr, by $fixed_switch:literal;
        )+ }
        files { $(
            #[doc = $file_doc:literal]
            $file:ident $file_path:literal;
        )+ }
    ) => {
        /// An account page.
        ///
        /// A front end that matches on all of them learns of a new one from the compiler. The order is that of the
        /// menu.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Page {
            $(#[doc = $doc] $page,)+
            $(#[doc = $fixed_doc] $fixed,)+
        }

        impl Page {
            /// Every page, in the order of the menu.
            pub const ALL: [Self; [$(Self::$page,)+ $(Self::$fixed,)+].len()] =
                [$(Self::$page,)+ $(Self::$fixed,)+];

            /// The name of the page in settings and templates, such as `change_username`.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$page => stringify!($name),)+
                    $(Self::$fixed => stringify!($fixed_name),)+
                }
            }

            /// Whether the page exists with these settings. A page whose feature is off does not.
            pub fn is_on(self, settings: &Settings) -> bool {
                let is_on: fn(&Settings) -> bool = match self {
                    $(Self::$page => $on,)+
                    $(Self::$fixed => $fixed_on,)+
                };
                is_on(settings)
            }

            /// The setting that switches the page on or off; `None` for a page that is always there.
            pub const fn switch(self) -> Option<&'static str> {
                match self {
                    $($(Self::$page => Some($switch),)?)+
                    $(Self::$fixed => Some($fixed_switch),)+
                    _ => None,
                }
            }

            /// Whom other pages link to this page for; `None` for a page that only mails, forms and programs lead to.
            pub const fn audience(self) -> Option<Audience> {
                match self {
                    $($(Self::$page => Some(Audience::$audience),)?)+
                    _ => None,
                }
            }

            /// The group of the menu that the page is in, if it is in the menu.
            pub const fn menu(self) -> Option<MenuGroup> {
                match self {
                    $($(Self::$page => Some(MenuGroup::$group),)?)+
                    _ => None,
                }
            }

            /// The icon of the page in the menu.
            pub(crate) const fn icon(self) -> &'static str {
                match self {
                    $($(Self::$page => icons::$icon,)?)+
                    _ => icons::DOT,
                }
            }

            /// The message that says in the menu what the page is for.
            pub(crate) const fn hint(self) -> Option<&'static str> {
                match self {
                    $($($(Self::$page => Some($hint),)?)?)+
                    _ => None,
                }
            }

            /// The setting in [`Destinations`] that says where the form of this page leads, and the page that it leads
            /// to without that setting.
            pub const fn destination(self) -> Option<(&'static str, Self)> {
                match self {
                    $($(Self::$page => Some((stringify!($after), Self::$usual)),)?)+
                    _ => None,
                }
            }

            /// The whole path of the page with these paths, as the app's routes have it.
            pub fn path(self, paths: &Paths) -> String {
                match self {
                    $(Self::$page => paths.whole(&paths.$name),)+
                    $(Self::$fixed => $fixed_path.to_owned(),)+
                }
            }
        }

        /// The paths of the pages, each below `prefix`.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(default)]
        #[non_exhaustive]
        pub struct Paths {
            /// Where all account pages are mounted. Default: `/user`.
            pub prefix: String,
            $(#[doc = concat!($doc, " Default: `", $path, "`.")] pub $name: String,)+
            $(#[doc = concat!($file_doc, " Default: `", $file_path, "`.")] pub $file: String,)+
        }

        impl Default for Paths {
            fn default() -> Self {
                Self {
                    prefix: "/user".to_owned(),
                    $($name: $path.to_owned(),)+
                    $($file: $file_path.to_owned(),)+
                }
            }
        }

        impl Paths {
            /// Every path with the name of its setting.
            pub fn all(&self) -> Vec<(&'static str, &str)> {
                vec![
                    $((stringify!($name), self.$name.as_str()),)+
                    $((stringify!($file), self.$file.as_str()),)+
                ]
            }
        }

        /// Where each flow leads when the visitor asked for nothing else with `next`. All lead to the site itself.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(default)]
        #[non_exhaustive]
        pub struct Destinations {
            /// After signing in. Default: `/`.
            pub after_sign_in: String,
            $($(
                #[doc = concat!($after_doc, " Default: [`Page::", stringify!($usual), "`].")]
                pub $after: Option<String>,
            )?)+
            /// Where a visitor is sent who must sign in. Default: the sign-in page. When it is the page with both
            /// forms, the links to sign in lead there, too.
            pub not_signed_in: Option<String>,
            /// Where a user is sent who may not see a page. Default: nowhere; a page that says so, with status 403.
            pub not_allowed: Option<String>,
            /// Where a user is sent who must confirm an address first. Default: the page that sends another mail.
            pub email_not_confirmed: Option<String>,
        }

        impl Default for Destinations {
            fn default() -> Self {
                Self {
                    after_sign_in: "/".to_owned(),
                    $($($after: None,)?)+
                    not_signed_in: None,
                    not_allowed: None,
                    email_not_confirmed: None,
                }
            }
        }

        impl Destinations {
            /// Where the form of `page` leads, if that is set.
            pub fn after(&self, page: Page) -> Option<&str> {
                match page {
                    $($(Page::$page => self.$after.as_deref(),)?)+
                    _ => None,
                }
            }

            /// Every destination that is set, with the name of its setting.
            pub fn all(&self) -> Vec<(&'static str, &str)> {
                let optional = [
                    $($((stringify!($after), &self.$after),)?)+
                    ("not_signed_in", &self.not_signed_in),
                    ("not_allowed", &self.not_allowed),
                    ("email_not_confirmed", &self.email_not_confirmed),
                ];
                let set = optional.into_iter().filter_map(|(name, path)| path.as_deref().map(|path| (name, path)));
                std::iter::once(("after_sign_in", self.after_sign_in.as_str())).chain(set).collect()
            }
        }

        /// Links to the pages that are there for this visitor; `None` for a page whose feature is off or that is not
        /// for them.
        #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
        #[non_exhaustive]
        pub struct Links {
            /// The app's own front page. It ends in `/`: the app's other pages are `{{site.links.home}}members`.
            pub home: String,
            $($(
                #[doc = concat!($doc, " For [`Audience::", stringify!($audience), "`].")]
                pub $name: Option<String>,
            )?)+
            /// The development mailbox, where there is one.
            pub mailbox: Option<String>,
        }

        impl Links {
            /// The link to `page`, of the pages that others link to.
            pub(crate) const fn link_mut(&mut self, page: Page) -> Option<&mut Option<String>> {
                match page {
                    $($(Page::$page => {
                        let _: Audience = Audience::$audience;
                        Some(&mut self.$name)
                    })?)+
                    _ => None,
                }
            }
        }
    };
}

pages! {
    pages {
        /// The registration page.
        Register register "/register", on |s| s.features.register, by "features.register", for Strangers,
            then after_register
                "After registering, when that did not sign in. Where no address is confirmed: the sign-in page." CheckEmail;
        /// The sign-in page.
        SignIn sign_in "/sign-in", on |_| true, for Strangers;
        /// The page with both forms, to sign in and to register.
        SignInOrRegister sign_in_or_register "/sign-in-or-register",
            on |s| s.registers_anybody() && s.signs_in_or_registers(), by "features.sign_in_or_register", for Strangers;
        /// The second step of signing in; which one, a query tells.
        SecondStep second_step "/second-step", on |s| s.features.totp, by "features.totp";
        /// Signing out.
        SignOut sign_out "/sign-out", on |_| true, for Users, then after_sign_out "After signing out." SignIn;
        /// Choosing the language of the pages: where the form of languages leads, and no page to look at.
        Language language "/language", on Settings::chooses_language, by "features.choose_language";
        /// Saying that a mail is on its way, and sending it again.
        CheckEmail check_email "/check-email",
            on |s| s.confirms_email() || s.resets_password(), by "features.confirm_email";
        /// Confirming an address; links append the token.
        ConfirmEmail confirm_email "/confirm-email", on Settings::confirms_email, by "features.confirm_email",
            then after_confirm_email "After confirming an address. When that signed in: `after_sign_in`." SignIn;
        /// Asking for another confirmation mail.
        ResendConfirmEmail resend_confirm_email "/resend-confirm-email",
            on Settings::confirms_email, by "features.confirm_email", for Strangers,
            then after_resend_confirm_email "After asking for another confirmation mail." CheckEmail;
        /// Asking for a link to reset the password.
        ForgotPassword forgot_password "/forgot-password",
            on Settings::resets_password, by "features.forgot_password", for Strangers,
            then after_forgot_password "After asking to reset the password." CheckEmail;
        /// Setting a new password; links append the token.
        ResetPassword reset_password "/reset-password", on Settings::takes_back, by "features.forgot_password",
            then after_reset_password "After resetting the password. When that signed in: `after_sign_in`." SignIn;
        /// Using a recovery code: for a new password, or as a proof of who is signed in already.
        UseRecoveryCode use_recovery_code "/use-recovery-code",
            on |s| s.features.recovery_codes, by "features.recovery_codes", for Everybody;
        /// Taking the account back, after a change of a way in; links append the token.
        UndoEmailChange undo_email_change "/undo-email-change",
            on Settings::takes_back, by "features.forgot_password";
        /// Accepting an invitation; links append the token.
        AcceptInvitation accept_invitation "/accept-invitation", on Settings::invites, by "invitations.mode";
        /// The user's own page.
        Profile profile "/profile", on |_| true, for Users, in You PERSON;
        /// Editing the profile.
        EditProfile edit_profile "/edit-profile", on Settings::edits_profile, by "features.edit_profile",
            for Users, in You PENCIL "profile-edit", then after_edit_profile "After editing the profile." Profile;
        /// The user's picture; removing it appends `/remove`.
        Picture picture "/picture", on Settings::has_pictures, by "features.picture",
            for Users, in You PICTURE "profile-picture";
        /// Where pictures are served from; the id and the size are appended.
        Pictures pictures "/pictures", on Settings::has_pictures, by "features.picture";
        /// The user's addresses.
        ManageEmails manage_emails "/manage-emails", on Settings::manages_emails, by "features.multiple_emails",
            for Users, in You ENVELOPE "profile-manage-emails";
        /// Doing something to one of the addresses: below it, the address and the action.
        EmailAction email_action "/email", on Settings::manages_emails, by "features.multiple_emails";
        /// Changing the only address.
        ChangeEmail change_email "/change-email", on Settings::changes_email, by "features.change_email",
            for Users, in You ENVELOPE "profile-change-email",
            then after_change_email "After asking to change the only address." Profile;
        /// Changing the username.
        ChangeUsername change_username "/change-username",
            on Settings::changes_username, by "features.change_username",
            for Users, in Security BADGE "profile-change-username",
            then after_change_username "After changing the username." Profile;
        /// Changing the password.
        ChangePassword change_password "/change-password",
            on |s| s.features.change_password, by "features.change_password",
            for Users, in Security LOCK "profile-change-password",
            then after_change_password "After changing the password." Profile;
        /// Making recovery codes; telling that they are saved appends `/saved`.
        RecoveryCodes recovery_codes "/recovery-codes",
            on |s| s.features.recovery_codes, by "features.recovery_codes",
            for Users, in Security SHEET "profile-recovery-codes";
        /// The user's authenticator apps; setting one up, renaming and removing one append which and what.
        AuthenticatorApps authenticator_apps "/authenticator-apps",
            on |s| s.features.totp, by "features.totp",
            for Users, in Security SHEET "profile-authenticator-apps";
        /// Where the user is signed in.
        Sessions sessions "/sessions", on |s| s.features.sessions, by "features.sessions",
            for Users, in Security SCREEN "profile-sessions";
        /// Where the script of a form asks how strong a password is: no page to look at.
        PasswordStrength password_strength "/password-strength",
            on |s| s.features.password_strength, by "features.password_strength";
        /// Keeping an account that is going to be deleted.
        KeepAccount keep_account "/keep", on |_| true, for Users,
            then after_keep_account "After keeping an account that was going to be deleted." Profile;
        /// Inviting people.
        Invite invite "/invite", on Settings::invites, by "invitations.mode",
            for Inviters, in Site PAPER_PLANE "profile-invite", then after_invite "After inviting somebody." Invite;
        /// Exporting what the site keeps about the user; the files are appended.
        ExportData export_data "/data", on Settings::exports_data, by "features.export_data",
            for Users, in Site SHEET "profile-export-data";
        /// Deleting the account.
        DeleteAccount delete_account "/delete", on |s| s.features.delete_account, by "features.delete_account",
            for Users, in Site TRASH "profile-delete-account",
            then after_delete_account "After deleting the account, or asking for that." SignIn;
    }
    fixed {
        /// Leads password managers to the page that changes the password (W3C: Well-Known URL for Changing Passwords).
        ChangePasswordUrl change_password_url "/.well-known/change-password",
            on |s| s.features.change_password, by "features.change_password";
    }
    files {
        /// The stylesheet and whatever else pages load.
        assets "/assets";
    }
}

impl Paths {
    /// A page's whole path: `prefix` and its own.
    pub fn whole(&self, path: &str) -> String {
        format!("{}{path}", self.prefix)
    }
}
