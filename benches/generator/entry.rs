//! Entries of fact sheets as a hand would type them, and the sheets they are gathered in.

use std::fmt::Display;

/// How many entries a sheet holds: more, and nobody would want to scroll in it.
const ENTRIES_IN_A_SHEET: usize = 500;

/// An entry of a sheet, field by field.
pub(crate) struct Entry {
    lines: Vec<String>,
}

impl Entry {
    pub(crate) fn new(id: &str) -> Self {
        Self { lines: vec![format!("  {id}:")] }
    }

    /// `name: value`.
    pub(crate) fn field(&mut self, name: &str, value: impl Display) -> &mut Self {
        self.line(4, &format!("{name}: {value}"))
    }

    /// `name: [a, b]`; nothing where the list is empty.
    pub(crate) fn list(&mut self, name: &str, items: &[impl AsRef<str>]) -> &mut Self {
        if items.is_empty() {
            return self;
        }
        let items: Vec<&str> = items.iter().map(AsRef::as_ref).collect();
        self.field(name, format_args!("[{}]", items.join(", ")))
    }

    /// A line of its own, so many spaces in.
    pub(crate) fn line(&mut self, indent: usize, words: &str) -> &mut Self {
        self.lines.push(format!("{:indent$}{words}", ""));
        self
    }

    pub(crate) fn into_text(self) -> String {
        self.lines.join("\n")
    }
}

/// Sheets of one kind, and their paths.
pub(crate) fn sheets(kind: &str, entries: &[String]) -> Vec<(String, String)> {
    let sheet = |(number, entries): (usize, &[String])| {
        (
            format!("content/facts/{kind}-{:03}.yaml", number + 1),
            format!("{kind}:\n{}\n", entries.join("\n\n")),
        )
    };
    entries.chunks(ENTRIES_IN_A_SHEET).enumerate().map(sheet).collect()
}
