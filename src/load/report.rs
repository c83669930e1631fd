//! `content/report.yaml` as typed.

use super::decode::{Decode, Decoder, Field};
use super::fields::fields;
use super::language::Tag;
use super::numbers::{AtLeast, Share};
use super::shape::{Form, Shape};
use super::values::{Many, Ref, Text, Web};
use super::yaml::{self, Node, Value};
use crate::Vocabulary;
use crate::diagnostic::{Finding, Level};
use crate::model::{SigningRole, Status};
use crate::text::{At, FileId, Place};

fields! {
    /// The report itself.
    pub struct ReportDraft / ReportPartial = "the report" {
        /// Its title.
        "title" title: Text = required as "The German defence leak of March 2024",
        /// What it is about, in a line or two.
        "summary" summary: Text as "What is known of it and who says so.",
        /// The language of the interface and, where nothing else is said, of the text (BCP 47): `en`.
        "language" language: Tag as "en",
        /// Where it will be published; for feeds, the sitemap and canonical addresses.
        "base_url" base_url: Web as "https://example.org/leak/",
        /// The theme's folder below `themes/`; `default` if not given.
        "theme" theme: Text as "default",
        /// Who publishes it.
        "publisher" publisher: PublisherDraft as "{name: The newsroom, url: https://example.org, contact: desk@example.org}",
        /// Under which licence (SPDX): `CC-BY-4.0`.
        "licence" licence: Text as "CC-BY-4.0",
        /// In which a day begins and ends (IANA): `Europe/Berlin`; `UTC` if not given.
        "time_zone" time_zone: Text as "Europe/Berlin",
        /// `true`: HTML in articles is let through, made safe; otherwise it is shown as typed.
        "raw_html" raw_html: bool,
        /// What the report holds itself to.
        "policy" policy: PolicyDraft as "{corroborated_origins: 2, stale_days: 90, sign_off: {verified: [fact-check]}}",
        /// Rules raised, lowered or switched off.
        "rules" rules: Vec<At<ExceptionDraft>> as "[{rule: stale-claim, level: off, why: The report describes a closed matter.}]",
    }
}

fields! {
    /// Who publishes the report.
    pub struct PublisherDraft / PublisherPartial = "the publisher" {
        /// Their name.
        "name" name: Text as "The newsroom",
        /// Their address on the web.
        "url" url: Web as "https://example.org",
        /// How to reach them.
        "contact" contact: Text as "desk@example.org",
    }
}

fields! {
    /// The numbers a report holds itself to.
    pub struct PolicyDraft / PolicyPartial = "the policy" {
        /// How many independent origins make a claim corroborated; 2 if not given.
        "corroborated_origins" corroborated_origins: AtLeast<2>,
        /// After how many days a reported claim is stale; 90 if not given.
        "stale_days" stale_days: AtLeast<1> as "90",
        /// How many hours somebody must have had to reply; 48 if not given.
        "reply_hours" reply_hours: AtLeast<1> as "48",
        /// The share of checkable sentences that a claim must carry, 0 to 1; 0.9 if not given.
        "coverage" coverage: Share as "0.9",
        /// `errors` (if not given), `warnings` or `notes`: from where on nothing is published.
        "deny" deny: Bar,
        /// Which roles must have signed: by status, `adverse` and `publication`.
        "sign_off" sign_off: SignOffDraft as "{verified: [fact-check], adverse: [legal], publication: [editor]}",
    }
}

fields! {
    /// A rule raised, lowered or switched off.
    pub struct ExceptionDraft / ExceptionPartial = "an entry of `rules`" {
        /// The rule.
        "rule" rule: Text = required as "no-reply-sought",
        /// The entries it is for; all if not given.
        "for" ids: Many<Ref> as "[gerhartz-unsecured-line]",
        /// `error`, `warning`, `note` or `off`.
        "level" level: NewLevel = required as "note",
        /// Why.
        "why" why: Text = required as "The matter is before a court.",
    }
}

crate::words! {
    /// From where on findings stop a publication.
    pub enum Bar {
        /// Errors.
        Errors = "errors",
        /// Warnings too.
        Warnings = "warnings",
        /// Notes too.
        Notes = "notes",
    }
}

impl From<Bar> for Level {
    fn from(bar: Bar) -> Self {
        match bar {
            Bar::Errors => Self::Error,
            Bar::Warnings => Self::Warning,
            Bar::Notes => Self::Note,
        }
    }
}

crate::words! {
    /// The level a rule is set to.
    pub enum NewLevel {
        /// Stops the publication.
        Error = "error",
        /// Should be mended or answered.
        Warning = "warning",
        /// Worth knowing.
        Note = "note",
        /// Not reported.
        Off = "off",
    }
}

impl NewLevel {
    /// The level; nothing for `off`.
    #[must_use]
    pub fn level(self) -> Option<Level> {
        match self {
            Self::Error => Some(Level::Error),
            Self::Warning => Some(Level::Warning),
            Self::Note => Some(Level::Note),
            Self::Off => None,
        }
    }
}

impl Decode for Bar {
    const WHAT: &'static str = "a bar for findings";

    fn shape() -> Shape {
        Shape::words::<Self>()
    }

    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        super::decode::vocabulary(node, decoder, "bad-value", Self::WHAT)
    }
}

impl Decode for NewLevel {
    const WHAT: &'static str = "a level";

    fn shape() -> Shape {
        Shape::words::<Self>()
    }

    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        super::decode::vocabulary(node, decoder, "bad-value", Self::WHAT)
    }
}

/// Which roles must have signed what.
#[derive(Debug, Clone, Default)]
pub struct SignOffDraft {
    /// For claims of a status.
    pub statuses: Vec<(Status, Vec<SigningRole>)>,
    /// For claims that may harm somebody.
    pub adverse: Vec<SigningRole>,
    /// For the publication as a whole.
    pub publication: Vec<At<SigningRole>>,
}

impl Decode for SignOffDraft {
    const WHAT: &'static str = "roles by what they sign: `{verified: [fact-check]}`";

    fn shape() -> Shape {
        let role = |name, about| Field {
            name,
            about,
            required: false,
            shape: <Many<SigningRole> as Decode>::shape,
            example: Some("[fact-check, legal]"),
        };
        let mut fields = vec![
            role("adverse", "Who signs claims that may harm somebody."),
            role("publication", "Who signs all that is published, as a whole."),
        ];
        let statuses = <Status as Vocabulary>::ALL.iter();
        fields.extend(statuses.map(|status| role(status.word(), "Who signs claims of this status.")));
        Shape::Fields(Form { what: "`sign_off`", about: "Which roles must have signed what.", fields })
    }

    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let mut sign_off = Self::default();
        for (key, node) in decoder.map(node, Self::WHAT)? {
            let word = &*key.word;
            let status = <Status as Vocabulary>::parse(word);
            if status.is_none() && !["adverse", "publication"].contains(&word) {
                let mut known = vec!["adverse", "publication"];
                known.extend(<Status as Vocabulary>::ALL.iter().map(|status| status.word()));
                decoder.unknown_key(key, "`sign_off`", &known);
                continue;
            }
            let Some(At { value: Many(typed), .. }) = decoder.field::<Many<SigningRole>>(key, node) else {
                continue;
            };
            let roles = typed.iter().map(|role| role.value).collect();
            match status {
                Some(status) => sign_off.statuses.push((status, roles)),
                None if word == "adverse" => sign_off.adverse = roles,
                None => sign_off.publication = typed,
            }
        }
        Some(sign_off)
    }
}

/// Reads `report.yaml`. Where something in it is wrong, the rest still stands.
pub(super) fn load(file: FileId, text: &str) -> (ReportDraft, Vec<Finding>) {
    let parsed = yaml::parse(file, text, 0);
    let mut decoder = Decoder::new(file, text);
    let broken = !parsed.findings.is_empty();
    decoder.findings = parsed.findings;
    decoder.told = parsed.lost.into_iter().map(|key| key.word).collect();
    let empty = Node { span: crate::text::Span::default(), value: Value::Map(Vec::new()) };
    let draft = if broken && parsed.root.is_none() {
        None
    } else {
        ReportDraft::decode(parsed.root.as_ref().unwrap_or(&empty), &mut decoder)
    };
    (draft.unwrap_or_else(|| untitled(decoder.place(crate::text::Span::default()))), decoder.findings)
}

/// Stands in for a report that could not be read, so that the rest of the content can still be looked at.
fn untitled(place: Place) -> ReportDraft {
    ReportDraft {
        place,
        title: At::new(Text(String::new()), place),
        summary: None,
        language: None,
        base_url: None,
        theme: None,
        publisher: None,
        licence: None,
        time_zone: None,
        raw_html: None,
        policy: None,
        rules: None,
    }
}
