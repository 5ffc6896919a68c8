//! What is built in: every file of `templates/` and `locales/`. The build script finds them, and a test compares with
//! the folders.

include!(concat!(env!("OUT_DIR"), "/embedded.rs"));

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::source::Source;

    fn on_disk(folder: &str, endings: &[&str]) -> Vec<(String, String)> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        let sources = Source::folder(&folder, endings, 0).unwrap();
        sources.into_iter().map(|source| (source.path, source.text.into_owned())).collect()
    }

    fn built_in(files: &[(&str, &str)]) -> Vec<(String, String)> {
        let mut files: Vec<_> =
            files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
        files.sort();
        files
    }

    #[test]
    fn every_template_is_built_in() {
        assert_eq!(on_disk("templates", &[".html", ".txt"]), built_in(TEMPLATES));
    }

    #[test]
    fn every_file_of_messages_is_built_in() {
        assert_eq!(on_disk("locales", &[".ftl"]), built_in(LOCALES));
    }
}
