//! What each kind of entry looks like as typed: the fields there are, each with its meaning.

use super::decode::{Decode, Decoder};
use super::fields::fields;
use super::language::Tag;
use super::shape::Shape;
use super::values::{Country, Many, Moment, Path, RawAuthor, Ref, Text, Web};
use super::yaml::{Node, Value};
use crate::diagnostic::Finding;
use crate::model::{
    Basis, ClaimKind, CorrectionKind, Date, DocumentType, End, Id, Inferred, Outcome, Stance, Status,
};
use crate::text::At;

fields! {
    /// What every entry can carry.
    pub struct Common / CommonPartial = "an entry" {
        /// A line on what it is.
        "summary" summary: Text as "Took part in the call from Singapore.",
        /// Other spellings or names.
        "also" also: Vec<At<Text>> as "[Frank Gräfe]",
        /// Its address on the web.
        "url" url: Web as "https://www.spiegel.de",
        /// A picture of it, below `content/`.
        "image" image: Path,
        /// Ids it was published under before; their addresses redirect.
        "was" was: Vec<At<Id>> as "[earlier-id]",
        /// For the desk; never published.
        "notes" notes: Text as "Ask the press office again.",
        /// `true`: not public yet.
        "draft" draft: bool as "true",
        /// Not public before this moment.
        "embargo" embargo: Moment,
        /// Findings that the desk has looked at and lets stand; never published.
        "allow" allow: Vec<At<AllowedDraft>> as "[{rule: undated-utterance, why: The paper gives no day.}]",
    }
}

fields! {
    /// A rule whose finding may stand here.
    pub struct AllowedDraft / AllowedPartial = "an entry of `allow`" {
        /// The rule, by its name in brackets: `unknown-person`.
        "rule" rule: Text = required as "unknown-person",
        /// The words it is about; all that the rule finds here if not given.
        "words" words: Text as "Jan Łoś",
        /// Why it may stand.
        "why" why: Text = required as "He is named in passing.",
    }
}

fields! {
    /// A person named in the report.
    pub struct PersonDraft / PersonPartial = "a person" {
        /// As the report calls them.
        "name" name: Text = required as "Frank Graefe",
        /// Offices and functions.
        "roles" roles: Vec<At<RoleDraft>> as "[{title: Brigadier General, organisation: luftwaffe, from: 2023, until: ..}]",
        /// The body they count as one origin with; or a list of `{organisation, from, until}`.
        "speaks_for" speaks_for: Many<SpeaksForDraft> as "luftwaffe",
        /// `true`: a party to the matter themselves.
        "interested" interested: bool,
        ..common: Common / CommonPartial
    }
}

fields! {
    /// An office or function.
    pub struct RoleDraft / RolePartial = "a role" {
        /// What it is called.
        "title" title: Text = required as "Brigadier General",
        /// Where: a body or a source.
        "organisation" organisation: Ref as "luftwaffe",
        /// Since when.
        "from" from: Date as "2023",
        /// Until when; `..` where it has not ended.
        "until" until: End,
    }
}

fields! {
    /// A body a person's words count as, and when.
    pub struct SpeaksForSpan / SpeaksForPartial = "an entry of `speaks_for`" {
        /// The body.
        "organisation" organisation: Ref = required as "luftwaffe",
        /// Since when.
        "from" from: Date as "2023",
        /// Until when; `..` where it has not ended.
        "until" until: End,
    }
}

/// A body a person's words count as: an id alone, or with the time.
#[derive(Debug, Clone)]
pub struct SpeaksForDraft {
    /// The body.
    pub organisation: At<Ref>,
    /// Since when.
    pub from: Option<At<Date>>,
    /// Until when.
    pub until: Option<At<End>>,
}

impl Decode for SpeaksForDraft {
    const WHAT: &'static str = "an id, or `{organisation, from, until}`";

    fn shape() -> Shape {
        Shape::Either(Box::new(Ref::shape()), SpeaksForSpan::form())
    }

    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        if let Value::Map(_) = node.value {
            let SpeaksForSpan { organisation, from, until, .. } = SpeaksForSpan::decode(node, decoder)?;
            return Some(Self { organisation, from, until });
        }
        let organisation = At::new(Ref::decode(node, decoder)?, decoder.place(node.span));
        Some(Self { organisation, from: None, until: None })
    }
}

fields! {
    /// A body that acts in the story.
    pub struct OrganisationDraft / OrganisationPartial = "an organisation" {
        /// As the report calls it.
        "name" name: Text = required as "German Ministry of Defence",
        /// What it is, in a word or two: `ministry`.
        "kind" kind: Text as "ministry",
        /// Its country, in two letters (ISO 3166-1): `DE`.
        "country" country: Country as "DE",
        /// What it belongs to; counts as one origin with it. An id or a list.
        "part_of" part_of: Many<Ref> as "defence-ministry",
        /// Who owns it; counts as one origin with them. An id or a list.
        "owner" owner: Many<Ref> as "federal-republic",
        /// `true`: a party to the matter itself.
        "interested" interested: bool,
        ..common: Common / CommonPartial
    }
}

fields! {
    /// Who informs: an outlet or agency, or a confidential source.
    pub struct SourceDraft / SourcePartial = "a source" {
        /// Its name; of a confidential source it stays at the desk.
        "name" name: Text = required as "Der Spiegel",
        /// What it is, in a word or two: `news agency`.
        "kind" kind: Text as "magazine",
        /// Its country, in two letters (ISO 3166-1): `PL`.
        "country" country: Country as "DE",
        /// What it belongs to; counts as one origin with it. An id or a list.
        "part_of" part_of: Many<Ref> as "spiegel-group",
        /// Who owns it; counts as one origin with them. An id or a list.
        "owner" owner: Many<Ref> as "[employees, a-publisher]",
        /// `true`: a party to the matter itself.
        "interested" interested: bool,
        /// That it asked not to be named, and why.
        "confidential" confidential: ConfidentialDraft as "{described_as: A person briefed on the inquiry, reason: Fears dismissal., approved_by: desk}",
        /// Who a confidential source counts as one origin with; stays at the desk. An id or a list.
        "counts_with" counts_with: Many<Ref> as "[defence-ministry]",
        ..common: Common / CommonPartial
    }
}

fields! {
    /// That a source asked not to be named.
    pub struct ConfidentialDraft / ConfidentialPartial = "`confidential`" {
        /// The words it is shown under.
        "described_as" described_as: Text as "A person briefed on the inquiry",
        /// Why it is not named; shown.
        "reason" reason: Text as "Fears dismissal.",
        /// Who approved of its use; stays at the desk.
        "approved_by" approved_by: Text as "desk",
    }
}

fields! {
    /// A thing that was opened, or that is known of.
    pub struct DocumentDraft / DocumentPartial = "a document" {
        /// Its title.
        "title" title: Text = required as "German defense leak reveals security flaws",
        /// What it is: `article`, `recording`, `statement` …
        "type" kind: DocumentType = required,
        /// Who published it.
        "source" source: Ref as "spiegel",
        /// Who wrote it: ids or names.
        "authors" authors: Vec<At<RawAuthor>> as "[Änne Gräfe, frank-graefe]",
        /// What it appeared in.
        "in" container: Text as "Der Spiegel",
        /// The volume.
        "volume" volume: Text as "78",
        /// The issue.
        "issue" issue: Text as "11/2024",
        /// The pages.
        "pages" pages: Text as "12-14",
        /// Its Digital Object Identifier.
        "doi" doi: Text as "10.1000/182",
        /// Its International Standard Book Number.
        "isbn" isbn: Text as "978-3-16-148410-0",
        /// The document it repeats.
        "copy_of" copy_of: Ref as "pap-report",
        /// The documents it is made from; it is not independent of these.
        "derived_from" derived_from: Many<Ref> as "[ministry-statement, call-recording]",
        /// When it was published.
        "published" published: Date as "2024-03-12T14:56-04:00",
        /// When it was written or recorded.
        "created" created: Date,
        /// When we opened it; without it, it is known of only.
        "accessed" accessed: Date,
        /// Its language (BCP 47): `en`.
        "language" language: Tag as "en",
        /// The copy we keep.
        "archive" archive: ArchiveDraft as "{file: archive/article-2024-03-12.txt, public: false}",
        /// That whoever published it took it back.
        "withdrawn" withdrawn: WithdrawalDraft as "{date: 2024-03-20, why: Its author could not show the recording.}",
        ..common: Common / CommonPartial
    }
}

fields! {
    /// A kept copy.
    pub struct ArchiveDraft / ArchivePartial = "`archive`" {
        /// The file below `content/`: `archive/article.txt`.
        "file" file: Path = required as "archive/article-2024-03-12.txt",
        /// SHA-256 of its bytes.
        "sha256" sha256: Text as "21c9ab0f4d1b1c0e2b3a4958677f8e9d0c1b2a39485766758493a2b1c0d9e8f7",
        /// `true`: published itself; otherwise the digest and the quoted passages are.
        "public" public: bool,
    }
}

fields! {
    /// That a document was taken back.
    pub struct WithdrawalDraft / WithdrawalPartial = "`withdrawn`" {
        /// When.
        "date" date: Date = required,
        /// Why.
        "why" why: Text = required as "Its author could not show the recording.",
    }
}

fields! {
    /// An event on the timeline.
    pub struct EventDraft / EventPartial = "a date" {
        /// What happened, in a line.
        "title" title: Text = required as "Officers discuss Taurus in a conference call",
        /// When: a day, a month, a year, a stretch of time (EDTF).
        "date" date: Date = required as "2024-02-19",
        /// What the wording left out of the date and we filled in: `[year]`.
        "inferred" inferred: Vec<At<Inferred>> as "[year]",
        /// Who took part.
        "people" people: Vec<At<Ref>> as "[ingo-gerhartz, frank-graefe]",
        /// Which bodies took part.
        "organisations" organisations: Vec<At<Ref>> as "[luftwaffe]",
        /// How many took part who have no name here.
        "unnamed" unnamed: u32,
        /// Where: words, or `{name, country, lat, lon}`.
        "place" location: LocationDraft as "{name: Singapore, country: SG, lat: 1.29, lon: 103.85}",
        ..common: Common / CommonPartial
    }
}

fields! {
    /// Where something happened.
    pub struct LocationFields / LocationPartial = "a place" {
        /// Its name.
        "name" name: Text = required as "Singapore",
        /// Its country, in two letters (ISO 3166-1).
        "country" country: Country as "SG",
        /// Latitude in degrees, north positive.
        "lat" latitude: f64 as "1.29",
        /// Longitude in degrees, east positive.
        "lon" longitude: f64 as "103.85",
    }
}

/// Where something happened: words alone, or with country and position.
#[derive(Debug, Clone, PartialEq)]
pub struct LocationDraft(pub crate::model::Location);

impl Decode for LocationDraft {
    const WHAT: &'static str = "a place: words, or `{name, country, lat, lon}`";

    fn shape() -> Shape {
        Shape::Either(Box::new(Text::shape()), LocationFields::form())
    }

    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        use crate::model::Location;
        if !matches!(node.value, Value::Map(_)) {
            let Text(name) = Text::decode(node, decoder)?;
            return Some(Self(Location { name, country: None, position: None }));
        }
        let LocationFields { place, name, country, latitude, longitude } =
            LocationFields::decode(node, decoder)?;
        let position = match (latitude, longitude) {
            (Some(latitude), Some(longitude)) => {
                for (degrees, most) in [(&latitude, 90.0), (&longitude, 180.0)] {
                    if degrees.value.abs() > most {
                        let message = format!(
                            "`{}` is not a position: at most {most} degrees either way",
                            degrees.value
                        );
                        decoder.findings.push(Finding::error("bad-value", degrees.place, message));
                    }
                }
                Some((latitude.value, longitude.value))
            }
            (None, None) => None,
            (Some(_), None) | (None, Some(_)) => {
                let finding = Finding::error("missing-field", place, "a position needs both `lat` and `lon`");
                decoder.findings.push(finding.help("add the other one, or take both out"));
                None
            }
        };
        Some(Self(Location { name: name.value.0, country: country.map(|country| country.value.0), position }))
    }
}

fields! {
    /// One factual assertion, its verification status and its evidence.
    pub struct ClaimDraft / ClaimPartial = "a claim" {
        /// The assertion, in one sentence.
        "text" text: Text = required as "Ingo Gerhartz also relied on an unsecured line.",
        /// `occurrence` (if not given), `utterance`, `denial` or `assessment`.
        "kind" kind: ClaimKind,
        /// Whose words they are; required for utterances and denials.
        "speaker" speaker: Ref as "boris-pistorius",
        /// The reservation in the source's own words.
        "hedge" hedge: Text as "highly probable",
        /// How it stands.
        "status" status: Status = required,
        /// When it was so; if not given, that of the one date in `about`.
        "date" date: Date as "../2024-03-12",
        /// What the wording left out of the date and we filled in: `[year]`.
        "inferred" inferred: Vec<At<Inferred>>,
        /// How many it speaks of who have no name here.
        "unnamed" unnamed: u32,
        /// What and whom it is about: any ids.
        "about" about: Vec<At<Ref>> as "[ingo-gerhartz, taurus-call]",
        /// Whom it may harm.
        "adverse_to" adverse_to: Vec<At<Ref>> as "[ingo-gerhartz]",
        /// What it rests on.
        "evidence" evidence: Vec<At<EvidenceDraft>> as "[{document: republished-pap-report, said_by: spiegel, basis: unstated, quote: he also relied on an unsecure line, at: paragraph 4}]",
        /// What those it may harm say.
        "responses" responses: Vec<At<ResponseDraft>> as "[{party: ingo-gerhartz, outcome: no reply, asked: 2024-03-11, deadline: 2024-03-13}]",
        /// Claims that cannot be true with it; holds both ways.
        "contradicts" contradicts: Vec<At<Ref>> as "[another-claim]",
        /// Claims it makes more exact.
        "refines" refines: Vec<At<Ref>> as "[a-broader-claim]",
        /// The claim that replaced it.
        "superseded_by" superseded_by: Ref as "additional-errors",
        /// Since when it stands so; in place of a history of one line.
        "since" since: Date,
        /// When what the world knows changed.
        "history" history: Vec<At<StandingDraft>> as "[{date: 2024-03-01, status: reported, why: First statement of the ministry.}]",
        /// When we changed what we had said.
        "corrections" corrections: Vec<At<CorrectionDraft>> as "[{date: 2024-03-14, kind: correction, said: two officers, now: three officers, why: We had counted wrongly.}]",
        /// When we last went over it.
        "reviewed" reviewed: Date,
        /// By when we want to go over it again.
        "review_by" review_by: Date,
        /// That we looked for ourselves.
        "checked" checked: OwnCheckDraft as "{by: Jan Łoś, date: 2024-03-13, how: Called the hotel.}",
        ..common: Common / CommonPartial
    }
}

fields! {
    /// A piece of evidence.
    pub struct EvidenceDraft / EvidencePartial = "a piece of evidence" {
        /// What we opened.
        "document" document: Ref = required as "republished-pap-report",
        /// Who said it first.
        "said_by" said_by: Ref as "spiegel",
        /// Who passed it on, nearest to the origin first.
        "via" via: Vec<At<Ref>> as "[pap]",
        /// How the origin knows: `witness`, `own-reporting`, `document`, `recording`, `statement`, `unstated`.
        "basis" basis: Basis,
        /// `supports` (if not given), `disputes` or `context`.
        "stance" stance: Stance,
        /// The words relied on, as they stand in the document.
        "quote" quote: Text as "it is highly probable that he also relied on an unsecure line",
        /// `true`: the quotation tells what the speaker said in the words of whoever passed it on.
        "indirect" indirect: bool,
        /// Where in the document: page, paragraph, timecode.
        "at" at: Text as "paragraph 4",
        /// The language of the quotation, if not the document's (BCP 47).
        "language" language: Tag as "en",
        /// The quotation in another language.
        "translation" translation: TranslationDraft as "{text: höchstwahrscheinlich, language: de, by: the desk}",
        /// `true`: the kept copy itself shows it.
        "shown" shown: bool,
    }
}

fields! {
    /// A quotation in another language.
    pub struct TranslationDraft / TranslationPartial = "a translation" {
        /// The translated words.
        "text" text: Text = required as "höchstwahrscheinlich",
        /// Their language (BCP 47).
        "language" language: Tag as "de",
        /// Who translated.
        "by" by: Text as "the desk",
    }
}

fields! {
    /// What somebody whom a claim may harm says to it.
    pub struct ResponseDraft / ResponsePartial = "a response" {
        /// Who.
        "party" party: Ref = required as "ingo-gerhartz",
        /// `denied`, `confirmed`, `no comment`, `no reply` or `not sought`.
        "outcome" outcome: Outcome as "no reply",
        /// Why nobody asked, or what there is to say of it.
        "why" why: Text as "The report was compiled from published material.",
        /// When they were asked.
        "asked" asked: Date,
        /// Until when they could answer.
        "deadline" deadline: Date,
        /// When they answered.
        "date" date: Date,
        /// Their words.
        "quote" quote: Text as "I took part from my office.",
        /// The document in which they can be read.
        "document" document: Ref as "gerhartz-letter",
        /// Where in it.
        "at" at: Text as "page 2",
        /// The claim that holds their answer, in place of `outcome`.
        "claim" claim: Ref as "gerhartz-denies",
    }
}

fields! {
    /// How a claim stood from a day on.
    pub struct StandingDraft / StandingPartial = "an entry of `history`" {
        /// When what the world knows changed.
        "date" date: Date = required as "\"[2024-03-01..2024-03-11]\"",
        /// How it stood from then on.
        "status" status: Status = required as "reported",
        /// What changed.
        "why" why: Text as "First statement of the ministry.",
    }
}

fields! {
    /// A change to what we had said.
    pub struct CorrectionDraft / CorrectionPartial = "a correction" {
        /// When we changed it.
        "date" date: Date,
        /// `correction`, `clarification`, `update` or `withdrawal`.
        "kind" kind: CorrectionKind,
        /// What we had said.
        "said" said: Text as "two officers",
        /// What we say now.
        "now" now: Text as "three officers",
        /// Why.
        "why" why: Text as "We had counted wrongly.",
    }
}

fields! {
    /// That we looked for ourselves.
    pub struct OwnCheckDraft / OwnCheckPartial = "`checked`" {
        /// Who looked.
        "by" by: Text = required as "Jan Łoś",
        /// When.
        "date" date: Date = required,
        /// How.
        "how" how: Text = required as "Called the hotel.",
    }
}

fields! {
    /// What must be said of a picture, wherever it is used.
    pub struct MediaDraft / MediaPartial = "a picture" {
        /// What it shows, for those who cannot see it.
        "alt" alt: Text as "Officers at a long table.",
        /// Who made it.
        "credit" credit: Text as "Änne Gräfe",
        /// Under which licence we show it.
        "licence" licence: Text as "CC-BY-4.0",
        /// The words under it.
        "caption" caption: Text as "The hall in which the committee met.",
        /// `true`: it stands for something it does not itself show.
        "symbolic" symbolic: bool,
    }
}
