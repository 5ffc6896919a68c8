//! Known devices: the mark that a sign-in leaves in a browser.
//!
//! A mark is sixteen random bytes and a code over them, the user, the user's `device_epoch` and the browser's name. So it
//! says nothing by itself, no two are alike, and it is void as soon as the epoch moves on: with a new password, and
//! whenever everything is signed out. Nothing is stored, and a page that asks for nothing but a session pays nothing.

use crate::domain::{User, UserId};
use crate::kit::Visitor;
use crate::manager::UserManager;
use crate::ports::{Changes, SessionChange, UserChange};
use crate::seal::Label;

const RANDOM_BYTES: usize = 16;

/// A mark that is good, by what makes it differ from every other.
pub(crate) struct KnownDevice(u128);

impl KnownDevice {
    /// Under what its guesses are counted.
    pub(crate) fn key(&self) -> String {
        format!("device:{:032x}", self.0)
    }
}

impl UserManager {
    /// A mark for this browser, in which `user` has proven who they are: on it, strangers' guesses hold nobody up, and
    /// signing in is no news. A front end keeps it where [`Visitor::device`] comes from.
    pub(crate) fn device_mark(&self, user: &User, visitor: &Visitor) -> String {
        let random = self.random_bytes();
        self.seals().seal_bound(Label::Device, &random, &marked(user, visitor))
    }

    /// The device, if this browser carries a good mark of this user. The mark of another browser counts for nothing in
    /// this one: whoever copied it has to pretend to be the same browser, too.
    pub(crate) fn known_device(&self, user: &User, visitor: &Visitor) -> Option<KnownDevice> {
        let mark = visitor.device.as_deref()?;
        let random = self.seals().open_bound::<RANDOM_BYTES>(Label::Device, mark, &marked(user, visitor))?;
        Some(KnownDevice(u128::from_be_bytes(random)))
    }

    /// The user's sessions end and the marks of their devices are void: nobody is in, and nobody has an easier way back
    /// in than a stranger.
    pub(crate) fn sign_out_everywhere(user: UserId, changes: &mut Changes) {
        changes.add(SessionChange::EndAll(user));
        changes.add(UserChange::VoidDevices(user));
    }
}

impl User {
    /// The user as they are after a commit that voids the marks of their devices: for the mark of the browser that stays.
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
