//! The report as a whole: who says what through whom, the thicker the more claims took a way.

use super::graph::{Graph, Node, drawn};
use crate::render::escape::html_escaped;
use crate::speech::{Speech, told};
use crate::view::{AttributionPage, Flow, Named};

/// How many who passed something on stand in a row at most.
const MOST_RELAYS: usize = 3;

/// How many ways are drawn at most.
const MOST_WAYS: usize = 24;

/// Draws who says what through whom. Nothing where nobody says anything.
pub(in crate::render) fn overview(page: &AttributionPage, flows: &[Flow], speech: &Speech) -> Option<String> {
    let drawn_flows = flows.get(..MOST_WAYS).unwrap_or(flows);
    let name = speech.say("picture-overview");
    let picture = drawn(name, &page.head.root, |most| graph(page, drawn_flows, most, speech))?;
    let part = if flows.len() > drawn_flows.len() {
        let number = |flows: &[Flow]| u32::try_from(flows.len()).unwrap_or(u32::MAX);
        let (drawn, all) = (number(drawn_flows), number(flows));
        told!(speech, "picture-overview-part", drawn = drawn, all = all) + " "
    } else {
        String::new()
    };
    let caption = part + speech.say("picture-overview-key");
    Some(format!("{picture}<figcaption>{}</figcaption>\n", html_escaped(&caption)))
}

/// Ways that most claims took come first, so that what is gathered at last is what least rests on.
fn graph<'s>(page: &AttributionPage, flows: &[Flow], most: usize, speech: &'s Speech) -> Option<Graph<'s>> {
    let relays = flows.iter().map(|flow| flow.relays.len().min(MOST_RELAYS)).max()?;
    let mut graph =
        Graph::new(super::stages(relays, flows.iter().any(|flow| flow.opened), speech), most, speech);
    let documents = graph.stages.len() - 1;
    for flow in flows {
        let origin = Node { aside: rests(page, &flow.origin, speech), ..Node::named(&flow.origin, 0) };
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
            aside: if flow.opened { String::new() } else { speech.say("picture-not-opened").to_owned() },
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
fn rests(page: &AttributionPage, origin: &Named, speech: &Speech) -> String {
    let row = page.rows.iter().find(|row| row.speaker.address == origin.address);
    row.map_or_else(String::new, |row| match (row.alone, row.shared) {
        (alone, 0) => told!(speech, "picture-alone", count = alone),
        (0, shared) => told!(speech, "picture-shared", count = shared),
        (alone, shared) => told!(speech, "picture-alone-and-shared", count = alone, shared = shared),
    })
}
