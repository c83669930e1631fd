//! Prints of a picture: the same at the widths at which pages show it, as WebP, upright and in the colours of the web.
//! It is bytes in and bytes out, and knows no files and no addresses.

use std::io::Cursor;

use fast_image_resize::Resizer;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, RgbImage, RgbaImage};
use moxcms::{ColorProfile, Layout, TransformOptions};

/// How wide a picture is and how high, in pixels, when the right way is up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// From left to right.
    pub width: u32,
    /// From top to bottom.
    pub height: u32,
}

/// A picture as pages need to know it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Measured {
    /// How large it is.
    pub size: Size,
    /// Whether prints of it can be made: of one that moves there are none.
    pub is_still: bool,
}

/// The widths of prints: of a phone's column, of one on a sharp screen, of the widest.
const WIDTHS: [u32; 3] = [480, 960, 1600];

/// Above this it is taken to be made to fill the memory: a picture of 100 million points.
const MOST: u64 = 400 << 20;

/// Of a hundred; with it, prints look like their originals and weigh a fraction.
const QUALITY: f32 = 80.0;

/// Why there is no print.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unprintable;

/// Measures a JPEG, PNG, WebP or GIF; nothing where it is none of these or is broken.
#[must_use]
pub fn measured(bytes: &[u8]) -> Option<Measured> {
    let reader = reader(bytes)?;
    let format = reader.format()?;
    let mut decoder = reader.into_decoder().ok()?;
    let (width, height) = decoder.dimensions();
    let lies = lies(decoder.orientation().ok()?);
    let size = if lies { Size { width: height, height: width } } else { Size { width, height } };
    let is_still = match format {
        ImageFormat::Gif => false,
        ImageFormat::WebP => {
            webp::BitstreamFeatures::new(bytes).is_some_and(|features| !features.has_animation())
        }
        ImageFormat::Png => image::codecs::png::PngDecoder::new(Cursor::new(bytes))
            .is_ok_and(|png| !png.is_apng().unwrap_or(true)),
        _ => true,
    };
    Some(Measured { size, is_still })
}

impl Measured {
    /// The widths of its prints, narrowest first: none is wider than the picture itself.
    ///
    /// ```
    /// # use casebook::prints::{Measured, Size};
    /// let of = |width| Measured { size: Size { width, height: 600 }, is_still: true }.widths();
    /// assert_eq!(of(3000), [480, 960, 1600]);
    /// assert_eq!(of(700), [480, 700]);
    /// ```
    #[must_use]
    pub fn widths(&self) -> Vec<u32> {
        if !self.is_still {
            return Vec::new();
        }
        let widest = self.size.width.min(WIDTHS[WIDTHS.len() - 1]);
        let mut widths: Vec<u32> = WIDTHS.into_iter().filter(|width| *width < widest).collect();
        widths.push(widest);
        widths
    }
}

/// A print: WebP, of that width.
///
/// # Errors
/// If the picture cannot be read to its end, or is too large.
pub fn print(bytes: &[u8], width: u32) -> Result<Vec<u8>, Unprintable> {
    let mut reader = reader(bytes).ok_or(Unprintable)?;
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|_| Unprintable)?;
    let up = decoder.orientation().map_err(|_| Unprintable)?;
    let profile = decoder.icc_profile().ok().flatten();
    let picture = DynamicImage::from_decoder(decoder).map_err(|_| Unprintable)?;
    let mut picture = plain(picture);
    if let Some(turned) = profile.and_then(|profile| for_the_web(&picture, &profile)) {
        picture = turned;
    }
    picture.apply_orientation(up);
    let picture = resized(&picture, width)?;
    let (width, height) = (picture.width(), picture.height());
    let encoder = match &picture {
        DynamicImage::ImageRgba8(points) => webp::Encoder::from_rgba(points, width, height),
        _ => webp::Encoder::from_rgb(picture.as_bytes(), width, height),
    };
    Ok(encoder.encode(QUALITY).to_vec())
}

fn reader(bytes: &[u8]) -> Option<ImageReader<Cursor<&[u8]>>> {
    ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok()
}

/// Whether up and down are left and right in it as it is kept.
fn lies(up: Orientation) -> bool {
    matches!(
        up,
        Orientation::Rotate90
            | Orientation::Rotate270
            | Orientation::Rotate90FlipH
            | Orientation::Rotate270FlipH
    )
}

/// In three or four bytes for each point.
fn plain(picture: DynamicImage) -> DynamicImage {
    if picture.color().has_alpha() { picture.into_rgba8().into() } else { picture.into_rgb8().into() }
}

/// Its colours as browsers take them where nothing is said: a print carries no profile.
fn for_the_web(picture: &DynamicImage, profile: &[u8]) -> Option<DynamicImage> {
    let layout = if picture.color().has_alpha() { Layout::Rgba } else { Layout::Rgb };
    let profile = ColorProfile::new_from_slice(profile).ok()?;
    let web = ColorProfile::new_srgb();
    // Profiles of grey pictures and of the press speak of other colours than the points are in by now, and have none.
    let transform = profile.create_transform_8bit(layout, &web, layout, TransformOptions::default()).ok()?;
    let (width, height, points) = (picture.width(), picture.height(), picture.as_bytes());
    let mut turned = vec![0; points.len()];
    transform.transform(points, &mut turned).ok()?;
    match layout {
        Layout::Rgba => RgbaImage::from_raw(width, height, turned).map(Into::into),
        _ => RgbImage::from_raw(width, height, turned).map(Into::into),
    }
}

fn resized(picture: &DynamicImage, width: u32) -> Result<DynamicImage, Unprintable> {
    let (own, high) = (u64::from(picture.width()), u64::from(picture.height()));
    let height =
        u32::try_from((high * u64::from(width) + own / 2) / own.max(1)).map_err(|_| Unprintable)?.max(1);
    let mut print = DynamicImage::new(width, height, picture.color());
    Resizer::new().resize(picture, &mut print, None).map_err(|_| Unprintable)?;
    Ok(print)
}

#[cfg(test)]
mod tests {
    use image::{DynamicImage, ImageFormat, Rgb, RgbImage};

    use super::{Measured, Size, Unprintable, measured, print};

    /// A picture whose left half is red and whose right half is blue.
    fn picture(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
        let colour = |x, _| if x < width / 2 { Rgb([220, 30, 30]) } else { Rgb([30, 30, 220]) };
        let picture: DynamicImage = RgbImage::from_fn(width, height, colour).into();
        let mut bytes = std::io::Cursor::new(Vec::new());
        picture.write_to(&mut bytes, format).unwrap();
        bytes.into_inner()
    }

    /// The same JPEG, kept lying on its side.
    fn lying(jpeg: &[u8]) -> Vec<u8> {
        let exif = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0";
        let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
        let (start, rest) = jpeg.split_at(2);
        [start, b"\xFF\xE1", &length, exif, rest].concat()
    }

    fn is_red(point: Rgb<u8>) -> bool {
        point.0[0] > 150 && point.0[2] < 110
    }

    #[test]
    fn a_print_shows_the_same_at_another_width() {
        for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
            let original = picture(1000, 400, format);
            let size = Size { width: 1000, height: 400 };
            assert_eq!(measured(&original), Some(Measured { size, is_still: true }), "{format:?}");
            let print = print(&original, 480).unwrap();
            assert!(print.starts_with(b"RIFF"), "{format:?}");
            let shown = image::load_from_memory(&print).unwrap().into_rgb8();
            assert_eq!(shown.dimensions(), (480, 192), "{format:?}");
            assert!(is_red(*shown.get_pixel(40, 100)) && !is_red(*shown.get_pixel(440, 100)), "{format:?}");
        }
    }

    #[test]
    fn a_print_is_upright() {
        let original = lying(&picture(400, 200, ImageFormat::Jpeg));
        assert_eq!(measured(&original).unwrap().size, Size { width: 200, height: 400 });
        let shown = image::load_from_memory(&print(&original, 100).unwrap()).unwrap().into_rgb8();
        assert_eq!(shown.dimensions(), (100, 200));
        assert!(is_red(*shown.get_pixel(50, 20)) && !is_red(*shown.get_pixel(50, 180)));
    }

    #[test]
    fn the_same_picture_gives_the_same_print() {
        let original = picture(600, 300, ImageFormat::Jpeg);
        assert_eq!(print(&original, 480), print(&original, 480));
    }

    #[test]
    fn what_moves_or_is_broken_has_no_prints() {
        assert!(measured(&picture(90, 90, ImageFormat::Gif)).unwrap().widths().is_empty());
        assert_eq!(measured(b"<svg/>"), None);
        let cut = picture(900, 900, ImageFormat::Png);
        assert_eq!(print(cut.get(..cut.len() / 2).unwrap(), 480), Err(Unprintable));
    }
}
