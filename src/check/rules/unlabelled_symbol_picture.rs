//! A symbolic picture whose caption does not say so.

use std::sync::LazyLock;

use super::phrases::{phrases, words};
use super::picture_rights::used_pictures;
use crate::check::{Found, Look, Matter};
use crate::diagnostic::Finding;
use crate::model::Picture;

pub(super) const LOOK: Look = Look::Matter(look);

/// Captions say no language of theirs: each phrase counts in any.
static LABELS: LazyLock<Vec<Vec<String>>> = LazyLock::new(|| {
    let lists = [
        include_str!("words/symbolic.en.txt"),
        include_str!("words/symbolic.de.txt"),
        include_str!("words/symbolic.pl.txt"),
    ];
    lists.into_iter().flat_map(phrases).map(words).collect()
});

fn look(matter: &Matter<'_>) -> Vec<Found> {
    let facts = &matter.record.facts;
    let found = used_pictures(facts).into_iter().filter_map(|used| {
        let picture = facts.pictures.get(used.picture).filter(|picture| picture.whole && picture.symbolic)?;
        Some(Found { entry: used.entry, finding: unlabelled(picture)? })
    });
    found.collect()
}

fn unlabelled(picture: &Picture) -> Option<Finding> {
    let (place, message) = match &picture.caption {
        Some(caption) if is_label(&caption.value) => return None,
        Some(caption) => (caption.place, "this caption does not say that the picture is symbolic"),
        None => (picture.place?, "this picture is symbolic, and has no caption to say so"),
    };
    let help = "say it in `caption`: `Symbolic picture`, `Symbolbild`, `zdjęcie ilustracyjne`";
    Some(Finding::warning("unlabelled-symbol-picture", place, message).help(help))
}

fn is_label(caption: &str) -> bool {
    let caption = words(caption);
    LABELS.iter().any(|label| caption.windows(label.len()).any(|part| part == label.as_slice()))
}

#[cfg(test)]
mod tests {
    use crate::check::tests::found_in;

    #[test]
    fn the_caption_of_a_symbolic_picture_says_that_it_is_one() {
        let no = "Warning 3: this caption does not say that the picture is symbolic";
        let cases = [
            ("symbolic: true, caption: A telephone", no),
            ("symbolic: true, caption: 'A telephone (symbolic picture)'", ""),
            ("symbolic: true, caption: Ein Telefon. Symbolbild", ""),
            ("symbolic: true, caption: 'SYMBOLFOTO: ein Telefon'", ""),
            ("symbolic: true, caption: 'Telefon, zdjęcie ilustracyjne'", ""),
            ("symbolic: true, caption: The symbol of the ministry", no),
            ("symbolic: true", "Warning 3: this picture is symbolic, and has no caption to say so"),
            ("symbolic: false, caption: A telephone", ""),
            ("caption: A telephone", ""),
            ("symbolic: perhaps, caption: A telephone", ""),
        ];
        for (media, expected) in cases {
            let sheet = format!(
                "people: {{anne-los: {{name: Änne Łoś, image: media/los.jpg}}}}\nmedia:\n  media/los.jpg: {{{media}}}\n"
            );
            let files = [("content/facts/leak.yaml", sheet.as_str()), ("content/media/los.jpg", "")];
            assert_eq!(found_in("unlabelled-symbol-picture", &files), expected, "{media}");
        }
    }
}
