//! What a registration writes: an account, or the same one anew, with its mark and its first mail.

use chrono::TimeDelta;

use super::Applicant;
use crate::domain::{
    EmailId, EventKind, MailKind, MailRequest, PasswordHash, Profile, Purpose, User, UserEmail, UserId,
    UserStatus,
};
use crate::kit::{RegisteredHere, Visitor, mail_link};
use crate::manager::UserManager;
use crate::ports::{
    Changes, CredentialChange, EmailChange, RoleChange, SessionChange, TokenChange, UserChange,
};

impl UserManager {
    pub(super) fn new_user(&self, applicant: &Applicant, hash: &PasswordHash, visitor: &Visitor) -> User {
        let (clock, entropy) = (self.parts.clock.as_ref(), self.parts.entropy.as_ref());
        let now = clock.now();
        let confirms = self.confirms_first(applicant);
        let roles = applicant.invitation.as_ref().map(|invitation| invitation.roles.clone());
        let email = applicant.email.as_ref().map(|address| UserEmail {
            id: EmailId::fresh(clock, entropy),
            address: address.clone(),
            confirmed_at: (!confirms).then_some(now),
            primary: !confirms,
        });
        let mut user = User {
            id: UserId::fresh(clock, entropy),
            username: applicant.username.clone(),
            emails: email.into_iter().collect(),
            password_hash: Some(hash.clone()),
            status: if confirms { UserStatus::Pending } else { UserStatus::Active },
            roles: roles.unwrap_or_default(),
            locale: Some(visitor.locale.clone()),
            time_zone: None,
            profile: Profile::default(),
            picture: None,
            device_epoch: 0,
            last_signed_in_at: None,
            deletion_at: None,
            created_at: now,
            revision: 0,
        };
        applicant.told.apply_to_new(&mut user);
        user
    }

    pub(super) fn added(&self, user: User, visitor: &Visitor) -> (User, Changes) {
        let event = self.event(EventKind::USER_REGISTERED, Some(user.id), Some(visitor));
        let changes = Changes::none().with(UserChange::Insert(Box::new(user.clone()))).with(event);
        (user, changes)
    }

    /// The same account with everything anew: its earlier links and marks lead nowhere.
    pub(super) fn replaced(&self, earlier: &User, anew: User, visitor: &Visitor) -> (User, Changes) {
        let (id, revision) = (earlier.id, earlier.revision);
        let mut user = User { id, created_at: earlier.created_at, revision: revision + 1, ..anew };
        // An address that an invitation proves counts from when the account was made, as it does after a link to
        // confirm.
        let proven = user.emails.iter_mut().filter_map(|email| email.confirmed_at.as_mut());
        proven.for_each(|at| *at = earlier.created_at);
        let mut changes = Changes::none()
            .with(UserChange::Revise { id, revision })
            .with(TokenChange::VoidAll { user: id, at: self.now() })
            .with(SessionChange::EndAll(id))
            .with(CredentialChange::DeleteSince { user: id, since: earlier.created_at, kept: &[] })
            .with(UserChange::SetStatus(id, user.status))
            .with(UserChange::SetLocale(id, user.locale.clone()))
            .with(UserChange::SetTimeZone(id, user.time_zone))
            .with(UserChange::SetProfile(id, user.profile.clone()));
        let at = self.now();
        changes.extend(user.username.clone().map(|username| UserChange::SetUsername { id, username, at }));
        changes.extend(user.password_hash.clone().map(|hash| UserChange::SetPassword(id, hash)));
        changes.extend(earlier.emails.iter().map(|email| EmailChange::Delete(id, email.id)));
        changes.extend(user.emails.iter().map(|email| EmailChange::Insert(id, email.clone())));
        changes.extend(user.roles.iter().map(|role| RoleChange::Grant(id, role.clone())));
        changes.add(self.event(EventKind::CONFIRMATION_REQUESTED, Some(id), Some(visitor)));
        (user, changes)
    }

    /// What this browser is recognised by until an address is confirmed. Where nothing is to confirm, it looks the
    /// same.
    pub(super) fn add_mark(
        &self,
        user: &User,
        here: &[RegisteredHere],
        visitor: &Visitor,
        changes: &mut Changes,
    ) -> String {
        if user.status != UserStatus::Pending {
            return self.blank_mark(here);
        }
        let (mark, token) = self.fresh_mark(user, here, visitor);
        changes.add(TokenChange::Insert(token));
        mark
    }

    /// The first mail. One that has to wait gets its link when it goes.
    pub(super) fn add_welcome(&self, user: &User, wait: TimeDelta, visitor: &Visitor, changes: &mut Changes) {
        let Some(email) = user.emails.first() else { return };
        let mut details = self.where_and_when(visitor);
        if user.status == UserStatus::Pending && wait.is_zero() {
            let token = self.fresh_token(Purpose::CONFIRM_EMAIL, user, email.id);
            details.link = Some(mail_link(&token));
            changes.add(TokenChange::Insert(token));
        } else if user.status == UserStatus::Pending {
            details.request = Some(MailRequest::Registration);
        }
        let mail = self.letter(MailKind::REGISTERED).saying(details).to_user(user, &email.address);
        changes.extend(mail.map(|mail| mail.after(wait)));
    }
}
