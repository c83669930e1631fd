//! SVG: the drawing without comments, without what its editor keeps in it, without metadata.

use std::ops::Range;

use roxmltree::{Document, Node, NodeType, ParsingOptions};

use super::Uncleanable;

/// What draws, and what links.
const KEPT: [&str; 4] = [
    "http://www.w3.org/2000/svg",
    "http://www.w3.org/1999/xlink",
    "http://www.w3.org/XML/1998/namespace",
    "",
];

pub(super) fn cleaned(text: &str) -> Result<Vec<u8>, Uncleanable> {
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text, options).map_err(|_| Uncleanable::Broken)?;
    let root = document.root_element();
    if root.tag_name().name() != "svg" {
        return Err(Uncleanable::Unknown);
    }
    let mut cut = Vec::new();
    for node in document.root().children() {
        part(node, &mut cut)?;
    }
    // The document's type can hold anything, and names of its own for what stands in the drawing.
    if text.contains("<!ENTITY") {
        return Err(Uncleanable::Broken);
    }
    let before = text.get(..root.range().start).unwrap_or_default();
    if let Some(start) = before.find("<!DOCTYPE") {
        cut.push(start..before.rfind('>').map_or(before.len(), |at| at + 1));
    }
    Ok(without(text, cut).into_bytes())
}

fn part(node: Node<'_, '_>, cut: &mut Vec<Range<usize>>) -> Result<(), Uncleanable> {
    match node.node_type() {
        NodeType::Comment | NodeType::PI => cut.push(node.range()),
        NodeType::Element => {
            let tag = node.tag_name();
            let kept = KEPT.contains(&tag.namespace().unwrap_or_default());
            if !kept || tag.name() == "metadata" {
                cut.push(node.range());
                return Ok(());
            }
            for attribute in node.attributes() {
                if attribute.value().trim_start().to_ascii_lowercase().starts_with("data:image") {
                    return Err(Uncleanable::Nested);
                }
                // `data-…` is where programs keep what they know, and `id` is what drawings refer to.
                let kept = KEPT.contains(&attribute.namespace().unwrap_or_default());
                if !kept || attribute.name().starts_with("data-") {
                    cut.push(attribute.range());
                }
            }
            for child in node.children() {
                part(child, cut)?;
            }
        }
        NodeType::Root | NodeType::Text => {}
    }
    Ok(())
}

fn without(text: &str, mut cut: Vec<Range<usize>>) -> String {
    cut.sort_by_key(|range| (range.start, range.end));
    let mut clean = String::with_capacity(text.len());
    let mut at = 0;
    for range in cut {
        if range.start >= at {
            clean.push_str(text.get(at..range.start).unwrap_or_default());
        }
        at = at.max(range.end);
    }
    clean.push_str(text.get(at..).unwrap_or_default());
    clean
}
