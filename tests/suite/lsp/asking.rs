//! What there is to know at a place, and where else: completion, cards, definitions, references, outlines.

use super::*;

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
