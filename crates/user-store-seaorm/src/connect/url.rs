//! What a URL of a database server must look like before a driver reads it. A driver takes a malformed URL for what it
//! is not, and then its errors and logs repeat the password as the name of a database or of a parameter.

use user_core::settings::is_server_url;

use super::UrlError;

/// Whether `url` reads `scheme://user:password@host:port/database?key=value`.
pub(super) fn is_of_a_server(url: &str) -> Result<(), UrlError> {
    if is_server_url(url) { Ok(()) } else { Err(UrlError::Malformed) }
}

/// Whether the query of `url` names only what the driver knows: it logs anything else, with its value.
#[cfg(feature = "postgres")]
pub(super) fn has_only(url: &str, known: &[&str]) -> Result<(), UrlError> {
    let query = url.split_once('?').map_or("", |(_, query)| query);
    let is_known = |key: &str| known.contains(&key) || key.starts_with("options[");
    let mut keys =
        query.split('&').filter(|pair| !pair.is_empty()).map(|pair| pair.split('=').next().unwrap_or(pair));
    if keys.all(is_known) { Ok(()) } else { Err(UrlError::UnknownParameter) }
}

#[cfg(test)]
mod tests {
    use crate::StoreOptions;

    #[tokio::test]
    async fn a_malformed_url_is_refused_before_a_driver_can_repeat_its_password() {
        for url in [
            "postgres:user:hunter2@db/x",
            "postgres:/user:hunter2@db/x",
            "mysql:user:hunter2@db/x",
            "postgres://user:25/hunter2@127.0.0.1/x",
            "mariadb://user:25?hunter2@127.0.0.1/x",
            "postgres://user:25#hunter2@127.0.0.1/x",
            "mysql://user:hunter2 @127.0.0.1:1/x",
            "postgres://user:hunter2",
            "postgres://127.0.0.1:1/x?passwd=hunter2",
            "postgres://127.0.0.1:1/x?hunter2",
            "user:hunter2@127.0.0.1/x",
            "hunter2",
        ] {
            let error = StoreOptions::new(url).connect().await.unwrap_err();
            let said = format!("{error} {error:?} {:?}", std::error::Error::source(&error));
            assert!(!said.contains("hunter2"), "{url}: {said}");
        }
    }
}
