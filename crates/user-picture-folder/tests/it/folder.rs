//! Pictures in a real folder: the contract, and what is in the folder.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use tempfile::TempDir;
use user_core::domain::{Picture, PictureFile, PictureFormat, PictureId, PictureSize};
use user_core::ports::{Clock, Pictures};
use user_picture_folder::FolderPictures;
use user_testkit::FixedClock;

async fn fresh() -> Option<(Arc<FolderPictures>, TempDir)> {
    let folder = tempfile::tempdir().unwrap();
    Some((Arc::new(FolderPictures::open(folder.path().join("made/pictures")).unwrap()), folder))
}

user_testkit::picture_contract!(fresh);

const ID: &str = "3f070707-0707-0707-0707-070707070707";

fn id() -> PictureId {
    ID.parse().unwrap()
}

fn noon() -> DateTime<Utc> {
    FixedClock::default().now()
}

fn picture() -> Picture {
    let file = |format, bytes: &[u8]| PictureFile { format, bytes: bytes.to_vec() };
    Picture { small: file(PictureFormat::Jpeg, b"small"), large: file(PictureFormat::Png, b"large") }
}

/// Every file below a folder, as it is named from there, in order.
fn files(folder: &Path) -> Vec<PathBuf> {
    fn below(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { below(&path, found) } else { found.push(path) }
        }
    }
    let mut found = Vec::new();
    below(folder, &mut found);
    found.sort();
    found.iter().map(|path| path.strip_prefix(folder).unwrap().to_owned()).collect()
}

#[test]
fn a_folder_that_cannot_be_one_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    fs::write(&file, "").unwrap();

    for refused in [file.clone(), file.join("below")] {
        assert!(FolderPictures::probe(&refused).is_err());
        assert!(FolderPictures::open(refused).is_err());
    }
}

#[test]
fn a_folder_that_would_do_is_told_without_making_it() {
    let folder = tempfile::tempdir().unwrap();

    FolderPictures::probe(folder.path()).unwrap();
    FolderPictures::probe(folder.path().join("not/yet")).unwrap();
    FolderPictures::probe("not-yet").unwrap();

    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    assert!(!Path::new("not-yet").exists());
}

#[tokio::test]
async fn pictures_are_plain_files_and_nothing_is_left_beside_them() {
    let folder = tempfile::tempdir().unwrap();
    let pictures = FolderPictures::open(folder.path()).unwrap();

    pictures.put(id(), &picture(), noon()).await.unwrap();
    pictures.put(id(), &picture(), noon()).await.unwrap_err();

    let expected = [format!("3f/{ID}/256.png"), format!("3f/{ID}/64.jpg")].map(PathBuf::from);
    assert_eq!(files(folder.path()), expected);
    assert_eq!(fs::read(folder.path().join(&expected[1])).unwrap(), b"small");

    pictures.remove(id()).await.unwrap();
    assert_eq!(files(folder.path()), Vec::<PathBuf>::new());
}

/// Killed before it was renamed: one size is there, in no place where it is looked for.
#[tokio::test]
async fn what_a_crash_left_half_made_is_never_seen_and_goes_like_the_rest() {
    let folder = tempfile::tempdir().unwrap();
    let pictures = FolderPictures::open(folder.path()).unwrap();
    let half = folder.path().join(".making").join(ID);
    fs::create_dir(&half).unwrap();
    fs::write(half.join("64.jpg"), "smal").unwrap();
    let made = DateTime::<Utc>::from(fs::metadata(&half).unwrap().modified().unwrap());

    for size in PictureSize::ALL {
        assert_eq!(pictures.get(id(), size).await.unwrap(), None);
    }
    assert_eq!(pictures.kept_before(made, None, 9).await.unwrap(), []);
    assert_eq!(pictures.kept_before(made + TimeDelta::seconds(1), None, 9).await.unwrap(), [id()]);

    pictures.remove(id()).await.unwrap();
    assert_eq!(files(folder.path()), Vec::<PathBuf>::new());
}

#[tokio::test]
async fn what_is_not_ours_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let pictures = FolderPictures::open(folder.path()).unwrap();
    fs::create_dir(folder.path().join("3f")).unwrap();
    for foreign in ["README", "3f/notes.txt", "3f/3f07070707070707070707070707070707", "3f/{3f070707}"] {
        fs::write(folder.path().join(foreign), "mine").unwrap();
    }

    assert_eq!(pictures.kept_before(noon() + TimeDelta::days(100_000), None, 9).await.unwrap(), []);

    assert_eq!(files(folder.path()).len(), 4);
}

#[cfg(unix)]
#[tokio::test]
async fn nobody_else_on_the_machine_can_list_them() {
    use std::os::unix::fs::PermissionsExt as _;

    let folder = tempfile::tempdir().unwrap();
    let pictures = FolderPictures::open(folder.path().join("pictures")).unwrap();
    pictures.put(id(), &picture(), noon()).await.unwrap();

    for made in ["pictures", "pictures/3f", &format!("pictures/3f/{ID}")] {
        let mode = fs::metadata(folder.path().join(made)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o700, "{made}");
    }
}
