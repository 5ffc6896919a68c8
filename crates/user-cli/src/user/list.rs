//! Which users are listed.

use clap::Args;
use user_core::UserManager;
use user_core::domain::{User, UserId, UserStatus};
use user_core::ports::PortError;

/// How many users are read at once.
const CHUNK: u32 = 500;

/// Which users are listed.
#[derive(Args, Clone, Debug)]
pub struct UserFilter {
    /// Only those after the user with this id: the last one of the page before.
    #[arg(long, value_name = "ID")]
    pub after: Option<UserId>,
    /// At most so many.
    #[arg(long, default_value_t = 100)]
    pub limit: u32,
    /// Only those whose username or one of whose addresses contains this.
    #[arg(long, value_name = "TEXT")]
    pub search: Option<String>,
    /// Only those with this role.
    #[arg(long)]
    pub role: Option<String>,
    /// Only those who are `pending`, `active` or `disabled`.
    #[arg(long, value_parser = status)]
    pub status: Option<UserStatus>,
}

fn status(name: &str) -> Result<UserStatus, String> {
    UserStatus::parse(name).ok_or_else(|| "it is `pending`, `active` or `disabled`".to_owned())
}

impl UserFilter {
    /// The users wanted. Reads on until there are enough, in pieces.
    pub(crate) async fn find(&self, users: &UserManager) -> Result<Vec<User>, PortError> {
        let limit = usize::try_from(self.limit).unwrap_or(usize::MAX);
        let (mut found, mut after) = (Vec::new(), self.after);
        while found.len() < limit {
            let missing = limit - found.len();
            let piece = self.piece(missing);
            let next = match &self.search {
                Some(text) => users.users_like(text, after, piece).await?,
                None => users.users(after, piece).await?,
            };
            let is_last = u32::try_from(next.len()).is_ok_and(|read| read < piece);
            after = next.last().map(|user| user.id);
            found.extend(next.into_iter().filter(|user| self.wants(user)).take(missing));
            if is_last {
                break;
            }
        }
        Ok(found)
    }

    /// No more than are missing, unless many may have to be passed over.
    fn piece(&self, missing: usize) -> u32 {
        let chooses = self.role.is_some() || self.status.is_some();
        if chooses { CHUNK } else { u32::try_from(missing).map_or(CHUNK, |missing| missing.min(CHUNK)) }
    }

    fn wants(&self, user: &User) -> bool {
        self.role.as_deref().is_none_or(|role| user.has_role(role))
            && self.status.is_none_or(|status| user.status == status)
    }
}
