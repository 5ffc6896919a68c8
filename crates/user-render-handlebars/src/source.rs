//! Texts with where they come from: embedded, from a folder of the app, or handed over in code.

use std::borrow::Cow;
use std::fs;
use std::path::Path;

use crate::fault::Fault;

/// How deep an overlay folder is read: enough for any tidy layout, and an end to circles of links.
const MAX_DEPTH: usize = 6;

/// One template or one file of messages.
#[derive(Clone, Debug)]
pub(crate) struct Source {
    /// Its path below the folder, with `/` between the parts.
    pub(crate) path: String,
    /// What faults call it.
    pub(crate) origin: String,
    /// What it says.
    pub(crate) text: Cow<'static, str>,
    /// Which layer it belongs to: 0 is built in, and a later layer wins.
    pub(crate) layer: usize,
}

impl Source {
    pub(crate) fn built_in(folder: &str, (path, text): (&str, &'static str)) -> Self {
        let origin = format!("built-in {folder}/{path}");
        Self { path: path.to_owned(), origin, text: Cow::Borrowed(text), layer: 0 }
    }

    /// Every file below `folder` whose name ends in one of `endings`.
    pub(crate) fn folder(folder: &Path, endings: &[&str], layer: usize) -> Result<Vec<Self>, Vec<Fault>> {
        let mut reading = Reading { endings, layer, found: Vec::new(), faults: Vec::new() };
        reading.folder(folder, "", 0);
        reading.found.sort_by(|a, b| a.path.cmp(&b.path));
        if reading.faults.is_empty() { Ok(reading.found) } else { Err(reading.faults) }
    }
}

struct Reading<'a> {
    endings: &'a [&'a str],
    layer: usize,
    found: Vec<Source>,
    faults: Vec<Fault>,
}

impl Reading<'_> {
    fn folder(&mut self, folder: &Path, below: &str, depth: usize) {
        if depth > MAX_DEPTH {
            return self.fault(folder, "is nested too deeply to be read");
        }
        let entries = match fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(error) => return self.fault(folder, &format!("cannot be read: {error}")),
        };
        for entry in entries {
            match entry {
                Ok(entry) => self.entry(&entry, below, depth),
                Err(error) => self.fault(folder, &format!("cannot be read: {error}")),
            }
        }
    }

    fn entry(&mut self, entry: &fs::DirEntry, below: &str, depth: usize) {
        let file = entry.path();
        let Ok(name) = entry.file_name().into_string() else {
            return self.fault(&file, "has a name that is not UTF-8");
        };
        if name.starts_with('.') {
            return;
        }
        let path = if below.is_empty() { name } else { format!("{below}/{name}") };
        if file.is_dir() {
            self.folder(&file, &path, depth + 1);
        } else if self.endings.iter().any(|ending| path.ends_with(ending)) {
            self.file(&file, path);
        } else {
            tracing::debug!(file = %file.display(), "not a template or a file of messages: left alone");
        }
    }

    fn file(&mut self, file: &Path, path: String) {
        match fs::read_to_string(file) {
            Ok(text) => {
                let origin = file.display().to_string();
                self.found.push(Source { path, origin, text: Cow::Owned(text), layer: self.layer });
            }
            Err(error) => self.fault(file, &format!("cannot be read: {error}")),
        }
    }

    fn fault(&mut self, file: &Path, what: &str) {
        self.faults.push(Fault::new(file.display().to_string(), None, what));
    }
}
