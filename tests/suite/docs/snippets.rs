//! Every block of every page is known: what it is follows from its language, and is tried as that.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use super::blocks::Block;
use super::session::{Session, is_as_shown};
use super::{FOLLOWED, ROOT, blocks_of, pages};
use crate::project::{Project, files_below};

#[test]
fn every_block_of_every_page_is_what_it_says() {
    let mut wrong = Vec::new();
    for page in pages() {
        for block in blocks_of(&page) {
            if let Err(why) = known(&page, &block) {
                wrong.push(format!("{}: {why}\n{}", block.place, block.text));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Breaks each kind of block, to see that it is noticed.
#[test]
fn a_broken_block_of_any_kind_is_noticed() {
    let broken = [
        ("sh", "casebook chek\n"),
        ("sh", "casebook check --format serif\n"),
        ("sh", "if true; then casebook check\n"),
        ("yaml", "claims:\n  one: {txt: One.}\n"),
        ("yaml", "claims: [\n"),
        ("yaml", "title: A\nbase: https://example.org/\n"),
        ("yaml", "on: push\njobs: {a: {steps: [}}\n"),
        ("yaml", "nobody: knows\n"),
        ("markdown", "[nobody](@no-such-id) says so.\n"),
        ("json", "{\"a\": }\n"),
        ("toml", "[build\n"),
        ("toml", "args = [\"lsp\", lsp]\n"),
        ("lua", "vim.lsp.config('casebook', {\n"),
        ("rust", "impl Casebook {\n"),
        ("elisp", "(require 'eglot\n"),
        ("elisp", "(message \"(\"))\n"),
        ("nginx", "server {\n listen 80\n}\n"),
        ("caddy", "example.org {\n"),
        ("ftl", "page-front\n"),
        ("html", "<p>{{ claim.text }\n"),
        ("css", "p { color: red;\n"),
        ("", "content/nowhere/else  what it is\n"),
        ("perl", "print 1;\n"),
    ];
    for (language, text) in broken {
        let block = Block {
            place: "page.md:1".to_owned(),
            language: language.to_owned(),
            file: None,
            adds: false,
            text: text.to_owned(),
        };
        assert!(known("page.md", &block).is_err(), "{language}: {text}");
    }
}

/// Whether a block is what its language says; what is followed step by step elsewhere is known there.
fn known(page: &str, block: &Block) -> Result<(), String> {
    let is_followed = FOLLOWED.iter().any(|pages| pages.contains(&page));
    match &*block.language {
        "console" | "diff" if is_followed => Ok(()),
        "sh" => commands(&block.text),
        "yaml" => sheet(page, block),
        "markdown" if is_followed && block.file.is_some() => Ok(()),
        "markdown" => article(&block.text),
        "json" => serde_json::from_str::<Value>(&block.text).map(|_| ()).map_err(|error| error.to_string()),
        "toml" => toml(&block.text),
        "ftl" => match casebook::speech::Speech::new("en", Some(&block.text)).1.first() {
            Some(mistake) => Err(mistake.message.clone()),
            None => Ok(()),
        },
        "html" => template(&block.text),
        "css" | "nginx" | "caddy" | "lua" | "rust" => braces(block),
        "elisp" => lists(&block.text),
        "text" if block.file.is_some() => Ok(()),
        "text" | "" => listing(&block.text),
        other => Err(format!("no test knows what to do with `{other}`")),
    }
}

/// The shell can read it, and every `casebook` in it has arguments that there are.
fn commands(text: &str) -> Result<(), String> {
    let read = Command::new("sh").args(["-n", "-c", text]).output().unwrap();
    if !read.status.success() {
        return Err(String::from_utf8_lossy(&read.stderr).into_owned());
    }
    let folder = tempfile::tempdir().unwrap();
    let session = Session::new();
    for line in text.replace("\\\n", " ").lines() {
        let words = line.trim().trim_start_matches("if ! ");
        let command = words.split([';', '|', '>', '#']).next().unwrap_or_default().trim();
        if !command.starts_with("casebook ") {
            continue;
        }
        // What is wrong with the arguments is told before the help is.
        let (code, said) = session.run(&format!("cd {} && {command} --help", folder.path().display()));
        if code != 0 {
            return Err(format!("{command}: {said}"));
        }
    }
    Ok(())
}

const SHEET: [&str; 7] = ["people", "organisations", "sources", "documents", "dates", "claims", "media"];
const REPORT: [&str; 11] = [
    "title",
    "summary",
    "language",
    "base_url",
    "theme",
    "publisher",
    "licence",
    "time_zone",
    "raw_html",
    "policy",
    "rules",
];

/// A sheet, `report.yaml` or a workflow, as its first keys say. Ids may lead elsewhere; all else must be right, but
/// where the text is about what is wrong: the sheet in docs/check.md is compared in `outputs`, to the letter.
fn sheet(page: &str, block: &Block) -> Result<(), String> {
    let text = &block.text;
    let keys: Vec<&str> = text
        .lines()
        .filter(|line| line.starts_with(|letter: char| letter.is_ascii_lowercase()))
        .filter_map(|line| line.split_once(':').map(|(key, _)| key))
        .collect();
    let of = |known: &[&str]| keys.iter().all(|key| known.contains(key));
    let path = match () {
        () if page == "docs/check.md" && text.contains("gräfe-mobile:") => return Ok(()),
        // The end of a sheet; whoever follows the page has it in place.
        () if block.adds && FOLLOWED.iter().any(|pages| pages.contains(&page)) => return Ok(()),
        () if keys.contains(&"jobs") => {
            return serde_yaml::from_str::<Value>(text).map(|_| ()).map_err(|error| error.to_string());
        }
        () if of(&SHEET) => "content/facts/sheet.yaml",
        () if of(&REPORT) => "content/report.yaml",
        () => return Err(format!("neither a sheet nor a report nor a workflow: {keys:?}")),
    };
    let project = Project::new();
    let title = if path == "content/report.yaml" && !keys.contains(&"title") { "title: A\n" } else { "" };
    project.write(path, format!("{title}{text}"));
    let found = errors_of_form(&project);
    if found.is_empty() { Ok(()) } else { Err(found.join("\n")) }
}

/// What cannot be read, but for ids and files that are elsewhere.
fn errors_of_form(project: &Project) -> Vec<String> {
    let told: Value =
        serde_json::from_str(&project.run(&["check", "--only", "form", "--format", "json"]).said).unwrap();
    let findings = told["findings"].as_array().unwrap().iter();
    let elsewhere = ["unknown-id", "missing-archive", "missing-picture", "unknown-theme"];
    let here = findings.filter(|finding| !elsewhere.iter().any(|rule| finding["rule"] == *rule));
    here.map(|finding| finding["message"].to_string()).collect()
}

/// The report that ships, with what the README shows of an article in it.
fn article(text: &str) -> Result<(), String> {
    let project = Project::new();
    for (path, bytes) in files_below(&Path::new(ROOT).join("content")) {
        project.write(&format!("content/{path}"), bytes);
    }
    let front = if text.starts_with("---\n") { "" } else { "---\ntitle: A\n---\n" };
    project.write("content/articles/shown.md", format!("{front}{text}"));
    let run = project.run(&["check", "--only", "form"]);
    if run.said.contains("error[") { Err(run.said) } else { Ok(()) }
}

/// Tables, and keys with words or `true` behind them.
fn toml(text: &str) -> Result<(), String> {
    let is_line = |line: &str| {
        let table = line.strip_prefix("[[").and_then(|line| line.strip_suffix("]]"));
        let table = table.or_else(|| line.strip_prefix('[').and_then(|line| line.strip_suffix(']')));
        let is_key =
            |key: &str| key.chars().all(|letter| letter.is_ascii_alphanumeric() || "-_.".contains(letter));
        let words = |value: &str| {
            let inside = value.strip_prefix('"').and_then(|value| value.strip_suffix('"'));
            inside.is_some_and(|value| !value.contains('"'))
        };
        let value = |value: &str| {
            let list = value.strip_prefix('[').and_then(|value| value.strip_suffix(']'));
            value == "true"
                || value == "false"
                || !value.is_empty() && value.chars().all(|digit| digit.is_ascii_digit())
                || words(value)
                || list.is_some_and(|list| list.split(", ").all(words))
        };
        line.is_empty()
            || line.starts_with('#')
            || table.is_some_and(|table| is_key(table) && !table.is_empty())
            || line.split_once(" = ").is_some_and(|(key, words)| is_key(key) && value(words))
    };
    match text.lines().map(str::trim).find(|line| !is_line(line)) {
        Some(line) => Err(format!("this is not TOML: {line}")),
        None => Ok(()),
    }
}

/// A template of the program's own kind.
fn template(text: &str) -> Result<(), String> {
    let mut tera = tera::Tera::default();
    // What it includes or extends stands in the built-in theme.
    let text = text.replace("{% extends", "{# extends").replace("base.html\" %}", "base.html\" #}");
    tera.add_raw_template("shown.html", &text).map_err(|error| error.to_string())
}

/// Blocks that open and close; in nginx, statements that end.
fn braces(block: &Block) -> Result<(), String> {
    let mut depth = 0_i32;
    for line in block.text.lines().map(str::trim) {
        // Of `{10}` in a pattern both ends stand on the line.
        depth += i32::try_from(line.matches('{').count()).unwrap()
            - i32::try_from(line.matches('}').count()).unwrap();
        let ends = line.is_empty() || line.ends_with([';', '{', '}']) || line.starts_with('#');
        if depth < 0 || (block.language == "nginx" && !ends) {
            return Err(format!("this does not end: {line}"));
        }
    }
    if depth == 0 { Ok(()) } else { Err("a brace is not closed".to_owned()) }
}

/// Lists that open and close; what is in quotes does neither.
fn lists(text: &str) -> Result<(), String> {
    let mut depth = 0_i32;
    for letter in text.split('"').step_by(2).flat_map(str::chars) {
        depth += i32::from(letter == '(') - i32::from(letter == ')');
        if depth < 0 {
            return Err("a list is closed that nobody opened".to_owned());
        }
    }
    if depth == 0 { Ok(()) } else { Err("a list is not closed".to_owned()) }
}

/// A list of what lies in a report's folder, or lines for git.
fn listing(text: &str) -> Result<(), String> {
    let tops = ["content/", "themes/", "output/", "/"];
    match text.lines().find(|line| !tops.iter().any(|top| line.starts_with(top)) && !line.starts_with(' ')) {
        Some(line) => Err(format!("neither a file of a report nor a line of headers: {line}")),
        None if text.lines().filter(|line| line.starts_with("content/")).all(|line| {
            ["report.yaml", "articles/", "facts/", "media/", "archive/", "sign-offs/", "record/"]
                .iter()
                .any(|known| line.starts_with(&format!("content/{known}")))
        }) =>
        {
            Ok(())
        }
        None => Err("nothing of `content/` is called so".to_owned()),
    }
}

/// Every configuration that is shown sends what pages say of themselves, and keeps what may be kept.
#[test]
fn every_server_is_told_the_policy_of_the_pages() {
    let project = Project::new();
    assert_eq!(project.run(&["build"]).code, 0);
    let page = project.page("index.html");
    let policy = page.split("http-equiv=\"Content-Security-Policy\" content=\"").nth(1).unwrap();
    let policy = policy.split('"').next().unwrap();
    let mut told = 0;
    let text = fs::read_to_string(Path::new(ROOT).join("docs/publishing.md")).unwrap();
    assert!(text.contains(&format!("| `{policy}` |")), "{policy}");
    for block in blocks_of("docs/publishing.md") {
        if !block.text.contains("Content-Security-Policy") && !block.text.contains("ContentSecurityPolicy") {
            continue;
        }
        told += 1;
        for words in [policy, "no-referrer"] {
            assert!(block.text.contains(words), "{}: `{words}` is missing", block.place);
        }
        let caches = block.language == "json"
            || block.text.contains("max-age=31536000, immutable") && block.text.contains("no-cache");
        assert!(caches, "{}", block.place);
    }
    assert_eq!(told, 5, "Netlify, `_headers`, CloudFront, nginx, Caddy");
}

/// The extension for VS Code has the version that the page installs, and new reports the settings that it shows.
#[test]
fn vs_code_is_set_up_as_the_docs_say() {
    let folder = Path::new(ROOT).join("docs/vscode");
    let read = |path: &Path| fs::read_to_string(path).unwrap();
    let extension: Value = serde_json::from_str(&read(&folder.join("package.json"))).unwrap();
    assert_eq!(extension["version"], env!("CARGO_PKG_VERSION"));
    let blocks = blocks_of("docs/text-editors.md");
    let file = format!("casebook-{}.vsix", env!("CARGO_PKG_VERSION"));
    assert!(blocks.iter().any(|block| block.language == "sh" && block.text.contains(&file)), "{file}");
    let script = read(&folder.join(extension["main"].as_str().unwrap()));
    let settings = extension["contributes"]["configuration"]["properties"].as_object().unwrap();
    for setting in settings.keys() {
        let (section, name) = setting.split_once('.').unwrap();
        assert!(script.contains(&format!("getConfiguration(\"{section}\").get(\"{name}\")")), "{setting}");
    }
    for library in extension["dependencies"].as_object().unwrap().keys() {
        assert!(script.contains(&format!("require(\"{library}")), "{library}");
    }

    let project = Project::new();
    assert_eq!(project.run(&["init", "paper"]).code, 0);
    let of_a_new_report: Value =
        serde_json::from_str(&read(&project.path("paper/.vscode/settings.json"))).unwrap();
    let shown = blocks.iter().find(|block| block.text.contains("[markdown]")).unwrap();
    let shown: Value = serde_json::from_str(&shown.text).unwrap();
    for (setting, value) in shown.as_object().unwrap() {
        assert_eq!(of_a_new_report[setting], *value, "{setting}");
    }
}

/// Signs and publishes the report that ships, and makes a digest of its record by other means.
#[test]
fn what_the_docs_say_of_the_record_holds_for_the_report_that_ships() {
    let mut session = Session::new();
    for (path, bytes) in files_below(&Path::new(ROOT).join("content")) {
        session.write_bytes(&format!("content/{path}"), &bytes);
    }
    let blocks = blocks_of("docs/record.md");
    let commands: Vec<&Block> = blocks.iter().filter(|block| block.language == "sh").collect();
    let [signing, digest] = commands.as_slice() else { panic!("docs/record.md has other commands now") };
    let (code, said) = session.run(&format!("set -e\n{}casebook publish", signing.text));
    assert_eq!(code, 0, "{said}");
    session.go_to("output");
    // Not every machine has jq.
    if session.run("jq --version && sha256sum --version").0 == 0 {
        let record: Value = serde_json::from_str(&session.read("data/record.json")).unwrap();
        let (code, said) = session.run(&digest.text);
        let made = said.split(' ').next().unwrap();
        let recorded = record.to_string();
        assert!(code == 0 && made.len() == 64 && recorded.contains(made), "{said}\n{recorded}");
    }
}

/// The commands that the README lists, one after the other; between them whoever follows it fills in what they said
/// they would.
#[test]
fn the_commands_of_the_readme_run_in_their_order() {
    let mut session = Session::new();
    let blocks = blocks_of("README.md");
    let block = blocks.iter().find(|block| block.text.contains("casebook init my-report")).unwrap();
    session.write("Downloads/page.pdf", "%PDF-1.4\n");
    for line in block.text.lines() {
        let command = line.split(" #").next().unwrap().trim_end();
        match command.split_once(' ').unwrap() {
            ("cargo", _) => continue,
            ("cd", folder) => {
                session.go_to(folder);
                continue;
            }
            _ => {}
        }
        if command.starts_with("casebook serve") {
            let said = session.serve();
            assert!(is_as_shown(&said, "http://127.0.0.1:4000/ shows the report, …"), "{said}");
            continue;
        }
        if command.starts_with("casebook import") {
            let book = "@book{los, title = {Die Leitung}, author = {Łoś, Änne}, year = {2023}, publisher = {Nebenan}}\n";
            session.write("library.bib", book);
        }
        if command == "casebook lsp" {
            // An editor starts it; without one at the other end it is over at once, and its code says so.
            assert_eq!(session.run("casebook lsp < /dev/null").0, 1);
            continue;
        }
        if command.starts_with("casebook archive") {
            let sheet = session.read("content/facts/documents.yaml");
            let (kept, _) = sheet.rsplit_once("    archive:").unwrap();
            session.write("content/facts/documents.yaml", kept);
        }
        let (code, said) = session.run(command);
        assert_eq!(code, 0, "{command}\n{said}");
        if command.starts_with("casebook archive") {
            // It was not that page; the copy that ships is put back.
            session.write(
                "content/facts/documents.yaml",
                include_str!("../../../src/commands/starter/documents.yaml"),
            );
        }
        if command.starts_with("casebook new claim") {
            let claim = session.read("content/facts/claims.yaml");
            let evidence =
                "evidence: [{document: gazette-report, said_by: local-gazette, basis: own-reporting}]";
            session.write("content/facts/claims.yaml", &claim.replacen("# evidence:", evidence, 1));
        }
    }
}
