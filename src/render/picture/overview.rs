//! The report as a whole: who says what through whom, the thicker the more claims took a way.

use super::graph::{Graph, Node, drawn};
use crate::view::{AttributionPage, Flow, Named};

/// How many who passed something on stand in a row at most.
const MOST_RELAYS: usize = 3;

/// How many ways are drawn at most.
const MOST_WAYS: usize = 24;

/// Draws who says what through whom. Nothing where nobody says anything.
pub(in crate::render) fn overview(page: &AttributionPage, flows: &[Flow]) -> Option<String> {
    let drawn_flows = flows.get(..MOST_WAYS).unwrap_or(flows);
    let name = "Who says what, and through whom it reached us";
    let picture = drawn(name, &page.head.root, |most| graph(page, drawn_flows, most))?;
    let part = if flows.len() > drawn_flows.len() {
        format!(
            "Drawn are the {} ways on which most claims reached us, of {}. ",
            drawn_flows.len(),
            flows.len()
        )
    } else {
        String::new()
    };
    let caption = "The thicker a line, the more claims; dotted, where it is not said how they know. The table below has everybody, in figures.";
    Some(format!("{picture}<figcaption>{part}{caption}</figcaption>\n"))
}

/// Ways that most claims took come first, so that what is gathered at last is what least rests on.
fn graph(page: &AttributionPage, flows: &[Flow], most: usize) -> Option<Graph> {
    let relays = flows.iter().map(|flow| flow.relays.len().min(MOST_RELAYS)).max()?;
    let mut graph = Graph::new(super::stages(relays, flows.iter().any(|flow| flow.opened)), most);
    let documents = graph.stages.len() - 1;
    for flow in flows {
        let origin = Node { aside: rests(page, &flow.origin), ..Node::named(&flow.origin, 0) };
        let mut last = graph.node(origin);
        let shown = shown(&flow.relays);
        for (index, relay) in shown.iter().enumerate() {
            let node = graph.node(Node::named(relay, 1 + relays - shown.len() + index));
            graph.connect(&[last], node, flow.unstated, flow.claims);
            last = node;
        }
        let document = graph.node(Node {
            stage: documents,
            words: flow.document.words.clone(),
            aside: if flow.opened { String::new() } else { "not opened by us".to_owned() },
            address: Some(flow.document.address.clone()),
            unopened: !flow.opened,
            ..Node::default()
        });
        graph.connect(&[last], document, flow.unstated, flow.claims);
    }
    Some(graph)
}

/// Of a long row of relays, the first and the last ones: those between are on the page of each claim.
fn shown(relays: &[Named]) -> Vec<&Named> {
    let between = relays.len().saturating_sub(MOST_RELAYS);
    let all = relays.iter().enumerate();
    all.filter(|(index, _)| *index == 0 || *index > between).map(|(_, relay)| relay).collect()
}

/// How much rests on somebody, as the table below says too.
fn rests(page: &AttributionPage, origin: &Named) -> String {
    let row = page.rows.iter().find(|row| row.speaker.address == origin.address);
    row.map_or_else(String::new, |row| match (row.alone, row.shared) {
        (alone, 0) => format!("{alone} on it alone"),
        (0, shared) => format!("{shared} with others"),
        (alone, shared) => format!("{alone} on it alone, {shared} with others"),
    })
}
