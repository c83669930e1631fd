//! What each kind of entry looks like as typed: the fields there are, each with its meaning.

use super::decode::{Decode, Decoder};
use super::fields::fields;
use super::values::{Many, Moment, Path, RawAuthor, Ref, Text, Web};
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
        "summary" summary: Text,
        /// Other spellings or names.
        "also" also: Vec<At<Text>>,
        /// Its address on the web.
        "url" url: Web,
        /// A picture of it, below `content/`.
        "image" image: Path,
        /// Ids it was published under before; their addresses redirect.
        "was" was: Vec<At<Id>>,
        /// For the desk; never published.
        "notes" notes: Text,
        /// `true`: not public yet.
        "draft" draft: bool,
        /// Not public before this moment.
        "embargo" embargo: Moment,
        /// Findings that the desk has looked at and lets stand; never published.
        "allow" allow: Vec<At<AllowedDraft>>,
    }
}

fields! {
    /// A rule whose finding may stand here.
    pub struct AllowedDraft / AllowedPartial = "an entry of `allow`" {
        /// The rule, by its name in brackets: `unknown-person`.
        "rule" rule: Text = required,
        /// The words it is about; all that the rule finds here if not given.
        "words" words: Text,
        /// Why it may stand.
        "why" why: Text = required,
    }
}

fields! {
    /// A person named in the report.
    pub struct PersonDraft / PersonPartial = "a person" {
        /// As the report calls them.
        "name" name: Text = required,
        /// Offices and functions.
        "roles" roles: Vec<At<RoleDraft>>,
        /// The body they count as one origin with; or a list of `{organisation, from, until}`.
        "speaks_for" speaks_for: Many<SpeaksForDraft>,
        /// `true`: a party to the matter themselves.
        "interested" interested: bool,
        ..common: Common / CommonPartial
    }
}

fields! {
    /// An office or function.
    pub struct RoleDraft / RolePartial = "a role" {
        /// What it is called.
        "title" title: Text = required,
        /// Where: a body or a source.
        "organisation" organisation: Ref,
        /// Since when.
        "from" from: Date,
        /// Until when; `..` where it has not ended.
        "until" until: End,
    }
}

fields! {
    /// A body a person's words count as, and when.
    pub struct SpeaksForSpan / SpeaksForPartial = "an entry of `speaks_for`" {
        /// The body.
        "organisation" organisation: Ref = required,
        /// Since when.
        "from" from: Date,
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
        "name" name: Text = required,
        /// What it is, in a word or two: `ministry`.
        "kind" kind: Text,
        /// Its country, ISO 3166-1 alpha-2: `DE`.
        "country" country: Text,
        /// What it belongs to; counts as one origin with it. An id or a list.
        "part_of" part_of: Many<Ref>,
        /// Who owns it; counts as one origin with them. An id or a list.
        "owner" owner: Many<Ref>,
        /// `true`: a party to the matter itself.
        "interested" interested: bool,
        ..common: Common / CommonPartial
    }
}

fields! {
    /// Who informs: an outlet or agency, or a confidential source.
    pub struct SourceDraft / SourcePartial = "a source" {
        /// Its name; of a confidential source it stays at the desk.
        "name" name: Text = required,
        /// What it is, in a word or two: `news agency`.
        "kind" kind: Text,
        /// Its country, ISO 3166-1 alpha-2: `PL`.
        "country" country: Text,
        /// What it belongs to; counts as one origin with it. An id or a list.
        "part_of" part_of: Many<Ref>,
        /// Who owns it; counts as one origin with them. An id or a list.
        "owner" owner: Many<Ref>,
        /// `true`: a party to the matter itself.
        "interested" interested: bool,
        /// That it asked not to be named, and why.
        "confidential" confidential: ConfidentialDraft,
        /// Who a confidential source counts as one origin with; stays at the desk. An id or a list.
        "counts_with" counts_with: Many<Ref>,
        ..common: Common / CommonPartial
    }
}

fields! {
    /// That a source asked not to be named.
    pub struct ConfidentialDraft / ConfidentialPartial = "`confidential`" {
        /// The words it is shown under.
        "described_as" described_as: Text,
        /// Why it is not named; shown.
        "reason" reason: Text,
        /// Who approved of its use; stays at the desk.
        "approved_by" approved_by: Text,
    }
}

fields! {
    /// A thing that was opened, or that is known of.
    pub struct DocumentDraft / DocumentPartial = "a document" {
        /// Its title.
        "title" title: Text = required,
        /// What it is: `article`, `recording`, `statement` …
        "type" kind: DocumentType = required,
        /// Who published it.
        "source" source: Ref,
        /// Who wrote it: ids or names.
        "authors" authors: Vec<At<RawAuthor>>,
        /// What it appeared in.
        "in" container: Text,
        /// The volume.
        "volume" volume: Text,
        /// The issue.
        "issue" issue: Text,
        /// The pages.
        "pages" pages: Text,
        /// Its Digital Object Identifier.
        "doi" doi: Text,
        /// Its International Standard Book Number.
        "isbn" isbn: Text,
        /// The document it repeats.
        "copy_of" copy_of: Ref,
        /// The documents it is made from; it is not independent of these.
        "derived_from" derived_from: Many<Ref>,
        /// When it was published.
        "published" published: Date,
        /// When it was written or recorded.
        "created" created: Date,
        /// When we opened it; without it, it is known of only.
        "accessed" accessed: Date,
        /// Its language (BCP 47): `en`.
        "language" language: Text,
        /// The copy we keep.
        "archive" archive: ArchiveDraft,
        /// That whoever published it took it back.
        "withdrawn" withdrawn: WithdrawalDraft,
        ..common: Common / CommonPartial
    }
}

fields! {
    /// A kept copy.
    pub struct ArchiveDraft / ArchivePartial = "`archive`" {
        /// The file below `content/`: `archive/article.txt`.
        "file" file: Path = required,
        /// SHA-256 of its bytes.
        "sha256" sha256: Text,
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
        "why" why: Text = required,
    }
}

fields! {
    /// An event on the timeline.
    pub struct EventDraft / EventPartial = "a date" {
        /// What happened, in a line.
        "title" title: Text = required,
        /// When (EDTF).
        "date" date: Date = required,
        /// What the wording left out of the date and we filled in: `[year]`.
        "inferred" inferred: Vec<At<Inferred>>,
        /// Who took part.
        "people" people: Vec<At<Ref>>,
        /// Which bodies took part.
        "organisations" organisations: Vec<At<Ref>>,
        /// How many took part who have no name here.
        "unnamed" unnamed: u32,
        /// Where: words, or `{name, country, lat, lon}`.
        "place" location: LocationDraft,
        ..common: Common / CommonPartial
    }
}

fields! {
    /// Where something happened.
    pub struct LocationFields / LocationPartial = "a place" {
        /// Its name.
        "name" name: Text = required,
        /// Its country, ISO 3166-1 alpha-2.
        "country" country: Text,
        /// Latitude in degrees, north positive.
        "lat" latitude: f64,
        /// Longitude in degrees, east positive.
        "lon" longitude: f64,
    }
}

/// Where something happened: words alone, or with country and position.
#[derive(Debug, Clone, PartialEq)]
pub struct LocationDraft(pub crate::model::Location);

impl Decode for LocationDraft {
    const WHAT: &'static str = "a place: words, or `{name, country, lat, lon}`";

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
        "text" text: Text = required,
        /// `occurrence` (if not given), `utterance`, `denial` or `assessment`.
        "kind" kind: ClaimKind,
        /// Whose words they are; required for utterances and denials.
        "speaker" speaker: Ref,
        /// The reservation in the source's own words.
        "hedge" hedge: Text,
        /// How it stands.
        "status" status: Status = required,
        /// When it was so; if not given, that of the one date in `about`.
        "date" date: Date,
        /// What the wording left out of the date and we filled in: `[year]`.
        "inferred" inferred: Vec<At<Inferred>>,
        /// How many it speaks of who have no name here.
        "unnamed" unnamed: u32,
        /// What and whom it is about: any ids.
        "about" about: Vec<At<Ref>>,
        /// Whom it may harm.
        "adverse_to" adverse_to: Vec<At<Ref>>,
        /// What it rests on.
        "evidence" evidence: Vec<At<EvidenceDraft>>,
        /// What those it may harm say.
        "responses" responses: Vec<At<ResponseDraft>>,
        /// Claims that cannot be true with it; holds both ways.
        "contradicts" contradicts: Vec<At<Ref>>,
        /// Claims it makes more exact.
        "refines" refines: Vec<At<Ref>>,
        /// The claim that replaced it.
        "superseded_by" superseded_by: Ref,
        /// Since when it stands so; in place of a history of one line.
        "since" since: Date,
        /// When what the world knows changed.
        "history" history: Vec<At<StandingDraft>>,
        /// When we changed what we had said.
        "corrections" corrections: Vec<At<CorrectionDraft>>,
        /// When we last went over it.
        "reviewed" reviewed: Date,
        /// By when we want to go over it again.
        "review_by" review_by: Date,
        /// That we looked for ourselves.
        "checked" checked: OwnCheckDraft,
        ..common: Common / CommonPartial
    }
}

fields! {
    /// A piece of evidence.
    pub struct EvidenceDraft / EvidencePartial = "a piece of evidence" {
        /// What we opened.
        "document" document: Ref = required,
        /// Who said it first.
        "said_by" said_by: Ref,
        /// Who passed it on, nearest to the origin first.
        "via" via: Vec<At<Ref>>,
        /// How the origin knows: `witness`, `own-reporting`, `document`, `recording`, `statement`, `unstated`.
        "basis" basis: Basis,
        /// `supports` (if not given), `disputes` or `context`.
        "stance" stance: Stance,
        /// The words relied on, as they stand in the document.
        "quote" quote: Text,
        /// `true`: the quotation tells what the speaker said in the words of whoever passed it on.
        "indirect" indirect: bool,
        /// Where in the document: page, paragraph, timecode.
        "at" at: Text,
        /// The language of the quotation, if not the document's (BCP 47).
        "language" language: Text,
        /// The quotation in another language.
        "translation" translation: TranslationDraft,
        /// `true`: the kept copy itself shows it.
        "shown" shown: bool,
    }
}

fields! {
    /// A quotation in another language.
    pub struct TranslationDraft / TranslationPartial = "a translation" {
        /// The translated words.
        "text" text: Text = required,
        /// Their language (BCP 47).
        "language" language: Text,
        /// Who translated.
        "by" by: Text,
    }
}

fields! {
    /// What somebody whom a claim may harm says to it.
    pub struct ResponseDraft / ResponsePartial = "a response" {
        /// Who.
        "party" party: Ref = required,
        /// `denied`, `confirmed`, `no comment`, `no reply` or `not sought`.
        "outcome" outcome: Outcome,
        /// Why nobody asked, or what there is to say of it.
        "why" why: Text,
        /// When they were asked.
        "asked" asked: Date,
        /// Until when they could answer.
        "deadline" deadline: Date,
        /// When they answered.
        "date" date: Date,
        /// Their words.
        "quote" quote: Text,
        /// The document in which they can be read.
        "document" document: Ref,
        /// Where in it.
        "at" at: Text,
        /// The claim that holds their answer, in place of `outcome`.
        "claim" claim: Ref,
    }
}

fields! {
    /// How a claim stood from a day on.
    pub struct StandingDraft / StandingPartial = "an entry of `history`" {
        /// When what the world knows changed.
        "date" date: Date = required,
        /// How it stood from then on.
        "status" status: Status = required,
        /// What changed.
        "why" why: Text,
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
        "said" said: Text,
        /// What we say now.
        "now" now: Text,
        /// Why.
        "why" why: Text,
    }
}

fields! {
    /// That we looked for ourselves.
    pub struct OwnCheckDraft / OwnCheckPartial = "`checked`" {
        /// Who looked.
        "by" by: Text = required,
        /// When.
        "date" date: Date = required,
        /// How.
        "how" how: Text = required,
    }
}

fields! {
    /// What must be said of a picture, wherever it is used.
    pub struct MediaDraft / MediaPartial = "a picture" {
        /// What it shows, for those who cannot see it.
        "alt" alt: Text,
        /// Who made it.
        "credit" credit: Text,
        /// Under which licence we show it.
        "licence" licence: Text,
        /// The words under it.
        "caption" caption: Text,
        /// `true`: it stands for something it does not itself show.
        "symbolic" symbolic: bool,
    }
}
