//! What is found in dates and numbers in words, in three languages: many small reports, each with what is said of it.

use crate::project::Project;

/// The rules that a sheet sets off, each with the words it marks.
fn found(report: &str, files: &[(&str, String)], rule: &str) -> Vec<String> {
    let project = Project::new().with("content/report.yaml", report);
    for (path, text) in files {
        project.write(path, text);
    }
    let said = project.run(&["check"]).said;
    let mark = format!("[{rule}]: ");
    said.lines().filter_map(|line| Some(line.split_once(&mark)?.1.to_owned())).collect()
}

const SPEAKERS: &str = "people: {los: {name: Jan Łoś}, graefe: {name: Änne Gräfe}, weiss: {name: Ida Weiß}}\nsources: {paper: {name: Gazeta}}\n";

/// A sheet with one claim that quotes `quote` from a document in `language`.
fn quoting(language: &str, text: &str, quote: &str, more: &str) -> Vec<(&'static str, String)> {
    let document = format!(
        "documents: {{piece: {{title: Piece, type: article, source: paper, published: 2024-03-12{language}}}}}\n"
    );
    let claim = format!(
        "claims:\n  one:\n    text: \"{text}\"\n    status: unverified\n    evidence: [{{document: piece, quote: \"{quote}\"}}]\n{more}"
    );
    vec![("content/facts/all.yaml", format!("{SPEAKERS}{document}{claim}"))]
}

fn in_language(tag: &str) -> String {
    format!("title: Leak\nlanguage: {tag}\n")
}

fn rows(rule: &str, rows: &[(&str, &str, &str, &str, &str)]) {
    for (language, text, quote, more, expected) in rows {
        let files = quoting(&format!(", language: {language}"), text, quote, more);
        let found = found(&in_language(language), &files, rule).join(" | ");
        assert_eq!(found, *expected, "{text} / {quote} / {more}");
    }
}

#[test]
fn a_relative_date_needs_a_date() {
    let dated = "    date: 2024-03-11\n    inferred: [year, month, day]\n";
    let occasion =
        "    about: [call]\ndates: {call: {title: Call, date: 2024-03-11, inferred: [year, month, day]}}\n";
    let occasions = "    about: [call, other]\ndates: {call: {title: Call, date: 2024-03-11, inferred: [year, month, day]}, other: {title: Other, date: 2024}}\n";
    rows(
        "unresolved-relative-date",
        &[
            (
                "en",
                "It came out on Monday.",
                "it came out",
                "",
                "which day `Monday` is cannot be told: this claim has no date",
            ),
            (
                "en",
                "It came out.",
                "it came out yesterday",
                "",
                "which day `yesterday` is cannot be told: this claim has no date",
            ),
            (
                "de",
                "Es wurde bekannt.",
                "wurde am Montagabend bekannt",
                "",
                "which day `Montagabend` is cannot be told: this claim has no date",
            ),
            (
                "de",
                "Es geschah vor drei Tagen.",
                "es geschah",
                "",
                "which day `vor drei Tagen` is cannot be told: this claim has no date",
            ),
            (
                "pl",
                "Ujawniono to w poniedziałek.",
                "ujawniono",
                "",
                "which day `poniedziałek` is cannot be told: this claim has no date",
            ),
            (
                "pl",
                "Ujawniono to.",
                "ujawniono w ubiegłym tygodniu",
                "",
                "which day `ubiegłym tygodniu` is cannot be told: this claim has no date",
            ),
            (
                "en",
                "It came out.",
                "it came out on Monday",
                occasions,
                "which day `Monday` is cannot be told: this claim has no date",
            ),
            ("en", "It came out on Monday.", "on Monday evening", dated, ""),
            ("en", "It came out.", "on Monday evening", occasion, ""),
            ("en", "It came out on Monday, 11 March 2024.", "it came out", "", ""),
            ("en", "The Good Friday Agreement holds.", "every Monday they met", "", ""),
            ("de", "Es stand in der Bild am Sonntag.", "montags tagten sie", "", ""),
            ("pl", "Spotykali się w każdy poniedziałek.", "w Środzie Wielkopolskiej", "", ""),
            ("fr", "Lundi.", "it came out on Monday", "", ""),
        ],
    );
}

#[test]
fn all_relative_dates_of_a_claim_are_shown_as_one() {
    let files = quoting(", language: en", "It came out on Monday.", "it came out on Monday evening", "");
    let project = Project::new().with("content/facts/all.yaml", &files[0].1);
    let said = project.run(&["check"]).said;
    assert_eq!(said.matches("[unresolved-relative-date]").count(), 1, "{said}");
    assert!(said.contains("nor which `Monday evening` is"), "{said}");
}

#[test]
fn what_a_date_has_more_than_its_quotations_is_inferred() {
    let whole =
        "no quotation behind this date gives the year, month and day, and it is not marked as inferred";
    let year = "no quotation behind this date gives the year, and it is not marked as inferred";
    let own = |date: &str, inferred: &str| format!("    date: {date}\n{inferred}");
    let event = |date: &str| format!("    about: [call]\ndates: {{call: {{title: Call, {date}}}}}\n");
    let cases = [
        ("en", "on February 19", own("2024-02-19", ""), year),
        ("de", "am 19. Februar", own("2024-02-19", ""), year),
        ("pl", "19 lutego", own("2024-02-19", ""), year),
        ("en", "on Monday evening", own("2024-03-11", ""), whole),
        (
            "en",
            "in March 2024",
            own("2024-03-11", ""),
            "no quotation behind this date gives the day, and it is not marked as inferred",
        ),
        (
            "en",
            "on 12 March 2024",
            own("2024-03-12T14:56-04:00", ""),
            "no quotation behind this date gives the time, and it is not marked as inferred",
        ),
        ("en", "between March 1 and March 11", own("\"[2024-03-01..2024-03-11]\"", ""), year),
        ("en", "on February 19", event("date: 2024-02-19"), year),
        (
            "en",
            "on Monday evening",
            own("2024-03-11", "    inferred: [day]\n"),
            "no quotation behind this date gives the year and month, and it is not marked as inferred",
        ),
        ("en", "on February 19", own("2024-02-19", "    inferred: [year]\n"), ""),
        ("en", "on February 19", event("date: 2024-02-19, inferred: [year]"), ""),
        ("en", "on February 19, 2024", own("2024-02-19", ""), ""),
        ("de", "am Montag, dem 11. März 2024", own("2024-03-11", ""), ""),
        ("pl", "w poniedziałek, 11 marca 2024 r.", own("2024-03-11", ""), ""),
        ("en", "2:56 PM EDT, March 12, 2024", own("2024-03-12T14:56-04:00", ""), ""),
        ("en", "they talked", own("2024-02-19", ""), ""),
        ("en", "on March 1", own("2024-02-19", ""), ""),
        ("en", "on Monday evening", own("../2024-03-12", ""), ""),
        ("en", "on February 19", own("2024-02-19?", ""), ""),
        ("en", "on February 19", own("193X", ""), ""),
        ("fr", "on February 19", own("2024-02-19", ""), ""),
    ];
    for (language, quote, more, expected) in cases {
        rows("undeclared-inference", &[(language, "Rozmowa.", quote, &more, expected)]);
    }
}

#[test]
fn words_of_which_nobody_says_the_language_are_read_in_all() {
    for (quote, count) in
        [("am 19. Februar", 1), ("19 lutego", 1), ("am 19. Februar 2024", 0), ("19 lutego 2024 r.", 0)]
    {
        let files = quoting("", "They talked.", quote, "    date: 2024-02-19\n");
        assert_eq!(found("title: Leak\n", &files, "undeclared-inference").len(), count, "{quote}");
    }
}

#[test]
fn a_weekday_is_held_against_its_date() {
    let wrong = "11 March 2024 is a Monday, not a Tuesday";
    let own = "    date: 2024-03-11\n    inferred: [year, month, day]\n";
    let said =
        "    date: 2024-03-11\n    kind: utterance\n    speaker: los\n    inferred: [year, month, day]\n";
    rows(
        "wrong-weekday",
        &[
            ("en", "It came out on Tuesday, 11 March 2024.", "it came out", "", wrong),
            ("en", "It came out.", "on March 11, 2024, a Tuesday", "", wrong),
            ("de", "Am Dienstag, dem 11. März 2024, wurde es bekannt.", "es", "", wrong),
            ("pl", "Ujawniono to we wtorek, 11 marca 2024 r.", "ujawniono", "", wrong),
            ("pl", "Ujawniono to.", "11 marca 2024 roku, we wtorek", "", wrong),
            ("en", "It came out.", "it came out on Tuesday evening", own, wrong),
            ("de", "Es wurde bekannt.", "wurde am Dienstagabend bekannt", own, wrong),
            ("pl", "Ujawniono to.", "ujawniono we wtorek wieczorem", own, wrong),
            ("en", "It came out.", "on Tuesday, 11 March, it came out", own, wrong),
            ("en", "He spoke.", "on Tuesday, 11 March", said, wrong),
            ("en", "It came out on Monday, 11 March 2024.", "on Monday evening", own, ""),
            ("en", "It came out.", "it came out, the ministry said on Tuesday", own, ""),
            ("de", "Es wurde bekannt.", "wurde bekannt, teilte das Amt am Dienstag mit", own, ""),
            ("pl", "Ujawniono to.", "ujawniono, podało biuro we wtorek", own, ""),
            ("en", "He spoke.", "we will meet on Tuesday", said, ""),
            ("en", "It came out.", "between Monday and Tuesday", own, ""),
            ("de", "Es brannte.", "in der Nacht zum Dienstag", own, ""),
            ("en", "It came out.", "on Tuesday, 12 March", own, ""),
            ("en", "It came out on Tuesday.", "it came out", "    date: 2024-03\n", ""),
        ],
    );
}

#[test]
fn a_weekday_in_the_title_or_a_summary_of_a_date_is_held_against_it() {
    let cases = [
        ("title: Talks on Tuesday, date: 2024-03-11", 1),
        ("title: Talks on Monday, date: 2024-03-11", 0),
        ("title: Talks on Tuesday, date: 2024-03", 0),
        ("title: 'Talks on Tuesday, 11 March 2024', date: 2024", 1),
        ("title: Talks, date: 2024-03-11, summary: 'They met on Tuesday, 11 March.'", 1),
        ("title: Talks, date: 2024, summary: 'They met on Tuesday, 11 March 2024.'", 1),
        // A summary can go on to another day.
        ("title: Talks, date: 2024-03-11, summary: They met again on Tuesday.", 0),
        ("title: Talks, date: 2024-03-11, summary: 'They met again on Tuesday, 12 March.'", 0),
    ];
    for (event, count) in cases {
        let files = [("content/facts/all.yaml", format!("dates: {{talks: {{{event}}}}}\n"))];
        assert_eq!(found("title: Leak\n", &files, "wrong-weekday").len(), count, "{event}");
    }
    let summary = "    summary: Am Dienstag, dem 11. März 2024.\n";
    let wrong = "11 March 2024 is a Monday, not a Tuesday";
    rows("wrong-weekday", &[("de", "Es wurde bekannt.", "es", summary, wrong)]);
}

#[test]
fn a_weekday_in_an_article_is_held_against_the_date_beside_it() {
    let cases = [
        ("en", "It came out on Tuesday, [11 March 2024](@los).", 1),
        ("en", "It came out on *Tuesday*, 11 March 2024.", 1),
        ("de", "Am Dienstag, dem 11. März 2024, wurde es bekannt.", 1),
        ("pl", "Ujawniono to we wtorek, 11 marca 2024 r., wieczorem.", 1),
        ("en", "It came out on Monday, 11 March 2024. Tuesday was quiet.", 0),
        ("de", "Am 11. März 2024. Dienstag war es ruhig.", 0),
        ("en", "On Tuesday the ministry spoke of 11 March 2024.", 0),
        ("en", "It came out on Tuesday, 11 March.", 0),
    ];
    for (language, text, count) in cases {
        let files = [
            ("content/facts/all.yaml", SPEAKERS.to_owned()),
            ("content/articles/one.md", format!("---\ntitle: One\nlang: {language}\n---\n{text}\n")),
        ];
        assert_eq!(found("title: Leak\n", &files, "wrong-weekday").len(), count, "{text}");
    }
}

#[test]
fn a_number_of_people_agrees_with_those_listed() {
    let about = |people: &str| format!("    about: [{people}]\n");
    let short = |words: &str, listed: &str| format!("`{words}` and the people listed do not agree: {listed}");
    let cases = [
        ("en", "Four officers talked.", about("los, graefe"), short("Four officers", "2 named")),
        (
            "de",
            "Vier hochrangige Offiziere sprachen.",
            about("los"),
            short("Vier hochrangige Offiziere", "1 named"),
        ),
        ("pl", "Rozmawiało czterech oficerów.", about("los, graefe"), short("czterech oficerów", "2 named")),
        (
            "en",
            "Łoś and three other officers talked.",
            about("los, graefe, weiss"),
            short("three other officers", "3 named"),
        ),
        (
            "en",
            "Four officers talked.",
            about("los") + "    unnamed: 2\n",
            short("Four officers", "1 named and 2 without a name"),
        ),
        (
            "en",
            "Two officers talked.",
            about("los") + "    unnamed: 3\n",
            short("Two officers", "1 named and 3 without a name"),
        ),
        ("en", "Four officers talked.", about("los, graefe") + "    unnamed: 2\n", String::new()),
        (
            "en",
            "Łoś and three other officers talked.",
            about("los, graefe") + "    unnamed: 2\n",
            String::new(),
        ),
        ("en", "Two officers told Ida Weiß.", about("los, graefe, weiss"), String::new()),
        ("en", "Four officers talked.", String::new(), String::new()),
        ("en", "About four officers talked.", about("los"), String::new()),
        ("en", "Four missiles were named.", about("los"), String::new()),
        ("de", "Drei bis vier Offiziere sprachen.", about("los"), String::new()),
        ("pl", "Rozmawiało około czterech oficerów.", about("los"), String::new()),
        (
            "en",
            "Änne Gräfe and three others were on the line.",
            about("graefe"),
            short("three others", "1 named"),
        ),
        ("de", "Änne Gräfe und drei andere hörten zu.", about("graefe"), short("drei andere", "1 named")),
        ("pl", "Łoś i trójka innych słuchali.", about("los"), short("trójka innych", "1 named")),
        ("en", "Łoś and two others talked.", about("los, graefe, weiss"), String::new()),
        ("en", "Łoś and three others talked.", about("los") + "    unnamed: 3\n", String::new()),
        ("en", "Two soldiers and three officers talked.", about("los") + "    unnamed: 4\n", String::new()),
    ];
    for (language, text, more, expected) in cases {
        rows("headcount-mismatch", &[(language, text, "they talked", &more, &expected)]);
    }
}

#[test]
fn a_date_lists_just_as_many_as_its_title_counts() {
    let cases = [
        ("title: Four officers talk, people: [los, graefe]", 1),
        ("title: Talk, summary: Four people take part, people: [los, graefe, weiss]", 1),
        ("title: Two officers talk, people: [los, graefe, weiss]", 1),
        ("title: Talk of two people, people: [los, graefe, weiss]", 1),
        ("title: Four officers talk, people: [los, graefe], unnamed: 2", 0),
        ("title: Łoś meets two officers, people: [los, graefe, weiss]", 0),
        ("title: Four officers talk, organisations: []", 0),
    ];
    for (event, count) in cases {
        let sheet = format!("{SPEAKERS}dates: {{call: {{date: 2024-02-19, {event}}}}}\n");
        let files = [("content/facts/all.yaml", sheet)];
        assert_eq!(found("title: Leak\n", &files, "headcount-mismatch").len(), count, "{event}");
    }
}

#[test]
fn a_claim_counts_those_who_took_part_in_what_it_is_about() {
    let of = |listed: &str| {
        format!(
            "    about: [call]\ndates: {{call: {{title: Call, date: 2024-02-19, people: [los, graefe]{listed}}}}}\n"
        )
    };
    let text = "Four officers talked on 19 February 2024.";
    let short = "`Four officers` and the people listed do not agree: 2 named";
    rows(
        "headcount-mismatch",
        &[("en", text, "they talked", &of(""), short), ("en", text, "they talked", &of(", unnamed: 2"), "")],
    );
}
