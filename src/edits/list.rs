//! One more item in a list of an entry, written in the way of those that are there.

use super::Edit;
use super::field::{Nested, end_of_line, line_end, set};
use crate::load::Form;
use crate::load::yaml::{Node, Value};
use crate::text::{FileId, Place, Span};

/// Puts an item, as typed on one line, behind the others of a list; where there is no list, it begins one. Nothing
/// where it cannot be placed safely: the list is written elsewhere (an alias), or is no list.
#[must_use]
pub fn append(
    file: FileId,
    text: &str,
    map: &Node,
    form: &Form,
    (name, item): (&str, &str),
) -> Option<Vec<Edit>> {
    let Value::Map(fields) = &map.value else { return None };
    let node = fields.iter().find(|(key, _)| *key.word == *name).map(|(_, node)| node);
    let list = match node.map(|node| (node, &node.value)) {
        None | Some((_, Value::Missing)) => {
            return set(file, text, map, form, (name, &Nested::Typed(format!("[{item}]"))));
        }
        Some((node, Value::List(items))) => (node, items.as_slice()),
        Some((_, Value::Word { .. } | Value::Map(_))) => return None,
    };
    let (at, new) = behind(text, list, item)?;
    Some(vec![Edit { place: Place { file, span: Span::new(at, at) }, text: new }])
}

fn behind(text: &str, (node, items): (&Node, &[Node]), item: &str) -> Option<(usize, String)> {
    let typed = text.get(node.span.range())?;
    if typed.starts_with('[') {
        let close = (node.span.end as usize).checked_sub(1)?;
        let Some(last) = items.last() else { return Some((close, item.to_owned())) };
        let end = last.span.end as usize;
        let has_comma = text.get(end..close)?.trim_start().starts_with(',');
        return Some(if has_comma { (close, format!("{item}, ")) } else { (end, format!(", {item}")) });
    }
    let last = items.last().filter(|last| last.span.start < last.span.end)?;
    let before = text.get(..last.span.start as usize)?.rsplit('\n').next()?;
    let indent = before.trim_end().strip_suffix('-')?;
    if typed.starts_with('*') || !indent.chars().all(|letter| letter == ' ') {
        return None;
    }
    let at = end_of_line(text, last.span.end as usize);
    Some((at, format!("{}{indent}- {item}", line_end(text))))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::append;
    use crate::edits::applied;
    use crate::load::form_of;
    use crate::load::yaml::{self, Value};
    use crate::model::Kind;
    use crate::text::{Input, Inputs};

    /// What stands in the place of the fields of a claim after an item was added to its `responses`.
    fn with_item(fields: &str) -> Option<String> {
        let text = format!("claims:\n  told:\n{fields}");
        let inputs =
            Inputs::new(vec![Input { path: "a".into(), text: text.as_str().into() }], BTreeMap::new());
        let file = inputs.find("a").unwrap();
        let root = yaml::parse(file, &text, 0).root.unwrap();
        let Value::Map(sections) = &root.value else { panic!("no sections") };
        let Value::Map(entries) = &sections[0].1.value else { panic!("no entries") };
        let form = form_of(Kind::Claim);
        let edits = append(file, &text, &entries[0].1, &form, ("responses", "{party: łoś}"))?;
        let texts = applied(&inputs, &edits)?;
        Some(texts[&file].strip_prefix("claims:\n  told:\n").unwrap().to_owned())
    }

    #[test]
    fn an_item_comes_behind_the_others_in_their_way() {
        let cases = [
            (
                "    text: Ä\n    since: 2024\n",
                "    text: Ä\n    responses: [{party: łoś}]\n    since: 2024\n",
            ),
            ("    text: Ä\n    responses:\n", "    text: Ä\n    responses: [{party: łoś}]\n"),
            ("    responses: []\n", "    responses: [{party: łoś}]\n"),
            ("    responses: [{party: ä}]  # 😀\n", "    responses: [{party: ä}, {party: łoś}]  # 😀\n"),
            ("    responses: [{party: ä}, ]\n", "    responses: [{party: ä}, {party: łoś}, ]\n"),
            (
                "    responses:\n      - party: ä\n        outcome: denied  # 😀\n    since: 2024\n",
                "    responses:\n      - party: ä\n        outcome: denied  # 😀\n      - {party: łoś}\n    since: 2024\n",
            ),
            (
                "    responses:\r\n    - {party: ä}\r\n",
                "    responses:\r\n    - {party: ä}\r\n    - {party: łoś}\r\n",
            ),
        ];
        for (before, after) in cases {
            assert_eq!(with_item(before).as_deref(), Some(after), "{before}");
        }
    }

    #[test]
    fn what_is_no_list_here_is_left_alone() {
        assert_eq!(with_item("    about: &all [x]\n    responses: *all\n"), None);
        assert_eq!(with_item("    responses: none\n"), None);
    }
}
