//! Nothing that is not public stands in any byte of the site.

use std::fmt::Write as _;
use std::fs;

use crate::project::{Project, Run};

/// Planted where it must not come out.
const CANARY: &str = "Kanarienvögelchen";

/// A report with a canary in every field that can hold a secret.
fn planted() -> Project {
    let mut notes = String::new();
    for (section, fields) in [
        ("people", "name: Änne Łoś"),
        ("organisations", "name: Ministerium"),
        ("documents", "title: Bericht, type: article, source: gazette"),
        ("dates", "title: Der Anruf, date: 2024-02-19"),
        (
            "claims",
            "text: Es war so., status: reported, since: 2024-03-12, evidence: [{document: public-documents}]",
        ),
    ] {
        let _ = writeln!(
            notes,
            "{section}:\n  public-{section}: {{{fields}, notes: {CANARY}}}\n  draft-{section}: {{{fields}, summary: {CANARY}, draft: true}}\n  later-{section}: {{{fields}, summary: {CANARY}, embargo: 2099-01-01T00:00+01:00}}"
        );
    }
    let sources = format!(
        "sources:
  gazette: {{name: Gazeta Łódzka, notes: {CANARY}}}
  insider:
    name: {CANARY} Mustermann
    also: [{CANARY}]
    url: https://example.org/{CANARY}
    summary: {CANARY}
    notes: {CANARY}
    image: media/secret.jpg
    counts_with: [secret-tie]
    confidential: {{described_as: A person briefed on the inquiry, reason: Fears dismissal., approved_by: {CANARY}}}
  secret-tie: {{name: {CANARY}, draft: true}}
claims:
  whispered:
    text: Somebody whispered it.
    status: reported
    evidence:
      - {{document: public-documents, said_by: insider, basis: witness}}
      - {{document: public-documents, said_by: public-organisations}}
  draft-claim:
    text: {CANARY}
    status: reported
    draft: true
    contradicts: [whispered]
    refines: [whispered]
    evidence: [{{document: draft-documents, quote: {CANARY}}}]
  kept-documents-use:
    text: Kept.
    status: reported
    draft: true
    evidence: [{{document: draft-kept}}]
documents:
  draft-kept: {{title: {CANARY}, type: letter, source: gazette, draft: true, archive: {{file: archive/secret.txt, public: true}}}}
  kept: {{title: Kept, type: letter, source: gazette, archive: {{file: archive/kept.txt, public: false}}}}
media:
  media/secret.jpg: {{alt: {CANARY}, credit: {CANARY}, licence: {CANARY}}}
  media/draft.jpg: {{alt: {CANARY}, credit: {CANARY}, licence: {CANARY}}}
"
    );
    Project::new()
        .with("content/facts/notes.yaml", notes)
        .with("content/facts/sources.yaml", sources)
        .with("content/media/secret.jpg", CANARY)
        .with("content/media/draft.jpg", CANARY)
        .with("content/archive/secret.txt", CANARY)
        .with("content/archive/kept.txt", CANARY)
        .with("content/articles/draft.md", format!("---\ntitle: {CANARY}\ndraft: true\n---\n{CANARY} [x](@draft-claims)\n\n![x](/media/draft.jpg)\n"))
        .with("content/articles/public.md", format!("---\ntitle: The leak\nnotes: {CANARY}\n---\n[](@insider) says [it is so](@whispered).\n\n<!-- not for the desk alone -->\n"))
}

#[test]
fn no_canary_gets_out() {
    let project = planted();
    let run = project.run(&["build"]);
    assert_eq!(run.code, 0, "{}", run.said);
    let files = project.files("output");
    assert!(files.iter().any(|(path, _)| path == "sources/insider.html"), "the source has a page");
    assert!(project.page("sources/insider.html").contains("A person briefed on the inquiry"));
    for (path, bytes) in &files {
        let text = String::from_utf8_lossy(bytes).to_lowercase();
        for secret in [
            "kanarienv",
            "secret-tie",
            "draft-",
            "later-",
            "mustermann",
            "secret.jpg",
            "secret.txt",
            "draft.jpg",
            "kept.txt",
        ] {
            assert!(!path.contains(secret) && !text.contains(secret), "`{secret}` stands in {path}");
        }
    }
}

#[test]
fn the_canary_would_be_seen() {
    let project = planted();
    let notes = fs::read_to_string(project.path("content/facts/notes.yaml")).unwrap();
    // A summary is public, and what it says is said.
    let told = notes.replace("name: Änne Łoś, notes", "name: Änne Łoś, summary").replace(CANARY, "Kanarie");
    project.write("content/facts/notes.yaml", told);
    let run = project.run(&["build"]);
    assert_eq!(run.code, 0, "{}", run.said);
    assert!(project.page("people/public-people.html").contains("Kanarie"));
}

#[test]
fn what_counts_with_a_secret_tie_does_not_say_with_whom() {
    let project = planted();
    let sources = fs::read_to_string(project.path("content/facts/sources.yaml")).unwrap();
    project.write(
        "content/facts/sources.yaml",
        sources.replace("counts_with: [secret-tie]", "counts_with: [public-organisations]"),
    );
    let run = project.run(&["build"]);
    assert_eq!(run.code, 0, "{}", run.said);
    let claim = project.page("claims/whispered.html");
    assert!(
        claim.contains("one independent origin")
            || claim.contains("One independent origin")
            || claim.contains("one origin")
            || claim.contains("One origin"),
        "{claim}"
    );
}

/// A report with a confidential source, a note and a draft, of which nothing leaks.
fn quiet() -> Project {
    Project::new()
        .with(
            "content/facts/secret.yaml",
            "sources:
  insider:
    name: Jan Łoś
    confidential: {described_as: A person briefed on the inquiry, reason: Fears dismissal., approved_by: desk}
  gazette: {name: Gazeta Łódzka, notes: Der Kanarienvogel zwitschert heimlich im Keller}
documents:
  letter: {title: Brief, type: letter, source: gazette}
",
        )
        .with(
            "content/articles/later.md",
            "---\ntitle: Später\ndraft: true\n---\nMorgen fliegt der Kanarienvogel davon.\n",
        )
}

/// Builds, and sees that nothing was written and no secret was said.
fn stopped(project: &Project) -> Run {
    let run = project.run(&["build"]);
    assert_eq!(run.code, 1, "{}", run.said);
    assert!(run.said.ends_with("; nothing was written\n"), "{}", run.said);
    assert!(run.said.contains("error[secret-in-output]"), "{}", run.said);
    let said = run.said.to_lowercase();
    for secret in ["łoś", "los ", "jan-los", "kanarienvogel", "zwitschert"] {
        assert!(!said.contains(secret), "`{secret}` is said: {}", run.said);
    }
    assert!(!project.path("output/index.html").exists());
    run
}

#[test]
fn a_report_that_leaks_nothing_is_built() {
    let run = quiet().run(&["build"]);
    assert_eq!(run.code, 0, "{}", run.said);
}

#[test]
fn an_article_that_names_the_source_stops_the_build() {
    let project = quiet().with("content/articles/a.md", "---\ntitle: Der Anruf\n---\nWie *Jan* Łoś sagte.\n");
    let run = stopped(&project);
    assert!(run.said.contains("a secret name of the source `insider` stands here"), "{}", run.said);
    assert!(run.said.contains("content/articles/a.md:4:11"), "{}", run.said);
    let run = project.run(&["check"]);
    assert!(run.code == 1 && run.said.contains("content/articles/a.md:4:11"), "{}", run.said);
}

#[test]
fn the_family_name_alone_stops_it_in_whatever_form_unless_somebody_openly_has_it() {
    let told = |words: &str| {
        let article = format!("---\ntitle: Der Anruf\n---\n{words}\n");
        let run =
            quiet().with("content/articles/a.md", article).run(&["check", "--only", "secret-in-output"]);
        assert!(!run.said.contains("Łoś") && !run.said.contains("Łosi"), "{}", run.said);
        run.code == 1
    };
    for words in ["Łoś said so.", "Łoś’s words", "Słowa Łosia", "Łosiowi", "Herr ŁOŚ", "![Łoś](/media/a.jpg)"]
    {
        assert!(told(words), "{words}");
    }
    for words in ["Es geht los.", "Łódź", "[](@insider) said so."] {
        assert!(!told(words), "{words}");
    }
    let people = "people: {anna-los: {name: Änne Łoś}}\n";
    let article = "---\ntitle: Der Anruf\n---\n[](@anna-los) said so. Łoś was there.\n";
    let project = quiet().with("content/facts/p.yaml", people).with("content/articles/a.md", article);
    let run = project.run(&["build"]);
    assert_eq!(run.code, 0, "{}", run.said);
    // In a claim, where it is typed.
    let claims = "claims:\n  one: {text: Łoś saw it., status: unverified, evidence: [{document: letter}]}\n";
    let run = quiet().with("content/facts/c.yaml", claims).run(&["check"]);
    assert!(run.said.contains("content/facts/c.yaml:2:15"), "{}", run.said);
}

#[test]
fn an_id_or_an_old_address_that_tells_is_found() {
    let source = |more: &str| {
        format!(
            "sources:\n  insider: {{name: Jan Müller, {more}confidential: {{described_as: An insider, reason: Fear., approved_by: desk}}}}\n  gazette: {{name: Gazeta}}\n"
        )
    };
    let check = |sheet: String| Project::new().with("content/facts/s.yaml", sheet).run(&["check"]);
    let talk = "documents: {talk: {title: Talk, type: interview, source: insider}}\n";
    for sheet in [
        source("was: [muller], "),
        source("was: [mueller-called], "),
        source("") + &talk.replace("talk:", "talk-mueller:"),
        source("") + &talk.replace("type:", "was: [muller-talk], type:"),
    ] {
        let run = check(sheet.clone());
        assert!(run.said.contains("error[revealing-id]"), "{sheet}{}", run.said);
    }
    let run = check(source("was: [the-clerk], ") + talk);
    assert!(!run.said.contains("revealing-id"), "{}", run.said);
}

#[test]
fn left_empty_nothing_is_kept_secret_and_that_is_told() {
    for (sheet, field) in [
        ("sources: {insider: {name: Jan Łoś, confidential: }}", "confidential"),
        ("people: {anna: {name: Anna, draft: }}", "draft"),
        ("people: {anna: {name: Anna, embargo: ~}}", "embargo"),
    ] {
        let run = Project::new().with("content/facts/s.yaml", sheet).run(&["check"]);
        assert!(run.code == 1 && run.said.contains("error[wrong-type]"), "{field}: {}", run.said);
        assert!(!run.said.contains("Łoś"), "{}", run.said);
    }
}

#[test]
fn a_theme_that_leaks_stops_the_build() {
    let text = quiet().with("themes/default/static/note.txt", "zwitschert heimlich im Keller");
    assert!(
        stopped(&text).said.contains("words of the desk's `notes` on `gazette` stand in `static/note.txt`")
    );
    let template =
        quiet().with("themes/default/templates/404.html", "<p>Morgen fliegt der <b>Kanarien</b>vogel davon");
    assert!(stopped(&template).said.contains("words of the draft `later` stand in `404.html`"));
    let font = quiet().with("themes/default/static/font.woff2", "wOF2\0\0 by Jan Łoś");
    assert!(stopped(&font).said.contains("`static/font.woff2`"));
    let name = quiet().with("themes/default/static/jan-los.woff2", "wOF2");
    assert!(stopped(&name).said.contains("the name of a file in `static`"));
}

#[test]
fn a_public_kept_copy_that_names_the_source_stops_the_build_and_a_quotation_does_not() {
    let sheet = "documents:\n  kept: {title: Kept, type: letter, source: gazette, archive: {file: archive/kept.txt, public: true}}\n";
    let project = quiet().with("content/facts/kept.yaml", sheet);
    project.write("content/archive/kept.txt", "Gezeichnet: J. Łoś");
    assert!(stopped(&project).said.contains("`archive/kept.txt`"));
    for (kept, why) in [
        ("Gezeichnet: Herr Łoś".to_owned().into_bytes(), "the family name alone"),
        ("Gezeichnet: Jan Ło-\n  ś, im Keller".to_owned().into_bytes(), "parted at the end of a line"),
        (b"Gezeichnet: Jan \xA3o\xB6".to_vec(), "ISO 8859-2"),
        (b"MIME-Version: 1.0\r\nFrom: =?utf-8?Q?Jan_=C5=81o=C5=9B?= <x@example.org>\r\n\r\nHallo".to_vec(), "the head of a letter"),
        (
            b"MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nHallo Jan =C5=81o=\r\n=C5=9B\r\n".to_vec(),
            "a letter, quoted-printable",
        ),
        (
            "<w:p><w:r><w:t>Jan </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>Ło</w:t></w:r><w:r><w:t>ś</w:t></w:r></w:p>".to_owned().into_bytes(),
            "the runs of an office document",
        ),
    ] {
        project.write("content/archive/kept.txt", kept);
        let run = stopped(&project);
        assert!(run.said.contains("`archive/kept.txt`"), "{why}: {}", run.said);
    }
    // The draft quotes what everybody can read there.
    project.write("content/archive/kept.txt", "Morgen fliegt der Kanarienvogel davon.");
    let run = project.run(&["build"]);
    assert_eq!(run.code, 0, "{}", run.said);
    assert_eq!(
        project.page("archive/kept.txt"),
        "Morgen fliegt der Kanarienvogel davon.",
        "its bytes are as they were"
    );
}

/// An article that shows a picture, and what must be said of that.
fn shows(picture: impl AsRef<[u8]>) -> Project {
    let said = "media:\n  media/a.jpg: {alt: Ein Telefon, credit: Änne Gräfe, licence: CC-BY-4.0}\n";
    quiet()
        .with("content/facts/media.yaml", said)
        .with("content/articles/a.md", "---\ntitle: Der Anruf\n---\n![Ein Telefon](/media/a.jpg)\n")
        .with("content/media/a.jpg", picture)
}

/// A picture with where, by whom and with what it was made: JPEG, with EXIF in its simplest form.
fn photograph() -> Vec<u8> {
    let words = |tag: u8, at: u8| [tag, 0x01, 2, 0, 14, 0, 0, 0, at, 0, 0, 0];
    let exif = [
        b"Exif\0\0II*\0\x08\0\0\0\x02\0".as_slice(),
        &words(0x0F, 38),
        &words(0x10, 52),
        &[0; 4],
        b"Kanarienvogel\0Kanarienvogel\0",
    ]
    .concat();
    let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
    let picture = b"\xFF\xDB\0\x04\x01\x02\xFF\xDA\0\x04\x05\x06shown\xFF\xD9";
    [b"\xFF\xD8\xFF\xE1".as_slice(), &length, &exif, picture].concat()
}

#[test]
fn a_picture_is_published_without_what_it_tells_of_its_making() {
    let project = shows(photograph());
    let run = project.run(&["build"]);
    assert_eq!(run.code, 0, "{}", run.said);
    let published = fs::read(project.path("output/media/a.jpg")).unwrap();
    assert_eq!(published, b"\xFF\xD8\xFF\xDB\0\x04\x01\x02\xFF\xDA\0\x04\x05\x06shown\xFF\xD9");
    assert_eq!(
        fs::read(project.path("content/media/a.jpg")).unwrap(),
        photograph(),
        "the original is left alone"
    );
    let run = project.run(&["build"]);
    assert!(run.said.contains("nothing changed"), "{}", run.said);

    let project = shows("II*\0 a TIFF");
    let run = stopped(&project);
    assert!(
        run.said.contains("content/articles/a.md:4:1") && run.said.contains("save it as JPEG"),
        "{}",
        run.said
    );
}

#[test]
fn a_kept_copy_that_tells_of_its_making_cannot_be_public() {
    let sheet = |public: bool| {
        format!(
            "documents:\n  kept: {{title: Kept, type: photograph, source: gazette, archive: {{file: archive/a.jpg, public: {public}}}}}\n"
        )
    };
    let project =
        quiet().with("content/archive/a.jpg", photograph()).with("content/facts/kept.yaml", sheet(true));
    let run = stopped(&project);
    assert!(run.said.contains("`archive/a.jpg` tells with which device"), "{}", run.said);
    assert!(run.said.contains("content/facts/kept.yaml:2:"), "{}", run.said);
    project.write("content/facts/kept.yaml", sheet(false));
    assert_eq!(project.run(&["build"]).code, 0);
}

#[test]
fn a_kept_copy_that_nobody_can_look_into_cannot_be_public() {
    let sheet = |public: bool| {
        format!(
            "documents:\n  kept: {{title: Kept, type: letter, source: gazette, archive: {{file: archive/a.7z, public: {public}}}}}\n"
        )
    };
    let packed = b"7z\xBC\xAF\x27\x1C\0\x04".as_slice();
    let project = quiet().with("content/archive/a.7z", packed).with("content/facts/kept.yaml", sheet(true));
    let run = stopped(&project);
    assert!(
        run.said.contains("nobody can say what `archive/a.7z` shows: it is packed as 7z"),
        "{}",
        run.said
    );
    project.write("content/facts/kept.yaml", sheet(false));
    assert_eq!(project.run(&["build"]).code, 0);
}

#[test]
fn an_embargo_ends_at_its_instant_in_whatever_zone() {
    // The program is run at 2026-11-24T06:00Z.
    for (embargo, public) in [
        ("2026-11-24T06:00Z", true),
        ("2026-11-24T06:01Z", false),
        ("2026-11-24T07:00+01:00", true),
        ("2026-11-24T07:01+01:00", false),
        ("2026-11-23T20:00-10:00", true),
        ("2026-11-23T20:01-10:00", false),
        ("2026-11-24T11:45+05:45", true),
        ("2026-11-24T11:46+05:45", false),
    ] {
        let article = format!(
            "---\ntitle: Der Anruf\nembargo: {embargo}\n---\nGestern zwitscherte ein Kanarienvogel im Keller.\n"
        );
        let project = Project::new().with("content/articles/a.md", article);
        let run = project.run(&["build"]);
        assert_eq!(run.code, 0, "{embargo}: {}", run.said);
        assert_eq!(project.path("output/articles/a.html").exists(), public, "{embargo}");
        // What leaks before the instant is no secret after it.
        project.write("themes/default/static/a.txt", "gestern zwitscherte ein Kanarienvogel");
        let run = project.run(&["build"]);
        assert_eq!(run.code, i32::from(!public), "{embargo}: {}", run.said);
    }
}

#[test]
fn no_finding_shows_a_line_with_what_is_secret_of_a_source() {
    let sheet = "sources:\n  los: {name: Jan Łoś, url: https://example.org/zwitschert, notes: Kanarienvogel, confidential: {described_as: An insider, reason: Fear., approved_by: desk}}\n";
    let run = Project::new().with("content/facts/s.yaml", sheet).run(&["check"]);
    assert!(run.said.contains("error[revealing-id]"), "{}", run.said);
    for secret in ["Łoś", "zwitschert", "Kanarienvogel"] {
        assert!(!run.said.contains(secret), "{}", run.said);
    }
    assert!(run.said.contains("described_as: An insider"), "the rest of the line is shown: {}", run.said);

    // Nor does a message, wherever else the name is typed.
    let sheet = "people: {anna-los: {name: Änne Łoś}}\nsources:\n  insider: {name: Łuczak, confidential: {described_as: An insider, reason: Fear., approved_by: desk}}\n";
    let article = "---\ntitle: Der Anruf\n---\n[Änne Łoś](@anna-los) spoke to Thomas Łuczak.\n";
    let project = Project::new().with("content/facts/s.yaml", sheet).with("content/articles/a.md", article);
    let run = project.run(&["check"]);
    assert!(run.said.contains("[unknown-person]"), "{}", run.said);
    assert!(!run.said.contains("Łuczak"), "{}", run.said);

    // What is wrong with a secret is told without it.
    let sheet = "sources:\n  insider: {name: Jan Łoś, url: htp/zwitschert, counts_with: [kanarienvogel], confidential: {described_as: An insider, reason: Fear., approved_by: desk}}\n";
    let run = Project::new().with("content/facts/s.yaml", sheet).run(&["check"]);
    for told in ["error[bad-address]", "error[unknown-id]"] {
        assert!(run.said.contains(told), "{told}: {}", run.said);
    }
    for secret in ["zwitschert", "kanarienvogel"] {
        assert!(!run.said.contains(secret), "{}", run.said);
    }

    // Nor where the source itself could not be read, in whatever form findings are told.
    for sheet in [
        "sources:\n  insider: {name: [Jan Kwaśniak], confidential: {described_as: An insider}}\n",
        "sources:\n  Jan-Kwaśniak: {name: Jan Kwaśniak, confidential: {described_as: An insider}}\n",
        "sources:\n  insider: {name: Jan Kwaśniak, kind: [x, confidential: {described_as: An insider}\n",
        "sources:\n  insider:\n\tname: Jan Kwaśniak\n    confidential: {described_as: An insider}\n",
        "sources:\n  insider:\n    name: Jan Kwaśniak: a clerk\n    confidential: {described_as: An insider}\n",
    ] {
        for format in ["human", "json", "sarif", "github"] {
            let run = Project::new().with("content/facts/s.yaml", sheet).run(&["check", "--format", format]);
            assert!(run.code == 1 && !run.said.contains("Kwaśniak"), "{format}: {}", run.said);
        }
    }
}
