//! The way of a batch: which body is sent next, what the answer to it says of each request, what is sent again and when.
//!
//! It sends nothing, does not wait, and knows no time.

use core::time::Duration;
use std::collections::{BTreeSet, VecDeque};
use std::sync::Arc;

use bytes::Bytes;
use http::header::{DATE, HeaderMap};
use http::{Method, StatusCode};

use crate::batch::answers::Answers;
use crate::batch::batch::{Batch, Packable, Sequence};
use crate::batch::envelope;
use crate::batch::plan::{Place, check, plan};
use crate::error::{Error, ErrorKind, REQUEST_ID, retry_after};
use crate::odata::base_url::BaseUrl;
use crate::policy::gate::throttle_scope;
use crate::policy::repeat::Outcome;
use crate::policy::retry::{Course, Decision};
use crate::request::repeat::Repeat;
use crate::request::request::RequestParts;

/// Requests on their way.
pub(crate) struct Dispatch {
    packed: Vec<Packed>,
    mark: Arc<()>,
    sequence: Option<Sequence>,
    /// What is still to be sent in this round.
    round: VecDeque<Vec<Place>>,
    has_begun: bool,
    /// The first error of a body that was not answered, and whether any was.
    lost: Option<Arc<Error>>,
    is_answered: bool,
}

/// One request.
struct Packed {
    request: Arc<dyn Packable>,
    parts: RequestParts,
    repeat: Repeat,
    course: Course,
    after: Option<usize>,
    state: State,
}

enum State {
    /// To be sent in the next round, not before this time; with the answer there is where it cannot be.
    Pending(Duration, Option<http::Response<Bytes>>),
    Done(Result<http::Response<Bytes>, Error>),
}

/// A body on its way.
pub(crate) struct Envelope {
    places: Vec<Place>,
    body: Bytes,
    pub(crate) repeat: Repeat,
}

impl Envelope {
    /// The HTTP request.
    pub(crate) fn to_http(&self, base: &BaseUrl) -> Result<http::Request<Bytes>, Error> {
        http::Request::post(format!("{}{PATH}", base.as_str()))
            .header(http::header::ACCEPT, "application/json")
            .header(http::header::CONTENT_TYPE, "application/json")
            .body(self.body.clone())
            .map_err(|error| Error::because(ErrorKind::BaseUrl, "the base URL has no place for a batch", error))
    }
}

/// Where batches are sent.
pub(crate) const PATH: &str = "/$batch";

impl Dispatch {
    /// Checks what belongs together, and builds each request. `complete` adds the headers that all requests have.
    pub(crate) fn new(batch: Batch, base: &BaseUrl, complete: impl Fn(&mut HeaderMap)) -> Result<Self, Error> {
        if let Some(why) = batch.refused {
            return Err(Error::new(ErrorKind::Batch, why));
        }
        check(&batch.added)?;
        let packed = batch.added.into_iter().map(|added| {
            let built = added.request.to_parts(base).and_then(|mut parts| {
                complete(&mut parts.headers);
                envelope::check(&parts).map(|()| parts)
            });
            let (parts, state) = match built {
                Ok(parts) => (parts, State::Pending(Duration::ZERO, None)),
                Err(error) => (nothing(), State::Done(Err(error))),
            };
            let repeat = added.request.repeats(&parts.method, &parts.headers);
            Packed { request: added.request, parts, repeat, course: Course::new(repeat), after: added.after, state }
        });
        let mut dispatch = Self {
            packed: packed.collect(),
            mark: batch.mark,
            sequence: batch.sequence,
            round: VecDeque::new(),
            has_begun: false,
            lost: None,
            is_answered: false,
        };
        dispatch.drop_unbuilt();
        Ok(dispatch)
    }

    /// What comes after a request that could not be built is not sent either.
    fn drop_unbuilt(&mut self) {
        loop {
            let blocked = self.packed.iter().position(|packed| {
                let on = packed.after.map(|on| &self.packed[on].state);
                matches!((&packed.state, on), (State::Pending(..), Some(State::Done(Err(_)))))
            });
            let Some(blocked) = blocked else { return };
            let why = "the request that this one comes after could not be built";
            self.packed[blocked].state = State::Done(Err(Error::new(ErrorKind::Batch, why)));
        }
    }

    /// The next body to send in this round; `None` where all are.
    pub(crate) fn next(&mut self) -> Option<Envelope> {
        if !self.has_begun {
            self.has_begun = true;
            let is_pending = |&index: &usize| matches!(self.packed[index].state, State::Pending(..));
            let pending: Vec<_> = (0..self.packed.len()).filter(is_pending).collect();
            let name = |index: usize| self.sequence.as_ref()?(&self.packed[index].parts.url);
            self.round = plan(&pending, |index| self.packed[index].after, name).into();
        }
        let places = self.round.pop_front()?;
        let mut body = Vec::new();
        envelope::begin(&mut body);
        for &(index, after) in &places {
            envelope::write(&mut body, index + 1, after.map(|on| on + 1), &self.packed[index].parts);
        }
        envelope::end(&mut body);
        // All of it is sent again where each part may be.
        let repeat = places.iter().map(|&(index, _)| self.packed[index].repeat).max_by_key(|&repeat| repeat as u8);
        Some(Envelope { places, body: body.into(), repeat: repeat.unwrap_or(Repeat::Safe) })
    }

    /// Takes the answer to a body. `decide` says whether a request goes again, by its course, its outcome, and the key and
    /// the scope that it counts against; gives how many have succeeded.
    pub(crate) fn answered(
        &mut self,
        envelope: &Envelope,
        answer: &http::Response<Bytes>,
        mut decide: impl FnMut(&mut Course, Outcome, &str, Option<&str>) -> Decision,
    ) -> usize {
        let mut answers = match envelope::read(answer.body()) {
            Ok(answers) => answers,
            Err(error) => {
                self.failed(envelope, error.of_answer(answer.status(), answer.headers()));
                return 0;
            }
        };
        self.is_answered = true;
        let (mut again, mut failed, mut succeeded) = (BTreeSet::new(), BTreeSet::new(), 0);
        for &(index, on) in &envelope.places {
            let packed = &mut self.packed[index];
            let mut answer_to = answers.remove(&(index + 1));
            if let Some(part) = &mut answer_to {
                complete(part.headers_mut(), answer.headers());
            }
            let status = answer_to.as_ref().map(http::Response::status);
            let is_blocked = status == Some(StatusCode::FAILED_DEPENDENCY)
                && on.is_some_and(|on| again.contains(&on) || (packed.after.is_none() && failed.contains(&on)));
            if is_blocked {
                again.insert(index);
                packed.state = State::Pending(Duration::ZERO, answer_to);
                continue;
            }
            if status.is_some_and(|status| packed.course.is_success(&packed.parts.method, status)) {
                let mut gone = http::Response::new(Bytes::new());
                *gone.status_mut() = StatusCode::NO_CONTENT;
                packed.state = State::Done(Ok(gone));
                succeeded += 1;
                continue;
            }
            if let Some(part) = answer_to.take_if(|part| part.status().as_u16() < 400) {
                packed.state = State::Done(Ok(part));
                succeeded += 1;
                continue;
            }
            let outcome = answer_to
                .as_ref()
                .map_or(Outcome::Unknown, |part| Outcome::Answered(part.status(), retry_after(part.headers())));
            let scope = answer_to.as_ref().and_then(|part| throttle_scope(part.headers()));
            packed.state = match decide(&mut packed.course, outcome, packed.request.gate_key(), scope) {
                Decision::Wait(wait) => {
                    again.insert(index);
                    State::Pending(wait, answer_to)
                }
                Decision::Stop => {
                    failed.insert(index);
                    State::Done(answer_to.ok_or_else(unanswered))
                }
            };
        }
        succeeded
    }

    /// Takes the error of a body that was not answered.
    pub(crate) fn failed(&mut self, envelope: &Envelope, error: Error) {
        let error = Arc::new(error);
        for &(index, _) in &envelope.places {
            self.packed[index].state = State::Done(Err(Error::of_batch(&error)));
        }
        self.lost.get_or_insert(error);
    }

    /// How long to wait before the next round: the longest time that is asked for. `None` where there is none.
    pub(crate) fn wait(&mut self) -> Option<Duration> {
        self.has_begun = false;
        let waits = self.packed.iter().filter_map(|packed| match packed.state {
            State::Pending(wait, _) => Some(wait),
            State::Done(_) => None,
        });
        waits.max()
    }

    /// What each request has come to. Where no body was answered, the error of the first.
    pub(crate) fn into_answers(self) -> Result<Answers, Error> {
        if let Some(lost) = self.lost.filter(|_| !self.is_answered) {
            let mut packed = self.packed;
            packed.clear();
            return Err(
                Arc::into_inner(lost).unwrap_or_else(|| Error::new(ErrorKind::Batch, "the batch was not answered"))
            );
        }
        let outcomes = self.packed.into_iter().map(|packed| {
            Some(match packed.state {
                State::Done(outcome) => outcome,
                State::Pending(_, answer) => answer.ok_or_else(unanswered),
            })
        });
        Ok(Answers { outcomes: outcomes.collect(), mark: self.mark })
    }
}

/// The parts of a request that could not be built.
fn nothing() -> RequestParts {
    RequestParts { method: Method::GET, url: String::new(), headers: HeaderMap::new(), body: Bytes::new() }
}

/// What an answer to one request leaves to the answer to all of them.
fn complete(headers: &mut HeaderMap, outer: &HeaderMap) {
    for name in [DATE, REQUEST_ID] {
        if let Some(value) = outer.get(&name).filter(|_| !headers.contains_key(&name)) {
            headers.insert(name, value.clone());
        }
    }
}

fn unanswered() -> Error {
    Error::new(ErrorKind::Unanswered, "the answer to the batch has none to this request")
}
