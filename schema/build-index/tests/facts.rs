//! Every fact of a small CSDL file, from the file through the index and out again.

use graph_resource_schema::{Index, Permission, Primitive, Step, TypeKind};
use graph_resource_schema_build::{BuildError, Source, build};

const CSDL: &str = include_str!("example.csdl.xml");
const CHINA: &str = include_str!("example-china.csdl.xml");

fn source<'s>(csdl: &'s str, clouds: Vec<(&'s str, &'s str)>) -> Source<'s> {
    Source { csdl, version: "v1.0", date: "2026-08-14".parse().unwrap(), clouds }
}

fn built() -> Vec<u8> {
    build(&source(CSDL, vec![("china", CHINA), ("moon", CSDL)])).unwrap().index
}

#[test]
fn types_are_as_they_were_declared() {
    let bytes = built();
    let index = Index::new(&bytes).unwrap();
    assert_eq!((index.version(), index.date().unwrap().to_string()), ("v1.0", "2026-08-14".to_owned()));
    let namespaces: Vec<_> = index.namespaces().collect();
    assert_eq!(namespaces, [("shop", Some("s")), ("shop.goods", None)]);
    let names: Vec<_> = index.types().map(|of_type| of_type.qualified_name().to_string()).collect();
    let expected = [
        "shop.Weight",
        "shop.address",
        "shop.colour",
        "shop.customer",
        "shop.entity",
        "shop.order",
        "shop.person",
        "shop.goods.bicycle",
        "shop.goods.item",
    ];
    assert_eq!(names, expected);
    let of = |name: &str| index.find_type(name).unwrap();
    let facts = |name: &str| {
        let of_type = of(name);
        (of_type.kind(), of_type.is_abstract(), of_type.is_open(), of_type.has_stream(), of_type.is_flags())
    };
    assert_eq!(facts("shop.entity"), (TypeKind::Entity, true, false, false, false));
    assert_eq!(facts("shop.person"), (TypeKind::Entity, false, true, false, false));
    assert_eq!(facts("shop.customer"), (TypeKind::Entity, false, true, false, false), "a base is open");
    assert_eq!(facts("shop.address"), (TypeKind::Complex, false, false, false, false));
    assert_eq!(facts("shop.colour"), (TypeKind::Enumeration, false, false, false, true));
    assert_eq!(facts("shop.Weight"), (TypeKind::Definition, false, false, false, false));
    assert_eq!(facts("shop.goods.bicycle"), (TypeKind::Entity, false, false, true, false));
    assert_eq!(of("s.person").base(), Some(of("shop.entity")));
    assert_eq!(of("shop.entity").base(), None);
    assert_eq!(of("shop.Weight").underlying(), Some(Primitive::Decimal));
    assert_eq!(of("shop.colour").underlying(), Some(Primitive::Int64));
    assert_eq!(of("shop.person").underlying(), None);
    let derived: Vec<_> = of("shop.entity").derived().map(|of_type| of_type.name()).collect();
    assert_eq!(derived, ["order", "person", "customer", "item", "bicycle"]);
    assert_eq!(of("shop.address").derived().count(), 0);
    let deprecation = of("shop.address").deprecation().unwrap();
    assert_eq!(deprecation.to_string(), "deprecated since 2024-04-10, removal on 2026-04-10");
    assert_eq!(deprecation.revision, "2024-01/Deprecation");
    assert_eq!(of("shop.person").deprecation(), None, "what was added is not deprecated");
}

#[test]
fn members_are_as_they_were_declared() {
    let bytes = built();
    let index = Index::new(&bytes).unwrap();
    let person = index.find_type("shop.person").unwrap();
    let own: Vec<_> = person.own_members().map(|member| member.name()).collect();
    let expected = [
        "name",
        "address",
        "tags",
        "number",
        "born",
        "friends",
        "cart",
        "secret",
        "nothing",
        "both",
        "favourite",
        "weight",
    ];
    assert_eq!(own, expected, "in the order of the declaration");
    let all: Vec<_> = person.members().map(|member| member.name()).collect();
    assert_eq!(all, [&["id"][..], &expected[..]].concat(), "those of bases first");
    let member = |name: &str| person.member(name).unwrap();
    let types: Vec<_> = person.own_members().map(|member| member.type_use().to_string()).collect();
    let expected = [
        "Edm.String",
        "shop.address",
        "Collection(Edm.String)",
        "Edm.Int32",
        "Edm.Date",
        "Collection(shop.person)",
        "Collection(shop.goods.item)",
        "Edm.String",
        "Edm.String",
        "Edm.String",
        "shop.colour",
        "shop.Weight",
    ];
    assert_eq!(types, expected);
    let nullability = |name: &str| (member(name).is_nullable(), member(name).states_nullability());
    assert_eq!(nullability("name"), (false, true));
    assert_eq!(nullability("address"), (true, false));
    assert_eq!(nullability("tags"), (true, true));
    let relationship = |name: &str| (member(name).is_relationship(), member(name).is_contained());
    assert_eq!(relationship("name"), (false, false));
    assert_eq!(relationship("friends"), (true, false));
    assert_eq!(relationship("cart"), (true, true));
    let notes = |name: &str| {
        let member = member(name);
        (member.is_computed(), member.is_immutable(), member.is_auto_expanded(), member.permission())
    };
    assert_eq!(notes("name"), (false, false, false, None));
    assert_eq!(notes("number"), (true, false, false, Some(Permission::Read)));
    assert_eq!(notes("born"), (false, true, false, None));
    assert_eq!(notes("cart"), (false, false, true, None));
    assert_eq!(notes("secret"), (false, false, false, Some(Permission::Write)));
    assert_eq!(notes("nothing"), (false, false, false, Some(Permission::None)));
    assert_eq!(notes("both"), (false, false, false, Some(Permission::ReadWrite)));
    assert_eq!(member("tags").deprecation().unwrap().to_string(), "deprecated since 2025-01-02");
    assert_eq!(member("id").owner().name(), "entity");
    assert!(member("id").is_key() && !member("name").is_key());
}

#[test]
fn keys_are_as_they_were_declared() {
    let bytes = built();
    let index = Index::new(&bytes).unwrap();
    let of = |name: &str| index.find_type(name).unwrap();
    assert_eq!(of("shop.customer").key().collect::<Vec<_>>(), ["id"]);
    assert_eq!(of("shop.order").key().collect::<Vec<_>>(), ["year", "number"]);
    assert_eq!(of("shop.address").key().count(), 0);
    let keys: Vec<Vec<_>> = of("shop.customer").alternate_keys().map(|key| key.parts().collect()).collect();
    assert_eq!(keys, [vec![("mail", "mail")], vec![("city", "address/city"), ("number", "number")]]);
    assert_eq!(index.walk("/orders(year=<y>,number=<n>)").unwrap().step, Step::Key);
    assert_eq!(index.walk("/orders(number=<n>,year=<y>)/lines/<id>").unwrap().declared(), Some(of("shop.goods.item")));
    assert!(matches!(index.walk("/customers(city='<c>',number=<n>)").unwrap().step, Step::AlternateKey(_)));
    assert!(index.walk("/customers(city='<c>')").is_err());
}

#[test]
fn enumerations_are_as_they_were_declared() {
    let bytes = built();
    let index = Index::new(&bytes).unwrap();
    let colour = index.find_type("shop.colour").unwrap();
    let members: Vec<_> = colour.enum_members().map(|member| (member.name(), member.value())).collect();
    assert_eq!(members, [("red", 1), ("green", 2), ("blue", 3), ("all", i64::MAX), ("none", -1)]);
    assert!(colour.enum_member("blue").unwrap().deprecation().is_some());
    assert_eq!(colour.enum_member("red").unwrap().deprecation(), None);
    assert_eq!(colour.enum_member("Red"), None);
    assert_eq!(colour.member("red"), None);
}

#[test]
fn roots_and_operations_are_as_they_were_declared() {
    let bytes = built();
    let index = Index::new(&bytes).unwrap();
    let roots: Vec<_> =
        index.roots().map(|root| (root.name(), root.is_singleton(), root.entity_type().unwrap().name())).collect();
    assert_eq!(roots, [("customers", false, "customer"), ("me", true, "person"), ("orders", false, "order")]);
    assert!(index.find_root("orders").unwrap().deprecation().is_some());
    assert_eq!(index.find_root("me").unwrap().deprecation(), None);
    let operations: Vec<_> = index
        .operations()
        .map(|operation| {
            let binding = operation.binding().map(|binding| binding.to_string());
            let result = operation.result().map(|result| result.to_string());
            let parameters: Vec<_> = operation.parameters().map(|one| format!("{one:?}")).collect();
            format!(
                "{} {:?} on {binding:?} gives {result:?} of {}{}",
                if operation.is_action() { "action" } else { "function" },
                operation.qualified_name(),
                parameters.join(", "),
                if operation.is_composable() { ", composable" } else { "" },
            )
        })
        .collect();
    let expected = [
        r#"function shop.find on Some("shop.person") gives Some("Collection(shop.order)") of year: Edm.Int32, composable"#,
        r#"function shop.find on Some("Collection(shop.person)") gives Some("shop.person") of name: Edm.String"#,
        r#"action shop.send on Some("shop.customer") gives None of text: Edm.String, to: Collection(Edm.String)"#,
        r#"function shop.today on None gives Some("Edm.Date") of "#,
    ];
    assert_eq!(operations, expected);
    let find: Vec<_> = index.operations_called("find").collect();
    assert_eq!(find.len(), 2);
    assert!(find[0].deprecation().is_some() && find[1].deprecation().is_none(), "the overload that is named");
    assert!(!find[0].is_result_nullable() && find[1].is_result_nullable());
    let send = index.operations_called("send").next().unwrap();
    let flags: Vec<_> = send.parameters().map(|one| (one.is_nullable(), one.is_optional())).collect();
    assert_eq!(flags, [(false, false), (true, true)]);
    assert!(send.deprecation().is_some(), "all overloads, where none is named");
    let customer = index.find_type("shop.customer").unwrap();
    assert_eq!(customer.operations(false).map(|one| one.name()).collect::<Vec<_>>(), ["find", "send"]);
    assert_eq!(customer.operations(true).map(|one| one.name()).collect::<Vec<_>>(), ["find"]);
}

#[test]
fn a_cloud_lacks_what_its_own_file_lacks() {
    let bytes = built();
    let index = Index::new(&bytes).unwrap();
    assert_eq!(index.clouds().collect::<Vec<_>>(), ["china", "moon"]);
    let of = |name: &str| index.find_type(name).unwrap();
    let person = of("shop.person");
    assert_eq!(person.in_cloud("china"), Some(true));
    assert_eq!(person.in_cloud("elsewhere"), None);
    assert_eq!(person.member("name").unwrap().in_cloud("china"), Some(true));
    assert_eq!(person.member("tags").unwrap().in_cloud("china"), Some(false));
    assert_eq!(person.member("tags").unwrap().in_cloud("moon"), Some(true));
    assert_eq!(person.member("tags").unwrap().in_cloud("elsewhere"), None);
    assert_eq!(of("shop.goods.bicycle").in_cloud("china"), Some(false));
    assert_eq!(of("shop.goods.bicycle").own_members().next().unwrap().in_cloud("china"), Some(false), "with its type");
    assert_eq!(of("shop.colour").enum_member("green").unwrap().in_cloud("china"), Some(false));
    assert_eq!(of("shop.colour").enum_member("red").unwrap().in_cloud("china"), Some(true));
    assert_eq!(index.find_root("orders").unwrap().in_cloud("china"), Some(false));
    assert_eq!(index.find_root("me").unwrap().in_cloud("china"), Some(true));
    let lacks = |name| index.operations_called(name).next().unwrap().in_cloud("china");
    assert_eq!((lacks("today"), lacks("send")), (Some(true), Some(false)));
}

#[test]
fn the_same_file_gives_the_same_bytes() {
    assert_eq!(built(), built());
    // What is said twice in one file is nothing new: the order of the file is no fact, but for members.
    assert_ne!(built(), build(&source(CHINA, Vec::new())).unwrap().index);
}

#[test]
fn annotations_without_a_target_are_told() {
    assert_eq!(build(&source(CSDL, Vec::new())).unwrap().unplaced, ["s.person/nowhere", "shop.send(Edm.String)"]);
}

/// A file with these elements in its schema.
fn file_of(elements: &str) -> String {
    format!(r#"<Edmx><DataServices><Schema Namespace="n">{elements}</Schema></DataServices></Edmx>"#)
}

#[test]
fn what_is_wrong_with_a_file_is_said() {
    for (elements, message) in [
        ("<ComplexType/>", "line 1: `ComplexType` has no attribute `Name`"),
        (r#"<ComplexType Name="a"/><ComplexType Name="a"/>"#, "`n.a` is declared twice"),
        (
            r#"<ComplexType Name="a"><Property Name="p" Type="n.b"/></ComplexType>"#,
            "`n.a/p` names the type `n.b`, which is not declared",
        ),
        (
            r#"<ComplexType Name="a"><Property Name="p" Type="Edm.Strange"/></ComplexType>"#,
            "`n.a/p` names the type `Edm.Strange`, which is not declared",
        ),
        (
            r#"<ComplexType Name="a"><Property Name="p" Type="Edm.String"/><Property Name="p" Type="Edm.String"/></ComplexType>"#,
            "`n.a/p` is declared twice",
        ),
        (
            r#"<ComplexType Name="a" BaseType="n.b"/><ComplexType Name="b" BaseType="n.a"/>"#,
            "the bases of `n.a` form a circle, or are more than 31",
        ),
        (r#"<ComplexType Name="a" Abstract="maybe"/>"#, "line 1: `maybe` is no value that is understood here"),
        (
            r#"<EnumType Name="a"><Member Name="m" Value="one"/></EnumType>"#,
            "line 1: `one` is no value that is understood here",
        ),
    ] {
        let file = file_of(elements);
        let error = build(&source(&file, Vec::new())).expect_err(elements);
        assert_eq!(error.to_string(), message, "{elements}");
    }
    assert!(matches!(build(&source("{}", Vec::new())), Err(BuildError::Xml(_))));
    assert!(matches!(build(&source("<a/>", Vec::new())), Err(BuildError::NoSchema)));
    let long = file_of(&format!(r#"<ComplexType Name="{}"/>"#, "a".repeat(256)));
    assert!(matches!(build(&source(&long, Vec::new())), Err(BuildError::TooLong(_))));
    let types: String =
        (0..0xFF01).fold(String::new(), |types, number| types + &format!(r#"<ComplexType Name="t{number}"/>"#));
    assert!(matches!(build(&source(&file_of(&types), Vec::new())), Err(BuildError::TooMany("types"))));
}

#[test]
fn as_many_bases_as_an_index_holds_are_found() {
    let chain = |count: usize| -> String {
        let base =
            |number: usize| if number == 0 { String::new() } else { format!(r#" BaseType="n.t{}""#, number - 1) };
        let elements = (0..count).map(|number| {
            format!(
                r#"<ComplexType Name="t{number}"{}><Property Name="p{number}" Type="Edm.String"/></ComplexType>"#,
                base(number)
            )
        });
        file_of(&elements.collect::<String>())
    };
    let bytes = build(&source(&chain(32), Vec::new())).unwrap().index;
    let index = Index::new(&bytes).unwrap();
    let last = index.find_type("n.t31").unwrap();
    assert!(last.member("p0").is_some() && last.members().count() == 32);
    assert!(matches!(build(&source(&chain(33), Vec::new())), Err(BuildError::Bases(_))));
}

#[test]
fn a_file_of_nothing_is_an_index_of_nothing() {
    let bytes = build(&source(&file_of(""), Vec::new())).unwrap().index;
    let index = Index::new(&bytes).unwrap();
    assert_eq!(index.types().count() + index.roots().count() + index.operations().count(), 0);
    assert_eq!(index.find_type("n.a"), None);
    assert_eq!(index.near_type("n.a"), None);
    assert!(index.walk("/a").is_err());
}
