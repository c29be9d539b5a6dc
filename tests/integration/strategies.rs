//! Random resources and random patches of them. Patches are made by their setters, as users make them.

use std::collections::BTreeMap;

use graph_resource::{DateTimeOffset, DictionaryPatch, FlagSet, GraphValue, ObjectPatch};
use graph_resource_tests::shapes::*;
use graph_resource_tests::unions::*;
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use crate::support::moment;

/// Hands the shapes over, each with how its values and its patches are made.
macro_rules! for_each_shape {
    ($laws:ident) => {
        $laws! {
            flat: flat(), flat_patch();
            nested: desk(), desk_patch();
            open: folder(), folder_patch();
            generic: holder(&place()), holder_patch();
            recursive: tree(), tree_patch();
            unions: call(), call_patch();
            dictionaries: plan(), plan_patch();
        }
    };
}
pub(crate) use for_each_shape;

pub(crate) fn text() -> BoxedStrategy<String> {
    prop_oneof![
        Just(String::new()),
        Just("a".to_owned()),
        Just("b".to_owned()),
        any::<String>(),
        Just("\u{0}\"\\\u{2028}\u{1F600}".to_owned())
    ]
    .boxed()
}

fn float() -> BoxedStrategy<f64> {
    let finite = any::<u64>().prop_map(f64::from_bits).prop_filter("x == x", |float| !float.is_nan());
    let any_zero = prop_oneof![Just(0.0), Just(-0.0), Just(0.1), Just(f64::INFINITY), Just(f64::MIN_POSITIVE), finite];
    // Where numbers are compared by their digits, `-0.0` is another number for JSON, and the same one for Rust. `x + 0.0` is
    // `x`, and 0.0 for both zeros.
    if cfg!(feature = "exact") { any_zero.prop_map(|float| float + 0.0).boxed() } else { any_zero.boxed() }
}

/// The same, and what is no number.
pub(crate) fn float_or_nan() -> BoxedStrategy<f64> {
    prop_oneof![2 => Just(f64::NAN), 1 => Just(0.5), 1 => float()].boxed()
}

fn single() -> BoxedStrategy<f32> {
    any::<u32>().prop_map(f32::from_bits).prop_filter("x == x", |float| !float.is_nan()).boxed()
}

fn kind() -> BoxedStrategy<Kind> {
    prop_oneof![Just(Kind::FirstKind), Just(Kind::Second), Just(Kind::Unknown("newKind".into()))].boxed()
}

pub(crate) fn flags() -> BoxedStrategy<FlagSet<Kind>> {
    let names = prop_oneof![kind(), "[a-z]{1,2}".prop_map(Kind::Unknown), any::<String>().prop_map(Kind::Unknown)];
    vec(names, 0..4).prop_map(FlagSet::from_iter).boxed()
}

fn date_time() -> BoxedStrategy<DateTimeOffset> {
    prop::sample::select(vec![
        "0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59.9999999Z",
        "2017-01-01T00:03:15.6077862+03:00",
        "2017-01-01T00:03:15.60-00:00",
        "2020-02-25T18:52Z",
    ])
    .prop_map(moment)
    .boxed()
}

pub(crate) fn flat() -> BoxedStrategy<Flat> {
    let first = (text(), text(), of(text()), any::<i32>(), of(any::<i64>()), float(), of(single()), any::<bool>());
    let second =
        (kind(), of(kind()), vec(kind(), 0..3), of(date_time()), vec(text(), 0..3), of(vec(any::<i64>(), 0..3)));
    let third = (vec(of(text()), 0..3), -1..2_i32, of(text()), of(text()), of(text()), of(text()));
    (first, second, third)
        .prop_map(|((id, name, note, count, size, ratio, share, flag), second, third)| {
            let (kind, other_kind, kinds, at, tags, aliases) = second;
            let (holes, revision, stamp, origin, secret, etag) = third;
            let etag = etag.map(Into::into);
            Flat {
                id,
                name,
                note,
                count,
                size,
                ratio,
                share,
                flag,
                kind,
                other_kind,
                kinds,
                at,
                tags,
                aliases,
                holes,
                revision,
                stamp,
                origin,
                secret,
                etag,
            }
        })
        .boxed()
}

pub(crate) fn flat_patch() -> BoxedStrategy<FlatPatch> {
    let setters: Setters<FlatPatch, Flat> = vec![
        |patch, flat| patch.name(flat.name),
        |patch, flat| flat.note.map_or_else(|| FlatPatch::new().clear_note(), |note| patch.note(note)),
        |patch, _| patch.clear_note(),
        |patch, flat| patch.count(flat.count).flag(flat.flag),
        |patch, flat| match flat.size {
            Some(size) => patch.size(size),
            None => patch.clear_size(),
        },
        |patch, flat| patch.ratio(flat.ratio),
        |patch, flat| match flat.share {
            Some(share) => patch.share(share),
            None => patch.clear_share(),
        },
        |patch, flat| patch.kind(flat.kind).kinds(flat.kinds),
        |patch, flat| match flat.other_kind {
            Some(kind) => patch.other_kind(kind),
            None => patch.clear_other_kind(),
        },
        |patch, flat| match flat.at {
            Some(at) => patch.at(at),
            None => patch.clear_at(),
        },
        |patch, flat| patch.tags(flat.tags).holes(flat.holes),
        |patch, flat| match flat.aliases {
            Some(aliases) => patch.aliases(aliases),
            None => patch.clear_aliases(),
        },
        |patch, flat| patch.revision(flat.revision),
        |patch, flat| match flat.secret {
            Some(secret) => patch.secret(secret),
            None => patch.clear_secret(),
        },
    ];
    steps(FlatPatch::new, setters, flat())
}

/// Setters, each of which takes what it needs of a random value.
pub(crate) type Setters<P, T> = Vec<fn(P, T) -> P>;

/// Up to three setters in a row, each with a value of its own.
pub(crate) fn steps<P: Clone + std::fmt::Debug + 'static, T: std::fmt::Debug + 'static>(
    new: fn() -> P,
    setters: Setters<P, T>,
    values: BoxedStrategy<T>,
) -> BoxedStrategy<P> {
    let step = (prop::sample::select(setters), values);
    vec(step, 0..4)
        .prop_map(move |steps| steps.into_iter().fold(new(), |patch, (set, value)| set(patch, value)))
        .boxed()
}

pub(crate) fn spot() -> BoxedStrategy<Spot> {
    (of(0..3_i32), of(0..3_i32), of(text())).prop_map(|(x, y, region)| Spot { x, y, region }).boxed()
}

fn spot_patch() -> BoxedStrategy<SpotPatch> {
    let setters: Setters<SpotPatch, Spot> = vec![
        |patch, spot| spot.x.map_or_else(SpotPatch::new, |x| patch.x(x)),
        |patch, spot| spot.y.map_or_else(SpotPatch::new, |y| patch.y(y)),
        |patch, _| patch.clear_x(),
        |patch, _| patch.clear_y(),
    ];
    steps(SpotPatch::new, setters, spot())
}

pub(crate) fn place() -> BoxedStrategy<Place> {
    let named = (of(text()), vec(text(), 0..2), of(spot()), of(spot()), 0..2_i32);
    (named, of(text()), of(text()), of(text()))
        .prop_map(|((city, lines, spot, pin, floor), region, founded, code)| Place {
            city,
            lines,
            spot,
            pin,
            floor,
            region,
            founded,
            code,
        })
        .boxed()
}

pub(crate) fn place_patch() -> BoxedStrategy<PlacePatch> {
    let setters: Setters<PlacePatch, (Place, SpotPatch)> = vec![
        |patch, (place, _)| place.city.map_or_else(PlacePatch::new, |city| patch.city(city)),
        |patch, _| patch.clear_city(),
        |patch, (place, _)| patch.lines(place.lines).floor(place.floor),
        |patch, (place, _)| place.spot.map_or_else(PlacePatch::new, |spot| patch.spot(spot)),
        |patch, (_, spot)| patch.spot(spot),
        |patch, _| patch.clear_spot(),
        |patch, (place, _)| place.pin.map_or_else(PlacePatch::new, |pin| patch.pin(pin)),
        |patch, (_, spot)| patch.pin(spot),
        |patch, _| patch.clear_pin(),
        |patch, (place, _)| place.code.map_or_else(PlacePatch::new, |code| patch.code(code)),
        |patch, _| patch.clear_code(),
    ];
    steps(PlacePatch::new, setters, (place(), spot_patch()).boxed())
}

pub(crate) fn strict() -> BoxedStrategy<Strict> {
    (0..3_i32, of(text())).prop_map(|(level, note)| Strict { level, note }).boxed()
}

fn strict_patch() -> BoxedStrategy<StrictPatch> {
    let setters: Setters<StrictPatch, Strict> =
        vec![|patch, strict| patch.level(strict.level), |patch, _| patch.clear_note(), |patch, _| patch.note("n")];
    steps(StrictPatch::new, setters, strict())
}

pub(crate) fn desk() -> BoxedStrategy<Desk> {
    let places = (of(place()), of(place()), place(), place(), vec(place(), 0..2));
    (Just("1".to_owned()), places, of(strict()), of(strict()))
        .prop_map(|(id, (home, work, base, yard, spots), strict, lenient)| Desk {
            id,
            home,
            work,
            base,
            yard,
            spots,
            strict,
            lenient,
        })
        .boxed()
}

pub(crate) fn desk_patch() -> BoxedStrategy<DeskPatch> {
    let setters: Setters<DeskPatch, (Place, PlacePatch, Strict, StrictPatch)> = vec![
        |patch, (place, ..)| patch.home(place),
        |patch, (_, members, ..)| patch.home(members),
        |patch, _| patch.clear_home(),
        |patch, (place, ..)| patch.work(place),
        |patch, (_, members, ..)| patch.work(members),
        |patch, _| patch.clear_work(),
        |patch, (place, ..)| patch.base(place.clone()).spots(vec![place]),
        |patch, (_, members, ..)| patch.base(members),
        |patch, (_, members, ..)| patch.yard(members),
        |patch, (_, _, strict, _)| patch.strict(strict),
        |patch, (_, _, _, members)| patch.strict(members.clone()).lenient(members),
        |patch, _| patch.clear_strict().clear_lenient(),
    ];
    steps(DeskPatch::new, setters, (place(), place_patch(), strict(), strict_patch()).boxed())
}

/// Dynamic members. Objects among them have names of one set, so that to set one is to replace it.
pub(crate) fn dynamic() -> BoxedStrategy<Map<String, Value>> {
    let value = prop_oneof![
        any::<i64>().prop_map(Value::from),
        text().prop_map(Value::from),
        any::<bool>().prop_map(Value::from),
        float().prop_filter("JSON", |float| float.is_finite()).prop_map(Value::from),
        (0..3_u8).prop_map(|n| json!([n, { "a": null }, [null]])),
    ];
    let named = (prop::sample::select(vec!["dynA", "dynB", "dynC", "größe", ""]), value);
    let typed = of(any::<i64>());
    let own = prop_oneof![3 => Just(None), 1 => Just(Some("#test.derived")), 1 => Just(Some("#test.other"))];
    (vec(named, 0..3), typed, own)
        .prop_map(|(named, typed, own)| {
            let mut members: Map<String, Value> =
                named.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
            if let Some(number) = typed {
                members.insert("typed".into(), json!(number));
                members.insert("typed@odata.type".into(), json!("#Int64"));
            }
            if let Some(own) = own {
                members.insert("@odata.type".into(), json!(own));
            }
            members
        })
        .boxed()
}

pub(crate) fn badge() -> BoxedStrategy<Badge> {
    (of(0..3_i64), dynamic()).prop_map(|(number, additional)| Badge { number, additional }).boxed()
}

pub(crate) fn owner() -> BoxedStrategy<Owner> {
    (of(text()), of(badge()), dynamic()).prop_map(|(name, badge, additional)| Owner { name, badge, additional }).boxed()
}

pub(crate) fn folder() -> BoxedStrategy<Folder> {
    (text(), of(owner()), of(owner()), vec(owner(), 0..2), dynamic())
        .prop_map(|(id, owner, editor, owners, additional)| Folder { id, owner, editor, owners, additional })
        .boxed()
}

fn badge_patch() -> BoxedStrategy<BadgePatch> {
    let setters: Setters<BadgePatch, Badge> = vec![
        |patch, badge| badge.number.map_or_else(BadgePatch::new, |number| patch.number(number)),
        |patch, _| patch.clear_number(),
        |patch, badge| badge.additional.into_iter().fold(patch, |patch, (name, value)| patch.additional(name, value)),
        |patch, _| patch.clear_additional("dynA").clear_additional("größe"),
    ];
    steps(BadgePatch::new, setters, badge())
}

pub(crate) fn owner_patch() -> BoxedStrategy<OwnerPatch> {
    let setters: Setters<OwnerPatch, (Owner, BadgePatch)> = vec![
        |patch, (owner, _)| owner.name.map_or_else(OwnerPatch::new, |name| patch.name(name)),
        |patch, _| patch.clear_name(),
        |patch, (owner, _)| owner.badge.map_or_else(OwnerPatch::new, |badge| patch.badge(badge)),
        |patch, (_, members)| patch.badge(members),
        |patch, _| patch.clear_badge(),
        |patch, (owner, _)| {
            owner.additional.into_iter().fold(patch, |patch, (name, value)| patch.additional(name, value))
        },
        |patch, _| patch.clear_additional("dynB").clear_additional("typed"),
    ];
    steps(OwnerPatch::new, setters, (owner(), badge_patch()).boxed())
}

pub(crate) fn folder_patch() -> BoxedStrategy<FolderPatch> {
    let setters: Setters<FolderPatch, (Owner, OwnerPatch)> = vec![
        |patch, (owner, _)| patch.owner(owner),
        |patch, (_, members)| patch.owner(members),
        |patch, _| patch.clear_owner(),
        |patch, (owner, _)| patch.editor(owner),
        |patch, (_, members)| patch.editor(members),
        |patch, _| patch.clear_editor(),
        |patch, (owner, _)| patch.owners(vec![owner.clone(), owner]),
        |patch, (owner, _)| {
            owner.additional.into_iter().fold(patch, |patch, (name, value)| patch.additional(name, value))
        },
        |patch, _| patch.clear_additional("dynA").clear_additional("dynC"),
    ];
    steps(FolderPatch::new, setters, (owner(), owner_patch()).boxed())
}

pub(crate) fn pair<T: GraphValue + 'static>(value: &BoxedStrategy<T>) -> BoxedStrategy<Pair<T>> {
    (of(value.clone()), of(value.clone())).prop_map(|(left, right)| Pair { left, right }).boxed()
}

pub(crate) fn holder<T: GraphValue + 'static>(value: &BoxedStrategy<T>) -> BoxedStrategy<Holder<T>> {
    (text(), of(value.clone()), of(value.clone()), vec(value.clone(), 0..2), of(pair(value)))
        .prop_map(|(id, value, merged, values, pair)| Holder { id, value, merged, values, pair })
        .boxed()
}

/// Patches of a holder of places: generic setters cannot be called without the type.
pub(crate) fn holder_patch() -> BoxedStrategy<HolderPatch<Place>> {
    let setters: Setters<HolderPatch<Place>, (Place, PlacePatch)> = vec![
        |patch, (place, _)| patch.value(place),
        |patch, (_, members)| patch.value(members),
        |patch, _| patch.clear_value(),
        |patch, (_, members)| patch.merged(members),
        |patch, (place, _)| patch.values(vec![place]),
        |patch, (place, _)| patch.pair(Pair { left: Some(place), right: None }),
        |patch, (_, members)| patch.pair(PairPatch::new().right(members)),
        |patch, (place, _)| patch.pair(PairPatch::new().clear_left().right(place)),
        |patch, _| patch.clear_pair(),
    ];
    steps(HolderPatch::new, setters, (place(), place_patch()).boxed())
}

pub(crate) fn node() -> BoxedStrategy<Node> {
    let leaf = of(text()).prop_map(|name| Node { name, ..Node::default() });
    leaf.prop_recursive(3, 12, 2, |inner| {
        (of(text()), of(inner.clone()), of(inner.clone()), vec(inner, 0..2)).prop_map(
            |(name, left, right, children)| Node {
                name,
                left: left.map(Box::new),
                right: right.map(Box::new),
                children,
            },
        )
    })
    .boxed()
}

pub(crate) fn node_patch() -> BoxedStrategy<NodePatch> {
    let leaf = (0..3_u8).prop_map(|n| match n {
        0 => NodePatch::new(),
        1 => NodePatch::new().name("m"),
        _ => NodePatch::new().clear_name().clear_left().clear_right(),
    });
    leaf.boxed()
        .prop_recursive(3, 12, 2, |inner| {
            let setters: Setters<NodePatch, (Node, NodePatch)> = vec![
                |patch, (node, _)| patch.left(node),
                |patch, (_, members)| patch.left(members),
                |patch, (node, _)| patch.right(node),
                |patch, (_, members)| patch.right(members),
                |patch, (node, _)| patch.children(vec![node]),
                |patch, _| patch.clear_left(),
                |patch, _| patch.clear_right(),
                |patch, _| patch.clear_name(),
            ];
            steps(NodePatch::new, setters, (node(), inner).boxed())
        })
        .boxed()
}

pub(crate) fn tree() -> BoxedStrategy<Tree> {
    (text(), of(node()), of(node())).prop_map(|(id, root, side)| Tree { id, root, side: side.map(Box::new) }).boxed()
}

pub(crate) fn tree_patch() -> BoxedStrategy<TreePatch> {
    let setters: Setters<TreePatch, (Node, NodePatch)> = vec![
        |patch, (node, _)| patch.root(node),
        |patch, (_, members)| patch.root(members),
        |patch, _| patch.clear_root(),
        |patch, (node, _)| patch.side(node),
        |patch, (_, members)| patch.side(members),
        |patch, _| patch.clear_side(),
    ];
    steps(TreePatch::new, setters, (node(), node_patch()).boxed())
}

/// A value of a type that no union of the tests knows.
pub(crate) fn unknown(name: &'static str) -> BoxedStrategy<Map<String, Value>> {
    let newer = prop::sample::select(vec!["#test.new", "#test.newer"]);
    (newer, dynamic())
        .prop_map(move |(newer, mut members)| {
            members.insert("@odata.type".into(), format!("{newer}{name}").into());
            members
        })
        .boxed()
}

pub(crate) fn agent() -> BoxedStrategy<Agent> {
    prop_oneof![
        (text(), of(text())).prop_map(|(platform, version)| Agent::Client(ClientAgent { platform, version })),
        (text(), of(text())).prop_map(|(role, version)| Agent::Service(ServiceAgent { role, version })),
        unknown("Agent").prop_map(Agent::Other),
    ]
    .boxed()
}

pub(crate) fn endpoint() -> BoxedStrategy<Endpoint> {
    let named = of(text());
    let members: BoxedStrategy<Map<String, Value>> = dynamic()
        .prop_map(|mut members| {
            members.remove("@odata.type");
            members
        })
        .boxed();
    let charge = of(prop::sample::select(vec!["0.5", "-1.25", "7"]));
    prop_oneof![
        named.clone().prop_map(|name| Endpoint::Base(PlainEndpoint { name })),
        (named.clone(), of(0..3_i32), charge, of(text()), members).prop_map(
            |(name, cores, charge, region, additional)| {
                let charge = charge.map(|charge| charge.parse().unwrap());
                Endpoint::Participant(Box::new(ParticipantEndpoint { name, cores, charge, region, additional }))
            }
        ),
        (named, text(), of(agent())).prop_map(|(name, role, agent)| Endpoint::Service(ServiceEndpoint {
            name,
            role,
            agent
        })),
        unknown("Endpoint").prop_map(Endpoint::Unknown),
    ]
    .boxed()
}

pub(crate) fn agent_patch() -> BoxedStrategy<AgentPatch> {
    let client: Setters<ClientAgentPatch, (String, Map<String, Value>)> =
        vec![|patch, (text, _)| patch.platform(text), |patch, (text, _)| patch.version(text), |patch, _| {
            patch.clear_version()
        }];
    let service: Setters<ServiceAgentPatch, (String, Map<String, Value>)> =
        vec![|patch, (text, _)| patch.role(text), |patch, (text, _)| patch.version(text), |patch, _| {
            patch.clear_version()
        }];
    let values = (text(), unknown("Agent")).boxed();
    prop_oneof![
        steps(ClientAgentPatch::new, client, values.clone()).prop_map(AgentPatch::from),
        steps(ServiceAgentPatch::new, service, values).prop_map(AgentPatch::from),
        unknown_patch("Agent").prop_map(AgentPatch::from),
        // Of the base type, which has no variant.
        (text(), text()).prop_map(|(platform, version)| {
            ObjectPatch::new().set("platform", platform).set("version", version).into()
        }),
        text().prop_map(|role| ObjectPatch::new().set("role", role).remove("version").into()),
        Just(AgentPatch::new()),
    ]
    .boxed()
}

pub(crate) fn unknown_patch(name: &'static str) -> BoxedStrategy<ObjectPatch> {
    unknown(name)
        .prop_map(|members| {
            let patch = members.into_iter().fold(ObjectPatch::new(), |patch, (name, value)| patch.set(name, value));
            patch.remove("dynC")
        })
        .boxed()
}

pub(crate) fn endpoint_patch() -> BoxedStrategy<EndpointPatch> {
    let plain: Setters<PlainEndpointPatch, String> =
        vec![|patch, text| patch.name(text), |patch, _| patch.clear_name()];
    let participant: Setters<ParticipantEndpointPatch, (String, Value)> = vec![
        |patch, (text, _)| patch.name(text),
        |patch, _| patch.clear_name().cores(4),
        |patch, _| patch.clear_cores().charge("0.75".parse::<graph_resource::edm::Decimal>().unwrap()),
        |patch, (_, value)| patch.additional("dynA", value),
        |patch, _| patch.clear_additional("dynB"),
    ];
    let service: Setters<ServiceEndpointPatch, (Agent, AgentPatch)> = vec![
        |patch, _| patch.role("gateway"),
        |patch, (agent, _)| patch.agent(agent),
        |patch, (_, members)| patch.agent(members),
        |patch, _| patch.clear_agent().name("n"),
    ];
    prop_oneof![
        steps(PlainEndpointPatch::new, plain, text()).prop_map(EndpointPatch::from),
        steps(ParticipantEndpointPatch::new, participant, (text(), Just(json!(1))).boxed())
            .prop_map(EndpointPatch::from),
        steps(ServiceEndpointPatch::new, service, (agent(), agent_patch()).boxed()).prop_map(EndpointPatch::from),
        unknown_patch("Endpoint").prop_map(EndpointPatch::from),
        text().prop_map(|name| ObjectPatch::new().set("name", name).into()),
        Just(EndpointPatch::new()),
    ]
    .boxed()
}

pub(crate) fn call() -> BoxedStrategy<Call> {
    let endpoints = (endpoint(), of(endpoint()), of(endpoint()), of(endpoint()), vec(endpoint(), 0..2));
    (Just("1".to_owned()), endpoints, of(agent()), of(agent()))
        .prop_map(|(id, (caller, callee, bridge, relay, others), agent, other_agent)| Call {
            id,
            caller,
            callee,
            bridge,
            relay: relay.map(Box::new),
            others,
            agent,
            other_agent,
        })
        .boxed()
}

pub(crate) fn call_patch() -> BoxedStrategy<CallPatch> {
    let setters: Setters<CallPatch, (Endpoint, EndpointPatch, Agent, AgentPatch)> = vec![
        |patch, (endpoint, ..)| patch.caller(endpoint.clone()).others(vec![endpoint]),
        |patch, (_, members, ..)| patch.caller(members),
        |patch, (endpoint, ..)| patch.callee(endpoint),
        |patch, (_, members, ..)| patch.callee(members),
        |patch, _| patch.clear_callee(),
        |patch, (_, members, ..)| patch.bridge(members.clone()).relay(members),
        |patch, _| patch.clear_bridge().clear_relay(),
        |patch, (_, _, agent, _)| patch.agent(agent.clone()).other_agent(agent),
        |patch, (_, _, _, members)| patch.agent(members),
        |patch, (_, _, _, members)| patch.other_agent(members),
        |patch, _| patch.clear_agent(),
    ];
    steps(CallPatch::new, setters, (endpoint(), endpoint_patch(), agent(), agent_patch()).boxed())
}

/// A dictionary over a few keys, so that two of them have some in common.
pub(crate) fn dictionary<T: std::fmt::Debug + Clone + 'static>(
    value: BoxedStrategy<T>,
) -> BoxedStrategy<BTreeMap<String, T>> {
    let key = prop::sample::select(vec!["a", "b", "größe", ""]).prop_map(str::to_owned);
    prop::collection::btree_map(key, value, 0..3).boxed()
}

pub(crate) fn assignment() -> BoxedStrategy<Assignment> {
    (of(text()), of(text())).prop_map(|(order_hint, region)| Assignment { order_hint, region }).boxed()
}

pub(crate) fn plan() -> BoxedStrategy<Plan> {
    let categories = of(dictionary(any::<bool>().boxed()));
    let labels = of(dictionary(vec(0..3_i32, 0..2).boxed()));
    let nested = of(dictionary(dictionary(text())));
    (Just("1".to_owned()), dictionary(assignment()), of(dictionary(strict())), categories, labels, nested)
        .prop_map(|(id, assignments, checklist, categories, labels, nested)| Plan {
            id,
            assignments,
            checklist,
            categories,
            labels,
            nested,
        })
        .boxed()
}

pub(crate) fn plan_patch() -> BoxedStrategy<PlanPatch> {
    let setters: Setters<PlanPatch, (Plan, StrictPatch)> = vec![
        |patch, (plan, _)| patch.assignments(plan.assignments),
        |patch, (plan, _)| {
            let entries = plan.assignments.into_iter();
            let entries = entries.fold(DictionaryPatch::new(), |patch, (key, value)| patch.set(key, value));
            patch.assignments(entries.remove("b"))
        },
        |patch, _| patch.assignments(DictionaryPatch::new().set("a", AssignmentPatch::new().clear_order_hint())),
        |patch, (_, members)| patch.checklist(DictionaryPatch::new().set("a", members.clone()).set("b", members)),
        |patch, _| patch.checklist(DictionaryPatch::new().remove("a").set("b", Strict { level: 1, note: None })),
        |patch, (plan, _)| plan.checklist.map_or_else(PlanPatch::new, |checklist| patch.checklist(checklist)),
        |patch, _| patch.clear_checklist().categories(DictionaryPatch::new().set("a", true)),
        |patch, (plan, _)| match plan.labels {
            Some(labels) => patch.labels(labels),
            None => patch.clear_labels().clear_categories(),
        },
        |patch, _| patch.labels(DictionaryPatch::new().set("a", vec![1]).remove("größe")),
        |patch, (plan, _)| match plan.nested {
            Some(nested) => {
                patch.nested(DictionaryPatch::new().set("b", DictionaryPatch::new().remove("a"))).nested(nested)
            }
            None => patch.nested(DictionaryPatch::new().set("a", DictionaryPatch::new().set("b", "x").remove("a"))),
        },
        |patch, _| patch.clear_nested(),
    ];
    steps(PlanPatch::new, setters, (plan(), strict_patch()).boxed())
}
