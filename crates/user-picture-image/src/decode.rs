//! Reading an upload within bounds: what it will take is known before anything is decoded.

use std::io::Cursor;

use image::metadata::Orientation;
use image::{DynamicImage, GrayImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits, RgbImage};
use jpeg_decoder::{CodingProcess, PixelFormat};
use user_core::domain::PictureSize;
use user_core::ports::PictureError;

use crate::scans::Scans;
use crate::webp;

/// What all pictures being made may take together, and so the most that one may: 4096 by 4096 pixels of four bytes, and
/// what goes along.
pub(crate) const MEMORY: u64 = 72 * 1024 * 1024;
/// Memory is reckoned in these.
pub(crate) const UNIT: u64 = 64 * 1024;
/// Beside the pixels: the squares, the tables of a decoder, the picture made small.
const BESIDE: u64 = 4 * 1024 * 1024;
/// The most that a WebP may ask for beside its pixels. Encoders code the colours of a photograph in a few hundred ways:
/// five megabytes, where it is full of noise.
const TABLES: u64 = MEMORY / 2;
/// A progressive JPEG keeps a coefficient of two bytes for each pixel and colour until it is complete.
const COEFFICIENT: u64 = 2;

/// The first frame, and how to turn it upright.
pub(crate) struct Decoded {
    pub(crate) picture: DynamicImage,
    pub(crate) orientation: Orientation,
}

/// How an upload will be decoded.
pub(crate) struct Plan<'upload> {
    upload: &'upload [u8],
    format: ImageFormat,
    max_pixels: u32,
    way: Way,
    memory: u64,
    /// What the pixels take that come out.
    pixels: u64,
}

#[derive(Clone, Copy)]
enum Way {
    Whole,
    /// A JPEG, at least this large.
    Reduced(u16, u16),
}

/// Looks at the header of an upload. `max_pixels` is the most of each side.
pub(crate) fn plan(upload: &[u8], max_pixels: u32) -> Result<Plan<'_>, PictureError> {
    let format = image::guess_format(upload).map_err(|error| refused(&error, max_pixels))?;
    if !matches!(format, ImageFormat::Png | ImageFormat::Jpeg | ImageFormat::WebP | ImageFormat::Gif) {
        return Err(PictureError::Malformed);
    }
    let scans = if format == ImageFormat::Jpeg { Scans::of(upload) } else { Scans::default() };
    if !scans.are_bounded() {
        return Err(PictureError::Malformed);
    }
    // Nothing is reserved yet, so little may be taken.
    let decoder = decoder(upload, format, max_pixels, BESIDE)?;
    // Not every decoder asks the limits before it sets to work.
    let (width, height) = decoder.dimensions();
    if width > max_pixels || height > max_pixels {
        return Err(PictureError::TooManyPixels { max: max_pixels });
    }
    if width == 0 || height == 0 {
        return Err(PictureError::Malformed);
    }
    let area = u64::from(width) * u64::from(height);
    let each = u64::from(decoder.color_type().bytes_per_pixel());
    let for_each = each + beside_each(format, upload, scans);
    let beside = BESIDE + copied(format, upload) + tables(format, upload)?;
    let memory = area * for_each + beside;
    let plan = Plan { upload, format, max_pixels, way: Way::Whole, memory, pixels: area * each };
    if plan.memory <= MEMORY {
        return Ok(plan);
    }
    let reduced = if format == ImageFormat::Jpeg { plan.reduced(width, height, scans) } else { None };
    let fits = |side: &u64| side * side * for_each + beside <= MEMORY;
    let side = (1..u64::from(max_pixels)).rev().find(fits).unwrap_or(1);
    reduced.ok_or(PictureError::TooManyPixels { max: u32::try_from(side).unwrap_or(max_pixels) })
}

/// What a decoder keeps of each pixel beside the one it gives.
fn beside_each(format: ImageFormat, upload: &[u8], scans: Scans) -> u64 {
    match format {
        // It may be progressive.
        ImageFormat::Jpeg => u64::from(scans.colours()) * COEFFICIENT,
        ImageFormat::WebP => beside_each_of_webp(upload),
        // A frame of four bytes, before it is put onto the canvas, and a byte for each index into the palette.
        ImageFormat::Gif => 5,
        _ => 0,
    }
}

/// By the kind of the first chunk, and what its flags tell.
fn beside_each_of_webp(upload: &[u8]) -> u64 {
    let is_flagged = |flag: u8| upload.get(20).is_some_and(|flags| flags & flag != 0);
    match upload.get(12..16) {
        // Lossy: brightness of a byte, and two colours of a quarter each.
        Some(b"VP8 ") => 2,
        // Animated: a frame of four bytes, and the canvas that it is put onto.
        Some(b"VP8X") if is_flagged(0b10) => 8,
        // What is lossy, and its transparency of one byte, which is read from a picture of four.
        Some(b"VP8X") if is_flagged(0b1_0000) => 7,
        // Lossless: the four bytes of which three are given.
        _ => 4,
    }
}

/// What a decoder builds before it comes to the pixels.
fn tables(format: ImageFormat, upload: &[u8]) -> Result<u64, PictureError> {
    match format {
        ImageFormat::WebP => webp::beside_pixels(upload, TABLES).ok_or(PictureError::Malformed),
        _ => Ok(0),
    }
}

/// What a decoder copies of the upload: all of it at most, or of PNG nothing.
fn copied(format: ImageFormat, upload: &[u8]) -> u64 {
    if format == ImageFormat::Png { 0 } else { u64::try_from(upload.len()).unwrap_or(u64::MAX / 2) }
}

fn decoder(
    upload: &[u8],
    format: ImageFormat,
    max_pixels: u32,
    max_alloc: u64,
) -> Result<impl ImageDecoder + '_, PictureError> {
    let mut limits = Limits::default();
    limits.max_image_width = Some(max_pixels);
    limits.max_image_height = Some(max_pixels);
    limits.max_alloc = Some(max_alloc);
    let mut reader = ImageReader::with_format(Cursor::new(upload), format);
    reader.limits(limits);
    reader.into_decoder().map_err(|error| refused(&error, max_pixels))
}

impl Plan<'_> {
    /// What decoding will take, in bytes.
    pub(crate) const fn memory(&self) -> u64 {
        self.memory
    }

    /// A JPEG can be decoded at an eighth, a quarter or half its size, a row of blocks at a time.
    fn reduced(&self, width: u32, height: u32, scans: Scans) -> Option<Self> {
        let wanted = PictureSize::Large.pixels() * 2;
        let side = width.min(height);
        let scaled = |length: u32| u16::try_from((length * wanted).div_ceil(side).min(length)).ok();
        let (least_width, least_height) = (scaled(width)?, scaled(height)?);
        let mut decoder = jpeg_decoder::Decoder::new(self.upload);
        let (out_width, out_height) = decoder.scale(least_width, least_height).ok()?;
        let info = decoder.info()?;
        let out = u64::from(out_width) * u64::from(out_height);
        let kept = match info.coding_process {
            CodingProcess::DctSequential => 0,
            CodingProcess::DctProgressive => {
                u64::from(width) * u64::from(height) * u64::from(scans.colours()) * COEFFICIENT
            }
            CodingProcess::Lossless => return None,
        };
        let is_plain = matches!(info.pixel_format, PixelFormat::L8 | PixelFormat::RGB24);
        // The planes of the colours, and the picture made of them.
        let memory = out * 6 + kept + BESIDE;
        let way = Way::Reduced(least_width, least_height);
        (is_plain && memory <= MEMORY).then_some(Self { way, memory, pixels: out * 3, ..*self })
    }

    /// Decodes the first frame.
    pub(crate) fn decode(&self) -> Result<Decoded, PictureError> {
        match self.way {
            Way::Whole => self.decode_whole(),
            Way::Reduced(width, height) => self.decode_reduced(width, height),
        }
    }

    fn decode_whole(&self) -> Result<Decoded, PictureError> {
        // What was reserved, and the pixels are of it. A frame of a GIF may be larger than its canvas.
        let max_alloc = self.memory.saturating_sub(self.pixels);
        let mut decoder = decoder(self.upload, self.format, self.max_pixels, max_alloc)?;
        let orientation = decoder.orientation().map_err(|error| refused(&error, self.max_pixels))?;
        let picture =
            DynamicImage::from_decoder(decoder).map_err(|error| refused(&error, self.max_pixels))?;
        Ok(Decoded { picture, orientation })
    }

    fn decode_reduced(&self, width: u16, height: u16) -> Result<Decoded, PictureError> {
        let mut decoder = jpeg_decoder::Decoder::new(self.upload);
        decoder.set_max_decoding_buffer_size(usize::try_from(self.memory).unwrap_or(usize::MAX));
        let (width, height) = decoder.scale(width, height).map_err(|_| PictureError::Malformed)?;
        let bytes = decoder.decode().map_err(|_| PictureError::Malformed)?;
        let (width, height) = (u32::from(width), u32::from(height));
        let picture = match decoder.info().map(|info| info.pixel_format) {
            Some(PixelFormat::RGB24) => RgbImage::from_raw(width, height, bytes).map(DynamicImage::from),
            Some(PixelFormat::L8) => GrayImage::from_raw(width, height, bytes).map(DynamicImage::from),
            _ => None,
        };
        let turned = decoder.exif_data().and_then(Orientation::from_exif_chunk);
        let orientation = turned.unwrap_or(Orientation::NoTransforms);
        Ok(Decoded { picture: picture.ok_or(PictureError::Malformed)?, orientation })
    }
}

fn refused(error: &ImageError, max: u32) -> PictureError {
    match error {
        ImageError::Limits(_) => PictureError::TooManyPixels { max },
        _ => PictureError::Malformed,
    }
}
