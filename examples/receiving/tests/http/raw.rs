//! HTTP written by hand, for what no client would send.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::thread::sleep;
use std::time::Duration;

use crate::running::{Answer, Running};
use ureq::http::{HeaderName, HeaderValue};

/// A connection on which bytes are sent as they are.
pub(crate) struct Raw {
    stream: TcpStream,
}

impl Raw {
    pub(crate) fn to(service: &Running) -> Self {
        let stream = TcpStream::connect(&service.address).unwrap();
        stream
            .set_read_timeout(Some(Duration::from_secs(30)))
            .unwrap();
        Self { stream }
    }

    /// The head of an upload of so many bytes.
    pub(crate) fn upload(service: &Running, length: usize) -> Self {
        let mut raw = Self::to(service);
        raw.send(format!(
            "POST /submissions HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: {length}\r\n\r\n"
        ));
        raw
    }

    pub(crate) fn send(&mut self, bytes: impl AsRef<[u8]>) {
        self.stream.write_all(bytes.as_ref()).unwrap();
        self.stream.flush().unwrap();
    }

    /// An upload of which the service waits for more, and has no room for another: what that other is
    /// answered.
    pub(crate) fn held(service: &Running, file: &[u8]) -> (Self, Answer) {
        for _ in 0..50 {
            let mut raw = Self::upload(service, file.len());
            raw.send(&file[..1]);
            // So that its head has been read, most probably.
            sleep(Duration::from_millis(50));
            let answer = service.post(file);
            if answer.status == 503 {
                return (raw, answer);
            }
        }
        panic!("the upload holds no place");
    }

    /// Sends as long as the other side takes it.
    pub(crate) fn drip(&mut self, bytes: &[u8], pause: Duration) {
        for byte in bytes.chunks(1) {
            if self.stream.write_all(byte).is_err() {
                break;
            }
            sleep(pause);
        }
    }

    /// All that comes until the other side closes; the first answer in it, where there is one.
    pub(crate) fn answer(mut self) -> Option<Answer> {
        let mut bytes = Vec::new();
        let mut buffer = [0; 4096];
        // The other side may cut the connection while something of ours lies unread.
        while let Ok(length) = self.stream.read(&mut buffer) {
            bytes.extend_from_slice(&buffer[..length]);
            if length == 0 || is_whole(&bytes) {
                break;
            }
        }
        parsed(&bytes)
    }
}

fn is_whole(bytes: &[u8]) -> bool {
    parsed(bytes).is_some_and(|answer| {
        let length = answer.header("content-length").parse();
        length.is_ok_and(|length: usize| length <= answer.body.len())
    })
}

fn parsed(bytes: &[u8]) -> Option<Answer> {
    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n")?;
    let head = std::str::from_utf8(&bytes[..end]).unwrap();
    let mut lines = head.split("\r\n");
    let status = lines.next()?.split(' ').nth(1)?.parse().unwrap();
    let headers = lines.map(|line| {
        let (name, value) = line.split_once(": ").unwrap();
        (
            name.parse::<HeaderName>().unwrap(),
            HeaderValue::from_str(value).unwrap(),
        )
    });
    Some(Answer {
        status,
        headers: headers.collect(),
        body: bytes[end + 4..].to_vec(),
    })
}
