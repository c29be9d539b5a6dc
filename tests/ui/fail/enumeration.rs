//! Mistakes in the variants of an enumeration.

#[macro_use]
extern crate graph_resource;

/// A member with a value.
mod member_with_data {
    #[derive(Clone, Debug, PartialEq, GraphEnum)]
    pub enum CallType {
        GroupCall(u8),
        //       ^^^^ a member of an enumeration has no data; remove the fields of `GroupCall`, or mark it `#[graph_resource(unknown)]`
        #[graph_resource(unknown)]
        Unknown(String),
    }
}

/// A member with named fields.
mod member_with_fields {
    #[derive(Clone, Debug, PartialEq, GraphEnum)]
    pub enum CallType {
        GroupCall { size: u8 },
        //        ^^^^^^^^^^^^ a member of an enumeration has no data; remove the fields of `GroupCall`, or mark it `#[graph_resource(unknown)]`
        #[graph_resource(unknown)]
        Unknown(String),
    }
}

/// An enumeration without variants.
mod no_member {
    #[derive(Clone, Debug, PartialEq, GraphEnum)]
    pub enum CallType {}
    //       ^^^^^^^^ `CallType` has no variant for members that Graph adds later; add `#[graph_resource(unknown)] Unknown(String)`
}

/// A variant for unknown members that is not marked `unknown`.
mod unknown_not_marked {
    #[derive(Clone, Debug, PartialEq, GraphEnum)]
    pub enum CallType {
        GroupCall,
        Unknown(String),
        //     ^^^^^^^^ a member of an enumeration has no data; remove the fields of `Unknown`, or mark it `#[graph_resource(unknown)]`
    }
}

/// An unknown variant that holds no `String`.
mod unknown_of_another_type {
    #[derive(Clone, Debug, PartialEq, GraphEnum)]
    pub enum CallType {
        GroupCall,
        #[graph_resource(unknown)]
        Unknown(u8),
//      ^^^^^^^^^^^ the `unknown` variant keeps the member's name; write it as `Unknown(String)`
    }
}

/// A wire name for the unknown variant.
mod unknown_renamed {
    #[derive(Clone, Debug, PartialEq, GraphEnum)]
    pub enum CallType {
        GroupCall,
        #[graph_resource(unknown, rename = "other")]
        //                        ^^^^^^ `rename` cannot be combined with `unknown`: it has the name that came; remove one
        Unknown(String),
    }
}

/// Two unknown variants.
mod unknown_twice {
    #[derive(Clone, Debug, PartialEq, GraphEnum)]
    pub enum CallType {
        #[graph_resource(unknown)]
        Other(String),
        #[graph_resource(unknown)]
        Unknown(String),
//      ^^^^^^^ only one variant can be marked `unknown`; remove one
    }
}

/// An unknown variant with a named field.
mod unknown_with_named_field {
    #[derive(Clone, Debug, PartialEq, GraphEnum)]
    pub enum CallType {
        GroupCall,
        #[graph_resource(unknown)]
        Unknown { name: String },
//      ^^^^^^^^^^^^^^^^^^^^^^^^ the `unknown` variant keeps the member's name; write it as `Unknown(String)`
    }
}

/// An unknown variant with two values.
mod unknown_with_two {
    #[derive(Clone, Debug, PartialEq, GraphEnum)]
    pub enum CallType {
        GroupCall,
        #[graph_resource(unknown)]
        Unknown(String, u8),
//      ^^^^^^^^^^^^^^^^^^^ the `unknown` variant keeps the member's name; write it as `Unknown(String)`
    }
}

/// An unknown variant that cannot hold the name.
mod unknown_without_name {
    #[derive(Clone, Debug, PartialEq, GraphEnum)]
    pub enum CallType {
        GroupCall,
        #[graph_resource(unknown)]
        Unknown,
//      ^^^^^^^ the `unknown` variant keeps the member's name; write it as `Unknown(String)`
    }
}

/// No unknown variant; the stub of `Display` keeps the call from being a second mistake.
mod without_unknown {
    #[derive(Clone, Debug, PartialEq, GraphEnum)]
    pub enum CallType {
    //       ^^^^^^^^ `CallType` has no variant for members that Graph adds later; add `#[graph_resource(unknown)] Unknown(String)`
        GroupCall,
        PeerToPeer,
    }

    pub fn used() {
        let _ = CallType::GroupCall.to_string();
    }
}

fn main() {}
