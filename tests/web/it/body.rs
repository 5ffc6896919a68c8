//! The body of a request, whole or as it arrives.

use std::io;

use bytes::Bytes;
use futures_util::stream::{self, BoxStream};
use futures_util::{Stream, StreamExt};

/// A body, chunk by chunk.
pub(crate) struct Body(pub(crate) BoxStream<'static, io::Result<Bytes>>);

impl Body {
    pub(crate) fn empty() -> Self {
        Self(stream::empty().boxed())
    }

    pub(crate) fn from_string(text: String) -> Self {
        Self::from_vec(text.into_bytes())
    }

    pub(crate) fn from_vec(bytes: Vec<u8>) -> Self {
        Self(stream::iter([Ok(Bytes::from(bytes))]).boxed())
    }

    pub(crate) fn from_bytes_stream(
        chunks: impl Stream<Item = io::Result<Vec<u8>>> + Send + 'static,
    ) -> Self {
        Self(chunks.map(|chunk| chunk.map(Bytes::from)).boxed())
    }
}

impl From<String> for Body {
    fn from(text: String) -> Self {
        Self::from_string(text)
    }
}

impl From<Vec<u8>> for Body {
    fn from(bytes: Vec<u8>) -> Self {
        Self::from_vec(bytes)
    }
}

impl From<&str> for Body {
    fn from(text: &str) -> Self {
        Self::from_string(text.to_owned())
    }
}
