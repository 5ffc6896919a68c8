//! Requests for a mail: one row, whosever the address is. The courier looks up what goes there.

use crate::domain::{EmailAddress, MailDetails, MailKind, MailRequest, UserId};
use crate::kit::{Visitor, contention};
use crate::manager::UserManager;
use crate::ports::{Changes, CommitError, PortError};

impl UserManager {
    /// Queues a request for a mail to this address: one row, whosever the address is. `account` is the one that the
    /// asking browser registered.
    pub(crate) async fn request_mail(
        &self,
        (kind, request): (MailKind, MailRequest),
        address: &EmailAddress,
        account: Option<UserId>,
        visitor: &Visitor,
    ) -> Result<(), PortError> {
        let details = MailDetails { request: Some(request), ..self.where_and_when(visitor) };
        let letter = self.letter(kind).saying(details).otherwise_in(Some(&visitor.locale));
        let asked = letter.to_address(address).map(|mail| mail.of_account(account));
        let mut changes = Changes::none();
        changes.extend(asked);
        match self.commit(changes).await {
            // The account went in this moment: nothing is left to ask for.
            Ok(()) | Err(CommitError::Gone) => Ok(()),
            Err(CommitError::Failed(error)) => Err(error),
            Err(CommitError::Stale | CommitError::Taken(_)) => Err(contention()),
        }
    }
}
