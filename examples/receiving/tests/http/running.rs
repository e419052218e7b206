//! The program, started and asked.

use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::OnceLock;
use std::thread::{JoinHandle, spawn};

use serde_json::Value;
use ureq::Agent;
use ureq::http::{HeaderMap, Request};

use crate::described::Description;
use crate::files::county;

/// The day the service counts as today, unless a test says otherwise.
const TODAY: &str = "2022-06-13";

/// A service that runs.
pub(crate) struct Running {
    child: Child,
    /// `127.0.0.1:40123`
    pub(crate) address: String,
    log: Option<JoinHandle<String>>,
    agent: Agent,
    description: OnceLock<Description>,
}

/// What was answered.
#[derive(Debug, Clone)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap()
    }

    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().unwrap())
    }

    /// The last word of a problem's type.
    pub(crate) fn problem(&self) -> String {
        assert_eq!(self.header("content-type"), "application/problem+json");
        let kind = self.json()["type"].as_str().unwrap().to_owned();
        kind.strip_prefix("urn:arrears-ledger:receiving:")
            .unwrap()
            .to_owned()
    }
}

/// A folder of a test's own, empty.
pub(crate) fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// The program for the county of the fixture, not yet started.
pub(crate) fn program(folder: &Path, words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_receiving"));
    command.arg("--database").arg(folder.join("submissions.db"));
    command
        .arg("--campaign")
        .arg(county().join("campaign.json"));
    if !words.contains(&"--today") {
        command.args(["--today", TODAY]);
    }
    command.args(["--listen", "127.0.0.1:0"]).args(words);
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

impl Running {
    /// Starts the service in a folder.
    pub(crate) fn start(folder: &Path, words: &[&str]) -> Self {
        let mut child = program(folder, words).spawn().unwrap();
        let mut error = child.stderr.take().unwrap();
        let log = spawn(move || {
            let mut text = String::new();
            error.read_to_string(&mut text).unwrap();
            text
        });
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap())
            .read_line(&mut line)
            .unwrap();
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .allow_non_standard_methods(true);
        Self {
            child,
            address: line.trim().trim_start_matches("http://").to_owned(),
            log: Some(log),
            agent: config.build().into(),
            description: OnceLock::new(),
        }
    }

    /// Starts a new one, in an empty folder.
    pub(crate) fn new(name: &str, words: &[&str]) -> Self {
        Self::start(&folder(name), words)
    }

    /// Sends a request, and holds the answer against the description.
    pub(crate) fn send(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &[u8],
    ) -> Answer {
        let answer = self.send_undescribed(method, path, headers, body);
        self.description().check(method, path, &answer);
        answer
    }

    fn send_undescribed(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &[u8],
    ) -> Answer {
        let mut request = Request::builder()
            .method(method)
            .uri(format!("http://{}{path}", self.address));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let mut response = if body.is_empty() {
            self.agent.run(request.body(()).unwrap()).unwrap()
        } else {
            self.agent.run(request.body(body).unwrap()).unwrap()
        };
        let body = response
            .body_mut()
            .with_config()
            .limit(1 << 30)
            .read_to_vec()
            .unwrap();
        Answer {
            status: response.status().as_u16(),
            headers: response.headers().clone(),
            body,
        }
    }

    pub(crate) fn get(&self, path: &str) -> Answer {
        self.send("GET", path, &[], &[])
    }

    /// Hands in a file.
    pub(crate) fn post(&self, file: &[u8]) -> Answer {
        self.send(
            "POST",
            "/submissions",
            &[("content-type", "application/json")],
            file,
        )
    }

    /// What the service says of itself.
    pub(crate) fn description(&self) -> &Description {
        self.description.get_or_init(|| {
            let answer = self.send_undescribed("GET", "/openapi.json", &[], &[]);
            Description::of(&answer.json())
        })
    }

    /// What is listed of the campaign, in one page.
    pub(crate) fn listed(&self) -> Vec<Value> {
        let page = self.get("/submissions?limit=1000").json();
        assert_eq!(page["next"], Value::Null);
        page["items"].as_array().unwrap().clone()
    }

    /// Sends a signal.
    pub(crate) fn signal(&self, name: &str) {
        let sent = Command::new("kill")
            .arg(format!("-{name}"))
            .arg(self.child.id().to_string())
            .status();
        assert!(sent.unwrap().success());
    }

    /// Waits for its end; what it logged.
    pub(crate) fn ended(mut self) -> (ExitStatus, String) {
        // Connections that are kept open would have to run out first.
        self.agent = Agent::new_with_defaults();
        let status = self.child.wait().unwrap();
        let log = self.log.take().unwrap().join().unwrap();
        (status, log)
    }

    /// Stops it as an administrator would; what it logged.
    pub(crate) fn stop(self) -> String {
        self.signal("TERM");
        let (status, log) = self.ended();
        assert!(status.success(), "{status}: {log}");
        log
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have gone by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
