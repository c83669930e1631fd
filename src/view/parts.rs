//! The pieces pages are made of: links, dates, claims in a line, cards.

use super::shape::given;

given! {
    /// The report as a whole; every template has it as `site`.
    pub struct Site {
        /// The report's title.
        title: String,
        /// What it is about, in a line or two.
        summary: Option<String>,
        /// The language of the text, where nothing else is said (BCP 47).
        language: String,
        /// The language of the words around it: the same, or English where the theme has no words for it.
        spoken: String,
        /// Where it is published, ending in `/`.
        base_url: Option<String>,
        /// Who publishes it.
        publisher: Option<String>,
        /// The publisher's address on the web.
        publisher_url: Option<String>,
        /// How to reach the publisher.
        contact: Option<String>,
        /// The licence (SPDX).
        licence: Option<String>,
        /// The ways into the report, for the head of every page.
        menu: Vec<Link>,
        /// All standings in the order of their legend, those no claim has included.
        standings: Vec<Mark>,
        /// How many claims there are.
        claims: u32,
        /// How many independent origins make a claim corroborated here.
        corroborated_origins: u32,
    }

    /// What every page has as `page.head`.
    pub struct Head {
        /// The page's title, without the report's.
        title: String,
        /// What is on it, in a sentence, for search engines and previews.
        description: String,
        /// Its address from the report's top: `claims/graefe-mobile.html`.
        address: String,
        /// Its full address, where the report has a `base_url`.
        canonical: Option<String>,
        /// What to put before any address to reach it from this page: nothing, `../`, `../../`.
        root: String,
        /// What sort of page it is: `front`, `article`, `claim`, `claims` and so on.
        kind: &'static str,
        /// Its language (BCP 47).
        language: String,
        /// The way here from the front page, the page itself left out.
        crumbs: Vec<Link>,
        /// When what it shows last changed.
        changed: Option<When>,
        /// What of it is not public, on pages that `casebook serve` shows to those who write them; never in a site
        /// that is built.
        band: Option<Band>,
    }

    /// What is not public of what a page shows.
    pub struct Band {
        /// Why the page is not public, if it is not: `a draft`.
        why: Option<String>,
        /// The desk's notes.
        notes: Option<String>,
    }

    /// A way to another page.
    pub struct Link {
        /// Its address from the report's top; put `page.head.root` before it.
        address: String,
        /// What it is called.
        words: String,
        /// What it leads to: `person`, `claim`, `article`, `page` and so on.
        kind: &'static str,
    }

    /// A name: with a page of its own, or words alone.
    pub struct Named {
        /// The words.
        words: String,
        /// Its address from the report's top, where it has a page.
        address: Option<String>,
        /// Whether it is a party to the matter itself.
        interested: bool,
    }

    /// A date, as exactly as it is known.
    pub struct When {
        /// In words: `between 1 and 11 March 2024`.
        words: String,
        /// In few letters, for tables.
        short: String,
        /// For `<time datetime>`, where HTML has a form for it.
        machine: Option<String>,
        /// As typed in the sheet (EDTF).
        typed: String,
        /// How exact it is, in a sentence.
        exactness: String,
        /// What the wording left out and we filled in: `year filled in by us`.
        filled_in: Option<String>,
    }

    /// A standing: one of the eight, with the sentence that explains it.
    pub struct Mark {
        /// The word: `reported`.
        word: &'static str,
        /// What it means, in a sentence to a reader.
        sentence: String,
        /// How many claims of the report stand so.
        claims: u32,
    }

    /// A claim in a line.
    pub struct ClaimLine {
        /// Its id.
        id: String,
        /// Its address from the report's top.
        address: String,
        /// What it says.
        text: String,
        /// How it stands: `reported`.
        status: &'static str,
        /// That standing in a sentence.
        sentence: String,
        /// What sort of thing it asserts: `occurrence`, `utterance`, `denial`, `assessment`.
        kind: &'static str,
        /// The reservation in the source's own words.
        hedge: Option<String>,
        /// When it was so.
        date: Option<When>,
        /// Independent origins that support it.
        origins: u32,
        /// Ways on which they reached us.
        ways: u32,
        /// Both in words: `one origin, passed on by two outlets`.
        counted: String,
        /// Who said it first, as named.
        said_by: Vec<Named>,
    }

    /// The card of a claim.
    pub struct Card {
        /// The claim.
        claim: ClaimLine,
        /// Who says so and how they know, in sentences.
        who: String,
        /// The words relied on, where a piece of evidence quotes some.
        quotes: Vec<Quotation>,
        /// What those it may harm say, in sentences.
        replies: Vec<String>,
        /// When its standing or words last changed.
        changed: Option<When>,
        /// The full address of the claim's page, for paper, where the report has a `base_url`.
        permalink: Option<String>,
    }

    /// Words as they stand in a document.
    pub struct Quotation {
        /// The words.
        words: String,
        /// Their language (BCP 47), where it is known.
        language: Option<String>,
        /// Where in the document: page, paragraph, timecode.
        at: Option<String>,
        /// The document.
        document: Link,
        /// The claim they are evidence for.
        claim: Link,
        /// Who said them, where that is known.
        said_by: Option<Named>,
        /// Whether the words are of whoever passed on what `said_by` said.
        indirect: bool,
        /// The words in another language.
        translation: Option<String>,
        /// The language of the translation (BCP 47).
        translation_language: Option<String>,
        /// Who translated.
        translated_by: Option<String>,
    }

    /// Something that happened, in a line.
    pub struct EventLine {
        /// Its id.
        id: String,
        /// Its address from the report's top.
        address: String,
        /// What happened.
        title: String,
        /// When.
        date: When,
        /// A line more on it.
        summary: Option<String>,
        /// Where.
        place: Option<String>,
        /// Who took part.
        people: Vec<Named>,
        /// Which bodies took part.
        organisations: Vec<Named>,
        /// How many took part who have no name here.
        unnamed: Option<u32>,
        /// How the claims about it stand: each standing there is, once.
        standings: Vec<&'static str>,
    }

    /// A document in a line.
    pub struct DocumentLine {
        /// Its address from the report's top.
        address: String,
        /// Its title.
        title: String,
        /// Its own address on the web.
        url: Option<String>,
        /// What it is: `article`, `statement`.
        kind: &'static str,
        /// Who published it.
        source: Option<Named>,
        /// When it was published, or else made.
        date: Option<When>,
        /// Whether we opened it; otherwise we only know of it.
        opened: bool,
        /// Whether a copy is kept.
        kept: bool,
        /// How many claims use it.
        claims: u32,
        /// That it was taken back, in a sentence.
        withdrawn: Option<String>,
    }

    /// An article in a line.
    pub struct ArticleLine {
        /// Its address from the report's top.
        address: String,
        /// Its title.
        title: String,
        /// What it tells, in a line or two.
        summary: Option<String>,
        /// When it was published.
        date: Option<When>,
        /// When it last changed.
        updated: Option<When>,
        /// Who wrote it.
        authors: Vec<Named>,
        /// Its language (BCP 47).
        language: String,
        /// How long it takes to read, in minutes.
        minutes: u32,
    }

    /// Anyone or anything with a page, in a line: for lists of people, organisations and sources.
    pub struct EntryLine {
        /// Its address from the report's top.
        address: String,
        /// What it is called.
        name: String,
        /// What it is: an office, `ministry`, `news agency`.
        what: Option<String>,
        /// A line more on it.
        summary: Option<String>,
        /// Whether it is a party to the matter itself.
        interested: bool,
        /// How many claims are about it, or rest on it.
        claims: u32,
    }

    /// A picture.
    pub struct Image {
        /// Its address from the report's top.
        address: String,
        /// From left to right, in pixels, where that is known.
        width: Option<u32>,
        /// From top to bottom.
        height: Option<u32>,
        /// The same picture at other widths, narrowest first, as WebP.
        prints: Vec<Print>,
        /// What it shows, for those who cannot see it.
        alt: String,
        /// Who made it.
        credit: Option<String>,
        /// Under which licence it is shown.
        licence: Option<String>,
        /// The words under it.
        caption: Option<String>,
        /// Whether it stands for something it does not itself show.
        symbolic: bool,
    }

    /// A picture at another width.
    pub struct Print {
        /// Its address from the report's top.
        address: String,
        /// In pixels.
        width: u32,
    }

    /// What all entries show at the top of their pages.
    pub struct Subject {
        /// Its id.
        id: String,
        /// What it is called.
        name: String,
        /// A line on what it is.
        summary: Option<String>,
        /// Other spellings or names.
        also: Vec<String>,
        /// Its own address on the web.
        url: Option<String>,
        /// A picture of it.
        image: Option<Image>,
        /// Whether it is a party to the matter itself.
        interested: bool,
    }

    /// A change to what had been said, or to how a claim stands.
    pub struct Change {
        /// The day.
        date: When,
        /// `correction`, `clarification`, `update`, `withdrawal`, or `standing`.
        kind: &'static str,
        /// What it concerns: a claim or an article.
        subject: Link,
        /// What we had said.
        said: Option<String>,
        /// What we say now.
        now: Option<String>,
        /// The standing it has since, where that changed.
        status: Option<&'static str>,
        /// The standing it had before, where it had one.
        before: Option<&'static str>,
        /// Why.
        why: Option<String>,
        /// The address of the page that shows what was known on that day, where a standing changed on it.
        known: Option<String>,
    }

    /// A publication in which something was new, or not as before.
    pub struct Edition {
        /// The number of the publication, from 1.
        number: u32,
        /// The day.
        date: When,
        /// What was new: `first published`, `its words changed`.
        what: String,
        /// How it stood, where it is a claim.
        status: Option<&'static str>,
        /// The digest of what was published (SHA-256 in hexadecimal).
        sha256: String,
    }

    /// What somebody a claim may harm says to it.
    pub struct ReplyLine {
        /// The claim.
        claim: ClaimLine,
        /// Who was to reply.
        party: Named,
        /// What came of it, in a sentence.
        sentence: String,
        /// Their words.
        quote: Option<String>,
        /// The claim that holds the answer.
        answer: Option<ClaimLine>,
        /// Where their words can be read.
        document: Option<Link>,
        /// Where in it.
        at: Option<String>,
    }

    /// A role, with its time.
    pub struct RoleLine {
        /// What it is called.
        title: String,
        /// Who has or had it.
        person: Named,
        /// Where.
        organisation: Option<Named>,
        /// From when until when, in words.
        time: Option<String>,
    }
}
