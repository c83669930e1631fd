//! What of a report rests on a source: a square for each claim, gathered by what the source has to do with it.

use super::svg::Svg;
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
pub(in crate::render) fn weight(page: &SourcePage) -> Option<String> {
    let parts = [
        ("weight-alone", "Rest on it alone", "alone", page.alone.len()),
        ("weight-shared", "Said by others too", "shared", page.shared.len()),
        ("weight-passed", "Only passed on by it", "passed-on", page.passed_on.len()),
        ("weight-against", "Spoken against by it", "disputed", page.disputed.len()),
    ];
    let parts = parts.map(|(class, words, section, claims)| (class, words, section, number(claims)));
    let touched: u32 = parts.iter().map(|(.., claims)| claims).sum();
    if touched == 0 {
        return None;
    }
    let stands_for = page.claims.max(touched).div_ceil(MOST).max(1);
    let mut svg = Svg::new(&page.head.root);
    let mut y = 0.0;
    for (class, words, section, claims) in parts.into_iter().filter(|(.., claims)| *claims > 0) {
        let address = format!("{}#{section}", page.head.address);
        svg.link(Some(&address), |svg| {
            svg.words("weight-name", [0.0, y + 13.0], LEADING, &[format!("{words}: {claims}")]);
        });
        y = squares(&mut svg, class, claims.div_ceil(stands_for), y + LEADING + 4.0) + 12.0;
    }
    let rest = page.claims.saturating_sub(touched);
    if rest > 0 {
        svg.words("weight-rest-name", [0.0, y + 13.0], LEADING, &[format!("All other claims: {rest}")]);
        y = squares(&mut svg, "weight-rest", rest.div_ceil(stands_for), y + LEADING + 4.0) + 12.0;
    }
    let name = format!("How much of the report rests on {}", page.subject.name);
    let picture = svg.finish("weight-picture", &name, [WIDTH, y - 12.0]);
    let caption = match stands_for {
        1 => "A square is a claim.".to_owned(),
        many => format!("A square is up to {many} claims."),
    };
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
