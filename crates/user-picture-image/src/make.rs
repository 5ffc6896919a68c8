//! From what an upload shows to two squares.

use image::buffer::ConvertBuffer;
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::imageops::{self, FilterType};
use image::{DynamicImage, RgbImage, RgbaImage};
use user_core::domain::{Picture, PictureFile, PictureFormat, PictureSize};
use user_core::ports::{PictureError, Port, PortError};

use crate::decode::Decoded;

/// Where differences are hard to see (the scale of the JPEG committee's reference software).
const QUALITY: u8 = 85;

pub(crate) fn make(decoded: Decoded) -> Result<Picture, PictureError> {
    let square = square(decoded);
    let large = sized(&square, PictureSize::Large);
    let small = sized(&large, PictureSize::Small);
    let format = if has_holes(&large) { PictureFormat::Png } else { PictureFormat::Jpeg };
    Ok(Picture { small: encode(&small, format)?, large: encode(&large, format)? })
}

/// The middle, as much as fits, upright, with eight bits of each colour: what every browser shows. A large one is made
/// smaller before anything else is made of it: what was decoded is in memory once.
fn square(Decoded { picture, orientation }: Decoded) -> RgbaImage {
    let (width, height) = (picture.width(), picture.height());
    let side = width.min(height);
    let (left, top) = ((width - side) / 2, (height - side) / 2);
    let wanted = PictureSize::Large.pixels();
    // Averages every pixel, so nothing is lost by not weighing them; it is many times faster on a large one.
    let roughly = side > wanted * 4;
    let mut square = match &picture {
        DynamicImage::ImageRgb8(picture) if roughly => {
            imageops::thumbnail(&*imageops::crop_imm(picture, left, top, side, side), wanted * 2, wanted * 2)
                .into()
        }
        DynamicImage::ImageRgba8(picture) if roughly => {
            imageops::thumbnail(&*imageops::crop_imm(picture, left, top, side, side), wanted * 2, wanted * 2)
                .into()
        }
        _ if roughly => {
            imageops::thumbnail(&*imageops::crop_imm(&picture, left, top, side, side), wanted * 2, wanted * 2)
                .into()
        }
        _ => DynamicImage::ImageRgba8(picture.crop_imm(left, top, side, side).into_rgba8()),
    };
    drop(picture);
    square.apply_orientation(orientation);
    square.into_rgba8()
}

fn sized(square: &RgbaImage, wanted: PictureSize) -> RgbaImage {
    let side = wanted.pixels();
    imageops::resize(square, side, side, FilterType::Lanczos3)
}

fn has_holes(picture: &RgbaImage) -> bool {
    picture.pixels().any(|pixel| pixel.0[3] < u8::MAX)
}

fn encode(picture: &RgbaImage, format: PictureFormat) -> Result<PictureFile, PictureError> {
    let mut bytes = Vec::new();
    let written = match format {
        PictureFormat::Png => picture.write_with_encoder(PngEncoder::new(&mut bytes)),
        PictureFormat::Jpeg => {
            let opaque: RgbImage = picture.convert();
            opaque.write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, QUALITY))
        }
    };
    written.map_err(|error| PortError::new(Port::PictureMaker, error))?;
    Ok(PictureFile { format, bytes })
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use image::{Frame, ImageFormat, Rgb, Rgba};

    use super::*;
    use crate::decode::{MEMORY, plan};
    use crate::scans::tests::repeating;
    use crate::webp::beside_pixels;
    use crate::webp::tests::of_ways;

    fn make(upload: &[u8], max_pixels: u32) -> Result<Picture, PictureError> {
        super::make(plan(upload, max_pixels)?.decode()?)
    }

    const FORMATS: [ImageFormat; 4] =
        [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP, ImageFormat::Gif];

    /// Red on the left, blue on the right.
    fn two_halves(width: u32, height: u32) -> DynamicImage {
        let half = |x, _| if x < width / 2 { Rgb([255, 0, 0]) } else { Rgb([0, 0, 255]) };
        DynamicImage::ImageRgb8(RgbImage::from_fn(width, height, half))
    }

    fn file(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
        let mut bytes = Vec::new();
        let picture = if format == ImageFormat::Gif { &picture.to_rgba8().into() } else { picture };
        picture.write_to(&mut Cursor::new(&mut bytes), format).unwrap();
        bytes
    }

    fn read(file: &PictureFile) -> RgbaImage {
        image::load_from_memory(&file.bytes).unwrap().to_rgba8()
    }

    fn is_red(pixel: Rgba<u8>) -> bool {
        pixel.0[0] > 200 && pixel.0[2] < 60
    }

    #[test]
    fn what_is_no_picture_of_ours_is_refused() {
        let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>".to_vec();
        let html = b"<!doctype html><script>alert(1)</script>".to_vec();
        let bitmap = b"BM\x3a\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0\x01\0\0\0\x01\0\0\0\x01\0\x18\0".to_vec();
        for upload in
            [vec![], vec![0; 64], svg, html, bitmap, b"\x89PNG\r\n\x1a\n".to_vec(), b"GIF89a".to_vec()]
        {
            assert!(matches!(make(&upload, 4_096), Err(PictureError::Malformed)), "{upload:?}");
        }
    }

    #[test]
    fn a_file_cut_short_or_scrambled_is_refused_and_never_a_panic() {
        for format in FORMATS {
            let whole = file(&two_halves(12, 12), format);
            for length in [whole.len() / 8, whole.len() / 3, whole.len() / 2] {
                let _ = make(whole.get(..length).unwrap(), 4_096);
            }
            assert!(make(whole.get(..24).unwrap(), 4_096).is_err(), "{format:?}");
            for place in 0..whole.len().min(120) {
                let mut scrambled = whole.clone();
                scrambled[place] ^= 0xff;
                let _ = make(&scrambled, 4_096);
            }
        }
    }

    /// A header that promises 60,000 by 60,000 pixels: some fourteen gigabytes, in less than a hundred bytes.
    #[test]
    fn a_bomb_is_refused_before_it_is_decoded() {
        assert!(matches!(make(&pretending(60_000, 8), 4_096), Err(PictureError::TooManyPixels { .. })));
        // Within the sides that are allowed, and half a gigabyte once decoded.
        assert!(matches!(make(&pretending(8_192, 16), 8_192), Err(PictureError::TooManyPixels { .. })));
    }

    /// A small file whose header speaks of sides of so many pixels, four colours of so many bits each.
    fn pretending(side: u32, bits: u8) -> Vec<u8> {
        let mut png = file(&two_halves(8, 8), ImageFormat::Png);
        let header = [&side.to_be_bytes()[..], &side.to_be_bytes(), &[bits, 6]].concat();
        png[16..26].copy_from_slice(&header);
        let checksum = crc32(&png[12..29]);
        png[29..33].copy_from_slice(&checksum.to_be_bytes());
        png
    }

    /// What a phone takes: 48 million pixels, 146 MB once decoded in full.
    #[test]
    fn the_photograph_of_a_phone_is_taken_at_an_eighth_of_its_size() {
        let photo = file(&two_halves(8_064, 6_048), ImageFormat::Jpeg);
        assert!(plan(&photo, 8_192).unwrap().memory() < MEMORY / 8);

        let made = make(&photo, 8_192).unwrap();

        let picture = read(&made.large);
        assert!(is_red(*picture.get_pixel(64, 128)) && !is_red(*picture.get_pixel(192, 128)));
    }

    #[test]
    fn what_takes_more_than_there_is_is_refused_with_the_side_that_would_fit() {
        for (side, bits, fits) in [(4_096, 16, 2_985), (8_192, 8, 4_222), (8_192, 16, 2_985)] {
            let refused = plan(&pretending(side, bits), 8_192).err();
            assert!(
                matches!(refused, Some(PictureError::TooManyPixels { max }) if max == fits),
                "{side} {bits}: {refused:?}"
            );
        }
        assert!(plan(&pretending(4_096, 8), 8_192).is_ok());
    }

    /// Of 3,200 by 3,200 pixels, 200 scans take 5 KB and nine seconds, and 600,000 of them hours.
    #[test]
    fn a_jpeg_that_repeats_its_scans_is_refused_before_it_is_decoded() {
        assert!(make(&repeating(3_200, 1, 3), 4_096).is_ok());

        for (side, scans) in [(80, 200), (3_200, 60)] {
            let refused = plan(&repeating(side, 1, scans), 4_096).err();
            assert!(matches!(refused, Some(PictureError::Malformed)), "{side} {scans}: {refused:?}");
        }
    }

    /// Each way takes 57 bytes of the file and 20 KB of memory: 1.3 GB for 3.8 MB, and for four pixels each way.
    #[test]
    fn a_webp_whose_colours_are_coded_in_too_many_ways_is_refused_before_it_is_decoded() {
        for upload in of_ways(2_000) {
            let refused = plan(&upload, 4_096).err();
            assert!(matches!(refused, Some(PictureError::Malformed)), "{refused:?}");
        }
        let [few, ..] = of_ways(200);
        assert!(plan(&few, 4_096).unwrap().memory() > 200 * 20_480, "what few take is reserved");
        assert!(make(&few, 4_096).is_ok());
    }

    /// Predictions, a transform of colours and several ways of coding them, as the reference encoder makes them.
    #[test]
    fn a_webp_of_an_encoder_that_uses_every_means_is_taken() {
        let upload = include_bytes!("../tests/fixtures/ways.webp");
        let tables = beside_pixels(upload, u64::MAX);

        assert!(tables.is_some_and(|tables| (20_000..60_000).contains(&tables)), "{tables:?}");
        assert!(make(upload, 4_096).is_ok());
    }

    /// Its pixels are four times as many as those of a canvas that takes all of what goes along.
    #[test]
    fn a_frame_that_is_larger_than_its_gif_is_held_to_what_was_reserved() {
        let mut gif = file(&two_halves(1_500, 1_500), ImageFormat::Gif);
        assert!(make(&gif, 4_096).is_ok());

        gif[6..10].copy_from_slice(&[1, 0, 1, 0]);

        assert!(plan(&gif, 4_096).unwrap().memory() < 5 * 1024 * 1024);
        assert!(matches!(make(&gif, 4_096), Err(PictureError::TooManyPixels { .. })));
    }

    #[test]
    fn what_a_decoder_keeps_beside_its_pixels_is_reckoned() {
        let beside = |upload: &[u8], each: u64| (plan(upload, 4_096).unwrap().memory() >> 20) - each;
        let webp = |flags: u8| {
            let chunk = |name: &[u8], content: &[u8]| {
                let length = u32::try_from(content.len()).unwrap().to_le_bytes();
                [name, &length, content].concat()
            };
            // 1,024 by 1,024: a mebibyte for each byte of a pixel.
            let header = [flags, 0, 0, 0, 0xff, 3, 0, 0xff, 3, 0];
            let lossy = [0, 0, 0, 0x9d, 1, 0x2a, 0, 4, 0, 4];
            let content = [chunk(b"VP8X", &header), chunk(b"ALPH", &[0; 2]), chunk(b"VP8 ", &lossy)].concat();
            chunk(b"RIFF", &[&b"WEBP"[..], &content].concat())
        };

        assert_eq!(beside(&repeating(1_024, 1, 1), 1), 4 + 2, "a grey JPEG");
        assert_eq!(beside(&repeating(1_024, 3, 1), 3), 4 + 6, "a JPEG of three colours");
        assert_eq!(beside(&repeating(1_024, 4, 1), 3), 4 + 8, "a JPEG of four colours");
        assert_eq!(beside(&webp(0b1_0000), 4), 4 + 7, "a lossy WebP with holes");
        assert_eq!(beside(&webp(0), 3), 4 + 4, "any other WebP");
    }

    /// As PNG asks for (ISO 3309).
    fn crc32(bytes: &[u8]) -> u32 {
        let step = |crc: u32, _| if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 };
        !bytes.iter().fold(u32::MAX, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), step))
    }

    #[test]
    fn sides_of_more_pixels_than_allowed_are_refused_and_of_so_many_not() {
        for format in FORMATS {
            let (just, over) = (file(&two_halves(100, 20), format), file(&two_halves(101, 20), format));
            assert!(make(&just, 100).is_ok(), "{format:?}");
            assert!(matches!(make(&over, 100), Err(PictureError::TooManyPixels { .. })), "{format:?}");
        }
    }

    #[test]
    fn every_format_becomes_a_centred_square_in_two_sizes() {
        for format in FORMATS {
            let made = make(&file(&two_halves(600, 300), format), 4_096).unwrap();
            for size in PictureSize::ALL {
                let picture = read(made.size(size));
                let side = size.pixels();
                assert_eq!(picture.dimensions(), (side, side), "{format:?}");
                assert!(is_red(*picture.get_pixel(side / 4, side / 2)), "{format:?}");
                assert!(!is_red(*picture.get_pixel(3 * side / 4, side / 2)), "{format:?}");
            }
            assert_eq!(made.small.format, PictureFormat::Jpeg, "{format:?}");
        }
    }

    #[test]
    fn holes_stay_holes() {
        let picture = DynamicImage::ImageRgba8(RgbaImage::from_pixel(30, 30, Rgba([0, 0, 0, 0])));

        let made = make(&file(&picture, ImageFormat::Png), 4_096).unwrap();

        assert_eq!(made.large.format, PictureFormat::Png);
        assert_eq!(read(&made.large).get_pixel(9, 9).0[3], 0);
    }

    #[test]
    fn the_first_frame_stands_for_an_animation() {
        let mut gif = Vec::new();
        let mut encoder = image::codecs::gif::GifEncoder::new(&mut gif);
        for colour in [[255, 0, 0, 255], [0, 0, 255, 255]] {
            encoder.encode_frame(Frame::new(RgbaImage::from_pixel(20, 20, Rgba(colour)))).unwrap();
        }
        drop(encoder);

        let made = make(&gif, 4_096).unwrap();

        assert!(is_red(*read(&made.large).get_pixel(100, 100)));
    }

    /// A JPEG that says of itself to be turned by a quarter, with a place in its metadata and a script after its end.
    #[test]
    fn a_picture_is_turned_upright_and_nothing_else_of_the_file_survives() {
        let plain = file(&two_halves(64, 64), ImageFormat::Jpeg);
        let tiff = b"Exif\0\0II\x2a\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0GPS 52.37 N";
        let length = u16::try_from(tiff.len() + 2).unwrap().to_be_bytes();
        let app1 = [b"\xff\xe1".as_slice(), &length, tiff].concat();
        let upload = [&plain[..2], &app1, &plain[2..], b"<script>alert(1)</script>"].concat();

        let made = make(&upload, 4_096).unwrap();

        let picture = read(&made.large);
        assert!(is_red(*picture.get_pixel(200, 40)), "turned clockwise, the left is the top");
        assert!(!is_red(*picture.get_pixel(40, 200)));
        for size in PictureSize::ALL {
            let bytes = &made.size(size).bytes;
            for trace in [b"GPS".as_slice(), b"Exif", b"<script"] {
                assert!(!bytes.windows(trace.len()).any(|window| window == trace), "{size:?}");
            }
        }
    }
}
