//! Entities as parameters of actions, by value: `sendMail`, and others like it.

use graph_resource::edm::Binary;
use graph_resource::request::Invoke;
use graph_resource::{At, ETag, Error, GraphAction, GraphComplex, GraphResource, GraphUnion, Request};
use serde_json::{Map, Value, json};

use crate::support::{BASE, body_of, line_of, read};

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/users/<id>")]
struct User {
    id: String,
}

#[derive(Clone, Debug, PartialEq, GraphComplex)]
struct EmailAddress {
    name: Option<String>,
    address: Option<String>,
}

#[derive(Clone, Debug, PartialEq, GraphComplex)]
struct Recipient {
    email_address: Option<EmailAddress>,
}

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/me/messages/<message>/attachments/<id>")]
struct FileAttachment {
    id: String,
    name: Option<String>,
    content_bytes: Option<Binary>,
}

#[derive(Clone, Debug, PartialEq, GraphUnion)]
#[graph_resource(path = "/me/messages/<message>/attachments/<id>")]
enum Attachment {
    #[graph_resource(odata_type = "microsoft.graph.fileAttachment")]
    File(FileAttachment),
    #[graph_resource(unknown)]
    Unknown(Map<String, Value>),
}

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/me/messages/<id>", odata_type = "microsoft.graph.message")]
struct Message {
    id: String,
    #[graph_resource(etag)]
    etag: Option<ETag>,
    #[graph_resource(read_only)]
    web_link: Option<String>,
    subject: Option<String>,
    #[graph_resource(default)]
    to_recipients: Vec<Recipient>,
    #[graph_resource(navigation)]
    attachments: Option<Vec<Attachment>>,
    #[graph_resource(additional)]
    additional: Map<String, Value>,
}

#[derive(Clone, Debug, PartialEq, GraphComplex)]
struct SendMail {
    message: Message,
    save_to_sent_items: Option<bool>,
}

impl GraphAction for SendMail {
    type On = At<User>;
    type Output = ();
    const NAME: &'static str = "sendMail";
}

/// Collections of entities, of one type and of several.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
struct Forward {
    messages: Vec<Message>,
    attachments: Option<Vec<Attachment>>,
    comment: Option<String>,
}

impl GraphAction for Forward {
    type On = At<User>;
    type Output = ();
    const NAME: &'static str = "forward";
}

fn message() -> Message {
    let address = EmailAddress { name: None, address: Some("adele@contoso.com".to_owned()) };
    let file = FileAttachment {
        id: String::new(),
        name: Some("a.png".to_owned()),
        content_bytes: Some(Binary::from(vec![0x89, 0x50])),
    };
    Message {
        id: String::new(),
        etag: None,
        web_link: None,
        subject: Some("Lunch?".to_owned()),
        to_recipients: vec![Recipient { email_address: Some(address) }],
        attachments: Some(vec![file.into()]),
        additional: Map::new(),
    }
}

fn send(message: Message) -> Request<Invoke<SendMail>> {
    User::at("u").invoke(SendMail { message, save_to_sent_items: Some(false) })
}

const WRITTEN: &str = concat!(
    r##"{"@odata.type":"#microsoft.graph.message","subject":"Lunch?","##,
    r#""toRecipients":[{"emailAddress":{"address":"adele@contoso.com"}}],"#,
    r##""attachments":[{"@odata.type":"#microsoft.graph.fileAttachment","name":"a.png","contentBytes":"iVA="}]}"##,
);

#[test]
fn a_message_is_sent_by_value() {
    let request = send(message());
    assert_eq!(line_of(&request), "POST /users/u/sendMail");
    assert_eq!(body_of(&request), format!(r#"{{"message":{WRITTEN},"saveToSentItems":false}}"#));
    // As a creation writes it.
    assert_eq!(body_of(&Message::collection().create(&message())), WRITTEN);
}

#[test]
fn collections_of_entities_are_sent_by_value() {
    let attachments = message().attachments;
    let request = User::at("u").invoke(Forward { messages: vec![message(), message()], attachments, comment: None });
    let file = r##"{"@odata.type":"#microsoft.graph.fileAttachment","name":"a.png","contentBytes":"iVA="}"##;
    assert_eq!(body_of(&request), format!(r#"{{"messages":[{WRITTEN},{WRITTEN}],"attachments":[{file}]}}"#));
}

/// What was read of the service is not sent back: the tag and what is read-only.
#[test]
fn what_no_creation_says_no_parameter_says() {
    let mut fetched: Message =
        read(r#"{"@odata.etag":"W/\"1\"","id":"1","webLink":"https://outlook.office365.com/1","subject":"Lunch?"}"#);
    fetched.id.clear();
    let body = r##"{"message":{"@odata.type":"#microsoft.graph.message","subject":"Lunch?","toRecipients":[]},"saveToSentItems":false}"##;
    assert_eq!(body_of(&send(fetched)), body);
}

/// What a creation refuses, a parameter refuses.
#[test]
fn what_cannot_be_created_cannot_be_sent() -> Result<(), Error> {
    for name in ["subject", "@odata.id", "x@odata.bind"] {
        let mut message = message();
        message.additional.insert(name.to_owned(), json!("x"));
        let created = Message::collection().create(&message).to_http(BASE).map(drop);
        let sent = send(message).to_http(BASE).map(drop);
        assert_eq!(sent.as_ref().map_err(Error::kind), created.as_ref().map_err(Error::kind), "{name}");
    }
    let mut twice = message();
    twice.additional.insert("subject".to_owned(), json!("x"));
    assert!(send(twice).to_http(BASE).is_err());
    send(message()).to_http(BASE).map(drop)
}
