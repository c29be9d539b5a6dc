//! The subscriber: an endpoint that answers at once, and the work behind it.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use axum::body::Body;
use axum::extract::{DefaultBodyLimit, State};
use graph_resource::notifications::{
    self, Action, ChangeTypes, Lifetime, MAX_BODY, Notification, Received, Reconciliation, Renewal, Seen, Subscription,
    missed,
};
use graph_resource::resource::At;
use graph_resource::transport::ReqwestTransport;
use graph_resource::{Bytes, Client, DateTimeOffset, Fetched, Page, Tracked, http};
use graph_resources::call_records::CallRecord;
use tokio::net::TcpListener;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

use crate::{Outcome, ago};

/// Comes with each notification. A real one is random, and is kept where secrets are.
const SECRET: &str = "kept secret";

pub(crate) struct Subscriber {
    client: Client<ReqwestTransport>,
    url: String,
    queue: UnboundedSender<Notification>,
    /// Notifications that are not dealt with yet.
    open: AtomicUsize,
    dropped: AtomicUsize,
    refuses: AtomicBool,
    known: Mutex<Known>,
}

/// What a real subscriber stores.
struct Known {
    copies: BTreeMap<String, Tracked<CallRecord>>,
    seen: Seen,
    reconciliation: Reconciliation,
    subscription: Option<(String, Renewal)>,
    failure: Option<String>,
}

impl Subscriber {
    /// Begins to listen.
    pub(crate) async fn listen(client: Client<ReqwestTransport>) -> Outcome<Arc<Self>> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let (queue, queued) = unbounded_channel();
        let known = Known {
            copies: BTreeMap::new(),
            seen: Seen::new(10_000),
            reconciliation: Reconciliation::since(ago(7 * 24 * 60)?),
            subscription: None,
            failure: None,
        };
        let subscriber = Arc::new(Self {
            client,
            url: format!("http://{}/notify", listener.local_addr()?),
            queue,
            open: AtomicUsize::new(0),
            dropped: AtomicUsize::new(0),
            refuses: AtomicBool::new(false),
            known: Mutex::new(known),
        });
        let routes = axum::Router::new()
            .route("/notify", axum::routing::post(notified))
            .layer(DefaultBodyLimit::max(MAX_BODY))
            .with_state(Arc::clone(&subscriber));
        tokio::spawn(async move { axum::serve(listener, routes).await });
        tokio::spawn(work(Arc::clone(&subscriber), queued));
        println!("A subscriber listens on {}.", subscriber.url);
        Ok(subscriber)
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) async fn subscribe(&self) -> Outcome<()> {
        let new = Subscription::to(&CallRecord::collection())
            .on(ChangeTypes::CREATED | ChangeTypes::UPDATED)
            .notify(&self.url)
            .lifecycle(&self.url)
            .client_state(SECRET);
        let subscription = self.client.send(new.create()).await?.fetched()?.into_inner();
        println!("  Subscribed to {} until {}.", subscription.resource, subscription.expiration_date_time);
        let renewal = Renewal::new(subscription.expiration_date_time, life(&subscription.resource));
        self.known().subscription = Some((subscription.id, renewal));
        Ok(())
    }

    /// Answers a request at once. What it brings is only queued.
    fn receive(&self, request: &http::Request<Bytes>) -> http::Response<Bytes> {
        match notifications::receive(request) {
            Ok(Received::Validation(token)) => token.into_response(),
            // Graph sends it again.
            Ok(Received::Notifications(_)) if self.refuses.swap(false, Ordering::Relaxed) => {
                println!("  A delivery is answered with 503; it comes again.");
                let mut response = http::Response::new(Bytes::new());
                *response.status_mut() = http::StatusCode::SERVICE_UNAVAILABLE;
                response
            }
            Ok(Received::Notifications(batch)) => {
                let verified = batch.verified(|_subscription_id| Some(SECRET));
                self.dropped.fetch_add(verified.dropped(), Ordering::Relaxed);
                for notification in verified {
                    self.open.fetch_add(1, Ordering::Relaxed);
                    if self.queue.send(notification).is_err() {
                        self.open.fetch_sub(1, Ordering::Relaxed);
                    }
                }
                notifications::accepted()
            }
            Err(rejected) => rejected.into_response(),
        }
    }

    /// Reads the record that changed. Where it was read too often, the client waits, for this record alone.
    async fn read(&self, record: At<CallRecord>) -> Outcome<()> {
        let record = self.client.send(record.get()).await?;
        self.known().store(record)
    }

    /// Does for the subscription what is due. In production, it is asked at `Renewal::next_due`.
    pub(crate) async fn keep_subscription(&self) -> Outcome<()> {
        let Some((id, mut renewal)) = self.known().subscription.clone() else { return Ok(()) };
        match renewal.due(SystemTime::now()) {
            Some(Action::Reauthorize) => {
                self.client.send(Subscription::at(&id).reauthorize()).await?;
                renewal.reauthorized();
                println!("  Reauthorized.");
            }
            Some(action) => return Err(format!("{action:?} is due, and was not expected").into()),
            None => return Err("nothing is due".into()),
        }
        self.known().subscription = Some((id, renewal));
        Ok(())
    }

    /// Lists what began lately, and takes what was not announced. Gives the number of those records.
    pub(crate) async fn reconcile(&self) -> Outcome<usize> {
        let (began, filter) = (SystemTime::now(), self.known().reconciliation.filter("startDateTime"));
        let mut page = self.client.send(CallRecord::collection().list().query("$filter", filter)).await?;
        let mut found = 0;
        loop {
            let next = page.next_page();
            found += self.known().store_missed(page)?;
            match next {
                Some(next) => page = self.client.send(next).await?,
                None => break,
            }
        }
        self.known().reconciliation.finish(began);
        Ok(found)
    }

    pub(crate) async fn unsubscribe(&self) -> Outcome<()> {
        let id = self.subscription();
        self.client.send(Subscription::at(&id).delete()).await?;
        println!("  Unsubscribed.");
        Ok(())
    }
}

impl Known {
    fn store_missed(&mut self, page: Page<CallRecord>) -> Outcome<usize> {
        let records = missed(page, &self.seen, |record| (&record.id, record.version));
        let found = records.len();
        records.into_iter().try_for_each(|record| self.store(record))?;
        Ok(found)
    }

    /// Takes a record, where its version is news. A change of its copy that is not saved yet stays.
    fn store(&mut self, record: Fetched<CallRecord>) -> Outcome<()> {
        let (id, version) = (record.id.clone(), record.version);
        if !self.seen.is_news(&id, version) {
            println!("  {id:<8} version {version}: here already");
            return Ok(());
        }
        if let Some(copy) = self.copies.get_mut(&id) {
            let before = copy.version;
            let conflicts = copy.reloaded_keeping(record)?;
            let told = if conflicts.is_empty() {
                String::new()
            } else {
                format!(", changed both here and there: {conflicts:?}")
            };
            println!("  {id:<8} version {before} becomes {version}{told}");
        } else {
            println!("  {id:<8} version {version}: new");
            self.copies.insert(id.clone(), record.track());
        }
        self.seen.insert(&id, version);
        Ok(())
    }
}

/// How long the subscription is to live after each renewal.
fn life(resource: &str) -> Duration {
    Lifetime::of(resource).map_or(Duration::from_secs(3_600), Lifetime::duration)
}

async fn notified(
    State(subscriber): State<Arc<Subscriber>>,
    head: http::request::Parts,
    body: Bytes,
) -> http::Response<Body> {
    subscriber.receive(&http::Request::from_parts(head, body)).map(Body::from)
}

/// Deals with what is queued, several at once.
async fn work(subscriber: Arc<Subscriber>, mut queued: UnboundedReceiver<Notification>) {
    while let Some(notification) = queued.recv().await {
        let subscriber = Arc::clone(&subscriber);
        tokio::spawn(async move {
            let outcome = match &notification {
                Notification::Change(change) => match change.at::<CallRecord>() {
                    Some(record) => subscriber.read(record).await,
                    None => Ok(()),
                },
                Notification::Lifecycle(lifecycle) => {
                    println!("  Received: {:?}.", lifecycle.event());
                    if let Some((_, renewal)) = &mut subscriber.known().subscription {
                        renewal.notified(lifecycle);
                    }
                    Ok(())
                }
            };
            if let Err(error) = outcome {
                subscriber.known().failure = Some(error.to_string());
            }
            subscriber.open.fetch_sub(1, Ordering::Relaxed);
        });
    }
}

/// What the story asks of it.
impl Subscriber {
    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    pub(crate) fn subscription(&self) -> String {
        self.known().subscription.as_ref().map_or(String::new(), |(id, _)| id.clone())
    }

    pub(crate) fn is_idle(&self) -> bool {
        self.open.load(Ordering::Relaxed) == 0
    }

    /// Whether all that was announced could be read.
    pub(crate) fn outcome(&self) -> Outcome<()> {
        self.known().failure.take().map_or(Ok(()), |failure| Err(failure.into()))
    }

    pub(crate) fn refuse_next(&self) {
        self.refuses.store(true, Ordering::Relaxed);
    }

    pub(crate) fn dropped(&self) -> usize {
        self.dropped.load(Ordering::Relaxed)
    }

    pub(crate) fn watermark(&self) -> DateTimeOffset {
        self.known().reconciliation.watermark()
    }

    pub(crate) fn edit(&self, id: &str, edit: impl FnOnce(&mut CallRecord)) {
        if let Some(copy) = self.known().copies.get_mut(id) {
            edit(copy);
        }
    }

    pub(crate) fn show(&self, id: &str) {
        if let Some(copy) = self.known().copies.get(id) {
            let (version, url) = (copy.version, copy.join_web_url.as_deref().unwrap_or("–"));
            println!("  {id:<8} version {version}, {} modalities, and still the URL {url}", copy.modalities.len());
        }
    }

    pub(crate) fn versions(&self) -> BTreeMap<String, i64> {
        self.known().copies.iter().map(|(id, copy)| (id.clone(), copy.version)).collect()
    }
}
