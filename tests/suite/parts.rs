//! A report with very many claims: what would be too long for one page comes in parts.

use std::fmt::Write as _;

use crate::project::Project;

#[test]
fn many_claims_are_listed_in_parts_each_once_and_found_by_their_standing() {
    let mut facts = String::from(
        "sources:\n  blatt: {name: Das Blatt}\ndocuments:\n  stueck: {title: Stück, type: article, source: blatt, accessed: 2026-11-20}\nclaims:\n",
    );
    for number in 0..620 {
        let status = if number < 560 { "reported" } else { "unverified" };
        let _ = writeln!(
            facts,
            "  c{number}: {{text: Łoś {number}., status: {status}, evidence: [{{document: stueck, said_by: blatt, basis: own-reporting}}]}}"
        );
    }
    let project = Project::new().with("content/facts/facts.yaml", facts);
    let run = project.run(&["build"]);
    assert_eq!(run.code, 0, "{}{}", run.said, run.complained);

    let (first, second) = (project.page("claims/index.html"), project.page("claims/index.2.html"));
    assert!(!project.path("output/claims/index.3.html").exists());
    for number in 0..620 {
        let link = format!("\"../claims/c{number}.html\"");
        assert_eq!(first.matches(&link).count() + second.matches(&link).count(), 1, "{number}");
    }
    assert!(first.contains("rel=\"next\" href=\"../claims/index.2.html\">Part 2 of 2<"), "{first}");
    assert!(second.contains("rel=\"prev\" href=\"../claims/index.html\">Part 1 of 2<"));
    // Those that are only on the second part are looked for there.
    let method = project.page("method.html");
    assert!(
        method.contains("claims/index.html#standing-reported") && second.contains("id=\"standing-reported\"")
    );
    assert!(method.contains("claims/index.2.html#standing-unverified"));
    assert!(
        project
            .page("index.html")
            .contains("claims/index.2.html#standing-unverified\">All 60 that are unverified")
    );
}
