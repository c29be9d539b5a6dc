//! Changes that no patch can say: refused by name, before anything is sent.

use std::collections::BTreeMap;

use graph_resource::request::Operation;
use graph_resource::{Error, ErrorKind, GraphComplex, GraphPatch, GraphResource, GraphUnion, Request, Tracked};
use serde_json::{Map, Value};

use crate::support::{answer, body_of, client, read};

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/teams/<id>")]
struct Team {
    id: String,
    name: Option<String>,
    #[graph_resource(read_only)]
    stamp: Option<String>,
    #[graph_resource(read_only, default)]
    score: f64,
    #[graph_resource(create_only)]
    template: Option<String>,
    info: Option<Info>,
    #[graph_resource(default)]
    infos: Vec<Info>,
    #[graph_resource(default)]
    named: BTreeMap<String, Info>,
    kind: Option<Kind>,
    #[graph_resource(write_only)]
    secret: Option<String>,
    #[graph_resource(etag)]
    etag: Option<graph_resource::ETag>,
    #[graph_resource(navigation)]
    owner: Option<Box<Team>>,
    #[graph_resource(navigation)]
    members: Option<Vec<Team>>,
}

#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
struct Info {
    label: Option<String>,
    #[graph_resource(read_only)]
    stamp: Option<String>,
    #[graph_resource(navigation)]
    author: Option<Box<Team>>,
}

#[derive(Clone, Debug, PartialEq, GraphUnion)]
enum Kind {
    #[graph_resource(odata_type = "test.info")]
    Info(Info),
    #[graph_resource(unknown)]
    Unknown(Map<String, Value>),
}

fn team(id: &str) -> Team {
    read(&format!(r#"{{"id":"{id}"}}"#))
}

fn refused<O: Operation>(request: &Request<O>) -> Error {
    request.to_http("https://graph.microsoft.com/v1.0").unwrap_err()
}

fn label(text: &str) -> Info {
    Info { label: Some(text.into()), ..Info::default() }
}

fn of_author(text: &str) -> Info {
    Info { author: Some(Box::new(team("a"))), ..label(text) }
}

const FETCHED: &str = r##"{"id":"1","name":"n","stamp":"s","score":"NaN","template":"t",
    "info":{"label":"l","stamp":"s","author":{"id":"a"}},
    "infos":[{"label":"x","stamp":"s","author":{"id":"a"}},{"label":"y"}],
    "named":{"k":{"label":"x","author":{"id":"a"}}},
    "kind":{"@odata.type":"#test.info","label":"l","author":{"id":"a"}},
    "owner":{"id":"o"},"members":[{"id":"m"}]}"##;

async fn tracked() -> Tracked<Team> {
    client([answer(200, FETCHED)]).send(Team::at("1").get()).await.unwrap().track()
}

#[tokio::test]
async fn what_no_patch_says_is_refused_by_name() {
    type Change = fn(&mut Team);
    let changes: [(&str, Change); 15] = [
        ("owner", |team| team.owner = None),
        ("owner", |team| team.owner.as_mut().unwrap().name = Some("other".into())),
        ("members", |team| team.members.as_mut().unwrap().push(self::team("n"))),
        ("members", |team| team.members = None),
        ("id", |team| team.id = "2".into()),
        ("stamp", |team| team.stamp = None),
        ("score", |team| team.score = 1.0),
        ("template", |team| team.template = Some("u".into())),
        ("info.author", |team| team.info.as_mut().unwrap().author = None),
        ("info.author", |team| team.info = Some(label("new"))),
        ("info.stamp", |team| team.info.as_mut().unwrap().stamp = Some("mine".into())),
        ("infos[2].author", |team| team.infos.push(of_author("new"))),
        ("named.k.author", |team| team.named.get_mut("k").unwrap().author = None),
        ("named.n.author", |team| drop(team.named.insert("n".into(), of_author("new")))),
        ("kind.author", |team| team.kind = Some(Kind::Info(label("new")))),
    ];
    for (path, change) in changes {
        let mut team = tracked().await;
        team.name = Some("also changed".into());
        change(&mut team);
        let before = (*team).clone();
        assert!(team.is_changed());
        // No answer is at hand: nothing may be sent.
        let error = team.save(&client([])).await.unwrap_err();
        assert_eq!((error.kind(), error.path()), (ErrorKind::Unsendable, Some(path)), "{error}");
        assert!(error.to_string().starts_with(&format!("`{path}` cannot be sent: it is ")), "{error}");
        assert_eq!(format!("{:?}", *team), format!("{before:?}"), "nothing is touched");
    }
    let mut team = client([answer(200, r#"{"id":"1"}"#)]).send(Team::at("1").get()).await.unwrap().track();
    team.info = Some(of_author("new"));
    assert_eq!(team.save(&client([])).await.unwrap_err().path(), Some("info.author"));
    team.info = None;
    team.members = Some(Vec::new());
    assert!(team.is_changed() && GraphPatch::is_empty(&team.changes()));
    assert_eq!(team.save(&client([])).await.unwrap_err().path(), Some("members"));
}

#[tokio::test]
async fn what_is_read_and_what_is_never_sent_is_no_change() {
    let mut team = tracked().await;
    assert!(!team.is_changed(), "what was read is the same, also a number that is not itself");
    team.etag = None;
    team.secret = None;
    assert!(!team.is_changed());
    assert!(team.save_request().unwrap().is_none());
    // What stays beside a change is not sent, and no reason to refuse it.
    team.info.as_mut().unwrap().label = Some("new".into());
    team.infos.remove(1);
    team.infos.push(Info { stamp: Some("of another".into()), ..label("z") });
    team.named.remove("k");
    let request = team.save_request().unwrap().unwrap();
    assert_eq!(
        body_of(&request),
        r#"{"info":{"label":"new"},"infos":[{"label":"x"},{"label":"z"}],"named":{"k":null}}"#
    );
    team.saved(request.parse(answer(204, "")).unwrap()).unwrap();
    assert!(!team.is_changed());
    assert_eq!(team.info.as_ref().unwrap().author, Some(Box::new(self::team("a"))));
}

#[test]
fn a_patch_made_by_hand_says_no_relationship() {
    for patch in [
        TeamPatch::new().info(of_author("x")),
        TeamPatch::new().infos(vec![of_author("x")]),
        TeamPatch::new().kind(Kind::Info(of_author("x"))),
        TeamPatch::new().named(BTreeMap::from([("k".to_owned(), of_author("x"))])),
    ] {
        let error = refused(&Team::at("1").update(patch));
        assert_eq!((error.kind(), error.path()), (ErrorKind::Unsendable, Some("author")), "{error}");
    }
}

#[test]
fn what_is_there_already_is_not_created_again() {
    let mut new: Team = read(FETCHED);
    new.info = None;
    new.kind = None;
    new.infos.clear();
    new.named.clear();
    new.members = None;
    for (path, owner) in [("owner.id", team("o")), ("owner.owner.id", Team { owner: new.owner.clone(), ..team("") })] {
        new.owner = Some(Box::new(owner));
        let error = refused(&Team::collection().create(&new));
        assert_eq!((error.kind(), error.path()), (ErrorKind::Unsendable, Some(path)), "{error}");
    }
    // A partial says what its maker put there: a key may be the client's to choose.
    let partial: TeamPartial = read(r#"{"name":"n","members":[{"name":"new"},{"id":"m"}]}"#);
    assert_eq!(body_of(&Team::collection().create(&partial)), r#"{"name":"n","members":[{"name":"new"},{"id":"m"}]}"#);
    // What is new is created with it, and has its own key.
    new.owner = Some(Box::new(Team { name: Some("owner".into()), ..team("") }));
    new.score = 0.0;
    assert_eq!(
        body_of(&Team::collection().create(&new)),
        r#"{"id":"1","name":"n","template":"t","infos":[],"named":{},"owner":{"name":"owner","infos":[],"named":{}}}"#
    );
}
