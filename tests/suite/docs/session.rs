//! Somebody who follows a page: types its commands in a folder of their own, writes its files, compares the answers.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use super::blocks::Block;

/// The day on which pages are followed, always the same: 24 November 2026.
const DAY: &str = "1795500000";

/// A folder, and where in it whoever follows the page is.
pub(super) struct Session {
    root: tempfile::TempDir,
    at: PathBuf,
    serving: Option<Serving>,
}

/// `casebook serve`, left running.
struct Serving {
    program: Child,
    port: u16,
}

impl Drop for Serving {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

impl Session {
    /// In an empty folder.
    pub(super) fn new() -> Self {
        let root = tempfile::tempdir().unwrap();
        Self { at: root.path().to_path_buf(), root, serving: None }
    }

    /// Does what a block says.
    ///
    /// # Panics
    /// If what comes back is not what the page shows.
    pub(super) fn follow(&mut self, block: &Block) {
        match (&*block.language, &block.file) {
            ("console", _) => self.type_in(block),
            ("diff", Some(file)) => self.change(block, file),
            (_, Some(file)) if block.adds => {
                let gap = if block.text.starts_with(' ') { "\n" } else { "" };
                let text = format!("{}{gap}{}", self.read(file), block.text);
                self.write(file, &text);
            }
            (_, Some(file)) => self.write(file, &block.text),
            // An aside: it is tried by itself, in `snippets`.
            ("yaml" | "sh" | "html" | "", None) => {}
            _ => panic!("{}: the paragraph before this block does not say which file it is", block.place),
        }
    }

    /// A file, as it stands.
    pub(super) fn read(&self, file: &str) -> String {
        fs::read_to_string(self.at.join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
    }

    /// Writes a file, and the folders above it.
    pub(super) fn write(&self, file: &str, text: &str) {
        self.write_bytes(file, text.as_bytes());
    }

    /// Writes a file that need not be text.
    pub(super) fn write_bytes(&self, file: &str, bytes: &[u8]) {
        let path = self.at.join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    /// Types commands, and compares what they answer.
    fn type_in(&mut self, block: &Block) {
        let Some(commands) = block.text.strip_prefix("$ ") else {
            panic!("{}: begin with a command, behind `$ `", block.place)
        };
        for command in commands.split("\n$ ") {
            let (command, shown) = command.split_once('\n').unwrap_or((command, ""));
            let said = match command.split_once(' ') {
                Some(("cd", folder)) => {
                    self.go_to(folder);
                    String::new()
                }
                _ if command == "casebook serve" => self.serve(),
                _ => {
                    let (code, said) = self.run(command);
                    let fails = ["error[", "not as recorded", "casebook: "];
                    let fails = fails.iter().any(|mark| shown.contains(mark));
                    assert_eq!(code != 0, fails, "{}: `{command}` ended with {code}:\n{said}", block.place);
                    said
                }
            };
            assert!(
                is_as_shown(&said, shown),
                "{}: `{command}` answers\n\n{said}\nand the page shows\n\n{shown}",
                block.place
            );
        }
    }

    /// Goes into a folder.
    pub(super) fn go_to(&mut self, folder: &str) {
        self.at.push(folder);
        assert!(self.at.is_dir(), "there is no folder {folder}");
    }

    /// Runs a command as it is typed, on a day that is always the same.
    pub(super) fn run(&self, command: &str) -> (i32, String) {
        let program = Path::new(env!("CARGO_BIN_EXE_casebook"));
        let path = std::env::join_paths(
            std::iter::once(program.parent().unwrap().to_path_buf())
                .chain(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default())),
        );
        let output = Command::new("sh")
            .args(["-c", command])
            .current_dir(&self.at)
            .env("PATH", path.unwrap())
            .env("HOME", self.root.path())
            .env("SOURCE_DATE_EPOCH", DAY)
            .output()
            .unwrap();
        let words = |bytes| String::from_utf8(bytes).unwrap();
        (output.status.code().unwrap_or(-1), words(output.stdout) + &words(output.stderr))
    }

    /// Starts to serve, on a port that is free, and tells it as on the usual one.
    pub(super) fn serve(&mut self) -> String {
        let mut program = Command::new(env!("CARGO_BIN_EXE_casebook"))
            .args(["serve", "--port", "0"])
            .current_dir(&self.at)
            .env("SOURCE_DATE_EPOCH", DAY)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut first = String::new();
        let mut said = BufReader::new(program.stdout.take().unwrap());
        said.read_line(&mut first).unwrap();
        // What it says later goes nowhere; unread, it would hold the program up.
        std::thread::spawn(move || std::io::copy(&mut said, &mut std::io::sink()));
        let port = first.split(':').nth(2).and_then(|rest| rest.split('/').next()).unwrap();
        let usual = first.replace(port, "4000");
        self.serving = Some(Serving { program, port: port.parse().unwrap() });
        usual
    }

    /// A page of the report as it is served, as soon as it is there.
    pub(super) fn served(&self, address: &str) -> String {
        let port = self.serving.as_ref().expect("the page says to serve").port;
        // A save is shown a moment later; whoever waits looks again.
        let began = Instant::now();
        while began.elapsed() < Duration::from_mins(1) {
            let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
            write!(stream, "GET {address} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n")
                .unwrap();
            let mut answer = String::new();
            stream.read_to_string(&mut answer).unwrap();
            if answer.starts_with("HTTP/1.1 200") {
                return answer;
            }
            std::thread::yield_now();
        }
        panic!("{address} is not served")
    }

    /// Takes the lines marked `-` out of a file and puts those marked `+` in their place.
    fn change(&self, block: &Block, file: &str) {
        let lines = |mark: char| {
            let lines = block.text.lines().filter(move |line| line.starts_with([' ', mark]));
            lines.flat_map(|line| [&line[1..], "\n"]).collect::<String>()
        };
        let (old, new) = (lines('-'), lines('+'));
        let text = format!("\n{}", self.read(file));
        let (old, new) = (format!("\n{old}"), format!("\n{new}"));
        assert_eq!(text.matches(&old).count(), 1, "{}: {file} has not these lines once:{old}", block.place);
        self.write(file, &text.replacen(&old, &new, 1)[1..]);
    }
}

/// Whether an answer is what a page shows; `…` stands for any words, on a line of its own for any lines.
pub(super) fn is_as_shown(said: &str, shown: &str) -> bool {
    let lines = |text: &str| text.trim().lines().map(|line| line.trim_end().to_owned()).collect::<Vec<_>>();
    fits(&lines(said), &lines(shown))
}

fn fits(said: &[String], shown: &[String]) -> bool {
    match (said, shown) {
        (_, []) => said.is_empty(),
        (_, [first, rest @ ..]) if first == "…" => (0..=said.len()).any(|from| fits(&said[from..], rest)),
        ([], _) => false,
        ([said, more @ ..], [shown, rest @ ..]) => is_line(said, shown) && fits(more, rest),
    }
}

fn is_line(said: &str, shown: &str) -> bool {
    if said == shown {
        return true;
    }
    let Some((before, after)) = shown.split_once('…') else { return false };
    let Some(rest) = said.strip_prefix(before) else { return false };
    rest.char_indices().map(|(at, _)| at).chain([rest.len()]).any(|at| is_line(&rest[at..], after))
}
