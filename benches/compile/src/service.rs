//! A service on this machine that notes what it is asked: one record, which every change is accepted to.

use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::thread::{self, JoinHandle};

use serde_json::{Value, json};

/// What of a request all programs have to agree on: its first line, its token, and its body.
#[derive(Debug, PartialEq)]
pub(crate) struct Asked {
    line: String,
    authorization: String,
    body: Value,
}

/// The service, until it is stopped.
pub(crate) struct Service {
    address: SocketAddr,
    thread: JoinHandle<io::Result<Vec<Asked>>>,
}

impl Service {
    /// Listens on a free port.
    pub(crate) fn start() -> io::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let address = listener.local_addr()?;
        let thread = thread::spawn(move || {
            let mut asked = Vec::new();
            for stream in listener.incoming() {
                match answer(stream?)? {
                    Some(request) => asked.push(request),
                    None => break,
                }
            }
            Ok(asked)
        });
        Ok(Self { address, thread })
    }

    /// The service root.
    pub(crate) fn root(&self) -> String {
        format!("http://{}/v1.0", self.address)
    }

    /// Ends it, and gives what it was asked.
    pub(crate) fn stop(self) -> io::Result<Vec<Asked>> {
        // A connection without a request is the sign to end.
        drop(TcpStream::connect(self.address)?);
        self.thread.join().map_err(|_| io::Error::other("the service panicked"))?
    }
}

/// One request, one connection.
fn answer(mut stream: TcpStream) -> io::Result<Option<Asked>> {
    let mut reader = BufReader::new(stream.try_clone()?);
    let (mut line, mut authorization, mut length) = (String::new(), String::new(), 0);
    if reader.read_line(&mut line)? == 0 {
        return Ok(None);
    }
    loop {
        let mut header = String::new();
        reader.read_line(&mut header)?;
        let Some((name, value)) = header.trim_end().split_once(": ") else { break };
        match &*name.to_ascii_lowercase() {
            "authorization" => value.clone_into(&mut authorization),
            "content-length" => length = value.parse().map_err(io::Error::other)?,
            _ => {}
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body)?;
    let body = if body.is_empty() { Value::Null } else { serde_json::from_slice(&body)? };
    if line.starts_with("GET ") {
        let record = record().to_string();
        write!(
            stream,
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{record}",
            record.len()
        )?;
    } else {
        write!(stream, "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n")?;
    }
    Ok(Some(Asked { line: line.trim_end().to_owned(), authorization, body }))
}

fn record() -> Value {
    let party = |number: usize| {
        json!({
            "user": {"id": format!("user-{number}"), "displayName": format!("User {number}"), "tenantId": "t"},
            "device": null,
            "application": null,
        })
    };
    json!({
        "id": "81ba513a",
        "version": 7,
        "type": "groupCall",
        "modalities": ["audio", "video"],
        "lastModifiedDateTime": "2020-02-25T19:00:24.582757Z",
        "startDateTime": "2020-02-25T18:52:21.2169889Z",
        "endDateTime": "2020-02-25T18:52:46.7640013Z",
        "organizer": party(0),
        "participants": (1..=8).map(party).collect::<Vec<_>>(),
        "joinWebUrl": "https://example.com/meet/42",
    })
}
