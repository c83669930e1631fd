//! A web server for one reader: whoever writes the report. It listens on this machine alone, answers those alone who
//! ask for it by that name, and gives nothing but what it is told to give.
//!
//! It knows HTTP, and nothing of reports: what is at an address it is told by a [`Host`].

mod asked;
mod live;

use std::io::{self, Write};
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex};

use tiny_http::{Header, Request, Response, Server};

pub use asked::{Asked, Refusal};
pub use live::with_script;

/// What is at an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// A file.
    Found {
        /// Its kind, as browsers are told.
        kind: &'static str,
        /// All of it.
        bytes: Vec<u8>,
    },
    /// Nothing; a page that says so, and the address of what is nearest.
    Missing {
        /// The page that says so.
        page: Vec<u8>,
        /// Where whoever was there may go on.
        nearest: String,
    },
    /// It is elsewhere.
    Moved(String),
}

/// Whoever knows what is at an address.
pub trait Host: Sync {
    /// What is there; an address has no `/` at its beginning.
    fn answer(&self, address: &str) -> Answer;
}

/// What our own files stand under: no file of a site has such an address.
pub const OWN: &str = "~casebook/";

/// The kind of a file, by the end of its name, or by that end alone.
#[must_use]
pub fn kind_of(address: &str) -> &'static str {
    match address.rsplit('.').next().unwrap_or_default().to_ascii_lowercase().as_str() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "xml" => "application/xml",
        "ics" => "text/calendar; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "txt" | "md" | "bib" => "text/plain; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "gif" => "image/gif",
        "avif" => "image/avif",
        "woff2" => "font/woff2",
        "pdf" => "application/pdf",
        _ => "application/octet-stream",
    }
}

/// Those who have a page open, and are told when something changes.
#[derive(Debug, Clone, Default)]
pub struct Readers(Arc<Mutex<Vec<Reader>>>);

struct Reader(Box<dyn Write + Send>);

impl std::fmt::Debug for Reader {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.write_str("Reader")
    }
}

impl Readers {
    /// Tells all of them; who has gone away is forgotten.
    pub fn tell(&self, event: &str, data: &str) {
        let text = format!("event: {event}\ndata: {data}\n\n");
        if let Ok(mut readers) = self.0.lock() {
            readers.retain_mut(|Reader(to)| to.write_all(text.as_bytes()).and_then(|()| to.flush()).is_ok());
        }
    }

    /// Keeps the line of one who asked to be told (Server-Sent Events, as HTML has them).
    fn take(&self, request: Request) {
        let mut to = request.into_writer();
        let head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\nConnection: keep-alive\r\n\r\nretry: 500\n\nevent: here\ndata: {}\n\n";
        if to.write_all(head.as_bytes()).and_then(|()| to.flush()).is_ok()
            && let Ok(mut readers) = self.0.lock()
        {
            readers.push(Reader(to));
        }
    }
}

/// A server that listens.
#[derive(Clone)]
pub struct Listening {
    server: Arc<Server>,
    port: u16,
}

impl std::fmt::Debug for Listening {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(to, "Listening({})", self.port)
    }
}

/// How many ports are tried, one after the other, if some are taken.
const PORTS: u16 = 100;

impl Listening {
    /// On this machine alone, at a port or the next that is free; at any for 0.
    ///
    /// # Errors
    /// If none is free.
    pub fn on(port: u16) -> io::Result<Self> {
        let last = port.saturating_add(if port == 0 { 0 } else { PORTS });
        let mut failed = None;
        for port in port..=last {
            match Server::http(SocketAddr::from((Ipv4Addr::LOCALHOST, port))) {
                Ok(server) => {
                    let port = server.server_addr().to_ip().map_or(port, |address| address.port());
                    return Ok(Self { server: Arc::new(server), port });
                }
                Err(error) => failed = Some(error),
            }
        }
        Err(failed.map_or_else(|| io::Error::other("no port"), |error| io::Error::other(error.to_string())))
    }

    /// The port it listens on.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Answers one request after the other, for ever. From any number of threads.
    pub fn answer(&self, host: &dyn Host, readers: &Readers) {
        while let Ok(request) = self.server.recv() {
            self.one(request, host, readers);
        }
    }

    fn one(&self, request: Request, host: &dyn Host, readers: &Readers) {
        let named = request.headers().iter().find(|header| header.field.equiv("Host"));
        let method = request.method().to_string();
        let asked = Asked::of(&method, request.url(), named.map(|header| header.value.as_str()), self.port);
        let response = match asked {
            Ok(Asked { address }) if address == format!("{OWN}events") => return readers.take(request),
            Ok(Asked { address }) => match live::own(&address).unwrap_or_else(|| host.answer(&address)) {
                Answer::Found { kind, bytes } => with(200, kind, bytes),
                Answer::Missing { page, nearest } => {
                    told(with(404, kind_of("html"), page), "X-Casebook-Nearest", &nearest)
                }
                Answer::Moved(to) => told(with(302, kind_of("txt"), Vec::new()), "Location", &to),
            },
            Err(refusal) => {
                let (status, why) = refusal.said();
                with(status, "text/plain; charset=utf-8", why.into())
            }
        };
        // Whoever went away has no answer to read.
        let _ = request.respond(response);
    }
}

fn with(status: u16, kind: &str, bytes: Vec<u8>) -> Response<io::Cursor<Vec<u8>>> {
    let response = Response::from_data(bytes).with_status_code(status);
    let response = told(response, "Content-Type", kind);
    let response = told(response, "Cache-Control", "no-store");
    let response = told(response, "X-Content-Type-Options", "nosniff");
    told(response, "Cross-Origin-Resource-Policy", "same-origin")
}

/// With a header; without, where the value cannot be one.
fn told<R: io::Read>(response: Response<R>, name: &str, value: &str) -> Response<R> {
    match Header::from_bytes(name, value) {
        Ok(header) => response.with_header(header),
        Err(()) => response,
    }
}
