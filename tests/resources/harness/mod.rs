//! What is asked of every resource, and of every example of it.

mod check;
mod corpus;
mod metadata;
mod page;
mod same;

use graph_resource::{At, Bytes, GraphResource, Structured};
use serde::Serialize;
use serde::de::DeserializeOwned;

pub(crate) use self::check::every_example;
pub(crate) use self::page::Page;

/// A resource, and what the documentation's examples of it are.
pub(crate) trait Documented:
    GraphResource<Partial: Serialize, Patch: Serialize + DeserializeOwned> + Serialize + DeserializeOwned
{
    /// The qualified OData types whose examples these are.
    const TYPES: &'static [&'static str];

    /// How many examples must pass, each with nothing left out, and how many records must be read whole. A lower count
    /// fails.
    const REQUIRED: Required;

    /// Names in `@odata.type` that only repeat what the resource or a property is declared as: they may stand on one
    /// side alone.
    const DECLARED: &'static [&'static str] = &[];

    /// Write-only properties, `encryption.secret`: what an answer says of them is a mask.
    const MASKED: &'static [&'static str] = &[];

    /// What is left out: the example, the check, and which fault of the page is the reason. An entry that passes fails.
    const LEFT_OUT: &'static [(&'static str, Check, &'static str)] = &[];

    /// Where a page writes the name of an enumeration's member in another case than the metadata, or several members in
    /// another order: the example, and where in the body, `importance` or `toRecipients[0].type`. They are read all the
    /// same.
    const RECASED: &'static [(&'static str, &'static str)] = &[];

    /// A record of which nothing is known but what cannot be null, for answers that show only a part of one.
    const BLANK: &'static str = r#"{"id":"0"}"#;

    /// Examples of our own.
    const OWN: &'static [Own];

    /// The resource at a path of the documentation, its segments as [`Page::path`] gives them.
    fn at(path: &[&str]) -> Option<At<Self>>;

    /// The request of a page that reads: of the resource, of a collection, or by a function.
    fn get(page: &Page) -> Option<http::Request<Bytes>> {
        Self::at(&page.path()).map(|at| page.request(at.get()))
    }

    /// Of a union: the tables of properties of its types. Of a struct: its own.
    fn tables() -> Vec<&'static graph_resource::codec::TypeInfo> {
        Self::table().into_iter().collect()
    }
}

/// The table of a struct, for [`Documented::tables`] of a union.
pub(crate) fn table_of<T: Structured>() -> &'static graph_resource::codec::TypeInfo {
    T::TYPE
}

/// How many examples must pass.
pub(crate) struct Required {
    /// Examples of `PATCH`.
    pub(crate) patches: usize,
    /// Examples of `GET`.
    pub(crate) gets: usize,
    /// Records in the answers to a `GET` that show all of what is not nullable. The others are read as partials.
    pub(crate) wholes: usize,
}

/// What is asked of an example.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Check {
    /// The request line built from the typed path is the page's.
    Line,
    /// The body of a `PATCH`, read as a patch and written again, is the page's.
    Body,
    /// The patch, applied to the record that the page of the `GET` shows, and the answer, merged, give what the page shows.
    State,
    /// The body of a `GET` is read, and its local form loses nothing.
    Read,
}

/// An example of our own: a record, a patch of it, and the answer to the patch.
pub(crate) struct Own {
    /// `/users/87d349ed`.
    pub(crate) url: &'static str,
    /// The answer to a `GET`.
    pub(crate) before: &'static str,
    /// The body of a `PATCH`.
    pub(crate) patch: &'static str,
    /// The answer to it; empty for a 204.
    pub(crate) answer: &'static str,
}
