//! Stand-ins for the ports of `user-core`, and the contract that every store must keep.
//!
//! It serves the tests of adapters, front ends and apps with accounts. Nothing in it sleeps, uses chance, or touches
//! anything outside the process.
//!
//! | port | stand-in | what a test can do with it |
//! |---|---|---|
//! | `Store` | [`MemoryStore`] | everything: it keeps the whole contract |
//! | | [`FailingStore`] | take the database down, refuse one commit, see which look-ups were made |
//! | `Mailer` | [`SentMail`] | read what was sent, follow its link, refuse mails |
//! | `Renderer` | [`PlainRenderer`] | see template, language and data; break a template |
//! | `PasswordHasher` | [`PlainHasher`] | hash in no time, count verifications, have no capacity |
//! | `Throttle` | [`NoThrottle`] | never be throttled |
//! | `Clock` | [`FixedClock`] | stand still, and move by hand |
//! | `Entropy` | [`CountingEntropy`] | get the same ids in every run |
//! | `Observer` | [`Recorder`] | see which events were told |
//! | `Pictures` | [`MemoryPictures`] | see what is kept: it keeps the whole contract |
//! | `PictureMaker` | [`PlainPictureMaker`] | upload pictures that are plain text |
//!
//! Clones of a stand-in share what they hold: a test keeps one, and hands the other over.
//!
//! [`story`] puts them together: a site in memory, and visitors who register, confirm and sign in. With the feature
//! `browser`, `browser` has a browser that visits the pages of an app, fills in their forms and opens its mails.
//!
//! A store of one's own is tested with [`store_contract!`]; [`contract`] says what is asked, sentence by sentence.
//! [`picture_contract!`] tests an adapter that keeps pictures in the same way.
//!
//! ```
//! use std::time::Duration;
//!
//! use user_core::domain::{Event, EventId, EventKind};
//! use user_core::ports::{Changes, Clock, Store};
//! use user_testkit::{CountingEntropy, FailingStore, FixedClock, MemoryStore};
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let (clock, entropy) = (FixedClock::default(), CountingEntropy::new());
//! let store = FailingStore::new(MemoryStore::new());
//! clock.advance(Duration::from_secs(60));
//!
//! let id = EventId::fresh(&clock, &entropy);
//! let event = Event::new(id, EventKind::SIGN_IN_FAILED, clock.now());
//! store.commit(Changes::none().with(event.clone())).await?;
//! store.break_down();
//!
//! assert_eq!(store.inner().events(), [event]);
//! assert!(store.ready().await.is_err());
//! assert_eq!(store.take_calls(), ["commit", "ready"]);
//! # Ok(())
//! # }
//! ```

mod altered;
#[cfg(feature = "browser")]
#[expect(
    clippy::expect_used,
    clippy::panic,
    clippy::missing_panics_doc,
    reason = "a browser speaks by failing its test"
)]
pub mod browser;
#[expect(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::missing_panics_doc,
    reason = "a contract speaks by failing its test"
)]
pub mod contract;
mod counting_entropy;
mod failing_store;
mod fixed_clock;
mod memory_store;
mod no_throttle;
#[expect(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::missing_panics_doc,
    reason = "a contract speaks by failing its test"
)]
pub mod picture_contract;
mod pictures;
mod plain_hasher;
mod plain_renderer;
mod recorder;
mod sent_mail;
mod store_contract;
#[expect(clippy::expect_used, clippy::missing_panics_doc, reason = "a story speaks by failing its test")]
pub mod story;

pub use altered::altered;
pub use counting_entropy::CountingEntropy;
pub use failing_store::FailingStore;
pub use fixed_clock::FixedClock;
pub use memory_store::MemoryStore;
pub use no_throttle::NoThrottle;
pub use pictures::{MemoryPictures, PlainPictureMaker};
pub use plain_hasher::PlainHasher;
pub use plain_renderer::PlainRenderer;
pub use recorder::Recorder;
pub use sent_mail::{MailRefusal, SentMail};
pub use story::signed_in;
