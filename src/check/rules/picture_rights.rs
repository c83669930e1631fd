//! A picture without its credit, licence or alternative text.

use rustc_hash::FxHashSet;

use crate::check::{Found, Look, Matter};
use crate::diagnostic::Finding;
use crate::model::{Any, Facts, Key, Picture};
use crate::text::{At, Place};

pub(super) const LOOK: Look = Look::Matter(look);

fn look(matter: &Matter<'_>) -> Vec<Found> {
    let facts = &matter.record.facts;
    let found = used_pictures(facts).into_iter().filter_map(|used| {
        let picture = facts.pictures.get(used.picture).filter(|picture| picture.whole)?;
        Some(Found { entry: used.entry, finding: unsaid(picture, used.place)? })
    });
    found.collect()
}

/// A picture, and who uses it first.
pub(super) struct Used {
    pub(super) picture: Key<Picture>,
    pub(super) entry: Any,
    pub(super) place: Place,
}

/// Every picture that is used, once.
pub(super) fn used_pictures(facts: &Facts) -> Vec<Used> {
    let images = facts.entries().filter_map(|(any, entry)| Some((any, entry.image?)));
    let figures = facts
        .articles
        .iter()
        .flat_map(|(key, article)| article.pictures.iter().map(move |picture| (Any::Article(key), *picture)));
    let mut seen = FxHashSet::default();
    let first = images.chain(figures).filter(|(_, At { value, .. })| seen.insert(*value));
    first.map(|(entry, At { value, place })| Used { picture: value, entry, place }).collect()
}

fn unsaid(picture: &Picture, used: Place) -> Option<Finding> {
    let fields = [("alt", &picture.alt), ("credit", &picture.credit), ("licence", &picture.licence)];
    let missing: Vec<&str> =
        fields.iter().filter(|(_, words)| words.is_none()).map(|(name, _)| *name).collect();
    if missing.is_empty() {
        return None;
    }
    let path = &picture.path;
    let to_add: Vec<String> = missing.iter().map(|name| format!("{name}: …")).collect();
    let to_add = to_add.join(", ");
    Some(match picture.place {
        Some(place) => {
            let missing: Vec<String> = missing.iter().map(|name| format!("`{name}`")).collect();
            Finding::error("picture-rights", place, format!("this picture lacks {}", missing.join(", ")))
                .also(used, "used here")
                .help(format!("add `{to_add}`"))
        }
        None => Finding::error("picture-rights", used, format!("nothing is said of the picture `{path}`"))
            .help(format!("add to a sheet, under `media`: `{path}: {{{to_add}}}`")),
    })
}

#[cfg(test)]
mod tests {
    use crate::check::tests::found_in;

    fn said(media: &str) -> String {
        let sheet =
            format!("people: {{anne-los: {{name: Änne Łoś, image: media/los.jpg}}}}\nmedia:\n{media}\n");
        let article = "---\ntitle: Das Leck\n---\n\n![Łódź](/media/lodz.jpg)\n\n![Łódź](/media/lodz.jpg)\n";
        let files = [
            ("content/facts/leak.yaml", sheet.as_str()),
            ("content/articles/bericht.md", article),
            ("content/media/los.jpg", ""),
            ("content/media/lodz.jpg", ""),
            ("content/media/unused.jpg", ""),
        ];
        found_in("picture-rights", &files)
    }

    #[test]
    fn each_picture_in_use_has_its_credit_licence_and_words() {
        let full = "{alt: Ein Porträt, credit: Zoë, licence: CC0-1.0}";
        let nothing = "Error 5: nothing is said of the picture `media/lodz.jpg`";
        assert_eq!(said(&format!("  media/los.jpg: {full}\n  media/lodz.jpg: {full}")), "");
        // Described where it is used, and in no sheet; used twice, and told once.
        assert_eq!(said(&format!("  media/los.jpg: {full}")), nothing);
        let cases = [
            ("{alt: Ein Porträt}", "Error 4: this picture lacks `credit`, `licence`"),
            ("{credit: Zoë, licence: CC0-1.0}", "Error 4: this picture lacks `alt`"),
            ("{}", "Error 4: this picture lacks `alt`, `credit`, `licence`"),
            // What could not be read is not judged; empty words are an error of their own.
            ("{alt: '', credit: Zoë, licence: CC0-1.0}", ""),
            ("{alt: [a], credit: Zoë, licence: CC0-1.0}", ""),
            ("nothing", ""),
        ];
        for (media, expected) in cases {
            let media = format!("  media/los.jpg: {full}\n  media/lodz.jpg: {media}");
            assert_eq!(said(&media), expected, "{media}");
        }
        // Described, and used nowhere.
        let unused =
            format!("  media/los.jpg: {full}\n  media/lodz.jpg: {full}\n  media/unused.jpg: {{alt: Nichts}}");
        assert_eq!(said(&unused), "");
    }
}
