//! Hands the built page to a browser on this machine, as a strict web server would.

mod answer;

use std::env;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use crate::failure::{Failure, Outcome, While};
use crate::page;
use crate::places::Places;
use crate::run::{find, say};
use answer::{Answer, answer};

/// The port that is taken when none is asked for.
const PORT: u16 = 8620;

/// How many ports are tried, one after the other, when others have them.
const PORTS_TRIED: u16 = 50;

/// The longest head of a request that is read, and how long it may take to come.
const LONGEST_HEAD: u64 = 16 * 1024;
const PATIENCE: Duration = Duration::from_secs(10);

/// What was asked for on the command line.
#[derive(Debug, PartialEq)]
pub(crate) struct Options {
    port: u16,
    open: bool,
}

impl Options {
    /// Reads `--port N` and `--no-open`.
    pub(crate) fn read(words: &[&str]) -> Outcome<Self> {
        match words {
            [] => Ok(Self {
                port: PORT,
                open: true,
            }),
            ["--no-open", rest @ ..] => Ok(Self {
                open: false,
                ..Self::read(rest)?
            }),
            ["--port", number, rest @ ..] => {
                let port = number
                    .parse()
                    .while_doing(format_args!("--port {number}"))?;
                let Self { open, .. } = Self::read(rest)?;
                Ok(Self { port, open })
            }
            [other, ..] => Err(Failure::new(format!("serve does not know `{other}`"))),
        }
    }
}

/// Builds what is out of date, and serves until it is interrupted.
pub(crate) fn serve(places: &Places, options: &Options) -> Outcome<()> {
    page::build(places)?;
    let listener = listen(options.port)?;
    let port = listener
        .local_addr()
        .while_doing("asking for the port")?
        .port();
    if options.port != 0 && port != options.port {
        say(&format!("port {} is taken, {port} is free", options.port));
    }
    let address = format!("http://127.0.0.1:{port}/");
    say(&format!("the ledger is at {address} (Ctrl+C ends it)"));
    if options.open {
        open(&address);
    }
    for stream in listener.incoming().flatten() {
        let folder = places.page();
        // A browser that goes away in the middle of an answer is its own business.
        thread::spawn(move || converse(&stream, &folder));
    }
    Ok(())
}

/// Takes the port, or the next one that is free. Port 0 is any.
fn listen(port: u16) -> Outcome<TcpListener> {
    let last = port.saturating_add(PORTS_TRIED);
    for candidate in port..=last {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, candidate)) {
            Err(error) if error.kind() == io::ErrorKind::AddrInUse => {}
            bound => return bound.while_doing(format_args!("listening on port {candidate}")),
        }
    }
    Err(Failure::new(format!(
        "the ports from {port} to {last} are all taken: name another with --port"
    )))
}

/// One request, one answer.
fn converse(stream: &TcpStream, folder: &Path) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    let request = request_line(stream)?;
    let Answer { head, body } = answer(&request, folder);
    let mut stream = stream;
    stream.write_all(head.as_bytes())?;
    stream.write_all(&body)
}

/// The first line of the request. The others are read too: a connection closed on unread words
/// takes the answer with it.
fn request_line(stream: &TcpStream) -> io::Result<String> {
    let mut lines = BufReader::new(stream.take(LONGEST_HEAD)).lines();
    let first = lines.next().unwrap_or_else(|| Ok(String::new()))?;
    for line in lines {
        if line?.is_empty() {
            break;
        }
    }
    Ok(first)
}

/// Opens the browser where there is a screen to open it on.
fn open(address: &str) {
    let has_screen = ["DISPLAY", "WAYLAND_DISPLAY"]
        .iter()
        .any(|name| env::var_os(name).is_some_and(|value| !value.is_empty()));
    let Some(program) = find("xdg-open").filter(|_| has_screen) else {
        return;
    };
    let opened = Command::new(program)
        .arg(address)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    if opened.is_err() {
        say("no browser would open: open the address yourself");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_come_in_any_order() {
        let wanted = Options {
            port: 9000,
            open: false,
        };
        assert_eq!(
            Options::read(&["--port", "9000", "--no-open"]).unwrap(),
            wanted
        );
        assert_eq!(
            Options::read(&["--no-open", "--port", "9000"]).unwrap(),
            wanted
        );
        assert_eq!(
            Options::read(&[]).unwrap(),
            Options {
                port: PORT,
                open: true
            }
        );
    }

    #[test]
    fn what_is_no_option_is_named() {
        assert!(
            Options::read(&["--prot"])
                .unwrap_err()
                .to_string()
                .contains("`--prot`")
        );
        assert!(Options::read(&["--port"]).is_err());
        assert!(Options::read(&["--port", "70000"]).is_err());
    }

    #[test]
    fn a_taken_port_gives_way_to_a_later_one() {
        let first = listen(0).unwrap();
        let port = first.local_addr().unwrap().port();
        let second = listen(port).unwrap();
        assert!(port < second.local_addr().unwrap().port());
    }
}
