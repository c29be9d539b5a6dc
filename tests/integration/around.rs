//! serde around a resource: flattened into another struct, written in other formats.

use core::fmt;

use graph_resource::edm::Decimal;
use graph_resource::{GraphComplex, GraphResource};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::support::{object, read, write};

#[derive(Clone, Debug, PartialEq, GraphComplex)]
#[graph_resource(odata_type = "test.money")]
struct Money {
    amount: Decimal,
    currency: Option<String>,
}

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/bills/<id>")]
struct Bill {
    id: String,
    total: Option<Money>,
    #[graph_resource(default)]
    lines: Vec<Money>,
    #[graph_resource(write_only)]
    note: Option<String>,
}

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/open/<id>")]
struct Open {
    id: String,
    ratio: Option<f64>,
    #[graph_resource(additional)]
    more: Map<String, Value>,
}

#[derive(Debug, Deserialize, PartialEq, Serialize)]
struct Row<T> {
    tenant: String,
    #[serde(flatten)]
    resource: T,
    #[serde(flatten)]
    rest: Map<String, Value>,
}

#[test]
fn a_flattened_resource_takes_its_own_members_alone() {
    let text = r##"{"tenant":"t","id":"1","total":{"@odata.type":"#test.money","amount":1,"currency":"EUR"},"lines":[],"other":true}"##;
    let row: Row<Bill> = read(text);
    assert_eq!(row.rest, object(r#"{"other":true}"#));
    assert_eq!(row.resource.id, "1");
    assert_eq!(write(&row), text, "each member is there once");
    let row: Row<BillPartial> = read(text);
    assert_eq!(row.rest, object(r#"{"other":true}"#));
    assert_eq!(write(&row), text);
    let row: Row<BillPatch> = read(r#"{"tenant":"t","lines":[],"other":true}"#);
    assert_eq!((row.rest, row.resource), (object(r#"{"other":true}"#), BillPatch::new().lines(Vec::new())));
    let money: Row<Money> = read(r##"{"tenant":"t","@odata.type":"#test.money","amount":2,"other":1}"##);
    assert_eq!(money.rest, object(r#"{"other":1}"#));
    // A type that keeps what it does not name keeps what others would, too.
    let open: Row<Open> = read(r#"{"tenant":"t","id":"1","other":true}"#);
    assert_eq!(open.resource.more, object(r#"{"other":true}"#));
}

#[test]
fn binary_formats_write_a_resource_and_those_that_tell_their_types_read_it() {
    let bill: Bill =
        read(r#"{"id":"1","total":{"amount":10.50,"currency":"EUR"},"lines":[{"amount":12345678901234567890123}]}"#);
    let open: Open = read(r##"{"id":"1","ratio":"NaN","n":1,"n@odata.type":"#Int64","o":{"a":[null,true]}}"##);
    let mut cbor = Vec::new();
    ciborium::into_writer(&(&bill, &open), &mut cbor).unwrap();
    let (again, also): (Bill, Open) = ciborium::from_reader(&*cbor).unwrap();
    assert_eq!(again, bill);
    assert_eq!(write(&also), write(&open));
    // The number of the members comes first, and that many follow: the format has no end mark.
    let written = postcard::to_allocvec(&bill).unwrap();
    assert_eq!(written[..5], [3, 2, b'i', b'd', 1], "three members, the first of them `id`");
    let partial: BillPartial = read(r#"{"id":"1","total":{"currency":null}}"#);
    assert_eq!(postcard::to_allocvec(&partial).unwrap()[0], 2);
    let patch = BillPatch::new().clear_total().lines(Vec::new());
    assert_eq!(postcard::to_allocvec(&patch).unwrap()[0], 2);
    assert_eq!(postcard::to_allocvec(&open).unwrap()[0], 5);
}

#[derive(Clone, Debug, PartialEq, GraphComplex)]
struct Terms {
    days: Option<i32>,
    #[graph_resource(not_null)]
    kind: Option<String>,
    #[graph_resource(read_only)]
    at: Option<String>,
    place: Option<Place>,
    #[graph_resource(navigation, inline)]
    guarantor: Option<Box<Guarantor>>,
}

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/guarantors/<id>")]
struct Guarantor {
    id: String,
}

#[derive(Clone, Debug, PartialEq, GraphComplex)]
#[graph_resource(odata_type = "test.place")]
struct Place {
    city: Option<String>,
    street: Option<String>,
}

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/orders/<id>")]
struct Order {
    id: String,
    terms: Option<Terms>,
    #[graph_resource(navigation)]
    bills: Option<Vec<Bill>>,
    #[graph_resource(additional)]
    more: Map<String, Value>,
}

/// Each object says first how many members it has: were it another number than follows, the rest would not be read.
#[track_caller]
fn has_as_many_members_as_it_says<T: Serialize>(value: &T, json: &str) {
    assert_eq!(write(value), json);
    let mut cbor = Vec::new();
    ciborium::into_writer(value, &mut cbor).unwrap();
    assert!(matches!(cbor[0], 0xa0..=0xb7), "a map that tells its number of members");
    let mut rest = &*cbor;
    let again: ciborium::Value = ciborium::from_reader(&mut rest).unwrap();
    assert_eq!(again.deserialized::<Value>().unwrap(), read::<Value>(json));
    assert!(rest.is_empty(), "{} bytes are left", rest.len());
}

#[test]
fn binary_formats_are_told_the_number_of_members_in_each_form() {
    let terms = Terms { days: None, kind: None, at: Some("now".into()), place: None, guarantor: None };
    let json =
        r##"{"id":"1","terms":{"at":"now"},"bills":[{"id":"2","lines":[],"note":"n"}],"n@odata.type":"#Int64","n":1}"##;
    let order: Order = read(json);
    assert_eq!(order.terms, Some(terms.clone()));
    has_as_many_members_as_it_says(&order, json);
    has_as_many_members_as_it_says(&read::<OrderPartial>(json), json);
    // A value that is replaced says null of what it lacks, unless that is never null, and leaves out what is read-only.
    let patch = OrderPatch::new().terms(terms).more("x", 1);
    has_as_many_members_as_it_says(&patch, r#"{"terms":{"days":null,"place":null},"x":1}"#);
    let place = Place { city: Some("Kiel".into()), street: None };
    let patch = OrderPatch::new().terms(TermsPatch::new().clear_days().place(place));
    let json = r##"{"terms":{"days":null,"place":{"@odata.type":"#test.place","city":"Kiel","street":null}}}"##;
    has_as_many_members_as_it_says(&patch, json);
}

/// The standard library's formatter, as a serializer that is not `serde_json`'s.
struct Shown<T>(T);

impl<T: Serialize> fmt::Display for Shown<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.serialize(f)
    }
}

#[test]
fn a_decimal_is_written_to_any_serializer() {
    for text in ["10.50", "10.5", "7", "12345678901234567890123", "1e400", "-0"] {
        let decimal: Decimal = text.parse().unwrap();
        assert_eq!(Shown(&decimal).to_string(), text);
        assert_eq!(write(&decimal), text);
        assert_eq!(read::<Decimal>(&format!("\"{text}\"")), decimal, "a string is read again");
    }
    // Behind a wrapper it is a number, too.
    assert_eq!(
        write(&Row { tenant: "t".into(), resource: read::<Money>(r#"{"amount":10.50}"#), rest: Map::new() }),
        r##"{"tenant":"t","@odata.type":"#test.money","amount":10.50}"##
    );
}
