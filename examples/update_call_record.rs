//! Updates a call record: reads it, changes a few properties, clears one, saves, and shows what went over the wire;
//! then two editors change the same record, and the slower one is told.
//!
//! `cargo run --example update_call_record` runs against a Graph that is embedded here, on a loopback socket. Against
//! another service:
//!
//! - `GRAPH_BASE_URL`: its root, such as `https://graph.microsoft.com/v1.0`;
//! - `GRAPH_ACCESS_TOKEN`: a bearer token for it;
//! - `GRAPH_CALL_RECORD_ID`: the record to change; the first one of the collection where it is not set.

use std::env;
use std::error::Error;
use std::fmt::Write as _;
use std::sync::atomic::{AtomicBool, Ordering};

use graph_resource::transport::ReqwestTransport;
use graph_resource::{BaseUrl, Bytes, Client, GraphEnum, HttpClient, http};
use graph_resource_examples::terminal::heading;
use graph_resource_testing::{EmbeddedGraph, GraphServer};
use graph_resources::call_records::{CallRecord, CallRecordPatch, CallType, Modality};
use graph_resources::identity::{AnyIdentitySet, IdentitySetPatch};

type Outcome<T> = Result<T, Box<dyn Error>>;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome<()> {
    let (client, _server) = connect()?;
    let id = call_record_id(&client).await?;

    heading("Read a call record");
    let mut record = client.send(CallRecord::at(&id).get()).await?.track();
    show(&record);

    heading("Change three properties, clear one, and save");
    record.version += 1;
    record.modalities = vec![Modality::Audio, Modality::ScreenSharing];
    if let Some(user) = record.organizer.get_or_insert_default().user_mut() {
        user.get_or_insert_default().set_display_name("Ada Nyström (host)");
    }
    record.join_web_url = None;
    client.transport().in_full(true);
    record.save(&client).await?;
    client.transport().in_full(false);
    println!("The record, with the answer folded in:");
    show(&record);

    heading("Save again without a change");
    record.save(&client).await?;
    println!("Nothing was sent.");

    heading("Two editors, one record");
    let mut slower = record.clone();
    record.version += 1;
    println!("The first editor saves version {}:\n", record.version);
    record.save(&client).await?;
    slower.join_web_url = Some("https://example.com/join/again".to_owned());
    println!("The second editor, who has not seen that, saves a new URL:\n");
    match slower.save(&client).await {
        Ok(()) => println!("This service gave no ETag, so it could not tell: the second editor went ahead unseen."),
        Err(error) if error.is_precondition_failed() => {
            println!("Refused: {error}\n");
            println!("Reload, make the change anew, save:\n");
            let url = slower.join_web_url.clone();
            slower.reload(&client).await?;
            slower.join_web_url = url;
            slower.save(&client).await?;
            println!("Both changes are there:");
            show(&slower);
        }
        Err(error) => return Err(error.into()),
    }

    heading("The same without a copy at hand: a patch made of setters");
    let patch = CallRecordPatch::new()
        .r#type(CallType::PeerToPeer)
        .organizer(IdentitySetPatch::new().clear_device())
        .clear_join_web_url();
    assert!(!patch.is_empty());
    let updated = client.send(CallRecord::at(&id).update(patch)).await?;
    let mut copy = slower.into_inner();
    updated.merge_into(&mut copy);
    show(&copy);
    Ok(())
}

/// A client of the service that the environment names, or of an embedded one, which lives as long as the second value.
fn connect() -> Outcome<(Client<Shown<ReqwestTransport>>, Option<GraphServer>)> {
    let transport = Shown { transport: ReqwestTransport::new()?, in_full: AtomicBool::new(false) };
    if let Ok(url) = env::var("GRAPH_BASE_URL") {
        let token =
            env::var("GRAPH_ACCESS_TOKEN").map_err(|_| "GRAPH_BASE_URL is set; set GRAPH_ACCESS_TOKEN as well")?;
        let base = BaseUrl::parse(&url).or_else(|refused| BaseUrl::loopback(&url).map_err(|_| refused))?;
        return Ok((Client::new(transport, base).bearer_token(&token)?, None));
    }
    let server = EmbeddedGraph::with_call_records().with_bearer_token("an-access-token").serve()?;
    println!("No GRAPH_BASE_URL: an embedded Graph listens on {}.", server.base_url());
    let base = BaseUrl::loopback(&server.base_url())?;
    Ok((Client::new(transport, base).bearer_token("an-access-token")?, Some(server)))
}

async fn call_record_id<T: HttpClient>(client: &Client<T>) -> Outcome<String> {
    if let Ok(id) = env::var("GRAPH_CALL_RECORD_ID") {
        return Ok(id);
    }
    heading("Find a call record");
    let page = client.send(CallRecord::collection().list().query("$top", 1)).await?;
    Ok(page.first().ok_or("the service has no call record")?.id.clone())
}

fn show(record: &CallRecord) {
    let name = |party: &AnyIdentitySet| party.display_name().unwrap_or("somebody without a name").to_owned();
    // Newer records name the organizer here alone.
    let newer = || Some(record.organizer_v2.as_ref()?.identity.as_ref()?.display_name()?.to_owned());
    let modalities: Vec<_> = record.modalities.iter().map(GraphEnum::as_str).collect();
    let participants: Vec<_> = record.participants.iter().map(name).collect();
    println!("  version       {}", record.version);
    println!("  type          {}", record.r#type);
    println!("  modalities    {}", modalities.join(", "));
    println!("  from, to      {} – {}", record.start_date_time, record.end_date_time);
    println!("  modified      {}", record.last_modified_date_time);
    println!("  organizer     {}", record.organizer.as_ref().map(name).or_else(newer).unwrap_or("–".to_owned()));
    println!("  participants  {}", participants.join(", "));
    println!("  joinWebUrl    {}", record.join_web_url.as_deref().unwrap_or("–"));
}

/// A transport that prints what passes through it: in full, or what matters of it. The token is not shown.
struct Shown<T> {
    transport: T,
    in_full: AtomicBool,
}

impl<T> Shown<T> {
    fn in_full(&self, in_full: bool) {
        self.in_full.store(in_full, Ordering::Relaxed);
    }
}

impl<T: HttpClient> HttpClient for Shown<T> {
    type Error = T::Error;

    async fn send(&self, request: http::Request<Bytes>) -> Result<http::Response<Bytes>, T::Error> {
        let in_full = self.in_full.load(Ordering::Relaxed);
        let line = format!("{} {}", request.method(), request.uri());
        println!("{}", message("> ", &line, request.headers(), request.body(), in_full));
        let response = self.transport.send(request).await?;
        let line = response.status().to_string();
        // In brief, only what an error says is worth its lines.
        let body = if in_full || !response.status().is_success() { &**response.body() } else { &[] };
        println!("{}", message("< ", &line, response.headers(), body, in_full));
        Ok(response)
    }
}

/// A message as it goes over the wire, but for the white space in its body.
fn message(margin: &str, line: &str, headers: &http::HeaderMap, body: &[u8], in_full: bool) -> String {
    let mut text = format!("{line}\n");
    for (name, value) in headers {
        if in_full || matches!(name.as_str(), "if-match" | "etag") {
            let value =
                if name == http::header::AUTHORIZATION { "Bearer {token}" } else { value.to_str().unwrap_or("…") };
            let _ = writeln!(text, "{name}: {value}");
        }
    }
    if !body.is_empty() {
        let body = String::from_utf8_lossy(body);
        let _ = writeln!(text, "\n{}", if in_full { indented(&body) } else { body.into_owned() });
    }
    text.lines().fold(String::new(), |shown, line| shown + margin + line + "\n")
}

/// JSON with a line for each member, in the order in which the members came.
fn indented(json: &str) -> String {
    let (mut text, mut depth, mut in_string, mut escaped) = (String::new(), 0_usize, false, false);
    for letter in json.chars() {
        let broken = |text: &mut String, depth: usize| {
            let _ = write!(text, "\n{}", "  ".repeat(depth));
        };
        match letter {
            _ if in_string => {
                in_string = letter != '"' || escaped;
                escaped = letter == '\\' && !escaped;
                text.push(letter);
            }
            '{' | '[' => {
                depth += 1;
                text.push(letter);
                broken(&mut text, depth);
            }
            '}' | ']' => {
                depth = depth.saturating_sub(1);
                broken(&mut text, depth);
                text.push(letter);
            }
            ',' => {
                text.push(letter);
                broken(&mut text, depth);
            }
            ':' => text.push_str(": "),
            letter if letter.is_whitespace() => {}
            letter => {
                in_string = letter == '"';
                text.push(letter);
            }
        }
    }
    text
}
