//! The picture that other sites show with a link to a page: what it says, how it stands, and where.
//!
//! Drawn as SVG, and made into PNG when it is asked for; its name tells what it shows, so that it is drawn once.

use std::fmt::Write as _;
use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::Database;
use resvg::usvg::{Options, Tree};

use super::xml_escaped;
use crate::model::Status;
use crate::view::Poster;

/// As wide and high as networks want it (Open Graph).
const WIDTH: u32 = 1200;
/// See [`WIDTH`].
const HEIGHT: u32 = 630;

static FONTS: LazyLock<(Arc<Database>, [String; 2])> = LazyLock::new(|| {
    let mut fonts = Database::new();
    let mut names = [String::new(), String::new()];
    let files: [&[u8]; 2] =
        [include_bytes!("social/source-serif-4-semibold.ttf"), include_bytes!("social/source-sans-3.ttf")];
    for (name, file) in names.iter_mut().zip(files) {
        fonts.load_font_data(file.to_vec());
        if let Some((family, _)) = fonts.faces().last().and_then(|face| face.families.first()) {
            name.clone_from(family);
        }
    }
    (Arc::new(fonts), names)
});

/// The drawing.
pub(super) fn svg(poster: &Poster) -> String {
    let (_, [serif, sans]) = &*FONTS;
    let (size, lines) = set(&poster.words);
    let colour = poster.status.map_or("#1d1d1b", hue);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{HEIGHT}\" viewBox=\"0 0 {WIDTH} {HEIGHT}\"><rect width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"#fdfcfa\"/><rect x=\"80\" y=\"80\" width=\"4\" height=\"470\" fill=\"{colour}\"/>"
    );
    let mut say = |font: &str, size: u32, y: u32, colour: &str, words: &str| {
        let words = xml_escaped(words);
        let _ = write!(
            svg,
            "<text x=\"120\" y=\"{y}\" font-family=\"'{font}'\" font-size=\"{size}\" fill=\"{colour}\">{words}</text>"
        );
    };
    let mut y = 96 + size;
    for line in &lines {
        say(serif, size, y, "#1d1d1b", line);
        y += size * 5 / 4;
    }
    if let Some(sentence) = &poster.standing {
        say(sans, 34, 490, colour, sentence);
    }
    say(sans, 30, 546, "#5b5955", &shortened(&poster.report, 70));
    svg + "</svg>"
}

/// As PNG; nothing where it cannot be drawn.
#[must_use]
pub fn png(svg: &str) -> Option<Vec<u8>> {
    let (fonts, _) = &*FONTS;
    let options = Options { fontdb: Arc::clone(fonts), ..Options::default() };
    let tree = Tree::from_str(svg, &options).ok()?;
    let mut pixels = Pixmap::new(WIDTH, HEIGHT)?;
    resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
    pixels.encode_png().ok()
}

/// Words in lines, as large as they can be.
fn set(words: &str) -> (u32, Vec<String>) {
    // The size of the letters, how many stand in a line, and how many lines there is room for.
    let sizes = [(68, 31, 4), (56, 38, 5), (46, 46, 6)];
    for (size, letters, most) in sizes {
        let lines = wrapped(words, letters);
        if lines.len() <= most {
            return (size, lines);
        }
    }
    let (size, letters, most) = sizes[2];
    let mut lines = wrapped(words, letters);
    lines.truncate(most);
    if let Some(last) = lines.last_mut() {
        last.push_str(" …");
    }
    (size, lines)
}

fn wrapped(words: &str, letters: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split_whitespace() {
        let word: String = word.chars().take(letters).collect();
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= letters => {
                line.push(' ');
                line.push_str(&word);
            }
            _ => lines.push(word),
        }
    }
    lines
}

fn shortened(words: &str, letters: usize) -> String {
    if words.chars().count() <= letters {
        return words.to_owned();
    }
    words.chars().take(letters - 1).chain(std::iter::once('…')).collect()
}

/// The colours of the standings, as on paper.
fn hue(status: Status) -> &'static str {
    match status {
        Status::Verified | Status::Corroborated => "#17633b",
        Status::Unverified | Status::Disputed => "#855000",
        Status::Refuted => "#a02216",
        Status::Superseded | Status::Withdrawn => "#5e5e5e",
        Status::Reported => "#1d1d1b",
    }
}

#[cfg(test)]
mod tests {
    use super::{png, set, svg};
    use crate::model::Status;
    use crate::view::Poster;

    fn poster(words: &str) -> Poster {
        Poster {
            address: String::new(),
            words: words.to_owned(),
            status: Some(Status::Unverified),
            standing: Some("Said, but not assessed.".to_owned()),
            report: "Das Leck <im März> & danach".to_owned(),
        }
    }

    #[test]
    fn words_are_drawn_with_every_letter_of_three_languages() {
        let plain = image::load_from_memory(&png(&svg(&poster(""))).unwrap()).unwrap().into_rgb8();
        for letters in ["A", "łąęśżźćńó", "äöüß", "„“–…"] {
            let drawn = png(&svg(&poster(letters))).unwrap();
            let drawn = image::load_from_memory(&drawn).unwrap().into_rgb8();
            let dark = |picture: &image::RgbImage| picture.pixels().filter(|point| point.0[0] < 128).count();
            assert!(dark(&drawn) > dark(&plain) + 100, "{letters}");
        }
        assert_eq!(plain.dimensions(), (1200, 630));
    }

    #[test]
    fn long_words_find_room() {
        assert_eq!(set("Kurz.").0, 68);
        let (size, lines) = set(&"Donaudampfschifffahrtsgesellschaft ".repeat(40));
        assert!(size == 46 && lines.len() == 6 && lines[5].ends_with('…'), "{lines:?}");
    }
}
