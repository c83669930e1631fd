//! `casebook serve`: the report as it is being written, from memory.
//!
//! One thread makes pages, of the last edition that could be read whole; one waits for changes; one looks at what the
//! rules find; some answer browsers; and one says in the terminal what was found. They share nothing but messages and what
//! was found last.

mod findings;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};

use jiff::Timestamp;

use super::{CommandError, Outcome};
use crate::desk::{Laid, desk};
use crate::diagnostic::{Finding, Level};
use crate::disk::{self, Digests, Watch};
use crate::guard::cleaned;
use crate::prints::print;
use crate::publish::preview;
use crate::render::{Copied, Shelf, SiteFile};
use crate::report;
use crate::server::{Answer, Host, Listening, OWN, Readers, kind_of, with_script};
use crate::session::{Edition, Memory, Session, Threads, Verdict};
use findings::told;

/// How a report is served.
#[derive(Debug, Clone, Copy)]
pub struct Serving<'s> {
    /// The port to begin with.
    pub port: u16,
    /// Whether a browser is to be opened.
    pub open: bool,
    /// By which program the places of findings open: `code`, `zed`, `idea`; anything else opens none.
    pub editor: Option<&'s str>,
    /// What time it is: embargoes end while a report is served.
    pub clock: fn() -> Timestamp,
    /// Whether standard output is a terminal that shows colour.
    pub colour: bool,
}

/// What the thread that makes pages is told.
enum Message {
    /// Something changed on the disk.
    Changed,
    /// Somebody wants what is at an address.
    Asked(String, Sender<Answer>),
}

/// What was found last, and in what.
struct Found {
    edition: Arc<Edition>,
    verdict: Verdict,
    /// Whether pages are made of that edition, or of an older one that was whole.
    is_shown: bool,
    number: u64,
}

/// How many browsers' requests are answered at once.
const ANSWERERS: usize = 4;

/// Serves the report of a folder until the program is ended.
///
/// # Errors
/// If the folder cannot be read or watched, no port is free, or nobody takes what is said.
pub fn serve(project: &Path, serving: Serving<'_>, out: &mut dyn Write) -> Result<Outcome, CommandError> {
    // Watched from before it is read, so that nothing saved meanwhile is missed.
    let mut watch = Watch::new(project)?;
    let mut session = Session::default();
    let digests = Digests::default();
    let first = Arc::new(edition(&mut session, project, &digests, serving.clock)?);
    let listening = Listening::on(serving.port).map_err(|error| {
        CommandError::Usage(format!("no port from {} on is free to listen on: {error}", serving.port))
    })?;
    let address = format!("http://127.0.0.1:{}/", listening.port());
    if serving.port != 0 && listening.port() != serving.port {
        writeln!(out, "port {} is taken", serving.port)?;
    }
    writeln!(out, "{address} shows the report, {address}desk/ the editors’ desk; Ctrl-C ends it")?;
    out.flush()?;
    if serving.open {
        disk::open_in_browser(&address);
    }

    let (tell, messages) = channel();
    let (say, said) = channel::<String>();
    let (to_check, editions) = channel::<(Arc<Edition>, bool)>();
    let found = Mutex::new(None::<Found>);
    let readers = Readers::default();
    let desk = Desk { tell: tell.clone(), found: &found, project, editor: serving.editor };
    std::thread::scope(|scope| {
        scope.spawn(move || while watch.wait() && tell.send(Message::Changed).is_ok() {});
        for _ in 0..ANSWERERS {
            scope.spawn(|| listening.answer(&desk, &readers));
        }
        let checking = Checking { project, found: &found, readers: &readers, colour: serving.colour, say };
        scope.spawn(move || checking.all(&editions));
        let pages = Pages { project, clock: serving.clock, digests, readers: &readers, to_check };
        scope.spawn(move || pages.make(session, first, &messages));
        // A terminal may be slow to take it, and one that is gone takes nothing; browsers are still answered.
        for words in said {
            let _ = writeln!(out, "{words}").and_then(|()| out.flush());
        }
    });
    Ok(Outcome::Clean)
}

fn edition(
    session: &mut Session,
    project: &Path,
    digests: &Digests,
    clock: fn() -> Timestamp,
) -> Result<Edition, disk::DiskError> {
    let (inputs, findings) = disk::read_again(project, digests)?;
    Ok(session.edition(inputs, findings, clock(), |path| disk::bytes(&project.join(path)).ok()))
}

/// The thread that makes pages.
struct Pages<'s> {
    project: &'s Path,
    clock: fn() -> Timestamp,
    digests: Digests,
    readers: &'s Readers,
    to_check: Sender<(Arc<Edition>, bool)>,
}

impl Pages<'_> {
    fn make(&self, mut session: Session, first: Arc<Edition>, messages: &Receiver<Message>) {
        let mut shown = self.sound(first);
        loop {
            let next = match &shown {
                Some(edition) => {
                    let publications = edition.ledger.publications.clone();
                    let public = preview(&edition.record, publications);
                    let files = Shelf::new(&public, &edition.theme);
                    self.readers.tell("pages", "{}");
                    // Now that nobody waits for pages any more, the rules may take their time.
                    let _ = self.to_check.send((Arc::clone(edition), true));
                    let project = self.project;
                    self.answer(&mut session, messages, |address| file(&files, address, project))
                }
                None => self.answer(&mut session, messages, |_| nothing_yet()),
            };
            match next {
                Some(edition) => shown = Some(edition),
                None => return,
            }
        }
    }

    /// An edition of which pages can be made; the rules alone look at any other.
    fn sound(&self, edition: Arc<Edition>) -> Option<Arc<Edition>> {
        if edition.is_sound() {
            return Some(edition);
        }
        let _ = self.to_check.send((edition, false));
        None
    }

    /// Answers until there is a new edition to show; nothing when nobody asks any more.
    fn answer(
        &self,
        session: &mut Session,
        messages: &Receiver<Message>,
        file: impl Fn(&str) -> Answer,
    ) -> Option<Arc<Edition>> {
        loop {
            match messages.recv().ok()? {
                Message::Asked(address, reply) => {
                    // Whoever asked may have gone.
                    let _ = reply.send(file(&address));
                }
                Message::Changed => {
                    // What the machine refuses for a moment, while a folder is moved say, is read at the next change.
                    let Ok(edition) = edition(session, self.project, &self.digests, self.clock) else {
                        continue;
                    };
                    if let Some(edition) = self.sound(Arc::new(edition)) {
                        return Some(edition);
                    }
                }
            }
        }
    }
}

fn file(shelf: &Shelf<'_>, address: &str, project: &Path) -> Answer {
    let made = |address: &str| {
        shelf.file(address, |file| match file {
            SiteFile::Made { bytes, .. } => Some(bytes.to_vec()),
            SiteFile::Drawn { svg, .. } => crate::render::png(svg),
            SiteFile::Copied { from, what, .. } => {
                let bytes = disk::bytes(&project.join(from)).ok()?;
                // A picture that nothing can be taken out of stops a build, and is not shown here either.
                match what {
                    Copied::Picture(_) => cleaned(&bytes).ok(),
                    Copied::Print(_, width) => print(&bytes, width).ok(),
                    Copied::Kept(_) | Copied::Theme(_) => Some(bytes),
                }
            }
        })
    };
    match made(address) {
        Ok(Some(Some(bytes))) => Answer::Found { kind: kind_of(address), bytes: scripted(address, bytes) },
        Ok(_)
            if !is_page(address)
                && made(&format!("{address}/index.html")).is_ok_and(|page| page.is_some()) =>
        {
            Answer::Moved(format!("/{address}/index.html"))
        }
        Ok(_) => {
            let page = made("404.html").ok().flatten().flatten().unwrap_or_default();
            let nearest = nearest(address, |page| made(page).is_ok_and(|page| page.is_some()));
            Answer::Missing { page: with_script(&page), nearest }
        }
        Err(finding) => failed(&finding),
    }
}

fn is_page(address: &str) -> bool {
    kind_of(address) == kind_of("html")
}

fn scripted(address: &str, bytes: Vec<u8>) -> Vec<u8> {
    if is_page(address) { with_script(&bytes) } else { bytes }
}

/// The list that a page stood in, or else the front page.
fn nearest(address: &str, is_there: impl Fn(&str) -> bool) -> String {
    let mut folder = address;
    while let Some((above, _)) = folder.rsplit_once('/') {
        let list = format!("{above}/index.html");
        if list != address && is_there(&list) {
            return list;
        }
        folder = above;
    }
    "index.html".to_owned()
}

/// What is shown where a template fails: the mistake, until it is mended.
fn failed(finding: &Finding) -> Answer {
    let help = finding.help.as_deref().unwrap_or_default();
    page("This page cannot be made", &format!("{}. {help}", finding.message))
}

/// What is shown before there is anything to show.
fn nothing_yet() -> Answer {
    page(
        "Nothing to show yet",
        "What stands in the way is told below; when it is mended, the report is here.",
    )
}

fn page(title: &str, words: &str) -> Answer {
    let (title, words) = (crate::render::html_escaped(title), crate::render::html_escaped(words));
    let html = format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>{title}</title></head>\n<body><main><h1>{title}</h1>\n<p>{words}</p></main>\n</body>\n</html>\n"
    );
    Answer::Found { kind: kind_of("html"), bytes: with_script(html.as_bytes()) }
}

/// The thread that looks at what the rules find.
struct Checking<'s> {
    project: &'s Path,
    found: &'s Mutex<Option<Found>>,
    readers: &'s Readers,
    colour: bool,
    say: Sender<String>,
}

impl Checking<'_> {
    fn all(&self, editions: &Receiver<(Arc<Edition>, bool)>) {
        let mut number = 0;
        let mut before = String::new();
        let (threads, mut memory) = (Threads::default(), Memory::default());
        while let Ok(mut next) = editions.recv() {
            // Of several that wait, the last alone matters.
            while let Ok(later) = editions.try_recv() {
                next = later;
            }
            let (edition, is_shown) = next;
            let bytes = |path: &str| disk::bytes(&self.project.join(path)).ok();
            let verdict = threads.run(|| edition.verdict(&mut memory, bytes));
            let said = format!(
                "{}{}",
                report::human(&verdict.findings, &verdict.inputs, self.colour),
                match verdict.findings.as_slice() {
                    [] => "nothing to mend".to_owned(),
                    findings => report::summary(findings),
                }
            );
            number += 1;
            if let Ok(mut found) = self.found.lock() {
                *found = Some(Found { edition, verdict, is_shown, number });
            }
            self.readers.tell("findings", &format!("{{\"number\":{number}}}"));
            if said != before {
                let _ = self.say.send(said.clone());
            }
            before = said;
        }
    }
}

/// What browsers ask of: pages of the thread that makes them, findings and the desk of what was found last.
struct Desk<'s> {
    tell: Sender<Message>,
    found: &'s Mutex<Option<Found>>,
    project: &'s Path,
    editor: Option<&'s str>,
}

impl Host for Desk<'_> {
    fn answer(&self, address: &str) -> Answer {
        if address == format!("{OWN}findings.json") {
            let json = self
                .of_found(|found| told(found, self.project, self.editor))
                .unwrap_or_else(|| "null".to_owned());
            return Answer::Found { kind: kind_of("json"), bytes: json.into() };
        }
        if address == "desk/index.html" {
            return match self.of_found(|found| live(&desk(&found.laid()), found.number)) {
                Some(bytes) => Answer::Found { kind: kind_of("html"), bytes },
                None => page("The desk is being laid", "It is here in a moment."),
            };
        }
        if address == "desk" {
            return Answer::Moved("/desk/".to_owned());
        }
        let (reply, answer) = channel();
        let asked = self.tell.clone().send(Message::Asked(address.to_owned(), reply));
        asked.ok().and_then(|()| answer.recv().ok()).unwrap_or_else(nothing_yet)
    }
}

impl Desk<'_> {
    fn of_found<T>(&self, take: impl FnOnce(&Found) -> T) -> Option<T> {
        self.found.lock().ok()?.as_ref().map(take)
    }
}

impl Found {
    fn laid(&self) -> Laid<'_> {
        Laid {
            record: &self.edition.record,
            reading: &self.verdict.reading,
            copies: &self.verdict.copies,
            ledger: &self.edition.ledger,
            inputs: &self.verdict.inputs,
            findings: &self.verdict.findings,
            excepted: &self.verdict.excepted,
            bar: self.bar(),
            now: self.edition.now,
        }
    }

    /// From which level on a finding stops a build.
    fn bar(&self) -> Level {
        self.edition.record.facts.report.policy.deny.min(Level::Error)
    }
}

/// The desk lets nothing be loaded; here it may ask whether it is still as it was, and says of which findings it is.
fn live(desk: &str, number: u64) -> Vec<u8> {
    let body = format!("<body data-findings=\"{number}\"");
    let page = desk.replacen("script-src ", "connect-src 'self'; script-src 'self' ", 1);
    with_script(page.replacen("<body", &body, 1).as_bytes())
}

/// Where the project is, as an editor has to be told.
fn whole(project: &Path) -> PathBuf {
    disk::whole_path(project).unwrap_or_else(|| project.to_path_buf())
}
