//! What a request asks for beside its path and its operation: options of the query, headers, preferences.

use core::fmt;

use http::header::{HeaderMap, HeaderName, HeaderValue};

use crate::error::Error;
use crate::request::expand::{Expansion, write_options};
use crate::request::query::QueryOptions;

const PREFER: HeaderName = HeaderName::from_static("prefer");

/// The options of a request. A resource that was read keeps them, so that it can be read again in the same way.
#[derive(Clone, Default, PartialEq)]
pub(crate) struct RequestOptions {
    pub(crate) select: Vec<&'static str>,
    pub(crate) expand: Vec<Expansion>,
    pub(crate) query: QueryOptions,
    /// Few, each name once, in the order of their names.
    headers: Vec<(HeaderName, HeaderValue)>,
    preferences: Vec<String>,
}

impl RequestOptions {
    /// Sets a header. One that was set before under the same name is replaced.
    pub(crate) fn set_header(&mut self, name: HeaderName, value: HeaderValue) {
        match self.headers.iter_mut().find(|(same, _)| *same == name) {
            Some(header) => header.1 = value,
            None => {
                let place = self.headers.partition_point(|(before, _)| before.as_str() < name.as_str());
                self.headers.insert(place, (name, value));
            }
        }
    }

    /// Sets a query option. One that was set before under the same name is replaced.
    pub(crate) fn set_query(&mut self, name: &str, value: &dyn fmt::Display) {
        self.query.set(name, &value.to_string());
    }

    /// States a preference, and whether it is one. One that was stated before under the same name is replaced.
    pub(crate) fn set_preference(&mut self, preference: &str) -> bool {
        let name = preference_name(preference);
        if name.is_empty() || HeaderValue::from_str(preference).is_err() {
            return false;
        }
        match self.preferences.iter_mut().find(|same| preference_name(same).eq_ignore_ascii_case(name)) {
            Some(same) => preference.clone_into(same),
            None => self.preferences.push(preference.to_owned()),
        }
        true
    }

    pub(crate) fn preferences(&self) -> &[String] {
        &self.preferences
    }

    /// What of these options goes with a change too: headers and preferences, but no condition of the reading.
    pub(crate) fn of_change(&self) -> Self {
        let is_condition = |name: &HeaderName| name.as_str().starts_with("if-");
        let headers = self.headers.iter().filter(|(name, _)| !is_condition(name)).cloned().collect();
        Self { headers, preferences: self.preferences.clone(), ..Self::default() }
    }

    /// Whether the representation of a changed resource is asked for.
    pub(crate) fn asks_for_representation(&self) -> bool {
        self.preferences.iter().any(|preference| preference.trim().eq_ignore_ascii_case("return=representation"))
    }

    /// The properties that are selected; none where all are.
    pub(crate) fn selected(&self) -> Vec<&str> {
        let more = self.query.get("$select").unwrap_or_default().split(',').filter(|name| !name.is_empty());
        self.select.iter().copied().chain(more).collect()
    }

    /// Whether the query has no option.
    pub(crate) fn has_no_query(&self) -> bool {
        self.query.is_empty() && self.select.is_empty() && self.expand.is_empty()
    }

    /// The query, with its question mark; empty where there is no option.
    pub(crate) fn query_string(&self) -> Result<String, Error> {
        let select = &self.select;
        let names = select.iter().map(|name| name.len() + 1);
        let options = self.query.iter().map(|(name, value)| name.len() + value.len() + 2);
        // Room for all but `$expand`: none, where nothing is written.
        let mut text = String::with_capacity(8 * usize::from(!select.is_empty()) + names.chain(options).sum::<usize>());
        write_options(select, &self.expand, &self.query, ['?', '&'], &mut text)?;
        Ok(text)
    }

    /// How many headers there are at most.
    pub(crate) fn header_count(&self) -> usize {
        self.headers.len() + usize::from(!self.preferences.is_empty())
    }

    /// Adds the headers. All preferences stand in one.
    pub(crate) fn write_headers(&self, headers: &mut HeaderMap) {
        // Each was tried when it was stated.
        if !self.preferences.is_empty()
            && let Ok(preferences) = HeaderValue::from_str(&self.preferences.join(", "))
        {
            headers.insert(PREFER, preferences);
        }
        for (name, value) in &self.headers {
            if *name == PREFER {
                headers.append(name, value.clone());
            } else {
                headers.insert(name, value.clone());
            }
        }
    }

    /// Adds the headers, and the preferences, that are not there yet.
    pub(crate) fn complete_headers(&self, headers: &mut HeaderMap) {
        for (name, value) in &self.headers {
            headers.entry(name).or_insert_with(|| value.clone());
        }
        if self.preferences.is_empty() {
            return;
        }
        let stated: Vec<&str> = headers.get_all(PREFER).iter().filter_map(|value| value.to_str().ok()).collect();
        let is_stated = |name: &str| {
            stated.iter().flat_map(|line| line.split(',')).any(|one| preference_name(one).eq_ignore_ascii_case(name))
        };
        let more = self.preferences.iter().map(String::as_str).filter(|one| !is_stated(preference_name(one)));
        let all: Vec<&str> = stated.iter().copied().chain(more).collect();
        if let Ok(all) = HeaderValue::from_str(&all.join(", ")) {
            headers.insert(PREFER, all);
        }
    }

    /// The names of the headers. Their values may be secrets.
    pub(crate) fn header_names(&self) -> Vec<&HeaderName> {
        self.headers.iter().map(|(name, _)| name).collect()
    }
}

impl fmt::Debug for RequestOptions {
    /// Shows none of it: headers, filters and links may be secrets.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RequestOptions { .. }")
    }
}

/// The name of a preference, which may have a value and parameters after it.
fn preference_name(preference: &str) -> &str {
    preference.split(['=', ';', ',']).next().unwrap_or_default().trim()
}
