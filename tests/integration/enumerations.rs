//! Enumerations and flags enumerations: names in, names out, and what is no name.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use graph_resource::{FlagSet, GraphComplex, GraphEnum, GraphResource};
use graph_resource_tests::shapes::Kind;
use proptest::prelude::*;

use crate::support::{answer, body_of, read, write};

/// Members above the sentinel, and names that the rule does not give.
#[derive(Clone, Debug, Eq, Hash, PartialEq, GraphEnum)]
enum Platform {
    Unknown,
    Windows,
    #[graph_resource(rename = "iOS")]
    Ios,
    UnknownFutureValue,
    HoloLens,
    #[graph_resource(unknown)]
    Other(String),
}

/// Members that differ in nothing but the case.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
enum Unit {
    #[graph_resource(rename = "mb")]
    Megabit,
    #[graph_resource(rename = "MB")]
    Megabyte,
    #[graph_resource(unknown)]
    Other(String),
}

/// Flags with a name for none of them.
#[derive(Clone, Debug, Eq, Hash, PartialEq, GraphEnum)]
enum Architecture {
    None,
    X86,
    X64,
    Arm,
    UnknownFutureValue,
    Neutral,
    #[graph_resource(unknown)]
    Other(String),
}

/// Flags without.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
enum Action {
    ReactionAdded,
    ReactionRemoved,
    #[graph_resource(unknown)]
    Other(String),
}

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/apps/<id>")]
struct App {
    id: String,
    platform: Platform,
    second_platform: Option<Platform>,
    platforms: Vec<Platform>,
    architectures: FlagSet<Architecture>,
    minimum: Option<FlagSet<Architecture>>,
    sets: Vec<FlagSet<Architecture>>,
    rule: Option<Rule>,
    #[graph_resource(merge)]
    merged: Option<Rule>,
}

#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
struct Rule {
    name: Option<String>,
    actions: Option<FlagSet<Action>>,
    #[graph_resource(default)]
    required: FlagSet<Action>,
}

use Architecture::{Arm, Neutral, X64, X86};

fn other(name: &str) -> Platform {
    Platform::Other(name.into())
}

fn flag(name: &str) -> Architecture {
    Architecture::Other(name.into())
}

fn flags(text: &str) -> FlagSet<Architecture> {
    text.parse().unwrap_or_else(|error| panic!("{error}: {text}"))
}

fn app() -> App {
    read(r#"{"id":"1","platform":"windows","platforms":[],"architectures":"x86","sets":[]}"#)
}

/// What an answer with this member makes of an app: the member as it is written again, or the error.
fn answered(member: &str) -> Result<String, String> {
    let request = App::at("1").get().select(App::props().platform);
    let fetched = request.parse(answer(200, format!("{{{member}}}"))).map_err(|error| error.to_string())?;
    Ok(write(&*fetched))
}

#[test]
fn members_are_listed_in_order() {
    assert_eq!(Platform::ALL[..4], [Platform::Unknown, Platform::Windows, Platform::Ios, Platform::UnknownFutureValue]);
    assert_eq!(Platform::ALL.len(), Platform::MEMBERS.len());
    for (member, name) in Platform::ALL.iter().zip(Platform::MEMBERS) {
        assert_eq!((member.as_str(), member.is_unknown()), (*name, false));
        assert_eq!((Platform::from_name(name), name.parse().as_ref()), (member.clone(), Ok(member)));
        assert_eq!((member.to_string(), write(member)), ((*name).to_owned(), format!("\"{name}\"")));
    }
    assert_eq!(format!("[{:>9}]", Platform::Ios), "[      iOS]");
}

#[test]
fn members_that_this_build_does_not_know_are_kept() {
    for name in ["huddle", "unknownFutureValue2", "5", "-1", "", " windows", "windows,iOS", "ı", "WINDOWſ"] {
        let member: Platform = read(&write(name));
        assert_eq!((&member, member.is_unknown(), member.as_str()), (&other(name), true, name));
        assert_eq!(write(&member), write(name));
        assert_eq!(name.parse(), Ok(member));
    }
    let platforms = r#""platforms":["windows","huddle","5","holoLens","unknownFutureValue",""]"#;
    assert_eq!(answered(platforms).unwrap(), format!("{{{platforms}}}"));
}

#[test]
fn a_member_is_found_in_another_case_and_written_as_declared() {
    for (name, member) in
        [("iOS", Platform::Ios), ("ios", Platform::Ios), ("IOS", Platform::Ios), ("Hololens", Platform::HoloLens)]
    {
        assert_eq!(Platform::from_name(name), member);
    }
    assert_eq!(
        answered(r#""platform":"WINDOWS","secondPlatform":"IOS","platforms":["Windows","UNKNOWN"]"#).unwrap(),
        r#"{"platform":"windows","secondPlatform":"iOS","platforms":["windows","unknown"]}"#
    );
    // What was read so is no change.
    let mut app = app();
    let same: AppPartial = read(r#"{"platform":"Windows","architectures":"X86"}"#);
    let before = app.clone();
    app.merge(same);
    assert_eq!(before.diff(&app), AppPatch::new());
}

#[test]
fn members_that_differ_only_in_case_are_kept_apart() {
    assert_eq!((Unit::from_name("mb"), Unit::from_name("MB")), (Unit::Megabit, Unit::Megabyte));
    assert_eq!(Unit::from_name("Mb"), Unit::Other("Mb".into()));
}

#[test]
fn the_sentinel_and_what_is_above_it_are_members_like_others() {
    let mut app = app();
    app.merge(read(r#"{"platform":"unknownFutureValue","secondPlatform":"holoLens"}"#));
    assert_eq!((&app.platform, &app.second_platform), (&Platform::UnknownFutureValue, &Some(Platform::HoloLens)));
    // Read and not changed, neither is sent.
    let edited = App { second_platform: Some(other("visionOS")), ..app.clone() };
    assert_eq!(body_of(&App::at("1").update(app.diff(&edited))), r#"{"secondPlatform":"visionOS"}"#);
}

#[test]
fn what_is_no_name_is_refused_at_its_place() {
    let wanted = "expected the name of an enumeration member for property";
    for (member, said, path) in [
        (r#""platform":5"#, format!("invalid type: integer `5`, {wanted} `platform`"), "platform"),
        (r#""platform":null"#, format!("invalid type: null, {wanted} `platform`"), "platform"),
        (r#""platform":true"#, format!("invalid type: boolean `true`, {wanted} `platform`"), "platform"),
        (r#""secondPlatform":{"a":1}"#, format!("invalid type: map, {wanted} `secondPlatform`"), "secondPlatform"),
        (r#""platforms":["windows",1]"#, format!("invalid type: integer `1`, {wanted} `platforms`"), "platforms[1]"),
    ] {
        let error = answered(member).unwrap_err();
        assert!(error.contains(&said) && error.ends_with(&format!("at `{path}`")), "{error}");
    }
}

#[test]
fn flags_are_read_in_any_order_and_written_in_that_of_declaration() {
    for (text, written) in [
        ("x86", "x86"),
        ("x86,x64", "x86,x64"),
        ("x64,x86", "x86,x64"),
        ("x64, x86", "x86,x64"),
        ("  neutral ,\tarm ", "arm,neutral"),
        ("X64,x64,x64", "x64"),
        ("riscV,x64,mips,unknownFutureValue,riscV", "x64,unknownFutureValue,riscV,mips"),
        ("16,x86,5", "x86,16,5"),
        ("a b,c", "a b,c"),
        ("none", "none"),
        ("None", "none"),
        ("none,x86,0", "x86"),
        ("0", "none"),
        ("", "none"),
        (" ", "none"),
    ] {
        assert_eq!(flags(text).to_string(), written, "{text}");
        let read: FlagSet<Architecture> = read(&write(text));
        assert_eq!((&read, write(&read)), (&flags(written), format!("\"{written}\"")));
    }
}

#[test]
fn a_set_without_flags_is_called_none_or_by_its_number() {
    assert_eq!(
        (write(&FlagSet::<Architecture>::new()), write(&FlagSet::<Action>::default())),
        ("\"none\"".into(), "\"0\"".into())
    );
    for text in ["", "0"] {
        assert_eq!(text.parse(), Ok(FlagSet::<Action>::new()));
    }
    // Without a declaration it is a name like any other.
    assert_eq!("none".parse(), Ok(FlagSet::from(Action::Other("none".into()))));
}

#[test]
fn a_set_is_a_set() {
    let mut set = FlagSet::new();
    assert!(set.is_empty() && !set.contains(&X86));
    assert!(set.insert(Neutral) && set.insert(X86) && !set.insert(X86));
    assert_eq!((set.len(), set.is_empty(), set.contains(&X86), set.contains(&X64)), (2, false, true, false));
    assert_eq!(set.iter().collect::<Vec<_>>(), [&X86, &Neutral]);
    assert_eq!(format!("{set:?}"), "{X86, Neutral}");
    set.extend([Arm, flag("mips"), Arm]);
    assert_eq!(set.to_string(), "x86,arm,neutral,mips");
    assert!(set.remove(&X86) && !set.remove(&X86) && set.remove(&flag("mips")));
    let mut seen = Vec::new();
    for flag in &set {
        seen.push(flag.clone());
    }
    assert_eq!(seen, set.into_iter().collect::<Vec<_>>());
    assert_eq!(seen, [Arm, Neutral]);
    assert_eq!([X64, X86].into_iter().collect::<FlagSet<_>>(), FlagSet::from([X86, X64]));
    assert_eq!(FlagSet::from(X86) | X64 | [Arm, X86] | flags("neutral"), flags("x86,x64,arm,neutral"));
    let mut set = FlagSet::from(X86);
    set |= X64;
    assert_eq!(set, flags("x64,x86"));
    assert_ne!(set, flags("x64"));
    assert_ne!(set, flags("x64,arm"));
}

#[test]
fn the_member_none_is_no_flag() {
    let none = Architecture::None;
    let mut set = FlagSet::from(none.clone());
    assert_eq!((set.len(), set.contains(&none), write(&set)), (0, true, "\"none\"".into()));
    assert!(!set.insert(none.clone()) && set.insert(X86) && !set.insert(none.clone()) && !set.remove(&none));
    assert_eq!((set.len(), set.contains(&none), write(&set)), (1, false, "\"x86\"".into()));
}

#[test]
fn an_unknown_member_stands_for_what_its_name_says() {
    // As it is when the property was read as a single member before.
    let member: Architecture = read("\"x64,mips, x86\"");
    assert_eq!(member, flag("x64,mips, x86"));
    let mut set = FlagSet::from(member.clone());
    assert_eq!(set, FlagSet::from([X86, X64, flag("mips")]));
    assert!(set.contains(&member) && set.contains(&flag("X86")) && !set.contains(&flag("x86,arm")));
    assert!(set.remove(&flag("x64,arm")));
    assert_eq!(set.to_string(), "x86,mips");
    assert!(!set.insert(flag("")) && !set.insert(flag(" , ")) && !set.insert(flag("0,none")));
    assert_eq!(set.to_string(), "x86,mips");
}

#[test]
fn flags_are_properties_wherever_values_are() {
    let patch = AppPatch::new()
        .architectures(X86)
        .minimum([X64, X86])
        .sets(vec![FlagSet::new(), FlagSet::from(Arm)])
        .rule(Rule { actions: Some(Action::ReactionRemoved.into()), ..Rule::default() })
        .merged(RulePatch::new().clear_actions().required(FlagSet::new()));
    assert_eq!(
        body_of(&App::at("1").update(patch.clone())),
        concat!(
            r#"{"architectures":"x86","minimum":"x86,x64","sets":["none","arm"],"#,
            r#""rule":{"name":null,"actions":"reactionRemoved","required":"0"},"#,
            r#""merged":{"actions":null,"required":"0"}}"#
        )
    );
    assert_eq!(write(&read::<AppPatch>(&write(&patch))), write(&patch));
    let mut app = app();
    app.apply(patch);
    assert_eq!(
        body_of(&App::collection().create(&app)),
        concat!(
            r#"{"id":"1","platform":"windows","platforms":[],"architectures":"x86","minimum":"x86,x64","#,
            r#""sets":["none","arm"],"rule":{"actions":"reactionRemoved","required":"0"},"merged":{"required":"0"}}"#
        )
    );
    assert_eq!(read::<App>(&write(&app)), app);
    assert_eq!(body_of(&App::at("1").update(AppPatch::new().clear_minimum())), r#"{"minimum":null}"#);
}

#[test]
fn a_difference_names_the_whole_set_and_no_mere_order() {
    let mut app = app();
    app.merge(read(r#"{"architectures":"mips,x64,riscV","merged":{"name":"n","actions":"reactionAdded"}}"#));
    let same = App { architectures: flags("riscV,mips,x64"), ..app.clone() };
    assert!(app.diff(&same).is_empty());
    let mut edited = app.clone();
    edited.architectures.insert(X86);
    edited.merged.as_mut().unwrap().actions.as_mut().unwrap().insert(Action::ReactionRemoved);
    let patch = app.diff(&edited);
    assert_eq!(
        body_of(&App::at("1").update(patch.clone())),
        r#"{"architectures":"x86,x64,mips,riscV","merged":{"actions":"reactionAdded,reactionRemoved"}}"#
    );
    app.apply(patch);
    assert_eq!(app, edited);
}

#[test]
fn what_is_no_list_of_flags_is_refused_at_its_place() {
    for text in [",", "x86,", ",x86", "x86,,x64", "x86, ", "x86, ,x64"] {
        let error = text.parse::<FlagSet<Architecture>>().unwrap_err();
        assert_eq!(error.to_string(), "a name is missing in a list of flags");
        let wanted = "expected the names of flags, separated by commas, for property";
        for (member, property, path) in [
            (format!(r#""architectures":"{text}""#), "architectures", "architectures"),
            (format!(r#""sets":["x86","{text}"]"#), "sets", "sets[1]"),
            (format!(r#""rule":{{"name":"n","actions":"{text}"}}"#), "actions", "rule.actions"),
        ] {
            let error = answered(&member).unwrap_err();
            let said = format!("invalid value: string, {wanted} `{property}`");
            assert!(error.contains(&said) && error.ends_with(&format!("at `{path}`")), "{error}");
        }
    }
    for (value, found) in [
        ("null", "null"),
        ("3", "integer `3`"),
        (r#"["x86"]"#, "sequence"),
        (r#"{"x86":true}"#, "map"),
        ("false", "boolean `false`"),
    ] {
        let error = answered(&format!(r#""architectures":{value}"#)).unwrap_err();
        let said = format!("invalid type: {found}, expected the names of flags");
        assert!(error.contains(&said) && error.ends_with("at `architectures`"), "{error}");
    }
    // All or nothing.
    let (mut changed, before) = (app(), app());
    let request = App::at("1").update(AppPatch::new().platform(Platform::Ios));
    let parsed = request.parse(answer(200, r#"{"platform":"holoLens","architectures":"x86,"}"#));
    if let Ok(updated) = parsed {
        updated.merge_into(&mut changed);
    }
    assert_eq!(changed, before);
}

#[test]
fn equal_sets_have_one_hash() {
    let hash = |set: &FlagSet<Architecture>| {
        let mut hasher = DefaultHasher::new();
        set.hash(&mut hasher);
        hasher.finish()
    };
    let (one, other) = (flags("mips,x86,riscV"), flags("riscV,mips,x86"));
    assert_eq!((&one, hash(&one)), (&other, hash(&other)));
    assert_eq!(HashSet::from([one, other, flags("x86"), flags("mips")]).len(), 3);
}

/// Any members: declared ones, names that are none, and texts that a user may put where a name belongs.
fn members() -> impl Strategy<Value = Vec<Architecture>> {
    let declared = prop::sample::select(Architecture::ALL);
    let unknown = prop_oneof!["[a-z]{1,3}", " ?[xX]86 ?,? ?[a-z0]?", any::<String>()].prop_map(Architecture::Other);
    prop::collection::vec(prop_oneof![declared, unknown], 0..8)
}

proptest! {
    #[test]
    fn a_set_that_is_written_is_read_again(members in members()) {
        let set: FlagSet<_> = members.into_iter().collect();
        let text = set.to_string();
        prop_assert_eq!(text.parse::<FlagSet<_>>(), Ok(set.clone()));
        prop_assert_eq!(&flags(&text).to_string(), &text);
        prop_assert_eq!(&read::<FlagSet<Architecture>>(&write(&set)), &set);
        prop_assert_eq!(set.iter().cloned().collect::<FlagSet<_>>().to_string(), text);
    }

    #[test]
    fn a_set_does_not_depend_on_the_order_of_its_flags(
        (members, shuffled) in members().prop_flat_map(|members| (Just(members.clone()), Just(members).prop_shuffle()))
    ) {
        let (one, other): (FlagSet<_>, FlagSet<_>) = (members.iter().cloned().collect(), shuffled.into_iter().collect());
        prop_assert_eq!(&one, &other);
        prop_assert!(one.iter().all(|flag| other.contains(flag)));
        let halves = members.split_at(members.len() / 2);
        let of = |members: &[Architecture]| members.iter().cloned().collect::<FlagSet<_>>();
        prop_assert_eq!(of(halves.1) | of(halves.0), one);
    }

    #[test]
    fn what_is_taken_out_is_not_there(members in members()) {
        let mut set: FlagSet<_> = members.iter().cloned().collect();
        for member in &members {
            set.remove(member);
            prop_assert!(set.is_empty() || !set.contains(member));
        }
        prop_assert!(set.is_empty());
    }

    #[test]
    fn a_difference_of_sets_leads_from_one_to_the_other(one in members(), other in members()) {
        let [one, other] = [one, other].map(|members| App { architectures: members.into_iter().collect(), ..app() });
        let patch = one.diff(&other);
        prop_assert_eq!(patch.is_empty(), one == other);
        let mut reached = one;
        reached.apply(patch);
        prop_assert_eq!(reached, other);
    }
}

/// A text of a megabyte: with a time that grows with the square of its length, this would take minutes.
#[test]
fn many_flags_are_read_and_compared_in_a_time_that_grows_with_their_number() {
    let names = |order: fn(u32) -> u32| {
        (0..150_000_u32).map(|number| format!("n{}", order(number))).collect::<Vec<_>>().join(",")
    };
    let (up, down) = (names(|number| number), names(|number| 149_999 - number));
    let set: FlagSet<Kind> = format!("second_kind,{up},n7,firstKind,{up}").parse().unwrap();
    assert_eq!(set.len(), 150_002);
    assert_eq!(set.to_string(), format!("firstKind,second_kind,{up}"));
    let other: FlagSet<Kind> = format!("{down},firstKind,second_kind").parse().unwrap();
    assert!(set == other);
    let composed = other.clone() | set.clone();
    assert_eq!(composed.to_string(), other.to_string());
}
