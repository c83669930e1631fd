//! Tables (CSV) whose columns are called what the fields of a sheet are called: somebody's own, or those that a report
//! gives away, with the tables of its lists beside them.
//!
//! A column `place_name` is the field `name` in `place`. Several values in a cell are parted by `;`.

use super::super::told::{Told, Value};
use super::Unread;
use crate::Vocabulary as _;
use crate::load::{Form, Shape, Tag, form_of};
use crate::model::{Id, Kind};
use crate::text::nearest;

/// A row, with the line on which it begins; columns by their plain names.
pub(super) struct Row {
    pub(super) line: usize,
    pub(super) cells: Vec<(String, String)>,
}

/// The names of the columns, plain: `End Year` is `end_year`.
#[must_use]
pub fn columns(text: &str) -> Vec<String> {
    let mut reader = reader(text);
    reader.headers().map(|names| names.iter().map(plain_name).collect()).unwrap_or_default()
}

fn plain_name(name: &str) -> String {
    name.trim().trim_start_matches('\u{feff}').to_lowercase().replace([' ', '-'], "_")
}

fn reader(text: &str) -> csv::Reader<&[u8]> {
    let (sign, _) = parting(text);
    csv::ReaderBuilder::new().delimiter(sign).flexible(true).from_reader(text.as_bytes())
}

/// What parts cells, and its name: whichever of commas, semicolons and tabs the first line has most of.
fn parting(text: &str) -> (u8, &'static str) {
    let first = text.lines().next().unwrap_or_default();
    let signs = [(b'\t', "tab"), (b';', "semicolon"), (b',', "comma")];
    let most = signs.into_iter().max_by_key(|(sign, _)| first.bytes().filter(|byte| byte == sign).count());
    most.unwrap_or((b',', "comma"))
}

/// Every row that is not empty. One that has more cells than there are columns is not what somebody meant to write: behind
/// a sign too many that parts cells, every cell is another's.
pub(super) fn rows(text: &str) -> Result<Vec<Row>, Unread> {
    let names = columns(text);
    let mut rows = Vec::new();
    let (mut read, mut line) = (0, 1);
    for record in reader(text).records() {
        let record = record.map_err(|error| Unread(format!("it is no table: {error}")))?;
        let start =
            record.position().map_or(0, |position| usize::try_from(position.byte()).unwrap_or(usize::MAX));
        // A row that ends in two signs is told to begin between them.
        let start = start + usize::from(text.get(start..).is_some_and(|rest| rest.starts_with('\n')));
        line += text.get(read..start).map_or(0, |before| before.matches('\n').count());
        read = start;
        let mut cells = Vec::new();
        let is_filled = |(_, cell): &(usize, &str)| !cell.is_empty();
        for (number, cell) in record.iter().map(str::trim).enumerate().filter(is_filled) {
            let Some(name) = names.get(number) else {
                let (sign, name) = parting(text);
                return Err(Unread(format!(
                    "line {line}: `{cell}` stands in a cell behind the last column; where a {name} belongs to a \
                     cell, put the whole cell in quotation marks: \"one{} two\"",
                    char::from(sign)
                )));
            };
            cells.push((name.clone(), cell.to_owned()));
        }
        if !cells.is_empty() {
            rows.push(Row { line, cells });
        }
    }
    Ok(rows)
}

/// What the rows of a table are: by the name of its file, else by its columns.
#[must_use]
pub fn kind_of_table(name: &str, text: &str) -> Option<Kind> {
    let stem = name.split('.').next().unwrap_or_default().to_lowercase();
    let named = Kind::ALL.iter().copied().find(|kind| kind.section() == stem || kind.word() == stem);
    let columns = columns(text);
    let has = |name: &str| columns.iter().any(|column| column == name);
    let by_columns = match () {
        () if has("text") => Some(Kind::Claim),
        () if has("title") && (has("type") || has("source") || has("published")) => Some(Kind::Document),
        () if has("title") && has("date") => Some(Kind::Date),
        () => None,
    };
    named.filter(|kind| *kind != Kind::Article).or(by_columns)
}

/// Columns that a report gives away and that are made anew of the others.
const MADE: [&str; 8] = [
    "origins",
    "ways",
    "narrow",
    "disputing_origins",
    "disputing_ways",
    "archive_size",
    "archive_public",
    "number",
];

/// The entries that a table and the tables of its lists tell of.
pub(super) fn read(text: &str, kind: Option<Kind>, lists: &[(String, String)]) -> Result<Vec<Told>, Unread> {
    let columns = columns(text);
    let has = |name: &str| columns.iter().any(|column| column == name);
    if has("item_type") && has("date_added") {
        return Err(Unread(
            "it is a table that Zotero exports, which leaves out what a reference needs: export the same from \
             Zotero as CSL JSON, BibTeX or RIS"
                .to_owned(),
        ));
    }
    let Some(kind) = kind else {
        return Err(Unread(format!(
            "its columns ({}) do not say what its rows are: say it with `--kind`",
            columns.join(", ")
        )));
    };
    let form = form_of(kind);
    let needed = form.fields.iter().find(|field| field.required && matches!(field.shape(), Shape::Words));
    if let Some(field) = needed.filter(|field| !has(field.name)) {
        let near = nearest(field.name, columns.iter().map(String::as_str), 1);
        let meant = near.first().map_or_else(String::new, |near| format!("; is it `{near}`?"));
        return Err(Unread(format!(
            "it has no column `{}`, and {} needs it{meant}",
            field.name,
            kind.with_article()
        )));
    }
    let mut told = Vec::new();
    for row in rows(text)? {
        told.push(entry(row, kind, &form));
    }
    for (field, text) in lists {
        let rows = rows(text).map_err(|Unread(why)| Unread(format!("the table of its `{field}`, {why}")))?;
        add_list(&mut told, kind, &form, field, &rows);
    }
    let is_unsourced = |one: &&mut Told| !one.fields.iter().any(|(name, _)| *name == "evidence");
    for claim in told.iter_mut().filter(|one| one.kind == Kind::Claim).filter(is_unsourced) {
        claim.open.push("the table gives no evidence: add what it rests on".to_owned());
    }
    Ok(told)
}

fn entry(row: Row, kind: Kind, form: &Form) -> Told {
    let mut told = Told::new(kind, format!("line {}", row.line));
    for (name, cell) in row.cells {
        match name.as_str() {
            "id" => {
                told.id = Id::parse(&cell);
                if told.id.is_none() {
                    told.keep("id", &cell);
                }
            }
            "url" if is_page(&cell) => {}
            "web" => fill(&mut told, form, "url", &cell),
            name if MADE.contains(&name) => {}
            name => fill(&mut told, form, name, &cell),
        }
    }
    if kind == Kind::Claim && told.words("status").is_none() {
        told.guessed.push("status");
        told.put("status", "unverified");
        told.open.push("the table gives no `status`: it stands as `unverified`".to_owned());
    }
    told
}

/// `claims/x.html`: the page of a report, made anew here.
fn is_page(url: &str) -> bool {
    !url.contains("://") && url.rsplit_once('.').is_some_and(|(_, ending)| ending == "html")
}

fn fill(told: &mut Told, form: &Form, column: &str, cell: &str) {
    // What is not so needs no field.
    let is_no = |field: &crate::load::Field| {
        matches!(field.shape(), Shape::Flag) && cell.eq_ignore_ascii_case("false")
    };
    if form.fields.iter().any(|field| field.name == column && is_no(field)) {
        return;
    }
    let direct = form.fields.iter().find(|field| field.name == column);
    if let Some((field, value)) = direct.and_then(|field| Some((field, value(&field.shape(), cell)?))) {
        told.fields.push((field.name, value));
        return;
    }
    // `place_name` is the name of the place.
    for field in &form.fields {
        let rest = column.strip_prefix(field.name).and_then(|rest| rest.strip_prefix('_'));
        let (Some(rest), Shape::Fields(inner) | Shape::Either(_, inner)) = (rest, field.shape()) else {
            continue;
        };
        let Some(part) = inner.fields.iter().find(|part| part.name == rest) else { continue };
        let Some(value) = value(&part.shape(), cell) else { continue };
        match told.fields.iter_mut().find(|(name, _)| *name == field.name) {
            Some((_, Value::Fields(parts))) => parts.push((part.name, value)),
            _ => told.fields.push((field.name, Value::Fields(vec![(part.name, value)]))),
        }
        return;
    }
    told.keep(column, cell);
}

/// A cell as a field of that shape takes it; nothing where it takes fields of its own.
fn value(shape: &Shape, cell: &str) -> Option<Value> {
    Some(match shape {
        Shape::Id => Value::Entry(cell.to_owned()),
        Shape::Author => Value::Author(cell.to_owned()),
        Shape::List(of) | Shape::OneOrList(of) => {
            let items = cell.split(';').map(str::trim).filter(|item| !item.is_empty());
            Value::List(items.map(|item| value(of, item)).collect::<Option<_>>()?)
        }
        Shape::Either(plain, _) => value(plain, cell)?,
        Shape::Fields(_) | Shape::Listed(_) => return None,
        Shape::Language => Value::Words(Tag::of_name(cell).unwrap_or(cell).to_owned()),
        Shape::Flag => Value::Words(cell.to_lowercase()),
        _ => Value::Words(cell.to_owned()),
    })
}

/// The rows of a list, each in the entry that it belongs to: their first column has its id.
fn add_list(told: &mut [Told], kind: Kind, form: &Form, field: &str, rows: &[Row]) {
    let Some(field) = form.fields.iter().find(|known| known.name == field) else { return };
    let (Shape::List(of) | Shape::OneOrList(of)) = field.shape() else { return };
    for row in rows {
        let Some((_, id)) = row.cells.iter().find(|(name, _)| name == kind.word()) else { continue };
        let Some(told) = told.iter_mut().find(|one| one.id.as_ref().is_some_and(|own| own.as_str() == id))
        else {
            continue;
        };
        let mut item = Told::new(kind, String::new());
        for (name, cell) in row.cells.iter().filter(|(name, _)| name != kind.word() && name != "number") {
            let name = name.strip_prefix("responses_").unwrap_or(name);
            match &*of {
                Shape::Fields(inner) | Shape::Either(_, inner) => fill(&mut item, inner, name, cell),
                Shape::Author if matches!(name, "id" | "name") => {
                    item.fields.push(("name", Value::Author(cell.clone())));
                }
                _ => item.keep(name, cell),
            }
        }
        let left = std::mem::take(&mut item.left);
        told.left.extend(left.into_iter().filter(|(name, _)| name != "from"));
        let value = match &*of {
            Shape::Author => item.fields.pop().map(|(_, value)| value),
            _ => (!item.fields.is_empty()).then_some(Value::Fields(item.fields)),
        };
        let Some(value) = value else { continue };
        match told.fields.iter_mut().find(|(name, _)| *name == field.name) {
            Some((_, Value::List(items))) => items.push(value),
            _ => told.fields.push((field.name, Value::List(vec![value]))),
        }
    }
}
