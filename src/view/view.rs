//! Which pages there are, and what each is given.

use std::sync::Arc;

use jiff::civil::Date as Day;
use serde::{Serialize, Serializer};

use super::flows::Flow;
use super::moments::Moment;
use super::pages::{
    ArticlePage, AsKnownPage, AttributionPage, ClaimPage, ClaimsPage, CorrectionsPage, DatePage,
    DocumentPage, EmbedPage, FrontPage, ListPage, MethodPage, NotFoundPage, OrganisationPage, PersonPage,
    RedirectPage, SearchPage, SourcePage, TimelinePage,
};
use super::parts::{Card, Head, Image, Link};
use crate::model::{Article, Claim, Document, Event, Key, Kind, Organisation, Person, Prose, Source};

/// A page of the site, before anyone has looked what is on it.
#[derive(Debug, Clone, PartialEq)]
pub enum Page {
    /// `index.html`.
    Front,
    /// All entries of a kind; of claims, where there are many, the first of them.
    List(Kind),
    /// More of the claims, by the number of the part: 2 is the second.
    MoreClaims(usize),
    /// A person.
    Person(Key<Person>),
    /// An organisation.
    Organisation(Key<Organisation>),
    /// A source.
    Source(Key<Source>),
    /// A document.
    Document(Key<Document>),
    /// A date.
    Date(Key<Event>),
    /// A claim.
    Claim(Key<Claim>),
    /// The card of a claim for other sites.
    Embed(Key<Claim>),
    /// An article.
    Article(Key<Article>),
    /// `timeline.html`.
    Timeline,
    /// `attribution.html`.
    Attribution,
    /// What was known at the end of a day.
    AsKnown(Day),
    /// `corrections.html`.
    Corrections,
    /// `method.html`.
    Method,
    /// `search.html`.
    Search,
    /// `404.html`.
    NotFound,
    /// An address that has moved.
    Redirect {
        /// Where it was.
        from: String,
        /// Where it is now.
        to: Link,
    },
}

/// What a page is given.
#[derive(Debug, Clone)]
pub enum View {
    /// `front.html`.
    Front(Box<FrontPage>),
    /// `list.html`.
    List(Box<ListPage>),
    /// `claims.html`.
    Claims(Box<ClaimsPage>),
    /// `person.html`.
    Person(Box<PersonPage>),
    /// `organisation.html`.
    Organisation(Box<OrganisationPage>),
    /// `source.html`.
    Source(Box<SourcePage>),
    /// `document.html`.
    Document(Box<DocumentPage>),
    /// `date.html`.
    Date(Box<DatePage>),
    /// `claim.html`.
    Claim(Box<ClaimPage>),
    /// `embed.html`.
    Embed(Box<EmbedPage>),
    /// `article.html`.
    Article(Box<ArticlePage>, Box<ArticleText>),
    /// `timeline.html`.
    Timeline(Box<TimelinePage>, Vec<Moment>),
    /// `attribution.html`.
    Attribution(Box<AttributionPage>, Vec<Flow>),
    /// `as-known.html`.
    AsKnown(Box<AsKnownPage>),
    /// `corrections.html`.
    Corrections(Box<CorrectionsPage>),
    /// `method.html`.
    Method(Box<MethodPage>),
    /// `search.html`.
    Search(Box<SearchPage>),
    /// `404.html`.
    NotFound(Box<NotFoundPage>),
    /// `redirect.html`.
    Redirect(Box<RedirectPage>),
}

/// An article's text, and what its words are tied to; `render` makes HTML of it.
#[derive(Debug, Clone)]
pub struct ArticleText {
    /// The text as a series of events.
    pub prose: Arc<Prose>,
    /// What each tie among the events leads to, in the order of the text: one thing, or several for a citation.
    pub ties: Vec<Vec<Tie>>,
    /// The cards of the claims it is tied to, each once, in the order in which the text comes to them.
    pub cards: Vec<Card>,
    /// The pictures among the events, in their order.
    pub images: Vec<Image>,
    /// Whether HTML in it is let through, made safe.
    pub raw_html: bool,
}

/// What words of an article are tied to.
#[derive(Debug, Clone, PartialEq)]
pub enum Tie {
    /// A claim: the place of its card among [`ArticleText::cards`].
    Claim(usize),
    /// Anything else.
    Page(Link),
    /// A kept copy that is published, or a document's page in its place.
    File(Link),
}

/// Does the same with the page of any view.
macro_rules! each_page {
    ($view:expr, $page:ident => $result:expr) => {
        match $view {
            View::Front($page) => $result,
            View::List($page) => $result,
            View::Claims($page) => $result,
            View::Person($page) => $result,
            View::Organisation($page) => $result,
            View::Source($page) => $result,
            View::Document($page) => $result,
            View::Date($page) => $result,
            View::Claim($page) => $result,
            View::Embed($page) => $result,
            View::Timeline($page, _) => $result,
            View::Attribution($page, _) => $result,
            View::AsKnown($page) => $result,
            View::Corrections($page) => $result,
            View::Method($page) => $result,
            View::Search($page) => $result,
            View::NotFound($page) => $result,
            View::Redirect($page) => $result,
            View::Article($page, _) => $result,
        }
    };
}

/// The page itself is what a template is given; an article's text is not part of it.
impl Serialize for View {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        each_page!(self, page => page.serialize(serializer))
    }
}

impl View {
    /// What every page has.
    #[must_use]
    pub fn head(&self) -> &Head {
        each_page!(self, page => &page.head)
    }
}
