//! `ClaimReview` of schema.org: what somebody said, and what a fact-checker makes of it.
//!
//! What was said becomes a claim that nobody has verified, the article of the fact-checker a document. The verdict is
//! theirs and not ours: it is kept for the desk.

use std::collections::BTreeMap;

use serde_json::Value;

use super::super::told::{Told, Value as Field};
use super::{Unread, all_words, date, html, json, words};
use crate::model::Kind;

/// Every review in a file: JSON, or a page that has it in scripts.
pub(super) fn read(text: &str) -> Result<Vec<Told>, Unread> {
    let mut reviews = Vec::new();
    if text.trim_start().starts_with('<') {
        for script in scripts(text) {
            gather(&json(script)?, &mut reviews);
        }
    } else {
        gather(&json(text)?, &mut reviews);
    }
    if reviews.is_empty() {
        return Err(Unread("there is no `ClaimReview` in it".to_owned()));
    }
    let mut count: BTreeMap<String, usize> = BTreeMap::new();
    for review in &reviews {
        *count.entry(said(review, &["url"])).or_default() += 1;
    }
    let mut told = Vec::new();
    for (number, review) in reviews.iter().enumerate() {
        let is_alone = count.get(&said(review, &["url"])) == Some(&1);
        let document = told.len();
        told.push(article(review, number));
        told.push(claim(review, number, document, is_alone));
    }
    Ok(told)
}

/// What stands in a page's scripts of linked data.
fn scripts(page: &str) -> Vec<&str> {
    let parts = page.split("application/ld+json").skip(1);
    let body = |part: &'_ str| -> Option<(usize, usize)> {
        let start = part.find('>')? + 1;
        let end = part.find("</script").filter(|end| *end >= start)?;
        Some((start, end))
    };
    parts.filter_map(|part| body(part).and_then(|(start, end)| part.get(start..end))).collect()
}

/// Looks for reviews however deep they stand: alone, in a list, in a graph, in a feed.
fn gather(value: &Value, into: &mut Vec<Value>) {
    let is_review = |kind: &Value| kind.as_str().is_some_and(|kind| kind.ends_with("ClaimReview"));
    match value {
        Value::Array(items) => items.iter().for_each(|item| gather(item, into)),
        Value::Object(fields) => {
            let is_one = value.get("@type").is_some_and(|kind| {
                is_review(kind) || kind.as_array().is_some_and(|kinds| kinds.iter().any(is_review))
            });
            if is_one {
                into.push(value.clone());
            } else {
                fields.values().for_each(|value| gather(value, into));
            }
        }
        _ => {}
    }
}

/// The first plain words on a way of names, through lists.
fn said(value: &Value, way: &[&str]) -> String {
    match (value, way) {
        (Value::Array(items), _) => {
            items.iter().map(|item| said(item, way)).find(|words| !words.is_empty()).unwrap_or_default()
        }
        (_, []) => words(value).unwrap_or_default(),
        (_, [name, rest @ ..]) => value.get(name).map(|value| said(value, rest)).unwrap_or_default(),
    }
}

fn article(review: &Value, number: usize) -> Told {
    let mut told = Told::new(Kind::Document, place(number));
    let title =
        [said(review, &["headline"]), said(review, &["name"])].into_iter().find(|title| !title.is_empty());
    if let Some(title) = title {
        told.put("title", &html::stripped(&title));
    } else {
        told.guessed.push("title");
        told.put("title", &html::stripped(&said(review, &["claimReviewed"])));
        told.open.push("the file gives no title of the article: the claim stands in its place".to_owned());
    }
    told.put("type", "article");
    let (publisher, author) = (said(review, &["publisher", "name"]), said(review, &["author", "name"]));
    let name = if publisher.is_empty() { author.clone() } else { publisher.clone() };
    if name.is_empty() {
        told.open.push("it does not say who published it: fill in `source`".to_owned());
    } else {
        let way: &[&str] = if publisher.is_empty() { &["author", "url"] } else { &["publisher", "url"] };
        let kind = ("kind", "fact-checker".to_owned());
        let fields = vec![kind, ("url", said(review, way))];
        told.fields.push(("source", Field::Speaker { name: name.clone(), kind: Kind::Source, fields }));
    }
    if !author.is_empty() && author != name {
        told.fields.push(("authors", Field::List(vec![Field::Author(author)])));
    }
    told.put("published", &date::from_iso(&said(review, &["datePublished"])));
    told.put_language("language", &said(review, &["inLanguage"]));
    told.put("url", &said(review, &["url"]));
    told
}

fn claim(review: &Value, number: usize, document: usize, is_alone: bool) -> Told {
    let mut told = Told::new(Kind::Claim, place(number));
    told.key = Some(said(review, &["url"])).filter(|url| is_alone && !url.is_empty());
    told.put("text", &html::stripped(&said(review, &["claimReviewed"])));
    told.guessed.extend(["status", "evidence"]);
    told.put("status", "unverified");
    let mut evidence = vec![("document", Field::Told(document))];
    let who = said(review, &["itemReviewed", "author", "name"]);
    let who = if who.is_empty() { said(review, &["itemReviewed", "creator", "name"]) } else { who };
    if who.is_empty() {
        // Without it, the fact-checker would count as the one who says so.
        evidence.push(("stance", Field::Words("context".to_owned())));
        told.open.push(
            "the file does not say who said so: fill in `said_by`, and take `stance: context` out".to_owned(),
        );
    } else {
        let kind = match said(review, &["itemReviewed", "author", "@type"]).as_str() {
            "Organization" | "NewsMediaOrganization" | "GovernmentOrganization" | "Corporation" => {
                Kind::Organisation
            }
            _ => Kind::Person,
        };
        evidence.push(("said_by", Field::Speaker { name: who, kind, fields: Vec::new() }));
    }
    told.fields.push(("evidence", Field::List(vec![Field::Fields(evidence)])));
    told.keep("verdict of the fact-checker", &rating(review));
    let taken = [
        "@context",
        "@type",
        "@id",
        "url",
        "claimReviewed",
        "reviewRating",
        "author",
        "publisher",
        "datePublished",
        "inLanguage",
        "headline",
        "name",
        "itemReviewed",
        "sdPublisher",
    ];
    for (name, value) in review.as_object().into_iter().flatten() {
        if !taken.contains(&name.as_str()) {
            told.keep(name, &html::stripped(&all_words(value)));
        }
    }
    let item = review.get("itemReviewed").unwrap_or(&Value::Null);
    let items = item.as_array().map_or_else(|| vec![item], |items| items.iter().collect());
    for (name, value) in items.iter().filter_map(|item| item.as_object()).flatten() {
        let what = match name.as_str() {
            "@type" => continue,
            "author" | "creator" => {
                author_too(value, &mut told);
                continue;
            }
            "datePublished" | "dateCreated" => "said on".to_owned(),
            "appearance" | "firstAppearance" => "said in".to_owned(),
            other => format!("{other} of what was said"),
        };
        told.keep(&what, &all_words(value));
    }
    told
}

/// What is said of whoever said it, beside the name.
fn author_too(author: &Value, told: &mut Told) {
    for (name, value) in author.as_object().into_iter().flatten() {
        if !matches!(name.as_str(), "@type" | "name") {
            told.keep(&format!("{name} of who said it"), &all_words(value));
        }
    }
}

/// What the fact-checker says, in words where there are any, and the number with the scale that it is on.
fn rating(review: &Value) -> String {
    let part = |name: &str| said(review, &["reviewRating", name]);
    let said = [part("alternateName"), part("name"), part("ratingExplanation")];
    let said = said.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(". ");
    let number = match (part("ratingValue"), part("worstRating"), part("bestRating")) {
        (value, _, _) if value.is_empty() => String::new(),
        (value, worst, best) if best.is_empty() => format!(
            "{value}{}",
            if worst.is_empty() { String::new() } else { format!(", {worst} is the worst") }
        ),
        (value, worst, best) => {
            format!("{value} on a scale from {} to {best}", if worst.is_empty() { "1" } else { &worst })
        }
    };
    match (said.is_empty(), number.is_empty()) {
        (false, false) => format!("{said} ({number})"),
        _ => said + &number,
    }
}

fn place(number: usize) -> String {
    format!("review {}", number + 1)
}
