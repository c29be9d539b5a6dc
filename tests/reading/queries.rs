//! What is asked of a collection, as it stands in the URL.

use graph_resource::edm::{Binary, Date, Decimal, Duration, Guid};
use graph_resource::request::Search;
use graph_resource::{
    DateTimeOffset, ErrorKind, Expand, Filter, FlagSet, GraphComplex, GraphEnum, GraphResource, item,
};
use percent_encoding::percent_decode_str;

use crate::support::{BASE, moment};

#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(odata_type = "microsoft.graph.importance")]
enum Importance {
    Low,
    High,
    #[graph_resource(unknown)]
    Unknown(String),
}

#[derive(Clone, Debug, PartialEq, GraphEnum)]
enum Day {
    Monday,
    Friday,
    #[graph_resource(unknown)]
    Unknown(String),
}

#[derive(Clone, Debug, PartialEq, GraphComplex)]
#[graph_resource(props = "AddressHandles")]
struct Address {
    city: Option<String>,
    floors: Vec<i32>,
    rooms: Option<Vec<Room>>,
}

#[derive(Clone, Debug, PartialEq, GraphComplex)]
struct Room {
    number: i32,
    tags: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/people/<id>")]
struct Person {
    id: String,
    #[graph_resource(rename = "a b")]
    odd: Option<i64>,
    age: i32,
    weight: f64,
    is_enabled: Option<bool>,
    created: DateTimeOffset,
    born: Option<Date>,
    salary: Option<Decimal>,
    absence: Option<Duration>,
    badge: Option<Guid>,
    picture: Option<Binary>,
    importance: Importance,
    days: Option<FlagSet<Day>>,
    tags: Vec<String>,
    addresses: Vec<Address>,
    home: Option<Box<Address>>,
    #[graph_resource(navigation)]
    manager: Option<Box<Person>>,
    #[graph_resource(navigation)]
    reports: Option<Vec<Person>>,
}

/// The text of a filter, decoded.
fn text(filter: Filter<Person>) -> String {
    let request = Person::collection().list().filter(filter).to_http(BASE).unwrap();
    let query = request.uri().query().unwrap().strip_prefix("$filter=").unwrap().to_owned();
    percent_decode_str(&query).decode_utf8().unwrap().into_owned()
}

#[test]
fn a_value_is_written_as_its_type_wants() {
    let p = Person::props();
    for (filter, wanted) in [
        (p.id.eq("adele"), "id eq 'adele'"),
        (p.id.eq(String::from("O'Neil")), "id eq 'O''Neil'"),
        (p.id.ne(&String::from("' or 1 eq 1 or '")), "id ne ''' or 1 eq 1 or '''"),
        (p.odd.eq(-9_000_000_000), "a b eq -9000000000"),
        (p.age.gt(5), "age gt 5"),
        (p.age.ge(&5), "age ge 5"),
        (p.weight.lt(1e300), "weight lt 1e+300"),
        (p.weight.eq(f64::INFINITY), "weight eq INF"),
        (p.is_enabled.eq(true), "isEnabled eq true"),
        (p.created.le(moment("2023-09-25T09:25:00.1230+02:00")), "created le 2023-09-25T09:25:00.1230+02:00"),
        (p.born.eq("2023-09-25".parse::<Date>().unwrap()), "born eq 2023-09-25"),
        (p.salary.eq("0.10".parse::<Decimal>().unwrap()), "salary eq 0.10"),
        (
            p.salary.eq("123456789012345678901234567890".parse::<Decimal>().unwrap()),
            "salary eq 123456789012345678901234567890",
        ),
        (p.absence.eq("PT1H".parse::<Duration>().unwrap()), "absence eq duration'PT1H'"),
        (p.badge.eq(Guid::nil()), "badge eq 00000000-0000-0000-0000-000000000000"),
        (p.picture.eq("_-8=".parse::<Binary>().unwrap()), "picture eq binary'_-8='"),
        (p.picture.eq("/+8=".parse::<Binary>().unwrap()), "picture eq binary'_-8='"),
        (p.importance.eq(Importance::High), "importance eq 'high'"),
        (p.importance.eq(&Importance::Unknown("it's".into())), "importance eq 'it''s'"),
        (p.importance.qualified().eq(Importance::High), "importance eq microsoft.graph.importance'high'"),
        (p.days.has(Day::Friday), "days has 'friday'"),
        (p.days.eq(FlagSet::from([Day::Monday, Day::Friday])), "days eq 'monday,friday'"),
        (p.odd.is_null(), "a b eq null"),
        (p.home.is_not_null(), "home ne null"),
        (p.id.is_one_of(["a", "b'"]), "id in ('a','b''')"),
        (p.age.is_one_of(vec![1, 2]), "age in (1,2)"),
        (p.age.is_one_of([0; 0]), "false"),
        (p.importance.qualified().is_one_of([Importance::Low]), "importance in (microsoft.graph.importance'low')"),
    ] {
        assert_eq!(text(filter), wanted);
    }
}

#[test]
fn no_character_of_a_value_leaves_its_place() {
    let all: String = (1..=0x17f_u32).filter_map(char::from_u32).chain("€😀".chars()).collect();
    let request = Person::collection().list().filter(Person::props().id.contains(&all)).to_http(BASE).unwrap();
    let query = request.uri().query().unwrap();
    let text = query.strip_prefix("$filter=").unwrap();
    assert!(text.bytes().all(|byte| byte.is_ascii_graphic() && !b"#&+/?".contains(&byte)), "{text}");
    let decoded = percent_decode_str(query).decode_utf8().unwrap();
    assert_eq!(decoded, format!("$filter=contains(id,'{}')", all.replace('\'', "''")));
}

#[test]
fn conditions_are_joined_as_rust_reads_them() {
    let p = Person::props();
    let (a, b, c) = (|| p.age.eq(1), || p.id.starts_with("b"), || p.tags.is_empty());
    for (filter, wanted) in [
        (a() & b() | c(), "age eq 1 and startswith(id,'b') or not tags/any()"),
        (a() & (b() | c()), "age eq 1 and (startswith(id,'b') or not tags/any())"),
        ((a() | b()) & c(), "(age eq 1 or startswith(id,'b')) and not tags/any()"),
        (a() & b() & c(), "age eq 1 and startswith(id,'b') and not tags/any()"),
        (a() | (b() | c()), "age eq 1 or startswith(id,'b') or not tags/any()"),
        (!a(), "not (age eq 1)"),
        (!b(), "not startswith(id,'b')"),
        (!!b(), "not (not startswith(id,'b'))"),
        (!(a() & b()), "not (age eq 1 and startswith(id,'b'))"),
        (!a() & b(), "not (age eq 1) and startswith(id,'b')"),
        (Filter::raw("a eq 1 or b eq 2") & b(), "(a eq 1 or b eq 2) and startswith(id,'b')"),
        (Filter::raw("a eq 1"), "a eq 1"),
        (!p.days.has(Day::Monday), "not (days has 'monday')"),
        (!p.age.is_one_of([1]), "not (age in (1))"),
    ] {
        assert_eq!(text(filter), wanted);
    }
    let long = (0..100).map(|age| p.age.eq(age)).reduce(|all, one| all | one).unwrap();
    assert_eq!(text(long).split(" or ").count(), 100);
    let twice = Person::collection().list().filter(a() | b()).filter(c()).to_http(BASE).unwrap();
    let twice = percent_decode_str(twice.uri().query().unwrap()).decode_utf8().unwrap().into_owned();
    assert_eq!(twice, "$filter=(age eq 1 or startswith(id,'b')) and (not tags/any())");
}

#[test]
fn paths_lead_through_members_items_and_relationships() {
    let (p, address, room) = (Person::props(), Address::props(), Room::props());
    let _: AddressHandles = address;
    for (filter, wanted) in [
        (p.home.member(address.city).eq("Berlin"), "home/city eq 'Berlin'"),
        (p.home.member(address.city).ends_with("n"), "endswith(home/city,'n')"),
        (p.manager.member(p.age).gt(3), "manager/age gt 3"),
        (p.manager.member(p.home).member(address.city).is_null(), "manager/home/city eq null"),
        (p.tags.any(item().eq("x")), "tags/any(x:x eq 'x')"),
        (
            p.tags.any(item().starts_with("a") | item().contains("b")),
            "tags/any(x:startswith(x,'a') or contains(x,'b'))",
        ),
        (p.home.member(address.floors).any(item().gt(3)), "home/floors/any(x:x gt 3)"),
        (
            p.addresses.any(address.city.eq("x") & address.floors.is_empty()),
            "addresses/any(x:x/city eq 'x' and not x/floors/any())",
        ),
        (
            p.addresses
                .any(address.rooms.any(room.number.eq(1) & room.tags.any(item().eq("x:x/"))) & address.city.is_null()),
            "addresses/any(x2:x2/rooms/any(x1:x1/number eq 1 and x1/tags/any(x:x eq 'x:x/')) and x2/city eq null)",
        ),
        (p.reports.any(p.manager.member(p.id).eq("1")), "reports/any(x:x/manager/id eq '1')"),
        (p.reports.is_empty(), "not reports/any()"),
        (p.addresses.any(!address.rooms.is_empty()), "addresses/any(x:not (not x/rooms/any()))"),
    ] {
        assert_eq!(text(filter), wanted);
    }
}

#[test]
fn the_other_options_stand_beside_it() {
    let p = Person::props();
    let request = Person::collection()
        .list()
        .filter(p.age.gt(1))
        .order_by(p.created.descending())
        .order_by(p.home.member(Address::props().city))
        .top(60)
        .skip(20)
        .search("a\"b")
        .eventual()
        .select(p.age)
        .to_http(BASE)
        .unwrap();
    assert_eq!(
        percent_decode_str(request.uri().query().unwrap()).decode_utf8().unwrap(),
        "$select=id,age&$filter=age gt 1&$orderby=created desc,home/city&$top=60&$skip=20&$search=\"a\\\"b\"&$count=true"
    );
    assert_eq!(request.headers()["consistencylevel"], "eventual");
    let again = Person::collection().list().top(1).top(2).query("top", 3).count().eventual().to_http(BASE).unwrap();
    assert_eq!(again.uri().query(), Some("top=3&$count=true"), "no option occurs twice");
}

#[test]
fn an_expansion_takes_the_same() {
    let p = Person::props();
    let reports = Expand::of(p.reports)
        .select(p.age)
        .filter(p.tags.any(item().eq("a;)b")))
        .order_by(p.age.ascending())
        .top(5)
        .skip(1)
        .count()
        .expand(Expand::of(p.manager).select(p.id));
    let request = Person::at("1").get().expand(reports).to_http(BASE).unwrap();
    assert_eq!(
        percent_decode_str(request.uri().query().unwrap()).decode_utf8().unwrap(),
        "$expand=reports($select=id,age;$expand=manager($select=id);$filter=tags/any(x:x eq 'a;)b');$orderby=age;$top=5;\
         $skip=1;$count=true)"
    );
    for raw in ["a)", "a;b", "'a"] {
        let reports = Expand::of(p.reports).filter(Filter::raw(raw));
        assert_eq!(Person::at("1").get().expand(reports).to_http(BASE).unwrap_err().kind(), ErrorKind::Query, "{raw}");
    }
}

#[test]
fn phrases_are_joined() {
    let p = Person::props();
    let of = |search: Search<Person>| {
        let request = Person::collection().list().search(search).to_http(BASE).unwrap();
        percent_decode_str(request.uri().query().unwrap()).decode_utf8().unwrap().into_owned()
    };
    let (a, b) = (|| p.id.search("a b"), || p.home.member(Address::props().city).search("\\"));
    assert_eq!(of(a()), "$search=\"id:a b\"");
    assert_eq!(of(a() & b()), "$search=\"id:a b\" AND \"home/city:\\\\\"");
    assert_eq!(of((a() | b()) & a()), "$search=(\"id:a b\" OR \"home/city:\\\\\") AND \"id:a b\"");
    assert_eq!(of(a() & b() | a()), "$search=\"id:a b\" AND \"home/city:\\\\\" OR \"id:a b\"");
    assert_eq!(of(Search::raw("NOT \"x\"")), "$search=NOT \"x\"");
}

#[test]
fn what_has_no_literal_is_refused() {
    let error = Person::collection().list().filter(Person::props().days.qualified().has(Day::Monday));
    let error = error.to_http(BASE).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Query);
    assert_eq!(error.to_string(), "the type of an enumeration is not known; give its enum `odata_type = \"…\"`");
}

#[test]
fn nothing_of_a_filter_is_shown() {
    let p = Person::props();
    let filter = p.id.eq("secret");
    assert!(!format!("{filter:?}").contains("secret"));
    assert!(!format!("{:?}", Person::collection().list().filter(filter)).contains("secret"));
    assert!(!format!("{:?}", p.id.search("secret")).contains("secret"));
}
