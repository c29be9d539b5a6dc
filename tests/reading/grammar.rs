//! Queries at random, for a parser of OData's grammar that is not ours: see `tests/abnf/`.

use std::{env, fs};

use graph_resource::edm::{Binary, Date, Decimal, Duration, Guid, TimeOfDay};
use graph_resource::request::{List, Search};
use graph_resource::{Expand, Filter, FlagSet, GraphEnum, GraphResource, GraphUnion, Operation, Request, item};
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;
use serde_json::{Map, Value};

use crate::asks::{Record, ask, number, text};
use crate::support::BASE;

#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(odata_type = "microsoft.graph.day")]
enum Day {
    Monday,
    Friday,
    #[graph_resource(unknown)]
    Unknown(String),
}

/// A property of each type that has a literal of its own, and relationships.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/holders/<id>")]
struct Holder {
    id: String,
    born: Option<Date>,
    wakes: Option<TimeOfDay>,
    salary: Option<Decimal>,
    absence: Option<Duration>,
    badge: Option<Guid>,
    picture: Option<Binary>,
    day: Option<Day>,
    days: Option<FlagSet<Day>>,
    big: i64,
    small: Option<f32>,
    #[graph_resource(navigation)]
    first: Option<Box<Record>>,
    #[graph_resource(navigation)]
    records: Option<Vec<Record>>,
    #[graph_resource(navigation)]
    members: Option<Vec<Member>>,
}

#[derive(Clone, Debug, PartialEq, GraphUnion)]
#[graph_resource(path = "/members/<id>")]
enum Member {
    #[graph_resource(odata_type = "microsoft.graph.holder")]
    Holder(Holder),
    #[graph_resource(odata_type = "microsoft.graph.record")]
    Record(Record),
    #[graph_resource(unknown)]
    Unknown(Map<String, Value>),
}

fn query<O: Operation>(request: &Request<O>) -> String {
    request.to_http(BASE).unwrap().uri().query().unwrap_or_default().to_owned()
}

/// A condition on a property of each type.
fn literal() -> impl Strategy<Value = Filter<Holder>> {
    let p = Holder::props();
    let duration = prop::sample::select(vec!["PT1H", "-P1DT0.5S", "P3D", "PT0S"]);
    let decimal =
        prop::sample::select(vec!["0.10", "-5", "123456789012345678901234567890", "79228162514264337593543950335"]);
    let date = prop::sample::select(vec!["2023-09-25", "0001-01-01", "9999-12-31"]);
    let time = prop::sample::select(vec!["09:25:00", "23:59:59.9999999", "00:00:00"]);
    let day = prop_oneof![Just(Day::Monday), Just(Day::Friday)];
    prop_oneof![
        duration.prop_map(move |text| p.absence.gt(text.parse::<Duration>().unwrap())),
        decimal.prop_map(move |text| p.salary.le(text.parse::<Decimal>().unwrap())),
        date.prop_map(move |text| p.born.ge(text.parse::<Date>().unwrap())),
        time.prop_map(move |text| p.wakes.lt(text.parse::<TimeOfDay>().unwrap())),
        any::<u128>().prop_map(move |bits| p.badge.eq(Guid::from_u128(bits))),
        prop::collection::vec(any::<u8>(), 0..7).prop_map(move |bytes| p.picture.ne(Binary::from(bytes))),
        any::<i64>().prop_map(move |value| p.big.eq(value)),
        any::<f32>().prop_map(move |value| p.small.ne(value)),
        day.clone().prop_map(move |day| p.day.qualified().eq(day)),
        prop::collection::vec(day.clone(), 0..3).prop_map(move |days| p.day.is_one_of(days)),
        day.clone().prop_map(move |day| p.days.has(day)),
        day.prop_map(move |day| p.days.qualified().has(day)),
        number().prop_map(move |age| p.first.member(Record::props().age).eq(age)),
        text().prop_map(move |name| p.records.any(Record::props().tags.any(item().starts_with(name)))),
        text().prop_map(move |name| !p.records.any(Record::props().name.contains(name))),
    ]
}

fn search() -> impl Strategy<Value = Search<Record>> {
    let p = Record::props();
    let phrase = "[a-zé \"\\\\:&+%']{1,5}".prop_map(move |phrase| p.name.search(&phrase));
    phrase.prop_recursive(2, 4, 2, |inner| {
        prop_oneof![
            (inner.clone(), inner.clone()).prop_map(|(one, other)| one & other),
            (inner.clone(), inner).prop_map(|(one, other)| one | other),
        ]
    })
}

/// A list of records with any of its options.
fn list() -> impl Strategy<Value = Request<List<Record>>> {
    let p = Record::props();
    let options = (
        prop::option::of(ask()),
        prop::option::of(search()),
        prop::option::of(any::<u32>()),
        prop::option::of(any::<u32>()),
        any::<[bool; 4]>(),
    );
    options.prop_map(move |(ask, search, top, skip, [is_ordered, is_counted, is_selected, is_twice])| {
        let mut list = Record::collection().list();
        if let Some(ask) = ask {
            list = list.filter(ask.filter());
        }
        if let Some(search) = search {
            list = list.search(search);
        }
        if let Some(top) = top {
            list = list.top(top);
        }
        if let Some(skip) = skip {
            list = list.skip(skip);
        }
        if is_ordered {
            list = list.order_by(p.age.descending());
        }
        if is_twice {
            list = list.order_by(p.home.member(crate::asks::Home::props().city)).order_by(p.name.ascending());
        }
        let list = if is_counted { list.count() } else { list };
        if is_selected { list.select_declared() } else { list }
    })
}

/// An expansion with options, one in the other.
fn expansion() -> impl Strategy<Value = String> {
    let (p, record) = (Holder::props(), Record::props());
    (ask(), ask(), literal(), search(), any::<[bool; 4]>()).prop_map(
        move |(ask, other, literal, search, [is_ordered, is_derived, is_searched, is_filtered])| {
            let mut records = Expand::of(p.records).select(record.name).filter(ask.filter()).top(5).count();
            if is_ordered {
                records = records.order_by(record.age.descending()).skip(2);
            }
            if is_searched {
                records = records.search(search);
            }
            if is_derived {
                let deep = Expand::of(p.records).filter(other.filter()).select_declared();
                let members = Holder::collection().list().expand(Expand::of(p.members).select_declared().expand(deep));
                let members = members.expand(records);
                return query(&members);
            }
            let holders = Holder::collection().list().expand(records).expand(p.first);
            query(&if is_filtered { holders.filter(literal) } else { holders })
        },
    )
}

#[test]
#[ignore = "writes queries to a file for `tests/abnf/check.sh`, which says where"]
fn queries_at_random() {
    let file = env::var_os("QUERIES").expect("a file to write to, named by QUERIES");
    // The same in every run.
    let mut runner = TestRunner::deterministic();
    let mut lines = Vec::new();
    let filter = ask().prop_map(|ask| query(&Record::collection().list().filter(ask.filter())));
    let literal = literal().prop_map(|filter| query(&Holder::collection().list().filter(filter)));
    let list = list().prop_map(|list| query(&list));
    for (strategy, count) in
        [(filter.boxed(), 1_200), (literal.boxed(), 400), (list.boxed(), 800), (expansion().boxed(), 600)]
    {
        for _ in 0..count {
            lines.push(strategy.new_tree(&mut runner).unwrap().current());
        }
    }
    lines.retain(|line| !line.is_empty());
    fs::write(file, lines.join("\n")).unwrap();
}
