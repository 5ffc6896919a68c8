//! What a JPEG asks of its decoder, counted before it is decoded.
//!
//! A progressive JPEG may repeat a scan without end: each takes 20 bytes of the file, and visits every block of the
//! picture.

/// The most scans of a JPEG. Encoders write ten for a progressive one, and optimisers hardly more.
const MOST_SCANS: u32 = 64;
/// The most visits of blocks, beside one of each: about a second. A progressive JPEG of 12 million pixels, the largest
/// whose coefficients fit, takes 14 visits of 190,000 blocks.
const MOST_VISITS: u64 = 4_000_000;
/// A block is of so many pixels each way.
const BLOCK: u64 = 8;

const START_OF_SCAN: u8 = 0xda;
const END_OF_IMAGE: u8 = 0xd9;

/// The scans of a JPEG, and what they go over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Scans {
    count: u32,
    /// Blocks that are visited, by all scans together.
    visits: u64,
    /// Blocks of each colour.
    blocks: u64,
    colours: u8,
}

impl Scans {
    /// Counts the scans of a JPEG up to its end. It goes by the markers, as decoders do.
    pub(crate) fn of(jpeg: &[u8]) -> Self {
        let mut found = Self::default();
        let mut rest = jpeg;
        while let Some((marker, after)) = next_marker(rest) {
            rest = after;
            match marker {
                END_OF_IMAGE => break,
                // They stand alone: a restart, the start of the image, and one for temporary use.
                0x01 | 0xd0..=0xd8 => {}
                _ => {
                    let Some((content, after)) = segment(rest) else { break };
                    rest = after;
                    found.note(marker, content);
                }
            }
        }
        found
    }

    fn note(&mut self, marker: u8, content: &[u8]) {
        match (marker, content) {
            // The header of a frame. Tables of codes and a reserved marker are among its numbers.
            (0xc0..=0xcf, [_, high, low, high_width, low_width, colours, ..])
                if !matches!(marker, 0xc4 | 0xc8 | 0xcc) && self.blocks == 0 =>
            {
                let height = u64::from(u16::from_be_bytes([*high, *low]));
                let width = u64::from(u16::from_be_bytes([*high_width, *low_width]));
                self.blocks = width.div_ceil(BLOCK) * height.div_ceil(BLOCK);
                self.colours = *colours;
            }
            (START_OF_SCAN, [colours, ..]) => {
                self.count += 1;
                self.visits += self.blocks * u64::from(*colours);
            }
            _ => {}
        }
    }

    /// Colours of the frame: one, three or four.
    pub(crate) const fn colours(self) -> u8 {
        self.colours
    }

    /// Whether decoding ends within a second or two.
    pub(crate) fn are_bounded(self) -> bool {
        let once = self.blocks * u64::from(self.colours);
        self.count <= MOST_SCANS && self.visits <= once + MOST_VISITS
    }
}

/// The next marker, and what follows it. Zeroes after `0xff` are data, and a `0xff` before a marker fills.
fn next_marker(mut rest: &[u8]) -> Option<(u8, &[u8])> {
    loop {
        let start = rest.iter().position(|&byte| byte == 0xff)?;
        rest = rest.get(start + 1..)?;
        match rest.split_first()? {
            (0x00, after) => rest = after,
            (0xff, _) => {}
            (&marker, after) => return Some((marker, after)),
        }
    }
}

/// The content of a segment, which says how long it is, and what follows.
fn segment(rest: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, after) = rest.split_first_chunk::<2>()?;
    after.split_at_checked(usize::from(u16::from_be_bytes(*length)).checked_sub(2)?)
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// A progressive JPEG of so many pixels each way, which repeats one scan of its first colour.
    pub(crate) fn repeating(side: u16, colours: u8, count: usize) -> Vec<u8> {
        let side = side.to_be_bytes();
        let parts: Vec<u8> = (1..=colours).flat_map(|colour| [colour, 0x11, 0]).collect();
        let codes =
            |class: u8, symbol: u8| [&b"\xff\xc4\0\x14"[..], &[class, 1], &[0; 15], &[symbol]].concat();
        let data = b"\x55\x54\xaa\xa9\x55\x52\xaa\xa5\x55\x4a\xaa\x95\x55\x7f";
        let scan = [&b"\xff\xda\0\x08\x01\x01\0\x01\x3f\x01"[..], data].concat();
        [
            b"\xff\xd8\xff\xdb\0\x43\0".to_vec(),
            vec![1; 64],
            [&b"\xff\xc2\0"[..], &[8 + 3 * colours, 8], &side, &side, &[colours], &parts].concat(),
            codes(0x10, 0xe0),
            codes(0, 0),
            scan.repeat(count),
            b"\xff\xd9".to_vec(),
        ]
        .concat()
    }

    #[test]
    fn scans_are_counted_with_the_blocks_that_they_visit() {
        let found = Scans::of(&repeating(80, 1, 3));

        assert_eq!(found, Scans { count: 3, visits: 300, blocks: 100, colours: 1 });
        assert!(found.are_bounded());
    }

    #[test]
    fn what_a_segment_holds_and_what_follows_the_end_is_no_scan() {
        let scan = b"\xff\xda\0\x08\x01\x01\0\x01\x3f\x01";
        let thumbnail = [&b"\xff\xe1\0\x16Exif\0\0"[..], scan, b"\xff\xd9\xff\xd9"].concat();
        let plain = repeating(80, 1, 3);
        let upload = [&plain[..2], &thumbnail, &plain[2..], &scan.repeat(100)].concat();

        assert_eq!(Scans::of(&upload), Scans::of(&plain));
    }

    #[test]
    fn a_marker_is_found_behind_what_fills() {
        let plain = repeating(80, 1, 1);
        let filled =
            [&plain[..plain.len() - 2], b"\x12\xff\x00\xff\xd0\x34\xff\xff\xff\xda\0\x03\x01\xff\xd9"]
                .concat();

        assert_eq!(Scans::of(&filled).count, 2);
    }

    #[test]
    fn many_scans_are_too_many_and_so_are_few_over_many_blocks() {
        assert!(Scans::of(&repeating(80, 1, 64)).are_bounded());
        assert!(!Scans::of(&repeating(80, 1, 65)).are_bounded());
        assert!(Scans::of(&repeating(3_200, 1, 20)).are_bounded());
        assert!(!Scans::of(&repeating(3_200, 1, 30)).are_bounded());
    }

    #[test]
    fn a_file_cut_anywhere_is_counted_without_a_panic() {
        let whole = repeating(80, 1, 2);
        for length in 0..whole.len() {
            assert!(Scans::of(&whole[..length]).count <= 2);
        }
    }
}
