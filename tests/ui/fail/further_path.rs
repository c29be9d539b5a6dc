//! Mistakes in the second and later paths of a resource.

#[macro_use]
extern crate graph_resource;

/// A function of a further path, named like the function of the first.
mod at_is_at {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/applications/<id>")]
    #[graph_resource(path = "/applications(id='<id>')", at = "at")]
    //                                                       ^^^^ `at` is already the name of the function that addresses one resource; choose another with `at = "…"`
    pub struct Application {
        pub id: String,
    }
}

/// One function name for two further paths.
mod at_twice {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/me/events/<id>")]
    #[graph_resource(path = "/users/<user>/events/<id>", at = "at_other")]
    #[graph_resource(path = "/groups/<group>/events/<id>", at = "at_other")]
    //                                                          ^^^^^^^^^^ `at_other` is already the name of the function that addresses one resource at `/users/<user>/events/<id>`; choose another with `at = "…"`
    pub struct Event {
        pub id: String,
    }
}

/// A name for the collection of a further path that ends in no key.
mod collection_of_a_singleton {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>")]
    #[graph_resource(path = "/me", at = "me", collection = "all")]
    //                                                     ^^^^^ a singleton is in no collection; remove `collection`, or end the path in a placeholder such as `<id>`
    pub struct User {
        pub id: String,
    }
}

/// The first collection named like the default of a further one.
mod default_collection {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/me/events/<id>", collection = "at_user_collection")]
    //                                                      ^^^^^^^^^^^^^^^^^^^^ `at_user_collection` is already the name of the function that addresses the collection at `/users/<user>/events/<id>`; choose another with `collection = "…"`
    #[graph_resource(path = "/users/<user>/events/<id>", at = "at_user")]
    pub struct Event {
        pub id: String,
    }
}

/// A placeholder in braces in a further path.
mod mistake {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/me/events/<id>")]
    #[graph_resource(path = "/users/<user>/events/{id}", at = "at_user")]
    //                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ a placeholder is written in angle brackets; write `<id>` for `{id}` (segment 4 of the path)
    pub struct Event {
        pub id: String,
    }
}

/// A last placeholder that names no field, in a further path.
mod unbound {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/me/events/<id>")]
    #[graph_resource(path = "/users/<user>/events/<ids>", at = "at_user")]
    //                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ placeholder `<ids>` (segment 4 of the path) names no field; did you mean `<id>`?
    pub struct Event {
        pub id: String,
    }
}

/// An option of the first path, given again in an attribute without a path.
mod with_option_twice {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/users/<id>", at = "one")]
    #[graph_resource(at = "single")]
    //               ^^ `at` is given twice; remove one
    pub struct User {
        pub id: String,
    }
}

/// A further path without a name for its function.
mod without_at {
    #[derive(Clone, Debug, PartialEq, GraphResource)]
    #[graph_resource(path = "/applications/<id>")]
    #[graph_resource(path = "/applications(appId='<app_id>')")]
    //                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ a further path needs a function of its own; name it with `at = "at_app_id"`, in the same attribute
    pub struct Application {
        pub id: String,
        pub app_id: String,
    }
}

fn main() {}
