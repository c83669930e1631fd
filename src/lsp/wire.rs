//! Messages as they go over the wire: a head with a length, and JSON.

use std::io::{self, BufRead, Read as _, Write};

use lsp_server::{ErrorCode, Message};
use serde_json::{Value, json};

/// A message above this is none: nobody types so much.
const LARGEST: usize = 256 << 20;

/// What came in.
#[derive(Debug)]
pub(super) enum Incoming {
    /// A message.
    Message(Message),
    /// Something that is none, and the answer to it.
    Refused(Outgoing),
}

/// What goes out.
#[derive(Debug)]
pub(super) enum Outgoing {
    /// A message.
    Message(Message),
    /// That what came in is no message. Its id is `null` where it has none.
    Refusal {
        /// The id of what is refused.
        id: Value,
        /// Why, as a number.
        code: ErrorCode,
        /// Why, in words.
        why: String,
    },
}

/// The next message; nothing at the end.
///
/// # Errors
/// If what comes in has no head, so that nobody knows where the next message begins, or the pipe breaks.
pub(super) fn read(input: &mut dyn BufRead) -> io::Result<Option<Incoming>> {
    let Some(length) = head(input)? else { return Ok(None) };
    let mut body = Vec::new();
    input.take(length as u64).read_to_end(&mut body)?;
    if body.len() < length {
        return Ok(None);
    }
    let refusal = |id, code, why: &str| {
        Ok(Some(Incoming::Refused(Outgoing::Refusal { id, code, why: why.to_owned() })))
    };
    let value: Value = match serde_json::from_slice(&body) {
        Ok(value) => value,
        Err(error) => {
            return refusal(Value::Null, ErrorCode::ParseError, &format!("this is no JSON: {error}"));
        }
    };
    let id = value.get("id").cloned();
    match serde_json::from_value(value) {
        // With an id that is neither a number nor words, it would be taken for a notification, and wait for ever.
        Ok(Message::Notification(_)) if id.is_some() => refusal(
            id.unwrap_or_default(),
            ErrorCode::InvalidRequest,
            "this `id` is neither a number nor words",
        ),
        Ok(message) => Ok(Some(Incoming::Message(message))),
        Err(_) => {
            let why = "this is neither a request, a response nor a notification";
            refusal(id.unwrap_or_default(), ErrorCode::InvalidRequest, why)
        }
    }
}

/// Reads a head up to its empty line; the length it gives, or nothing at the end.
fn head(input: &mut dyn BufRead) -> io::Result<Option<usize>> {
    let failed = |why: &str| io::Error::new(io::ErrorKind::InvalidData, why.to_owned());
    let mut length = None;
    loop {
        let mut line = String::new();
        if input.take(4096).read_line(&mut line)? == 0 {
            return Ok(None);
        }
        let line = line.trim_end_matches(['\r', '\n']);
        if line.is_empty() {
            break;
        }
        let Some((name, value)) = line.split_once(':') else {
            return Err(failed("a head of a message has lines `Name: value`"));
        };
        if name.eq_ignore_ascii_case("Content-Length") {
            length = value.trim().parse::<usize>().ok().filter(|length| *length <= LARGEST);
        }
    }
    length.map(Some).ok_or_else(|| failed("a message has no `Content-Length` that can be read"))
}

/// Writes a message.
///
/// # Errors
/// If nobody takes it.
pub(super) fn write(out: &mut dyn Write, outgoing: Outgoing) -> io::Result<()> {
    match outgoing {
        Outgoing::Message(message) => message.write(&mut &mut *out)?,
        Outgoing::Refusal { id, code, why } => {
            let error = json!({ "code": code as i32, "message": why });
            let body = json!({ "jsonrpc": "2.0", "id": id, "error": error }).to_string();
            write!(out, "Content-Length: {}\r\n\r\n{body}", body.len())?;
        }
    }
    out.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(text: &str) -> io::Result<Option<Incoming>> {
        read(&mut text.as_bytes())
    }

    fn framed(body: &str) -> String {
        format!("content-length: {}\r\nContent-Type: x\r\n\r\n{body}", body.len())
    }

    #[test]
    fn messages_are_read_by_their_length_in_bytes() {
        let body = r#"{"jsonrpc":"2.0","id":"ł","method":"x","params":{"text":"😀"}}"#;
        let read = first(&framed(body)).unwrap().unwrap();
        assert!(matches!(read, Incoming::Message(Message::Request(request)) if request.method == "x"));
        assert!(first("").unwrap().is_none());
        assert!(first("Content-Length: 10\r\n\r\n{}").unwrap().is_none(), "cut short");
    }

    #[test]
    fn what_is_no_message_is_answered() {
        let refused = |body: &str| match first(&framed(body)).unwrap().unwrap() {
            Incoming::Refused(Outgoing::Refusal { id, code, .. }) => (id, code as i32),
            other => panic!("{other:?}"),
        };
        assert_eq!(refused("{"), (Value::Null, -32700));
        assert_eq!(refused("[]"), (Value::Null, -32600));
        assert_eq!(refused(r#"{"id":1.5,"method":"x"}"#), (json!(1.5), -32600));
        assert!(first("no head\r\n\r\n").is_err());
        assert!(first("Content-Length: many\r\n\r\n").is_err());
    }
}
