//! Keeps a copy of all users on disk, and brings it up to date by what changed: `delta`, its link stored with the copy.
//!
//! `cargo run --example sync_users` runs against a Graph that is embedded here: a first run, changes at the service, a second
//! run from disk, and one whose link has expired. A folder behind `--` keeps the copy; otherwise it is a temporary one.
//!
//! Against another service, each start is one run; users in the folder are then brought up to date:
//!
//! - `GRAPH_BASE_URL`: its root, such as `https://graph.microsoft.com/v1.0`;
//! - `GRAPH_ACCESS_TOKEN`: a bearer token for it.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use graph_resource::delta::{DeltaLink, DeltaStore};
use graph_resource::transport::ReqwestTransport;
use graph_resource::{Attempt, BaseUrl, Client, Field, GraphResource, Partial, http};
use graph_resource_testing::{EmbeddedGraph, Rules};
use serde_json::json;

type Outcome<T> = Result<T, Box<dyn Error>>;

/// What this program keeps of a user.
///
/// Source: Microsoft Graph v1.0, resource type `user`.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>", odata_type = "microsoft.graph.user")]
struct User {
    id: String,
    display_name: Option<String>,
    job_title: Option<String>,
    mail: Option<String>,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome<()> {
    let temporary = env::temp_dir().join(format!("sync_users-{}", std::process::id()));
    let folder = env::args_os().nth(1).map(PathBuf::from);
    let outcome = match env::var("GRAPH_BASE_URL") {
        Ok(url) => against(&url, folder.as_deref().unwrap_or(&temporary)).await,
        Err(_) => embedded(folder.as_deref().unwrap_or(&temporary)).await,
    };
    if folder.is_none() && temporary.is_dir() {
        fs::remove_dir_all(&temporary)?;
    }
    outcome
}

/// One run against a service.
async fn against(url: &str, folder: &Path) -> Outcome<()> {
    let token = env::var("GRAPH_ACCESS_TOKEN").map_err(|_| "GRAPH_BASE_URL is set; set GRAPH_ACCESS_TOKEN as well")?;
    let base = BaseUrl::parse(url).or_else(|refused| BaseUrl::loopback(url).map_err(|_| refused))?;
    let client = Client::new(ReqwestTransport::new()?, base).bearer_token(&token)?.observe(told_if_expired);
    sync(&client, url, folder).await?;
    Ok(())
}

/// The runs of a copy's life, against a Graph in this process.
async fn embedded(folder: &Path) -> Outcome<()> {
    let graph = EmbeddedGraph::new()
        .with_bearer_token("an-access-token")
        .with_rules("/users", Rules::new().page_size(3))
        .with_collection("/users");
    for (id, name, title) in [
        ("1", "Ada", "Auditor"),
        ("2", "Bao", "Editor"),
        ("3", "Cem", "Engineer"),
        ("4", "Dora", "Director"),
        ("5", "Emil", "Editor"),
    ] {
        graph.insert("/users", json!({"id": id, "displayName": name, "jobTitle": title, "officeLocation": "18/2111"}));
    }
    let server = graph.serve()?;
    let url = server.base_url();
    let client = Client::new(ReqwestTransport::new()?, BaseUrl::loopback(&url)?)
        .bearer_token("an-access-token")?
        .observe(told_if_expired);
    println!("No GRAPH_BASE_URL: an embedded Graph listens on {url}.\n\nFirst run, nothing on disk");
    sync(&client, &url, folder).await?;

    graph.change("/users/2", |user| user["jobTitle"] = json!("Editor in chief"));
    graph.change("/users/3", |user| user["jobTitle"] = json!(null));
    graph.change("/users/4", |user| user["officeLocation"] = json!("18/2112"));
    graph.remove("/users/1");
    graph.remove_softly("/users/5");
    graph.insert("/users", json!({"id": "6", "displayName": "Fay", "jobTitle": "Auditor"}));
    println!("\nSecond run, after changes at the service");
    sync(&client, &url, folder).await?;

    graph.remove("/users/4");
    graph.insert("/users", json!({"id": "7", "displayName": "Gil", "mail": "gil@example.com"}));
    graph.expire_deltas("resyncRequired");
    println!("\nThird run, long after: the link has expired");
    let copy = sync(&client, &url, folder).await?;

    let there: BTreeSet<String> =
        graph.entities("/users").iter().filter_map(|user| Some(user["id"].as_str()?.to_owned())).collect();
    let here: BTreeSet<String> = copy.users.into_keys().collect();
    println!("\nThe service has {} users, and so has the copy.", there.len());
    if here == there { Ok(()) } else { Err(format!("the copy has {here:?}, the service {there:?}").into()) }
}

/// One run of the program: reads the copy, brings it up to date, writes it.
async fn sync(client: &Client<ReqwestTransport>, service: &str, folder: &Path) -> Outcome<UserCopy> {
    let mut copy = UserCopy::read(folder, service)?;
    let first = User::collection().delta().select_declared();
    // Where the link has expired, `Error::resync` says so: `sync` then reads everything again.
    let link = client.sync(first, copy.link.take(), &mut copy).await?;
    // Written at once with the users: with an older link, changes only come twice; with a newer one, some never.
    copy.link = Some(link);
    copy.write(folder, service)?;
    println!("  {} users on disk, with the link for the next run", copy.users.len());
    Ok(copy)
}

fn told_if_expired(attempt: &Attempt<'_>) {
    if attempt.status() == Some(http::StatusCode::GONE) {
        println!("  410: the service does not know any more what changed");
    }
}

/// The copy: users by their keys, and where their changes go on.
#[derive(Default)]
struct UserCopy {
    users: BTreeMap<String, UserPartial>,
    link: Option<DeltaLink>,
}

impl UserCopy {
    fn file(folder: &Path) -> PathBuf {
        folder.join("users.json")
    }

    /// Reads the copy; without its link where it is of another service, so that everything is read again.
    fn read(folder: &Path, service: &str) -> Outcome<Self> {
        let text = match fs::read_to_string(Self::file(folder)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Self::default()),
            text => text?,
        };
        let (of, link, users): (String, _, _) = serde_json::from_str(&text)?;
        Ok(Self { users, link: Some(link).filter(|_| of == service) })
    }

    /// Writes users and link together, whole or not at all: a file beside, then in place of the old one.
    fn write(&self, folder: &Path, service: &str) -> Outcome<()> {
        fs::create_dir_all(folder)?;
        let (file, new) = (Self::file(folder), folder.join("users.json.new"));
        fs::write(&new, serde_json::to_string_pretty(&(service, &self.link, &self.users))?)?;
        fs::rename(new, file)?;
        Ok(())
    }
}

/// What a round of changes does to the copy. A map does the same by itself; this one tells it.
impl DeltaStore for UserCopy {
    type Entry = UserPartial;

    fn upsert(&mut self, key: &str, entry: UserPartial) {
        let mut user = self.users.get(key).cloned().unwrap_or_default();
        user.merge(entry);
        self.replace(key, user);
    }

    fn replace(&mut self, key: &str, entry: UserPartial) {
        let [name, title] = [&entry.display_name, &entry.job_title].map(shown);
        match self.users.get(key) {
            None => println!("  + {name}, {title}"),
            Some(before) if *before != entry => println!("  ~ {name}, {title}; was {}", shown(&before.job_title)),
            // A round that tells everything tells what is known, and each change may come twice.
            Some(_) => {}
        }
        self.users.insert(key.to_owned(), entry);
    }

    fn remove(&mut self, key: &str, reason: Option<&str>) {
        if let Some(gone) = self.users.remove(key) {
            let reason = if reason == Some("changed") { "may come back" } else { "for good" };
            println!("  - {}, gone: {reason}", shown(&gone.display_name));
        }
    }

    fn begin_full(&mut self) {
        println!("  Everything is read");
    }

    fn end_full(&mut self, seen: &BTreeSet<String>) {
        self.users.retain(|key, user| {
            let is_there = seen.contains(key);
            if !is_there {
                println!("  - {}, gone: not told any more", shown(&user.display_name));
            }
            is_there
        });
    }
}

fn shown(text: &Field<String>) -> &str {
    match text {
        Field::Value(text) => text,
        Field::Null => "none",
        Field::Absent => "never set",
    }
}
