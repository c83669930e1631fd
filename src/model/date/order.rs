//! Which of two dates comes first: on a timeline, surely, or perhaps.

use std::cmp::Ordering;

use jiff::civil;
use jiff::tz::Offset;

use super::form::Form;
use super::{Bound, Date};

impl Date {
    /// Whether it lies before `other` whatever either may mean. By days, and by the clock where both have a time and
    /// a zone. Never so where one is marked uncertain or approximate.
    #[must_use]
    pub fn certainly_before(&self, other: &Self) -> bool {
        if self.is_doubtful() || other.is_doubtful() {
            return false;
        }
        if let (Some(mine), Some(theirs)) = (self.instant(), other.instant()) {
            return mine < theirs;
        }
        let (_, last) = self.days_beside(other);
        let (first, _) = other.days_beside(self);
        matches!((last, first), (Bound::Day(last), Bound::Day(first)) if last < first)
    }

    /// Whether it can lie before `other`. Always so where one is marked uncertain or approximate.
    #[must_use]
    pub fn possibly_before(&self, other: &Self) -> bool {
        if self.is_doubtful() || other.is_doubtful() {
            return true;
        }
        if let (Some(mine), Some(theirs)) = (self.instant(), other.instant()) {
            return mine < theirs;
        }
        let (first, _) = self.days_beside(other);
        let (_, last) = other.days_beside(self);
        match (first, last) {
            (Bound::Day(first), Bound::Day(last)) => first < last,
            _ => true,
        }
    }

    fn is_doubtful(&self) -> bool {
        self.is_uncertain() || self.is_approximate()
    }

    /// The days it may mean beside a date that has no instant. Nobody said in which zone the other's day was meant,
    /// so an instant may fall on any day that it is somewhere on earth.
    fn days_beside(&self, other: &Self) -> (Bound, Bound) {
        match self.instant() {
            Some(instant) if other.instant().is_none() => (
                Bound::Day(Offset::constant(-12).to_datetime(instant).date()),
                Bound::Day(Offset::constant(14).to_datetime(instant).date()),
            ),
            _ => (self.earliest(), self.latest()),
        }
    }

    /// The day it stands at on a timeline, its last day, and what the clock says, at UTC where the zone is known.
    fn place(&self) -> (civil::Date, civil::Date, Option<civil::DateTime>) {
        let (first, last) = (self.earliest().day(), self.latest().day());
        let at = first.or(last).unwrap_or(civil::Date::MAX);
        let clock = match &self.form {
            Form::Moment(moment) => Some(match moment.instant() {
                Some(instant) => Offset::UTC.to_datetime(instant),
                None => moment.clock(),
            }),
            _ => None,
        };
        (at, last.unwrap_or(civil::Date::MAX), clock)
    }
}

impl Ord for Date {
    fn cmp(&self, other: &Self) -> Ordering {
        self.place().cmp(&other.place()).then_with(|| self.as_typed().cmp(other.as_typed()))
    }
}

impl PartialOrd for Date {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
