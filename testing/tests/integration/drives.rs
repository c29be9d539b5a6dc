//! Items of a drive by their paths.

use graph_resource_testing::EmbeddedGraph;
use serde_json::json;

use crate::{ask, json as body, outcome};

fn drive() -> EmbeddedGraph {
    EmbeddedGraph::new()
        .with_drive("/drives/d/")
        .with_entity("/drives/d/items", json!({"id": "1", "name": "Notes", "parentReference": {"id": "root"}}))
        .with_entity("/drives/d/items", json!({"id": "2", "name": "May #1.txt", "parentReference": {"id": "1"}}))
        .with_entity("/drives/d/items", json!({"id": "3", "name": "May #1.txt"}))
}

#[test]
fn an_item_is_found_by_its_path() {
    let graph = drive();
    for (path, key) in [
        ("root", "root"),
        ("root:/Notes", "1"),
        ("root:/Notes:", "1"),
        ("root:/notes/may%20%231.txt", "2"),
        ("root:/Notes/May%20%231.txt:", "2"),
        ("root:/May%20%231.txt:", "3"),
    ] {
        assert_eq!(body(&ask(&graph, &format!("GET /drives/d/{path}"), ""))["id"], key, "{path}");
    }
    for path in ["root:/Other", "root:/Notes/Notes:", "root:/May%20%231.txt/x:/content"] {
        assert_eq!(outcome(&ask(&graph, &format!("GET /drives/d/{path}"), "")), "404 itemNotFound", "{path}");
    }
    assert!(outcome(&ask(&graph, "GET /drives/other/root:/Notes", "")).starts_with("404"));
    // A rename by the path: the new one leads there, the old one nowhere.
    assert_eq!(ask(&graph, "PATCH /drives/d/root:/Notes:", r#"{"name":"Old"}"#).status(), 200);
    assert_eq!(body(&ask(&graph, "GET /drives/d/root:/Old/May%20%231.txt", ""))["id"], "2");
    assert_eq!(outcome(&ask(&graph, "GET /drives/d/root:/Notes", "")), "404 itemNotFound");
}

#[test]
fn content_makes_the_item_that_it_is_for() {
    let graph =
        drive().with_upload_session("/drives/{drive}/items/{id}/createUploadSession", |call| json!(call.key("id")));
    let text = "content-type: text/plain";
    assert_eq!(ask(&graph, &format!("PUT /drives/d/root:/Notes/new.txt:/content\n{text}"), "new").status(), 201);
    let made = body(&ask(&graph, "GET /drives/d/root:/Notes/new.txt", ""));
    assert_eq!(made["parentReference"]["id"], "1");
    assert_eq!(ask(&graph, "GET /drives/d/root:/Notes/new.txt:/content", "").body(), "new");
    // The folder is not made, and nothing but content makes an item.
    assert!(outcome(&ask(&graph, &format!("PUT /drives/d/root:/No/new.txt:/content\n{text}"), "x")).starts_with("404"));
    assert!(outcome(&ask(&graph, "PATCH /drives/d/root:/newer.txt:", "{}")).starts_with("404"));
    let items = graph.entities("/drives/d/items").len();
    assert_eq!(ask(&graph, "POST /drives/d/root:/large.bin:/createUploadSession", "{}").status(), 200);
    assert_eq!(graph.entities("/drives/d/items").len(), items + 1);
}
