//! The checks, and the run over all examples of a resource.

use std::io::Write as _;

use graph_resource::codec::Flags;
use graph_resource::codec::{ReadContext, ReadMode};
use graph_resource::{Bytes, GraphPatch, Partial};
use serde::Serialize;
use serde_json::{Map, Value, json};

use super::corpus::{Corpus, Example, corpus, folder};
use super::metadata::declared;
use super::same::{Comparison, typed_member};
use super::{Check, Documented, Page};

const TYPE: &str = "@odata.type";

/// Runs every example of the documentation, where it is there, and every one of our own.
pub(crate) fn every_example<R: Documented>() {
    for own in R::OWN {
        let parsed = |text: &str| serde_json::from_str(text).unwrap_or_else(|error| panic!("{error} in {text}"));
        let get = Example::own(own.url, None, Some(parsed(own.before)));
        let answer = Some(own.answer).filter(|answer| !answer.is_empty()).map(parsed);
        let patch = Example::own(own.url, Some(parsed(own.patch)), answer);
        for (check, outcome) in checks_of_get::<R>(&get).into_iter().chain(checks_of_patch::<R>(&patch, Some(&get))) {
            outcome.unwrap_or_else(|why| panic!("{}, {check:?}: {why}", own.url));
        }
    }
    let Some(corpus) = corpus() else {
        tell(format_args!(
            "{}: {} examples of PATCH and {} of GET were left out: {} holds no corpus; {} of our own were run",
            R::NAME,
            R::REQUIRED.patches,
            R::REQUIRED.gets,
            folder().display(),
            R::OWN.len(),
        ));
        return;
    };
    let wholes = of_type::<R>(&corpus.gets)
        .filter_map(Example::records)
        .flatten()
        .filter(|page| whole::<R>(page).is_some())
        .count();
    let mut run = Run { unused: R::LEFT_OUT.iter().map(|&(id, check, _)| (id, check)).collect(), faults: Vec::new() };
    let gets = of_type::<R>(&corpus.gets).filter(|get| run.passes::<R>(get, checks_of_get::<R>(get))).count();
    let patches = of_type::<R>(&corpus.patches)
        .filter(|patch| run.passes::<R>(patch, checks_of_patch::<R>(patch, before::<R>(corpus, patch))))
        .count();
    run.faults.extend(
        run.unused.iter().map(|(id, check)| format!("{id}: {check:?} is left out, and there is no such example")),
    );
    assert!(run.faults.is_empty(), "{}:\n{}", R::NAME, run.faults.join("\n"));
    assert!(
        patches >= R::REQUIRED.patches && gets >= R::REQUIRED.gets && wholes >= R::REQUIRED.wholes,
        "{}: {patches} examples of PATCH and {gets} of GET pass, and {wholes} records are whole",
        R::NAME
    );
}

/// Tells of what was left out. The macros of the standard library would tell it to a test that passes, and nobody else.
pub(super) fn tell(text: std::fmt::Arguments<'_>) {
    let _ = writeln!(std::io::stderr(), "{text}");
}

/// What happened so far.
struct Run {
    /// What is left out and was not met yet.
    unused: Vec<(&'static str, Check)>,
    faults: Vec<String>,
}

impl Run {
    /// Whether nothing of the example failed and nothing was left out.
    fn passes<R: Documented>(&mut self, example: &Example, outcomes: Vec<(Check, Result<(), String>)>) -> bool {
        let mut passes = true;
        for (check, outcome) in outcomes {
            let left_out = is_left_out::<R>(example, check);
            self.unused.retain(|(id, left_out)| *id != example.id || *left_out != check);
            passes &= outcome.is_ok() && !left_out;
            match outcome {
                Err(why) if !left_out => self.faults.push(format!("{}, {check:?}: {why}", example.id)),
                Ok(()) if left_out => self.faults.push(format!("{}: {check:?} is left out, and passes", example.id)),
                _ => {}
            }
        }
        passes
    }
}

fn is_left_out<R: Documented>(example: &Example, check: Check) -> bool {
    R::LEFT_OUT.iter().any(|(id, left_out, _)| *id == example.id && *left_out == check)
}

fn of_type<R: Documented>(examples: &[Example]) -> impl Iterator<Item = &Example> {
    examples.iter().filter(|example| example.resource_type.as_deref().is_some_and(|name| R::TYPES.contains(&name)))
}

/// The page of the `GET` that shows the record before a `PATCH`: of the same version, and of the same page where there
/// is one. A body that is left out shows none.
fn before<'c, R: Documented>(corpus: &'c Corpus, patch: &Example) -> Option<&'c Example> {
    let stem = |id: &str| id.split("-update").next().unwrap_or(id).split("-get").next().unwrap_or(id).to_owned();
    let is_read = |get: &Example| get.answer().is_some() && !is_left_out::<R>(get, Check::Read);
    let shows_one = |get: &&Example| get.shape != "collection" && is_read(get);
    let mut candidates: Vec<_> = of_type::<R>(&corpus.gets).filter(shows_one).collect();
    candidates.sort_by_key(|get| (get.version != patch.version, stem(&get.id) != stem(&patch.id)));
    candidates.into_iter().next()
}

fn checks_of_get<R: Documented>(get: &Example) -> Vec<(Check, Result<(), String>)> {
    vec![(Check::Line, line_of_get::<R>(get)), (Check::Read, read::<R>(get))]
}

fn checks_of_patch<R: Documented>(patch: &Example, before: Option<&Example>) -> Vec<(Check, Result<(), String>)> {
    vec![
        (Check::Line, line_of_patch::<R>(patch)),
        (Check::Body, body::<R>(patch)),
        (Check::State, state::<R>(patch, before)),
    ]
}

fn line_of_get<R: Documented>(get: &Example) -> Result<(), String> {
    let page = Page::of(&get.url);
    let request = R::get(&page).ok_or_else(|| format!("no typed path for {:?}", page.path()))?;
    page.difference(&request)
}

fn line_of_patch<R: Documented>(patch: &Example) -> Result<(), String> {
    let page = Page::of(&patch.url);
    let at = R::at(&page.path()).ok_or_else(|| format!("no typed path for {:?}", page.path()))?;
    // A patch that says nothing is refused before it is sent, and one that the page does not show cannot be: any other
    // one goes to the same place.
    let of_our_own = || serde_json::from_str(R::OWN[0].patch).expect("a patch of our own");
    let typed = patch_of::<R>(patch).ok().filter(|typed| !typed.is_empty()).unwrap_or_else(of_our_own);
    let body = text(&typed);
    let request = page.request(at.update(typed));
    if request.method() != "PATCH" || *request.body() != body {
        return Err(format!("the request is {} {:?}", request.method(), request.body()));
    }
    page.difference(&request)
}

fn patch_of<R: Documented>(patch: &Example) -> Result<R::Patch, String> {
    let body = patch.body.as_ref().ok_or("the body is no JSON")?;
    serde_json::from_str(&body.to_string()).map_err(|error| error.to_string())
}

/// The request body, read as a patch and written again, is the page's, member for member.
fn body<R: Documented>(patch: &Example) -> Result<(), String> {
    let typed = patch_of::<R>(patch)?;
    let comparison = Comparison { null_is_absent: false, may_say_more: false, masked: &[], ..comparison::<R>(patch) };
    none(&comparison.differences(patch.body.as_ref().ok_or("the body is no JSON")?, &written(&typed)))
}

/// The patch applied, and the answer merged, give the state that the page shows: what the answer says, else what the
/// patch says, else what was there before.
fn state<R: Documented>(patch: &Example, before: Option<&Example>) -> Result<(), String> {
    let page = Page::of(&patch.url);
    let at = R::at(&page.path()).ok_or("no typed path")?;
    let typed = patch_of::<R>(patch)?;
    let body = patch.body.as_ref().ok_or("the body is no JSON")?;
    let mut record = match before.and_then(Example::records) {
        Some(records) => merged::<R>(records[0]).map_err(|why| format!("the record before: {why}"))?,
        None => blank::<R>(),
    };
    let earlier = written(&record);
    let status = patch.status.unwrap_or(204);
    let answer = patch.answer().map(ToString::to_string).unwrap_or_default();
    let answer = http::Response::builder().status(status).body(Bytes::from(answer)).unwrap();
    at.update(typed).parse(answer).map_err(|error| error.to_string())?.merge_into(&mut record);
    let now = written(&record);

    let answered = patch.answer().map(shown).unwrap_or_default();
    let comparison = comparison::<R>(patch);
    // Below the top, an answer and a patch may leave members as they are.
    let mut found = comparison.differences(&Value::Object(answered.clone()), &Value::Object(shown(&now)));
    let said = Value::Object(without(body, &[&answered]));
    found.extend(Comparison { masked: &[], ..comparison }.differences(&said, &Value::Object(shown(&now))));
    let untouched = Value::Object(without(&earlier, &[&answered, &shown(body)]));
    let left = Value::Object(without(&now, &[&answered, &shown(body)]));
    found.extend(Comparison { may_say_more: false, ..comparison }.differences(&untouched, &left));
    let types = [patch.answer(), Some(body), Some(&earlier)].into_iter().flatten().map(type_of);
    let said = types.reduce(|first, later| if first == json!({}) { later } else { first });
    found.extend(comparison.differences(&said.unwrap_or_default(), &type_of(&now)));
    none(&found)
}

/// The body is read, whole or as a partial, and the local form loses nothing.
fn read<R: Documented>(get: &Example) -> Result<(), String> {
    let records = get.records().ok_or("the body is no JSON")?;
    for (index, page) in records.into_iter().enumerate() {
        read_one::<R>(get, page).map_err(|why| format!("record {index}: {why}"))?;
    }
    Ok(())
}

fn read_one<R: Documented>(get: &Example, page: &Value) -> Result<(), String> {
    let exact = Comparison { may_say_more: false, ..comparison::<R>(get) };
    let partial = partial_of::<R>(page)?;
    none(&exact.differences(page, &written(&partial)))?;
    let (more, record) = (comparison::<R>(get), written(&merged::<R>(page)?));
    none(&more.differences(&Value::Object(without_partly_related::<R>(page, &record)), &record))?;
    if let Some(whole) = whole::<R>(page) {
        none(&more.differences(page, &written(&whole)))?;
        let again: R = serde_json::from_str(&text(&whole)).map_err(|error| format!("the local form: {error}"))?;
        if again != whole {
            return Err("the local form, read again, is another record".to_owned());
        }
    }
    nothing_declared_is_additional::<R>(page)
}

/// What a page shows, but for related entities of which it shows too little: a partial has them, a whole record has not.
fn without_partly_related<R: Documented>(page: &Value, record: &Value) -> Map<String, Value> {
    let related = |name: &str| {
        let row = R::tables().into_iter().find_map(|table| table.property(name));
        row.is_some_and(|row| row.flags.has(Flags::NAVIGATION))
    };
    let members = page.as_object().cloned().unwrap_or_default();
    members.into_iter().filter(|(name, _)| !related(name) || record.get(name).is_some()).collect()
}

/// A property that the metadata declares is one of the struct's own, not one of those that it does not name.
fn nothing_declared_is_additional<R: Documented>(page: &Value) -> Result<(), String> {
    let Some(members) = page.as_object() else { return Ok(()) };
    let named = |name: &str| R::tables().iter().any(|table| table.property(name).is_some());
    let declared: Vec<_> = R::TYPES.iter().filter_map(|name| declared(name)).collect();
    let left: Vec<_> = members
        .keys()
        .filter(|name| !named(name))
        .filter(|name| declared.iter().any(|all| all.contains(&***name)))
        .collect();
    if left.is_empty() { Ok(()) } else { Err(format!("declared by the type, and not by the struct: {left:?}")) }
}

/// What an answer says.
fn partial_of<R: Documented>(page: &Value) -> Result<R::Partial, String> {
    let text = page.to_string();
    let mut reader = serde_json::Deserializer::from_str(&text);
    R::Partial::read_from(&mut reader, ReadContext::root(ReadMode::Answer), None).map_err(|error| error.to_string())
}

/// The whole resource of an answer that shows this; `None` where it shows too little. Where it is served says nothing of
/// that.
fn whole<R: Documented>(page: &Value) -> Option<R> {
    let at = R::at(&Page::of(R::OWN[0].url).path()).expect("a place of our own");
    let whole = at.get().parse(http::Response::new(Bytes::from(page.to_string()))).ok()?;
    Some(whole.into_inner())
}

/// The record that an answer makes of one of which nothing was known.
fn merged<R: Documented>(page: &Value) -> Result<R, String> {
    let mut record = blank::<R>();
    record.merge(partial_of::<R>(page)?);
    Ok(record)
}

fn blank<R: Documented>() -> R {
    serde_json::from_str(R::BLANK).unwrap_or_else(|error| panic!("{error} in the blank {}", R::NAME))
}

/// For a record, which may have more than the page shows.
fn comparison<R: Documented>(example: &Example) -> Comparison<'_> {
    Comparison {
        example: &example.id,
        null_is_absent: true,
        may_say_more: true,
        declared: R::DECLARED,
        masked: R::MASKED,
        recased: R::RECASED,
    }
}

/// The members of an object, annotations aside, but for the types of members.
fn shown(body: &Value) -> Map<String, Value> {
    let members = body.as_object().cloned().unwrap_or_default();
    members.into_iter().filter(|(name, _)| !name.contains('@') || typed_member(name).is_some()).collect()
}

/// The name of the type that an object gives itself, and nothing else of it.
fn type_of(body: &Value) -> Value {
    body.get(TYPE).map_or(json!({}), |name| json!({ TYPE: name }))
}

/// What an object says and none of the others.
fn without(body: &Value, others: &[&Map<String, Value>]) -> Map<String, Value> {
    shown(body).into_iter().filter(|(name, _)| !others.iter().any(|other| other.contains_key(name))).collect()
}

fn none(differences: &[String]) -> Result<(), String> {
    if differences.is_empty() { Ok(()) } else { Err(differences.join("; ")) }
}

/// By way of the text, as it is sent: a number of single precision has its own digits there.
fn written(value: &impl Serialize) -> Value {
    serde_json::from_str(&text(value)).unwrap()
}

fn text(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap()
}
