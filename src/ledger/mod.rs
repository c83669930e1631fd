//! Who read what, and what was published when: digests, signatures, and the chain of publications.
//!
//! Nothing here is secret, and nothing secret is ever digested: what is digested of a claim or an article is what a
//! reader is shown of it, made from [`Facts`](crate::model::Facts) alone. `docs/record.md` says how anyone can make
//! every digest again from a built site; the public record carries digests of former words, never those words.

mod book;
mod chain;
mod content;
mod digest;
mod prose;
mod publication;
mod sheet;
mod sign_off;
mod verify;
mod visible;

pub use book::Ledger;
pub use content::{article_digest, claim_digest, whole_digest};
pub use digest::{canonical, digest_of, sha256};
pub use prose::{article_words, words_digest};
pub use publication::{Gone, Publication, Published, PublishedArticle, PublishedClaim, next};
pub use sheet::{publication_path, publication_sheet, sign_offs_path, signature_line};
pub use sign_off::{SignOff, Signature, Signed};
pub(crate) use verify::{RECORD, public_record};
pub use verify::{Verified, verify};
