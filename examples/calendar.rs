//! Plans a series of events, looks at the week that it begins in, moves it while somebody else renames it, and cancels it.
//!
//! `cargo run --example calendar` runs by itself, against a Graph that is embedded here.

use std::error::Error;

use graph_resource::transport::ReqwestTransport;
use graph_resource::{At, BaseUrl, Client, Field, GraphAction, GraphComplex, GraphResource};
use graph_resource_examples::terminal::{good, heading, note};
use graph_resource_testing::{EmbeddedGraph, Invocation, Rules};
use graph_resources::outlook::{
    DateTimeTimeZone, DayOfWeek, ItemBody, PatternedRecurrence, RecurrencePattern, RecurrencePatternType,
    RecurrenceRange, RecurrenceRangeType,
};
use serde_json::{Value, json};

type Outcome<T> = Result<T, Box<dyn Error>>;

/// What is planned in a calendar.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/me/events/<id>")]
#[graph_resource(path = "/me/calendarView/<id>", at = "in_view")]
pub struct Event {
    /// The key.
    pub id: String,
    /// What it is about.
    pub subject: Option<String>,
    /// What is to be said of it.
    pub body: Option<ItemBody>,
    /// When it begins: of a series, the first one.
    pub start: Option<DateTimeTimeZone>,
    /// When it ends.
    pub end: Option<DateTimeTimeZone>,
    /// How it comes again; `None` where it does not.
    pub recurrence: Option<PatternedRecurrence>,
    /// Whether it was cancelled.
    #[graph_resource(read_only, default)]
    pub is_cancelled: Option<bool>,
}

/// Cancels an event, and tells those who were invited.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct Cancel {
    /// What they are told.
    pub comment: Option<String>,
}

impl GraphAction for Cancel {
    type On = At<Event>;
    type Output = ();
    const NAME: &'static str = "cancel";
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome<()> {
    let graph = EmbeddedGraph::new()
        .with_rules("/me/events", Rules::new().read_only(["isCancelled"]))
        .with_collection("/me/events")
        .with_function("/me/calendarView", calendar_view)
        .with_action("/me/events/{id}/cancel", |call| {
            let path = format!("/me/events/{}", call.key("id").unwrap_or_default());
            call.graph().change(&path, |event| event["isCancelled"] = true.into());
        });
    let server = graph.serve()?;
    let client = Client::new(ReqwestTransport::new()?, BaseUrl::loopback(&server.base_url())?);
    println!("An embedded Graph listens on {}.", server.base_url());

    heading("A meeting on each Monday and Thursday");
    // The partial: the service makes the key.
    let new = EventPartial {
        subject: Field::Value("Planning".into()),
        body: Field::Value(ItemBody::text("Bring numbers.").into()),
        start: Field::Value(at("2026-03-02T09:00:00")?.into()),
        end: Field::Value(at("2026-03-02T09:30:00")?.into()),
        recurrence: Field::Value(twice_a_week()?.into()),
        ..EventPartial::default()
    };
    let mut event = client.send(Event::collection().create(&new)).await?.fetched()?.track();
    good(format_args!("{} {}", event.subject.as_deref().unwrap_or("–"), shown(&event)));

    heading("The week in which it begins");
    // A view has an event for each time that a series comes.
    let week = Event::in_view_collection()
        .list()
        .select_declared()
        .query("startDateTime", "2026-03-02T00:00:00")
        .query("endDateTime", "2026-03-09T00:00:00")
        .prefer("outlook.timezone=\"Europe/Oslo\"");
    let mut times = client.items(week);
    while let Some(time) = times.next().await {
        let time = time?;
        good(format_args!("{} {}", time.subject.as_deref().unwrap_or("–"), shown(&time)));
    }

    heading("It moves by half an hour, while a colleague gives it another name");
    graph.change(&format!("/me/events/{}", event.id), |event| event["subject"] = json!("Planning, shorter"));
    event.start = Some(at("2026-03-02T09:30:00")?);
    event.end = Some(at("2026-03-02T10:00:00")?);
    match event.save(&client).await {
        Err(error) if error.is_precondition_failed() => note(format_args!("refused: {error}")),
        _ => return Err("an overtaken save has to be refused".into()),
    }
    // The colleague's name, and my times: nothing that both changed.
    event.save_with_retry(&client).await?;
    good(format_args!("{} {}", event.subject.as_deref().unwrap_or("–"), shown(&event)));

    heading("It comes weekly instead: a pattern is replaced, not merged");
    if let Some(pattern) = event.recurrence.as_mut().and_then(|recurrence| recurrence.pattern.as_mut()) {
        pattern.days_of_week = vec![DayOfWeek::Monday];
    }
    event.save(&client).await?;
    good(shown(&event));

    heading("It ends: no recurrence, and then no meeting");
    event.recurrence = None;
    event.save(&client).await?;
    good(shown(&event));
    client.send(Event::at(&event.id).invoke(Cancel { comment: Some("We are done.".into()) })).await?;
    event.reload(&client).await?;
    if event.is_cancelled != Some(true) {
        return Err("the event is not cancelled".into());
    }
    good("cancelled");
    Ok(())
}

/// The embedded Graph computes no recurrence: of each event, it shows the first time.
fn calendar_view(call: &Invocation) -> Value {
    let between = |event: &Value| {
        let start = event["start"]["dateTime"].as_str();
        start >= call.query("startDateTime") && start < call.query("endDateTime")
    };
    let once = |mut event: Value| {
        event["recurrence"] = Value::Null;
        event
    };
    let events = call.graph().entities("/me/events").into_iter().filter(between).map(once);
    json!({"value": events.collect::<Vec<_>>()})
}

fn at(local: &str) -> Outcome<DateTimeTimeZone> {
    Ok(DateTimeTimeZone::new(local.parse()?, "Europe/Oslo"))
}

fn twice_a_week() -> Outcome<PatternedRecurrence> {
    Ok(PatternedRecurrence {
        pattern: Some(RecurrencePattern {
            r#type: Some(RecurrencePatternType::Weekly),
            interval: 1,
            days_of_week: vec![DayOfWeek::Monday, DayOfWeek::Thursday],
            ..RecurrencePattern::default()
        }),
        range: Some(RecurrenceRange {
            r#type: Some(RecurrenceRangeType::EndDate),
            start_date: Some("2026-03-02".parse()?),
            end_date: Some("2026-06-25".parse()?),
            ..RecurrenceRange::default()
        }),
    })
}

fn shown(event: &Event) -> String {
    let time = |at: &Option<DateTimeTimeZone>| at.as_ref().map_or("–".to_owned(), |at| at.date_time.clone());
    let pattern = event.recurrence.as_ref().and_then(|recurrence| recurrence.pattern.as_ref());
    let days: Vec<_> = pattern.iter().flat_map(|pattern| &pattern.days_of_week).map(ToString::to_string).collect();
    let again = if days.is_empty() { "once".to_owned() } else { format!("each {}", days.join(", ")) };
    format!("{} to {}, {again}", time(&event.start), time(&event.end))
}
