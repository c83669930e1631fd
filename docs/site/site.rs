//! All pages of the site, from all texts: plain values in, plain values out.
//!
//! docs/index.md is the front page, and its lists are the menu; pages that it does not name stand at the menu's end.

use std::collections::BTreeMap;

use serde::Serialize;

use super::markdown::{self, Heading, Rendered};

/// Pages that stand beside `docs/`, and are in the site too.
pub(crate) const PAGES_BESIDE: [&str; 5] =
    ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "benches/README.md"];

const INDEX: &str = "docs/index.md";
/// The rules have a list of their own, which stands in the menu for all of them.
const RULES: &str = "docs/rules/";

#[derive(Serialize)]
struct Page<'p> {
    title: &'p str,
    body: &'p str,
    contents: &'p [Heading],
    menu: Vec<Group<'p>>,
    /// What to put before an address to reach it from this page.
    root: &'p str,
    is_front: bool,
}

#[derive(Serialize)]
struct Group<'p> {
    title: &'p str,
    links: Vec<Link<'p>>,
}

#[derive(Serialize)]
struct Link<'p> {
    title: &'p str,
    address: String,
    is_here: bool,
}

/// The menu: titles, and the paths that they lead to.
type Menu = Vec<(String, Vec<(String, String)>)>;

/// Every page, by its address. `texts` are the pages, by their paths from the root.
///
/// # Errors
/// If the template cannot be filled.
pub(crate) fn site(texts: &BTreeMap<String, String>) -> Result<BTreeMap<String, String>, tera::Error> {
    let mut tera = tera::Tera::default();
    tera.add_raw_template("page.html", include_str!("page.html"))?;
    let is_page = |path: &str| texts.contains_key(path);
    let rendered: BTreeMap<&String, Rendered> = texts
        .iter()
        .map(|(path, text)| (path, markdown::render(text, &|to| leads_to(path, to, &is_page))))
        .collect();
    let menu = menu(texts, &rendered);
    let mut pages = BTreeMap::new();
    for (path, Rendered { title, html, contents }) in &rendered {
        let address = address(path);
        let root = "../".repeat(address.matches('/').count());
        let here = if path.starts_with(RULES) { "docs/rules/index.md" } else { path.as_str() };
        let menu = menu.iter().map(|(title, links)| {
            let links = links.iter().map(|(title, to)| Link {
                title,
                address: self::address(to),
                is_here: to == here,
            });
            Group { title, links: links.collect() }
        });
        let page =
            Page { title, body: html, contents, menu: menu.collect(), root: &root, is_front: *path == INDEX };
        let html = tera.render("page.html", &tera::Context::from_serialize(&page)?)?;
        pages.insert(address, html);
    }
    Ok(pages)
}

fn menu(texts: &BTreeMap<String, String>, rendered: &BTreeMap<&String, Rendered>) -> Menu {
    let index = texts.get(INDEX).map(|text| markdown::lists(text)).unwrap_or_default();
    let mut menu: Menu = index
        .into_iter()
        .map(|(title, links)| {
            let links = links.into_iter().map(|(title, to)| (title, joined(INDEX, &to)));
            (title, links.filter(|(_, to)| texts.contains_key(to)).collect())
        })
        .collect();
    let is_named = |path: &str| menu.iter().flat_map(|(_, links)| links).any(|(_, to)| to == path);
    let more: Vec<(String, String)> = rendered
        .iter()
        .filter(|(path, _)| path.as_str() != INDEX && !path.starts_with(RULES) && !is_named(path))
        .map(|(path, page)| (page.title.clone(), (*path).clone()))
        .collect();
    if !more.is_empty() {
        menu.push(("More".to_owned(), more));
    }
    menu
}

/// The address of a page in the site: what is in `docs/` stands at its top, what is beside it in `project/`.
pub(crate) fn address(path: &str) -> String {
    let page = path.strip_suffix(".md").unwrap_or(path);
    match page.strip_prefix("docs/") {
        Some(page) => format!("{page}.html"),
        None => format!("project/{}.html", page.to_lowercase().replace('/', "-")),
    }
}

/// The address of another file that pages show or lead to; nothing for what makes the site.
pub(crate) fn address_of_file(path: &str) -> Option<&str> {
    match path.strip_prefix("docs/site/") {
        Some("style.css") => Some("style.css"),
        Some(_) => None,
        None => path.strip_prefix("docs/"),
    }
}

/// A link of a page as it is in the site.
fn leads_to(page: &str, to: &str, is_page: &dyn Fn(&str) -> bool) -> String {
    if to.starts_with('#') || to.contains("://") || to.starts_with("mailto:") {
        return to.to_owned();
    }
    let (file, anchor) =
        to.split_once('#').map_or((to, String::new()), |(file, at)| (file, format!("#{at}")));
    let file = joined(page, file);
    let there = if is_page(&file) { Some(address(&file)) } else { address_of_file(&file).map(str::to_owned) };
    // What is not in the site leads nowhere, and the test of links says so.
    let there = there.unwrap_or(file);
    format!("{}{there}{anchor}", "../".repeat(address(page).matches('/').count()))
}

/// A path that is told from a page, as told from the root.
fn joined(page: &str, to: &str) -> String {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in to.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}
