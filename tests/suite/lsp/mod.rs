//! `casebook lsp`, as an editor sees it: every request, over pipes, in both ways of counting columns.

mod asking;
mod changing;
mod editor;
mod neovim;
mod telling;

use serde_json::{Value, json};

use crate::project::Project;
use editor::Editor;

const SHEET: &str = "# Wer spricht. 😀
people:
  los: {name: Änne Łoś 😀, speaks_for: office}
  weiss: {name: Anna Weiß}
organisations: {office: {name: The office}}
sources:
  gazeta: {name: Gazeta Łódzka, kind: newspaper}
documents:
  piece: {title: 😀 Piece, type: article, source: gazeta, accessed: 2026-11-01, published: 2024-03-12}
claims:
  told:
    text: Änne Łoś was told 😀.
    status: reported
    about: [los]
    evidence:
      - {document: piece, said_by: weiss, basis: witness, quote: 😀 she was told, at: page 1}
    since: 2024-03-12
";

const ARTICLE: &str = "---
title: Told 😀
---
## Łódź 😀

😀 [](@los) was [told so](@told). [@told]

### How
";

const FACTS: &str = "content/facts/all.yaml";
const STORY: &str = "content/articles/story.md";

/// A report with nothing to mend.
fn project() -> Project {
    let quiet =
        ["unused-claim", "no-kept-copy", "one-way", "stale-claim", "low-coverage", "uncited-statement"]
            .map(|rule| format!("{{rule: {rule}, level: off, why: Not looked at here.}}"))
            .join(", ");
    Project::new()
        .with("content/report.yaml", format!("title: The leak\nlanguage: en\nrules: [{quiet}]\n"))
        .with(FACTS, SHEET)
        .with(STORY, ARTICLE)
}

fn both(test: impl Fn(&Project, Editor<'_>)) {
    for encoding in ["utf-16", "utf-8"] {
        let project = project();
        test(&project, Editor::of(&project, encoding));
    }
}

fn titles(fixes: &[Value]) -> Vec<&str> {
    fixes.iter().map(|fix| fix["title"].as_str().unwrap()).collect()
}

fn fix<'f>(fixes: &'f [Value], title: &str) -> &'f Value {
    let fix = fixes.iter().find(|fix| fix["title"] == title);
    &fix.unwrap_or_else(|| panic!("{:#?}", titles(fixes)))["edit"]
}

#[test]
fn mistakes_are_told_as_they_are_typed_and_go_when_they_are_mended() {
    both(|_, mut editor| {
        editor.open(FACTS);
        editor.wait_for(FACTS, &[]);
        editor.type_over(FACTS, "said_by: weiss", "said_by: wiss");
        editor.wait_for(FACTS, &["1 unknown-id `wiss`"]);
        let told = editor.told(FACTS);
        assert_eq!(told[0]["source"], "casebook");
        let message = told[0]["message"].as_str().unwrap();
        assert!(
            message.contains("no entry has the id `wiss`") && message.contains("did you mean `weiss`"),
            "{message}"
        );
        editor.type_over(FACTS, "said_by: wiss", "said_by: weiss");
        editor.wait_for(FACTS, &[]);
        // What only rules find, and what is not YAML any more.
        editor.type_over(FACTS, "status: reported", "status: verified");
        editor.wait_for(FACTS, &["1 overstated-status `verified`"]);
        editor.type_over(FACTS, "# Wer spricht. 😀", "# 😀😀\n# Wer.");
        editor.wait_for(FACTS, &["1 overstated-status `verified`"]);
        editor.type_over(FACTS, "status: verified", "status: reported");
        editor.wait_for(FACTS, &[]);
        editor.end();
    });
}

#[test]
fn other_files_are_told_of_too_and_saved_ones_are_read_again() {
    let project = project();
    let mut editor = Editor::of(&project, "utf-16");
    editor.open(FACTS);
    editor.type_over(FACTS, "  told:\n", "  heard:\n");
    editor.wait_for(STORY, &["1 unknown-id `@told`", "1 unknown-id `@told`"]);
    editor.type_over(FACTS, "  heard:\n", "  told:\n");
    editor.wait_for(STORY, &[]);
    // Somebody else saves a file, and the editor says so.
    project.write(STORY, ARTICLE.replace("(@told)", "(@tld)"));
    editor.notify(
        "workspace/didChangeWatchedFiles",
        &json!({ "changes": [{ "uri": editor.uri(STORY), "type": 2 }] }),
    );
    editor.wait_for(STORY, &["1 unknown-id `@tld`"]);
    project.write(STORY, ARTICLE);
    editor.notify("textDocument/didSave", &json!({ "textDocument": { "uri": editor.uri(FACTS) } }));
    editor.wait_for(STORY, &[]);
    // What was typed and not saved is forgotten with the window.
    editor.type_over(FACTS, "said_by: weiss", "said_by: wiss");
    editor.wait_for(FACTS, &["1 unknown-id `wiss`"]);
    editor.notify("textDocument/didClose", &json!({ "textDocument": { "uri": editor.uri(FACTS) } }));
    editor.forget(FACTS);
    editor.wait_for(FACTS, &[]);
    let asked = editor.heard.iter().find(|message| message["method"] == "client/registerCapability");
    let registered = &asked.unwrap()["params"]["registrations"][0];
    assert_eq!(registered["method"], "workspace/didChangeWatchedFiles");
    editor.end();
}

#[test]
fn findings_name_the_other_place() {
    let project = project();
    let mut editor = Editor::of(&project, "utf-16");
    editor.open(FACTS);
    editor.type_over(FACTS, "sources:\n", "sources:\n  office: {name: 😀}\n");
    editor.wait_for(FACTS, &["1 duplicate-id `office`"]);
    let related = &editor.told(FACTS)[0]["relatedInformation"][0];
    assert_eq!(related["message"], "first used here");
    assert_eq!(editor.places(&json!([related["location"]])), [format!("{FACTS}:5 `office`")]);
    editor.end();
}

#[test]
fn files_with_any_name_are_found_and_others_are_none_of_ours() {
    let project = project();
    let path = "content/articles/Über uns.md";
    project.write(path, "---\ntitle: Über uns\n---\nSee [so](@told).\n");
    project.write("notes.md", "[x](@nobody)\n");
    let mut editor = Editor::of(&project, "utf-16");
    editor.open(path);
    editor.open("notes.md");
    editor.type_over(path, "@told", "@tolt");
    editor.wait_for(path, &["1 unknown-id `@tolt`"]);
    let at = editor.at("notes.md", "[x](@no|body)");
    for method in ["hover", "definition", "completion", "prepareRename"] {
        assert_eq!(editor.result(&format!("textDocument/{method}"), &at), Value::Null);
    }
    assert!(editor.told("notes.md").is_empty());
    // A file that is not saved yet counts already.
    editor.open_with("content/facts/new.yaml", "people: {tolt: {name: Łukasz}}\n");
    editor.wait_for(path, &[]);
    editor.end();
}

#[test]
fn an_editor_that_can_do_little_is_served_with_what_it_can() {
    let project = project();
    let mut editor = Editor::silent(&project);
    let params = json!({ "processId": null, "rootUri": editor.uri(""), "capabilities": {} });
    let answer = editor.ask("initialize", &params);
    let can = &answer["result"]["capabilities"];
    assert_eq!(can["positionEncoding"], "utf-16");
    assert_eq!(can["textDocumentSync"]["change"], 2);
    editor.notify("initialized", &json!({}));
    editor.open(FACTS);
    let mut asked = editor.at(FACTS, "  l|os: {");
    asked["newName"] = json!("anne-los");
    let edit = editor.result("textDocument/rename", &asked);
    assert_eq!(edit["changes"].as_object().unwrap().len(), 2);
    assert!(edit.get("documentChanges").is_none());
    editor.type_over(FACTS, "said_by: weiss", "said_by: jan");
    editor.wait_for(FACTS, &["1 unknown-id `jan`"]);
    // It cannot make files, so it is not told to.
    let fixes = editor.fixes(FACTS, "said_by: ja|n");
    assert!(titles(&fixes).iter().all(|title| !title.starts_with("create")), "{fixes:#?}");
    assert!(editor.heard.iter().all(|message| message["method"] != "client/registerCapability"));
    editor.end();
}

/// Neovim says so.
#[test]
fn an_editor_that_can_make_files_need_not_say_that_it_reads_changes_to_documents() {
    let project = project();
    let operations = json!(["rename", "create", "delete"]);
    let can = json!({ "workspace": { "workspaceEdit": { "resourceOperations": operations } } });
    let mut editor = Editor::that_can(&project, &can);
    editor.open(FACTS);
    editor.type_over(FACTS, "said_by: weiss", "said_by: jan");
    editor.wait_for(FACTS, &["1 unknown-id `jan`"]);
    let fixes = editor.fixes(FACTS, "said_by: ja|n");
    editor.apply(fix(&fixes, "create the person `jan`"));
    editor.wait_for(FACTS, &[]);
    assert!(project.path("content/facts/people.yaml").exists());
    editor.open(STORY);
    editor.type_over(STORY, "### How", "### How [so](@story)");
    let mut asked = editor.at(STORY, "[so](@sto|ry)");
    asked["newName"] = json!("another");
    let edit = editor.result("textDocument/rename", &asked);
    assert_eq!(edit["documentChanges"].as_array().unwrap().last().unwrap()["kind"], "rename");
    editor.end();
}

#[test]
fn what_is_asked_in_a_wrong_way_is_answered() {
    let project = project();
    let mut editor = Editor::silent(&project);
    assert_eq!(editor.ask("textDocument/hover", &json!({}))["error"]["code"], -32002);
    assert_eq!(editor.ask("initialize", &json!([1]))["error"]["code"], -32602);
    editor.initialize("utf-16");
    assert_eq!(editor.ask("initialize", &json!({}))["error"]["code"], -32600);
    assert_eq!(editor.ask("textDocument/hover", &json!({ "position": 1 }))["error"]["code"], -32602);
    assert_eq!(editor.ask("textDocument/codeAction", &json!("😀"))["error"]["code"], -32602);
    assert_eq!(editor.ask("textDocument/foldingRange", &json!({}))["error"]["code"], -32601);
    editor.send_raw("Content-Length: 5\r\n\r\n{😀");
    editor.send_raw("Content-Length: 2\r\n\r\n[]");
    assert_eq!(editor.answer(&Value::Null)["error"]["code"], -32700);
    assert_eq!(editor.answer(&Value::Null)["error"]["code"], -32600);
    editor.notify("textDocument/didChange", &json!({ "textDocument": 7 }));
    editor.open(FACTS);
    // A place far outside, and one inside a letter.
    for (line, character) in [(9999, 9999), (0, 9999), (2, 30), (4_000_000_000_u32, 0)] {
        let at = json!({ "textDocument": { "uri": editor.uri(FACTS) }, "position": { "line": line, "character": character } });
        for method in ["hover", "definition", "completion", "prepareRename"] {
            editor.result(&format!("textDocument/{method}"), &at);
        }
    }
    let complaint = editor.heard.iter().find(|message| message["method"] == "window/logMessage");
    assert!(complaint.unwrap()["params"]["message"].as_str().unwrap().contains("didChange"));
    assert_eq!(editor.result("shutdown", &Value::Null), Value::Null);
    let uri = editor.uri(FACTS);
    let late = editor.ask("textDocument/documentSymbol", &json!({ "textDocument": { "uri": uri } }));
    assert_eq!(late["error"]["code"], -32600);
    editor.notify("exit", &Value::Null);
    assert_eq!(editor.leave(), 0);
}

#[test]
fn whoever_goes_without_a_word_is_told_by_the_exit_code() {
    let project = project();
    let mut editor = Editor::of(&project, "utf-16");
    editor.notify("exit", &Value::Null);
    assert_eq!(editor.leave(), 1);
    let editor = Editor::of(&project, "utf-16");
    assert_eq!(editor.leave(), 1);
    let mut editor = Editor::silent(&project);
    editor.notify("exit", &Value::Null);
    assert_eq!(editor.leave(), 1);
    let mut editor = Editor::silent(&project);
    editor.send_raw("this is no protocol\r\n\r\n");
    assert_eq!(editor.leave(), 2);
}
