//! One typed page for each template.

use std::sync::Arc;

use super::parts::{
    ArticleLine, Card, Change, ClaimLine, DocumentLine, Edition, Embed, EntryLine, EventLine, Head, Image,
    LanguageLink, Link, Mark, Named, Quotation, ReplyLine, RoleLine, Subject, When,
};
use super::shape::given;

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

    /// `article.html`: an article. Its text is given beside it, as `body`.
    pub struct ArticlePage {
        /// What every page has.
        head: Head,
        /// The article.
        article: ArticleLine,
        /// The picture at its top.
        image: Option<Image>,
        /// Its headings.
        contents: Vec<Heading>,
        /// Its claims, in the order in which it comes to them.
        claims: Vec<Arc<ClaimLine>>,
        /// What its claims rest on.
        documents: Vec<DocumentLine>,
        /// What was changed in it.
        corrections: Vec<Change>,
        /// When it was published, and what had changed, newest first.
        editions: Vec<Edition>,
        /// The same article in other languages.
        translations: Vec<Link>,
        /// How its claims stand, and how many of them stand so; in the order of the legend.
        marks: Vec<Mark>,
        /// The article before it, by date.
        previous: Option<Link>,
        /// The article after it.
        next: Option<Link>,
        /// All languages it is there in, its own included, for search engines; only where there are several, and the
        /// report has a `base_url`.
        languages: Vec<LanguageLink>,
        /// How to cite it.
        citation: String,
    }

    /// A heading of an article.
    pub struct Heading {
        /// 2 to 6.
        level: u32,
        /// Its words.
        words: String,
        /// The id to link to.
        id: String,
    }

    /// `card.html`: the card of a claim that an article's words are tied to. It is given as `card`, beside `root`.
    pub struct CardPage {
        /// The card.
        card: Card,
        /// What to put before an address to reach it from the article.
        root: String,
        /// The id of this card in the article: several marks may lead to one.
        anchor: String,
        /// Its number in the article, from 1: print refers to claims by it.
        number: u32,
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

    /// `person.html`: a person.
    pub struct PersonPage {
        /// What every page has.
        head: Head,
        /// The person.
        subject: Subject,
        /// Offices and functions.
        roles: Vec<RoleLine>,
        /// Bodies their words count as, with the time in words.
        speaks_for: Vec<RoleLine>,
        /// What is claimed about them.
        about: Vec<Arc<ClaimLine>>,
        /// What they said.
        said: Vec<Arc<ClaimLine>>,
        /// What was claimed that may harm them, with their replies.
        replies: Vec<ReplyLine>,
        /// What they took part in.
        dates: Vec<EventLine>,
        /// What they wrote or published.
        documents: Vec<DocumentLine>,
        /// Articles that name them.
        articles: Vec<Link>,
    }

    /// `organisation.html`: an organisation.
    pub struct OrganisationPage {
        /// What every page has.
        head: Head,
        /// The organisation.
        subject: Subject,
        /// What it is: `ministry`.
        what: Option<String>,
        /// Its country, ISO 3166-1 alpha-2.
        country: Option<String>,
        /// What it belongs to.
        part_of: Vec<Named>,
        /// Who owns it.
        owners: Vec<Named>,
        /// What belongs to it, or is owned by it.
        parts: Vec<Named>,
        /// Who has or had a role in it, or speaks for it.
        people: Vec<RoleLine>,
        /// What is claimed about it.
        about: Vec<Arc<ClaimLine>>,
        /// What it said.
        said: Vec<Arc<ClaimLine>>,
        /// What was claimed that may harm it, with its replies.
        replies: Vec<ReplyLine>,
        /// What it took part in.
        dates: Vec<EventLine>,
        /// What it published.
        documents: Vec<DocumentLine>,
        /// Articles that name it.
        articles: Vec<Link>,
    }

    /// `source.html`: the attribution page of a source.
    pub struct SourcePage {
        /// What every page has.
        head: Head,
        /// The source.
        subject: Subject,
        /// What it is: `news agency`.
        what: Option<String>,
        /// Its country, ISO 3166-1 alpha-2.
        country: Option<String>,
        /// Why it is not named, where it is confidential.
        confidential: Option<String>,
        /// What it belongs to.
        part_of: Vec<Named>,
        /// Who owns it.
        owners: Vec<Named>,
        /// What belongs to it, or is owned by it.
        parts: Vec<Named>,
        /// Who has or had a role in it, or speaks for it.
        people: Vec<RoleLine>,
        /// How much rests on it, in a sentence.
        weight: String,
        /// What rests on it alone: without it, these claims have no origin left.
        alone: Vec<Arc<ClaimLine>>,
        /// What it said first and others said as well.
        shared: Vec<Arc<ClaimLine>>,
        /// What it only passed on.
        passed_on: Vec<Arc<ClaimLine>>,
        /// Claims it speaks against.
        disputed: Vec<Arc<ClaimLine>>,
        /// Of what it said first, what others speak against.
        contested: Vec<Contested>,
        /// How many claims the report has.
        claims: u32,
        /// What is claimed about it.
        about: Vec<Arc<ClaimLine>>,
        /// What was claimed that may harm it, with its replies.
        replies: Vec<ReplyLine>,
        /// What it published.
        documents: Vec<DocumentLine>,
        /// Articles that name it.
        articles: Vec<Link>,
    }

    /// A claim that others speak against.
    pub struct Contested {
        /// The claim.
        claim: Arc<ClaimLine>,
        /// Who says that it is not so.
        by: Vec<Named>,
        /// Claims that cannot be true with it.
        contradicts: Vec<Arc<ClaimLine>>,
    }

    /// `date.html`: something that happened.
    pub struct DatePage {
        /// What every page has.
        head: Head,
        /// It, as any entry.
        subject: Subject,
        /// It, as on the timeline.
        event: EventLine,
        /// Latitude and longitude in degrees, WGS 84: `1.29, 103.85`.
        position: Option<String>,
        /// The claims about it.
        claims: Vec<Arc<ClaimLine>>,
        /// What came before it on the timeline.
        previous: Option<EventLine>,
        /// What came after it on the timeline.
        next: Option<EventLine>,
        /// Articles that name it.
        articles: Vec<Link>,
    }

    /// `document.html`: something that was opened, or that is known of.
    pub struct DocumentPage {
        /// What every page has.
        head: Head,
        /// It, as any entry.
        subject: Subject,
        /// It, in a line.
        document: DocumentLine,
        /// How to cite it.
        citation: String,
        /// Who wrote it.
        authors: Vec<Named>,
        /// When it was published.
        published: Option<When>,
        /// When it was written or recorded.
        created: Option<When>,
        /// When we opened it.
        accessed: Option<When>,
        /// Its language (BCP 47).
        language: Option<String>,
        /// Its Digital Object Identifier.
        doi: Option<String>,
        /// Its International Standard Book Number.
        isbn: Option<String>,
        /// The copy we keep.
        copy: Option<Copy>,
        /// What it repeats.
        copy_of: Option<DocumentLine>,
        /// What it is made from.
        derived_from: Vec<DocumentLine>,
        /// What repeats it or is made from it.
        copies: Vec<DocumentLine>,
        /// The passages quoted from it, in the order of the claims.
        passages: Vec<Quotation>,
        /// The claims that use it.
        claims: Vec<Arc<ClaimLine>>,
        /// Articles that link to it.
        articles: Vec<Link>,
    }

    /// A kept copy.
    pub struct Copy {
        /// SHA-256 of its bytes in hexadecimal.
        sha256: Option<String>,
        /// Its size in words: `4.2 kB`.
        size: String,
        /// Its address from the report's top, where it is published.
        address: Option<String>,
    }

    /// `claim.html`: a claim, and how we know.
    pub struct ClaimPage {
        /// What every page has.
        head: Head,
        /// The claim, with who says so and what the accused reply.
        card: Card,
        /// A line more on it.
        summary: Option<String>,
        /// Whose words they are.
        speaker: Option<Named>,
        /// What and whom it is about.
        about: Vec<Link>,
        /// Whom it may harm.
        adverse_to: Vec<Named>,
        /// How many it speaks of who have no name here.
        unnamed: Option<u32>,
        /// Why it stands as it does, in sentences.
        why: String,
        /// What supports it, as counted.
        support: Option<Counted>,
        /// What disputes it, as counted.
        dispute: Option<Counted>,
        /// What only helps to understand it.
        context: Vec<Piece>,
        /// That we looked for ourselves, in a sentence.
        checked: Option<String>,
        /// The replies of those it may harm.
        replies: Vec<ReplyLine>,
        /// How it stood when, newest first.
        history: Vec<Change>,
        /// What we changed in our own words, newest first.
        corrections: Vec<Change>,
        /// When it was published, and what had changed, newest first.
        editions: Vec<Edition>,
        /// Claims that cannot be true with it.
        contradicts: Vec<Arc<ClaimLine>>,
        /// Claims it makes more exact.
        refines: Vec<Arc<ClaimLine>>,
        /// Claims that make it more exact.
        refined_by: Vec<Arc<ClaimLine>>,
        /// The claim that replaced it.
        superseded_by: Option<Arc<ClaimLine>>,
        /// Claims it replaced.
        supersedes: Vec<Arc<ClaimLine>>,
        /// When we last went over it.
        reviewed: Option<When>,
        /// By when we want to go over it again.
        review_by: Option<When>,
        /// Articles that state or cite it.
        articles: Vec<Link>,
        /// How others put its card into their pages; only where the report has a `base_url`.
        embed: Option<Embed>,
        /// How to cite it.
        citation: String,
    }

    /// One side of a claim, with the steps of the count.
    pub struct Counted {
        /// Independent origins.
        origins: u32,
        /// Ways on which they reached us.
        ways: u32,
        /// Both in a sentence.
        sentence: String,
        /// The origins, gathered as they were counted.
        groups: Vec<OriginGroup>,
        /// What everything that counts came through.
        narrow: Vec<Named>,
    }

    /// Pieces of evidence whose origins count together.
    pub struct OriginGroup {
        /// Who said it first.
        speakers: Vec<Named>,
        /// What they add to the number of origins.
        counts: u32,
        /// Why, in a sentence.
        why: String,
        /// The pieces of evidence.
        pieces: Vec<Piece>,
    }

    /// A piece of evidence.
    pub struct Piece {
        /// Who said it first.
        origin: Vec<Named>,
        /// Who passed it on, nearest to the origin first.
        relays: Vec<Named>,
        /// How the origin knows: `statement`, `unstated`.
        basis: &'static str,
        /// That in words: `it does not say how it knows`.
        knows: String,
        /// What we opened.
        document: DocumentLine,
        /// The words relied on.
        quote: Option<Quotation>,
        /// Where in the document.
        at: Option<String>,
        /// Whether the kept copy itself shows it.
        shown: bool,
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
        /// What became known: `One claim changed its standing`.
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

    /// `embed.html`: the card of a claim, for other sites to show in a frame. It is made anew with each build, and so
    /// shows what was corrected after somebody put it into their page.
    pub struct EmbedPage {
        /// What every page has.
        head: Head,
        /// The claim, with who says so and what the accused reply.
        card: Card,
        /// What replaced it.
        superseded_by: Option<Arc<ClaimLine>>,
        /// What we changed in its words, newest first.
        corrections: Vec<Change>,
    }

    /// `redirect.html`: what stands at an address that has moved.
    pub struct RedirectPage {
        /// What every page has.
        head: Head,
        /// Where it is now.
        to: Link,
    }
}
