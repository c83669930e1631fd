//! How many independent origins a claim has: pieces of evidence gathered by who said it first, and what each group
//! adds.
//!
//! Pieces on withdrawn documents add nothing, but what they tie together stays tied: so taking a document back never
//! makes a number larger.

use super::lines::{Line, Lines, Meetings, Ties};
use super::pieces::{Origin, Piece};
use super::roots::Roots;
use super::ways;
use crate::model::{Claim, Count, Facts, Group, Speaker, Stance, Why};

/// Counts what supports a claim, and what disputes it.
pub(super) fn count(claim: &Claim, facts: &Facts, roots: &Roots, lines: &Lines<'_>) -> (Count, Count) {
    let side = |stance| {
        let of_side =
            claim.evidence.iter().enumerate().filter(move |(_, evidence)| evidence.stance == stance);
        of_side.map(|(index, _)| Piece::new(index, claim, facts, roots)).collect::<Vec<_>>()
    };
    let mut relays = vec![Vec::new(); claim.evidence.len()];
    let mut count = |stance| {
        let pieces = side(stance);
        if pieces.is_empty() {
            return Count::default();
        }
        let tied = Tied::new(&pieces, facts, lines);
        let shown = ways::relays(&pieces, &tied.open.origins, facts);
        let mut count = tied.count(&pieces);
        for group in count.groups.iter_mut().filter(|group| group.why == Why::Merged) {
            let of_group = pieces.iter().filter(|piece| group.evidence.contains(&piece.index));
            group.within =
                lines.meeting(of_group.flat_map(|piece| piece.origin_lines(facts, lines, Ties::Open)));
        }
        if count.origins > 0 {
            let hidden = tied.all.as_ref().map(|all| ways::relays(&pieces, &all.origins, facts));
            let passed = ways::Passed { pieces: &pieces, facts, roots, lines };
            count.narrow = passed.narrow(tied.decisive(), &shown);
            count.ways = passed.count(tied.decisive(), hidden.as_ref().unwrap_or(&shown), count.origins);
        }
        for (piece, shown) in pieces.iter().zip(shown) {
            relays[piece.index] = shown;
        }
        count
    };
    let (mut support, mut dispute) = (count(Stance::Supports), count(Stance::Disputes));
    count(Stance::Context);
    dispute.relays.clone_from(&relays);
    support.relays = relays;
    (support, dispute)
}

/// One side of a claim, gathered by what anyone may know, and by all ties, where some are kept confidential.
struct Tied {
    open: Gathered,
    all: Option<Gathered>,
}

impl Tied {
    fn new(pieces: &[Piece<'_>], facts: &Facts, lines: &Lines<'_>) -> Self {
        let open = origin_lines(pieces, facts, lines, Ties::Open);
        let all = lines.any_secret().then(|| origin_lines(pieces, facts, lines, Ties::All));
        let all = all.filter(|all| *all != open).map(|all| Gathered::new(pieces, &all));
        Self { open: Gathered::new(pieces, &open), all }
    }

    /// What the numbers are made from.
    fn decisive(&self) -> &Gathered {
        self.all.as_ref().unwrap_or(&self.open)
    }

    /// The groups as they may be shown, adding up to the number that all ties give.
    ///
    /// Groups are never larger than anyone may know. What counts less than anyone could tell is said to be tied to
    /// another, never to which.
    fn count(&self, pieces: &[Piece<'_>]) -> Count {
        let Some(all) = &self.all else { return self.open.count(pieces) };
        let mut parts = Parts::default();
        for at in 0..pieces.len() {
            parts.push(at, (self.open.group_of[at], all.group_of[at]));
        }
        let mut groups = Vec::with_capacity(parts.0.len());
        let would_count = |(open, _): (usize, usize)| self.open.groups[open].counts > 0;
        for (ties, part) in &parts.0 {
            let (open, whole) = (&self.open.groups[ties.0], &all.groups[ties.1]);
            let of_whole = || parts.0.iter().filter(|(others, _)| others.1 == ties.1);
            let first = of_whole().find(|(others, _)| would_count(*others));
            let first =
                first.or_else(|| of_whole().find(|(_, part)| part.iter().any(|at| pieces[*at].known)));
            let carries = whole.counts > 0
                && first.or_else(|| of_whole().next()).is_some_and(|(first, _)| first == ties);
            let (counts, why) = match (carries, open.counts > 0) {
                (true, true) => (1, open.why),
                (true, false) => (1, whole.why),
                (false, true) => (0, Why::Secret),
                (false, false) => (0, open.why),
            };
            groups.push(shown(&Part { pieces: part.clone(), counts, why }, pieces));
        }
        Count { origins: groups.iter().map(|group| group.counts).sum(), groups, ..Count::default() }
    }
}

/// Who is above the speakers of each piece's origin.
fn origin_lines<'l>(
    pieces: &[Piece<'_>],
    facts: &'l Facts,
    lines: &'l Lines<'_>,
    ties: Ties,
) -> Vec<Vec<Line<'l>>> {
    pieces.iter().map(|piece| piece.origin_lines(facts, lines, ties).collect()).collect()
}

/// Pieces of one side that count together.
struct Part {
    /// By their place in the side.
    pieces: Vec<usize>,
    counts: u32,
    why: Why,
}

fn shown(part: &Part, pieces: &[Piece<'_>]) -> Group {
    let mut speakers: Vec<Speaker> = Vec::new();
    for speaker in part.pieces.iter().flat_map(|at| pieces[*at].origin.speakers()) {
        if !speakers.contains(speaker) {
            speakers.push(*speaker);
        }
    }
    let evidence = part.pieces.iter().map(|at| pieces[*at].index).collect();
    Group { speakers, evidence, counts: part.counts, why: part.why, within: Vec::new() }
}

/// Pieces by what they have in common, in the order of the first.
struct Parts<K>(Vec<(K, Vec<usize>)>);

impl<K> Default for Parts<K> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: Copy + PartialEq> Parts<K> {
    fn push(&mut self, piece: usize, common: K) {
        match self.0.iter_mut().find(|(known, _)| *known == common) {
            Some((_, part)) => part.push(piece),
            None => self.0.push((common, vec![piece])),
        }
    }
}

/// What pieces of a group have in common. A class goes by the place of its first piece.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Common {
    /// Origins that are one.
    Class(usize),
    /// The same, on documents that were taken back.
    WithdrawnClass(usize),
    /// Round-ups whose roots are told of nowhere else, tied to one another.
    RoundUps(usize),
    /// Round-ups of the same roots, one of which is named.
    Named(usize),
    /// Round-ups of the same roots, on documents that were taken back.
    WithdrawnRoundUps(usize),
    /// Documents that derive from themselves.
    Circle,
    WithdrawnCircle,
}

/// One side of a claim, gathered by the ties that are looked at.
pub(super) struct Gathered {
    groups: Vec<Part>,
    /// For each piece, its group.
    group_of: Vec<usize>,
    /// For each piece, a number for its origin: merged origins have the same, and so have round-ups of the same roots.
    pub origins: Vec<Option<usize>>,
    /// Round-ups that add nothing and join nothing.
    pub set_aside: Vec<bool>,
    /// Whether a piece is of an origin that counts; what is counted once together, all of it.
    pub counting: Vec<bool>,
}

impl Gathered {
    /// `lines` are those of each piece's origins.
    fn new(pieces: &[Piece<'_>], lines: &[Vec<Line<'_>>]) -> Self {
        let classes = Classes::of(pieces, lines);
        let round_ups = RoundUps::of(pieces, lines, &classes);
        let mut parts = Parts::default();
        for (at, piece) in pieces.iter().enumerate() {
            parts.push(at, common(at, piece, &classes, &round_ups));
        }
        let mut gathered = Self {
            groups: Vec::with_capacity(parts.0.len()),
            group_of: vec![0; pieces.len()],
            origins: (0..pieces.len()).map(|at| origin_number(at, pieces, &classes, &round_ups)).collect(),
            set_aside: round_ups.set_aside.clone(),
            counting: vec![false; pieces.len()],
        };
        let mut pool = Vec::new();
        for (number, (common, part)) in parts.0.into_iter().enumerate() {
            for at in &part {
                gathered.group_of[*at] = number;
            }
            let known = part.iter().any(|at| pieces[*at].known);
            let one = part.iter().all(|at| pieces[*at].origin == pieces[part[0]].origin);
            let (counts, why) = match common {
                Common::Class(_) if known => (1, if one { Why::Known } else { Why::Merged }),
                Common::RoundUps(class) if round_ups.taken_back[class] => (0, Why::RoundUpOfNamed),
                Common::RoundUps(_) if known => (1, Why::RoundUp),
                Common::Class(_) | Common::RoundUps(_) => (0, Why::Unstated),
                Common::Named(_) => (0, Why::RoundUpOfNamed),
                Common::Circle => (0, Why::Circle),
                Common::WithdrawnClass(_) | Common::WithdrawnRoundUps(_) | Common::WithdrawnCircle => {
                    (0, Why::Withdrawn)
                }
            };
            if counts == 0 && matches!(common, Common::Class(_) | Common::RoundUps(_)) {
                pool.push((number, common));
            }
            for at in &part {
                gathered.counting[*at] = counts > 0;
            }
            gathered.groups.push(Part { pieces: part, counts, why });
        }
        if gathered.groups.iter().all(|group| group.counts == 0) {
            gathered.count_once(&pool);
        }
        gathered
    }

    /// Where nothing else counts, what may have been copied counts once together.
    fn count_once(&mut self, pool: &[(usize, Common)]) {
        for (place, (number, common)) in pool.iter().enumerate() {
            let group = &mut self.groups[*number];
            if place == 0 {
                group.counts = 1;
                group.why =
                    if matches!(common, Common::RoundUps(_)) { Why::RoundUp } else { Why::OnlyUnstated };
            }
            for at in &group.pieces {
                self.counting[*at] = true;
            }
        }
    }

    fn count(&self, pieces: &[Piece<'_>]) -> Count {
        let groups: Vec<Group> = self.groups.iter().map(|part| shown(part, pieces)).collect();
        Count { origins: groups.iter().map(|group| group.counts).sum(), groups, ..Count::default() }
    }
}

fn common(at: usize, piece: &Piece<'_>, classes: &Classes, round_ups: &RoundUps) -> Common {
    match (&piece.origin, piece.live) {
        (Origin::One(_), true) => Common::Class(classes.meetings.class(at)),
        (Origin::One(_), false) => Common::WithdrawnClass(classes.meetings.class(at)),
        (Origin::RoundUp(_), false) => Common::WithdrawnRoundUps(round_ups.same_roots[at]),
        (Origin::RoundUp(_), true) if round_ups.set_aside[at] => Common::Named(round_ups.same_roots[at]),
        (Origin::RoundUp(_), true) => Common::RoundUps(round_ups.left_over.class(at)),
        (Origin::Nobody, true) => Common::Circle,
        (Origin::Nobody, false) => Common::WithdrawnCircle,
    }
}

fn origin_number(at: usize, pieces: &[Piece<'_>], classes: &Classes, round_ups: &RoundUps) -> Option<usize> {
    match pieces[at].origin {
        Origin::One(_) => Some(classes.meetings.class(at)),
        Origin::RoundUp(_) => Some(round_ups.same_roots[at]),
        Origin::Nobody => None,
    }
}

/// Named origins that are one.
struct Classes {
    meetings: Meetings,
    /// For each class, whether one of its documents still stands.
    live: Vec<bool>,
}

impl Classes {
    fn of(pieces: &[Piece<'_>], lines: &[Vec<Line<'_>>]) -> Self {
        let named = || pieces.iter().enumerate().filter(|(_, piece)| matches!(piece.origin, Origin::One(_)));
        let meetings = Meetings::of(pieces.len(), named().map(|(at, _)| (at, lines[at][0].as_ref())));
        let mut live = vec![false; pieces.len()];
        for (at, piece) in named() {
            live[meetings.class(at)] |= piece.live;
        }
        Self { meetings, live }
    }
}

/// Round-ups, and which of them hang together.
#[derive(Default)]
struct RoundUps {
    /// For each piece, the first with the same roots' sources.
    same_roots: Vec<usize>,
    /// Whether one of the roots' sources is named already.
    set_aside: Vec<bool>,
    /// What the others share; origins all of whose documents were taken back tie them together too.
    left_over: Meetings,
    /// For each class of those left over, whether one of the roots' sources was named, and that was taken back. It
    /// then never adds to another: it would make up for what went.
    taken_back: Vec<bool>,
}

impl RoundUps {
    fn of(pieces: &[Piece<'_>], lines: &[Vec<Line<'_>>], classes: &Classes) -> Self {
        let mut round_ups = Self { set_aside: vec![false; pieces.len()], ..Self::default() };
        if !pieces.iter().any(Piece::is_round_up) {
            return round_ups;
        }
        let all = || pieces.iter().enumerate().filter(|(_, piece)| piece.is_round_up());
        round_ups.same_roots = (0..pieces.len()).collect();
        for (at, piece) in all() {
            let same = |(_, other): &(usize, &Piece<'_>)| same_speakers(&piece.origin, &other.origin);
            round_ups.same_roots[at] = all().find(same).map_or(at, |(first, _)| first);
            let mut met = lines[at].iter().flat_map(|line| classes.meetings.met_by(line));
            round_ups.set_aside[at] = met.any(|class| classes.live[class]);
        }
        let of_piece = |at: usize, number: usize| lines[at].iter().map(move |line| (number, line.as_ref()));
        let left = all().filter(|(at, _)| !round_ups.set_aside[*at]).flat_map(|(at, _)| of_piece(at, at));
        let gone = (0..pieces.len()).filter(|at| matches!(pieces[*at].origin, Origin::One(_)));
        let gone: Vec<usize> = gone.filter(|at| !classes.live[classes.meetings.class(*at)]).collect();
        let connecting = gone.iter().flat_map(|at| of_piece(*at, classes.meetings.class(*at)));
        round_ups.left_over = Meetings::of(pieces.len(), left.chain(connecting));
        round_ups.taken_back = vec![false; pieces.len()];
        for at in gone {
            round_ups.taken_back[round_ups.left_over.class(classes.meetings.class(at))] = true;
        }
        round_ups
    }
}

fn same_speakers(one: &Origin, other: &Origin) -> bool {
    let (one, other) = (one.speakers(), other.speakers());
    one.len() == other.len() && one.iter().all(|speaker| other.contains(speaker))
}

#[cfg(test)]
pub(crate) mod tests;
