//! `casebook lsp`, as an editor sees it: every request, over pipes, in both ways of counting columns.

mod editor;
mod neovim;

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
fn a_misspelt_id_is_corrected() {
    both(|_, mut editor| {
        editor.open(FACTS);
        editor.type_over(FACTS, "said_by: weiss", "said_by: wiess");
        editor.wait_for(FACTS, &["1 unknown-id `wiess`"]);
        let fixes = editor.fixes(FACTS, "said_by: wi|ess");
        assert_eq!(
            titles(&fixes),
            [
                "change `wiess` to `weiss`",
                "create the person `wiess`",
                "create the organisation `wiess`",
                "create the source `wiess`",
            ]
        );
        assert_eq!(fixes[0]["kind"], "quickfix");
        assert_eq!(fixes[0]["isPreferred"], true);
        assert_eq!(fixes[0]["diagnostics"][0], editor.told(FACTS)[0]);
        editor.apply(fix(&fixes, "change `wiess` to `weiss`"));
        assert_eq!(editor.text(FACTS), SHEET);
        editor.wait_for(FACTS, &[]);
        // In an article, too.
        editor.open(STORY);
        editor.type_over(STORY, "[told so](@told)", "[told so](@tolt)");
        editor.wait_for(STORY, &["1 unknown-id `@tolt`"]);
        let fixes = editor.fixes(STORY, "(@to|lt)");
        editor.apply(fix(&fixes, "change `tolt` to `told`"));
        assert_eq!(editor.text(STORY), ARTICLE);
        editor.wait_for(STORY, &[]);
        // Where a name is to be written, somebody is meant sooner than a claim.
        for (tie, first) in [("[told so](@jan)", "claim"), ("[](@jan)", "person")] {
            editor.type_over(STORY, "[told so](@told)", tie);
            editor.wait_for(STORY, &["1 unknown-id `@jan`"]);
            let fixes = editor.fixes(STORY, "(@ja|n)");
            assert_eq!(titles(&fixes)[0], format!("create the {first} `jan`"));
            editor.type_over(STORY, tie, "[told so](@told)");
        }
        editor.wait_for(STORY, &[]);
        assert!(editor.fixes(STORY, "Łódź| ").is_empty(), "nothing is wrong there");
        editor.end();
    });
}

#[test]
fn the_missing_person_is_created() {
    both(|project, mut editor| {
        editor.open(FACTS);
        editor.type_over(FACTS, "said_by: weiss", "said_by: zofia-krol");
        editor.wait_for(FACTS, &["1 unknown-id `zofia-krol`"]);
        let fixes = editor.fixes(FACTS, "zofia|-krol");
        editor.apply(fix(&fixes, "create the person `zofia-krol`"));
        editor.wait_for(FACTS, &[]);
        let sheet = std::fs::read_to_string(project.path("content/facts/people.yaml")).unwrap();
        assert!(sheet.starts_with("people:\n  zofia-krol:\n    name: Zofia krol\n"), "{sheet}");
        // A second one comes to the end of that sheet.
        editor.open("content/facts/people.yaml");
        editor.type_over(FACTS, "said_by: zofia-krol", "said_by: jan");
        editor.wait_for(FACTS, &["1 unknown-id `jan`"]);
        let fixes = editor.fixes(FACTS, "said_by: ja|n");
        editor.apply(fix(&fixes, "create the person `jan`"));
        editor.wait_for(FACTS, &[]);
        assert!(editor.text("content/facts/people.yaml").contains("\n  jan:\n    name: Jan\n"));
        editor.end();
    });
}

#[test]
fn somebody_named_in_an_article_is_created_or_known_by_another_spelling() {
    both(|_, mut editor| {
        editor.open(FACTS);
        editor.open(STORY);
        editor.type_over(
            STORY,
            "### How",
            "### How\n\n😀 Then Żaneta Król and Anna Waiss said so too. [@told]",
        );
        editor.wait_for(STORY, &["2 unknown-person `Żaneta Król`", "2 unknown-person `Anna Waiss`"]);
        let fixes = editor.fixes(STORY, "Żaneta| Król");
        editor.apply(fix(&fixes, "create the person `zaneta-krol`"));
        editor.wait_for(STORY, &["2 unknown-person `Anna Waiss`"]);
        let fixes = editor.fixes(STORY, "Anna Wai|ss ");
        editor.apply(fix(&fixes, "add the spelling `Anna Waiss` to `weiss`"));
        assert!(
            editor.text(FACTS).contains("weiss: {name: Anna Weiß, also: [Anna Waiss]}"),
            "{}",
            editor.text(FACTS)
        );
        editor.wait_for(STORY, &[]);
        editor.end();
    });
}

#[test]
fn the_missing_reply_entry_is_added_and_still_asks_why() {
    both(|_, mut editor| {
        editor.open(FACTS);
        editor.type_over(
            FACTS,
            "    about: [los]\n",
            "    about: [los]\n    adverse_to: [los, weiss]  # 😀\n",
        );
        editor.wait_for(FACTS, &["1 no-reply-sought `los`", "1 no-reply-sought `weiss`"]);
        let fixes = editor.fixes(FACTS, "adverse_to: [l|os");
        assert_eq!(titles(&fixes), ["add a reply entry for `los`: not asked yet"]);
        editor.apply(&fixes[0]["edit"]);
        let warned = "2 no-reply-sought `not sought`";
        editor.wait_for(FACTS, &["1 no-reply-sought `weiss`", warned]);
        let fixes = editor.fixes(FACTS, "adverse_to: [los, we|iss");
        editor.apply(&fixes[0]["edit"]);
        editor.wait_for(FACTS, &[warned, warned]);
        let both = "responses: [{party: los, outcome: not sought}, {party: weiss, outcome: not sought}]";
        assert!(editor.text(FACTS).contains(both), "{}", editor.text(FACTS));
        editor.end();
    });
}

#[test]
fn ids_are_completed_after_an_at_sign_with_name_standing_and_kind() {
    both(|_, mut editor| {
        editor.open(STORY);
        editor.type_over(STORY, "### How", "### How\n\n😀 ł [so](@to");
        let at = editor.at(STORY, "[so](@to|");
        let list = editor.result("textDocument/completion", &at);
        let first = &list["items"][0];
        assert_eq!(first["label"], "told");
        assert_eq!(first["detail"], "claim, reported");
        assert_eq!(first["documentation"], "Änne Łoś was told 😀.");
        assert_eq!(first["filterText"], "told");
        assert_eq!(editor.words(STORY, &first["textEdit"]["range"]), "to");
        // Another letter, another list: no editor is to choose by itself from this one.
        assert_eq!(list["isIncomplete"], true);
        // By name, as well; a name comes first where one is to be written.
        editor.type_over(STORY, "[so](@to", "[](@wei");
        let at = editor.at(STORY, "[](@wei|");
        let list = editor.result("textDocument/completion", &at);
        assert_eq!(list["items"][0]["label"], "weiss");
        assert_eq!(list["items"][0]["detail"], "person");
        editor.type_over(STORY, "[](@wei", "[](@Łoś");
        let at = editor.at(STORY, "[](@Łoś|");
        let list = editor.result("textDocument/completion", &at);
        let items = list["items"].as_array().unwrap();
        let found =
            items.iter().map(|item| (item["label"].as_str().unwrap(), item["filterText"].as_str().unwrap()));
        assert_eq!(found.collect::<Vec<_>>(), [("los", "Łoś"), ("told", "Łoś was told 😀. told")]);
        editor.type_over(STORY, "[](@Łoś", "[](@wei");
        editor.type_over(STORY, "[](@wei", "[](@");
        let at = editor.at(STORY, "😀 ł [](@|");
        let list = editor.result("textDocument/completion", &at);
        let labels: Vec<_> =
            list["items"].as_array().unwrap().iter().map(|item| item["label"].clone()).collect();
        assert_eq!(
            labels,
            ["los", "weiss", "office", "gazeta", "piece", "story", "told"].map(|id| json!(id))
        );
        // No id belongs into a mail address, a title or plain words.
        editor.type_over(STORY, "😀 ł [](@", "me@");
        let at = editor.at(STORY, "me@|");
        assert_eq!(editor.result("textDocument/completion", &at), Value::Null);
        let at = editor.at(STORY, "title: To|ld");
        assert_eq!(editor.result("textDocument/completion", &at), Value::Null);
        editor.end();
    });
}

#[test]
fn ids_are_completed_in_the_fields_that_take_them_even_while_the_line_is_broken() {
    both(|_, mut editor| {
        editor.open(FACTS);
        let labels = |editor: &mut Editor<'_>, here: &str| -> Vec<String> {
            let at = editor.at(FACTS, here);
            let list = editor.result("textDocument/completion", &at);
            let items = list["items"].as_array().cloned().unwrap_or_default();
            items.iter().map(|item| item["label"].as_str().unwrap().to_owned()).collect()
        };
        assert_eq!(labels(&mut editor, "said_by: |weiss"), ["los", "weiss", "office", "gazeta"]);
        assert_eq!(labels(&mut editor, "document: pi|ece"), ["piece"]);
        assert_eq!(labels(&mut editor, "source: g|azeta"), ["gazeta"]);
        assert!(labels(&mut editor, "basis: w|itness").is_empty());
        // The bracket is not closed: the claim cannot be read, and is still known.
        editor.type_over(FACTS, "about: [los]", "about: [ł, ");
        assert_eq!(
            labels(&mut editor, "about: [ł, |"),
            ["told", "los", "weiss", "office", "gazeta", "piece", "story"]
        );
        editor.end();
    });
}

#[test]
fn cards_show_what_there_is_to_know_also_after_a_mistake() {
    both(|_, mut editor| {
        editor.open(FACTS);
        editor.open(STORY);
        let at = editor.at(STORY, "[told so](@to|ld)");
        let hover = editor.result("textDocument/hover", &at);
        assert_eq!(
            hover["contents"]["value"],
            "**Änne Łoś was told 😀.**\n\nclaim, reported (an origin says so) · `told`\n\n\
             1 independent origin, on 1 way\n\n- Anna Weiß, in 😀 Piece, page 1: “😀 she was told”"
        );
        assert_eq!(hover["contents"]["kind"], "markdown");
        assert_eq!(editor.words(STORY, &hover["range"]), "told");
        let at = editor.at(FACTS, "speaks_for: of|fice");
        let hover = editor.result("textDocument/hover", &at);
        assert_eq!(hover["contents"]["value"], "**The office**\n\norganisation · `office`");
        let at = editor.at(STORY, "### H|ow");
        assert_eq!(editor.result("textDocument/hover", &at), Value::Null);
        // The entry around it cannot be read now; what was known of it is.
        editor.type_over(FACTS, "about: [los]", "about: [los");
        let at = editor.at(STORY, "[told so](@to|ld)");
        let hover = editor.result("textDocument/hover", &at);
        assert!(
            hover["contents"]["value"].as_str().unwrap().starts_with("**Änne Łoś was told 😀.**"),
            "{hover}"
        );
        let at = editor.at(FACTS, "said_by: we|iss");
        let hover = editor.result("textDocument/hover", &at);
        assert!(hover["contents"]["value"].as_str().unwrap().starts_with("**Anna Weiß**"), "{hover}");
        let at = editor.at(STORY, "[told so](@to|ld)");
        let place = editor.result("textDocument/definition", &at);
        assert_eq!(editor.places(&json!([place])), [format!("{FACTS}:11 `told`")]);
        editor.end();
    });
}

#[test]
fn definitions_and_references_lead_to_the_very_words() {
    both(|project, mut editor| {
        project.write("content/articles/other.md", "---\ntitle: Other\n---\n😀 See [this](story.md).\n");
        editor.open(FACTS);
        editor.open(STORY);
        editor.open("content/articles/other.md");
        let at = editor.at(STORY, "[@to|ld]");
        let place = editor.result("textDocument/definition", &at);
        assert_eq!(editor.places(&json!([place])), [format!("{FACTS}:11 `told`")]);
        let at = editor.at("content/articles/other.md", "[thi|s](story.md)");
        let place = editor.result("textDocument/definition", &at);
        assert!(
            place["uri"].as_str().unwrap().ends_with("articles/story.md")
                && place["range"]["start"]["line"] == 0
        );
        let mut at = editor.at(FACTS, "said_by: weiss|");
        at["context"] = json!({ "includeDeclaration": true });
        let places = editor.result("textDocument/references", &at);
        assert_eq!(editor.places(&places), [format!("{FACTS}:4 `weiss`"), format!("{FACTS}:16 `weiss`")]);
        let mut at = editor.at(FACTS, "  |los: {");
        at["context"] = json!({ "includeDeclaration": false });
        let places = editor.result("textDocument/references", &at);
        assert_eq!(editor.places(&places), [format!("{STORY}:6 `los`"), format!("{FACTS}:14 `los`")]);
        editor.end();
    });
}

#[test]
fn ids_in_articles_are_links_to_their_entries() {
    both(|_, mut editor| {
        editor.open(FACTS);
        editor.open(STORY);
        editor.type_over(STORY, "### How", "### How [so](@nobody), [so](elsewhere.md) @ home");
        let links = |editor: &mut Editor<'_>, path: &str| {
            let asked = json!({ "textDocument": { "uri": editor.uri(path) } });
            let links = editor.result("textDocument/documentLink", &asked);
            let line = |link: &Value| {
                let words = editor.words(path, &link["range"]);
                format!("{words} {}", editor.path(link["target"].as_str().unwrap()))
            };
            links.as_array().unwrap().iter().map(line).collect::<Vec<_>>()
        };
        assert_eq!(
            links(&mut editor, STORY),
            ["los", "told", "told"].map(|id| {
                let place = if id == "los" { "L3,3" } else { "L11,3" };
                format!("{id} {FACTS}#{place}")
            })
        );
        assert!(links(&mut editor, FACTS).is_empty(), "no editor takes an id of a sheet for an address");
        editor.end();
    });
}

#[test]
fn an_id_is_renamed_everywhere() {
    both(|_, mut editor| {
        editor.open(FACTS);
        editor.open(STORY);
        let at = editor.at(STORY, "[](@l|os)");
        let there = editor.result("textDocument/prepareRename", &at);
        assert_eq!(there["placeholder"], "los");
        assert_eq!(editor.words(STORY, &there["range"]), "los");
        let nowhere = editor.at(STORY, "Łó|dź");
        assert_eq!(editor.result("textDocument/prepareRename", &nowhere), Value::Null);
        for (new, why) in [("weiss", "is taken"), ("Änne Łoś", "`anne-los` would be one")] {
            let mut asked = at.clone();
            asked["newName"] = json!(new);
            let answer = editor.ask("textDocument/rename", &asked);
            let message = answer["error"]["message"].as_str().unwrap();
            assert!(message.contains(why), "{message}");
        }
        let mut asked = at.clone();
        asked["newName"] = json!("anne-los");
        // Where not all can be read, nobody knows where else the id stands.
        editor.type_over(FACTS, "about: [los]", "about: [los");
        let message = editor.ask("textDocument/rename", &asked)["error"]["message"].to_string();
        assert!(message.contains("mend it, and rename then") && message.contains(FACTS), "{message}");
        editor.type_over(FACTS, "about: [los\n", "about: [los]\n");
        let edit = editor.result("textDocument/rename", &asked);
        editor.apply(&edit);
        editor.wait_for(FACTS, &[]);
        editor.wait_for(STORY, &[]);
        assert_eq!(editor.text(STORY), ARTICLE.replace("@los", "@anne-los"));
        let expected = SHEET.replace("  los: {", "  anne-los: {").replace("[los]", "[anne-los]");
        assert_eq!(editor.text(FACTS), expected);
        editor.end();
    });
}

#[test]
fn what_was_published_keeps_its_old_address_and_articles_their_place() {
    let project = project();
    let published = project.run(&["publish"]);
    assert_eq!(published.code, 0, "{}{}", published.said, published.complained);
    let mut editor = Editor::of(&project, "utf-8");
    editor.open(FACTS);
    let mut asked = editor.at(FACTS, "\n  to|ld:");
    asked["newName"] = json!("heard");
    let edit = editor.result("textDocument/rename", &asked);
    editor.apply(&edit);
    editor.wait_for(FACTS, &[]);
    assert!(editor.text(FACTS).contains("  heard:\n"), "{}", editor.text(FACTS));
    assert!(editor.text(FACTS).contains("\n    was: [told]\n"), "{}", editor.text(FACTS));
    let story = std::fs::read_to_string(project.path(STORY)).unwrap();
    assert!(story.contains("[told so](@heard). [@heard]"), "{story}");
    editor.end();
}

#[test]
fn an_article_that_is_renamed_gets_another_file() {
    let project = project();
    project.write("content/articles/other.md", "---\ntitle: Other\n---\n😀 See [this](story.md).\n");
    let mut editor = Editor::of(&project, "utf-16");
    editor.open("content/articles/other.md");
    project.write(FACTS, SHEET.replace("about: [los]", "about: [los, other]"));
    editor.open(FACTS);
    let mut asked = editor.at(FACTS, "about: [los, ot|her]");
    asked["newName"] = json!("another");
    let edit = editor.result("textDocument/rename", &asked);
    let last = edit["documentChanges"].as_array().unwrap().last().unwrap().clone();
    assert_eq!(last["kind"], "rename");
    assert_eq!(editor.path(last["newUri"].as_str().unwrap()), "content/articles/another.md");
    editor.apply(&edit);
    assert!(project.path("content/articles/another.md").exists());
    editor.end();
}

#[test]
fn an_outline_shows_sections_entries_and_headings() {
    fn tree(editor: &Editor<'_>, path: &str, parts: &Value, level: usize) -> String {
        let Some(parts) = parts.as_array() else { return String::new() };
        let line = |part: &Value| {
            let (name, detail) =
                (part["name"].as_str().unwrap(), part["detail"].as_str().unwrap_or_default());
            let title = editor.words(path, &part["selectionRange"]);
            let whole = editor.words(path, &part["range"]);
            assert!(whole.contains(&title), "{whole} {title}");
            let below = tree(editor, path, &part["children"], level + 1);
            format!("{}{name} {detail}\n{below}", "  ".repeat(level))
        };
        parts.iter().map(line).collect()
    }
    both(|_, mut editor| {
        editor.open(FACTS);
        editor.open(STORY);
        let asked = json!({ "textDocument": { "uri": editor.uri(FACTS) } });
        let parts = editor.result("textDocument/documentSymbol", &asked);
        assert_eq!(
            tree(&editor, FACTS, &parts, 0),
            "people \n  los Änne Łoś 😀\n  weiss Anna Weiß\norganisations \n  office The office\nsources \n  \
             gazeta Gazeta Łódzka\ndocuments \n  piece 😀 Piece\nclaims \n  told Änne Łoś was told 😀.\n"
        );
        assert_eq!(editor.words(FACTS, &parts[0]["children"][1]["selectionRange"]), "weiss");
        let asked = json!({ "textDocument": { "uri": editor.uri(STORY) } });
        let parts = editor.result("textDocument/documentSymbol", &asked);
        assert_eq!(tree(&editor, STORY, &parts, 0), "Łódź 😀 \n  How \n");
        editor.end();
    });
}

#[test]
fn the_whole_report_is_searched_by_id_and_name() {
    both(|_, mut editor| {
        editor.open(FACTS);
        let found = editor.result("workspace/symbol", &json!({ "query": "lodz" }));
        let found = found.as_array().unwrap();
        assert_eq!(found.len(), 1, "{found:#?}");
        assert_eq!(found[0]["name"], "gazeta – Gazeta Łódzka");
        assert_eq!(found[0]["containerName"], "source, newspaper");
        assert_eq!(editor.places(&json!([found[0]["location"]])), [format!("{FACTS}:7 `gazeta`")]);
        let all = editor.result("workspace/symbol", &json!({ "query": "" }));
        assert_eq!(all.as_array().unwrap().len(), 7);
        editor.end();
    });
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
