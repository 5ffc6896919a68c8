//! What a lossless WebP asks of its decoder beside its pixels, counted before it is decoded.
//!
//! Such a picture may have its colours coded in up to 65,536 ways, and name the way of each block of pixels. A decoder
//! makes five tables of each way: 20 KB and more of memory for 60 bytes of the file. What comes before the pixels is
//! read here as decoders read it (the lossless bitstream of WebP, RFC 9649 §3), and nothing of it is kept.

use crate::codes::{Bits, Code};

/// Lengths of codes are coded themselves, and come in this order.
const ORDER: [usize; 19] = [17, 18, 0, 1, 2, 3, 4, 5, 16, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15];
/// Symbols below are colours; those from here on say how much is repeated.
const COLOURS: u16 = 256;
/// Symbols from here on name a colour of a moment ago.
const CACHED: u16 = 280;
/// Symbols for how far back what is repeated stands.
const DISTANCES: u16 = 40;
/// Beside the tables of a way: a list of five, which grows by doubling, and what each allocation takes.
const EACH_WAY: u64 = 1_200;

/// Bytes that a decoder allocates beside the pixels for a picture with its header, which must tell this size if there
/// is one. `None` where the file is not as it should be, or asks for more than `most`.
pub(crate) fn with_header(bytes: &[u8], size: Option<(u32, u32)>, most: u64) -> Option<u64> {
    let mut bits = Bits::of(bytes);
    let signature = bits.read(8)?;
    let (width, height) = (bits.read(14)? + 1, bits.read(14)? + 1);
    // Whether there are holes, and the version.
    let (_, version) = (bits.read(1)?, bits.read(3)?);
    let is_sound = signature == 0x2f && version == 0 && size.is_none_or(|size| size == (width, height));
    is_sound.then_some(())?;
    Skim { bits, memory: 0, most }.picture(width, height)
}

/// The same without a header, as holes are coded that belong to a lossy picture.
pub(crate) fn without_header(bytes: &[u8], (width, height): (u32, u32), most: u64) -> Option<u64> {
    Skim { bits: Bits::of(bytes), memory: 0, most }.picture(width, height)
}

struct Skim<'file> {
    bits: Bits<'file>,
    memory: u64,
    most: u64,
}

impl Skim<'_> {
    fn picture(mut self, width: u32, height: u32) -> Option<u64> {
        let width = self.transforms(width, height)?;
        let cache = self.cache()?;
        let ways = if self.bits.read(1)? == 1 {
            let (across, down) = self.blocks(width, height)?;
            self.note(u64::from(across) * u64::from(down) * 2)?;
            self.image(across, down)? + 1
        } else {
            1
        };
        for _ in 0..ways {
            let memory = self.way(cache)?.iter().map(Code::memory).sum::<u64>();
            self.note(EACH_WAY + memory)?;
        }
        Some(self.memory)
    }

    fn note(&mut self, memory: u64) -> Option<()> {
        self.memory = self.memory.saturating_add(memory);
        (self.memory <= self.most).then_some(())
    }

    /// What was done to the pixels. Answers how wide the picture is in which they are coded.
    fn transforms(&mut self, width: u32, height: u32) -> Option<u32> {
        let (mut coded, mut seen) = (width, [false; 4]);
        while self.bits.read(1)? == 1 {
            let kind = self.bits.read(2)?;
            let seen = seen.get_mut(usize::try_from(kind).ok()?)?;
            if std::mem::replace(seen, true) {
                return None;
            }
            match kind {
                // Predictions and colours, by blocks.
                0 | 1 => {
                    let (across, down) = self.blocks(coded, height)?;
                    self.image(across, down)?;
                }
                // A palette: a row of colours. Several pixels of few colours are coded in one.
                3 => {
                    let colours = self.bits.read(8)? + 1;
                    self.image(colours, 1)?;
                    coded = coded.div_ceil(match colours {
                        0..=2 => 8,
                        3..=4 => 4,
                        5..=16 => 2,
                        _ => 1,
                    });
                }
                _ => {}
            }
        }
        Some(coded)
    }

    fn blocks(&mut self, width: u32, height: u32) -> Option<(u32, u32)> {
        let side = 1 << (self.bits.read(3)? + 2);
        Some((width.div_ceil(side), height.div_ceil(side)))
    }

    /// How many bits of a hash name a colour of a moment ago, or none.
    fn cache(&mut self) -> Option<u32> {
        if self.bits.read(1)? == 0 {
            return Some(0);
        }
        self.bits.read(4).filter(|bits| (1..=11).contains(bits))
    }

    /// An image within the picture. Answers the largest number that its pixels have in red and green: what is repeated
    /// was there before.
    fn image(&mut self, width: u32, height: u32) -> Option<u32> {
        let pixels = u64::from(width) * u64::from(height);
        self.note(pixels * 4)?;
        let cache = self.cache()?;
        let [greens, reds, blues, holes, distances] = self.way(cache)?;
        let bits = &mut self.bits;
        let (mut done, mut largest) = (0, 0);
        while done < pixels {
            let green = greens.next(bits)?;
            if green < COLOURS {
                let red = reds.next(bits)?;
                let _ = (blues.next(bits)?, holes.next(bits)?);
                largest = largest.max(u32::from(red) << 8 | u32::from(green));
                done += 1;
            } else if green < CACHED {
                done += bits.number(green - COLOURS)?;
                let distance = distances.next(bits)?;
                bits.number(distance)?;
            } else {
                done += 1;
            }
        }
        (done == pixels).then_some(largest)
    }

    /// The codes of one way: of green and what is repeated, red, blue, holes, and distances.
    fn way(&mut self, cache: u32) -> Option<[Code; 5]> {
        let cached = if cache == 0 { 0 } else { 1 << cache };
        let greens = self.code(CACHED + cached)?;
        let (reds, blues, holes) = (self.code(COLOURS)?, self.code(COLOURS)?, self.code(COLOURS)?);
        Some([greens, reds, blues, holes, self.code(DISTANCES)?])
    }

    fn code(&mut self, symbols: u16) -> Option<Code> {
        if self.bits.read(1)? == 1 {
            return self.short_code(symbols);
        }
        let mut lengths = [0; 19];
        let told = usize::try_from(self.bits.read(4)?).ok()? + 4;
        for &symbol in ORDER.get(..told)? {
            *lengths.get_mut(symbol)? = u8::try_from(self.bits.read(3)?).ok()?;
        }
        let lengths = self.lengths(&Code::of(&lengths)?, symbols)?;
        Code::of(&lengths)
    }

    /// A code of one symbol or two.
    fn short_code(&mut self, symbols: u16) -> Option<Code> {
        let is_of_two = self.bits.read(1)? == 1;
        let first_bits = if self.bits.read(1)? == 1 { 8 } else { 1 };
        let first = u16::try_from(self.bits.read(first_bits)?).ok()?;
        let mut named = vec![first];
        if is_of_two {
            named.push(u16::try_from(self.bits.read(8)?).ok()?);
        }
        named.iter().all(|symbol| *symbol < symbols).then(|| Code::short(named))
    }

    /// How long the code of each symbol is.
    fn lengths(&mut self, code: &Code, symbols: u16) -> Option<Vec<u8>> {
        let symbols = usize::from(symbols);
        let mut left = if self.bits.read(1)? == 1 {
            let bits = 2 + 2 * self.bits.read(3)?;
            usize::try_from(self.bits.read(bits)?).ok()? + 2
        } else {
            symbols
        };
        (left <= symbols).then_some(())?;
        let (mut lengths, mut before) = (Vec::with_capacity(symbols), 8);
        while lengths.len() < symbols && left > 0 {
            left -= 1;
            let (length, times) = match code.next(&mut self.bits)? {
                16 => (before, self.bits.read(2)? + 3),
                17 => (0, self.bits.read(3)? + 3),
                18 => (0, self.bits.read(7)? + 11),
                length => (u8::try_from(length).ok()?, 1),
            };
            before = if length == 0 { before } else { length };
            lengths.resize(lengths.len() + usize::try_from(times).ok()?, length);
        }
        (lengths.len() <= symbols).then_some(lengths)
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    const TABLE: u64 = 4 << 10;

    /// What is written bit by bit.
    #[derive(Default)]
    struct Written(Vec<bool>);

    impl Written {
        /// The lowest first, as numbers are.
        fn number(&mut self, value: usize, count: usize) {
            self.0.extend((0..count).map(|bit| value >> bit & 1 == 1));
        }

        /// The highest first, as codes are.
        fn code(&mut self, value: usize, count: usize) {
            self.0.extend((0..count).rev().map(|bit| value >> bit & 1 == 1));
        }

        fn bytes(&self) -> Vec<u8> {
            let byte = |bits: &[bool]| bits.iter().rev().fold(0, |byte, bit| byte << 1 | u8::from(*bit));
            self.0.chunks(8).map(byte).collect()
        }

        /// A code of a single symbol.
        fn single(&mut self, symbol: usize) {
            self.number(0b101, 3);
            self.number(symbol, 8);
        }

        /// A code of eleven symbols, the longest of ten bits: a table of 4 KiB.
        fn dear(&mut self) {
            self.number(0, 1);
            self.number(14 - 4, 4);
            for length in ORDER.iter().take(14) {
                self.number(
                    match length {
                        1..=4 => 4,
                        5..=10 => 3,
                        _ => 0,
                    },
                    3,
                );
            }
            self.number(1, 1);
            self.number(1, 3);
            self.number(11 - 2, 4);
            for length in (1..=10).chain([10]) {
                if length < 5 { self.code(11 + length, 4) } else { self.code(length - 5, 3) }
            }
        }
    }

    /// A picture of so many pixels each way whose colours are coded in so many ways, as it is without its header.
    fn picture(side: usize, ways: usize) -> Written {
        let mut bits = Written::default();
        // No transform, no cache, and ways: one block, without a cache, whose one pixel names the last of them.
        bits.number(0b100, 3);
        bits.number(0, 3);
        bits.number(0, 1);
        let last = ways - 1;
        for symbol in [last & 0xff, last >> 8, 0, 0, 0] {
            bits.single(symbol);
        }
        for _ in 0..ways * 5 {
            bits.dear();
        }
        bits.number(0, side * side * 4);
        bits
    }

    /// The content of the chunk of such a picture, with its header or without.
    pub(crate) fn coded(side: usize, ways: usize, has_header: bool) -> Vec<u8> {
        let mut bits = Written::default();
        if has_header {
            bits.number(0x2f, 8);
            bits.number(side - 1, 14);
            bits.number(side - 1, 14);
            bits.number(0, 4);
        }
        bits.0.extend(picture(side, ways).0);
        bits.bytes()
    }

    #[test]
    fn the_tables_of_each_way_are_counted() {
        for ways in [1, 2, 300] {
            let memory = with_header(&coded(4, ways, true), Some((4, 4)), u64::MAX);

            let of_ways = u64::try_from(ways).unwrap() * (EACH_WAY + 5 * TABLE);
            assert_eq!(
                memory,
                Some(4 + 2 + of_ways),
                "a block of four bytes, its way of two, and the tables"
            );
            assert_eq!(without_header(&coded(4, ways, false), (4, 4), u64::MAX), memory);
        }
    }

    #[test]
    fn what_asks_for_more_is_not_read_on() {
        let ways = EACH_WAY + 5 * TABLE;
        let upload = coded(4, 9, true);
        let begun = &upload[..upload.len() / 2];

        assert_eq!(with_header(&upload, None, 6 + ways * 9), Some(6 + ways * 9));
        assert_eq!(with_header(&upload, None, 5 + ways * 9), None);
        assert_eq!(with_header(begun, None, u64::MAX), None, "nor is what is cut short");
    }

    #[test]
    fn a_header_that_tells_another_size_or_version_is_refused() {
        let upload = coded(4, 1, true);
        assert!(with_header(&upload, None, u64::MAX).is_some());
        assert_eq!(with_header(&upload, Some((4, 5)), u64::MAX), None);
        for (place, bits) in [(0, 1), (4, 0b0010_0000)] {
            let mut other = upload.clone();
            other[place] ^= bits;
            assert_eq!(with_header(&other, None, u64::MAX), None, "{place}");
        }
    }
}
