//! What the template engine says of a mistake, as something with a place.

use std::ops::Range;

/// A mistake in a template, as the engine reports it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Fault {
    /// What is wrong, in the words of findings.
    pub message: String,
    /// What to do, where the engine's words say it.
    pub help: Option<String>,
    /// Where: the mistake itself first, then the templates that lead to it, from the inside out.
    pub trail: Vec<Spot>,
}

/// A place in a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Spot {
    /// The template.
    pub template: String,
    at: At,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum At {
    /// Line and column in characters, both from 1, and how many characters.
    Line { line: usize, column: usize, width: usize },
    /// Where these words first stand.
    Words(String),
}

impl Spot {
    /// The spot's bytes in the template's text.
    pub(super) fn range(&self, text: &str) -> Range<usize> {
        match &self.at {
            At::Words(words) => text.find(words).map_or(0..0, |at| at..at + words.len()),
            At::Line { line, column, width } => {
                let start: usize =
                    text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
                let rest = text.get(start..).unwrap_or_default();
                let after = |characters: usize| {
                    rest.char_indices().nth(characters).map_or(text.len(), |(at, _)| start + at)
                };
                let first = column.saturating_sub(1);
                after(first)..after(first + width)
            }
        }
    }
}

/// The mistakes in what the engine reports: one, or for names that nothing has several.
pub(super) fn faults(error: &tera::Error) -> Vec<Fault> {
    use tera::ErrorKind;
    match error.kind() {
        ErrorKind::CircularExtend { inheritance_chain, .. } => vec![circle("extend", inheritance_chain)],
        ErrorKind::CircularInclude { include_chain, .. } => vec![circle("include", include_chain)],
        ErrorKind::MissingParent { current, parent } => {
            let message = format!("there is no template `{parent}` to extend");
            let spot = Spot { template: current.clone(), at: At::Words(parent.clone()) };
            vec![Fault { message, help: None, trail: vec![spot] }]
        }
        _ => reported(&error.to_string()),
    }
}

/// Templates that lead back to one of them; the chain may have a way into the circle.
fn circle(how: &str, chain: &[String]) -> Fault {
    let first = chain.iter().position(|name| Some(name) == chain.last()).unwrap_or_default();
    let around = chain.get(first..).unwrap_or_default();
    let links = around.windows(2).rev().filter_map(|pair| match pair {
        [from, to] => Some(Spot { template: from.clone(), at: At::Words(to.clone()) }),
        _ => None,
    });
    let trail = links.collect();
    let message = format!("templates {how} each other in a circle: `{}`", around.join("` → `"));
    Fault { message, help: Some(format!("let one of them {how} something else")), trail }
}

/// Reads the engine's report: `error: …`, its place, the line with a mark below; then notes in the same form.
fn reported(report: &str) -> Vec<Fault> {
    let mut faults: Vec<Fault> = Vec::new();
    for line in report.lines() {
        if let Some(message) = line.strip_prefix("error: ") {
            let (message, help) = reworded(message);
            faults.push(Fault { message, help, trail: Vec::new() });
        } else if let Some(spot) = line.trim_start().strip_prefix("--> ").and_then(spot) {
            faults.last_mut().into_iter().for_each(|fault| fault.trail.push(spot.clone()));
        } else if let Some(spot) =
            line.strip_prefix("note: ").and_then(|note| note.rsplit(' ').next()).and_then(spot)
        {
            faults.last_mut().into_iter().for_each(|fault| fault.trail.push(spot.clone()));
        } else if let Some(marks) = line.trim_start().strip_prefix("| ").map(str::trim) {
            let width = marks.bytes().filter(|mark| *mark == b'^').count();
            if width == marks.len()
                && width > 0
                && let Some(spot) = faults.last_mut().and_then(|fault| fault.trail.last_mut())
                && let At::Line { width: known, .. } = &mut spot.at
            {
                *known = width;
            }
        }
    }
    if faults.is_empty() {
        let (message, help) = reworded(report.lines().next().unwrap_or_default());
        faults.push(Fault { message, help, trail: Vec::new() });
    }
    faults
}

/// `parts/claim.html:3:12`.
fn spot(words: &str) -> Option<Spot> {
    let mut parts = words.trim().rsplitn(3, ':');
    let column = parts.next()?.parse().ok()?;
    let line = parts.next()?.parse().ok()?;
    Some(Spot { template: parts.next()?.to_owned(), at: At::Line { line, column, width: 1 } })
}

/// The engine's sentence as a finding says it, and what can be done about it.
fn reworded(message: &str) -> (String, Option<String>) {
    let (said, known) = match message.split_once(". Available ") {
        Some((said, known)) => (said, Some(known)),
        None => (message, None),
    };
    let said = said.trim_end_matches('.');
    let mut letters = said.chars();
    let lower = letters.next().map(char::to_lowercase).into_iter().flatten().chain(letters).collect();
    let help = known.and_then(|known| {
        let (what, names) = known.split_once(": ")?;
        let word = said.split('`').nth(1).unwrap_or_default();
        let near = crate::text::nearest(word, names.split(", "), 2);
        let meant =
            if near.is_empty() { String::new() } else { format!("did you mean `{}`? ", near.join("` or `")) };
        let what = if what == "fields" { "its fields" } else { "given" };
        Some(format!("{meant}{what}: {names}"))
    });
    (lower, help)
}
