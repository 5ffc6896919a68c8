//! Prefix codes as a lossless WebP has them, and the bits that they are read from (RFC 9649 §3.7).

/// Codes have so many bits at most.
const LONGEST: usize = 15;
/// A table of a decoder has an entry of four bytes for each code of at most so many bits, and two nodes of sixteen
/// bytes for each that is longer.
const TABLE_BITS: usize = 10;
const NODES: u64 = 2 * 16;

/// A prefix code, by which symbols are told apart.
pub(crate) struct Code {
    /// How many codes there are of each length. Of a single symbol there is none: it takes no bits.
    counts: [u16; LONGEST + 1],
    /// In order of their codes.
    symbols: Vec<u16>,
}

impl Code {
    pub(crate) fn of(lengths: &[u8]) -> Option<Self> {
        let used = || lengths.iter().zip(0_u16..).filter(|(length, _)| **length > 0);
        let mut counts = [0_u16; LONGEST + 1];
        for (length, _) in used() {
            *counts.get_mut(usize::from(*length))? += 1;
        }
        let mut places = [0_usize; LONGEST + 2];
        for (length, count) in counts.iter().enumerate() {
            *places.get_mut(length + 1)? = places.get(length)? + usize::from(*count);
        }
        let mut symbols = vec![0; used().count()];
        for (length, symbol) in used() {
            let place = places.get_mut(usize::from(*length))?;
            *symbols.get_mut(*place)? = symbol;
            *place += 1;
        }
        if symbols.len() == 1 {
            return Some(Self::short(symbols));
        }
        // Whatever the bits are, they begin with one code.
        let shares = counts.iter().enumerate().map(|(length, count)| u32::from(*count) << (LONGEST - length));
        (shares.sum::<u32>() == 1 << LONGEST).then_some(Self { counts, symbols })
    }

    pub(crate) fn short(symbols: Vec<u16>) -> Self {
        let mut counts = [0; LONGEST + 1];
        if symbols.len() == 2 {
            counts[1] = 2;
        }
        Self { counts, symbols }
    }

    /// What the table of it takes in a decoder.
    pub(crate) fn memory(&self) -> u64 {
        let Some(longest) = self.counts.iter().rposition(|count| *count > 0) else { return 0 };
        let long = self.counts.iter().skip(TABLE_BITS + 1).map(|count| u64::from(*count)).sum::<u64>();
        (4 << longest.min(TABLE_BITS)) + long * NODES
    }

    pub(crate) fn next(&self, bits: &mut Bits<'_>) -> Option<u16> {
        if let [only] = *self.symbols {
            return Some(only);
        }
        let (mut code, mut first, mut before) = (0, 0, 0);
        for count in self.counts.iter().skip(1).map(|count| usize::from(*count)) {
            code += bits.one()?;
            if code < first + count {
                return self.symbols.get(before + code - first).copied();
            }
            before += count;
            first = (first + count) * 2;
            code *= 2;
        }
        None
    }
}

/// Bits, the lowest of each byte first.
pub(crate) struct Bits<'file> {
    bytes: &'file [u8],
    at: usize,
}

impl<'file> Bits<'file> {
    pub(crate) const fn of(bytes: &'file [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// At most 32 of them, or none where the file ends before.
    pub(crate) fn read(&mut self, count: u32) -> Option<u32> {
        let start = self.at / 8;
        let end = self.at.checked_add(usize::try_from(count).ok()?)?;
        let bytes = self.bytes.get(start..end.div_ceil(8))?;
        let word = bytes.iter().rev().fold(0, |word: u64, byte| word << 8 | u64::from(*byte));
        let bits = word >> (self.at % 8) & ((1 << count) - 1);
        self.at = end;
        u32::try_from(bits).ok()
    }

    fn one(&mut self) -> Option<usize> {
        let bit = self.bytes.get(self.at / 8)? >> (self.at % 8) & 1;
        self.at += 1;
        Some(usize::from(bit))
    }

    /// A length or a distance, of which the symbol says how large it is.
    pub(crate) fn number(&mut self, symbol: u16) -> Option<u64> {
        let symbol = u32::from(symbol);
        if symbol < 4 {
            return Some(u64::from(symbol) + 1);
        }
        let more = (symbol - 2) >> 1;
        Some(u64::from(((2 + (symbol & 1)) << more) + self.read(more)? + 1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_taken_that_leave_no_bits_without_a_meaning() {
        assert!(Code::of(&[1, 2, 0, 2]).is_some());
        assert!(Code::of(&[0, 7]).is_some(), "a single one takes no bits");
        for lengths in [&[0, 0][..], &[1, 2], &[1, 1, 1], &[15; 3]] {
            assert!(Code::of(lengths).is_none(), "{lengths:?}");
        }
    }

    #[test]
    fn symbols_are_read_in_the_order_of_their_codes() {
        let code = Code::of(&[2, 1, 0, 2]).unwrap();
        let mut bits = Bits::of(&[0b0001_1010]);

        let symbols: Vec<_> = (0..4).map(|_| code.next(&mut bits)).collect();

        assert_eq!(symbols, [Some(1), Some(0), Some(3), Some(1)]);
    }
}
