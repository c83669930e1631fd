//! Pages of many entries, or of none, one for each template.

use std::sync::Arc;

use super::super::parts::{
    ArticleLine, Change, ClaimLine, DocumentLine, EntryLine, EventLine, Head, Link, Mark, Named, When,
};
use super::super::shape::given;

given! {
    /// `front.html`: the front page.
    pub struct FrontPage {
        /// What every page has.
        head: Head,
        /// The article it leads with.
        lead: Option<ArticleLine>,
        /// The other articles, newest first; at most 24.
        articles: Vec<ArticleLine>,
        /// The address of all articles, where these are not all.
        all_articles: Option<String>,
        /// What happened, in the order of time; at most the first 24.
        events: Vec<EventLine>,
        /// Where each claim stands: one group for each standing there is, in the order of the legend.
        standings: Vec<StandingGroup>,
        /// The latest changes, newest first; at most ten.
        changes: Vec<Change>,
    }

    /// Claims that stand alike.
    pub struct StandingGroup {
        /// How they stand, and how many there are.
        mark: Mark,
        /// The first of them; on the front page at most eight.
        claims: Vec<Arc<ClaimLine>>,
        /// The address of all of them, where they are not all here and do not just go on in the next part.
        all: Option<String>,
    }

    /// `list.html`: all people, organisations, sources or documents, or all articles.
    pub struct ListPage {
        /// What every page has.
        head: Head,
        /// People, organisations, sources; in the order of the alphabet.
        entries: Vec<EntryLine>,
        /// Documents, newest first.
        documents: Vec<DocumentLine>,
        /// Articles, newest first.
        articles: Vec<ArticleLine>,
        /// Dates, in the order of time.
        events: Vec<EventLine>,
        /// What is said where the list is empty.
        empty: String,
    }

    /// `claims.html`: all claims, by standing.
    pub struct ClaimsPage {
        /// What every page has.
        head: Head,
        /// The claims, by standing; of many, a part.
        standings: Vec<StandingGroup>,
        /// Which part this is, from 1.
        part: u32,
        /// How many parts there are.
        parts: u32,
        /// The address of the part before.
        previous: Option<String>,
        /// The address of the part after.
        next: Option<String>,
    }

    /// `timeline.html`: all dates.
    pub struct TimelinePage {
        /// What every page has.
        head: Head,
        /// What happened, by year (or `undated`), in the order of time.
        years: Vec<TimelineYear>,
        /// What became known when: standings that changed on exact days, and documents that were published on them, in
        /// the order of time.
        known: Vec<KnownLine>,
        /// By what it can be narrowed down.
        choices: Vec<TimelineChoices>,
        /// The years, or within one year the months, that can be looked at alone; nothing where there is only one.
        periods: Vec<TimelineChoice>,
    }

    /// The dates of a year.
    pub struct TimelineYear {
        /// The year in words.
        year: String,
        /// What happened.
        events: Vec<TimelineEvent>,
    }

    /// Something that happened, as the timeline lists it.
    pub struct TimelineEvent {
        /// It, in a line.
        event: EventLine,
        /// The id of its place in the list.
        item: String,
        /// What it can be found by: `who:frank-graefe standing:reported`.
        tags: String,
        /// The period in which it stands.
        period: Option<String>,
    }

    /// Something that became known, as the timeline lists it.
    pub struct KnownLine {
        /// The day.
        date: When,
        /// What became known: `One claim with a new standing`.
        words: String,
        /// The address of its page, from the report's top.
        address: String,
        /// The id of its place in the list.
        item: String,
        /// What it can be found by.
        tags: String,
        /// The period in which it stands.
        period: Option<String>,
    }

    /// What the timeline can be narrowed down by: people, sources, standings.
    pub struct TimelineChoices {
        /// Its name in the address: `who`.
        name: &'static str,
        /// What it is called.
        words: String,
        /// What can be chosen, in the order of the alphabet or the legend.
        choices: Vec<TimelineChoice>,
    }

    /// Something the timeline can be narrowed down to.
    pub struct TimelineChoice {
        /// The word for it in the address: `frank-graefe`.
        word: String,
        /// What it is called.
        words: String,
    }

    /// A day on which standings changed.
    pub struct KnownDay {
        /// The day.
        date: When,
        /// The address of its page, from the report's top.
        address: String,
        /// How many claims changed their standing on it.
        changes: u32,
    }

    /// `attribution.html`: who says what through whom.
    pub struct AttributionPage {
        /// What every page has.
        head: Head,
        /// Everyone who said something first or passed it on; those on whom most rests alone first.
        rows: Vec<AttributionRow>,
    }

    /// Somebody's part in the whole report.
    pub struct AttributionRow {
        /// Who.
        speaker: Named,
        /// What they are: `person`, `organisation`, `source`.
        kind: &'static str,
        /// Claims that rest on them alone.
        alone: u32,
        /// Claims they said first and others said as well.
        shared: u32,
        /// Claims they passed on.
        passed_on: u32,
        /// Through whom what they said first reached us.
        through: Vec<Named>,
    }

    /// `as-known.html`: what was known at the end of a day.
    pub struct AsKnownPage {
        /// What every page has.
        head: Head,
        /// The day.
        date: When,
        /// What changed on it.
        changes: Vec<Change>,
        /// How many claims stood how at the end of the day.
        totals: Vec<Mark>,
        /// All claims as they stood then, by standing, with their origins as counted today; nothing in reports of more
        /// than 500 claims.
        standings: Vec<StandingGroup>,
        /// Its place among the days on which something changed, from 1.
        place: u32,
        /// How many such days there are.
        days: u32,
        /// The day before on which something changed.
        previous: Option<KnownDay>,
        /// The next day on which something changed.
        next: Option<KnownDay>,
    }

    /// `corrections.html`: what we changed in what we had said.
    pub struct CorrectionsPage {
        /// What every page has.
        head: Head,
        /// Corrections of claims and articles, newest first.
        changes: Vec<Change>,
    }

    /// `method.html`: how we verify.
    pub struct MethodPage {
        /// What every page has.
        head: Head,
        /// All standings, with their sentences and numbers.
        standings: Vec<MethodStanding>,
        /// How many claims may harm somebody.
        adverse: u32,
        /// How many of these have a reply, or say why there is none.
        answered: u32,
        /// How many claims rest on a single origin.
        single: u32,
        /// How many documents were opened.
        opened: u32,
        /// How many documents are only known of.
        known_of: u32,
        /// The record of publications, once there is one.
        record: Option<RecordLine>,
    }

    /// The record of publications.
    pub struct RecordLine {
        /// How many publications there are.
        publications: u32,
        /// The day of the newest.
        date: When,
        /// Its digest, and with it that of all before (SHA-256 in hexadecimal).
        sha256: String,
        /// The address of the record, from the report's top.
        address: &'static str,
    }

    /// A standing, and what it takes.
    pub struct MethodStanding {
        /// The standing.
        mark: Mark,
        /// What the evidence must show.
        takes: String,
        /// The address of the claims that stand so.
        address: String,
    }

    /// `search.html`: everything by letter, but claims and dates, which have lists of their own.
    pub struct SearchPage {
        /// What every page has.
        head: Head,
        /// The kinds of entry there are, for choosing some.
        kinds: Vec<Choice>,
        /// The letters there are.
        letters: Vec<Letter>,
    }

    /// Something that can be chosen.
    pub struct Choice {
        /// The word for it in addresses and data: `person`.
        word: &'static str,
        /// What it is called: `People`.
        words: String,
    }

    /// What begins with a letter.
    pub struct Letter {
        /// The letter, or `#` for what begins with none.
        letter: String,
        /// What begins with it, in the order of the alphabet.
        links: Vec<Link>,
    }

    /// `404.html`: no such page.
    pub struct NotFoundPage {
        /// What every page has; its `root` is the path of `base_url`, for this page is served at any depth.
        head: Head,
    }
}
