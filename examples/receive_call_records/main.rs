//! Receives call records as Graph announces them: subscribes, reads each record that a notification names, merges newer
//! versions into the copy at hand, and finds what was never announced.
//!
//! `cargo run --example receive_call_records` runs by itself: a Graph that is embedded here sends, and a server of axum
//! receives, both on loopback sockets. What a subscriber of your own needs is in `subscriber.rs`.

mod service;
mod subscriber;

use std::error::Error;
use std::time::Duration;

use graph_resource::transport::ReqwestTransport;
use graph_resource::{Attempt, BaseUrl, Client, DateTimeOffset, http};
use graph_resource_examples::terminal::heading;
use graph_resource_testing::{EmbeddedGraph, Fate};
use time::OffsetDateTime;

use crate::service::{LIMIT, WINDOW, call, embedded, grow};
use crate::subscriber::Subscriber;

type Outcome<T> = Result<T, Box<dyn Error + Send + Sync>>;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome<()> {
    let graph = embedded();
    call(&graph, "before")?;
    let server = graph.serve()?;
    let client = Client::new(ReqwestTransport::new()?, BaseUrl::loopback(&server.base_url())?)
        .bearer_token("an-access-token")?
        .observe(told_if_throttled);
    println!("An embedded Graph listens on {}.", server.base_url());
    let subscriber = Subscriber::listen(client).await?;

    heading("Subscribe");
    subscriber.subscribe().await?;
    for exchange in graph.deliveries() {
        println!("  Graph asked with `validationToken`, and got it back: {}", status(exchange.response()));
    }
    println!("  What was there before is listed once, since nobody announces it:");
    subscriber.reconcile().await?;

    heading("A call ends");
    call(&graph, "weekly")?;
    settled(&graph, &subscriber).await?;

    heading("Its record grows, while its copy here has a change that is not saved");
    subscriber.edit("weekly", |record| record.join_web_url = Some("https://example.com/moved".to_owned()));
    grow(&graph, "weekly");
    settled(&graph, &subscriber).await?;
    subscriber.show("weekly");

    heading("Notifications come twice, late, in another order; one is refused at first, one gets lost, one is forged");
    for (id, fate) in [
        ("twice", Fate::Twice),
        ("late", Fate::Late(Duration::from_millis(300))),
        ("behind", Fate::Behind),
        ("lost", Fate::Lost),
        ("plain", Fate::Sent),
    ] {
        graph.fate_next(fate);
        call(&graph, id)?;
    }
    subscriber.refuse_next();
    settled(&graph, &subscriber).await?;
    let forged = forge(subscriber.url()).await?;
    println!("  A forged one is answered with {forged}, and {} was dropped.", subscriber.dropped());

    heading("One record changes twelve times at once");
    println!(
        "  Graph gives a record {LIMIT} times in {} s here (in 20 s there), and other records besides.",
        WINDOW.as_secs()
    );
    for _ in 0..12 {
        grow(&graph, "weekly");
    }
    grow(&graph, "plain");
    settled(&graph, &subscriber).await?;

    heading("Graph asks for the subscription to be authorized again");
    graph.send_lifecycle(&subscriber.subscription(), "reauthorizationRequired");
    settled(&graph, &subscriber).await?;
    subscriber.keep_subscription().await?;

    heading("Reconcile");
    let found = subscriber.reconcile().await?;
    println!("  {found} had never been announced. From now on, the listing begins at {}.", subscriber.watermark());

    heading("In the end");
    subscriber.unsubscribe().await?;
    let (here, there) = (subscriber.versions(), service::versions(&graph));
    if here != there || found != 1 || subscriber.dropped() != 1 {
        return Err(format!("the copies are not the records: {here:?} and {there:?}").into());
    }
    println!("  {} records, each here once and in its newest version.", here.len());
    Ok(())
}

/// The moment so many minutes ago.
fn ago(minutes: i64) -> Outcome<DateTimeOffset> {
    Ok(DateTimeOffset::try_from(OffsetDateTime::now_utc() - time::Duration::minutes(minutes))?)
}

/// Waits until all is delivered and read.
async fn settled(graph: &EmbeddedGraph, subscriber: &Subscriber) -> Outcome<()> {
    for _ in 0..2_000 {
        if graph.pending_deliveries() == 0 && subscriber.is_idle() {
            return subscriber.outcome();
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    Err("the deliveries take longer than 20 seconds".into())
}

/// Sends what anybody could send, who does not know the secret. Gives the status of the answer.
async fn forge(url: &str) -> Outcome<http::StatusCode> {
    use graph_resource::HttpClient as _;

    let item = r#"{"subscriptionId":"1","clientState":"guessed","changeType":"updated",
        "resource":"communications/callRecords/forged"}"#;
    let request = http::Request::post(url).body(format!(r#"{{"value":[{item}]}}"#).into())?;
    Ok(ReqwestTransport::new()?.send(request).await?.status())
}

fn told_if_throttled(attempt: &Attempt<'_>) {
    if let (Some(http::StatusCode::TOO_MANY_REQUESTS), Some(wait)) = (attempt.status(), attempt.wait()) {
        println!("  Throttled: reads of this record go on in {:.1} s.", wait.as_secs_f64());
    }
}

fn status(response: Option<&graph_resource_testing::RecordedResponse>) -> String {
    response.map_or("no answer".to_owned(), |response| response.status().to_string())
}
