//! Findings as SARIF 2.1.0, the format that platforms keep and compare findings in.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use rustc_hash::FxHashMap;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::Report;
use crate::diagnostic::{Excepted, Finding, Level};
use crate::text::{Place, Places};

/// What is told of a rule, beside its findings.
#[derive(Debug, Clone)]
pub struct RuleAbout {
    /// Its name.
    pub name: String,
    /// What it catches, in a sentence.
    pub catches: String,
    /// Its page, in Markdown, where it has one.
    pub page: Option<String>,
    /// What it is about, in a word or two.
    pub group: String,
    /// How much its findings weigh, if nothing else is said.
    pub level: Level,
}

/// All of it as one SARIF document, with a line break at the end. `rules` are those that were looked for; what an
/// exception silenced is a suppressed result.
///
/// # Panics
/// Never: JSON can write every value it is made of.
#[must_use]
pub fn sarif(report: &Report<'_>, rules: &[RuleAbout]) -> String {
    let index: FxHashMap<&str, usize> =
        rules.iter().enumerate().map(|(index, rule)| (rule.name.as_str(), index)).collect();
    let mut results = Results { report, index, places: Places::new(report.inputs), seen: BTreeMap::new() };
    let mut all: Vec<Value> = report.findings.iter().map(|finding| results.result(finding)).collect();
    for excepted in report.excepted.iter().filter(|excepted| excepted.level.is_none()) {
        all.push(results.suppressed(excepted));
    }
    let document = json!({
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": env!("CARGO_PKG_NAME"),
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": rules.iter().map(about).collect::<Vec<_>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "results": all,
        }],
    });
    serde_json::to_string_pretty(&document).expect("JSON can write words and numbers") + "\n"
}

fn about(rule: &RuleAbout) -> Value {
    let mut about = json!({
        "id": rule.name,
        "shortDescription": {"text": rule.catches},
        "defaultConfiguration": {"level": rule.level.word()},
        "properties": {"tags": [rule.group]},
    });
    if let Some(page) = &rule.page {
        about["help"] = json!({"text": page, "markdown": page});
    }
    about
}

struct Results<'r> {
    report: &'r Report<'r>,
    index: FxHashMap<&'r str, usize>,
    places: Places<'r>,
    /// How often a print was made so far, so that equal findings keep apart.
    seen: BTreeMap<String, u32>,
}

impl Results<'_> {
    fn result(&mut self, finding: &Finding) -> Value {
        let mut message = finding.message.clone();
        if !finding.label.is_empty() {
            let _ = write!(message, ": {}", finding.label);
        }
        if let Some(help) = &finding.help {
            let _ = write!(message, "\n\n{help}");
        }
        let mut result = json!({
            "ruleId": finding.rule,
            "level": finding.level.word(),
            "message": {"text": message},
            "locations": [{"physicalLocation": self.location(finding.place)}],
            "partialFingerprints": {"casebook/v1": self.fingerprint(finding)},
        });
        if let Some(index) = self.index.get(finding.rule) {
            result["ruleIndex"] = json!(index);
        }
        if let Some(entry) = &finding.entry {
            result["locations"][0]["logicalLocations"] = json!([{"name": entry}]);
        }
        if !finding.others.is_empty() {
            let others = finding.others.iter().enumerate();
            let others = others.map(|(id, (place, what))| {
                json!({"id": id, "message": {"text": what}, "physicalLocation": self.location(*place)})
            });
            result["relatedLocations"] = others.collect();
        }
        result
    }

    fn suppressed(&mut self, excepted: &Excepted) -> Value {
        let Excepted { finding, why, .. } = excepted;
        let beside = why.place.file == finding.place.file;
        let mut result = self.result(finding);
        result["suppressions"] = json!([{
            "kind": if beside { "inSource" } else { "external" },
            "status": "accepted",
            "justification": why.value,
            "location": {"physicalLocation": self.location(why.place)},
        }]);
        result
    }

    fn location(&mut self, place: Place) -> Value {
        let spot = self.places.spot(place);
        json!({
            "artifactLocation": {"uri": uri(&self.report.path(spot.path)), "uriBaseId": "%SRCROOT%"},
            "region": {
                "startLine": spot.start.line,
                "startColumn": spot.start.column,
                "endLine": spot.end.line,
                "endColumn": spot.end.column,
            },
        })
    }

    /// What makes this finding the same as one of yesterday's, wherever its line has moved: rule, file, entry and the
    /// words themselves, and which of several equal ones it is.
    fn fingerprint(&mut self, finding: &Finding) -> String {
        let spot = self.places.spot(finding.place);
        let words: Vec<&str> = self.places.words(finding.place).split_whitespace().collect();
        let entry = finding.entry.as_deref().unwrap_or_default();
        let mut hash = Sha256::new();
        for part in [finding.rule, spot.path, entry, &words.join(" ")] {
            hash.update(part);
            hash.update([0]);
        }
        let print = hash.finalize().iter().take(16).fold(String::new(), |mut print, byte| {
            let _ = write!(print, "{byte:02x}");
            print
        });
        let count = self.seen.entry(print.clone()).or_default();
        *count += 1;
        format!("{print}:{count}")
    }
}

/// A relative path as an address.
fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' | b'/' => {
                uri.push(byte.into());
            }
            _ => {
                let _ = write!(uri, "%{byte:02X}");
            }
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::uri;

    #[test]
    fn paths_become_addresses() {
        assert_eq!(
            uri("content/facts/Łódź 100 %.yaml"),
            "content/facts/%C5%81%C3%B3d%C5%BA%20100%20%25.yaml"
        );
    }
}
