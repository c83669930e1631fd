//! What was found, for the script in the page.

use std::path::Path;

use serde::Serialize;

use super::{Found, whole};
use crate::report;
use crate::text::Places;

#[derive(Serialize)]
struct Told<'f> {
    version: u64,
    /// Whether the pages are of what these findings are in.
    current: bool,
    findings: Vec<One<'f>>,
}

#[derive(Serialize)]
struct One<'f> {
    rule: &'f str,
    level: &'static str,
    /// Whether it stops a build.
    stops: bool,
    path: &'f str,
    line: u32,
    column: u32,
    /// As in the terminal: what is wrong, the line itself, the way out.
    text: String,
    /// What opens the place in an editor.
    open: Option<String>,
}

/// As JSON.
pub(super) fn told(found: &Found, project: &Path, editor: Option<&str>) -> String {
    let (verdict, bar) = (&found.verdict, found.bar());
    let mut places = Places::new(&verdict.inputs);
    let project = whole(project);
    let findings = verdict.findings.iter().map(|finding| {
        let spot = places.spot(finding.place);
        let (line, column) = (spot.start.line, spot.start.column);
        One {
            rule: finding.rule,
            level: finding.level.word(),
            stops: finding.level >= bar,
            path: spot.path,
            line,
            column,
            text: report::human(std::slice::from_ref(finding), &verdict.inputs, false).trim_end().to_owned(),
            open: editor.and_then(|editor| opener(editor, &project.join(spot.path), line, column)),
        }
    });
    let told = Told { version: found.number, current: found.is_shown, findings: findings.collect() };
    serde_json::to_string(&told).unwrap_or_default()
}

/// The address that opens a place in an editor; nothing for those that have none.
fn opener(editor: &str, path: &Path, line: u32, column: u32) -> Option<String> {
    let program = editor.split_whitespace().next()?.rsplit(['/', '\\']).next()?;
    let path = crate::render::address_escaped(&path.to_string_lossy()).replace("&amp;", "&");
    let path = path.trim_start_matches('/');
    let scheme = match program.trim_end_matches(".exe") {
        "code" => "vscode",
        "code-insiders" => "vscode-insiders",
        "codium" => "vscodium",
        "cursor" => "cursor",
        "zed" | "zeditor" => "zed",
        "idea" | "pycharm" | "webstorm" => {
            return Some(format!("idea://open?file=/{path}&line={line}&column={column}"));
        }
        "subl" => return Some(format!("subl://open?url=file:///{path}&line={line}&column={column}")),
        "mate" => return Some(format!("txmt://open?url=file:///{path}&line={line}&column={column}")),
        _ => return None,
    };
    Some(format!("{scheme}://file/{path}:{line}:{column}"))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::opener;

    #[test]
    fn a_place_opens_in_the_editor_that_is_used() {
        let at = |editor| opener(editor, Path::new("/home/änne/a b.yaml"), 3, 7);
        assert_eq!(at("code --wait").unwrap(), "vscode://file/home/%C3%A4nne/a%20b.yaml:3:7");
        assert_eq!(at("/usr/bin/zed").unwrap(), "zed://file/home/%C3%A4nne/a%20b.yaml:3:7");
        assert_eq!(at("vim"), None);
        assert_eq!(at(""), None);
    }
}
