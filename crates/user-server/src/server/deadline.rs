//! The end of patience: a request whose body drips in for ever would hold its place for ever.

use std::time::Duration;

use poem::http::{StatusCode, header};
use poem::{Endpoint, IntoResponse, Request, Response};
use tokio::time::timeout;

/// Answers 408 to what is not done in time, and closes the connection: the rest is not worth waiting for.
pub(crate) struct Deadline<E> {
    pub(crate) site: E,
    pub(crate) limit: Duration,
}

impl<E: Endpoint> Endpoint for Deadline<E> {
    type Output = Response;

    async fn call(&self, request: Request) -> poem::Result<Response> {
        let Ok(answer) = timeout(self.limit, self.site.call(request)).await else {
            let response = Response::builder().status(StatusCode::REQUEST_TIMEOUT);
            return Ok(response.header(header::CONNECTION, "close").finish());
        };
        answer.map(IntoResponse::into_response)
    }
}
