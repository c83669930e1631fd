//! The page itself: all parts of the desk, its style and its script in one file.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;
use sha2::{Digest, Sha256};
use tera::{Context, Tera};

use super::Laid;
use super::accusations::{Accusations, accusations};
use super::ages::{Ages, ages};
use super::articles::{Told, articles};
use super::changes::{Changes, changes};
use super::findings::{Answer, OfRule, answers, by_rule};
use super::matrix::{Row, rows};
use super::names::number;
use super::reliance::{Reliance, reliance};
use super::signatures::{Signatures, signatures};
use super::unread::{Uncompared, uncompared};
use super::withheld::{Held, Unnamed, held, unnamed};
use crate::Vocabulary as _;
use crate::model::{Status, day_words};
use crate::text::Places;

const TEMPLATES: [(&str, &str); 3] = [
    ("desk.html", include_str!("desk.html")),
    ("rule.html", include_str!("rule.html")),
    ("aged.html", include_str!("aged.html")),
];
const STYLE: &str = include_str!("desk.css");
const SCRIPT: &str = include_str!("desk.js");

/// All that is on the desk.
#[derive(Debug, Serialize)]
pub(super) struct Desk {
    title: String,
    language: String,
    day: String,
    /// `12 claims, 3 articles`
    holds: String,
    blocking: Vec<OfRule>,
    /// How many findings block.
    blocks: usize,
    others: Vec<OfRule>,
    rows: Vec<Row>,
    statuses: Vec<&'static str>,
    accusations: Accusations,
    articles: Vec<Told>,
    reliance: Vec<Reliance>,
    uncompared: Vec<Uncompared>,
    ages: Ages,
    changes: Changes,
    signatures: Signatures,
    answers: Vec<Answer>,
    held: Vec<Held>,
    unnamed: Vec<Unnamed>,
    style: &'static str,
    script: &'static str,
    policy: String,
}

impl Desk {
    pub(super) fn of(laid: &Laid<'_>) -> Self {
        let facts = &laid.record.facts;
        let places = &mut Places::new(laid.inputs);
        let rows = rows(laid, places);
        let statuses = Status::ALL.iter().map(|status| status.word());
        Self {
            title: facts.report.title.clone(),
            language: facts.report.language.clone(),
            day: day_words(laid.today()),
            holds: format!(
                "{}, {}, {}",
                number(facts.claims.len(), "claim", "claims"),
                number(facts.documents.len(), "document", "documents"),
                number(facts.articles.len(), "article", "articles"),
            ),
            blocking: by_rule(laid, |level| level >= laid.bar, places),
            blocks: laid.findings.iter().filter(|finding| finding.level >= laid.bar).count(),
            others: by_rule(laid, |level| level < laid.bar, places),
            statuses: statuses.filter(|status| rows.iter().any(|row| row.status() == *status)).collect(),
            rows,
            accusations: accusations(laid),
            articles: articles(laid, places),
            reliance: reliance(laid),
            uncompared: uncompared(laid),
            ages: ages(laid),
            changes: changes(laid),
            signatures: signatures(laid),
            answers: answers(laid, places),
            held: held(laid, places),
            unnamed: unnamed(laid),
            style: STYLE,
            script: SCRIPT,
            policy: policy(),
        }
    }
}

/// What a browser may do with the page: show it, with this style and this script, and nothing else.
fn policy() -> String {
    let hash = |text: &str| STANDARD.encode(Sha256::digest(text));
    format!(
        "default-src 'none'; style-src 'sha256-{}'; script-src 'sha256-{}'; base-uri 'none'; form-action 'none'",
        hash(STYLE),
        hash(SCRIPT)
    )
}

pub(super) fn render(desk: &Desk) -> String {
    let context = Context::from_serialize(desk).expect("the desk has words for its keys");
    let mut tera = Tera::new();
    tera.add_raw_templates(TEMPLATES).expect("the templates are compiled in, and tests render them");
    tera.render("desk.html", &context).expect("the template names what is there, and tests render it")
}
