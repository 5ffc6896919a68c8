//! Known devices: the mark that a sign-in leaves in a browser.
//!
//! A mark is sixteen random bytes, a digest of them and the client where it was made, and a code over both, the user,
//! the user's `device_epoch` and the browser's name. So it says nothing by itself, no two are alike, and it is void as
//! soon as the epoch moves on: with a new password, and whenever everything is signed out. Nothing is stored, and a
//! page that asks for nothing but a session pays nothing.
//!
//! A mark is at home with the client where it was made. There it has a lane that nobody else uses up, and it alone
//! keeps a sign-in from being news. Anywhere else it may be a copy: each client has a lane, and all of them together no
//! more than strangers have at an account.

use crate::domain::{User, UserId};
use crate::kit::Visitor;
use crate::manager::UserManager;
use crate::ports::{Changes, SessionChange, UserChange};
use crate::seal::Label;

const RANDOM_BYTES: usize = 16;
const HOME_BYTES: usize = 8;
const MARK_BYTES: usize = RANDOM_BYTES + HOME_BYTES;

/// A mark that is good, by what makes it differ from every other, and where it is presented.
pub(crate) struct KnownDevice {
    mark: u128,
    /// Where it is presented, unless it is at home there.
    away: Option<String>,
}

impl KnownDevice {
    /// Whether it was made where it is presented.
    pub(crate) const fn is_at_home(&self) -> bool {
        self.away.is_none()
    }

    /// Under what its guesses are counted here.
    pub(crate) fn key(&self) -> String {
        let client = self.away.as_deref().unwrap_or("home");
        format!("device:{:032x}:{client}", self.mark)
    }

    /// Under what its guesses everywhere but at home are counted.
    pub(crate) fn key_away(&self) -> Option<String> {
        self.away.is_some().then(|| format!("device:{:032x}:away", self.mark))
    }
}

impl UserManager {
    /// A mark for this browser, in which `user` has proven who they are: on it, strangers' guesses hold nobody up, and
    /// signing in is no news. A front end keeps it where [`Visitor::device`] comes from.
    pub(crate) fn device_mark(&self, user: &User, visitor: &Visitor) -> String {
        let mut mark = [0; MARK_BYTES];
        let (random, home) = mark.split_at_mut(RANDOM_BYTES);
        random.copy_from_slice(&self.random_bytes());
        home.copy_from_slice(&self.home(random, visitor));
        self.seals().seal_bound(Label::Device, &mark, &marked(user, visitor))
    }

    /// The device, if this browser carries a good mark of this user. The mark of another browser counts for nothing in
    /// this one: an attacker who copied it has to pretend to be the same browser, too.
    pub(crate) fn known_device(&self, user: &User, visitor: &Visitor) -> Option<KnownDevice> {
        let mark = visitor.device.as_deref()?;
        let mark = self.seals().open_bound::<MARK_BYTES>(Label::Device, mark, &marked(user, visitor))?;
        let (random, home) = mark.split_first_chunk::<RANDOM_BYTES>()?;
        let away = (*home != self.home(random, visitor)).then(|| visitor.client());
        Some(KnownDevice { mark: u128::from_be_bytes(*random), away })
    }

    /// What tells a mark where it was made, and tells nobody else.
    fn home(&self, random: &[u8], visitor: &Visitor) -> [u8; HOME_BYTES] {
        let digest = self.seals().digest(Label::Device, &[random, visitor.client().as_bytes()].concat());
        let mut home = [0; HOME_BYTES];
        home.iter_mut().zip(digest).for_each(|(byte, from)| *byte = from);
        home
    }

    /// The user's sessions end and the marks of their devices are void: nobody is in, and nobody has an easier way back
    /// in than a stranger.
    pub(crate) fn sign_out_everywhere(user: UserId, changes: &mut Changes) {
        changes.add(SessionChange::EndAll(user));
        changes.add(UserChange::VoidDevices(user));
        changes.add(Self::end_of_trust(user));
    }
}

impl User {
    /// The user as they are after a commit that voids the marks of their devices: for the mark of the browser that
    /// stays.
    #[must_use]
    pub(crate) fn with_devices_void(mut self) -> Self {
        self.device_epoch += 1;
        self
    }
}

/// What a mark is bound to. Digits are left out of the browser's name: an update is the same browser.
fn marked(user: &User, visitor: &Visitor) -> Vec<u8> {
    let browser = visitor.user_agent().unwrap_or_default();
    let browser = browser.chars().filter(|c| !c.is_ascii_digit());
    let mut bound = user.id.as_bytes().to_vec();
    bound.extend_from_slice(&user.device_epoch.to_be_bytes());
    bound.extend(browser.collect::<String>().into_bytes());
    bound
}
