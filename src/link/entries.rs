//! People, organisations, sources, documents and dates.

use super::pictures;
use super::resolver::{Context, Linked, Resolver, text, texts};
use crate::diagnostic::Finding;
use crate::load::{
    ArchiveDraft, DocumentDraft, EntryDraft, EventDraft, Many, OrganisationDraft, PersonDraft, RawAuthor,
    Ref, SourceDraft,
};
use crate::model::{
    Author, Document, Event, Id, KeptCopy, Name, Organisation, Person, Role, Secret, Source, SpeaksFor,
    Withdrawal,
};
use crate::text::{At, Place};

/// Whether `true` was typed.
fn said(flag: Option<&At<bool>>) -> bool {
    flag.is_some_and(|flag| flag.value)
}

/// The items of a list that may be one.
fn many(list: Option<&At<Many<Ref>>>) -> Option<&[At<Ref>]> {
    list.map(|list| list.value.0.as_slice())
}

/// The items of a list.
pub(super) fn list<T>(list: Option<&At<Vec<At<T>>>>) -> &[At<T>] {
    list.map(|list| list.value.as_slice()).unwrap_or_default()
}

pub(super) fn person(draft: &EntryDraft<PersonDraft>, context: &Context) -> Linked<Person> {
    let mut resolver = Resolver::new(context, draft.sound);
    let Some(person) = &draft.draft else { return resolver.linked(None, None) };
    let entry = resolver.entry(&draft.id, &person.common);
    let mut roles = Vec::new();
    for role in list(person.roles.as_ref()) {
        let organisation = role.value.organisation.as_ref().and_then(|body| resolver.body(body));
        let (title, from, until) =
            (text(&role.value.title), role.value.from.clone(), role.value.until.clone());
        roles.push(Role { title, organisation, from, until });
    }
    let mut speaks_for = Vec::new();
    for span in person.speaks_for.iter().flat_map(|list| &list.value.0) {
        if let Some(body) = resolver.body(&span.value.organisation) {
            speaks_for.push(SpeaksFor {
                body,
                from: span.value.from.clone(),
                until: span.value.until.clone(),
            });
        }
    }
    let interested = said(person.interested.as_ref());
    resolver.linked(
        Some(Person { entry, name: text(&person.name), roles, speaks_for, interested }),
        Some(&person.common),
    )
}

pub(super) fn organisation(draft: &EntryDraft<OrganisationDraft>, context: &Context) -> Linked<Organisation> {
    let mut resolver = Resolver::new(context, draft.sound);
    let Some(organisation) = &draft.draft else { return resolver.linked(None, None) };
    let linked = Organisation {
        entry: resolver.entry(&draft.id, &organisation.common),
        name: text(&organisation.name),
        kind: organisation.kind.as_ref().map(text),
        country: organisation.country.as_ref().map(text),
        part_of: resolver.each(many(organisation.part_of.as_ref()), Resolver::body),
        owner: resolver.each(many(organisation.owner.as_ref()), Resolver::speaker),
        interested: said(organisation.interested.as_ref()),
    };
    resolver.linked(Some(linked), Some(&organisation.common))
}

pub(super) fn source(draft: &EntryDraft<SourceDraft>, context: &Context) -> Linked<Source> {
    let mut resolver = Resolver::new(context, draft.sound);
    let Some(source) = &draft.draft else { return resolver.linked(None, None) };
    let mut entry = resolver.entry(&draft.id, &source.common);
    let counts_with = resolver.each(many(source.counts_with.as_ref()), Resolver::speaker);
    let mut secret = None;
    let name = match &source.confidential {
        None => {
            if let Some(ties) = &source.counts_with {
                let message =
                    "`counts_with` is for confidential sources; others say openly what they belong to";
                let finding = Finding::error("unknown-key", ties.place, message);
                resolver.findings.push(finding.help("use `part_of` or `owner`, or add `confidential`"));
            }
            Name::Known(text(&source.name))
        }
        Some(confidential) => {
            secret = Some(Secret {
                place: confidential.place,
                name: Some(text(&source.name)),
                also: texts(source.common.also.as_ref()),
                url: entry.url.take(),
                summary: entry.summary.take(),
                counts_with,
                approved_by: confidential.value.approved_by.as_ref().map(text),
            });
            entry.also.clear();
            entry.image = None;
            Name::Confidential {
                described_as: confidential.value.described_as.as_ref().map(text),
                reason: confidential.value.reason.as_ref().map(text),
            }
        }
    };
    let linked = Source {
        entry,
        name,
        kind: source.kind.as_ref().map(text),
        country: source.country.as_ref().map(text),
        part_of: resolver.each(many(source.part_of.as_ref()), Resolver::body),
        owner: resolver.each(many(source.owner.as_ref()), Resolver::speaker),
        interested: said(source.interested.as_ref()),
    };
    let mut linked = resolver.linked(Some(linked), Some(&source.common));
    linked.secret = secret;
    linked
}

pub(super) fn document(draft: &EntryDraft<DocumentDraft>, context: &Context) -> Linked<Document> {
    let mut resolver = Resolver::new(context, draft.sound);
    let Some(document) = &draft.draft else { return resolver.linked(None, None) };
    let words = |field: Option<&At<crate::load::Text>>| field.map(text);
    let linked = Document {
        entry: resolver.entry(&draft.id, &document.common),
        title: text(&document.title),
        kind: document.kind,
        source: document.source.as_ref().and_then(|source| resolver.speaker(source)),
        authors: authors(list(document.authors.as_ref()), &mut resolver),
        container: words(document.container.as_ref()),
        volume: words(document.volume.as_ref()),
        issue: words(document.issue.as_ref()),
        pages: words(document.pages.as_ref()),
        doi: words(document.doi.as_ref()),
        isbn: words(document.isbn.as_ref()),
        copy_of: document.copy_of.as_ref().and_then(|original| resolver.document(original)),
        derived_from: resolver.each(many(document.derived_from.as_ref()), Resolver::document),
        published: document.published.clone(),
        created: document.created.clone(),
        accessed: document.accessed.clone(),
        language: document.language.as_ref().map(text),
        archive: document
            .archive
            .as_ref()
            .map(|archive| At::new(kept_copy(&archive.value, &mut resolver), archive.place)),
        withdrawn: document.withdrawn.as_ref().map(|withdrawn| {
            let Withdrawal { date, why } =
                Withdrawal { date: withdrawn.value.date.clone(), why: text(&withdrawn.value.why) };
            At::new(Withdrawal { date, why }, withdrawn.place)
        }),
    };
    resolver.linked(Some(linked), Some(&document.common))
}

/// Ids where they name somebody, names otherwise.
pub(super) fn authors(drafts: &[At<RawAuthor>], resolver: &mut Resolver<'_>) -> Vec<At<Author>> {
    let mut authors = Vec::with_capacity(drafts.len());
    for author in drafts {
        let RawAuthor(words) = &author.value;
        // `dpa` may be a name; `frank-graefe` is an id, even where nobody has it.
        let is_id =
            Id::parse(words).is_some_and(|id| words.contains('-') || resolver.context.names.knows(&id));
        if is_id {
            let speaker = resolver.speaker(&At::new(Ref(words.clone()), author.place));
            authors.extend(speaker.map(|speaker| speaker.map(Author::Speaker)));
        } else {
            authors.push(At::new(Author::Words(words.clone()), author.place));
        }
    }
    authors
}

/// A kept copy. Whether it is the file it was is for `changed-copy` to say.
fn kept_copy(draft: &ArchiveDraft, resolver: &mut Resolver<'_>) -> KeptCopy {
    let Context { inputs, .. } = resolver.context;
    let typed = draft.file.value.0.as_str();
    let kept = typed.starts_with("archive/");
    let path = format!("content/{typed}");
    let path = inputs.asset_called(&path).map_or(path.clone(), str::to_owned);
    let asset = inputs.asset(&path).filter(|_| kept);
    if !kept {
        let message = format!("`{typed}` is not among the kept copies");
        let finding = Finding::error("missing-archive", draft.file.place, message);
        let known = inputs.assets().filter_map(|(known, _)| known.strip_prefix("content/"));
        let known: Vec<&str> = known.filter(|known| known.starts_with("archive/")).collect();
        let help = pictures::meant(typed, &known).map_or_else(
            || "kept copies lie in `content/archive/`; put it there".to_owned(),
            |meant| format!("write `{meant}`: paths begin in `content/`"),
        );
        resolver.findings.push(finding.help(help));
        resolver.whole = false;
    } else if asset.is_none() {
        // Another document's copy is not the one that was meant.
        let Context { names, inputs, .. } = resolver.context;
        let known = inputs.assets().filter_map(|(known, _)| known.strip_prefix("content/"));
        let known = known.filter(|known| known.starts_with("archive/") && names.of_file(known).is_none());
        let near = crate::text::nearest(typed, known, 1);
        let help = near.first().map_or("put the file there, or correct the path".to_owned(), |near| {
            format!("did you mean `{near}`?")
        });
        resolver.findings.push(
            Finding::error("missing-archive", draft.file.place, format!("there is no kept copy `{path}`"))
                .help(help),
        );
        resolver.whole = false;
    }
    if let Some(digest) = &draft.sha256 {
        check_digest(
            &digest.value.0,
            digest.place,
            &path,
            asset.and_then(|asset| asset.sha256.as_deref()),
            resolver,
        );
    }
    KeptCopy {
        file: At::new(path.strip_prefix("content/").unwrap_or(typed).to_owned(), draft.file.place),
        sha256: draft
            .sha256
            .as_ref()
            .map(|digest| digest.clone().map(|digest| digest.0.to_ascii_lowercase())),
        public: said(draft.public.as_ref()),
        size: asset.map_or(0, |asset| asset.size),
    }
}

fn check_digest(typed: &str, place: Place, path: &str, real: Option<&str>, resolver: &mut Resolver<'_>) {
    if typed.len() != 64 || !typed.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        let finding = Finding::error("bad-digest", place, format!("`{typed}` is not a SHA-256 digest"));
        let help = real.map_or("a digest has 64 digits from 0 to f".to_owned(), |real| {
            format!("the digest of `{path}` is `{real}`")
        });
        resolver.findings.push(finding.help(help));
    }
}

pub(super) fn event(draft: &EntryDraft<EventDraft>, context: &Context) -> Linked<Event> {
    let mut resolver = Resolver::new(context, draft.sound);
    let Some(event) = &draft.draft else { return resolver.linked(None, None) };
    let linked = Event {
        entry: resolver.entry(&draft.id, &event.common),
        title: text(&event.title),
        date: event.date.clone(),
        inferred: list(event.inferred.as_ref()).to_vec(),
        people: resolver.each(event.people.as_ref().map(|people| people.value.as_slice()), Resolver::person),
        organisations: resolver
            .each(event.organisations.as_ref().map(|bodies| bodies.value.as_slice()), Resolver::organisation),
        unnamed: event.unnamed,
        location: event.location.as_ref().map(|location| At::new(location.value.0.clone(), location.place)),
    };
    resolver.linked(Some(linked), Some(&event.common))
}
