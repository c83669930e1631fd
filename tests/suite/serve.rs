//! A report served while it is written: over real HTTP, on this machine.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::Duration;

use serde_json::Value;

use crate::project::Project;

/// A program that serves a project, ended when dropped.
pub(crate) struct Served {
    program: Child,
    // While it is open, the program can say something.
    _said: BufReader<ChildStdout>,
    pub(crate) port: u16,
}

impl Served {
    pub(crate) fn of(project: &Project) -> Self {
        let mut program = Command::new(env!("CARGO_BIN_EXE_casebook"))
            .args(["serve", "--port", "0", "--editor", "code", "--project"])
            .arg(project.path("."))
            .env("SOURCE_DATE_EPOCH", "1795500000")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut said = BufReader::new(program.stdout.take().unwrap());
        let mut line = String::new();
        said.read_line(&mut line).unwrap();
        let port = line.split("127.0.0.1:").nth(1).and_then(|rest| rest.split('/').next());
        let port = port.and_then(|port| port.parse().ok()).unwrap_or_else(|| panic!("no port in {line:?}"));
        Self { program, _said: said, port }
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
        stream
    }

    /// The whole answer to a request, as it is written.
    fn raw(&self, request: &str) -> String {
        let mut stream = self.connect();
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        String::from_utf8_lossy(&answer).into_owned()
    }

    /// Status, head and body.
    fn get(&self, path: &str) -> (u16, String, String) {
        let host = format!("127.0.0.1:{}", self.port);
        let answer = self.raw(&format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"));
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        let body = if head.contains("chunked") { dechunked(body) } else { body.to_owned() };
        (status, head.to_owned(), body)
    }

    fn page(&self, path: &str) -> String {
        let (status, _, body) = self.get(path);
        assert_eq!(status, 200, "{path}");
        body
    }

    fn findings(&self) -> Value {
        serde_json::from_str(&self.page("/~casebook/findings.json")).unwrap()
    }

    /// Waits until a page says something. That pages have changed may be told late: of a change before.
    fn wait_for(&self, events: &mut Events, path: &str, words: &str) {
        while !self.page(path).contains(words) {
            events.wait("pages");
        }
    }

    /// A line on which it tells of changes.
    fn events(&self) -> Events {
        let mut stream = self.connect();
        let host = format!("127.0.0.1:{}", self.port);
        write!(stream, "GET /~casebook/events HTTP/1.1\r\nHost: {host}\r\n\r\n").unwrap();
        let mut events = Events(BufReader::new(stream));
        events.wait("here");
        // What was found at first, too.
        while self.findings().is_null() {
            events.wait("findings");
        }
        events
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

struct Events(BufReader<TcpStream>);

impl Events {
    /// Waits until something is told.
    fn wait(&mut self, event: &str) {
        let mut line = String::new();
        while line.trim_end() != format!("event: {event}") {
            line.clear();
            assert!(self.0.read_line(&mut line).unwrap() > 0, "no {event} came");
        }
    }
}

fn dechunked(body: &str) -> String {
    let mut rest = body;
    let mut whole = String::new();
    while let Some((size, after)) = rest.split_once("\r\n") {
        let Ok(size @ 1..) = usize::from_str_radix(size, 16) else { break };
        // Lossy text may be longer than the bytes were; the fixtures here are small and sound.
        let Some(chunk) = after.get(..size) else { break };
        whole.push_str(chunk);
        rest = after.get(size + 2..).unwrap_or_default();
    }
    whole
}

const SHEET: &str = "content/facts/s.yaml";
const FACTS: &str = "sources:
  gazeta: {name: Gazeta Łódzka}
  insider:
    name: Jan Kanarek
    notes: Call him at his sister, Kanarek’s.
    confidential: {described_as: A person briefed, reason: Fears dismissal., approved_by: desk}
documents:
  letter: {title: Brief, type: letter, source: gazeta, accessed: 2026-11-01}
claims:
  one:
    text: Es war dunkel.
    status: unverified
    notes: Ask again.
    evidence: [{document: letter, quote: dunkel, at: line 1}]
  two:
    text: Es war kalt.
    status: unverified
    draft: true
    evidence: [{document: letter, quote: kalt, at: line 2}]
";

fn report() -> Project {
    Project::new()
        .with(SHEET, FACTS)
        .with("content/articles/nacht.md", "---\ntitle: Die Nacht\n---\n[Es war dunkel](@one).\n")
        .with(
            "content/articles/morgen.md",
            "---\ntitle: Der Morgen\nembargo: 2026-12-24T18:00+01:00\n---\nNoch nicht.\n",
        )
}

#[test]
fn pages_are_served_from_memory_with_what_is_not_public_banded() {
    let project = report();
    let served = Served::of(&project);
    assert!(served.page("/").contains("<title>The leak</title>"));
    let one = served.page("/claims/one.html");
    assert!(
        one.contains("Es war dunkel.")
            && one.contains("Notes for the desk, never public:</strong> Ask again.")
    );
    assert!(!one.contains("Not public:</strong>"));
    let two = served.page("/claims/two.html");
    assert!(two.contains("Not public:</strong> a draft."), "{two}");
    let morgen = served.page("/articles/morgen.html");
    assert!(morgen.contains("under embargo until 24 December 2026, "), "{morgen}");
    // Who a source is, is shown nowhere; screens are shared.
    let mut events = served.events();
    for path in ["/sources/insider.html", "/sources/", "/desk/", "/~casebook/findings.json", "/search.html"] {
        let page = served.page(path);
        assert!(!page.contains("Kanarek") && !page.contains("his sister"), "{path}");
    }
    let desk = served.page("/desk/");
    assert!(served.get("/desk/").1.contains("text/html"));
    assert!(desk.contains("Es war kalt.") && desk.contains("~casebook/live.js"));
    assert!(served.page("/static/style.css").contains("--ground"));
    assert!(served.page("/data/claims.json").contains("Es war dunkel."));
    assert!(!project.path("output").exists(), "nothing is written");
    // Another theme's style is taken up.
    project.write("themes/default/static/style.css", "body { color: rebeccapurple }");
    served.wait_for(&mut events, "/static/style.css", "rebeccapurple");
}

#[test]
fn nothing_else_is_served_and_to_nobody_else() {
    let project = report();
    project.write("geheim.txt", "Kanarienvogel");
    project.write("content/archive/kept.txt", "Kanarienvogel");
    let served = Served::of(&project);
    let host = format!("127.0.0.1:{}", served.port);
    let status = |request: String| served.raw(&request).split(' ').nth(1).unwrap_or_default().to_owned();
    let asked = |path: &str, host: &str| {
        status(format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"))
    };
    for path in ["/../geheim.txt", "/%2e%2e/geheim.txt", "/static/..%2f..%2fgeheim.txt", "//geheim.txt"] {
        assert_eq!(asked(path, &host), "400", "{path}");
    }
    for path in ["/geheim.txt", "/archive/kept.txt", "/content/facts/s.yaml", "/.git/config"] {
        assert_eq!(asked(path, &host), "404", "{path}");
    }
    for other in ["evil.example", "127.0.0.1", "127.0.0.1.evil.example:80", ""] {
        assert_eq!(asked("/", other), "403", "{other}");
    }
    assert_eq!(asked("/", &format!("localhost:{}", served.port)), "200");
    let posted =
        status(format!("POST / HTTP/1.1\r\nHost: {host}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
    assert_eq!(posted, "405");
    // It listens on this machine alone.
    assert!(
        TcpStream::connect_timeout(
            &format!("127.0.0.2:{}", served.port).parse().unwrap(),
            Duration::from_secs(2)
        )
        .is_err()
    );
}

#[test]
fn what_is_saved_is_shown_and_a_mistake_stands_over_the_last_good_page() {
    let project = report();
    let served = Served::of(&project);
    let mut events = served.events();

    project.write(SHEET, FACTS.replace("dunkel.", "hell."));
    served.wait_for(&mut events, "/claims/one.html", "Es war hell.");

    project.write(SHEET, FACTS.replace("status: unverified\n    notes", "status: unverifyed\n    notes"));
    let mut found = served.findings();
    while found["current"] != false {
        events.wait("findings");
        found = served.findings();
    }
    let stops =
        found["findings"].as_array().unwrap().iter().find(|finding| finding["stops"] == true).unwrap();
    assert_eq!((&stops["path"], &stops["line"], &stops["column"]), (&SHEET.into(), &12.into(), &13.into()));
    assert!(stops["text"].as_str().unwrap().contains("unverifyed"), "{stops}");
    let open = stops["open"].as_str().unwrap();
    assert!(open.starts_with("vscode://file/") && open.ends_with("/content/facts/s.yaml:12:13"), "{open}");
    assert!(served.page("/claims/one.html").contains("Es war hell."), "the last good page is there");

    project.write(SHEET, FACTS);
    served.wait_for(&mut events, "/claims/one.html", "Es war dunkel.");
    while served.findings()["current"] != true {
        events.wait("findings");
    }
}

#[test]
fn files_that_come_go_and_move_are_followed() {
    let project = report();
    let served = Served::of(&project);
    let mut events = served.events();
    let mut there = |path: &str| {
        while served.get(path).0 != 200 {
            events.wait("pages");
        }
    };
    // As editors save: another file, put in the place of the old one.
    project.write(
        "content/facts/.s.yaml.swp",
        FACTS.replace("  one:", "  eins:").replace("gazeta: {", "gazeta: { "),
    );
    project.write("content/articles/nacht.md", "---\ntitle: Die Nacht\n---\n[Es war dunkel](@eins).\n");
    fs::rename(project.path("content/facts/.s.yaml.swp"), project.path(SHEET)).unwrap();
    there("/claims/eins.html");
    let (status, head, _) = served.get("/claims/one.html");
    assert!(status == 404 && head.contains("X-Casebook-Nearest: claims/index.html"), "{head}");
    // A new folder with a file in it.
    project.write("content/facts/neu/tief/d.yaml", "dates: {anruf: {title: Der Anruf, date: 2024-02-19}}\n");
    there("/dates/anruf.html");
    fs::rename(project.path("content/facts/neu"), project.path("content/facts/alt")).unwrap();
    fs::remove_dir_all(project.path("content/facts/alt")).unwrap();
    let mut gone = |path: &str| {
        while served.get(path).0 != 404 {
            events.wait("pages");
        }
    };
    gone("/dates/anruf.html");
    // All of it taken away and put back, as by another branch.
    fs::rename(project.path("content"), project.path("weg")).unwrap();
    fs::rename(project.path("weg"), project.path("content")).unwrap();
    project.write("content/report.yaml", "title: Ein neuer Titel\n");
    served.wait_for(&mut events, "/", "Ein neuer Titel");
}

#[test]
fn the_next_port_is_taken_where_one_is_taken() {
    let project = report();
    let served = Served::of(&project);
    let mut program = Command::new(env!("CARGO_BIN_EXE_casebook"))
        .args(["serve", "--port", &served.port.to_string(), "--project"])
        .arg(project.path("."))
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut said = BufReader::new(program.stdout.take().unwrap());
    let (mut first, mut second) = (String::new(), String::new());
    said.read_line(&mut first).unwrap();
    said.read_line(&mut second).unwrap();
    program.kill().unwrap();
    program.wait().unwrap();
    assert_eq!(first.trim_end(), format!("port {} is taken", served.port));
    assert!(
        second.contains("http://127.0.0.1:") && !second.contains(&format!(":{}/", served.port)),
        "{second}"
    );
}
