//! A new entry as it is written: what is given, and the other fields as comments that show how they look.

use super::Given;
use crate::exchange::field_line;
use crate::model::{Id, Kind};

/// An id as words: `first-call` is `First call`.
pub(super) fn words(id: &Id) -> String {
    let words = id.as_str().rsplit('/').next().unwrap_or_default().replace('-', " ");
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// An entry of a sheet, with the fields that are given filled in, and others as comments.
pub(super) fn entry(kind: Kind, id: &Id, given: &[Given]) -> String {
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
    evidence: []
    #  - document: what-we-opened
    #    said_by: who-said-it-first
    #    basis: own-reporting          # witness own-reporting document recording statement unstated
    #    quote: the words relied on
    #    at: paragraph 4
    # since: 2024-03-12"
        ),
    };
    filled(&format!("  {id}:\n    {fields}\n"), "    ", given)
}

/// The text with each field that is given on its line, be that a comment or a field; behind the first field where
/// there is no such line.
fn filled(text: &str, indent: &str, given: &[Given]) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    for Given { field, words } in given {
        let typed = field_line(field, words, indent.len()).trim_end().to_owned();
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
pub(super) fn article(id: &Id, given: &[Given]) -> String {
    let text = format!(
        "---\ntitle: {}\n# date: 2024-03-12\n# summary: What it tells, in a line or two.\n# authors: [a name]\ndraft: true\n---\n\n\
         Write here. `[these words](@claim-id)` state a claim, `[](@person-id)` writes a name, and `[@claim-id]` cites a claim.\n",
        words(id)
    );
    filled(&text, "", given)
}
