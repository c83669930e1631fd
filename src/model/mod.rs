//! The record: what is known, by whom, of what; plain values in the newsroom's words.
//!
//! It knows nothing of YAML, Markdown's addresses, HTML or files. What only the desk may see (notes, secret names,
//! ties that would give a source away) stands apart in [`Desk`], so that [`Facts`] cannot hold it.

mod address;
mod article;
mod claim;
mod count;
mod date;
mod desk;
mod digest;
mod document;
mod entry;
mod event;
mod id;
mod key;
mod record;
mod report;
mod speaker;

pub use address::{Leads, is_own_picture, is_web, leads};
pub use article::{Article, Author, Form, Prose, Reference};
pub use claim::{
    Basis, Claim, ClaimKind, Correction, CorrectionKind, Evidence, Inferred, Outcome, OwnCheck, Reply,
    Response, Stance, Standing, Status, Translation,
};
pub use count::{Count, Group, Narrow, Why};
pub use date::{Bound, Date, DateError, Precision, day_words};
pub use desk::{Allowed, Desk, Secret, Withheld};
pub use digest::Digest;
pub use document::{Document, DocumentType, KeptCopy, Withdrawal};
pub use entry::{Entry, Measure, Picture};
pub use event::{Event, Location};
pub use id::Id;
pub use key::{Key, Slots, Table};
pub use record::{Any, Facts, Kind, Record};
pub use report::{Exception, Policy, Publisher, Report, SigningRole};
pub use speaker::{Body, End, Name, Organisation, Person, Role, Source, Speaker, SpeaksFor};
