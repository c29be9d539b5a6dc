//! The server's process, and what it answers with.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

use bench_runtime::bodies::{Nulls, call_record};

/// How many pages the collection of users has.
pub const PAGES: usize = 1_000;
/// How many items each has.
pub const ITEMS: usize = 100;

/// A server in a process of its own, which ends with this value.
pub struct Server {
    process: Child,
    /// `127.0.0.1` and the port.
    address: String,
    /// The service root.
    pub base: String,
}

/// The record that each `PATCH` is answered with.
#[must_use]
pub fn record() -> String {
    call_record(8, Nulls::Without)
}

impl Server {
    /// Starts the program, which prints its address.
    ///
    /// # Panics
    ///
    /// It does not start.
    #[must_use]
    pub fn start(program: &str) -> Self {
        let mut process = Command::new(program).stdout(Stdio::piped()).spawn().expect("the server starts");
        let mut address = String::new();
        let output = process.stdout.take().expect("it is piped");
        BufReader::new(output).read_line(&mut address).expect("it prints its address");
        let address = address.trim().to_owned();
        Self { process, base: format!("http://{address}/v1.0"), address }
    }

    /// The last request that came, as text: method and path, headers, an empty line, the body.
    ///
    /// # Panics
    ///
    /// The server does not answer.
    #[must_use]
    pub fn last(&self) -> String {
        let mut stream = TcpStream::connect(&self.address).expect("it listens");
        stream.write_all(b"GET /last HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n").expect("it reads");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("it answers");
        answer.split_once("\r\n\r\n").map(|(_, body)| body.to_owned()).unwrap_or_default()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
