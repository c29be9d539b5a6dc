//! Representations that were asked for: the new state, where they have all properties.

use graph_resource::{GraphComplex, GraphResource};
use serde_json::{Map, Value};

use crate::support::{answer, answer_with, client, object, read};

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/hosts/<id>")]
struct Host {
    id: String,
    name: Option<String>,
    address: Option<Address>,
    #[graph_resource(write_only)]
    password: Option<String>,
    #[graph_resource(navigation)]
    guests: Option<Vec<Host>>,
    #[graph_resource(additional)]
    more: Map<String, Value>,
}

#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
struct Address {
    city: Option<String>,
    street: Option<String>,
    #[graph_resource(write_only)]
    code: Option<String>,
}

fn host() -> Host {
    read(
        r#"{"id":"1","name":"a","address":{"city":"Oslo","street":"S","code":"1"},"password":"p",
        "guests":[{"id":"2"}],"dyn":1}"#,
    )
}

const WHOLE: &str = r#"{"id":"1","name":"b","address":{"city":"Bergen"}}"#;

fn merged(body: &str, prefer: Option<&str>) -> Host {
    let request = Host::at("1").update(HostPatch::new().name("b"));
    let request = match prefer {
        Some(preference) => request.prefer(preference),
        None => request,
    };
    let mut host = host();
    request.parse(answer(200, body.to_owned())).unwrap().merge_into(&mut host);
    host
}

#[test]
fn a_representation_with_all_properties_is_the_state() {
    let state = merged(WHOLE, Some("return=representation"));
    let address = state.address.as_ref().unwrap();
    assert_eq!((address.city.as_deref(), &address.street), (Some("Bergen"), &None), "the service dropped the street");
    assert_eq!(address.code.as_deref(), Some("1"), "what no answer shows stays");
    assert_eq!((state.password.as_deref(), state.guests.as_ref().unwrap().len()), (Some("p"), 1));
    assert_eq!(state.more, Map::new());
}

#[test]
fn a_part_of_one_is_folded_in() {
    // Nobody asked, or a property is left out.
    let unasked = merged(WHOLE, None);
    let partial = merged(r#"{"id":"1","address":{"city":"Bergen"}}"#, Some("return=representation"));
    for host in [unasked, partial] {
        assert_eq!(host.address.unwrap().street.as_deref(), Some("S"));
        assert_eq!(host.more, object(r#"{"dyn":1}"#));
    }
}

#[tokio::test]
async fn saving_asks_for_it_and_takes_it() {
    let first = r#"{"id":"1","name":"a","address":{"city":"Oslo","street":"S"},"dyn":1}"#;
    let client = client([answer_with(200, &[("etag", "\"1\"")], first), answer_with(200, &[("etag", "\"2\"")], WHOLE)]);
    let mut host = client.send(Host::at("1").get()).await.unwrap().track();
    host.name = Some("b".into());
    host.save(&client).await.unwrap();
    assert!(!host.is_changed());
    assert_eq!(host.into_inner(), read(WHOLE));
}
