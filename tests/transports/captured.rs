//! A subscriber of `tracing` that keeps all spans and events.

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::sync::{Arc, Mutex};

use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Subscriber};
use tracing_subscriber::Layer;
use tracing_subscriber::layer::{Context, SubscriberExt as _};
use tracing_subscriber::registry::LookupSpan;

#[derive(Clone, Debug, Default)]
pub(crate) struct Seen {
    pub(crate) name: &'static str,
    pub(crate) parent: Option<u64>,
    pub(crate) fields: BTreeMap<String, String>,
    pub(crate) is_closed: bool,
}

impl Seen {
    pub(crate) fn field(&self, name: &str) -> Option<&str> {
        self.fields.get(name).map(String::as_str)
    }
}

/// All spans by their ids, and all events.
#[derive(Clone, Default)]
pub(crate) struct Captured {
    pub(crate) spans: Arc<Mutex<BTreeMap<u64, Seen>>>,
    pub(crate) events: Arc<Mutex<Vec<String>>>,
}

impl Captured {
    pub(crate) fn named(&self, name: &str) -> Vec<Seen> {
        self.spans.lock().unwrap().values().filter(|seen| seen.name == name).cloned().collect()
    }

    pub(crate) fn take(&self) -> Vec<Seen> {
        std::mem::take(&mut *self.spans.lock().unwrap()).into_values().collect()
    }
}

struct Into<'f>(&'f mut BTreeMap<String, String>);

impl Visit for Into<'_> {
    fn record_str(&mut self, field: &Field, value: &str) {
        self.0.insert(field.name().to_owned(), value.to_owned());
    }

    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        self.0.insert(field.name().to_owned(), format!("{value:?}"));
    }
}

impl<S: Subscriber + for<'l> LookupSpan<'l>> Layer<S> for Captured {
    fn on_new_span(&self, attributes: &Attributes<'_>, id: &Id, context: Context<'_, S>) {
        let parent = context.span(id).unwrap().parent().map(|parent| parent.id().into_u64());
        let mut seen = Seen { name: attributes.metadata().name(), parent, ..Seen::default() };
        attributes.record(&mut Into(&mut seen.fields));
        assert!(self.spans.lock().unwrap().insert(id.into_u64(), seen).is_none_or(|old| old.is_closed));
    }

    fn on_record(&self, id: &Id, values: &Record<'_>, _: Context<'_, S>) {
        values.record(&mut Into(&mut self.spans.lock().unwrap().get_mut(&id.into_u64()).unwrap().fields));
    }

    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        let mut fields = BTreeMap::new();
        event.record(&mut Into(&mut fields));
        self.events.lock().unwrap().push(format!("{fields:?}"));
    }

    fn on_close(&self, id: Id, _: Context<'_, S>) {
        self.spans.lock().unwrap().get_mut(&id.into_u64()).unwrap().is_closed = true;
    }
}

pub(crate) fn captured() -> (Captured, tracing::subscriber::DefaultGuard) {
    let captured = Captured::default();
    let guard = tracing::subscriber::set_default(tracing_subscriber::registry().with(captured.clone()));
    (captured, guard)
}
