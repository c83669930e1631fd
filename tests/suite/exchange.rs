//! `casebook import` and `export`: files as Zotero, TimelineJS and fact-checkers write them, in and out.

use std::fs;
use std::path::PathBuf;

use serde_json::Value;

use crate::project::{Project, Run};

fn foreign(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/foreign").join(name)
}

fn import(project: &Project, name: &str) -> Run {
    let run = project.run(&["import", foreign(name).to_str().unwrap()]);
    assert_eq!(run.code, 0, "{}", run.complained);
    run
}

/// What is said and written when a file is taken in, with the errors that are left; a second time, nothing is.
fn taken_in(project: &Project, name: &str) -> String {
    let run = import(project, name);
    let sheets = project.files("content/facts");
    let stem = name.split('.').next().unwrap();
    let (_, sheet) = sheets.iter().find(|(path, _)| *path == format!("imported-{stem}.yaml")).unwrap();
    let sheet = String::from_utf8(sheet.clone()).unwrap();

    let again = import(project, name);
    assert!(again.said.starts_with("nothing to add: "), "{}", again.said);
    assert_eq!(project.files("content/facts"), sheets, "a second time changes nothing");
    assert_eq!(project.run(&["fmt", "--check"]).code, 0, "{sheet}");

    let found = project.run(&["check", "--format", "json"]);
    let found: Value = serde_json::from_str(&found.said).unwrap();
    let errors = found["findings"].as_array().unwrap().iter().filter(|finding| finding["level"] == "error");
    let errors: Vec<&str> = errors.map(|error| error["message"].as_str().unwrap()).collect();
    let built = project.run(&["build"]);
    assert!(
        !built.said.contains("secret-in-output"),
        "notes are not mistaken for what is public: {}",
        built.said
    );
    format!("{}\n{sheet}\nerrors: {}", run.said, errors.join("; "))
}

/// Compares with a file beside the foreign one, or writes it with `BLESS=1`.
#[track_caller]
fn assert_as_expected(name: &str, found: &str) {
    let path = foreign("expected").join(format!("{name}.txt"));
    if std::env::var_os("BLESS").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, found).unwrap();
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    assert!(expected == found, "{} is not what is taken in now; BLESS=1 writes:\n{found}", path.display());
}

#[test]
fn references_timelines_and_checks_are_taken_in() {
    for name in
        ["library.json", "library.bib", "library.ris", "timeline.json", "timeline.csv", "factcheck.json"]
    {
        assert_as_expected(name, &taken_in(&Project::new(), name));
    }
}

#[test]
fn what_other_libraries_write_is_the_same_to_us() {
    // Written by bibtexparser, rispy and citation-js of what is in library.json.
    for name in ["rispy.ris", "bibtexparser.bib", "citation-js.bib", "citation-js.ris", "citation-js.json"] {
        let project = Project::new();
        import(&project, "library.json");
        let before = project.files("content/facts");
        let run = import(&project, name);
        assert!(run.said.contains("nothing to add: "), "{name}: {}", run.said);
        assert_eq!(project.files("content/facts"), before, "{name}");
    }
}

#[test]
fn those_who_are_known_are_not_made_again() {
    let project = Project::new().with(
        "content/facts/speakers.yaml",
        "people: {los: {name: Anna Łoś, also: [Änne Łoś]}}\nsources: {gazeta: {name: Gazeta, also: [gazeta lodzka]}}\n",
    );
    import(&project, "library.json");
    let sheet = fs::read_to_string(project.path("content/facts/imported-library.yaml")).unwrap();
    assert!(sheet.contains("source: gazeta\n    authors: [los, Ida van den Berg]"), "{sheet}");
    assert!(!sheet.contains("gazeta-lodzka"));
}

#[test]
fn many_files_go_into_one_report() {
    let project = Project::new();
    let names =
        ["library.json", "library.bib", "library.ris", "timeline.json", "timeline.csv", "factcheck.json"];
    for name in names {
        import(&project, name);
    }
    let sheet = fs::read_to_string(project.path("content/facts/imported-library.yaml")).unwrap();
    // What no file says of it.
    let sheet = sheet.replace("accessed: 2024-03-14\n", "accessed: 2024-03-14\n    source: kanal\n");
    project.write("content/facts/imported-library.yaml", sheet);
    let run = project.run(&["build"]);
    assert_eq!(run.code, 0, "{}", run.said);
    // A person whom the fact-check made is the author whom the library names.
    let said = import(&project, "library.json").said;
    assert_eq!(said, "nothing to add: 5 entries known already\n");
}

#[test]
fn what_has_changed_there_is_told_and_not_taken() {
    let project = Project::new();
    let library = "[{\"id\": \"a1\", \"type\": \"article-newspaper\", \"title\": \"Wyciek\", \"container-title\": \"Gazeta\", \"volume\": \"3\", \"note\": \"old\"}]";
    project.write("library.json", library);
    assert_eq!(project.run(&["import", "library.json"]).code, 0);
    let before = project.files("content/facts");
    let changed = library.replace("\"3\"", "\"4\"").replace("old", "new");
    project.write(
        "library.json",
        changed.replace("}]", ", \"DOI\": \"10.5555/7\", \"container-title-short\": \"G\"}]"),
    );
    let run = project.run(&["import", "library.json"]);
    insta::assert_snapshot!(run.said, @"
    library.json, item 1: `wyciek` stays as it is: `volume` is `4` there, and `3` here (content/facts/imported-library.yaml:10)
    library.json, item 1: `wyciek` stays as it is: the file gives `doi`, and the sheet does not: `10.5555/7` (content/facts/imported-library.yaml:10)
    library.json, item 1: `wyciek` stays as it is: the file says of container-title-short what its notes do not: `G` (content/facts/imported-library.yaml:10)
    library.json, item 1: `wyciek` stays as it is: the file says of note what its notes do not: `new` (content/facts/imported-library.yaml:10)
    nothing to add: 1 entry known already
    ");
    assert_eq!(project.files("content/facts"), before);
}

#[test]
fn a_later_file_of_the_same_name_is_added_to_the_sheet() {
    let project = Project::new();
    project.write("new.ris", "TY  - NEWS\nTI  - One\nT2  - Gazeta\nER  - \n");
    project.run(&["import", "new.ris"]);
    let one = fs::read_to_string(project.path("content/facts/imported-new.yaml")).unwrap();
    project.write("new.ris", "TY  - NEWS\nTI  - Two\nT2  - Gazeta\nER  - \n");
    project.run(&["import", "new.ris"]);
    let both = fs::read_to_string(project.path("content/facts/imported-new.yaml")).unwrap();
    assert!(both.starts_with(&one) && both.contains("  two:\n"), "{both}");
    assert_eq!(project.run(&["check"]).code, 0);
    // Somebody has rewritten the sheet in a way to which nothing can be added.
    project.write(
        "content/facts/imported-new.yaml",
        "sources: {gazeta: {name: Gazeta}}\ndocuments: {one: {title: One, type: article, source: gazeta}}\n",
    );
    project.write("new.ris", "TY  - NEWS\nTI  - Three\nT2  - Gazeta\nER  - \n");
    let run = project.run(&["import", "new.ris"]);
    assert!(run.said.contains("content/facts/imported-new-2.yaml"), "{}", run.said);
}

#[test]
fn claims_come_from_any_table_with_our_columns() {
    let project = Project::new().with(
        "content/facts/speakers.yaml",
        "people: {los: {name: Änne Łoś}}\nsources: {gazeta: {name: Gazeta}}\n",
    );
    assert_as_expected("claims.csv", &taken_in(&project, "claims.csv"));
}

#[test]
fn a_report_moves_into_another_by_the_tables_that_it_gives_away() {
    let from = Project::new()
        .with(
            "content/facts/all.yaml",
            "people: {los: {name: Änne Łoś, roles: [{title: Deputy, organisation: office, from: 2023, until: ..}], speaks_for: office}}
organisations: {office: {name: The office, kind: ministry, country: PL}}
sources: {gazeta: {name: Gazeta, interested: true}, pap: {name: PAP}}
documents:
  piece: {title: Piece, type: article, source: gazeta, authors: [los, Łoś], published: 2024-03-12, accessed: 2024-03-13, derived_from: [wire]}
  wire: {title: Wire, type: wire, source: pap}
dates:
  call: {title: Call, date: \"[2024-03-01..2024-03-11]\", people: [los], place: {name: Łódź, lat: 51.8, lon: 19.5}}
claims:
  told:
    text: She was told.
    kind: utterance
    speaker: los
    status: unverified
    date: 2024-03-02
    about: [los, call]
    adverse_to: [los]
    evidence:
      - {document: piece, said_by: los, via: [gazeta], quote: \"I: was told; twice\", at: paragraph 2, translation: {text: Man sagte es mir, language: de}}
    responses: [{party: los, outcome: no reply, asked: 2024-03-11, deadline: 2024-03-13}]
    history: [{date: 2024-03-12, status: unverified, why: First.}]
",
        );
    assert_eq!(from.run(&["build"]).code, 0);
    let to = Project::new();
    let tables = ["sources", "organisations", "people", "documents", "dates", "claims"];
    let import = |name: &str| {
        let table = from.path(&format!("output/data/{name}.csv"));
        let run = to.run(&["import", table.to_str().unwrap()]);
        assert_eq!(run.code, 0, "{}", run.complained);
        run.said
    };
    for name in tables {
        let said = import(name);
        assert!(said.starts_with("added "), "{said}");
    }
    for name in tables {
        let said = import(name);
        assert!(said.starts_with("nothing to add: "), "{said}");
    }
    let built = to.run(&["build"]);
    assert_eq!(built.code, 0, "{}", built.said);
    for name in ["people", "organisations", "sources", "documents", "dates", "claims"] {
        let data = |project: &Project| project.page(&format!("data/{name}.json"));
        assert_eq!(data(&to), data(&from), "{name}");
    }
}

#[test]
fn an_id_that_is_something_else_here_is_not_taken_from_it() {
    let project = Project::new().with("content/facts/x.yaml", "dates: {call: {title: Call, date: 2024}}\n");
    project.write("claims.csv", "id,text\ncall,They spoke.\n");
    let run = project.run(&["import", "claims.csv"]);
    insta::assert_snapshot!(run.said, @"
    claims.csv, line 2: its id `call` is taken: it is `they-spoke` here
    claims.csv, line 2: `they-spoke`: the table gives no `status`: it stands as `unverified`
    claims.csv, line 2: `they-spoke`: the table gives no evidence: add what it rests on
    added 1 claim to content/facts/imported-claims.yaml; go over it, then `casebook check`
    ");
}

#[test]
fn files_that_cannot_be_read_say_why() {
    let project = Project::new();
    for (name, text, why) in [
        ("a.json", "[{\"id\": 1,]", "it is not JSON, line 1, column 11"),
        ("b.json", "[{\"id\": 1}]", "item 1 is no reference of CSL-JSON: it has no `type`"),
        ("c.bib", "\n\n@article{x, title = {y}", "line 3: the entry that begins here has more `{` than `}`"),
        (
            "c.bib",
            "@misc{x, title={y}}\n@misc{z, title={{}, year=1}\n@misc{w, title={u}}\n",
            "line 2: the entry",
        ),
        ("c.bib", "@misc{x, title={\\}\\{}}\n@misc{z title={y}}\n", "line 2: expected"),
        (
            "d.csv",
            "name,country\nPAP,PL\n",
            "its columns (name, country) do not say what its rows are: say it with `--kind`",
        ),
        ("e.csv", "title,dates\nPAP,PL\n", "do not say what its rows are"),
        (
            "claims.csv",
            "id,text\nzero,\"Änne, Łoś.\",,\none,She left.\ntwo,\"He\nstayed.\"\nthree,Then, they met.\n",
            "claims.csv: line 6: `they met.` stands in a cell behind the last column; where a comma belongs to a cell",
        ),
        (
            "people.csv",
            "id;name\nlos;Łoś; Änne\n",
            "where a semicolon belongs to a cell, put the whole cell in quotation marks: \"one; two\"",
        ),
        (
            "Library.csv",
            "Key,Item Type,Publication Year,Author,Title,Publication Title,Url,Date,Date Added\nX,book,,,,,,,\n",
            "it is a table that Zotero exports, which leaves out what a reference needs: export the same from Zotero",
        ),
        (
            "f.pdf",
            "%PDF",
            "what is in f.pdf does not show its format: say it with `--from`, csl-json, bibtex",
        ),
    ] {
        project.write(name, text);
        let run = project.run(&["import", name]);
        assert_eq!(run.code, 2, "{name}");
        assert!(run.complained.contains(why), "{name}: {}", run.complained);
        assert!(run.complained.contains(name));
    }
    let run = project.run(&["import", "d.csv", "--kind", "sources"]);
    assert_eq!(
        run.said,
        "added 1 source to content/facts/imported-d.yaml; go over it, then `casebook check`\n"
    );
    let run = project.run(&["import", "d.csv", "--from", "endnote"]);
    assert!(run.complained.contains("possible values: csl-json, bibtex, ris, "), "{}", run.complained);
}

const RECORD: &str = "people:
  los:
    name: Änne Łoś
    also: [Anna Los]
    summary: A deputy.
    roles:
      - {title: Deputy, organisation: committee, from: 2023-05, until: ..}
      - {title: Adviser, organisation: office, from: 2020~, until: 2022-12-31}
      - {title: Pianist}
    speaks_for: office
  geheim: {name: Jan Geheim, draft: true}
organisations:
  office: {name: The office, kind: ministry, country: PL}
  committee: {name: The committee, kind: committee, part_of: office}
sources:
  gazeta: {name: Gazeta Łódzka, kind: newspaper, country: PL, owner: [los, holding], url: \"https://gazeta.example\"}
  holding: {name: Holding}
  insider:
    name: Ottokar Weiß
    confidential: {described_as: A person briefed, reason: Fear of dismissal., approved_by: desk}
documents:
  piece: {title: \"Piece: one\", type: article, source: gazeta, authors: [los, Ida Berg], published: 2024-03-12T14:56-04:00, accessed: 2024-03-13, language: pl, url: \"https://gazeta.example/1\"}
  letter: {title: Letter, type: letter, source: insider, created: 2024-03~}
dates:
  call: {title: \"Call & <talk>\", date: 2024-03-12T14:56-04:00, people: [los], organisations: [office], place: Łódź, summary: They talked.}
  sitting: {title: Sitting, date: 2024-03-01/2024-03-11}
  rumour: {title: Rumour, date: \"[2024-03-01..2024-03-11]\"}
  before: {title: Before, date: ../2024-03-12}
  spring: {title: Spring, date: 2024-21}
  year: {title: Year, date: 2023}
  ides: {title: Ides, date: \"-0043-03-15\"}
  secret: {title: Jan Geheim goes, date: 2024, draft: true}
";

fn record() -> Project {
    Project::new()
        .with(
            "content/report.yaml",
            "title: The <leak>\nsummary: What happened.\nbase_url: https://example.org/leak/\n",
        )
        .with("content/facts/all.yaml", RECORD)
}

#[test]
fn what_is_public_goes_out_as_entities() {
    let run = record().run(&["export", "followthemoney"]);
    assert_eq!(run.code, 0, "{}", run.complained);
    assert!(!run.said.contains("Geheim") && !run.said.contains("Ottokar") && !run.said.contains("insider"));
    assert_as_expected("entities", &run.said);
    // Each line is a whole entity, and every tie leads to one.
    let entities: Vec<Value> = run.said.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let ids: Vec<&str> = entities.iter().map(|entity| entity["id"].as_str().unwrap()).collect();
    for entity in &entities {
        for end in [
            "employee",
            "employer",
            "member",
            "organization",
            "owner",
            "asset",
            "document",
            "entity",
            "parent",
            "agent",
            "client",
        ] {
            for id in entity["properties"][end].as_array().into_iter().flatten() {
                assert!(ids.contains(&id.as_str().unwrap()), "{entity}");
            }
        }
    }
}

#[test]
fn the_timeline_goes_out_and_comes_back() {
    let project = record();
    let run = project.run(&["export", "timelinejs", "--out", "timeline.json"]);
    assert_eq!(run.said, "wrote timeline.json\n");
    let text = fs::read_to_string(project.path("timeline.json")).unwrap();
    assert!(!text.contains("Geheim"));
    assert_as_expected("timeline-out", &text);
    // Over the one that is there.
    assert_eq!(project.run(&["export", "timelinejs", "--out", "timeline.json"]).code, 0);

    let back = Project::new();
    back.write("timeline.json", text);
    assert_eq!(back.run(&["import", "timeline.json"]).code, 0);
    let sheet = fs::read_to_string(back.path("content/facts/imported-timeline.yaml")).unwrap();
    assert!(sheet.contains("  call:\n    title: \"Call & <talk>\"\n    date: 2024-03-12T14:56\n"), "{sheet}");
    assert!(
        sheet.contains("  ides:\n    title: Ides\n    date: -0043-03-15\n")
            || sheet.contains("date: \"-0043-03-15\"\n"),
        "{sheet}"
    );
    assert!(sheet.contains("  year:\n    title: Year\n    date: 2023\n"), "{sheet}");
}

#[test]
fn nothing_goes_out_of_a_report_with_errors() {
    let project = record();
    project.write("content/facts/more.yaml", "claims: {odd: {text: Odd., status: reported}}\n");
    let run = project.run(&["export", "followthemoney", "--out", "x.json"]);
    assert_eq!((run.code, project.path("x.json").exists()), (2, false));
    assert!(run.complained.contains("could not be published as it stands"), "{}", run.complained);
}

#[test]
fn an_abstract_is_not_taken_for_a_secret() {
    let project = Project::new();
    let abstracted = "TY  - JOUR\nTI  - Open lines of the ministry\nT2  - Gazeta\nAB  - It asks for lines of the ministry the leak was on.\nN1  - Ottokar Weiß told us in the kitchen\nER  - \n";
    project.write("x.ris", abstracted);
    project.run(&["import", "x.ris"]);
    // The title of the page is that of the document and of the report: `lines of the ministry · The leak`.
    let run = project.run(&["build"]);
    assert_eq!(run.code, 0, "{}", run.said);
    // What somebody noted stays what nobody may see.
    project.write("themes/default/static/x.txt", "Ottokar Weiß told us in the kitchen");
    project.write("content/report.yaml", "title: The leak\ntheme: default\n");
    let run = project.run(&["build"]);
    assert!(run.said.contains("secret-in-output"), "{}", run.said);
}

#[test]
fn a_saved_page_is_read_for_the_checks_in_it() {
    let project = Project::new();
    let check = fs::read_to_string(foreign("factcheck.json")).unwrap();
    let page = format!(
        "<!doctype html><html><head><title>Checks</title>\n<script type=\"application/ld+json\">{{\"@type\": \"WebSite\"}}</script>\n\
         <script data-x=\"1\" type='application/ld+json'>\n{check}</script></head><body>ClaimReview</body></html>"
    );
    project.write("page.html", page);
    let run = project.run(&["import", "page.html"]);
    assert_eq!(run.code, 0, "{}", run.complained);
    assert!(run.said.contains("added 1 person, 1 source, 2 documents, 2 claims to "), "{}", run.said);
    assert_eq!(project.run(&["build"]).code, 0);
}
