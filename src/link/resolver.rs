//! From the words of one entry to what they name.

use std::sync::Arc;

use jiff::tz::TimeZone;

use super::names::{Named, Names, Unknown};
use super::pictures::Pictures;
use crate::diagnostic::Finding;
use crate::load::{AllowedDraft, Common, Ref, Text};
use crate::model::{
    Allowed, Any, Article, Body, Claim, Document, Entry, Id, Key, Kind, Organisation, Person, Secret,
    Speaker, Withheld,
};
use crate::text::{At, Inputs, Place};

/// All that linking an entry looks at, beside its own words.
#[derive(Debug)]
pub(super) struct Context {
    pub(super) names: Names,
    pub(super) pictures: Pictures,
    pub(super) inputs: Inputs,
    pub(super) time_zone: TimeZone,
    /// Whether the report lets HTML in articles through.
    pub(super) raw_html: bool,
}

impl Context {
    /// Whether an entry that is linked without a finding comes to the same in another, where names are the same.
    pub(super) fn is_as(&self, other: &Self) -> bool {
        self.time_zone == other.time_zone
            && self.raw_html == other.raw_html
            && self.pictures.lead_as(&other.pictures)
            && self.inputs.has_assets_of(&other.inputs)
    }
}

/// One linked entry, and what came up on the way.
#[derive(Debug)]
pub(super) struct Linked<T> {
    pub(super) entry: Option<Arc<T>>,
    pub(super) whole: bool,
    pub(super) notes: Option<At<String>>,
    pub(super) allowed: Vec<Allowed>,
    /// Why it is held back; an embargo even where it is over.
    pub(super) withheld: Option<At<Withheld>>,
    pub(super) secret: Option<Secret>,
    pub(super) findings: Vec<Finding>,
    pub(super) unknown: Vec<Unknown>,
}

impl<T> Linked<T> {
    /// What came up on the way.
    pub(super) fn aside(&self) -> (&[Finding], &[Unknown]) {
        (&self.findings, &self.unknown)
    }
}

/// Links the references of one entry.
pub(super) struct Resolver<'a> {
    pub(super) context: &'a Context,
    pub(super) findings: Vec<Finding>,
    unknown: Vec<Unknown>,
    pub(super) whole: bool,
}

impl<'a> Resolver<'a> {
    /// For an entry that was read with (`sound`) or without mistakes.
    pub(super) fn new(context: &'a Context, sound: bool) -> Self {
        Self { context, findings: Vec::new(), unknown: Vec::new(), whole: sound }
    }

    /// The finished entry.
    pub(super) fn linked<T>(self, entry: Option<T>, common: Option<&Common>) -> Linked<T> {
        let notes = common.and_then(|common| common.notes.as_ref()).map(text);
        let withheld = common.and_then(withheld);
        Linked {
            entry: entry.map(Arc::new),
            whole: self.whole,
            notes,
            allowed: common.and_then(|common| common.allow.as_ref()).map(allowed).unwrap_or_default(),
            withheld,
            secret: None,
            findings: self.findings,
            unknown: self.unknown,
        }
    }

    /// What a word of an article or sheet names.
    pub(super) fn named(&mut self, word: &str, place: Place, wanted: &'static str) -> Option<Any> {
        match self.context.names.find(word) {
            Some(Named { any: Some(any), readable: true, .. }) => Some(any),
            Some(_) => {
                self.whole = false;
                None
            }
            None => {
                self.whole = false;
                self.unknown.push(Unknown { word: word.to_owned(), place, wanted });
                None
            }
        }
    }

    fn of_kind<T>(
        &mut self,
        reference: &At<Ref>,
        wanted: &'static str,
        fit: impl Fn(Any) -> Option<T>,
    ) -> Option<At<T>> {
        let any = self.named(&reference.value.0, reference.place, wanted)?;
        let fitting = fit(any);
        if fitting.is_none() {
            self.whole = false;
            let message =
                format!("`{}` is {}, and {wanted} belongs here", reference.value.0, a_kind(any.kind()));
            let mut finding = Finding::error("wrong-kind", reference.place, message)
                .help(format!("write the id of {wanted}"));
            if let Some(named) = self.context.names.find(&reference.value.0) {
                finding = finding.also(named.place, "defined here");
            }
            self.findings.push(finding);
        }
        fitting.map(|value| At::new(value, reference.place))
    }

    pub(super) fn any(&mut self, reference: &At<Ref>) -> Option<At<Any>> {
        self.of_kind(reference, "an id", Some)
    }

    pub(super) fn speaker(&mut self, reference: &At<Ref>) -> Option<At<Speaker>> {
        self.of_kind(reference, "a person, an organisation or a source", as_speaker)
    }

    pub(super) fn body(&mut self, reference: &At<Ref>) -> Option<At<Body>> {
        self.of_kind(reference, "an organisation or a source", |any| match any {
            Any::Organisation(key) => Some(Body::Organisation(key)),
            Any::Source(key) => Some(Body::Source(key)),
            _ => None,
        })
    }

    pub(super) fn person(&mut self, reference: &At<Ref>) -> Option<At<Key<Person>>> {
        self.of_kind(reference, "a person", |any| if let Any::Person(key) = any { Some(key) } else { None })
    }

    pub(super) fn organisation(&mut self, reference: &At<Ref>) -> Option<At<Key<Organisation>>> {
        self.of_kind(reference, "an organisation", |any| {
            if let Any::Organisation(key) = any { Some(key) } else { None }
        })
    }

    pub(super) fn document(&mut self, reference: &At<Ref>) -> Option<At<Key<Document>>> {
        self.of_kind(
            reference,
            "a document",
            |any| if let Any::Document(key) = any { Some(key) } else { None },
        )
    }

    pub(super) fn claim(&mut self, reference: &At<Ref>) -> Option<At<Key<Claim>>> {
        self.of_kind(reference, "a claim", |any| if let Any::Claim(key) = any { Some(key) } else { None })
    }

    pub(super) fn article(&mut self, reference: &At<Ref>) -> Option<At<Key<Article>>> {
        self.of_kind(
            reference,
            "an article",
            |any| if let Any::Article(key) = any { Some(key) } else { None },
        )
    }

    /// Every item of a list that leads somewhere.
    pub(super) fn each<T>(
        &mut self,
        list: Option<&[At<Ref>]>,
        one: impl Fn(&mut Self, &At<Ref>) -> Option<At<T>>,
    ) -> Vec<At<T>> {
        list.unwrap_or_default().iter().filter_map(|reference| one(self, reference)).collect()
    }

    /// The public part that all entries have.
    pub(super) fn entry(&mut self, id: &At<Id>, common: &Common) -> Entry {
        Entry {
            id: id.value.clone(),
            place: id.place,
            summary: common.summary.as_ref().map(text),
            also: texts(common.also.as_ref()),
            url: common.url.as_ref().map(|url| At::new(url.value.0.clone(), url.place)),
            image: common.image.as_ref().and_then(|image| {
                let key = self.context.pictures.find(&image.value.0)?;
                Some(At::new(key, image.place))
            }),
            was: common.was.as_ref().map(|was| was.value.clone()).unwrap_or_default(),
        }
    }
}

/// A speaker, if that is what it is.
pub(super) fn as_speaker(any: Any) -> Option<Speaker> {
    match any {
        Any::Person(key) => Some(Speaker::Person(key)),
        Any::Organisation(key) => Some(Speaker::Organisation(key)),
        Any::Source(key) => Some(Speaker::Source(key)),
        _ => None,
    }
}

fn withheld(common: &Common) -> Option<At<Withheld>> {
    if let Some(draft) = common.draft.as_ref().filter(|draft| draft.value) {
        return Some(At::new(Withheld::Draft, draft.place));
    }
    let embargo = common.embargo.as_ref()?;
    Some(At::new(Withheld::Embargo(embargo.value.0), embargo.place))
}

fn allowed(list: &At<Vec<At<AllowedDraft>>>) -> Vec<Allowed> {
    let allowed = |one: &At<AllowedDraft>| Allowed {
        rule: text(&one.value.rule),
        words: one.value.words.as_ref().map(text),
        why: text(&one.value.why),
    };
    list.value.iter().map(allowed).collect()
}

/// The words themselves.
pub(super) fn text(text: &At<impl AsRef<str>>) -> At<String> {
    At::new(text.value.as_ref().to_owned(), text.place)
}

/// The words of a list.
pub(super) fn texts(list: Option<&At<Vec<At<Text>>>>) -> Vec<At<String>> {
    list.map(|list| list.value.iter().map(text).collect()).unwrap_or_default()
}

/// `a claim`, `an organisation`.
pub(super) fn a_kind(kind: Kind) -> &'static str {
    kind.with_article()
}
