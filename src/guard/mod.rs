//! The last look at everything on its way out: whether words that must not be seen stand in it, in whatever dress.
//!
//! What is shown is made from [`Public`](crate::publish::Public), which holds no secrets; the guard does not take
//! that on trust, and looks at what no type can hold to account: files of the theme, pictures, kept copies.
//! It knows nothing of how pages come about, and touches no files.

mod forms;
mod kept;
mod mask;
mod named;
mod packed;
mod pdf;
mod phrases;
mod picture;
mod rewritten;
mod secrets;
mod seen;
mod sentences;
mod words;

pub use kept::{Trace, sealed, traces};
pub use mask::{hush, masked};
pub use named::named;
pub use packed::Seal;
pub use picture::{Uncleanable, cleaned};
pub use secrets::{Secret, Why, Words};

use std::collections::BTreeMap;
use std::sync::Mutex;

use crate::diagnostic::Finding;
use crate::model::Record;
use crate::text::{At, Place};
use packed::State;
use phrases::{Bond, Phrases};
use seen::Seen;
use words::{Form, pieces};

/// The rule's name.
pub const SECRET: &str = "secret-in-output";

/// Knows what must not come out, and looks for it.
#[derive(Debug)]
pub struct Guard {
    secrets: Vec<Secret>,
    phrases: Phrases,
    seen: Seen,
    /// For each secret that was found, the first file it stands in, as it can be named, and in how many.
    leaks: Mutex<BTreeMap<u32, (String, usize)>>,
}

impl Guard {
    /// A guard over all that is secret in a record, before it is published.
    #[must_use]
    pub fn new(words: Words, record: &Record) -> Self {
        let Words { secret: secrets, public, names } = words;
        let mut phrases = Phrases::default();
        for (owner, secret) in secrets.iter().enumerate() {
            if answered(secret, record).any(|words| words.is_none()) {
                continue;
            }
            let owner = number(owner);
            for words in &secret.words {
                match secret.why {
                    Why::Name => phrases.add_name(&words.value, owner),
                    _ => phrases.add_text(&words.value, owner),
                }
            }
        }
        let mut guard = Self { secrets, phrases, seen: Seen::default(), leaks: Mutex::default() };
        guard.let_pass(&public, &names, record);
        guard
    }

    fn let_pass(&mut self, public: &[At<String>], names: &[String], record: &Record) {
        if self.phrases.is_empty() {
            return;
        }
        for text in public {
            self.phrases.take_out(text.value.as_bytes(), Form::Prose, Bond::Words, |_| true);
        }
        for name in names {
            let is_name = |owner: u32| self.secrets[owner as usize].why == Why::Name;
            self.phrases.take_out(name.as_bytes(), Form::Prose, Bond::Name, is_name);
        }
        for secret in &self.secrets {
            for words in answered(secret, record).flatten() {
                let same = |owner: u32| self.secrets[owner as usize].any == secret.any;
                self.phrases.take_out(words.as_bytes(), Form::Prose, Bond::Name, same);
            }
        }
    }

    /// Whether there is nothing to look for.
    #[must_use]
    pub fn is_idle(&self) -> bool {
        self.phrases.is_empty()
    }

    /// Lets pass what stands in something else that everybody can see: what a draft quotes from a kept copy is no
    /// secret. What is secret of a source stays one.
    pub fn let_pass_what_stands_in(&mut self, address: &str, bytes: &[u8]) {
        if self.is_idle() {
            return;
        }
        let mut texts = Vec::new();
        packed::each(address, bytes, &mut |part| texts.push((part.bytes.to_vec(), part.form)));
        for (text, form) in texts {
            self.let_pass_text(&text, form, Bond::Words);
        }
    }

    /// Lets pass what every site says, whatever it is about.
    pub fn let_pass_what_all_sites_say(&mut self, text: &str) {
        self.let_pass_text(text.as_bytes(), Form::Prose, Bond::FamilyName);
    }

    fn let_pass_text(&mut self, text: &[u8], form: Form, bond: Bond) {
        self.phrases.take_out(text, form, bond, |owner| self.secrets[owner as usize].why != Why::Source);
    }

    /// Looks at a file of the site. From any thread.
    pub fn look(&self, address: &str, bytes: &[u8]) {
        if self.is_idle() {
            return;
        }
        let mut owners = Vec::new();
        // Addresses have small letters where names have capitals.
        for address in [address, &capitalised(address)] {
            self.phrases
                .look(address.as_bytes(), Form::Prose, false, |_, phrase, _| owners.push(phrase.owner));
        }
        // An address can itself be what must not be seen.
        let folder = address.rsplit_once('/').map_or("the site", |(folder, _)| folder);
        let shown = if owners.is_empty() {
            format!("`{address}`")
        } else {
            format!("the name of a file in `{folder}`")
        };
        packed::each(address, bytes, &mut |part| {
            let noise = part.state != State::Text;
            let mut look = |bytes: &[u8]| {
                let before = owners.len();
                self.phrases.look(bytes, part.form, noise, |_, phrase, _| owners.push(phrase.owner));
                owners.len() == before
            };
            if noise || part.form == Form::Quoted {
                look(part.bytes);
                return;
            }
            for piece in pieces(part.bytes) {
                self.seen.once(piece, || look(piece));
            }
        });
        if owners.is_empty() {
            return;
        }
        owners.sort_unstable();
        owners.dedup();
        let Ok(mut leaks) = self.leaks.lock() else { return };
        for owner in owners {
            let (first, count) = leaks.entry(owner).or_insert_with(|| (shown.clone(), 0));
            *count += 1;
            if shown < *first {
                first.clone_from(&shown);
            }
        }
    }

    /// What was found, at the entry whose words they are. None of the words are repeated: findings end up in logs.
    #[must_use]
    pub fn findings(&self) -> Vec<Finding> {
        let Ok(leaks) = self.leaks.lock() else { return Vec::new() };
        leaks
            .iter()
            .map(|(owner, (address, count))| told(&self.secrets[*owner as usize], address, *count))
            .collect()
    }

    /// Where secret words are typed: lines that hold one are not shown as they are.
    pub fn places(&self) -> impl Iterator<Item = Place> {
        // The text of an article has no places of its own, and its top is no secret.
        let typed = self.secrets.iter().filter(|secret| secret.field.is_some() || secret.any.is_none());
        typed.flat_map(|secret| secret.words.iter().map(|words| words.place))
    }
}

/// What the desk says may be seen of an entry: certain words, or nothing for all of them.
fn answered<'r>(secret: &Secret, record: &'r Record) -> impl Iterator<Item = Option<&'r str>> {
    let allowed = secret.any.and_then(|any| record.desk.allowed.get(&any)).into_iter().flatten();
    let allowed = allowed.filter(|allowed| allowed.rule.value == SECRET);
    allowed.map(|allowed| allowed.words.as_ref().map(|words: &At<String>| words.value.as_str()))
}

/// With a capital at the beginning of each word.
fn capitalised(address: &str) -> String {
    let mut begins = true;
    let letters = address.chars().map(|letter| {
        let is_first = std::mem::replace(&mut begins, !letter.is_alphanumeric());
        if is_first { letter.to_ascii_uppercase() } else { letter }
    });
    letters.collect()
}

fn number(owner: usize) -> u32 {
    u32::try_from(owner).unwrap_or(u32::MAX)
}

fn told(secret: &Secret, address: &str, count: usize) -> Finding {
    let entry = &secret.entry;
    let field = secret.field.as_deref();
    let of = |what: &str| field.map_or_else(|| what.to_owned(), |field| format!("{what}, from `{field}`,"));
    let what = match secret.why {
        Why::Name => format!("a secret name of the source `{entry}` stands"),
        Why::Source => of(&format!("words that are secret of the source `{entry}`")) + " stand",
        Why::Desk => format!("words of the desk's `{}` on `{entry}` stand", field.unwrap_or("notes")),
        Why::Draft => of(&format!("words of the draft `{entry}`")) + " stand",
        Why::Embargo => {
            of(&format!("words of `{entry}`, which is under embargo")).replace(",,", ",") + " stand"
        }
        Why::Picture => of(&format!("words on the picture `{entry}`, which nothing public shows")) + " stand",
    };
    let more = match count {
        1 => String::new(),
        2 => " and one other file".to_owned(),
        more => format!(" and {} other files", more - 1),
    };
    Finding::error(SECRET, secret.place, format!("{what} in {address}{more}"))
        .help("take the words out of what that file is made from; if they may be seen, say so with `allow`")
}

#[cfg(test)]
mod tests;
