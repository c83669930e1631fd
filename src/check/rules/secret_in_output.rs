//! Words that must not come out, in what is about to: found on the way to the disk, when all of it is there.

use crate::check::Look;

pub(super) const LOOK: Look = Look::Elsewhere;
