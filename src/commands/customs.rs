//! The last station before the disk: every file of the site passes here, and nothing that must not come out does.

use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use crate::diagnostic::Finding;
use crate::disk::{self, DiskError};
use crate::guard::{Guard, SECRET, Seal, Trace, Uncleanable, cleaned, sealed, traces};
use crate::prints::{Unprintable, print};
use crate::publish::Public;
use crate::render::{self, Copied, SiteFile, built_in_texts};
use crate::text::Place;

/// Looks at files on their way out.
pub(super) struct Customs<'p> {
    project: &'p Path,
    guard: Guard,
    findings: Mutex<Vec<Finding>>,
}

/// What could not pass.
pub(super) struct Seized {
    /// Each at the entry that it concerns.
    pub findings: Vec<Finding>,
    /// Where secret words are typed, so that no line with one is shown.
    pub secret: Vec<Place>,
}

impl<'p> Customs<'p> {
    /// What stands in public kept copies, and what the built-in theme says by itself, is no secret.
    pub(super) fn new(project: &'p Path, mut guard: Guard, public: &Public) -> Result<Self, DiskError> {
        if !guard.is_idle() {
            built_in_texts().for_each(|text| guard.let_pass_what_all_sites_say(text));
            let kept = public.facts().documents.values().filter_map(|document| document.archive.as_ref());
            for copy in kept.filter(|copy| copy.value.public) {
                let path = &copy.value.file.value;
                guard.let_pass_what_stands_in(path, &disk::bytes(&content(project, path))?);
            }
        }
        Ok(Self { project, guard, findings: Mutex::default() })
    }

    /// The bytes of a file as they may be written. What must not come out is found, and stops the build later: its
    /// author is to see all of it at once.
    pub(super) fn pass<'b>(&self, file: &SiteFile<'b>) -> Result<Cow<'b, [u8]>, DiskError> {
        let (address, bytes) = match *file {
            SiteFile::Made { address, bytes } => (address, Cow::Borrowed(bytes)),
            SiteFile::Drawn { address, svg } => {
                // Its words are looked at as they are before they are points.
                self.guard.look(address, svg.as_bytes());
                return Ok(Cow::Owned(render::png(svg).unwrap_or_default()));
            }
            SiteFile::Copied { address, from, what } => {
                let bytes = disk::bytes(&self.project.join(from))?;
                let bytes = match what {
                    Copied::Picture(place) => self.picture(address, bytes, place),
                    Copied::Print(place, width) => print(&bytes, width).unwrap_or_else(|Unprintable| {
                        self.found(unreadable(address, place));
                        bytes
                    }),
                    Copied::Kept(place) | Copied::Theme(place) => {
                        self.opens(address, &bytes, place);
                        self.tells(address, &bytes, place, what);
                        bytes
                    }
                };
                (address, Cow::Owned(bytes))
            }
        };
        self.guard.look(address, &bytes);
        Ok(bytes)
    }

    fn picture(&self, address: &str, bytes: Vec<u8>, place: Place) -> Vec<u8> {
        match cleaned(&bytes) {
            Ok(clean) => {
                self.tells(address, &clean, place, Copied::Picture(place));
                clean
            }
            Err(why) => {
                if why == Uncleanable::Broken {
                    self.found(unreadable(address, place));
                    return bytes;
                }
                let (message, help) = match why {
                    Uncleanable::Unknown => (
                        format!("nothing can be taken out of `{address}`: its format is not known here"),
                        "save it as JPEG, PNG, WebP, GIF, AVIF or SVG",
                    ),
                    Uncleanable::Nested => (
                        format!(
                            "the drawing `{address}` has a picture in it, which may tell where it was made"
                        ),
                        "save the picture as a file of its own, and the drawing without it",
                    ),
                    Uncleanable::Carries | Uncleanable::Broken => (
                        format!("`{address}` tells of its making, in a way that cannot be taken out"),
                        "save it without metadata, or as JPEG, PNG or WebP",
                    ),
                };
                self.found(Finding::error(SECRET, place, message).help(help));
                bytes
            }
        }
    }

    /// What cannot be looked into may hold anything.
    fn opens(&self, address: &str, bytes: &[u8], place: Place) {
        let Some(seal) = sealed(address, bytes) else { return };
        let (why, help) = match seal {
            Seal::Locked => {
                ("it opens with a password or a key only".to_owned(), "keep it without one, or not public")
            }
            Seal::Unknown(format) => {
                (format!("it is packed as {format}"), "keep it as ZIP, gzip or PDF, or not public")
            }
            Seal::Broken => ("it is broken".to_owned(), "keep it as it was published, or not public"),
            Seal::Deep => (
                "too much is packed in it, or too deep".to_owned(),
                "keep its parts by themselves, or not public",
            ),
        };
        let message = format!("nobody can say what `{address}` shows: {why}");
        self.found(Finding::error(SECRET, place, message).help(help));
    }

    /// What a file tells of its making. The finding says what kind of thing it tells, and not the thing.
    fn tells(&self, address: &str, bytes: &[u8], place: Place, what: Copied) {
        let traces = traces(address, bytes);
        if traces.is_empty() {
            return;
        }
        let words: Vec<&str> = traces.iter().map(|trace| said(*trace)).collect();
        let message = format!("`{address}` tells {}", listed(&words));
        let help = match what {
            Copied::Kept(_) => {
                "kept copies are never altered: take `public: true` away and quote from it, or keep a copy that was published without"
            }
            Copied::Theme(_) | Copied::Picture(_) | Copied::Print(..) => "save it without metadata",
        };
        self.found(Finding::error(SECRET, place, message).help(help));
    }

    fn found(&self, finding: Finding) {
        if let Ok(mut findings) = self.findings.lock() {
            findings.push(finding);
        }
    }

    /// All that could not pass.
    pub(super) fn seized(self) -> Seized {
        let mut findings = self.findings.into_inner().unwrap_or_default();
        findings.extend(self.guard.findings());
        Seized { findings, secret: self.guard.places().collect() }
    }
}

fn unreadable(address: &str, place: Place) -> Finding {
    let message = format!("`{address}` cannot be read as a picture to the end");
    Finding::error(SECRET, place, message).help("open it in a program for pictures, and save it anew")
}

fn content(project: &Path, path: &str) -> PathBuf {
    project.join("content").join(path)
}

fn said(trace: Trace) -> &'static str {
    match trace {
        Trace::Position => "where it was made",
        Trace::Author => "by whom",
        Trace::Device => "with which device",
    }
}

/// `a`, `a and b`, `a, b and c`.
fn listed(words: &[&str]) -> String {
    match words {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}
