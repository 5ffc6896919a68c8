//! Pictures of users: squares in two sizes.

/// How large a picture is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureSize {
    /// 64 by 64 pixels: beside a name.
    Small,
    /// 256 by 256 pixels: on a page about the user.
    Large,
}

impl PictureSize {
    /// Every size.
    pub const ALL: [Self; 2] = [Self::Small, Self::Large];

    /// How many pixels each side has.
    pub const fn pixels(self) -> u32 {
        match self {
            Self::Small => 64,
            Self::Large => 256,
        }
    }

    /// The size with sides of so many pixels.
    pub fn parse(pixels: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|size| size.pixels().to_string() == pixels)
    }
}

/// How the bytes of a picture are to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureFormat {
    /// `image/png`
    Png,
    /// `image/jpeg`
    Jpeg,
}

impl PictureFormat {
    /// The media type, which is also the name that stores keep.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
        }
    }

    /// How the names of files of this format end.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Jpeg => "jpg",
        }
    }

    /// Reads the media type.
    pub fn parse(media_type: &str) -> Option<Self> {
        [Self::Png, Self::Jpeg].into_iter().find(|format| format.media_type() == media_type)
    }
}

/// One size of a picture, as it is served.
#[derive(Clone, PartialEq, Eq)]
pub struct PictureFile {
    /// How to read the bytes.
    pub format: PictureFormat,
    /// The bytes.
    pub bytes: Vec<u8>,
}

impl std::fmt::Debug for PictureFile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "PictureFile({}, {} bytes)", self.format.media_type(), self.bytes.len())
    }
}

/// A picture in both sizes, made by us: a square without metadata.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// 64 by 64 pixels.
    pub small: PictureFile,
    /// 256 by 256 pixels.
    pub large: PictureFile,
}

impl Picture {
    /// The picture in this size.
    pub const fn size(&self, size: PictureSize) -> &PictureFile {
        match size {
            PictureSize::Small => &self.small,
            PictureSize::Large => &self.large,
        }
    }
}
