//! Bytes that nobody built: reading them ends, and nothing panics.

use std::hint::black_box;

use graph_resource_schema::Index;
use graph_resource_schema_build::{Source, build};

const CSDL: &str = include_str!("example.csdl.xml");
const CHINA: &str = include_str!("example-china.csdl.xml");

/// Asks for everything that can be asked for.
fn visit(index: &Index<'_>) {
    black_box((index.version(), index.date(), index.namespaces().count(), index.clouds().count()));
    let (mut names, mut count) = (vec!["shop.person".to_owned(), "s.colour".to_owned()], 0);
    for of_type in index.types() {
        names.push(of_type.qualified_name().to_string());
        black_box((of_type.is_open(), of_type.base(), of_type.underlying(), of_type.deprecation()));
        count += of_type.derived().count() + of_type.key().count() + of_type.operations(true).count();
        black_box((of_type.near_member("nmae"), of_type.near_enum_member("gren"), of_type.in_cloud("china")));
        for member in of_type.members() {
            black_box((of_type.member(member.name()), member.permission(), member.deprecation(), member.is_key()));
            black_box((member.type_use().to_string(), member.in_cloud("china")));
        }
        for member in of_type.enum_members() {
            black_box((of_type.enum_member(member.name()), member.value(), member.deprecation()));
        }
        count += of_type.alternate_keys().map(|key| key.parts().count()).sum::<usize>();
    }
    for name in names {
        black_box((index.find_type(&name), index.near_type(&name)));
    }
    for operation in index.operations() {
        black_box((operation.binding(), operation.result(), index.operations_called(operation.name()).count()));
        count += operation.parameters().map(|one| one.type_use().to_string().len()).sum::<usize>();
    }
    for root in index.roots() {
        black_box((root.entity_type(), root.deprecation(), index.find_root(root.name())));
    }
    for path in [
        "/customers/<id>/cart/<id>",
        "/customers(mail='x')/friends",
        "/orders(year=1,number=2)/lines",
        "/me/find(year=1)/x",
    ] {
        black_box(index.walk(path).map_err(|error| error.to_string()).ok());
    }
    black_box(count);
}

#[test]
fn nothing_panics_whatever_the_bytes() {
    let source =
        Source { csdl: CSDL, version: "v1.0", date: "2026-08".parse().unwrap(), clouds: vec![("china", CHINA)] };
    let whole = build(&source).unwrap().index;
    visit(&Index::new(&whole).unwrap());
    for length in 0..whole.len() {
        assert!(Index::new(&whole[..length]).is_err(), "{length}");
    }
    // Each byte on its own, and then several by a generator of numbers that always gives the same.
    let mut opened = 0;
    for at in 0..whole.len() {
        let mut bytes = whole.clone();
        bytes[at] ^= if at % 2 == 0 { 0x01 } else { 0xFF };
        if let Ok(index) = Index::new(&bytes) {
            visit(&index);
            opened += 1;
        }
    }
    let mut state = 1_u64;
    let mut next = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap()
    };
    for _ in 0..500 {
        let mut bytes = whole.clone();
        for _ in 0..=next() % 20 {
            let at = next() % bytes.len();
            bytes[at] = u8::try_from(next() % 256).unwrap();
        }
        if let Ok(index) = Index::new(&bytes) {
            visit(&index);
            opened += 1;
        }
    }
    assert!(opened > 1_000, "{opened}");
}
