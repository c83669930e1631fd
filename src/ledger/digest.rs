//! From values to digests: canonical JSON (RFC 8785), then SHA-256.

use serde_json::Value;
use sha2::{Digest as _, Sha256};

use crate::model::Digest;

/// The SHA-256 of bytes.
#[must_use]
pub fn sha256(bytes: impl AsRef<[u8]>) -> Digest {
    Digest::new(Sha256::digest(bytes).into())
}

/// A value as canonical JSON: keys in order, no white space, only what must be escaped is.
///
/// ```
/// let value = serde_json::json!({"b": "„Łoś“\n", "a": [1, null]});
/// assert_eq!(casebook::ledger::canonical(&value), r#"{"a":[1,null],"b":"„Łoś“\n"}"#);
/// ```
#[must_use]
pub fn canonical(value: &Value) -> String {
    // Maps are kept in the order of their keys, and numbers here are whole: this is RFC 8785.
    value.to_string()
}

/// A value without the fields that say nothing: those that are null, false or empty, at any depth.
#[must_use]
pub(super) fn pruned(value: Value) -> Value {
    match value {
        Value::Object(fields) => {
            let fields = fields.into_iter().map(|(name, value)| (name, pruned(value)));
            fields.filter(|(_, value)| !says_nothing(value)).collect()
        }
        Value::Array(items) => items.into_iter().map(pruned).collect(),
        value => value,
    }
}

fn says_nothing(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::Array(items) => items.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        _ => false,
    }
}

/// The digest of a value.
#[must_use]
pub fn digest_of(value: &Value) -> Digest {
    sha256(canonical(value))
}
