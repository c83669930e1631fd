//! JSON Schema, draft 7: what YAML language servers read.
//!
//! A schema is never stricter than the decoder: it says less of dates and addresses than there is to say, and nothing
//! that the decoder would let pass.

use serde_json::{Map, Value, json};

use super::resolved::resolved;
use super::{Written, name, report, sections};
use crate::load::yaml;
use crate::load::{Field, Form, Shape, Word, form_of};
use crate::model::Kind;
use crate::text::FileId;

/// An id, and an article's, whose parts are joined by `/`.
const ID: &str = "^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*$";

/// An id of an entry in a sheet. Each folder's own page has the address `index`.
const KEY: &str = "^(?!index$)[a-z0-9]+(-[a-z0-9]+)*$";

/// A language tag (BCP 47).
const LANGUAGE: &str = "^\\s*[A-Za-z]{2,3}([-_][A-Za-z0-9]+)*\\s*$";

/// Signs that a date can be made of.
const DATE: &str = "^[-0-9XYESTZ.,:/~?%+\\[\\]{} \\u2212]+$";

/// The schema of what is written, as a JSON document.
#[must_use]
pub fn schema(written: Written) -> String {
    let mut definitions = Definitions::default();
    let root = match written {
        Written::Sheet => sheet(&mut definitions),
        Written::Article => definitions.fields(&form_of(Kind::Article)),
        Written::Report => definitions.fields(&report()),
    };
    let mut schema = json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": format!("Casebook: {}", crate::Vocabulary::meaning(written).trim_end_matches('.')),
    });
    if let (Value::Object(schema), Value::Object(root)) = (&mut schema, root) {
        schema.extend(root);
        schema.insert("definitions".to_owned(), Value::Object(definitions.0));
    }
    let mut text = serde_json::to_string_pretty(&schema).unwrap_or_default();
    text.push('\n');
    text
}

fn sheet(definitions: &mut Definitions) -> Value {
    let mut properties = Map::new();
    for (section, form) in sections() {
        let entries = definitions.point(&form);
        let names = if section == "media" { json!({}) } else { json!({ "pattern": KEY }) };
        let described = json!({
            "description": format!("Each is {}. {}", form.what, form.about),
            "type": ["object", "null"],
            "propertyNames": names,
            "additionalProperties": entries,
        });
        properties.insert(section.to_owned(), described);
    }
    json!({ "type": ["object", "null"], "additionalProperties": false, "properties": properties })
}

/// Forms that were pointed at, by their names.
#[derive(Default)]
struct Definitions(Map<String, Value>);

impl Definitions {
    /// A pointer to a form, which is written down where it is not yet.
    fn point(&mut self, form: &Form) -> Value {
        let name = name(form);
        if !self.0.contains_key(&name) {
            let fields = self.fields(form);
            self.0.insert(name.clone(), fields);
        }
        json!({ "$ref": format!("#/definitions/{name}") })
    }

    fn fields(&mut self, form: &Form) -> Value {
        let required: Vec<_> =
            form.fields.iter().filter(|field| field.required).map(|field| field.name).collect();
        let properties: Map<_, _> =
            form.fields.iter().map(|field| (field.name.to_owned(), self.field(field))).collect();
        let mut fields = json!({
            "description": form.about,
            "type": "object",
            "additionalProperties": false,
            "properties": properties,
        });
        // An empty list would be right; some readers of schemas stumble over it.
        if let (Value::Object(fields), false) = (&mut fields, required.is_empty()) {
            fields.insert("required".to_owned(), json!(required));
        }
        fields
    }

    fn field(&mut self, field: &Field) -> Value {
        let mut value = self.shape(&field.shape());
        if !field.required {
            value = or_nothing(value);
        }
        if let Value::Object(value) = &mut value {
            value.insert("description".to_owned(), json!(field.about));
            value.insert("examples".to_owned(), json!([example(field)]));
        }
        value
    }

    fn shape(&mut self, shape: &Shape) -> Value {
        match shape {
            Shape::Words | Shape::Author | Shape::Path | Shape::Digest => {
                json!({ "type": ["string", "number", "boolean"] })
            }
            Shape::Flag => json!({ "type": ["boolean", "string"], "pattern": "^(true|false)$" }),
            Shape::Whole => json!({ "type": ["integer", "string"], "minimum": 0, "pattern": "^[0-9]+$" }),
            Shape::From(least) => {
                json!({ "type": ["integer", "string"], "minimum": least, "pattern": "^[0-9]+$" })
            }
            Shape::Share => {
                json!({ "type": ["number", "string"], "minimum": 0, "maximum": 1, "pattern": "^[-+.0-9eE]+$" })
            }
            Shape::Number => json!({ "type": ["number", "string"], "pattern": "^[-+.0-9eE]+$" }),
            Shape::Id => json!({ "type": ["string", "number", "boolean"], "pattern": ID }),
            Shape::Date | Shape::End | Shape::Moment => {
                json!({ "type": ["string", "number", "array", "object"], "pattern": DATE })
            }
            Shape::Language => json!({ "type": ["string", "boolean"], "pattern": LANGUAGE }),
            Shape::Country => json!({ "type": ["string", "boolean"], "pattern": "^\\s*[A-Za-z]{2}\\s*$" }),
            Shape::Web => json!({ "type": "string", "pattern": "^\\s*https?://\\S+\\s*$" }),
            Shape::OneOf(words) => json!({
                "enum": each(words, |word| word.word),
                "enumDescriptions": each(words, |word| word.meaning),
            }),
            Shape::List(of) => json!({ "type": "array", "items": self.shape(of) }),
            Shape::OneOrList(of) => {
                let one = self.shape(of);
                let list = json!({ "type": "array", "items": one });
                json!({ "anyOf": [one, list] })
            }
            Shape::Fields(form) => self.point(form),
            Shape::Either(plain, form) => json!({ "anyOf": [self.shape(plain), self.point(form)] }),
            Shape::Listed(of) => json!({ "type": "object", "additionalProperties": self.shape(of) }),
        }
    }
}

fn each(words: &[Word], of: impl Fn(&Word) -> &'static str) -> Vec<&'static str> {
    words.iter().map(of).collect()
}

/// The same, or nothing: a key with no value is as if it were not there.
fn or_nothing(mut schema: Value) -> Value {
    let nothing = json!({ "type": "null" });
    if let Some(choices) = schema.get_mut("anyOf").and_then(Value::as_array_mut) {
        choices.push(nothing);
    } else if let Some(types) = schema.get_mut("type") {
        let mut all = types.as_array().cloned().unwrap_or_else(|| vec![types.clone()]);
        all.push(json!("null"));
        *types = Value::Array(all);
    } else if let Some(words) = schema.get_mut("enum").and_then(Value::as_array_mut) {
        words.push(Value::Null);
    } else {
        schema = json!({ "anyOf": [schema, nothing] });
    }
    schema
}

/// A field's example, as an editor would show it.
fn example(field: &Field) -> Value {
    yaml::parse(FileId(0), &field.example(), 0).root.map_or(Value::Null, |node| resolved(&node.value))
}
