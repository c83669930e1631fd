//! `data/datapackage.json`: what is in the tables, for programs (Frictionless Data Package, version 1), and the same as
//! a page of the docs.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::KINDS;
use super::row::Holds;
use super::tables::{Field, Table};
use crate::model::Report;

/// The package of a report.
pub(super) fn package(report: &Report) -> Vec<u8> {
    let tables = KINDS.tables();
    let resources = tables.iter().map(resource).chain(KINDS.0.iter().map(|(kind, about, ..)| {
        json!({
            "name": format!("{kind}-json"),
            "path": format!("{kind}.json"),
            "format": "json",
            "mediatype": "application/json",
            "encoding": "utf-8",
            "description": format!("{about} The same as the tables, with lists within rows."),
        })
    }));
    let mut package = json!({
        "profile": "data-package",
        "name": "casebook-report",
        "title": report.title,
        "resources": resources.collect::<Vec<_>>(),
    });
    if let Some(summary) = &report.summary {
        package["description"] = summary.as_str().into();
    }
    if let Some(base_url) = &report.base_url {
        package["homepage"] = base_url.as_str().into();
        package["id"] = format!("{base_url}data/datapackage.json").into();
    }
    if let Some(licence) = &report.licence {
        package["licenses"] = json!([{"name": licence}]);
    }
    if let Some(publisher) = &report.publisher.name {
        package["contributors"] = json!([{"title": publisher, "role": "publisher"}]);
    }
    let mut bytes = serde_json::to_vec_pretty(&package).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

fn resource(table: &Table) -> Value {
    let fields: Vec<Value> = table.fields.iter().map(field).collect();
    let first =
        |count: usize| table.fields.iter().take(count).map(|field| field.name.as_str()).collect::<Vec<_>>();
    let (key, references) = match table.within {
        None => (vec![KINDS.key(&table.name)], Vec::new()),
        Some((kind, _)) => {
            let reference = json!({
                "fields": first(1),
                "reference": {"resource": kind, "fields": [KINDS.key(kind)]},
            });
            (first(2), vec![reference])
        }
    };
    let mut schema = json!({"fields": fields, "primaryKey": key});
    if !references.is_empty() {
        schema["foreignKeys"] = references.into();
    }
    json!({
        "name": table.name,
        "path": format!("{}.csv", table.name),
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "description": table.about.trim(),
        "schema": schema,
    })
}

fn field(field: &Field) -> Value {
    let mut told = json!({"name": field.name, "type": kind(field.holds), "description": field.about});
    if field.always {
        told["constraints"] = json!({"required": true});
    }
    told
}

/// The type of a field, as Table Schema names it. What holds several is words with `; ` between them.
fn kind(holds: Holds) -> &'static str {
    match holds {
        Holds::Whole => "integer",
        Holds::Number => "number",
        Holds::Truth => "boolean",
        _ => "string",
    }
}

/// Every table with its columns, in Markdown.
#[must_use]
pub fn data_reference() -> String {
    let mut text = "# The data of a report, column by column\n\n\
        Every report carries what it knows as data, below `data/`: as JSON, where lists stand within rows, and as tables \
        (CSV, RFC 4180, UTF-8), where each list is a table of its own. `data/datapackage.json` tells the same to \
        programs (Frictionless Data Package).\n\n\
        Dates are EDTF (ISO 8601-2), as typed. Several values in a cell are parted by `; `. Cells hold the words as they \
        are; in a spreadsheet, take them in as text.\n"
        .to_owned();
    for table in KINDS.tables() {
        let _ = writeln!(
            text,
            "\n## {}.csv\n\n{}\n\n| column | holds | meaning |\n|---|---|---|",
            table.name,
            table.about.trim()
        );
        for field in &table.fields {
            let holds = match field.holds {
                Holds::List => "several",
                holds => kind(holds),
            };
            let always = if field.always { ", always" } else { "" };
            let _ = writeln!(
                text,
                "| `{}` | {holds}{always} | {} |",
                field.name,
                field.about.replace('|', "\\|")
            );
        }
    }
    text
}
