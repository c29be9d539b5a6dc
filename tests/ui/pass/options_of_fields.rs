//! Every option of a field.

use graph_resource::{ETag, GraphComplex, GraphResource};
use serde_json::{Map, Value, json};

mod text {
    pub fn serialize<S: serde::Serializer>(value: &u8, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&value.to_string())
    }

    pub fn deserialize<'de, D: serde::Deserializer<'de>>(from: D) -> Result<u8, D::Error> {
        let text: String = serde::Deserialize::deserialize(from)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(odata_type = "microsoft.graph.physicalAddress", partial = "Where", patch = "Move")]
pub struct Address {
    pub city: Option<String>,
}

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User {
    #[graph_resource(read_only)]
    pub id: String,
    #[graph_resource(rename = "userPrincipalName")]
    pub upn: Option<String>,
    #[graph_resource(read_only)]
    pub created: Option<String>,
    #[graph_resource(create_only)]
    pub kind: Option<String>,
    #[graph_resource(write_only)]
    pub password: Option<String>,
    #[graph_resource(write_only)]
    pub secret: String,
    #[graph_resource(merge)]
    pub home: Option<Address>,
    #[graph_resource(merge)]
    pub work: Option<Box<Address>>,
    #[graph_resource(navigation, rename = "boss")]
    pub manager: Option<Box<User>>,
    #[graph_resource(navigation)]
    pub reports: Option<std::vec::Vec<User>>,
    #[graph_resource(etag)]
    pub etag: Option<ETag>,
    #[graph_resource(default)]
    pub tags: Vec<String>,
    #[graph_resource(default, with = "text")]
    pub age: u8,
    #[graph_resource(with = "text")]
    pub shoe: Option<u8>,
    #[graph_resource(opaque)]
    pub settings: Option<Value>,
    #[graph_resource(opaque, default, read_only)]
    pub facts: std::collections::BTreeMap<String, i64>,
    #[graph_resource(additional)]
    pub additional: Map<String, Value>,
}

fn main() {
    let user: User = serde_json::from_value(json!({ "id": "a", "shoe": "41", "age": "7", "x": 1 })).unwrap();
    assert_eq!((user.shoe, user.age), (Some(41), 7));
    let patch = UserPatch::new().home(Move::new().city("Oslo")).work(Address::default()).shoe(42).clear_upn();
    let patch = patch.settings(json!({})).additional("y", 2).clear_additional("x").clear_password().secret("s");
    assert_eq!(serde_json::to_value(patch).unwrap()["shoe"], "42");
    let _ = Where::default();
    let partial = UserPartial { shoe: 42.into(), ..UserPartial::default() }.bind_manager(User::at("b"));
    let _ = User::collection().create(&partial.bind_reports([User::at("c")]).unbind_manager());
    let _ = User::at("a").get().expand(User::props().reports).select(User::props().upn);
}
