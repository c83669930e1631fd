//! Pages of one entry, one for each template.

use std::sync::Arc;

use super::super::parts::{
    ArticleLine, Card, Change, ClaimLine, DocumentLine, Edition, Embed, EventLine, Head, Image, LanguageLink,
    Link, Mark, Named, Quotation, ReplyLine, RoleLine, Subject, When,
};
use super::super::shape::given;

given! {
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
