//! Questions to whoever sits at the terminal, one at a time; a mistake is told, and asked about again.
//!
//! It knows no terminal: it writes questions and reads lines, so that tests can answer.

use std::io::{BufRead, Write};

use super::super::{CommandError, kind_of};
use super::{Given, mistake};
use crate::Vocabulary as _;
use crate::exchange::{Known, id_for};
use crate::load::{Shape, form_of};
use crate::model::{Id, Kind};

/// Somebody who can be asked.
pub struct Dialogue<'t> {
    /// Where the answers come from, a line each.
    pub answers: &'t mut dyn BufRead,
    /// Where the questions go.
    pub questions: &'t mut dyn Write,
}

/// How many of those who speak are named in a question.
const SHOWN: usize = 12;

/// Up to how many words that may be answered are shown with what they mean.
const EXPLAINED: usize = 8;

/// The fields that are asked for, in this order. Others are in place as comments.
fn asked(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Person => &["name"],
        Kind::Organisation => &["name", "kind", "country"],
        Kind::Source => &["name", "kind", "country", "url"],
        Kind::Document => &["title", "type", "source", "published", "url"],
        Kind::Date => &["title", "date"],
        Kind::Claim => &["text", "kind", "speaker", "status"],
        Kind::Article => &["title"],
    }
}

impl Dialogue<'_> {
    /// Says how it goes.
    pub(super) fn begin(&mut self) -> Result<(), CommandError> {
        writeln!(
            self.questions,
            "an empty answer takes what stands in [brackets], or leaves the field to be filled in"
        )?;
        Ok(())
    }

    /// What is to be added.
    pub(super) fn kind(&mut self) -> Result<Kind, CommandError> {
        let kinds: Vec<&str> = Kind::ALL.iter().map(|kind| kind.word()).collect();
        let question = format!("what is it ({})", kinds.join(", "));
        let answer =
            self.ask(&question, None, |answer| kind_of(answer).err().map(|error| error.to_string()))?;
        kind_of(&answer.unwrap_or_default())
    }

    /// What is not given yet. What is left empty stays to be filled in.
    pub(super) fn fields(
        &mut self,
        kind: Kind,
        given: &mut Vec<Given>,
        known: &Known<'_>,
    ) -> Result<(), CommandError> {
        let form = form_of(kind);
        for name in asked(kind) {
            let is_given = |name: &str| given.iter().any(|one| one.field == name);
            let says =
                given.iter().any(|one| one.field == "kind" && matches!(&*one.words, "utterance" | "denial"));
            let Some(field) = form.fields.iter().find(|field| field.name == *name) else { continue };
            if is_given(name) || (*name == "speaker" && !says) {
                continue;
            }
            let about = field.about.trim_end_matches('.');
            let question = match field.shape() {
                Shape::OneOf(words) if words.len() <= EXPLAINED => {
                    let longest = words.iter().map(|word| word.word.len()).max().unwrap_or_default();
                    let lines =
                        words.iter().map(|word| format!("\n  {:<longest$}  {}", word.word, word.meaning));
                    format!("{name}:{}\n", lines.collect::<String>())
                }
                Shape::OneOf(words) => {
                    let words: Vec<&str> = words.iter().map(|word| word.word).collect();
                    format!("{name} ({})", words.join(", "))
                }
                Shape::Id if !known.speakers().is_empty() => {
                    let speakers = known.speakers();
                    let more = if speakers.len() > SHOWN { " …" } else { "" };
                    let some = speakers.into_iter().take(SHOWN).collect::<Vec<_>>().join(", ");
                    format!("{name}: {} ({some}{more})", uncapitalised(about))
                }
                _ if about.ends_with('`') => format!("{name}: {}", uncapitalised(about)),
                _ => format!("{name}: {} (`{}`)", uncapitalised(about), field.example()),
            };
            let first = match *name {
                "type" => Some("article"),
                "status" => Some("unverified"),
                "kind" if kind == Kind::Claim => Some("occurrence"),
                _ => None,
            };
            let answer = self.ask(&question, first, |answer| mistake(kind, field.name, answer, known))?;
            given.extend(answer.map(|words| Given { field: field.name, words }));
        }
        Ok(())
    }

    /// The id: what it is called is a proposal.
    pub(super) fn id(
        &mut self,
        kind: Kind,
        title: &str,
        known: &Known<'_>,
        mistake: impl Fn(&str) -> Option<String>,
    ) -> Result<Option<Id>, CommandError> {
        let proposal = (!title.is_empty()).then(|| id_for(kind, title, known).to_string());
        let answer =
            self.ask("its id, by which other entries and articles name it", proposal.as_deref(), mistake)?;
        Ok(answer.and_then(|id| Id::parse_path(&id)))
    }

    /// Asks until the answer is right; the proposal, or nothing, where it is empty.
    fn ask(
        &mut self,
        question: &str,
        proposal: Option<&str>,
        mistake: impl Fn(&str) -> Option<String>,
    ) -> Result<Option<String>, CommandError> {
        loop {
            let gap = if question.ends_with('\n') { "" } else { " " };
            let default = proposal.map_or_else(String::new, |proposal| format!("{gap}[{proposal}]"));
            write!(self.questions, "{question}{default}\n> ")?;
            self.questions.flush()?;
            let mut line = String::new();
            if self.answers.read_line(&mut line)? == 0 {
                writeln!(self.questions)?;
                return Err(CommandError::Usage("the answers ended: nothing was added".to_owned()));
            }
            let answer = line.trim();
            if answer.is_empty() {
                return Ok(proposal.map(str::to_owned));
            }
            match mistake(answer) {
                None => return Ok(Some(answer.to_owned())),
                Some(words) => writeln!(self.questions, "  {words}")?,
            }
        }
    }
}

/// With a small first letter, for the middle of a line.
fn uncapitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}
