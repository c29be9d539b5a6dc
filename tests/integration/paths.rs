//! Paths of every kind: request lines to the byte, where items of lists are, and where changes are saved to.

use graph_resource::{ErrorKind, Fetched, GraphResource};

use crate::support::{BASE, answer, body_of, client, line_of};

/// Under more than one path.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/me/events/<id>", odata_type = "microsoft.graph.event")]
#[graph_resource(path = "/users/<user_id>/events/<id>", at = "at_user", collection = "collection_of_user")]
#[graph_resource(path = "/groups/<group>/calendar/events/<id>", at = "at_group")]
struct Event {
    id: String,
    subject: Option<String>,
}

/// Under its key, and under alternate ones, of which one is nullable.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/applications/<id>")]
#[graph_resource(path = "/applications(appId='<app_id>')", at = "by_app_id", collection = "all_by_app_id")]
#[graph_resource(path = "/applications(uniqueName='<unique_name>')", at = "by_name", collection = "all_by_name")]
struct Application {
    id: String,
    app_id: String,
    unique_name: Option<String>,
}

/// Under an alternate key alone.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/devices(deviceId='<device_id>')")]
struct Device {
    device_id: String,
    display_name: Option<String>,
}

/// Under an unnamed key, below another one in parentheses.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/servicePrincipals(appId='<app>')/owners('<id>')")]
struct Owner {
    id: String,
    name: Option<String>,
}

/// Under a number.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/workflows/<workflow>/versions(versionNumber=<version_number>)")]
struct Version {
    version_number: i32,
    name: Option<String>,
}

/// Under a key of two parts.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/orders(order='<order>',item=<item>)")]
struct Line {
    order: String,
    item: u32,
    note: Option<String>,
}

/// One type of several in a collection.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(
    path = "/deviceManagement/deviceConfigurations/<id>/microsoft.graph.androidGeneralDeviceConfiguration"
)]
#[graph_resource(
    path = "/deviceManagement/deviceConfigurations('<id>')/microsoft.graph.androidGeneralDeviceConfiguration",
    at = "at_quoted"
)]
struct Android {
    id: String,
    apps_block_copy_paste: Option<bool>,
}

/// A collection that is taken for another type has no key.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/groups/<group_id>/members/microsoft.graph.user")]
struct Members {
    count: Option<i64>,
}

/// A complex property.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<user_id>/mailboxSettings")]
struct MailboxSettings {
    time_zone: Option<String>,
}

/// A singleton first. The key is a key all the same.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/me")]
#[graph_resource(path = "/users/<id>", at = "at_id", collection = "all")]
#[graph_resource(path = "/groups/<group_id>/owner", at = "owner_of")]
struct User {
    id: String,
    display_name: Option<String>,
}

/// Options in attributes of their own, as ever, where there is one path.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(at = "one")]
#[graph_resource(path = "/teams/<id>")]
#[graph_resource(collection = "all")]
struct Team {
    id: String,
}

/// Keys that every character set has something against.
const NASTY: &str = "$O'Neil/a(b),c=d#?é";

#[test]
fn each_kind_has_its_line() {
    for (line, expected) in [
        (line_of(&Event::at("AAMk=").get()), "GET /me/events/AAMk%3D"),
        (line_of(&Event::at_user("ada", "AAMk").get()), "GET /users/ada/events/AAMk"),
        (line_of(&Event::at_group("g", "AAMk").delete()), "DELETE /groups/g/calendar/events/AAMk"),
        (line_of(&Event::collection().list()), "GET /me/events"),
        (line_of(&Event::collection_of_user("ada").list()), "GET /users/ada/events"),
        (line_of(&Event::at_group_collection("g").list()), "GET /groups/g/calendar/events"),
        (line_of(&Application::at("1").get()), "GET /applications/1"),
        (line_of(&Application::by_app_id("1").get()), "GET /applications(appId='1')"),
        (line_of(&Application::by_name("n").get()), "GET /applications(uniqueName='n')"),
        (line_of(&Application::all_by_app_id().list()), "GET /applications"),
        (line_of(&Device::at("d").get()), "GET /devices(deviceId='d')"),
        (line_of(&Device::collection().list()), "GET /devices"),
        (line_of(&Owner::at("a", "o").get()), "GET /servicePrincipals(appId='a')/owners('o')"),
        (line_of(&Owner::collection("a").list()), "GET /servicePrincipals(appId='a')/owners"),
        (line_of(&Version::at("w", 7).get()), "GET /workflows/w/versions(versionNumber=7)"),
        (line_of(&Version::collection("w").list()), "GET /workflows/w/versions"),
        (line_of(&Line::at("a", 1).get()), "GET /orders(order='a',item=1)"),
        (line_of(&Line::collection().list()), "GET /orders"),
        (
            line_of(&Android::at("x").get()),
            "GET /deviceManagement/deviceConfigurations/x/microsoft.graph.androidGeneralDeviceConfiguration",
        ),
        (
            line_of(&Android::collection().list()),
            "GET /deviceManagement/deviceConfigurations/microsoft.graph.androidGeneralDeviceConfiguration",
        ),
        (
            line_of(&Android::at_quoted("x").get()),
            "GET /deviceManagement/deviceConfigurations('x')/microsoft.graph.androidGeneralDeviceConfiguration",
        ),
        (line_of(&Members::at("g").get()), "GET /groups/g/members/microsoft.graph.user"),
        (line_of(&MailboxSettings::at("ada").get()), "GET /users/ada/mailboxSettings"),
        (line_of(&User::at().get()), "GET /me"),
        (line_of(&User::at_id("ada").get()), "GET /users/ada"),
        (line_of(&User::owner_of("g").get()), "GET /groups/g/owner"),
        (line_of(&User::all().list()), "GET /users"),
        (line_of(&Team::one("t").get()), "GET /teams/t"),
        (line_of(&Team::all().list()), "GET /teams"),
    ] {
        assert_eq!(line, expected);
    }
}

#[test]
fn no_key_leaves_its_place() {
    let literal = "%24O%27%27Neil%2Fa%28b%29%2Cc%3Dd%23%3F%C3%A9";
    for (line, expected) in [
        (line_of(&Event::at_user("a/b'", NASTY).get()), format!("GET /users/a%2Fb%27/events('{literal}')")),
        (line_of(&Application::by_app_id(NASTY).get()), format!("GET /applications(appId='{literal}')")),
        (line_of(&Owner::at(NASTY, NASTY).get()), {
            format!("GET /servicePrincipals(appId='{literal}')/owners('{literal}')")
        }),
        (line_of(&Line::at(NASTY, 1).get()), format!("GET /orders(order='{literal}',item=1)")),
        (line_of(&Device::at("..").get()), "GET /devices(deviceId='..')".to_owned()),
        (
            line_of(&Android::at("$x").get()),
            "GET /deviceManagement/deviceConfigurations('%24x')/microsoft.graph.androidGeneralDeviceConfiguration"
                .into(),
        ),
    ] {
        assert_eq!(line, expected);
    }
}

#[test]
fn a_refused_key_is_named_by_its_placeholder() {
    for (request, placeholder) in [
        (Event::at_user("", "x").get().to_http(BASE), "<user_id>"),
        (Event::at_user("ada", "..").get().to_http(BASE), "<id>"),
        (Android::at(".").get().to_http(BASE), "<id>"),
    ] {
        let error = request.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Path);
        assert!(error.to_string().contains(placeholder), "{error}");
    }
    for (request, placeholder) in [
        (Application::by_app_id("").get().to_http(BASE), "`<app_id>` is empty"),
        (Owner::collection("").list().to_http(BASE), "`<app>` is empty"),
        (Version::at("w", "").get().to_http(BASE), "`<version_number>` is empty"),
        (
            Version::at("w", "1,x=2").get().to_http(BASE),
            "`<version_number>` is no literal that can stand without quotes",
        ),
        (Line::at("a", "1)/x(").get().to_http(BASE), "`<item>` is no literal that can stand without quotes"),
    ] {
        let error = request.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Path);
        assert!(error.to_string().contains(placeholder), "{error}");
    }
}

#[test]
fn the_key_alone_is_in_no_patch() {
    // An alternate key beside the key is a property as any other.
    assert_eq!(body_of(&Application::by_app_id("a").update(ApplicationPatch::new().app_id("b"))), r#"{"appId":"b"}"#);
    for (flags, names) in [
        (serde_json::from_str::<DevicePatch>(r#"{"deviceId":"d"}"#).err().map(|error| error.to_string()), "deviceId"),
        (serde_json::from_str::<LinePatch>(r#"{"order":"d"}"#).err().map(|error| error.to_string()), "order"),
        (serde_json::from_str::<LinePatch>(r#"{"item":1}"#).err().map(|error| error.to_string()), "item"),
        (serde_json::from_str::<UserPatch>(r#"{"id":"d"}"#).err().map(|error| error.to_string()), "id"),
    ] {
        assert!(flags.is_some_and(|error| error.contains(names)), "{names}");
    }
}

fn locations<R: GraphResource>(page: &[Fetched<R>]) -> Vec<Option<&str>> {
    page.iter().map(Fetched::location).collect()
}

#[test]
fn items_are_where_the_list_was_read() {
    let page = || answer(200, r#"{"value":[{"id":"a/b"},{"id":"$x"},{"id":""}]}"#);
    let events = Event::collection_of_user("ada").list().parse(page()).unwrap();
    assert_eq!(locations(&events), [Some("/users/ada/events/a%2Fb"), Some("/users/ada/events('%24x')"), None]);
    let events = Event::at_group_collection("g").list().parse(page()).unwrap();
    assert_eq!(events[0].location(), Some("/groups/g/calendar/events/a%2Fb"));
    let events = Event::collection().list().parse(page()).unwrap();
    assert_eq!(events[0].location(), Some("/me/events/a%2Fb"));
    let users = User::all().list().parse(page()).unwrap();
    assert_eq!(users[0].location(), Some("/users/a%2Fb"), "of a path beside that of a singleton");
    let configurations = Android::collection().list().parse(page()).unwrap();
    let cast = "microsoft.graph.androidGeneralDeviceConfiguration";
    assert_eq!(configurations[0].location(), Some(&*format!("/deviceManagement/deviceConfigurations/a%2Fb/{cast}")));
    assert_eq!(configurations[1].location(), Some(&*format!("/deviceManagement/deviceConfigurations('%24x')/{cast}")));
    let configurations = Android::at_quoted_collection().list().parse(page()).unwrap();
    assert_eq!(configurations[0].location(), Some(&*format!("/deviceManagement/deviceConfigurations('a%2Fb')/{cast}")));
    let owners = Owner::collection("a").list().parse(page()).unwrap();
    assert_eq!(owners[0].location(), Some("/servicePrincipals(appId='a')/owners('a%2Fb')"));
}

#[test]
fn items_are_at_the_alternate_key_that_the_list_was_read_by() {
    let text = r#"{"value":[{"id":"1","appId":"a'b","uniqueName":"n"},{"id":"2","appId":"","uniqueName":null}]}"#;
    let page = || answer(200, text);
    let items = Application::collection().list().parse(page()).unwrap();
    assert_eq!(locations(&items), [Some("/applications/1"), Some("/applications/2")]);
    let items = Application::all_by_app_id().list().parse(page()).unwrap();
    assert_eq!(locations(&items), [Some("/applications(appId='a%27%27b')"), None]);
    let items = Application::all_by_name().list().parse(page()).unwrap();
    assert_eq!(locations(&items), [Some("/applications(uniqueName='n')"), None]);
    let page = answer(200, r#"{"value":[{"order":"o","item":3}]}"#);
    let items = Line::collection().list().parse(page).unwrap();
    assert_eq!(locations(&items), [Some("/orders(order='o',item=3)")]);
}

#[test]
fn the_next_page_and_what_was_created_are_at_the_same_path() {
    let page = r#"{"value":[],"@odata.nextLink":"https://graph.microsoft.com/v1.0/users/ada/events?$skip=1"}"#;
    let page = Event::collection_of_user("ada").list().parse(answer(200, page)).unwrap();
    let next = page.next_page().unwrap().parse(answer(200, r#"{"value":[{"id":"x"}]}"#)).unwrap();
    assert_eq!(next[0].location(), Some("/users/ada/events/x"));
    let request = Event::collection_of_user("ada").create(&EventPartial::default());
    assert_eq!(line_of(&request), "POST /users/ada/events");
    let created = request.parse(answer(201, r#"{"id":"x"}"#)).unwrap().fetched().unwrap();
    assert_eq!(created.location(), Some("/users/ada/events/x"));
}

#[tokio::test]
async fn changes_are_saved_to_where_the_resource_was_read() {
    let item = r#"{"id":"x","subject":"s"}"#;
    let client = client([
        answer(200, item),
        answer(204, ""),
        answer(200, item),
        answer(200, format!(r#"{{"value":[{item}]}}"#)),
        answer(204, ""),
        answer(200, r#"{"id":"1","appId":"a","uniqueName":null}"#),
        answer(204, ""),
        answer(200, r#"{"value":[{"id":"x","appsBlockCopyPaste":true}]}"#),
        answer(204, ""),
    ]);
    let mut event = client.send(Event::at_user("ada", "x").get()).await.unwrap().track();
    event.subject = None;
    event.save(&client).await.unwrap();
    event.reload(&client).await.unwrap();
    let page = client.send(Event::at_group_collection("g").list()).await.unwrap();
    let mut event = page.into_items().remove(0).track();
    event.subject = None;
    event.save(&client).await.unwrap();
    let mut application = client.send(Application::by_app_id("a").get()).await.unwrap().track();
    application.app_id = "b".into();
    application.save(&client).await.unwrap();
    let page = client.send(Android::collection().list()).await.unwrap();
    let mut configuration = page.into_items().remove(0).track();
    configuration.apps_block_copy_paste = None;
    configuration.save(&client).await.unwrap();
    let sent = client.transport().sent();
    let lines: Vec<_> = sent.iter().map(|sent| sent.line.replace(BASE, "")).collect();
    assert_eq!(
        lines,
        [
            "GET /users/ada/events/x",
            "PATCH /users/ada/events/x",
            "GET /users/ada/events/x",
            "GET /groups/g/calendar/events",
            "PATCH /groups/g/calendar/events/x",
            "GET /applications(appId='a')",
            "PATCH /applications(appId='a')",
            "GET /deviceManagement/deviceConfigurations/microsoft.graph.androidGeneralDeviceConfiguration",
            "PATCH /deviceManagement/deviceConfigurations/x/microsoft.graph.androidGeneralDeviceConfiguration",
        ]
    );
    assert_eq!(sent[1].body, r##"{"@odata.type":"#microsoft.graph.event","subject":null}"##);
}
