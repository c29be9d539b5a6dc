//! Asking for a collection, reading its pages, and keeping a copy of it.

use std::collections::BTreeMap;

use bench_report::Table;
use bytes::Bytes;
use graph_resource::delta::{Applied, Round};
use graph_resource::http::Response;
use graph_resource::{Filter, GraphResource, Page};
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use serde::Deserialize;
use serde_json::json;

use crate::{BY_HAND, OURS};

/// A user with twelve properties.
#[allow(missing_docs, reason = "named as in Graph")]
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>", odata_type = "microsoft.graph.user")]
pub struct User {
    pub id: String,
    pub display_name: Option<String>,
    pub given_name: Option<String>,
    pub surname: Option<String>,
    pub mail: Option<String>,
    pub user_principal_name: Option<String>,
    pub job_title: Option<String>,
    pub mobile_phone: Option<String>,
    pub office_location: Option<String>,
    pub preferred_language: Option<String>,
    pub account_enabled: Option<bool>,
    pub business_phones: Vec<String>,
}

/// The same by hand.
#[allow(missing_docs, reason = "named as in Graph")]
pub mod by_hand {
    by_hand! { struct User "microsoft.graph.user" {
        id "id" required [String];
        display_name "displayName" optional [Option<String>];
        given_name "givenName" optional [Option<String>];
        surname "surname" optional [Option<String>];
        mail "mail" optional [Option<String>];
        user_principal_name "userPrincipalName" optional [Option<String>];
        job_title "jobTitle" optional [Option<String>];
        mobile_phone "mobilePhone" optional [Option<String>];
        office_location "officeLocation" optional [Option<String>];
        preferred_language "preferredLanguage" optional [Option<String>];
        account_enabled "accountEnabled" optional [Option<bool>];
        business_phones "businessPhones" required [Vec<String>];
    } }
}

/// What one writes for a page.
#[derive(Deserialize)]
pub struct HandPage {
    /// The items.
    pub value: Vec<by_hand::User>,
    /// There is more.
    #[serde(rename = "@odata.nextLink")]
    pub next_link: Option<String>,
}

/// What a change says by hand: `None` is not told, `Some(None)` null.
#[derive(Clone, Debug, Default, PartialEq)]
struct HandChange {
    id: String,
    display_name: Option<Option<String>>,
    given_name: Option<Option<String>>,
    surname: Option<Option<String>>,
    mail: Option<Option<String>>,
    user_principal_name: Option<Option<String>>,
    job_title: Option<Option<String>>,
    mobile_phone: Option<Option<String>>,
    office_location: Option<Option<String>>,
    preferred_language: Option<Option<String>>,
    account_enabled: Option<Option<bool>>,
    business_phones: Option<Vec<String>>,
}

impl HandChange {
    fn merge(&mut self, later: Self) {
        macro_rules! each {
            ($($name:ident)*) => {$(
                if later.$name.is_some() {
                    self.$name = later.$name;
                }
            )*};
        }
        each!(
            display_name given_name surname mail user_principal_name job_title mobile_phone office_location
            preferred_language account_enabled business_phones
        );
    }
}

const ENCODED: &AsciiSet =
    &CONTROLS.add(b' ').add(b'"').add(b'#').add(b'%').add(b'&').add(b'+').add(b'/').add(b'<').add(b'>').add(b'?');

fn text_by_hand(name: &str, enabled: bool, mail: &str) -> String {
    let text = |text: &str| utf8_percent_encode(&text.replace('\'', "''"), ENCODED).to_string();
    format!(
        "startswith(displayName,'{}')%20and%20accountEnabled%20eq%20{enabled}%20and%20mail%20eq%20'{}'",
        text(name),
        text(mail)
    )
}

fn filter(name: &str, enabled: bool, mail: &str) -> Filter<User> {
    let p = User::props();
    p.display_name.starts_with(name) & p.account_enabled.eq(enabled) & p.mail.eq(mail)
}

fn filters() -> Table {
    let (name, mail) = ("Ada of", "o'neil@contoso.example");
    let request =
        User::collection().list().filter(filter(name, true, mail)).to_http("https://graph.microsoft.com/v1.0");
    let query = request.expect("it can be sent").uri().query().unwrap_or_default().to_owned();
    assert_eq!(query, format!("$filter={}", text_by_hand(name, true, mail)));
    Table::new("build a filter of three terms")
        .reach(0.8)
        .contestant(BY_HAND, move || text_by_hand(name, true, mail))
        .contestant(OURS, move || filter(name, true, mail))
}

/// A user as Graph writes one.
#[must_use]
pub fn user(number: usize) -> serde_json::Value {
    let id = format!("87d349ed-44d7-43e1-9a83-{number:012}");
    json!({
        "id": id, "displayName": format!("Adele Vance {number}"), "givenName": "Adele", "surname": "Vance",
        "mail": format!("adele{number}@contoso.example"), "userPrincipalName": format!("adele{number}@contoso.example"),
        "jobTitle": "Product Marketing Manager", "mobilePhone": null, "officeLocation": "18/2111",
        "preferredLanguage": "en-US", "accountEnabled": true, "businessPhones": ["+1 425 555 0109"]
    })
}

fn response(body: &Bytes) -> Response<Bytes> {
    Response::new(body.clone())
}

fn pages() -> Table {
    let users: Vec<_> = (0..999).map(user).collect();
    let link = "https://graph.microsoft.com/v1.0/users?$skiptoken=X";
    let text = json!({"@odata.context": "c", "@odata.nextLink": link, "value": users}).to_string();
    let body = Bytes::from(text.clone());
    let read = |text: &str| serde_json::from_str::<HandPage>(text).expect("it is a page");
    let ours = |answer| -> Page<User> { User::collection().list().parse(answer).expect("it is a page") };
    let (left, right) = (ours(response(&body)), read(&text));
    assert_eq!((left.len(), left.next_link()), (right.value.len(), right.next_link.as_deref()));
    assert!(left.iter().zip(&right.value).all(|(left, right)| {
        (&left.id, &left.mail, &left.business_phones) == (&right.id, &right.mail, &right.business_phones)
    }));
    Table::new("read a page of 999 users of 12 properties, as items")
        .reach(1.0)
        .contestant(BY_HAND, move || read(&text).value.into_iter().map(|user| user.id.len()).sum::<usize>())
        .contestant(OURS, move || ours(response(&body)).into_iter().map(|user| user.id.len()).sum::<usize>())
}

const ENTRIES: usize = 100_000;

fn round(entries: impl Iterator<Item = serde_json::Value>) -> Round<User> {
    let link = "https://graph.microsoft.com/v1.0/users/delta?$deltatoken=X";
    let body = json!({"@odata.deltaLink": link, "value": entries.collect::<Vec<_>>()}).to_string();
    User::collection().delta().parse(Response::new(Bytes::from(body))).expect("it is a page of changes")
}

/// What a round says of one user: three properties.
fn change(number: usize) -> (String, String, String) {
    (format!("87d349ed-44d7-43e1-9a83-{number:012}"), format!("Title {number}"), format!("{number}/1"))
}

/// The copy by hand, and what a round says.
fn copy_by_hand() -> (BTreeMap<String, HandChange>, Vec<HandChange>) {
    let text = |text: String| Some(Some(text));
    let copy = (0..ENTRIES).map(|number| {
        let user: by_hand::User = serde_json::from_value(user(number)).expect("it is a user");
        let change = HandChange {
            id: user.id.clone(),
            display_name: Some(user.display_name),
            given_name: Some(user.given_name),
            surname: Some(user.surname),
            mail: Some(user.mail),
            user_principal_name: Some(user.user_principal_name),
            job_title: Some(user.job_title),
            mobile_phone: Some(user.mobile_phone),
            office_location: Some(user.office_location),
            preferred_language: Some(user.preferred_language),
            account_enabled: Some(user.account_enabled),
            business_phones: Some(user.business_phones),
        };
        (user.id, change)
    });
    let said = (0..ENTRIES).map(|number| {
        let (id, title, office) = change(number);
        let (job_title, office_location) = (text(title), text(office));
        HandChange { id, job_title, office_location, mail: Some(None), ..HandChange::default() }
    });
    (copy.collect(), said.collect())
}

fn copy() -> (BTreeMap<String, UserPartial>, Round<User>) {
    let said = |number| {
        let (id, title, office) = change(number);
        json!({"id": id, "jobTitle": title, "officeLocation": office, "mail": null})
    };
    let mut copy = BTreeMap::new();
    Applied::changes().apply(round((0..ENTRIES).map(user)), &mut copy).expect("each names its key");
    (copy, round((0..ENTRIES).map(said)))
}

fn changes() -> Table {
    // Made where they are first used: they are large, and most runs look at other tables.
    let (mut by_hand, mut ours) = (None, None);
    Table::new("merge a round of 100,000 changes into the copy")
        .reach(1.1)
        // Each time one round at hand: many of them would not fit.
        .contestant_of_many(BY_HAND, move |gauge, times| {
            let (copy, said) = by_hand.get_or_insert_with(copy_by_hand);
            for _ in 0..times {
                let mut round = Some(said.clone());
                gauge.around(&mut || {
                    for entry in round.take().into_iter().flatten() {
                        match copy.get_mut(&entry.id) {
                            Some(known) => known.merge(entry),
                            None => drop(copy.insert(entry.id.clone(), entry)),
                        }
                    }
                });
            }
        })
        .contestant_of_many(OURS, move |gauge, times| {
            let (copy, said) = ours.get_or_insert_with(copy);
            for _ in 0..times {
                let mut round = Some(said.clone());
                gauge.around(&mut || {
                    if let Some(round) = round.take() {
                        Applied::changes().apply(round, copy).expect("each names its key");
                    }
                });
            }
        })
}

pub(crate) fn tables() -> Vec<Table> {
    vec![filters(), pages(), changes()]
}
