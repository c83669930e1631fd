//! Findings as workflow commands, which GitHub shows as annotations beside the lines of a pull request.

use std::fmt::Write as _;

use super::Report;
use crate::diagnostic::Level;
use crate::text::Places;

/// One line for each finding. Empty where there are none.
#[must_use]
pub fn github(report: &Report<'_>) -> String {
    let mut places = Places::new(report.inputs);
    let mut text = String::new();
    for finding in report.findings {
        let command = match finding.level {
            Level::Error => "error",
            Level::Warning => "warning",
            Level::Note => "notice",
        };
        let spot = places.spot(finding.place);
        let (file, title) = (property(&report.path(spot.path)), property(finding.rule));
        let _ = write!(text, "::{command} file={file},line={}", spot.start.line);
        // Columns can be told only of a place on one line.
        if spot.start.line == spot.end.line {
            let _ = write!(text, ",col={},endColumn={}", spot.start.column, spot.end.column);
        } else {
            let _ = write!(text, ",endLine={}", spot.end.line);
        }
        let mut message = finding.message.clone();
        if !finding.label.is_empty() {
            let _ = write!(message, ": {}", finding.label);
        }
        for (place, what) in &finding.others {
            let spot = places.spot(*place);
            let _ = write!(
                message,
                "\n{what}: {}:{}:{}",
                report.path(spot.path),
                spot.start.line,
                spot.start.column
            );
        }
        if let Some(help) = &finding.help {
            let _ = write!(message, "\nhelp: {help}");
        }
        let _ = writeln!(text, ",title={title}::{}", data(&message));
    }
    text
}

/// A message, in which a line may not end.
fn data(words: &str) -> String {
    words.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A property's value, which ends at a comma, and the properties at a colon.
fn property(words: &str) -> String {
    data(words).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::github;
    use crate::diagnostic::Finding;
    use crate::report::Report;
    use crate::text::{Input, Inputs, Place, Span};

    #[test]
    fn what_would_end_a_line_or_a_property_is_escaped() {
        let path = "content/facts/100 %, Łódź: eins.yaml";
        let inputs =
            Inputs::new(vec![Input { path: path.into(), text: "änne: x\nb: c\n".into() }], BTreeMap::new());
        let file = inputs.find(path).unwrap();
        let place = |start, end| Place { file, span: Span::new(start, end) };
        let findings = [
            Finding::error("bad-id", place(0, 5), "100 %:\nnever, ever\r").help("mend it"),
            Finding::note("one-way", place(7, 10), "two lines").also(place(0, 1), "first, here"),
        ];
        let report = Report { findings: &findings, excepted: &[], inputs: &inputs, folder: "the leak" };
        let file = "the leak/content/facts/100 %25%2C Łódź%3A eins.yaml";
        assert_eq!(
            github(&report),
            format!(
                "::error file={file},line=1,col=1,endColumn=5,title=bad-id::100 %25:%0Anever, ever%0D%0Ahelp: mend it\n\
                 ::notice file={file},line=1,endLine=2,title=one-way::two lines%0Afirst, here: the leak/content/facts/100 %25, Łódź: eins.yaml:1:1\n"
            )
        );
    }
}
