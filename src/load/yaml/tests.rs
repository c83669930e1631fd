use std::fmt::Write as _;

use proptest::prelude::*;

use super::{Node, Parsed, Value, mend, parse, parts};
use crate::text::{FileId, Span};

fn read(text: &str) -> Parsed {
    parse(FileId(0), text, 0)
}

/// The tree on one line: words in quotes where they had some, `~` for what is missing.
fn drawn(node: &Node) -> String {
    match &node.value {
        Value::Missing => "~".to_owned(),
        Value::Word { text, plain: true } => text.to_string(),
        Value::Word { text, plain: false } => format!("{text:?}"),
        Value::List(items) => format!("[{}]", items.iter().map(drawn).collect::<Vec<_>>().join(", ")),
        Value::Map(fields) => {
            let fields: Vec<String> =
                fields.iter().map(|(key, value)| format!("{}: {}", key.word, drawn(value))).collect();
            format!("{{{}}}", fields.join(", "))
        }
    }
}

fn tree(text: &str) -> String {
    let parsed = read(text);
    assert_eq!(parsed.findings, [], "{text}");
    parsed.root.as_ref().map_or_else(|| "nothing".to_owned(), drawn)
}

/// What is said, each with the words it is said of.
fn said(text: &str) -> Vec<String> {
    let findings = read(text).findings;
    findings
        .iter()
        .map(|finding| {
            format!(
                "{}: {} @ {}",
                finding.rule,
                finding.message,
                text.get(finding.place.span.range()).unwrap()
            )
        })
        .collect()
}

#[test]
fn words_stay_as_they_were_typed() {
    assert_eq!(
        tree("a: NO\nb: on\nc: 12:30\nd: 2024-03-01\ne: 007\nf: 1e3\ng: '~'\nh: \"null\"\n"),
        "{a: NO, b: on, c: 12:30, d: 2024-03-01, e: 007, f: 1e3, g: \"~\", h: \"null\"}"
    );
    assert_eq!(tree("a: ~\nb: null\nc:\nd: ''\n"), "{a: ~, b: ~, c: ~, d: \"\"}");
    assert_eq!(
        tree("a: [2024-03-01..2024-03-11]\nb: {x: y}\nc:\n  - Łoś\n  - Änne\n"),
        "{a: [2024-03-01..2024-03-11], b: {x: y}, c: [Łoś, Änne]}"
    );
    assert_eq!(
        tree("a: |\n  two\n  lines\nb: >\n  one\n  line\n"),
        "{a: \"two\\nlines\\n\", b: \"one line\\n\"}"
    );
}

#[test]
fn marks_at_the_beginning_and_line_ends_change_nothing() {
    let text = "people:\n  anna: {name: Änne}\n";
    for text in
        [text.to_owned(), format!("\u{feff}{text}"), text.replace('\n', "\r\n"), format!("---\n{text}")]
    {
        assert_eq!(tree(&text), "{people: {anna: {name: Änne}}}", "{text:?}");
        let parsed = read(&text);
        let Some(Node { value: Value::Map(fields), .. }) = &parsed.root else { panic!() };
        assert_eq!(text.get(fields[0].0.span.range()), Some("people"), "{text:?}");
    }
    for text in ["", "\n", "# nothing yet\n", "\u{feff}", "~"] {
        assert_eq!(tree(text), "nothing", "{text:?}");
    }
}

#[test]
fn places_cover_quotes_and_brackets() {
    let text = "a: 'Ä b'\nb: [x, {y: z}]\nc:\n  d: e\n  f:\n    - g\nh: |\n  i\n\n";
    let Some(Node { value: Value::Map(fields), .. }) = read(text).root else { panic!() };
    let words: Vec<&str> = fields.iter().map(|(_, value)| text.get(value.span.range()).unwrap()).collect();
    assert_eq!(words, ["'Ä b'", "[x, {y: z}]", "d: e\n  f:\n    - g", "i"]);
}

#[test]
fn anchors_and_aliases_work_within_bounds() {
    assert_eq!(
        tree("a: &x {name: Änne}\nb: *x\nc: [*x, *x]\n"),
        "{a: {name: Änne}, b: {name: Änne}, c: [{name: Änne}, {name: Änne}]}"
    );
    assert_eq!(said("a: &x [*x]\n"), ["yaml-feature: this alias stands inside what it stands for @ *x"]);
    assert_eq!(said("a: *nobody\n"), ["yaml-feature: nothing is called `&nobody` @ *nobody"]);
    let mut bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..12 {
        let _ = writeln!(bomb, "a{level}: &a{level} [{}]", vec![format!("*a{}", level - 1); 10].join(", "));
    }
    assert_eq!(said(&bomb).len(), 1, "said once");
}

#[test]
fn what_has_no_use_here_is_refused() {
    assert_eq!(
        said("a: &x {b: c}\nd:\n  <<: *x\n  e: f\n"),
        ["yaml-feature: merge keys, `<<`, are not read @ <<"]
    );
    assert_eq!(said("a: !person b\n"), ["yaml-feature: a tag, `!…`, means nothing here @ b"]);
    assert_eq!(said("a: b\n---\nc: d\n"), ["yaml-feature: a second document begins here @ ---"]);
    assert_eq!(said("[a]: b\n"), ["yaml-syntax: a key is missing before this `:` @ [a]"]);
    let deep = format!("a: {}{}\n", "[".repeat(500), "]".repeat(500));
    assert!(said(&deep)[0].starts_with("yaml-feature: this is nested too deeply"));
}

#[test]
fn a_key_twice_is_told_with_both_places() {
    assert_eq!(said("a: b\nc: d\na: e\n"), ["duplicate-key: `a` is here twice @ a"]);
    let mut many: String = (0..20).fold(String::new(), |mut text, number| {
        let _ = writeln!(text, "k{number}: v");
        text
    });
    many.push_str("k3: again\n");
    let parsed = read(&many);
    assert_eq!(parsed.findings.len(), 1);
    assert_eq!(parsed.findings[0].others[0].0.span, Span::new(18, 20));
    let lost = read("people:\n  a: {}\npeople:\n  b: {}\n").lost;
    assert_eq!(lost.iter().map(|key| &*key.word).collect::<Vec<_>>(), ["b"]);
}

#[test]
fn every_broken_entry_is_told_and_the_rest_is_read() {
    let text = "people:
  anna:
    summary: she said: no
  boris:
    also: [Borys, Borjs
  cäcilie:
    name: Cäcilie
  dora:
    name: @dora
  emil:
\t  name: Emil
  frieda:
    name: 'Frieda
  gerd:
    name: Gerd
";
    let parsed = read(text);
    assert_eq!(parsed.findings.len(), 5, "{:#?}", said(text));
    assert_eq!(
        parsed.root.as_ref().map(drawn).unwrap(),
        "{people: {cäcilie: {name: Cäcilie}, gerd: {name: Gerd}}}"
    );
    let mut lost: Vec<&str> = parsed.lost.iter().map(|key| &*key.word).collect();
    lost.sort_unstable();
    assert_eq!(lost, ["anna", "boris", "dora", "emil", "frieda"]);
    for key in &parsed.lost {
        assert_eq!(text.get(key.span.range()), Some(&*key.word));
    }
}

#[test]
fn front_matter_has_the_places_of_its_file() {
    let file = "---\ntitle: a: b\nlead: true\n---\n";
    let parsed = parse(FileId(0), "title: a: b\nlead: true\n", 4);
    assert_eq!(file.get(parsed.findings[0].place.span.range()), Some(":"), "{:?}", parsed.findings);
    let Some(Node { value: Value::Map(fields), .. }) = &parsed.root else { panic!() };
    assert_eq!(file.get(fields[0].1.span.range()), Some("true"));
}

/// Lines of which sheets are made, and those that make it hard to cut them.
const LINES: [&str; 24] = [
    "people:\n",
    "claims: # all of them\n",
    "dates:\r\n",
    "media: {a: b}\n",
    "  anna:\n",
    "  boris: {name: Boris}\n",
    "  one:\n    text: It was dark.\n    status: reported\n",
    "  two:\n    text: >\n      It was\n\n      dark.\n    about: [anna, boris]\n",
    "  three: |2\n    two: spaces\n",
    "  four: \"It was\n  dark: night\"\n",
    "  five:\n  - a\n  - b: c\n",
    "  six: words\n   on: and on\n",
    "  seven: &name\n    text: Łoś\n",
    "  eight: *name\n",
    "  nine: ~\n",
    "  ten: [a,\n  b: c,\n  d]\n",
    "    name: Änne\n",
    "  # a comment\n",
    "# another\n",
    "\n",
    "---\n",
    "...\n",
    "  ? eleven\n  : twelve\n",
    "  thirteen: !tag words\n",
];

proptest! {
    /// A sheet that is read in parts is what it is when it is read as a whole.
    #[test]
    fn cutting_changes_nothing(lines in proptest::collection::vec(0..LINES.len(), 0..24), most in 2_usize..6) {
        let lines: String = lines.into_iter().map(|line| LINES[line]).collect();
        let text = format!("claims:\n  first:\n    text: It was light.\n{lines}");
        let whole = mend::parse(FileId(0), &text);
        if let Some(root) = parts::read(FileId(0), &text, most) {
            prop_assert_eq!(whole.findings, []);
            prop_assert_eq!(whole.root, Some(root));
        }
    }

    #[test]
    fn sound_sheets_are_cut(entries in 2_usize..40, most in 2_usize..6) {
        let mut text = "# All\npeople:\n  anna: {name: Änne}\nclaims:\n".to_owned();
        for entry in 0..entries {
            write!(text, "  claim-{entry}:\n    text: It was dark.\n\n").unwrap();
        }
        let root = parts::read(FileId(0), &text, most);
        prop_assert!(root.is_some(), "{text}");
        prop_assert_eq!(root, mend::parse(FileId(0), &text).root);
    }

    #[test]
    fn no_text_breaks_it(text in "[a-c:\\[\\]{}'\"#&*!|>@%, \n\t~äŁ-]{0,80}") {
        let parsed = read(&text);
        check_places(&text, &parsed)?;
    }

    #[test]
    fn no_bytes_break_it(text in "\\PC{0,60}") {
        check_places(&text, &read(&text))?;
    }
}

fn check_places(text: &str, parsed: &Parsed) -> Result<(), TestCaseError> {
    for finding in &parsed.findings {
        prop_assert!(text.get(finding.place.span.range()).is_some(), "{text:?}: {finding:?}");
    }
    let mut left: Vec<&Node> = parsed.root.iter().collect();
    while let Some(node) = left.pop() {
        prop_assert!(text.get(node.span.range()).is_some(), "{text:?}: {node:?}");
        match &node.value {
            Value::Missing | Value::Word { .. } => {}
            Value::List(items) => left.extend(items),
            Value::Map(fields) => left.extend(fields.iter().map(|(_, value)| value)),
        }
    }
    Ok(())
}
