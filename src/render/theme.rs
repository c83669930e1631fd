//! The theme: the built-in one, with a project's own files in place of its files.
//!
//! It knows templates and what they are given, and nothing of how pages come about.

mod built_in;
mod fault;
mod fields;
mod given;
mod said;
mod tags;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use tera::{Context, Tera, Value};

use self::built_in::BUILT_IN;
use self::fault::{Fault, faults};
use super::{Copied, SiteFile};
use crate::diagnostic::Finding;
use crate::model::Report;
use crate::speech::Speech;
use crate::text::{FileId, Inputs, Place, Span, nearest};
use crate::view::{CardPage, Cited, Site, View};

pub use self::given::reference;

/// The name of the built-in theme.
const DEFAULT: &str = "default";
/// Where a theme's files stand in the site and in the theme alike.
const STATIC: &str = "static/";
const TEMPLATES: &str = "templates/";
/// What is said, a file to a language.
const WORDS: &str = "words/";

/// What the built-in theme says by itself.
pub fn built_in_texts() -> impl Iterator<Item = &'static str> {
    BUILT_IN.iter().map(|file| file.text).chain(crate::speech::built_in_texts())
}

/// What a page is given that was made elsewhere.
#[derive(Debug, Clone, Copy, Default)]
pub struct Beside<'b> {
    /// HTML: an article's text, or a picture.
    pub body: Option<&'b str>,
    /// What the page is about, for programs: JSON-LD.
    pub linked: Option<&'b str>,
    /// The address of the picture that other sites show with a link to it, from the report's top.
    pub poster: Option<&'b str>,
    /// How to cite what the page is about, for programs that keep references.
    pub cited: Option<&'b Cited>,
}

/// What pages are made with.
#[derive(Debug)]
pub struct Theme {
    tera: Tera,
    /// The project's own templates, by name.
    own: BTreeMap<String, Own>,
    /// What goes into the site as it is, by address.
    files: BTreeMap<String, File>,
    /// Where the theme is named, for mistakes that are in no file of the project.
    named: Place,
    /// What it says of itself, in the report's language.
    speech: Arc<Speech>,
    /// The report as templates are given it: the same for every page.
    site: OnceLock<(Site, Value)>,
}

/// All that a theme is made of: the same makes the same.
#[derive(Debug, PartialEq, Eq)]
pub struct Making {
    theme: String,
    language: String,
    named: Place,
    texts: Vec<(FileId, String, Arc<str>)>,
    assets: Vec<String>,
}

impl Making {
    /// Of the theme that a report names.
    #[must_use]
    pub fn new(inputs: &Inputs, report: &Report) -> Self {
        let texts = inputs.iter().filter(|(_, input)| input.path.starts_with("themes/"));
        let assets = inputs.assets().filter(|(path, _)| path.starts_with("themes/"));
        Self {
            theme: report.theme.clone(),
            language: report.language.clone(),
            named: place_of_name(inputs),
            texts: texts.map(|(file, input)| (file, input.path.clone(), input.text.clone())).collect(),
            assets: assets.map(|(path, _)| path.to_owned()).collect(),
        }
    }
}

/// A template of the project.
#[derive(Debug, Clone)]
struct Own {
    file: FileId,
    text: Arc<str>,
}

impl Own {
    /// What the engine is given: a mark at the beginning of a file would be the first thing on a page.
    fn template(&self) -> &str {
        self.text.strip_prefix('\u{feff}').unwrap_or(&self.text)
    }

    fn place(&self, at: std::ops::Range<usize>) -> Place {
        let mark = self.text.len() - self.template().len();
        Place { file: self.file, span: Span::new(at.start, at.end).moved(mark) }
    }
}

#[derive(Debug)]
enum File {
    BuiltIn(&'static str),
    Text(Arc<str>),
    /// Below the project's folder.
    Asset(String),
}

impl Theme {
    /// The theme a report names. The project's files, `themes/<name>/templates/…` and `themes/<name>/static/…`, stand
    /// in place of the built-in ones of the same path, or beside them.
    ///
    /// There always is a theme: where the project's own templates cannot be used, each of them has a finding and the
    /// built-in ones stand in.
    #[must_use]
    pub fn new(inputs: &Inputs, report: &Report) -> (Self, Vec<Finding>) {
        let named = place_of_name(inputs);
        let mut findings = Vec::new();
        let folder = format!("themes/{}/", report.theme);
        findings.extend(unknown(inputs, report, named));

        let mut own = BTreeMap::new();
        let mut files: BTreeMap<_, _> = BUILT_IN
            .iter()
            .filter(|file| file.path.starts_with(STATIC))
            .map(|file| (file.path.to_owned(), File::BuiltIn(file.text)))
            .collect();
        for (file, input) in inputs.iter() {
            let Some(path) = input.path.strip_prefix(&folder) else { continue };
            if let Some(name) = path.strip_prefix(TEMPLATES) {
                own.insert(name.to_owned(), Own { file, text: input.text.clone() });
            } else if path.starts_with(STATIC) {
                files.insert(path.to_owned(), File::Text(input.text.clone()));
            }
        }
        for (path, _) in inputs.assets() {
            if let Some(address) = path.strip_prefix(&folder).filter(|path| path.starts_with(STATIC)) {
                files.insert(address.to_owned(), File::Asset(path.to_owned()));
            }
        }

        let (speech, found) = said::speech(inputs, &folder, &report.language);
        findings.extend(found);
        let speech = Arc::new(speech);
        let tera = said::speaking(&speech);
        let mut theme = Self { tera, own, files, named, speech, site: OnceLock::new() };
        findings.extend(theme.load());
        (theme, findings)
    }

    /// Takes all templates in, and says what is wrong with them: each that cannot be read, or else what is named in
    /// them and is not there.
    fn load(&mut self) -> Vec<Finding> {
        let mut findings = Vec::new();
        for (name, own) in &self.own {
            if let Err(error) = said::speaking(&self.speech).add_raw_template(name, own.template())
                && matches!(error.kind(), tera::ErrorKind::SyntaxError(_))
            {
                findings.extend(faults(&error).into_iter().map(|fault| self.finding(fault)));
            }
        }
        let mut templates: BTreeMap<String, &str> = BUILT_IN
            .iter()
            .filter_map(|file| Some((file.path.strip_prefix(TEMPLATES)?.to_owned(), file.text)))
            .collect();
        if findings.is_empty() {
            let mut all = templates.clone();
            all.extend(self.own.iter().map(|(name, own)| (name.clone(), own.template())));
            match self.tera.add_raw_templates(&all) {
                Ok(()) if self.own.is_empty() => return findings,
                Ok(()) => {
                    findings.extend(fields::missing(&all).into_iter().filter_map(|missing| {
                        let own = self.own.get(&missing.template)?;
                        let place = own.place(missing.at);
                        Some(Finding::error("unknown-field", place, missing.message).help(missing.help))
                    }));
                    findings.extend(said::missing(&all, &self.speech).into_iter().filter_map(|missing| {
                        let own = self.own.get(&missing.template)?;
                        let place = own.place(missing.at);
                        Some(Finding::error("unknown-words", place, missing.message).help(missing.help))
                    }));
                    return findings;
                }
                Err(error) => findings.extend(faults(&error).into_iter().map(|fault| self.finding(fault))),
            }
        }
        // The built-in templates stand in; that they can be read is tested.
        templates.retain(|_, text| !text.is_empty());
        if let Err(error) = self.tera.add_raw_templates(&templates) {
            findings.extend(faults(&error).into_iter().map(|fault| self.finding(fault)));
        }
        findings
    }

    /// A finding at the first place of a mistake that is in a file of the project, and otherwise where the theme is
    /// named.
    fn finding(&self, fault: Fault) -> Finding {
        let mut places = fault.trail.iter().filter_map(|spot| {
            let own = self.own.get(&spot.template)?;
            Some((spot, own.place(spot.range(own.template()))))
        });
        let (spot, place) = match places.next() {
            Some((spot, place)) => (Some(spot), place),
            None => (None, self.named),
        };
        let inner = fault.trail.first().filter(|inner| Some(*inner) != spot);
        let message = match inner {
            Some(inner) => format!("in `{}`: {}", inner.template, fault.message),
            None => fault.message.clone(),
        };
        let rule = if fault.message.starts_with("field `") || fault.message.starts_with("variable `") {
            "unknown-field"
        } else {
            "template-error"
        };
        let help = fault.help.unwrap_or_else(|| "docs/themes.md shows what templates look like".to_owned());
        Finding::error(rule, place, message).help(help)
    }

    /// What the site says of itself.
    #[must_use]
    pub fn speech(&self) -> &Speech {
        &self.speech
    }

    /// Makes a page.
    ///
    /// # Errors
    /// The first mistake that the page's template, or one that it uses, leads to.
    pub fn page(&self, site: &Site, page: &View, beside: Beside<'_>) -> Result<String, Box<Finding>> {
        let template = given::template(page);
        let page = Value::from_serializable(page);
        let mut context = Context::new();
        let root = page.get_from_path("head.root").cloned().unwrap_or_else(|| Value::from(""));
        context.insert_value("root", root);
        context.insert_value("page", page);
        context.insert_value("site", self.site(site));
        context.insert_value("linked", beside.linked.map_or_else(Value::none, Value::safe_string));
        context.insert_value("poster", beside.poster.map_or_else(Value::none, Value::from));
        context.insert_value("cited", beside.cited.map_or_else(Value::none, Value::from_serializable));
        context.insert_value("body", beside.body.map_or_else(Value::none, Value::safe_string));
        self.rendered(template, &context)
    }

    /// Makes the card of a claim, to be put into an article.
    ///
    /// # Errors
    /// The first mistake that `card.html`, or a template that it uses, leads to.
    pub fn card(&self, card: &CardPage) -> Result<String, Box<Finding>> {
        let context = Context::from_serialize(card).unwrap_or_default();
        self.rendered("card.html", &context)
    }

    /// Hands over what goes into the site as it is.
    pub fn files(&self, take: &(dyn Fn(SiteFile<'_>) + Sync)) {
        for (address, file) in &self.files {
            match file {
                File::BuiltIn(text) => take(SiteFile::Made { address, bytes: text.as_bytes() }),
                File::Text(text) => take(SiteFile::Made { address, bytes: text.as_bytes() }),
                File::Asset(from) => {
                    take(SiteFile::Copied { address, from, what: Copied::Theme(self.named) });
                }
            }
        }
    }

    /// The text of a file that goes into the site as it is, if it is a text.
    #[must_use]
    pub fn text(&self, address: &str) -> Option<&str> {
        match self.files.get(address)? {
            File::BuiltIn(text) => Some(text),
            File::Text(text) => Some(text),
            File::Asset(_) => None,
        }
    }

    fn rendered(&self, template: &str, context: &Context) -> Result<String, Box<Finding>> {
        self.tera.render(template, context).map_err(|error| {
            let fault = faults(&error).into_iter().next();
            let fault =
                fault.unwrap_or_else(|| Fault { message: error.to_string(), help: None, trail: Vec::new() });
            Box::new(self.finding(fault))
        })
    }

    fn site(&self, site: &Site) -> Value {
        let (known, value) = self.site.get_or_init(|| (site.clone(), Value::from_serializable(site)));
        if known == site { value.clone() } else { Value::from_serializable(site) }
    }
}

/// Where `report.yaml` names the theme; its top where it names none.
fn place_of_name(inputs: &Inputs) -> Place {
    let Some(file) = inputs.find("content/report.yaml") else {
        let first = inputs.iter().next().map_or(FileId(0), |(file, _)| file);
        return Inputs::top(first);
    };
    let text = &inputs.file(file).text;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if let Some(value) = line.strip_prefix("theme:") {
            let word = value.split(" #").next().unwrap_or_default();
            let at = start + "theme:".len() + (word.len() - word.trim_start().len());
            return Place { file, span: Span::new(at, at + word.trim().len()) };
        }
        start += line.len();
    }
    Inputs::top(file)
}

/// A theme of which there is no file.
fn unknown(inputs: &Inputs, report: &Report, named: Place) -> Option<Finding> {
    let texts = inputs.iter().map(|(_, input)| input.path.as_str());
    let paths = texts.chain(inputs.assets().map(|(path, _)| path));
    let mut themes: BTreeSet<&str> = paths
        .filter_map(|path| path.strip_prefix("themes/")?.split_once('/').map(|(theme, _)| theme))
        .collect();
    themes.insert(DEFAULT);
    if themes.contains(report.theme.as_str()) {
        return None;
    }
    let near = nearest(&report.theme, themes.iter().copied(), 2);
    let meant =
        if near.is_empty() { String::new() } else { format!("did you mean `{}`? ", near.join("` or `")) };
    let known = themes.into_iter().collect::<Vec<_>>().join("`, `");
    let message = format!("there is no theme `{}`", report.theme);
    let help = format!("{meant}there is `{known}`; a theme is a folder below `themes/`");
    Some(Finding::error("unknown-theme", named, message).help(help))
}
