//! Notes of entries that were taken in from other programs: where they came from, and whose words are in them.

/// How the line begins that says where an entry came from.
pub const TAKEN_IN: &str = "Imported from ";

/// Texts that were published with what they tell of, by what they are called in notes.
const PUBLISHED: [&str; 4] = ["abstract: ", "text: ", "reviewBody: ", "description: "];

/// What of an entry's notes is the desk's own. Of an entry that was taken in, it is line by line, without the names of
/// foreign fields (`publisher = {…}` stands in every bibliography), and without abstracts: those are long, and no
/// secret, and words of theirs stand in a row in titles and citations by chance.
#[must_use]
pub fn own_notes(notes: &str) -> Vec<&str> {
    if !notes.lines().any(|line| line.trim().starts_with(TAKEN_IN)) {
        return vec![notes];
    }
    let is_own = |line: &&str| !PUBLISHED.iter().any(|called| line.starts_with(called));
    notes.lines().map(str::trim).filter(is_own).flat_map(apart).map(without_name).collect()
}

/// A line; that which says where an entry came from, in the name of the file and the key in it. They have nothing to do
/// with one another, and in `x.html: https://…` they would stand as they do in every list of pages.
fn apart(line: &str) -> Vec<&str> {
    match line.split_once(": ") {
        Some((file, key)) if line.starts_with(TAKEN_IN) => vec![file, key],
        _ => vec![line],
    }
}

/// The words behind `publisher: `. What begins with more than one word is somebody's sentence.
fn without_name(line: &str) -> &str {
    let is_name = |name: &str| name.bytes().all(|sign| sign.is_ascii_lowercase() || sign == b'-');
    line.split_once(": ").filter(|(name, _)| is_name(name)).map_or(line, |(_, words)| words)
}

#[cfg(test)]
mod tests {
    use super::own_notes;

    #[test]
    fn abstracts_that_came_with_an_entry_are_not_our_own() {
        let notes = "Imported from x.bib: k\nabstract: Long words.\nnote: Ask Łoś.\nCall again: 12.";
        assert_eq!(own_notes(notes), ["Imported from x.bib", "k", "Ask Łoś.", "Call again: 12."]);
        let own = "abstract: Łoś told us so.";
        assert_eq!(own_notes(own), [own], "nobody but us wrote this");
    }
}
