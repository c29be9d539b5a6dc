//! Items of a kind that the derive does not take.

#[macro_use]
extern crate graph_resource;

/// An enum for a complex type.
mod enum_for_complex_type {
    #[derive(Clone, Debug, PartialEq, GraphComplex)]
    pub enum CallType {
    //  ^^^^ `GraphComplex` needs a struct with named fields; `CallType` is an enum
        GroupCall,
    }
}

/// An enum for a resource.
mod enum_for_resource {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub enum User {
    //  ^^^^ `GraphResource` needs a struct with named fields; `User` is an enum
        Member,
    }
}

/// A complex type with a lifetime.
mod lifetime {
    #[derive(Clone, Debug, PartialEq, GraphComplex)]
    pub struct Address<'a> {
    //                 ^^ a Graph type owns its data; remove the lifetime and use owned types such as `String`
        pub city: &'a str,
    }
}

/// An enumeration with a lifetime.
mod lifetime_in_enumeration {
    #[derive(Clone, Debug, PartialEq, GraphEnum)]
    pub enum CallType<'a> {
    //                ^^ a Graph type owns its data; remove the lifetime and use owned types such as `String`
        GroupCall,
        #[graph_resource(unknown)]
        Unknown(&'a str),
    }
}

/// A resource with a lifetime.
mod lifetime_in_resource {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User<'a> {
    //              ^^ a Graph type owns its data; remove the lifetime and use owned types such as `String`
        pub id: String,
        pub city: std::borrow::Cow<'a, str>,
    }
}

/// A struct for an enumeration.
mod struct_for_enumeration {
    #[derive(Clone, Debug, PartialEq, GraphEnum)]
    pub struct CallType {
    //  ^^^^^^ `GraphEnum` needs an enum; `CallType` is a struct, for which there is `GraphComplex`
        pub name: String,
    }
}

/// A tuple struct for a complex type.
mod tuple_struct {
    #[derive(Clone, Debug, PartialEq, GraphComplex)]
    pub struct Address(pub String, pub String);
    //                ^^^^^^^^^^^^^^^^^^^^^^^^ `GraphComplex` needs a struct with named fields; `Address` is a tuple struct
}

/// A tuple struct for a resource; its stubs keep the call from being a second mistake.
mod tuple_struct_resource {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User(pub String);
    //             ^^^^^^^^^^^^ `GraphResource` needs a struct with named fields; `User` is a tuple struct

    pub fn used() {
        let _ = User::at("a").update(UserPatch::new());
    }
}

/// A tuple struct for a complex type that a resource uses; the use is no second mistake.
mod tuple_struct_used {
    #[derive(Clone, Debug, PartialEq, GraphComplex)]
    pub struct Address(pub String);
    //                ^^^^^^^^^^^^ `GraphComplex` needs a struct with named fields; `Address` is a tuple struct

    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        pub home: Option<Address>,
        pub others: Vec<Address>,
    }

    pub fn used() {
        let _ = UserPatch::new().home(AddressPatch::new());
    }
}

/// A Rust union for a complex type.
mod union_for_complex_type {
    #[derive(GraphComplex)]
    pub union Address {
    //  ^^^^^ `GraphComplex` needs a struct with named fields; `Address` is a union
        pub city: u8,
    }
}

/// A struct without fields.
mod unit_struct {
    #[derive(Clone, Debug, PartialEq, GraphComplex)]
    pub struct Address;
    //         ^^^^^^^ `GraphComplex` needs a struct with named fields; `Address` is a unit struct
}

fn main() {}
