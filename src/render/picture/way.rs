//! The way of a claim: who said it first, who passed it on, what we opened.

use super::graph::{Graph, Node, drawn};
use crate::render::escape::html_escaped;
use crate::speech::{Speech, told};
use crate::view::{ClaimPage, Counted, Named, Piece};

/// Draws the way of a claim. Nothing where it has no evidence for or against it.
pub(in crate::render) fn way(page: &ClaimPage, speech: &Speech) -> Option<String> {
    let name = told!(speech, "picture-way", text = page.card.claim.text.trim());
    let picture = drawn(&name, &page.head.root, |most| graph(page, most, speech))?;
    let sides = page.support.iter().chain(&page.dispute);
    let unstated = sides.flat_map(|side| &side.groups).flat_map(|group| &group.pieces).any(is_unstated);
    if !unstated {
        return Some(picture);
    }
    let caption = html_escaped(speech.say("picture-way-dotted"));
    Some(format!("{picture}<figcaption>{caption}</figcaption>\n"))
}

/// Whether it is not said how the origin knows.
fn is_unstated(piece: &Piece) -> bool {
    piece.basis == "unstated"
}

fn graph<'s>(page: &ClaimPage, most: usize, speech: &'s Speech) -> Option<Graph<'s>> {
    let sides = || [(page.support.as_ref(), false), (page.dispute.as_ref(), true)];
    let pieces = || {
        sides().into_iter().flat_map(|(side, against)| {
            let groups = side.into_iter().flat_map(|side| &side.groups);
            groups.flat_map(move |origin| origin.pieces.iter().map(move |piece| (piece, against)))
        })
    };
    let relays = pieces().map(|(piece, _)| piece.relays.len()).max()?;
    let mut graph =
        Graph::new(stages(relays, pieces().any(|(piece, _)| piece.document.opened), speech), most, speech);
    let report = graph.stages.len() - 1;
    for (piece, against) in pieces() {
        let unstated = is_unstated(piece);
        let mut last = origins(&mut graph, piece, against, speech);
        for (index, relay) in piece.relays.iter().enumerate() {
            // The last to pass something on stands next to what we opened.
            let node = graph.node(Node::named(relay, 1 + relays - piece.relays.len() + index));
            graph.connect(&last, node, unstated, 0);
            last = vec![node];
        }
        let document = graph.node(Node {
            stage: report - 1,
            words: piece.document.title.clone(),
            aside: if piece.document.opened {
                String::new()
            } else {
                speech.say("picture-not-opened").to_owned()
            },
            address: Some(piece.document.address.clone()),
            unopened: !piece.document.opened,
            ..Node::default()
        });
        graph.connect(&last, document, unstated, 0);
        let end = graph.node(Node {
            stage: report,
            words: speech.say("picture-this-report").to_owned(),
            aside: told!(speech, "status", status = page.card.claim.status),
            ..Node::default()
        });
        graph.connect(&[document], end, false, 0);
    }
    for side in sides().into_iter().filter_map(|(side, _)| side) {
        mark(&mut graph, side);
    }
    Some(graph)
}

fn origins(graph: &mut Graph<'_>, piece: &Piece, against: bool, speech: &Speech) -> Vec<usize> {
    let aside =
        if against { told!(speech, "picture-against", knows = &piece.knows) } else { piece.knows.clone() };
    if piece.origin.is_empty() {
        let nobody = Node { words: speech.say("picture-nobody").to_owned(), aside, ..Node::default() };
        return vec![graph.node(nobody)];
    }
    let origins = piece.origin.iter();
    origins.map(|origin| graph.node(Node { aside: aside.clone(), ..Node::named(origin, 0) })).collect()
}

/// Marks what everything on one side passes through, and who is counted as one.
fn mark(graph: &mut Graph<'_>, side: &Counted) {
    let mut origins = side.groups.iter().flat_map(|group| &group.speakers);
    let several = origins.next().is_some_and(|first| origins.any(|other| other != first));
    for node in graph.nodes.iter_mut().filter(|node| node.stage > 0 && several) {
        let passes = |narrow: &Named| narrow.address == node.address;
        node.narrow |= node.address.is_some() && side.narrow.iter().any(passes);
    }
    for group in &side.groups {
        let of_group = |node: &Node| {
            let is = |speaker: &Named| speaker.address == node.address && speaker.words == node.words;
            node.stage == 0 && group.speakers.iter().any(is)
        };
        let nodes = graph.nodes.iter().enumerate().filter(|(_, node)| of_group(node));
        let nodes = nodes.map(|(index, _)| index).collect();
        graph.bracket(nodes);
    }
}

fn stages(relays: usize, opened: bool, speech: &Speech) -> Vec<String> {
    let mut stages = super::stages(relays, opened, speech);
    stages.push(speech.say("stage-report").to_owned());
    stages
}
