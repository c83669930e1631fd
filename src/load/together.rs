//! Mistakes that fields of one map make together: told once, where each alone would be taken for another.

use super::decode::Decoder;
use super::yaml::{Key, Node, Value};
use crate::diagnostic::Finding;
use crate::text::Span;

/// What of a claim is said in its evidence.
const OF_EVIDENCE: [&str; 8] = ["document", "source", "quote", "said_by", "via", "basis", "stance", "at"];

/// Tells of the fields of a map that are no fields of their own; gives their keys, which nobody need read.
pub(super) fn slips(node: &Node, what: &str, known: &[&'static str], decoder: &mut Decoder<'_>) -> Vec<Span> {
    let Value::Map(fields) = &node.value else { return Vec::new() };
    let mut slips = Vec::new();
    if decoder.source(node).starts_with('{') {
        slips.extend(torn_apart(fields, known, decoder));
    }
    match what {
        "a claim" => slips.extend(evidence_in_a_claim(fields, decoder)),
        "a piece of evidence" => slips.extend(source_as_evidence(fields, decoder)),
        _ => {}
    }
    slips
}

/// Words in braces with a comma in them: what follows it is a key without a value to YAML.
fn torn_apart(fields: &[(Key, Node)], known: &[&str], decoder: &mut Decoder<'_>) -> Vec<Span> {
    let mut torn = Vec::new();
    let mut rest = fields;
    while let [(key, value), after @ ..] = rest {
        rest = after;
        let Value::Word { text: words, plain: true } = &value.value else { continue };
        let is_torn = |(key, node): &&(Key, Node)| {
            matches!(node.value, Value::Missing)
                && !known.contains(&&*key.word)
                && decoder.text.get(key.span.end as usize..).is_some_and(ends_an_item)
                && (key.word.contains(' ')
                    || crate::text::nearest(&key.word, known.iter().copied(), 1).is_empty())
        };
        let pieces = after.iter().take_while(is_torn).count();
        let Some((last, _)) = pieces.checked_sub(1).and_then(|last| after.get(last)) else { continue };
        let spans = after.iter().take(pieces).map(|(key, _)| key.span);
        let whole = Span::new(value.span.start as usize, last.span.end as usize);
        let typed = decoder.text.get(whole.range()).unwrap_or_default();
        let (message, help) = said_of(&key.word, words, typed);
        let start = after.first().map_or(whole.start, |(key, _)| key.span.start);
        let place = decoder.place(Span { start, end: whole.end });
        decoder.findings.push(Finding::error("yaml-syntax", place, message).help(help));
        torn.extend(spans);
    }
    torn
}

fn ends_an_item(rest: &str) -> bool {
    rest.trim_start().starts_with([',', '}'])
}

fn said_of(key: &str, words: &str, typed: &str) -> (String, String) {
    let number = typed.replacen(',', ".", 1);
    if words.bytes().all(|byte| byte.is_ascii_digit()) && number.parse::<f64>().is_ok() {
        return (format!("a comma ends the number of `{key}`"), format!("write `{number}`"));
    }
    let typed = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    let mark = ['"', '\''].into_iter().find(|mark| !typed.contains([*mark, '\\']));
    let help = match mark {
        Some(mark) if typed.chars().count() <= 120 => format!("write `{key}: {mark}{typed}{mark}`"),
        _ => format!("write `{key}: '…'`, with `''` for each `'` in the words"),
    };
    (format!("a comma ends the words of `{key}`; put them in quotes"), help)
}

/// Fields of evidence that stand in the claim itself.
fn evidence_in_a_claim(fields: &[(Key, Node)], decoder: &mut Decoder<'_>) -> Vec<Span> {
    let of_evidence = fields.iter().filter(|(key, _)| OF_EVIDENCE.contains(&&*key.word));
    let keys: Vec<&Key> = of_evidence.map(|(key, _)| key).collect();
    let Some(first) =
        keys.first().filter(|_| keys.iter().any(|key| matches!(&*key.word, "document" | "source")))
    else {
        return Vec::new();
    };
    let document = word(fields, "document").unwrap_or("…");
    let said_by = word(fields, "said_by").or_else(|| word(fields, "source"));
    let said_by = said_by.map_or_else(String::new, |said_by| format!(", said_by: {said_by}"));
    let message = format!("`{}` stands in the claim itself, and belongs in its evidence", first.word);
    let help = format!(
        "write `evidence: [{{document: {document}{said_by}}}]`: what was opened, and who says so in it"
    );
    let place = decoder.place(first.span);
    decoder.findings.push(Finding::error("unknown-key", place, message).help(help));
    keys.into_iter().map(|key| key.span).collect()
}

/// A source in the place of the document in which it says so.
fn source_as_evidence(fields: &[(Key, Node)], decoder: &mut Decoder<'_>) -> Option<Span> {
    let (key, _) = fields.iter().find(|(key, _)| &*key.word == "source")?;
    let document = word(fields, "document").unwrap_or("…");
    let source = word(fields, "source").unwrap_or("…");
    let message = "a piece of evidence is a document, and who says so in it; it has no field `source`";
    let help = format!("write `{{document: {document}, said_by: {source}}}`");
    let place = decoder.place(key.span);
    decoder.findings.push(Finding::error("unknown-key", place, message).help(help));
    decoder.told.push("document".into());
    Some(key.span)
}

fn word<'f>(fields: &'f [(Key, Node)], name: &str) -> Option<&'f str> {
    let (_, node) = fields.iter().find(|(key, _)| &*key.word == name)?;
    if let Value::Word { text, .. } = &node.value { Some(text) } else { None }
}
