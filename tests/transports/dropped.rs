//! Futures that are dropped midway: no half state, nothing held, no task left.

use std::time::Duration;

use graph_resource::{Client, Retry};
use graph_resource_testing::Fault;
use tokio::time::timeout;

use crate::drivers::{Boxed, Hyper, Make, Reqwest, Settings, TOKEN, Tower};
use crate::support::{Flat, FlatPatch, served};

async fn a_dropped_future_leaves_nothing_behind<M: Make<Transport: Clone>>() {
    let (graph, server) = served();
    let base = graph_resource::BaseUrl::loopback(&server.base_url()).unwrap();
    let retry = Retry::new().budget(5);
    let client = Client::new(M::make(&Settings::default()), base).bearer_token(TOKEN).unwrap().retry(retry);
    client.send(Flat::at("1").get()).await.unwrap();
    let runtime = tokio::runtime::Handle::current();
    let tasks = runtime.metrics().num_alive_tasks();
    let mut record = client.send(Flat::at("1").get()).await.unwrap().track();
    record.name = Some("mine".into());

    // In the middle of an attempt.
    for _ in 0..20 {
        graph.fault_next(Fault::latency(Duration::from_millis(300)));
        assert!(timeout(Duration::from_millis(20), client.send(Flat::at("1").get())).await.is_err());
    }
    // In a wait before the next attempt, and at the gate.
    for status in [503, 429] {
        graph.fault_next(Fault::status(status).retry_after("0.4"));
        for _ in 0..4 {
            let get = client.send(Flat::at("1").get());
            let _dropped = timeout(Duration::from_millis(20), get).await;
        }
    }
    // In the middle of saving: the record keeps its change, and the service may have it.
    graph.fault_next(Fault::latency(Duration::from_millis(300)));
    assert!(timeout(Duration::from_millis(20), record.save(&client)).await.is_err());
    assert!(record.is_changed() && record.name.as_deref() == Some("mine"));

    tokio::time::sleep(Duration::from_millis(600)).await;
    // Every permit is there again: many at once go through.
    let others = (0..50).map(|_| {
        let client = client.clone();
        tokio::spawn(async move { client.send(Flat::at("2").update(FlatPatch::new().name("x"))).await.map(drop) })
    });
    for other in others.collect::<Vec<_>>() {
        timeout(Duration::from_secs(10), other).await.unwrap().unwrap().unwrap();
    }
    drop(client);
    for _ in 0..100 {
        if runtime.metrics().num_alive_tasks() <= tasks {
            return;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("{} tasks are left of {tasks}", runtime.metrics().num_alive_tasks());
}

macro_rules! dropped {
    ($($name:ident: $make:ty;)*) => {$(
        #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
        async fn $name() {
            a_dropped_future_leaves_nothing_behind::<$make>().await;
        }
    )*};
}

dropped! {
    reqwest: Reqwest;
    hyper: Hyper;
    tower: Tower;
    boxed: Boxed;
}
