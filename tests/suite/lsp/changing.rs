//! Ways out of what is found, and new ids: what the editor is told to write.

use super::*;

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
fn a_name_in_the_place_of_an_id_gives_way_to_it() {
    both(|_, mut editor| {
        editor.open(FACTS);
        editor.type_over(FACTS, "said_by: weiss", "said_by: Anna Weiß");
        editor.wait_for(FACTS, &["1 bad-id `Anna Weiß`"]);
        let fixes = editor.fixes(FACTS, "said_by: Anna| Weiß");
        assert_eq!(titles(&fixes), ["change `Anna Weiß` to `weiss`"]);
        editor.apply(fix(&fixes, "change `Anna Weiß` to `weiss`"));
        assert_eq!(editor.text(FACTS), SHEET);
        editor.wait_for(FACTS, &[]);
        // In an article, in both kinds of reference.
        editor.open(STORY);
        for (tie, words) in [("[](@The office)", "](@The office)"), ("[@the  Office]", "@the  Office")] {
            editor.type_over(STORY, "### How\n", &format!("### How\nThere: {tie}\n"));
            editor.wait_for(STORY, &[&format!("1 bad-reference `{words}`")]);
            let (before, after) = tie.split_at(5);
            let fixes = editor.fixes(STORY, &format!("{before}|{after}"));
            editor.apply(fixes.first().map(|fix| &fix["edit"]).unwrap());
            assert!(editor.text(STORY).contains("There: [") && editor.text(STORY).contains("@office"));
            let mended = editor.text(STORY).split_once("There: ").unwrap().1.to_owned();
            editor.type_over(STORY, &format!("There: {mended}"), "");
            editor.wait_for(STORY, &[]);
        }
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
