//! The library and the module without imports, asked the same for a bounded time: calls of the
//! corpus, damaged by a seed. Needs the module, so `cargo xtask test hosts` runs it.
//!
//! `ARREARS_SEED` and `ARREARS_SECONDS` choose other damage, and more of it.
#![expect(
    clippy::unwrap_used,
    clippy::print_stderr,
    reason = "a test may stop at what it did not expect, and says how much it tried"
)]

#[expect(dead_code, reason = "other tests use the rest")]
mod corpus;

use std::env;
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use arrears_ledger::call::{Answer, call};
use corpus::corpus;
use corpus::damaged::{Dice, damage};

/// The module in Node.js.
struct Module {
    child: Child,
    input: ChildStdin,
    output: ChildStdout,
}

impl Module {
    fn start() -> Self {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("pkg-config/node/test/answer.mjs");
        let mut child = Command::new("node")
            .arg(script)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let (input, output) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
        Self {
            child,
            input,
            output,
        }
    }

    fn call(&mut self, request: &[u8]) -> Answer {
        let length = u32::try_from(request.len()).unwrap();
        self.input.write_all(&length.to_le_bytes()).unwrap();
        self.input.write_all(request).unwrap();
        let status = self.number();
        let mut text = vec![0; usize::try_from(self.number()).unwrap()];
        self.output.read_exact(&mut text).unwrap();
        Answer {
            status: u8::try_from(status).unwrap(),
            text: String::from_utf8(text).unwrap(),
        }
    }

    fn number(&mut self) -> u32 {
        let mut bytes = [0; 4];
        self.output.read_exact(&mut bytes).unwrap();
        u32::from_le_bytes(bytes)
    }
}

impl Drop for Module {
    fn drop(&mut self) {
        // It may have gone by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn number(variable: &str, otherwise: u64) -> u64 {
    let given = env::var(variable).ok();
    given.map_or(otherwise, |text| text.parse().unwrap())
}

#[test]
#[ignore = "needs the module: cargo xtask test hosts"]
fn the_module_answers_damaged_calls_as_the_library_does() {
    let seed = number("ARREARS_SEED", 9);
    let end = Instant::now() + Duration::from_secs(number("ARREARS_SECONDS", 20));
    let cases: Vec<_> = corpus()
        .into_iter()
        .filter(|case| (1..200_000).contains(&case.request.len()))
        .collect();
    let (mut dice, mut module) = (Dice(seed), Module::start());
    let mut tried = 0;
    while Instant::now() < end {
        let case = &cases[dice.below(cases.len())];
        let mut request = case.request.clone();
        for _ in 0..=dice.below(4) {
            if request.is_empty() {
                break;
            }
            request = damage(&request, &mut dice).1;
        }
        let (native, module) = (call(&request), module.call(&request));
        let told = || format!("seed {seed}, call {tried}, made from {}", case.name);
        assert_eq!(
            native,
            module,
            "{}: {}",
            told(),
            String::from_utf8_lossy(&request)
        );
        tried += 1;
    }
    eprintln!("{tried} damaged calls, seed {seed}, answered alike");
    assert!(0 < tried);
}
