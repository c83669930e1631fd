//! Data as plain scripts that hand it over: from a disk a page can load nothing else.

use serde_json::{Value, json};

/// A part of the data as a script. `name` is what the page's own script knows it by.
pub(super) fn script(name: &str, part: &Value) -> String {
    format!("casebook.take({},{part})\n", json!(name))
}
