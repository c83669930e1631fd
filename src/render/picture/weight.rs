//! What of a report rests on a source: a square for each claim, gathered by what the source has to do with it.

use super::svg::Svg;
use crate::render::escape::html_escaped;
use crate::speech::{Speech, told};
use crate::view::SourcePage;

/// How wide the picture is: it fits a phone.
const WIDTH: f64 = 340.0;
/// From one square to the next, and how large a square is.
const STEP: f64 = 14.0;
const SQUARE: f64 = 10.0;
/// How many squares stand in a row.
const IN_A_ROW: u32 = 24;
/// More squares than this are not drawn: each then stands for several claims.
const MOST: u32 = 240;
const LEADING: f64 = 17.0;

/// Draws what rests on a source. Nothing where nothing does.
pub(in crate::render) fn weight(page: &SourcePage, speech: &Speech) -> Option<String> {
    let parts = [
        ("weight-alone", "weight-part-alone", "alone", page.alone.len()),
        ("weight-shared", "weight-part-shared", "shared", page.shared.len()),
        ("weight-passed", "weight-part-passed-on", "passed-on", page.passed_on.len()),
        ("weight-against", "weight-part-against", "disputed", page.disputed.len()),
    ];
    let parts = parts.map(|(class, key, section, claims)| (class, key, section, number(claims)));
    let touched: u32 = parts.iter().map(|(.., claims)| claims).sum();
    if touched == 0 {
        return None;
    }
    let stands_for = page.claims.max(touched).div_ceil(MOST).max(1);
    let mut svg = Svg::new(&page.head.root);
    let mut y = 0.0;
    for (class, key, section, claims) in parts.into_iter().filter(|(.., claims)| *claims > 0) {
        let address = format!("{}#{section}", page.head.address);
        svg.link(Some(&address), |svg| {
            svg.words(
                "weight-name",
                [0.0, y + 13.0],
                LEADING,
                &[speech.tell(key, &[("count", claims.into())])],
            );
        });
        y = squares(&mut svg, class, claims.div_ceil(stands_for), y + LEADING + 4.0) + 12.0;
    }
    let rest = page.claims.saturating_sub(touched);
    if rest > 0 {
        svg.words(
            "weight-rest-name",
            [0.0, y + 13.0],
            LEADING,
            &[told!(speech, "weight-part-rest", count = rest)],
        );
        y = squares(&mut svg, "weight-rest", rest.div_ceil(stands_for), y + LEADING + 4.0) + 12.0;
    }
    let name = told!(speech, "picture-weight", name = &page.subject.name);
    let picture = svg.finish("weight-picture", &name, [WIDTH, y - 12.0]);
    let caption = html_escaped(&told!(speech, "picture-square", count = stands_for));
    Some(format!("{picture}<figcaption>{caption}</figcaption>\n"))
}

/// Draws so many squares in rows, the first at `top`; says where they end.
fn squares(svg: &mut Svg<'_>, class: &str, count: u32, top: f64) -> f64 {
    for nth in 0..count {
        let (row, column) = (nth / IN_A_ROW, nth % IN_A_ROW);
        svg.rectangle(class, [f64::from(column) * STEP, top + f64::from(row) * STEP, SQUARE, SQUARE]);
    }
    top + f64::from(count.div_ceil(IN_A_ROW)) * STEP - (STEP - SQUARE)
}

fn number(claims: usize) -> u32 {
    u32::try_from(claims).unwrap_or(u32::MAX)
}
