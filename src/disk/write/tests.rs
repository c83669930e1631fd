use std::collections::BTreeMap;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::time::SystemTime;

use proptest::prelude::*;
use rayon::prelude::*;
use tempfile::TempDir;

use super::*;
use crate::disk::hand::fault::{End, Fault};

type Site = BTreeMap<String, String>;

fn site(pages: &[(&str, &str)]) -> Site {
    pages.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
}

fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

/// Puts all pages, from several threads.
fn put(output: &Output, site: &Site) -> Result<(), DiskError> {
    site.par_iter().try_for_each(|(path, text)| output.put(path, text.as_bytes()))
}

fn build(folder: &Path, site: &Site) -> Result<Written, DiskError> {
    let output = Output::open(folder)?;
    put(&output, site)?;
    output.finish()
}

/// A build that comes to its end after so many steps.
fn faulty(folder: &Path, site: &Site, end: End, steps: usize) -> Result<Written, DiskError> {
    let hand = Hand { fault: Some(Fault { end, left: AtomicUsize::new(steps) }) };
    let output = Output::open_with(folder, hand)?;
    put(&output, site)?;
    output.finish()
}

/// What a reader could be given: all files but hidden ones.
fn published(folder: &Path) -> Site {
    walkdir::WalkDir::new(folder)
        .into_iter()
        .filter_entry(|entry| entry.depth() == 0 || !entry.file_name().to_string_lossy().starts_with('.'))
        .map(Result::unwrap)
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let path = entry.path().strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
            (path, fs::read_to_string(entry.path()).unwrap())
        })
        .collect()
}

/// Every file and folder, ours too, with its number on the disk and when it was last changed.
fn stamps(folder: &Path) -> Vec<(PathBuf, u64, SystemTime)> {
    let entries = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().map(Result::unwrap);
    let stamp = |entry: walkdir::DirEntry| {
        let about = entry.metadata().unwrap();
        (entry.into_path(), about.ino(), about.modified().unwrap())
    };
    entries.map(stamp).collect()
}

fn old() -> Site {
    site(&[
        ("index.html", "front, old"),
        ("claims/index.html", "claims"),
        ("claims/graefe-mobile.html", "Gräfe, old"),
        ("claims/withdrawn.html", "a claim that will go"),
        ("people/only/one.html", "a folder that will go"),
        ("notes", "a file that will be a folder"),
        ("media/map.svg", "<svg/>"),
    ])
}

fn new() -> Site {
    site(&[
        ("index.html", "front, new, and longer"),
        ("claims/index.html", "claims"),
        ("claims/graefe-mobile.html", "Gräfe, new"),
        ("claims/added.html", "a new claim"),
        ("dates/call.html", "a new folder"),
        ("notes/index.html", "now a folder"),
        ("media", "now a file"),
    ])
}

#[test]
fn a_site_comes_out_as_it_was_put_in() {
    let folder = folder();
    let output = folder.path().join("a/new/output");
    let written = build(&output, &old()).unwrap();
    assert_eq!(written, Written { written: 7, unchanged: 0, removed: 0 });
    assert_eq!(published(&output), old());
    let mode = fs::metadata(output.join("index.html")).unwrap().permissions().mode();
    let usual =
        fs::File::create(folder.path().join("usual")).unwrap().metadata().unwrap().permissions().mode();
    assert_eq!(mode, usual, "a web server must be able to read it");
}

#[test]
fn only_what_differs_is_written_and_what_is_gone_is_removed() {
    let folder = folder();
    build(folder.path(), &old()).unwrap();
    let before = fs::metadata(folder.path().join("claims/index.html")).unwrap().ino();
    let written = build(folder.path(), &new()).unwrap();
    assert_eq!(written, Written { written: 6, unchanged: 1, removed: 4 });
    assert_eq!(published(folder.path()), new());
    assert_eq!(fs::metadata(folder.path().join("claims/index.html")).unwrap().ino(), before);
    assert!(!folder.path().join("people").exists(), "empty folders go");
}

#[test]
fn a_build_of_the_same_site_touches_nothing() {
    let folder = folder();
    build(folder.path(), &old()).unwrap();
    let before = stamps(folder.path());
    let written = build(folder.path(), &old()).unwrap();
    assert_eq!(written, Written { written: 0, unchanged: 7, removed: 0 });
    assert_eq!(stamps(folder.path()), before);
}

#[test]
fn pages_that_somebody_changed_or_deleted_are_written_again() {
    let folder = folder();
    build(folder.path(), &old()).unwrap();
    fs::write(folder.path().join("index.html"), "FRONT, OLD").unwrap();
    fs::remove_dir_all(folder.path().join("claims")).unwrap();
    fs::remove_file(folder.path().join("notes")).unwrap();
    fs::create_dir(folder.path().join("notes")).unwrap();
    build(folder.path(), &old()).unwrap();
    assert_eq!(published(folder.path()), old());
}

#[test]
fn a_build_that_is_given_up_leaves_the_old_site() {
    let folder = folder();
    build(folder.path(), &old()).unwrap();
    let before = stamps(folder.path());
    let output = Output::open(folder.path()).unwrap();
    put(&output, &new()).unwrap();
    drop(output);
    assert_eq!(published(folder.path()), old());
    let pages = |stamps: Vec<(PathBuf, u64, SystemTime)>| {
        stamps.into_iter().filter(|(path, ..)| path.is_file()).collect::<Vec<_>>()
    };
    assert_eq!(pages(stamps(folder.path())), pages(before));
}

#[test]
fn a_site_with_a_page_that_could_not_be_put_is_not_finished() {
    let folder = folder();
    build(folder.path(), &old()).unwrap();
    let output = Output::open(folder.path()).unwrap();
    output.put("index.html", b"new").unwrap();
    assert!(matches!(output.put("Index.html", b"other"), Err(DiskError::Clash(..))));
    assert!(matches!(output.finish(), Err(DiskError::Incomplete(_))));
    assert_eq!(published(folder.path()), old());
}

#[test]
fn copies_are_compared_and_have_the_usual_rights() {
    let folder = folder();
    let picture = folder.path().join("Gräfe.jpg");
    fs::write(&picture, vec![7; 200_000]).unwrap();
    fs::set_permissions(&picture, fs::Permissions::from_mode(0o600)).unwrap();
    let build = || {
        let output = Output::open(&folder.path().join("output")).unwrap();
        output.copy("media/Gräfe.jpg", &picture).unwrap();
        output.finish().unwrap()
    };
    assert_eq!(build().written, 1);
    assert_eq!(build().unchanged, 1);
    let copy = folder.path().join("output/media/Gräfe.jpg");
    assert_ne!(fs::metadata(&copy).unwrap().permissions().mode() & 0o044, 0);

    let mut bytes = vec![7; 200_000];
    bytes[199_999] = 8;
    fs::write(&picture, &bytes).unwrap();
    assert_eq!(build().written, 1);
    assert_eq!(fs::read(&copy).unwrap(), bytes);

    let output = Output::open(&folder.path().join("output")).unwrap();
    assert!(matches!(output.copy("media/x", Path::new("/dev/null")), Err(DiskError::NotAFile(_))));
}

#[test]
fn a_folder_with_other_things_in_it_is_refused_and_left_as_it_is() {
    let folder = folder();
    fs::create_dir(folder.path().join("letters")).unwrap();
    fs::write(folder.path().join("letters/to-paweł.txt"), "private").unwrap();
    let before = stamps(folder.path());
    let Err(DiskError::Foreign { files, more, .. }) = Output::open(folder.path()) else {
        panic!("not refused")
    };
    assert_eq!((files, more), (vec!["letters/to-paweł.txt".to_owned()], false));
    assert_eq!(stamps(folder.path()), before);
}

#[test]
fn a_foreign_file_in_the_middle_of_the_site_is_refused_too() {
    let folder = folder();
    build(folder.path(), &old()).unwrap();
    fs::write(folder.path().join("claims/mine.txt"), "keep me").unwrap();
    let before = stamps(folder.path());
    assert!(
        matches!(build(folder.path(), &new()), Err(DiskError::Foreign { files, .. }) if files == ["claims/mine.txt"])
    );
    assert_eq!(stamps(folder.path()), before);
}

#[test]
fn what_git_and_finder_leave_there_is_neither_refused_nor_touched() {
    let folder = folder();
    fs::write(folder.path().join(".gitignore"), "*\n").unwrap();
    fs::create_dir(folder.path().join(".git")).unwrap();
    fs::write(folder.path().join(".git/HEAD"), "ref").unwrap();
    build(folder.path(), &old()).unwrap();
    fs::write(folder.path().join("people/only/.DS_Store"), "icons").unwrap();
    build(folder.path(), &new()).unwrap();
    assert_eq!(published(folder.path()), new());
    assert_eq!(fs::read_to_string(folder.path().join(".gitignore")).unwrap(), "*\n");
    assert!(folder.path().join("people/only/.DS_Store").exists());
    assert!(folder.path().join(".git/HEAD").exists());
}

#[test]
fn nothing_is_written_through_a_link() {
    for place in
        ["claims", "index.html", ".casebook", ".casebook/files", ".casebook/lock", ".casebook/staged"]
    {
        let (folder, elsewhere) = (folder(), folder());
        build(folder.path(), &old()).unwrap();
        let link = folder.path().join(place);
        let target = elsewhere.path().join("target");
        if link.exists() {
            fs::rename(&link, &target).unwrap();
        } else {
            fs::create_dir(&target).unwrap();
        }
        symlink(&target, &link).unwrap();
        let before = (stamps(folder.path()), stamps(elsewhere.path()));
        assert!(
            matches!(build(folder.path(), &new()), Err(DiskError::Link(path)) if path == link),
            "{place}"
        );
        assert_eq!((stamps(folder.path()), stamps(elsewhere.path())), before, "{place}");
    }
}

#[test]
fn a_file_in_place_of_the_folder_is_refused() {
    let folder = folder();
    let file = folder.path().join("output");
    fs::write(&file, "not a folder").unwrap();
    assert!(matches!(Output::open(&file), Err(DiskError::NotAFolder(_))));
    assert_eq!(fs::read_to_string(&file).unwrap(), "not a folder");
}

#[test]
fn a_second_build_at_the_same_time_is_refused() {
    let folder = folder();
    let first = Output::open(folder.path()).unwrap();
    first.put("index.html", b"first").unwrap();
    assert!(matches!(Output::open(folder.path()), Err(DiskError::Busy(_))));
    first.finish().unwrap();
    build(folder.path(), &new()).unwrap();
    assert_eq!(published(folder.path()), new());
}

#[test]
fn with_a_damaged_list_nothing_is_removed() {
    let folder = folder();
    build(folder.path(), &old()).unwrap();
    let list = folder.path().join(".casebook/files");
    let whole = fs::read(&list).unwrap();
    let mut longer = whole.clone();
    longer.extend(b"added.html\n");
    for damaged in [&whole[..whole.len() - 9], &whole[..1], b"\xFF\xFE", &longer] {
        fs::write(&list, damaged).unwrap();
        assert!(matches!(build(folder.path(), &new()), Err(DiskError::DamagedList(_))));
        assert_eq!(published(folder.path()), old());
    }
    fs::remove_file(&list).unwrap();
    assert!(matches!(build(folder.path(), &new()), Err(DiskError::Foreign { more: true, .. })));
    assert_eq!(published(folder.path()), old());

    // Emptied as the message says, the folder can be built into again.
    fs::write(&list, b"damaged").unwrap();
    for entry in fs::read_dir(folder.path()).unwrap().map(Result::unwrap) {
        match entry.file_type().unwrap().is_dir() {
            _ if entry.file_name() == ".casebook" => {}
            true => fs::remove_dir_all(entry.path()).unwrap(),
            false => fs::remove_file(entry.path()).unwrap(),
        }
    }
    build(folder.path(), &new()).unwrap();
    assert_eq!(published(folder.path()), new());
}

/// Every page that is there is whole, as it was or as it will be, and those that stay are there throughout.
fn assert_whole(folder: &Path, steps: usize) {
    let (old, new) = (old(), new());
    let there = published(folder);
    for (path, text) in &there {
        assert!(
            old.get(path) == Some(text) || new.get(path) == Some(text),
            "{path} after {steps} steps: {text}"
        );
    }
    for path in old.keys().filter(|path| new.contains_key(*path)) {
        assert!(there.contains_key(path), "{path} is missing after {steps} steps");
    }
}

#[test]
fn a_kill_at_any_moment_leaves_whole_pages_and_the_next_build_does_the_rest() {
    for start in [Site::new(), old()] {
        for steps in 0.. {
            let folder = folder();
            build(folder.path(), &start).unwrap();
            let ended = faulty(folder.path(), &new(), End::Kill, steps);
            let there = published(folder.path());
            if start.is_empty() {
                assert!(there.iter().all(|(path, text)| new().get(path) == Some(text)), "{there:?}");
            } else {
                assert_whole(folder.path(), steps);
            }
            build(folder.path(), &new()).unwrap();
            assert_eq!(published(folder.path()), new(), "after {steps} steps");
            assert!(!folder.path().join("people").exists(), "after {steps} steps");
            assert!(!folder.path().join(".casebook/staged").exists());
            if ended.is_ok() {
                assert!(steps > 15, "the fault was never met");
                break;
            }
        }
    }
}

#[test]
fn a_full_disk_at_any_moment_leaves_whole_pages_and_gives_back_the_room() {
    for steps in 0.. {
        let folder = folder();
        build(folder.path(), &old()).unwrap();
        let ended = faulty(folder.path(), &new(), End::Full, steps);
        assert!(!folder.path().join(".casebook/staged").exists());
        if let Err(error) = &ended {
            assert!(error.to_string().contains("make room on the disk"), "{error}");
            // Moving in needs no more room: but for the list, all pages are old or all are new.
            let there = published(folder.path());
            assert!(there == old() || there == new(), "after {steps} steps: {there:?}");
        }
        build(folder.path(), &new()).unwrap();
        assert_eq!(published(folder.path()), new(), "after {steps} steps");
        if ended.is_ok() {
            break;
        }
    }
}

fn any_site() -> impl Strategy<Value = Site> {
    let path = prop::sample::select(vec![
        "index.html",
        "404.html",
        "a",
        "a/b",
        "a/b/c.html",
        "a/d.html",
        "b/ä.html",
        "B/e.html",
        "b/E.html",
        "b/e.html",
    ]);
    prop::collection::btree_map(path.prop_map(str::to_owned), "[xyä]{0,3}", 0..8).prop_map(|site| {
        // Pages that cannot be together are refused; those that came first stay.
        let mut addresses = Addresses::default();
        site.into_iter().filter(|(path, _)| addresses.take(path).is_ok()).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn after_any_series_of_builds_the_folder_is_the_last_site(
        builds in prop::collection::vec((any_site(), prop::option::of((0..25_usize, any::<bool>()))), 1..8),
        last in any_site(),
    ) {
        let folder = folder();
        let mut seen = std::collections::BTreeSet::new();
        for (site, fault) in &builds {
            seen.extend(site.clone());
            match fault {
                None => drop(build(folder.path(), site).unwrap()),
                Some((steps, true)) => drop(faulty(folder.path(), site, End::Kill, *steps)),
                Some((steps, false)) => drop(faulty(folder.path(), site, End::Full, *steps)),
            }
            for page in published(folder.path()) {
                prop_assert!(seen.contains(&page), "{page:?} is of no build");
            }
        }
        build(folder.path(), &last).unwrap();
        prop_assert_eq!(published(folder.path()), last.clone());
        let folders = walkdir::WalkDir::new(folder.path()).min_depth(1).into_iter().map(Result::unwrap);
        for empty in folders.filter(|entry| entry.file_type().is_dir() && entry.file_name() != ".casebook") {
            prop_assert!(fs::read_dir(empty.path()).unwrap().next().is_some(), "{:?} is empty", empty.path());
        }
    }
}
