//! Whether a site is what its record says that was published: made anew from the site alone.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde_json::{Map, Value, json};

use super::content::{ARTICLE_FIELDS, CLAIM_FIELDS, DOCUMENT_FIELDS, with_documents, with_words};
use super::digest::{canonical, digest_of};
use super::prose::words_digest;
use super::publication::{Gone, OTHERS, Publication, Published, PublishedArticle, PublishedClaim};
use super::visible;
use crate::Vocabulary as _;
use crate::model::{Digest, Facts, Id, Kind, Status};

/// Where a site carries its record, from its top.
pub(crate) const RECORD: &str = "data/record.json";

/// What came of comparing a site with its record.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Verified {
    /// What does not match, each in a sentence.
    pub wrong: Vec<String>,
    /// How many publications there are.
    pub publications: usize,
    /// How many claims are as published.
    pub claims: usize,
    /// How many articles are as published.
    pub articles: usize,
    /// The digest of the newest publication, and with it of all before.
    pub sha256: Option<Digest>,
}

/// The record as a site carries it: every publication, and the words of the articles that are there now. Former words
/// are in it by their digests alone.
pub(crate) fn public_record(publications: &[Publication], facts: &Facts) -> Vec<u8> {
    let row = |publication: &Publication| {
        let mut content = publication.content();
        content["sha256"] = publication.sha256.to_string().into();
        content
    };
    let public: std::collections::BTreeSet<&Id> =
        facts.articles.values().map(|article| &article.entry.id).collect();
    let articles = Published::after(publications).articles;
    let words = articles.into_iter().filter(|(id, _)| public.contains(id));
    let words: Map<String, Value> =
        words.map(|(id, article)| (id.to_string(), json!(article.text))).collect();
    let rows: Vec<String> = publications.iter().map(|publication| canonical(&row(publication))).collect();
    let words = canonical(&words.into());
    // A publication to a line, so that two versions can be compared line by line.
    format!("{{\"publications\":[\n{}\n],\n\"articles\":{words}}}\n", rows.join(",\n")).into_bytes()
}

/// Compares a site with the record in it. `file` gives the bytes at an address, if there are any.
#[must_use]
pub fn verify(file: &dyn Fn(&str) -> Option<Vec<u8>>) -> Verified {
    let mut site = Site { file, verified: Verified::default() };
    let Some(record) = site.json(RECORD) else { return site.verified };
    let publications = site.publications(&record);
    site.verified.publications = publications.len();
    site.verified.sha256 = publications.last().map(|last| last.sha256);
    let published = Published::after(&publications);
    site.claims(&published);
    site.articles(&published, &record["articles"]);
    site.others(&publications, &published);
    site.shown();
    site.verified
}

struct Site<'s> {
    file: &'s dyn Fn(&str) -> Option<Vec<u8>>,
    verified: Verified,
}

impl Site<'_> {
    fn wrong(&mut self, sentence: impl Into<String>) {
        self.verified.wrong.push(sentence.into());
    }

    fn text(&mut self, address: &str) -> Option<String> {
        let text = (self.file)(address).and_then(|bytes| String::from_utf8(bytes).ok());
        if text.is_none() {
            let why =
                if address == RECORD { "; a site that was built, and never published, has none" } else { "" };
            self.wrong(format!("{address} is missing, or cannot be read{why}"));
        }
        text
    }

    fn json(&mut self, address: &str) -> Option<Value> {
        let text = self.text(address)?;
        let value = serde_json::from_str(&text);
        if let Err(error) = &value {
            self.wrong(format!("{address} cannot be read: {error}"));
        }
        value.ok()
    }

    /// The chain: every publication with its own digest, and that of the one before.
    fn publications(&mut self, record: &Value) -> Vec<Publication> {
        let mut publications: Vec<Publication> = Vec::new();
        for (index, row) in list(&record["publications"]).iter().enumerate() {
            let number = index + 1;
            let Some(publication) = publication(row) else {
                self.wrong(format!("publication {number} in {RECORD} cannot be read"));
                continue;
            };
            if publication.digest() != publication.sha256 {
                self.wrong(format!(
                    "publication {number} in {RECORD} was changed: its digest is of something else"
                ));
            }
            if publication.number as usize != number
                || publication.previous != publications.last().map(|last| last.sha256)
            {
                self.wrong(format!(
                    "the chain is broken: publication {number} in {RECORD} does not follow the one before it"
                ));
            }
            publications.push(publication);
        }
        if publications.is_empty() {
            self.wrong(format!("{RECORD} records no publication"));
        }
        publications
    }

    fn claims(&mut self, published: &Published<'_>) {
        let rows = self.rows("data/claims.json");
        let documents = self.rows("data/documents.json");
        for (id, claim) in &published.claims {
            let before = self.verified.wrong.len();
            let address = format!("claims/{id}.html");
            match rows.get(id.as_str()) {
                Some(row) => self.claim(id, claim, row, &documents, &address),
                None => self.wrong(format!("`{id}` was published, and is not in data/claims.json")),
            }
            self.verified.claims += usize::from(self.verified.wrong.len() == before);
        }
        for id in rows.keys().filter(|id| !is_in(&published.claims, id)) {
            self.wrong(format!("the claim `{id}` is on the site, and was never published"));
        }
    }

    fn claim(
        &mut self,
        id: &Id,
        claim: &PublishedClaim,
        row: &Value,
        documents: &BTreeMap<String, Value>,
        address: &str,
    ) {
        let words = row["text"].as_str().unwrap_or_default();
        if words_digest(&[words]) != claim.words {
            self.wrong(format!("the words of `{id}` in data/claims.json are not those that were published"));
        }
        if row["status"] != claim.status.word() {
            let stands = claim.status.word();
            self.wrong(format!("`{id}` was published as {stands}, and stands otherwise in data/claims.json"));
        }
        let mut named: Vec<&str> = Vec::new();
        for document in list(&row["evidence"]).iter().filter_map(|piece| piece["document"].as_str()) {
            if !named.contains(&document) {
                named.push(document);
            }
        }
        let named = named.into_iter().filter_map(|id| documents.get(id));
        let named: Vec<_> = named.map(|document| only(document, &DOCUMENT_FIELDS)).collect();
        if digest_of(&with_documents(&only(row, &CLAIM_FIELDS), &named)) != claim.sha256 {
            self.wrong(format!("what is told of `{id}` in data/claims.json is not what was published"));
        }
        let Some(page) = self.text(address) else { return };
        let heading = page.split_once("<h1").and_then(|(_, rest)| rest.split_once("</h1>"));
        let heading = heading.map_or_else(|| page.clone(), |(heading, _)| format!("<h1{heading}"));
        if !visible::words(&heading).contains(&folded(words)) {
            self.wrong(format!(
                "{address} does not show the words of the claim as data/claims.json has them"
            ));
        }
        let shown = visible::words(&page);
        let told = list(&row["evidence"]).iter().chain(list(&row["responses"]));
        for quote in told.filter_map(|one| one["quote"].as_str()) {
            if !shown.contains(&folded(quote)) {
                let start = start(quote);
                self.wrong(format!(
                    "{address} does not show this quotation as data/claims.json has it: {start}"
                ));
            }
        }
    }

    fn articles(&mut self, published: &Published<'_>, words: &Value) {
        let rows = self.rows("data/articles.json");
        for (id, article) in &published.articles {
            let before = self.verified.wrong.len();
            let lines: Vec<&str> = list(&words[id.as_str()]).iter().filter_map(Value::as_str).collect();
            if words_digest(&lines) != article.words {
                self.wrong(format!(
                    "the words of the article `{id}` in {RECORD} are not those that were published"
                ));
            }
            match rows.get(id.as_str()) {
                Some(row) => {
                    let lines: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
                    if digest_of(&with_words(&only(row, &ARTICLE_FIELDS), &lines)) != article.sha256 {
                        self.wrong(format!(
                            "what is told of `{id}` in data/articles.json is not what was published"
                        ));
                    }
                }
                None => self.wrong(format!("`{id}` was published, and is not in data/articles.json")),
            }
            let address = format!("articles/{id}.html");
            if let Some(page) = self.text(&address) {
                let shown = visible::words(&page);
                if let Some(line) = lines.iter().find(|line| !shown.contains(*line)) {
                    let start = start(line);
                    self.wrong(format!(
                        "{address} does not show these words as they were published: {start}"
                    ));
                }
            }
            self.verified.articles += usize::from(self.verified.wrong.len() == before);
        }
        for id in rows.keys().filter(|id| !is_in(&published.articles, id)) {
            self.wrong(format!("the article `{id}` is on the site, and was never published"));
        }
    }

    /// Every address that was ever published leads somewhere.
    fn others(&mut self, publications: &[Publication], published: &Published<'_>) {
        let there = published.others.iter().map(|(id, (kind, _))| address(*kind, id));
        let mut there: Vec<String> = there.collect();
        let mut before = Published::default();
        for publication in publications {
            let moved = publication.gone.iter().filter(|gone| gone.now.is_some());
            there.extend(moved.filter_map(|gone| Some(address(before.kind(&gone.id)?, &gone.id))));
            before.then(publication);
        }
        for address in there {
            if (self.file)(&address).is_none() {
                self.wrong(format!("{address} was published, and is missing"));
            }
        }
    }

    /// The page on method shows the digest, so that a reader can compare it with another copy.
    fn shown(&mut self) {
        let Some(sha256) = self.verified.sha256 else { return };
        if let Some(page) = self.text("method.html")
            && !page.contains(&sha256.to_string())
        {
            self.wrong(format!("method.html does not show the digest of the record, {sha256}"));
        }
    }

    /// The rows of a data file, by id.
    fn rows(&mut self, address: &str) -> BTreeMap<String, Value> {
        let rows = self.json(address).unwrap_or_default();
        let rows = list(&rows).iter();
        rows.filter_map(|row| Some((row["id"].as_str()?.to_owned(), row.clone()))).collect()
    }
}

fn address(kind: Kind, id: &Id) -> String {
    format!("{}/{id}.html", kind.section())
}

fn folded(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The beginning of words, for a message.
fn start(words: &str) -> String {
    words.chars().take(60).collect()
}

fn is_in<T>(published: &BTreeMap<&Id, T>, id: &str) -> bool {
    Id::parse_path(id).is_some_and(|id| published.contains_key(&id))
}

/// A row with these of its fields alone.
fn only(row: &Value, fields: &[&str]) -> Value {
    let kept: Map<_, _> = fields.iter().map(|field| ((*field).to_owned(), row[*field].clone())).collect();
    kept.into()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn publication(row: &Value) -> Option<Publication> {
    let claims = row["claims"].as_object()?.iter();
    let articles = row["articles"].as_object()?.iter();
    let mut others: BTreeMap<Kind, BTreeMap<Id, _>> = BTreeMap::new();
    for kind in OTHERS {
        let ids = list(&row[kind.section()]).iter();
        let ids: Option<BTreeMap<Id, _>> =
            ids.map(|id| Some((Id::parse_path(id.as_str()?)?, None))).collect();
        others.insert(kind, ids?);
    }
    let gone = list(&row["gone"]).iter().map(|gone| {
        let now = gone["now"].as_str().and_then(Id::parse_path);
        Some(Gone { id: Id::parse_path(gone["id"].as_str()?)?, now })
    });
    Some(Publication {
        number: number(&row["number"])?,
        at: row["at"].as_str()?.parse::<Timestamp>().ok()?,
        previous: digest(&row["previous"]),
        claims: claims.map(|(id, row)| Some((Id::parse_path(id)?, claim(row)?))).collect::<Option<_>>()?,
        articles: articles
            .map(|(id, row)| Some((Id::parse_path(id)?, article(row)?)))
            .collect::<Option<_>>()?,
        others,
        gone: gone.collect::<Option<_>>()?,
        sha256: digest(&row["sha256"])?,
        place: None,
    })
}

fn claim(row: &Value) -> Option<PublishedClaim> {
    Some(PublishedClaim {
        sha256: digest(&row["sha256"])?,
        words: digest(&row["words"])?,
        status: Status::parse(row["status"].as_str()?)?,
        history: number(&row["history"])?,
        corrections: number(&row["corrections"])?,
        text: None,
        place: None,
    })
}

fn article(row: &Value) -> Option<PublishedArticle> {
    Some(PublishedArticle {
        sha256: digest(&row["sha256"])?,
        words: digest(&row["words"])?,
        corrections: number(&row["corrections"])?,
        text: Vec::new(),
        place: None,
    })
}

fn digest(value: &Value) -> Option<Digest> {
    Digest::parse(value.as_str()?)
}

fn number(value: &Value) -> Option<u32> {
    value.as_u64().and_then(|number| u32::try_from(number).ok())
}
