//! What every keeper of pictures must keep: one public function per sentence, run by
//! [`picture_contract!`](crate::picture_contract!).
//!
//! 1. Both sizes come back as they were, the largest that a maker makes too, and those of other ids stay apart.
//!    [`a_picture_comes_back_exactly`]
//! 2. Nothing comes back under an id that nobody put. [`nothing_is_found_under_another_id`]
//! 3. An id is used once: a second picture is refused, and the first stays. [`an_id_is_used_once`]
//! 4. A picture that was removed is gone in both sizes, and removing it again is accepted; others stay.
//!    [`a_picture_is_removed_however_often`]
//! 5. What has been kept since before a moment is listed, and not what came at it or later.
//!    [`pictures_kept_before_a_moment_are_listed`]
//! 6. They are listed in order of id, after the one named, each exactly once, page by page.
//!    [`pictures_are_listed_page_by_page_in_order_of_id`]
//! 7. One id is put by exactly one of many. [`one_id_is_put_by_one_caller`]
//! 8. Many who remove one picture at once never fail, and a reader meanwhile sees it whole or not at all.
//!    [`a_picture_is_removed_by_many`]

use std::future::Future;
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use tokio::task::JoinSet;
use user_core::domain::{Picture, PictureFile, PictureFormat, PictureId, PictureSize};
use user_core::ports::{Clock, Pictures};

use crate::contract::run_on;
use crate::{CountingEntropy, FixedClock};

/// The keeper under test, as the contract is handed it.
pub type Keeper = Arc<dyn Pictures>;

/// The most that 256 by 256 pixels of four bytes can take, and what a file has around them.
const LARGEST: usize = 256 * 256 * 4 + 64 * 1024;
const CALLERS: u8 = 16;

/// Runs one sentence against a fresh keeper, as [`contract::run`](crate::contract::run) does.
pub fn run<P, G, Fresh, Sentence>(
    name: &str,
    fresh: impl FnOnce() -> Fresh,
    sentence: impl FnOnce(Keeper) -> Sentence,
) where
    P: Pictures + 'static,
    Fresh: Future<Output = Option<(Arc<P>, G)>>,
    Sentence: Future<Output = ()>,
{
    run_on(name, fresh, |pictures: Arc<P>| sentence(pictures));
}

/// Both sizes come back as they were, the largest too, and those of other ids stay apart.
pub async fn a_picture_comes_back_exactly(pictures: Keeper) {
    let every_byte = |length: usize| (0..=u8::MAX).cycle().take(length).collect::<Vec<_>>();
    let one = Picture { small: png(vec![0, 255, 0]), large: jpeg(every_byte(LARGEST)) };
    let other = Picture { small: jpeg(vec![9]), large: png(every_byte(70_000)) };
    put(&pictures, id(1), &one).await;
    put(&pictures, id(2), &other).await;

    for (id, expected) in [(id(1), &one), (id(2), &other)] {
        for size in PictureSize::ALL {
            let kept = get(&pictures, id, size).await;
            assert!(kept.as_ref() == Some(expected.size(size)), "{id} {size:?}: {kept:?}");
        }
    }
}

/// Nothing comes back under an id that nobody put.
pub async fn nothing_is_found_under_another_id(pictures: Keeper) {
    put(&pictures, id(1), &picture(1)).await;

    for other in [id(2), PictureId::from_bytes([0; 16]), PictureId::from_bytes([255; 16])] {
        for size in PictureSize::ALL {
            assert_eq!(get(&pictures, other, size).await, None);
        }
    }
}

/// A second picture under one id is refused, and the first stays.
pub async fn an_id_is_used_once(pictures: Keeper) {
    put(&pictures, id(1), &picture(1)).await;

    assert!(pictures.put(id(1), &picture(2), noon()).await.is_err(), "an id is used once");

    assert_eq!(get(&pictures, id(1), PictureSize::Large).await, Some(picture(1).large));
    assert_eq!(listed(&pictures, noon() + TimeDelta::days(1), None, 9).await, [id(1)]);
}

/// What was removed is gone in both sizes; removing it again is accepted; others stay.
pub async fn a_picture_is_removed_however_often(pictures: Keeper) {
    put(&pictures, id(1), &picture(1)).await;
    put(&pictures, id(2), &picture(2)).await;

    for gone in [id(1), id(1), id(3)] {
        remove(&pictures, gone).await;
    }

    for size in PictureSize::ALL {
        assert_eq!(get(&pictures, id(1), size).await, None);
        assert!(get(&pictures, id(2), size).await.is_some());
    }
    assert_eq!(listed(&pictures, noon() + TimeDelta::days(1), None, 9).await, [id(2)]);
}

/// What has been kept since before a moment is listed, and not what came at it or later.
pub async fn pictures_kept_before_a_moment_are_listed(pictures: Keeper) {
    let tick = TimeDelta::microseconds(1);
    for (number, at) in [(1, noon() - tick), (2, noon()), (3, noon() + tick)] {
        pictures.put(id(number), &picture(number), at).await.expect("a picture is kept");
    }

    assert_eq!(listed(&pictures, noon() - tick, None, 9).await, []);
    assert_eq!(listed(&pictures, noon(), None, 9).await, [id(1)]);
    assert_eq!(listed(&pictures, noon() + tick * 2, None, 9).await, [id(1), id(2), id(3)]);
}

/// In order of id, after the one named, each exactly once, page by page.
pub async fn pictures_are_listed_page_by_page_in_order_of_id(pictures: Keeper) {
    let bytes = |first, last| PictureId::from_bytes([first, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, last]);
    let ordered =
        [bytes(0, 0), bytes(0, 1), bytes(0, 255), bytes(1, 0), bytes(127, 3), bytes(128, 2), bytes(255, 255)];
    for place in [4, 0, 6, 2, 5, 1, 3] {
        put(&pictures, ordered[place], &picture(1)).await;
    }

    let later = noon() + TimeDelta::days(1);
    let (mut found, mut after) = (Vec::new(), None);
    loop {
        let page = listed(&pictures, later, after, 2).await;
        let Some(last) = page.last() else { break };
        assert!(page.len() <= 2);
        after = Some(*last);
        found.extend(page);
    }

    assert_eq!(found, ordered);
}

/// One id is put by exactly one of many.
pub async fn one_id_is_put_by_one_caller(pictures: Keeper) {
    for round in 0..10 {
        let mut callers = JoinSet::new();
        for caller in 0..CALLERS {
            let pictures = Arc::clone(&pictures);
            callers.spawn(async move {
                pictures.put(id(round), &picture(caller), noon()).await.ok().map(|()| caller)
            });
        }
        let kept: Vec<_> = callers.join_all().await.into_iter().flatten().collect();

        let [winner] = kept[..] else { panic!("put by {kept:?}") };
        for size in PictureSize::ALL {
            assert!(get(&pictures, id(round), size).await.as_ref() == Some(picture(winner).size(size)));
        }
    }
}

/// Many who remove one picture at once never fail, and a reader meanwhile sees all of it or nothing.
pub async fn a_picture_is_removed_by_many(pictures: Keeper) {
    for round in 0..10 {
        put(&pictures, id(round), &picture(round)).await;
        let mut callers = JoinSet::new();
        for caller in 0..CALLERS {
            let pictures = Arc::clone(&pictures);
            callers.spawn(async move {
                if caller % 2 == 0 {
                    return remove(&pictures, id(round)).await;
                }
                let seen = get(&pictures, id(round), PictureSize::Large).await;
                assert!(seen.is_none_or(|seen| seen == picture(round).large), "half a picture was seen");
            });
        }
        callers.join_all().await;

        assert_eq!(get(&pictures, id(round), PictureSize::Small).await, None);
    }
    assert_eq!(listed(&pictures, noon() + TimeDelta::days(1), None, 99).await, []);
}

fn noon() -> DateTime<Utc> {
    FixedClock::default().now() + TimeDelta::microseconds(43_200_123_457)
}

/// In order of their numbers, and far apart.
fn id(number: u8) -> PictureId {
    let mut bytes = *PictureId::fresh(&CountingEntropy::new()).as_bytes();
    bytes[0] = number;
    PictureId::from_bytes(bytes)
}

fn picture(number: u8) -> Picture {
    Picture { small: png(vec![number; 100]), large: jpeg(vec![number; 10_000]) }
}

fn png(bytes: Vec<u8>) -> PictureFile {
    PictureFile { format: PictureFormat::Png, bytes }
}

fn jpeg(bytes: Vec<u8>) -> PictureFile {
    PictureFile { format: PictureFormat::Jpeg, bytes }
}

async fn put(pictures: &Keeper, id: PictureId, picture: &Picture) {
    pictures.put(id, picture, noon()).await.expect("a picture is kept");
}

async fn get(pictures: &Keeper, id: PictureId, size: PictureSize) -> Option<PictureFile> {
    pictures.get(id, size).await.expect("a look-up works")
}

async fn remove(pictures: &Keeper, id: PictureId) {
    pictures.remove(id).await.expect("a removal works");
}

async fn listed(
    pictures: &Keeper,
    before: DateTime<Utc>,
    after: Option<PictureId>,
    limit: u32,
) -> Vec<PictureId> {
    pictures.kept_before(before, after, limit).await.expect("a list works")
}

/// Runs the whole [contract](mod@crate::picture_contract) against a keeper of pictures: one `#[test]` per sentence.
///
/// Takes the name of a function `async fn() -> Option<(Arc<P>, G)>` that makes a fresh, empty keeper, as
/// [`store_contract!`](crate::store_contract) does.
#[macro_export]
macro_rules! picture_contract {
    ($fresh:expr) => {
        $crate::picture_contract! { @sentences ($fresh)
            a_picture_comes_back_exactly
            nothing_is_found_under_another_id
            an_id_is_used_once
            a_picture_is_removed_however_often
            pictures_kept_before_a_moment_are_listed
            pictures_are_listed_page_by_page_in_order_of_id
            one_id_is_put_by_one_caller
            a_picture_is_removed_by_many
        }
    };
    (@sentences ($fresh:expr) $($sentence:ident)*) => {
        $(#[test]
        fn $sentence() {
            $crate::picture_contract::run(stringify!($sentence), $fresh, $crate::picture_contract::$sentence);
        })*
    };
}
