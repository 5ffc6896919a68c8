//! Mails that depend on whose an address is. The page that asks for one writes the same row for every address; the
//! courier looks up whose it is, where nobody waits for the answer.

use crate::domain::{
    Actor, Event, EventKind, MailDetails, MailKind, MailLink, MailRequest, Purpose, QueuedMail, Token, User,
    UserEmail, UserStatus,
};
use crate::kit::{Try, attempt, mail_link};
use crate::manager::UserManager;
use crate::ports::{Changes, MailChange, MailLease, PortError, TokenChange, UserChange, UserKey};

/// So many accounts that wait are looked at for the one that registered with an address last.
const REGISTRANTS: u32 = 100;

/// What becomes of a mail when its address was looked up.
pub(super) enum Addressed {
    /// It goes as it is.
    AsItIs,
    /// This one goes, under the same lease; the other is no more.
    Instead(Box<QueuedMail>),
    /// Nothing goes to this address.
    Nowhere,
}

/// What is written in place of a request, and the mail among it.
struct Answer {
    changes: Changes,
    mail: Option<QueuedMail>,
}

impl Answer {
    const fn nothing() -> Self {
        Self { changes: Changes::none(), mail: None }
    }
}

impl UserManager {
    /// Looks up whose the address of a lent mail is, and puts what follows in place of the mail, in one commit.
    pub(super) async fn addressed(&self, mail: &QueuedMail) -> Result<Addressed, PortError> {
        let Some(until) = mail.leased_until else { return Ok(Addressed::AsItIs) };
        attempt((), async |()| {
            let Some(answer) = self.answer(mail).await? else { return Ok(Try::Done(Addressed::AsItIs)) };
            let instead = answer.mail.map(|instead| instead.lent_until(until));
            let mut changes = answer.changes.with(MailChange::Sent(MailLease { mail: mail.id, until }));
            changes.extend(instead.clone());
            if !self.commit_unless_lost(changes).await? {
                return Ok(Try::Again(()));
            }
            Ok(Try::Done(instead.map_or(Addressed::Nowhere, |mail| Addressed::Instead(Box::new(mail)))))
        })
        .await
    }

    /// `None` for a mail that goes to its address whosever it is.
    async fn answer(&self, mail: &QueuedMail) -> Result<Option<Answer>, PortError> {
        if mail.details.request.is_none() && !confirms(mail) {
            return Ok(None);
        }
        let owner = self.store().user(UserKey::Email(&mail.to)).await?;
        Ok(Some(match (mail.details.request, owner) {
            (Some(MailRequest::Export), _) => {
                let made = self.made_export(mail).await?;
                made.map_or_else(Answer::nothing, |(changes, told)| Answer { changes, mail: Some(told) })
            }
            (Some(MailRequest::ResetPassword), Some(owner)) => self.reset_answer(&owner, mail),
            // Nobody's password, and nothing to confirm any more.
            (Some(MailRequest::ResetPassword), None) | (Some(MailRequest::ConfirmEmail), Some(_)) => {
                Answer::nothing()
            }
            (Some(MailRequest::OwnAddress), Some(owner)) => {
                match self.asking_account(mail, MailRequest::OwnAddress).await? {
                    Some(_) => self.owner_answer(&owner, mail).await?,
                    None => Answer::nothing(),
                }
            }
            (Some(MailRequest::Registration), Some(owner)) => self.owner_answer(&owner, mail).await?,
            (Some(request), None) => self.confirmation_answer(mail, request).await?,
            (None, Some(owner)) if Some(owner.id) != mail.user_id => self.owner_answer(&owner, mail).await?,
            (None, _) => return Ok(None),
        }))
    }

    /// A link to set a new password, in place of all earlier ones to this address, for a user in good standing.
    fn reset_answer(&self, owner: &User, mail: &QueuedMail) -> Answer {
        let held = owner.email(&mail.to).filter(|_| owner.status == UserStatus::Active);
        let Some(held) = held else { return Answer::nothing() };
        let token = self.fresh_token(Purpose::RESET_PASSWORD, owner, held.id);
        let changes = Changes::none()
            .with(UserChange::Unchanged { id: owner.id, revision: owner.revision })
            .with(TokenChange::VoidFor { email: held.id, purpose: token.purpose, at: token.created_at })
            .with(TokenChange::Insert(token.clone()))
            .with(self.asked(EventKind::PASSWORD_RESET_REQUESTED, owner, mail));
        Answer { changes, mail: self.mail_with_link(owner, held, &token, mail) }
    }

    /// A link to confirm the address, in place of all earlier ones: for the account that the asking browser registered,
    /// else for who registered with the address last.
    async fn confirmation_answer(
        &self,
        mail: &QueuedMail,
        request: MailRequest,
    ) -> Result<Answer, PortError> {
        let Some(user) = self.asking_account(mail, request).await? else { return Ok(Answer::nothing()) };
        let Some(held) = user.email(&mail.to) else { return Ok(Answer::nothing()) };
        let is_late = request != MailRequest::ConfirmEmail;
        if is_late && !self.may_mail(mail.kind, &mail.to).await? {
            return Ok(Answer::nothing());
        }
        let token = self.fresh_token(Purpose::CONFIRM_EMAIL, &user, held.id);
        let mut changes = Changes::none()
            .with(UserChange::Unchanged { id: user.id, revision: user.revision })
            .with(TokenChange::VoidFor { email: held.id, purpose: token.purpose, at: token.created_at })
            .with(TokenChange::Insert(token.clone()));
        if !is_late {
            changes.add(self.asked(EventKind::CONFIRMATION_REQUESTED, &user, mail));
        }
        Ok(Answer { changes, mail: self.mail_with_link(&user, held, &token, mail) })
    }

    async fn asking_account(
        &self,
        mail: &QueuedMail,
        request: MailRequest,
    ) -> Result<Option<User>, PortError> {
        let own = match mail.user_id {
            Some(id) => self.store().user(UserKey::Id(id)).await?,
            None => None,
        };
        let waits = |user: &User| match request {
            MailRequest::OwnAddress => user.status != UserStatus::Disabled,
            _ => user.status == UserStatus::Pending,
        };
        let lists = |user: &User| user.email(&mail.to).is_some_and(|held| held.confirmed_at.is_none());
        match own.filter(|own| waits(own) && lists(own)) {
            Some(own) => Ok(Some(own)),
            None if request != MailRequest::ConfirmEmail => Ok(None),
            None => {
                // Who only added the address to an account that waits does not stand for it.
                let came = |user: &User| {
                    user.registered_email().is_some_and(|registered| registered.address == mail.to)
                };
                Ok(self.store().registrants(&mail.to, REGISTRANTS).await?.into_iter().find(came))
            }
        }
    }

    /// The address has an account: its owner is told that somebody tried to use it, and no link goes anywhere.
    async fn owner_answer(&self, owner: &User, mail: &QueuedMail) -> Result<Answer, PortError> {
        let changes =
            Changes::none().with(self.asked(EventKind::REGISTRATION_FOR_EXISTING_EMAIL, owner, mail));
        let told = self.mail_about_registration(owner, &mail.to);
        let may = told.is_some() && self.may_mail(MailKind::ALREADY_REGISTERED, &mail.to).await?;
        Ok(Answer { changes, mail: told.filter(|_| may) })
    }

    fn mail_with_link(
        &self,
        user: &User,
        held: &UserEmail,
        token: &Token,
        asked: &QueuedMail,
    ) -> Option<QueuedMail> {
        let details = MailDetails { link: Some(mail_link(token)), request: None, ..asked.details.clone() };
        // To the address as its owner wrote it, never as the visitor did.
        self.letter(asked.kind).saying(details).to_user(user, &held.address)
    }

    /// What happened when the mail was asked for, from where the visitor was.
    fn asked(&self, kind: EventKind, user: &User, mail: &QueuedMail) -> Event {
        let address = mail.details.address.as_deref().and_then(|address| address.parse().ok());
        Event {
            actor: Actor::VISITOR,
            address,
            user_agent: mail.details.user_agent.clone(),
            ..self.event(kind, Some(user.id), None)
        }
    }
}

/// Whether the mail asks its reader to confirm the address.
fn confirms(mail: &QueuedMail) -> bool {
    matches!(mail.details.link, Some(MailLink::Token { purpose: Purpose::CONFIRM_EMAIL, .. }))
}
