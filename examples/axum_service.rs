//! A web service that reads and changes users: a client as its state, and a patch as the body of its requests.
//!
//! `cargo run --example axum_service` runs by itself: a Graph that is embedded here, the service, and somebody who calls it.

use std::error::Error;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::routing::get;
use axum::{Json, Router};
use graph_resource::transport::ReqwestTransport;
use graph_resource::{BaseUrl, Bytes, Client, ErrorKind, GraphResource, HttpClient, http};
use graph_resource_examples::terminal::{good, heading, note};
use graph_resource_testing::{EmbeddedGraph, RecordedRequest};
use serde_json::{Value, json};

/// Somebody who works here. What the service shows and changes is what stands here.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
pub struct User {
    /// The key.
    pub id: String,
    /// What they do.
    pub job_title: Option<String>,
    /// Where they do it.
    pub office_location: Option<String>,
    /// Changed elsewhere.
    #[graph_resource(read_only)]
    pub user_principal_name: Option<String>,
}

/// What a caller is told of an error: a status, and the service's code.
struct Refused(graph_resource::Error);

impl axum::response::IntoResponse for Refused {
    fn into_response(self) -> axum::response::Response {
        let error = self.0;
        let status = match (error.kind(), error.status()) {
            (ErrorKind::Path | ErrorKind::EmptyPatch, _) => StatusCode::BAD_REQUEST,
            (_, Some(status)) if status.is_client_error() => status,
            _ => StatusCode::BAD_GATEWAY,
        };
        (status, Json(json!({"code": error.code(), "requestId": error.request_id()}))).into_response()
    }
}

async fn read(State(client): State<Client>, Path(id): Path<String>) -> Result<Json<User>, Refused> {
    let user = client.send(User::at(id).get().select_declared()).await.map_err(Refused)?;
    Ok(Json(user.into_inner()))
}

/// Absent and null stay apart on the way; a property that is read-only or unknown is refused by axum, with 422.
async fn change(
    State(client): State<Client>,
    Path(id): Path<String>,
    Json(patch): Json<UserPatch>,
) -> Result<StatusCode, Refused> {
    client.send(User::at(id).update(patch)).await.map_err(Refused)?;
    Ok(StatusCode::NO_CONTENT)
}

fn service(client: Client) -> Router {
    Router::new().route("/users/{id}", get(read).patch(change)).with_state(client)
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let graph = EmbeddedGraph::new().with_entity(
        "/users",
        json!({"id": "1", "jobTitle": "Auditor", "officeLocation": "12", "userPrincipalName": "ada@contoso.com"}),
    );
    let server = graph.serve()?;
    let client = Client::new(ReqwestTransport::new()?, BaseUrl::loopback(&server.base_url())?).boxed();

    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let url = format!("http://{}", listener.local_addr()?);
    let serving = tokio::spawn(async { axum::serve(listener, service(client)).await });
    println!("An embedded Graph listens on {}, the service on {url}.", server.base_url());

    heading("Read a user");
    good(call(&url, "GET", "1", None).await?.1);

    heading("Change one property, clear one");
    let (status, _) = call(&url, "PATCH", "1", Some(json!({"jobTitle": "Countess", "officeLocation": null}))).await?;
    let sent = graph.requests().last().and_then(RecordedRequest::json).unwrap_or_default();
    good(format_args!("{status}; Graph was sent {sent}"));
    if sent != json!({"jobTitle": "Countess", "officeLocation": null}) {
        return Err("the patch is another one".into());
    }

    heading("What the type does not allow does not reach Graph");
    let before = graph.request_count();
    for body in
        [json!({"userPrincipalName": "eve@contoso.com"}), json!({"id": "2"}), json!({"isAdmin": true}), json!({})]
    {
        let (status, text) = call(&url, "PATCH", "1", Some(body.clone())).await?;
        note(format_args!("{body}\n    {status} {text}"));
    }
    if graph.request_count() != before {
        return Err("a refused patch reached Graph".into());
    }

    heading("Somebody who is not there");
    let (status, text) = call(&url, "GET", "2", None).await?;
    note(format_args!("{status} {text}"));
    serving.abort();
    Ok(())
}

async fn call(url: &str, method: &str, id: &str, body: Option<Value>) -> Result<(StatusCode, String), Box<dyn Error>> {
    let body = body.map_or(Bytes::new(), |body| body.to_string().into());
    let request = http::Request::builder()
        .method(method)
        .uri(format!("{url}/users/{id}"))
        .header("content-type", "application/json")
        .body(body)?;
    let answer = ReqwestTransport::new()?.send(request).await?;
    Ok((answer.status(), String::from_utf8_lossy(answer.body()).into_owned()))
}
