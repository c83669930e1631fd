//! A correction that lacks its date, its kind, what was wrong, or what is right. Linking finds it: the record holds only
//! corrections that say all they must.

use crate::check::Look;

pub(super) const LOOK: Look = Look::Elsewhere;
