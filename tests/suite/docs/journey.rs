//! Somebody who knows nothing but the messages: at each mistake of the tutorial, they do what the message says, and
//! nothing else, and are where the tutorial leads.

use serde_json::Value;

use super::blocks_of;
use super::session::Session;

/// The words in backticks of a message, in order.
fn in_backticks(words: &str) -> Vec<&str> {
    words.split('`').skip(1).step_by(2).collect()
}

/// The text with one line and column to another replaced, as an editor does it.
fn replaced(text: &str, finding: &Value, new: &str) -> String {
    let number = |field: &str| usize::try_from(finding[field].as_u64().unwrap()).unwrap();
    let byte = |line: usize, column: usize| {
        let start: usize = text.split_inclusive('\n').take(line - 1).map(str::len).sum();
        let within = text[start..].char_indices().nth(column - 1).map_or(text.len() - start, |(at, _)| at);
        start + within
    };
    let from = byte(number("line"), number("column"));
    let to = byte(number("end_line"), number("end_column"));
    format!("{}{new}{}", &text[..from], &text[to..])
}

/// What somebody makes of a file who reads one finding and does what it says.
fn mended(text: &str, finding: &Value, documents: &[String]) -> String {
    let words = |field: &str| finding[field].as_str().unwrap_or_default();
    let help = words("help");
    let line = usize::try_from(finding["line"].as_u64().unwrap()).unwrap();
    match words("rule") {
        // "did you mean `x`?": they did. "write `x`": they do.
        "unknown-id" if text.contains(&format!("(@{}", in_backticks(words("message"))[0])) => {
            replaced(text, finding, &format!("@{}", in_backticks(help)[0]))
        }
        "unknown-id" | "unknown-key" | "bad-status" | "bad-date" | "wrong-type" => {
            replaced(text, finding, in_backticks(help)[0])
        }
        // "ids are …: `x`".
        "bad-id" => replaced(text, finding, in_backticks(help).pop().unwrap()),
        // "… or make it `x`".
        "overstated-status" => {
            replaced(text, finding, in_backticks(help.split("or make it").nth(1).unwrap())[0])
        }
        // "put them in quotes: `…`": the line as it has to be.
        "yaml-syntax" => {
            let old = text.lines().nth(line - 1).unwrap();
            let new = in_backticks(help).into_iter().rfind(|words| words.contains('"')).unwrap();
            text.replacen(old.trim_start(), new, 1)
        }
        // "it has `…`": the words of the copy.
        "quote-not-in-document" => replaced(text, finding, in_backticks(words("label"))[0]),
        // "add `evidence: [{document: ID}]`": with the id of what they opened, below the entry.
        "unsourced-claim" => {
            let field = in_backticks(help)[0].replace("ID", &documents[0]);
            let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
            let empty = (line..lines.len()).find(|at| lines[*at].trim_start().starts_with("evidence:"));
            match empty {
                Some(at) => lines[at] = format!("    {field}"),
                None => lines.insert(line, format!("    {field}")),
            }
            lines.join("\n") + "\n"
        }
        rule => panic!("the tutorial makes a mistake that this test does not know: {rule}\n{finding:#}"),
    }
}

/// Slips that happen to anyone, each in a report without a mistake.
const SLIPS: [(&str, &str, &str); 9] = [
    ("content/facts/documents.yaml", "published: 2026-06-03", "published: 3 June 2026"),
    ("content/facts/documents.yaml", "source: coastal-post", "source: Coastal Post"),
    ("content/facts/documents.yaml", "    source: coastal-post", "    sorce: coastal-post"),
    ("content/facts/claims.yaml", "status: unverified", "status: unverifed"),
    ("content/facts/claims.yaml", "about: [grounding]", "about: [groundings]"),
    ("content/facts/claims.yaml", "about: [grounding]", "abuot: [grounding]"),
    ("content/facts/claims.yaml", "adverse_to: [harbour-office]", "adverse_to: [Harbour office]"),
    ("content/articles/aground.md", "(@nobody-hurt)", "(@nobody-hurts)"),
    (
        "content/facts/claims.yaml",
        "evidence:\n      - document: post-report\n        quote: The lamp on the western buoy had probably been dark for days\n        at: paragraph 1\n",
        "evidence: post-report\n",
    ),
];

#[test]
fn the_slips_of_every_day_are_put_right_by_the_message_alone() {
    let mut session = Session::new();
    for block in
        blocks_of("docs/tutorial.md").iter().take_while(|block| !block.text.contains("casebook publish"))
    {
        session.follow(block);
    }
    assert!(errors(&session).is_empty());
    for (file, right, slip) in SLIPS {
        let before = session.read(file);
        assert!(before.contains(right), "{file} does not say: {right}");
        session.write(file, &before.replacen(right, slip, 1));
        let mut told = Vec::new();
        // A message may lead to the next: words to a list, a list to fields.
        loop {
            let mut found = errors(&session);
            // Of several, the one that knows what was meant: a misspelt field is a missing one, too.
            let knows =
                |finding: &Value| finding["help"].as_str().is_some_and(|help| help.contains("did you mean"));
            found.sort_by_key(|finding| !knows(finding));
            let Some(finding) = found.into_iter().next() else { break };
            assert!(told.len() < 3, "{slip}: this leads nowhere: {told:#?}");
            let path = finding["path"].as_str().unwrap();
            let text = session.read(path);
            session.write(path, &mended(&text, &finding, &[]));
            told.push(finding);
        }
        assert!(!told.is_empty(), "{slip}: nobody saw it");
        session.write(file, &before);
    }
}

/// The errors that there are.
fn errors(session: &Session) -> Vec<Value> {
    let (_, said) = session.run("casebook check --format json");
    let told: Value = serde_json::from_str(&said).unwrap();
    let all = told["findings"].as_array().unwrap();
    all.iter().filter(|finding| finding["level"] == "error").cloned().collect()
}

#[test]
fn five_mistakes_are_put_right_by_the_message_alone() {
    let mut session = Session::new();
    let mut mistakes = Vec::new();
    let mut expected = None::<(String, String)>;
    for block in blocks_of("docs/tutorial.md") {
        session.follow(&block);
        // The tutorial mends it in the next step: to the very letter, but for the evidence, of which it knows more.
        if let Some((rule, mended)) = expected.take_if(|_| block.language != "console") {
            let file = block.file.as_deref().unwrap();
            assert!(rule == "unsourced-claim" || session.read(file) == mended, "{rule}:\n{mended}");
        }
        if block.language != "console"
            || !block.text.contains("error[")
            || block.text.contains("casebook publish")
        {
            continue;
        }
        let found = errors(&session);
        let [finding] = found.as_slice() else {
            panic!("{}: one mistake at a time: {found:#?}", block.place)
        };
        let file = finding["path"].as_str().unwrap().to_owned();
        let wrong = session.read(&file);
        let (_, list) = session.run("casebook list documents --json");
        let list: Value = serde_json::from_str(&list).unwrap();
        let ids = list.as_array().unwrap().iter();
        let documents: Vec<String> =
            ids.filter_map(|entry| entry["id"].as_str().map(str::to_owned)).collect();
        let mended = mended(&wrong, finding, &documents);
        session.write(&file, &mended);
        let left = errors(&session);
        assert!(left.is_empty(), "{}: done as the message says, and yet {left:#?}\n{mended}", block.place);
        session.write(&file, &wrong);
        let rule = finding["rule"].as_str().unwrap().to_owned();
        mistakes.push(rule.clone());
        expected = Some((rule, mended));
    }
    assert!(mistakes.len() >= 5, "{mistakes:?}");

    let count = |kind: &str| {
        let (_, list) = session.run(&format!("casebook list {kind} --json"));
        serde_json::from_str::<Value>(&list).unwrap().as_array().unwrap().len()
    };
    assert_eq!((count("sources"), count("claims"), count("articles")), (2, 3, 1));
    assert_eq!(session.run("casebook build").0, 0);
}
