//! The same data as tables: a CSV file (RFC 4180) for each kind, and one for each list within its rows.
//!
//! Cells hold what the JSON holds, letter for letter. Several values in a cell are parted by `; `.

use serde_json::Value;

use super::row::{Column, Holds};
use crate::Vocabulary as _;
use crate::model::Status;

/// A table.
#[derive(Debug, Clone)]
pub struct Table {
    /// Its name, without `.csv`: `claims`, `claims-evidence`.
    pub name: String,
    /// What a row of it is.
    pub about: &'static str,
    /// The table whose rows it belongs to, with the field there that holds it.
    pub within: Option<(&'static str, &'static str)>,
    /// Its fields.
    pub fields: Vec<Field>,
}

/// A field of a table.
#[derive(Debug, Clone)]
pub struct Field {
    /// What stands at the head of its column.
    pub name: String,
    /// Where it is in a row of the JSON.
    pub at: Vec<&'static str>,
    /// What it means.
    pub about: String,
    /// What it holds.
    pub holds: Holds,
    /// Whether something always stands there.
    pub always: bool,
}

/// The kinds, with what their rows are called, what a row is known by, and what is in it.
pub(super) struct Kinds(pub [(&'static str, &'static str, &'static str, &'static str, &'static [Column]); 8]);

impl Kinds {
    /// Every table: kind by kind, each before those within it.
    pub(super) fn tables(&self) -> Vec<Table> {
        let mut tables = Vec::new();
        for (kind, about, row, key, columns) in self.0 {
            let mut fields = Vec::new();
            let mut within = Vec::new();
            gather(columns, &[], "", true, &mut fields, &mut within);
            tables.push(Table { name: kind.to_owned(), about, within: None, fields });
            for (at, about, columns) in within {
                let name = at.replace('_', "-");
                let mut fields = vec![
                    Field {
                        name: row.to_owned(),
                        at: Vec::new(),
                        about: format!("What it belongs to: `{key}` in `{kind}.csv`."),
                        holds: Holds::Words,
                        always: true,
                    },
                    Field {
                        name: "number".to_owned(),
                        at: Vec::new(),
                        about: "Its place in the list, from 0.".to_owned(),
                        holds: Holds::Whole,
                        always: true,
                    },
                ];
                gather(columns, &[], "", true, &mut fields, &mut Vec::new());
                // A reply can itself lead to a claim.
                for field in fields.iter_mut().skip(2).filter(|field| field.name == row) {
                    field.name = format!("{at}_{row}");
                }
                tables.push(Table {
                    name: format!("{kind}-{name}"),
                    about,
                    within: Some((kind, at)),
                    fields,
                });
            }
        }
        tables
    }

    /// What a row of a kind is known by.
    pub(super) fn key(&self, kind: &str) -> &'static str {
        self.0.iter().find(|(name, ..)| *name == kind).map_or("id", |(.., key, _)| key)
    }
}

type Within = (&'static str, &'static str, &'static [Column]);

/// The fields of a row; those of a row in it with its name before theirs. What holds many rows is a table of its own.
fn gather(
    columns: &'static [Column],
    at: &[&'static str],
    before: &str,
    is_there: bool,
    fields: &mut Vec<Field>,
    within: &mut Vec<Within>,
) {
    for column in columns {
        let here = [at, &[column.name]].concat();
        match (column.holds)() {
            Holds::Row(inner) if column.is_flat => gather(inner(), at, before, is_there, fields, within),
            Holds::Row(inner) => {
                let before = format!("{before}{}_", column.name);
                gather(inner(), &here, &before, is_there && (column.always)(), fields, within);
            }
            Holds::Rows(inner) => within.push((column.name, column.about, inner())),
            Holds::Totals => fields.extend(Status::ALL.iter().map(|status| Field {
                name: format!("{before}{}_{}", column.name, status.word()),
                at: [at, &[column.name, status.word()]].concat(),
                about: format!("How many claims stood as {}.", status.word()),
                holds: Holds::Whole,
                always: false,
            })),
            holds => fields.push(Field {
                name: format!("{before}{}", column.name),
                at: here,
                about: column.about.trim().to_owned(),
                holds,
                always: is_there && (column.always)(),
            }),
        }
    }
}

impl Table {
    /// The rows of a kind as CSV; of those within it where this is such a table.
    pub(super) fn csv(&self, rows: &[Value], key: &str) -> Vec<u8> {
        let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
        let mut write = |cells: Vec<String>| writer.write_record(cells).is_ok();
        write(self.fields.iter().map(|field| field.name.clone()).collect());
        for row in rows {
            match self.within {
                None => {
                    write(self.fields.iter().map(|field| cell(row, &field.at)).collect());
                }
                Some((_, list)) => {
                    for (number, inner) in row[list].as_array().into_iter().flatten().enumerate() {
                        let own = self.fields.iter().skip(2).map(|field| cell(inner, &field.at));
                        write([cell(row, &[key]), number.to_string()].into_iter().chain(own).collect());
                    }
                }
            }
        }
        writer.into_inner().unwrap_or_default()
    }
}

fn cell(row: &Value, at: &[&str]) -> String {
    let value = at.iter().fold(row, |value, name| &value[*name]);
    match value {
        Value::Null => String::new(),
        Value::String(words) => words.clone(),
        Value::Array(several) => several.iter().map(|one| cell(one, &[])).collect::<Vec<_>>().join("; "),
        other => other.to_string(),
    }
}
