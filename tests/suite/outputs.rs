//! What `check` tells, and to whom: people, programs, platforms, workflows, git.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::project::{Project, Run};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// A report with findings of several sorts: in several files, with other places, over several lines, with accents, and
/// with exceptions of both kinds.
fn mixed() -> Project {
    Project::new()
        .with(
            "content/report.yaml",
            "title: The leak\nrules:\n  - {rule: unsourced-claim, for: [three], level: note, why: Änne asked for it.}\n  - {rule: unsourced-claim, for: [four], level: off, why: \"It is 100 % sure, we think.\"}\n",
        )
        .with(
            "content/facts/Łódź (1).yaml",
            "people:\n  änne: {name: Änne}\n  jan-los: {name: Jan Łoś}\n  petra: {name: Petra Łoś, draft: true}\nclaims:\n  one: {text: Łoś was told., status: reported, about: [petra]}\n  two:\n    text: Two.\n    status: verified\n    allow: [{rule: unsourced-claim, why: On its way.}]\n  three: {text: Three., status: unverified}\n  four: {text: Four., status: unverified}\n",
        )
        .with("content/facts/again.yaml", "people:\n  jan-los: {name: Jan}\n")
        .with("content/articles/a.md", "---\ntitle: Ä\n---\nŁoś says [so](@jan-loś) and [@nobody].\n")
}

fn json(run: &Run) -> Value {
    serde_json::from_str(&run.said).unwrap_or_else(|error| panic!("{error}:\n{}", run.said))
}

/// Fails unless a document is what a schema says.
fn valid(schema: &str, document: &Value) {
    // The standard's schema has one pattern with a bracket too many, which no strict reader takes.
    let schema = fs::read_to_string(Path::new(ROOT).join(schema)).unwrap().replace("{2}]?$", "{2}$");
    let validator = jsonschema::options()
        .should_validate_formats(true)
        .build(&serde_json::from_str(&schema).unwrap())
        .unwrap();
    let errors: Vec<String> =
        validator.iter_errors(document).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{errors:#?}");
}

#[test]
fn json_is_what_its_schema_says_and_holds_all_that_is_shown_to_people() {
    let project = mixed();
    let run = project.run(&["check", "--format", "json"]);
    assert_eq!(run.code, 1);
    let told = json(&run);
    valid("docs/check.schema.json", &told);
    let shown = project.run(&["check"]).said;
    let findings = told["findings"].as_array().unwrap();
    assert!(findings.len() > 5, "{told:#}");
    assert_eq!(findings.len(), shown.matches("]: ").count(), "{shown}");
    for finding in findings {
        let title = format!("{}[{}]", finding["level"].as_str().unwrap(), finding["rule"].as_str().unwrap());
        let place =
            format!("{}:{}:{}", finding["path"].as_str().unwrap(), finding["line"], finding["column"]);
        assert!(shown.contains(&title) && shown.contains(&place), "{title} {place} in:\n{shown}");
    }
    let levels: Vec<&str> =
        told["excepted"].as_array().unwrap().iter().map(|one| one["level"].as_str().unwrap()).collect();
    assert_eq!(levels, ["off", "note", "off"]);
}

/// With `BLESS=1` in the environment the example is written anew.
#[test]
fn the_example_in_the_docs_is_what_is_said() {
    let path = Path::new(ROOT).join("docs/check.md");
    let text = fs::read_to_string(&path).unwrap();
    let block =
        |start: &str| text.split_once(start).and_then(|(_, rest)| rest.split_once("```\n")).unwrap().0;
    let sheet = block("Of this sheet\n\n```yaml\n");
    let shown = block("it says\n\n```json\n");
    let run = Project::new().with("content/facts/call.yaml", sheet).run(&[
        "check",
        "--format",
        "json",
        "--only",
        "unsourced-claim,bad-id",
    ]);
    if std::env::var_os("BLESS").is_some() {
        let (start, rest) = text.split_once("it says\n\n```json\n").unwrap();
        let (_, end) = rest.split_once("```\n").unwrap();
        fs::write(&path, format!("{start}it says\n\n```json\n{}```\n{end}", run.said)).unwrap();
    } else {
        assert_eq!(shown, run.said, "run the tests with BLESS=1, and read the example");
    }
}

#[test]
fn sarif_is_valid_against_the_schema_of_the_standard() {
    let project = mixed();
    let run = project.run(&["check", "--format", "sarif"]);
    assert_eq!(run.code, 1);
    let told = json(&run);
    valid("tests/schemas/sarif-2.1.0.json", &told);
    valid("tests/schemas/sarif-2.1.0.json", &json(&Project::new().run(&["check", "--format", "sarif"])));

    let rules = told["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap();
    let results = told["runs"][0]["results"].as_array().unwrap();
    for result in results {
        let rule = &rules[usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()];
        assert_eq!(rule["id"], result["ruleId"], "an index leads to its rule");
        let uri = &result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"];
        assert!(uri.as_str().unwrap().is_ascii(), "{uri}");
    }
    let suppressed: Vec<_> = results.iter().filter(|result| result["suppressions"].is_array()).collect();
    let reasons: Vec<_> = suppressed
        .iter()
        .map(|result| (&result["suppressions"][0]["kind"], &result["suppressions"][0]["justification"]))
        .map(|(kind, why)| (kind.as_str().unwrap(), why.as_str().unwrap()))
        .collect();
    assert_eq!(reasons, [("inSource", "On its way."), ("external", "It is 100 % sure, we think.")]);
    let others =
        results.iter().filter_map(|result| result["relatedLocations"][0]["message"]["text"].as_str());
    assert!(others.into_iter().any(|what| what == "first used here"), "{told:#}");
}

#[test]
fn fingerprints_stay_when_lines_move_and_tell_findings_apart() {
    let prints = |project: &Project| -> Vec<String> {
        let told = json(&project.run(&["check", "--format", "sarif"]));
        let results = told["runs"][0]["results"].as_array().unwrap();
        results.iter().map(|result| result["partialFingerprints"]["casebook/v1"].to_string()).collect()
    };
    let project = mixed();
    let before = prints(&project);
    let sheet = project.path("content/facts/Łódź (1).yaml");
    let text = fs::read_to_string(&sheet).unwrap();
    fs::write(&sheet, format!("# A word before all.\n\n{text}")).unwrap();
    assert_eq!(prints(&project), before);
    let mut apart = before.clone();
    apart.sort();
    apart.dedup();
    assert_eq!(apart.len(), before.len(), "no two findings have one print");
}

#[test]
fn annotations_stand_one_to_a_line_with_the_way_from_the_root_of_the_repository() {
    let project = Project::new();
    project.write("reports/leak/content/report.yaml", "title: The leak\n");
    project.write("reports/leak/content/facts/a, b.yaml", "claims:\n  one: {text: Ä., status: unverified}\n");
    let run =
        project.run(&["check", "-C", "reports/leak", "--format", "github", "--only", "unsourced-claim"]);
    assert_eq!(
        (run.code, run.said.as_str()),
        (
            1,
            "::error file=reports/leak/content/facts/a%2C b.yaml,line=2,col=3,endColumn=6,title=unsourced-claim::no evidence for this claim%0Ahelp: add `evidence: [{document: ID}]`, naming what you opened, or take the claim out; `casebook explain unsourced-claim`\n1 error\n"
        )
    );
    let sarif = json(&project.run(&["check", "-C", "reports/leak", "--format", "sarif"]));
    let location = &sarif["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
    assert_eq!(location["artifactLocation"]["uri"], "reports/leak/content/facts/a%2C%20b.yaml");
}

#[test]
fn any_number_of_threads_tells_the_same_bytes_in_every_form() {
    let project = mixed();
    for format in ["human", "json", "sarif", "github"] {
        let told = |threads: &str| {
            let output = Command::new(env!("CARGO_BIN_EXE_casebook"))
                .args(["check", "--format", format])
                .current_dir(project.path("."))
                .env("SOURCE_DATE_EPOCH", "1795500000")
                .env("RAYON_NUM_THREADS", threads)
                .output()
                .unwrap();
            String::from_utf8(output.stdout).unwrap()
        };
        let one = told("1");
        assert!(one.contains("unsourced-claim"), "{one}");
        for _ in 0..3 {
            assert_eq!(one, told("2"), "{format}");
        }
    }
}

#[test]
fn rules_and_groups_of_rules_can_be_asked_for_alone() {
    let project = mixed();
    let rules = |only: &str| {
        let run = project.run(&["check", "--format", "json", "--only", only]);
        let mut rules: Vec<String> =
            json(&run)["counts"]["rules"].as_object().unwrap().keys().cloned().collect();
        rules.sort();
        rules
    };
    assert_eq!(rules("unsourced-claim"), ["unsourced-claim"]);
    assert_eq!(rules("keeping-secrets"), ["leans-on-withheld"]);
    assert_eq!(rules("unknown-id,duplicate-id"), ["duplicate-id", "unknown-id"]);
    assert!(rules("form").contains(&"bad-id".to_owned()));
    let run = project.run(&["check", "--only", "unsourced-clam"]);
    assert_eq!(run.code, 2);
    assert!(run.complained.contains("did you mean `unsourced-claim`?"), "{}", run.complained);
    let run = project.run(&["check", "--only", "pictures"]);
    assert_eq!((run.code, run.said.as_str()), (0, "nothing to mend in what was asked for\n"));
}

#[test]
fn a_thousand_findings_end_in_a_table_by_rule() {
    use std::fmt::Write as _;
    let mut sheet = "claims:\n".to_owned();
    for number in 0..1_000 {
        let _ = writeln!(sheet, "  claim-{number}: {{text: Nº {number}., status: unverified}}");
    }
    let run = Project::new()
        .with("content/facts/many.yaml", sheet)
        .with("content/facts/odd.yaml", "people:\n  änne: {name: Änne}\n")
        .run(&["check", "--only", "unsourced-claim,bad-id"]);
    let (findings, end) = run.said.split_once("by rule:\n").unwrap();
    assert_eq!(findings.matches("error[").count(), 1_001, "none is left out");
    assert_eq!(
        end,
        "  1000  error    unsourced-claim  in 1 file\n     1  error    bad-id           in 1 file\n`--only RULE` shows one of them alone, `casebook explain RULE` says why and how to mend it\n\n1001 errors\n"
    );
}

/// A report in a git repository of its own, with one commit.
fn committed(project: Project) -> Project {
    git(&project, &["init", "--quiet", "--initial-branch", "main"]);
    git(&project, &["config", "core.autocrlf", "false"]);
    commit(&project);
    project
}

fn commit(project: &Project) {
    git(project, &["add", "--all"]);
    git(project, &["commit", "--quiet", "--no-verify", "--message", "as it was"]);
}

fn git(project: &Project, arguments: &[&str]) -> std::process::Output {
    let folder = Path::new(env!("CARGO_BIN_EXE_casebook")).parent().unwrap();
    let path = std::env::var("PATH").unwrap_or_default();
    Command::new("git")
        .args(["-c", "user.name=Änne", "-c", "user.email=anne@example.org"])
        .args(arguments)
        .current_dir(project.path("."))
        .env("PATH", format!("{}:{path}", folder.display()))
        .env("SOURCE_DATE_EPOCH", "1795500000")
        .output()
        .unwrap()
}

#[test]
fn only_what_concerns_changed_files_is_told() {
    let bare = |id: &str| format!("claims:\n  {id}: {{text: Łoś., status: unverified}}\n");
    let project = committed(
        Project::new().with("content/facts/old.yaml", bare("old")).with(
            "content/facts/kept.yaml",
            "sources:\n  gazette: {name: Gazeta}\ndocuments:\n  letter: {title: A letter, type: letter, source: gazette, archive: {file: archive/brief.txt, sha256: 0000000000000000000000000000000000000000000000000000000000000000}}\n",
        ).with("content/archive/brief.txt", "Łódź"),
    );
    let places = |revision: &str, folder: &str| {
        let run = project.run(&[
            "check",
            "-C",
            folder,
            "--format",
            "json",
            "--changed-since",
            revision,
            "--only",
            "unsourced-claim,duplicate-id",
        ]);
        let told = json(&run);
        let paths =
            told["findings"].as_array().unwrap().iter().map(|one| one["path"].as_str().unwrap().to_owned());
        paths.collect::<Vec<_>>()
    };
    assert!(places("HEAD", ".").is_empty());
    project.write("content/facts/Łódź neu.yaml", bare("new"));
    assert_eq!(places("HEAD", "."), ["content/facts/Łódź neu.yaml"], "files that git does not know yet");
    git(&project, &["add", "--all"]);
    assert_eq!(places("HEAD", "."), ["content/facts/Łódź neu.yaml"], "files that are to be committed");
    commit(&project);
    assert!(places("HEAD", ".").is_empty());
    assert_eq!(places("HEAD~1", "."), ["content/facts/Łódź neu.yaml"], "files that were committed");

    project.write("content/facts/a.yaml", "people:\n  old: {name: Old}\n");
    assert!(
        places("HEAD", ".").contains(&"content/facts/old.yaml".to_owned()),
        "a finding that names a place in a changed file: {:?}",
        places("HEAD", ".")
    );
}

#[test]
fn a_report_deep_in_its_repository_is_looked_at_alone() {
    let project = Project::new();
    project.write("reports/leak/content/report.yaml", "title: The leak\n");
    project.write("reports/leak/content/facts/a.yaml", "claims:\n  one: {text: One., status: unverified}\n");
    let project = committed(project);
    project.write("content/facts/a.yaml", "claims:\n  two: {text: Two., status: unverified}\n");
    let run = project.run(&["check", "-C", "reports/leak", "--changed-since", "HEAD"]);
    assert_eq!(run.code, 0, "{}", run.said);
    project.write("reports/leak/content/facts/a.yaml", "claims:\n  one: {text: One!, status: unverified}\n");
    let run = project.run(&["check", "-C", "reports/leak", "--changed-since", "main"]);
    assert_eq!(run.code, 1, "{}", run.said);
}

#[test]
fn what_git_does_not_know_cannot_be_asked_for() {
    let project = mixed();
    let run = project.run(&["check", "--changed-since", "HEAD"]);
    assert_eq!(run.code, 2);
    assert!(run.complained.contains("in no git checkout"), "{}", run.complained);
    let project = committed(project);
    for revision in ["no-such-branch", "--output=x", "-x", ""] {
        let run = project.run(&["check", &format!("--changed-since={revision}")]);
        assert_eq!(run.code, 2, "{revision}");
        assert!(run.complained.contains(&format!("no revision `{revision}`")), "{}", run.complained);
    }
    assert!(!project.path("x").exists());
}

#[cfg(unix)]
#[test]
fn the_hook_in_the_docs_stops_a_commit_with_a_mistake_in_it() {
    use std::os::unix::fs::PermissionsExt as _;
    let docs = fs::read_to_string(Path::new(ROOT).join("docs/check.md")).unwrap();
    let script = docs.split_once("```sh\n").and_then(|(_, rest)| rest.split_once("```\n")).unwrap().0;
    let project = committed(Project::new());
    project.write(".git/hooks/pre-commit", script);
    fs::set_permissions(project.path(".git/hooks/pre-commit"), fs::Permissions::from_mode(0o755)).unwrap();
    let commit = || {
        git(&project, &["add", "--all"]);
        git(&project, &["commit", "--message", "a claim"])
    };
    project.write("content/facts/a.yaml", "claims:\n  one: {text: Łoś., status: unverified}\n");
    let stopped = commit();
    let (said, complained) =
        (String::from_utf8_lossy(&stopped.stdout), String::from_utf8_lossy(&stopped.stderr));
    assert!(!stopped.status.success(), "{said}{complained}");
    assert!(complained.contains("nothing was committed"), "{complained}");
    project.write("content/facts/a.yaml", "people:\n  jan-los: {name: Jan Łoś}\n");
    let made = commit();
    assert!(
        made.status.success(),
        "{}{}",
        String::from_utf8_lossy(&made.stdout),
        String::from_utf8_lossy(&made.stderr)
    );
}
