//! Articles, and what their words are tied to.

use std::collections::BTreeMap;

use super::claims::corrections;
use super::entries::{authors, list};
use super::resolver::{Context, Linked, Resolver, text};
use crate::diagnostic::Finding;
use crate::load::{ArticleDraft, Slip, Stray, Target};
use crate::model::{Any, Article, Desk, Facts, Id, Reference, Withheld};
use crate::text::{At, Place};

pub(super) fn article(draft: &ArticleDraft, context: &Context) -> Linked<Article> {
    let mut resolver = Resolver::new(context, draft.sound);
    let references = draft.body.references.iter().map(|reference| linked(reference, &mut resolver)).collect();
    let pictures = draft.body.pictures.iter();
    let pictures =
        pictures.filter_map(|path| Some(At::new(context.pictures.find(&path.value)?, path.place))).collect();
    let strays = draft.body.strays.iter().filter_map(|stray| meant(stray, context));
    resolver.findings.extend(strays);
    if !context.raw_html {
        resolver.findings.extend(draft.body.html.iter().map(shown_as_typed));
    }
    let (Some(front), Some(id)) = (&draft.front, &draft.id) else { return resolver.linked(None, None) };
    let linked = Article {
        entry: resolver.entry(id, &front.common),
        title: text(&front.title),
        date: front.date.clone(),
        updated: front.updated.clone(),
        authors: authors(list(front.authors.as_ref()), &mut resolver),
        language: front.lang.as_ref().map(text),
        translation_of: front.translation_of.as_ref().and_then(|original| resolver.article(original)),
        lead: front.lead.filter(|lead| lead.value).map(|lead| lead.place),
        corrections: corrections(list(front.corrections.as_ref()), &mut resolver.findings),
        prose: draft.body.prose.clone(),
        references,
        pictures,
    };
    resolver.linked(Some(linked), Some(&front.common))
}

/// Looks after articles that the front page is to lead with: one for each language. A draft may wait for its turn.
pub(super) fn second_leads(facts: &Facts, desk: &Desk, findings: &mut Vec<Finding>) {
    let mut first: BTreeMap<&str, (&Article, Place)> = BTreeMap::new();
    for (key, article) in facts.articles.iter() {
        let withheld = desk.withheld.get(&Any::Article(key)).map(|withheld| withheld.value);
        let Some(place) = article.lead.filter(|_| withheld != Some(Withheld::Draft)) else { continue };
        let language = article.language.as_ref().map_or(facts.report.language.as_str(), |tag| &tag.value);
        let Some((leading, there)) = first.get(language) else {
            first.insert(language, (article, place));
            continue;
        };
        let message = format!("`{}` already leads in this language (`{language}`)", leading.entry.id);
        findings.push(
            Finding::error("second-lead", place, message)
                .also(*there, "the first one")
                .help("the front page leads with one article for each language: take `lead` out of one"),
        );
    }
}

fn linked(reference: &Reference<Target>, resolver: &mut Resolver<'_>) -> Reference<Any> {
    let mut targets = Vec::with_capacity(reference.targets.len());
    for target in &reference.targets {
        let any = match &target.value {
            Target::Id(id) => resolver.named(id, target.place, "an id"),
            Target::File(path) => file(path, target.place, resolver),
        };
        targets.extend(any.map(|any| At::new(any, target.place)));
    }
    Reference { form: reference.form, place: reference.place, targets }
}

/// The article, or the document whose kept copy it is, that a path leads to.
fn file(path: &str, place: Place, resolver: &mut Resolver<'_>) -> Option<Any> {
    if let Some(id) = resolver.context.names.of_file(path).cloned() {
        return resolver.named(id.as_str(), place, "an id");
    }
    let finding =
        Finding::error("missing-file", place, format!("no article or kept copy is at `content/{path}`"));
    let name = path.rsplit('/').next().unwrap_or(path);
    let help = match Id::parse(name) {
        Some(id) if resolver.context.names.knows(&id) => format!("an id has an `@` before it: `[words](@{id})`"),
        _ => "link to an entry with `[words](@id)`, or correct the path: it is relative to the article, or starts with `/` for `content/`".to_owned(),
    };
    resolver.findings.push(finding.help(help));
    None
}

/// What is said of letters that name somebody in the record: they were meant to lead there.
fn meant(stray: &Stray, context: &Context) -> Option<Finding> {
    let id = match (context.names.find(&stray.id), stray.slip) {
        // One word in brackets may be one that was put into a quotation: `the [army] said`. What is cited is a claim.
        (Some(named), Slip::NoAtSign) => {
            let is_claim = matches!(named.any, Some(Any::Claim(_)));
            (is_claim || stray.id.contains('-')).then_some(stray.id.as_str())?
        }
        (Some(_), _) => stray.id.as_str(),
        (None, Slip::NoAtSign) => return None,
        (None, _) => context.names.almost(&stray.id)?,
    };
    let help = match stray.slip {
        Slip::Unclosed => format!("put a `]` before the `(`: `[words](@{id})`"),
        Slip::NoBrackets => format!(
            "write `[words](@{id})` for words that state or name it, or `[@{id}]` to cite it; if these are letters, put a \
             backslash before the `@`"
        ),
        Slip::NoAtSign => {
            format!("write `[@{id}]`; if these are letters, put a backslash before the `[`")
        }
    };
    Some(Finding::error("bad-reference", stray.place, "this is not read as a reference").help(help))
}

/// HTML that readers see with its angle brackets, and what to write in its place.
fn shown_as_typed(html: &At<String>) -> Finding {
    let words = html.value.trim_start_matches('<');
    let name = words.split(|letter: char| !letter.is_ascii_alphanumeric()).next().unwrap_or_default();
    let help = match name.to_ascii_lowercase().as_str() {
        // What no report lets through.
        "iframe" | "script" | "style" | "embed" | "object" | "video" | "audio" | "form" => {
            "link to it, `[words](https://…)`: pages ask nothing of other hosts".to_owned()
        }
        "" => "take it out; what is for the desk alone stands in `notes`".to_owned(),
        name => {
            let instead = match name {
                "b" | "strong" => "write `**words**`",
                "i" | "em" => "write `*words*`",
                "a" => "write `[words](https://…)`",
                "img" | "picture" | "figure" => "write `![words](/media/picture.png)`",
                "br" => "put a backslash at the end of the line",
                _ => "use Markdown, or put a backslash before the `<` where these are letters",
            };
            format!("{instead}; or let HTML through: `raw_html: true` in `content/report.yaml`")
        }
    };
    Finding::warning("raw-html", html.place, "readers see this HTML as it is typed").help(help)
}
