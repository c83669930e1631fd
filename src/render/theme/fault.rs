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
    /// Line, from 1.
    line: usize,
    /// Column in characters, from 1.
    column: usize,
    /// How many characters.
    width: usize,
}

impl Spot {
    /// The spot's bytes in the template's text.
    pub(super) fn range(&self, text: &str) -> Range<usize> {
        let line_start: usize = text.split_inclusive('\n').take(self.line.saturating_sub(1)).map(str::len).sum();
        let rest = text.get(line_start..).unwrap_or_default();
        let after = |characters: usize| {
            rest.char_indices().nth(characters).map_or(text.len(), |(at, _)| line_start + at)
        };
        let start = self.column.saturating_sub(1);
        after(start)..after(start + self.width)
    }
}

/// The mistakes in what the engine reports: one, or for names that nothing has several.
pub(super) fn faults(error: &tera::Error) -> Vec<Fault> {
    use tera::ErrorKind;
    let whole = |template: &String, message: String, word: &str| Fault {
        message,
        help: None,
        trail: vec![Spot { template: template.clone(), line: 1, column: 1, width: word.len() }],
    };
    match error.kind() {
        ErrorKind::CircularExtend { tpl, inheritance_chain } => {
            let chain = inheritance_chain.join("` → `");
            vec![whole(tpl, format!("templates extend each other in a circle: `{chain}`"), "")]
        }
        ErrorKind::CircularInclude { tpl, include_chain } => {
            let chain = include_chain.join("` → `");
            vec![whole(tpl, format!("templates include each other in a circle: `{chain}`"), "")]
        }
        ErrorKind::MissingParent { current, parent } => {
            vec![whole(current, format!("there is no template `{parent}` to extend"), "")]
        }
        _ => reported(&error.to_string()),
    }
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
        } else if let Some(spot) = line.strip_prefix("note: ").and_then(|note| note.rsplit(' ').next()).and_then(spot) {
            faults.last_mut().into_iter().for_each(|fault| fault.trail.push(spot.clone()));
        } else if let Some(marks) = line.trim_start().strip_prefix("| ").map(str::trim) {
            let width = marks.bytes().filter(|mark| *mark == b'^').count();
            if width == marks.len()
                && width > 0
                && let Some(spot) = faults.last_mut().and_then(|fault| fault.trail.last_mut())
            {
                spot.width = width;
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
    Some(Spot { template: parts.next()?.to_owned(), line, column, width: 1 })
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
        let meant = if near.is_empty() { String::new() } else { format!("did you mean `{}`? ", near.join("` or `")) };
        let what = if what == "fields" { "its fields" } else { "given" };
        Some(format!("{meant}{what}: {names}"))
    });
    (lower, help)
}
