//! Writes a small file by its path, renames it, uploads a large one in parts over a line that breaks, and downloads it.
//!
//! `cargo run --example files` runs by itself, against a Graph that is embedded here, in memory: its uploads and downloads
//! have URLs on another host, as those of Graph have.

use std::error::Error;
use std::io::IsTerminal as _;

use graph_resource::sessions::{Upload, UploadSession};
use graph_resource::{At, BaseUrl, Bytes, Client, GraphAction, GraphComplex, GraphResource};
use graph_resource_examples::terminal::{good, heading};
use graph_resource_testing::{EmbeddedGraph, Fault, FaultRule, Rules};
use indicatif::ProgressBar;
use serde_json::json;

type Outcome<T> = Result<T, Box<dyn Error>>;

/// 20 MiB.
const SIZE: usize = 20 << 20;

/// A file or a folder.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/me/drive/items/<id>")]
#[graph_resource(path = "/me/drive/root:/<path..>:", at = "by_path")]
pub struct DriveItem {
    /// The key.
    pub id: String,
    /// Its name.
    pub name: Option<String>,
    /// In bytes.
    #[graph_resource(read_only, default)]
    pub size: Option<i64>,
}

/// Begins an upload.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct CreateUploadSession {}

impl GraphAction for CreateUploadSession {
    type On = At<DriveItem>;
    type Output = UploadSession;
    const NAME: &'static str = "createUploadSession";
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome<()> {
    let graph = drive();
    let client = Client::new(&graph, BaseUrl::graph()).bearer_token("an-access-token")?;

    heading("A small file, by its path: one PUT");
    let notes = DriveItem::by_path("Notes/May #1.txt").put_content("content", "text/plain", "Rain.\n");
    client.send(notes).await?;
    let mut item = client.send(DriveItem::by_path("Notes/May #1.txt").get().select_declared()).await?.track();
    good(format_args!("Notes/{}", item.name.as_deref().unwrap_or("–")));

    heading("Another name");
    item.name = Some("June.txt".into());
    item.save(&client).await?;
    match client.send(DriveItem::by_path("Notes/May #1.txt").get()).await {
        Err(error) if error.is_not_found() => good("Notes/June.txt, and nothing at the old path"),
        _ => return Err("the old path has to lead nowhere".into()),
    }

    heading("A large file, in parts, over a line that breaks");
    // One part in four is lost on the way, and one answer in ten on the way back. The client asks what has arrived, and goes on.
    graph.add_fault(FaultRule::new(Fault::disconnect()).method("PUT").probability(0.25, 3));
    graph.add_fault(FaultRule::new(Fault::lose_answer()).method("PUT").probability(0.1, 5));
    let video: Bytes = (0..SIZE).map(|n| u8::try_from(n % 251).unwrap_or_default()).collect();
    let session = client.send(DriveItem::by_path("Videos/talk.mp4").invoke(CreateUploadSession {})).await?;
    let mut upload = Upload::new(session, SIZE as u64).part_size(1 << 20);
    let bar = if std::io::stderr().is_terminal() { ProgressBar::new(SIZE as u64) } else { ProgressBar::hidden() };
    let uploaded = client.upload_from(&mut upload, |range| {
        bar.set_position(range.start);
        let part = usize::try_from(range.start).and_then(|start| Ok(start..usize::try_from(range.end)?));
        let part = part.map(|part| video.slice(part));
        async { Ok(part?) }
    });
    let item: DriveItem = uploaded.await?.read()?;
    bar.finish_and_clear();
    graph.clear_faults();
    let parts = graph.requests().iter().filter(|request| request.header("content-range").is_some()).count();
    good(format_args!("Videos/talk.mp4, {} bytes in 20 parts, by {parts} requests", item.size.unwrap_or_default()));

    heading("Down again: the service answers with a URL, where no token goes");
    let content = client.download(DriveItem::at(&item.id).content("content")).await?;
    if *content.bytes() != video {
        return Err("the file is another one".into());
    }
    good(format_args!("{} bytes of {}, the same", content.bytes().len(), content.content_type().unwrap_or("–")));
    Ok(())
}

/// A drive with two folders.
fn drive() -> EmbeddedGraph {
    let folder = |name: &str| json!({"name": name, "folder": {}, "parentReference": {"id": "root"}});
    EmbeddedGraph::new()
        .with_rules("/me/drive/items", Rules::new().read_only(["size"]).redirect_content())
        .with_drive("/me/drive")
        .with_entity("/me/drive/items", folder("Notes"))
        .with_entity("/me/drive/items", folder("Videos"))
        .with_upload_session("/me/drive/items/{id}/createUploadSession", |call| {
            let path = format!("/me/drive/items/{}", call.key("id").unwrap_or_default());
            let graph =
                call.graph().clone().with_content(&format!("{path}/content"), "video/mp4", call.content().clone());
            graph.change(&path, |item| item["size"] = call.content().len().into());
            graph.entity(&path).unwrap_or_default()
        })
        .with_bearer_token("an-access-token")
        .with_sleep(tokio::time::sleep)
}
