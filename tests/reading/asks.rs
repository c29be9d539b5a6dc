//! What may be asked of records: as a filter, and decided by ourselves. Records and questions at random.

use std::cmp::Ordering;

use graph_resource::{DateTimeOffset, Filter, FlagSet, GraphComplex, GraphEnum, GraphResource, item};
use proptest::prelude::*;

use crate::support::moment;

#[derive(Clone, Debug, PartialEq, GraphEnum)]
pub(crate) enum Kind {
    Low,
    High,
    #[graph_resource(unknown)]
    Unknown(String),
}

#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub(crate) struct Home {
    city: Option<String>,
    floor: Option<i32>,
    doors: Vec<i32>,
}

#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub(crate) struct Room {
    number: i32,
    label: Option<String>,
    tags: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/records/<id>")]
pub(crate) struct Record {
    pub(crate) id: String,
    name: Option<String>,
    age: i32,
    score: Option<f64>,
    is_on: Option<bool>,
    seen: Option<DateTimeOffset>,
    kind: Option<Kind>,
    flags: Option<FlagSet<Kind>>,
    tags: Vec<String>,
    home: Option<Home>,
    rooms: Vec<Room>,
}

#[derive(Clone, Copy, Debug)]
pub(crate) enum Op {
    Eq,
    Ne,
    Gt,
    Ge,
    Lt,
    Le,
}

#[derive(Clone, Copy, Debug)]
pub(crate) enum Search {
    Starts,
    Ends,
    Contains,
}

/// What is asked of a record.
#[derive(Clone, Debug)]
pub(crate) enum Ask {
    Name(Op, String),
    NameNull(bool),
    NameIn(Vec<String>),
    NameHas(Search, String),
    Age(Op, i32),
    AgeIn(Vec<i32>),
    Score(Op, f64),
    On(bool),
    Seen(Op, DateTimeOffset),
    Kind(bool, Kind),
    KindIn(Vec<Kind>),
    Flags(Kind),
    FlagsAre(Op, FlagSet<Kind>),
    HomeNull(bool),
    City(Op, String),
    CityHas(Search, String),
    Floor(Op, i32),
    Door(Op, i32),
    NoTags,
    Tag(Search, String),
    Room(RoomAsk),
    And(Box<Ask>, Box<Ask>),
    Or(Box<Ask>, Box<Ask>),
    Not(Box<Ask>),
}

/// What is asked of a room.
#[derive(Clone, Debug)]
pub(crate) enum RoomAsk {
    Number(Op, i32),
    LabelNull,
    NoTags,
    Label(Search, String),
    Tag(Op, String),
    And(Box<RoomAsk>, Box<RoomAsk>),
    Or(Box<RoomAsk>, Box<RoomAsk>),
    Not(Box<RoomAsk>),
}

/// `p.name.ge(value)`, for an operator that is known at run time.
macro_rules! by {
    ($op:expr, $path:expr, $value:expr) => {
        match $op {
            Op::Eq => $path.eq($value),
            Op::Ne => $path.ne($value),
            Op::Gt => $path.gt($value),
            Op::Ge => $path.ge($value),
            Op::Lt => $path.lt($value),
            Op::Le => $path.le($value),
        }
    };
}

macro_rules! searched {
    ($search:expr, $path:expr, $value:expr) => {
        match $search {
            Search::Starts => $path.starts_with($value),
            Search::Ends => $path.ends_with($value),
            Search::Contains => $path.contains($value),
        }
    };
}

impl Ask {
    pub(crate) fn filter(&self) -> Filter<Record> {
        let p = Record::props();
        let home = Home::props();
        match self {
            Self::Name(op, value) => by!(op, p.name, value),
            Self::NameNull(true) => p.name.is_null(),
            Self::NameNull(false) => p.name.is_not_null(),
            Self::NameIn(values) => p.name.is_one_of(values),
            Self::NameHas(search, value) => searched!(search, p.name, value),
            Self::Age(op, value) => by!(op, p.age, *value),
            Self::AgeIn(values) => p.age.is_one_of(values.iter().copied()),
            Self::Score(op, value) => by!(op, p.score, *value),
            Self::On(value) => p.is_on.eq(*value),
            Self::Seen(op, value) => by!(op, p.seen, *value),
            Self::Kind(true, value) => p.kind.eq(value),
            Self::Kind(false, value) => p.kind.ne(value),
            Self::KindIn(values) => p.kind.is_one_of(values),
            Self::Flags(value) => p.flags.has(value.clone()),
            Self::FlagsAre(Op::Eq, values) => p.flags.eq(values),
            Self::FlagsAre(_, values) => p.flags.ne(values),
            Self::HomeNull(true) => p.home.is_null(),
            Self::HomeNull(false) => p.home.is_not_null(),
            Self::City(op, value) => by!(op, p.home.member(home.city), value),
            Self::CityHas(search, value) => searched!(search, p.home.member(home.city), value),
            Self::Floor(op, value) => by!(op, p.home.member(home.floor), *value),
            Self::Door(op, value) => p.home.member(home.doors).any(by!(op, item(), *value)),
            Self::NoTags => p.tags.is_empty(),
            Self::Tag(search, value) => p.tags.any(searched!(search, item(), value)),
            Self::Room(ask) => p.rooms.any(ask.filter()),
            Self::And(one, other) => one.filter() & other.filter(),
            Self::Or(one, other) => one.filter() | other.filter(),
            Self::Not(ask) => !ask.filter(),
        }
    }

    /// Whether it holds; `None` where what it asks is not known.
    pub(crate) fn holds(&self, record: &Record) -> Option<bool> {
        let home = record.home.as_ref();
        match self {
            Self::Name(op, value) => Some(compared(*op, record.name.as_ref().map(|name| Some(name.cmp(value))))),
            Self::NameNull(is_null) => Some(record.name.is_none() == *is_null),
            Self::NameIn(values) => Some(record.name.as_ref().is_some_and(|name| values.contains(name))),
            Self::NameHas(search, value) => found(*search, record.name.as_ref(), value),
            Self::Age(op, value) => Some(compared(*op, Some(Some(record.age.cmp(value))))),
            Self::AgeIn(values) => Some(values.contains(&record.age)),
            Self::Score(op, value) => Some(compared(*op, record.score.map(|score| score.partial_cmp(value)))),
            Self::On(value) => Some(record.is_on == Some(*value)),
            Self::Seen(op, value) => Some(compared(*op, record.seen.map(|seen| Some(rank(seen).cmp(&rank(*value)))))),
            Self::Kind(is_equal, value) => Some((record.kind.as_ref() == Some(value)) == *is_equal),
            Self::KindIn(values) => Some(record.kind.as_ref().is_some_and(|kind| values.contains(kind))),
            Self::FlagsAre(op, values) => {
                let is_equal = record.flags.as_ref() == Some(values);
                Some(is_equal == matches!(op, Op::Eq))
            }
            Self::Flags(value) => record.flags.as_ref().map(|flags| flags.contains(value)),
            Self::HomeNull(is_null) => Some(home.is_none() == *is_null),
            Self::City(op, value) => {
                let city = home.and_then(|home| home.city.as_ref());
                Some(compared(*op, city.map(|city| Some(city.cmp(value)))))
            }
            Self::Floor(op, value) => {
                let floor = home.and_then(|home| home.floor);
                Some(compared(*op, floor.map(|floor| Some(floor.cmp(value)))))
            }
            Self::CityHas(search, value) => found(*search, home.and_then(|home| home.city.as_ref()), value),
            Self::Door(op, value) => {
                let mut doors = home.map(|home| &home.doors).into_iter().flatten();
                Some(doors.any(|door| compared(*op, Some(Some(door.cmp(value))))))
            }
            Self::NoTags => Some(record.tags.is_empty()),
            Self::Tag(search, value) => {
                Some(record.tags.iter().any(|tag| found(*search, Some(tag), value) == Some(true)))
            }
            Self::Room(ask) => Some(record.rooms.iter().any(|room| ask.holds(room) == Some(true))),
            Self::And(one, other) => and(one.holds(record), other.holds(record)),
            Self::Or(one, other) => not(and(not(one.holds(record)), not(other.holds(record)))),
            Self::Not(ask) => not(ask.holds(record)),
        }
    }
}

impl RoomAsk {
    pub(crate) fn filter(&self) -> Filter<Room> {
        let p = Room::props();
        match self {
            Self::Number(op, value) => by!(op, p.number, *value),
            Self::LabelNull => p.label.is_null(),
            Self::NoTags => p.tags.is_empty(),
            Self::Label(search, value) => searched!(search, p.label, value),
            Self::Tag(op, value) => p.tags.any(by!(op, item(), value)),
            Self::And(one, other) => one.filter() & other.filter(),
            Self::Or(one, other) => one.filter() | other.filter(),
            Self::Not(ask) => !ask.filter(),
        }
    }

    pub(crate) fn holds(&self, room: &Room) -> Option<bool> {
        match self {
            Self::Number(op, value) => Some(compared(*op, Some(Some(room.number.cmp(value))))),
            Self::LabelNull => Some(room.label.is_none()),
            Self::NoTags => Some(room.tags.is_empty()),
            Self::Label(search, value) => found(*search, room.label.as_ref(), value),
            Self::Tag(op, value) => Some(room.tags.iter().any(|tag| compared(*op, Some(Some(tag.cmp(value)))))),
            Self::And(one, other) => and(one.holds(room), other.holds(room)),
            Self::Or(one, other) => not(and(not(one.holds(room)), not(other.holds(room)))),
            Self::Not(ask) => not(ask.holds(room)),
        }
    }
}

/// The outer `None` is null, the inner one a number that is not one.
#[allow(clippy::option_option, reason = "null, and what has no order, are two things here")]
fn compared(op: Op, order: Option<Option<Ordering>>) -> bool {
    match (op, order) {
        (Op::Ne, order) => order != Some(Some(Ordering::Equal)),
        (_, None | Some(None)) => false,
        (Op::Eq, Some(Some(order))) => order.is_eq(),
        (Op::Gt, Some(Some(order))) => order.is_gt(),
        (Op::Ge, Some(Some(order))) => order.is_ge(),
        (Op::Lt, Some(Some(order))) => order.is_lt(),
        (Op::Le, Some(Some(order))) => order.is_le(),
    }
}

fn found(search: Search, text: Option<&String>, part: &str) -> Option<bool> {
    let text = text?;
    Some(match search {
        Search::Starts => text.starts_with(part),
        Search::Ends => text.ends_with(part),
        Search::Contains => text.contains(part),
    })
}

fn and(one: Option<bool>, other: Option<bool>) -> Option<bool> {
    match (one, other) {
        (Some(false), _) | (_, Some(false)) => Some(false),
        (Some(true), Some(true)) => Some(true),
        _ => None,
    }
}

fn not(condition: Option<bool>) -> Option<bool> {
    condition.map(|condition| !condition)
}

/// Few texts, so that some are found, with what could lead out of a literal.
pub(crate) fn text() -> impl Strategy<Value = String> + Clone {
    prop_oneof![
        prop::sample::select(vec![
            "",
            "a",
            "ab",
            "b",
            "A",
            "'",
            "''",
            "' or 1 eq 1 or 'a' eq 'a",
            "x",
            "x/a",
            "$it",
            "null"
        ])
        .prop_map(str::to_owned),
        "[a'%&+/#;(), é\u{1}\u{2}€]{0,4}",
    ]
}

pub(crate) fn op() -> impl Strategy<Value = Op> {
    prop::sample::select(vec![Op::Eq, Op::Ne, Op::Gt, Op::Ge, Op::Lt, Op::Le])
}

pub(crate) fn search() -> impl Strategy<Value = Search> {
    prop::sample::select(vec![Search::Starts, Search::Ends, Search::Contains])
}

pub(crate) fn number() -> impl Strategy<Value = i32> {
    prop_oneof![-2..3, Just(i32::MIN), Just(i32::MAX)]
}

pub(crate) fn score() -> impl Strategy<Value = f64> {
    prop::sample::select(vec![0.0, -0.5, 1.5, 1e300, 5e-324, f64::INFINITY, f64::NEG_INFINITY, f64::NAN])
}

/// Moments, each with its place in time.
const MOMENTS: [(&str, u8); 5] = [
    ("0001-01-01T00:00:00Z", 0),
    ("2023-09-25T09:25:00Z", 1),
    ("2023-09-25T11:25:00+02:00", 1),
    ("2023-09-25T09:25:00.0000001Z", 2),
    ("9999-12-31T23:59:59.9999999Z", 3),
];

fn rank(seen: DateTimeOffset) -> u8 {
    MOMENTS.iter().find(|(text, _)| moment(text) == seen).unwrap().1
}

pub(crate) fn seen() -> impl Strategy<Value = DateTimeOffset> {
    prop::sample::select(MOMENTS.to_vec()).prop_map(|(text, _)| moment(text))
}

pub(crate) fn kind() -> impl Strategy<Value = Kind> {
    prop_oneof![Just(Kind::Low), Just(Kind::High), Just(Kind::Unknown("it's".into()))]
}

pub(crate) fn flags() -> impl Strategy<Value = FlagSet<Kind>> {
    prop::sample::subsequence(vec![Kind::Low, Kind::High], 1..=2).prop_map(|flags| flags.into_iter().collect())
}

fn room() -> impl Strategy<Value = Room> {
    (number(), prop::option::of(text()), prop::collection::vec(text(), 0..3)).prop_map(|(number, label, tags)| Room {
        number,
        label,
        tags,
    })
}

pub(crate) fn record() -> impl Strategy<Value = Record> {
    let simple = (prop::option::of(text()), number(), prop::option::of(score()), any::<Option<bool>>());
    let home = (prop::option::of(text()), prop::option::of(number()), prop::collection::vec(number(), 0..3));
    let home = home.prop_map(|(city, floor, doors)| Home { city, floor, doors });
    let other = (
        prop::option::of(seen()),
        prop::option::of(kind()),
        prop::option::of(flags()),
        prop::collection::vec(text(), 0..3),
        prop::option::of(home),
        prop::collection::vec(room(), 0..3),
    );
    (simple, other).prop_map(|((name, age, score, is_on), (seen, kind, flags, tags, home, rooms))| Record {
        id: String::new(),
        name,
        age,
        score,
        is_on,
        seen,
        kind,
        flags,
        tags,
        home,
        rooms,
    })
}

pub(crate) fn room_ask() -> impl Strategy<Value = RoomAsk> {
    let leaf = prop_oneof![
        (op(), number()).prop_map(|(op, value)| RoomAsk::Number(op, value)),
        Just(RoomAsk::LabelNull),
        Just(RoomAsk::NoTags),
        (search(), text()).prop_map(|(search, value)| RoomAsk::Label(search, value)),
        (op(), text()).prop_map(|(op, value)| RoomAsk::Tag(op, value)),
    ];
    leaf.prop_recursive(3, 6, 2, |inner| {
        prop_oneof![
            (inner.clone(), inner.clone()).prop_map(|(one, other)| RoomAsk::And(one.into(), other.into())),
            (inner.clone(), inner.clone()).prop_map(|(one, other)| RoomAsk::Or(one.into(), other.into())),
            inner.prop_map(|ask| RoomAsk::Not(ask.into())),
        ]
    })
}

pub(crate) fn ask() -> impl Strategy<Value = Ask> {
    let of_values = prop_oneof![
        (op(), text()).prop_map(|(op, value)| Ask::Name(op, value)),
        any::<bool>().prop_map(Ask::NameNull),
        prop::collection::vec(text(), 0..4).prop_map(Ask::NameIn),
        (search(), text()).prop_map(|(search, value)| Ask::NameHas(search, value)),
        (op(), number()).prop_map(|(op, value)| Ask::Age(op, value)),
        prop::collection::vec(number(), 0..4).prop_map(Ask::AgeIn),
        (op(), score()).prop_map(|(op, value)| Ask::Score(op, value)),
        any::<bool>().prop_map(Ask::On),
        (op(), seen()).prop_map(|(op, value)| Ask::Seen(op, value)),
    ];
    let of_others = prop_oneof![
        (any::<bool>(), kind()).prop_map(|(is_equal, value)| Ask::Kind(is_equal, value)),
        prop::collection::vec(kind(), 0..3).prop_map(Ask::KindIn),
        prop_oneof![Just(Kind::Low), Just(Kind::High)].prop_map(Ask::Flags),
        (prop::sample::select(vec![Op::Eq, Op::Ne]), flags()).prop_map(|(op, values)| Ask::FlagsAre(op, values)),
        any::<bool>().prop_map(Ask::HomeNull),
        (op(), text()).prop_map(|(op, value)| Ask::City(op, value)),
        (op(), number()).prop_map(|(op, value)| Ask::Floor(op, value)),
        (search(), text()).prop_map(|(search, value)| Ask::CityHas(search, value)),
        (op(), number()).prop_map(|(op, value)| Ask::Door(op, value)),
        Just(Ask::NoTags),
        (search(), text()).prop_map(|(search, value)| Ask::Tag(search, value)),
        room_ask().prop_map(Ask::Room),
    ];
    prop_oneof![of_values, of_others].prop_recursive(4, 12, 2, |inner| {
        prop_oneof![
            (inner.clone(), inner.clone()).prop_map(|(one, other)| Ask::And(one.into(), other.into())),
            (inner.clone(), inner.clone()).prop_map(|(one, other)| Ask::Or(one.into(), other.into())),
            inner.prop_map(|ask| Ask::Not(ask.into())),
        ]
    })
}
