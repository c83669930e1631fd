//! An id, changed everywhere.

use super::field::{Nested, set};
use super::{Edit, ids};
use crate::Vocabulary as _;
use crate::load::yaml::{self, Key, Node, Value};
use crate::load::{ArticleDraft, Draft, Form, ReportDraft, SignedDraft, Target, form_of};
use crate::model::{Id, Kind};
use crate::text::{FileId, Inputs, Place, Span};

/// An id that is to become another.
#[derive(Debug, Clone, Copy)]
pub struct Renaming<'a> {
    /// What it is the id of.
    pub kind: Kind,
    /// The id as it is.
    pub old: &'a Id,
    /// What it is to be; free, or an id that the entry itself had before.
    pub new: &'a Id,
    /// Whether readers may know the old one: then its address leads to the new one.
    pub published: bool,
}

/// Why an id cannot be changed, and where that is seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// Where.
    pub place: Place,
    /// What is there.
    pub why: &'static str,
}

/// What changes, and whether an article's file gets another name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Renamed {
    /// The edits, in the files as they are called now.
    pub edits: Vec<Edit>,
    /// An article that is known by its path: its file, and what that is called from now on.
    pub moved: Option<(FileId, String)>,
}

/// Changes an id at every place where it is read as one: in sheets, in articles, in `report.yaml`, in signatures.
/// What was published stays as it was recorded.
///
/// An article that is known by the path of its file gets another file name, if it can stay in its folder, and the
/// links to it are mended; otherwise, and where it has one already, the id stands in its front matter.
///
/// # Errors
/// If a place cannot be changed without touching what else stands there.
pub fn rename(
    renaming: Renaming<'_>,
    inputs: &Inputs,
    drafts: &[(FileId, Draft)],
) -> Result<Renamed, Refused> {
    let mut renamed = Renamed::default();
    for (file, draft) in drafts {
        match draft {
            Draft::Report(_) => {
                let report = ReportDraft::form();
                in_sheet(renaming, inputs, *file, &mut renamed, |fields, found| ids(fields, &report, found));
            }
            Draft::Sheet(sheet) => {
                if let Some(node) = &sheet.typed {
                    in_sections(renaming, inputs, (*file, node), &mut renamed)?;
                }
            }
            Draft::Article(article) => in_article(renaming, inputs, (*file, article), &mut renamed)?,
        }
    }
    let signed = SignedDraft::form();
    for (file, input) in inputs.iter().filter(|(_, input)| input.path.starts_with("content/sign-offs/")) {
        let Some(Node { value: Value::List(items), .. }) = yaml::parse(file, &input.text, 0).root else {
            continue;
        };
        for item in &items {
            if let Value::Map(fields) = &item.value {
                ids(fields, &signed, &mut |word, span| renamed.take(renaming, file, word, span));
            }
        }
    }
    if let Some((file, path)) = &renamed.moved {
        let links = links(inputs, drafts, (*file, path))?;
        renamed.edits.extend(links);
    }
    Ok(renamed)
}

/// What links to an article's file, once that has another name in the same folder.
fn links(
    inputs: &Inputs,
    drafts: &[(FileId, Draft)],
    (moved, path): (FileId, &str),
) -> Result<Vec<Edit>, Refused> {
    let old = inputs.file(moved).path.as_str();
    let name = |path: &str| path.rsplit('/').next().unwrap_or_default().to_owned();
    let mut edits = Vec::new();
    for (_, draft) in drafts {
        let Draft::Article(article) = draft else { continue };
        for target in article.body.references.iter().flat_map(|tie| &tie.targets) {
            let is_link = |to: &str| old.strip_prefix("content/") == Some(to);
            if !matches!(&target.value, Target::File(to) if is_link(to)) {
                continue;
            }
            let refused = Refused { place: target.place, why: "this link to its file cannot be mended" };
            let typed = inputs.words(target.place);
            let link = typed.rfind("](").ok_or(refused.clone())?;
            let at = typed.get(link..).and_then(|to| to.find(&name(old))).ok_or(refused)? + link;
            let span = Span::new(at, at + name(old).len()).moved(target.place.span.start as usize);
            edits.push(Edit { place: Place { file: target.place.file, span }, text: name(path) });
        }
    }
    Ok(edits)
}

impl Renamed {
    fn take(&mut self, renaming: Renaming<'_>, file: FileId, word: &str, span: Span) {
        if word == renaming.old.as_str() {
            self.edits.push(Edit { place: Place { file, span }, text: renaming.new.to_string() });
        }
    }
}

fn in_sheet(
    renaming: Renaming<'_>,
    inputs: &Inputs,
    file: FileId,
    renamed: &mut Renamed,
    look: impl Fn(&[(Key, Node)], &mut dyn FnMut(&str, Span)),
) {
    let root = yaml::parse(file, &inputs.file(file).text, 0).root;
    if let Some(Node { value: Value::Map(fields), .. }) = root {
        look(&fields, &mut |word, span| renamed.take(renaming, file, word, span));
    }
}

fn in_sections(
    renaming: Renaming<'_>,
    inputs: &Inputs,
    (file, root): (FileId, &Node),
    renamed: &mut Renamed,
) -> Result<(), Refused> {
    let Value::Map(sections) = &root.value else { return Ok(()) };
    for (section, entries) in sections {
        let kind = Kind::ALL.iter().find(|kind| kind.section() == &*section.word);
        let (Some(kind), Value::Map(entries)) = (kind, &entries.value) else { continue };
        let form = form_of(*kind);
        for (key, node) in entries {
            let Value::Map(fields) = &node.value else { continue };
            ids(fields, &form, &mut |word, span| renamed.take(renaming, file, word, span));
            if *key.word == *renaming.old.as_str() {
                renamed.take(renaming, file, &key.word, key.span);
                let text = &inputs.file(file).text;
                let here = Place { file, span: key.span };
                renamed.edits.extend(kept(renaming, text, (here, node), &form)?);
            }
        }
    }
    Ok(())
}

/// The old id kept in `was`, and the new one taken out of it where the entry had it before.
fn kept(
    renaming: Renaming<'_>,
    text: &str,
    (here, node): (Place, &Node),
    form: &Form,
) -> Result<Option<Edit>, Refused> {
    let Value::Map(fields) = &node.value else { return Ok(None) };
    let was = fields.iter().find(|(key, _)| &*key.word == "was").map(|(_, node)| node);
    let before: Vec<&str> = match was.map(|was| &was.value) {
        Some(Value::List(items)) => items.iter().filter_map(|item| word(&item.value)).collect(),
        _ => Vec::new(),
    };
    let mut after: Vec<&str> = before.iter().copied().filter(|id| *id != renaming.new.as_str()).collect();
    after.extend(renaming.published.then_some(renaming.old.as_str()));
    if after == before {
        return Ok(None);
    }
    let is_in_line = was.is_none_or(|was| {
        matches!(was.value, Value::Missing)
            || text.get(was.span.range()).is_some_and(|typed| typed.starts_with('['))
    });
    let value = Nested::Typed(format!("[{}]", after.join(", ")));
    let edits = is_in_line.then(|| set(here.file, text, node, form, ("was", &value))).flatten();
    let refused = Refused { place: here, why: "`was` cannot be added to this entry" };
    edits.and_then(|mut edits| edits.pop()).map(Some).ok_or(refused)
}

fn word(value: &Value) -> Option<&str> {
    if let Value::Word { text, .. } = value { Some(text) } else { None }
}

fn in_article(
    renaming: Renaming<'_>,
    inputs: &Inputs,
    (file, article): (FileId, &ArticleDraft),
    renamed: &mut Renamed,
) -> Result<(), Refused> {
    let text = &inputs.file(file).text;
    let form = form_of(Kind::Article);
    if let Some(Node { value: Value::Map(fields), .. }) = &article.typed {
        ids(fields, &form, &mut |word, span| renamed.take(renaming, file, word, span));
    }
    for target in article.body.references.iter().flat_map(|tie| &tie.targets) {
        let Target::Id(id) = &target.value else { continue };
        if id != renaming.old.as_str() {
            continue;
        }
        // Of a label that stands elsewhere only the words are known, and words may be prose.
        if inputs.words(target.place).strip_prefix('@') != Some(id) {
            return Err(Refused { place: target.place, why: "this is tied to it by a label" });
        }
        renamed.edits.push(Edit { place: target.place, text: format!("@{}", renaming.new) });
    }
    if renaming.kind != Kind::Article || article.id.as_ref().is_none_or(|id| id.value != *renaming.old) {
        return Ok(());
    }
    let here = Place { file, span: Span::default() };
    let Some(front) = &article.typed else {
        return Err(Refused { place: here, why: "its front matter could not be read" });
    };
    renamed.edits.extend(kept(renaming, text, (here, front), &form)?);
    if article.front.as_ref().is_some_and(|front| front.id.is_some()) {
        return Ok(());
    }
    if let Some(path) = path_beside(&article.path, renaming.new) {
        renamed.moved = Some((file, path));
        return Ok(());
    }
    let value = Nested::Typed(renaming.new.to_string());
    let refused = Refused { place: here, why: "`id` cannot be added to this article" };
    renamed.edits.extend(set(file, text, front, &form, ("id", &value)).ok_or(refused)?);
    Ok(())
}

/// The path at which a file has an id, if that is in the folder it stands in.
fn path_beside(path: &str, id: &Id) -> Option<String> {
    let (folder, _) = path.rsplit_once('/')?;
    let name = id.as_str().rsplit('/').next()?;
    let moved = format!("{folder}/{name}.md");
    let known = moved.strip_prefix("content/articles/")?.strip_suffix(".md")?;
    (Id::plain(known)? == *id).then_some(moved)
}
