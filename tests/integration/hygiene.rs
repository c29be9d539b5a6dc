//! What is derived works wherever a struct can be declared, whatever else is in scope.

use graph_resource::{GraphComplex, GraphEnum, GraphPatch, GraphResource, GraphValue};

use crate::support::{line_of, read, write};

#[test]
fn structs_in_functions_are_derived() {
    #[derive(Clone, Debug, PartialEq, GraphComplex)]
    struct Inner {
        deep: Option<Kind>,
    }
    #[derive(Clone, Debug, PartialEq, GraphEnum)]
    enum Kind {
        A,
        #[graph_resource(unknown)]
        Unknown(String),
    }
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/outer/<id>")]
    struct Outer {
        id: String,
        inner: Option<Inner>,
    }
    let outer: Outer = read(r#"{"id":"1","inner":{"deep":"a"}}"#);
    assert_eq!(outer.inner, Some(Inner { deep: Some(Kind::A) }));
    assert_eq!(write(&OuterPatch::new().inner(InnerPatch::new().clear_deep())), r#"{"inner":{"deep":null}}"#);
    {
        // Another one of the same name, in a block of its own.
        #[derive(Clone, Debug, PartialEq, GraphResource)]
        #[graph_resource(path = "/inner/outer")]
        struct Outer {
            flag: bool,
        }
        assert_eq!(line_of(&Outer::at().update(OuterPatch::new().flag(true))), "PATCH /inner/outer");
    }
}

macro_rules! resource {
    ($name:ident, $field:ident: $ty:ty, $($nullable:ident: $inner:ty),*) => {
        #[derive(Clone, Debug, PartialEq, GraphResource)]
        #[graph_resource(path = "/made/<id>")]
        struct $name {
            id: String,
            $field: $ty,
            $($nullable: Option<$inner>,)*
        }
    };
}

resource!(Made, level: i32, note: String, tags: Vec<String>);

#[test]
fn structs_of_macros_are_derived() {
    let mut made: Made = read(r#"{"id":"1","level":1,"note":"n"}"#);
    made.apply(MadePatch::new().level(2).clear_note().tags(vec!["t".to_owned()]));
    assert_eq!(write(&made), r#"{"id":"1","level":2,"tags":["t"]}"#);
}

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/raw/<type>")]
struct Raw {
    r#type: String,
    r#match: Option<i32>,
    r#fn: bool,
    r#async: Option<Vec<String>>,
}

#[test]
fn raw_identifiers_are_plain_names_on_the_wire() {
    let raw: Raw = read(r#"{"type":"k","match":1,"fn":true}"#);
    assert_eq!(
        write(&RawPatch::new().r#match(2).r#fn(false).clear_match().clear_async()),
        r#"{"match":null,"fn":false,"async":null}"#
    );
    assert_eq!(line_of(&Raw::at("k").get().select(Raw::props().r#match)), "GET /raw/k?$select=type,match");
    assert_eq!(raw.r#match, Some(1));
}

/// Properties that are called as the methods and traits of what is generated.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
struct Named {
    default: Option<String>,
    clone: i32,
    merge: Option<bool>,
    is_empty: bool,
    apply_to: Option<i32>,
    into: Option<String>,
    value: Option<i32>,
    state: Option<i32>,
    additional: Option<i32>,
}

#[test]
fn properties_may_be_called_as_methods_are() {
    let named: Named = read(r#"{"default":"d","clone":1,"isEmpty":true}"#);
    let patch =
        NamedPatch::new().default("e").clone(2).merge(true).is_empty(false).apply_to(1).clear_into().value(3).state(4);
    let text = r#"{"default":"e","clone":2,"merge":true,"isEmpty":false,"applyTo":1,"into":null,"value":3,"state":4}"#;
    assert_eq!(write(&patch), text);
    assert_eq!(read::<NamedPatch>(text), patch);
    assert!(!GraphPatch::is_empty(&patch));
    assert_eq!(NamedPatch::new(), <NamedPatch as Default>::default());
    let mut changed = Clone::clone(&named);
    changed.apply(patch);
    assert_eq!((changed.default.as_deref(), changed.clone), (Some("e"), 2));
    assert_eq!(write(&NamedPatch::new().clear_default().clear_additional()), r#"{"default":null,"additional":null}"#);
}

mod shadowed {
    #![allow(
        dead_code,
        non_camel_case_types,
        non_upper_case_globals,
        reason = "names that an expansion must not stumble over"
    )]

    use graph_resource::GraphResource;

    pub(super) struct Option2;
    pub(super) struct Some;
    pub(super) struct None;
    pub(super) struct Ok;
    pub(super) struct Err;
    pub(super) struct Result;
    pub(super) struct Default;
    pub(super) struct Vec2;
    pub(super) struct Box;
    pub(super) struct Into;
    pub(super) struct From;
    pub(super) struct Field;
    pub(super) struct Self_;
    pub(super) struct str2;
    pub(super) const index: usize = 0;
    pub(super) const value: usize = 1;
    pub(super) const name: usize = 2;
    pub(super) mod core {}
    pub(super) mod std {}
    pub(super) mod serde {}

    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/shadowed/<id>")]
    pub(super) struct Shadowed {
        pub(super) id: i64,
        pub(super) value: Option<i32>,
        pub(super) index: Vec<i32>,
        #[graph_resource(additional)]
        pub(super) rest: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    }
}

#[test]
fn shadowed_names_are_no_obstacle() {
    use shadowed::{Shadowed, ShadowedPatch};
    let shadowed: Shadowed = read(r#"{"id":3,"value":1,"index":[]}"#);
    let new = Shadowed { value: None, ..shadowed.clone() };
    assert_eq!(shadowed.diff(&new), ShadowedPatch::new().clear_value());
    assert_eq!(write(&ShadowedPatch::new().set_value(Some(2)).rest("more", 3)), r#"{"value":2,"more":3}"#);
    assert_eq!(line_of(&Shadowed::at(shadowed.id).delete()), "DELETE /shadowed/3");
}

/// A trait of the user whose items have the names of ours.
mod namesakes {
    #![allow(dead_code, reason = "names that an expansion must not stumble over")]

    use graph_resource::{GraphComplex, GraphEnum, GraphResource, GraphUnion};
    use serde_json::{Map, Value};

    pub(super) trait Namesake {
        const ALL: u8 = 0;
        const BASE: u8 = 0;
        const NAME: u8 = 0;
        const ODATA_TYPE: u8 = 0;
        const PATH: u8 = 0;
        const TYPE: u8 = 0;
        const TYPES: u8 = 0;
        const UNKNOWN: u8 = 0;
        fn table(&self) {}
        fn key(&self) {}
        fn key_of(&self) {}
        fn etag_mut(&mut self) {}
        fn additional_mut(&mut self) {}
        fn place(&self) {}
        fn fold(&self) {}
        fn settle(&self) {}
        fn complete(&self) {}
        fn clone(&self) {}
        fn fmt(&self) {}
        fn eq(&self) {}
        fn as_str(&self) {}
        fn write_to(&self) {}
        fn visit_properties(&self) {}
        fn each_name(&self) {}
        fn set(&self) {}
        fn into_state(self)
        where
            Self: Sized,
        {
        }
    }

    impl<T> Namesake for T {}

    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/namesakes/<id>", odata_type = "test.namesake")]
    pub(super) struct Same {
        pub(super) id: String,
        #[graph_resource(merge)]
        pub(super) one: Option<One>,
        pub(super) kind: Option<Kind>,
        pub(super) any: Option<Any>,
        #[graph_resource(additional)]
        pub(super) additional: Map<String, Value>,
    }

    #[derive(Clone, Debug, PartialEq, GraphComplex)]
    pub(super) struct One {
        pub(super) name: Option<String>,
    }

    #[derive(Clone, Debug, PartialEq, GraphEnum)]
    pub(super) enum Kind {
        A,
        #[graph_resource(unknown)]
        Unknown(String),
    }

    #[derive(Clone, Debug, PartialEq, GraphUnion)]
    pub(super) enum Any {
        #[graph_resource(odata_type = "test.one")]
        One(One),
        #[graph_resource(unknown)]
        Unknown(Map<String, Value>),
    }
}

#[test]
fn traits_with_items_of_the_same_names_are_no_obstacle() {
    use namesakes::{One, OnePatch, Same, SamePatch};
    let json = r##"{"@odata.type":"#test.namesake","id":"1","one":{"name":"a"},"kind":"a","any":{"@odata.type":"#test.one","name":"b"},"x":1}"##;
    let same: Same = read(json);
    assert_eq!(write(&same), json);
    let new = Same { one: Some(One { name: None }), any: None, ..same.clone() };
    assert_eq!(same.diff(&new), SamePatch::new().one(OnePatch::new().clear_name()).clear_any());
}

#[derive(Clone, Debug, PartialEq, GraphComplex)]
struct Bounded<T: GraphValue + Copy, U>
where
    U: GraphValue,
{
    one: Option<T>,
    many: Vec<U>,
    boxed: Option<Box<U>>,
}

#[test]
fn generic_structs_are_derived_with_their_bounds() {
    let bounded: Bounded<i32, String> = read(r#"{"one":1,"many":["a"],"boxed":"b"}"#);
    assert_eq!(write(&bounded), r#"{"one":1,"many":["a"],"boxed":"b"}"#);
    assert_eq!(write(&BoundedPatch::<i32, String>::new().one(2).boxed("c")), r#"{"one":2,"boxed":"c"}"#);
    let nested: Bounded<bool, Bounded<i32, String>> =
        read(r#"{"one":null,"many":[{"many":[]}],"boxed":{"one":7,"many":[]}}"#);
    let patch = BoundedPatch::<bool, Bounded<i32, String>>::new().boxed(BoundedPatch::new().clear_one());
    let mut changed = nested.clone();
    changed.apply(patch);
    assert_eq!(write(&changed), r#"{"many":[{"many":[]}],"boxed":{"many":[]}}"#);
    assert_eq!(write(&nested.diff(&changed)), r#"{"boxed":{"one":null,"many":[],"boxed":null}}"#);
}

#[test]
fn generated_names_may_be_chosen() {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(
        path = "/chosen/<id>",
        partial = "SomeOfChosen",
        patch = "ChosenChange",
        at = "by_id",
        collection = "all"
    )]
    struct Chosen {
        id: String,
        at: Option<String>,
        collection: Option<String>,
    }
    let change = ChosenChange::new().at("a").clear_collection();
    assert_eq!(write(&change), r#"{"at":"a","collection":null}"#);
    assert_eq!(line_of(&Chosen::by_id("1").update(change)), "PATCH /chosen/1");
    assert_eq!(line_of(&Chosen::all().list()), "GET /chosen");
    assert_eq!(SomeOfChosen::default(), read::<SomeOfChosen>("{}"));
}
