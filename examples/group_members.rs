//! Lists the members of a group, which are of several types: users, groups, devices, and others that no variant is for.
//!
//! `cargo run --example group_members` runs against a Graph that is embedded here, on a loopback socket. Against another
//! service, the first argument is the key of the group:
//!
//! - `GRAPH_BASE_URL`: its root, such as `https://graph.microsoft.com/v1.0`;
//! - `GRAPH_ACCESS_TOKEN`: a bearer token for it.

use std::env;
use std::error::Error;

use graph_resource::transport::ReqwestTransport;
use graph_resource::{BaseUrl, Client, DateTimeOffset, GraphResource, GraphUnion, Page, Request};
use graph_resource_testing::{EmbeddedGraph, GraphServer};
use serde_json::{Map, Value, json};

type Outcome<T> = Result<T, Box<dyn Error>>;

/// What all objects of the directory have.
///
/// Source: Microsoft Graph v1.0, resource type `directoryObject`.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/directoryObjects/<id>")]
struct DirectoryObject {
    id: String,
    deleted_date_time: Option<DateTimeOffset>,
}

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
struct User {
    id: String,
    display_name: Option<String>,
    mail: Option<String>,
}

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/groups/<id>")]
struct Group {
    id: String,
    display_name: Option<String>,
    #[graph_resource(navigation)]
    members: Option<Vec<Member>>,
}

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/devices/<id>")]
struct Device {
    id: String,
    display_name: Option<String>,
    operating_system: Option<String>,
}

/// A member of a group: `@odata.type` tells which. One of a type that is not named here is kept as it came.
#[derive(Clone, Debug, PartialEq, GraphUnion)]
#[graph_resource(path = "/directoryObjects/<id>", base = DirectoryObject)]
enum Member {
    #[graph_resource(odata_type = "microsoft.graph.user")]
    User(User),
    #[graph_resource(odata_type = "microsoft.graph.group")]
    Group(Group),
    #[graph_resource(odata_type = "microsoft.graph.device")]
    Device(Device),
    #[graph_resource(unknown)]
    Unknown(Map<String, Value>),
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome<()> {
    let (client, server) = connect()?;
    let group = env::args().nth(1).unwrap_or_else(|| "sales".to_owned());
    let members = || Group::at(&group).navigation(Group::props().members).list().top(2);

    println!("\nAll that the types declare, {}", shown(&members().select_declared())?);
    let mut pages = client.pages(members().select_declared());
    let (mut number, mut seen, mut unknown) = (0, 0, 0);
    while let Some(page) = pages.next().await {
        let page: Page<Member> = page?;
        number += 1;
        println!("  page {number}");
        for member in &page {
            seen += 1;
            match &**member {
                Member::User(user) => {
                    println!("    user    {:<16}{}", or(user.display_name.as_deref()), or(user.mail.as_deref()));
                }
                Member::Group(group) => println!("    group   {:<16}", or(group.display_name.as_deref())),
                Member::Device(device) => {
                    println!(
                        "    device  {:<16}{}",
                        or(device.display_name.as_deref()),
                        or(device.operating_system.as_deref())
                    );
                }
                Member::Unknown(object) => {
                    unknown += 1;
                    let of = object.get("@odata.type").and_then(Value::as_str).unwrap_or("no type");
                    println!("    other   {:<16}{of}", object.get("id").and_then(Value::as_str).unwrap_or_default());
                }
            }
        }
    }

    // Of the base for all, and of users what they alone have. What is asked for in parts is read as a partial.
    let (of_all, of_user) = (Member::props(), User::props());
    let list = members().select(of_all.deleted_date_time).select(of_user.mail);
    println!("\nWho can be written to, {}", shown(&list)?);
    let (mut members, mut writable) = (client.items(list), 0);
    while let Some(member) = members.next().await {
        if let Some(MemberPartial::User(user)) = member?.as_state()
            && let Some(mail) = user.mail.as_deref().value()
        {
            writable += 1;
            println!("    {mail}");
        }
    }
    println!("\n{seen} members, {unknown} of a type that is not known here, {writable} with an address.");
    if server.is_some() && (seen, unknown, writable) != (5, 1, 2) {
        return Err("the embedded Graph has five members, one of an unknown type, and two addresses".into());
    }
    Ok(())
}

/// The query of a request, as it is sent.
fn shown<O: graph_resource::Operation>(request: &Request<O>) -> Outcome<String> {
    let request = request.to_http("https://graph.microsoft.com/v1.0")?;
    Ok(request.uri().query().unwrap_or_default().to_owned())
}

fn or(text: Option<&str>) -> &str {
    text.unwrap_or("without a name")
}

/// A client of the service that the environment names, or of an embedded one, which lives as long as the second value.
fn connect() -> Outcome<(Client<ReqwestTransport>, Option<GraphServer>)> {
    let transport = ReqwestTransport::new()?;
    if let Ok(url) = env::var("GRAPH_BASE_URL") {
        let token =
            env::var("GRAPH_ACCESS_TOKEN").map_err(|_| "GRAPH_BASE_URL is set; set GRAPH_ACCESS_TOKEN as well")?;
        let base = BaseUrl::parse(&url).or_else(|refused| BaseUrl::loopback(&url).map_err(|_| refused))?;
        return Ok((Client::new(transport, base).bearer_token(&token)?, None));
    }
    let graph = EmbeddedGraph::new()
        .with_bearer_token("an-access-token")
        .with_to_many("/groups/{id}/members", ["/users", "/groups", "/devices", "/servicePrincipals"]);
    let mut members = Vec::new();
    let graph = [
        ("users", "user", json!({"id": "ada", "displayName": "Ada", "mail": "ada@example.com", "jobTitle": "Auditor"})),
        ("devices", "device", json!({"id": "laptop", "displayName": "Ada's laptop", "operatingSystem": "Windows"})),
        ("servicePrincipals", "servicePrincipal", json!({"id": "payroll", "appId": "9b1d"})),
        ("groups", "group", json!({"id": "sales-emea", "displayName": "Sales, EMEA"})),
        ("users", "user", json!({"id": "bao", "displayName": "Bao", "mail": "bao@example.com"})),
        ("groups", "group", json!({"id": "sales", "displayName": "Sales"})),
    ]
    .into_iter()
    .fold(graph, |graph, (collection, kind, mut object)| {
        let id = object["id"].as_str().unwrap_or_default().to_owned();
        object["@odata.type"] = format!("#microsoft.graph.{kind}").into();
        members.push(format!("/{collection}/{id}"));
        graph.with_entity(&format!("/{collection}"), object)
    });
    // The last one is the group itself.
    members.pop();
    for member in members {
        graph.link("/groups/sales/members", &member);
    }
    let server = graph.serve()?;
    println!("No GRAPH_BASE_URL: an embedded Graph listens on {}.", server.base_url());
    let base = BaseUrl::loopback(&server.base_url())?;
    Ok((Client::new(transport, base).bearer_token("an-access-token")?, Some(server)))
}
