//! Evidence that carries a status: which documents and origins a claim takes to stand as it does.

use std::collections::BTreeSet;

use casebook::model::Status;

use super::cast::Cast;
use super::dice::Dice;
use super::documents::{Document, Library};

/// How often two independent pieces are looked for before it is given up.
const TRIES: usize = 60;

/// What claims are written with.
pub(crate) struct Desk<'c, 'd> {
    pub(crate) cast: &'c Cast,
    pub(crate) archive: &'c mut Library,
    pub(crate) dice: &'d mut Dice,
}

/// A piece of evidence. Speakers and documents are numbers of the cast and the library.
pub(crate) struct Piece {
    pub(crate) document: usize,
    pub(crate) said_by: Option<usize>,
    pub(crate) via: Vec<usize>,
    pub(crate) basis: Option<&'static str>,
    pub(crate) stance: &'static str,
    pub(crate) shown: bool,
}

impl Desk<'_, '_> {
    /// Evidence that carries `status`; nothing where it was not found. Where it must be `named`, no origin of it is
    /// a confidential source.
    pub(crate) fn evidence(&mut self, status: Status, named: bool) -> Vec<Piece> {
        let mut pieces = match status {
            Status::Unverified => vec![self.rumour()],
            Status::Reported | Status::Superseded | Status::Withdrawn => vec![self.piece(named)],
            Status::Corroborated => self.independent(named),
            Status::Verified => vec![self.proof()],
            Status::Disputed => vec![self.piece(named), self.against(named)],
            Status::Refuted => {
                let mut pieces = self.independent(named);
                for piece in &mut pieces {
                    piece.stance = "disputes";
                }
                if !pieces.is_empty() {
                    pieces.insert(0, self.piece(named));
                }
                pieces
            }
        };
        // More evidence never takes an origin away: hearsay, and what only sheds light.
        if !pieces.is_empty() && self.dice.percent(12) {
            pieces.push(self.rumour());
        }
        if !pieces.is_empty() && self.dice.percent(5) {
            let mut piece = self.piece(named);
            piece.stance = "context";
            pieces.push(piece);
        }
        pieces
    }

    /// What an outlet tells without saying how it knows.
    fn rumour(&mut self) -> Piece {
        let document = self.document(|_| true);
        let basis = self.dice.percent(50).then_some("unstated");
        Piece { document, said_by: None, via: Vec::new(), basis, stance: "supports", shown: false }
    }

    /// What somebody says who knows it.
    fn piece(&mut self, named: bool) -> Piece {
        let document = self.document(|document| document.roots.len() == 1);
        let way = &self.archive.documents[document].way;
        let (root, relays) = (way[0], way.clone());
        let (origin, basis) = match self.dice.within(0..20) {
            0 if !named => (*self.dice.one(&self.cast.confidential), "witness"),
            0..11 => {
                let basis = *self.dice.one(&["statement", "witness", "document"]);
                (self.dice.within(self.cast.people.clone()), basis)
            }
            11..14 => (self.dice.within(self.cast.organisations.clone()), "statement"),
            _ => (root, "own-reporting"),
        };
        // Given only where the sheet's author wants to be exact: the default is the same.
        let mut via = Vec::new();
        if self.dice.percent(40) {
            via = distinct_in_order(relays.into_iter().filter(|relay| *relay != origin));
        }
        let is_outlet = self.cast.sources.contains(&origin);
        let basis = (is_outlet || basis != "statement").then_some(basis);
        Piece { document, said_by: Some(origin), via, basis, stance: "supports", shown: false }
    }

    fn against(&mut self, named: bool) -> Piece {
        Piece { stance: "disputes", ..self.piece(named) }
    }

    /// Two pieces that share neither a camp, on any part of their ways, nor an original.
    fn independent(&mut self, named: bool) -> Vec<Piece> {
        for _ in 0..TRIES {
            let pair = vec![self.piece(named), self.piece(named)];
            let [one, other] = [&pair[0], &pair[1]].map(|piece| self.camps(piece));
            let [roots, other_roots] =
                [&pair[0], &pair[1]].map(|piece| &self.archive.documents[piece.document].roots);
            if one.is_disjoint(&other) && roots.is_disjoint(other_roots) {
                return pair;
            }
        }
        Vec::new()
    }

    /// A kept copy that shows it.
    fn proof(&mut self) -> Piece {
        let document = self.document(|document| document.kept);
        let said_by = Some(self.archive.documents[document].source);
        Piece {
            document,
            said_by,
            via: Vec::new(),
            basis: Some("recording"),
            stance: "supports",
            shown: true,
        }
    }

    fn camps(&self, piece: &Piece) -> BTreeSet<usize> {
        let origin = piece.said_by.map(|origin| self.cast.speakers[origin].camp);
        self.archive.documents[piece.document].camps.iter().copied().chain(origin).collect()
    }

    /// A document that has not been withdrawn, of those wanted.
    fn document(&mut self, wanted: impl Fn(&Document) -> bool) -> usize {
        loop {
            let index = self.dice.within(0..self.archive.documents.len());
            let document = &self.archive.documents[index];
            if !document.withdrawn && wanted(document) {
                return index;
            }
        }
    }
}

fn distinct_in_order(speakers: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut seen = BTreeSet::new();
    speakers.filter(|speaker| seen.insert(*speaker)).collect()
}
