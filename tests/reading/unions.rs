//! Collections of several types: what their base declares, and what only one of them does.

use graph_resource::{BaseUrl, Client, Expand, GraphComplex, GraphResource, GraphUnion};
use graph_resource_testing::EmbeddedGraph;
use percent_encoding::percent_decode_str;
use serde_json::{Map, Value, json};

use crate::support::{BASE, run};

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/directoryObjects/<id>")]
struct Object {
    id: String,
    deleted: Option<String>,
    #[graph_resource(navigation)]
    member_of: Option<Vec<DirectoryObject>>,
}

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>", odata_type = "microsoft.graph.user")]
struct User {
    id: String,
    mail: Option<String>,
    #[graph_resource(navigation)]
    manager: Option<Box<DirectoryObject>>,
}

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/groups/<id>")]
struct Group {
    id: String,
    #[graph_resource(navigation)]
    members: Option<Vec<DirectoryObject>>,
}

/// A union with its base among the variants.
#[derive(Clone, Debug, PartialEq, GraphUnion)]
#[graph_resource(path = "/directoryObjects/<id>")]
enum DirectoryObject {
    Object(Object),
    #[graph_resource(odata_type = "microsoft.graph.user")]
    User(Box<User>),
    #[graph_resource(odata_type = "microsoft.graph.group")]
    Group(Group),
    #[graph_resource(unknown)]
    Unknown(Map<String, Value>),
}

/// One whose base is none of them.
#[derive(Clone, Debug, PartialEq, GraphUnion)]
#[graph_resource(path = "/members/<id>", base = Object)]
enum Member {
    #[graph_resource(odata_type = "microsoft.graph.user")]
    User(User),
    #[graph_resource(unknown)]
    Unknown(Map<String, Value>),
}

#[derive(Clone, Debug, PartialEq, GraphComplex)]
struct Named {
    name: Option<String>,
}

#[derive(Clone, Debug, PartialEq, GraphComplex)]
struct Aged {
    name: Option<String>,
    age: i32,
}

/// A value of several types.
#[derive(Clone, Debug, PartialEq, GraphUnion)]
enum AnyNamed {
    Named(Named),
    #[graph_resource(odata_type = "a.aged")]
    Aged(Aged),
    #[graph_resource(unknown)]
    Unknown(Map<String, Value>),
}

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/holders/<id>")]
struct Holder {
    id: String,
    owner: Option<AnyNamed>,
    others: Vec<AnyNamed>,
}

fn query<O: graph_resource::Operation>(request: &graph_resource::Request<O>) -> String {
    let request = request.to_http(BASE).unwrap();
    percent_decode_str(request.uri().query().unwrap_or_default()).decode_utf8().unwrap().into_owned()
}

#[test]
fn handles_of_the_base_ask_for_all() {
    let p = DirectoryObject::props();
    let list = || DirectoryObject::collection().list();
    assert_eq!(query(&list().filter(p.deleted.is_null()).order_by(p.id)), "$filter=deleted eq null&$orderby=id");
    assert_eq!(query(&list().select(p.deleted)), "$select=id,deleted");
    assert_eq!(query(&list().expand(p.member_of)), "$expand=memberOf");
    assert_eq!(query(&Member::collection().list().filter(Member::props().id.eq("1"))), "$filter=id eq '1'");
    let holder = Holder::props();
    let name = AnyNamed::props().name;
    let both = holder.owner.member(name).eq("a") & holder.others.any(name.eq("b"));
    assert_eq!(
        query(&Holder::collection().list().filter(both)),
        "$filter=owner/name eq 'a' and others/any(x:x/name eq 'b')"
    );
}

#[test]
fn what_one_type_declares_is_named_with_it() {
    let (p, user, group) = (DirectoryObject::props(), User::props(), Group::props());
    let list = || DirectoryObject::collection().list();
    assert_eq!(
        query(&list().select(p.deleted).select(user.mail).select(user.mail)),
        "$select=id,deleted,microsoft.graph.user/mail"
    );
    assert_eq!(query(&list().select(user.mail).select(p.deleted)), "$select=id,deleted,microsoft.graph.user/mail");
    assert_eq!(
        query(
            &list()
                .expand(user.manager)
                .expand(Expand::of(group.members).select(user.mail).top(2))
                .expand(user.manager)
        ),
        "$expand=microsoft.graph.user/manager,microsoft.graph.group/members($select=id,microsoft.graph.user/mail;$top=2)"
    );
    let of_group = Group::at("1").navigation(group.members).list().select(user.mail).filter(p.id.ne("2"));
    assert_eq!(query(&of_group), "$select=id,microsoft.graph.user/mail&$filter=id ne '2'");
    let manager = DirectoryObject::at("1").navigation(user.manager).get();
    assert_eq!(manager.to_http(BASE).unwrap().uri().path(), "/v1.0/directoryObjects/1/microsoft.graph.user/manager");
    let member_of = DirectoryObject::at("1").navigation(p.member_of).list();
    assert_eq!(member_of.to_http(BASE).unwrap().uri().path(), "/v1.0/directoryObjects/1/memberOf");
}

/// One that does not tell its base.
#[derive(Clone, Debug, PartialEq, GraphUnion)]
#[graph_resource(path = "/members/<id>")]
enum Baseless {
    #[graph_resource(odata_type = "microsoft.graph.user")]
    User(User),
    #[graph_resource(odata_type = "#microsoft.graph.group")]
    Group(Group),
    #[graph_resource(unknown)]
    Unknown(Map<String, Value>),
}

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/bags/<id>")]
struct Bag {
    id: String,
    #[graph_resource(additional)]
    more: Map<String, Value>,
}

#[derive(Clone, Debug, PartialEq, GraphUnion)]
#[graph_resource(path = "/bags/<id>", base = Object)]
enum Baggage {
    #[graph_resource(odata_type = "microsoft.graph.bag")]
    Bag(Bag),
    #[graph_resource(unknown)]
    Unknown(Map<String, Value>),
}

#[test]
fn what_all_types_declare_is_selected_at_once() {
    let list = DirectoryObject::collection().list().select_declared();
    assert_eq!(
        list.to_http(BASE).unwrap().uri().query(),
        Some("$select=id,deleted,microsoft.graph.user/mail"),
        "what the base declares stands for all, a relationship is not selected"
    );
    assert_eq!(query(&list.clone().select_declared()), "$select=id,deleted,microsoft.graph.user/mail");
    assert_eq!(query(&Member::at("1").get().select_declared()), "$select=id,deleted,microsoft.graph.user/mail");
    assert_eq!(query(&DirectoryObject::collection().delta().select_declared()), query(&list));
    assert_eq!(
        query(&Baseless::collection().list().select_declared()),
        "$select=id,microsoft.graph.user/mail",
        "without a base, the key alone is of all"
    );
    let members = Expand::of(Group::props().members).select_declared();
    assert_eq!(
        query(&Group::at("1").get().expand(members)),
        "$expand=members($select=id,deleted,microsoft.graph.user/mail)"
    );
    let refused = Baggage::collection().list().select_declared().to_http(BASE).unwrap_err();
    assert!(refused.to_string().contains("`Bag` keeps undeclared properties"), "{refused}");
}

#[test]
fn members_of_several_types_are_walked() {
    let graph = EmbeddedGraph::new()
        .with_entity("/users", json!({"@odata.type": "#microsoft.graph.user", "id": "u", "mail": "a@b"}))
        .with_entity("/devices", json!({"@odata.type": "#microsoft.graph.device", "id": "d", "mail": 7}))
        .with_entity("/groups", json!({"@odata.type": "#microsoft.graph.group", "id": "g"}))
        .with_to_many("/groups/{id}/members", ["/users", "/devices", "/groups"]);
    for member in ["/users/u", "/devices/d", "/groups/g"] {
        graph.link("/groups/g/members", member);
    }
    let client = Client::new(&graph, BaseUrl::graph());
    let p = DirectoryObject::props();
    let list = Group::at("g").navigation(Group::props().members).list().top(1);
    let (mut members, mut seen) = (client.items(list), Vec::new());
    while let Some(member) = run(members.next()) {
        let member = member.unwrap();
        seen.push(match &*member {
            DirectoryObject::User(user) => {
                assert!(member.has(User::props().mail) && !member.has(p.deleted));
                user.mail.clone().unwrap()
            }
            DirectoryObject::Group(group) => group.id.clone(),
            DirectoryObject::Unknown(object) => object["id"].to_string(),
            DirectoryObject::Object(_) => panic!("each names its type"),
        });
    }
    assert_eq!(seen, ["a@b", "\"d\"", "g"]);
}
