//! A value that stands in a file of its own: a secret of a container, a credential of systemd.

use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

/// No value is longer, in bytes.
const LENGTH_MAX: u64 = 64 * 1_024;

/// What the file at `path` holds, without one line end at its end and without a byte order mark; or what is wrong with
/// it, which never quotes it.
pub(super) fn read(path: &Path, is_confidential: bool) -> Result<String, String> {
    let wrong = |problem: &str| format!("{} {problem}", path.display());
    let metadata = fs::metadata(path).map_err(|error| wrong(&format!("cannot be read: {error}")))?;
    if !metadata.is_file() {
        return Err(wrong("is no file"));
    }
    if is_confidential && is_open_to_all(&metadata) {
        return Err(wrong("can be read or written by every user of this machine: run `chmod 600` on it"));
    }
    let mut bytes = Vec::new();
    let opened = File::open(path).and_then(|file| file.take(LENGTH_MAX + 1).read_to_end(&mut bytes));
    opened.map_err(|error| wrong(&format!("cannot be read: {error}")))?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length > LENGTH_MAX) {
        return Err(wrong("is longer than 64 KiB"));
    }
    let text = String::from_utf8(bytes).map_err(|_| wrong("is no UTF-8 text"))?;
    // Some editors begin a text with this mark, and show none of it.
    match without_line_end(text.strip_prefix('\u{feff}').unwrap_or(&text)) {
        "" => Err(wrong("is empty")),
        value => Ok(value.to_owned()),
    }
}

/// Editors and `echo` end the last line, and mean nothing by it.
fn without_line_end(text: &str) -> &str {
    let text = text.strip_suffix('\n').unwrap_or(text);
    text.strip_suffix('\r').unwrap_or(text)
}

#[cfg(unix)]
fn is_open_to_all(metadata: &fs::Metadata) -> bool {
    std::os::unix::fs::PermissionsExt::mode(&metadata.permissions()) & 0o006 != 0
}

#[cfg(not(unix))]
const fn is_open_to_all(_: &fs::Metadata) -> bool {
    false
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    fn file(content: &[u8], mode: u32) -> (tempfile::TempDir, std::path::PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a-secret");
        fs::write(&path, content).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
        (folder, path)
    }

    #[test]
    fn one_line_end_at_the_end_and_a_mark_at_the_beginning_are_no_part_of_a_value() {
        for (content, expected) in [
            ("hunter2", "hunter2"),
            ("hunter2\n", "hunter2"),
            ("hunter2\r\n", "hunter2"),
            (" a \nb\n\n", " a \nb\n"),
            ("\u{feff}hunter2\r\n", "hunter2"),
        ] {
            let (_folder, path) = file(content.as_bytes(), 0o400);

            assert_eq!(read(&path, true).as_deref(), Ok(expected));
        }
    }

    #[test]
    fn a_file_that_is_no_secret_is_refused_by_its_path_and_never_quoted() {
        let long = vec![b'h'; 70_000];
        let cases: [(&[u8], u32, &str); 6] = [
            (b"", 0o600, "is empty"),
            (b"\n", 0o600, "is empty"),
            (b"hunter2", 0o604, "chmod 600"),
            (b"hunter2", 0o602, "chmod 600"),
            (b"hunter2\xff", 0o600, "no UTF-8"),
            (&long, 0o600, "64 KiB"),
        ];

        for (content, mode, expected) in cases {
            let (_folder, path) = file(content, mode);
            let problem = read(&path, true).unwrap_err();

            assert!(problem.contains(expected) && problem.contains("a-secret"), "{problem}");
            assert!(!problem.contains("hunter") && !problem.contains("hhh"), "{problem}");
        }
        let (folder, path) = file(b"A name", 0o644);
        assert_eq!(read(&path, false).as_deref(), Ok("A name"), "what is no secret may be read by everybody");
        assert!(read(folder.path(), true).unwrap_err().contains("is no file"));
        assert!(
            read(Path::new("/nowhere/a-secret"), true)
                .unwrap_err()
                .starts_with("/nowhere/a-secret cannot be read")
        );
    }
}
