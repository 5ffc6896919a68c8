//! What a WebP asks of its decoder beside its pixels, reckoned before it is decoded (its container: RFC 9649 §2).

use crate::lossless;

/// What says of itself that it is longer than the file is refused: decoders ask for memory before they read.
const READ: [&[u8; 4]; 5] = [b"VP8 ", b"VP8L", b"ALPH", b"ANMF", b"EXIF"];
const ANIMATED: u8 = 0b10;

/// Bytes that a decoder allocates beside the pixels of the first frame. `None` for a file that is not as it should be,
/// or asks for more than `most`.
pub(crate) fn beside_pixels(webp: &[u8], most: u64) -> Option<u64> {
    let mut chunks = Chunks { rest: webp.get(12..)? };
    let first = chunks.next()?;
    match &first.kind {
        b"VP8 " | b"VP8L" => Image { size: None, most }.memory(&first),
        b"VP8X" => extended(first.content, &chunks, most),
        _ => None,
    }
}

/// A file of several chunks: one that says what there is, and those that hold it.
fn extended(header: &[u8], chunks: &Chunks<'_>, most: u64) -> Option<u64> {
    let size = (number(header, 4)? + 1, number(header, 7)? + 1);
    if chunks.clone().any(|chunk| !chunk.is_whole && READ.contains(&&chunk.kind)) {
        return None;
    }
    let first = |kind: &[u8; 4]| chunks.clone().find(|chunk| chunk.kind == *kind);
    let frame = first(b"ANMF");
    if header.first()? & ANIMATED != 0 {
        return animated(frame?.content, most);
    }
    // Decoders that meet a frame in a picture that does not move may take it for a part of the picture.
    if frame.is_some() {
        return None;
    }
    let image = Image { size: Some(size), most };
    let parts = [first(b"VP8 "), first(b"VP8L"), first(b"ALPH")];
    parts.iter().flatten().try_fold(0, |memory, part| Some(memory + image.memory(part)?))
}

/// The first frame: where it lies, how large it is, and what it shows, which may come in two chunks.
fn animated(frame: &[u8], most: u64) -> Option<u64> {
    let image = Image { size: Some((number(frame, 6)? + 1, number(frame, 9)? + 1)), most };
    let mut parts = Chunks { rest: frame.get(16..)? };
    let first = parts.next()?;
    let memory = image.memory(&first)?;
    if &first.kind == b"ALPH" { Some(memory + image.lossy(&parts.next()?)?) } else { Some(memory) }
}

/// What the parts of an image are judged by: its size, where that was told before, and the most they may ask for.
struct Image {
    size: Option<(u32, u32)>,
    most: u64,
}

impl Image {
    fn memory(&self, part: &Chunk<'_>) -> Option<u64> {
        match &part.kind {
            b"VP8 " => self.lossy(part),
            b"VP8L" => lossless::with_header(part.content, self.size, self.most),
            b"ALPH" => match part.content.split_first()? {
                (how, coded) if how & 0b11 == 1 => lossless::without_header(coded, self.size?, self.most),
                _ => Some(0),
            },
            _ => None,
        }
    }

    /// A decoder takes its size from within, and compares it afterwards. Its copy is reckoned with the file.
    fn lossy(&self, part: &Chunk<'_>) -> Option<u64> {
        let [width, more_width, height, more_height] = *part.content.get(6..)?.first_chunk()?;
        let side = |bytes| u32::from(u16::from_le_bytes(bytes) & 0x3fff);
        let within = (side([width, more_width]), side([height, more_height]));
        self.size.is_none_or(|size| size == within).then_some(0)
    }
}

/// Three bytes, the lowest first.
fn number(bytes: &[u8], from: usize) -> Option<u32> {
    let bytes = bytes.get(from..from + 3)?;
    Some(bytes.iter().rev().fold(0, |number, byte| number << 8 | u32::from(*byte)))
}

struct Chunk<'file> {
    kind: [u8; 4],
    content: &'file [u8],
    is_whole: bool,
}

#[derive(Clone)]
struct Chunks<'file> {
    rest: &'file [u8],
}

impl<'file> Iterator for Chunks<'file> {
    type Item = Chunk<'file>;

    fn next(&mut self) -> Option<Chunk<'file>> {
        let (kind, after) = self.rest.split_first_chunk::<4>()?;
        let (length, after) = after.split_first_chunk::<4>()?;
        let length = usize::try_from(u32::from_le_bytes(*length)).ok()?;
        let content = after.get(..length);
        // One of an odd length is followed by a byte that fills.
        self.rest = after.get(length.saturating_add(length % 2)..).unwrap_or_default();
        Some(Chunk { kind: *kind, content: content.unwrap_or(after), is_whole: content.is_some() })
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::lossless::tests::coded;

    fn chunk(kind: &[u8], content: &[u8]) -> Vec<u8> {
        let length = u32::try_from(content.len()).unwrap().to_le_bytes();
        [kind, &length, content, &[0][..content.len() % 2]].concat()
    }

    fn file(chunks: &[u8]) -> Vec<u8> {
        chunk(b"RIFF", &[b"WEBP", chunks].concat())
    }

    fn side(side: u32) -> [u8; 3] {
        let [low, high, higher, _] = (side - 1).to_le_bytes();
        [low, high, higher]
    }

    /// What there is, on a canvas of so many pixels each way.
    fn header(flags: u8, canvas: u32) -> Vec<u8> {
        chunk(b"VP8X", &[&[flags, 0, 0, 0][..], &side(canvas), &side(canvas)].concat())
    }

    /// The first frame of an animation.
    fn frame(canvas: u32, parts: &[u8]) -> Vec<u8> {
        let place = [&[0; 6][..], &side(canvas), &side(canvas), &[0; 4]].concat();
        [chunk(b"ANIM", &[0; 6]), chunk(b"ANMF", &[&place, parts].concat())].concat()
    }

    /// Something lossy that begins as it should.
    fn lossy(side: u16) -> Vec<u8> {
        let side = side.to_le_bytes();
        chunk(b"VP8 ", &[&[0, 0, 0, 0x9d, 0x01, 0x2a][..], &side, &side, &[0; 22]].concat())
    }

    /// Everywhere that something lossless may stand in: pictures of four pixels each way.
    pub(crate) fn of_ways(ways: usize) -> [Vec<u8>; 5] {
        let whole = chunk(b"VP8L", &coded(4, ways, true));
        let holes = chunk(b"ALPH", &[vec![1], coded(4, ways, false)].concat());
        let with_holes = [holes, lossy(4)].concat();
        [
            file(&whole),
            file(&[header(0, 4), whole.clone()].concat()),
            file(&[header(ANIMATED, 4), frame(4, &whole)].concat()),
            file(&[header(0b1_0000, 4), with_holes.clone()].concat()),
            file(&[header(ANIMATED | 0b1_0000, 4), frame(4, &with_holes)].concat()),
        ]
    }

    #[test]
    fn what_is_lossless_is_counted_wherever_it_stands() {
        let [first, others @ ..] = of_ways(3);
        let memory = beside_pixels(&first, u64::MAX);

        assert!(memory.is_some_and(|memory| memory > 60_000), "{memory:?}");
        for other in others {
            assert_eq!(beside_pixels(&other, u64::MAX), memory);
            assert_eq!(beside_pixels(&other, 60_000), None);
        }
    }

    /// Canvas and frames are judged by their sides, and a decoder asks for as much as a part tells of itself.
    #[test]
    fn a_part_that_is_larger_than_its_canvas_or_frame_is_refused() {
        for within in [4, 16_383] {
            let files = [
                [header(0, 4), lossy(within)].concat(),
                [header(ANIMATED, 4), frame(4, &lossy(within))].concat(),
                [header(ANIMATED, 4), frame(4, &[chunk(b"ALPH", &[0; 17]), lossy(within)].concat())].concat(),
            ];
            for chunks in files {
                assert_eq!(beside_pixels(&file(&chunks), u64::MAX).is_some(), within == 4);
            }
        }
    }

    #[test]
    fn a_frame_in_what_does_not_move_is_refused_and_so_is_what_says_to_be_longer_than_the_file() {
        let endless = [b"EXIF".as_slice(), &u32::MAX.to_le_bytes(), b"MM"].concat();
        for more in [frame(4, &lossy(4)), endless] {
            assert!(beside_pixels(&file(&[header(0, 4), lossy(4)].concat()), u64::MAX).is_some());
            let with_more = file(&[header(0, 4), lossy(4), more].concat());
            assert_eq!(beside_pixels(&with_more, u64::MAX), None);
        }
    }

    #[test]
    fn a_file_cut_anywhere_is_read_without_a_panic() {
        for whole in of_ways(1) {
            for length in 0..whole.len() {
                let _ = beside_pixels(&whole[..length], u64::MAX);
            }
        }
    }
}
