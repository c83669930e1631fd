//! Signatures, publications, and what they hold a report to.

mod publishing;
mod signing;
mod verifying;

use std::collections::BTreeSet;
use std::fs;

use crate::project::{Project, Run};

/// A claim with all that is read of it, and an article that states it.
const FACTS: &str = "people:
  jan: {name: Jan Łoś}
organisations:
  ministry: {name: Ministerium}
sources:
  gazette: {name: Gazeta Łódzka}
  agency: {name: Agency}
documents:
  report: {title: A call overheard, type: article, source: gazette, published: 2024-03-01}
  wire: {title: Call overheard, type: wire, source: agency, copy_of: report, published: 2024-03-02}
claims:
  knew: # what he knew
    text: Jan Łoś knew of it.
    summary: Of the line.
    status: reported
    hedge: wohl
    date: 2024-03-01
    about: [jan]
    adverse_to: [jan]
    evidence:
      - {document: wire, said_by: gazette, basis: own-reporting, quote: He knew., at: line 1}
    responses:
      - {party: jan, outcome: denied, quote: I did not.}
    history:
      - {date: 2024-03-01, status: reported, why: The paper said so.}
    reviewed: 2026-11-01
    review_by: 2027-11-01
    notes: Call him again.
    allow: [{rule: dropped-hedge, why: It is not what is tested.}]
";

const ARTICLE: &str = "---
title: The call
date: 2024-03-04
allow: [{rule: dropped-hedge, why: It is not what is tested.}]
---

On that day [](@jan) joined, and [he knew of it](@knew). [@knew]

- One *item*, and `code`.

> Quoted words[^1]

[^1]: A note.
";

fn report() -> Project {
    Project::new().with("content/facts/all.yaml", FACTS).with("content/articles/the-call.md", ARTICLE)
}

/// One that was published.
fn published() -> Project {
    let project = report();
    let run = project.run(&["publish"]);
    assert_eq!(run.code, 0, "{}{}", run.said, run.complained);
    project
}

impl Project {
    /// Replaces words in a file; they must be there.
    fn change(&self, path: &str, from: &str, to: &str) {
        let text = fs::read_to_string(self.path(path)).unwrap();
        assert!(text.contains(from), "{path} has no {from:?}");
        fs::write(self.path(path), text.replacen(from, to, 1)).unwrap();
    }

    fn sign(&self, name: &str, role: &str, what: &[&str]) -> Run {
        let mut arguments = vec!["sign", "--as", name, "--role", role];
        arguments.extend(what);
        self.run(&arguments)
    }

    fn paths(&self, below: &str) -> BTreeSet<String> {
        self.files(below).into_iter().map(|(path, _)| path).collect()
    }
}

const SHEET: &str = "content/facts/all.yaml";
const RECORD: &str = "content/record/0001-2026-11-24.yaml";

/// Whether `check` finds something by this rule.
fn finds(project: &Project, rule: &str) -> bool {
    project.run(&["check"]).said.contains(&format!("[{rule}]"))
}
