//! The docs as a site: every link in it leads somewhere, to the very heading.

#[path = "../../../docs/site/markdown.rs"]
mod markdown;
#[path = "../../../docs/site/site.rs"]
mod site;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use super::ROOT;
use crate::project::files_below;

/// What is in the folder; the extension for VS Code may have been packaged there.
fn docs() -> impl Iterator<Item = (String, Vec<u8>)> {
    let files = files_below(&Path::new(ROOT).join("docs"));
    files.into_iter().filter(|(path, _)| !path.contains("/node_modules/"))
}

/// The pages as the example `docs` makes them, and the addresses of the files beside them.
fn made(change: impl Fn(&str, String) -> String) -> (BTreeMap<String, String>, BTreeSet<String>) {
    let mut texts = BTreeMap::new();
    let mut files = BTreeSet::new();
    for (path, bytes) in docs() {
        let path = format!("docs/{path}");
        if path.strip_suffix(".md").is_some() {
            let text = change(&path, String::from_utf8(bytes).unwrap());
            texts.insert(path, text);
        } else {
            files.extend(site::address_of_file(&path).map(str::to_owned));
        }
    }
    for path in site::PAGES_BESIDE {
        texts.insert(path.to_owned(), fs::read_to_string(Path::new(ROOT).join(path)).unwrap());
    }
    (site::site(&texts).unwrap(), files)
}

/// Every file of the site, by its address.
pub(super) fn all_files() -> BTreeMap<String, Vec<u8>> {
    let (pages, _) = made(|_, text| text);
    let mut files: BTreeMap<_, _> = pages.into_iter().map(|(address, html)| (address, html.into())).collect();
    for (path, bytes) in docs() {
        let path = format!("docs/{path}");
        if path.strip_suffix(".md").is_none() {
            files.extend(site::address_of_file(&path).map(|address| (address.to_owned(), bytes)));
        }
    }
    files
}

/// What stands between `before` and the next quotation mark.
fn quoted<'h>(html: &'h str, before: &'h str) -> impl Iterator<Item = &'h str> {
    html.split(before).skip(1).filter_map(|rest| rest.split('"').next())
}

/// The address that a link of a page leads to.
fn target(page: &str, link: &str) -> String {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in link.split('/') {
        match part {
            ".." => _ = parts.pop(),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// Links that lead nowhere, with the pages they are on.
fn broken(pages: &BTreeMap<String, String>, files: &BTreeSet<String>) -> Vec<String> {
    let mut broken = Vec::new();
    for (address, html) in pages {
        for mark in [" href=\"", " src=\"", " srcset=\""] {
            for link in quoted(html, mark) {
                if ["https://", "http://", "mailto:"].iter().any(|scheme| link.starts_with(scheme)) {
                    continue;
                }
                let (file, anchor) = link.split_once('#').unwrap_or((link, ""));
                let to = if file.is_empty() { address.clone() } else { target(address, file) };
                let is_there = match pages.get(&to) {
                    Some(page) => anchor.is_empty() || quoted(page, " id=\"").any(|id| id == anchor),
                    None => files.contains(&to),
                };
                if !is_there {
                    broken.push(format!("{address}: {link}"));
                }
            }
        }
    }
    broken
}

#[test]
fn every_link_of_the_docs_leads_somewhere() {
    let (pages, files) = made(|_, text| text);
    let broken = broken(&pages, &files);
    assert!(broken.is_empty(), "{broken:#?}");
    for page in
        ["index.html", "tutorial.html", "rules/index.html", "rules/one-way.html", "project/readme.html"]
    {
        assert!(pages.contains_key(page), "{page} is missing");
    }
}

#[test]
fn a_broken_link_is_found() {
    let (pages, files) = made(|path, text| match path {
        "docs/tutorial.md" => {
            text.replace("(origins.md)", "(origin.md)").replace("#your-own-report", "#yours")
        }
        "docs/origins.md" => text.replace("origins/seen.svg", "origins/sen.svg"),
        _ => text,
    });
    let broken = broken(&pages, &files);
    let found = |link: &str| broken.iter().any(|broken| broken.ends_with(link));
    assert!(
        found("origin.md") && found("project/readme.html#yours") && found("origins/sen.svg"),
        "{broken:#?}"
    );
}

/// Nothing is asked of another host, and nothing needs a script.
#[test]
fn the_docs_load_nothing_from_elsewhere() {
    let (pages, _) = made(|_, text| text);
    for (address, html) in &pages {
        assert!(!html.contains("<script") && !html.contains(" style=\""), "{address}");
        for mark in [" src=\"", " srcset=\"", "rel=\"stylesheet\" href=\""] {
            assert!(quoted(html, mark).all(|link| !link.contains("//")), "{address}");
        }
    }
}
