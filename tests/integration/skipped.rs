//! Fields that are not of the wire.

use std::sync::Arc;

use graph_resource::{GraphComplex, GraphResource, Partial as _};
use serde_json::{Map, Value};

use crate::support::{answer, answer_with, body_of, client, read, write};

/// Neither a Graph value nor one of serde's.
#[derive(Clone, Debug, Default, PartialEq)]
struct Local(Arc<str>, u8);

fn local() -> Local {
    Local("mine".into(), 7)
}

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
struct User {
    id: String,
    #[graph_resource(skip)]
    local: Local,
    name: Option<String>,
    home: Option<Home>,
    homes: Vec<Home>,
}

#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
struct Home {
    city: Option<String>,
    #[graph_resource(skip)]
    local: Local,
}

/// A parameter that the field alone uses.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
struct Marked<T: Clone + core::fmt::Debug + Default + PartialEq> {
    city: Option<String>,
    #[graph_resource(skip)]
    mark: T,
}

const ADA: &str = r#"{"id":"1","local":[1],"name":"Ada","home":{"city":"Oslo"},"homes":[{"city":"Bergen"}]}"#;

fn ada() -> User {
    User {
        id: "1".to_owned(),
        local: Local::default(),
        name: Some("Ada".to_owned()),
        home: Some(Home { city: Some("Oslo".to_owned()), ..Home::default() }),
        homes: vec![Home { city: Some("Bergen".to_owned()), ..Home::default() }],
    }
}

#[test]
fn it_is_read_as_its_default_and_written_nowhere() {
    let fetched = User::at("1").get().parse(answer(200, ADA)).unwrap();
    assert_eq!(*fetched, ada());
    assert_eq!(read::<User>(ADA), ada());
    let mut marked = ada();
    marked.local = local();
    marked.homes[0].local = local();
    assert_eq!(write(&marked), write(&ada()));
    assert_eq!(body_of(&User::collection().create(&marked)), body_of(&User::collection().create(&ada())));
    let request = User::at("1").get().select_declared().to_http("https://graph.microsoft.com/v1.0").unwrap();
    assert_eq!(request.uri().query(), Some("$select=id,name,home,homes"));
    let generic = Marked::<Vec<u8>> { city: None, mark: vec![1] };
    assert_eq!(write(&generic), "{}");
    assert!(generic.diff(&Marked { mark: vec![2], ..generic.clone() }).is_empty());
}

#[test]
fn it_is_no_change_and_stays_through_patches_and_answers() {
    let (before, mut after) = (ada(), ada());
    after.local = local();
    after.home.as_mut().unwrap().local = local();
    after.homes[0].local = local();
    assert!(before.diff(&after).is_empty());
    after.apply(UserPatch::new().name("Grace"));
    after.merge(UserPartial::from_answer(ADA.as_bytes()).unwrap());
    assert_eq!((&after.local, after.name.as_deref()), (&local(), Some("Ada")));
}

/// The field of the rest stands before it.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
struct Open {
    #[graph_resource(additional)]
    rest: Map<String, Value>,
    #[graph_resource(skip)]
    local: Local,
}

#[test]
fn it_stands_beside_the_field_of_the_rest() {
    let mut open = read::<Open>(r#"{"city":"Oslo","local":1}"#);
    assert_eq!((open.rest.len(), &open.local), (2, &Local::default()));
    open.local = local();
    assert_eq!(write(&open), r#"{"city":"Oslo","local":1}"#);
}

#[tokio::test]
async fn a_record_keeps_it_when_it_is_saved() {
    let client = client([answer_with(200, &[("etag", "\"1\"")], ADA), answer(200, ADA), answer(200, ADA)]);
    let mut record = client.send(User::at("1").get()).await.unwrap().track();
    record.local = local();
    assert!(!record.is_changed());
    record.name = Some("Grace".to_owned());
    record.save(&client).await.unwrap();
    assert_eq!((&record.local, record.name.as_deref()), (&local(), Some("Ada")));
    record.reload(&client).await.unwrap();
    assert_eq!(record.local, local());
    assert!(!record.is_changed());
}
