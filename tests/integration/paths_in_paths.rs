//! Placeholders for a path of any number of segments: `/drives/<drive>/root:/<path..>:`.

use graph_resource::resource::PathPart;
use graph_resource::{At, ErrorKind, GraphAction, GraphComplex, GraphResource, Reference};

use crate::support::{BASE, answer, body_of, line_of};

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/drives/<drive>/items/<id>")]
#[graph_resource(path = "/drives/<drive>/root:/<path..>:", at = "by_path")]
#[graph_resource(path = "/me/drive/root:/<path..>", at = "mine")]
#[graph_resource(path = "/drives/<drive>/items/<folder>:/<path..>:", at = "below")]
#[graph_resource(path = "/me/drive/root:/<path..>:/children/<id>", at = "child", collection = "children")]
struct Item {
    id: String,
    name: Option<String>,
    #[graph_resource(navigation)]
    parent: Option<Box<Item>>,
}

/// Served by its path alone; the field of the placeholder's name is a property like any other.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/sites/<host>:/<path..>:")]
struct Site {
    path: Option<String>,
}

#[test]
fn each_segment_is_encoded() {
    for (path, sent) in [
        ("a.txt", "a.txt"),
        ("a b/c#d%.txt", "a%20b/c%23d%25.txt"),
        ("a/b/c/d", "a/b/c/d"),
        ("Été/100%/x?y&z+=1", "%C3%89t%C3%A9/100%25/x%3Fy%26z%2B%3D1"),
        ("it's (1)/[x]/a\\b", "it%27s%20%281%29/%5Bx%5D/a%5Cb"),
        ("%2e%2e/%2F", "%252e%252e/%252F"),
        ("$value/...", "%24value/..."),
        ("\n/\u{0}", "%0A/%00"),
    ] {
        assert_eq!(line_of(&Item::by_path("d!1", path).get()), format!("GET /drives/d%211/root:/{sent}:"));
    }
    assert_eq!(line_of(&Item::mine("a/b").get()), "GET /me/drive/root:/a/b");
    assert_eq!(line_of(&Item::below("d", "i", "a/b").get()), "GET /drives/d/items/i:/a/b:");
    assert_eq!(line_of(&Item::child("a/b", "x/y").get()), "GET /me/drive/root:/a/b:/children/x%2Fy");
    assert_eq!(line_of(&Item::children("a b/c").list()), "GET /me/drive/root:/a%20b/c:/children");
    assert_eq!(
        line_of(&Site::at("contoso.sharepoint.com", "sites/team").get()),
        "GET /sites/contoso.sharepoint.com:/sites/team:"
    );
}

#[test]
fn another_resource_is_not_addressed() {
    for (path, what) in [
        ("", "an empty segment"),
        ("/", "an empty segment"),
        ("/a", "an empty segment"),
        ("a/", "an empty segment"),
        ("a//b", "an empty segment"),
        (".", "a segment `.`"),
        ("a/./b", "a segment `.`"),
        ("..", "a segment `..`"),
        ("../b", "a segment `..`"),
        ("a/..", "a segment `..`"),
        ("a:/children", "a colon"),
        ("a:", "a colon"),
    ] {
        let error = Item::by_path("d", path).get().to_http(BASE).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Path, "{path}");
        assert_eq!(error.to_string(), format!("the path `<path>` has {what}, which would address another resource"));
        assert!(Item::by_path("d", path).path().as_str().is_err());
        assert!(Reference::from(Item::by_path("d", path)).as_str().is_err());
    }
    // Of an opening placeholder, a colon is one of the key.
    assert_eq!(line_of(&Site::at("a:b", "x").get()), "GET /sites/a%3Ab:/x:");
    assert!(Site::at("..", "x").get().to_http(BASE).is_err());
}

#[test]
fn what_is_read_at_a_path_is_saved_there() {
    let request = Item::by_path("d", "a b/c.txt").get();
    let mut item = request.parse(answer(200, r#"{"id":"1","name":"c.txt"}"#)).unwrap();
    assert_eq!(item.location(), Some("/drives/d/root:/a%20b/c.txt:"));
    let mut tracked = item.clone().track();
    tracked.name = Some("d.txt".into());
    let save = tracked.save_request().unwrap().unwrap();
    assert_eq!(
        (line_of(&save), body_of(&save)),
        ("PATCH /drives/d/root:/a%20b/c.txt:".into(), r#"{"name":"d.txt"}"#.into())
    );
    let page = Item::children("a b").list().parse(answer(200, r#"{"value":[{"id":"1/2"}]}"#)).unwrap();
    assert_eq!(page[0].location(), Some("/me/drive/root:/a%20b:/children/1%2F2"));
    item = page.into_items().remove(0);
    assert_eq!(item.id, "1/2");
}

#[test]
fn what_follows_stands_after_the_colon() {
    #[derive(Clone, Debug, PartialEq, GraphComplex)]
    struct CreateUploadSession {}
    impl GraphAction for CreateUploadSession {
        type On = At<Item>;
        type Output = ();
        const NAME: &'static str = "createUploadSession";
    }
    let request = Item::by_path("d", "a b.txt").invoke(CreateUploadSession {});
    assert_eq!(line_of(&request), "POST /drives/d/root:/a%20b.txt:/createUploadSession");
    let parent = Item::by_path("d", "a").navigation(Item::props().parent).get();
    assert_eq!(line_of(&parent), "GET /drives/d/root:/a:/parent");
    let bound = ItemPatch::new().bind_parent(Item::by_path("d", "a b"));
    assert_eq!(serde_json::to_string(&bound).unwrap(), r#"{"parent@odata.bind":"drives/d/root:/a%20b:"}"#);
}

/// A template that somebody wrote by hand.
#[test]
fn a_template_is_filled_by_one_path() {
    const TEMPLATE: &[PathPart] =
        &[PathPart::Literal("/me/drive/root:"), PathPart::Rest("path"), PathPart::Literal(":")];
    let at = At::<Item>::on(TEMPLATE, &[&"a/b c"]);
    assert_eq!(line_of(&at.get()), "GET /me/drive/root:/a/b%20c:");
    assert!(At::<Item>::on(TEMPLATE, &[]).get().to_http(BASE).is_err());
    assert_eq!(line_of(&At::<Site>::on(TEMPLATE, &[&"x"]).get()), "GET /me/drive/root:/x:");
}
