//! A sheet as an editor's language server sees it, which guesses at the type of every word (YAML 1.2, core schema).

use serde_json::{Map, Number, Value, json};

use crate::load::yaml;

/// A value of a sheet with its words guessed at: `2024` is a number there, and `NO` are words.
#[must_use]
pub fn resolved(value: &yaml::Value) -> Value {
    match value {
        yaml::Value::Missing => Value::Null,
        yaml::Value::Word { text, plain: false } => json!(text),
        yaml::Value::Word { text, plain: true } => match &**text {
            "true" | "True" | "TRUE" => json!(true),
            "false" | "False" | "FALSE" => json!(false),
            word => number(word).map_or_else(|| json!(word), Value::Number),
        },
        yaml::Value::List(items) => items.iter().map(|item| resolved(&item.value)).collect(),
        yaml::Value::Map(fields) => {
            let typed = fields.iter().map(|(key, node)| (key.word.to_string(), resolved(&node.value)));
            Value::Object(typed.collect::<Map<_, _>>())
        }
    }
}

fn number(word: &str) -> Option<Number> {
    for (start, radix) in [("0o", 8), ("0x", 16)] {
        if let Some(digits) = word.strip_prefix(start) {
            return u64::from_str_radix(digits, radix).ok().map(Number::from);
        }
    }
    if let ".inf" | ".Inf" | ".INF" | "+.inf" | "-.inf" | ".nan" | ".NaN" | ".NAN" = word {
        return Number::from_f64(f64::MAX);
    }
    let is_digits = word.bytes().all(|byte| byte.is_ascii_digit() || b"+-.eE".contains(&byte));
    if !is_digits || !word.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    match word.parse::<i64>() {
        Ok(whole) => Some(whole.into()),
        Err(_) => Number::from_f64(word.parse().ok()?),
    }
}
