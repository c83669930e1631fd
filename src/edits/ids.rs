//! Where ids are typed in a sheet, as the decoder itself tells.

use crate::load::yaml::{Key, Node, Value};
use crate::load::{Form, Shape};
use crate::text::Span;

/// Every word of a map that is read as an id, with its place; of an alias, the place of what it stands for.
pub fn ids<'n>(fields: &'n [(Key, Node)], form: &Form, found: &mut dyn FnMut(&'n str, Span)) {
    for (key, node) in fields {
        if let Some(field) = form.fields.iter().find(|field| *field.name == *key.word) {
            in_shape(node, &field.shape(), found);
        }
    }
}

fn in_shape<'n>(node: &'n Node, shape: &Shape, found: &mut dyn FnMut(&'n str, Span)) {
    match (shape, &node.value) {
        (Shape::Id | Shape::Author, Value::Word { text, .. }) => found(text, node.span),
        (Shape::List(of) | Shape::OneOrList(of), Value::List(items)) => {
            for item in items {
                in_shape(item, of, found);
            }
        }
        (Shape::OneOrList(of), _) => in_shape(node, of, found),
        (Shape::Fields(form) | Shape::Either(_, form), Value::Map(fields)) => ids(fields, form, found),
        (Shape::Either(plain, _), _) => in_shape(node, plain, found),
        (Shape::Listed(of), Value::Map(entries)) => {
            for (key, node) in entries {
                found(&key.word, key.span);
                in_shape(node, of, found);
            }
        }
        _ => {}
    }
}
