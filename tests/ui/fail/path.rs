//! Mistakes in the first path of a resource.

#[macro_use]
extern crate graph_resource;

/// A placeholder in braces.
mod braces {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/{id}")]
    //                      ^^^^^^^^^^^^^ a placeholder is written in angle brackets; write `<id>` for `{id}` (segment 2 of the path)
    pub struct User {
        pub id: String,
    }
}

/// A placeholder in braces, within parentheses.
mod braces_in_parentheses {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/applications(id='{id}')")]
    //                      ^^^^^^^^^^^^^^^^^^^^^^^^^^ a placeholder is written in angle brackets; write `<id>` for `{id}` (segment 1 of the path)
    pub struct Application {
        pub id: String,
    }
}

/// A placeholder after a colon.
mod colon {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/:id")]
    //                      ^^^^^^^^^^^^ a placeholder is written in angle brackets; write `<id>` for `:id` (segment 2 of the path)
    pub struct User {
        pub id: String,
    }
}

/// A placeholder in braces, with a name that is no Rust name.
mod braces_with_hyphen {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/{user-id}")]
    //                      ^^^^^^^^^^^^^^^^^^ a placeholder is written in angle brackets; write `<user_id>` for `{user-id}` (segment 2 of the path)
    pub struct User {
        pub user_id: String,
    }
}

/// A placeholder after a dollar sign.
mod dollar {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/$id")]
    //                      ^^^^^^^^^^^^ a placeholder is written in angle brackets; write `<id>` for `$id` (segment 2 of the path)
    pub struct User {
        pub id: String,
    }

    /// The path has its parameter in spite of the mistake.
    pub fn at() -> graph_resource::At<User> {
        User::at("1")
    }
}

/// A star for any segment.
mod star {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/*")]
    //                      ^^^^^^^^^^ a placeholder is written in angle brackets; write `<id>` for `*` (segment 2 of the path)
    pub struct User {
        pub id: String,
    }
}

/// A segment of two dots.
mod dots {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/../<id>")]
    //                      ^^^^^^^^^^^^^^^^ segment 2 of the path is `..`, which is folded away on the way; remove it
    pub struct User {
        pub id: String,
    }
}

/// An empty segment.
mod doubled_slash {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users//<id>")]
    //                      ^^^^^^^^^^^^^^ segment 2 of the path is empty; remove the doubled `/`
    pub struct User {
        pub id: String,
    }
}

/// An empty path.
mod empty {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "")]
    //                      ^^ the path is empty; write it like `/users/<id>`
    pub struct User {
        pub id: String,
    }
}

/// A space in a segment.
mod foreign_character {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/my users/<id>")]
    //                      ^^^^^^^^^^^^^^^^ segment 1 of the path holds a space, which no URL can; remove it
    pub struct User {
        pub id: String,
    }
}

/// Two paths in one attribute.
mod given_twice {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>", path = "/me")]
    //                                     ^^^^ `path` is given twice; remove one
    pub struct User {
        pub id: String,
    }
}

/// A resource without a path.
mod missing {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    pub struct User {
    //         ^^^^ `User` has no path; add `#[graph_resource(path = "/…/<id>")]`
        pub id: String,
    }
}

/// A placeholder without a name.
mod nameless {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<>")]
    //                      ^^^^^^^^^^^ the placeholder in segment 2 of the path has no name; write it like `<id>`
    pub struct User {
        pub id: String,
    }
}

/// No slash at the beginning.
mod no_leading_slash {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "users/<id>")]
    //                      ^^^^^^^^^^^^ the path does not begin with `/`; add one
    pub struct User {
        pub id: String,
    }
}

/// A placeholder whose name is no Rust name.
mod no_rust_name {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<user-id>")]
    //                      ^^^^^^^^^^^^^^^^^^ placeholder `<user-id>` (segment 2 of the path) is no Rust name; write it like `<user_id>`
    pub struct User {
        pub id: String,
    }
}

/// Empty parentheses.
mod parentheses_empty {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/applications()")]
    //                      ^^^^^^^^^^^^^^^^^ a value is missing in the parentheses in segment 1 of the path; write a placeholder there, as in `('<id>')`
    pub struct Application {
        pub id: String,
    }
}

/// A segment that begins with a parenthesis.
mod parenthesis_first {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/applications/('<id>')")]
    //                      ^^^^^^^^^^^^^^^^^^^^^^^^ segment 2 of the path begins with a parenthesis; remove the `/` before it
    pub struct Application {
        pub id: String,
    }
}

/// Text after a closing parenthesis.
mod parenthesis_followed {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/applications(id='<id>')x")]
    //                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ segment 1 of the path goes on after its `)`; put a `/` there, or remove the rest
    pub struct Application {
        pub id: String,
    }
}

/// An opening parenthesis without a closing one.
mod parenthesis_open {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/applications(id='<id>'")]
    //                      ^^^^^^^^^^^^^^^^^^^^^^^^^ a parenthesis in segment 1 of the path has no partner; write a key as `('<id>')`
    pub struct Application {
        pub id: String,
    }
}

/// Text beside a placeholder.
mod part_of_segment {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/x<id>")]
    //                      ^^^^^^^^^^^^^^ a placeholder is a whole segment; put a `/` around the one in segment 2 of the path
    pub struct User {
        pub id: String,
    }
}

/// Text beside a placeholder in quotes.
mod part_of_value {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/applications(id='app-<id>')")]
    //                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ text stands beside the placeholder in segment 1 of the path; remove it, a placeholder is a whole value as in `('<id>')`
    pub struct Application {
        pub id: String,
    }
}

/// A query after the path.
mod query {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>?$select=id")]
    //                      ^^^^^^^^^^^^^^^^^^^^^^^^ the path holds `?`; remove it and what follows, queries are built
    pub struct User {
        pub id: String,
    }
}

/// An opening quote without a closing one.
mod quote_open {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/applications(id='<id>)")]
    //                      ^^^^^^^^^^^^^^^^^^^^^^^^^ a quote in segment 1 of the path has no partner; write a key as `('<id>')`
    pub struct Application {
        pub id: String,
    }
}

/// A slash at the end.
mod trailing_slash {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>/")]
    //                      ^^^^^^^^^^^^^^ the path ends in `/`; remove it
    pub struct User {
        pub id: String,
    }
}

/// Two placeholders with one name.
mod twice {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>/events/<id>")]
    //                      ^^^^^^^^^^^^^^^^^^^^^^^^^ placeholder `<id>` occurs again in segment 4 of the path; rename one
    pub struct User {
        pub id: String,
    }
}

/// Two placeholders with one name, one of them in parentheses.
mod twice_in_parentheses {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/applications(appId='<id>')/owners/<id>")]
    //                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ placeholder `<id>` occurs again in segment 3 of the path; rename one
    pub struct Application {
        pub id: String,
    }
}

/// A last placeholder that names no field.
mod unbound {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<principal_name>")]
    //                      ^^^^^^^^^^^^^^^^^^^^^^^^^ placeholder `<principal_name>` (segment 2 of the path) names no field; add a field `principal_name`
    pub struct User {
        pub id: String,
    }
}

/// A placeholder before a cast that names no field.
mod unbound_before_a_cast {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/configurations/<key>/microsoft.graph.androidCustomConfiguration")]
    //                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ placeholder `<key>` (segment 2 of the path) names no field; add a field `key`
    pub struct Application {
        pub id: String,
    }
}

/// A last placeholder with the wire name of the field.
mod unbound_camel_case {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<principalName>")]
    //                      ^^^^^^^^^^^^^^^^^^^^^^^^ placeholder `<principalName>` (segment 2 of the path) names no field; did you mean `<principal_name>`?
    pub struct User {
        pub principal_name: String,
    }
}

/// A placeholder in parentheses with the wire name of the field.
mod unbound_in_parentheses {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/applications(appId='<appId>')")]
    //                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ placeholder `<appId>` (segment 1 of the path) names no field; did you mean `<app_id>`?
    pub struct Application {
        pub app_id: String,
    }
}

/// A last placeholder, misspelt.
mod unbound_near {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<principle_name>")]
    //                      ^^^^^^^^^^^^^^^^^^^^^^^^^ placeholder `<principle_name>` (segment 2 of the path) names no field; did you mean `<principal_name>`?
    pub struct User {
        pub principal_name: String,
    }
}

/// A placeholder without its closing bracket.
mod unclosed {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id")]
    //                      ^^^^^^^^^^^^ a `<` or `>` in segment 2 of the path has no partner; write a placeholder as `<name>`
    pub struct User {
        pub id: String,
    }
}

/// A name without a value in parentheses.
mod value_missing {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/applications(id='')")]
    //                      ^^^^^^^^^^^^^^^^^^^^^^ a value is missing in the parentheses in segment 1 of the path; write a placeholder there, as in `('<id>')`
    pub struct Application {
        pub id: String,
    }
}

/// The version at the beginning.
mod version {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/v1.0/users/<id>")]
    //                      ^^^^^^^^^^^^^^^^^^ the path begins with the version; remove `/v1.0`, it belongs to the base URL
    pub struct User {
        pub id: String,
    }
}

/// A whole URL instead of a path.
mod whole_url {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "https://graph.microsoft.com/v1.0/users/<id>")]
    //                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ the path is a whole URL; write what follows the version, like `/users/<id>`
    pub struct User {
        pub id: String,
    }
}

fn main() {}
