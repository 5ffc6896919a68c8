//! A posted form with a file: read once, bounded, with every field at most once.

use std::io;
use std::mem;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::Bytes;
use futures_util::Stream;
use http::{HeaderMap, StatusCode, header};
use multer::{Field, Multipart};
use tokio::time::{Instant, Sleep, sleep};

use super::form::{FORM_MAX, Fields};
use crate::incoming::{BodyStream, Incoming};
use crate::response::problem::Problem;

/// The most fields beside the file.
const FIELDS_MAX: usize = 8;
/// The most bytes of one of them: an anti-forgery token and where to go on to need a tenth of it.
const FIELD_MAX: usize = 8 * 1024;
/// The most parts, fields and files: each costs the parsing of its headers.
const PARTS_MAX: usize = 16;
/// The most bytes before, between and after the parts: boundaries and headers. The parser keeps them, and searches them
/// from their start whenever more arrive.
const BETWEEN_MAX: usize = 16 * 1024;
/// The parser is given no more bytes at once, so that it keeps no more of a part than that.
const PIECE: usize = 8 * 1024;
/// The longest boundary (RFC 2046 §5.1.1).
const BOUNDARY_MAX: usize = 70;
/// A sender may be so far behind, and no further: who sends nothing holds room for a file from others.
const BEHIND_MAX: Duration = Duration::from_secs(5);
/// The least that a sender has to send in a second, on the long run.
const PACE: u32 = 32 * 1024;
/// A file so many times larger than one may be still gets its form back, with what is wrong.
const TIMES_TOO_LARGE: usize = 2;

/// Whether the body is a form with files, as browsers post it.
pub(crate) fn is_upload(headers: &HeaderMap) -> bool {
    let kind = headers.get("content-type").and_then(|value| value.to_str().ok()).unwrap_or("");
    kind.split(';').next().is_some_and(|kind| kind.trim().eq_ignore_ascii_case("multipart/form-data"))
}

/// How much of a form with a file is read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct UploadMax {
    /// The most bytes of a file that are kept, and one more: enough to see that it is too large.
    pub(crate) file: usize,
    /// The most bytes of everything. Up to here a file that is too large is read to its end and forgotten, so that its
    /// sender gets an answer: a browser that is cut off in the middle shows none.
    pub(crate) whole: usize,
}

impl UploadMax {
    /// No more than any form, file and all.
    pub(crate) const fn of_form() -> Self {
        Self { file: FORM_MAX, whole: FORM_MAX }
    }

    /// A file of at most `max` bytes with its form, and no more than the headers declare.
    pub(crate) fn of_file(max: usize, headers: &HeaderMap) -> Self {
        let declared = headers.get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok());
        let declared = declared.and_then(|length| length.parse().ok()).unwrap_or(usize::MAX);
        let whole = max.saturating_mul(TIMES_TOO_LARGE).saturating_add(FORM_MAX);
        Self { file: max.min(declared), whole: whole.min(declared) }
    }
}

/// The fields of such a form, and the file among them: the one called `name` that has a file name. Its file name and
/// its declared type are not looked at.
pub(crate) async fn read_upload(
    request: &mut impl Incoming,
    name: &str,
    max: UploadMax,
) -> Result<(Fields, Vec<u8>), Problem> {
    let kind = request.head().headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    let boundary = kind.and_then(|kind| multer::parse_boundary(kind).ok());
    let boundary = boundary.filter(|boundary| boundary.len() <= BOUNDARY_MAX).ok_or_else(malformed)?;
    let gauge = Arc::new(Gauge::default());
    let body = Pieces::of(request.take_body(), max.whole, Arc::clone(&gauge));
    let parts = Parts { parts: Multipart::new(body, boundary), gauge: Arc::clone(&gauge) };
    let read = parts.read(name, max).await;
    // The parser only sees a body that broke off.
    if gauge.is_over.load(Ordering::Relaxed) { Err(too_large()) } else { read }
}

struct Parts {
    parts: Multipart<'static>,
    gauge: Arc<Gauge>,
}

impl Parts {
    async fn read(mut self, name: &str, max: UploadMax) -> Result<(Fields, Vec<u8>), Problem> {
        let (mut fields, mut file) = (Vec::new(), None);
        let (mut count, mut left) = (0, FORM_MAX);
        while let Some(part) = self.parts.next_field().await.map_err(|_| malformed())? {
            self.gauge.has_delivered();
            count += 1;
            if count > PARTS_MAX {
                return Err(too_large());
            }
            let (called, is_file) = (part.name().map(str::to_owned), part.file_name().is_some());
            let called = called.ok_or_else(malformed)?;
            if is_file && called == name {
                let (bytes, _) = self.begin_of(part, max.file.saturating_add(1), usize::MAX).await?;
                if file.replace(bytes).is_some() {
                    return Err(malformed());
                }
            } else if is_file {
                // Nobody asked for it, so it may not be large.
                left -= self.begin_of(part, 0, left).await?.1;
            } else {
                let (bytes, _) = self.begin_of(part, FIELD_MAX, FIELD_MAX).await?;
                if fields.len() == FIELDS_MAX {
                    return Err(too_large());
                }
                fields.push((called, String::from_utf8(bytes).map_err(|_| malformed())?));
            }
        }
        Ok((Fields::from_pairs(fields)?, file.unwrap_or_default()))
    }

    /// The first bytes of a part, which is read to its end, and how long it is: at most so long.
    async fn begin_of(
        &self,
        mut part: Field<'static>,
        kept: usize,
        longest: usize,
    ) -> Result<(Vec<u8>, usize), Problem> {
        let (mut begin, mut length) = (Vec::new(), 0_usize);
        while let Some(chunk) = part.chunk().await.map_err(|_| malformed())? {
            self.gauge.has_delivered();
            length = length.saturating_add(chunk.len());
            if length > longest {
                return Err(too_large());
            }
            let wanted = chunk.len().min(kept - begin.len());
            begin.extend_from_slice(chunk.get(..wanted).unwrap_or_default());
        }
        Ok((begin, length))
    }
}

/// What the parser was given and what it made of it.
#[derive(Default)]
struct Gauge {
    is_over: AtomicBool,
    /// Bytes since it last came upon a part, or gave out some of one.
    between: AtomicUsize,
}

impl Gauge {
    fn has_delivered(&self) {
        self.between.store(0, Ordering::Relaxed);
    }
}

/// A body in small pieces, up to so many bytes, whatever `Content-Length` says. It breaks off where the parser finds no
/// part in what it was given.
struct Pieces {
    body: BodyStream,
    rest: Bytes,
    left: usize,
    gauge: Arc<Gauge>,
    has_given: bool,
    /// When its sender is too far behind.
    behind: Pin<Box<Sleep>>,
}

impl Pieces {
    fn of(body: BodyStream, max: usize, gauge: Arc<Gauge>) -> Self {
        let behind = Box::pin(sleep(BEHIND_MAX));
        Self { body, rest: Bytes::new(), left: max, gauge, has_given: false, behind }
    }

    /// The next bytes that arrive, from a sender who keeps pace. What was sent ahead gains no more time than a pause
    /// may take.
    fn poll_arrived(&mut self, context: &mut Context<'_>) -> Poll<Option<io::Result<Bytes>>> {
        let Poll::Ready(arrived) = self.body.as_mut().poll_next(context) else {
            ready!(self.behind.as_mut().poll(context));
            return Poll::Ready(Some(Err(io::Error::new(io::ErrorKind::TimedOut, "too slow"))));
        };
        if let Some(Ok(bytes)) = &arrived {
            let behind = behind_after(self.behind.deadline(), bytes.len(), Instant::now());
            self.behind.as_mut().reset(behind);
        }
        Poll::Ready(arrived)
    }

    /// The next piece of what arrived, if it may be given.
    fn piece(&mut self) -> io::Result<Bytes> {
        let piece = self.rest.split_to(self.rest.len().min(PIECE));
        let between =
            self.gauge.between.fetch_add(piece.len(), Ordering::Relaxed).saturating_add(piece.len());
        if let Some(left) = self.left.checked_sub(piece.len()) {
            self.left = left;
        } else {
            self.gauge.is_over.store(true, Ordering::Relaxed);
            return Err(io::Error::other("too large"));
        }
        if between > BETWEEN_MAX { Err(io::Error::other("no part")) } else { Ok(piece) }
    }
}

impl Stream for Pieces {
    type Item = io::Result<Bytes>;

    /// The parser takes all it can get before it looks at any of it. So after each piece it is told to come again.
    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if mem::take(&mut self.has_given) {
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        while self.rest.is_empty() {
            match ready!(self.poll_arrived(context)) {
                Some(bytes) => self.rest = bytes?,
                None => return Poll::Ready(None),
            }
        }
        self.has_given = true;
        Poll::Ready(Some(self.piece()))
    }
}

fn too_large() -> Problem {
    Problem::new(StatusCode::PAYLOAD_TOO_LARGE)
}

fn malformed() -> Problem {
    Problem::new(StatusCode::BAD_REQUEST)
}

/// When a sender is too far behind who would have been so at `behind`, and from whom so many bytes arrived `now`.
fn behind_after(behind: Instant, bytes: usize, now: Instant) -> Instant {
    let gained = Duration::from_secs(1) * u32::try_from(bytes).unwrap_or(u32::MAX) / PACE;
    (behind + gained).min(now + BEHIND_MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// After how many seconds a sender is too far behind who sends `piece` bytes every `pause` seconds; none within ten
    /// minutes.
    fn behind_at(piece: usize, pause: u64) -> Option<u64> {
        let begun = Instant::now();
        let mut behind = begun + BEHIND_MAX;
        for second in (0..600).step_by(usize::try_from(pause).unwrap()).skip(1) {
            let now = begun + Duration::from_secs(second);
            if behind < now {
                return Some((behind - begun).as_secs());
            }
            behind = behind_after(behind, piece, now);
        }
        None
    }

    #[test]
    fn a_sender_who_keeps_pace_is_read_to_the_end() {
        for (piece, pause) in [(32 * 1024, 1), (1024 * 1024, 4), (160 * 1024, 5)] {
            assert_eq!(behind_at(piece, pause), None, "{piece} bytes every {pause} s");
        }
    }

    #[test]
    fn a_sender_who_falls_behind_or_stops_is_read_no_further() {
        for (piece, pause, end) in [(0, 1, 5), (1, 1, 5), (16 * 1024, 1, 9), (16 * 1024 * 1024, 6, 5)] {
            assert_eq!(behind_at(piece, pause), Some(end), "{piece} bytes every {pause} s");
        }
    }
}
