//! Somebody to somebody to something: boxes in stages, joined by lines.
//!
//! Drawn twice: from left to right for wide pages, from top to bottom for narrow ones; the style sheet shows one of
//! them. What is in a picture is on its page in words as well.

use super::letters;
use super::svg::{Svg, short};
use crate::speech::{Speech, told};
use crate::view::Named;

/// The size of letters, and the distance of their lines.
const LETTERS: f64 = 13.0;
const LEADING: f64 = 17.0;
/// The size of what is said beside a name, and the distance of its lines.
const ASIDE: f64 = 12.0;
const ASIDE_LEADING: f64 = 15.0;
/// Within a box, on every side.
const PAD: f64 = 8.0;
/// With more stages than this, it runs from top to bottom on wide pages too.
const WIDEST: usize = 5;
/// How many boxes there are to a stage at most, on wide pages and on narrow ones.
const MOST: [usize; 2] = [8, 3];

/// Draws a graph for wide pages and for narrow ones. `make` makes it with at most so many boxes to a stage.
pub(super) fn drawn<'s>(name: &str, root: &str, make: impl Fn(usize) -> Option<Graph<'s>>) -> Option<String> {
    let [wide, narrow] = MOST.map(|most| Some(make(most)?.routed()));
    let (wide, narrow) = (wide?, narrow?.downwards(name, root));
    Some(if wide.stages.len() > WIDEST {
        narrow.replacen("way-picture--narrow", "way-picture--only", 1)
    } else {
        wide.rightwards(name, root) + &narrow
    })
}

/// Somebody or something on the way.
#[derive(Debug, Clone, Default)]
pub(super) struct Node {
    /// In which stage, from 0.
    pub(super) stage: usize,
    pub(super) words: String,
    /// What is said below its name.
    pub(super) aside: String,
    pub(super) address: Option<String>,
    /// Everything passes through it.
    pub(super) narrow: bool,
    /// Known of, not opened.
    pub(super) unopened: bool,
    /// No box: room for lines that pass this stage, all of which lead to the same node.
    pub(super) lane: Option<usize>,
}

impl Node {
    /// Somebody at a stage.
    pub(super) fn named(named: &Named, stage: usize) -> Self {
        Self { stage, words: named.words.clone(), address: named.address.clone(), ..Self::default() }
    }
}

/// A step from one to the next.
#[derive(Debug, PartialEq)]
struct Step {
    from: usize,
    to: usize,
    /// How the origin knows is not known.
    unstated: bool,
    /// How many claims took it.
    claims: u32,
}

/// All of it, before anything has a place.
#[derive(Debug)]
pub(super) struct Graph<'s> {
    /// In which language what is ours is said.
    speech: &'s Speech,
    /// What each stage is called.
    pub(super) stages: Vec<String>,
    pub(super) nodes: Vec<Node>,
    most: usize,
    steps: Vec<Step>,
    /// Those that are counted as one.
    brackets: Vec<Vec<usize>>,
}

impl<'s> Graph<'s> {
    /// An empty one, with at most so many boxes to a stage; what is more is gathered in the last.
    pub(super) fn new(stages: Vec<String>, most: usize, speech: &'s Speech) -> Self {
        Self { speech, stages, nodes: Vec::new(), most, steps: Vec::new(), brackets: Vec::new() }
    }

    /// The node at a stage that is called so, or a new one.
    pub(super) fn node(&mut self, node: Node) -> usize {
        let same = |other: &Node| {
            other.stage == node.stage && other.address == node.address && other.words == node.words
        };
        if let Some(known) = self.nodes.iter().position(same) {
            return known;
        }
        let there = self.nodes.iter().filter(|other| other.stage == node.stage).count();
        if there < self.most {
            self.nodes.push(node);
            return self.nodes.len() - 1;
        }
        let last = self.nodes.iter().rposition(|other| other.stage == node.stage).unwrap_or_default();
        if let Some(gathered) = self.nodes.get_mut(last) {
            *gathered = Node {
                stage: node.stage,
                words: self.speech.say("picture-others").to_owned(),
                aside: self.speech.say("picture-others-below").to_owned(),
                ..Node::default()
            };
        }
        last
    }

    /// A step that so many claims took, on top of those that took it already.
    pub(super) fn connect(&mut self, from: &[usize], to: usize, unstated: bool, claims: u32) {
        for &from in from {
            let same = |step: &&mut Step| step.from == from && step.to == to && step.unstated == unstated;
            match self.steps.iter_mut().find(same) {
                Some(step) => step.claims += claims,
                None => self.steps.push(Step { from, to, unstated, claims }),
            }
        }
    }

    /// With a lane in every stage that a line only passes, so that no line runs behind a box.
    fn routed(mut self) -> Self {
        for step in std::mem::take(&mut self.steps) {
            let stage = |node: usize| self.nodes.get(node).map_or(0, |node| node.stage);
            let passed = stage(step.from) + 1..stage(step.to);
            let mut last = step.from;
            for stage in passed {
                let same = |node: &Node| node.stage == stage && node.lane == Some(step.to);
                let lane = self.nodes.iter().position(same).unwrap_or_else(|| {
                    self.nodes.push(Node { stage, lane: Some(step.to), ..Node::default() });
                    self.nodes.len() - 1
                });
                self.connect(&[last], lane, step.unstated, step.claims);
                last = lane;
            }
            self.connect(&[last], step.to, step.unstated, step.claims);
        }
        self
    }

    /// The nodes of a stage, each near to those before it: `centre` says where those stand.
    fn ordered(&self, stage: usize, centre: impl Fn(usize) -> f64) -> Vec<usize> {
        let mut nodes: Vec<(f64, usize)> = self
            .at(stage)
            .map(|(index, _)| {
                let before: Vec<f64> =
                    self.steps.iter().filter(|step| step.to == index).map(|step| centre(step.from)).collect();
                (before.iter().sum::<f64>() / column(before.len().max(1)), index)
            })
            .collect();
        if stage > 0 {
            nodes.sort_by(|a, b| a.0.total_cmp(&b.0));
        }
        nodes.into_iter().map(|(_, index)| index).collect()
    }

    /// Says that some of the nodes are counted as one.
    pub(super) fn bracket(&mut self, nodes: Vec<usize>) {
        if nodes.len() > 1 {
            self.brackets.push(nodes);
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
        let boxes: Vec<Words> = self.nodes.iter().map(|node| Words::of(node, WIDTH, self.speech)).collect();
        let height_of = |stage: usize| {
            let heights = self.at(stage).map(|(index, _)| height(&boxes, index) + BETWEEN);
            heights.sum::<f64>() - BETWEEN
        };
        let tallest = (0..self.stages.len()).map(height_of).fold(0.0, f64::max);
        let mut places = vec![[0.0; 4]; self.nodes.len()];
        for stage in 0..self.stages.len() {
            let x = left + column(stage) * (WIDTH + GAP);
            let mut y = HEAD + (tallest - height_of(stage)) / 2.0;
            let centre = |node: usize| {
                let [_, y, _, height] = place(&places, node);
                y + height / 2.0
            };
            for index in self.ordered(stage, centre) {
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
            // A line that passes a stage goes straight through it.
            let start = if self.is_lane(step.from) { x } else { from[0] };
            let path = format!(
                "M{} {}H{}C{} {} {} {} {} {}",
                short(start),
                short(from[1]),
                short(from[0]),
                short(from[0] + bend),
                short(from[1]),
                short(to[0] - bend),
                short(to[1]),
                short(to[0]),
                short(to[1]),
            );
            svg.path(&step.class(self.most_claims()), &path);
        }
        for bracket in &self.brackets {
            let inside = bracket.iter().map(|node| place(&places, *node));
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
        const LANE: f64 = 8.0;
        // Thick lines need room to turn in.
        let between = if self.most_claims() > 1 { 40.0 } else { 26.0 };
        let share = |node: &Node| {
            if node.lane.is_some() {
                return LANE;
            }
            let lanes = column(self.at(node.stage).filter(|(_, other)| other.lane.is_some()).count());
            let count = column(self.at(node.stage).count());
            ((WIDTH - GAP * (count - 1.0) - LANE * lanes) / (count - lanes)).min(220.0)
        };
        let boxes: Vec<Words> =
            self.nodes.iter().map(|node| Words::of(node, share(node), self.speech)).collect();
        let mut places = vec![[0.0; 4]; self.nodes.len()];
        let mut svg = Svg::new(root);
        let mut heads = Vec::new();
        let mut y = 0.0;
        let mut known = "";
        for (stage, head) in self.stages.iter().enumerate() {
            let is_new = head != known;
            if is_new {
                y += HEAD;
            }
            known = head;
            let mut tallest: f64 = 0.0;
            let centre = |node: usize| {
                let [x, _, width, _] = place(&places, node);
                x + width / 2.0
            };
            let mut x = 0.0;
            for index in self.ordered(stage, centre) {
                let width = self.nodes.get(index).map_or(0.0, share);
                if let Some(place) = places.get_mut(index) {
                    *place = [x, y, width, height(&boxes, index)];
                }
                x += width + GAP;
                tallest = tallest.max(height(&boxes, index));
            }
            if is_new {
                // Above the first box; lines that pass the stage run beside it.
                let firsts = self.at(stage).filter(|(_, node)| node.lane.is_none());
                let first = firsts.map(|(index, _)| place(&places, index)[0]).fold(WIDTH, f64::min);
                heads.push(([first, y - HEAD + 12.0], head.clone()));
            }
            y += tallest + between;
        }
        for step in &self.steps {
            let ([x, y, width, height], [to_x, to_y, to_width, _]) =
                (place(&places, step.from), place(&places, step.to));
            // Beside the head of the next row, which stands at the left.
            let (from, to) = ([x + width * 0.7, y + height], [to_x + to_width * 0.7, to_y]);
            let middle = f64::midpoint(from[1], to[1]);
            let start = if self.is_lane(step.from) { y } else { from[1] };
            let path = format!(
                "M{} {}V{}C{} {} {} {} {} {}",
                short(from[0]),
                short(start),
                short(from[1]),
                short(from[0]),
                short(middle),
                short(to[0]),
                short(middle),
                short(to[0]),
                short(to[1]),
            );
            svg.path(&step.class(self.most_claims()), &path);
        }
        for bracket in &self.brackets {
            let inside = bracket.iter().map(|node| place(&places, *node));
            let (left, right, bottom) =
                inside.fold((f64::MAX, 0.0_f64, 0.0_f64), |(left, right, bottom), [x, y, width, height]| {
                    (left.min(x), right.max(x + width), bottom.max(y + height))
                });
            let path = format!("M{} {}v5H{}v-5", short(left), short(bottom + 1.0), short(right));
            svg.path("way-bracket", &path);
        }
        for (at, head) in heads {
            svg.words("way-head", at, LEADING, &[head]);
        }
        self.draw(&boxes, &places, &mut svg);
        svg.finish("way-picture way-picture--narrow", name, [WIDTH, y - between + 6.0])
    }

    fn most_claims(&self) -> u32 {
        self.steps.iter().map(|step| step.claims).max().unwrap_or(0)
    }

    fn is_lane(&self, node: usize) -> bool {
        self.nodes.get(node).is_some_and(|node| node.lane.is_some())
    }

    fn draw(&self, boxes: &[Words], places: &[[f64; 4]], svg: &mut Svg<'_>) {
        for (index, node) in self.nodes.iter().enumerate().filter(|(_, node)| node.lane.is_none()) {
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
    /// The more claims took it, measured by the step that most took, the thicker.
    fn class(&self, most: u32) -> String {
        let thick = match self.claims.saturating_mul(5).div_ceil(most.max(1)) {
            0 | 1 => "",
            _ if most < 2 => "",
            2 => " way-step--2",
            3 => " way-step--3",
            4 => " way-step--4",
            _ => " way-step--5",
        };
        let dotted = if self.unstated { " way-step--unstated" } else { "" };
        format!("way-step{thick}{dotted}")
    }
}

/// The words of a box, in lines.
#[derive(Debug)]
struct Words {
    name: Vec<String>,
    aside: Vec<String>,
}

impl Words {
    fn of(node: &Node, width: f64, speech: &Speech) -> Self {
        let aside = match (node.narrow, node.aside.as_str()) {
            (true, "") => speech.say("picture-narrow").to_owned(),
            (true, aside) => told!(speech, "picture-and-narrow", aside = aside),
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
