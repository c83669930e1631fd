//! What a program reads back.

use serde_json::Value;

use super::*;
use crate::text::{Input, Inputs};

const SHEET: &str = "
people:
  frank-graefe:
    name: Frank Gräfe
    also: [Frank Graefe]
    roles: [{title: Generał brygady, organisation: luftwaffe, from: '2023', until: ..}]
    speaks_for: luftwaffe
    notes: geheime Notiz
organisations:
  luftwaffe: {name: Luftwaffe, kind: armed force, country: DE}
sources:
  spiegel: {name: Der Spiegel, kind: magazine, url: https://www.spiegel.de}
  insider:
    name: Jörg Müller
    also: [J. M.]
    kind: officer
    country: DE
    part_of: luftwaffe
    summary: Sitzt im Ausschuss.
    counts_with: [luftwaffe]
    confidential: {described_as: A person briefed on the inquiry, reason: Fears dismissal., approved_by: Desk}
documents:
  report: {title: 'Bericht „Leck“', type: article, source: spiegel, language: de, published: 2024-03-12, authors: [frank-graefe, Łukasz Nowak]}
dates:
  call: {title: Telefonat, date: 2024-02-19~, people: [frank-graefe], unnamed: 2, place: {name: Singapur, country: SG, lat: 1.29, lon: 103.85}}
claims:
  line:
    text: Gräfe used an open line.
    status: reported
    about: [call, frank-graefe]
    evidence: [{document: report, said_by: insider, via: [spiegel], quote: „offen“, at: S. 4}]
    history:
      - {date: 2024-03-01, status: unverified, why: Erste Meldung.}
      - {date: 2024-03-11, status: reported}
  hotel:
    text: Er saß im Hotel.
    status: unverified
    since: '[2024-03-05..2024-03-09]'
    evidence: [{document: report}]
  secret: {text: Geheim., status: unverified, draft: true, evidence: [{document: report}]}
";

fn files() -> Vec<DataFile> {
    let file = |path: &str, text: &str| Input { path: path.into(), text: text.into() };
    let inputs = Inputs::new(
        vec![
            file("content/report.yaml", "title: Wyciek\nlanguage: pl\n"),
            file("content/facts/a.yaml", SHEET),
            file(
                "content/articles/lage.md",
                "---\ntitle: Die Lage\nlang: de\n---\n[Offen](@line) und [](@hotel), [@line].\n",
            ),
        ],
        std::collections::BTreeMap::new(),
    );
    let (drafts, _) = crate::load::load(&inputs);
    let (record, _) = crate::link::link(&drafts, &inputs, jiff::Timestamp::UNIX_EPOCH);
    data(&crate::publish::publish(record, Vec::new()))
}

fn read(name: &str) -> Value {
    let files = files();
    let (_, bytes) = files.iter().find(|(address, _)| *address == name).expect("the file is written");
    serde_json::from_slice(bytes).expect("it is JSON")
}

fn row(name: &str, id: &str) -> Value {
    let rows = read(name);
    rows.as_array().unwrap().iter().find(|row| row["id"] == id).expect("the row is there").clone()
}

#[test]
fn a_claim_tells_its_evidence_and_how_its_origins_were_counted() {
    let claim = row("data/claims.json", "line");
    assert_eq!(claim["url"], "claims/line.html");
    assert_eq!(claim["status"], "reported");
    assert_eq!(claim["kind"], "occurrence");
    assert_eq!(claim["date"], "2024-02-19~", "that of the one date it is about, as typed");
    assert_eq!(claim["about"], serde_json::json!(["call", "frank-graefe"]));
    assert_eq!(claim["origins"], 1);
    assert_eq!(claim["ways"], 1);
    let evidence = &claim["evidence"][0];
    assert_eq!(evidence["document"], "report");
    assert_eq!(evidence["said_by"], "insider");
    assert_eq!(evidence["via"], serde_json::json!(["spiegel"]));
    assert_eq!(evidence["quote"], "„offen“");
    assert_eq!(evidence["language"], "de");
    let group = &claim["counted"][0];
    assert_eq!(group["speakers"], serde_json::json!(["insider"]));
    assert_eq!(group["evidence"], serde_json::json!([0]));
    assert!(group["why"].is_string() && group["counts"].is_number(), "{group}");
    assert_eq!(claim["history"][0]["why"], "Erste Meldung.");
}

#[test]
fn a_confidential_source_is_told_by_its_description_alone() {
    let source = row("data/sources.json", "insider");
    assert_eq!(source["name"], Value::Null);
    assert_eq!(source["confidential"]["described_as"], "A person briefed on the inquiry");
    assert_eq!((&source["country"], &source["kind"]), (&Value::Null, &Value::Null));
    for (address, bytes) in files() {
        let text = String::from_utf8(bytes).unwrap();
        for secret in ["Müller", "J. M.", "Ausschuss", "Notiz", "Desk", "Geheim", "\"secret\",\"url\""] {
            assert!(!text.contains(secret), "{address} tells `{secret}`");
        }
    }
}

#[test]
fn people_documents_dates_and_articles_refer_to_each_other_by_id() {
    let person = row("data/people.json", "frank-graefe");
    assert_eq!(person["name"], "Frank Gräfe");
    assert_eq!(person["roles"][0]["organisation"], "luftwaffe");
    assert_eq!(person["roles"][0]["until"], "..");
    assert_eq!(person["speaks_for"][0]["organisation"], "luftwaffe");
    let document = row("data/documents.json", "report");
    assert_eq!(document["type"], "article");
    assert_eq!(document["authors"][0]["id"], "frank-graefe");
    assert_eq!(document["authors"][1]["name"], "Łukasz Nowak");
    let date = row("data/dates.json", "call");
    assert_eq!((&date["unnamed"], &date["place"]["lat"]), (&Value::from(2), &Value::from(1.29)));
    let article = row("data/articles.json", "lage");
    assert_eq!(article["language"], "de");
    assert_eq!(article["claims"], serde_json::json!(["line", "hotel"]));
    assert_eq!(row("data/sources.json", "spiegel")["web"], "https://www.spiegel.de");
    assert_eq!(row("data/organisations.json", "luftwaffe")["country"], "DE");
}

#[test]
fn each_day_tells_what_changed_and_how_all_claims_stood() {
    let days = read("data/as-known.json");
    let dates: Vec<_> = days.as_array().unwrap().iter().map(|day| day["date"].as_str().unwrap()).collect();
    assert_eq!(dates, ["2024-03-01", "2024-03-09", "2024-03-11"]);
    let first = serde_json::json!(
        [{"claim": "line", "status": "unverified", "before": null, "why": "Erste Meldung.", "exact": true}]
    );
    assert_eq!(days[0]["changes"], first);
    assert_eq!(days[0]["totals"]["unverified"], 1);
    assert_eq!(days[1]["url"], Value::Null, "nobody knows whether it was that day");
    assert_eq!(days[1]["changes"][0]["exact"], false);
    assert_eq!(days[1]["totals"]["unverified"], 2);
    assert_eq!(days[2]["url"], "as-known/2024-03-11.html");
    assert_eq!(days[2]["changes"][0]["before"], "unverified");
    assert_eq!((&days[2]["totals"]["unverified"], &days[2]["totals"]["reported"]), (&1.into(), &1.into()));
}

#[test]
fn an_empty_report_is_an_empty_array() {
    assert_eq!(array(std::iter::empty::<u32>()), b"[\n]\n");
    let whole = array([1, 2].into_iter());
    assert_eq!(whole, b"[\n1,\n2\n]\n");
}

fn table(name: &str) -> Vec<Vec<String>> {
    let files = files();
    let (_, bytes) = files.iter().find(|(address, _)| *address == name).expect("the table is written");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes.as_slice());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

#[test]
fn tables_hold_what_the_json_holds() {
    let json = read("data/claims.json");
    let claims = table("data/claims.csv");
    assert_eq!(claims.len() - 1, json.as_array().unwrap().len());
    let column = |table: &[Vec<String>], name: &str| table[0].iter().position(|head| head == name).unwrap();
    let line = claims.iter().find(|row| row[0] == "line").unwrap();
    assert_eq!(line[column(&claims, "about")], "call; frank-graefe");
    assert_eq!(line[column(&claims, "origins")], "1");
    assert_eq!(line[column(&claims, "hedge")], "");
    let evidence = table("data/claims-evidence.csv");
    let quote = column(&evidence, "quote");
    let row = evidence.iter().find(|row| row[0] == "line").unwrap();
    assert_eq!((row[1].as_str(), row[quote].as_str()), ("0", "„offen“"));
    let pieces: usize =
        json.as_array().unwrap().iter().map(|claim| claim["evidence"].as_array().unwrap().len()).sum();
    assert_eq!(evidence.len() - 1, pieces);
    let documents = table("data/documents.csv");
    assert!(documents[0].iter().any(|head| head == "archive_sha256"), "a row within a row");
}

#[test]
fn the_package_tells_every_table_and_column() {
    let package = read("data/datapackage.json");
    let files = files();
    let told: Vec<&str> =
        package["resources"].as_array().unwrap().iter().map(|one| one["path"].as_str().unwrap()).collect();
    let there = files.iter().filter_map(|(address, _)| address.strip_prefix("data/"));
    for file in there.filter(|name| *name != "datapackage.json") {
        assert!(told.contains(&file), "{file}");
    }
    for resource in package["resources"].as_array().unwrap().iter().filter(|one| one["format"] == "csv") {
        let heads = table(&format!("data/{}", resource["path"].as_str().unwrap())).remove(0);
        let fields = resource["schema"]["fields"].as_array().unwrap();
        let names: Vec<&str> = fields.iter().map(|field| field["name"].as_str().unwrap()).collect();
        assert_eq!(heads, names, "{}", resource["path"]);
        assert!(
            fields.iter().all(|field| field["description"].as_str().is_some_and(|words| words.len() > 3))
        );
    }
}
