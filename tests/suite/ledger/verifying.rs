//! Whether a site is as its record says, and the record as it was written.

use serde_json::Value;

use super::*;

/// Two colleagues published side by side, and one file of several is lost.
#[test]
fn a_chain_with_a_fork_or_a_gap_is_told() {
    let project = published();
    project.change(SHEET, "hedge: wohl", "hedge: sicher");
    project.run(&["publish"]);
    let second = "content/record/0002-2026-11-24.yaml";
    let text = fs::read_to_string(project.path(second)).unwrap();
    project.write("content/record/0002-2026-11-25.yaml", &text);
    let run = project.run(&["check"]);
    assert!(run.said.contains("there are two publications with the number 2"), "{}", run.said);
    fs::remove_file(project.path("content/record/0002-2026-11-25.yaml")).unwrap();
    assert!(!finds(&project, "broken-record"));
    fs::remove_file(project.path(RECORD)).unwrap();
    let run = project.run(&["check"]);
    assert!(run.said.contains("publication 1 is missing before this one"), "{}", run.said);
}

/// Each publication is as it was written, and the second was made after another first.
#[test]
fn a_publication_that_was_made_after_another_first_is_told() {
    let project = published();
    project.change(SHEET, "hedge: wohl", "hedge: sicher");
    assert_eq!(project.run(&["publish"]).code, 0);
    assert!(!finds(&project, "broken-record"));

    let other = report();
    other.change(SHEET, "hedge: wohl", "hedge: kaum");
    assert_eq!(other.run(&["publish"]).code, 0);
    project.write(RECORD, fs::read(other.path(RECORD)).unwrap());
    let run = project.run(&["check"]);
    assert!(run.said.contains("this does not follow publication 1 as it stands"), "{}", run.said);
}

/// The same on a site: each line of its record is as it was written, and they do not follow one another.
#[test]
fn a_record_put_together_of_two_is_told_from_the_site_alone() {
    let other = report();
    other.change(SHEET, "hedge: wohl", "hedge: kaum");
    assert_eq!(other.run(&["publish"]).code, 0);
    let project = published();
    project.change(SHEET, "hedge: wohl", "hedge: sicher");
    assert_eq!(project.run(&["publish"]).code, 0);
    assert_eq!(project.run(&["verify", "output"]).code, 0);
    let first = |project: &Project| project.page("data/record.json").lines().nth(1).unwrap().to_owned();
    let foreign = first(&other).trim_end_matches(',').to_owned();
    let record = project.page("data/record.json").replace(first(&project).trim_end_matches(','), &foreign);
    project.write("output/data/record.json", record);
    let run = project.run(&["verify", "output"]);
    assert!(run.code == 1 && run.said.contains("the chain is broken: publication 2"), "{}", run.said);
}

#[test]
fn a_publication_that_is_older_than_the_one_before_it_is_told() {
    let project = published();
    project.change(SHEET, "hedge: wohl", "hedge: sicher");
    let run = project.run_at("1795400000", &["publish"]);
    assert_eq!(run.code, 2, "it is not made where a clock is wrong: {}", run.complained);
    assert_eq!(project.run(&["publish"]).code, 0);

    let later = report();
    assert_eq!(later.run_at("1795500060", &["publish"]).code, 0);
    project.write(RECORD, fs::read(later.path(RECORD)).unwrap());
    let run = project.run(&["check"]);
    assert!(run.said.contains("this is earlier than publication 1, which it follows"), "{}", run.said);
}

/// Any line of the record, changed by a letter, is found out; words may be struck, and nothing else.
#[test]
fn tampering_with_any_line_of_the_record_shows() {
    let project = published();
    project.change(SHEET, "hedge: wohl", "hedge: sicher");
    project.change(SHEET, "  jan: {", "  jan-los: {was: [jan], ");
    for field in ["about: [jan]", "adverse_to: [jan]", "party: jan"] {
        project.change(SHEET, field, &field.replace("jan", "jan-los"));
    }
    project.change("content/articles/the-call.md", "@jan", "@jan-los");
    assert_eq!(project.run(&["publish"]).code, 0);
    assert!(!finds(&project, "broken-record"));
    for path in [RECORD, "content/record/0002-2026-11-24.yaml"] {
        let text = fs::read_to_string(project.path(path)).unwrap();
        let lines: Vec<&str> = text.lines().collect();
        for (index, line) in
            lines.iter().enumerate().filter(|(_, line)| !line.starts_with('#') && !line.ends_with(':'))
        {
            let struck = line.trim_start().starts_with("text:");
            let mut altered: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
            altered[index] = other_value(line);
            project.write(path, altered.join("\n"));
            let run = project.run(&["check"]);
            assert!(
                run.code == 1 && run.said.contains(path),
                "{path}, {line:?} as {:?}:\n{}",
                altered[index],
                run.said
            );
            altered.remove(index);
            project.write(path, altered.join("\n"));
            let run = project.run(&["check"]);
            assert_eq!(run.code == 0, struck, "{path}, without {line:?}:\n{}", run.said);
        }
        project.write(path, &text);
    }
}

/// A line with another value that could stand there.
fn other_value(line: &str) -> String {
    let statuses = [("reported", "unverified"), ("unverified", "reported")];
    if let Some((from, to)) =
        statuses.into_iter().find(|(from, _)| line.ends_with(&format!("status: {from}")))
    {
        return line.replace(from, to);
    }
    let at = line.rfind(|letter: char| letter.is_ascii_alphanumeric()).unwrap();
    let (before, last) = line.split_at(at);
    let other = if last.starts_with('1') { '2' } else { '1' };
    format!("{before}{other}{}", last.chars().skip(1).collect::<String>())
}

#[test]
fn every_value_of_a_site_s_record_is_held_by_the_chain() {
    let project = published();
    project.change(SHEET, "hedge: wohl", "hedge: sicher");
    project.run(&["publish"]);
    let path = "output/data/record.json";
    let text = fs::read_to_string(project.path(path)).unwrap();
    let record: Value = serde_json::from_str(&text).unwrap();
    let mut leaves = Vec::new();
    pointers(&record, String::new(), &mut leaves);
    assert!(leaves.len() > 30, "{leaves:?}");
    for pointer in leaves {
        let mut record = record.clone();
        let leaf = record.pointer_mut(&pointer).unwrap();
        *leaf = match leaf {
            Value::Null => "0".repeat(64).into(),
            Value::Number(number) => (number.as_u64().unwrap() + 1).into(),
            Value::String(words) if words == "reported" => "disputed".into(),
            Value::String(words) => other_value(words).into(),
            other => panic!("{other}"),
        };
        project.write(path, record.to_string());
        let run = project.run(&["verify", "output"]);
        assert_eq!(run.code, 1, "{pointer} was changed:\n{}", run.said);
    }
    for dropped in [0, 1] {
        let mut record = record.clone();
        record["publications"].as_array_mut().unwrap().remove(dropped);
        project.write(path, record.to_string());
        let run = project.run(&["verify", "output"]);
        assert_eq!(run.code, 1, "publication {dropped} was dropped:\n{}", run.said);
    }
}

fn pointers(value: &Value, path: String, into: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            fields.iter().for_each(|(key, value)| pointers(value, format!("{path}/{key}"), into));
        }
        Value::Array(items) => {
            items
                .iter()
                .enumerate()
                .for_each(|(index, value)| pointers(value, format!("{path}/{index}"), into));
        }
        _ => into.push(path),
    }
}

#[test]
fn verify_says_in_words_what_of_a_site_does_not_match() {
    let tampered = |path: &str, from: &str, to: &str, said: &str| {
        let project = published();
        project.change(&format!("output/{path}"), from, to);
        let run = project.run(&["verify", "output"]);
        assert!(run.code == 1 && run.said.contains(said), "{path}:\n{}", run.said);
    };
    let page = "does not show the words of the claim as data/claims.json has them";
    tampered("claims/knew.html", "Jan Łoś knew of it.</h1>", "Jan Łoś did not know of it.</h1>", "");
    let project = published();
    let text = project.page("claims/knew.html").replace("knew of it", "did not know of it");
    project.write("output/claims/knew.html", text);
    assert!(project.run(&["verify", "output"]).said.contains(page));

    tampered(
        "claims/knew.html",
        "I did not.",
        "I did.",
        "claims/knew.html does not show this quotation as data/claims.json has it: I did not.",
    );
    tampered(
        "articles/the-call.html",
        "<em>item</em>",
        "<em>thing</em>",
        "articles/the-call.html does not show these words as they were published: One item, and code.",
    );
    tampered(
        "data/claims.json",
        "Jan Łoś knew of it.",
        "Jan Łoś knew all.",
        "the words of `knew` in data/claims.json are not those that were published",
    );
    tampered(
        "data/claims.json",
        "\"status\":\"reported\"",
        "\"status\":\"verified\"",
        "`knew` was published as reported, and stands otherwise in data/claims.json",
    );
    tampered(
        "data/claims.json",
        "He knew.",
        "He knew it.",
        "what is told of `knew` in data/claims.json is not what was published",
    );
    tampered(
        "data/claims.json",
        "I did not.",
        "I did.",
        "what is told of `knew` in data/claims.json is not what was published",
    );
    tampered(
        "data/claims.json",
        "\"id\":\"knew\"",
        "\"id\":\"knows\"",
        "the claim `knows` is on the site, and was never published",
    );
    tampered(
        "data/documents.json",
        "Call overheard",
        "Call not overheard",
        "what is told of `knew` in data/claims.json is not what was published",
    );
    tampered(
        "data/articles.json",
        "\"title\":\"The call\"",
        "\"title\":\"A call\"",
        "what is told of `the-call` in data/articles.json is not what was published",
    );
    tampered(
        "data/record.json",
        "joined",
        "left",
        "the words of the article `the-call` in data/record.json are not those that were published",
    );
    let digest = published().page("data/record.json");
    let digest = digest.split("\"sha256\":\"").last().unwrap().split('"').next().unwrap().to_owned();
    tampered("method.html", &digest, "…", "method.html does not show the digest of the record");

    for path in [
        "claims/knew.html",
        "articles/the-call.html",
        "people/jan.html",
        "data/claims.json",
        "data/record.json",
        "method.html",
    ] {
        let project = published();
        fs::remove_file(project.path("output").join(path)).unwrap();
        let run = project.run(&["verify", "output"]);
        assert!(
            run.code == 1 && run.said.contains(path) && run.said.contains("missing"),
            "{path}:\n{}",
            run.said
        );
    }
    assert_eq!(published().run(&["verify", "nowhere"]).code, 2);
}
