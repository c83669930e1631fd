//! A new entry or article, with its fields in place, and where it goes.

use super::Edit;
use super::field::line_end;
use crate::model::{Id, Kind};
use crate::text::{FileId, Inputs, Place, Span, capital};

/// Where something new stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Added {
    /// At the end of a file that is there.
    To(Edit),
    /// In a new file.
    New {
        /// Its path below the project's folder.
        path: String,
        /// All of its text.
        text: String,
    },
}

/// A new entry with the lines of some of its fields, each by its name, and the others as comments that show how they
/// look; without a name it is called by the words of its id. It comes to the end of the sheet of its kind,
/// `content/facts/<section>.yaml`, where that ends with this section, and into a sheet of its own otherwise; an article
/// is a file of its own. Nothing where that file is there already.
#[must_use]
pub fn added(kind: Kind, id: &Id, lines: &[(&str, String)], inputs: &Inputs) -> Option<Added> {
    let new = |path: String, text: String| inputs.find(&path).is_none().then_some(Added::New { path, text });
    if kind == Kind::Article {
        return new(format!("content/articles/{id}.md"), article(id, lines));
    }
    let section = kind.section();
    let entry = entry(kind, id, lines);
    let path = format!("content/facts/{section}.yaml");
    let Some(file) = inputs.find(&path) else {
        return new(path, format!("{section}:\n{entry}"));
    };
    let text = &inputs.file(file).text;
    if ends_with_section(text, section) {
        let gap = if text.ends_with('\n') { "\n" } else { "\n\n" };
        return Some(Added::To(at_the_end(file, text, &format!("{gap}{entry}"))));
    }
    new(format!("content/facts/{id}.yaml"), format!("{section}:\n{entry}"))
}

fn at_the_end(file: FileId, text: &str, new: &str) -> Edit {
    let place = Place { file, span: Span::new(text.len(), text.len()) };
    Edit { place, text: new.replace('\n', line_end(text)) }
}

/// Words as a value on one line: in quotes where they could be read otherwise.
#[must_use]
pub fn scalar(words: &str) -> String {
    let plain = |letter: char| letter.is_alphanumeric() || matches!(letter, ' ' | '-' | '.' | '\'' | '’');
    let begins = words.chars().next().is_some_and(char::is_alphabetic);
    let ends = words.chars().next_back().is_some_and(|last| last != ' ');
    if begins && ends && words.chars().all(plain) && !words.eq_ignore_ascii_case("null") {
        return words.to_owned();
    }
    serde_json::Value::from(words).to_string()
}

/// Whether the last key that stands at the left edge opens this section, with entries below it two spaces in.
fn ends_with_section(text: &str, section: &str) -> bool {
    let lines = text
        .lines()
        .map(str::trim_end)
        .filter(|line| !line.is_empty() && !line.trim_start().starts_with('#'));
    let mut last = None;
    let mut two_in = true;
    for line in lines {
        if line.starts_with(' ') {
            let indent = line.len() - line.trim_start().len();
            two_in &= indent != 1 && indent != 3;
        } else {
            last = Some(line);
            two_in = true;
        }
    }
    two_in && last.is_some_and(|line| line.strip_suffix(':') == Some(section))
}

/// An id as words: `first-call` is `First call`.
fn words(id: &Id) -> String {
    capital(&id.as_str().rsplit('/').next().unwrap_or_default().replace('-', " "))
}

/// An entry of a sheet, with the fields that are given filled in, and others as comments.
fn entry(kind: Kind, id: &Id, given: &[(&str, String)]) -> String {
    let name = words(id);
    let fields = match kind {
        Kind::Person => format!(
            "name: {name}
    # also: [another spelling]
    # summary: Who they are, in a line.
    # roles:
    #   - {{title: Spokesperson, organisation: an-organisation, from: 2024, until: ..}}
    # speaks_for: an-organisation      # if their words count as its words"
        ),
        Kind::Organisation => format!(
            "name: {name}
    # kind: ministry
    # country: DE
    # part_of: another-organisation
    # summary: What it is, in a line."
        ),
        Kind::Source => format!(
            "name: {name}
    # kind: newspaper
    # country: DE
    # url: https://example.org
    # owner: who-owns-it
    # confidential: {{described_as: A person briefed on the inquiry, reason: Why they are not named., approved_by: desk}}"
        ),
        Kind::Document => format!(
            "title: {name}
    type: article                      # wire broadcast recording film transcript statement interview letter report …
    source:                            # the id of who published it
    # published: 2024-03-12
    # accessed: 2024-03-13             # without it: known of, not opened by us
    # language: en
    # url: https://example.org/article
    # copy_of: another-document        # or derived_from: [several]
    # archive: {{file: archive/copy.txt, sha256: its digest, public: false}}"
        ),
        Kind::Date => format!(
            "title: {name}
    date:                              # 2024-03-12, 2024-03, 2024-03-01/2024-03-11, 2024-03~, ../2024-03-12
    # people: [ids]
    # organisations: [ids]
    # place: Where"
        ),
        Kind::Claim | Kind::Article => format!(
            "text: {name}.
    # kind: utterance                  # then `speaker` too; occurrence if not given
    # speaker: who-said-it
    status: unverified                 # reported corroborated verified disputed refuted superseded withdrawn
    # about: [ids]
    # adverse_to: [ids]                # whom it may harm; then `responses` too
    # evidence:
    #   - document: what-we-opened
    #     said_by: who-said-it-first
    #     basis: own-reporting         # witness own-reporting document recording statement unstated
    #     quote: the words relied on
    #     at: paragraph 4
    # since: 2024-03-12"
        ),
    };
    filled(&format!("  {id}:\n    {fields}\n"), "    ", given)
}

/// The text with each field that is given on its line, be that a comment or a field; behind the first field where
/// there is no such line.
fn filled(text: &str, indent: &str, given: &[(&str, String)]) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    for (field, line) in given {
        let typed = line.trim_end().to_owned();
        let is_its = |line: &String| {
            let line = line.strip_prefix(indent).unwrap_or_default();
            let line = line.strip_prefix("# ").unwrap_or(line);
            line.strip_prefix(field).is_some_and(|rest| rest.starts_with(':'))
        };
        let first = lines.iter().position(|line| {
            line.starts_with(&format!("{indent}name:"))
                || line.starts_with(&format!("{indent}title:"))
                || line.starts_with(&format!("{indent}text:"))
        });
        match lines.iter().position(is_its) {
            Some(at) => lines[at] = typed,
            None => lines.insert(first.map_or(lines.len(), |at| at + 1), typed),
        }
    }
    lines.join("\n") + "\n"
}

/// An article, with the fields that are given at its top.
fn article(id: &Id, given: &[(&str, String)]) -> String {
    let text = format!(
        "---\ntitle: {}\n# date: 2024-03-12\n# summary: What it tells, in a line or two.\n# authors: [a name]\ndraft: true\n---\n\n\
         Write here. `[these words](@claim-id)` state a claim, `[](@person-id)` writes a name, and `[@claim-id]` cites a claim.\n",
        words(id)
    );
    filled(&text, "", given)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_quoted_where_yaml_would_take_them_for_something_else() {
        for plain in ["Änne Łoś", "Jean-Luc O'Neill", "B. Weiß"] {
            assert_eq!(scalar(plain), plain);
        }
        assert_eq!(scalar("Los: the deputy"), "\"Los: the deputy\"");
        assert_eq!(scalar("Null"), "\"Null\"");
        assert_eq!(scalar("@los"), "\"@los\"");
    }
}
