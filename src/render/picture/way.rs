//! The way of a claim: who said it first, who passed it on, what we opened.

use super::graph::{Graph, Node, drawn};
use crate::view::{ClaimPage, Counted, Named, Piece};

/// Draws the way of a claim. Nothing where it has no evidence for or against it.
pub(in crate::render) fn way(page: &ClaimPage) -> Option<String> {
    let name = format!("How “{}” reached us", page.card.claim.text);
    let picture = drawn(&name, &page.head.root, |most| graph(page, most))?;
    let sides = page.support.iter().chain(&page.dispute);
    let unstated = sides.flat_map(|side| &side.groups).flat_map(|group| &group.pieces).any(is_unstated);
    let caption = "<figcaption>A dotted line: it is not said how they know.</figcaption>\n";
    Some(if unstated { picture + caption } else { picture })
}

/// Whether it is not said how the origin knows.
fn is_unstated(piece: &Piece) -> bool {
    piece.basis == "unstated"
}

fn graph(page: &ClaimPage, most: usize) -> Option<Graph> {
    let sides = || [(page.support.as_ref(), ""), (page.dispute.as_ref(), "speaks against it; ")];
    let pieces = || {
        sides().into_iter().flat_map(|(side, note)| {
            let groups = side.into_iter().flat_map(|side| &side.groups);
            groups.flat_map(move |origin| origin.pieces.iter().map(move |piece| (piece, note)))
        })
    };
    let relays = pieces().map(|(piece, _)| piece.relays.len()).max()?;
    let mut graph = Graph::new(stages(relays, pieces().any(|(piece, _)| piece.document.opened)), most);
    let report = graph.stages.len() - 1;
    for (piece, note) in pieces() {
        let unstated = is_unstated(piece);
        let mut last = origins(&mut graph, piece, note);
        for (index, relay) in piece.relays.iter().enumerate() {
            // The last to pass something on stands next to what we opened.
            let node = graph.node(Node::named(relay, 1 + relays - piece.relays.len() + index));
            graph.connect(&last, node, unstated, 0);
            last = vec![node];
        }
        let document = graph.node(Node {
            stage: report - 1,
            words: piece.document.title.clone(),
            aside: if piece.document.opened { String::new() } else { "not opened by us".to_owned() },
            address: Some(piece.document.address.clone()),
            unopened: !piece.document.opened,
            ..Node::default()
        });
        graph.connect(&last, document, unstated, 0);
        let end = graph.node(Node {
            stage: report,
            words: "This report".to_owned(),
            aside: page.card.claim.status.to_owned(),
            ..Node::default()
        });
        graph.connect(&[document], end, false, 0);
    }
    for side in sides().into_iter().filter_map(|(side, _)| side) {
        mark(&mut graph, side);
    }
    Some(graph)
}

fn origins(graph: &mut Graph, piece: &Piece, note: &str) -> Vec<usize> {
    let aside = format!("{note}{}", piece.knows);
    if piece.origin.is_empty() {
        let nobody = Node { words: "Nobody we could name".to_owned(), aside, ..Node::default() };
        return vec![graph.node(nobody)];
    }
    let origins = piece.origin.iter();
    origins.map(|origin| graph.node(Node { aside: aside.clone(), ..Node::named(origin, 0) })).collect()
}

/// Marks what everything on one side passes through, and who is counted as one.
fn mark(graph: &mut Graph, side: &Counted) {
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

fn stages(relays: usize, opened: bool) -> Vec<String> {
    let mut stages = super::stages(relays, opened);
    stages.push("Where it stands".to_owned());
    stages
}
