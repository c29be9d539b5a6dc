//! Names that are empty, reserved or taken.

#[macro_use]
extern crate graph_resource;

/// The annotation `@odata.etag` as the name of a property.
mod annotation {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(rename = "@odata.etag")]
        //                        ^^^^^^^^^^^^^ `@odata.etag` is no property; mark the field `#[graph_resource(etag)]` instead
        pub etag: Option<String>,
    }
}

/// An annotation of a property as the name of another property.
mod annotation_of_a_property {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(rename = "members@odata.count")]
        //                        ^^^^^^^^^^^^^^^^^^^^^ `members@odata.count` is an annotation, which no property can hold; remove the field
        pub count: Option<i64>,
    }
}

/// An empty name of a property.
mod empty {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(rename = "")]
        //                        ^^ a wire name is not empty; write the name as it stands in JSON
        pub name: String,
    }
}

/// An empty name of a member.
mod empty_of_a_member {
    #[derive(Clone, Debug, PartialEq, GraphEnum)]
    pub enum CallType {
        #[graph_resource(rename = "")]
        //                        ^^ a wire name is not empty; write the name as it stands in JSON
        Audio,
        #[graph_resource(unknown)]
        Unknown(String),
    }
}

/// The patch named like the partial.
mod generated_twice {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>", patch = "UserPartial")]
    //                                             ^^^^^^^^^^^^^ `UserPartial` is already the name of the partial; choose another with `patch = "…"`
    pub struct User {
        pub id: String,
    }
}

/// Two variants with one wire name.
mod member_twice {
    #[derive(Clone, Debug, PartialEq, GraphEnum)]
    pub enum CallType {
        Audio,
//      ^^^^^ member `audio` is first bound here
        #[graph_resource(rename = "audio")]
        //                        ^^^^^^^ member `audio` is already bound by `Audio`; rename one
        Sound,
        #[graph_resource(unknown)]
        Unknown(String),
    }
}

/// The address function named like the function of the property handles.
mod method_props {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>", at = "props")]
    //                                          ^^^^^^^ `props` is already the name of the function that gives the property handles; choose another with `at = "…"`
    pub struct User {
        pub id: String,
    }
}

/// The collection function named like the address function.
mod method_twice {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>", collection = "at")]
    //                                                  ^^^^ `at` is already the name of the function that addresses one resource; choose another with `collection = "…"`
    pub struct User {
        pub id: String,
    }
}

/// The partial named like the struct.
mod of_the_struct {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>", partial = "User")]
    //                                               ^^^^^^ `User` is already the name of the struct; choose another with `partial = "…"`
    pub struct User {
        pub id: String,
    }
}

/// Two fields with one wire name.
mod property_twice {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        pub version: i64,
        //  ^^^^^^^ property `version` is first bound here
        #[graph_resource(rename = "version")]
        //                        ^^^^^^^^^ property `version` is already bound by `version`; rename one
        pub revision: i64,
    }
}

/// Two fields whose names give the same wire name by the case rule.
mod property_twice_by_rule {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        pub r#type: String,
        //  ^^^^^^ property `type` is first bound here
        pub type_: String,
        //  ^^^^^ property `type` is already bound by `type`; rename one
    }
}

/// A field named like the setter that clears another field.
mod setter_clear {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        pub clear_color: String,
        pub color: Option<String>,
        //  ^^^^^ the setter `clear_color` of this field clashes with field `clear_color`; rename the field, and keep the wire name with `rename`
    }
}

/// A field named like the constructor of the patch.
mod setter_new {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        pub new: bool,
        //  ^^^ the setter `new` of this field clashes with the constructor `new`; rename the field, and keep the wire name with `rename`
    }
}

/// An alias that is another property's name.
mod alias_of_another_property {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(alias = "name")]
        //                       ^^^^^^ property `name` is already bound by `name`; rename one
        pub title: Option<String>,
        pub name: Option<String>,
        //  ^^^^ property `name` is first bound here
    }
}

/// An alias that is the property's own name.
mod alias_of_itself {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(alias = "title")]
        //                       ^^^^^^^ `title` is a name of this property already; remove the alias
        pub title: Option<String>,
    }
}

/// An empty alias.
mod alias_empty {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(alias = "")]
        //                       ^^ a wire name is not empty; write the name as it stands in JSON
        pub title: Option<String>,
    }
}

/// An alias that is an annotation.
mod alias_with_at {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(alias = "a@b.c")]
        //                       ^^^^^^^ `a@b.c` is an annotation, which no property can hold; remove the field
        pub title: Option<String>,
    }
}

/// A name that leads to another path.
mod path_in_a_name {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(rename = "../x")]
        //                        ^^^^^^ a wire name cannot hold `/`; write the name as it stands in JSON
        pub title: Option<String>,
    }
}

/// A name that ends an option of the query.
mod query_in_a_name {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(rename = "x&$top=1")]
        //                        ^^^^^^^^^^ a wire name cannot hold `&`; write the name as it stands in JSON
        pub title: Option<String>,
    }
}

/// A name with a control character.
mod control_in_a_name {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(rename = "a\tb")]
        //                        ^^^^^^ a wire name cannot hold `\t`; write the name as it stands in JSON
        pub title: Option<String>,
    }
}

/// A name that a URL takes for the folder above.
mod dots_as_a_name {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(rename = "..")]
        //                        ^^^^ `..` would be read as no name in a URL; write the name as it stands in JSON
        pub title: Option<String>,
    }
}

/// The name of a member that would be two of a flags enumeration.
mod member_with_a_comma {
    #[derive(Clone, Debug, PartialEq, GraphEnum)]
    pub enum CallType {
        #[graph_resource(rename = "a,b")]
        //                        ^^^^^ a wire name cannot hold `,`; write the name as it stands in JSON
        Audio,
        #[graph_resource(unknown)]
        Unknown(String),
    }
}

/// An annotation that is a property.
mod annotation_without_at {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(annotation = "downloadUrl")]
        //                            ^^^^^^^^^^^^^ `downloadUrl` is no annotation of an object; write it like `@microsoft.graph.downloadUrl`
        pub url: Option<String>,
    }
}

/// The tag as any annotation.
mod annotation_of_the_tag {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(annotation = "@odata.etag")]
        //                            ^^^^^^^^^^^^^ `@odata.etag` has an option of its own; mark the field `#[graph_resource(etag)]` instead
        pub tag: Option<String>,
    }
}

/// The type as any annotation.
mod annotation_of_the_type {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(annotation = "@odata.type")]
        //                            ^^^^^^^^^^^^^ `@odata.type` is kept in the field marked `additional`, where it says something; remove this field
        pub kind: Option<String>,
    }
}

/// One annotation in two fields.
mod annotation_twice {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    pub struct User {
        pub id: String,
        #[graph_resource(annotation = "@a.b")]
        pub one: Option<String>,
        //  ^^^ property `@a.b` is first bound here
        #[graph_resource(annotation = "@a.b")]
        //                            ^^^^^^ property `@a.b` is already bound by `one`; rename one
        pub other: Option<String>,
    }
}

fn main() {}
