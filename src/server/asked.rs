//! What is asked for, and whether it may be: plain functions over the words of a request.

/// An address that may be looked up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Without the `/` at its beginning, decoded, and with `index.html` where a folder is meant.
    pub address: String,
}

/// Why something is not answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Another site's page asks, under a name of its own that leads here.
    Host,
    /// Something else than to read.
    Method,
    /// It is no address.
    Address,
}

impl Refusal {
    /// The status (RFC 9110), and a sentence.
    pub(super) fn said(self) -> (u16, &'static str) {
        match self {
            Self::Host => (403, "casebook answers to localhost and 127.0.0.1 alone\n"),
            Self::Method => (405, "casebook is here to be read\n"),
            Self::Address => (400, "this is no address\n"),
        }
    }
}

impl Asked {
    /// What a request asks for.
    pub(super) fn of(method: &str, url: &str, host: Option<&str>, port: u16) -> Result<Self, Refusal> {
        if !host.is_some_and(|host| is_ours(host, port)) {
            return Err(Refusal::Host);
        }
        if !matches!(method, "GET" | "HEAD") {
            return Err(Refusal::Method);
        }
        let path = url.split(['?', '#']).next().unwrap_or_default();
        let path = path.strip_prefix('/').ok_or(Refusal::Address)?;
        let address = decoded(path).ok_or(Refusal::Address)?;
        let is_part = |part: &str| part != ".." && part != ".";
        let is_plain = !address.contains(['\\', '\0']) && address.split('/').all(is_part);
        if !is_plain || address.starts_with('/') || address.contains("//") {
            return Err(Refusal::Address);
        }
        let folder = address.is_empty() || address.ends_with('/');
        Ok(Self { address: if folder { address + "index.html" } else { address } })
    }
}

/// Whether a name is one of this machine's own, so that no page of another site can ask in a reader's name.
fn is_ours(host: &str, port: u16) -> bool {
    let (name, asked) = match host.rsplit_once(':') {
        Some((name, digits)) if digits.bytes().all(|byte| byte.is_ascii_digit()) => {
            (name, digits.parse().ok())
        }
        _ => (host, Some(80)),
    };
    let named = ["localhost", "127.0.0.1", "[::1]"].iter().any(|own| own.eq_ignore_ascii_case(name));
    named && asked == Some(port)
}

/// Without `%C5%81`; nothing where what comes out is no text.
fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let mut digit = || char::from(rest.next()?).to_digit(16);
            let (high, low) = (digit()?, digit()?);
            bytes.push(u8::try_from(high * 16 + low).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::{Asked, Refusal};

    fn asked(url: &str) -> Result<String, Refusal> {
        Asked::of("GET", url, Some("localhost:4000"), 4000).map(|asked| asked.address)
    }

    #[test]
    fn an_address_is_decoded_and_leads_nowhere_else() {
        assert_eq!(asked("/").unwrap(), "index.html");
        assert_eq!(asked("/claims/?q=1").unwrap(), "claims/index.html");
        assert_eq!(asked("/media/Gr%C3%A4fe%201.jpg").unwrap(), "media/Gräfe 1.jpg");
        for url in [
            "/../etc/passwd",
            "/a/%2e%2e/b",
            "/a/..%2fb",
            "/%2fetc",
            "//etc",
            "/a%5c..%5cb",
            "/a%00",
            "/%ff",
            "/%2",
            "etc",
        ] {
            assert_eq!(asked(url), Err(Refusal::Address), "{url}");
        }
    }

    #[test]
    fn only_this_machine_s_own_names_are_answered() {
        for (host, may) in [
            (Some("localhost:4000"), true),
            (Some("127.0.0.1:4000"), true),
            (Some("[::1]:4000"), true),
            (Some("LOCALHOST:4000"), true),
            (Some("localhost:4001"), false),
            (Some("localhost"), false),
            (Some("evil.example:4000"), false),
            (Some("127.0.0.1.evil.example:4000"), false),
            (Some(""), false),
            (None, false),
        ] {
            assert_eq!(Asked::of("GET", "/", host, 4000).is_ok(), may, "{host:?}");
        }
        assert_eq!(Asked::of("POST", "/", Some("localhost:4000"), 4000), Err(Refusal::Method));
    }
}
