//! A problem as a response: a page for people, an RFC 9457 document for programs.

use http::{StatusCode, header};
use serde::Serialize;
use user_core::domain::{FieldViolation, Notice, NoticeCode};
use user_core::views::{MessageView, NoticeView, ProblemPage, ProblemView};

use crate::exchange::Exchange;
use crate::response::problem::Problem;
use crate::response::{Response, response};

/// A problem document (RFC 9457 §3.1), with the violations of a form as an extension.
#[derive(Serialize)]
struct Document<'a> {
    r#type: &'static str,
    title: String,
    status: u16,
    detail: String,
    code: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<DocumentError<'a>>,
}

#[derive(Serialize)]
struct DocumentError<'a> {
    #[serde(flatten)]
    violation: &'a FieldViolation,
    message: String,
}

impl Exchange {
    /// The response that tells of `problem`.
    pub(crate) async fn problem(&self, problem: &Problem) -> Response {
        // Who is signed in finds themselves signed in here too, unless that cannot be asked just now.
        if problem.status != StatusCode::SERVICE_UNAVAILABLE {
            let _ = self.current().await;
        }
        let mut view = ProblemView::new(problem.name, problem.status.as_u16(), problem.seconds());
        view.reference = (problem.status == StatusCode::INTERNAL_SERVER_ERROR).then(|| self.reference());
        let mut response = if self.wants_json() {
            written(&self.document_of(problem, &view))
        } else {
            self.problem_page(problem.status, view).await
        };
        let headers = response.headers_mut();
        if let Some(seconds) = problem.seconds() {
            headers.insert(header::RETRY_AFTER, seconds.into());
        }
        if problem.status == StatusCode::UNAUTHORIZED {
            // RFC 9110 §11.6.1 asks for a challenge; there is no registered scheme for a form.
            let challenge = http::HeaderValue::from_static("Form");
            headers.insert(header::WWW_AUTHENTICATE, challenge);
        }
        response
    }

    /// What a reader can tell those who help, who find it in the log.
    fn reference(&self) -> String {
        let [a, b, c, d, ..] = self.users().random_bytes();
        let reference = format!("{a:02x}{b:02x}-{c:02x}{d:02x}");
        let route = self.place().map_or("-", |place| place.route());
        tracing::error!(reference, method = self.method().as_str(), route, "a request ended with status 500");
        reference
    }

    fn document_of<'a>(&self, problem: &'a Problem, view: &ProblemView) -> Document<'a> {
        let error =
            |violation| DocumentError { violation, message: self.words(&MessageView::from(violation)) };
        Document {
            r#type: "about:blank",
            title: self.words(&view.title),
            status: view.status,
            detail: self.words(&view.advice),
            code: problem.name,
            errors: problem.violations.iter().map(error).collect(),
        }
    }

    /// What a notice says to people on the next page, for a program that never sees it.
    pub(crate) fn refusal(&self, notice: &Notice) -> Response {
        let status = match notice.code() {
            NoticeCode::LINK_INVALID
            | NoticeCode::LINK_EXPIRED
            | NoticeCode::LINK_USED
            | NoticeCode::LINK_NOT_HERE
            | NoticeCode::INVITATION_INVALID
            | NoticeCode::INVITATION_EXPIRED
            | NoticeCode::INVITATION_USED => StatusCode::NOT_FOUND,
            _ => StatusCode::FORBIDDEN,
        };
        let usual = Problem::new(status);
        let view = ProblemView::new(usual.name, status.as_u16(), None);
        let (id, detail) = (notice.message_id(), self.words(&NoticeView::from(notice).message));
        let code = id.strip_prefix("notice-").unwrap_or(&id);
        written(&Document { detail, code, ..self.document_of(&usual, &view) })
    }

    async fn problem_page(&self, status: StatusCode, view: ProblemView) -> Response {
        let view = match status {
            StatusCode::UNAUTHORIZED => view.leading_to(self.path(|paths| &paths.sign_in), "link-sign-in"),
            _ => view.leading_to(self.settings().outside("/"), "link-home"),
        };
        let page = self.page_unasked("problem", status, |site| ProblemPage { site, problem: view }).await;
        // Without templates there are no words: the status has to do.
        page.unwrap_or_else(|_| response(status, [], ""))
    }
}

fn written(document: &Document<'_>) -> Response {
    let status = StatusCode::from_u16(document.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let headers = [(header::CONTENT_TYPE, "application/problem+json"), (header::CACHE_CONTROL, "no-store")];
    response(status, headers, serde_json::to_vec(document).unwrap_or_default())
}
