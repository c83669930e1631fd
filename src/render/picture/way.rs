//! The way of a claim: who said it first, who passed it on, what we opened.
//!
//! Drawn twice: from left to right for wide pages, from top to bottom for narrow ones; the style sheet shows one of
//! them. Everything in it is on the page in words as well.

use super::letters;
use super::svg::{Svg, short};
use crate::view::{ClaimPage, Counted, Named, Piece};

/// The size of letters, and the distance of their lines.
const LETTERS: f64 = 13.0;
const LEADING: f64 = 17.0;
/// The size of what is said beside a name, and the distance of its lines.
const ASIDE: f64 = 12.0;
const ASIDE_LEADING: f64 = 15.0;
/// Within a box, on every side.
const PAD: f64 = 8.0;
/// More relays in a row than this, and the way runs from top to bottom on wide pages too.
const WIDEST: usize = 5;

/// Draws the way of a claim. Nothing where it has no evidence for or against it.
#[must_use]
pub(in crate::render) fn way(page: &ClaimPage) -> Option<String> {
    let wide = Graph::of(page, 8)?;
    let name = format!("How “{}” reached us", page.card.claim.text);
    let root = &page.head.root;
    let narrow = Graph::of(page, 3)?.downwards(&name, root);
    if wide.stages.len() > WIDEST {
        return Some(narrow.replacen("way-picture--narrow", "way-picture--only", 1) + wide.caption());
    }
    Some(wide.rightwards(&name, root) + &narrow + wide.caption())
}

/// Somebody or something on the way.
#[derive(Debug)]
struct Node {
    stage: usize,
    words: String,
    aside: String,
    address: Option<String>,
    /// Everything passes through it.
    narrow: bool,
    /// Known of, not opened.
    unopened: bool,
}

/// A step from one to the next.
#[derive(Debug, PartialEq)]
struct Step {
    from: usize,
    to: usize,
    /// How the origin knows is not known.
    unstated: bool,
}

/// Origins that are counted as one.
#[derive(Debug)]
struct Bracket {
    nodes: Vec<usize>,
}

/// All of it, before anything has a place.
#[derive(Debug)]
struct Graph {
    /// What each stage is called.
    stages: Vec<String>,
    nodes: Vec<Node>,
    steps: Vec<Step>,
    brackets: Vec<Bracket>,
}

impl Graph {
    /// Up to `most` boxes to a stage; the others are gathered in one.
    fn of(page: &ClaimPage, most: usize) -> Option<Self> {
        let sides = || [(page.support.as_ref(), ""), (page.dispute.as_ref(), "speaks against it; ")];
        let pieces = || {
            sides().into_iter().flat_map(|(side, note)| {
                let groups = side.into_iter().flat_map(|side| &side.groups).enumerate();
                groups.flat_map(move |(group, origin)| {
                    origin.pieces.iter().map(move |piece| (group, piece, note))
                })
            })
        };
        let relays = pieces().map(|(_, piece, _)| piece.relays.len()).max()?;
        let mut graph = Self {
            stages: stages(relays, pieces().map(|(_, piece, _)| piece)),
            nodes: Vec::new(),
            steps: Vec::new(),
            brackets: Vec::new(),
        };
        let report = graph.stages.len() - 1;
        for (_, piece, note) in pieces() {
            let unstated = piece.basis == "unstated";
            let mut last: Vec<usize> = graph.origins(piece, note, most);
            for (index, relay) in piece.relays.iter().enumerate() {
                // The last to pass something on stands next to what we opened.
                let stage = 1 + relays - piece.relays.len() + index;
                let node = graph.node(stage, most, named(relay));
                graph.connect(&last, node, unstated);
                last = vec![node];
            }
            let document = graph.node(report - 1, most, document(piece));
            graph.connect(&last, document, unstated);
            let end = Node {
                stage: report,
                words: "This report".to_owned(),
                aside: page.card.claim.status.to_owned(),
                address: None,
                narrow: false,
                unopened: false,
            };
            let end = graph.node(report, most, end);
            graph.connect(&[document], end, false);
        }
        for side in sides().into_iter().filter_map(|(side, _)| side) {
            graph.mark(side);
        }
        Some(graph)
    }

    fn origins(&mut self, piece: &Piece, note: &str, most: usize) -> Vec<usize> {
        let called = |words: &str, address: Option<String>| Node {
            stage: 0,
            words: words.to_owned(),
            aside: format!("{note}{}", piece.knows),
            address,
            narrow: false,
            unopened: false,
        };
        if piece.origin.is_empty() {
            return vec![self.node(0, most, called("Nobody we could name", None))];
        }
        let origins = piece.origin.iter();
        origins.map(|origin| self.node(0, most, called(&origin.words, origin.address.clone()))).collect()
    }

    /// The node at a stage that is called so, or a new one.
    fn node(&mut self, stage: usize, most: usize, node: Node) -> usize {
        let same =
            |other: &Node| other.stage == stage && other.address == node.address && other.words == node.words;
        if let Some(known) = self.nodes.iter().position(same) {
            return known;
        }
        let there = self.nodes.iter().filter(|other| other.stage == stage).count();
        if there < most {
            self.nodes.push(Node { stage, ..node });
            return self.nodes.len() - 1;
        }
        let last = self.nodes.iter().rposition(|other| other.stage == stage).unwrap_or_default();
        if let Some(gathered) = self.nodes.get_mut(last) {
            *gathered = Node {
                stage,
                words: "and others".to_owned(),
                aside: "all of them are listed below".to_owned(),
                address: None,
                narrow: false,
                unopened: false,
            };
        }
        last
    }

    fn connect(&mut self, from: &[usize], to: usize, unstated: bool) {
        for &from in from {
            let step = Step { from, to, unstated };
            if !self.steps.contains(&step) {
                self.steps.push(step);
            }
        }
    }

    /// Marks what everything passes through, and who is counted as one.
    fn mark(&mut self, side: &Counted) {
        let mut origins = side.groups.iter().flat_map(|group| &group.speakers);
        let several = origins.next().is_some_and(|first| origins.any(|other| other != first));
        for node in self.nodes.iter_mut().filter(|node| node.stage > 0 && several) {
            node.narrow |=
                node.address.is_some() && side.narrow.iter().any(|narrow| narrow.address == node.address);
        }
        for group in side.groups.iter().filter(|group| group.speakers.len() > 1) {
            let of_group = |node: &Node| {
                node.stage == 0
                    && group
                        .speakers
                        .iter()
                        .any(|speaker| speaker.address == node.address && speaker.words == node.words)
            };
            let nodes: Vec<usize> = self
                .nodes
                .iter()
                .enumerate()
                .filter(|(_, node)| of_group(node))
                .map(|(index, _)| index)
                .collect();
            if nodes.len() > 1 {
                self.brackets.push(Bracket { nodes });
            }
        }
    }

    /// What a dotted line means, where there is one.
    fn caption(&self) -> &'static str {
        if self.steps.iter().any(|step| step.unstated) {
            "<figcaption>A dotted line: it is not said how they know.</figcaption>\n"
        } else {
            ""
        }
    }

    fn at(&self, stage: usize) -> impl Iterator<Item = (usize, &Node)> {
        self.nodes.iter().enumerate().filter(move |(_, node)| node.stage == stage)
    }

    /// From left to right: a column to a stage.
    fn rightwards(&self, name: &str, root: &str) -> String {
        const WIDTH: f64 = 176.0;
        const GAP: f64 = 36.0;
        const HEAD: f64 = 26.0;
        const BETWEEN: f64 = 14.0;
        // Room for brackets, where there are any.
        let left = if self.brackets.is_empty() { 0.0 } else { 12.0 };
        let boxes: Vec<Words> = self.nodes.iter().map(|node| Words::of(node, WIDTH)).collect();
        let height_of = |stage: usize| {
            let heights = self.at(stage).map(|(index, _)| height(&boxes, index) + BETWEEN);
            heights.sum::<f64>() - BETWEEN
        };
        let tallest = (0..self.stages.len()).map(height_of).fold(0.0, f64::max);
        let mut places = vec![[0.0; 4]; self.nodes.len()];
        for stage in 0..self.stages.len() {
            let x = left + column(stage) * (WIDTH + GAP);
            let mut y = HEAD + (tallest - height_of(stage)) / 2.0;
            for (index, _) in self.at(stage) {
                if let Some(place) = places.get_mut(index) {
                    *place = [x, y, WIDTH, height(&boxes, index)];
                }
                y += height(&boxes, index) + BETWEEN;
            }
        }
        let mut svg = Svg::new(root);
        let mut known = "";
        for (stage, head) in self.stages.iter().enumerate() {
            // Relays in a row have one head together.
            if head != known {
                svg.words(
                    "way-head",
                    [left + column(stage) * (WIDTH + GAP), 14.0],
                    LEADING,
                    std::slice::from_ref(head),
                );
            }
            known = head;
        }
        for step in &self.steps {
            let ([x, y, width, height], [to_x, to_y, _, to_height]) =
                (place(&places, step.from), place(&places, step.to));
            let (from, to) = ([x + width, y + height / 2.0], [to_x, to_y + to_height / 2.0]);
            let bend = (to[0] - from[0]) / 2.0;
            let path = format!(
                "M{} {}C{} {} {} {} {} {}",
                short(from[0]),
                short(from[1]),
                short(from[0] + bend),
                short(from[1]),
                short(to[0] - bend),
                short(to[1]),
                short(to[0]),
                short(to[1]),
            );
            svg.path(step.class(), &path);
        }
        for bracket in &self.brackets {
            let inside = bracket.nodes.iter().map(|node| place(&places, *node));
            let (top, bottom) = inside.fold((f64::MAX, 0.0_f64), |(top, bottom), [_, y, _, height]| {
                (top.min(y), bottom.max(y + height))
            });
            let path = format!("M{} {}h-6V{}h6", short(left - 2.0), short(top), short(bottom));
            svg.path("way-bracket", &path);
        }
        self.draw(&boxes, &places, &mut svg);
        let width = left + column(self.stages.len()) * (WIDTH + GAP) - GAP;
        svg.finish("way-picture way-picture--wide", name, [width, HEAD + tallest])
    }

    /// From top to bottom: a row to a stage.
    fn downwards(&self, name: &str, root: &str) -> String {
        const WIDTH: f64 = 340.0;
        const GAP: f64 = 10.0;
        const HEAD: f64 = 20.0;
        const BETWEEN: f64 = 26.0;
        let share = |stage: usize| {
            let count = column(self.at(stage).count().max(1));
            ((WIDTH - GAP * (count - 1.0)) / count).min(220.0)
        };
        let boxes: Vec<Words> = self.nodes.iter().map(|node| Words::of(node, share(node.stage))).collect();
        let mut places = vec![[0.0; 4]; self.nodes.len()];
        let mut svg = Svg::new(root);
        let mut y = 0.0;
        let mut known = "";
        for (stage, head) in self.stages.iter().enumerate() {
            if head != known {
                svg.words("way-head", [0.0, y + 12.0], LEADING, std::slice::from_ref(head));
                y += HEAD;
            }
            known = head;
            let mut tallest: f64 = 0.0;
            for (nth, (index, _)) in self.at(stage).enumerate() {
                if let Some(place) = places.get_mut(index) {
                    *place = [column(nth) * (share(stage) + GAP), y, share(stage), height(&boxes, index)];
                }
                tallest = tallest.max(height(&boxes, index));
            }
            y += tallest + BETWEEN;
        }
        for step in &self.steps {
            let ([x, y, width, height], [to_x, to_y, to_width, _]) =
                (place(&places, step.from), place(&places, step.to));
            // Beside the head of the next row, which stands at the left.
            let (from, to) = ([x + width * 0.7, y + height], [to_x + to_width * 0.7, to_y]);
            let middle = f64::midpoint(from[1], to[1]);
            let path = format!(
                "M{} {}C{} {} {} {} {} {}",
                short(from[0]),
                short(from[1]),
                short(from[0]),
                short(middle),
                short(to[0]),
                short(middle),
                short(to[0]),
                short(to[1]),
            );
            svg.path(step.class(), &path);
        }
        for bracket in &self.brackets {
            let inside = bracket.nodes.iter().map(|node| place(&places, *node));
            let (left, right, bottom) =
                inside.fold((f64::MAX, 0.0_f64, 0.0_f64), |(left, right, bottom), [x, y, width, height]| {
                    (left.min(x), right.max(x + width), bottom.max(y + height))
                });
            let path = format!("M{} {}v5H{}v-5", short(left), short(bottom + 1.0), short(right));
            svg.path("way-bracket", &path);
        }
        self.draw(&boxes, &places, &mut svg);
        svg.finish("way-picture way-picture--narrow", name, [WIDTH, y - BETWEEN + 6.0])
    }

    fn draw(&self, boxes: &[Words], places: &[[f64; 4]], svg: &mut Svg<'_>) {
        for (index, node) in self.nodes.iter().enumerate() {
            let ([x, y, width, height], Some(words)) = (place(places, index), boxes.get(index)) else {
                continue;
            };
            svg.link(node.address.as_deref(), |svg| {
                let class = match (node.narrow, node.unopened) {
                    (true, _) => "way-box way-box--narrow",
                    (_, true) => "way-box way-box--unopened",
                    _ => "way-box",
                };
                svg.rectangle(class, [x, y, width, height]);
                svg.words("way-name", [x + PAD, y + PAD + 12.0], LEADING, &words.name);
                if !words.aside.is_empty() {
                    let below = y + PAD + LEADING * column(words.name.len()) + 11.0;
                    svg.words("way-aside", [x + PAD, below], ASIDE_LEADING, &words.aside);
                }
            });
        }
    }
}

impl Step {
    fn class(&self) -> &'static str {
        if self.unstated { "way-step way-step--unstated" } else { "way-step" }
    }
}

/// The words of a box, in lines.
#[derive(Debug)]
struct Words {
    name: Vec<String>,
    aside: Vec<String>,
}

impl Words {
    fn of(node: &Node, width: f64) -> Self {
        let aside = match (node.narrow, node.aside.as_str()) {
            (true, "") => "all of it passes here".to_owned(),
            (true, aside) => format!("{aside}; all of it passes here"),
            (false, aside) => aside.to_owned(),
        };
        Self {
            name: letters::lines(&node.words, LETTERS, width - 2.0 * PAD, 5),
            aside: letters::lines(&aside, ASIDE, width - 2.0 * PAD, 4),
        }
    }
}

/// Numbers of stages and lines are small.
#[expect(clippy::cast_precision_loss, reason = "there are never so many")]
fn column(stage: usize) -> f64 {
    stage as f64
}

fn height(boxes: &[Words], index: usize) -> f64 {
    boxes.get(index).map_or(0.0, |words| {
        2.0 * PAD + LEADING * column(words.name.len()) + ASIDE_LEADING * column(words.aside.len())
    })
}

fn place(places: &[[f64; 4]], index: usize) -> [f64; 4] {
    places.get(index).copied().unwrap_or_default()
}

fn stages<'p>(relays: usize, mut pieces: impl Iterator<Item = &'p Piece>) -> Vec<String> {
    let opened = if pieces.any(|piece| piece.document.opened) { "What we opened" } else { "What we know of" };
    let mut stages = vec!["Who said it first".to_owned()];
    stages.extend(std::iter::repeat_n("Who passed it on".to_owned(), relays));
    stages.extend([opened.to_owned(), "Where it stands".to_owned()]);
    stages
}

fn named(named: &Named) -> Node {
    Node {
        stage: 0,
        words: named.words.clone(),
        aside: String::new(),
        address: named.address.clone(),
        narrow: false,
        unopened: false,
    }
}

fn document(piece: &Piece) -> Node {
    Node {
        stage: 0,
        words: piece.document.title.clone(),
        aside: if piece.document.opened { String::new() } else { "not opened by us".to_owned() },
        address: Some(piece.document.address.clone()),
        narrow: false,
        unopened: !piece.document.opened,
    }
}
