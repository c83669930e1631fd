//! `data/since.js`: the newest changes, from which `static/reader.js` tells a reader what is new since their last visit,
//! with the words to say it in.

use serde_json::{Value, json};

use super::script::script;
use crate::speech::{Speech, told};
use crate::view::Since;

/// The address of the file, and its text.
pub(super) fn since(since: &Since, speech: &Speech) -> (String, String) {
    let changes: Vec<Value> = since
        .changes
        .iter()
        .map(|change| {
            let kind = told!(speech, "change-kind", kind = change.kind);
            let status = change.status.unwrap_or_default();
            let word =
                if status.is_empty() { String::new() } else { told!(speech, "status", status = status) };
            json!([change.mark, change.address, change.words, kind, status, word])
        })
        .collect();
    let standings = since.changes.iter().filter(|change| change.is_standing()).count();
    let counts = |most: usize, words: fn(&Speech, u32) -> String| -> Vec<String> {
        (1..).take(most).map(|count| words(speech, count)).collect()
    };
    let told = json!({
        "site": since.site,
        // Days as they are set in Europe, where English alone names no country.
        "spoken": if speech.language() == "en" { "en-GB" } else { speech.language() },
        "count": since.count,
        "changes": changes,
        "words": {
            "name": speech.say("since-name"),
            "line": told!(speech, "since-line", date = "%1", what = "%2"),
            "claims": counts(standings, |speech, count| told!(speech, "since-claims", count = count)),
            "corrections": counts(
                since.changes.len() - standings,
                |speech, count| told!(speech, "since-corrections", count = count),
            ),
            "older": speech.say("since-older"),
            "all": speech.say("since-all"),
            "nothing": told!(speech, "since-nothing", date = "%1"),
            "first": speech.say("since-first"),
            "kept": speech.say("since-kept"),
            "forget": speech.say("since-forget"),
            "off": speech.say("since-off"),
            "again": speech.say("since-again"),
        },
    });
    ("data/since.js".to_owned(), script("since", &told))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::Changed;

    fn changed(number: usize, status: Option<&'static str>) -> Changed {
        Changed {
            mark: format!("{number:08x}"),
            address: format!("claims/claim-{number}.html"),
            words: "ą".repeat(120),
            kind: if status.is_some() { "standing" } else { "update" },
            status,
        }
    }

    #[test]
    fn every_number_of_changes_there_can_be_has_its_words() {
        let changes = vec![changed(1, Some("disputed")), changed(2, None), changed(3, None)];
        let told = Since { site: "Łódź".to_owned(), count: 7, changes };
        let (address, text) = since(&told, Speech::english());
        assert_eq!(address, "data/since.js");
        let json = text.strip_prefix("casebook.take(\"since\",").unwrap().strip_suffix(")\n").unwrap();
        let json: Value = serde_json::from_str(json).unwrap();
        assert_eq!(
            (&json["site"], &json["count"], &json["spoken"]),
            (&json!("Łódź"), &json!(7), &json!("en-GB"))
        );
        let rest = |row: &Value| row.as_array().unwrap().iter().skip(3).cloned().collect::<Vec<_>>();
        assert_eq!(rest(&json["changes"][0]), ["change of standing", "disputed", "disputed"]);
        assert_eq!(rest(&json["changes"][1]), ["update", "", ""]);
        assert_eq!(json["words"]["claims"], json!(["one claim changed its standing"]));
        let two = ["one change in our own words", "two changes in our own words"];
        assert_eq!(json["words"]["corrections"], json!(two));
        assert_eq!(json["words"]["line"], "Since your last visit on %1: %2.");
    }

    #[test]
    fn a_hundred_changes_make_a_small_file() {
        let changes = (0..100).map(|number| changed(number, (number % 2 == 0).then_some("corroborated")));
        let told = Since { site: "Łódź".to_owned(), count: 9_000, changes: changes.collect() };
        let (_, text) = since(&told, Speech::english());
        assert!(text.len() < 45_000, "{}", text.len());
    }
}
