//! What happened, and what became known when: two lanes on one line of time.
//!
//! For wide pages time runs from left to right, with what happened above the line and what became known below it; for
//! narrow ones from top to bottom. Days are marks and spans are bars; what was one day of several is a bar in outline,
//! what is doubtful has a broken edge, and what has no known beginning or end fades.

use std::fmt::Write as _;

use jiff::civil::Date as Day;

use super::letters;
use super::scale::Scale;
use super::svg::{Svg, short};
use crate::model::Date;
use crate::render::escape::html_escaped;
use crate::speech::{Length, Speech, told};
use crate::view::{Between, Lane, Moment, TimelineChoice, TimelinePage};

const LETTERS: f64 = 13.0;
const LEADING: f64 = 17.0;
const ASIDE: f64 = 12.0;
const ASIDE_LEADING: f64 = 14.0;
/// How wide a label is.
const LABEL: f64 = 168.0;
/// Between labels.
const GAP: f64 = 10.0;
/// How high the labels of a lane may stand; above it, marks are gathered.
const HIGHEST: f64 = 330.0;
/// How thick a bar is, and the room it takes.
const BAR: f64 = 6.0;
const BAR_ROOM: f64 = 9.0;
/// More bars beside each other than this share the last row.
const BAR_ROWS: usize = 4;

/// More periods than this are not drawn one by one.
const MOST_PERIODS: usize = 24;
/// A period with fewer entries than this is seen well enough in the whole.
const FEWEST: usize = 3;

/// Draws the timeline, and each of its periods closer: there, what stands too close in the whole comes apart. Nothing
/// where nothing on it has a day.
pub(in crate::render) fn timeline(
    page: &TimelinePage,
    moments: &[Moment],
    speech: &Speech,
) -> Option<String> {
    if moments.is_empty() {
        return None;
    }
    let root = &page.head.root;
    let mut closer = Vec::new();
    if page.periods.len() <= MOST_PERIODS {
        for period in &page.periods {
            let within = moments.iter().filter(|moment| moment.period.as_ref() == Some(&period.word));
            let within: Vec<Moment> = within.cloned().collect();
            if within.len() >= FEWEST && within.len() < moments.len() {
                closer.push((period, within));
            }
        }
    }
    // Where several stand together, one of them leads to its period, and in a period's picture to the list.
    let drawn = |period: &str| closer.iter().any(|(there, _)| there.word == period);
    let to_period = |moment: &Moment| match &moment.period {
        Some(period) if drawn(period) => format!("timeline.html#closer-{period}"),
        _ => to_list(moment),
    };
    let name = speech.say("picture-timeline");
    let mut html = both(moments, Drawing { opens: &to_period, root, name, speech });
    for (TimelineChoice { word, words }, within) in &closer {
        let name = told!(speech, "picture-timeline-period", period = words);
        let picture = both(within, Drawing { opens: &to_list, root, name: &name, speech });
        let larger = html_escaped(&told!(speech, "picture-period-larger", period = words));
        let _ = write!(
            html,
            "<details class=\"closer\" data-period=\"{word}\">\n<summary>{larger}</summary>\n<div id=\"closer-{word}\">\n{picture}</div>\n</details>\n"
        );
    }
    Some(html)
}

fn to_list(moment: &Moment) -> String {
    format!("timeline.html#{}", moment.item)
}

/// For wide pages and for narrow ones.
fn both(moments: &[Moment], drawing: Drawing<'_>) -> String {
    rightwards(moments, drawing) + &downwards(moments, drawing)
}

/// What all marks of a picture share.
#[derive(Clone, Copy)]
struct Drawing<'d> {
    /// Where a mark of several moments leads, by the first of them.
    opens: &'d dyn Fn(&Moment) -> String,
    root: &'d str,
    /// What the picture is called.
    name: &'d str,
    speech: &'d Speech,
}

/// A mark with its label: one moment, or several that stand too close to be told apart.
#[derive(Debug)]
struct Mark<'m> {
    moments: Vec<&'m Moment>,
    /// Where on the line.
    at: f64,
    title: Vec<String>,
    when: Vec<String>,
    address: String,
}

impl<'m> Mark<'m> {
    fn of(moments: Vec<&'m Moment>, at: f64, width: f64, drawing: Drawing<'_>) -> Self {
        let speech = drawing.speech;
        let (words, when, address) = match moments.as_slice() {
            [] => (String::new(), String::new(), String::new()),
            [one] => (one.words.clone(), one.when.clone(), one.address.clone()),
            [first, .., last] => {
                let (from, to) = (day_words(first, speech), day_words(last, speech));
                let when = if from == to { from } else { format!("{from} – {to}") };
                let entries = u32::try_from(moments.len()).unwrap_or(u32::MAX);
                (told!(speech, "picture-entries", count = entries), when, (drawing.opens)(first))
            }
        };
        Self {
            title: letters::lines(&words, LETTERS, width, 3),
            when: letters::lines(&when, ASIDE, width, 2),
            moments,
            at,
            address,
        }
    }

    /// The places in the list of what it stands for.
    fn items(&self) -> String {
        self.moments.iter().map(|moment| moment.item.as_str()).collect::<Vec<_>>().join(" ")
    }

    fn height(&self) -> f64 {
        LEADING * count(self.title.len()) + ASIDE_LEADING * count(self.when.len()) + 2.0
    }

    fn draw(&self, svg: &mut Svg<'_>, [x, y]: [f64; 2], width: f64) {
        svg.link(Some(&self.address), |svg| {
            // What can be clicked, and what must not collide.
            svg.rectangle("time-box", [x - 4.0, y, width, self.height()]);
            svg.words("time-name", [x, y + 13.0], LEADING, &self.title);
            let below = y + LEADING * count(self.title.len()) + 11.0;
            svg.words("time-when", [x, below], ASIDE_LEADING, &self.when);
        });
    }
}

/// A bar: where it begins and ends on the line, and in which row beside it.
#[derive(Debug)]
struct Bar {
    from: f64,
    to: f64,
    row: usize,
    class: &'static str,
    fades: [bool; 2],
    /// Its place in the list.
    item: String,
}

fn rightwards(moments: &[Moment], drawing: Drawing<'_>) -> String {
    const WIDTH: f64 = 1150.0;
    const LINE: f64 = WIDTH - LABEL - 20.0;
    const LEFT: f64 = 8.0;
    const HEAD: f64 = 18.0;
    const AXIS: f64 = 20.0;
    let Drawing { root, name, speech, .. } = drawing;
    let scale = Scale::new(days(moments), LINE);
    let lanes = [Lane::Happened, Lane::Known].map(|lane| {
        let of_lane: Vec<&Moment> = moments.iter().filter(|moment| moment.lane == lane).collect();
        let bars = bars(&of_lane, &scale);
        let (marks, heights) = gathered(&of_lane, &scale, drawing);
        let rows = bars.iter().map(|bar| bar.row + 1).max().unwrap_or(0);
        (marks, heights, bars, count(rows) * BAR_ROOM + 12.0)
    });
    let highest = |lane: usize| {
        let Some((marks, heights, _, base)) = lanes.get(lane) else { return 0.0 };
        base + marks.iter().zip(heights).map(|(mark, below)| below + mark.height()).fold(0.0, f64::max)
    };
    let (above, below) = (HEAD + highest(0), highest(1));
    let mut svg = Svg::new(root);
    let head = |svg: &mut Svg<'_>, y: f64, words: &str| {
        svg.words("time-head", [LEFT, y], LEADING, &[words.to_owned()]);
    };
    head(&mut svg, 12.0, speech.say("lane-happened"));
    axis(&mut svg, &scale, [LEFT, above, LINE], days(moments), speech);
    for (lane, (marks, heights, bars, base)) in lanes.iter().enumerate() {
        // Above the line what happened, below it what became known.
        let (edge, up) = if lane == 0 { (above, true) } else { (above + AXIS, false) };
        let away = |distance: f64| if up { edge - distance } else { edge + distance };
        for bar in bars {
            let y = away(4.0 + count(bar.row) * BAR_ROOM + if up { BAR } else { 0.0 });
            let place = [LEFT + bar.from, y, bar.to - bar.from, BAR];
            svg.of_items(&bar.item, |svg| draw_bar(svg, bar, place));
        }
        for (mark, height) in marks.iter().zip(heights) {
            let x = LEFT + mark.at;
            let near = away(base + height);
            let far = away(base + height + mark.height());
            let end = if up { far } else { near + mark.height() };
            svg.of_items(&mark.items(), |svg| {
                svg.path("time-leader", &format!("M{} {}V{}", short(x), short(edge), short(end)));
                if !only_bars(mark) {
                    svg.path(dot_class(mark), &format!("M{} {}V{}", short(x), short(edge), short(away(9.0))));
                }
                mark.draw(svg, [x + 6.0, if up { far } else { near }], LABEL);
            });
        }
    }
    // Right below the line where there is room for it, and otherwise below all.
    let beside = lanes.get(1).and_then(|lane| lane.0.first()).is_none_or(|first| first.at > LABEL);
    let end = above + AXIS + below;
    head(&mut svg, if beside { above + AXIS + HEAD } else { end + HEAD }, speech.say("lane-known"));
    let height = if beside { end.max(above + AXIS + HEAD) + 4.0 } else { end + HEAD + 4.0 };
    svg.finish("time-picture time-picture--wide", name, [WIDTH, height])
}

fn downwards(moments: &[Moment], drawing: Drawing<'_>) -> String {
    const WIDTH: f64 = 340.0;
    const LEFT: f64 = 44.0;
    const ROOM: f64 = WIDTH - LEFT - 20.0;
    /// More labels than this are gathered.
    const MOST: usize = 40;
    let Drawing { root, name, .. } = drawing;
    let length = (count(moments.len()) * 30.0).clamp(120.0, 1200.0);
    let scale = Scale::new(days(moments), length);
    let of_all: Vec<&Moment> = moments.iter().collect();
    let mut radius = 0.0;
    let mut marks = clusters(&of_all, &scale, radius, (ROOM, drawing));
    while marks.len() > MOST {
        radius += 6.0;
        marks = clusters(&of_all, &scale, radius, (ROOM, drawing));
    }
    let bars = bars(&of_all, &scale);
    let mut svg = Svg::new(root);
    let mut y = 0.0;
    for mark in &marks {
        let top = (mark.at + 6.0 - LEADING / 2.0).max(y);
        let known = mark.moments.iter().all(|moment| moment.lane == Lane::Known);
        let path = format!("M8 {}h8L{} {}", short(mark.at + 6.0), short(LEFT - 8.0), short(top + 9.0));
        let class = if known { "time-dot time-dot--known" } else { dot_class(mark) };
        svg.of_items(&mark.items(), |svg| {
            svg.path("time-leader", &path);
            svg.path(class, &format!("M2 {}h12", short(mark.at + 6.0)));
            mark.draw(svg, [LEFT, top], ROOM + 4.0);
        });
        y = top + mark.height() + 8.0;
    }
    for bar in &bars {
        let x = 18.0 + count(bar.row) * 4.0;
        let place = [x, bar.from + 6.0, 3.0, bar.to - bar.from];
        svg.of_items(&bar.item, |svg| draw_bar(svg, bar, place));
    }
    for [from, to] in &scale.cuts {
        svg.path(
            "time-cut",
            &format!(
                "M2 {}l12 -5M2 {}l12 -5",
                short(f64::midpoint(*from, *to) + 4.0),
                short(f64::midpoint(*from, *to) + 10.0)
            ),
        );
    }
    svg.path("time-axis", &format!("M8 0V{}", short(length + 12.0)));
    svg.finish("time-picture time-picture--narrow", name, [WIDTH, y.max(length + 12.0)])
}

/// The line of time, with its days and cuts.
fn axis(svg: &mut Svg<'_>, scale: &Scale, [left, top, length]: [f64; 3], days: Vec<Day>, speech: &Speech) {
    let middle = top + 14.0;
    svg.path("time-axis", &format!("M{} {}H{}", short(left), short(top), short(left + length)));
    svg.path("time-axis", &format!("M{} {}H{}", short(left), short(top + 20.0), short(left + length)));
    for [from, to] in &scale.cuts {
        let x = left + f64::midpoint(*from, *to);
        let sign = |x: f64| format!("M{} {}l4 -8", short(x), short(top + 4.0));
        svg.path("time-cut", &(sign(x - 4.0) + &sign(x)));
    }
    let mut free = 0.0;
    let mut year = None;
    for day in days {
        let words = if year == Some(day.year()) {
            speech.calendar().day_and_month(day, Length::Short)
        } else {
            Date::of_day(day).short_in(speech)
        };
        let (x, width) = (left + scale.at(day), letters::width(&words) * 11.0);
        if x < free || x + width > left + length + LABEL {
            continue;
        }
        svg.words("time-day", [x + 3.0, middle], LEADING, &[words]);
        free = x + width + 12.0;
        year = Some(day.year());
    }
}

/// The first day that is known of a moment.
fn day_words(moment: &Moment, speech: &Speech) -> String {
    moment.from.or(moment.to).map_or_else(String::new, |day| Date::of_day(day).short_in(speech))
}

fn draw_bar(svg: &mut Svg<'_>, bar: &Bar, [x, y, width, height]: [f64; 4]) {
    svg.rectangle(bar.class, [x, y, width.max(2.0), height.max(2.0)]);
    // What has no known beginning or end loses itself in dots.
    let across = width > height;
    for (fades, end) in bar.fades.into_iter().zip([0.0, 1.0]) {
        if fades {
            let step = |nth: f64| if end > 0.0 { nth } else { -nth - 2.0 };
            for nth in [3.0, 8.0, 14.0] {
                let dot = if across {
                    [x + width * end + step(nth), y + 2.0, 2.0, 2.0]
                } else {
                    [x + 0.5, y + height * end + step(nth), 2.0, 2.0]
                };
                svg.rectangle("time-fade", dot);
            }
        }
    }
}

/// Every day at which something begins or ends.
fn days(moments: &[Moment]) -> Vec<Day> {
    let mut days: Vec<Day> = moments.iter().flat_map(|moment| [moment.from, moment.to]).flatten().collect();
    days.sort_unstable();
    days.dedup();
    days
}

fn bars(moments: &[&Moment], scale: &Scale) -> Vec<Bar> {
    let mut ends = [f64::MIN; BAR_ROWS];
    let mut bars = Vec::new();
    for moment in moments.iter().filter(|moment| is_bar(moment)) {
        let (Some(first), Some(last)) = (moment.from.or(moment.to), moment.to.or(moment.from)) else {
            continue;
        };
        let (from, to) = (scale.at(first), scale.at(last));
        let row = ends.iter().position(|end| *end + 4.0 <= from).unwrap_or(BAR_ROWS - 1);
        if let Some(end) = ends.get_mut(row) {
            *end = to.max(*end);
        }
        let class = match moment.between {
            Between::All => "time-bar",
            Between::One => "time-bar time-bar--one",
            Between::About => "time-bar time-bar--about",
        };
        let fades = [moment.from.is_none(), moment.to.is_none()];
        bars.push(Bar { from, to, row, class, fades, item: moment.item.clone() });
    }
    bars
}

fn is_bar(moment: &Moment) -> bool {
    moment.from != moment.to
}

fn only_bars(mark: &Mark<'_>) -> bool {
    mark.moments.iter().all(|moment| is_bar(moment))
}

fn dot_class(mark: &Mark<'_>) -> &'static str {
    let about = mark.moments.iter().all(|moment| moment.between == Between::About);
    if about { "time-dot time-dot--about" } else { "time-dot" }
}

/// The marks of a lane, and how far from the line the label of each stands. Labels run to the right of their marks, so
/// that, set from the last to the first, none stands in the way of another's leader.
fn gathered<'m>(moments: &[&'m Moment], scale: &Scale, drawing: Drawing<'_>) -> (Vec<Mark<'m>>, Vec<f64>) {
    let mut radius = 0.0;
    loop {
        let marks = clusters(moments, scale, radius, (LABEL - 12.0, drawing));
        let mut heights = vec![0.0; marks.len()];
        for (index, mark) in marks.iter().enumerate().rev() {
            let later = marks.iter().zip(&heights).skip(index + 1);
            let close = later.take_while(|(other, _)| other.at < mark.at + LABEL + GAP);
            let free = close.map(|(other, below)| below + other.height() + GAP).fold(0.0, f64::max);
            if let Some(height) = heights.get_mut(index) {
                *height = free;
            }
        }
        let highest =
            marks.iter().zip(&heights).map(|(mark, below)| below + mark.height()).fold(0.0, f64::max);
        if highest <= HIGHEST || marks.len() <= 1 {
            return (marks, heights);
        }
        radius += 8.0;
    }
}

/// Moments in the order of their places, those within `radius` of the first of them together.
fn clusters<'m>(
    moments: &[&'m Moment],
    scale: &Scale,
    radius: f64,
    (width, drawing): (f64, Drawing<'_>),
) -> Vec<Mark<'m>> {
    let place = |moment: &Moment| moment.from.or(moment.to).map_or(0.0, |day| scale.at(day));
    let mut placed: Vec<(f64, &Moment)> = moments.iter().map(|moment| (place(moment), *moment)).collect();
    placed.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut clusters: Vec<(f64, Vec<&Moment>)> = Vec::new();
    for (at, moment) in placed {
        match clusters.last_mut() {
            Some((start, together)) if radius > 0.0 && at - *start <= radius => together.push(moment),
            _ => clusters.push((at, vec![moment])),
        }
    }
    clusters.into_iter().map(|(at, together)| Mark::of(together, at, width, drawing)).collect()
}

#[expect(clippy::cast_precision_loss, reason = "there are never so many")]
fn count(number: usize) -> f64 {
    number as f64
}
