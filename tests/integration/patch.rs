//! Patches: their setters, what they say on the wire, how they compose, and how they are read.

use graph_resource::{Change, ErrorKind, Field, GraphComplex, GraphPatch, GraphResource};
use graph_resource_tests::call_record::*;
use graph_resource_tests::shapes::*;
use serde_json::{Value, json};

use crate::support::{BASE, body_of, moment, object, read, write};

fn place() -> Place {
    Place { city: Some("Oslo".into()), region: Some("East".into()), code: Some("1234".into()), ..Place::default() }
}

fn desk(home: Option<Place>) -> Desk {
    Desk {
        id: "d".into(),
        home,
        work: None,
        base: Place::default(),
        yard: Place::default(),
        spots: Vec::new(),
        strict: None,
        lenient: None,
    }
}

#[test]
fn setters_state_what_the_body_says_in_the_order_of_the_fields() {
    let patch = FlatPatch::new()
        .aliases(vec![1])
        .name("n")
        .clear_note()
        .count(-5)
        .size(i64::MIN)
        .ratio(1.5)
        .flag(true)
        .kind(Kind::Second)
        .other_kind(Kind::Unknown("new".into()))
        .at(moment("2020-02-25T18:52:21.2169889Z"))
        .tags(Vec::new())
        .holes(vec![None, Some("x".into())])
        .secret(String::from("s"));
    assert_eq!(
        body_of(&Flat::at("1").update(patch)),
        concat!(
            r##"{"@odata.type":"#test.flat","name":"n","note":null,"count":-5,"size":-9223372036854775808,"##,
            r#""ratio":1.5,"flag":true,"kind":"second_kind","otherKind":"new","at":"2020-02-25T18:52:21.2169889Z","#,
            r#""tags":[],"aliases":[1],"holes":[null,"x"],"secret":"s"}"#
        )
    );
}

#[test]
fn the_later_setter_wins() {
    assert_eq!(write(&SpotPatch::new().x(1).clear_x().y(1).y(2)), r#"{"x":null,"y":2}"#);
}

#[test]
fn a_patch_is_readable() {
    let patch = CallRecordPatch::new().version(8).clear_join_web_url().organizer(IdentitySet::default());
    assert_eq!(patch.version, Some(8));
    assert!(patch.join_web_url.is_null());
    assert!(patch.modalities.is_none());
    assert_eq!(patch.organizer, Field::Value(Change::Replace(IdentitySet::default())));
    assert!(!patch.is_empty());
    let partial: CallRecordPartial = patch.into_partial();
    assert_eq!(partial.version, Some(8));
}

#[test]
fn strings_are_taken_in_any_form() {
    let text = String::from("x");
    let by_reference: &str = &text;
    assert_eq!(FlatPatch::new().note('x'), FlatPatch::new().note(by_reference));
    assert_eq!(FlatPatch::new().note(text.clone()), FlatPatch::new().note(std::borrow::Cow::from("x")));
    assert_eq!(FlatPatch::new().note(Box::<str>::from("x")), FlatPatch::new().note(&text));
}

#[test]
fn a_replacement_writes_null_for_each_member_without_a_value() {
    assert_eq!(
        write(&DeskPatch::new().home(Place { spot: Some(Spot::default()), ..place() })),
        // What no patch may say is left out.
        concat!(
            r##"{"home":{"@odata.type":"#test.place","city":"Oslo","lines":[],"spot":{"x":null,"y":null},"pin":null,"##,
            r#""floor":0,"code":"1234"}}"#
        )
    );
    let without_code = write(&DeskPatch::new().home(Place { code: None, ..place() }));
    assert!(without_code.ends_with(r#""floor":0,"code":null}}"#), "a replacement is whole: {without_code}");
    assert_eq!(
        write(&CallRecordPatch::new().organizer(IdentitySet::default())),
        r##"{"@odata.type":"#microsoft.graph.callRecords.callRecord","organizer":{"@odata.type":"#microsoft.graph.identitySet","application":null,"device":null,"user":null}}"##
    );
}

#[test]
fn members_write_what_they_name() {
    assert_eq!(
        write(&DeskPatch::new().home(PlacePatch::new().clear_city().spot(SpotPatch::new().x(1)))),
        r##"{"home":{"@odata.type":"#test.place","city":null,"spot":{"x":1}}}"##
    );
    // Members that are replaced in turn are replaced whole.
    assert_eq!(
        write(&DeskPatch::new().home(PlacePatch::new().spot(Spot { x: Some(1), y: None, region: None }))),
        r##"{"home":{"@odata.type":"#test.place","spot":{"x":1,"y":null}}}"##
    );
    assert_eq!(
        write(&TreePatch::new().side(NodePatch::new().right(NodePatch::new().left(Node::default())))),
        r#"{"side":{"right":{"left":{"name":null,"left":null,"right":null,"children":[]}}}}"#
    );
}

#[test]
fn items_of_collections_leave_out_what_has_no_value() {
    let item = Place { spot: Some(Spot::default()), ..place() };
    assert_eq!(
        write(&DeskPatch::new().spots(vec![item, Place::default()])),
        concat!(
            r##"{"spots":[{"@odata.type":"#test.place","city":"Oslo","lines":[],"spot":{},"floor":0,"code":"1234"},"##,
            r##"{"@odata.type":"#test.place","lines":[],"floor":0}]}"##
        )
    );
    // Also inside of a replacement.
    let root = Node { children: vec![Node::default()], ..Node::default() };
    assert_eq!(
        write(&TreePatch::new().root(root)),
        r#"{"root":{"name":null,"left":null,"right":null,"children":[{"children":[]}]}}"#
    );
}

#[test]
fn an_empty_patch_says_nothing_and_is_not_sent() {
    let patch = FlatPatch::new();
    assert!(patch.is_empty());
    assert_eq!(patch, FlatPatch::default());
    let error = Flat::at("1").update(patch).to_http(BASE).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::EmptyPatch);
    assert_eq!(error.to_string(), "the patch is empty; set or clear a property first");
    // To set an empty collection, or to name a complex value without a member, is to say something.
    assert!(!FlatPatch::new().tags(Vec::new()).is_empty());
    assert_eq!(write(&DeskPatch::new().work(PlacePatch::new())), r##"{"work":{"@odata.type":"#test.place"}}"##);
}

#[test]
fn control_information_in_a_patch_that_is_read_is_no_change() {
    let patch: FlatPatch = read(r##"{"@odata.type":"#test.flat","@odata.etag":"W/\"1\"","@odata.context":"x"}"##);
    assert!(patch.is_empty(), "{patch:?}");
    let error = Flat::at("1").update(patch).to_http(BASE).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::EmptyPatch);
}

#[test]
fn a_patch_that_is_read_says_what_it_said() {
    let text = r##"{"@odata.type":"#test.flat","note":null,"count":3,"aliases":null,"secret":"s"}"##;
    let patch: FlatPatch = read(text);
    assert_eq!(patch, FlatPatch::new().clear_note().count(3).clear_aliases().secret("s"));
    assert_eq!(write(&patch), text);
    let folder: FolderPatch = read(r#"{"dyn":null,"other":{"a":null},"owner":{"dyn":null}}"#);
    assert_eq!(
        write(&folder),
        r##"{"@odata.type":"#test.folder","owner":{"@odata.type":"#test.owner","dyn":null},"dyn":null,"other":{"a":null}}"##
    );
}

#[test]
fn a_patch_that_says_what_no_patch_may_is_refused() {
    fn refusal<P: serde::de::DeserializeOwned>(text: &str) -> String {
        let error = serde_json::from_str::<P>(text).err().unwrap_or_else(|| panic!("{text} was taken"));
        let error = error.to_string();
        error[..error.rfind(" at line ").unwrap()].to_owned()
    }
    for (text, refused) in [
        (r#"{"id":"2"}"#, "property `id` is the key, which no patch can change"),
        (r#"{"stamp":null}"#, "property `stamp` is read-only"),
        (r#"{"origin":"x"}"#, "property `origin` can be set at creation only"),
        (r#"{"nmae":"x"}"#, "property `nmae` is not declared by `Flat`, which is a closed type"),
        (r#"{"name":"x","Name":"y"}"#, "property `Name` is not declared by `Flat`, which is a closed type"),
        (r#"{"note":1,"note":"2"}"#, "invalid type: integer `1`, expected a string for property `note`"),
        (r#"{"note":null,"note":"2"}"#, "property `note` occurs twice in one object"),
        (r#"{"name":null}"#, "invalid type: null, expected a string for property `name`"),
    ] {
        assert_eq!(refusal::<FlatPatch>(text), refused);
    }
    for (text, refused) in [
        (r#"{"home":{"region":"x"}}"#, "property `region` is read-only"),
        (r#"{"home":{"founded":"x"}}"#, "property `founded` can be set at creation only"),
        (r#"{"home":{"spot":{"z":1}}}"#, "property `z` is not declared by `Spot`, which is a closed type"),
        (r#"{"spots":[{"lines":[],"region":"x"}]}"#, "property `region` is read-only"),
        (
            r#"{"spots":[{"lines":[],"street":"x"}]}"#,
            "property `street` is not declared by `Place`, which is a closed type",
        ),
        (r#"{"base":null}"#, "invalid type: null, expected an object for property `base`"),
    ] {
        assert_eq!(refusal::<DeskPatch>(text), refused);
    }
}

#[test]
fn absent_leaves_null_clears_and_a_value_sets() {
    let mut record = desk(Some(place()));
    record.apply(DeskPatch::new().spots(vec![place()]));
    assert_eq!((record.home.as_ref(), record.spots.len()), (Some(&place()), 1));
    record.apply(DeskPatch::new().home(PlacePatch::new().city("Bergen")));
    assert_eq!(record.home, Some(Place { city: Some("Bergen".into()), ..place() }));
    record.apply(DeskPatch::new().clear_home());
    assert_eq!(record.home, None);
}

#[test]
fn read_only_members_stay_unless_the_value_is_new() {
    let replacement = Place { city: Some("Bergen".into()), region: Some("West".into()), ..Place::default() };
    let mut record = desk(Some(Place {
        founded: Some("1048".into()),
        spot: Some(Spot { x: Some(1), y: None, region: Some("North".into()) }),
        ..place()
    }));
    record.apply(DeskPatch::new().home(Place { spot: Some(Spot::default()), ..replacement.clone() }));
    let home = record.home.clone().unwrap();
    assert_eq!(
        (home.city.as_deref(), home.region.as_deref(), home.founded.as_deref()),
        (Some("Bergen"), Some("East"), Some("1048"))
    );
    assert_eq!(home.spot, Some(Spot { x: None, y: None, region: Some("North".into()) }));
    // A value that was not there before is new.
    let mut record = desk(None);
    record.apply(DeskPatch::new().home(replacement.clone()));
    assert_eq!(record.home, Some(replacement));
}

#[test]
fn a_difference_in_what_no_patch_says_is_none() {
    let (old, mut new) = (desk(Some(place())), desk(Some(place())));
    new.id = "e".into();
    let home = new.home.as_mut().unwrap();
    (home.region, home.founded) = (None, Some("1048".into()));
    assert!(old.diff(&new).is_empty());
}

#[test]
fn a_difference_names_the_changed_members_where_the_field_says_merge() {
    let (mut old, mut new) = (desk(Some(place())), desk(Some(place())));
    (old.work, new.work) = (Some(place()), Some(place()));
    for changed in [&mut new.home, &mut new.work] {
        changed.as_mut().unwrap().city = None;
    }
    assert_eq!(
        write(&old.diff(&new)),
        concat!(
            r##"{"home":{"@odata.type":"#test.place","city":null,"lines":[],"spot":null,"pin":null,"floor":0,"##,
            r##""code":"1234"},"work":{"@odata.type":"#test.place","city":null}}"##
        )
    );
}

#[test]
fn a_difference_of_dynamic_members_is_made_key_by_key() {
    let folder = |additional: &str, owner: &str| Folder {
        id: "f".into(),
        owner: Some(Owner { additional: object(owner), ..Owner::default() }),
        editor: None,
        owners: Vec::new(),
        additional: object(additional),
    };
    let old = folder(r#"{"gone":1,"same":[1],"other":{"a":1}}"#, r#"{"gone":1,"same":2}"#);
    let new = folder(r#"{"same":[1],"other":{"b":1},"new":true}"#, r#"{"same":2}"#);
    let patch = old.diff(&new);
    // A replacement names the members to remove as well, for services that merge.
    assert_eq!(
        read::<Value>(&write(&patch)),
        json!({
            "@odata.type": "#test.folder",
            "owner": { "@odata.type": "#test.owner", "name": null, "badge": null, "gone": null, "same": 2 },
            "gone": null, "new": true, "other": { "b": 1 }
        })
    );
    let mut reached = old.clone();
    reached.apply(patch);
    assert_eq!(reached, new);
}

#[test]
fn a_removed_dynamic_member_takes_its_type_along_without_naming_it() {
    let owner = |additional: &str| Owner { additional: object(additional), ..Owner::default() };
    let (old, new) = (owner(r##"{"n":1,"n@odata.type":"#Int64"}"##), owner("{}"));
    let patch = old.diff(&new);
    // `"n@odata.type": null` would be no type.
    assert_eq!(write(&patch), r##"{"@odata.type":"#test.owner","n":null}"##);
    let mut reached = old.clone();
    reached.apply(patch);
    assert_eq!(reached, new);
    // Null for another annotation may be an order: here, to unlink.
    assert_eq!(
        write(&BadgePatch::new().clear_additional("manager@odata.bind")),
        r##"{"@odata.type":"#test.badge","manager@odata.bind":null}"##
    );
}

#[test]
fn a_changed_dynamic_member_is_sent_with_its_type() {
    let owner = |additional: &str| Owner { additional: object(additional), ..Owner::default() };
    let old = owner(r##"{"n":1,"n@odata.type":"#Int64","m":1,"m@odata.type":"#Int64"}"##);
    let new = owner(r##"{"n":2,"n@odata.type":"#Int64","m":1,"m@odata.type":"#Int64"}"##);
    assert_eq!(write(&old.diff(&new)), r##"{"@odata.type":"#test.owner","n@odata.type":"#Int64","n":2}"##);
}

/// `p`, then `q`, on the wire.
fn composed<P: GraphPatch + serde::Serialize>(mut p: P, q: P) -> Value {
    p.merge(q);
    serde_json::to_value(p).unwrap()
}

fn owner(name: Option<&str>) -> Owner {
    Owner { name: name.map(Into::into), ..Owner::default() }
}

#[test]
fn composed_patches_follow_the_rules_for_complex_values() {
    let new = FolderPatch::new;
    let replaced = |p: FolderPatch, q: FolderPatch| composed(p, q)["owner"].clone();
    let whole = json!({ "@odata.type": "#test.owner", "name": "a", "badge": null });
    // q absent: p.
    assert_eq!(replaced(new().owner(owner(Some("a"))), new().clear_editor()), whole);
    // q null or replace: q.
    assert_eq!(replaced(new().owner(owner(Some("z"))), new().clear_owner()), Value::Null);
    assert_eq!(replaced(new().clear_owner(), new().owner(owner(Some("a")))), whole);
    assert_eq!(replaced(new().owner(OwnerPatch::new().clear_name()), new().owner(owner(Some("a")))), whole);
    // Replace, then members: the value with the members applied; what is to be removed stays an order.
    let members = OwnerPatch::new().clear_name().additional("dyn", 1).clear_additional("gone");
    assert_eq!(
        replaced(new().owner(owner(Some("z"))), new().owner(members.clone())),
        json!({ "@odata.type": "#test.owner", "name": null, "badge": null, "dyn": 1, "gone": null })
    );
    // Members, then members: member by member.
    assert_eq!(
        replaced(new().owner(OwnerPatch::new().name("z").badge(Badge::default())), new().owner(members.clone())),
        json!({
            "@odata.type": "#test.owner", "name": null, "dyn": 1, "gone": null,
            "badge": { "@odata.type": "#test.badge", "number": null }
        })
    );
    // Null, then members: from the type's empty value.
    assert_eq!(
        replaced(new().clear_owner(), new().owner(members)),
        json!({ "@odata.type": "#test.owner", "name": null, "badge": null, "dyn": 1, "gone": null })
    );
}

#[test]
fn members_of_a_value_that_cannot_start_empty_leave_it_null() {
    let mut patch = DeskPatch::new().clear_strict();
    patch.merge(DeskPatch::new().strict(StrictPatch::new().level(3)));
    assert_eq!(write(&patch), r#"{"strict":null}"#);
    let mut record = desk(None);
    record.apply(DeskPatch::new().strict(StrictPatch::new().level(3)));
    assert_eq!(record.strict, None);
    // One that can starts with empty collections and defaults.
    record.apply(DeskPatch::new().home(PlacePatch::new().spot(SpotPatch::new().y(2))));
    let spot = Some(Spot { y: Some(2), ..Spot::default() });
    assert_eq!(record.home, Some(Place { spot, ..Place::default() }));
}

#[test]
fn a_patch_of_a_complex_value_stands_alone_too() {
    let mut value = place();
    let new = Place { city: None, floor: 2, ..place() };
    let patch = value.diff(&new);
    assert_eq!(write(&patch), r##"{"@odata.type":"#test.place","city":null,"floor":2}"##);
    value.apply(patch);
    assert_eq!(value, new);
}

#[test]
fn a_create_body_leaves_out_what_was_never_set_and_what_is_read_only() {
    let record = Desk {
        home: Some(Place { founded: Some("1048".into()), ..place() }),
        spots: vec![Place { founded: Some("1048".into()), ..place() }],
        ..desk(None)
    };
    let empty = r##"{"@odata.type":"#test.place","lines":[],"floor":0}"##;
    let placed = r##"{"@odata.type":"#test.place","city":"Oslo","lines":[],"floor":0,"founded":"1048","code":"1234"}"##;
    assert_eq!(
        body_of(&Desk::collection().create(&record)),
        format!(r#"{{"id":"d","home":{placed},"base":{empty},"yard":{empty},"spots":[{placed}]}}"#)
    );
}

#[test]
fn debug_output_hides_what_is_write_only() {
    let patch = FlatPatch::new().secret("hunter2").name("n");
    let shown = format!("{patch:?} {:?} {:#?}", &*patch, Flat::at("1").update(patch.clone()));
    assert!(shown.contains("name") && !shown.contains("hunter2"), "{shown}");
}
