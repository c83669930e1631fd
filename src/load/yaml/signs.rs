//! Lines that are meant to be a field or an item of a list, and lack the sign that makes them one.

/// What is typed in the place of a sign, or without it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slip {
    /// What is wrong.
    pub message: &'static str,
    /// What to write.
    pub help: String,
}

/// The slip in a line, or in the words of one, from its first word on.
#[must_use]
pub fn slip(line: &str) -> Option<Slip> {
    let line = line.trim_end();
    dash(line).or_else(|| colon(line))
}

/// A dash or a dot, as word processors begin the items of a list with.
pub(super) fn dash(line: &str) -> Option<Slip> {
    let message = match line.chars().next()? {
        '–' | '—' | '−' | '‐' | '‑' => "this is a dash; a list takes a hyphen `-`",
        '•' | '·' | '‣' | '▪' => "this is a dot; a list takes a hyphen `-`",
        _ => return None,
    };
    let item = line.trim_start_matches(|letter: char| !letter.is_ascii() && !letter.is_alphanumeric()).trim();
    (!item.is_empty()).then(|| Slip { message, help: write(&format!("- {item}"), "a hyphen and a space") })
}

/// A field without the space behind its colon, or with another sign in the place of that.
pub(super) fn colon(line: &str) -> Option<Slip> {
    let end =
        line.find(|letter: char| !letter.is_ascii_lowercase() && letter != '_').filter(|end| *end > 1)?;
    let (key, rest) = line.split_at(end);
    let (message, value) = if let Some(value) = rest.trim_start().strip_prefix('=') {
        ("a colon belongs in the place of this `=`", value.trim())
    } else {
        let value = rest.strip_prefix(':').filter(|value| !value.starts_with([' ', '/', ':']))?;
        ("a space is missing behind this colon", value)
    };
    (!value.is_empty())
        .then(|| Slip { message, help: write(&format!("{key}: {value}"), "a colon and a space") })
}

fn write(line: &str, sign: &str) -> String {
    if line.chars().count() > 80 { format!("write {sign} there") } else { format!("write `{line}`") }
}
