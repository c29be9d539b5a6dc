//! The flags of a property are one thing in the derive and in the runtime.

use graph_resource::codec::Flags;
use graph_resource::{ETag, GraphResource};

/// The derive's own constants.
#[path = "../../macros/src/input/flags.rs"]
mod derive;

#[test]
fn the_bits_of_the_derive_are_the_runtimes() {
    for (bits, flag) in [
        (derive::KEY, Flags::KEY),
        (derive::READ_ONLY, Flags::READ_ONLY),
        (derive::CREATE_ONLY, Flags::CREATE_ONLY),
        (derive::WRITE_ONLY, Flags::WRITE_ONLY),
        (derive::ETAG, Flags::ETAG),
        (derive::MERGE, Flags::MERGE),
        (derive::NAVIGATION, Flags::NAVIGATION),
        (derive::COLLECTION, Flags::COLLECTION),
        (derive::ANNOTATION, Flags::ANNOTATION),
        (derive::INLINE, Flags::INLINE),
        (derive::NOT_NULL, Flags::NOT_NULL),
    ] {
        assert_eq!(Flags::from_bits(bits), flag, "{bits}");
    }
}

/// A property for each option that sets a flag.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/flagged/<id>")]
pub(super) struct Flagged {
    pub(super) id: String,
    pub(super) plain: String,
    #[graph_resource(read_only)]
    pub(super) read_only: String,
    #[graph_resource(create_only)]
    pub(super) create_only: String,
    #[graph_resource(write_only)]
    pub(super) write_only: String,
    #[graph_resource(etag)]
    pub(super) etag: Option<ETag>,
    #[graph_resource(merge)]
    pub(super) merge: Option<graph_resource_tests::shapes::Spot>,
    #[graph_resource(navigation)]
    pub(super) one: Option<Box<Flagged>>,
    #[graph_resource(navigation)]
    pub(super) many: Option<Vec<Flagged>>,
    #[graph_resource(annotation = "@a.b")]
    pub(super) annotation: Option<String>,
    #[graph_resource(navigation, inline)]
    pub(super) inline: Option<Vec<Flagged>>,
    #[graph_resource(not_null)]
    pub(super) not_null: Option<String>,
}

#[test]
fn each_option_sets_its_flag() {
    let table = <Flagged as graph_resource::Structured>::TYPE;
    let flags: Vec<Flags> = table.properties.iter().map(|property| property.flags).collect();
    let many = Flags::NAVIGATION.with(Flags::COLLECTION);
    assert_eq!(
        flags,
        [
            Flags::KEY,
            Flags::NONE,
            Flags::READ_ONLY,
            Flags::CREATE_ONLY,
            Flags::WRITE_ONLY,
            Flags::ETAG,
            Flags::MERGE,
            Flags::NAVIGATION,
            many,
            Flags::ANNOTATION,
            Flags::INLINE.with(Flags::COLLECTION),
            Flags::NOT_NULL,
        ]
    );
}
