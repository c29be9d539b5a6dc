//! What a patch of the base type does to values of the types derived from it, and the laws that it keeps.

use graph_resource::{DictionaryPatch, GraphComplex, GraphPatch, GraphResource, ObjectPatch};
use graph_resource_tests::inherited::*;
use graph_resource_tests::shapes::{Place, PlacePatch};
use graph_resource_tests::unions::*;
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use crate::laws::{
    a_difference_leads_from_one_to_the_other, composing_is_associative_and_is_applying_in_a_row, run,
    what_is_written_is_read_again, writable,
};
use crate::strategies::*;
use crate::support::{answer, body_of, object, read, write};

fn applied(value: &Endpoint, patch: impl Into<EndpointPatch>) -> String {
    let mut value = value.clone();
    value.apply(patch.into());
    write(&value)
}

fn then<P: GraphPatch>(mut patch: P, later: impl Into<P>) -> P {
    patch.merge(later.into());
    patch
}

#[test]
fn a_patch_of_the_base_type_changes_what_a_derived_value_inherits() {
    let named = || PlainEndpointPatch::new().name("x");
    let participant: Endpoint = read(r##"{"@odata.type":"#test.participantEndpoint","name":"a","cores":4}"##);
    assert_eq!(
        applied(&participant, named()),
        r##"{"@odata.type":"#test.participantEndpoint","name":"x","cores":4}"##,
        "of the type that it was"
    );
    let service: Endpoint = read(r##"{"@odata.type":"#test.serviceEndpoint","name":"a","role":"bot"}"##);
    assert_eq!(
        applied(&service, PlainEndpointPatch::new().clear_name()),
        r##"{"@odata.type":"#test.serviceEndpoint","role":"bot"}"##
    );
    // A type that this build does not know is derived all the same.
    let unknown: Endpoint = read(r##"{"@odata.type":"#test.x","name":"a","y":[1]}"##);
    assert_eq!(applied(&unknown, named()), r##"{"@odata.type":"#test.x","name":"x","y":[1]}"##);
    assert_eq!(applied(&unknown, PlainEndpointPatch::new().clear_name()), r##"{"@odata.type":"#test.x","y":[1]}"##);
}

#[test]
fn what_a_derived_type_cannot_hold_is_not_applied() {
    let patch = || {
        let place = PlacePatch::new().city("Oslo");
        SignalPatch::from(PlainSignalPatch::new().label("l").note("n").tags(vec!["t".into()]).place(place))
    };
    let mut short: Signal = read(r##"{"@odata.type":"#test.shortSignal","volume":3}"##);
    short.apply(patch());
    assert_eq!(write(&short), r##"{"@odata.type":"#test.shortSignal","note":"n","volume":3}"##, "it is closed");
    let mut open: Signal = read(r##"{"@odata.type":"#test.openSignal","volume":3,"note":{"not":"text"}}"##);
    open.apply(patch());
    assert_eq!(
        read::<Value>(&write(&open)),
        read::<Value>(
            r##"{"@odata.type":"#test.openSignal","volume":3,"label":"l","note":"n","place":{"@odata.type":"#test.place","city":"Oslo","floor":0,"lines":[]},"tags":["t"]}"##
        )
    );
    // Where the types disagree, the rest is applied.
    let mut agent: Agent = read(r##"{"@odata.type":"#test.clientAgent","platform":"iOS"}"##);
    agent.apply(ObjectPatch::new().remove("platform").set("version", "2").set("other", 1).into());
    assert_eq!(write(&agent), r##"{"@odata.type":"#test.clientAgent","platform":"iOS","version":"2"}"##);
}

#[test]
fn members_of_members_are_changed_as_of_a_value_of_the_base_type() {
    let mut long: Signal = read(
        r##"{"@odata.type":"#test.longSignal","label":"l","tags":[],"charge":0.10,"weights":{"a":{"orderHint":"1","region":"r"},"b":{}},"place":{"city":"Oslo","lines":["x"],"floor":0,"region":"north","code":"c"}}"##,
    );
    let weights = DictionaryPatch::new().remove("b").set("a", graph_resource_tests::shapes::AssignmentPatch::new());
    long.apply(PlainSignalPatch::new().place(PlacePatch::new().clear_city().floor(2)).weights(weights).into());
    assert_eq!(
        write(&long),
        r##"{"@odata.type":"#test.longSignal","label":"l","charge":0.10,"tags":[],"weights":{"a":{"@odata.type":"#test.assignment","orderHint":"1","region":"r"}},"place":{"@odata.type":"#test.place","lines":["x"],"floor":2,"region":"north","code":"c"}}"##
    );
    // A replacement keeps what no patch can change, and nothing else.
    let place = Place { floor: 1, ..Place::default() };
    long.apply(
        PlainSignalPatch::new().place(place).charge("0.50".parse::<graph_resource::edm::Decimal>().unwrap()).into(),
    );
    assert_eq!(
        write(&long),
        r##"{"@odata.type":"#test.longSignal","label":"l","charge":0.50,"tags":[],"weights":{"a":{"@odata.type":"#test.assignment","orderHint":"1","region":"r"}},"place":{"@odata.type":"#test.place","lines":[],"floor":1,"region":"north"}}"##,
        "digits included"
    );
}

#[test]
fn a_patch_of_the_base_type_names_no_type() {
    let patch = || EndpointPatch::from(PlainEndpointPatch::new().name("x"));
    assert_eq!(write(&patch()), r#"{"name":"x"}"#, "another type would be an order to change it");
    assert_eq!(read::<EndpointPatch>(r#"{"name":"x"}"#), patch());
    // A whole value names it, and so is what names it: it makes a value of the base type of any other one.
    let whole = CallPatch::new().callee(Endpoint::Base(PlainEndpoint { name: None }));
    assert_eq!(write(&whole), r##"{"callee":{"@odata.type":"#test.endpoint","name":null}}"##);
    let named: EndpointPatch = read(r##"{"@odata.type":"#test.endpoint","name":"x"}"##);
    assert_eq!(write(&named), r##"{"@odata.type":"#test.endpoint","name":"x"}"##);
    let participant: Endpoint = read(r##"{"@odata.type":"#test.participantEndpoint","name":"a","cores":4}"##);
    assert_eq!(applied(&participant, named), r##"{"@odata.type":"#test.endpoint","name":"x"}"##);
    assert_eq!(applied(&participant, patch()), r##"{"@odata.type":"#test.participantEndpoint","name":"x","cores":4}"##);
}

#[test]
fn where_there_is_no_value_a_patch_of_the_base_type_begins_one_of_it() {
    let mut call: Call = read(r#"{"id":"1","caller":{},"others":[]}"#);
    call.apply(CallPatch::new().callee(EndpointPatch::from(PlainEndpointPatch::new().name("x"))));
    assert_eq!(call.callee, Some(Endpoint::Base(PlainEndpoint { name: Some("x".into()) })));
}

#[test]
fn one_body_says_what_is_said_of_the_base_type_and_of_a_derived_one() {
    let (base, derived) = (|| PlainEndpointPatch::new().name("x"), || ParticipantEndpointPatch::new().cores(8));
    let body = r##"{"@odata.type":"#test.participantEndpoint","name":"x","cores":8}"##;
    assert_eq!(write(&then(EndpointPatch::from(base()), derived())), body);
    assert_eq!(write(&then(EndpointPatch::from(derived()), base())), body);
    let both = then(EndpointPatch::from(derived().name("y")), base());
    assert_eq!(write(&both), body, "the later one wins");
    assert!(matches!(both.as_state(), Some(EndpointPartial::Participant(said)) if said.cores.is_value()));
    assert_eq!(
        applied(&read(r##"{"@odata.type":"#test.participantEndpoint","name":"a","charge":1}"##), both.clone()),
        r##"{"@odata.type":"#test.participantEndpoint","name":"x","cores":8,"charge":1}"##
    );
    // What the derived type does not declare is in no body of it, or a service would refuse the whole.
    let short =
        then(SignalPatch::from(ShortSignalPatch::new().volume(3)), PlainSignalPatch::new().label("l").note("n"));
    assert_eq!(write(&short), r##"{"@odata.type":"#test.shortSignal","note":"n","volume":3}"##);
    // What it keeps undeclared is in a body what it is in that of the base type.
    let place = Place { region: Some("north".into()), ..Place::default() };
    let open = then(SignalPatch::from(OpenSignalPatch::new().volume(1)), PlainSignalPatch::new().place(place));
    assert_eq!(
        read::<Value>(&write(&open)),
        read::<Value>(
            r##"{"@odata.type":"#test.openSignal","volume":1,"place":{"@odata.type":"#test.place","city":null,"code":null,"floor":0,"lines":[],"pin":null,"spot":null}}"##
        )
    );
    // A value that replaces one keeps its nulls.
    let long = SignalPatch::from(LongSignalPatch::new().depth(1).clear_agent());
    let agent = Agent::Client(ClientAgent { platform: "iOS".into(), version: None });
    assert_eq!(
        write(&then(long, PlainSignalPatch::new().agent(agent))),
        r##"{"@odata.type":"#test.longSignal","agent":{"@odata.type":"#test.clientAgent","platform":"iOS","version":null},"depth":1}"##
    );
}

#[test]
fn a_resource_of_a_derived_type_takes_a_patch_of_its_base() {
    let body = r##"{"@odata.type":"#test.pinSetting","id":"1","displayName":"a","version":1,"required":true}"##;
    let mut setting = Setting::at("1").get().parse(answer(200, body)).unwrap().into_inner();
    let patch = || PlainSettingPatch::new().display_name("b").version(2);
    let request = Setting::at("1").update(patch().into());
    assert_eq!(body_of(&request), r#"{"displayName":"b","version":2}"#);
    request.parse(answer(204, "")).unwrap().merge_into(&mut setting);
    assert_eq!(write(&setting), body.replace("\"a\"", "\"b\"").replace(":1,", ":2,"));
    // What the service says of it goes last.
    let request = Setting::at("1").update(patch().into());
    let said = r#"{"id":"1","displayName":"b!","version":3}"#;
    request.parse(answer(200, said)).unwrap().merge_into(&mut setting);
    assert_eq!(write(&setting), body.replace("\"a\"", "\"b!\"").replace(":1,", ":3,"));
    // Of an abstract base type, no struct needs to be declared.
    let mut profile: Profile =
        read(r##"{"@odata.type":"#test.androidProfile","id":"1","displayName":"a","cameraBlocked":true}"##);
    let request = Profile::at("1").update(ObjectPatch::new().set("displayName", "b").set("id", "2").into());
    assert_eq!(body_of(&request), r#"{"displayName":"b","id":"2"}"#);
    request.parse(answer(204, "")).unwrap().merge_into(&mut profile);
    assert_eq!(
        write(&profile),
        r##"{"@odata.type":"#test.androidProfile","id":"1","displayName":"b","cameraBlocked":true}"##,
        "no patch changes a key"
    );
}

fn plain_signal() -> BoxedStrategy<PlainSignal> {
    let charge = of(prop::sample::select(vec!["0.5", "-1.25", "7"]).prop_map(|charge| charge.parse().unwrap()));
    let simple = (text(), of(text()), charge, vec(text(), 0..2));
    (simple, dictionary(assignment()), of(place()), of(agent()), of(text()))
        .prop_map(|((label, note, charge, tags), weights, place, agent, secret)| PlainSignal {
            label,
            note,
            charge,
            tags,
            weights,
            place,
            agent,
            secret,
        })
        .boxed()
}

/// Members that an open type keeps of its base, of which some are what the base declares.
fn undeclared() -> BoxedStrategy<Map<String, Value>> {
    let inherited = object(&write(&json!({
        "label": "l", "note": 7, "charge": 1.5, "tags": ["t"], "place": { "city": "Oslo", "lines": [], "floor": 1 },
        "weights": { "a": {} },
    })));
    let inherited = prop::sample::subsequence(inherited.into_iter().collect::<Vec<_>>(), 0..=6);
    (inherited, dynamic())
        .prop_map(|(inherited, mut members)| {
            members.remove("@odata.type");
            members.extend(inherited);
            members
        })
        .boxed()
}

fn signal() -> BoxedStrategy<Signal> {
    prop_oneof![
        plain_signal().prop_map(|plain| Signal::Plain(Box::new(plain))),
        (plain_signal(), of(0..3_i32)).prop_map(|(plain, depth)| {
            let PlainSignal { label, note, charge, tags, weights, place, agent, secret } = plain;
            Signal::Long(Box::new(LongSignal { label, note, charge, tags, weights, place, agent, secret, depth }))
        }),
        (of(text()), of(0..3_i32)).prop_map(|(note, volume)| Signal::Short(ShortSignal { note, volume })),
        (of(agent()), of(0..3_i32), undeclared()).prop_map(|(agent, volume, additional)| Signal::Open(OpenSignal {
            agent,
            volume,
            additional
        })),
        (unknown("Signal"), undeclared()).prop_map(|(mut members, inherited)| {
            members.extend(inherited);
            Signal::Unknown(members)
        }),
    ]
    .boxed()
}

fn plain_signal_patch() -> BoxedStrategy<PlainSignalPatch> {
    let setters: Setters<PlainSignalPatch, (PlainSignal, PlacePatch, AgentPatch)> = vec![
        |patch, (plain, ..)| patch.label(plain.label).tags(plain.tags),
        |patch, (plain, ..)| plain.note.map_or_else(PlainSignalPatch::new, |note| patch.note(note)),
        |patch, _| patch.clear_note().clear_secret(),
        |patch, (plain, ..)| match plain.charge {
            Some(charge) => patch.charge(charge),
            None => patch.clear_charge(),
        },
        |patch, (plain, ..)| patch.weights(plain.weights),
        |patch, (plain, ..)| {
            let weights = plain.weights.into_iter();
            let weights = weights.fold(DictionaryPatch::new(), |patch, (key, value)| patch.set(key, value));
            patch.weights(weights.remove("b"))
        },
        |patch, (_, members, _)| patch.place(members),
        |patch, (_, members, _)| patch.place(members),
        |patch, (plain, ..)| plain.place.map_or_else(PlainSignalPatch::new, |place| patch.place(place)),
        |patch, _| patch.clear_place(),
        |patch, (_, _, members)| patch.agent(members),
        |patch, (_, _, members)| patch.agent(members),
        |patch, (plain, ..)| match plain.agent {
            Some(agent) => patch.agent(agent),
            None => patch.clear_agent(),
        },
        |patch, (plain, ..)| patch.secret(plain.label),
    ];
    steps(PlainSignalPatch::new, setters, (plain_signal(), place_patch(), agent_patch()).boxed())
}

fn signal_patch() -> BoxedStrategy<SignalPatch> {
    let long: Setters<LongSignalPatch, (PlainSignal, PlacePatch, AgentPatch)> = vec![
        |patch, (plain, ..)| patch.label(plain.label).depth(1),
        |patch, _| patch.clear_note().clear_agent().depth(2),
        |patch, (_, members, _)| patch.place(members),
        |patch, _| patch.clear_place(),
        |patch, (_, _, members)| patch.agent(members),
        |patch, _| patch.weights(DictionaryPatch::new().remove("a")).clear_depth(),
    ];
    let short: Setters<ShortSignalPatch, String> =
        vec![|patch, text| patch.note(text), |patch, _| patch.clear_note(), |patch, _| patch.volume(1)];
    let open: Setters<OpenSignalPatch, (Agent, AgentPatch)> = vec![
        |patch, (agent, _)| patch.agent(agent),
        |patch, (_, members)| patch.agent(members),
        |patch, _| patch.volume(1).additional("place", json!({ "lines": ["o"], "floor": 0, "more": 1 })),
        |patch, _| patch.clear_additional("label").clear_additional("place").additional("note", "n"),
    ];
    let values = || (plain_signal(), place_patch(), agent_patch()).boxed();
    prop_oneof![
        3 => plain_signal_patch().prop_map(SignalPatch::from),
        1 => steps(LongSignalPatch::new, long, values()).prop_map(SignalPatch::from),
        1 => steps(ShortSignalPatch::new, short, text()).prop_map(SignalPatch::from),
        1 => steps(OpenSignalPatch::new, open, (agent(), agent_patch()).boxed()).prop_map(SignalPatch::from),
        1 => unknown_patch("Signal").prop_map(SignalPatch::from),
        // As it is read, the base type named.
        1 => plain_signal_patch().prop_map(|patch| {
            let mut body: Map<String, Value> = object(&write(&SignalPatch::from(patch)));
            body.insert("@odata.type".into(), "#test.signal".into());
            serde_json::from_value(body.into()).unwrap()
        }),
        1 => Just(SignalPatch::new()),
    ]
    .boxed()
}

fn panel() -> BoxedStrategy<Panel> {
    (signal(), of(signal()), of(signal()))
        .prop_map(|(main, spare, backup)| Panel { id: "1".into(), main, spare, backup: backup.map(Box::new) })
        .boxed()
}

fn panel_patch() -> BoxedStrategy<PanelPatch> {
    let setters: Setters<PanelPatch, (Signal, SignalPatch)> = vec![
        |patch, (_, members)| patch.main(members.clone()).spare(members.clone()).backup(members),
        |patch, (_, members)| patch.main(members),
        |patch, (_, members)| patch.spare(members),
        |patch, (_, members)| patch.backup(members),
        |patch, (signal, _)| patch.main(signal.clone()).spare(signal),
        |patch, _| patch.clear_spare().clear_backup(),
    ];
    steps(PanelPatch::new, setters, (signal(), signal_patch()).boxed())
}

fn setting() -> BoxedStrategy<Setting> {
    prop_oneof![
        (of(text()), 0..3_i32, of(place())).prop_map(|(display_name, version, place)| {
            Setting::Plain(PlainSetting { id: "1".into(), display_name, version, place })
        }),
        (of(text()), 0..3_i32, of(place()), any::<bool>()).prop_map(|(display_name, version, place, required)| {
            Setting::Pin(PinSetting { id: "1".into(), display_name, version, place, required })
        }),
        (of(text()), undeclared()).prop_map(|(ssid, additional)| Setting::Wifi(WifiSetting {
            id: "1".into(),
            ssid,
            additional
        })),
        unknown("Setting").prop_map(Setting::Unknown),
    ]
    .boxed()
}

fn setting_patch() -> BoxedStrategy<SettingPatch> {
    let plain: Setters<PlainSettingPatch, (String, Place, PlacePatch)> = vec![
        |patch, (text, ..)| patch.display_name(text),
        |patch, _| patch.clear_display_name().version(2),
        |patch, (_, place, _)| patch.place(place),
        |patch, (_, _, members)| patch.place(members),
        |patch, _| patch.clear_place(),
    ];
    let pin: Setters<PinSettingPatch, PlacePatch> =
        vec![|patch, _| patch.required(true).display_name("p"), |patch, members| patch.place(members), |patch, _| {
            patch.version(1).clear_place()
        }];
    let wifi: Setters<WifiSettingPatch, String> =
        vec![|patch, text| patch.ssid(text).additional("displayName", "w"), |patch, _| {
            patch.clear_ssid().clear_additional("version")
        }];
    prop_oneof![
        2 => steps(PlainSettingPatch::new, plain, (text(), place(), place_patch()).boxed()).prop_map(SettingPatch::from),
        1 => steps(PinSettingPatch::new, pin, place_patch()).prop_map(SettingPatch::from),
        1 => steps(WifiSettingPatch::new, wifi, text()).prop_map(SettingPatch::from),
        1 => unknown_patch("Setting").prop_map(SettingPatch::from),
    ]
    .boxed()
}

#[test]
fn values_keep_the_laws() {
    run((panel(), panel_patch(), panel_patch(), panel_patch()), composing_is_associative_and_is_applying_in_a_row);
}

#[test]
fn differences_of_values_keep_the_laws() {
    run((panel(), panel()), a_difference_leads_from_one_to_the_other);
}

#[test]
fn patches_of_values_are_read_as_they_are_written() {
    run((panel(), panel_patch(), panel_patch(), vec(any::<bool>(), 1..6)), |(panel, one, other, leave_out)| {
        what_is_written_is_read_again::<Panel>((panel, then(one, other), leave_out));
    });
}

#[test]
fn resources_keep_the_laws() {
    let patches = (setting_patch(), setting_patch(), setting_patch());
    run((setting(), setting(), patches), |(a, b, (p, q, r)): (Setting, Setting, _)| {
        composing_is_associative_and_is_applying_in_a_row((a.clone(), p.clone(), q.clone(), r));
        what_is_written_is_read_again((a.clone(), then(p, q), vec![true, false, true]));
        a_difference_leads_from_one_to_the_other((a, b));
    });
}

/// A patch of the base type that is composed with one of the value's own type is told a service in one body, which does
/// what the bodies of the two do.
#[test]
fn one_body_does_what_two_do() {
    run((plain_signal(), plain_signal_patch(), long_patch(), any::<bool>()), |(plain, base, long, base_is_first)| {
        let (base, long) = (SignalPatch::from(base), SignalPatch::from(long));
        let (first, second) = if base_is_first { (base, long) } else { (long, base) };
        let mut value: Signal = Signal::Long(read(&write(&plain)));
        let mut told_once = value.clone();
        for patch in [&first, &second] {
            value.apply(read(&write(patch)));
        }
        let both = write(&then(first, second));
        told_once.apply(read(&both));
        assert_eq!(writable(&told_once), writable(&value), "{both}");
    });
}

/// Of members that lead to one state whatever the value was: a body cannot say that a value is to begin anew.
fn long_patch() -> BoxedStrategy<LongSignalPatch> {
    let setters: Setters<LongSignalPatch, PlainSignal> = vec![
        |patch, plain| patch.label(plain.label).depth(1),
        |patch, _| patch.clear_note().depth(2),
        |patch, plain| plain.place.map_or_else(LongSignalPatch::new, |place| patch.place(place)),
        |patch, plain| patch.tags(plain.tags).clear_depth(),
    ];
    steps(LongSignalPatch::new, setters, plain_signal())
}
